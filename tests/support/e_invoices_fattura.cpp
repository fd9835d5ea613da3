// FatturaPA from the facts of e_invoices.h.
#include <QRegularExpression>

#include "support/e_invoices.h"

namespace floe::test {

namespace {

QString el(const QString& name, const QString& text) {
    return text.isEmpty() ? QString() : '<' + name + '>' + text.toHtmlEscaped() + "</" + name + '>';
}

QString in(const QString& name, const QString& inner) {
    return inner.isEmpty() ? QString() : '<' + name + '>' + inner + "</" + name + '>';
}

QString fatturaParty(const BillValues& f, const Address& a, const QString& role) {
    const QString vat = f.value(role + ".vat_id");
    return in(role == "seller" ? "CedentePrestatore" : "CessionarioCommittente",
              in("DatiAnagrafici", in("IdFiscaleIVA", el("IdPaese", vat.left(2)) + el("IdCodice", vat.mid(2))) +
                                       (role == "seller" ? el("CodiceFiscale", f["seller.tax_id"]) : QString()) +
                                       in("Anagrafica", el("Denominazione", f.value(role + ".name")))) +
                  in("Sede", el("Indirizzo", a.street) + el("CAP", a.postcode) + el("Comune", a.city) +
                                 el("Provincia", a.region) + el("Nazione", a.country)) +
                  (role == "seller" ? in("Contatti", el("Telefono", f["seller.phone"]) + el("Email", f["seller.email"]))
                                    : QString()));
}

QString fatturaRepresentative(const BillValues& f) {
    const QString vat = f["tax_representative.vat_id"];
    return in("RappresentanteFiscale",
              in("DatiAnagrafici", in("IdFiscaleIVA", el("IdPaese", vat.left(2)) + el("IdCodice", vat.mid(2))) +
                                       in("Anagrafica", el("Denominazione", f["tax_representative.name"]))));
}

}  // namespace

QByteArray fatturaXml(const InvoiceFacts& invoice, int bodies) {
    const BillValues& f = invoice.header;
    QString items, rates;
    for (int i = 0; i < invoice.lines.size(); ++i) {
        const BillValues& line = invoice.lines[i];
        items += in("DettaglioLinee",
                    el("NumeroLinea", line["line_id"]) +
                        in("CodiceArticolo", el("CodiceTipo", "SKU") + el("CodiceValore", line["item_code"])) +
                        el("Descrizione", line["description"]) + el("Quantita", line["quantity"]) +
                        el("UnitaMisura", line["unit"]) + el("DataInizioPeriodo", line["period_start"]) +
                        el("DataFinePeriodo", line["period_end"]) + el("PrezzoUnitario", line["unit_price"]) +
                        el("PrezzoTotale", line["amount"]) + el("AliquotaIVA", line["tax_rate"]) +
                        el("RiferimentoAmministrazione", line["accounting_reference"]));
    }
    for (const BillValues& tax : invoice.taxes)
        rates +=
            in("DatiRiepilogo", el("AliquotaIVA", tax["rate"]) + el("ImponibileImporto", tax["base"]) +
                                    el("Imposta", tax["amount"]) + el("RiferimentoNormativo", tax["exemption_reason"]));
    QString notes, accounts, attachments;
    for (const BillValues& note : invoice.of("notes")) notes += el("Causale", note["text"]);
    for (const BillValues& one : invoice.of("further_accounts"))
        accounts += in("DettaglioPagamento",
                       el("Beneficiario", one["account_name"]) + el("IBAN", one["iban"]) + el("BIC", one["bic"]));
    for (const BillValues& one : invoice.of("documents"))
        attachments +=
            in("Allegati", el("NomeAttachment", one["file_name"]) + el("DescrizioneAttachment", one["description"]));
    const auto preceding = [](const QString& number, const QString& date) {
        return in("DatiFattureCollegate", el("IdDocumento", number) + el("Data", date));
    };
    QString precedingOnes = preceding(f["preceding_invoice"], f["preceding_invoice_date"]);
    for (const BillValues& one : invoice.of("further_preceding_invoices"))
        precedingOnes += preceding(one["number"], one["date"]);
    const Address& to = invoice.delivery;
    const QString general =
        in("DatiGeneraliDocumento", el("TipoDocumento", invoice.credit ? "TD04" : "TD01") +
                                        el("Divisa", f["currency"]) + el("Data", f["issue_date"]) +
                                        el("Numero", f["number"]) + notes) +
        in("DatiOrdineAcquisto",
           el("IdDocumento", f["order_number"]) + el("CodiceCUP", f["project_number"]) + el("CodiceCIG", f["tender"])) +
        in("DatiContratto", el("IdDocumento", f["contract_number"])) +
        in("DatiRicezione", el("IdDocumento", f["receiving_advice"])) + precedingOnes +
        in("DatiDDT", el("NumeroDDT", f["despatch_advice"])) +
        in("DatiTrasporto", in("IndirizzoResa", el("Indirizzo", to.street) + el("CAP", to.postcode) +
                                                    el("Comune", to.city) + el("Nazione", to.country)) +
                                el("DataOraConsegna", f["delivery_date"] + "T16:46:12.000+02:00"));
    const QString body =
        in("FatturaElettronicaBody",
           in("DatiGenerali", general) + in("DatiBeniServizi", items + rates) +
               in("DatiPagamento",
                  el("CondizioniPagamento", "TP02") +
                      in("DettaglioPagamento",
                         el("Beneficiario", f["payment.account_name"]) + el("ModalitaPagamento", "MP05") +
                             el("DataScadenzaPagamento", f["due_date"]) + el("ImportoPagamento", f["amount_due"]) +
                             el("IBAN", f["payment.iban"]) + el("BIC", f["payment.bic"]) +
                             el("CodicePagamento", f["payment.reference"])) +
                      accounts) +
               attachments);
    return ("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<p:FatturaElettronica versione=\"FPR12\" "
            "xmlns:p=\"http://ivaservizi.agenziaentrate.gov.it/docs/xsd/fatture/v1.2\">" +
            in("FatturaElettronicaHeader", fatturaParty(f, invoice.seller, "seller") + fatturaRepresentative(f) +
                                               fatturaParty(f, invoice.buyer, "buyer")) +
            body.repeated(bodies) + "</p:FatturaElettronica>\n")
        .toUtf8();
}

/// What FatturaPA has a place for.
BillValues truthOfFattura(const InvoiceFacts& invoice) {
    static const QRegularExpression kept(
        "^(kind|number|issue_date|due_date|delivery_date|order_number|preceding_invoice(_date)?|currency|net|tax|total|"
        "amount_due|project_number|contract_number|receiving_advice|despatch_advice|tender|"
        "seller\\.(name|address|email|phone|vat_id|tax_id)|buyer\\.(name|address|vat_id)|delivery\\.address|"
        "tax_representative\\.(name|vat_id)|payment\\.(iban|bic|reference|account_name)|"
        "lines\\.[0-9]+\\.(description|item_code|quantity|unit|unit_price|tax_rate|amount|line_id|"
        "accounting_reference|period_start|period_end)|taxes\\.[0-9]+\\.(rate|base|amount|exemption_reason)|"
        "notes\\.[0-9]+\\.text|further_accounts\\..*|further_preceding_invoices\\..*|"
        "documents\\.[0-9]+\\.(description|file_name))$");
    InvoiceFacts first = invoice;
    first.seller.more.clear();
    BillValues truth;
    const BillValues all = truthOf(first);
    for (auto it = all.begin(); it != all.end(); ++it)
        if (kept.match(it.key()).hasMatch()) truth[it.key()] = it.value();
    return truth;
}

}  // namespace floe::test
