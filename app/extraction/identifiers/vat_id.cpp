#include "app/extraction/identifiers/vat_id.h"

#include <QHash>
#include <QRegularExpression>

#include "app/extraction/identifiers/check_digits.h"
#include "app/extraction/identifiers/vat_rules.h"

namespace floe {

namespace {

struct Country {
    const char* code;
    const char* form;                // of what follows the country
    bool (*passes)(const QString&);  // given a text of that form
};

constexpr Country kCountries[] = {
    {"AT", "U[0-9]{8}", vat::austria},
    {"BE", "[01][0-9]{9}", vat::belgium},
    {"BG", "[0-9]{9,10}", vat::bulgaria},
    {"CH", "E[0-9]{9}(?:MWST|TVA|IVA|VAT)?", vat::switzerland},
    {"CY", "[0-9]{8}[A-Z]", vat::cyprus},
    {"CZ", "[0-9]{8,10}", vat::czechia},
    {"DE", "[1-9][0-9]{8}", vat::germany},
    {"DK", "[1-9][0-9]{7}", vat::denmark},
    {"EE", "[0-9]{9}", vat::estonia},
    {"EL", "[0-9]{9}", vat::greece},
    {"GR", "[0-9]{9}", vat::greece},
    {"ES", "[A-Z0-9][0-9]{7}[A-Z0-9]", vat::spain},
    {"FI", "[0-9]{8}", vat::finland},
    {"FR", "[0-9A-HJ-NP-Z]{2}[0-9]{9}", vat::france},
    {"GB", "(?:[0-9]{9}|[0-9]{12}|GD[0-4][0-9]{2}|HA[5-9][0-9]{2})", vat::unitedKingdom},
    {"HR", "[0-9]{11}", vat::croatia},
    {"HU", "[0-9]{8}", vat::hungary},
    {"IE", "(?:[0-9]{7}[A-W][A-IW]?|[0-9][A-Z][0-9]{5}[A-W])", vat::ireland},
    {"IT", "[0-9]{11}", vat::italy},
    {"LT", "(?:[0-9]{9}|[0-9]{12})", vat::lithuania},
    {"LU", "[0-9]{8}", vat::luxembourg},
    {"LV", "[0-9]{11}", vat::latvia},
    {"MT", "[1-9][0-9]{7}", vat::malta},
    {"NL", "[0-9]{9}B[0-9]{2}", vat::netherlands},
    {"NO", "[89][0-9]{8}(?:MVA)?", vat::norway},
    {"PL", "[0-9]{10}", vat::poland},
    {"PT", "[1-9][0-9]{8}", vat::portugal},
    {"RO", "[1-9][0-9]{1,9}", vat::romania},
    {"SE", "[0-9]{10}[0-9]{2}", vat::sweden},
    {"SI", "[1-9][0-9]{7}", vat::slovenia},
    {"SK", "[1-9][0-9][2-47-9][0-9]{7}", vat::slovakia},
    {"XI", "(?:[0-9]{9}|[0-9]{12}|GD[0-4][0-9]{2}|HA[5-9][0-9]{2})", vat::unitedKingdom},
};

const Country* countryAt(const QString& id) {
    for (const Country& country : kCountries)
        if (id.startsWith(QLatin1String(country.code))) return &country;
    return nullptr;
}

/// NO is often printed behind the number: "NO 974 760 673 MVA" or "974 760 673 MVA".
QString withCountry(const QString& printed) {
    const QString id = bareId(printed);
    static const QRegularExpression norwegian("^[89][0-9]{8}MVA$");
    return norwegian.match(id).hasMatch() ? "NO" + id : id;
}

bool hasForm(const Country& country, const QString& rest) {
    const QRegularExpression form(QString("^%1$").arg(country.form));
    return form.match(rest).hasMatch();
}

}  // namespace

QString faultOfVatId(const QString& printed) {
    const QString id = withCountry(printed);
    const Country* country = countryAt(id);
    if (!country) return "it begins with no country whose VAT ids Floe knows";
    const QString rest = id.mid(2);
    if (!hasForm(*country, rest)) return QString("it has not the form of one from %1").arg(country->code);
    if (!country->passes(rest)) return "its check digits do not fit";
    return {};
}

QString countryOfVatId(const QString& printed) {
    const Country* country = countryAt(withCountry(printed));
    if (!country) return {};
    return country->code == QLatin1String("EL") ? QStringLiteral("GR") : QString(country->code);
}

bool looksLikeVatId(const QString& printed) {
    const QString id = withCountry(printed);
    const Country* country = countryAt(id);
    return country && hasForm(*country, id.mid(2));
}

}  // namespace floe
