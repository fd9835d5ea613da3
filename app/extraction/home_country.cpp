#include "app/extraction/home_country.h"

#include <QHash>
#include <QRegularExpression>

#include "app/extraction/identifiers/vat_id.h"

namespace floe {

namespace {

constexpr double kById = 3, kByAccount = 2.5, kByAddress = 3, kByPhone = 2, kByDomain = 1.5;

struct Money {
    const char *code, *countries;
};

constexpr Money kMoney[] = {{"EUR", "AT BE CY DE EE ES FI FR GR HR IE IT LT LU LV MT NL PT SI SK"},
                            {"USD", "US"},
                            {"CAD", "CA"},
                            {"AUD", "AU"},
                            {"NZD", "NZ"},
                            {"SGD", "SG"},
                            {"HKD", "HK"},
                            {"TWD", "TW"},
                            {"MXN", "MX"},
                            {"ARS", "AR"},
                            {"CLP", "CL"},
                            {"COP", "CO"},
                            {"BRL", "BR"},
                            {"UYU", "UY"},
                            {"PEN", "PE"},
                            {"GBP", "GB"},
                            {"CHF", "CH LI"},
                            {"SEK", "SE"},
                            {"DKK", "DK"},
                            {"NOK", "NO"},
                            {"ISK", "IS"},
                            {"PLN", "PL"},
                            {"CZK", "CZ"},
                            {"HUF", "HU"},
                            {"RON", "RO"},
                            {"BGN", "BG"},
                            {"RSD", "RS"},
                            {"TRY", "TR"},
                            {"UAH", "UA"},
                            {"RUB", "RU"},
                            {"JPY", "JP"},
                            {"CNY", "CN"},
                            {"KRW", "KR"},
                            {"INR", "IN"},
                            {"PKR", "PK"},
                            {"LKR", "LK"},
                            {"NPR", "NP"},
                            {"SAR", "SA"},
                            {"QAR", "QA"},
                            {"OMR", "OM"},
                            {"AED", "AE"},
                            {"ZAR", "ZA"},
                            {"ILS", "IL"}};

struct Words {
    const char* country;
    double weight;
    const char *pattern, *why;
};

/// On any part of the page, case counted.
constexpr Words kWords[] = {
    {"AU", 2.5, "ABN|A\\.B\\.N\\.|ACN|BSB", "an Australian register"},
    {"AU", 2, "(?:NSW|VIC|QLD|TAS|ACT|NT|WA|SA),? [0-9]{4}", "an Australian postcode"},
    {"CA", 2, "[ABCEGHJ-NPRSTVXY][0-9][A-Z] [0-9][A-Z][0-9]", "a Canadian postcode"},
    {"CA", 2.5, "GST/HST|HST|QST|TVQ|TPS", "a Canadian tax"},
    {"US", 1.5, "[A-Z]{2},? [0-9]{5}(?:-[0-9]{4})?", "an American postcode"},
    {"US", 2, "EIN|FEIN|Sales Tax|sales tax|Federal Tax ID|ABA|W-9", "an American tax or bank number"},
    {"NZ", 2.5, "NZBN|NZ GST|GST No\\.? [0-9]{2,3}-[0-9]{3}-[0-9]{3}", "a register of New Zealand"},
    {"SG", 2.5, "UEN|Singapore [0-9]{6}", "a register of Singapore"},
    {"IN", 2.5, "GSTIN|CGST|SGST|IGST|HSN|IFSC", "an Indian tax"},
    {"PK", 2.5, "NTN|STRN", "a Pakistani tax number"},
    {"MX", 2.5, "RFC|CFDI|M\\.N\\.|moneda nacional|C\\.P\\. [0-9]{5}", "a Mexican tax number"},
    {"CL", 2, "RUT|R\\.U\\.T\\.", "a Chilean tax number"},
    {"CO", 2, "NIT", "a Colombian tax number"},
    {"AR", 2, "CUIT|C\\.U\\.I\\.T\\.", "an Argentine tax number"},
    {"BR", 2.5, "CNPJ|CPF", "a Brazilian register"},
    {"DK", 2, "CVR(?:[ -]?[Nn]r\\.?)?|SE/?[Mm]omsnr\\.?|FIK|MobilePay|Betalingskort", "a Danish register"},
    {"NO", 2.5, "MVA|KID|[Oo]rg\\.? ?nr\\.? [0-9]{3} [0-9]{3} [0-9]{3}|Foretaksregisteret", "a Norwegian register"},
    {"SE", 2, "[Bb]ankgiro|[Pp]lusgiro|F-skatt(?:sedel)?|[Mm]omsreg\\.?(?: ?nr\\.?)?|OCR|[Ss]wish",
     "a Swedish register"},
    {"IS", 2, "[Kk]ennitala|VSK", "an Icelandic register"},
    {"DK", 1.5, "[Bb]el[øo]b|forfaldsdato|[Bb]eskrivelse|[Ff]akturadato|i alt|[Aa]t betale|[Bb]etales|[Aa]ntal",
     "the language"},
    {"NO", 1.5, "[Bb]el[øo]p|forfallsdato|[Åå] betale|[Bb]etalingsfrist|kontonummer", "the language"},
    {"SE", 1.5, "[Bb]elopp|[Ff]örfallodag|[Ff]örfallodatum|[Aa]tt betala|[Ff]akturadatum|[Mm]oms|[Ss]umma",
     "the language"},
    {"US", 1.5, "United States|U\\.S\\.A\\.|USA", "the country's name"},
    {"CA", 1.5, "Canada", "the country's name"},
    {"AU", 1.5, "Australia", "the country's name"},
    {"NZ", 1.5, "New Zealand", "the country's name"},
    {"SG", 1.5, "Singapore", "the country's name"},
    {"HK", 1.5, "Hong Kong", "the country's name"},
    {"TW", 1.5, "Taiwan", "the country's name"},
    {"MX", 1.5, "M[ée]xico|Ciudad de M[ée]xico|CDMX", "the country's name"},
    {"CL", 1.5, "Chile", "the country's name"},
    {"CO", 1.5, "Colombia|Bogot[áa]", "the country's name"},
    {"AR", 1.5, "Argentina|Buenos Aires", "the country's name"},
    {"SE", 1.5, "Sverige|Sweden|Schweden|Suède", "the country's name"},
    {"DK", 1.5, "Danmark|Denmark|Dänemark|Danemark", "the country's name"},
    {"NO", 1.5, "Norge|Noreg|Norway|Norwegen|Norvège", "the country's name"},
    {"IS", 1.5, "Ísland|Iceland|Island", "the country's name"},
    {"JP", 1.5, "Japan|日本|Tokyo", "the country's name"},
    {"CN", 1.5, "China|中国|RMB|Shanghai|Beijing|Shenzhen", "the country's name"},
    {"IN", 1.5, "India", "the country's name"},
    {"PK", 1.5, "Pakistan", "the country's name"},
    {"LK", 1.5, "Sri Lanka", "the country's name"},
    {"NP", 1.5, "Nepal", "the country's name"},
    {"SA", 1.5, "Saudi|المملكة|KSA", "the country's name"},
    {"QA", 1.5, "Qatar", "the country's name"},
    {"OM", 1.5, "Oman", "the country's name"}};

struct Code {
    const char *prefix, *country;
};

constexpr Code kPhones[] = {
    {"+45", "DK"},  {"+46", "SE"},  {"+47", "NO"}, {"+354", "IS"}, {"+61", "AU"},  {"+64", "NZ"},  {"+65", "SG"},
    {"+852", "HK"}, {"+886", "TW"}, {"+52", "MX"}, {"+54", "AR"},  {"+56", "CL"},  {"+57", "CO"},  {"+81", "JP"},
    {"+86", "CN"},  {"+91", "IN"},  {"+92", "PK"}, {"+94", "LK"},  {"+977", "NP"}, {"+966", "SA"}, {"+974", "QA"},
    {"+968", "OM"}, {"+49", "DE"},  {"+43", "AT"}, {"+41", "CH"},  {"+33", "FR"},  {"+32", "BE"},  {"+31", "NL"},
    {"+34", "ES"},  {"+351", "PT"}, {"+39", "IT"}, {"+48", "PL"},  {"+44", "GB"},  {"+353", "IE"}, {"+55", "BR"}};

QString shown(const Extraction& e, const char* path) {
    const Field* field = e.find(path);
    return field ? field->value.trimmed() : QString();
}

void addIds(QVector<CountrySign>& signs, const Extraction& e) {
    const QString vat = countryOfVatId(shown(e, "seller.vat_id"));
    if (!vat.isEmpty()) signs.append({vat, kById, "the seller's VAT id"});
    const QString iban = shown(e, "payment.iban").left(2).toUpper();
    if (iban.size() == 2) signs.append({iban, kByAccount, "the country of the account"});
    const QString phone = shown(e, "seller.phone").remove(' ');
    const Code* longest = nullptr;
    for (const Code& code : kPhones)
        if (phone.startsWith(code.prefix) && (!longest || qstrlen(code.prefix) > qstrlen(longest->prefix)))
            longest = &code;
    if (longest) signs.append({longest->country, kByPhone, "the seller's phone number"});
}

void addDomain(QVector<CountrySign>& signs, const Extraction& e) {
    static const QRegularExpression ending("\\.([a-z]{2})(?:/.*)?$", QRegularExpression::CaseInsensitiveOption);
    for (const char* path : {"seller.email", "seller.website"}) {
        const auto match = ending.match(shown(e, path));
        const QString country = match.captured(1).toUpper();
        if (country == "CO" || country == "AI" || country == "IO") continue;  // taken by anybody
        if (match.hasMatch()) {
            signs.append({country == "UK" ? QStringLiteral("GB") : country, kByDomain, "the seller's domain"});
            return;
        }
    }
}

void addWords(QVector<CountrySign>& signs, const Extraction& e, const QString& pageText) {
    static const QVector<QRegularExpression> forms = [] {
        QVector<QRegularExpression> made;
        for (const Words& words : kWords)
            made.append(
                QRegularExpression(QString("(?<![\\pL\\pN])(?:%1)(?![\\pL\\pN])").arg(QString::fromUtf8(words.pattern)),
                                   QRegularExpression::UseUnicodePropertiesOption));
        return made;
    }();
    const QString address = shown(e, "seller.address");
    for (qsizetype i = 0; i < forms.size(); ++i) {
        if (!address.isEmpty() && forms[i].match(address).hasMatch())
            signs.append({kWords[i].country, kByAddress, "the seller's address"});
        else if (forms[i].match(pageText).hasMatch())
            signs.append({kWords[i].country, kWords[i].weight, QString::fromUtf8(kWords[i].why)});
    }
}

}  // namespace

QVector<CountrySign> countrySigns(const Extraction& extraction, const QString& pageText) {
    QVector<CountrySign> signs;
    addIds(signs, extraction);
    addDomain(signs, extraction);
    addWords(signs, extraction, pageText);
    return signs;
}

QString moneyOf(const QString& country) {
    static const QHash<QString, QString> all = [] {
        QHash<QString, QString> made;
        for (const Money& money : kMoney)
            for (const QString& one : QString::fromLatin1(money.countries).split(' ')) made.insert(one, money.code);
        return made;
    }();
    return all.value(country);
}

}  // namespace floe
