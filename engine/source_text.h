// The text that verbatim values are held to, and how it goes on in columns.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace floe {

/// Where a run over several lines may go on: from the end of a cell to the start of the cell below it (the first byte
/// of the space before its first word). Byte offsets into SourceText::text.
struct SourceLink {
    int64_t from = 0, to = 0;
};

struct SourceText {
    std::string text;  // UTF-8; "\n" ends a line, "\t" stands between columns
    std::vector<SourceLink> links;
};

/// A run of bytes of the source text.
struct SourceSpan {
    int64_t begin = 0, end = 0;
};

}  // namespace floe
