#include "app/extraction/table/read_lines.h"

#include <algorithm>

#include "app/extraction/names.h"
#include "app/extraction/table/evidence.h"
#include "app/extraction/table/headless.h"
#include "app/extraction/table/labelled.h"
#include "app/extraction/table/rows.h"

namespace floe {

namespace {

using namespace table;

constexpr int kMostLines = 5000;
constexpr int kMostSections = 12;
constexpr double kByProduct = 0.96, kBySum = 0.9;  // confidence of lines whose sum holds
constexpr double kTextOfProven = 0.9;              // of their descriptions, codes and rates
constexpr double kUnproven = 0.5;

struct Reading {
    QVector<Row> rows;
    QVector<Row> extras;  // a discount or charge of the whole bill
    Evidence evidence;
    bool byHead = true;

    int weight() const { return weightOf(evidence, rows); }
};

/// Rows that only say what those above them make, whatever their label: without a quantity, below rows that have one.
/// What stands below them is in another section.
QVector<Row> withoutSums(const QVector<Row>& rows) {
    QVector<Row> kept;
    Decimal sum, ofSection;
    int counted = 0, countedHere = 0, sections = 0;
    for (Row row : rows) {
        row.section += sections;
        if (!kept.isEmpty() && kept.last().section != row.section) ofSection = Decimal(), countedHere = 0;
        const bool isSum =
            !row.isCounted() && !row.amount.isEmpty() &&
            ((counted > 0 && row.amount.value == sum) || (countedHere > 0 && row.amount.value == ofSection));
        if (isSum) {
            ++sections;
            continue;
        }
        counted += row.isCounted();
        countedHere += row.isCounted();
        sum = Decimal::add(sum, row.amount.value).value_or(sum);
        ofSection = Decimal::add(ofSection, row.amount.value).value_or(ofSection);
        kept.append(row);
    }
    return kept;
}

/// A discount or charge that lines of the same section follow is one of them.
void findExtras(QVector<Row>& rows) {
    bool followed = false;
    int section = -1;
    for (auto row = rows.rbegin(); row != rows.rend(); ++row) {
        if (row->section != section) followed = false;
        section = row->section;
        followed |= !row->isExtra;
        if (!row->isPart) row->isExtra &= !followed;
    }
}

class Reader {
 public:
    Reader(const Extraction& e, const PageText& page)
        : lines_(printedLines(page.pages)), sign_(decimalSignOf(textOf(page))) {
        sums_ = printedSums(lines_, sign_);
        wanted_ = wantedOf(e, sums_);
    }

    const Wanted& wanted() const { return wanted_; }

    /// Where the bill prints what its lines make, before discounts and charges: with a label that is known, or else the
    /// first number that is it below the lines.
    std::optional<Number> linesTotal(const Reading& reading) const {
        const Decimal& wanted = reading.evidence.sum;
        for (const PrintedSum& sum : sums_)
            if (sum.number.value == wanted) return sum.number;
        for (int i = reading.rows.last().line + 1; i < lines_.size(); ++i)
            if (const auto found = lastNumber(lines_[i], sign_); found && found->value == wanted) return found;
        return {};
    }

    /// The way to read the page that most speaks for.
    Reading best() {
        Reading best, all;
        int parts = 0;
        for (const Table& table : tablesOf(lines_, findHeads(lines_))) {
            const Reading one = bestOf(table);
            if (one.rows.isEmpty()) continue;
            ++parts;
            all.rows += one.rows;
            all.extras += one.extras;
            if (best.rows.isEmpty() || one.weight() > best.weight()) best = one;
        }
        // One line proves little, but for the only one of the only table.
        if (parts == 1 && best.rows.size() == 1 && !best.evidence.proves()) best.evidence = alone(best);
        if (parts > 1 && !best.evidence.proves()) {  // services and goods in tables of their own
            std::stable_sort(all.rows.begin(), all.rows.end(),
                             [](const Row& a, const Row& b) { return a.line < b.line; });
            all.evidence = evidenceOf(all.rows, all.extras, wanted_);
            if (all.evidence.proves()) best = all;
        }
        if (best.evidence.proves()) return best;
        Reading labelled;
        tryAll(labelledRows(lines_, sign_), labelled);
        if (labelled.evidence.proves()) return labelled;
        Reading bare;
        bare.rows = rowsWithoutHead(lines_, sums_, wanted_, sign_);
        bare.evidence = evidenceOf(bare.rows, {}, wanted_);
        bare.byHead = false;
        Reading less;
        findExtras(bare.rows);
        tryRows(bare.rows, 0, false, less);
        less.byHead = false;
        if (less.evidence.proves()) return less;
        return bare.evidence.proves() ? bare : best;
    }

 private:
    static QString textOf(const PageText& page) {
        QString text;
        for (const Page& one : page.pages)
            for (const Word& word : one.words) text += word.text + '\n';
        return text;
    }

