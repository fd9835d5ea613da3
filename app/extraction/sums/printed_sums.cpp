#include "app/extraction/sums/printed_sums.h"

#include <QHash>
#include <QRegularExpression>
#include <algorithm>

#include "app/extraction/printed_amount.h"
#include "app/extraction/sums/sum_labels.h"

namespace floe {

namespace {

constexpr double kSummed = 2.0;      // weight of a tax that is the sum of those of all rates
constexpr double kMostPercent = 40;  // of a tax

struct Rate {
    Decimal percent;
    bool plain = false;  // "23 %"; else only a short number in a cell of its own, as tables of taxes print rates
};

/// What may be rates of tax in a line.
QVector<Rate> ratesOf(const QString& line, DecimalSign sign) {
    static const QRegularExpression form(
        "(?<![0-9.,])([0-9]{1,2}(?:[.,][0-9]{1,3})?) ?%|(?:^|\\t) *([0-9]{1,2}(?:[.,][0-9]{1,2})?) *(?=\\t|$)");
    QVector<Rate> rates;
    for (auto it = form.globalMatch(line); it.hasNext();) {
        const auto match = it.next();
        const bool plain = match.capturedStart(1) >= 0;
        const auto read = readAmount(match.captured(plain ? 1 : 2), sign);
        if (read && !read->value.isZero() && read->value.toString().toDouble() <= kMostPercent)
            rates.append({read->value, plain});
    }
    return rates;
}

bool isTaxOf(const Decimal& tax, const Decimal& base, const Decimal& percent) {
    const auto part = Decimal::multiply(percent, Decimal(1, 2), 9);
    const auto product = part ? Decimal::multiply(base, *part, 2) : std::nullopt;
    const auto gap = product ? Decimal::add(*product, -tax) : std::nullopt;
    return gap && !product->isZero() && !(Decimal(1, 2) < gap->absolute());
}

/// The taxes of each rate that a page prints.
class Taxes {
 public:
    Taxes(QVector<PrintedSum>& sums, const QStringList& lines, DecimalSign sign) : sums_(sums) {
        QHash<int, QVector<int>> inLine;
        for (int i = 0; i < sums.size(); ++i) inLine[sums[i].line].append(i);
        for (int line = 0; line < lines.size(); ++line) {
            const QVector<Rate> rates = inLine.contains(line) ? ratesOf(lines[line], sign) : QVector<Rate>();
            const auto plain = std::count_if(rates.begin(), rates.end(), [](const Rate& rate) { return rate.plain; });
            if (plain > 0)
                for (const int i : inLine[line]) sums[i].besideRate = true;
            for (const Rate& rate : rates)
                if ((plain == 1 && rate.plain) || (plain == 0 && inLine[line].size() > 1))
                    look({rate.percent, taxNamedIn(lines[line])}, inLine[line]);
        }
    }

    void judge() {
        // Both may be there: the halves of a tax in the lines, the whole of each rate below them. Arithmetic chooses.
        const bool several = rows_.size() > 1 || labelled_.size() > 1;
        if (rows_.size() > 1) markParts(rows_);
        if (several) markParts(labelled_);
        for (const QVector<Row>* rows : {&rows_, &labelled_})
            if (rows->size() > 1) addUp(*rows);
    }

 private:
    /// "CGST 9 %" and "SGST 9 %" are two.
    struct Levy {
        Decimal rate;
        QString name;
        friend bool operator==(const Levy& a, const Levy& b) { return a.rate == b.rate && a.name == b.name; }
    };

    struct Row {
        Levy rate;
        Decimal tax;
        QVector<int> sums;
    };

    void markParts(const QVector<Row>& rows) {
        for (const Row& row : rows)
            for (const int i : row.sums) sums_[i].ofOneRate = true;
    }

