// The history: made, migrated, refused, set aside; several processes; every statement failing in turn.

#include "app/store/store.h"

#include <QEventLoop>
#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>

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

    void aLargeHistoryIsLookedAtAfterItWasOpened() {
        {
            auto store = open_store(folder_->path());
            for (int i = 0; i < 50; ++i)
                QVERIFY(store->wait([&](Database& d) { return add_exchange(d, QString(1000, 'm')); }));
        }
        std::atomic<int> told{0};
        StoreOptions options;
        options.check_later_from = 4096;
        options.damaged = [&](const QString&) { ++told; };
        QVERIFY(open_store(folder_->path(), options));
        QCOMPARE(told.load(), 0);
        {
            QFile damaged(file());
            QVERIFY(damaged.open(QIODevice::ReadWrite));
            damaged.seek(damaged.size() - 4096);  // its last page, which opening does not look at
            damaged.write(QByteArray(4096, '\xa5'));
        }
        auto opened = Store::open(folder_->path(), options);
        QVERIFY(opened && opened->notice.isEmpty());
        QTRY_COMPARE(told.load(), 1);
        opened->store.reset();
        auto again = Store::open(folder_->path(), options);
        QVERIFY(again);
        QVERIFY2(again->notice.contains(setAside().value(0)), qPrintable(again->notice));
        again->store.reset();
        QVERIFY(Store::open(folder_->path(), options)->notice.isEmpty());
        QCOMPARE(told.load(), 1);
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
