// Signs, codes and names of money as bills print them, and the ISO 4217 codes that they may mean.
#pragma once

#include <QString>
#include <QStringList>
#include <QVector>

namespace floe {

/// The codes that a sign, code or name may mean, the likeliest first: "€" → EUR; "$", "kr", "Rs.", "¥" have several. A
/// sum around it is passed over ("R$ 12,50"). Empty: no money that Floe knows.
QStringList currenciesOf(const QString& printed);

/// A sign or code on a page.
struct PrintedMoney {
    QString sign;      // as printed
    qsizetype at = 0;  // a character of the page's text
    QStringList codes;
    bool labelled = false;  // behind "Currency:"
};

/// Those beside amounts, and behind words such as "amounts in"; in their order on the page.
QVector<PrintedMoney> moneyOn(const QString& pageText);

/// ISO codes anywhere on the page, as words of their own.
QVector<PrintedMoney> codesOn(const QString& pageText);

}  // namespace floe
