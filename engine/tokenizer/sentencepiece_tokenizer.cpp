#include <sentencepiece_processor.h>

#include <array>
#include <exception>
#include <utility>

#include "engine/tokenizer/control_tokens.h"
#include "engine/tokenizer/make_tokenizer.h"
#include "engine/tokenizer/sentencepiece_model.h"
#include "engine/tokenizer/vocabulary.h"

namespace floe {
namespace {

constexpr std::string_view kWordStart = "\u2581";
constexpr std::string_view kUnknown = "\uFFFD";

/// Ends of an answer in the common chat templates, whatever the metadata says.
bool ends_by_text(std::string_view text) {
    constexpr std::array<std::string_view, 7> ends{"</s>",          "<|im_end|>",    "<|eot_id|>",     "<|end|>",
                                                   "<end_of_turn>", "<|endoftext|>", "<|end_of_text|>"};
    for (const std::string_view end : ends)
        if (text == end) return true;
    return false;
}

/// Length of the character that `text` begins with; 0 where it begins with none.               Unicode 15, table 3-7
size_t character_length(std::string_view text) {
    const auto at = [&](size_t i) { return i < text.size() ? static_cast<unsigned char>(text[i]) : 0; };
    const unsigned lead = at(0);
    if (lead < 0x80) return 1;
    const size_t length = lead >= 0xc2 && lead <= 0xdf   ? 2
                          : lead >> 4 == 0xe             ? 3
                          : lead >= 0xf0 && lead <= 0xf4 ? 4
                                                         : 0;
    for (size_t i = 1; i < length; ++i)
        if (at(i) >> 6 != 2) return 0;
    const unsigned second = at(1);
    const bool shortest = !(lead == 0xe0 && second < 0xa0) && !(lead == 0xf0 && second < 0x90);
    const bool in_range = !(lead == 0xed && second > 0x9f) && !(lead == 0xf4 && second > 0x8f);
    return shortest && in_range ? length : 0;
}

class SentencePieceTokenizer final : public Tokenizer {
 public:
    explicit SentencePieceTokenizer(const Vocabulary& v)
        : bos_(v.bos),
          unknown_(v.unknown),
          adds_bos_(v.adds_bos),
          adds_space_(v.adds_space),
          removes_spaces_(v.removes_extra_spaces),
          strips_right_(v.control_strips_right) {
        bytes_.fill(v.unknown);
        pieces_.reserve(v.texts.size());
        ends_.resize(v.texts.size());
        for (size_t id = 0; id < v.texts.size(); ++id) add(v, id);
        for (const Token end : {v.eos, v.end_of_turn})
            if (end >= 0) ends_[static_cast<size_t>(end)] = true;
    }

    bool load(const std::string& model) { return processor_.LoadFromSerializedProto(model).ok(); }

    std::vector<Token> encode(std::string_view text, bool special) const override {
        const TextPart part{text, special};
        return encode_parts({&part, 1});
    }

    std::vector<Token> encode_parts(std::span<const TextPart> parts) const override {
        std::vector<Token> tokens;
        std::string run;  // text since the last control token
        for (const TextPart& part : parts) {
            if (!part.special) {
                run += part.text;
                continue;
            }
            for (size_t at = 0; at < part.text.size();) {
                const auto found = controls_.next(part.text, at);
                run += part.text.substr(at, found.begin - at);
                at = found.begin + found.length;
                if (found.token < 0) continue;
                encode_run(run, tokens);
                run.clear();
                tokens.push_back(found.token);
                if (strips_right(found.token))
                    at = std::min(part.text.find_first_not_of(" \t\r\n", at), part.text.size());
            }
        }
        encode_run(run, tokens);
        return tokens;
    }

    std::string_view piece(Token token) const override {
        return token >= 0 && token < vocabulary() ? std::string_view(pieces_[static_cast<size_t>(token)]) : "";
    }
    int64_t vocabulary() const override { return static_cast<int64_t>(pieces_.size()); }
    Token bos() const override { return bos_; }
    bool adds_bos() const override { return adds_bos_; }
    bool ends_text(Token token) const override {
        return token >= 0 && token < vocabulary() && ends_[static_cast<size_t>(token)];
    }
    bool adds_space() const override { return adds_space_; }

 private:
    void add(const Vocabulary& v, size_t id) {
        const std::string_view text = v.texts[id];
        const TokenKind kind = v.kinds[id];
        const auto token = static_cast<Token>(id);
        if (kind == TokenKind::control || kind == TokenKind::unknown) {
            controls_.add(text, token);
            ends_[id] = ends_by_text(text);
            pieces_.emplace_back(kind == TokenKind::unknown ? kUnknown : "");
        } else if (kind == TokenKind::byte) {
            const uint8_t byte = *byte_of(text);
            if (v.byte_fallback) bytes_[byte] = token;
            pieces_.emplace_back(1, static_cast<char>(byte));
        } else {
            pieces_.push_back(with_spaces(text));
        }
    }

    static std::string with_spaces(std::string_view text) {
        std::string shown;
        for (size_t i = 0; i < text.size();) {
            const bool space = text.substr(i).starts_with(kWordStart);
            shown += space ? ' ' : text[i];
            i += space ? kWordStart.size() : 1;
        }
        return shown;
    }

    bool strips_right(Token token) const { return strips_right_ && token != bos_ && token != unknown_; }

    /// A text between control tokens: whole characters through the library, stray bytes as themselves.
    void encode_run(std::string_view text, std::vector<Token>& tokens) const {
        if (text.empty()) return;
        if (removes_spaces_) text.remove_prefix(std::min(text.find_first_not_of(' '), text.size()));
        std::string whole(adds_space_ ? kWordStart : "");
        for (size_t at = 0; at < text.size();) {
            const size_t length = character_length(text.substr(at));
            if (length == 0) {
                encode_whole(whole, tokens);
                whole.clear();
                tokens.push_back(bytes_[static_cast<unsigned char>(text[at])]);
            } else {
                whole += text.substr(at, length);
            }
            at += length == 0 ? 1 : length;
        }
        encode_whole(whole, tokens);
    }

    void encode_whole(const std::string& text, std::vector<Token>& tokens) const {
        std::vector<int> ids;
        if (!text.empty() && processor_.Encode(text, &ids).ok()) tokens.insert(tokens.end(), ids.begin(), ids.end());
    }

    sentencepiece::SentencePieceProcessor processor_;
    ControlTokens controls_;
    std::vector<std::string> pieces_;
    std::vector<bool> ends_;
    std::array<Token, 256> bytes_{};
    Token bos_, unknown_;
    bool adds_bos_, adds_space_, removes_spaces_, strips_right_;
};

Error refused(const Gguf& file, const std::string& why) {
    return {Fault::damaged_file, file.subject(), "the model file's vocabulary is damaged: " + why,
            "Download or copy it again"};
}

}  // namespace

Result<std::unique_ptr<Tokenizer>> make_tokenizer(const Gguf& file) {
    try {
        const auto vocabulary = read_vocabulary(file);
        if (!vocabulary) return vocabulary.error();
        auto tokenizer = std::make_unique<SentencePieceTokenizer>(*vocabulary);
        if (!tokenizer->load(sentencepiece_model(*vocabulary)))
            return refused(file, "SentencePiece can't make sense of it");
        return std::unique_ptr<Tokenizer>(std::move(tokenizer));
    } catch (const std::bad_alloc&) {
        return Error{Fault::out_of_memory, file.subject(), "there is not enough memory for its vocabulary",
                     "Close other programs"};
    } catch (const std::exception& e) {
        return refused(file, e.what());
    }
}

}  // namespace floe
