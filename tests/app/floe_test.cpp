// The program without its windows: opened, refused, begun anew; two at once on one folder.

#include "app/floe.h"

#include <QDir>
#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include "app/chats/chats.h"
#include "app/extraction/bills.h"
#include "app/library/models.h"
#include "app/resources.h"
#include "app/store/settings.h"
#include "app/store/store.h"

using namespace floe;

class FloeTest : public QObject {
    Q_OBJECT

    static bool addChat(Floe& floe, const QString& title) {
        QSignalSpy added(&floe.chats(), &Chats::chatAdded);
        floe.chats().create(title);
        return added.wait();
    }
    static int chatsIn(Floe& floe) {
        QSignalSpy loaded(&floe.chats(), &Chats::chatsLoaded);
        floe.chats().requestChats();
        return loaded.wait() ? static_cast<int>(loaded[0][0].value<QVector<ChatInfo>>().size()) : -1;
    }

 private slots:
    void opensAFolderAndFindsEverythingAgain() {
        QTemporaryDir folder;
        const QString path = folder.filePath("new/folder");
        {
            Floe floe(path);
            QCOMPARE(floe.folder(), path);
            QVERIFY(floe.problem().isEmpty());
            QVERIFY(floe.notice().isEmpty());
            QVERIFY(addChat(floe, "kept"));
            floe.settings().set("chat.temperature", 0.1);
            QCOMPARE(floe.models().loadedId(), 0);
            QSignalSpy bills(&floe.bills(), &Bills::billsLoaded);
            floe.bills().requestBills();
            QVERIFY(bills.wait());
        }
        Floe floe(path);
        QCOMPARE(chatsIn(floe), 1);
        QCOMPARE(floe.settings().value("chat.temperature").toDouble(), 0.1);
    }

    void theFolderIsTheOneThatIsAskedFor() {
        qputenv("FLOE_DATA", "/some/where");
        QCOMPARE(Floe::defaultFolder(), QString("/some/where"));
        qunsetenv("FLOE_DATA");
        QVERIFY(Floe::defaultFolder().endsWith("/floe"));
    }

    void aNewerHistoryIsAProblem() {
        QTemporaryDir folder;
        {
            Floe floe(folder.path());
            (void)floe.store().wait([](Database& database) { return database.run({"v", "PRAGMA user_version = 99"}); });
        }
        Floe floe(folder.path());
        QVERIFY2(floe.problem().contains("newer Floe"), qPrintable(floe.problem()));
    }

    void aDamagedHistoryIsANotice() {
        QTemporaryDir folder;
        QFile file(folder.filePath("floe.sqlite"));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(QByteArray(3000, 'z'));
        file.close();
        Floe floe(folder.path());
        QVERIFY(floe.problem().isEmpty());
        QVERIFY2(floe.notice().contains("floe-damaged-"), qPrintable(floe.notice()));
        QVERIFY(addChat(floe, "onwards"));
    }

    void twoProgramsShareAFolder() {
        QTemporaryDir folder;
        Floe desktop(folder.path()), terminal(folder.path());
        QVERIFY(addChat(desktop, "one"));
        QVERIFY(addChat(terminal, "two"));
        QCOMPARE(chatsIn(desktop), 2);
        QCOMPARE(chatsIn(terminal), 2);
    }

    void shippedFilesAreFoundWhereTheyLie() {
        QTemporaryDir folder;
        QVERIFY(resource("no/such/file").isEmpty());
        QVERIFY(QDir(folder.path()).mkpath("models"));
        QFile file(folder.filePath("models/x.gguf"));
        QVERIFY(file.open(QIODevice::WriteOnly));
        qputenv("FLOE_RESOURCES", folder.path().toLocal8Bit());
        QCOMPARE(resource("models/x.gguf"), QFileInfo(file).canonicalFilePath());
        qunsetenv("FLOE_RESOURCES");
        QVERIFY(resource("models/x.gguf").isEmpty());
        QVERIFY(!resource("schemas/bill.json").isEmpty());  // of the source tree
    }

    void problemsSayTheirKind() {
        QCOMPARE(Problem({Problem::Kind::DamagedFile, {}, {}}).kindName(), QString("damaged file"));
        QCOMPARE(Problem({Problem::Kind::OutOfMemory, {}, {}}).kindName(), QString("out of memory"));
    }
};

QTEST_GUILESS_MAIN(FloeTest)
#include "floe_test.moc"
