#include "app/extraction/facts/facts.h"
#include "app/extraction/names.h"
#include "app/extraction/printed_date.h"
#include "app/extraction/terms.h"

namespace floe::facts {

namespace {

struct Label {
    const char *path, *words;
};

constexpr Label kNumbers[] = {
    {"order_number",
     "(?:purchase |customer )?order (?:number|no\\.?|nr\\.?|#|ref(?:erence)?\\.?)|P\\.?O\\.?(?: (?:number|no\\.?|#))?|"
     "bestell(?:nummer|-?nr\\.?)|auftrags?(?:nummer|-?nr\\.?)|(?:n[°ºo]\\.? (?:de )?|num[ée]ro de )(?:commande|pedido|"
     "encomenda)|(?:bon de )?commande n[°ºo]\\.?|pedido n?[°ºo]?\\.?|(?:n\\.? ?|numero )?ordine(?: "
     "n\\.?)?|bestelnummer|"
     "ordernummer|encomenda n[°ºo]\\.?|(?:numer|nr) zam[óo]wienia"},
    {"customer_number",
     "customer (?:number|no\\.?|id|#)|client (?:number|no\\.?|id|code)|account (?:number|no\\.?)|kunden?-?"
     "(?:nummer|nr\\.?)|(?:n[°ºo]\\.? (?:de )?|num[ée]ro (?:de )?|code )client|n[úu]mero de cliente|"
     "n[°º]\\.? (?:de )?cliente|codice cliente|klant(?:nummer|nr\\.?)|debiteurnummer|(?:numer|nr) klienta"},
    {"payment.reference",
     "payment reference|reference for payment|verwendungszweck|zahlungsreferenz|r[ée]f[ée]rence (?:de|du) (?:paiement|"
     "virement)|concepto de pago|referencia de pago|causale|betalingskenmerk|refer[êe]ncia (?:de pagamento|multibanco)|"
     "tytu[łl](?:em)? (?:przelewu|p[łl]atno[śs]ci)"},
    {"buyer_reference",
     "your (?:reference|ref\\.?)|ihr(?:e)? (?:zeichen|referenz)|leitweg-?id|votre r[ée]f[ée]rence|vos r[ée]f\\.?|su "
     "referencia|vostro riferimento|uw (?:referentie|kenmerk)|vossa refer[êe]ncia"},
};

const char* const kTerms =
    "(?:payment )?terms(?: of payment)?|zahlungs(?:bedingungen|konditionen|ziel|frist)|conditions? de (?:paiement|"
    "r[èe]glement)|(?:condiciones|forma|plazo) de pago|(?:condizioni|termini|modalit[àa]) di pagamento|betaal"
    "(?:termijn|conditie)|betalings(?:voorwaarden|conditie)|condi[çc][õo]es de pagamento|warunki p[łl]atno[śs]ci|"
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
const char* const kCreditTitle =
    "credit (?:note|memo)|gutschrift|storno(?:rechnung)?|rechnungskorrektur|avoir|note de cr[ée]dit|nota (?:de "
    "cr[ée]dito|di credito)|factura rectificativa|credit(?:nota|factuur)|kredit(?:nota|faktura)|faktura korygująca|"
    "korekta";
const char* const kInvoice =
    "invoice(?: (?:number|no\\.?|ref\\.?))?|rechnung(?:s?(?:nummer|-?nr\\.?))?|facture(?: n[°ºo]\\.?)?|n[°ºo]\\.? "
    "(?:de "
    ")?(?:facture|factura|fatura)|factura(?: n[°ºo]\\.?)?|fattura(?: n\\.?)?|factuur(?:nummer|nr\\.?)?|fatura(?: "
    "n[°ºo]?\\.?)?|faktur(?:a|y|anummer|a-?nr\\.?)(?: nr\\.?)?";

void findPreceding(Extraction& e, const PageCells& cells) {
    static const QRegularExpression number("(?:n[°ºro]\\.? ?)?((?=[^ ]*[0-9])[\\w][\\w/.-]*\\w)(?![\\w])",
                                           QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression title = anyCase(QString("\\b(?:%1)\\b").arg(QString::fromUtf8(kCreditTitle)));
    const Field* own = e.find("number");
    QString words = QString::fromUtf8(kPreceding);
    if (own && title.match(cells.page().text).hasMatch()) words += '|' + QString::fromUtf8(kInvoice);
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
        "\\b(?:pay(?:able|ment)?|due|net(?:to)?|zahl\\w*|skonto|f[äa]llig|paiement|payable|r[èe]glement|pago|pagamento|"
        "pagar|betal\\w*|voldaan|p[łl]atno[śs]\\w*|zap[łl]at\\w*)\\b");
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
    if (e.find("due_date") || !issue || !terms || issue->status != Field::Status::Ok || issue->confidence < 0.75)
        return;
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
