// The names of a bill's fields and what kind of value each has: the one table that forms, JSON, checks and exports
// share. Behind each stands its term of EN 16931-1 (BT-…).
#pragma once

#include <QString>
#include <QStringList>
#include <QVector>

namespace floe {

enum class ValueKind { Text, Date, Amount, Quantity, Percent, Currency };

/// A list of a bill ("lines", "notes"), or of a line ("allowances").
struct FieldList {
    QString name;
    QStringList members;        // "description", "quantity", …: every item of "lines" and "taxes" has them
    QStringList rare;           // … and those that are there only where a bill says them
    QVector<FieldList> within;  // lists that an item has where a bill says them
};

inline constexpr int kMostItems = 100;  // of a list, but for lines

const QStringList& headerPaths();        // "seller.name" … "amount_due": fields outside of lists that every bill has
const QStringList& rarePaths();          // … and those that are there only where a bill says them
const QStringList& formPaths();          // both, in the order of the form
const QStringList& modelPaths();         // those that the built-in model reads; rules and e-invoices fill the others
const QVector<FieldList>& fieldLists();  // "lines", then "taxes" (one for each rate): every bill has them
const QVector<FieldList>& rareLists();   // "notes" …: those that are there only where a bill says them
const QStringList& lineNames();          // members of "lines"
const QStringList& modelLineNames();     // those of them that the built-in model reads

QString listPath(const QString& list, int at, const QString& member);  // "taxes.0.rate"
QString linePath(int line, const QString& name);                       // "lines.0.amount", "lines.0.allowances.1.base"
QString listOf(const QString& path);                                   // "taxes"; empty: outside of lists
QString memberOf(const QString& path);  // "rate", "allowances.1.base"; empty: outside of lists
int itemOf(const QString& path);        // 0 of "taxes.0.rate"
ValueKind kindOf(const QString& path);
bool isLinePath(const QString& path);
bool isRare(const QString& path);  // a field that is there only where a bill says it

/// Whether the form of a bill with so many lines and tax rates has such a field. Other lists have up to kMostItems.
bool isFieldPath(const QString& path, int lines, int taxes);

/// Where a field stands among all: header fields first, then lists; for keeping Extraction::fields in order.
qint64 orderOf(const QString& path);

}  // namespace floe
