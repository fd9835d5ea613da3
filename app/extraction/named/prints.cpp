#include "app/extraction/named/prints.h"

#include <QRegularExpression>

#include "app/extraction/folded.h"
#include "app/extraction/named/credited.h"
#include "app/extraction/named/reference_words.h"
#include "app/extraction/parties/address_lines.h"
#include "app/extraction/printed_date.h"

namespace floe {

namespace {

constexpr qsizetype kLongestNumber = 40, kLongestHouse = 4, kLongestCode = 9;

double shapeOfNumber(const QString& text) {
    static const QRegularExpression iban("^[A-Z]{2}[0-9]{2}[A-Z0-9]{8,}$"),
        vat("^(?:DE|AT|FR|IT|ES|NL|BE|PL|GB|CH|LU)U?[A-Z0-9]{8,12}$");
    static const QRegularExpression amount("^[0-9]{1,3}(?:[.,][0-9]{3})*[.,][0-9]{2}$"), percent("%$"),
        gln("^[0-9]{13,}$");
    static const QRegularExpression clock("^[0-9]{1,2}:[0-9]{2}"), year("^(?:19|20)[0-9]{2}$"),
        web("[@]|www\\.|\\.(?:com|de|fr|net|org)$");
    if (web.match(text).hasMatch() || percent.match(text).hasMatch() || clock.match(text).hasMatch()) return -3;
    double shape = 0;
    if (iban.match(text).hasMatch() && text.size() >= 15) shape -= 3;
    if (vat.match(text).hasMatch()) shape -= 1;
    if (amount.match(text).hasMatch()) shape -= 2;
    if (gln.match(text).hasMatch()) shape -= 0.8;
    if (!readDate(text).isEmpty()) shape -= 1.2;
    if (text.size() <= 2) shape -= 0.4;
    if (year.match(text).hasMatch()) shape -= 0.8;
    return shape;
}

const QRegularExpression& dateForm() {
    static const QRegularExpression form(
        "(?<![\\w./-])(?:"
        "[0-9]{4}(?: ?[-/.] ?[0-9]{1,2}){2}"
        "|[0-9]{1,2} ?[-/.] ?[0-9]{1,2} ?[-/.] ?(?:[0-9]{4}|'?[0-9]{2})|[0-9]{2} [0-9]{2} (?:19|20)[0-9]{2}"
        "|[0-9]{1,2}(?:st|nd|rd|th|\\.|er|[ºª°o])?[ ./-]?(?:de |of )?\\pL{3,12}\\.?,?[ ./-]?(?:de |del |do )?"
        "(?:[0-9]{4}|'?[0-9]{2})"
        "|\\pL{3,12}\\.?[ -][0-9]{1,2}(?:st|nd|rd|th)?,?[ -][0-9]{4}"
        ")(?![\\w/]|[.-][0-9])",
        QRegularExpression::UseUnicodePropertiesOption);
    return form;
}

/// "NO", "ID": no prefix of the number but the end of its label.
bool isNumberWord(const QString& text) {
    static const QRegularExpression word("^" + numberWord() + "$");
    return word.match(folded(text)).hasMatch();
}

bool hasMonth(const QString& date) {
    static const QRegularExpression letters("\\pL{3}");
    return letters.match(date).hasMatch();
}

/// Where a cell prints days, as [begin, end).
QVector<std::pair<qsizetype, qsizetype>> datesIn(const QString& text) {
    QVector<std::pair<qsizetype, qsizetype>> dates;
    for (auto it = dateForm().globalMatch(text); it.hasNext();)
        if (const auto match = it.next(); !readDate(match.captured()).isEmpty())
            dates.append({match.capturedStart(), match.capturedEnd()});
    return dates;
}

/// What stands around a short number may say that it is none: the rest of a date, a town, a term ("30 days").
double shapeAmong(const QString& cell, qsizetype begin, qsizetype end,
                  const QVector<std::pair<qsizetype, qsizetype>>& dates) {
    for (const auto& [from, to] : dates)
        if (begin < to && from < end && end - begin < to - from) return -2;
    if (end - begin <= kLongestCode && parties::isTown(cell)) return -2;
    if (end - begin > kLongestHouse) return 0;
    static const QRegularExpression term("^[ -]?(?:days?|tagen?|jours?|dias|giorni|dagen|dni|dagar|dage|%|x |of |von )",
                                         QRegularExpression::CaseInsensitiveOption);
    if (term.match(folded(cell.mid(end).left(12))).hasMatch()) return -1.5;
    return 0;
}

}  // namespace

QVector<NamedPrint> printedNumbers(const PageText& page) {
    static const QRegularExpression token("(?:(?<![^\\s(:#])[A-Z]{1,4} )?[^\\s(:#]*[0-9][^\\s]*");
    const PageCells cells(page);
    QVector<NamedPrint> found;
    QStringList labels;
    for (int cell = 0; cell < cells.all().size(); ++cell) {
        const QString& text = cells.all()[cell].text;
        const auto dates = datesIn(text);
        for (auto it = token.globalMatch(text); it.hasNext();) {
            const auto match = it.next();
            QString word = match.captured();
            while (!word.isEmpty() && !word.back().isLetterOrNumber()) word.chop(1);
            qsizetype begin = match.capturedStart();
            while (!word.isEmpty() && !word[0].isLetterOrNumber()) word.remove(0, 1), ++begin;
            if (word.isEmpty() || word.size() > kLongestNumber) continue;
            NamedPrint one{word,
                           cells.all()[cell].begin + begin,
                           {},
                           shapeOfNumber(word) + shapeAmong(text, begin, begin + word.size(), dates)};
            one.label = meaningOf(cells.namings(cell, begin), Subject::Number);
            if (const qsizetype space = word.indexOf(' ');
                space > 0 && (one.label.meaning == Meaning::None || isNumberWord(word.left(space)))) {
                one.text = word.mid(space + 1);  // the capitals are no part of it unless the label stands before them
                one.begin += space + 1;
                one.label = meaningOf(cells.namings(cell, begin + space + 1), Subject::Number);
            }
            const bool mayBeHouse = one.label.meaning == Meaning::None && one.text.size() <= kLongestHouse;
            if (mayBeHouse && parties::isStreet(text)) one.shape -= 1;
            found.append(one);
            const QVector<Naming> namings = cells.namings(cell, one.begin - cells.all()[cell].begin);
            labels.append(namings.isEmpty() ? QString() : namings[0].text);
        }
    }
    if (isCreditNote(cells)) sortOutCredited(found, labels);
    return found;
}

QVector<NamedPrint> printedDates(const PageText& page) {
    const PageCells cells(page);
    QVector<NamedPrint> found;
    for (int cell = 0; cell < cells.all().size(); ++cell) {
        const PageCell& one = cells.all()[cell];
        // Justified text may part a day from its month.
        const bool goesOn = cell + 1 < cells.all().size() && cells.all()[cell + 1].line == one.line;
        const QString text = goesOn ? one.text + ' ' + cells.all()[cell + 1].text : one.text;
        for (auto it = dateForm().globalMatch(text); it.hasNext();) {
            const auto match = it.next();
            const bool named = match.capturedEnd() <= one.text.size() || hasMonth(match.captured());
            if (match.capturedStart() >= one.text.size() || !named || readDate(match.captured()).isEmpty()) continue;
            found.append({match.captured(), one.begin + match.capturedStart(),
                          meaningOf(cells.namings(cell, match.capturedStart()), Subject::Date), 0});
        }
    }
    return found;
}

}  // namespace floe
