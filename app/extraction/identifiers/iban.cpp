#include "app/extraction/identifiers/iban.h"

#include <QHash>
#include <QRegularExpression>

#include "app/extraction/identifiers/check_digits.h"

namespace floe {

int ibanLength(const QString& country) {
    static const QHash<QString, int> lengths{
        {"AD", 24}, {"AE", 23}, {"AL", 28}, {"AT", 20}, {"AZ", 28}, {"BA", 20}, {"BE", 16}, {"BG", 22}, {"BH", 22},
        {"BI", 27}, {"BR", 29}, {"BY", 28}, {"CH", 21}, {"CR", 22}, {"CY", 28}, {"CZ", 24}, {"DE", 22}, {"DJ", 27},
        {"DK", 18}, {"DO", 28}, {"EE", 20}, {"EG", 29}, {"ES", 24}, {"FI", 18}, {"FK", 18}, {"FO", 18}, {"FR", 27},
        {"GB", 22}, {"GE", 22}, {"GI", 23}, {"GL", 18}, {"GR", 27}, {"GT", 28}, {"HN", 28}, {"HR", 21}, {"HU", 28},
        {"IE", 22}, {"IL", 23}, {"IQ", 23}, {"IS", 26}, {"IT", 27}, {"JO", 30}, {"KW", 30}, {"KZ", 20}, {"LB", 28},
        {"LC", 32}, {"LI", 21}, {"LT", 20}, {"LU", 20}, {"LV", 21}, {"LY", 25}, {"MC", 27}, {"MD", 24}, {"ME", 22},
        {"MK", 19}, {"MN", 20}, {"MR", 27}, {"MT", 31}, {"MU", 30}, {"NI", 28}, {"NL", 18}, {"NO", 15}, {"OM", 23},
        {"PK", 24}, {"PL", 28}, {"PS", 29}, {"PT", 25}, {"QA", 29}, {"RO", 24}, {"RS", 22}, {"RU", 33}, {"SA", 24},
        {"SC", 31}, {"SD", 18}, {"SE", 24}, {"SI", 19}, {"SK", 24}, {"SM", 27}, {"SO", 23}, {"ST", 25}, {"SV", 28},
        {"TL", 23}, {"TN", 24}, {"TR", 26}, {"UA", 29}, {"VA", 22}, {"VG", 24}, {"XK", 20}, {"YE", 30}};
    return lengths.value(country);
}

QString faultOfIban(const QString& printed) {
    const QString iban = bareId(printed);
    static const QRegularExpression form("^[A-Z]{2}[0-9]{2}[A-Z0-9]+$");
    if (!form.match(iban).hasMatch()) return "it does not begin with a country and two check digits";
    const int length = ibanLength(iban.left(2));
    if (length == 0) return iban.left(2) + " is no country with IBANs";
    if (isCreditorId(iban) && iban.size() != length) return "it is a creditor's id, not an account";
    if (iban.size() != length)
        return QString("it has %1 signs where %2 has %3").arg(iban.size()).arg(iban.left(2)).arg(length);
    if (mod97(iban.mid(4) + iban.left(4)) != 1) return "its check digits do not fit";
    return {};
}

bool isCreditorId(const QString& printed) {
    const QString id = bareId(printed);
    static const QRegularExpression form("^[A-Z]{2}[0-9]{2}[A-Z0-9]{3}[A-Z0-9]{5,28}$");
    return form.match(id).hasMatch() && ibanLength(id.left(2)) > 0 && mod97(id.mid(7) + id.left(4)) == 1 &&
           !(id.size() == ibanLength(id.left(2)) && mod97(id.mid(4) + id.left(4)) == 1);
}

}  // namespace floe
