#include "app/extraction/table/read_lines.h"

#include <algorithm>

#include "app/extraction/names.h"
#include "app/extraction/table/evidence.h"
#include "app/extraction/table/headless.h"
#include "app/extraction/table/rows.h"

namespace floe {

namespace {

using namespace table;

constexpr int kMostLines = 5000;
constexpr double kByProduct = 0.96, kBySum = 0.9;  // confidence of lines whose sum holds
constexpr double kTextOfProven = 0.9;              // of their descriptions, codes and rates
constexpr double kUnproven = 0.5;

struct Reading {
    QVector<Row> rows;
    Evidence evidence;
    bool byHead = true;

    int weight() const { return evidence.weight(rows.size()); }
};

class Reader {
 public:
    Reader(const Extraction& e, const PageText& page)
        : lines_(printedLines(page.pages)), sign_(decimalSignOf(textOf(page))) {
        sums_ = printedSums(lines_, sign_);
        wanted_ = wantedOf(e, sums_);
    }

    const Wanted& wanted() const { return wanted_; }

    /// The way to read the page that most speaks for.
    Reading best() {
        Reading best, all;
        int parts = 0;
        for (const Table& table : tablesOf(lines_, findHeads(lines_))) {
            const Reading one = bestOf(table);
            if (one.rows.isEmpty()) continue;
            ++parts;
            all.rows += one.rows;
            if (best.rows.isEmpty() || one.weight() > best.weight()) best = one;
        }
        if (parts > 1 && !best.evidence.proves()) {  // services and goods in tables of their own
            all.evidence = evidenceOf(all.rows, wanted_);
            if (all.evidence.proves()) best = all;
        }
        if (best.evidence.proves()) return best;
        Reading bare;
        bare.byHead = false;
        bare.rows = rowsWithoutHead(lines_, sums_, wanted_.header, sign_);
        bare.evidence = evidenceOf(bare.rows, wanted_);
        return bare.evidence.proves() ? bare : best;
    }

 private:
    static QString textOf(const PageText& page) {
        QString text;
        for (const Page& one : page.pages)
            for (const Word& word : one.words) text += word.text + '\n';
        return text;
    }

    /// With and without what stands below the sum of a section, and with and without discounts and charges.
    Reading bestOf(const Table& table) {
        Reading best;
        for (const Roles& roles : rolesOf(table.head)) {
            const QVector<Row> rows = rowsOf(table, roles, lines_, sign_);
            if (rows.size() > kMostLines) continue;
            for (const bool sections : {true, false})
                for (const bool extras : {true, false}) {
                    Reading one;
                    for (const Row& row : rows)
                        if ((sections || !row.afterSubtotal) && (extras || !row.isExtra)) one.rows.append(row);
                    if (one.rows.isEmpty() || ((!sections || !extras) && one.rows.size() == rows.size())) continue;
                    one.evidence = evidenceOf(one.rows, wanted_);
                    if (best.rows.isEmpty() || one.weight() > best.weight()) best = one;
                }
        }
        return best;
    }

    const QVector<PrintedLine> lines_;
    const DecimalSign sign_;
    QVector<PrintedSum> sums_;
    Wanted wanted_;
};

/// Puts rows in the place of an extraction's lines.
class Writer {
 public:
    Writer(Extraction& e, const Reading& reading) : e_(e), reading_(reading), proven_(reading.evidence.proves()) {}

    void run() {
        e_.fields.erase(std::remove_if(e_.fields.begin(), e_.fields.end(),
                                       [](const Field& field) { return isLinePath(field.path); }),
                        e_.fields.end());
        const auto at = std::find_if(e_.fields.begin(), e_.fields.end(),
                                     [](const Field& f) { return f.path.startsWith("taxes."); });
        QVector<Field> after(at, e_.fields.end());
        e_.fields.erase(at, e_.fields.end());
        for (int i = 0; i < reading_.rows.size(); ++i) add(i, reading_.rows[i]);
        e_.fields += after;
        e_.lineCount = static_cast<int>(reading_.rows.size());
    }

 private:
    QString doubt() const {
        const Evidence& evidence = reading_.evidence;
        if (!evidence.hasSum) return "No sum of the bill confirms this line.";
        return "The amounts of the lines make " + evidence.sum.toString() +
               ", which is no sum that the bill prints; a line may be missing or misread.";
    }

    void add(int line, const Row& row) {
        Row read = row;
        const std::optional<bool> product = productHolds(read);
        const double sure = !proven_ ? kUnproven : product.value_or(false) ? kByProduct : kBySum;
        put(line, "description", row.description, row.description.text, proven_ ? kTextOfProven : kUnproven);
        put(line, "item_code", row.itemCode, row.itemCode.text, proven_ ? kTextOfProven : kUnproven);
        const bool fits = product.value_or(true);
        putNumber(line, "quantity", read.quantity, fits ? sure : kUnproven);
        put(line, "unit", row.unit, row.unit.text, proven_ ? kTextOfProven : kUnproven);
        putNumber(line, "unit_price", read.unitPrice, fits ? sure : kUnproven);
        putNumber(line, "tax_rate", row.taxRate, proven_ ? kTextOfProven : kUnproven);
        putNumber(line, "amount", read.amount, sure);
        if (proven_ && product == true) explain(line, read);
    }

    /// Where the amount is the product only after a discount or rounding, the form should say so, not doubt it.
    void explain(int line, const Row& row) {
        const auto exact = Decimal::multiply(row.quantity.value, row.unitPrice.value, row.amount.value.scale());
        if (!exact || *exact == row.amount.value) return;
        Field& field = e_.fields.last();
        if (field.path != linePath(line, "amount")) return;
        field.note = row.discount.isEmpty() ? QString("Rounded: ") + row.quantity.value.toString() + " × " +
                                                  row.unitPrice.value.toString() + " = " + exact->toString() + "."
                                            : QString("After a discount of ") + row.discount.print.text +
                                                  (row.discountInPercent ? " %." : ".");
    }

    void putNumber(int line, const char* name, const Number& number, double confidence) {
        put(line, name, number.print, number.value.toString(), confidence);
    }

    void put(int line, const char* name, const Print& print, const QString& value, double confidence) {
        if (print.isEmpty()) return;
        Field field;
        field.path = linePath(line, name);
        field.text = print.text;
        field.value = value;
        field.page = print.page;
        field.boxes = print.boxes;
        field.confidence = std::min(confidence, print.confidence);
        if (confidence <= kUnproven) {
            field.status = Field::Status::Doubtful;
            field.note = proven_ ? QStringLiteral("Quantity times price is not the amount of this line.") : doubt();
        }
        e_.fields.append(field);
    }

    Extraction& e_;
    const Reading& reading_;
    const bool proven_;
};

}  // namespace

bool readLines(Extraction& extraction, const PageText& page) {
    Reader reader(extraction, page);
    const Reading reading = reader.best();
    if (reading.rows.isEmpty()) return false;
    const bool proves = reading.evidence.proves();
    if (!proves && linesProve(extraction, reader.wanted())) return false;
    Writer(extraction, reading).run();
    return proves;
}

}  // namespace floe
