#include "app/store/bill_events_table.h"

namespace floe::bill_events_table {
namespace {

constexpr Statement kAll{"bill_events.all",
                         "SELECT at, who, field, value_before, value_after FROM bill_events"
                         " WHERE bill_id = ? ORDER BY id"};
constexpr Statement kAdd{"bill_events.add",
                         "INSERT INTO bill_events(bill_id, at, who, field, value_before, value_after)"
                         " VALUES (?, ?, ?, ?, ?, ?)"};

QString not_null(const QString& text) {
    return text.isNull() ? QString("") : text;
}

}  // namespace

Result<QVector<BillEvent>> all(Database& database, BillId bill) {
    QVector<BillEvent> events;
    const Outcome read = database.each(kAll, {bill}, [&](const QSqlQuery& row) {
        events.append({QDateTime::fromMSecsSinceEpoch(row.value(0).toLongLong()),
                       row.value(1).toString() == QLatin1String("you") ? BillEvent::Who::You : BillEvent::Who::Floe,
                       row.value(2).toString(), row.value(3).toString(), row.value(4).toString()});
    });
    if (!read) return read.error();
    return events;
}

Outcome add(Database& database, BillId bill, const BillEvent& event) {
    const QString who = event.who == BillEvent::Who::You ? QStringLiteral("you") : QStringLiteral("Floe");
    const auto changed = database.run(kAdd, {bill, event.at.toMSecsSinceEpoch(), who, not_null(event.field),
                                             not_null(event.before), not_null(event.after)});
    if (!changed) return changed.error();
    return Done{};
}

}  // namespace floe::bill_events_table
