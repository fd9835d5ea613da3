// A model without arithmetic, for tests of everything around it.
#pragma once

#include <algorithm>
#include <functional>
#include <map>
#include <string>
#include <vector>

#include "engine/run/decoder.h"
#include "engine/sampling/constraint.h"
#include "engine/sampling/random.h"
#include "engine/tokenizer/tokenizer.h"

namespace floe::test {

/// Keeps one number a slot where a model keeps keys and values: a digest of the token there and of the number before
/// it, which it reaches through the block table. Logits are drawn from the digest. So a wrong slot, table, copy or
/// reuse anywhere in the past changes every answer after it.
class FakeDecoder : public Decoder {
 public:
    FakeDecoder(const DecoderLimits& limits, int64_t vocabulary)
        : limits_(limits),
          vocabulary_(vocabulary),
          pages_(static_cast<size_t>(limits.kv_blocks * limits.block_size), poison) {}

    Outcome run(const StepBatch& batch, std::span<float> logits) override {
        ++runs;
        if (before_run) before_run();
        check_limits(batch, logits);
        if (runs == fail_at) return Error{Fault::device_lost, "test", "the device went away on purpose", ""};
        for (const BlockCopy& copy : batch.copies)
            std::copy_n(pages_.begin() + copy.from * limits_.block_size, limits_.block_size,
                        pages_.begin() + copy.to * limits_.block_size);
        for (size_t r = 0; r < batch.tokens.size(); ++r) write(batch, r);
        float* out = logits.data();
        for (const int32_t row : batch.logit_rows)
            for (int64_t v = 0; v < vocabulary_; ++v) *out++ = logit(digest_at(batch, static_cast<size_t>(row)), v);
        if (runs == throw_at) throw std::bad_alloc();
        return Done{};
    }
    const DecoderLimits& limits() const override { return limits_; }
    int64_t vocabulary() const override { return vocabulary_; }

    /// What the decoder answers after these tokens, computed without pages.
    std::vector<float> logits_after(std::span<const Token> tokens) const {
        uint64_t digest = 0;
        for (size_t p = 0; p < tokens.size(); ++p) digest = next(digest, tokens[p], p);
        std::vector<float> row(static_cast<size_t>(vocabulary_));
        for (int64_t v = 0; v < vocabulary_; ++v) row[static_cast<size_t>(v)] = logit(digest, v);
        return row;
    }

    int64_t runs = 0, fail_at = 0, throw_at = 0;
    std::function<void()> before_run;
    std::string broken_limit;  // what a batch exceeded, if any did

 private:
    static constexpr uint64_t poison = 0xdeadbeefdeadbeef;

    static uint64_t next(uint64_t before, Token token, size_t position) {
        return mix(before * 31 + static_cast<uint64_t>(token) * 1000003 + position);
    }
    static float logit(uint64_t digest, int64_t v) {
        return static_cast<float>(uniform(digest, static_cast<uint64_t>(v)) * 8);
    }
    size_t slot(const StepBatch& batch, size_t row, int64_t position) const {
        const auto& table = batch.block_tables[static_cast<size_t>(batch.sequences[row])];
        return static_cast<size_t>(table[static_cast<size_t>(position / limits_.block_size)] * limits_.block_size +
                                   position % limits_.block_size);
    }
    void write(const StepBatch& batch, size_t r) {
        const int64_t position = batch.positions[r];
        const uint64_t before = position == 0 ? 0 : pages_[slot(batch, r, position - 1)];
        pages_[static_cast<size_t>(batch.slots[r])] = next(before, batch.tokens[r], static_cast<size_t>(position));
    }
    /// Walks the whole past through the table, as attention does.
    uint64_t digest_at(const StepBatch& batch, size_t r) const { return pages_[slot(batch, r, batch.positions[r])]; }
    void check_limits(const StepBatch& batch, std::span<float> logits) {
        const auto over = [&](size_t n, int64_t most, const char* what) {
            if (static_cast<int64_t>(n) > most) broken_limit = what;
        };
        over(batch.tokens.size(), limits_.max_rows, "rows");
        over(batch.block_tables.size(), limits_.max_sequences, "sequences");
        over(batch.logit_rows.size(), limits_.max_logit_rows, "logit rows");
        for (const auto& table : batch.block_tables) over(table.size(), limits_.max_blocks_per_sequence, "blocks");
        auto slots = batch.slots;
        std::ranges::sort(slots);
        if (std::ranges::adjacent_find(slots) != slots.end()) broken_limit = "a slot written twice";
        if (logits.size() != batch.logit_rows.size() * static_cast<size_t>(vocabulary_)) broken_limit = "logits' size";
    }

