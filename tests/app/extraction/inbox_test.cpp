// Many bills at once: folders, the queue and its figures, the watched folder, copies of originals, edits of lines.
#include <QDir>
#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QtTest>

#include "app/extraction/bill_files.h"
#include "app/extraction/bill_queue.h"
#include "app/extraction/bill_reading.h"
#include "app/extraction/bill_record.h"
#include "app/extraction/bills.h"
#include "app/extraction/candidates.h"
#include "app/extraction/extraction_json.h"
#include "app/extraction/inbox_folder.h"
#include "app/extraction/page_region.h"
#include "app/extraction/review.h"
#include "app/store/store.h"
#include "support/qt_suites.h"

using namespace floe;
using State = BillInfo::State;

namespace {

/// A small e-invoice: it is read without a model, so that many of them are quick.
QByteArray invoice(int number) {
    return QStringLiteral(
               "<Invoice xmlns='urn:oasis:names:specification:ubl:schema:xsd:Invoice-2'"
               " xmlns:cac='urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2'"
               " xmlns:cbc='urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2'>"
               "<cbc:ID>RE-%1</cbc:ID><cbc:IssueDate>2024-04-30</cbc:IssueDate>"
               "<cbc:DocumentCurrencyCode>EUR</cbc:DocumentCurrencyCode>"
               "<cac:AccountingSupplierParty><cac:Party><cac:PartyName><cbc:Name>Bolts</cbc:Name></cac:PartyName>"
               "</cac:Party></cac:AccountingSupplierParty>"
               "<cac:LegalMonetaryTotal><cbc:PayableAmount>12.50</cbc:PayableAmount></cac:LegalMonetaryTotal>"
               "</Invoice>")
        .arg(number)
        .toUtf8();
}

bool write(const QString& path, const QByteArray& bytes) {
    QFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size();
}

BillParts withoutModel() {
    BillParts parts;
    parts.loadEngine = [](int) -> Result<std::unique_ptr<Engine>> {
        return Error{Fault::io, "floe-bill.gguf", "no model is needed here"};
    };
    parts.now = [] { return QDateTime(QDate(2024, 6, 1), QTime(9, 0), Qt::UTC); };
    return parts;
}

struct World {
    explicit World(const QString& folder)
        : store(std::move(Store::open(folder)->store)), bills(*store, withoutModel()) {
        const auto keep = [this](const BillInfo& info) { latest[info.id] = info; };
        QObject::connect(&bills, &Bills::billAdded, keep);
        QObject::connect(&bills, &Bills::billChanged, keep);
        QObject::connect(&bills, &Bills::extractionLoaded, [this](BillId, const Extraction& e) { loaded = e; });
        QObject::connect(&bills, &Bills::failed, [this](const Problem& problem) { problems += problem.sentence; });
    }
    QVector<BillInfo> all() {
        QSignalSpy loadedAll(&bills, &Bills::billsLoaded);
        bills.requestBills();
        return loadedAll.wait(30000) ? loadedAll.first().first().value<QVector<BillInfo>>() : QVector<BillInfo>();
    }
    int count(State state) {
        int n = 0;
        for (const BillInfo& info : latest) n += info.state == state;
        return n;
    }
    Extraction answer() {
        (void)QTest::qWaitFor([&] { return loaded.has_value(); }, 20000);
        return std::exchange(loaded, std::nullopt).value_or(Extraction{});
    }
    std::unique_ptr<Store> store;
    QMap<BillId, BillInfo> latest;
    std::optional<Extraction> loaded;
    QStringList problems;
    Bills bills;
};

}  // namespace

class InboxTest : public QObject {
    Q_OBJECT
    std::unique_ptr<QTemporaryDir> folder_;
    QString at(const QString& name) const { return folder_->filePath(name); }

 private slots:
    void init() { folder_ = std::make_unique<QTemporaryDir>(); }

