// The history: made, migrated, refused, set aside; several processes; every statement failing in turn.

#include "app/store/store.h"

#include <QEventLoop>
#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>

#include "app/store/bill_events_table.h"
#include "app/store/bill_parts_table.h"
#include "app/store/bills_table.h"
#include "app/store/chats_table.h"
#include "app/store/migrations.h"
#include "app/store/models_table.h"
#include "app/store/settings.h"
#include "app/store/settings_table.h"

using namespace floe;

namespace {

const QDateTime kNow = QDateTime::fromMSecsSinceEpoch(1714435200000);

/// Everything that SQLite keeps of the shape of a file.
QStringList shape(Database& database) {
    QStringList lines;
    (void)database.each({"shape", "SELECT type, name, tbl_name, sql FROM sqlite_master ORDER BY type, name"}, {},
                        [&](const QSqlQuery& row) {
                            lines << row.value(0).toString() + ' ' + row.value(1).toString() + ' ' +
                                         row.value(2).toString() + ' ' + row.value(3).toString();
                        });
    return lines;
}

std::unique_ptr<Database> open_file(const QString& path) {
    auto opened = Database::open(path);
    return opened ? std::move(*opened) : nullptr;
}

std::unique_ptr<Store> open_store(const QString& folder, StoreOptions options = {}) {
    auto opened = Store::open(folder, std::move(options));
    return opened ? std::move(opened->store) : nullptr;
}

/// A chat with one exchange; returns the question's id.
Result<MessageId> add_exchange(Database& database, const QString& question) {
    MessageId asked = 0;
    Outcome done = database.transaction([&]() -> Outcome {
        const auto chat = chats_table::add(database, question, kNow);
        if (!chat) return chat.error();
        Message message;
        message.chat = chat->id;
        message.text = question;
        message.created = kNow;
        const auto user = chats_table::add_message(database, message);
        if (!user) return user.error();
        message.parent = asked = *user;
        message.role = Message::Role::Assistant;
        message.state = Message::State::Waiting;
        message.text = {};
        const auto assistant = chats_table::add_message(database, message);
        if (!assistant) return assistant.error();
        return chats_table::set_changed(database, chat->id, kNow);
    });
    if (!done) return done.error();
    return asked;
}

int chats_in(Store& store) {
    const auto chats = store.wait([](Database& database) { return chats_table::all(database); });
    return chats ? static_cast<int>(chats->size()) : -1;
}

}  // namespace

class StoreTest : public QObject {
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> folder_;
    QString file() const { return folder_->filePath("floe.sqlite"); }
    QStringList setAside() const { return QDir(folder_->path()).entryList({"floe-damaged-*.sqlite"}); }

    void write(const QByteArray& bytes) {
        QFile target(file());
        QVERIFY(target.open(QIODevice::WriteOnly));
        target.write(bytes);
    }

 private slots:
    void init() { folder_ = std::make_unique<QTemporaryDir>(); }

    void startsEmptyInANewFolder() {
        const QString path = folder_->filePath("deep/in/there");
        auto opened = Store::open(path);
        QVERIFY(opened);
        QVERIFY(opened->notice.isEmpty());
        QCOMPARE(chats_in(*opened->store), 0);
    }

    void keepsWhatWasWrittenAndWaitsForTheQueueAtTheEnd() {
        {
            auto store = open_store(folder_->path());
            for (int i = 0; i < 20; ++i)
                store->tell([i](Database& database) { return add_exchange(database, QString::number(i)); });
        }
        QCOMPARE(chats_in(*open_store(folder_->path())), 20);
    }

    void isDurableAndHoldsForeignKeys() {
        auto store = open_store(folder_->path());
        QHash<QString, QString> found;
        for (const char* pragma : {"journal_mode", "synchronous", "foreign_keys"}) {
            const std::string sql = std::string("PRAGMA ") + pragma;
            (void)store->wait([&](Database& database) {
                return database.each({"pragma", sql.c_str()}, {},
                                     [&](const QSqlQuery& row) { found[pragma] = row.value(0).toString(); });
            });
        }
        QCOMPARE(found["journal_mode"], QString("wal"));
        QCOMPARE(found["synchronous"], QString("2"));  // FULL
        QCOMPARE(found["foreign_keys"], QString("1"));
        Message stray;
        stray.chat = 77;
        stray.created = kNow;
        QVERIFY(!store->wait([&](Database& database) { return chats_table::add_message(database, stray); }));
    }

