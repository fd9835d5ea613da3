// A bill as an e-invoice of EN 16931: what both syntaxes need before they write it, and the two writers.
#pragma once

#include <QByteArray>
#include <QStringList>

#include "app/extraction/export/bill_facts.h"

namespace floe::exports {

struct EInvoiceBytes {
    QByteArray xml;
    QStringList missing;  // what EN 16931 asks for and the bill does not have: "seller country (BT-40)"
};

/// UBL 2.1 Invoice or CreditNote in the shape of Peppol BIS Billing 3.
EInvoiceBytes toUbl(const Extraction& bill);

/// UN/CEFACT CII D16B, the profile EN 16931 of Factur-X.
EInvoiceBytes toCii(const Extraction& bill);

/// Sums completed; tax categories where the rate tells them (above zero: S, standard); units as codes of UN/ECE
/// Recommendation 20 ("Stück" and what is unknown: C62, one). Taxes have an "exemption_code" (BT-121) where the
/// category tells it.
BillFacts eInvoiceFacts(const Extraction& bill);
QStringList missingIn(const BillFacts& bill);

/// "381" for a credit note, "380" for others (BT-3); "58" with an IBAN, "30" with another account, "1" without (BT-81).
QString typeCode(const BillFacts& bill);
QString paymentCode(const BillFacts& bill);

/// Allowances and charges of the whole bill, which need a tax category: that of the only rate. Nothing where there are
/// several rates or no sum.
struct Adjustment {
    bool charge = false;
    QString amount, category, rate;
};
QVector<Adjustment> adjustments(const BillFacts& bill);

/// "0.00" of a sum that is zero, which needs no element, is empty.
QString unlessZero(const QString& amount);

}  // namespace floe::exports