    void foldersAreWalkedForWhatMayBeBills() {
        QVERIFY(QDir().mkpath(at("in/2024/april")) && QDir().mkpath(at("in/.hidden")));
        for (const char* name : {"in/b.pdf", "in/2024/a.PDF", "in/2024/april/scan.jpeg", "in/notes.txt", "in/.c.pdf",
                                 "in/.hidden/d.pdf", "alone.txt"})
            QVERIFY(write(at(name), "x"));
        const FoundFiles found = billFilesAt({at("in"), at("alone.txt")});
        QCOMPARE(found.files,
                 (QStringList{at("in/2024/a.PDF"), at("in/2024/april/scan.jpeg"), at("in/b.pdf"), at("alone.txt")}));
        QVERIFY(!found.more);
        const FoundFiles few = billFilesAt({at("in"), at("alone.txt")}, 2);
        QCOMPARE(few.files.size(), 2);
        QVERIFY(few.more);
    }

    void originalsAreKeptOnceAndNeverChanged() {
        QVERIFY(write(at("a.pdf"), "the bytes of a bill"));
        const QString hash = *hashOf(at("a.pdf"));
        QCOMPARE(hash.size(), 64);
        QVERIFY(*keepOriginal(at("a.pdf"), hash, at("originals")));
        const QString copy = originalPath(at("originals"), hash);
        QVERIFY(!(QFile::permissions(copy) & (QFile::WriteOwner | QFile::ReadOther)));
        const QDateTime written = QFileInfo(copy).lastModified();
        QVERIFY(*keepOriginal(at("a.pdf"), hash, at("originals")));
        QCOMPARE(QFileInfo(copy).lastModified(), written);
        QCOMPARE(QDir(at("originals")).entryList(QDir::Files), QStringList{hash});
        removeOriginal(at("originals"), hash);
        QVERIFY(!QFile::exists(copy) && QFile::exists(at("a.pdf")));
        QVERIFY(!hashOf(at("gone.pdf")));
    }

    void theQueueTellsHowTheWorkGoes() {
        qint64 now = 0;
        BillQueue queue([&] { return now; });
        for (BillId bill = 1; bill <= 10; ++bill) QVERIFY(queue.add(bill, "a.pdf"));
        QVERIFY(!queue.add(3, "a.pdf"));
        const auto read = [&](bool failed) {
            const auto entry = queue.next();
            auto job = std::make_shared<BillJob>();
            queue.begin(entry->bill, job);
            now += 3000;
            QVERIFY(queue.end(entry->bill, job, failed));
            QVERIFY(!queue.end(entry->bill, job, failed));
        };
        read(false);
        QCOMPARE(queue.progress().secondsLeft, -1);  // one is no speed
        read(true);
        QCOMPARE(queue.progress().done, 2);
        QCOMPARE(queue.progress().all, 10);
        QCOMPARE(queue.progress().failed, 1);
        QCOMPARE(queue.progress().perMinute, 20.0);
        QCOMPARE(queue.progress().secondsLeft, 24);
        queue.setPaused(true);
        QVERIFY(!queue.next());
        now += 60000;
        QCOMPARE(queue.progress().perMinute, 20.0);  // a pause is no slowness
        queue.setPaused(false);
        QVERIFY(queue.drop(10).found);
        QVERIFY(!queue.drop(10).found);
        QCOMPARE(queue.progress().all, 9);
        while (queue.progress().done < 9) read(false);
        QVERIFY(queue.progress().idle());
        QVERIFY(queue.add(11, "b.pdf"));
        QCOMPARE(queue.progress().all, 1);  // another batch
    }

    void twoHundredFilesSurviveTwoEndsEachOnce() {
        QVERIFY(QDir().mkpath(at("in")));
        for (int i = 0; i < 200; ++i) QVERIFY(write(at(QString("in/%1.xml").arg(i, 3, 10, QChar('0'))), invoice(i)));
        {
            World world(at("data"));
            world.bills.add({at("in")});
            QVERIFY(QTest::qWaitFor([&] { return world.count(State::Ready) >= 3; }, 60000));
        }
        {
            World world(at("data"));
            QVERIFY(QTest::qWaitFor([&] { return world.count(State::Ready) >= 3; }, 60000));
        }
        World world(at("data"));
        world.bills.setPaused(true);
        const QVector<BillInfo> all = world.all();
        QSet<QString> paths;
        int ready = 0;
        for (const BillInfo& info : all) {
            paths.insert(info.path);
            ready += info.state == State::Ready;
            QVERIFY(info.state != State::Failed);
        }
        QCOMPARE(all.size(), 200);
        QCOMPARE(paths.size(), 200);
        QVERIFY(ready >= 6 && ready < 200);
        const int left = world.bills.progress().all;
        QVERIFY(left > 0);
        world.bills.cancelAll();
        QVERIFY(QTest::qWaitFor([&] { return world.bills.progress().idle(); }));
    }

