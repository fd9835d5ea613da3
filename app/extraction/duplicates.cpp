#include "app/extraction/duplicates.h"

#include <algorithm>

#include "app/extraction/bill.h"
#include "app/extraction/decimal.h"
#include "app/extraction/identifiers/check_digits.h"

namespace floe {

namespace {

constexpr qint64 kNearDays = 3;

bool sameTotal(const BillFacts& a, const BillFacts& b) {
    const auto x = Decimal::parse(a.total), y = Decimal::parse(b.total);
    return x && y && *x == *y && (a.currency.isEmpty() || b.currency.isEmpty() || a.currency == b.currency);
}

std::optional<Twin> twin(const BillFacts& bill, const BillFacts& before, qsizetype at) {
    using Reason = Twin::Reason;
    if (!bill.sha256.isEmpty() && bill.sha256 == before.sha256)
        return Twin{at, Reason::SameFile, "This file was read before."};
    const QStringList reasons = sameSeller(bill.seller, before.seller);
    if (reasons.isEmpty()) return {};
    const QString number = normalisedNumber(bill.number), other = normalisedNumber(before.number);
    if (!number.isEmpty() && number == other)
        return Twin{at, Reason::SameNumber,
                    QString("A bill with the number %1 from this seller (%2) was read before.")
                        .arg(bill.number, reasons.join(", "))};
    const bool near =
        bill.issued.isValid() && before.issued.isValid() && std::abs(bill.issued.daysTo(before.issued)) <= kNearDays;
    if (!near || !sameTotal(bill, before)) return {};
    return Twin{at, Reason::SameSum,
                QString("A bill over the same total, %1, from this seller (%2), dated %3, was read before.")
                    .arg(bill.total, reasons.join(", "), before.issued.toString(Qt::ISODate))};
}

}  // namespace

BillFacts factsOf(const Extraction& extraction) {
    const auto text = [&](const char* path) {
        const Field* field = extraction.find(path);
        return field ? field->shown().trimmed() : QString();
    };
    BillFacts facts;
    facts.number = text("number");
    facts.seller = sellerOf(extraction);
    facts.total = text("total").isEmpty() ? text("amount_due") : text("total");
    facts.currency = text("currency");
    facts.issued = QDate::fromString(text("issue_date"), Qt::ISODate);
    return facts;
}

QVector<Twin> twinsOf(const BillFacts& bill, const QVector<BillFacts>& earlier) {
    QVector<Twin> twins;
    for (qsizetype i = 0; i < earlier.size(); ++i)
        if (auto found = twin(bill, earlier[i], i)) twins += *found;
    std::stable_sort(twins.begin(), twins.end(), [](const Twin& a, const Twin& b) { return a.reason < b.reason; });
    return twins;
}

std::optional<QString> changedAccount(const BillFacts& bill, const QVector<BillFacts>& earlier) {
    const QString iban = bareId(bill.seller.iban);
    if (iban.isEmpty()) return {};
    Seller nameless = bill.seller;  // the account itself is what is asked about
    nameless.iban.clear();
    const BillFacts* last = nullptr;
    for (const BillFacts& before : earlier) {
        if (before.seller.iban.isEmpty() || sameSeller(nameless, before.seller).isEmpty()) continue;
        if (!last || !last->issued.isValid() || (before.issued.isValid() && before.issued >= last->issued))
            last = &before;
    }
    if (!last || bareId(last->seller.iban) == iban) return {};
    return QString(
               "The account differs from that of this seller's last bill: %1 instead of %2. Ask the seller, not by "
               "what this bill gives as contact, before you pay.")
        .arg(bill.seller.iban, last->seller.iban);
}

QString normalisedNumber(const QString& number) {
    QString out;
    bool inDigits = false;
    for (const QChar c : number.toUpper()) {
        const bool digit = c.isDigit();
        if (!c.isLetterOrNumber()) {
            inDigits = false;
            continue;
        }
        if (digit && c == '0' && !inDigits) continue;
        inDigits = digit;
        out += c;
    }
    return out;
}

}  // namespace floe
