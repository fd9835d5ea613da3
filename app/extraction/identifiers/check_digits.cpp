#include "app/extraction/identifiers/check_digits.h"

#include <algorithm>

namespace floe {

QString bareId(const QString& printed) {
    QString out;
    for (const QChar c : printed.toUpper())
        if ((c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z')) out += c;
    return out;
}

bool areDigits(const QString& text, qsizetype size) {
    return text.size() == size && std::all_of(text.begin(), text.end(), [](QChar c) { return c >= '0' && c <= '9'; });
}

int digitAt(const QString& text, qsizetype at) {
    return text[at].unicode() - '0';
}

int weighted(const QString& digits, std::initializer_list<int> weights, qsizetype from) {
    int sum = 0;
    for (const int weight : weights) sum += weight * digitAt(digits, from++);
    return sum;
}

bool passesLuhn(const QString& digits) {
    int sum = 0;
    for (qsizetype i = 0; i < digits.size(); ++i) {
        const int digit = digitAt(digits, digits.size() - 1 - i) * (i % 2 ? 2 : 1);
        sum += digit > 9 ? digit - 9 : digit;
    }
    return sum % 10 == 0;
}

bool passesGs1(const QString& digits) {
    int sum = 0;
    for (qsizetype i = 0; i < digits.size(); ++i) sum += digitAt(digits, digits.size() - 1 - i) * (i % 2 ? 3 : 1);
    return sum % 10 == 0;
}

int mod97(const QString& text) {
    int rest = 0;
    for (const QChar c : text) {
        if (c >= '0' && c <= '9')
            rest = (rest * 10 + (c.unicode() - '0')) % 97;
        else if (c >= 'A' && c <= 'Z')
            rest = (rest * 100 + (c.unicode() - 'A' + 10)) % 97;
        else
            return -1;
    }
    return rest;
}

bool passesMod11_10(const QString& digits) {
    int product = 10;
    for (qsizetype i = 0; i + 1 < digits.size(); ++i) {
        const int sum = (digitAt(digits, i) + product) % 10;
        product = 2 * (sum == 0 ? 10 : sum) % 11;
    }
    return (product + digitAt(digits, digits.size() - 1)) % 10 == 1;
}

}  // namespace floe
