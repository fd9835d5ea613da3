#include <map>
#include <mutex>
#include <set>

#include "engine/sampling/json_constraint.h"

namespace floe {

namespace {

constexpr size_t most_kept = 32;  // compiled schemas

Error wrong(Fault kind, const std::string& problem, const std::string& advice, const std::string& place) {
    return {kind, "schema", problem + " (at #" + place + ")", advice, {{"place", "#" + place}}};
}

/// Why the answer can't be closed with any number of tokens: the innermost value that can't.
Error explain(const JsonGrammar& grammar, const ClosingCosts& costs) {
    std::set<int32_t> seen;
    int32_t index = 0;
    while (seen.insert(index).second) {
        const SchemaValue& value = grammar.value(index);
        int32_t inner = -1;
        for (const Property& property : value.properties)
            if (inner < 0 && costs.value(property.value) >= never) inner = property.value;
        if (inner < 0 && value.array && costs.value(value.array->item) >= never) inner = value.array->item;
        if (inner < 0 && value.verbatim() && costs.run(index) >= never)
            return wrong(Fault::bad_input, "the source has no text that may stand here, and null is not allowed",
                         "Allow null", value.place);
        if (inner < 0)
            return wrong(Fault::unsupported, "a value is too long, or the model's vocabulary can't write it",
                         "Ask for less", value.place);
        index = inner;
    }
    return wrong(Fault::bad_input, "a value contains itself without end", "Allow null or an empty array in the circle",
                 grammar.value(index).place);
}

class Factory : public ConstraintFactory {
 public:
    explicit Factory(const Tokenizer& tokenizer) : vocabulary_(std::make_shared<const VocabularyIndex>(tokenizer)) {}

    Result<std::unique_ptr<Constraint>> make(const std::string& schema, const SourceText* source,
                                             int64_t max_tokens) const override {
        auto grammar = compiled(schema);
        if (!grammar) return grammar.error();
        auto parts = std::make_unique<JsonConstraint::Parts>();
        parts->vocabulary = vocabulary_;
        parts->grammar = *grammar;
        if (parts->grammar->schema().verbatim()) {
            if (!source)
                return Error{Fault::bad_input,
                             "schema",
                             "it asks for verbatim values, and there is no source text",
                             "Give the text that values are to be copied from",
                             {}};
            auto index = VerbatimIndex::make(*source, vocabulary_->all());
            if (!index) return index.error();
            parts->source = std::move(*index);
        }
        parts->costs.emplace(*parts->grammar, vocabulary_->all(), parts->source ? &*parts->source : nullptr);
        const int64_t need = parts->costs->value(0);
        if (need >= never) return explain(*parts->grammar, *parts->costs);
        if (need > max_tokens)
            return Error{Fault::bad_input,
                         "schema",
                         "its shortest answer may take " + std::to_string(need) + " tokens, and only " +
                             std::to_string(max_tokens) + " are allowed",
                         "Allow more tokens or ask for less",
                         {{"tokens", std::to_string(need)}}};
        return std::unique_ptr<Constraint>(std::make_unique<JsonConstraint>(std::move(parts), max_tokens));
    }

 private:
    Result<std::shared_ptr<const JsonGrammar>> compiled(const std::string& text) const {
        const std::scoped_lock lock(mutex_);
        if (const auto kept = kept_.find(text); kept != kept_.end()) return kept->second;
        auto schema = read_schema(text);
        if (!schema) return schema.error();
        if (kept_.size() >= most_kept) kept_.clear();
        return kept_[text] = std::make_shared<const JsonGrammar>(std::move(*schema), vocabulary_->all());
    }

    std::shared_ptr<const VocabularyIndex> vocabulary_;
    mutable std::mutex mutex_;
    mutable std::map<std::string, std::shared_ptr<const JsonGrammar>> kept_;
};

}  // namespace

std::unique_ptr<ConstraintFactory> make_constraint_factory(const Tokenizer& tokenizer) {
    return std::make_unique<Factory>(tokenizer);
}

}  // namespace floe
