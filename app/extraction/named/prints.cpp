#include "app/extraction/named/prints.h"

#include <QRegularExpression>

#include "app/extraction/printed_date.h"

namespace floe {

namespace {

constexpr qsizetype kLongestNumber = 40;

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
        "[0-9]{4}[-/.][0-9]{1,2}[-/.][0-9]{1,2}"
        "|[0-9]{1,2} ?[-/.] ?[0-9]{1,2} ?[-/.] ?(?:[0-9]{4}|'?[0-9]{2})"
        "|[0-9]{1,2}(?:st|nd|rd|th|\\.|er|º)?[ -]?(?:de |of )?\\pL{3,10}\\.?,?[ -]?(?:de |del )?(?:[0-9]{4}|'?[0-9]{2})"
        "|\\pL{3,10}\\.? [0-9]{1,2}(?:st|nd|rd|th)?,? [0-9]{4}"
        ")(?![\\w/]|[.-][0-9])",
        QRegularExpression::UseUnicodePropertiesOption);
    return form;
}

}  // namespace

QVector<NamedPrint> printedNumbers(const PageText& page) {
    static const QRegularExpression token("(?:(?<![^\\s(:#])[A-Z]{1,4} )?[^\\s(:#]*[0-9][^\\s]*");
    const PageCells cells(page);
    QVector<NamedPrint> found;
    for (int cell = 0; cell < cells.all().size(); ++cell) {
        const QString& text = cells.all()[cell].text;
        for (auto it = token.globalMatch(text); it.hasNext();) {
            const auto match = it.next();
            QString word = match.captured();
            while (!word.isEmpty() && !word.back().isLetterOrNumber()) word.chop(1);
            qsizetype begin = match.capturedStart();
            while (!word.isEmpty() && !word[0].isLetterOrNumber()) word.remove(0, 1), ++begin;
            if (word.isEmpty() || word.size() > kLongestNumber) continue;
            NamedPrint one{word, cells.all()[cell].begin + begin, {}, shapeOfNumber(word)};
            one.label = meaningOf(cells.namings(cell, begin), Subject::Number);
            if (const qsizetype space = word.indexOf(' '); space > 0 && one.label.meaning == Meaning::None) {
                one.text = word.mid(space + 1);  // the capitals are no part of it unless the label stands before them
                one.begin += space + 1;
                one.label = meaningOf(cells.namings(cell, begin + space + 1), Subject::Number);
            }
            found.append(one);
        }
    }
    return found;
}

QVector<NamedPrint> printedDates(const PageText& page) {
    const PageCells cells(page);
    QVector<NamedPrint> found;
    for (int cell = 0; cell < cells.all().size(); ++cell) {
        const QString& text = cells.all()[cell].text;
        for (auto it = dateForm().globalMatch(text); it.hasNext();) {
            const auto match = it.next();
            if (readDate(match.captured()).isEmpty()) continue;
            found.append({match.captured(), cells.all()[cell].begin + match.capturedStart(),
                          meaningOf(cells.namings(cell, match.capturedStart()), Subject::Date), 0});
        }
    }
    return found;
}

}  // namespace floe
