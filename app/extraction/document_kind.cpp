#include "app/extraction/document_kind.h"

#include <QRegularExpression>
#include <algorithm>

#include "app/extraction/decimal.h"
#include "app/extraction/facts/page_cells.h"

namespace floe {

namespace {

constexpr int kTitle = 4;    // a cell that is nothing but the title
constexpr int kMention = 2;  // … the title and a number, in the usual print: may be a reference, "Order 4711"
constexpr int kLarge = 3;    // in print at least 1.3 times the usual, or in capitals
constexpr int kEarly = 2;    // in the first third of the first page
constexpr int kLabel = 2;    // "credit note number" somewhere
constexpr int kValue = 3;    // for bill: a number; a sum
constexpr double kLargePrint = 1.3;
constexpr int kMostTitleSigns = 60, kLeastCapitals = 5;

struct Kind {
    const char *name, *words;
    const char* titles;
    const char* labels;  // what only such a document prints; empty: nothing
};

/// The particular before the general: "Proforma invoice" is no invoice, "order confirmation" no order.
constexpr Kind kKinds[] = {
    {"proforma", "a pro forma invoice",
     "pro[ -]?forma(?:[ -]?(?:invoice|rechnung))?|(?:facture|factura|fattura|fatura|factuur|faktura) pro[ -]?forma|pro "
     "forma factuur",
     ""},
    {"credit_note", "a credit note",
     "credit "
     "(?:note|memo|invoice)|(?:rechnungs)?gutschrift|storno(?:rechnung)?|rechnungskorrektur|avoir|(?:facture|note) "
     "d'avoir|note de cr[ée]dit|factura rectificativa|(?:factura de )?abono|nota de cr[ée]dito|nota di credito|"
     "creditnota|creditfactuur|faktura koryguj[ąa]ca|korekta(?: faktury)?|kreditnota|kreditfaktura",
     "credit (?:note|memo) (?:number|no\\.?|date)|gutschrift(?:s(?:nummer|datum)|-?nr\\.?)"},
    {"dunning", "a reminder of a bill",
     "(?:\\d\\. )?(?:payment |final |first |second |friendly )?reminder|overdue notice|final notice|(?:\\d\\. "
     ")?mahnung|"
     "zahlungserinnerung|lettre de relance|relance|rappel(?: de paiement)?|mise en demeure|recordatorio(?: de pago)?|"
     "requerimiento de pago|sollecito(?: di pagamento)?|(?:betalings)?herinnering|aanmaning|aviso de "
     "pagamento em atraso|lembrete de pagamento|(?:ostateczne )?wezwanie do "
     "zap[łl]aty|(?:betalnings|betalings)?p[åa]minnelse|rykker(?:skrivelse)?|betalingsp[åa]mindelse|przypomnienie(?: o "
     "p[łl]atno[śs]ci)?",
     "mahngeb[üu]hr(?:en)?|days overdue"},
    {"order_confirmation", "an order confirmation",
     "order (?:confirmation|acknowledge?ment)|(?:auftrags|bestell)best[äa]tigung|confirmation de commande|accus[ée] de "
     "r[ée]ception de commande|confirmaci[óo]n de(?:l)? pedido|conferma (?:d'|dell')?ordine|orderbevestiging|"
     "confirma[çc][ãa]o de encomenda|potwierdzenie zam[óo]wienia|orderbekr[äa]ftelse|ordrebekr[æa]ftelse",
     ""},
    {"delivery_note", "a delivery note",
     "delivery (?:note|slip|docket)|packing (?:slip|list)|dispatch note|lieferschein|bon de livraison|bordereau de "
     "livraison|albar[áa]n(?: de entrega)?|nota de entrega|documento di trasporto|d\\.?d\\.?t\\.?|bolla(?: di "
     "consegna)?|"
     "pakbon|leverbon|vrachtbrief|guia de (?:remessa|transporte)|dow[óo]d dostawy|(?:list|dokument) "
     "wz|wz|f[öo]ljesedel|leveranssedel|f[øo]lgeseddel",
     ""},
    {"estimate", "a quote",
     "quot(?:e|ation)|(?:cost )?estimate|proposal|angebot|kostenvoranschlag|offerte|devis|presupuesto|cotizaci[óo]n|"
     "preventivo|offerta|or[çc]amento|oferta|wycena|kosztorys|offert|tilbud",
     "(?:quote|quotation|estimate) (?:number|no\\.?|date|valid)|valid "
     "until|angebots(?:nummer|-?nr\\.?|datum)|g[üu]ltig "
     "bis|devis n[°ºo]"},
    {"statement", "a statement of account",
     "(?:account |monthly |customer )?statement|statement of account|konto(?:auszug|[üu]bersicht)|saldenmitteilung|"
     "relev[ée](?: de compte)?|extracto(?: de cuenta)?|estado de cuenta|estratto conto|(?:rekening)?overzicht|"
     "rekeningafschrift|extrato(?: de conta)?|wyci[ąa]g(?: z konta)?|zestawienie(?: nale[żz]no[śs]ci| "
     "sald)?|kontoutdrag|kontoudtog",
     "opening balance|closing balance|statement (?:date|period)|solde initial|saldo inicial|saldo iniziale"},
    {"receipt", "a receipt",
     "(?:sales |payment |cash )?receipt|(?:kassen)?(?:bon|beleg|zettel)|quittung|re[çc]u|ticket(?: de "
     "caisse)?|facturette|"
     "recibo|ticket de compra|factura simplificada|ricevuta|scontrino(?: fiscale)?|documento commerciale|kassabon|"
     "kwitantie|fatura simplificada|tal[ãa]o|paragon(?: fiskalny)?|(?:kassa)?kvitto|kvittering",
     "receipt (?:number|no\\.?|date)|change due|r[üu]ckgeld|bar gegeben|kartenzahlung|rendu monnaie|su "
     "cambio|wisselgeld|"
     "reszta|tse-signatur|scontrino n"},
    {"order", "an order",
     "(?:purchase |sales )?order|bestellung|auftrag|(?:bon de )?commande|(?:orden de )?(?:pedido|compra)|ordine"
     "(?: d'acquisto)?|(?:inkoop)?order|bestelbon|(?:nota de "
     ")?encomenda|zam[óo]wienie|best[äa]llning|ink[öo]psorder|bestilling|(?:indk[øo]bs)?ordre",
     ""},
    {"bill", "a bill",
     "(?:tax |sales |commercial |customer |final |vat "
     ")?invoice|bill|\\pL*rechnung|facture|"
     "factura|fattura|factuur|fatura(?:[ -]recibo)?|faktura(?: vat)?|nota fiscal|honorarnote|note "
     "d'honoraires|parcella",
     "invoice (?:number|no\\.?|date|#)|rechnungs(?:nummer|-?nr\\.?|datum)|(?:num[ée]ro|date) de (?:la "
     ")?facture|facture "
     "n[°ºo]|(?:n[úu]mero|fecha) de (?:la )?factura|(?:numero|data) fattura|factuur(?:nummer|datum)|(?:n[úu]mero|data) "
     "da "
     "fatura|(?:numer|data) faktury|faktura nr"},
};

const char* const kNoBill =
    "(?:this is )?not an? (?:tax )?invoice|do not pay|(?:dies ist )?keine rechnung|n'est pas une facture|no es una "
    "factura|non [èe] (?:una |valido come )?fattura|geen factuur|n[ãa]o (?:[ée] uma|serve de) fatura|nie jest "
    "faktur[ąa]";

struct Verdict {
    int points = 0;
    QString title;  // as printed
    bool label = false;
};

double usualHeight(const Page& page) {
    QVector<double> heights;
    for (const Word& word : page.words) heights.append(word.box.height());
    if (heights.isEmpty()) return 0;
    std::nth_element(heights.begin(), heights.begin() + heights.size() / 2, heights.end());
    return heights[heights.size() / 2];
}

int pointsOfTitle(const QString& title, bool alone, const QRectF& box, const Page& page, double usual) {
    const bool capitals = title.size() >= kLeastCapitals && title == title.toUpper();
    const bool large = capitals || (usual > 0 && box.height() >= kLargePrint * usual);
    if (!large && !alone) return kMention;
    return (large ? kTitle + kLarge : kTitle) + (box.top() < page.size.height() / 3 ? kEarly : 0);
}

/// The title of the cell and nothing else but its number: "Invoice 17", "CREDIT NOTE No. 5"; not "Invoice address".
QRegularExpression titleForm(const Kind& kind) {
    return facts::anyCase(
        QString("^ *((?:%1))((?: *(?:no\\.?|nr\\.?|number|n[°ºo]\\.?|#|:|[-–—/]).*| *[A-Z-]{0,6}[0-9].*)?) *$")
            .arg(QString::fromUtf8(kind.titles)));
}

QRegularExpression wordsForm(const char* words) {
    return facts::anyCase(QString("(?<!\\pL)(?:%1)(?!\\pL)").arg(QString::fromUtf8(words)));
}

struct Forms {
    QVector<QRegularExpression> titles, labels;
    QRegularExpression noBill = wordsForm(kNoBill);

