#include <algorithm>

#include "app/extraction/decimal.h"
#include "app/extraction/facts/facts.h"
#include "app/extraction/names.h"
#include "app/extraction/printed_amount.h"

namespace floe::facts {

namespace {

struct Label {
    const char *path, *words;
};

constexpr Label kSums[] = {
    {"allowances", "(?:gesamtbetrag|summe) der (?:abschl[äa]ge|nachl[äa]sse|rabatte)"},
    {"charges", "(?:gesamtbetrag|summe) der zuschl[äa]ge"},
    {"allowances",
     "(?:total "
     ")?(?:discounts?|allowances?|rebate)|(?:gesamt)?rabatt|nachlass|remises?|rabais|descuentos?|dto\\.?|sconto|"
     "sconti|korting|descontos?|rabaty?|upust"},
    {"charges",
     "shipping(?: (?:and|&) handling)?|delivery(?: charge| fee)?|freight|postage|surcharges?|versand(?:kosten)?|"
     "lieferkosten|fracht|porto|frais de (?:port|livraison)|gastos de env[íi]o|portes|spese di "
     "(?:spedizione|trasporto)|"
     "verzendkosten|(?:koszty?|koszt) (?:wysy[łl]ki|dostawy)"},
    {"rounding",
     "round(?:ing|ed off)(?: (?:adjustment|difference))?|rundung(?:sdifferenz|sbetrag)?|arrondis?|redondeo|"
     "arrotondamento|afronding(?:sverschil)?|arredondamento|zaokr[ąa]glenie"},
};

/// Numbers of one line with their cents.
struct Number {
    Run run;
    Decimal value;
};

struct Row {
    Number rate, base, tax;
};

const QRegularExpression& amountForm() {
    static const QRegularExpression form(
        "(?<![0-9.,])-?(?:[0-9]{1,3}(?:[.,' \\x{00A0}\\x{202F}’][0-9]{3})+|[0-9]+)[.,][0-9]{2}(?![0-9.,]*[0-9])");
    return form;
}

void findLabelledSums(Extraction& e, const PageCells& cells, DecimalSign sign) {
    static const QRegularExpression form(
        "[^0-9%]{0,5}-?[0-9][0-9.,' ]*[.,][0-9]{2}(?![0-9])[^0-9%\\pL]*(?:[A-Z]{3})?$");
    for (const Label& label : kSums) {
        QVector<Run> runs;
        for (const Run& run : cells.beside(label.words))
            if (form.match(run.text, 0, QRegularExpression::NormalMatch, QRegularExpression::AnchorAtOffsetMatchOption)
                    .hasMatch())
                runs.append(run);
        if (runs.size() != 1) continue;  // a discount of each line is none of the whole
        const auto read = readAmount(runs[0].text, sign);
        if (!read || read->other || read->value.isZero()) continue;
        const bool deduction = label.path == QLatin1String("allowances");
        addOnce(e, cells.byLabel(label.path, runs[0], (deduction ? read->value.absolute() : read->value).toString()));
    }
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

std::optional<Number> printed(const Extraction& e, const char* path) {
    const Field* field = e.find(path);
    const auto value = field && !field->text.isEmpty() ? Decimal::parse(field->value) : std::nullopt;
    if (!value) return {};
    return Number{{}, *value};
}

/// A row with a rate and two numbers that it joins; or a rate and the tax, whose base is the bill's net sum.
std::optional<Row> rowOf(const Extraction& e, const Number& rate, const QVector<Number>& numbers) {
    for (const Number& base : numbers)
        for (const Number& tax : numbers) {
            if (base.run.begin == tax.run.begin) continue;
            const auto product = taxOf(base.value, rate.value, 2);
            if (product && !product->isZero() && near(*product, tax.value)) return Row{rate, base, tax};
        }
    const auto net = printed(e, "net");
    for (const Number& tax : numbers) {
        const auto product = net ? taxOf(net->value, rate.value, 2) : std::nullopt;
        if (product && !product->isZero() && near(*product, tax.value)) return Row{rate, *net, tax};
    }
    return {};
}

/// The lowest row of each rate: the table of taxes stands below the lines, which may show the same numbers.
QVector<Row> rowsOn(const Extraction& e, const PageCells& cells, DecimalSign sign) {
    static const QRegularExpression percent("(?<![0-9.,])([0-9]{1,2}(?:[.,][0-9]{1,2})?) ?%");
    const QString& text = cells.page().text;
    QVector<Row> rows;
    for (qsizetype begin = 0; begin < text.size();) {
        qsizetype end = text.indexOf('\n', begin);
        if (end < 0) end = text.size();
        const Run line{text.mid(begin, end - begin), begin};
        begin = end + 1;
        QVector<Number> rates;
        for (auto it = percent.globalMatch(line.text); it.hasNext();) {
            const auto match = it.next();
            const auto read = readAmount(match.captured(1), sign);
            if (read && !read->value.isZero())
                rates.append({{match.captured(1), line.begin + match.capturedStart(1)}, read->value});
        }
        if (rates.size() != 1) continue;
        const auto row = rowOf(e, rates[0], numbersOf(line, sign));
        if (!row) continue;
        rows.erase(std::remove_if(rows.begin(), rows.end(),
                                  [&](const Row& other) { return other.rate.value == row->rate.value; }),
                   rows.end());
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
    if (const auto tax = printed(e, "tax")) return tax->value;
    const auto net = printed(e, "net"), total = printed(e, "total");
    return net && total ? Decimal::add(total->value, -net->value) : std::nullopt;
}

/// "VAT 0 % (reverse charge) 0.00": the one rate of a bill without tax.
QVector<Row> untaxedRow(const Extraction& e, const PageCells& cells) {
    static const QRegularExpression form("(?<![0-9.,])(0(?:[.,]0{1,2})?) ?%[^\\n%]*?(?<![0-9.,])(0[.,]00)(?![0-9])");
    const auto match = form.match(cells.page().text);
    const auto net = printed(e, "net");
    if (!match.hasMatch() || !net) return {};
    const Decimal none(0, 2);
    return {{{{match.captured(1), match.capturedStart(1)}, Decimal(0, 0)},
             *net,
             {{match.captured(2), match.capturedStart(2)}, none}}};
}

void findTaxes(Extraction& e, const PageCells& cells, DecimalSign sign) {
    const auto tax = wholeTax(e);
    if (e.taxCount > 0 || !tax) return;
    const QVector<Row> rows = tax->isZero() ? untaxedRow(e, cells) : rowsOn(e, cells, sign);
    Decimal sum;
    for (const Row& row : rows) sum = Decimal::add(sum, row.tax.value).value_or(Decimal());
    if (rows.isEmpty() || !near(sum, *tax)) return;
    for (const Row& row : rows) {
        add(e, cells, row.rate, "rate");
        add(e, cells, row.base, "base");
        add(e, cells, row.tax, "amount");
        ++e.taxCount;
    }
}

/// A sum of lines is told from the net sum by what stands between them: only with a discount or surcharge.
void findLinesTotal(Extraction& e, const PageCells& cells, DecimalSign sign) {
    const auto net = printed(e, "net"), less = printed(e, "allowances"), more = printed(e, "charges");
    if (!net || (!less && !more)) return;
    std::optional<Decimal> wanted = net->value;
    if (less) wanted = Decimal::add(*wanted, less->value);
    if (wanted && more) wanted = Decimal::add(*wanted, -more->value);
    if (!wanted) return;
    static const char* const kLabel =
        "sub-?total|(?:total|sum) of lines|items?(?: total)?|zwischensumme|warenwert|sous-total|total brut|"
        "subtotal|importe bruto|base|imponibile|totale merce|subtotaal|suma cz[ęe][śs]ciowa";
    for (const Run& run : cells.beside(kLabel)) {
        const auto read = readAmount(run.text, sign);
        if (!read || read->other || !(read->value == *wanted)) continue;
        addOnce(e, cells.byLabel("lines_total", run, read->value.toString()));
        return;
    }
}

}  // namespace

void findSums(Extraction& extraction, const PageCells& cells) {
    const DecimalSign sign = decimalSignOf(cells.page().text);
    findLabelledSums(extraction, cells, sign);
    findLinesTotal(extraction, cells, sign);
    findTaxes(extraction, cells, sign);
}

}  // namespace floe::facts