    Evidence alone(const Reading& reading) const {
        Evidence evidence = reading.evidence;
        evidence.makesPrinted = evidence.hasSum && reading.extras.isEmpty() &&
                                std::any_of(wanted_.printed.begin(), wanted_.printed.end(),
                                            [&](const Decimal& sum) { return sum == evidence.sum; });
        return evidence;
    }

    void tryRows(const QVector<Row>& rows, int sections, bool keepExtras, Reading& best) const {
        Reading one;
        for (const Row& row : rows)
            if (row.section <= sections) (row.isExtra && !keepExtras ? one.extras : one.rows).append(row);
        if (one.rows.isEmpty() || (!keepExtras && one.extras.isEmpty())) return;
        one.evidence = evidenceOf(one.rows, one.extras, wanted_);
        if (best.rows.isEmpty() || one.weight() > best.weight()) best = one;
    }

    void tryAll(QVector<Row> rows, Reading& best) const {
        if (rows.isEmpty() || rows.size() > kMostLines) return;
        findExtras(rows);
        const int most = rows.last().section;
        for (int sections = 0; sections <= std::min(most, kMostSections); ++sections)
            for (const bool keepExtras : {false, true})
                tryRows(rows, sections == kMostSections ? most : sections, keepExtras, best);
    }

    /// Down to each sum that stands in the table, with and without discounts and charges.
    Reading bestOf(const Table& table) const {
        Reading best;
        for (const Roles& roles : rolesOf(table.head)) {
            const QVector<Row> all = rowsOf(table, roles, lines_, sign_);
            const QVector<Row> lines = withoutSums(all);
            tryAll(lines, best);
            if (lines.size() == all.size() || best.evidence.proves()) continue;
            Reading whole;  // what was taken for a sum may be a line that costs as much
            tryAll(all, whole);
            if (whole.evidence.proves()) best = whole;
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
    Writer(Extraction& e, const Reading& reading, const std::optional<Number>& linesTotal)
        : e_(e), reading_(reading), linesTotal_(linesTotal), proven_(reading.evidence.proves()) {}

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
        addSums();
    }

 private:
    /// What stands between the lines and the net sum, so that checks see why the two differ.
    void addSums() {
        const Evidence& evidence = reading_.evidence;
        if (evidence.makesHeader) return;
        if (evidence.withExtras)
            for (const Row& row : reading_.extras) {
                const bool less = row.amount.value.isNegative();
                addSum(less ? "allowances" : "charges", row.amount, row.amount.value.absolute());
            }
        if (linesTotal_ && (evidence.withExtras || evidence.makesPrinted))
            addSum("lines_total", *linesTotal_, linesTotal_->value);
    }

    void addSum(const char* path, const Number& number, const Decimal& value) {
        if (e_.find(path) || value.isZero()) return;
        Field field;
        field.path = path;
        field.text = number.print.text;
        field.value = value.toString();
        field.page = number.print.page;
        field.boxes = number.print.boxes;
        field.confidence = std::min(kBySum, number.print.confidence);
        field.status = Field::Status::Derived;
        field.note = "Found below the lines, and the sums agree.";
        insertField(e_.fields, field);
    }

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
        if (proven_ && product) explain(line, read, *product);
    }

    /// Where the amount is not the plain product, the form should say why, and not doubt what the sum confirms.
    void explain(int line, const Row& row, bool holds) {
        const Decimal& amount = row.amount.value;
        const auto exact = Decimal::multiply(row.quantity.value, row.unitPrice.value, amount.scale());
        Field& field = e_.fields.last();
        if (!exact || *exact == amount || field.path != linePath(line, "amount")) return;
        const QString product =
            QString("%1 × %2 = %3")
                .arg(row.quantity.value.toString(), row.unitPrice.value.toString(), exact->toString());
        if (!holds)
            field.note = product + ", but the sum of the lines confirms this amount.";
        else if (exact->absolute() == amount.absolute())
            field.note = "A deduction of " + product + '.';
        else if (row.discount.isEmpty())
            field.note = "Rounded: " + product + '.';
        else
            field.note = "After a discount of " + row.discount.print.text + (row.discountInPercent ? " %." : ".");
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
    const std::optional<Number> linesTotal_;
    const bool proven_;
};

}  // namespace

bool readLines(Extraction& extraction, const PageText& page) {
    Reader reader(extraction, page);
    const Reading reading = reader.best();
    const bool modelProves = linesProve(extraction, reader.wanted());
    if (reading.rows.isEmpty()) return modelProves;
    const bool proves = reading.evidence.proves();
    // Without a head nothing tells a quantity but its product; the model may know more.
    if (modelProves && (!proves || !reading.byHead)) return true;
    Writer(extraction, reading, reader.linesTotal(reading)).run();
    return proves;
}

}  // namespace floe
