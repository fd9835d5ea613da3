#include "engine/sampling/json_constraint.h"

#include <algorithm>

namespace floe {

namespace {

constexpr size_t longest_run = 64 << 10;  // of forced text at a time

}  // namespace

JsonConstraint::JsonConstraint(std::unique_ptr<const Parts> parts, int64_t max_tokens)
    : parts_(std::move(parts)),
      machine_(*parts_->grammar, *parts_->costs, parts_->source ? &*parts_->source : nullptr),
      tokens_left_(max_tokens) {}

std::vector<Token> JsonConstraint::forced(std::string& text) {
    std::vector<Token> tokens;
    text.clear();
    while (!finished()) {
        JsonState after = state_;
        const JsonMachine::Mark mark = machine_.mark();
        const std::string run = only_text(after);
        const int64_t need = machine_.need(after);
        machine_.rewind(mark);
        if (!run.empty()) {
            const auto cut = parts_->vocabulary->tokens_of(run, tokens_left_ - need);
            if (!cut || static_cast<int64_t>(cut->size()) > tokens_left_ - need) break;
            take(run, 1, text);
            tokens.insert(tokens.end(), cut->begin(), cut->end());
            tokens_left_ -= static_cast<int64_t>(cut->size());
        } else if (const auto token = only_token()) {
            take(parts_->vocabulary->piece(*token), 1, text);
            tokens.push_back(*token);
            --tokens_left_;
        } else {
            break;
        }
    }
    return tokens;
}

void JsonConstraint::allowed(int64_t tokens_left, TokenMask& mask) {
    tokens_left_ = tokens_left;
    mask.clear();
    if (finished()) return;
    const VocabularyIndex& vocabulary = *parts_->vocabulary;
    const auto allow = [&](Token token) {
        if (token < mask.size()) mask.allow(token);
        return true;
    };
    if (machine_.complete(state_))
        for (const Token token : vocabulary.end_tokens()) allow(token);
    if (state_.mode == JsonState::Mode::string && state_.more == 0) {
        const StringRule& rule = *parts_->grammar->value(state_.value).string;
        // A token of content uses up one of the tokens left, and needs none more than the state did.
        if (state_.count < rule.least || machine_.need(state_) <= budget())
            vocabulary.allow_plain(rule.most - state_.count, mask);
        walk(vocabulary.not_plain(), budget(), allow);
    } else {
        walk(vocabulary.all(), budget(), allow);
    }
}

std::string JsonConstraint::accept(Token token, double probability) {
    const std::vector<Token>& ends = parts_->vocabulary->end_tokens();
    const std::string_view piece = parts_->vocabulary->piece(token);
    const bool end = std::find(ends.begin(), ends.end(), token) != ends.end();
    std::string text;
    --tokens_left_;
    if (finished() || end || piece.empty() || !take(piece, probability, text)) ended_ = true;
    return text;
}

bool JsonConstraint::finished() const {
    return ended_ || state_.mode == JsonState::Mode::end || (tokens_left_ <= 0 && machine_.complete(state_));
}

std::vector<VerbatimValue> JsonConstraint::values() const {
    return {values_.begin(), values_.end() - value_open_};
}

/// Tokens that may be needed behind the next one. An answer that has fewer left than it was made for is closed as soon
/// as its text allows.
int64_t JsonConstraint::budget() const {
    return std::max(tokens_left_, machine_.need(state_)) - 1;
}

/// The text that must come next, and the state behind it. Where a value is chosen, the model does so in its own tokens:
/// what stands in the source, and a literal that is not the only one, are left to it even where they begin alike.
std::string JsonConstraint::only_text(JsonState& end) {
    std::string run;
    JsonState before_literal = end;
    size_t literal_at = 0;
    while (end.mode != JsonState::Mode::run && !machine_.complete(end) && run.size() < longest_run) {
        int found = 0;
        uint8_t only = 0;
        next_bytes(end, [&](uint8_t byte) {
            only = byte;
            return ++found < 2;
        });
        if (found != 1) break;
        if (end.mode != JsonState::Mode::literal) {
            before_literal = end;
            literal_at = run.size();
        }
        machine_.step(end, only);
        run += static_cast<char>(only);
    }
    if (end.mode == JsonState::Mode::literal) {
        end = before_literal;
        run.resize(literal_at);
    }
    return run;
}

/// In the middle of a copied run: the token, if there is only one.
std::optional<Token> JsonConstraint::only_token() {
    if (state_.mode != JsonState::Mode::run || state_.run.size == 0) return std::nullopt;
    std::optional<Token> only;
    int found = 0;
    walk(parts_->vocabulary->all(), budget(), [&](Token token) {
        only = token;
        return ++found < 2;
    });
    return found == 1 ? only : std::nullopt;
}

bool JsonConstraint::goes_on() {
    bool any = false;
    next_bytes(state_, [&](uint8_t) {
        any = true;
        return false;
    });
    return any;
}

/// Takes the bytes of tokens drawn with `probability`; adds what they show to `text`. False: they don't fit.
bool JsonConstraint::take(std::string_view bytes, double probability, std::string& text) {
    const size_t first_value = values_.size() - value_open_;
    for (const char c : bytes) {
        const JsonState before = state_;
        const Taken taken = machine_.step(state_, static_cast<uint8_t>(c));
        if (taken == Taken::refused) return false;
        if (taken == Taken::shown) text += c;
        watch_value(before);
    }
    for (size_t i = first_value; i < values_.size(); ++i) values_[i].confidence *= probability;
    if (state_.mode != JsonState::Mode::run) state_.run = {};
    machine_.keep_only(state_);
    if (state_.mode != JsonState::Mode::end && machine_.complete(state_) && !goes_on()) ended_ = true;
    return true;
}

/// Opens and closes the record of a verbatim value.
void JsonConstraint::watch_value(const JsonState& before) {
    using Mode = JsonState::Mode;
    const bool inside = state_.mode == Mode::run || state_.mode == Mode::literal;
    const bool begins = before.mode == Mode::value || before.mode == Mode::item;
    if (begins && inside && parts_->grammar->value(state_.value).verbatim()) {
        values_.push_back({machine_.path(state_), {}, 1.0});
        value_open_ = true;
    } else if (value_open_ && !inside) {
        if (before.mode == Mode::run) values_.back().spans = machine_.runs().spans(before.run);
        value_open_ = false;
    }
}

/// Calls `use` with each token that can be taken whole and after which `budget` tokens suffice, until it returns false.
template <class Use>
void JsonConstraint::walk(const TokenTrie& trie, int64_t budget, Use use) {
    const std::span<const TokenTrie::Node> nodes = trie.nodes();
    path_.assign(TokenTrie::longest_piece + 1, state_);
    marks_.assign(TokenTrie::longest_piece + 1, machine_.mark());
    for (size_t i = 0; i < nodes.size();) {
        const TokenTrie::Node& node = nodes[i];
        machine_.rewind(marks_[node.depth - 1]);
        JsonState& state = path_[node.depth] = path_[node.depth - 1];
        if (machine_.step(state, node.byte) == Taken::refused) {
            i = node.skip;
            continue;
        }
        marks_[node.depth] = machine_.mark();
        if (node.token >= 0 && machine_.need(state) <= budget && !use(node.token)) break;
        ++i;
    }
    machine_.rewind(marks_[0]);
}

/// Calls `use` with each byte that may come next, until it returns false.
template <class Use>
void JsonConstraint::next_bytes(const JsonState& from, Use use) {
    const JsonMachine::Mark mark = machine_.mark();
    for (int byte = 0; byte < 256; ++byte) {
        JsonState state = from;
        const bool taken = machine_.step(state, static_cast<uint8_t>(byte)) != Taken::refused;
        const bool closes = taken && machine_.need(state) < never;
        machine_.rewind(mark);
        if (closes && !use(static_cast<uint8_t>(byte))) return;
    }
}

}  // namespace floe
