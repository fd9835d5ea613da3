// The tables of bills: their columns, marks, parts, kept copies, and what was removed.
#include <QTemporaryDir>
#include <QTest>

#include "app/store/bill_events_table.h"
#include "app/store/bill_parts_table.h"
#include "app/store/bills_table.h"
#include "app/store/migrations.h"

using namespace floe;

namespace {

const QDateTime kNow = QDateTime::fromMSecsSinceEpoch(1714435200000);

std::unique_ptr<Database> open_file(const QString& path) {
    auto opened = Database::open(path);
    return opened ? std::move(*opened) : nullptr;
}

}  // namespace

class BillsTablesTest : public QObject {
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> folder_;
    QString file() const { return folder_->filePath("floe.sqlite"); }

 private slots:
    void init() { folder_ = std::make_unique<QTemporaryDir>(); }

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
        QCOMPARE(*bills_table::purge_hidden(*database, QDateTime::currentDateTime().addDays(1)), QStringList{"alone"});
        QCOMPARE(bills_table::infos(*database)->size(), 1);
    }

    void whatWasRemovedJustNowStaysForItsUndo() {
        auto database = open_file(file());
        QVERIFY(migrate(*database));
        const QDateTime yesterday = QDateTime::currentDateTime().addDays(-1);
        QVector<BillId> bills;
        for (const char* hash : {"mine", "another's", "another's"}) {
            bills << bills_table::add(*database, "/bills/a.pdf", kNow)->id;
            QVERIFY(bills_table::set_file(*database, bills.last(), hash, true));
        }
        for (const BillId bill : {bills[0], bills[1]}) QVERIFY(bills_table::hide(*database, bill));
        QCOMPARE(*bills_table::purge_hidden(*database, yesterday), QStringList());
        QCOMPARE(*bills_table::purge_hidden(*database, yesterday, {bills[0], bills[2]}), QStringList{"mine"});
        QVERIFY(bills_table::show(*database, bills[1]));
        QCOMPARE(bills_table::infos(*database)->size(), 2);  // one that is not removed is not given up
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
        QVERIFY(bills_table::purge_hidden(*database, QDateTime::currentDateTime().addDays(1)));
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
        QCOMPARE(*bills_table::purge_hidden(*database, QDateTime::currentDateTime().addDays(1)), QStringList());
        QVERIFY(bills_table::hide(*database, joined));
        QStringList given_up = *bills_table::purge_hidden(*database, QDateTime::currentDateTime().addDays(1));
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
};

QTEST_GUILESS_MAIN(BillsTablesTest)
#include "bills_tables_test.moc"
