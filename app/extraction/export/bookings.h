// Bills as entries for bookkeeping. Accounts are placeholders: which account a bill goes to is for people to say.
#pragma once

#include <QByteArray>
#include <QStringList>
#include <QVector>

#include "app/extraction/bill.h"

namespace floe::exports {

struct Accounts {
    QString expenses = "Expenses:Uncategorized";
    QString tax = "Assets:InputTax";
    QString payable = "Liabilities:Payable";
};

struct Bookings {
    QByteArray bytes;
    QStringList leftOut;  // bills that cannot be booked, a sentence each: no date or no sum was read
};

/// Semicolon-separated columns under the names that DATEV's booking batches have ("Umsatz", "Soll/Haben-Kennzeichen",
/// … "Buchungstext"), one row a tax rate; account columns are empty. Like that format, not certified: there is no
/// header line of its own, and the file is UTF-8 with a mark. Sums have a comma, dates are DDMM, due dates DDMMYY.
Bookings toDatev(const QVector<Extraction>& bills);

/// Plain-text entries: the net sum to `expenses`, the tax to `tax`, the total to `payable`; a credit note the other
/// way round. Number, due date and file stand as metadata. "*" where nothing is in doubt, else "!".
Bookings toBeancount(const QVector<Extraction>& bills, const Accounts& accounts);
Bookings toLedger(const QVector<Extraction>& bills, const Accounts& accounts);

}  // namespace floe::exports
