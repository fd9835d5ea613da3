// An answer as blocks that are rendered on their own, so that a growing answer re-lays only its last one.
#pragma once

#include <QString>
#include <QVector>

namespace floe {

struct MarkdownBlock {
    enum class Kind { Text, Code } kind = Kind::Text;
    QString text;      // Text: Markdown. Code: what stands between the fences
    QString language;  // Code: the word after the opening fence
    bool operator==(const MarkdownBlock&) const = default;
};

/// Splits at code fences (CommonMark 4.5: three or more backticks or tildes, indented by at most three blanks), and
/// long text before a paragraph that begins at the margin, where nothing before it can change how it is read. An
/// unclosed fence runs to the end. Appending changes the last block, and seldom the one before.
QVector<MarkdownBlock> markdownBlocks(const QString& markdown);

}  // namespace floe
