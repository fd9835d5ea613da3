#include "app/documents/reader/e_invoice.h"

#include <QStringList>
#include <cstring>
#include <pugixml.hpp>

namespace floe::reader {

namespace {

using pugi::xml_node;
using Values = QVector<QPair<QString, QString>>;

constexpr int kMostLines = 2000;

/// The name without its namespace prefix, which every writer chooses for itself.
const char* localName(const xml_node& node) {
    const char* colon = std::strchr(node.name(), ':');
    return colon ? colon + 1 : node.name();
}

xml_node child(const xml_node& node, const QString& name) {
    for (const xml_node& c : node.children())
        if (name == localName(c)) return c;
    return {};
}

/// Follows "A/B/C" by local names.
xml_node at(xml_node node, const char* path) {
    for (const QString& step : QString(path).split('/')) node = child(node, step);
    return node;
}

QString text(const xml_node& node) {
    return QString::fromUtf8(node.child_value()).trimmed();
}

QString text(const xml_node& node, const char* path) {
    return text(at(node, path));
}

void add(Values& values, const QString& name, const QString& value) {
    if (!value.isEmpty()) values.append({name, value});
}

/// "20240430" (CII's format 102) to "2024-04-30"; anything else stays as it is.
QString date(const QString& text) {
    if (text.size() != 8) return text;
    return text.left(4) + '-' + text.mid(4, 2) + '-' + text.mid(6, 2);
}

QString joined(const QStringList& lines) {
    QStringList kept;
    for (const QString& line : lines)
        if (!line.trimmed().isEmpty()) kept += line.trimmed();
    return kept.join('\n');
}

void addCiiParty(Values& values, const QString& role, const xml_node& party) {
    const xml_node address = child(party, "PostalTradeAddress");
    QString mail = text(party, "DefinedTradeContact/EmailURIUniversalCommunication/URIID");
    if (mail.isEmpty()) mail = text(party, "URIUniversalCommunication/URIID");
    add(values, role + ".name", text(party, "Name"));
    add(values, role + ".address",
        joined({text(address, "LineOne"), text(address, "LineTwo"), text(address, "LineThree"),
                text(address, "PostcodeCode") + ' ' + text(address, "CityName"), text(address, "CountryID")}));
    if (mail.contains('@')) add(values, role + ".email", mail);
}

Values ciiValues(const xml_node& root) {
    Values values;
    const xml_node head = child(root, "ExchangedDocument"), deal = child(root, "SupplyChainTradeTransaction");
    const xml_node agreement = child(deal, "ApplicableHeaderTradeAgreement");
    const xml_node settlement = child(deal, "ApplicableHeaderTradeSettlement");
    const xml_node sums = child(settlement, "SpecifiedTradeSettlementHeaderMonetarySummation");
    addCiiParty(values, "seller", child(agreement, "SellerTradeParty"));
    addCiiParty(values, "buyer", child(agreement, "BuyerTradeParty"));
    add(values, "number", text(head, "ID"));
    add(values, "issue_date", date(text(head, "IssueDateTime/DateTimeString")));
    add(values, "due_date", date(text(settlement, "SpecifiedTradePaymentTerms/DueDateDateTime/DateTimeString")));
    add(values, "currency", text(settlement, "InvoiceCurrencyCode"));
    add(values, "net", text(sums, "TaxBasisTotalAmount"));
    add(values, "tax", text(sums, "TaxTotalAmount"));
    add(values, "total", text(sums, "GrandTotalAmount"));
    add(values, "paid", text(sums, "TotalPrepaidAmount"));
    add(values, "amount_due", text(sums, "DuePayableAmount"));
    int n = 0;
    for (const xml_node& line : deal.children()) {
        if (std::strcmp(localName(line), "IncludedSupplyChainTradeLineItem") != 0 || n == kMostLines) continue;
        const QString name = QString("lines.%1.").arg(n++);
        add(values, name + "description", text(line, "SpecifiedTradeProduct/Name"));
        add(values, name + "quantity", text(line, "SpecifiedLineTradeDelivery/BilledQuantity"));
        add(values, name + "unit_price",
            text(line, "SpecifiedLineTradeAgreement/NetPriceProductTradePrice/ChargeAmount"));
        add(values, name + "amount",
            text(line, "SpecifiedLineTradeSettlement/SpecifiedTradeSettlementLineMonetarySummation/LineTotalAmount"));
    }
    return values;
}

void addUblParty(Values& values, const QString& role, const xml_node& party) {
    const xml_node address = child(party, "PostalAddress");
    QString name = text(party, "PartyLegalEntity/RegistrationName");
    if (name.isEmpty()) name = text(party, "PartyName/Name");
    add(values, role + ".name", name);
    add(values, role + ".address",
        joined({text(address, "StreetName"), text(address, "AdditionalStreetName"), text(address, "AddressLine/Line"),
                text(address, "PostalZone") + ' ' + text(address, "CityName"),
                text(address, "Country/IdentificationCode")}));
    add(values, role + ".email", text(party, "Contact/ElectronicMail"));
}

Values ublValues(const xml_node& root) {
    Values values;
    const xml_node sums = child(root, "LegalMonetaryTotal");
    addUblParty(values, "seller", at(root, "AccountingSupplierParty/Party"));
    addUblParty(values, "buyer", at(root, "AccountingCustomerParty/Party"));
    add(values, "number", text(root, "ID"));
    add(values, "issue_date", text(root, "IssueDate"));
    add(values, "due_date", text(root, "DueDate"));
    add(values, "currency", text(root, "DocumentCurrencyCode"));
    add(values, "net", text(sums, "TaxExclusiveAmount"));
    add(values, "tax", text(root, "TaxTotal/TaxAmount"));
    add(values, "total", text(sums, "TaxInclusiveAmount"));
    add(values, "paid", text(sums, "PrepaidAmount"));
    add(values, "amount_due", text(sums, "PayableAmount"));
    int n = 0;
    for (const xml_node& line : root.children()) {
        if (std::strcmp(localName(line), "InvoiceLine") != 0 || n == kMostLines) continue;
        const QString name = QString("lines.%1.").arg(n++);
        add(values, name + "description", text(line, "Item/Name"));
        add(values, name + "quantity", text(line, "InvoicedQuantity"));
        add(values, name + "unit_price", text(line, "Price/PriceAmount"));
        add(values, name + "amount", text(line, "LineExtensionAmount"));
    }
    return values;
}

}  // namespace

Values invoiceValues(const QByteArray& xml) {
    pugi::xml_document document;
    if (xml.isEmpty() || !document.load_buffer(xml.constData(), static_cast<size_t>(xml.size()))) return {};
    const xml_node root = document.document_element();
    if (std::strcmp(localName(root), "CrossIndustryInvoice") == 0) return ciiValues(root);
    if (std::strcmp(localName(root), "Invoice") == 0) return ublValues(root);
    return {};
}

}  // namespace floe::reader
