// A bill as exports see it: corrected values win, sums that are missing follow from the others, lines and rates are
// lists. Nothing is guessed that the law decides (a tax category of a rate of 0).
#pragma once

#include <QHash>
#include <QStringList>
#include <QVector>

#include "app/extraction/bill.h"

namespace floe::exports {

/// Members of a list's item or paths of the header, and their values.
using Values = QHash<QString, QString>;

struct BillFacts {
    QString file;
    bool creditNote = false;
    Values header;                          // "seller.name"
    QVector<Values> lines;                  // "description", "allowances.0.amount"
    QVector<Values> taxes;                  // "rate"; from net, tax and the lines' rate where the bill lists none
    QHash<QString, QVector<Values>> lists;  // the rare ones, as "notes"
    QVector<QString> doubts;  // paths whose value is doubtful, ambiguous or unparsed and that no person corrected
    bool checksHold = true;

    QString operator[](const QString& path) const { return header.value(path); }
};

/// Items of a list within an item, as "allowances" of a line.
QVector<Values> within(const Values& item, const QString& list);

/// `completed`: sums that follow from others are filled in: lines_total, net, tax, total, amount_due, rates.
BillFacts factsOf(const Extraction& extraction, bool completed);

/// An address taken apart, as far as its lines tell: street lines, "83022 Rosenheim", region, two letters of a country.
struct AddressParts {
    QStringList streets;  // at most 3
    QString postcode, city, region, country;
};
AddressParts addressParts(const QString& address);

/// The address on one line.
QString oneLine(const QString& text);

}  // namespace floe::exports
