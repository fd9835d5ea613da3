#include "app/extraction/payment_code_fields.h"

#include <algorithm>

#include "app/extraction/checks.h"
#include "app/extraction/decimal.h"
#include "app/extraction/derive.h"
#include "app/extraction/field_at.h"
#include "app/extraction/identifiers/check_digits.h"
#include "app/extraction/names.h"
#include "app/extraction/sellers.h"

namespace floe {

namespace {

constexpr double kFromCode = 0.9, kAgreed = 0.97;
const char* const kNote = "From the QR code; it is not printed, or was not found.";

/// What the code has for one field of the form.
struct Statement {
    QString path, value, words;  // words: for sentences
};

/// A sum is what is due; on bills that name no such sum, and of which nothing was paid, the total.
QString duePath(const Extraction& e) {
    return !e.find("amount_due") && e.find("total") && !e.find("paid") ? "total" : "amount_due";
}

QVector<Statement> statementsOf(const Extraction& e, const PaymentCode& code) {
    QVector<Statement> all{{"payment.iban", code.iban, "the account"},
                           {"payment.bic", code.bic, "the BIC"},
                           {duePath(e), code.amount, "the amount to pay"},
                           {"total", code.total, "the total"},
                           {"tax", code.tax, "the tax"},
                           {"currency", code.currency, "the currency"},
                           {"number", code.number, "the number"},
                           {"issue_date", code.date, "the date"},
                           {"seller.vat_id", code.vatId, "the seller's VAT id"}};
    all.erase(std::remove_if(all.begin(), all.end(), [](const Statement& s) { return s.value.isEmpty(); }), all.end());
    return all;
}

/// "CHE123456789" is printed as "CHE-123.456.789 MWST", a BIC with or without its branch.
bool sameText(const QString& path, const QString& a, const QString& b) {
    const QString one = bareId(a), two = bareId(b);
    if (path == "payment.bic") return one.left(8) == two.left(8);
    if (path == "seller.vat_id") return one.startsWith(two) || two.startsWith(one);
    return one == two;
}

bool agree(const QString& path, const QString& shown, const QString& said) {
    if (kindOf(path) != ValueKind::Amount) return sameText(path, shown, said);
    const auto a = Decimal::parse(shown), b = Decimal::parse(said);
    return a && b && *a == *b;
}

bool isFromCode(const Field& field) {
    return field.note == kNote;
}

void add(Extraction& e, const CodeOnPage& code, const QString& path, const QString& value) {
    Field field;
    field.path = path;
    field.value = value;
    field.page = code.page;
    if (!code.box.isEmpty()) field.boxes.append(code.box);
    field.confidence = kFromCode;
    field.status = Field::Status::Derived;
    field.note = kNote;
    insertField(e.fields, field);
}

void confirm(Field& field) {
    const bool unsure = field.status == Field::Status::Ok && field.confidence < kAgreed;
    const bool doubted = field.status == Field::Status::Doubtful && field.note == kUnsureNote;
    if (!unsure && !doubted) return;
    field.status = Field::Status::Ok;
    field.confidence = kAgreed;
    field.note.clear();
}

void doubt(Field& field, const QString& why) {
    if (field.status == Field::Status::Ok || field.status == Field::Status::Derived)
        field.status = Field::Status::Doubtful, field.note = why;
    field.confidence *= 0.5;
}

void comparePayee(Extraction& e, const PaymentCode& code) {
    const Field* seller = e.find("seller.name");
    if (code.name.isEmpty() || !seller || isFromCode(*seller)) return;
    const QString mine = normalisedName(seller->value), its = normalisedName(code.name);
    const bool ok = mine == its || mine.startsWith(its) || its.startsWith(mine);
    e.checks.append(Check{"qr-payee",
                          ok,
                          ok ? code.name : code.name + " ≠ " + seller->value,
                          {"seller.name"},
                          Check::Severity::Note,
                          ok ? QStringLiteral("The QR code pays the seller.")
                             : QString("The QR code pays %1, not %2. Some sellers have others collect their money.")
                                   .arg(code.name, seller->value)});
}

}  // namespace

std::optional<CodeOnPage> paymentCodeOf(const QVector<Code>& codes) {
    std::optional<CodeOnPage> first;
    for (const Code& code : codes) {
        const auto says = paymentCode(code.text);
        if (!says) continue;
        if (!first)
            first = CodeOnPage{*says, code.page, code.box};
        else if (says->iban != first->says.iban || says->amount != first->says.amount ||
                 says->total != first->says.total)
            return {};  // two ways to pay: neither is the bill's
    }
    return first;
}

void addFromCode(Extraction& extraction, const CodeOnPage& code) {
    for (const Statement& one : statementsOf(extraction, code.says)) {
        Field* field = fieldAt(extraction.fields, one.path);
        if (!field)
            add(extraction, code, one.path, one.value);
        else if (agree(one.path, field->value, one.value))
            confirm(*field);
    }
    if (!code.says.reference.isEmpty() && !extraction.find("payment.reference"))
        add(extraction, code, "payment.reference", code.says.reference);
    if (!code.says.name.isEmpty() && !extraction.find("seller.name"))
        add(extraction, code, "seller.name", code.says.name);
}

void compareWithCode(Extraction& extraction, const CodeOnPage& code) {
    Check check{"qr-agrees", true, {}, {}};
    QStringList same, other;
    for (const Statement& one : statementsOf(extraction, code.says)) {
        const Field* field = extraction.find(one.path);
        if (!field || isFromCode(*field)) continue;
        const bool ok = agree(one.path, field->value, one.value);
        (ok ? same : other) += ok ? one.words : QString("%1 is %2, not %3").arg(one.words, one.value, field->value);
        if (!ok) check.paths += one.path;
    }
    if (!other.isEmpty()) {
        check.ok = false;
        check.detail = other.join("; ");
        check.sentence = "The QR code says otherwise than the page: " + check.detail + '.';
        for (const QString& path : check.paths)
            if (Field* field = fieldAt(extraction.fields, path)) doubt(*field, check.sentence);
    } else if (!same.isEmpty()) {
        for (const Statement& one : statementsOf(extraction, code.says))
            if (const Field* field = extraction.find(one.path); field && !isFromCode(*field)) check.paths += one.path;
        check.detail = same.join(", ");
        check.sentence = "The QR code and the page say the same: " + check.detail + '.';
    }
    if (!check.detail.isEmpty()) extraction.checks.append(check);
    comparePayee(extraction, code.says);
}

}  // namespace floe