    Forms() {
        for (const Kind& kind : kKinds) {
            titles.append(titleForm(kind));
            labels.append(*kind.labels ? wordsForm(kind.labels) : QRegularExpression("(?!)"));
        }
    }
};

const Forms& allForms() {
    static const Forms forms;
    return forms;
}

QVector<Verdict> verdictsOf(const PageText& page, const Forms& forms) {
    QVector<Verdict> verdicts(std::size(kKinds));
    const double usual = page.pages.isEmpty() ? 0 : usualHeight(page.pages[0]);
    const facts::PageCells cells(page);
    for (const facts::Cell& cell : cells.all()) {
        for (qsizetype k = 0; k < verdicts.size(); ++k)
            if (!verdicts[k].label && forms.labels[k].match(cell.text).hasMatch()) verdicts[k].label = true;
        if (cell.text.size() > kMostTitleSigns) continue;
        for (qsizetype k = 0; k < verdicts.size(); ++k) {
            const auto match = forms.titles[k].match(cell.text);
            if (!match.hasMatch()) continue;
            Field place;
            page.place(place, cell.begin, cell.end());
            if (place.page != 0) break;
            const int points =
                pointsOfTitle(match.captured(1), match.captured(2).isEmpty(), place.box(), page.pages[0], usual);
            if (points > verdicts[k].points) verdicts[k] = {points, match.captured(1), verdicts[k].label};
            break;  // the first kind whose title it is
        }
    }
    for (Verdict& verdict : verdicts)  // a mention and a label are mostly one print
        if (verdict.label && verdict.points != kMention) verdict.points += kLabel;
    return verdicts;
}

bool hasSum(const Extraction& e) {
    return e.find("total") || e.find("amount_due") || e.find("net");
}

QString whyOf(const Kind& kind, const Verdict& verdict, const Extraction& e) {
    if (!verdict.title.isEmpty()) return QString("It is titled “%1”.").arg(verdict.title);
    if (verdict.label) return QString("It has what only %1 prints.").arg(kind.words);
    return e.find("number") ? QStringLiteral("It has a number, and no title says otherwise.")
                            : QStringLiteral("It has a sum, and no title says otherwise.");
}

}  // namespace

DocumentKind documentKindOf(const Extraction& e, const PageText& page) {
    const Forms& forms = allForms();
    QVector<Verdict> verdicts = verdictsOf(page, forms);
    const auto denial = forms.noBill.match(page.text);
    Verdict& bill = verdicts.last();
    bill.points += (e.find("number") ? kValue : 0) + (hasSum(e) ? kValue : 0);
    if (denial.hasMatch()) bill.points = 0;
    qsizetype best = verdicts.size() - 1;
    // Where nothing calls it a bill a plain title of another kind outweighs its values; "Order" is mostly a label.
    const bool named = !bill.title.isEmpty() || bill.label;
    for (qsizetype k = 0; k < verdicts.size() - 1; ++k)
        if (verdicts[k].points > verdicts[best].points ||
            (!named && best == verdicts.size() - 1 && verdicts[k].points >= kTitle + kEarly &&
             verdicts[k].points == verdicts[best].points && kKinds[k].name != QLatin1String("order")))
            best = k;
    // A till's paper has a number and a sum, too, and often no title.
    for (qsizetype k = 0; k < verdicts.size() - 1; ++k)
        if (!named && best == verdicts.size() - 1 && verdicts[k].label && kKinds[k].name == QLatin1String("receipt"))
            best = k;
    const bool titled = !verdicts[best].title.isEmpty();
    const bool some = e.find("number") || hasSum(e);
    if (verdicts[best].points == 0 || (!titled && !some)) {
        if (!denial.hasMatch()) return {"unknown", {}};
        return {"other", QString("It says “%1”.").arg(denial.captured())};
    }
    const Kind& kind = kKinds[best];
    if (kind.name == QLatin1String("bill")) {
        if (!some) return {"unknown", "It is titled as a bill, but neither a number nor a sum was found."};
    }
    return {kind.name, whyOf(kind, verdicts[best], e)};
}

QString titledAs(const PageText& page) {
    const QVector<Verdict> verdicts = verdictsOf(page, allForms());
    const auto best = std::max_element(verdicts.begin(), verdicts.end(),
                                       [](const Verdict& a, const Verdict& b) { return a.points < b.points; });
    if (best->title.isEmpty() || best->points < kTitle) return {};
    return kKinds[best - verdicts.begin()].name;
}

QString kindWords(const QString& name) {
    if (name == "other") return "no bill, as it says itself";
    for (const Kind& kind : kKinds)
        if (name == kind.name) return kind.words;
    return "no bill that Floe recognises";
}

}  // namespace floe
