#include "app/extraction/page_cells.h"

#include <QHash>
#include <QRegularExpression>

#include "app/extraction/folded.h"
#include "app/extraction/named/reference_words.h"
#include "app/extraction/printed_date.h"

namespace floe {

namespace {

constexpr int kFurthest = 5;  // cells to the left that are asked

/// A day and no label before it.
bool dateIsWhole(const QString& text) {
    static const QRegularExpression begin(
        "^[^\\pL]*[0-9]|^\\s*\\pL{3,12}\\.? [0-9]{1,2}(?:st|nd|rd|th)?,? [0-9]{4}\\s*$");
    return begin.match(text).hasMatch() && !readDate(text).isEmpty();
}

/// "21 April 2025", "PO-81756", "EUR 13,28": letters that name nothing.
bool isValue(const QString& text) {
    constexpr qsizetype kLongestDate = 30;
    static const QRegularExpression code("^\\s*(?=\\S*[0-9])[^\\s:]+\\s*$"),
        money(
            "^[ (-]*(?:(?:[A-Z]{2,3}|Euro|kr\\.?|zł) ?[-−]?[0-9][0-9., ]*|[-−]?[0-9][0-9., ]* "
            "?(?:[A-Z]{2,3}|Euro|kr\\.?|"
            "zł))[ )]*$");
    static const QRegularExpression address("\\S@\\S|\\bwww\\.|https?://");
    return code.match(text).hasMatch() || address.match(text).hasMatch() || money.match(text).hasMatch() ||
           (text.size() <= kLongestDate && dateIsWhole(text));
}

bool isWord(const QString& text) {
    static const QRegularExpression letters("\\pL{2}|\\pL\\.\\pL|#|[nN]\\.?[°º]");
    static const QRegularExpression money("^[ (]*(?:EUR|USD|GBP|CHF|Euro|[A-Z]{3})[ )]*$");
    return letters.match(text).hasMatch() && !money.match(text).hasMatch() && !isValue(text);
}

/// "of", "vom": the end of a label that began in the line above.
bool isLink(const QString& text) {
    static const QRegularExpression words("^ *(?:" + linkWord() + "[.:°º]* *){1,2}$");
    return words.match(folded(text)).hasMatch();
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
    if (above >= 0 && before.trimmed().isEmpty() && isWord(cells_[above].text)) {
        const bool others = !found.isEmpty() && hasWords(cell);
        found.append({label(cells_[above].text), others ? Naming::Where::AboveOthers : Naming::Where::Above, 0});
    }
    return found;
}

}  // namespace floe
