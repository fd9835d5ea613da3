#include "app/extraction/bills.h"

#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QtTest>

#include "app/store/bills_table.h"
#include "extraction/bills_world.h"
#include "support/qt_suites.h"

using namespace floe;
using State = BillInfo::State;

namespace {

using test::kSample;
using test::scripted;
using World = test::BillsWorld;

}  // namespace

class BillsTest : public QObject {
    Q_OBJECT
    std::unique_ptr<QTemporaryDir> folder_;

 private slots:
    void init() { folder_ = std::make_unique<QTemporaryDir>(); }

    void whatIsDroppedInIsReadAndListed() {
        World world(folder_->path());
        world.bills.add({kSample});
        QVERIFY(world.are(State::Ready, 1));
        const BillInfo info = world.latest.first();
        QCOMPARE(info.fileName, "google-cloud.pdf");
        QCOMPARE(info.seller, "Google Cloud");
        QCOMPARE(info.total, "37577.23");
        QCOMPARE(info.currency, "USD");
        QCOMPARE(info.issueDate, "2024-04-30");
        QCOMPARE(info.failedChecks, 0);
        const auto extraction = world.extraction(info.id);
        QVERIFY(extraction);
        QCOMPARE(extraction->find("due_date")->value, "2024-05-31");
        QVERIFY(extraction->seconds > 0);
        QSignalSpy list(&world.bills, &Bills::billsLoaded);
        world.bills.requestBills();
        QVERIFY(list.wait());
        QCOMPARE(list.first().first().value<QVector<BillInfo>>().first().total, "37577.23");
        QVERIFY2(world.problems.isEmpty(), qPrintable(world.problems.join('\n')));
    }

    void aBadFileFailsAloneAndCanBeTriedAgain() {
        const QString bad = folder_->filePath("bad.pdf");
        QFile file(bad);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("\x01\x02 not a bill at all");
        file.close();
        World world(folder_->path());
        world.bills.add({kSample, bad, kSample, kSample, kSample, kSample});
        QVERIFY(world.are(State::Ready, 5));
        QVERIFY(world.are(State::Failed, 1));
        const auto failed = std::find_if(world.latest.begin(), world.latest.end(),
                                         [](const BillInfo& info) { return info.state == State::Failed; });
        QCOMPARE(failed->fileName, "bad.pdf");
        QVERIFY2(failed->problem.contains("no PDF"), qPrintable(failed->problem));
        QVERIFY(QFile::remove(bad) && QFile::copy(kSample, bad));
        world.bills.retry(failed->id);
        QVERIFY(world.are(State::Ready, 6));
    }

    void whatWasInWorkAtTheEndIsReadAtTheNextStart() {
        {
            World world(folder_->path(), scripted(true));
            world.bills.add({kSample, kSample, kSample, kSample, kSample, kSample});
            QVERIFY(world.are(State::Reading, 4));  // no more at once
            QTest::qWait(50);
            QVERIFY(world.are(State::Queued, 2));
        }
        World world(folder_->path());
        QVERIFY(world.are(State::Ready, 6));
    }

    void aKilledProgramsBillsAreReadToo() {
        {
            auto store = std::move(Store::open(folder_->path())->store);
            const auto done = store->wait([](Database& database) -> Outcome {
                const auto row = bills_table::add(database, kSample, QDateTime::currentDateTime());
                if (!row) return row.error();
                return bills_table::set_state(database, row->id, State::Reading);
            });
            QVERIFY(done);
        }
        World world(folder_->path());
        QVERIFY(world.are(State::Ready, 1));
    }

    void correctionsStandBesideTheModelsValue() {
        BillId bill = 0;
        {
            World world(folder_->path());
            world.bills.add({kSample});
            QVERIFY(world.are(State::Ready, 1));
            bill = world.latest.firstKey();
            auto e = world.corrected(bill, "total", "$37,000.00");
            QVERIFY(e);
            QCOMPARE(e->find("total")->value, "37577.23");
            QCOMPARE(*e->find("total")->corrected, "37000.00");  // in the form's own spelling
            QVERIFY(!e->checks.first().ok);
            e = world.corrected(bill, "due_date", "1 June 2024");
            QCOMPARE(*e->find("due_date")->corrected, "2024-06-01");
            e = world.corrected(bill, "tax", "0.00");  // the model saw none
            QCOMPARE(*e->find("tax")->corrected, "0.00");
            QCOMPARE(e->find("tax")->value, "");
        }
        World world(folder_->path());
        auto e = world.extraction(bill);
        QCOMPARE(e->find("total")->shown(), "37000.00");
        e = world.corrected(bill, "total", std::nullopt);
        QVERIFY(!e->find("total")->corrected && e->checks.first().ok);
        e = world.corrected(bill, "due_date", "May 31, 2024");  // what was read: no correction
        QVERIFY(!e->find("due_date")->corrected);
        world.bills.correct(bill, "colour", "red");
        QVERIFY(QTest::qWaitFor([&] { return world.problems.size() == 1; }));
    }

    void aRemovedBillComesBack() {
        World world(folder_->path());
        world.bills.add({kSample});
        QVERIFY(world.are(State::Ready, 1));
        const BillId bill = world.latest.firstKey();
        QSignalSpy removed(&world.bills, &Bills::billRemoved), added(&world.bills, &Bills::billAdded);
        QSignalSpy list(&world.bills, &Bills::billsLoaded);
        world.bills.remove(bill);
        world.bills.requestBills();
        QVERIFY(list.wait());
        QCOMPARE(removed.size(), 1);
        QVERIFY(list.first().first().value<QVector<BillInfo>>().isEmpty());
        world.bills.restore(bill);
        QVERIFY(added.wait());
        QCOMPARE(added.first().first().value<BillInfo>().total, "37577.23");
    }

    void cancellingEndsOneReading() {
        World world(folder_->path(), scripted(true));
        world.bills.add({kSample, kSample});
        QVERIFY(world.are(State::Reading, 2));
        const BillId bill = world.latest.firstKey();
        world.bills.cancel(bill);
        QVERIFY(world.are(State::Failed, 1));
        QCOMPARE(world.latest[bill].problem, "Reading was cancelled.");
        QVERIFY(world.are(State::Reading, 1));
    }

    void aModelThatCannotBeLoadedIsSaidAtTheBill() {
        BillParts parts;
        parts.loadEngine = [](int) -> Result<std::unique_ptr<Engine>> {
            return Error{Fault::io, "floe-bill.gguf", "the model is missing"};
        };
        World world(folder_->path(), parts);
        world.bills.add({kSample});
        QVERIFY(world.are(State::Failed, 1));
        QVERIFY(world.latest.first().problem.contains("the model is missing"));
    }

    void pagesAreDrawnAndKept() {
        World world(folder_->path());
        world.bills.add({kSample});
        QVERIFY(world.are(State::Ready, 1));
        QSignalSpy drawn(&world.bills, &Bills::pageRendered);
        const BillId bill = world.latest.firstKey();
        world.bills.requestPage(bill, 0, 1.5);
        QVERIFY(drawn.wait(10000));
        QCOMPARE(drawn.first().at(3).value<QImage>().size(), QSize(918, 1188));
        world.bills.requestPage(bill, 0, 1.5);
        QCOMPARE(drawn.size(), 2);  // at once
        world.bills.requestPage(bill, 7, 1.5);
        QVERIFY(drawn.wait(10000));
        QVERIFY(drawn.last().at(3).value<QImage>().isNull());
        QCOMPARE(world.problems.size(), 1);
    }
};

static floe::test::AddSuite<BillsTest> added;
#include "bills_test.moc"
