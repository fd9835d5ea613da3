// Several bills in one file, one bill of several files: split while read, by hand, joined, taken back, killed
// meanwhile.
#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTimer>
#include <QtTest>

#include "app/extraction/bill_groups.h"
#include "app/extraction/extraction_json.h"
#include "app/store/bill_parts_table.h"
#include "app/store/bills_table.h"
#include "app/store/migrations.h"
#include "bills.h"
#include "documents/laid_papers.h"
#include "extraction/bills_world.h"
#include "support/qt_suites.h"

using namespace floe;
using State = BillInfo::State;
using World = test::BillsWorld;

namespace {

const QDateTime kNow(QDate(2024, 6, 1), QTime(9, 0), Qt::UTC);

/// The model sees the seller alone; number and total are found by their labels, on the pages of each bill.
BillParts sellerOnly(bool hold = false) {
    return test::scripted(hold, {{"seller.name", "Brunnhuber Werkzeugbau GmbH"}});
}

}  // namespace

class BillPartsTest : public QObject {
    Q_OBJECT
    std::unique_ptr<QTemporaryDir> folder_;

    QString drawn(void (*draw)(const QString&), const QString& name) {
        const QString path = folder_->filePath(name);
        draw(path);
        return path;
    }

    static QStringList numbers(const World& world) {
        QStringList found;
        for (const BillInfo& info : world.latest) found += info.number + " " + info.total;
        found.sort();
        return found;
    }

    static QStringList totals(const World& world) {
        QStringList found;
        for (const BillInfo& info : world.latest) found += info.total;
        return found;
    }

    /// How dark the picture of a page is, to tell two pages apart.
    static qint64 ink(World& world, BillId bill, int page) {
        QSignalSpy drawn(&world.bills, &Bills::pageRendered);
        world.bills.requestPage(bill, page, 0.5);
        if (!QTest::qWaitFor([&] { return !drawn.isEmpty(); }, 10000)) return -1;
        const QImage picture = drawn.last()[3].value<QImage>().convertToFormat(QImage::Format_Grayscale8);
        qint64 sum = 0;
        for (int y = 0; y < picture.height(); ++y)
            for (int x = 0; x < picture.width(); ++x) sum += 255 - qGray(picture.pixel(x, y));
        return sum;
    }

 private slots:
    void init() { folder_ = std::make_unique<QTemporaryDir>(); }

    void aPileIsSplitWhileItIsRead() {
        const QString pile = drawn(samples::drawPile, "pile.pdf");
        World world(folder_->path(), sellerOnly());
        QSignalSpy added(&world.bills, &Bills::billAdded);
        world.bills.add({pile});
        QVERIFY(world.are(State::Ready, 3));
        QCOMPARE(added.size(), 3);
        QCOMPARE(numbers(world), QStringList({"RE-2024-0111 101.00", "RE-2024-0112 202.00", "RE-2024-0113 303.00"}));
        QVector<BillId> ids;
        QStringList names;
        for (const BillInfo& info : world.latest) {
            ids += info.id;
            names += info.fileName;
            QCOMPARE(info.path, pile);
            QVERIFY(info.originalKept && !info.hash.isEmpty());
        }
        QCOMPARE(names, QStringList({"Page 1 of pile.pdf", "Pages 2-3 of pile.pdf", "Page 4 of pile.pdf"}));
        const auto second = world.extraction(ids[1]);
        QCOMPARE(second->pages, 2);
        QCOMPARE(second->find("total")->page, 1);  // counted within the bill

        // Pictures and words are those of the bill's pages: of the file as it was, whatever it is now.
        const qint64 firstOfSecond = ink(world, ids[1], 0), secondOfSecond = ink(world, ids[1], 1);
        QVERIFY(firstOfSecond > 0 && firstOfSecond != secondOfSecond);
        QVERIFY(QFile::remove(pile));
        QSignalSpy words(&world.bills, &Bills::regionRead);
        world.bills.requestRegion(ids[2], 0, {0, 0, 595, 842});
        QVERIFY(words.wait(10000));
        QVERIFY(words[0][2].toString().contains("303,00") && !words[0][2].toString().contains("202,00"));
        QSignalSpy changed(&world.bills, &Bills::billChanged);
        world.bills.retry(ids[1]);
        QTRY_VERIFY_WITH_TIMEOUT(changed.size() >= 3 && changed.last()[0].value<BillInfo>().state == State::Ready,
                                 20000);
        QCOMPARE(world.latest[ids[1]].total, "202.00");
        QVERIFY2(world.problems.isEmpty(), qPrintable(world.problems.join('\n')));
    }