    void pausedBillsWaitAndFailedOnesAreTriedAgain() {
        World world(at("data"));
        QVERIFY(write(at("a.xml"), invoice(1)));
        world.bills.setPaused(true);
        world.bills.add({at("a.xml"), at("gone.xml")});
        QVERIFY(QTest::qWaitFor([&] { return world.latest.size() == 2; }));
        QTest::qWait(50);
        QCOMPARE(world.count(State::Queued), 2);
        world.bills.setPaused(false);
        QVERIFY(
            QTest::qWaitFor([&] { return world.count(State::Ready) == 1 && world.count(State::Failed) == 1; }, 20000));
        QVERIFY(write(at("gone.xml"), invoice(2)));
        world.bills.retryFailed();
        QVERIFY(QTest::qWaitFor([&] { return world.count(State::Ready) == 2; }, 20000));
    }

    void aBillIsReadFromItsCopyWhereTheFileIsGone() {
        World world(at("data"));
        QVERIFY(write(at("a.xml"), invoice(7)));
        world.bills.add({at("a.xml")});
        QVERIFY(QTest::qWaitFor([&] { return world.count(State::Ready) == 1; }, 20000));
        const BillInfo info = world.latest.first();
        QVERIFY(info.originalKept);
        QCOMPARE(info.numberKey, "re7");
        QVERIFY(QFile::remove(at("a.xml")));
        world.bills.retry(info.id);
        QVERIFY(QTest::qWaitFor([&] { return world.count(State::Ready) == 0; }, 20000));
        QVERIFY(QTest::qWaitFor([&] { return world.count(State::Ready) == 1; }, 20000));
        world.bills.removeOriginal(info.id);
        QVERIFY(QTest::qWaitFor([&] { return !world.latest.first().originalKept; }, 20000));
        QTRY_VERIFY(QDir(at("data/originals")).entryList(QDir::Files).isEmpty());
    }

    void theWatchedFolderGivesFilesThatRestAndEachOnce() {
        qint64 now = 0;
        InboxFolder inbox([&] { return now; });
        QSignalSpy settled(&inbox, &InboxFolder::settled), failed(&inbox, &InboxFolder::failed);
        inbox.watch(at("nowhere"));
        QTRY_COMPARE(failed.size(), 1);
        QVERIFY(QDir().mkpath(at("in")));
        QVERIFY(write(at("in/a.xml"), "half"));
        QVERIFY(write(at("in/a.txt"), "no bill"));
        inbox.watch(at("in"));
        QTest::qWait(700);
        QCOMPARE(settled.size(), 0);
        now += 1500;
        QVERIFY(write(at("in/a.xml"), invoice(1)));  // it grew: rests from here
        QTest::qWait(700);
        now += 1500;
        QTest::qWait(700);
        QCOMPARE(settled.size(), 0);
        now += 1500;
        QTRY_COMPARE(settled.size(), 1);
        QCOMPARE(settled[0][0].toStringList(), QStringList{at("in/a.xml")});
        QTest::qWait(700);
        QCOMPARE(settled.size(), 1);

        World world(at("data"));
        world.bills.addNew({at("in/a.xml")});
        QTRY_COMPARE(world.count(State::Ready), 1);
        QVERIFY(QFile::copy(at("in/a.xml"), at("in/b.xml")));
        world.bills.addNew({at("in/a.xml"), at("in/b.xml")});
        QTest::qWait(200);
        QCOMPARE(world.all().size(), 1);
    }

