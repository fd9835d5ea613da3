// The names of a bill's fields and what kind of value each has: the one table that forms, JSON, checks and exports
// share. Behind each stands its term of EN 16931-1 (BT-…).
#pragma once

#include <QString>
#include <QStringList>

namespace floe {

enum class ValueKind { Text, Date, Amount, Quantity, Percent, Currency };

/// A list of a bill: "lines", or "taxes" (one for each rate).
struct FieldList {
    QString name;
    QStringList members;  // "description", "quantity", …
};

const QStringList& headerPaths();        // "seller.name" … "amount_due": all fields outside of lists
const QStringList& modelPaths();         // those that the built-in model reads; rules and e-invoices fill the others
const QVector<FieldList>& fieldLists();  // "lines" first
const QStringList& lineNames();          // members of "lines"
const QStringList& modelLineNames();     // those of them that the built-in model reads

QString listPath(const QString& list, int at, const QString& member);  // "taxes.0.rate"
QString linePath(int line, const QString& name);                       // "lines.0.amount"
ValueKind kindOf(const QString& path);
bool isLinePath(const QString& path);

/// Whether the form of a bill with so many lines and tax rates has such a field.
bool isFieldPath(const QString& path, int lines, int taxes);

/// Where a field stands among all: header fields first, then lists; for keeping Extraction::fields in order.
qint64 orderOf(const QString& path);

}  // namespace floe
