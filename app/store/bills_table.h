// The tables of bills that were dropped in, of what people corrected and confirmed in them, and of files taken from the
// watched folder.
#pragma once

#include <QDateTime>
#include <QVector>
#include <optional>

#include "app/extraction/bill.h"
#include "app/store/database.h"

namespace floe::bills_table {

/// What a reading needs; the rest of a bill's columns are BillInfo.
struct Row {
    BillId id = 0;
    QDateTime added;
    QString fileName, path;
    BillInfo::State state = BillInfo::State::Queued;
    QByteArray result;    // toJson(Extraction); empty until it was read
    QString problem;      // the sentence of a failed reading
    bool locked = false;  // as in BillInfo
    QString hash;
    bool originalKept = false;
    QVector<int> lineIds;     // Extraction::lineIds
    QVector<BillPart> parts;  // as in BillInfo
};

struct Correction {
    QString path, value;
};

/// Those not removed, the one added last first. No reading is opened for it.
Result<QVector<BillInfo>> infos(Database& database);
Result<std::optional<BillInfo>> info(Database& database, BillId bill);
/// Nothing where there is no such bill, or a removed one.
Result<std::optional<Row>> find(Database& database, BillId bill);
Result<Row> add(Database& database, const QString& path, const QDateTime& now);

Outcome set_state(Database& database, BillId bill, BillInfo::State state);
Outcome finish(Database& database, BillId bill, BillInfo::State state, const QByteArray& result, const QString& problem,
               bool locked = false);
/// The columns that say what a reading holds: kind, seller … doubtful, and the keys.
Outcome index(Database& database, BillId bill, const BillInfo& info);
/// Bills that are read, but whose columns an older Floe did not fill.
Result<QVector<BillId>> unindexed(Database& database);
/// Bills whose reading a program that ended had begun wait again.
Outcome requeue(Database& database);

/// What the bill is called in lists.
Outcome set_name(Database& database, BillId bill, const QString& name);
Outcome set_file(Database& database, BillId bill, const QString& hash, bool original_kept);
Outcome set_line_ids(Database& database, BillId bill, const QVector<int>& ids);
Outcome set_direction(Database& database, BillId bill, BillInfo::Direction direction);
Outcome mark(Database& database, BillId bill, BillMark mark, const QDateTime& when);  // invalid: not so

/// A removed bill is hidden, and can be shown again until it is purged.
Outcome hide(Database& database, BillId bill);
Outcome show(Database& database, BillId bill);
/// Those that were removed before then, by a program that was killed, and `given_up` among the removed ones: another
/// program that has the history open may still bring the others back. Says which files' copies no bill needs any more.
Result<QStringList> purge_hidden(Database& database, const QDateTime& before, const QVector<BillId>& given_up = {});
/// Whether another bill, hidden or not, keeps a copy of the same file.
Result<bool> is_kept_by_another(Database& database, const QString& hash, BillId bill);

Result<QVector<Correction>> corrections(Database& database, BillId bill);
/// In place of an older one, two statements: call it in a transaction. `model_value`: what the model said, nothing
/// where it saw nothing.
Outcome correct(Database& database, BillId bill, const Correction& correction,
                const std::optional<QString>& model_value, const QDateTime& now);
Outcome take_back(Database& database, BillId bill, const QString& path);

Result<QStringList> confirmations(Database& database, BillId bill);
Outcome confirm(Database& database, BillId bill, const QString& path, bool agreed, const QDateTime& now);

/// True where the file was taken before, or is a bill's already; else it is noted as taken.
Result<bool> take_file(Database& database, const QString& hash, const QDateTime& now);

}  // namespace floe::bills_table