    void receiptsOnOnePhotoAreBillsUntilTheyAreJoined() {
        const QString photo = folder_->filePath("photo.jpg");
        QVERIFY(test::receiptsLaidOut(2, test::Ground::Table, 8, 150).save(photo, "JPEG", 90));
        World world(folder_->path(), sellerOnly());
        bool idle = false;  // before both are in the queue: then `floe bills add` would end
        QTimer watch;
        connect(&watch, &QTimer::timeout, &world.bills,
                [&] { idle |= world.latest.size() == 1 && world.bills.progress().idle(); });
        watch.start(0);
        world.bills.add({photo});
        QTRY_COMPARE_WITH_TIMEOUT(world.latest.size(), 2, 60000);
        watch.stop();
        QVERIFY(!idle);
        QVERIFY(world.are(State::Ready, 2));
        QCOMPARE(totals(world), QStringList({"12.85", "16.07"}));
        const QVector<BillId> ids = {world.latest.keys()[0], world.latest.keys()[1]};
        QCOMPARE(world.latest[ids[1]].fileName, "Page 2 of photo.jpg");
        const qint64 first = ink(world, ids[0], 0), second = ink(world, ids[1], 0);
        QVERIFY(first > 0 && second > 0 && first != second);

        QSignalSpy grouped(&world.bills, &Bills::grouped);
        world.bills.join(ids);
        QVERIFY(grouped.wait(10000));
        const BillId made = grouped[0][1].value<QVector<BillId>>()[0];
        QTRY_COMPARE_WITH_TIMEOUT(world.latest[made].state, State::Ready, 60000);
        QCOMPARE(world.latest[made].fileName, "Pages 1-2 of photo.jpg");
        QCOMPARE(world.extraction(made)->pages, 2);
        QCOMPARE(ink(world, made, 1), second);
        world.bills.split(made, {1});
        QVERIFY(grouped.wait(10000));
        QCOMPARE(grouped[1][1].value<QVector<BillId>>().size(), 2);
        QVERIFY2(world.problems.isEmpty(), qPrintable(world.problems.join('\n')));
    }

    void theCommandLineGivesOneAnswerABill() {
        test::ScriptedEngine engine(test::Copies{{"seller.name", "Brunnhuber Werkzeugbau GmbH"}});
        const auto extractor = Extractor::make(engine);
        QVERIFY(extractor);
        QStringList ranges, totals;
        for (const Extraction& e : (*extractor)->extract(drawn(samples::drawPile, "pile.pdf"))) {
            const auto back = extractionFromJson(toJson(e));
            QVERIFY(back);
            ranges += back->pageRange + '/' + QString::number(back->pages);
            totals += back->find("total")->value;
        }
        QCOMPARE(ranges, QStringList({"1/1", "2-3/2", "4/1"}));
        QCOMPARE(totals, QStringList({"101.00", "202.00", "303.00"}));
        const auto one = (*extractor)->extract(drawn(samples::drawTwoPages, "two.pdf"));
        QCOMPARE(one.size(), 1);
        QVERIFY(!toJson(one[0]).contains("page_range"));
    }

    void aProgramThatEndsAfterTheSplitReadsEachOnce() {
        const QString pile = drawn(samples::drawPile, "pile.pdf");
        {
            World world(folder_->path(), sellerOnly(true));
            world.bills.add({pile});
            QVERIFY(world.are(State::Reading, 3));
        }
        World world(folder_->path(), sellerOnly());
        QVERIFY(world.are(State::Ready, 3));
        QCOMPARE(numbers(world), QStringList({"RE-2024-0111 101.00", "RE-2024-0112 202.00", "RE-2024-0113 303.00"}));
        QSignalSpy list(&world.bills, &Bills::billsLoaded);
        world.bills.requestBills();
        QVERIFY(list.wait());
        QCOMPARE(list[0][0].value<QVector<BillInfo>>().size(), 3);
    }

