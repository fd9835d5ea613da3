#include "app/extraction/facts/facts.h"
#include "app/extraction/named/credited.h"
#include "app/extraction/names.h"
#include "app/extraction/printed_date.h"
#include "app/extraction/terms.h"

namespace floe::facts {

namespace {

struct Label {
    const char *path, *words;
};

constexpr Label kNumbers[] = {
    {"payment.reference",
     "payment reference|reference for payment|verwendungszweck|zahlungsreferenz|r[ée]f[ée]rence (?:de|du) (?:paiement|"
     "virement)|concepto de pago|referencia de pago|causale|betalingskenmerk|refer[êe]ncia (?:de pagamento|multibanco)|"
     "tytu[łl](?:em)? (?:przelewu|p[łl]atno[śs]ci)"},
    {"buyer_reference",
     "your (?:reference|ref\\.?)|ihr(?:e)? (?:zeichen|referenz)|leitweg-?id|votre r[ée]f[ée]rence|v(?:os|otre)"
     " r[ée]f\\.?|v/r[ée]f\\.?|su (?:referencia|ref\\.?)|(?:vostro|vs\\.?) (?:riferimento|rif\\.?)|uw (?:referentie|"
     "ref\\.?|kenmerk)|(?:vossa|sua|v/) ?(?:refer[êe]ncia|ref\\.?)|pa[ńn]stwa (?:znak|referencja)|er(?:t)? (?:referens|"
     "ref\\.?)|(?:deres|jeres) (?:reference|ref\\.?)"},
};

const char* const kTerms =
    "(?:payment )?terms(?: of payment)?|zahlungs(?:bedingungen|konditionen|ziel|frist)|conditions? de (?:paiement|"
    "r[èe]glement)|(?:condiciones|forma|plazo) de pago|(?:condizioni|termini|modalit[àa]) di pagamento|betaal"
    "(?:termijn|conditie)|betalings(?:voorwaarden|conditie|termijn|betingelser|vilk[åa]r|frist)|betalningsvillkor|"
    "d[ée]lai de (?:paiement|r[èe]glement)|prazo de pagamento|condi[çc][õo]es de pagamento|warunki p[łl]atno[śs]ci|"
    "termin p[łl]atno[śs]ci";

bool isTaken(const Extraction& e, const Field& field) {
    for (const Field& other : e.fields)
        if (!isLinePath(other.path) && other.page == field.page && other.value == field.value &&
            other.box().intersects(field.box()))
            return true;
    return false;
}

void findNumbers(Extraction& e, const PageCells& cells) {
    static const QRegularExpression number("(?=[^ ]*[0-9])[\\w][\\w/.-]*\\w(?![\\w])|[0-9]",
                                           QRegularExpression::UseUnicodePropertiesOption);
    static const QRegularExpression reference("(?=.*[0-9])\\S.{0,60}");
    for (const Label& label : kNumbers) {
        const bool free = label.path == QLatin1String("payment.reference");
        const auto run = cells.labelled(label.words, free ? reference : number);
        if (!run || run->text.size() > 64 || (!free && !readDate(run->text).isEmpty())) continue;
        const Field field = cells.byLabel(label.path, *run, run->text);
        if (!isTaken(e, field)) addOnce(e, field);
    }
}

const char* const kPreceding =
    "(?:original|corrected|referenced|credited|our|your) invoice(?: (?:number|no\\.?))?|(?:zu|gegen|f[üu]r|"
    "urspr[üu]ngliche|betrifft|unsere[rm]?|ihre[rm]?)(?: (?:die|der|unsere[rm]?|ihre[rm]?))* rechnung(?:s?(?:nummer|"
    "-?nr\\.?))?|facture (?:d'origine|initiale|rectifi[ée]e)(?: n[°ºo]\\.?)?|factura (?:rectificada|original)|fattura "
    "(?:originale|di riferimento)|oorspronkelijke factuur|fatura original|faktury? korygowanej";

// A credit note has a number of its own; what is called an invoice's there is that of the bill before.
// A credit note has a number of its own; what is called an invoice's there is that of the bill before.
const char* const kInvoice =
    "invoice(?: (?:number|no\\.?|ref\\.?))?|rechnung(?:s?(?:nummer|-?nr\\.?))?|facture(?: n[°ºo]\\.?)?|n[°ºo]\\.? "
    "(?:de "
    ")?(?:facture|factura|fatura)|factura(?: n[°ºo]\\.?)?|fattura(?: n\\.?)?|factuur(?:nummer|nr\\.?)?|fatura(?: "
    "n[°ºo]?\\.?)?|faktur(?:a|y|anummer|a-?nr\\.?)(?: nr\\.?)?";

void findPreceding(Extraction& e, const PageCells& cells) {
    static const QRegularExpression number("(?:n[°ºro]\\.? ?)?((?=[^ ]*[0-9])[\\w][\\w/.-]*\\w)(?![\\w])",
                                           QRegularExpression::CaseInsensitiveOption);
    const Field* own = e.find("number");
    QString words = QString::fromUtf8(kPreceding);
    if (own && isCreditNote(floe::PageCells(cells.page()))) words += '|' + QString::fromUtf8(kInvoice);
    for (const Run& beside : cells.beside(words.toUtf8().constData())) {
        const auto match = number.match(beside.text, 0, QRegularExpression::NormalMatch,
                                        QRegularExpression::AnchorAtOffsetMatchOption);
        if (!match.hasMatch() || !readDate(match.captured(1)).isEmpty()) continue;
        const Run run{match.captured(1), beside.begin + match.capturedStart(1)};
        const Field field = cells.byLabel("preceding_invoice", run, run.text);
        if (run.text.size() > 64 || (own && own->value.contains(run.text)) || isTaken(e, field)) continue;
        addOnce(e, field);
        return;
    }
}

void findTerms(Extraction& e, const PageCells& cells) {
    for (const Run& run : cells.beside(kTerms)) {
        if (!daysOfTerms(run.text) || run.text.size() > 160) continue;
        addOnce(e, cells.byLabel("payment.terms", run, run.text));
        return;
    }
    static const QRegularExpression pays = anyCase(
        "\\b(?:pay(?:able|ment)?|due|net(?:to)?|zahl\\w*|[üu]berweis\\w*|begleich\\w*|skonto|f[äa]llig\\w*|paiement|"
        "payable|payer|r[èeé]gl\\w*|virement|pag(?:o|os|ar|adero|amento|amenti|are)|liquidar|liquida[çc][ãa]o|saldare|"
        "bonifico|transferencia|betal\\w*|voldaan|voldoen|overmaken|forfald\\w*|forfall\\w*|p[łl]atn\\w*|"
        "zap[łl]at\\w*|przelew\\w*)\\b");
    for (const Cell& cell : cells.all()) {
        const QString text = cell.text.trimmed();
        const auto days = daysOfTerms(text);
        if (!days || *days == 0 || text.size() > 160 || !pays.match(text).hasMatch()) continue;
        qsizetype from = 0;
        while (from < text.size() && !text[from].isLetterOrNumber()) ++from;
        const Run run{text.mid(from), cell.begin + cell.text.indexOf(text) + from};
        Field field = cells.byLabel("payment.terms", run, run.text);
        field.note = "The sentence on the page that names a term.";
        addOnce(e, field);
        return;
    }
}

void dueByTerms(Extraction& e) {
    const Field *issue = e.find("issue_date"), *terms = e.find("payment.terms");
    if (e.find("due_date") || !issue || !terms || issue->confidence < 0.75) return;
    if (issue->status != Field::Status::Ok && issue->status != Field::Status::Derived) return;
    const QDate day = QDate::fromString(issue->value, Qt::ISODate);
    const auto days = daysOfTerms(terms->value);
    if (!day.isValid() || !days) return;
    Field field;
    field.path = "due_date";
    field.value = day.addDays(*days).toString(Qt::ISODate);
    field.confidence = kByLabel;
    field.status = Field::Status::Derived;
    field.note = *days == 0
                     ? QStringLiteral("Not printed: due at once, as the terms of payment say.")
                     : QString("Not printed: the issue date and the %1 days of the terms of payment.").arg(*days);
    insertField(e.fields, field);
}

}  // namespace

void findReferences(Extraction& extraction, const PageCells& cells) {
    findNumbers(extraction, cells);
    findPreceding(extraction, cells);
    findDates(extraction, cells);
    findTerms(extraction, cells);
    dueByTerms(extraction);
}

}  // namespace floe::facts
