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

/// A sum of lines is told from the net sum by what stands between them: only with a discount or surcharge.
void findLinesTotal(Extraction& e, const PageCells& cells, DecimalSign sign) {
    const auto net = printedSum(e, "net"), less = printedSum(e, "allowances"), more = printedSum(e, "charges");
    if (!net || (!less && !more)) return;
    std::optional<Decimal> wanted = *net;
    if (less) wanted = Decimal::add(*wanted, *less);
    if (wanted && more) wanted = Decimal::add(*wanted, -*more);
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

std::optional<Decimal> printedSum(const Extraction& e, const char* path) {
    const Field* field = e.find(path);
    return field && !field->text.isEmpty() ? Decimal::parse(field->value) : std::nullopt;
}

void findSums(Extraction& extraction, const PageCells& cells) {
    const DecimalSign sign = decimalSignOf(cells.page().text);
    findLabelledSums(extraction, cells, sign);
    findLinesTotal(extraction, cells, sign);
}

}  // namespace floe::facts
