#include <algorithm>

#include "app/extraction/decimal.h"
#include "app/extraction/facts/facts.h"
#include "app/extraction/names.h"
#include "app/extraction/printed_amount.h"
#include "app/extraction/sums/printed_sums.h"

namespace floe::facts {

namespace {

/// Numbers of one line with their cents.
struct Number {
    Run run;
    Decimal value;
};

struct Row {
    Number rate;
    std::optional<Number> base;  // nothing: it is not printed
    Number tax;
    QString name;  // of one of several taxes at the same rate (sums/printed_sums.h)
};

const QRegularExpression& amountForm() {
    static const QRegularExpression form(
        "(?<![0-9.,])-?(?:[0-9]{1,3}(?:[.,' \\x{00A0}\\x{202F}’][0-9]{3})+|[0-9]+)[.,][0-9]{2}(?![0-9.,]*[0-9])");
    return form;
}

std::optional<Decimal> taxOf(const Decimal& base, const Decimal& rate, int places) {
    const auto part = Decimal::multiply(rate, Decimal(1, 2), 9);
    return part ? Decimal::multiply(base, *part, places) : std::nullopt;
}

bool near(const Decimal& a, const Decimal& b) {
    const auto gap = Decimal::add(a, -b);
    return gap && !(Decimal(1, 2) < gap->absolute());
}

QVector<Number> numbersOf(const Run& line, DecimalSign sign) {
    QVector<Number> numbers;
    for (auto it = amountForm().globalMatch(line.text); it.hasNext();) {
        const auto match = it.next();
        const auto read = readAmount(match.captured(), sign);
        const QString after = line.text.mid(match.capturedEnd()).trimmed();
        if (read && !read->other && !read->value.isZero() && !after.startsWith('%'))
            numbers.append({{match.captured(), line.begin + match.capturedStart()}, read->value});
    }
    return numbers;
}

/// A row with a rate and two numbers that it joins; or a rate and the tax, whose base is the bill's net sum.
std::optional<Row> rowOf(const Extraction& e, const Number& rate, const QVector<Number>& numbers) {
    for (const Number& base : numbers)
        for (const Number& tax : numbers) {
            if (base.run.begin == tax.run.begin) continue;
            const auto product = taxOf(base.value, rate.value, 2);
            if (product && !product->isZero() && near(*product, tax.value)) return Row{rate, base, tax, {}};
        }
    const auto net = printedSum(e, "net");
    for (const Number& tax : numbers) {
        const auto product = net ? taxOf(*net, rate.value, 2) : std::nullopt;
        if (product && !product->isZero() && near(*product, tax.value)) return Row{rate, Number{{}, *net}, tax, {}};
    }
    return {};
}

/// A rate beside one number, which is its tax where those of all rates make the whole tax.
std::optional<Row> rowOfTax(const Extraction&, const Number& rate, const QVector<Number>& numbers) {
    if (numbers.size() != 1) return {};
    return Row{rate, {}, numbers[0], {}};
}

/// How a rate is written: with its percent sign, or alone in the first column of a table of taxes.
enum class RateForm { Percent, Bare };

QVector<Number> ratesOf(const Run& line, RateForm form, DecimalSign sign) {
    static const QRegularExpression percent("(?<![0-9.,])([0-9]{1,2}(?:[.,][0-9]{1,2})?) ?%");
    static const QRegularExpression bare("^[^0-9]*(?<![0-9.,-])([0-9]{1,2}(?:[.,][0-9]{1,2})?)(?=\\t)");
    QVector<Number> rates;
    for (auto it = (form == RateForm::Percent ? percent : bare).globalMatch(line.text); it.hasNext();) {
        const auto match = it.next();
        const auto read = readAmount(match.captured(1), sign);
        if (read && !read->value.isZero())
            rates.append({{match.captured(1), line.begin + match.capturedStart(1)}, read->value});
    }
    return rates;
}

using RowReader = std::optional<Row> (*)(const Extraction&, const Number& rate, const QVector<Number>& numbers);

/// The lowest row of each rate: the table of taxes stands below the lines, which may show the same numbers.
QVector<Row> rowsOn(const Extraction& e, const PageCells& cells, DecimalSign sign, RateForm form, RowReader read) {
    const QString& text = cells.page().text;
    QVector<Row> rows;
    for (qsizetype begin = 0; begin < text.size();) {
        qsizetype end = text.indexOf('\n', begin);
        if (end < 0) end = text.size();
        const Run line{text.mid(begin, end - begin), begin};
        begin = end + 1;
        const QVector<Number> rates = ratesOf(line, form, sign);
        if (rates.size() != 1) continue;
        auto row = read(e, rates[0], numbersOf(line, sign));
        if (!row) continue;
        row->name = taxNamedIn(line.text);
        const auto isSame = [&](const Row& other) {
            return other.rate.value == row->rate.value && other.name == row->name;
        };
        rows.erase(std::remove_if(rows.begin(), rows.end(), isSame), rows.end());
        rows.append(*row);
    }
    return rows;
}

void add(Extraction& e, const PageCells& cells, const Number& number, const char* member) {
    const QString path = listPath("taxes", e.taxCount, member);
    if (number.run.text.isEmpty()) {  // printed elsewhere: the net sum
        Field field = *e.find("net");
        field.path = path;
        field.status = Field::Status::Derived;
        field.note = "The net sum, which the rate makes this tax of.";
        insertField(e.fields, field);
        return;
    }
    insertField(e.fields, cells.field(path, number.run, number.value.toString(), kProven));
}

/// The whole tax: as printed, or what stands between net and total where each rate's alone is printed.
std::optional<Decimal> wholeTax(const Extraction& e) {
    if (const auto tax = printedSum(e, "tax")) return *tax;
    const auto net = printedSum(e, "net"), total = printedSum(e, "total");
    return net && total ? Decimal::add(*total, -*net) : std::nullopt;
}

/// "VAT 0 % (reverse charge) 0.00": the one rate of a bill without tax.
QVector<Row> untaxedRow(const Extraction& e, const PageCells& cells) {
    static const QRegularExpression form("(?<![0-9.,])(0(?:[.,]0{1,2})?) ?%[^\\n%]*?(?<![0-9.,])(0[.,]00)(?![0-9])");
    const auto match = form.match(cells.page().text);
    const auto net = printedSum(e, "net");
    if (!match.hasMatch() || !net) return {};
    const Decimal none(0, 2);
    return {{{{match.captured(1), match.capturedStart(1)}, Decimal(0, 0)},
             Number{{}, *net},
             {{match.captured(2), match.capturedStart(2)}, none},
             {}}};
}

bool makes(const QVector<Row>& rows, const Decimal& tax) {
    Decimal sum;
    bool onlyTaxes = true;
    for (const Row& row : rows) {
        sum = Decimal::add(sum, row.tax.value).value_or(Decimal());
        onlyTaxes &= !row.base;
    }
    return rows.size() > (onlyTaxes ? 1 : 0) && near(sum, tax);
}

}  // namespace

void findTaxRows(Extraction& e, const PageCells& cells) {
    const DecimalSign sign = decimalSignOf(cells.page().text);
    const auto tax = wholeTax(e);
    if (e.taxCount > 0 || !tax) return;
    QVector<Row> rows = tax->isZero() ? untaxedRow(e, cells) : rowsOn(e, cells, sign, RateForm::Percent, rowOf);
    if (!makes(rows, *tax)) rows = rowsOn(e, cells, sign, RateForm::Percent, rowOfTax);
    if (!makes(rows, *tax)) rows = rowsOn(e, cells, sign, RateForm::Bare, rowOf);
    if (!makes(rows, *tax)) return;
    for (const Row& row : rows) {
        add(e, cells, row.rate, "rate");
        if (row.base) add(e, cells, *row.base, "base");
        add(e, cells, row.tax, "amount");
        ++e.taxCount;
    }
}

}  // namespace floe::facts
