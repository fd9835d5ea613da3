#include "app/extraction/identifiers/registers.h"

#include "app/extraction/identifiers/check_digits.h"
#include "app/extraction/identifiers/legal_id.h"

namespace floe {

namespace {

bool isJapanese(const QString& id) {  // 13 digits: the first is 9 less the weighted others mod 9
    const QString bare = bareId(id);
    if (!areDigits(bare, 13)) return false;
    return 9 - weighted(bare, {2, 1, 2, 1, 2, 1, 2, 1, 2, 1, 2, 1}, 1) % 9 == digitAt(bare, 0);
}

bool isOib(const QString& id) {
    const QString bare = bareId(id);
    return areDigits(bare, 11) && passesMod11_10(bare);
}

}  // namespace

const QVector<Register>& registers() {
    static const QVector<Register> all{
        {"GSTIN", "IN", "GSTIN(?:/UIN)?(?: ?(?:no\\.?|number))?", "[A-Z0-9]{13,16}", isGstin},
        {"SIRET", "FR", "(?:n[°ºo]\\.? ?)?SIRET", "[0-9](?:[ .]?[0-9]){13}", isSiret},
        {"SIREN", "FR", "(?:n[°ºo]\\.? ?)?SIREN", "[0-9](?:[ .]?[0-9]){8}", isSiren},
        {"SIREN", "FR", "", "[0-9]{3} ?[0-9]{3} ?[0-9]{3}(?= R\\.?C\\.?S\\.?(?!\\pL))", isSiren},
        {"CNPJ", "BR", "CNPJ(?:/MF)?",
         "[0-9A-Z]{2}\\.?[0-9A-Z]{3}\\.?[0-9A-Z]{3} ?/? ?[0-9A-Z]{4} ?- ?[0-9]{2}|[0-9]{14}", isCnpj},
        {"KvK", "NL", "K\\.?v\\.?K\\.?(?:[ -]?(?:nummer|n[ro]\\.?|number))?|kamer van koophandel(?: n[ro]\\.?)?",
         "[0-9](?:[ .]?[0-9]){7}", nullptr},
        {"company number", "BE",
         "(?:KBO|BCE)(?:[ /-](?:KBO|BCE))?(?:[ -]?(?:nummer|n[r°ºo]\\.?))?|ondernemingsnummer|num[ée]ro d.entreprise|"
         "RP[RM](?: \\pL+)?",
         "(?:BE ?)?[01]?[0-9]{3}[ .]?[0-9]{3}[ .]?[0-9]{3}", isBelgianCompany},
        {"CVR", "DK", "CVR(?:[ -]?(?:nummer|n[ro]\\.?))?", "[0-9](?:[ .]?[0-9]){7}", isCvr},
        {"organisation number", "SE NO",
         "org(?:anisations?|anisasjons)?\\.?[ -]?(?:nummer|n[ro]\\.?|number)|foretaksregisteret",
         "[0-9]{6} ?-? ?[0-9]{4}|[0-9]{3} ?[0-9]{3} ?[0-9]{3}", isOrganisationNumber},
        {"Y-tunnus", "FI", "Y-tunnus|FO-nummer|business ID", "[0-9]{7}-[0-9]", isYTunnus},
        {"ABN", "AU", "A\\.?B\\.?N\\.?", "[0-9](?:[ .]?[0-9]){10}", isAbn},
        {"ACN", "AU", "A\\.?C\\.?N\\.?", "[0-9](?:[ .]?[0-9]){8}", isAcn},
        {"NZBN", "NZ", "NZBN", "[0-9](?:[ .]?[0-9]){12}", isGln},
        {"HRB", "DE", "", "(?:HR[AB]|GnR)(?:[ -]?(?:Nr\\.?|Nummer))?:? ?[0-9]{2,6}(?: ?[A-Z]{1,2}(?![\\pL\\pN]))?",
         nullptr},
        {"FN", "AT", "", "FN ?[0-9]{5,6} ?[a-z](?![\\pL\\pN])", nullptr},
        {"KRS", "PL", "KRS(?:[ -]?(?:numer|n[ro]\\.?))?", "[0-9](?:[ .]?[0-9]){9}", nullptr},
        {"REGON", "PL", "REGON(?:[ -]?(?:numer|n[ro]\\.?))?", "[0-9](?:[ .-]?[0-9]){13}|[0-9](?:[ .-]?[0-9]){8}",
         isRegon},
        {"IČO", "CZ SK", "IČO?|ICO", "[0-9](?:[ .]?[0-9]){7}", isIco},
        {"OIB", "HR", "OIB", "[0-9]{11}", isOib},
        {"registration number", "HU", "c[ée]gjegyz[ée]ksz[áa]m|cg\\.?", "[0-9]{2}[ -][0-9]{2}[ -][0-9]{6}", nullptr},
        {"registration number", "RO", "(?:nr\\.? ?)?(?:ord\\.? ?)?reg(?:istrul)?\\.? ?com(?:er[țţt]ului)?\\.?(?:/an)?",
         "[JFC] ?[0-9]{1,2} ?/ ?[0-9]{1,8} ?/ ?[0-9]{2,4}", nullptr},
        {"EIK", "BG", "ЕИК|EIK|БУЛСТАТ", "[0-9]{9}(?:[0-9]{4})?", nullptr},
        {"registration number", "SI", "mati[čc]na (?:[šs]t(?:evilka|\\.))", "[0-9]{7}(?:[0-9]{3})?", nullptr},
        {"registration number", "EE LV LT", "registrikood|re[ģg]\\.? ?nr\\.?|[įi]mon[ėe]s kodas", "[0-9]{7,11}",
         nullptr},
        {"REA", "IT", "(?:numero |n\\.? ?)?R\\.?E\\.?A\\.?(?: ?n[.°º]*)?",
         "(?:[A-Z]{2} ?[-–] ?|\\pL{2}\\pL* )?[0-9]{5,7}", nullptr},
        {"RCS", "FR LU", "R\\.?C\\.?S\\.?",
         "\\pL[\\pL' -]{1,30} (?:[A-D] ?)?[0-9](?:[ .]?[0-9]){8}|(?:Luxembourg )?[AB] ?[0-9]{3,6}", nullptr},
        {"company number", "GB IE",
         "company (?:registration |reg\\.? )?(?:no\\.?|number)|registered (?:no\\.?|number|in [\\pL &]{3,30}?,? "
         "(?:under |with )?(?:company )?(?:no\\.?|number))",
         "(?:[A-Z]{2} ?)?[0-9]{5,8}", nullptr},
        {"CIN", "IN", "CIN(?: ?no\\.?)?", "[LU][0-9]{5}[A-Z]{2}[0-9]{4}[A-Z]{3}[0-9]{6}", nullptr},
        {"UEN", "SG", "UEN(?: ?no\\.?)?|co\\.? ?reg\\.? ?no\\.?", "[0-9]{8,9}[A-Z]|[TSR][0-9]{2}[A-Z]{2}[0-9]{4}[A-Z]",
         nullptr},
        {"registration number", "ZA", "(?:company )?reg(?:istration)?\\.? ?(?:no\\.?|number)",
         "(?:19|20)[0-9]{2} ?/ ?[0-9]{6} ?/ ?[0-9]{2}", nullptr},
        {"corporate number", "JP", "法人番号", "[0-9]{13}", isJapanese},
        {"USCC", "CN", "统一社会信用代码", "[0-9A-Z]{18}", nullptr},
        {"Mersis", "TR", "mersis(?: ?no\\.?)?", "[0-9]{16}", nullptr},
    };
    return all;
}

}  // namespace floe
