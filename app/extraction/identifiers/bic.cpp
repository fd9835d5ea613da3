#include "app/extraction/identifiers/bic.h"

#include <QRegularExpression>
#include <QSet>

#include "app/extraction/identifiers/check_digits.h"
#include "app/extraction/identifiers/iban.h"

namespace floe {

namespace {

/// Countries whose banks serve accounts that begin with another country's letters.
bool sharesBanks(const QString& bank, const QString& account) {
    static const QSet<QString> pairs{"FR MC", "MC FR", "GB GG", "GB JE", "GB IM", "GG GB", "JE GB", "IM GB",
                                     "GF FR", "GP FR", "MQ FR", "RE FR", "PF FR", "NC FR", "YT FR", "PM FR",
                                     "WF FR", "BL FR", "MF FR", "AX FI", "SM IT", "VA IT", "LI CH", "CH LI"};
    return pairs.contains(bank + ' ' + account);
}

}  // namespace

bool isCountry(const QString& code) {
    static const QString all =
        "AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS BT BV BW BY "
        "BZ CA CC CD CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ EC EE EG EH ER ES ET FI FJ FK "
        "FM FO FR GA GB GD GE GF GG GH GI GL GM GN GP GQ GR GS GT GU GW GY HK HM HN HR HT HU ID IE IL IM IN IO IQ IR "
        "IS IT JE JM JO JP KE KG KH KI KM KN KP KR KW KY KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MF MG MH MK "
        "ML MM MN MO MP MQ MR MS MT MU MV MW MX MY MZ NA NC NE NF NG NI NL NO NP NR NU NZ OM PA PE PF PG PH PK PL PM "
        "PN PR PS PT PW PY QA RE RO RS RU RW SA SB SC SD SE SG SH SI SJ SK SL SM SN SO SR SS ST SV SX SY SZ TC TD TF "
        "TG TH TJ TK TL TM TN TO TR TT TV TW TZ UA UG UM US UY UZ VA VC VE VG VI VN VU WF WS XK YE YT ZA ZM ZW";
    static const QStringList list = all.split(' ');
    static const QSet<QString> codes(list.begin(), list.end());
    return codes.contains(code);
}

QString faultOfBic(const QString& printed, const QString& iban) {
    const QString bic = bareId(printed);
    static const QRegularExpression form("^[A-Z]{4}([A-Z]{2})[A-Z0-9]{2}([A-Z0-9]{3})?$");
    const auto match = form.match(bic);
    if (!match.hasMatch()) return "it is not four letters, a country and two or five more signs";
    const QString country = match.captured(1), account = bareId(iban).left(2);
    if (!isCountry(country)) return country + " is no country";
    if (!account.isEmpty() && faultOfIban(iban).isEmpty() && account != country && !sharesBanks(country, account))
        return QString("its country is %1, that of the IBAN %2").arg(country, account);
    return {};
}

}  // namespace floe