    void everyOlderVersionBecomesTheNewest() {
        const QStringList wanted = [&] {
            auto fresh = open_file(folder_->filePath("fresh.sqlite"));
            return migrate(*fresh) ? shape(*fresh) : QStringList();
        }();
        QVERIFY(!wanted.isEmpty());
        for (int from = 0; from <= newest_version(); ++from) {
            auto old = open_file(folder_->filePath(QString("from-%1.sqlite").arg(from)));
            QVERIFY(migrate(*old, from));
            QCOMPARE(*version_of(*old), from);
            if (from >= 1) QVERIFY(add_exchange(*old, "older words"));
            QVERIFY(migrate(*old));
            QCOMPARE(*version_of(*old), newest_version());
            QCOMPARE(shape(*old), wanted);
            if (from >= 1) QCOMPARE(chats_table::newest_path(*old, 1)->at(0).text, QString("older words"));
        }
    }

    void billsOfTheFirstVersionWaitForTheirColumns() {
        auto old = open_file(folder_->filePath("one.sqlite"));
        QVERIFY(migrate(*old, 1));
        QVERIFY(old->run({"old.bill",
                          "INSERT INTO bills(added_at, file_name, path, state, result_json)"
                          " VALUES (1714435200000, 'a.pdf', '/bills/a.pdf', 'ready', '{}')"}));
        QVERIFY(old->run({"old.queued",
                          "INSERT INTO bills(added_at, file_name, path, state)"
                          " VALUES (1714435200000, 'b.pdf', '/bills/b.pdf', 'queued')"}));
        QVERIFY(old->run({"old.correction",
                          "INSERT INTO corrections(bill_id, path, model_value, value, made_at)"
                          " VALUES (1, 'total', '12.00', '13.00', 1714435200000)"}));
        QVERIFY(migrate(*old));
        QCOMPARE(*bills_table::unindexed(*old), QVector<BillId>{1});
        const auto infos = bills_table::infos(*old);
        QCOMPARE(infos->size(), 2);
        QCOMPARE(infos->last().fileName, QString("a.pdf"));
        QCOMPARE(infos->last().direction, BillInfo::Direction::Received);
        QVERIFY(!infos->last().paidAt.isValid() && !infos->last().originalKept);
        QCOMPARE(bills_table::corrections(*old, 1)->first().value, QString("13.00"));
        QCOMPARE(bills_table::find(*old, 1)->value().result, QByteArray("{}"));
    }

    void aBillsColumnsMarksAndEventsAreKept() {
        auto database = open_file(file());
        QVERIFY(migrate(*database));
        const BillId bill = bills_table::add(*database, "/bills/a.pdf", kNow)->id;
        BillInfo info;
        info.kind = "bill";
        info.seller = "Bolts & Co";
        info.sellerKey = "boltsco";
        info.number = "RE-7";
        info.numberKey = "re7";
        info.issueDate = "2024-04-30";
        info.dueDate = "2024-05-14";
        info.total = "19.50";
        info.due = "9.50";
        info.currency = "EUR";
        info.failedChecks = 1;
        info.doubtful = 2;
        QVERIFY(bills_table::index(*database, bill, info));
        QVERIFY(bills_table::set_file(*database, bill, "abc", true));
        QVERIFY(bills_table::set_line_ids(*database, bill, {0, 2, 5}));
        QVERIFY(bills_table::set_direction(*database, bill, BillInfo::Direction::Sent));
        QVERIFY(bills_table::mark(*database, bill, BillMark::Paid, kNow));
        QVERIFY(bills_table::mark(*database, bill, BillMark::Sent, kNow));
        QVERIFY(bills_table::mark(*database, bill, BillMark::Sent, {}));
        const BillInfo back = **bills_table::info(*database, bill);
        QCOMPARE(QStringList({back.kind, back.seller, back.sellerKey, back.number, back.numberKey}),
                 QStringList({"bill", "Bolts & Co", "boltsco", "RE-7", "re7"}));
        QCOMPARE(QStringList({back.issueDate, back.dueDate, back.total, back.due, back.currency, back.hash}),
                 QStringList({"2024-04-30", "2024-05-14", "19.50", "9.50", "EUR", "abc"}));
        QCOMPARE(back.failedChecks * 10 + back.doubtful, 12);
        QCOMPARE(back.direction, BillInfo::Direction::Sent);
        QCOMPARE(back.paidAt, kNow);
        QVERIFY(!back.sentAt.isValid() && !back.reviewedAt.isValid() && back.originalKept);
        QCOMPARE(bills_table::find(*database, bill)->value().lineIds, (QVector<int>{0, 2, 5}));
        QVERIFY(bills_table::finish(*database, bill, BillInfo::State::Failed, {}, "a.pdf: locked.", true));
        QVERIFY((*bills_table::info(*database, bill))->locked && bills_table::find(*database, bill)->value().locked);
        QVERIFY(bills_table::finish(*database, bill, BillInfo::State::Failed, {}, "a.pdf: damaged."));
        QVERIFY(!(*bills_table::info(*database, bill))->locked);

        QVERIFY(bill_events_table::add(*database, bill, {kNow, BillEvent::Who::Floe, "state", "", "read"}));
        QVERIFY(bill_events_table::add(*database, bill, {kNow, BillEvent::Who::You, "total", "19.50", "20.00"}));
        const auto events = bill_events_table::all(*database, bill);
        QCOMPARE(events->size(), 2);
        QCOMPARE(events->at(0).who, BillEvent::Who::Floe);
        QCOMPARE(events->at(1).after, QString("20.00"));

        QVERIFY(bills_table::confirm(*database, bill, "total", true, kNow));
        QVERIFY(bills_table::confirm(*database, bill, "net", true, kNow));
        QVERIFY(bills_table::confirm(*database, bill, "net", false, kNow));
        QCOMPARE(*bills_table::confirmations(*database, bill), QStringList{"total"});
    }

