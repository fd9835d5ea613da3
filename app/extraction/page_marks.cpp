#include "app/extraction/page_marks.h"

#include <QRegularExpression>

#include "app/extraction/choose_named.h"
#include "app/extraction/document_kind.h"
#include "app/extraction/folded.h"
#include "app/extraction/identifiers/check_digits.h"
#include "app/extraction/identifiers/iban.h"
#include "app/extraction/identifiers/vat_id.h"
#include "app/extraction/label_words.h"

namespace floe {

namespace {

constexpr double kPlainSum = 1.2;  // a label that names a total so plainly
constexpr int kLeastNumber = 3;    // signs of a bill's number
constexpr int kMostPages = 300;    // that a printed count may say

const char kOf[] = "(?:/|of|von|sur|de|di|van|z|aus|out of)";

/// Patterns are for folded text.
const QRegularExpression& counterForm() {
    static const QRegularExpression form(
        QString("(?<![a-z])(?:page|pages|seite|blatt|pagina|pagine|pag|hoja|folha|folio|bladzijde|blz|strona|str)"
                "[ .:#]{0,3}(?:no|nr|n)?[ .:]{0,2}([0-9]{1,3})(?: ?%1 ?([0-9]{1,3}))?(?![0-9.,])")
            .arg(kOf));
    return form;
}

const QRegularExpression& bareCounterForm() {  // a cell of its own at the edge of the page
    static const QRegularExpression form(QString("^[ (-]*([0-9]{1,3}) ?%1 ?([0-9]{1,3})[ )-]*$").arg(kOf));
    return form;
}

const QRegularExpression& overForm() {
    static const QRegularExpression form(
        "ubertrag|carried (?:forward|over)|carry forward|a reporter|suma y sigue|a riportare|da riportare|a "
        "transportar|transporteren|do przeniesienia|continued on|fortsetzung (?:auf|folgt|seite)|suite "
        "(?:page|a la page|au verso)|continua (?:en|a pagina|na)|segue (?:a |su )?(?:pagina|pag|retro)|vervolg op|ciag "
        "dalszy na");
    return form;
}

const QRegularExpression& inForm() {
    static const QRegularExpression form(
        "ubertrag|brought forward|carried (?:forward|over)|report (?:de la page|page|precedent)|suma anterior|"
        "riporto|transporte (?:da|de) pagina|transport van|z przeniesienia|\\(continued\\)|continued from|"
        "fortsetzung (?:von|der)|\\(suite\\)|vervolg van");
    return form;
}

double heightOf(const PageText& page, qsizetype begin, qsizetype end) {  // 0: top, 1: bottom
    Field place;
    page.place(place, begin, end);
    const double height = page.pages[0].size.height();
    return height > 0 && !place.boxes.isEmpty() ? place.box().center().y() / height : 0.5;
}

class Counters {
 public:
    Counters(int index, int pages) : index_(index), pages_(pages) {}

    void add(const QRegularExpressionMatch& match) {
        const PageCounter one{match.captured(1).toInt(), match.captured(2).toInt()};
        const bool possible = one.page >= 1 && one.page <= kMostPages && (one.of == 0 || one.page <= one.of);
        if (!possible) return;
        (one.page == index_ + 1 && one.of == pages_ ? ofFile_ : own_).append(one);
    }

    /// The bill's own count, where it prints one, else that of the whole file, which may be one bill.
    std::optional<PageCounter> theOne() const {
        const QVector<PageCounter>& found = own_.isEmpty() ? ofFile_ : own_;
        for (const PageCounter& other : found)
            if (other.page != found[0].page) return {};
        if (found.isEmpty()) return {};
        for (const PageCounter& one : found)
            if (one.of > 0) return one;
        return found[0];
    }