    void aSplitThatIsBrokenOffAnywhereLeavesTheWholeBill() {
        for (int n = 0;; ++n) {
            const QString path = folder_->filePath(QString("split-%1.sqlite").arg(n));
            bool armed = false, failed = false;
            int left = n;
            auto opened = Database::open(path, [&](const char*) { return armed && left-- == 0 && (failed = true); });
            QVERIFY(opened);
            Database& database = **opened;
            QVERIFY(migrate(database));
            const BillId bill = bills_table::add(database, "/b/pile.pdf", kNow)->id;
            armed = true;
            const auto split = bill_groups::split_file(database, bill, {"/b/pile.pdf", "abc", true, {}},
                                                       {{0, 0}, {1, 2}, {3, 3}}, kNow);
            armed = false;
            const auto infos = *bills_table::infos(database);
            if (!failed) {
                QVERIFY(split);
                QCOMPARE(split->size(), 3);
                QCOMPARE(infos.size(), 3);
                QVERIFY(n > 10);  // the sweep went through all statements
                break;
            }
            if (infos.size() == 3) continue;  // only telling of it failed
            QCOMPARE(infos.size(), 1);
            QVERIFY(infos[0].parts.isEmpty());
            QCOMPARE(infos[0].fileName, "pile.pdf");
            // Splitting what is split already adds nothing.
            QCOMPARE(bill_groups::split_file(database, bill, {"/b/pile.pdf", "abc", true, {}}, {{0, 0}, {1, 3}}, kNow)
                         ->size(),
                     2);
            QVERIFY(bill_groups::split_file(database, bill, {"/b/pile.pdf", "abc", true, {}}, {{0, 0}, {1, 3}}, kNow)
                        ->isEmpty());
            QCOMPARE(bills_table::infos(database)->size(), 2);
        }
    }

    void joinedBillsBecomeOneAndComeBackUntouched() {
        World world(folder_->path(), sellerOnly());
        world.bills.add({drawn(samples::drawGerman, "one.pdf"), drawn(samples::drawTwoPages, "two.pdf")});
        QVERIFY(world.are(State::Ready, 2));
        const QVector<BillId> originals = {world.latest.keys()[0], world.latest.keys()[1]};
        QVERIFY(world.corrected(originals[0], "number", "MINE"));
        const qint64 first = ink(world, originals[0], 0), last = ink(world, originals[1], 1);
        QVERIFY(first > 0 && last > 0 && first != last);
        QSignalSpy grouped(&world.bills, &Bills::grouped), removed(&world.bills, &Bills::billRemoved);
        world.bills.join(originals);
        QVERIFY(grouped.wait(10000));
        QCOMPARE(grouped[0][0].value<QVector<BillId>>(), originals);
        const auto made = grouped[0][1].value<QVector<BillId>>();
        QCOMPARE(made.size(), 1);
        QCOMPARE(removed.size(), 2);
        QTRY_COMPARE_WITH_TIMEOUT(world.latest[made[0]].state, State::Ready, 20000);
        const BillInfo info = world.latest[made[0]];
        QCOMPARE(info.fileName, "Page 1 of one.pdf and Pages 1-2 of two.pdf");
        QCOMPARE(world.extraction(made[0])->pages, 3);
        QCOMPARE(ink(world, made[0], 0), first);
        QCOMPARE(ink(world, made[0], 2), last);
        QSignalSpy words(&world.bills, &Bills::regionRead);
        world.bills.requestRegion(made[0], 2, {0, 0, 595, 842});
        QVERIFY(words.wait(10000));
        QVERIFY2(words[0][2].toString().contains("Balance due"), qPrintable(words[0][2].toString()));

        for (const BillId bill : originals) world.latest.remove(bill);
        QSignalSpy back(&world.bills, &Bills::billAdded);
        world.bills.undoGrouping(originals, made);
        QTRY_COMPARE(back.size(), 2);
        QCOMPARE(removed.last()[0].toLongLong(), made[0]);
        QCOMPARE(world.latest[originals[0]].number, "MINE");
        QCOMPARE(*world.extraction(originals[0])->find("number")->corrected, "MINE");
        QCOMPARE(world.latest[originals[1]].state, State::Ready);
        QVERIFY2(world.problems.isEmpty(), qPrintable(world.problems.join('\n')));
    }

