// UBL and FatturaPA from the facts of e_invoices.h.
#include <QStringList>

#include "support/e_invoices.h"

namespace floe::test {

namespace {

QString el(const QString& name, const QString& text, const QString& attributes = {}) {
    if (text.isEmpty()) return {};
    return '<' + name + (attributes.isEmpty() ? "" : ' ' + attributes) + '>' + text.toHtmlEscaped() + "</" + name + '>';
}

QString in(const QString& name, const QString& inner) {
    return inner.isEmpty() ? QString() : '<' + name + '>' + inner + "</" + name + '>';
}

QString ublScheme(const QString& id, const char* scheme) {
    if (id.isEmpty()) return {};
    return in("cac:PartyTaxScheme", el("cbc:CompanyID", id) + in("cac:TaxScheme", el("cbc:ID", scheme)));
}

QString ublParty(const BillValues& f, const Address& a, const QString& role) {
    const auto get = [&](const char* member) { return f.value(role + '.' + member); };
    return in(role == "seller" ? "cac:AccountingSupplierParty" : "cac:AccountingCustomerParty",
              in("cac:Party",
                 in("cac:PartyIdentification", role == "buyer" ? el("cbc:ID", f["customer_number"]) : QString()) +
                     in("cac:PartyName", el("cbc:Name", get("trading_name"))) +
                     in("cac:PostalAddress", el("cbc:StreetName", a.street) + el("cbc:AdditionalStreetName", a.more) +
                                                 el("cbc:CityName", a.city) + el("cbc:PostalZone", a.postcode) +
                                                 el("cbc:CountrySubentity", a.region) +
                                                 in("cac:Country", el("cbc:IdentificationCode", a.country))) +
                     ublScheme(get("vat_id"), "VAT") + ublScheme(get("tax_id"), "FC") +
                     in("cac:PartyLegalEntity",
                        el("cbc:RegistrationName", get("name")) + el("cbc:CompanyID", get("legal_id"))) +
                     in("cac:Contact", el("cbc:Telephone", get("phone")) + el("cbc:ElectronicMail", get("email")))));
}

QString ublCategory(const QString& name, const QString& category, const QString& rate) {
    return in(name, el("cbc:ID", category) + el("cbc:Percent", rate) + in("cac:TaxScheme", el("cbc:ID", "VAT")));
}

QString ublLine(const BillValues& line, int number, bool credit, const QString& money) {
    return in(credit ? "cac:CreditNoteLine" : "cac:InvoiceLine",
              el("cbc:ID", QString::number(number)) +
                  el(credit ? "cbc:CreditedQuantity" : "cbc:InvoicedQuantity", line["quantity"],
                     QString("unitCode=\"%1\"").arg(line["unit"])) +
                  el("cbc:LineExtensionAmount", line["amount"], money) +
                  in("cac:Item", el("cbc:Name", line["description"]) +
                                     in("cac:SellersItemIdentification", el("cbc:ID", line["item_code"])) +
                                     ublCategory("cac:ClassifiedTaxCategory", line["tax_category"], line["tax_rate"])) +
                  in("cac:Price", el("cbc:PriceAmount", line.value("xml_price", line["unit_price"]), money) +
                                      el("cbc:BaseQuantity", line["price_base"])));
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

}  // namespace

QByteArray ublXml(const InvoiceFacts& invoice) {
    const BillValues& f = invoice.header;
    const bool credit = invoice.credit;
    const QString root = credit ? "CreditNote" : "Invoice", money = QString("currencyID=\"%1\"").arg(f["currency"]);
    QString body = el("cbc:CustomizationID", "urn:cen.eu:en16931:2017") + el("cbc:ID", f["number"]) +
                   el("cbc:IssueDate", f["issue_date"]);
    if (!credit) body += el("cbc:DueDate", f["due_date"] + "+01:00");
    body +=
        el(credit ? "cbc:CreditNoteTypeCode" : "cbc:InvoiceTypeCode", credit ? "381" : "380") +
        el("cbc:DocumentCurrencyCode", f["currency"]) + el("cbc:BuyerReference", f["buyer_reference"]) +
        in("cac:InvoicePeriod", el("cbc:StartDate", f["period_start"]) + el("cbc:EndDate", f["period_end"])) +
        in("cac:OrderReference", el("cbc:ID", f["order_number"])) +
        in("cac:BillingReference", in("cac:InvoiceDocumentReference", el("cbc:ID", f["preceding_invoice"]))) +
        ublParty(f, invoice.seller, "seller") + ublParty(f, invoice.buyer, "buyer") +
        in("cac:Delivery", el("cbc:ActualDeliveryDate", f["delivery_date"])) +
        in("cac:PaymentMeans",
           el("cbc:PaymentMeansCode", "58") + (credit ? el("cbc:PaymentDueDate", f["due_date"]) : QString()) +
               el("cbc:PaymentID", f["payment.reference"]) +
               in("cac:PayeeFinancialAccount", el("cbc:ID", f["payment.iban"]) + in("cac:FinancialInstitutionBranch",
                                                                                    el("cbc:ID", f["payment.bic"])))) +
        in("cac:PaymentTerms", el("cbc:Note", f["payment.terms"])) +
        in("cac:TaxTotal", el("cbc:TaxAmount", "777.77", "currencyID=\"CZK\""));
    QString taxes = el("cbc:TaxAmount", f["tax"], money);
    for (const BillValues& tax : invoice.taxes)
        taxes += in("cac:TaxSubtotal", el("cbc:TaxableAmount", tax["base"], money) +
                                           el("cbc:TaxAmount", tax["amount"], money) +
                                           ublCategory("cac:TaxCategory", tax["category"], tax["rate"]));
    body +=
        in("cac:TaxTotal", taxes) +
        in("cac:LegalMonetaryTotal",
           el("cbc:LineExtensionAmount", f["lines_total"], money) + el("cbc:TaxExclusiveAmount", f["net"], money) +
               el("cbc:TaxInclusiveAmount", f["total"], money) +
               el("cbc:AllowanceTotalAmount", f["allowances"], money) +
               el("cbc:ChargeTotalAmount", f["charges"], money) + el("cbc:PrepaidAmount", f["paid"], money) +
               el("cbc:PayableRoundingAmount", f["rounding"], money) + el("cbc:PayableAmount", f["amount_due"], money));
    for (int i = 0; i < invoice.lines.size(); ++i) body += ublLine(invoice.lines[i], i + 1, credit, money);
    const QString space = "urn:oasis:names:specification:ubl:schema:xsd:";
    return ("<?xml version=\"1.0\"?>\n<" + root + " xmlns=\"" + space + root + "-2\" xmlns:cac=\"" + space +
            "CommonAggregateComponents-2\" xmlns:cbc=\"" + space + "CommonBasicComponents-2\">" + body + "</" + root +
            ">\n")
        .toUtf8();
}

QByteArray fatturaXml(const InvoiceFacts& invoice, int bodies) {
    const BillValues& f = invoice.header;
    QString items, rates;
    for (int i = 0; i < invoice.lines.size(); ++i) {
        const BillValues& line = invoice.lines[i];
        items += in("DettaglioLinee",
                    el("NumeroLinea", QString::number(i + 1)) +
                        in("CodiceArticolo", el("CodiceTipo", "SKU") + el("CodiceValore", line["item_code"])) +
                        el("Descrizione", line["description"]) + el("Quantita", line["quantity"]) +
                        el("UnitaMisura", line["unit"]) + el("PrezzoUnitario", line["unit_price"]) +
                        el("PrezzoTotale", line["amount"]) + el("AliquotaIVA", line["tax_rate"]));
    }
    for (const BillValues& tax : invoice.taxes)
        rates += in("DatiRiepilogo", el("AliquotaIVA", tax["rate"]) + el("ImponibileImporto", tax["base"]) +
                                         el("Imposta", tax["amount"]));
    const QString general = in("DatiGeneraliDocumento", el("TipoDocumento", invoice.credit ? "TD04" : "TD01") +
                                                            el("Divisa", f["currency"]) + el("Data", f["issue_date"]) +
                                                            el("Numero", f["number"])) +
                            in("DatiOrdineAcquisto", el("IdDocumento", f["order_number"])) +
                            in("DatiFattureCollegate", el("IdDocumento", f["preceding_invoice"])) +
                            in("DatiTrasporto", el("DataOraConsegna", f["delivery_date"] + "T16:46:12.000+02:00"));
    const QString body =
        in("FatturaElettronicaBody",
           in("DatiGenerali", general) + in("DatiBeniServizi", items + rates) +
               in("DatiPagamento",
                  el("CondizioniPagamento", "TP02") +
                      in("DettaglioPagamento",
                         el("ModalitaPagamento", "MP05") + el("DataScadenzaPagamento", f["due_date"]) +
                             el("ImportoPagamento", f["amount_due"]) + el("IBAN", f["payment.iban"]) +
                             el("BIC", f["payment.bic"]) + el("CodicePagamento", f["payment.reference"]))));
    return ("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<p:FatturaElettronica versione=\"FPR12\" "
            "xmlns:p=\"http://ivaservizi.agenziaentrate.gov.it/docs/xsd/fatture/v1.2\">" +
            in("FatturaElettronicaHeader",
               fatturaParty(f, invoice.seller, "seller") + fatturaParty(f, invoice.buyer, "buyer")) +
            body.repeated(bodies) + "</p:FatturaElettronica>\n")
        .toUtf8();
}

BillValues truthOfFattura(const InvoiceFacts& invoice) {
    InvoiceFacts kept = invoice;
    kept.seller.more.clear();
    for (QVector<BillValues>* items : {&kept.lines, &kept.taxes})
        for (BillValues& item : *items) {
            item.remove("tax_category");
            item.remove("category");
        }
    BillValues truth = truthOf(kept);
    for (const char* name :
         {"seller.trading_name", "seller.legal_id", "buyer.email", "period_start", "period_end", "customer_number",
          "buyer_reference", "payment.terms", "lines_total", "allowances", "charges", "paid", "rounding"})
        truth.remove(name);
    return truth;
}

}  // namespace floe::test