    void marksAndConfirmationsAreKeptWithWhoMadeThem() {
        World world(at("data"));
        QVERIFY(write(at("a.xml"), invoice(7)));
        world.bills.add({at("a.xml")});
        QVERIFY(QTest::qWaitFor([&] { return world.count(State::Ready) == 1; }, 20000));
        const BillId bill = world.latest.firstKey();
        const QDateTime day(QDate(2024, 6, 2), QTime(12, 0), Qt::UTC);
        world.bills.mark(bill, BillMark::Paid, day);
        QTRY_COMPARE(world.latest[bill].paidAt, day);
        world.bills.setDirection(bill, BillInfo::Direction::Sent);
        QTRY_COMPARE(world.latest[bill].direction, BillInfo::Direction::Sent);
        world.bills.confirm(bill, "number", true);
        QVERIFY(world.answer().find("number")->confirmed);
        world.bills.correct(bill, "number", QString("RE-8"));
        QCOMPARE(world.answer().find("number")->shown(), "RE-8");
        QTRY_COMPARE(world.latest[bill].numberKey, "re8");
        QSignalSpy events(&world.bills, &Bills::eventsLoaded);
        world.bills.requestEvents(bill);
        QVERIFY(events.wait());
        QStringList told;
        for (const BillEvent& event : events[0][1].value<QVector<BillEvent>>())
            told += (event.who == BillEvent::Who::You ? "you " : "Floe ") + event.field + ' ' + event.before + '>' +
                    event.after;
        QCOMPARE(told, (QStringList{"Floe state >read", "you paid >2024-06-02T12:00:00Z", "you direction received>sent",
                                    "you number >confirmed", "you number RE-7>RE-8"}));
    }

    void linesAreAddedMovedAndRemovedWithTheirCorrections() {
        Extraction read;
        read.file = "a.pdf";
        read.kind = "bill";
        const auto put = [&](const QString& path, const QString& value) {
            Field field;
            field.path = path;
            field.value = field.text = value;
            read.fields.append(field);
        };
        put("net", "30.00");
        put("lines.0.description", "Bolts");
        put("lines.0.amount", "10.00");
        put("lines.1.description", "Nuts");
        put("lines.1.amount", "20.00");
        read.lineCount = 2;
        bills_table::Row row;
        row.state = State::Ready;
        row.result = toJson(read);
        row.lineIds = {1, 2, 0};
        const Extraction shown = extractionOf(row, {{{"lines.2.amount", "5.00"}, {"lines.1.amount", "25.00"}}, {}});
        QCOMPARE(shown.lineCount, 3);
        QCOMPARE(shown.nextLineId, 3);
        QCOMPARE(shown.find("lines.0.description")->value, "Nuts");
        QCOMPARE(shown.find("lines.0.amount")->shown(), "25.00");
        QCOMPARE(shown.find("lines.1.amount")->shown(), "5.00");
        QCOMPARE(shown.find("lines.2.amount")->shown(), "10.00");
        QCOMPARE(pathAsRead(shown, "lines.0.amount"), "lines.1.amount");
        QCOMPARE(pathAsRead(shown, "net"), "net");
        row.lineIds = {1};
        Extraction less = extractionOf(row, {});
        checkAmong(less, {});
        QCOMPARE(less.lineCount, 1);
        QVERIFY(!less.find("lines.1.amount"));
        QVERIFY(!less.checks.isEmpty() && !less.checks.first().ok);
    }

