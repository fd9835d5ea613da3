#include "engine/tokenizer/vocabulary.h"

#include <algorithm>
#include <array>
#include <limits>
#include <utility>

namespace floe {
namespace {

constexpr std::string_view kPrefix = "tokenizer.ggml.";

const GgufValue* find(const Gguf& file, std::string_view name) {
    return file.find(std::string(kPrefix).append(name));
}

Error damaged(const Gguf& file, std::string problem) {
    return {Fault::damaged_file, file.subject(), "the model file's vocabulary is damaged: " + std::move(problem),
            "Download or copy it again"};
}

Token token_id(const Gguf& file, std::string_view name, int64_t size, Token otherwise) {
    const GgufValue* value = find(file, name);
    if (!value) return otherwise;
    const int64_t id = value->integer().value_or(-1);
    return id >= 0 && id < size ? static_cast<Token>(id) : -1;
}

bool flag(const Gguf& file, std::string_view name, bool otherwise) {
    const GgufValue* value = find(file, name);
    return value ? value->boolean().value_or(otherwise) : otherwise;
}

/// The id that usually holds `text`, or -1 where it holds something else.
Token usual(const Vocabulary& v, Token id, std::string_view text) {
    return id < v.size() && v.texts[static_cast<size_t>(id)] == text ? id : -1;
}

/// "<s>", "</s>", "<|user|>", "<start_of_turn>": written by programs, never by people.
bool looks_like_control(std::string_view text) {
    constexpr std::array<std::string_view, 8> known{
        "<unk>", "<s>", "</s>", "<pad>", "<bos>", "<eos>", "<start_of_turn>", "<end_of_turn>"};
    if (std::find(known.begin(), known.end(), text) != known.end()) return true;
    return text.size() > 4 && text.starts_with("<|") && text.ends_with("|>");
}

/// An array of `size` numbers, `otherwise` for each where there is none.
Result<std::vector<double>> numbers(const Gguf& file, std::string_view name, int64_t size, double otherwise) {
    const GgufValue* value = find(file, name);
    if (!value) return std::vector<double>(static_cast<size_t>(size), otherwise);
    auto read = value->numbers();
    if (!read || static_cast<int64_t>(read->size()) != size)
        return damaged(file, std::string(kPrefix).append(name) + " does not hold one number for each of " +
                                 std::to_string(size) + " tokens");
    return std::move(*read);
}

void set_kinds(Vocabulary& v, const std::vector<double>& types) {
    const bool told = std::any_of(types.begin(), types.end(), [](double type) { return type != 1; });
    v.kinds.reserve(types.size());
    for (size_t i = 0; i < types.size(); ++i) {
        const double type = types[i];
        TokenKind kind = type >= 1 && type <= 6 ? static_cast<TokenKind>(static_cast<int>(type)) : TokenKind::normal;
        const bool is_byte = byte_of(v.texts[i]).has_value();
        if (!told && is_byte) kind = TokenKind::byte;
        if (kind == TokenKind::byte && !is_byte) kind = TokenKind::normal;
        const bool may_be_control = kind == TokenKind::user_defined || (!told && kind == TokenKind::normal);
        if (may_be_control && looks_like_control(v.texts[i])) kind = TokenKind::control;
        v.kinds.push_back(kind);
    }
}

/// SentencePiece wants exactly one unknown token, and bytes for all or none.
void set_unknown_and_bytes(Vocabulary& v, Token unknown) {
    if (unknown < 0) {
        const auto first = std::find(v.kinds.begin(), v.kinds.end(), TokenKind::unknown);
        unknown = first == v.kinds.end() ? 0 : static_cast<Token>(first - v.kinds.begin());
    }
    v.unknown = unknown;
    std::array<bool, 256> seen{};
    for (size_t i = 0; i < v.kinds.size(); ++i) {
        if (v.kinds[i] == TokenKind::unknown) v.kinds[i] = TokenKind::unused;
        if (v.kinds[i] == TokenKind::byte) seen[*byte_of(v.texts[i])] = true;
    }
    v.kinds[static_cast<size_t>(unknown)] = TokenKind::unknown;
    v.byte_fallback = std::all_of(seen.begin(), seen.end(), [](bool is) { return is; });
}

void set_special(Vocabulary& v, const Gguf& file) {
    v.bos = token_id(file, "bos_token_id", v.size(), usual(v, 1, "<s>"));
    v.eos = token_id(file, "eos_token_id", v.size(), usual(v, 2, "</s>"));
    v.end_of_turn = token_id(file, "eot_token_id", v.size(), -1);
    v.adds_bos = flag(file, "add_bos_token", true) && v.bos >= 0;
    v.adds_space = flag(file, "add_space_prefix", true);
    v.removes_extra_spaces = flag(file, "remove_extra_whitespaces", false);
    if (const GgufValue* map = find(file, "precompiled_charsmap"); map && map->kind == GgufKind::array)
        v.charsmap = {reinterpret_cast<const char*>(map->bytes.data()), map->bytes.size()};
    const GgufValue* architecture = file.find("general.architecture");
    v.control_strips_right = architecture && architecture->text() == "phi3";
}

}  // namespace

std::optional<uint8_t> byte_of(std::string_view text) {
    if (text.size() != 6 || !text.starts_with("<0x") || text[5] != '>') return std::nullopt;
    int value = 0;
    for (const char c : text.substr(3, 2)) {
        const bool digit = c >= '0' && c <= '9', letter = c >= 'A' && c <= 'F';
        if (!digit && !letter) return std::nullopt;
        value = value * 16 + (digit ? c - '0' : c - 'A' + 10);
    }
    return static_cast<uint8_t>(value);
}

Result<Vocabulary> read_vocabulary(const Gguf& file) {
    const GgufValue* model = find(file, "model");
    const std::string_view kind = model ? model->text().value_or("") : "";
    if (kind.empty()) return damaged(file, "it does not say what kind it is of (tokenizer.ggml.model)");
    if (kind != "llama")
        return Error{Fault::unsupported, file.subject(),
                     "its vocabulary is of the kind \"" + std::string(kind.substr(0, 40)) +
                         "\", and only SentencePiece (\"llama\") is known",
                     "Choose a model with a SentencePiece vocabulary"};

    Vocabulary v;
    const GgufValue* tokens = find(file, "tokens");
    auto texts = tokens ? tokens->texts() : std::nullopt;
    if (!texts || texts->empty() || texts->size() > std::numeric_limits<Token>::max())
        return damaged(file, "it has no list of tokens (tokenizer.ggml.tokens)");
    v.texts = std::move(*texts);

    const auto scores = numbers(file, "scores", v.size(), 0);
    if (!scores) return scores.error();
    const auto types = numbers(file, "token_type", v.size(), 1);
    if (!types) return types.error();
    v.scores.assign(scores->begin(), scores->end());
    set_kinds(v, *types);
    set_unknown_and_bytes(v, token_id(file, "unknown_token_id", v.size(), -1));
    set_special(v, file);
    return v;
}

}  // namespace floe
