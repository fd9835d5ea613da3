#include "engine/sampling/json_grammar.h"

#include <algorithm>
#include <map>
#include <nlohmann/json.hpp>
#include <tuple>

namespace floe {

namespace {

int64_t times(int64_t count, int64_t cost) {
    if (count == 0 || cost == 0) return 0;
    return cost >= never || count >= never / cost ? never : count * cost;
}

}  // namespace

JsonGrammar::JsonGrammar(Schema schema, const TokenTrie& tokens) : schema_(std::move(schema)), words_(tokens) {
    for (const SchemaValue& value : schema_.values) {
        literals_.push_back(value.literals.empty() ? -1 : words_.add(value.literals));
        std::vector<int32_t>& keys = keys_.emplace_back();
        for (const Property& property : value.properties) {
            std::string text(1, keys.empty() ? '{' : ',');
            text += nlohmann::json(property.name).dump();
            text += ':';
            keys.push_back(words_.add({&text, 1}));
        }
    }
}

ClosingCosts::ClosingCosts(const JsonGrammar& grammar, const TokenTrie& tokens, const VerbatimIndex* source)
    : grammar_(grammar), values_(grammar.schema().values.size()), bytes_(256, never) {
    find_bytes(tokens);
    std::map<std::pair<Reach, int64_t>, std::pair<int64_t, int64_t>> runs;  // many fields, few rules
    for (size_t i = 0; i < values_.size() && source; ++i) {
        const SchemaValue& value = grammar.schema().values[i];
        if (!value.verbatim()) continue;
        const Reach reach = value.string->kind == StringRule::Kind::block ? Reach::block : Reach::line;
        const int64_t most = value.string->most;
        const auto [known, fresh] = runs.try_emplace({reach, most});
        if (fresh) known->second = {source->shortest(reach, most, false), source->shortest(reach, most, true)};
        std::tie(values_[i].run, values_[i].spaced_run) = known->second;
    }
    // Values stand before those inside them, so that backwards one round settles what has no recursion.
    for (bool changed = true; changed;) {
        changed = false;
        for (auto i = static_cast<int32_t>(values_.size()); i-- > 0;) changed |= improve(i);
    }
}

void ClosingCosts::find_bytes(const TokenTrie& tokens) {
    for (int byte = 0; byte < 256; ++byte) {
        const bool there = tokens.has_byte(static_cast<uint8_t>(byte));
        bytes_[byte] = there ? 1 : never;
        if (there && byte >= 0x20 && byte < 0x7F && byte != '"' && byte != '\\') character_ = 1;
        if (!there && byte >= 0x80 && byte < 0xC0) continuation_ = never;
        if (!there && byte >= '0' && byte <= '9') digit_ = never;
    }
}

/// Works the value's costs out from those inside it; true: it got cheaper.
bool ClosingCosts::improve(int32_t index) {
    const SchemaValue& rule = grammar_.value(index);
    Value& value = values_[index];
    if (!rule.properties.empty()) {
        value.after_property.resize(rule.properties.size());
        int64_t rest = byte('}');
        for (size_t i = rule.properties.size(); i-- > 0;) {
            value.after_property[i] = rest;
            rest = plus(rest,
                        plus(grammar_.words().cost(grammar_.key(index, i)), values_[rule.properties[i].value].whole));
        }
        value.object = rest;
    }
    if (rule.array) value.array = plus(byte('['), after_item(index, 0));
    int64_t whole = std::min(value.object, value.array);
    if (rule.string) whole = std::min(whole, string(index));
    if (rule.number) whole = std::min(whole, digit_);
    if (grammar_.literals(index) >= 0) whole = std::min(whole, grammar_.words().cost(grammar_.literals(index)));
    const bool cheaper = whole < value.whole;
    value.whole = whole;
    return cheaper;
}

int64_t ClosingCosts::string(int32_t index) const {
    const StringRule& rule = *grammar_.value(index).string;
    const int64_t quotes = plus(byte('"'), byte('"'));
    return plus(quotes, rule.kind == StringRule::Kind::free ? times(rule.least, character_) : values_[index].run);
}

int64_t ClosingCosts::after_item(int32_t index, int64_t items) const {
    const ArrayRule& rule = *grammar_.value(index).array;
    const int64_t missing = std::max<int64_t>(0, rule.least - items);
    int64_t cost = times(missing, plus(byte(','), value(rule.item)));
    if (items == 0 && missing > 0 && cost < never) cost -= byte(',');  // none before the first
    return plus(cost, byte(']'));
}

}  // namespace floe
