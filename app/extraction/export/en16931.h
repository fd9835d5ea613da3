// A bill as an e-invoice of EN 16931: what both syntaxes need before they write it, and the two writers.
#pragma once

#include <QByteArray>
#include <QStringList>

#include "app/extraction/export/bill_facts.h"

namespace floe::exports {

struct EInvoiceBytes {
    QByteArray xml;
    QStringList missing;  // what EN 16931 asks for and the bill does not have: "seller country (BT-40)"
    QStringList leftOut;  // what the bill has and the file does not: "the files that are embedded in it"
};

/// UBL 2.1 Invoice or CreditNote in the shape of Peppol BIS Billing 3.
EInvoiceBytes toUbl(const Extraction& bill);

/// UN/CEFACT CII D16B, the profile EN 16931 of Factur-X.
EInvoiceBytes toCii(const Extraction& bill);

/// Sums completed; tax categories where the rate tells them (above zero: S, standard); units as codes of UN/ECE
/// Recommendation 20 ("Stück" and what is unknown: C62, one). Taxes have an "exemption_code" (BT-121) where the
/// category tells it. Prices are for "price_quantity" where a line has one, as an e-invoice says them. Where the bill
/// lists no allowances or charges and has one rate, the sum of them is one, with the tax of that rate.
BillFacts eInvoiceFacts(const Extraction& bill);
QStringList missingIn(const BillFacts& bill);
QStringList leftOutOf(const BillFacts& bill);  // in both syntaxes

/// BT-3: what the bill says, else "381" for a credit note and "380" for others. BT-81: what it says, else "58" with an
/// IBAN, "30" with another account, "1" without.
QString typeCode(const BillFacts& bill);
QString paymentCode(const BillFacts& bill);
bool isIban(const QString& account);  // by its form

/// Where to send documents to (BT-34, BT-49): the electronic address with its scheme, else the e-mail address.
struct ElectronicAddress {
    QString address, scheme;
};
ElectronicAddress electronicAddress(const BillFacts& bill, const QString& role);

/// The accounts to pay to, the first of them that of the header: "iban", "bic", "account_name".
QVector<Values> accounts(const BillFacts& bill);

/// Preceding invoices ("number", "date") and identifiers of the seller ("id", "scheme"), the header's first.
QVector<Values> precedingInvoices(const BillFacts& bill);
QVector<Values> sellerIds(const BillFacts& bill);

/// "0.00" of a sum that is zero, which needs no element, is empty.
QString unlessZero(const QString& amount);

}  // namespace floe::exports
