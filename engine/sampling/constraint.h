// What the next token of a constrained answer may be.
#pragma once

#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "engine/engine.h"
#include "engine/tokenizer/tokenizer.h"

namespace floe {

/// One bit a token of the vocabulary.
class TokenMask {
 public:
    explicit TokenMask(int64_t size) : size_(size), words_((size + 63) / 64) {}
    void clear() { words_.assign(words_.size(), 0); }
    void allow(Token t) { words_[t >> 6] |= uint64_t{1} << (t & 63); }
    /// Allows what `other` allows, as far as both reach.
    void allow(const TokenMask& other) {
        for (size_t i = 0; i < words_.size() && i < other.words_.size(); ++i) words_[i] |= other.words_[i];
    }
    bool allows(Token t) const { return words_[t >> 6] >> (t & 63) & 1; }
    int64_t size() const { return size_; }
    std::span<const uint64_t> words() const { return words_; }

 private:
    int64_t size_;
    std::vector<uint64_t> words_;
};

/// The state of one answer under a constraint. Belongs to one request, lives on the engine thread.
/// Each round: `forced()`; while it is empty and not finished(): allowed(), a choice, accept().
class Constraint {
 public:
    virtual ~Constraint() = default;

    /// Tokens that must come next because only one text is possible; accepted already, to be appended without sampling.
    /// `text` is what they add to the answer.
    virtual std::vector<Token> forced(std::string& text) = 0;

    /// Marks every token that may come next when `tokens_left` tokens remain, this one counted: choices after which the
    /// answer could not be closed in time are not among them. Never empty unless finished().
    virtual void allowed(int64_t tokens_left, TokenMask& mask) = 0;

    /// Takes an allowed token, drawn with `probability` among the allowed ones (for confidences). Returns the text it
    /// adds.
    virtual std::string accept(Token token, double probability) = 0;

    virtual bool finished() const = 0;

    /// Values copied from the source so far.
    virtual std::vector<VerbatimValue> values() const = 0;
};

/// Compiled once for a tokenizer, shared by requests; immutable. May be used from any thread.
class ConstraintFactory {
 public:
    virtual ~ConstraintFactory() = default;
    /// Compiles (or finds) the schema. `source` may be null where the schema has no verbatim strings.
    /// A schema that uses what is not supported, or that cannot close within `max_tokens`, is an Error that names the
    /// place.
    virtual Result<std::unique_ptr<Constraint>> make(const std::string& schema, const SourceText* source,
                                                     int64_t max_tokens) const = 0;
};

std::unique_ptr<ConstraintFactory> make_constraint_factory(const Tokenizer& tokenizer);

}  // namespace floe
