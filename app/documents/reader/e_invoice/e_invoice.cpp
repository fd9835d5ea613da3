#include "app/documents/reader/e_invoice/e_invoice.h"

#include <cstring>

#include "app/documents/reader/e_invoice/syntax.h"
#include "app/documents/reader/e_invoice/xml_path.h"

namespace floe::reader {

namespace {

using pugi::xml_node;

constexpr int kDeepest = 100;  // real ones nest some twelve elements

/// Business documents that stand beside bills and are sometimes taken for one.
struct Other {
    const char* root;
    const char* what;
};

constexpr Other kOthers[] = {
    {"SCRDMCCBDACIOMessageStructure", "an order (Order-X)"},
    {"SCRDMCCBDACIDMessageStructure", "a despatch advice (CII)"},
    {"CrossIndustryOrder", "an order (CII)"},
    {"CrossIndustryOrderResponse", "an order response (CII)"},
    {"CrossIndustryDespatchAdvice", "a despatch advice (CII)"},
    {"CrossDomainAcknowledgementAndResponse", "a response (CII)"},
    {"Order", "an order (UBL)"},
    {"OrderChange", "a change of an order (UBL)"},
    {"OrderCancellation", "a cancelled order (UBL)"},
    {"OrderResponse", "an order response (UBL)"},
    {"OrderResponseSimple", "an order response (UBL)"},
    {"OrderAgreement", "an order agreement (UBL)"},
    {"Quotation", "a quotation (UBL)"},
    {"RequestForQuotation", "a request for a quotation (UBL)"},
    {"Catalogue", "a catalogue (UBL)"},
    {"DespatchAdvice", "a despatch advice (UBL)"},
    {"ReceiptAdvice", "a receipt advice (UBL)"},
    {"ApplicationResponse", "a response (UBL)"},
    {"InvoiceResponse", "a response (UBL)"},
    {"Reminder", "a reminder (UBL)"},
    {"RemittanceAdvice", "a remittance advice (UBL)"},
    {"Statement", "a statement of account (UBL)"},
    {"DebitNote", "a debit note (UBL)"},
    {"FatturaElettronicaSemplificata", "a simplified invoice (FatturaPA)"},
};

const Syntax* syntaxOf(const xml_node& root) {
    const auto is = [&root](const char* name) { return std::strcmp(localName(root), name) == 0; };
    if (is("CrossIndustryInvoice")) return &cii();
    if (is("CrossIndustryDocument")) return &zugferd1();
    if (is("FatturaElettronica")) return &fattura();
    if (is("Invoice") && XmlPath().node(root, "HeaderExchangedDocument")) return &zugferd1();  // its release candidate
    if (is("Invoice") || is("CreditNote") || is("SelfBilledInvoice") || is("SelfBilledCreditNote")) return &ubl();
    return nullptr;
}

/// Walks without recursion: nesting is what hostile XML has most of.
bool isTooDeep(const xml_node& root) {
    int depth = 0;
    for (xml_node node = root; node;) {
        if (node.first_child()) {
            node = node.first_child();
            if (++depth > kDeepest) return true;
            continue;
        }
        while (node && node != root && !node.next_sibling()) {
            node = node.parent();
            --depth;
        }
        if (node == root) break;
        node = node.next_sibling();
    }
    return false;
}

/// What networks wrap a document in.
xml_node unwrapped(const xml_node& root) {
    if (std::strcmp(localName(root), "StandardBusinessDocument") != 0) return root;
    for (const xml_node& child : root.children())
        if (child.type() == pugi::node_element && std::strcmp(localName(child), "StandardBusinessDocumentHeader") != 0)
            return child;
    return root;
}

/// Only the first bill of a FatturaPA file stays, so that paths find no other.
int keepFirstBody(xml_node root) {
    QVector<xml_node> bodies = XmlPath().nodes(root, "FatturaElettronicaBody");
    for (qsizetype i = 1; i < bodies.size(); ++i) root.remove_child(bodies[i]);
    return static_cast<int>(bodies.size());
}

EInvoice readBill(const Syntax& syntax, const xml_node& root) {
    EInvoice invoice;
    const bool italian = &syntax == &fattura();
    const int bodies = italian ? keepFirstBody(root) : 1;
    invoice.values = read(syntax, root, invoice.note);
    if (italian) completeFattura(invoice.values);
    if (&syntax == &ubl()) completeUbl(invoice.values);
    if (&syntax == &cii() || &syntax == &zugferd1()) completeCii(invoice.values);
    if (invoice.values.size() == 1) invoice.values.clear();  // the kind alone: an empty shell
    if (bodies > 1) invoice.note = QString("The file holds %1 bills. Only the first was read.").arg(bodies);
    return invoice;
}

}  // namespace

EInvoice readEInvoice(const QByteArray& xml) {
    EInvoice invoice;
    if (xml.size() > kLargestEInvoice) {
        invoice.refusal = QString("the XML is larger than %1 MB.").arg(kLargestEInvoice >> 20);
        return invoice;
    }
    pugi::xml_document document;
    if (xml.isEmpty() || !document.load_buffer(xml.constData(), static_cast<size_t>(xml.size()))) return invoice;
    if (isTooDeep(document)) return invoice;
    const xml_node root = unwrapped(document.document_element());
    if (const Syntax* syntax = syntaxOf(root)) return readBill(*syntax, root);
    for (const Other& other : kOthers)
        if (std::strcmp(localName(root), other.root) == 0)
            invoice.refusal = QString("it is %1, not a bill.").arg(QString::fromUtf8(other.what));
    return invoice;
}

}  // namespace floe::reader