    void afterTheNextStartTheOriginalsOfAJoinAreGoneAndTheirFilesAreNot() {
        BillId made = 0;
        {
            World world(folder_->path(), sellerOnly());
            world.bills.add({drawn(samples::drawGerman, "one.pdf"), drawn(samples::drawTwoPages, "two.pdf")});
            QVERIFY(world.are(State::Ready, 2));
            QSignalSpy grouped(&world.bills, &Bills::grouped);
            world.bills.join({world.latest.keys()[0], world.latest.keys()[1]});
            QVERIFY(grouped.wait(10000));
            made = grouped[0][1].value<QVector<BillId>>()[0];
            QTRY_COMPARE_WITH_TIMEOUT(world.latest[made].state, State::Ready, 20000);
        }
        QVERIFY(QFile::remove(folder_->filePath("one.pdf")) && QFile::remove(folder_->filePath("two.pdf")));
        World world(folder_->path(), sellerOnly());
        QSignalSpy list(&world.bills, &Bills::billsLoaded);
        world.bills.requestBills();
        QVERIFY(list.wait());
        QCOMPARE(list[0][0].value<QVector<BillInfo>>().size(), 1);
        QVERIFY(ink(world, made, 0) > 0 && ink(world, made, 2) > 0);
        QVERIFY2(world.problems.isEmpty(), qPrintable(world.problems.join('\n')));
    }

    void aBillIsSplitByHandAndPutTogetherAgain() {
        World world(folder_->path(), sellerOnly());
        world.bills.add({drawn(samples::drawTwoPages, "two.pdf")});
        QVERIFY(world.are(State::Ready, 1));
        const BillId original = world.latest.firstKey();
        QSignalSpy grouped(&world.bills, &Bills::grouped);
        world.bills.split(original, {1});
        QVERIFY(grouped.wait(10000));
        const auto made = grouped[0][1].value<QVector<BillId>>();
        QCOMPARE(made.size(), 2);
        QTRY_VERIFY_WITH_TIMEOUT(
            world.latest[made[0]].state == State::Ready && world.latest[made[1]].state == State::Ready, 20000);
        QCOMPARE(world.latest[made[1]].fileName, "Page 2 of two.pdf");
        QVERIFY(world.latest[made[0]].due != "1000.00");
        QCOMPARE(world.latest[made[1]].due, "1000.00");

        // Joined again, the pages are one run of the file.
        world.bills.join(made);
        QVERIFY(grouped.wait(10000));
        const BillId whole = grouped[1][1].value<QVector<BillId>>()[0];
        QTRY_COMPARE_WITH_TIMEOUT(world.latest[whole].state, State::Ready, 20000);
        QCOMPARE(world.latest[whole].fileName, "Pages 1-2 of two.pdf");
        QCOMPARE(world.latest[whole].parts.size(), 1);
        world.bills.undoGrouping(made, {whole});
        world.bills.undoGrouping({original}, made);
        QSignalSpy list(&world.bills, &Bills::billsLoaded);
        world.bills.requestBills();
        QVERIFY(list.wait());
        const auto infos = list[0][0].value<QVector<BillInfo>>();
        QCOMPARE(infos.size(), 1);
        QCOMPARE(infos[0].id, original);
    }

