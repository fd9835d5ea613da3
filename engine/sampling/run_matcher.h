// Verbatim runs in the making: the places of the source that still match.
#pragma once

#include <cstdint>
#include <vector>

#include "engine/engine.h"
#include "engine/sampling/verbatim_index.h"

namespace floe {

/// What became of a byte. Hidden: taken, but not part of the answer (the space before a run's first word).
enum class Taken { refused, shown, hidden };

/// A run while it is written: a small value, its places lie in the matcher.
struct Run {
    enum class Stage : uint8_t { begin, spaced, inside, line_start } stage = Stage::begin;
    int32_t first = 0, size = 0;  // places
    int32_t characters = 0;
    int64_t cost = 0;  // tokens to the nearest border at most
};

/// What a field allows.
struct RunRule {
    Reach reach = Reach::line;
    int64_t most_characters = 0;
};

class RunMatcher {
 public:
    /// `source` outlives the matcher; it may be null if no run is ever begun.
    explicit RunMatcher(const VerbatimIndex* source) : source_(source) {}

    /// Takes a byte of the run. Places from which no border is within the rule's length are given up.
    Taken step(Run& run, const RunRule& rule, uint8_t byte);
    /// The run may end here.
    bool may_end(const Run& run) const;
    /// Where the run stands, a span a line: the first place of those that match.
    std::vector<SourceSpan> spans(const Run& run) const;

    size_t places() const { return places_.size(); }
    size_t jumps() const { return jumps_.size(); }
    void rewind(size_t places, size_t jumps);
    void keep_only(Run& run);

 private:
    struct Place {
        int32_t begin;  // of the run, in the index's text
        int32_t at;     // the next byte; below 0: the n of a `\n` that leads over the link -1 - at
        int32_t jump;   // links taken; -1: none
    };
    struct Jump {
        int32_t link, before;
    };

    void begin(Run& run, const RunRule& rule, uint8_t byte, bool spaced);
    void go_on(const Run& before, Run& run, const RunRule& rule, uint8_t byte);
    void keep(Run& run, const RunRule& rule, Place place, int32_t characters);

    const VerbatimIndex* source_;
    std::vector<Place> places_;
    std::vector<Jump> jumps_;
};

}  // namespace floe
