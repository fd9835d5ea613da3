#include "app/extraction/sellers.h"

#include <QRegularExpression>
#include <QSet>

#include "app/extraction/bill.h"
#include "app/extraction/identifiers/check_digits.h"
#include "app/extraction/identifiers/vat_id.h"

namespace floe {

namespace {

/// Lower case, accents off, everything but letters and digits a space; letters without such a form of their own too.
QString folded(const QString& text) {
    QString out;
    for (const QChar c : text.toLower().normalized(QString::NormalizationForm_D)) {
        if (c == QChar(0x142))  // ł
            out += 'l';
        else if (c == QChar(0xF8))  // ø
            out += 'o';
        else if (c == QChar(0xDF))  // ß
            out += "ss";
        else if (c.isLetterOrNumber())
            out += c;
        else if (c != '.' && c != '\'' && c.category() != QChar::Mark_NonSpacing)
            out += ' ';  // "S.p.A." is one word
    }
    return out.simplified();
}

const QSet<QString>& legalForms() {
    static const QString words =
        "ab ag aps as asa bv bvba co coop corp corporation cv cvba company ek eg eirl ev gbr gesmbh gmbh hb inc "
        "incorporated kft kg kgaa lda limited llc llp lp ltd ltda mbb mbh nv oe ohg oo ood oy oyj partg plc pte pty "
        "pvt "
        "rt "
        "sa sarl sas sasu sca sccl scop sl slu snc sp spa spj spk spol spzoo srl srls sro ug vof zoo zrt "
        "haftungsbeschrankt";
    static const QStringList list = words.split(' ');
    static const QSet<QString> all(list.begin(), list.end());
    return all;
}

/// Words between a name's parts and its legal form that may be written or not.
bool isJoint(const QString& word) {
    static const QSet<QString> all{"and", "und", "et", "y", "e", "en", "i", "the", "z", "o"};
    return all.contains(word);
}

QString hostOf(const QString& address) {
    static const QRegularExpression form(
        "^(?:[a-z]+://)?(?:[^/@]*@)?(?:www\\.)?([a-z0-9.-]+\\.[a-z]{2,})(?:[:/?].*)?$");
    return form.match(address.trimmed().toLower()).captured(1);
}

bool bothAndEqual(const QString& a, const QString& b) {
    return !a.isEmpty() && a == b;
}

}  // namespace

Seller sellerOf(const Extraction& extraction) {
    const auto text = [&](const char* path) {
        const Field* field = extraction.find(path);
        return field ? field->shown().trimmed() : QString();
    };
    return {text("seller.name"),  text("seller.vat_id"), text("seller.legal_id"),
            text("payment.iban"), text("seller.email"),  text("seller.website")};
}

QString normalisedName(const QString& name) {
    const QString whole = folded(name);
    QStringList kept;
    for (const QString& word : whole.split(' ', Qt::SkipEmptyParts))
        if (!legalForms().contains(word) && !isJoint(word)) kept += word;
    return kept.isEmpty() ? whole : kept.join(' ');
}

QString ownDomain(const QString& address) {
    static const QSet<QString> everybodys{
        "gmail.com",  "googlemail.com", "outlook.com",    "hotmail.com", "live.com",       "yahoo.com",   "icloud.com",
        "aol.com",    "gmx.de",         "gmx.net",        "gmx.at",      "web.de",         "t-online.de", "freenet.de",
        "orange.fr",  "wanadoo.fr",     "free.fr",        "laposte.net", "libero.it",      "virgilio.it", "pec.it",
        "hotmail.fr", "hotmail.es",     "telefonica.net", "ziggo.nl",    "kpnmail.nl",     "wp.pl",       "onet.pl",
        "interia.pl", "o2.pl",          "sapo.pt",        "proton.me",   "protonmail.com", "mail.com",    "me.com",
        "bluewin.ch", "btinternet.com", "comcast.net",    "arubapec.it", "legalmail.it"};
    static const QSet<QString> seconds{"co", "com", "org", "net", "gov", "ac", "edu", "gob", "gv", "or", "ltd", "plc"};
    const QStringList labels = hostOf(address).split('.', Qt::SkipEmptyParts);
    if (labels.size() < 2) return {};
    const bool national = labels.size() > 2 && labels.last().size() == 2 && seconds.contains(labels[labels.size() - 2]);
    const QString domain = labels.mid(labels.size() - (national ? 3 : 2)).join('.');
    return everybodys.contains(domain) ? QString() : domain;
}

QStringList sameSeller(const Seller& a, const Seller& b) {
    QStringList strong, weak;
    const QString vatA = bareId(a.vatId), vatB = bareId(b.vatId);
    if (bothAndEqual(vatA, vatB)) strong += "the same VAT id";
    if (bothAndEqual(bareId(a.legalId), bareId(b.legalId))) strong += "the same register number";
    if (bothAndEqual(bareId(a.iban), bareId(b.iban))) strong += "the same account";
    for (const QString& one : {ownDomain(a.website), ownDomain(a.email)})
        for (const QString& other : {ownDomain(b.website), ownDomain(b.email)})
            if (weak.isEmpty() && bothAndEqual(one, other)) weak += "the same domain, " + one;
    if (bothAndEqual(normalisedName(a.name), normalisedName(b.name))) weak += "the same name";
    const bool contradicted =
        !vatA.isEmpty() && !vatB.isEmpty() && vatA != vatB && countryOfVatId(vatA) == countryOfVatId(vatB);
    return contradicted ? strong : strong + weak;
}

}  // namespace floe
