// A payment code of the page beside what is printed: it fills what is missing, confirms what it says too, and tells
// where both differ. Anybody can print a code, so it never replaces a value.
#pragma once

#include "app/documents/document.h"
#include "app/extraction/bill.h"
#include "app/extraction/payment_code.h"

namespace floe {

struct CodeOnPage {
    PaymentCode says;
    int page = 0;
    QRectF box;  // points
};

/// The first payment code of a document; none where it has none, or where two name different accounts or sums.
std::optional<CodeOnPage> paymentCodeOf(const QVector<Code>& codes);

/// Before judge(): fields that the form lacks and the code has (account, BIC, currency, reference, number, date, VAT
/// id, tax, total, what is due where no total is printed, the payee as the seller) are added as Derived, with the
/// code's place. What the model was unsure of and the code says as well becomes Ok.
void addFromCode(Extraction& extraction, const CodeOnPage& code);

/// After the checks: adds "qr-agrees" where account, BIC, sums, currency, number, date or VAT id are on both (failed
/// where one differs; its field is then Doubtful), and the note "qr-payee" where the payee is not the seller.
void compareWithCode(Extraction& extraction, const CodeOnPage& code);

}  // namespace floe