    void whatCannotBeJoinedOrSplitStays() {
        World world(folder_->path(), sellerOnly());
        world.bills.add({drawn(samples::drawGerman, "one.pdf")});
        QVERIFY(world.are(State::Ready, 1));
        const BillId bill = world.latest.firstKey();
        world.bills.split(bill, {1});
        QTRY_COMPARE(world.problems.size(), 1);
        QVERIFY2(world.problems[0].contains("cannot be split"), qPrintable(world.problems[0]));
        world.bills.join({bill});
        QTRY_COMPARE(world.problems.size(), 2);
        world.bills.join({bill, 4711});
        QTRY_COMPARE(world.problems.size(), 3);
        QVERIFY(world.extraction(bill));
    }

    void billsThatWaitAreJoinedToo() {
        World world(folder_->path(), sellerOnly(true));
        world.bills.add({drawn(samples::drawGerman, "one.pdf"), drawn(samples::drawTwoPages, "two.pdf")});
        QVERIFY(world.are(State::Reading, 2));
        const QVector<BillId> originals = {world.latest.keys()[0], world.latest.keys()[1]};
        QSignalSpy grouped(&world.bills, &Bills::grouped);
        world.bills.join(originals);
        QVERIFY(grouped.wait(10000));
        const auto made = grouped[0][1].value<QVector<BillId>>();
        QTRY_COMPARE(world.latest[made[0]].state, State::Reading);
        QSignalSpy back(&world.bills, &Bills::billAdded);
        world.bills.undoGrouping(originals, made);
        QTRY_COMPARE(back.size(), 2);
        QTRY_COMPARE(world.latest[originals[0]].state, State::Reading);  // read again from the start
        QTRY_COMPARE(world.latest[originals[1]].state, State::Reading);
    }

    void aLockedPileIsOpenedOnceForAllItsBills() {
        const QString pile = folder_->filePath("pile.pdf");
        samples::drawLocked(pile, "secret", samples::drawPile);
        QVector<BillId> ids;
        {
            World world(folder_->path(), sellerOnly());
            world.bills.add({pile});
            QVERIFY(world.are(State::Failed, 1));
            world.bills.unlock(world.latest.firstKey(), "secret");
            QVERIFY(world.are(State::Ready, 3));
            ids = world.latest.keys().toVector();
            QVERIFY(ink(world, ids[2], 0) > 0);
        }
        World world(folder_->path(), sellerOnly());
        QSignalSpy wanted(&world.bills, &Bills::passwordWanted);
        QCOMPARE(ink(world, ids[1], 1), 0);
        QCOMPARE(wanted.size(), 1);
        QCOMPARE(wanted[0][0].toLongLong(), ids[1]);
        world.bills.unlock(ids[1], "secret");
        QVERIFY(ink(world, ids[1], 1) > 0);
        QVERIFY(ink(world, ids[2], 0) > 0);  // the same file
        QSignalSpy grouped(&world.bills, &Bills::grouped);
        world.bills.join(ids);
        QVERIFY(grouped.wait(10000));
        const BillId whole = grouped[0][1].value<QVector<BillId>>()[0];
        QTRY_COMPARE_WITH_TIMEOUT(world.latest[whole].state, State::Ready, 20000);
        QCOMPARE(world.latest[whole].fileName, "Pages 1-4 of pile.pdf");
        QVERIFY2(world.problems.isEmpty(), qPrintable(world.problems.join('\n')));
    }

    void theCopyOfAFileStaysWhileABillNeedsIt() {
        World world(folder_->path(), sellerOnly());
        world.bills.add({drawn(samples::drawPile, "pile.pdf")});
        QVERIFY(world.are(State::Ready, 3));
        const QString copy = folder_->filePath("originals/" + world.latest.first().hash);
        QVERIFY(QFile::exists(copy));
        const QVector<BillId> ids = world.latest.keys();
        for (const BillId bill : {ids[0], ids[1]}) {
            world.bills.removeOriginal(bill);
            QTRY_VERIFY(!world.latest[bill].originalKept);
        }
        QVERIFY(QFile::exists(copy));
        world.bills.removeOriginal(ids[2]);
        QTRY_VERIFY(!QFile::exists(copy));
    }
};

static floe::test::AddSuite<BillPartsTest> added;
#include "bills_parts_test.moc"
