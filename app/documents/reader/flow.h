// What a file without pages of its own says, in reading order, before it is laid out on pages: lines and tables.
#pragma once

#include <QString>
#include <optional>
#include <vector>

#include "app/problem.h"

namespace floe::reader {

struct FlowBlock;

struct FlowCell {
    std::vector<FlowBlock> blocks;
    int span = 1;  // columns, at least 1
};

struct FlowRow {
    std::vector<FlowCell> cells;  // none: an empty line
};

struct FlowBlock {
    enum class Kind {
        Line,   // words with single spaces; a tab stands for a wide space. Wrapped where it is too long.
        Print,  // a line in a fixed pitch: every space counts
        Gap,    // an empty line; several in a row are one
        Table
    } kind = Kind::Gap;
    QString text;               // Line, Print
    std::vector<FlowRow> rows;  // Table
};

using Flow = std::vector<FlowBlock>;

inline constexpr int kDeepestTable = 24;  // tables within tables; what lies deeper is written as lines

/// What became of a file: its flow, or why there is none.
struct FlowFile {
    Flow flow;
    std::optional<Problem> problem;
};

inline FlowBlock lineOf(const QString& text) {
    return {FlowBlock::Kind::Line, text, {}};
}
inline void addGap(Flow& flow) {
    if (!flow.empty() && flow.back().kind != FlowBlock::Kind::Gap) flow.push_back({FlowBlock::Kind::Gap, {}, {}});
}

}  // namespace floe::reader
