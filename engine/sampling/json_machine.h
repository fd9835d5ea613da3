// JSON of one schema without free white space, taken byte by byte.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "engine/sampling/json_grammar.h"
#include "engine/sampling/run_matcher.h"

namespace floe {

/// Where an answer stands. A small value: what it refers to (open brackets, places in the source) lies in the machine
/// and never changes, so that states are copied freely while tokens are tried.
struct JsonState {
    enum class Mode : uint8_t {
        value,    // before a value
        literal,  // in a fixed text
        number,   // in a number
        string,   // in a free string
        escape,   // behind its backslash
        run,      // in a verbatim string
        key,      // in the text before a property's value
        item,     // behind an array's opening bracket
        after,    // behind a value in an object or array
        end,      // behind the whole answer
    };
    enum class Digits : uint8_t { sign, zero, whole, point, fraction };

    Mode mode = Mode::value;
    Digits digits = Digits::sign;
    uint8_t more = 0, low = 0, high = 0;  // bytes that the character still needs, and between which the next one lies
    int32_t frame = -1;                   // the innermost open bracket; -1: none
    int32_t value = 0;                    // of the schema, while in or before one
    int32_t word = -1;                    // place in a key or literal
    int32_t count = 0;                    // characters of the string, digits of the number's part
    Run run;
};

class JsonMachine {
 public:
    /// All of them outlive the machine; `source` may be null where the schema has no verbatim strings.
    JsonMachine(const JsonGrammar& grammar, const ClosingCosts& costs, const VerbatimIndex* source);

    /// Takes a byte. What it makes of `state` when it refuses is of no use.
    Taken step(JsonState& state, uint8_t byte);
    /// Tokens that close the answer from here at most; `never`: it can't be closed.
    int64_t need(const JsonState& state) const;
    /// The answer may end here.
    bool complete(const JsonState& state) const;
    /// JSON pointer of the value that the state is in or before.
    std::string path(const JsonState& state) const;
    const RunMatcher& runs() const { return runs_; }

    /// Steps add to the machine what their states refer to. rewind() forgets what was added since the mark; states made
    /// since are of no use then.
    struct Mark {
        size_t frames, places, jumps;
    };
    Mark mark() const { return {frames_.size(), runs_.places(), runs_.jumps()}; }
    void rewind(const Mark& mark);
    /// Forgets all places in the source but those of this state.
    void keep_only(JsonState& state) { runs_.keep_only(state.run); }

 private:
    /// An open bracket. A list that only grows, linked to the one outside.
    struct Frame {
        int32_t outside, value, depth;
        bool list;      // an array, else an object
        int64_t index;  // of the property, or of the item from 1 (0: none yet)
        int64_t close;  // tokens from behind the present property or item to the end of the answer
    };

    bool start_value(JsonState& state, uint8_t byte);
    bool in_literal(JsonState& state, uint8_t byte);
    bool in_number(JsonState& state, uint8_t byte);
    bool in_string(JsonState& state, uint8_t byte);
    Taken in_run(JsonState& state, uint8_t byte);
    bool in_key(JsonState& state, uint8_t byte);
    bool first_item(JsonState& state, uint8_t byte);
    bool after_value(JsonState& state, uint8_t byte);
    void next_property(JsonState& state, int32_t outside, int32_t value, int64_t index);
    void next_item(JsonState& state, const Frame& frame);
    void finish_value(JsonState& state) const;
    void close_bracket(JsonState& state) const;
    int32_t open(int32_t outside, int32_t value, bool list, int64_t index, int64_t close_here);
    bool too_deep(const JsonState& state) const;

    const JsonGrammar& grammar_;
    const ClosingCosts& costs_;
    RunMatcher runs_;
    std::vector<Frame> frames_;
};

}  // namespace floe
