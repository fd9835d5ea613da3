// Bills whose files are locked: asked for, opened, opened with another's password, asked for again after a restart.
#include <QDirIterator>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QtTest>

#include "bills.h"
#include "extraction/bills_world.h"
#include "support/qt_suites.h"

using namespace floe;
using State = BillInfo::State;
using World = test::BillsWorld;

class LockedBillsTest : public QObject {
    Q_OBJECT
    std::unique_ptr<QTemporaryDir> folder_;

    QString locked(const QString& name, const std::string& password = "secret") {
        const QString path = folder_->filePath(name);
        samples::drawLocked(path, password);
        return path;
    }

    /// Whether any file of the data folder holds the bytes.
    bool isWritten(const QByteArray& bytes) {
        QDirIterator files(folder_->path(), QDir::Files, QDirIterator::Subdirectories);
        while (files.hasNext()) {
            QFile file(files.next());
            if (!file.open(QIODevice::ReadOnly)) return true;
            if (file.readAll().contains(bytes)) return true;
        }
        return false;
    }

 private slots:
    void init() { folder_ = std::make_unique<QTemporaryDir>(); }

    void aLockedBillSaysSoAndIsReadWithItsPassword() {
        World world(folder_->path());
        world.bills.add({locked("locked.pdf", "hush-hush-4711")});
        QVERIFY(world.are(State::Failed, 1));
        const BillId bill = world.latest.firstKey();
        QVERIFY(world.latest[bill].locked);
        QVERIFY2(world.latest[bill].problem.contains("locked with a password"), qPrintable(world.latest[bill].problem));
        QCOMPARE(world.extraction(bill)->problem->kind, Problem::Kind::PasswordNeeded);

        QSignalSpy changed(&world.bills, &Bills::billChanged);
        world.bills.unlock(bill, "wrong");
        QTRY_VERIFY(!changed.isEmpty() && changed.last()[0].value<BillInfo>().state == State::Failed);
        QVERIFY(world.latest[bill].locked);
        QVERIFY2(world.latest[bill].problem.contains("this password does not open"),
                 qPrintable(world.latest[bill].problem));

        world.bills.unlock(bill, "hush-hush-4711");
        QVERIFY(world.are(State::Ready, 1));
        QVERIFY(!world.latest[bill].locked && world.latest[bill].problem.isEmpty());
        QCOMPARE(world.latest[bill].total, "37577.23");
        QVERIFY2(world.problems.isEmpty(), qPrintable(world.problems.join('\n')));
        QVERIFY(!isWritten("hush-hush-4711"));
    }

    void aPasswordOpensTheOtherLockedFilesThatComeAfter() {
        World world(folder_->path());
        world.bills.add({locked("one.pdf")});
        QVERIFY(world.are(State::Failed, 1));
        world.bills.unlock(world.latest.firstKey(), "secret");
        QVERIFY(world.are(State::Ready, 1));
        world.bills.add({locked("two.pdf"), locked("three.pdf", "another")});
        QVERIFY(world.are(State::Ready, 2));
        QVERIFY(world.are(State::Failed, 1));
        const BillInfo& other = world.latest.last();
        QCOMPARE(other.fileName, "three.pdf");
        QVERIFY2(other.problem.contains("locked with a password"), qPrintable(other.problem));  // not: a wrong one
    }

    void anotherBillOfTheSameFileOpensWithIt() {
        const QString path = locked("locked.pdf");
        World world(folder_->path());
        world.bills.add({path, path});
        QVERIFY(world.are(State::Failed, 2));
        world.bills.unlock(world.latest.firstKey(), "secret");
        QVERIFY(world.are(State::Ready, 2));
    }

    void afterARestartThePageAsksAgain() {
        BillId bill = 0;
        {
            World world(folder_->path());
            world.bills.add({locked("locked.pdf")});
            QVERIFY(world.are(State::Failed, 1));
            bill = world.latest.firstKey();
            world.bills.unlock(bill, "secret");
            QVERIFY(world.are(State::Ready, 1));
        }
        World world(folder_->path());
        QCOMPARE(world.extraction(bill)->find("total")->value, "37577.23");  // what was read needs no password
        QSignalSpy wanted(&world.bills, &Bills::passwordWanted), drawn(&world.bills, &Bills::pageRendered);
        world.bills.requestPage(bill, 0, 1);
        QVERIFY(drawn.wait(10000));
        QVERIFY(drawn[0][3].value<QImage>().isNull());
        QCOMPARE(wanted.size(), 1);
        QCOMPARE(wanted[0][1].toString(),
                 "locked.pdf: the PDF is locked with a password. It can be read when you give that.");

        world.bills.unlock(bill, "wrong");
        world.bills.requestPage(bill, 0, 1);
        QVERIFY(wanted.wait(10000));
        QVERIFY(wanted[1][1].toString().contains("does not open"));

        world.bills.unlock(bill, "secret");
        world.bills.requestPage(bill, 0, 1);
        QTRY_VERIFY_WITH_TIMEOUT(!drawn.last()[3].value<QImage>().isNull(), 10000);
        QSignalSpy words(&world.bills, &Bills::regionRead);
        world.bills.requestRegion(bill, 0, {0, 0, 612, 792});
        QVERIFY(words.wait(10000));
        QVERIFY(words[0][2].toString().contains("120325"));
        QVERIFY2(world.problems.isEmpty(), qPrintable(world.problems.join('\n')));
        QCOMPARE(wanted.size(), 2);
    }
};

static floe::test::AddSuite<LockedBillsTest> added;
#include "bills_locked_test.moc"