    void onlyCopiesThatNoBillNeedsAreGivenUp() {
        auto database = open_file(file());
        QVERIFY(migrate(*database));
        QVector<BillId> bills;
        for (const char* hash : {"shared", "shared", "alone", "not kept"}) {
            bills << bills_table::add(*database, "/bills/a.pdf", kNow)->id;
            QVERIFY(bills_table::set_file(*database, bills.last(), hash, QString(hash) != "not kept"));
        }
        for (const BillId bill : {bills[0], bills[2], bills[3]}) QVERIFY(bills_table::hide(*database, bill));
        QVERIFY(*bills_table::is_kept_by_another(*database, "shared", bills[1]));
        QVERIFY(!*bills_table::is_kept_by_another(*database, "alone", bills[2]));
        QCOMPARE(*bills_table::purge_hidden(*database), QStringList{"alone"});
        QCOMPARE(bills_table::infos(*database)->size(), 1);
    }

    void partsOfBillsAreKeptInTheirOrder() {
        auto database = open_file(file());
        QVERIFY(migrate(*database));
        const BillId bill = bills_table::add(*database, "/bills/scan.pdf", kNow)->id;
        QVERIFY((*bills_table::info(*database, bill))->parts.isEmpty());
        const QVector<BillPart> parts{{"/bills/scan.pdf", "abc", true, {2, 3}},
                                      {"/bills/note.jpg", "", false, {0, -1}}};
        QVERIFY(bill_parts_table::set(*database, bill, {{"/bills/old.pdf", "", false, {0, 0}}}));
        QVERIFY(bill_parts_table::set(*database, bill, parts));
        QVERIFY(bills_table::set_name(*database, bill, "Pages 3-4 of scan.pdf and note.jpg"));
        const BillInfo info = bills_table::infos(*database)->first();
        QCOMPARE(info.parts, parts);
        QVERIFY(info.parts[0].originalKept && !info.parts[1].originalKept);
        QCOMPARE(info.fileName, "Pages 3-4 of scan.pdf and note.jpg");
        QCOMPARE(bills_table::find(*database, bill)->value().parts, parts);
        QCOMPARE(bill_parts_table::all(*database)->value(bill), parts);
        QVERIFY(bill_parts_table::keep_none(*database, bill));
        QVERIFY(!bill_parts_table::of(*database, bill)->first().originalKept);
        QVERIFY(bills_table::hide(*database, bill));
        QVERIFY(bills_table::purge_hidden(*database));
        QVERIFY(bill_parts_table::all(*database)->isEmpty());
    }

    void copiesThatPartsNeedStay() {
        auto database = open_file(file());
        QVERIFY(migrate(*database));
        const BillId whole = bills_table::add(*database, "/bills/scan.pdf", kNow)->id;
        QVERIFY(bills_table::set_file(*database, whole, "scan", true));
        const BillId joined = bills_table::add(*database, "/bills/a.pdf", kNow)->id;
        QVERIFY(bills_table::set_file(*database, joined, "a", true));
        QVERIFY(bill_parts_table::set(
            *database, joined, {{"/bills/a.pdf", "a", true, {0, 1}}, {"/bills/scan.pdf", "scan", true, {4, 4}}}));
        QVERIFY(*bills_table::is_kept_by_another(*database, "scan", whole));
        QVERIFY(!*bills_table::is_kept_by_another(*database, "a", joined));
        QVERIFY(bills_table::hide(*database, whole));
        QCOMPARE(*bills_table::purge_hidden(*database), QStringList());
        QVERIFY(bills_table::hide(*database, joined));
        QStringList given_up = *bills_table::purge_hidden(*database);
        given_up.sort();
        QCOMPARE(given_up, QStringList({"a", "scan"}));
    }

