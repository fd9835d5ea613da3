#include "engine/sampling/json_machine.h"

#include <algorithm>
#include <string_view>

#include "engine/sampling/characters.h"

namespace floe {

namespace {

constexpr int most_whole_digits = 15, most_integer_digits = 18, most_fraction_digits = 12;
constexpr int32_t most_depth = 64;  // deeper than this only the shortest way to close is open

bool is_digit(uint8_t byte) {
    return byte >= '0' && byte <= '9';
}

RunRule run_rule(const StringRule& rule) {
    return {rule.kind == StringRule::Kind::block ? Reach::block : Reach::line, rule.most};
}

}  // namespace

JsonMachine::JsonMachine(const JsonGrammar& grammar, const ClosingCosts& costs, const VerbatimIndex* source)
    : grammar_(grammar), costs_(costs), runs_(source) {}

Taken JsonMachine::step(JsonState& state, uint8_t byte) {
    const auto shown = [](bool taken) { return taken ? Taken::shown : Taken::refused; };
    switch (state.mode) {
        case JsonState::Mode::value:
            return shown(start_value(state, byte));
        case JsonState::Mode::literal:
            return shown(in_literal(state, byte));
        case JsonState::Mode::number:
            return shown(in_number(state, byte));
        case JsonState::Mode::string:
            return shown(in_string(state, byte));
        case JsonState::Mode::escape:
            state.mode = JsonState::Mode::string;
            return shown(std::string_view("\"\\/bfnrt").find(static_cast<char>(byte)) != std::string_view::npos);
        case JsonState::Mode::run:
            return in_run(state, byte);
        case JsonState::Mode::key:
            return shown(in_key(state, byte));
        case JsonState::Mode::item:
            return shown(first_item(state, byte));
        case JsonState::Mode::after:
            return shown(after_value(state, byte));
        case JsonState::Mode::end:
            break;
    }
    return Taken::refused;
}

bool JsonMachine::start_value(JsonState& state, uint8_t byte) {
    const int32_t index = state.value;
    const SchemaValue& rule = grammar_.value(index);
    const bool shortest_only = too_deep(state);
    const auto may_open = [&](int64_t cost) { return !shortest_only || cost == costs_.value(index); };
    if (const int32_t literals = grammar_.literals(index);
        literals >= 0 && grammar_.words().child(literals, byte) >= 0) {
        state.mode = JsonState::Mode::literal;
        state.word = literals;
        return in_literal(state, byte);
    }
    if (byte == '"' && rule.string) {
        state.mode = rule.verbatim() ? JsonState::Mode::run : JsonState::Mode::string;
        state.count = 0;
        state.run = {};
        return true;
    }
    if (byte == '{' && !rule.properties.empty() && may_open(costs_.object(index))) {
        next_property(state, state.frame, index, 0);
        return in_key(state, byte);
    }
    if (byte == '[' && rule.array && may_open(costs_.array(index))) {
        state.frame = open(state.frame, index, true, 0, costs_.after_item(index, 0));
        state.mode = JsonState::Mode::item;
        return true;
    }
    if (!rule.number) return false;
    state.mode = JsonState::Mode::number;
    state.digits = JsonState::Digits::sign;
    return is_digit(byte) ? in_number(state, byte) : byte == '-' && rule.number->negative;
}

bool JsonMachine::in_literal(JsonState& state, uint8_t byte) {
    const WordTrie& words = grammar_.words();
    const int32_t next = words.child(state.word, byte);
    if (next < 0) {  // a literal that is the beginning of another, such as 1 and 12, ends with what comes after it
        if (!words.ends(state.word)) return false;
        finish_value(state);
        return after_value(state, byte);
    }
    state.word = next;
    if (!words.goes_on(next)) finish_value(state);
    return true;
}

bool JsonMachine::in_number(JsonState& state, uint8_t byte) {
    using Digits = JsonState::Digits;
    const NumberRule& rule = *grammar_.value(state.value).number;
    const bool whole = state.digits == Digits::zero || state.digits == Digits::whole;
    if (is_digit(byte)) {
        const int most = state.digits == Digits::fraction ? most_fraction_digits
                         : rule.integer                   ? most_integer_digits
                                                          : most_whole_digits;
        if (state.digits == Digits::zero) return false;
        if (state.digits == Digits::sign || state.digits == Digits::point) {
            state.digits = state.digits == Digits::point ? Digits::fraction
                           : byte == '0'                 ? Digits::zero
                                                         : Digits::whole;
            state.count = 0;
        }
        return ++state.count <= most;
    }
    if (byte == '.' && whole && !rule.integer) {
        state.digits = Digits::point;
        return true;
    }
    if (!whole && state.digits != Digits::fraction) return false;
    finish_value(state);
    return after_value(state, byte);
}

bool JsonMachine::in_string(JsonState& state, uint8_t byte) {
    const StringRule& rule = *grammar_.value(state.value).string;
    if (state.more > 0) {
        if (byte < state.low || byte > state.high) return false;
        --state.more;
        state.low = 0x80, state.high = 0xBF;
        return true;
    }
    if (byte == '"') {
        finish_value(state);
        return state.count >= rule.least;
    }
    const Utf8Lead lead = utf8_lead(byte);
    if (byte < 0x20 || lead.following < 0 || state.count >= rule.most) return false;
    ++state.count;
    state.more = static_cast<uint8_t>(lead.following);
    state.low = lead.low, state.high = lead.high;
    if (byte == '\\') state.mode = JsonState::Mode::escape;
    return true;
}

Taken JsonMachine::in_run(JsonState& state, uint8_t byte) {
    if (byte == '"' && runs_.may_end(state.run)) {
        finish_value(state);
        return Taken::shown;
    }
    return runs_.step(state.run, run_rule(*grammar_.value(state.value).string), byte);
}

bool JsonMachine::in_key(JsonState& state, uint8_t byte) {
    state.word = grammar_.words().child(state.word, byte);
    if (state.word < 0) return false;
    if (grammar_.words().goes_on(state.word)) return true;
    const Frame& frame = frames_[state.frame];
    state.value = grammar_.value(frame.value).properties[frame.index].value;
    state.mode = JsonState::Mode::value;
    return true;
}

bool JsonMachine::first_item(JsonState& state, uint8_t byte) {
    const Frame frame = frames_[state.frame];
    const ArrayRule& rule = *grammar_.value(frame.value).array;
    if (byte == ']') {
        close_bracket(state);
        return rule.least == 0;
    }
    if (rule.least == 0 && too_deep(state)) return false;
    next_item(state, frame);
    return start_value(state, byte);
}

bool JsonMachine::after_value(JsonState& state, uint8_t byte) {
    if (state.frame < 0) return false;
    const Frame frame = frames_[state.frame];
    const SchemaValue& rule = grammar_.value(frame.value);
    if (frame.list) {
        if (byte == ']' && frame.index >= rule.array->least) {
            close_bracket(state);
            return true;
        }
        const bool open_end = frame.index < rule.array->most && !(frame.index >= rule.array->least && too_deep(state));
        if (byte != ',' || !open_end) return false;
        next_item(state, frame);
        return true;
    }
    const int64_t next = frame.index + 1;
    if (next < static_cast<int64_t>(rule.properties.size())) {
        next_property(state, frame.outside, frame.value, next);
        return in_key(state, byte);
    }
    close_bracket(state);
    return byte == '}';
}

void JsonMachine::next_property(JsonState& state, int32_t outside, int32_t value, int64_t index) {
    state.frame = open(outside, value, false, index, costs_.after_property(value, index));
    state.mode = JsonState::Mode::key;
    state.word = grammar_.key(value, index);
}

void JsonMachine::next_item(JsonState& state, const Frame& frame) {
    state.frame =
        open(frame.outside, frame.value, true, frame.index + 1, costs_.after_item(frame.value, frame.index + 1));
    state.mode = JsonState::Mode::value;
    state.value = grammar_.value(frame.value).array->item;
}

void JsonMachine::finish_value(JsonState& state) const {
    state.mode = state.frame < 0 ? JsonState::Mode::end : JsonState::Mode::after;
}

void JsonMachine::close_bracket(JsonState& state) const {
    state.frame = frames_[state.frame].outside;
    finish_value(state);
}

int32_t JsonMachine::open(int32_t outside, int32_t value, bool list, int64_t index, int64_t close_here) {
    const int32_t depth = outside < 0 ? 1 : frames_[outside].depth + 1;
    const int64_t close_outside = outside < 0 ? 0 : frames_[outside].close;
    frames_.push_back({outside, value, depth, list, index, plus(close_here, close_outside)});
    return static_cast<int32_t>(frames_.size()) - 1;
}

bool JsonMachine::too_deep(const JsonState& state) const {
    return state.frame >= 0 && frames_[state.frame].depth >= most_depth;
}

int64_t JsonMachine::need(const JsonState& state) const {
    const int64_t close = state.frame < 0 ? 0 : frames_[state.frame].close;
    const int64_t quoted = plus(close, costs_.byte('"'));
    switch (state.mode) {
        case JsonState::Mode::value:
            return plus(close, costs_.value(state.value));
        case JsonState::Mode::literal:
            return plus(close, grammar_.words().cost(state.word));
        case JsonState::Mode::number: {
            const bool wants_digit =
                state.digits == JsonState::Digits::sign || state.digits == JsonState::Digits::point;
            return plus(close, wants_digit ? costs_.digit() : 0);
        }
        case JsonState::Mode::escape:
        case JsonState::Mode::string: {
            const int64_t missing = std::max<int64_t>(0, grammar_.value(state.value).string->least - state.count);
            const int64_t begun = state.mode == JsonState::Mode::escape ? costs_.byte('n')
                                  : state.more > 0                      ? plus(state.more - 1, costs_.continuation())
                                                                        : 0;
            return plus(quoted, plus(begun, missing > 0 ? plus(missing - 1, costs_.character()) : 0));
        }
        case JsonState::Mode::run:
            return plus(quoted, state.run.stage == Run::Stage::begin    ? costs_.run(state.value)
                                : state.run.stage == Run::Stage::spaced ? costs_.spaced_run(state.value)
                                                                        : state.run.cost);
        case JsonState::Mode::key: {
            const Frame& frame = frames_[state.frame];
            const int32_t value = grammar_.value(frame.value).properties[frame.index].value;
            return plus(close, plus(grammar_.words().cost(state.word), costs_.value(value)));
        }
        case JsonState::Mode::item:
        case JsonState::Mode::after:
        case JsonState::Mode::end:
            return close;
    }
    return never;
}

bool JsonMachine::complete(const JsonState& state) const {
    if (state.frame >= 0) return false;
    if (state.mode == JsonState::Mode::literal) return grammar_.words().ends(state.word);
    const bool digits_stand = state.digits != JsonState::Digits::sign && state.digits != JsonState::Digits::point;
    return state.mode == JsonState::Mode::end || (state.mode == JsonState::Mode::number && digits_stand);
}

std::string JsonMachine::path(const JsonState& state) const {
    std::string pointer;
    for (int32_t at = state.frame; at >= 0; at = frames_[at].outside) {
        const Frame& frame = frames_[at];
        std::string step = "/";
        if (frame.list)
            step += std::to_string(frame.index - 1);
        else
            for (const char c : grammar_.value(frame.value).properties[frame.index].name)
                step += c == '~' ? "~0" : c == '/' ? "~1" : std::string(1, c);
        pointer.insert(0, step);
    }
    return pointer;
}

void JsonMachine::rewind(const Mark& mark) {
    frames_.resize(mark.frames);
    runs_.rewind(mark.places, mark.jumps);
}

}  // namespace floe
