#include "app/extraction/checks/rules.h"
#include "app/extraction/sellers.h"

namespace floe::rules {

namespace {

using Severity = Check::Severity;

/// Letters and digits only, so that "RE-2024/17" and "RE 2024 17" are one.
QString bare(const QString& text) {
    QString out;
    for (const QChar c : text)
        if (c.isLetterOrNumber()) out += c.toUpper();
    return out;
}

void numberIsNoOther(const Values& values, Found& found) {
    const QString number = bare(values.text("number"));
    if (number.size() < 4) return;  // short ones meet by chance
    struct Other {
        const char *path, *words;
        Severity severity;
    };
    static constexpr Other kOthers[] = {{"seller.vat_id", "the seller's VAT id", Severity::Failed},
                                        {"buyer.vat_id", "the buyer's VAT id", Severity::Failed},
                                        {"seller.tax_id", "the seller's tax number", Severity::Failed},
                                        {"seller.legal_id", "the seller's register number", Severity::Failed},
                                        {"buyer.legal_id", "the buyer's register number", Severity::Failed},
                                        {"seller.phone", "the seller's phone number", Severity::Failed},
                                        {"payment.iban", "the IBAN", Severity::Failed},
                                        {"customer_number", "the customer number", Severity::Note},
                                        {"order_number", "the order number", Severity::Note}};
    for (const Other& other : kOthers) {
        if (bare(values.text(other.path)) != number) continue;
        found += Check{"number-is-other",
                       false,
                       QString("%1 is %2").arg(values.text("number"), other.words),
                       {"number", other.path},
                       other.severity,
                       QString("The bill's number, %1, is also %2.").arg(values.text("number"), other.words)};
    }
}

void sellerIsNotBuyer(const Values& values, Found& found) {
    const QString seller = values.text("seller.name"), buyer = values.text("buyer.name");
    const QString one = bare(values.text("seller.vat_id")), two = bare(values.text("buyer.vat_id"));
    const bool sameName = !seller.isEmpty() && normalisedName(seller) == normalisedName(buyer);
    if (!sameName && (one.isEmpty() || one != two)) return;
    found += Check{
        "seller-is-buyer",
        false,
        sameName ? seller + " is both" : values.text("seller.vat_id") + " is the VAT id of both",
        sameName ? QVector<QString>{"seller.name", "buyer.name"} : QVector<QString>{"seller.vat_id", "buyer.vat_id"},
        Severity::Failed,
        sameName ? QString("Seller and buyer are the same: %1.").arg(seller)
                 : QStringLiteral("Seller and buyer have the same VAT id.")};
}

void sellerIsNotTheOwner(const Values& values, Found& found) {
    const QString seller = values.text("seller.name"), vatId = bare(values.text("seller.vat_id"));
    const Circumstances& around = values.around;
    const bool byName =
        !seller.isEmpty() && !around.ownName.isEmpty() && normalisedName(seller) == normalisedName(around.ownName);
    const bool byId = !vatId.isEmpty() && vatId == bare(around.ownVatId);
    if (!byName && !byId) return;
    found += Check{"seller-is-owner",
                   false,
                   (byId ? values.text("seller.vat_id") : seller) + " is your own",
                   {byId ? "seller.vat_id" : "seller.name"},
                   Severity::Note,
                   "The seller is your own company: this is a bill that you wrote, or seller and buyer are mixed up."};
}

}  // namespace

const QVector<Rule>& parties() {
    static const QVector<Rule> all{numberIsNoOther, sellerIsNotBuyer, sellerIsNotTheOwner};
    return all;
}

}  // namespace floe::rules
