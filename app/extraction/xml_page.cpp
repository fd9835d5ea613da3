#include "app/extraction/xml_page.h"

#include <QSet>

#include "app/extraction/checks.h"
#include "app/extraction/decimal.h"
#include "app/extraction/names.h"
#include "app/extraction/printed_index.h"

namespace floe {

namespace {

const QString kRule = "xml-page";

/// What a bill lives of; each of them is printed on every bill that has it.
const QSet<QString> kVital{"number", "issue_date", "net", "tax", "total", "amount_due", "payment.iban"};

bool isZero(const QString& value) {
    const auto number = Decimal::parse(value);
    return number && number->isZero();
}

/// Of what only few bills say, codes are printed on none, and short words and numbers stand anywhere by chance.
bool isLookedFor(const Field& field) {
    static const QSet<QString> codes{"process", "specification", "subject", "version", "scheme"};
    if (!isRare(field.path)) return true;
    const QString name = field.path.section('.', -1);
    if (name.endsWith("_code") || name.endsWith("_scheme") || codes.contains(name)) return false;
    const ValueKind kind = kindOf(field.path);
    return kind == ValueKind::Amount || kind == ValueKind::Date || (kind == ValueKind::Text && field.value.size() > 3);
}

class Comparison {
 public:
    Comparison(Extraction& extraction, const QVector<Page>& pages) : e_(extraction), index_(pages) {}

    void run() {
        if (index_.isEmpty()) return;
        for (Field& field : e_.fields)
            if (!isLinePath(field.path) && listOf(field.path) != "taxes" && isLookedFor(field)) header(field);
        for (qsizetype from = 0, to = 0; from < e_.fields.size(); from = to) {
            const QString item = e_.fields[from].path.section('.', 0, 1);
            for (to = from; to < e_.fields.size() && e_.fields[to].path.section('.', 0, 1) == item;) ++to;
            if (item.startsWith("lines.")) line(from, to);
            if (item.startsWith("taxes.")) rate(from, to);
        }
        addCheck();
    }

 private:
    QVector<PrintedRun> runsOf(const Field& field) const {
        switch (kindOf(field.path)) {
            case ValueKind::Date:
                return index_.dates(field.value);
            case ValueKind::Amount:
            case ValueKind::Quantity:
            case ValueKind::Percent:
                return index_.amounts(field.value);
            case ValueKind::Text:
            case ValueKind::Currency:
                break;
        }
        return index_.texts(field.value);
    }

    void place(Field& field, const PrintedRun& run) const {
        if (!run.isValid() || (field.page >= 0 && field.page != run.page)) return;
        field.page = run.page;
        field.boxes.append(index_.boxOf(run));
        field.text += (field.text.isEmpty() ? "" : "\n") + index_.textOf(run);
    }

    void missing(Field& field) const { field.note = QStringLiteral("Not found on the page."); }

    /// An address is looked for line by line; what is one word of two letters ("DE") is in every page somewhere.
    void eachLine(Field& field) const {
        for (const QString& line : field.value.split('\n'))
            if (line.size() > 2) place(field, index_.texts(line).value(0));
    }

    void header(Field& field) const {
        if (field.value.contains('\n') || field.path.endsWith(".address")) return eachLine(field);
        const QVector<PrintedRun> runs = runsOf(field);
        const ValueKind kind = kindOf(field.path);
        // A sum stands below what it adds up; zeros stand anywhere.
        if (kind == ValueKind::Amount && !isZero(field.value)) place(field, runs.value(runs.size() - 1));
        if (kind != ValueKind::Amount) place(field, runs.value(0));
        const bool exact = kind == ValueKind::Amount || kind == ValueKind::Date || kVital.contains(field.path);
        if (exact && runs.isEmpty() && !isZero(field.value) && !isRare(field.path)) missing(field);
    }

    /// The first that stands behind what the line before ended with; without one the first of all.
    PrintedRun next(const QVector<PrintedRun>& runs) const {
        for (const PrintedRun& run : runs)
            if (!cursor_.isValid() || cursor_.isBefore(run)) return run;
        return {};
    }

    /// Description and amount say where a line's row is; the rest is taken from that row alone.
    void line(qsizetype from, qsizetype to) {
        QRectF row;
        int page = -1;
        for (const char* member : {"description", "amount"})
            for (qsizetype i = from; i < to; ++i) {
                Field& field = e_.fields[i];
                if (memberOf(field.path) != member) continue;
                const QVector<PrintedRun> runs = runsOf(field);
                const PrintedRun run = next(runs);
                if (runs.isEmpty() && memberOf(field.path) == "amount" && !isZero(field.value)) missing(field);
                if (!run.isValid() || (page >= 0 && run.page != page)) continue;
                place(field, run);
                page = run.page;
                row |= field.box();
                cursor_ = run;
            }
        for (qsizetype i = from; i < to; ++i)
            if (Field& field = e_.fields[i]; page >= 0 && field.page < 0 && isLookedFor(field)) inRow(field, page, row);
    }

    /// The sums of one rate; its category and percent stand anywhere.
    void rate(qsizetype from, qsizetype to) {
        bool found = false;
        for (qsizetype i = from; i < to; ++i) {
            Field& field = e_.fields[i];
            if (kindOf(field.path) != ValueKind::Amount || isZero(field.value)) continue;
            const QVector<PrintedRun> runs = runsOf(field);
            place(field, runs.value(runs.size() - 1));
            found |= memberOf(field.path) == "amount" && field.page >= 0;
        }
        everyRateFound_ &= found;
    }

    void inRow(Field& field, int page, const QRectF& row) const {
        for (const PrintedRun& run : runsOf(field)) {
            const double middle = index_.boxOf(run).center().y();
            if (run.page == page && middle > row.top() && middle < row.bottom()) return place(field, run);
        }
    }

    void addCheck() {
        Check check{kRule, true, {}, {}};
        int looked = 0;
        QStringList names;
        for (const Field& field : e_.fields) {
            if (!kVital.contains(field.path)) continue;
            ++looked;
            if (field.note.isEmpty()) continue;
            if (field.path == "tax" && e_.taxCount > 1 && everyRateFound_) continue;  // some print no sum of the rates
            check.paths += field.path;
            names += field.path + ' ' + field.value;
        }
        if (looked == 0) return;
        check.ok = names.isEmpty();
        check.detail = check.ok ? QString("%1 of %1 values of the e-invoice stand on the page").arg(looked)
                                : "not on the page: " + names.join(", ");
        if (check.ok)
            for (const Field& field : e_.fields)
                if (kVital.contains(field.path)) check.paths += field.path;
        e_.checks.append(check);
    }

    Extraction& e_;
    PrintedIndex index_;
    bool everyRateFound_ = true;
    PrintedRun cursor_;  // the last thing that a line's row was found by
};

}  // namespace

QVector<Check> runChecksAgain(const Extraction& extraction, const Circumstances& around) {
    QVector<Check> checks = runChecks(extraction, around);
    for (const Check& check : extraction.checks)
        if (check.rule == kRule || check.rule.startsWith("qr-")) checks.append(check);
    return checks;
}

void compareWithPages(Extraction& extraction, const QVector<Page>& pages) {
    Comparison(extraction, pages).run();
}

}  // namespace floe