    void aFileIsTakenOnce() {
        auto database = open_file(file());
        QVERIFY(migrate(*database));
        QVERIFY(!*bills_table::take_file(*database, "abc", kNow));
        QVERIFY(*bills_table::take_file(*database, "abc", kNow));
        const BillId bill = bills_table::add(*database, "/bills/a.pdf", kNow)->id;
        QVERIFY(bills_table::set_file(*database, bill, "dropped in", false));
        QVERIFY(*bills_table::take_file(*database, "dropped in", kNow));
    }

    void aMigrationThatFailsLeavesTheOldFile() {
        for (int n = 0;; ++n) {
            const QString path = folder_->filePath(QString("half-%1.sqlite").arg(n));
            int left = n;
            bool failed = false;
            auto database = Database::open(path, [&](const char* name) {
                if (!std::isdigit(name[0]) && std::string_view(name) != "version.write") return false;
                return left-- == 0 && (failed = true);
            });
            QVERIFY(database);
            const Outcome done = migrate(**database);
            if (!failed) {
                QVERIFY(done);
                QVERIFY(n > 5);  // the sweep went through all statements
                break;
            }
            QVERIFY(!done);
            QCOMPARE(*version_of(**database), 0);
            QVERIFY(shape(**database).isEmpty());
        }
    }

    void aNewerHistoryIsRefusedAndLeftAlone() {
        open_store(folder_->path());
        QVERIFY(open_file(file())->run({"version", "PRAGMA user_version = 4711"}));
        const auto opened = Store::open(folder_->path());
        QVERIFY(!opened);
        QCOMPARE(opened.error().kind, Fault::unsupported);
        QVERIFY(opened.error().sentence().find("newer Floe") != std::string::npos);
        QVERIFY(setAside().isEmpty());
        QCOMPARE(*version_of(*open_file(file())), 4711);
    }

    void aDamagedHistoryIsSetAside_data() {
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("not SQLite") << QByteArray("these are not the bytes of a history, but they are many") +
                                           QByteArray(500, 'x');
        QTest::newRow("cut inside the first page") << QByteArray();
        QTest::newRow("a page overwritten") << QByteArray("x");
        QTest::newRow("somebody else's tables") << QByteArray("t");
    }

    void aDamagedHistoryIsSetAside() {
        QFETCH(QByteArray, bytes);
        if (bytes.size() > 1) {
            write(bytes);
        } else if (bytes == "t") {
            QVERIFY(open_file(file())->run({"foreign", "CREATE TABLE recipes(name TEXT)"}));
        } else {
            {
                auto store = open_store(folder_->path());
                for (int i = 0; i < 50; ++i)
                    QVERIFY(store->wait([&](Database& d) { return add_exchange(d, QString(1000, 'm')); }));
            }
            QFile damaged(file());
            QVERIFY(damaged.open(QIODevice::ReadWrite));
            QVERIFY(damaged.size() > 8192);
            if (bytes.isEmpty()) {
                QVERIFY(damaged.resize(600));
            } else {
                damaged.seek(4096);
                damaged.write(QByteArray(static_cast<int>(damaged.size()) - 4096, '\xa5'));
            }
        }
        auto opened = Store::open(folder_->path());
        QVERIFY(opened);
        QCOMPARE(setAside().size(), 1);
        QVERIFY2(opened->notice.contains(setAside().first()), qPrintable(opened->notice));
        QCOMPARE(chats_in(*opened->store), 0);
        QVERIFY(opened->store->wait([](Database& database) { return add_exchange(database, "onwards"); }));
        // A second one does not overwrite the first.
        opened->store.reset();
        write(QByteArray(2000, 'y'));
        QVERIFY(Store::open(folder_->path()));
        QCOMPARE(setAside().size(), 2);
    }

    void aFolderThatCannotBeWrittenGivesASentence() {
        write("a file, not a folder");
        const auto opened = Store::open(file());
        QVERIFY(!opened);
        QCOMPARE(opened.error().kind, Fault::io);
        QVERIFY(!opened.error().advice.empty());
    }