    void whatALineListsItselfGoesWithItAndNothingIsAddedToSuchLists() {
        Extraction read;
        read.file = "a.xml";
        read.kind = "bill";
        for (const auto& [path, value] : {std::pair{"lines.0.amount", "10.00"},
                                          {"lines.1.amount", "20.00"},
                                          {"lines.1.note", "cut"},
                                          {"lines.1.allowances.0.amount", "1.00"},
                                          {"notes.0.text", "Thank you."}}) {
            Field field;
            field.path = path;
            field.value = value;
            read.fields.append(field);
        }
        read.lineCount = 2;
        bills_table::Row row;
        row.state = State::Ready;
        row.result = toJson(read);
        row.lineIds = {1, 0};
        const Extraction shown = extractionOf(
            row,
            {{{"lines.1.allowances.0.amount", "2.00"}, {"notes.0.text", "Thanks."}, {"notes.1.text", "More"}}, {}});
        QCOMPARE(shown.find("lines.0.note")->value, "cut");
        QCOMPARE(shown.find("lines.0.allowances.0.amount")->shown(), "2.00");
        QVERIFY(!shown.find("lines.1.note"));
        QCOMPARE(shown.find("notes.0.text")->shown(), "Thanks.");
        QVERIFY(!shown.find("notes.1.text"));
        QCOMPARE(pathAsRead(shown, "lines.0.allowances.0.amount"), "lines.1.allowances.0.amount");
        QVERIFY(isFieldOf(shown, "lines.0.note") && isFieldOf(shown, "lines.1.note"));  // a note can be written
        QVERIFY(isFieldOf(shown, "lines.0.allowances.0.base") && !isFieldOf(shown, "lines.0.allowances.1.amount"));
        QVERIFY(!isFieldOf(shown, "lines.1.allowances.0.amount") && !isFieldOf(shown, "notes.1.text"));
        for (const char* wrong : {"lines.#.amount", "lines.00.amount", "lines.-1.amount", "lines.0.allowances.x.amount",
                                  "lines.0.allowances", "notes", "notes.0", "notes.0.text.0.text", ""})
            QVERIFY2(!isFieldOf(shown, wrong), wrong);
    }

    void whatIsToBeLookedAtComesInTheFormsOrder() {
        Extraction e;
        const auto put = [&](const QString& path, Field::Status status) {
            Field field;
            field.path = path;
            field.status = status;
            e.fields.append(field);
        };
        put("number", Field::Status::Ok);
        put("due_date", Field::Status::Ambiguous);
        put("net", Field::Status::Ok);
        put("total", Field::Status::Ok);
        put("lines.0.amount", Field::Status::Doubtful);
        e.checks = {{"net-tax-total", false, {}, {"net", "tax", "total"}}};
        QCOMPARE(unresolved(e), (QStringList{"due_date", "net", "total", "lines.0.amount"}));
        e.fields[1].confirmed = true;
        e.fields[2].corrected = "7";
        QCOMPARE(unresolved(e), (QStringList{"total", "lines.0.amount"}));
    }

    void otherReadingsAreOffered() {
        Extraction e;
        const auto put = [&](const QString& path, const QString& value, const QString& text) {
            Field field;
            field.path = path;
            field.value = value;
            field.text = text;
            e.fields.append(field);
        };
        put("due_date", "2024-04-03", "03/04/2024");
        put("net", "1.234", "1.234");
        put("tax", "100.00", "100,00");
        put("total", "1334.00", "1.334,00");
        e.fields[0].candidates = {{"2024-05-01", "01/05/2024", 0, {}}};
        e.checks = {{"net-tax-total", false, {}, {"net", "tax", "total"}}};
        const auto values = [&](const QString& path) {
            QStringList all;
            for (const Candidate& candidate : otherReadings(e, path)) all += candidate.value;
            return all;
        };
        QCOMPARE(values("due_date"), (QStringList{"2024-05-01", "2024-03-04"}));
        QCOMPARE(values("net"), (QStringList{"1234", "1234.00"}));
        QCOMPARE(values("tax"), QStringList{"1332.766"});
        QCOMPARE(values("number"), QStringList());
        const auto back = extractionFromJson(toJson(e));
        QCOMPARE(back->find("due_date")->candidates.first().text, "01/05/2024");
    }

    void theWordsOfARegionComeInReadingOrder() {
        Page page;
        page.words = {{"right", {60, 10, 20, 10}, 1},
                      {"left", {10, 11, 20, 10}, 1},
                      {"below", {10, 30, 30, 10}, 1},
                      {"outside", {200, 10, 40, 10}, 1}};
        const RegionText found = wordsIn(page, {0, 0, 100, 50});
        QCOMPARE(found.text, "left right\nbelow");
        QCOMPARE(found.boxes.size(), 2);
        QCOMPARE(found.boxes[0], QRectF(10, 10, 70, 11));
        QVERIFY(wordsIn(page, {300, 300, 10, 10}).text.isEmpty());
    }
};

static floe::test::AddSuite<InboxTest> added;
#include "inbox_test.moc"
