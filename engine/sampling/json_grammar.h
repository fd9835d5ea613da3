// A schema made ready for a vocabulary, and what it costs to close each value.
#pragma once

#include <vector>

#include "engine/sampling/schema.h"
#include "engine/sampling/verbatim_index.h"
#include "engine/sampling/word_trie.h"

namespace floe {

/// Immutable, shared by requests.
class JsonGrammar {
 public:
    JsonGrammar(Schema schema, const TokenTrie& tokens);

    const SchemaValue& value(int32_t value) const { return schema_.values[value]; }
    const Schema& schema() const { return schema_; }
    const WordTrie& words() const { return words_; }
    /// Root of the value's literals; -1: it has none.
    int32_t literals(int32_t value) const { return literals_[value]; }
    /// Root of the text from the end of the property before to this one's value: `{"name":` or `,"name":`.
    int32_t key(int32_t value, int64_t property) const { return keys_[value][property]; }

 private:
    Schema schema_;
    WordTrie words_;
    std::vector<int32_t> literals_;
    std::vector<std::vector<int32_t>> keys_;
};

/// The fewest tokens with which things close, by the vocabulary and the source of one request. Every cost here can be
/// reached a token at a time: where `n` tokens close a value, some token leads to a place where n - 1 do.
class ClosingCosts {
 public:
    /// `source` may be null where the schema has no verbatim strings.
    ClosingCosts(const JsonGrammar& grammar, const TokenTrie& tokens, const VerbatimIndex* source);

    int64_t value(int32_t value) const { return values_[value].whole; }
    int64_t object(int32_t value) const { return values_[value].object; }
    int64_t array(int32_t value) const { return values_[value].array; }
    /// The run of a verbatim string, with and without a space before it; quotes are not counted.
    int64_t run(int32_t value) const { return values_[value].run; }
    int64_t spaced_run(int32_t value) const { return values_[value].spaced_run; }
    /// From behind a property's value to the object's end, bracket included.
    int64_t after_property(int32_t value, int64_t property) const { return values_[value].after_property[property]; }
    /// From behind the array's `items`-th item (0: from behind the opening bracket) to its end, bracket included.
    int64_t after_item(int32_t value, int64_t items) const;

    int64_t byte(char c) const { return bytes_[static_cast<uint8_t>(c)]; }
    int64_t character() const { return character_; }        // of a string
    int64_t continuation() const { return continuation_; }  // a further byte of a character
    int64_t digit() const { return digit_; }

 private:
    struct Value {
        int64_t whole = never, object = never, array = never, run = never, spaced_run = never;
        std::vector<int64_t> after_property;
    };
    void find_bytes(const TokenTrie& tokens);
    bool improve(int32_t index);
    int64_t string(int32_t index) const;
    int64_t array_whole(int32_t index) const;

    const JsonGrammar& grammar_;
    std::vector<Value> values_;
    std::vector<int64_t> bytes_;
    int64_t character_ = never, continuation_ = 1, digit_ = 1;
};

}  // namespace floe