    void twoStoresOnOneFolderWaitForEachOther() {
        auto one = open_store(folder_->path()), two = open_store(folder_->path());
        std::atomic<int> failures{0};
        for (int i = 0; i < 40; ++i)
            for (Store* store : {one.get(), two.get()})
                store->tell([&failures](Database& database) {
                    auto added = add_exchange(database, "both");
                    if (!added) ++failures;
                    return added;
                });
        one.reset();
        two.reset();
        QCOMPARE(failures.load(), 0);
        QCOMPARE(chats_in(*open_store(folder_->path())), 80);
    }

    void everyFailingStatementIsToldAndLeavesNothingHalfDone() {
        int left = -1;
        bool failed = false;
        auto store =
            open_store(folder_->path(), {[&](const char*) { return left >= 0 && left-- == 0 && (failed = true); }});
        int n = 0;
        for (;; ++n) {
            failed = false;
            const auto added = store->wait([&](Database& database) {
                left = n;
                return add_exchange(database, "all or nothing");
            });
            left = -1;
            if (!failed) {
                QVERIFY(added);
                break;
            }
            QVERIFY(!added);
            QCOMPARE(added.error().kind, Fault::io);
            QVERIFY(!added.error().sentence().empty());
            QCOMPARE(chats_in(*store), 0);
        }
        QCOMPARE(n, 6);  // begin, chat, question, answer, changed, commit
        QCOMPARE(chats_in(*store), 1);
    }

    void answersComeBackOnTheCallersThreadAndNotAfterItIsGone() {
        auto store = open_store(folder_->path());
        auto hop = std::make_unique<Hop>();
        QThread* heard = nullptr;
        store->ask(
            hop->sender(), [](Database& database) { return chats_table::all(database); },
            [&](const Result<QVector<ChatInfo>>&) { heard = QThread::currentThread(); });
        QTRY_COMPARE(heard, QThread::currentThread());

        bool late = false;
        store->ask(
            hop->sender(), [](Database& database) { return chats_table::all(database); },
            [&](const Result<QVector<ChatInfo>>&) { late = true; });
        hop.reset();
        store.reset();
        QCoreApplication::processEvents();
        QVERIFY(!late);
    }

    void aHopMayEndInsideItsOwnClosureAndKeepsTheOrder() {
        auto hop = std::make_unique<Hop>();
        QVector<int> order;
        hop->sender().post([&] {
            order << 1;
            QEventLoop nested;
            QTimer::singleShot(20, &nested, &QEventLoop::quit);
            nested.exec();
            order << 3;
        });
        hop->sender().post([&] { order << 2; });
        QTRY_COMPARE(order, (QVector<int>{1, 2, 3}));
        hop->sender().post([&] { hop.reset(); });
        hop->sender().post([&] { order << 4; });
        QTRY_VERIFY(!hop);
        QCoreApplication::processEvents();
        QCOMPARE(order.size(), 3);
    }

    void settingsAreBackAtTheNextStart() {
        {
            auto store = open_store(folder_->path());
            Settings settings(*store);
            QSignalSpy changed(&settings, &Settings::changed);
            QCOMPARE(settings.value("chat.temperature", 0.7).toDouble(), 0.7);
            settings.set("chat.temperature", 0.25);
            settings.set("chat.temperature", 0.25);
            settings.set("window.geometry", QByteArray("\0\1\xff", 3));
            settings.set("models.load_at_start", false);
            settings.set("recent", QStringList{"a", "ü"});
            QCOMPARE(changed.size(), 4);
        }
        auto store = open_store(folder_->path());
        Settings settings(*store);
        QCOMPARE(settings.value("chat.temperature").toDouble(), 0.25);
        QCOMPARE(settings.value("window.geometry").toByteArray(), QByteArray("\0\1\xff", 3));
        QCOMPARE(settings.value("models.load_at_start", true).toBool(), false);
        QCOMPARE(settings.value("recent").toStringList(), (QStringList{"a", "ü"}));
    }

    void aSettingThatCannotBeWrittenIsTold() {
        auto store =
            open_store(folder_->path(), {[](const char* name) { return std::string_view(name) == "settings.put"; }});
        Settings settings(*store);
        QSignalSpy failed(&settings, &Settings::failed);
        settings.set("theme", "dark");
        QTRY_COMPARE(failed.size(), 1);
        QCOMPARE(settings.value("theme").toString(), QString("dark"));
    }
};

QTEST_GUILESS_MAIN(StoreTest)
#include "store_test.moc"
