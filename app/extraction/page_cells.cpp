#include "app/extraction/page_cells.h"

#include <QHash>
#include <QRegularExpression>

#include "app/extraction/folded.h"

namespace floe {

namespace {

constexpr int kFurthest = 5;  // cells to the left that are asked

bool isWord(const QString& text) {
    static const QRegularExpression letters("\\pL{2}|#|[nN][°º]");
    static const QRegularExpression money("^[ (]*(?:EUR|USD|GBP|CHF|Euro|[A-Z]{3})[ )]*$");
    return letters.match(text).hasMatch() && !money.match(text).hasMatch();
}

/// "of", "vom": the end of a label that began in the line above.
bool isLink(const QString& text) {
    static const QRegularExpression word("^\\s*\\pL{1,5}\\s*$");
    return word.match(text).hasMatch();
}

QString label(const QString& text) {
    QString words = folded(text).trimmed();
    while (!words.isEmpty() && (words.back() == ':' || words.back() == ' ')) words.chop(1);
    return words;
}

}  // namespace

PageCells::PageCells(const PageText& page) {
    const QByteArray& text = page.lined.text;
    QHash<qint64, int> byBegin, byEnd;
    int line = 0;
    qsizetype characters = 0;
    for (qint64 at = 0, begin = 0; at < text.size(); ++at) {
        if (text[at] != '\t' && text[at] != '\n' && text[at] != '\f') continue;
        const QString all = QString::fromUtf8(text.mid(begin, at - begin));
        if (at > begin) {
            byBegin.insert(begin, static_cast<int>(cells_.size()));
            byEnd.insert(at, static_cast<int>(cells_.size()));
            const int space = all.startsWith(' ') ? 1 : 0;
            cells_.append({all.mid(space), characters + space, line, -1});
        }
        characters += all.size() + 1;
        line += text[at] == '\n';
        begin = at + 1;
    }
    for (const CellLink& link : page.lined.links) {
        const auto upper = byEnd.find(link.from), lower = byBegin.find(link.to);
        if (upper != byEnd.end() && lower != byBegin.end() && cells_[*lower].above < 0) cells_[*lower].above = *upper;
    }
}

bool PageCells::hasWords(int cell) const {
    for (int i = cell; i >= 0 && cells_[i].line == cells_[cell].line; --i)
        if (isWord(cells_[i].text)) return true;
    for (int i = cell + 1; i < cells_.size() && cells_[i].line == cells_[cell].line; ++i)
        if (isWord(cells_[i].text)) return true;
    return false;
}

QVector<Naming> PageCells::namings(int cell, qsizetype at) const {
    QVector<Naming> found;
    const QString before = cells_[cell].text.left(at);
    if (isWord(before)) found.append({label(before), Naming::Where::Before, 0});
    QString line = before;
    int figures = 0;
    for (int i = cell - 1; i >= 0 && i >= cell - kFurthest && cells_[i].line == cells_[cell].line; --i) {
        line.prepend(cells_[i].text + ' ');
        if (isWord(cells_[i].text))
            found.append({label(cells_[i].text), Naming::Where::Left, figures});
        else
            ++figures;
    }
    if (!found.isEmpty() && line != before) found.append({label(line), Naming::Where::Line, figures});
    const int above = cells_[cell].above;
    if (above >= 0 && isLink(before)) found.append({label(cells_[above].text + ' ' + before), Naming::Where::Above, 0});
    if (above >= 0 && before.trimmed().isEmpty() && isWord(cells_[above].text) && (found.isEmpty() || !hasWords(cell)))
        found.append({label(cells_[above].text), Naming::Where::Above, 0});
    return found;
}

}  // namespace floe