    void addUp(const QVector<Row>& rows) {
        Decimal sum;
        for (const Row& row : rows) sum = Decimal::add(sum, row.tax).value_or(Decimal());
        for (const PrintedSum& one : sums_)
            if (one.value == sum) return;
        PrintedSum made;
        made.value = sum;
        made.begin = sums_[rows.last().sums.first()].begin;
        made.label = {Meaning::Tax, kSummed};
        sums_.append(made);
    }

    void look(const Levy& rate, const QVector<int>& line) {
        for (const int base : line)
            for (const int tax : line) {
                if (base == tax || !isTaxOf(sums_[tax].value, sums_[base].value, rate.rate)) continue;
                sums_[tax].besideRate = true;
                Row row{rate, sums_[tax].value, {base, tax}};
                const auto gross = Decimal::add(sums_[base].value, sums_[tax].value);
                for (const int other : line)
                    if (gross && sums_[other].value == *gross) row.sums.append(other);
                return put(rows_, row);
            }
        if (line.size() == 1 && sums_[line[0]].label.meaning == Meaning::Tax)
            put(labelled_, {rate, sums_[line[0]].value, line});
    }

    /// The lowest row of each rate: the table of taxes stands below the lines, which may show the same numbers.
    static void put(QVector<Row>& rows, const Row& row) {
        rows.erase(std::remove_if(rows.begin(), rows.end(), [&](const Row& one) { return one.rate == row.rate; }),
                   rows.end());
        rows.append(row);
    }

    QVector<PrintedSum>& sums_;
    QVector<Row> rows_, labelled_;
};

/// Where the minus of an amount begins, if it stands apart: "- 12.50" alone in its cell, "-$12.50", "− € 12,50".
qsizetype beginOf(const QString& cell, qsizetype at) {
    static const QRegularExpression minus(
        "(?:(?:^|:)\\s*([-−–]\\s?)|(?<![\\pL\\pN])([-−–]\\s?(?:[A-Z]{0,3}[$€£¥]|[A-Z]{3}|kr\\.?|Fr\\.|Rs\\.?)\\s?))$");
    const auto match = minus.match(cell.left(at));
    return !match.hasMatch() ? at : match.capturedStart(match.capturedStart(1) >= 0 ? 1 : 2);
}

}  // namespace

QString taxNamedIn(const QString& line) {
    static const QRegularExpression names("\\b([csi]gst|utgst|gst|hst|pst|qst)\\b",
                                          QRegularExpression::CaseInsensitiveOption);
    QString found;
    for (auto it = names.globalMatch(line); it.hasNext();) found += it.next().captured().toLower() + ' ';
    return found;
}

QVector<PrintedSum> printedSums(const PageText& page) {
    static const QRegularExpression number(
        "(?<![\\w.,/])[-−–(]?(?:[0-9]{1,3}(?:[.,'’ "
        "\\x{00A0}\\x{202F}][0-9]{3})+|[0-9]{1,2}(?:,[0-9]{2})+,[0-9]{3}|[0-9]+)[.,][0-9]{2}"
        "(?![0-9]|[.,][0-9]|[/-][0-9]|[.]\\w)(?:-(?=\\s|$))?|(?<=[$€£])[0-9]{1,3}(?:[.,][0-9]{3})*(?![0-9.,])");
    const DecimalSign sign = decimalSignOf(page.text);
    const PageCells cells(page);
    QVector<PrintedSum> found;
    for (int cell = 0; cell < cells.all().size(); ++cell) {
        const PageCell& one = cells.all()[cell];
        for (auto it = number.globalMatch(one.text); it.hasNext();) {
            const auto match = it.next();
            const qsizetype begin = beginOf(one.text, match.capturedStart());
            const QString text = one.text.mid(begin, match.capturedEnd() - begin);
            const auto read = readAmount(text, sign);
            if (!read) continue;
            if (one.text.mid(match.capturedEnd(), 2).trimmed().startsWith('%')) continue;
            found.append({read->value, text, one.begin + begin, one.line, meaningOfSum(cells.namings(cell, begin))});
        }
    }
    Taxes(found, page.text.split('\n'), sign).judge();
    return found;
}

}  // namespace floe