    DecoderLimits limits_;
    int64_t vocabulary_;
    std::vector<uint64_t> pages_;
};

/// A piece a token; 0 begins a text, 1 ends it.
class FakeTokenizer : public Tokenizer {
 public:
    explicit FakeTokenizer(std::vector<std::string> pieces) : pieces_(std::move(pieces)) {}
    /// Pieces "2; ", "3; ", …
    static FakeTokenizer of_size(int64_t vocabulary) {
        std::vector<std::string> pieces{"", ""};
        for (int64_t t = 2; t < vocabulary; ++t) pieces.push_back(std::to_string(t) + "; ");
        return FakeTokenizer(pieces);
    }

    std::vector<Token> encode(std::string_view, bool) const override { return {}; }
    std::string_view piece(Token token) const override { return pieces_.at(static_cast<size_t>(token)); }
    int64_t vocabulary() const override { return static_cast<int64_t>(pieces_.size()); }
    Token bos() const override { return 0; }
    bool adds_bos() const override { return true; }
    bool ends_text(Token token) const override { return token == 1; }
    bool adds_space() const override { return adds_space_; }

    bool adds_space_ = false;

 private:
    std::vector<std::string> pieces_;
};

/// `tokens` tokens: a choice among three where what is left is a multiple of four, forced text elsewhere.
class FakeConstraint : public Constraint {
 public:
    explicit FakeConstraint(int64_t tokens) : left_(tokens) {}
    std::vector<Token> forced(std::string& text) override {
        std::vector<Token> tokens;
        while (left_ > 0 && left_ % 4 != 0) {
            tokens.push_back(2);
            text += "f";
            --left_;
        }
        return tokens;
    }
    void allowed(int64_t, TokenMask& mask) override {
        for (const Token t : {3, 4, 5}) mask.allow(t);
    }
    std::string accept(Token token, double probability) override {
        accepted.push_back({token, probability});
        --left_;
        return std::string(1, static_cast<char>('0' + token));
    }
    bool finished() const override { return left_ == 0; }
    std::vector<VerbatimValue> values() const override {
        return {{"/last", {}, accepted.empty() ? 0 : accepted.back().second}};
    }

    std::vector<std::pair<Token, double>> accepted;

 private:
    int64_t left_;
};

/// A schema is a number of tokens.
class FakeConstraints : public ConstraintFactory {
 public:
    Result<std::unique_ptr<Constraint>> make(const std::string& schema, const SourceText*,
                                             int64_t most) const override {
        if (schema == "throw") throw std::bad_alloc();
        const int64_t tokens = std::atoll(schema.c_str());
        if (tokens <= 0 || tokens > most) return Error{Fault::bad_input, "schema", "it isn't a number of tokens", ""};
        return std::unique_ptr<Constraint>(std::make_unique<FakeConstraint>(tokens));
    }
};

/// What a callback heard, put together.
struct Heard {
    std::string text;
    std::vector<Token> tokens;
    std::vector<float> logits;
    Finish finish = Finish::none;
    Usage usage;
    std::vector<VerbatimValue> values;
    std::optional<Error> error;
    int events = 0, ends = 0;

    Callback callback() {
        return [this](const Event& event) {
            ++events;
            text += event.text;
            tokens.insert(tokens.end(), event.tokens.begin(), event.tokens.end());
            if (event.finish == Finish::none) return;
            ++ends;
            finish = event.finish;
            logits = event.logits;
            usage = event.usage;
            values = event.values;
            error = event.error;
        };
    }
};

}  // namespace floe::test
