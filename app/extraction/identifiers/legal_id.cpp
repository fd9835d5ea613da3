#include "app/extraction/identifiers/legal_id.h"

#include <QRegularExpression>
#include <optional>

#include "app/extraction/identifiers/check_digits.h"
#include "app/extraction/identifiers/vat_rules.h"

namespace floe {

namespace {

bool matches(const QString& text, const char* form) {
    return QRegularExpression(QString("^(?:%1)$").arg(form)).match(text).hasMatch();
}

int valueOf36(QChar c) {
    return c.isDigit() ? c.unicode() - '0' : c.unicode() - 'A' + 10;
}

}  // namespace

bool isSiren(const QString& id) {
    const QString bare = bareId(id);
    return areDigits(bare, 9) && passesLuhn(bare);
}

bool isSiret(const QString& id) {
    const QString bare = bareId(id);
    if (!areDigits(bare, 14)) return false;
    if (passesLuhn(bare) && passesLuhn(bare.left(9))) return true;
    int sum = 0;
    for (int i = 0; i < 14; ++i) sum += digitAt(bare, i);
    return bare.startsWith("356000000") && sum % 5 == 0;
}

bool isCodiceFiscale(const QString& id) {
    const QString bare = bareId(id);
    if (areDigits(bare, 11)) return isPartitaIva(bare);
    // Digits may be written as letters where two people share a code.
    if (!matches(bare, "[A-Z]{6}[0-9L-NP-V]{2}[A-EHLMPRST][0-9L-NP-V]{2}[A-Z][0-9L-NP-V]{3}[A-Z]")) return false;
    static constexpr int kOdd[] = {1,  0,  5, 7, 9, 13, 15, 17, 19, 21, 2,  4,  18,
                                   20, 11, 3, 6, 8, 12, 14, 16, 10, 22, 25, 24, 23};  // A = 0 and "0" alike
    int sum = 0;
    for (int i = 0; i < 15; ++i) {
        const int value = bare[i].isDigit() ? bare[i].unicode() - '0' : bare[i].unicode() - 'A';
        sum += i % 2 ? value : kOdd[value];
    }
    return bare[15] == QChar('A' + sum % 26);
}

bool isPartitaIva(const QString& id) {
    const QString bare = bareId(id);
    return areDigits(bare, 11) && vat::italy(bare);
}

bool isNip(const QString& id) {
    const QString bare = bareId(id);
    return areDigits(bare, 10) && vat::poland(bare);
}

bool isRegon(const QString& id) {
    const QString bare = bareId(id);
    if (!areDigits(bare, 9) && !areDigits(bare, 14)) return false;
    if (weighted(bare, {8, 9, 2, 3, 4, 5, 6, 7}) % 11 % 10 != digitAt(bare, 8)) return false;
    return bare.size() == 9 || weighted(bare, {2, 4, 8, 5, 0, 9, 7, 3, 6, 1, 2, 4, 8}) % 11 % 10 == digitAt(bare, 13);
}

bool isNif(const QString& id) {
    const QString bare = bareId(id);
    return matches(bare, "[A-Z0-9][0-9]{7}[A-Z0-9]") && vat::spain(bare);
}

bool isGstin(const QString& id) {
    static const QString signs = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";
    const QString bare = bareId(id);
    if (!matches(bare, "[0-3][0-9][A-Z]{5}[0-9]{4}[A-Z][0-9A-Z]{3}")) return false;
    int sum = 0;
    for (int i = 0; i < 14; ++i) {
        const int product = valueOf36(bare[i]) * (i % 2 ? 2 : 1);
        sum += product / 36 + product % 36;
    }
    return bare[14] == signs[(36 - sum % 36) % 36];
}

bool isAbn(const QString& id) {
    const QString bare = bareId(id);
    if (!areDigits(bare, 11) || bare[0] == '0') return false;
    return (weighted(bare, {10, 1, 3, 5, 7, 9, 11, 13, 15, 17, 19}) - 10) % 89 == 0;
}

bool isCnpj(const QString& id) {
    const QString bare = bareId(id);
    if (!matches(bare, "[0-9A-Z]{12}[0-9]{2}") || bare == QString(14, bare[0])) return false;
    const auto check = [&](int count) {  // weights 2…9, from the right, again and again; a sign counts as ASCII - 48
        int sum = 0;
        for (int i = 0; i < count; ++i) sum += (bare[i].unicode() - '0') * (2 + (count - 1 - i) % 8);
        return sum % 11 < 2 ? 0 : 11 - sum % 11;
    };
    return check(12) == digitAt(bare, 12) && check(13) == digitAt(bare, 13);
}

bool isAcn(const QString& id) {
    const QString bare = bareId(id);
    return areDigits(bare, 9) && (10 - weighted(bare, {8, 7, 6, 5, 4, 3, 2, 1}) % 10) % 10 == digitAt(bare, 8);
}

bool isCvr(const QString& id) {
    const QString bare = bareId(id);
    return areDigits(bare, 8) && vat::denmark(bare);
}

bool isOrganisationNumber(const QString& id) {
    const QString bare = bareId(id);
    return (areDigits(bare, 10) && passesLuhn(bare)) || (areDigits(bare, 9) && vat::norway(bare));
}

bool isYTunnus(const QString& id) {
    const QString bare = bareId(id);
    return areDigits(bare, 8) && vat::finland(bare);
}

bool isIco(const QString& id) {
    const QString bare = bareId(id);
    return areDigits(bare, 8) && (11 - weighted(bare, {8, 7, 6, 5, 4, 3, 2}) % 11) % 10 == digitAt(bare, 7);
}

bool isBelgianCompany(const QString& id) {
    QString bare = bareId(id);
    if (bare.startsWith("BE")) bare.remove(0, 2);
    if (bare.size() == 9) bare.prepend('0');
    return areDigits(bare, 10) && vat::belgium(bare);
}

bool isGln(const QString& id) {
    const QString bare = bareId(id);
    return areDigits(bare, 13) && passesGs1(bare);
}

bool isGtin(const QString& id) {
    const QString bare = bareId(id);
    return matches(bare, "[0-9]{8}|[0-9]{12,14}") && passesGs1(bare);
}

bool looksLikeEin(const QString& id) {
    return matches(id.trimmed(), "[0-9]{2}-[0-9]{7}");
}

bool looksLikeKvk(const QString& id) {
    return areDigits(bareId(id), 8);
}

bool looksLikeSteuernummer(const QString& id) {
    return matches(id.trimmed(), "[0-9]{2,3} ?/ ?[0-9]{3,4} ?/ ?[0-9]{3,5}|[0-9]{13}|[0-9]{5}/[0-9]{5}");
}

namespace {

struct Kind {
    const char* name;
    bool (*passes)(const QString&);
};

/// Named in front of the number.
std::optional<Kind> kindNamed(const QString& name) {
    static constexpr Kind kKinds[] = {{"SIREN", isSiren}, {"SIRET", isSiret}, {"REGON", isRegon}, {"CNPJ", isCnpj},
                                      {"GSTIN", isGstin}, {"ABN", isAbn},     {"CIF", isNif},     {"NIF", isNif},
                                      {"CVR", isCvr},     {"ACN", isAcn}};
    for (const Kind& kind : kKinds)
        if (name == kind.name) return kind;
    return {};
}

struct Shape {
    const char* country;  // empty: of one country alone
    const char* form;     // of the letters and digits as printed
    Kind kind;
};

std::optional<Kind> kindByShape(const QString& printed, const QString& country) {
    static constexpr Shape kShapes[] = {
        {"", "[0-3][0-9][A-Z]{5}[0-9]{4}[A-Z][0-9A-Z]{3}", {"GSTIN", isGstin}},
        {"", "[0-9]{2}\\.[0-9]{3}\\.[0-9]{3}/[0-9]{4}-[0-9]{2}", {"CNPJ", isCnpj}},
        {"FR", "[0-9]{3}(?: ?[0-9]{3}){2}", {"SIREN", isSiren}},
        {"FR", "[0-9]{3}(?: ?[0-9]{3}){2} ?[0-9]{5}", {"SIRET", isSiret}},
        {"PL", "[0-9]{9}(?:[0-9]{5})?", {"REGON", isRegon}},
        {"DK", "[0-9]{2}(?: ?[0-9]{2}){3}", {"CVR", isCvr}},
        {"SE", "[0-9]{6}-?[0-9]{4}", {"organisation number", isOrganisationNumber}},
        {"NO", "[0-9]{3}(?: ?[0-9]{3}){2}", {"organisation number", isOrganisationNumber}},
        {"FI", "[0-9]{7}-?[0-9]", {"Y-tunnus", isYTunnus}},
        {"CZ", "[0-9]{8}", {"IČO", isIco}},
        {"SK", "[0-9]{8}", {"IČO", isIco}}};
    for (const Shape& shape : kShapes)
        if ((!*shape.country || country == shape.country) && matches(printed, shape.form)) return shape.kind;
    return {};
}

}  // namespace

QString faultOfLegalId(const QString& printed, const QString& country) {
    static const QRegularExpression form("^\\s*([A-Z]{3,5})\\b[^A-Z0-9]*(.*)$",
                                         QRegularExpression::CaseInsensitiveOption);
    const auto match = form.match(printed);
    const auto named = kindNamed(match.captured(1).toUpper());
    const auto kind = named ? named : kindByShape(printed.trimmed(), country);
    const QString number = named ? match.captured(2) : printed.trimmed();
    return kind && !kind->passes(number) ? QString("%1 is no %2").arg(number, kind->name) : QString();
}

}  // namespace floe
