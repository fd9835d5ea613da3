// One answer under a schema: a JsonMachine led by tokens.
#pragma once

#include <memory>
#include <optional>
#include <vector>

#include "engine/sampling/json_machine.h"
#include "engine/sampling/vocabulary_index.h"

namespace floe {

class JsonConstraint : public Constraint {
 public:
    /// Everything that an answer needs besides its own state. `source` is there where the schema has verbatim strings.
    struct Parts {
        std::shared_ptr<const VocabularyIndex> vocabulary;
        std::shared_ptr<const JsonGrammar> grammar;
        std::optional<VerbatimIndex> source;
        std::optional<ClosingCosts> costs;
    };
    JsonConstraint(std::unique_ptr<const Parts> parts, int64_t max_tokens);

    std::vector<Token> forced(std::string& text) override;
    void allowed(int64_t tokens_left, TokenMask& mask) override;
    std::string accept(Token token, double probability) override;
    bool finished() const override;
    std::vector<VerbatimValue> values() const override;

 private:
    std::string only_text(JsonState& end);
    std::optional<Token> only_token();
    bool goes_on();
    bool take(std::string_view bytes, double probability, std::string& text);
    void watch_value(const JsonState& before);
    int64_t budget() const;
    template <class Use>
    void walk(const TokenTrie& trie, int64_t budget, Use use);
    template <class Use>
    void next_bytes(const JsonState& from, Use use);

    std::unique_ptr<const Parts> parts_;
    JsonMachine machine_;
    JsonState state_;
    int64_t tokens_left_;
    bool ended_ = false;                 // nothing more may come
    std::vector<VerbatimValue> values_;  // the last one is being written while `value_open_`
    bool value_open_ = false;
    std::vector<JsonState> path_;  // of walk(), by depth
    std::vector<JsonMachine::Mark> marks_;
};

}  // namespace floe