 private:
    int index_, pages_;
    QVector<PageCounter> own_, ofFile_;
};

bool printsTotal(const PageCells& cells) {
    static const QRegularExpression amount("(?<![0-9.,])[0-9]{1,3}(?:[ .,'’]?[0-9]{3})*[.,][0-9]{2}(?![0-9.,])");
    for (int cell = 0; cell < cells.all().size(); ++cell)
        for (auto it = amount.globalMatch(cells.all()[cell].text); it.hasNext();) {
            const LabelMeaning label = meaningOf(cells.namings(cell, it.next().capturedStart()), Subject::Sum);
            const bool sum = label.meaning == Meaning::Total || label.meaning == Meaning::AmountDue;
            if (sum && label.weight >= kPlainSum) return true;
        }
    return false;
}

void findSellerMarks(PageMarks& marks, const QString& text) {
    static const QRegularExpression vat(
        "(?<![A-Za-z0-9])(?:AT|BE|BG|CHE|CY|CZ|DE|DK|EE|EL|ES|FI|FR|GB|HR|HU|IE|IT|LT|LU|LV|MT|NL|NO|PL|PT|RO|SE|SI|SK|"
        "XI)"
        " ?[A-Z0-9](?:[ .]?[A-Z0-9]){6,11}(?![A-Za-z0-9])");
    static const QRegularExpression account("(?<![A-Za-z0-9])[A-Z]{2}[0-9]{2}(?: ?[A-Z0-9]){11,30}");
    static const QRegularExpression site("(?:@|www\\.|https?://)((?:[a-z0-9-]+\\.)+[a-z]{2,})",
                                         QRegularExpression::CaseInsensitiveOption);
    for (auto it = account.globalMatch(text); it.hasNext();) {
        const QString id = bareId(it.next().captured());
        const int length = ibanLength(id.left(2));
        if (length > 0 && id.size() >= length) marks.accounts.insert(id.left(length));
    }
    for (auto it = vat.globalMatch(text); it.hasNext();)
        if (const QString id = bareId(it.next().captured()); looksLikeVatId(id)) marks.taxNumbers.insert(id);
    for (auto it = site.globalMatch(text); it.hasNext();) {
        QString domain = it.next().captured(1).toLower();
        if (domain.startsWith(QLatin1String("www."))) domain.remove(0, 4);
        marks.addresses.insert(domain);
    }
}

}  // namespace

QString keyOfNumber(const QString& number) {
    QString key;
    for (const QChar c : number.toUpper()) {
        if (!c.isLetterOrNumber()) continue;
        switch (c.unicode()) {
            case u'O':
                key += u'0';
                break;
            case u'I':
            case u'L':
                key += u'1';
                break;
            case u'S':
                key += u'5';
                break;
            case u'B':
                key += u'8';
                break;
            case u'Z':
                key += u'2';
                break;
            default:
                key += c;
        }
    }
    return key;
}

PageMarks marksOf(const Page& one, int index, int pages) {
    PageMarks marks;
    marks.empty = one.words.isEmpty();
    if (marks.empty) return marks;
    const PageText page = pageText({one}, lineUp({one}));
    const PageCells cells(page);
    Counters counters(index, pages);
    qsizetype begin = 0;
    for (const QString& line : page.text.split('\n')) {
        const QString words = folded(line).replace('\t', ' ').simplified();
        const qsizetype end = begin + line.size();
        for (auto it = counterForm().globalMatch(words); it.hasNext();) counters.add(it.next());
        if (overForm().match(words).hasMatch() && heightOf(page, begin, end) > 0.5) marks.carriedOver = true;
        if (inForm().match(words).hasMatch() && heightOf(page, begin, end) < 0.5) marks.carriedIn = true;
        begin = end + 1;
    }
    for (const PageCell& cell : cells.all()) {
        const auto bare = bareCounterForm().match(folded(cell.text));
        if (!bare.hasMatch()) continue;
        const double height = heightOf(page, cell.begin, cell.begin + cell.text.size());
        if (height < 0.08 || height > 0.92) counters.add(bare);
    }
    marks.counter = counters.theOne();
    marks.title = titledAs(page);
    for (const QString& number : numbersByLabel(page))
        if (const QString key = keyOfNumber(number); key.size() >= kLeastNumber && !marks.numbers.contains(key))
            marks.numbers += key;
    QStringList words;
    for (const Word& word : one.words) words += keyOfNumber(word.text);
    marks.text = ' ' + words.join(' ') + ' ';
    marks.total = printsTotal(cells);
    findSellerMarks(marks, page.text);
    return marks;
}

}  // namespace floe
