#include "app/extraction/identifiers/vat_rules.h"

#include <array>

#include "app/extraction/identifiers/check_digits.h"

namespace floe::vat {

namespace {

int lastDigit(const QString& id) {
    return digitAt(id, id.size() - 1);
}

bool bulgarianCitizen(const QString& id) {
    return weighted(id, {2, 4, 8, 5, 10, 9, 7, 3, 6}) % 11 % 10 == lastDigit(id);
}

bool bulgarianForeigner(const QString& id) {
    return weighted(id, {21, 19, 17, 13, 11, 9, 7, 3, 1}) % 10 == lastDigit(id);
}

bool bulgarianOther(const QString& id) {
    return (11 - weighted(id, {4, 3, 2, 7, 6, 5, 4, 3, 2}) % 11) % 11 == lastDigit(id);
}

QChar irishLetter(const QString& seven, QChar second) {
    static const QString letters = "WABCDEFGHIJKLMNOPQRSTUV";
    const int extra = second.isNull() || second == 'W' ? 0 : second.unicode() - 'A' + 1;
    return letters[(weighted(seven, {8, 7, 6, 5, 4, 3, 2}) + 9 * extra) % 23];
}

QChar spanishLetter(int number) {
    static const QString letters = "TRWAGMYFPDXBNJZSQVHLCKE";
    return letters[number % 23];
}

bool spanishCompany(const QString& id) {
    static const QString letters = "JABCDEFGHI";
    int digit = 0;
    while (digit < 10 && !passesLuhn(id.mid(1, 7) + QString::number(digit))) ++digit;
    return id[8] == letters[digit] || id[8] == QChar('0' + digit);
}

}  // namespace

bool austria(const QString& id) {
    int sum = 4;
    for (int i = 1; i <= 7; ++i) {
        const int digit = digitAt(id, i) * (i % 2 ? 1 : 2);
        sum += digit / 10 + digit % 10;
    }
    return (10 - sum % 10) % 10 == lastDigit(id);
}

bool belgium(const QString& id) {
    return 97 - id.left(8).toInt() % 97 == id.mid(8).toInt();
}

bool bulgaria(const QString& id) {
    if (id.size() == 10) return bulgarianCitizen(id) || bulgarianForeigner(id) || bulgarianOther(id);
    int check = weighted(id, {1, 2, 3, 4, 5, 6, 7, 8}) % 11;
    if (check == 10) check = weighted(id, {3, 4, 5, 6, 7, 8, 9, 10}) % 11 % 10;
    return check == lastDigit(id);
}

bool croatia(const QString& id) {
    return passesMod11_10(id);
}

bool cyprus(const QString& id) {
    static constexpr int kOdd[] = {1, 0, 5, 7, 9, 13, 15, 17, 19, 21};
    if (id.startsWith("12")) return false;
    int sum = 0;
    for (int i = 0; i < 8; ++i) sum += i % 2 ? digitAt(id, i) : kOdd[digitAt(id, i)];
    return id[8] == QChar('A' + sum % 26);
}

bool czechia(const QString& id) {
    if (id.size() == 10) return id.toLongLong() % 11 == 0 || id.left(9).toLongLong() % 11 % 10 == lastDigit(id);
    if (id.size() == 8) {
        const int check = (11 - weighted(id, {8, 7, 6, 5, 4, 3, 2}) % 11) % 11;
        return id[0] != '9' && (check == 0 ? 1 : check % 10) == lastDigit(id);
    }
    if (id[0] != '6') return id.mid(2, 2).toInt() % 50 <= 12;  // birth numbers before 1954 have no check digit
    const int rest = weighted(id, {8, 7, 6, 5, 4, 3, 2}, 1) % 11;
    return 8 - (10 - rest) % 11 == lastDigit(id);
}

bool denmark(const QString& id) {
    return weighted(id, {2, 7, 6, 5, 4, 3, 2, 1}) % 11 == 0;
}

bool estonia(const QString& id) {
    return weighted(id, {3, 7, 1, 3, 7, 1, 3, 7, 1}) % 10 == 0;
}

bool finland(const QString& id) {
    return weighted(id, {7, 9, 10, 5, 8, 4, 2, 1}) % 11 == 0;
}

bool france(const QString& id) {
    static const QString signs = "0123456789ABCDEFGHJKLMNPQRSTUVWXYZ";
    const QString siren = id.mid(2);
    const bool monaco = siren.startsWith("000");
    if (!monaco && !passesLuhn(siren)) return false;
    if (areDigits(id.left(2), 2)) return (siren + "12").toLongLong() % 97 == id.left(2).toInt();
    const int first = static_cast<int>(signs.indexOf(id[0])), second = static_cast<int>(signs.indexOf(id[1]));
    const int key = first < 10 ? first * 24 + second - 10 : first * 34 + second - 100;
    return (siren.toLongLong() + 1 + key / 11) % 11 == key % 11;
}

bool germany(const QString& id) {
    return passesMod11_10(id);
}

bool greece(const QString& id) {
    return weighted(id, {256, 128, 64, 32, 16, 8, 4, 2}) % 11 % 10 == lastDigit(id);
}

bool hungary(const QString& id) {
    return weighted(id, {9, 7, 3, 1, 9, 7, 3, 1}) % 10 == 0;
}

bool ireland(const QString& id) {
    if (id[1].isDigit()) return irishLetter(id, id.size() > 8 ? id[8] : QChar()) == id[7];
    return irishLetter('0' + id.mid(2, 5) + id[0], {}) == id[7];  // form of before 1991
}

bool italy(const QString& id) {
    const int province = id.mid(7, 3).toInt();
    const bool known =
        (province >= 1 && province <= 100) || province == 120 || province == 121 || province == 888 || province == 999;
    return known && !id.startsWith("0000000") && passesLuhn(id);
}

bool latvia(const QString& id) {
    if (digitAt(id, 0) > 3) return weighted(id, {9, 1, 4, 8, 3, 10, 2, 5, 7, 6, 1}) % 11 == 3;
    if (id.startsWith("32")) return true;  // personal codes since 2017 carry nothing to check
    return (1 + weighted(id, {10, 5, 8, 4, 2, 1, 6, 3, 7, 9})) % 11 % 10 == lastDigit(id);
}

bool lithuania(const QString& id) {
    const qsizetype last = id.size() - 1;
    if (id[last - 1] != '1') return false;
    const auto rest = [&](int shift) {
        int sum = 0;
        for (qsizetype i = 0; i < last; ++i) sum += (1 + static_cast<int>(i + shift) % 9) * digitAt(id, i);
        return sum % 11;
    };
    const int first = rest(0);
    return (first == 10 ? rest(2) % 10 : first) == lastDigit(id);
}

bool luxembourg(const QString& id) {
    return id.left(6).toInt() % 89 == id.mid(6).toInt();
}

bool malta(const QString& id) {
    // The last two digits are one number: weights 10 and 1.
    return weighted(id, {3, 4, 6, 7, 8, 9, 10, 1}) % 37 == 0;
}

bool netherlands(const QString& id) {
    const bool citizen = weighted(id, {9, 8, 7, 6, 5, 4, 3, 2, -1}) % 11 == 0 && !id.startsWith("000000000");
    return citizen || mod97("NL" + id) == 1;
}

bool norway(const QString& id) {
    return weighted(id, {3, 2, 7, 6, 5, 4, 3, 2, 1}) % 11 == 0;
}

bool poland(const QString& id) {
    return weighted(id, {6, 5, 7, 2, 3, 4, 5, 6, 7}) % 11 == lastDigit(id);
}

bool portugal(const QString& id) {
    return (11 - weighted(id, {9, 8, 7, 6, 5, 4, 3, 2}) % 11) % 11 % 10 == lastDigit(id);
}

bool romania(const QString& id) {
    const QString padded = id.rightJustified(10, '0');
    return weighted(padded, {7, 5, 3, 2, 1, 7, 5, 3, 2}) * 10 % 11 % 10 == lastDigit(id);
}

bool slovakia(const QString& id) {
    return id.toLongLong() % 11 == 0;
}

bool slovenia(const QString& id) {
    const int check = 11 - weighted(id, {8, 7, 6, 5, 4, 3, 2}) % 11;
    return (check == 10 ? 0 : check) == lastDigit(id);
}

bool spain(const QString& id) {
    static const QString companies = "ABCDEFGHJNPQRSUVW";
    if (companies.contains(id[0])) return spanishCompany(id);
    if (id[0] >= 'K' && id[0] <= 'M') return id[8] == spanishLetter(id.mid(1, 7).toInt());
    if (id[0] >= 'X' && id[0] <= 'Z')
        return id[8] == spanishLetter((QString::number(id[0].unicode() - 'X') + id.mid(1, 7)).toInt());
    return id[0].isDigit() && id[8] == spanishLetter(id.left(8).toInt());
}

bool sweden(const QString& id) {
    const int company = id.mid(10).toInt();
    return company >= 1 && company <= 94 && passesLuhn(id.left(10));
}

bool switzerland(const QString& id) {
    return (11 - weighted(id, {5, 4, 3, 2, 7, 6, 5, 4}, 1) % 11) % 11 == digitAt(id, 9);
}

bool unitedKingdom(const QString& id) {
    if (id[0].isLetter()) return true;
    const int sum = weighted(id, {8, 7, 6, 5, 4, 3, 2}) + id.mid(7, 2).toInt();
    return sum % 97 == 0 || sum % 97 == 42 || sum % 97 == 55;  // the latter two: numbers given since 2009
}

}  // namespace floe::vat
