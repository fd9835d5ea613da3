// The names of a bill's fields, in the order of resources/schemas/bill.json, and what kind of value each has.
#pragma once

#include <QString>
#include <QStringList>

namespace floe {

enum class ValueKind { Text, Date, Amount, Quantity, Currency };

const QStringList& headerPaths();                 // "seller.name" … "amount_due"
const QStringList& lineNames();                   // "description", "quantity", "unit_price", "amount"
QString linePath(int line, const QString& name);  // "lines.0.amount"
ValueKind kindOf(const QString& path);
bool isLinePath(const QString& path);

/// Where a field stands among all: header fields first, then lines; for keeping Extraction::fields in order.
qint64 orderOf(const QString& path);

}  // namespace floe
