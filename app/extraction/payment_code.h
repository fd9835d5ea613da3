// What the QR code on a bill says about paying it: a second opinion on what is printed.
#pragma once

#include <QString>
#include <optional>

namespace floe {

/// Plain values; empty where the code does not say. Nothing in it is proven: anybody can print a code.
struct PaymentCode {
    enum class Kind { Girocode, SwissBill, Zatca } kind = Kind::Girocode;
    QString name;       // who is to be paid
    QString iban, bic;  // without spaces; the IBAN's check digits are right
    QString amount;     // to pay, as the code has it: "1476.68"
    QString currency;   // ISO 4217
    QString
        reference;  // of a creditor (RF…, or the 27 digits of a Swiss bill; their check digits are right), or free text
    QString number;  // of the bill
    QString date;    // of the bill, 2024-04-30
    QString vatId;
    QString total, tax;  // "115.00"; the total is with tax
};

/// Reads a code's text as one of: the European Payments Council's "BCD" (EPC069-12, Girocode), the Swiss QR bill "SPC"
/// (Implementation Guidelines 2.x) with Swico's bill information (S1), and the base64 TLV of Saudi Arabia's ZATCA.
/// Empty for all else, and for a code of these kinds that breaks its rules: wrong check digits, an amount that is none,
/// a field that is too long. The texts it returns hold no control characters.
std::optional<PaymentCode> paymentCode(const QString& text);

}  // namespace floe
