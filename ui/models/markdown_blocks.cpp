#include "ui/models/markdown_blocks.h"

namespace floe {

namespace {

constexpr qsizetype kLongText = 600;  // a block of text is ended at the next safe place from here on

struct Fence {
    QChar sign;
    qsizetype length = 0;
    QString language;
};

Fence fenceAt(QStringView line) {
    qsizetype at = 0;
    while (at < line.size() && at < 3 && line[at] == ' ') ++at;
    if (at == line.size() || (line[at] != '`' && line[at] != '~')) return {};
    Fence fence{line[at], 0, {}};
    while (at + fence.length < line.size() && line[at + fence.length] == fence.sign) ++fence.length;
    if (fence.length < 3) return {};
    fence.language = line.mid(at + fence.length).trimmed().toString();
    if (fence.sign == '`' && fence.language.contains('`')) return {};  // code within a line
    return fence;
}

bool closes(const Fence& open, const Fence& line) {
    return line.sign == open.sign && line.length >= open.length && line.language.isEmpty();
}

// Letters and headings at the margin after an empty line begin something new, whatever stood before.
bool beginsAfresh(QStringView line) {
    return !line.isEmpty() && (line[0].isLetter() || (line[0] == '#' && line.size() > 1));
}

class Splitter {
 public:
    void line(QStringView line, bool ended) {
        const Fence fence = fenceAt(line);
        if (inCode_) {
            if (closes(open_, fence)) return end();
            add(line, ended);
        } else if (fence.length > 0) {
            end();
            open_ = fence;
            inCode_ = true;
            block_ = {MarkdownBlock::Kind::Code, {}, fence.language};
        } else {
            if (block_.text.size() >= kLongText && blank_ && beginsAfresh(line)) end();
            add(line, ended);
            blank_ = line.trimmed().isEmpty();
        }
    }

    QVector<MarkdownBlock> blocks() {
        end();
        return blocks_;
    }

 private:
    void add(QStringView line, bool ended) {
        block_.text += line;
        if (ended) block_.text += '\n';
    }
    void end() {
        if (inCode_ && block_.text.endsWith('\n')) block_.text.chop(1);
        if (inCode_ || !block_.text.trimmed().isEmpty()) blocks_.append(block_);
        block_ = {};
        inCode_ = blank_ = false;
    }

    QVector<MarkdownBlock> blocks_;
    MarkdownBlock block_;
    Fence open_;
    bool inCode_ = false, blank_ = false;
};

}  // namespace

QVector<MarkdownBlock> markdownBlocks(const QString& markdown) {
    Splitter splitter;
    const QStringView all(markdown);
    qsizetype from = 0;
    while (from < all.size()) {
        const qsizetype to = all.indexOf('\n', from);
        splitter.line(all.mid(from, to < 0 ? -1 : to - from), to >= 0);
        from = to < 0 ? all.size() : to + 1;
    }
    return splitter.blocks();
}

}  // namespace floe
