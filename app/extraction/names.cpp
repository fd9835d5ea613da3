#include "app/extraction/names.h"

namespace floe {

const QStringList& headerPaths() {
    static const QStringList paths{"seller.name",   "seller.address", "seller.email", "buyer.name",
                                   "buyer.address", "buyer.email",    "number",       "issue_date",
                                   "due_date",      "currency",       "net",          "tax",
                                   "total",         "paid",           "amount_due"};
    return paths;
}

const QStringList& lineNames() {
    static const QStringList names{"description", "quantity", "unit_price", "amount"};
    return names;
}

QString linePath(int line, const QString& name) {
    return QString("lines.%1.%2").arg(line).arg(name);
}

bool isLinePath(const QString& path) {
    return path.startsWith("lines.");
}

ValueKind kindOf(const QString& path) {
    const QString name = path.section('.', -1);
    if (name.endsWith("_date")) return ValueKind::Date;
    if (name == "currency") return ValueKind::Currency;
    if (name == "quantity") return ValueKind::Quantity;
    static const QStringList amounts{"net", "tax", "total", "paid", "amount_due", "unit_price", "amount"};
    return amounts.contains(name) ? ValueKind::Amount : ValueKind::Text;
}

qint64 orderOf(const QString& path) {
    if (!isLinePath(path)) return headerPaths().indexOf(path);
    return 1000 + path.section('.', 1, 1).toLongLong() * 10 + lineNames().indexOf(path.section('.', 2));
}

}  // namespace floe
