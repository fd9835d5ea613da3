#include "app/extraction/checks/rules.h"
#include "app/extraction/identifiers/bic.h"
#include "app/extraction/identifiers/iban.h"
#include "app/extraction/identifiers/legal_id.h"
#include "app/extraction/identifiers/vat_id.h"

namespace floe::rules {

namespace {

using Severity = Check::Severity;

void ibanIsValid(const Values& values, Found& found) {
    const QString iban = values.text("payment.iban");
    if (iban.isEmpty()) return;
    const QString fault = faultOfIban(iban);
    found += Check{"iban",
                   fault.isEmpty(),
                   iban + (fault.isEmpty() ? QString() : ": " + fault),
                   {"payment.iban"},
                   Severity::Failed,
                   fault.isEmpty() ? QStringLiteral("The IBAN's length and check digits are right.")
                                   : "The IBAN cannot be right: " + fault + ". Do not pay to it before you asked."};
}

void bicFits(const Values& values, Found& found) {
    const QString bic = values.text("payment.bic"), iban = values.text("payment.iban");
    if (bic.isEmpty()) return;
    const QString fault = faultOfBic(bic, iban);
    found +=
        Check{"bic",
              fault.isEmpty(),
              bic + (fault.isEmpty() ? QString() : ": " + fault),
              {"payment.bic"},
              Severity::Note,
              fault.isEmpty() ? QStringLiteral("The BIC has the right form.") : "The BIC looks wrong: " + fault + '.'};
}

void vatId(const Values& values, Found& found, const QString& role) {
    const QString path = role + ".vat_id", id = values.text(path);
    if (id.isEmpty()) return;
    const QString fault = faultOfVatId(id);
    const QString whose = role == "seller" ? "The seller's VAT id " : "The buyer's VAT id ";
    found += Check{role + "-vat-id",
                   fault.isEmpty(),
                   id + (fault.isEmpty() ? QString() : ": " + fault),
                   {path},
                   Severity::Note,
                   fault.isEmpty() ? whose + "has the form and check digits of its country."
                                   : whose + "is wrong on the document or was misread: " + fault + '.'};
}

void vatIdsAreValid(const Values& values, Found& found) {
    vatId(values, found, "seller");
    vatId(values, found, "buyer");
}

void legalIdIsValid(const Values& values, Found& found) {
    const QString id = values.text("seller.legal_id");
    const QString fault = faultOfLegalId(id, countryOfVatId(values.text("seller.vat_id")));
    if (fault.isEmpty()) return;
    found += Check{
        "seller-legal-id", false,
        id + ": " + fault, {"seller.legal_id"},
        Severity::Note,    "The seller's register number is wrong on the document or was misread: " + fault + '.'};
}

}  // namespace

const QVector<Rule>& identifiers() {
    static const QVector<Rule> all{ibanIsValid, bicFits, vatIdsAreValid, legalIdIsValid};
    return all;
}

}  // namespace floe::rules
