// Which bills come from one company. Names are printed in many ways, so ids go first.
#pragma once

#include <QString>
#include <QStringList>

namespace floe {

struct Extraction;

/// What a bill says of its seller; empty: not printed.
struct Seller {
    QString name, vatId, legalId, iban, email, website;
};

Seller sellerOf(const Extraction& extraction);  // corrections count

/// Lower case without accents, signs and legal forms: "MÜLLER & Söhne GmbH & Co. KG" → "muller sohne". A name that is
/// nothing but such stays whole.
QString normalisedName(const QString& name);

/// "example.co.uk" of "https://shop.example.co.uk/x" or "bills@example.co.uk". Empty for hosts that give addresses to
/// everybody ("gmail.com"), since they tell nobody apart.
QString ownDomain(const QString& address);

/// Why the two are one company, in words ("the same VAT id"); empty: they are not, as far as is known. One reason is
/// enough, but two different VAT ids of one country outweigh all but the same account or register number.
QStringList sameSeller(const Seller& a, const Seller& b);

}  // namespace floe
