// Exports through a form of a person's own, which may take long; drafts of forms; bills that another program removed.
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QtTest>

#include "app/extraction/own_form_draft.h"
#include "app/extraction/own_forms.h"
#include "extraction/bills_world.h"
#include "support/qt_suites.h"

using namespace floe;
using State = BillInfo::State;

namespace {

const QByteArray kSchema =
    QByteArray("{'type': 'object', 'properties': {'who': {'type': 'string', 'x-field': 'seller.name'}}}")
        .replace('\'', '"');

/// What no schema can say: no name, twice the same name, a broken pattern.
OwnForm mistaken() {
    OwnForm form;
    form.title = "Rent";
    OwnField nameless, broken, list;
    nameless.field = "seller.name";
    broken.name = list.name = "deposit";
    broken.within = {"money"};
    broken.kind = OwnField::Kind::Number;
    broken.from = OwnField::From::Labels;
    broken.labels = {"Kaution", "Deposit"};
    broken.pattern = "[";
    broken.kept = "{\"maxLength\": 5}";
    list.from = OwnField::From::Lines;
    list.members = {nameless};
    form.fields = {nameless, broken, list};
    form.groups[{"money"}] = "{\"type\": \"object\"}";
    form.kept = "{\"title\": \"Rent\"}";
    return form;
}

}  // namespace

class FormExportsTest : public QObject {
    Q_OBJECT
    std::unique_ptr<QTemporaryDir> folder_;

    QVector<OwnFormFile> forms(const QString& folder) {
        OwnForms all(folder);
        QSignalSpy loaded(&all, &OwnForms::loaded);
        all.requestForms();
        return loaded.wait(5000) ? loaded[0][0].value<QVector<OwnFormFile>>() : QVector<OwnFormFile>();
    }

 private slots:
    void init() { folder_ = std::make_unique<QTemporaryDir>(); }

    void anExportTellsHowFarItIs() {
        test::BillsWorld world(folder_->path());
        world.bills.add({test::kSample, test::kSample});
        QVERIFY(world.are(State::Ready, 2));
        QSignalSpy progress(&world.bills, &Bills::formExportProgress), exported(&world.bills, &Bills::formExported);
        world.bills.exportForm(world.latest.keys().toVector(), "Mine", kSchema, folder_->filePath("out.csv"));
        QVERIFY(exported.wait(20000));
        QCOMPARE(progress.count(), 2);
        QCOMPARE(progress[0][1].toInt(), 1);
        QCOMPARE(progress[1][1].toInt(), 2);
        QCOMPARE(progress[1][2].toInt(), 2);
    }

    void aCancelledExportWritesNothing() {
        test::BillsWorld world(folder_->path());
        world.bills.add({test::kSample});
        QVERIFY(world.are(State::Ready, 1));
        const QString file = folder_->filePath("out.csv");
        QSignalSpy cancelled(&world.bills, &Bills::formExportCancelled), exported(&world.bills, &Bills::formExported);
        world.bills.exportForm(world.latest.keys().toVector(), "Mine", kSchema, file);
        world.bills.cancelExports();
        QVERIFY(cancelled.wait(20000));
        QCOMPARE(cancelled[0][0].toString(), file);
        QVERIFY(!QFile::exists(file));
        world.bills.exportForm(world.latest.keys().toVector(), "Mine", kSchema, file);  // the next one is another
        QVERIFY(exported.wait(20000));
        QVERIFY(QFile::exists(file));
    }

    void correctionsThatTheEndBreaksOffLeaveNoFile() {
        const QString slow = folder_->filePath("slow"), began = folder_->filePath("began");
        const QString out = folder_->filePath("corrections.jsonl");
        BillParts parts = test::scripted();
        parts.limits.program = folder_->filePath("reader");
        QFile script(parts.limits.program);
        QVERIFY(script.open(QIODevice::WriteOnly));
        script.write(QString("#!/bin/sh\n[ -e '%1' ] && touch '%2' && exec sleep 60\nexec '%3/floe-reader' \"$@\"\n")
                         .arg(slow, began, QCoreApplication::applicationDirPath())
                         .toUtf8());
        script.close();
        QVERIFY(script.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner));
        {
            test::BillsWorld world(folder_->path(), parts);
            world.bills.add({test::kSample});
            QVERIFY(world.are(State::Ready, 1));
            QVERIFY(world.corrected(world.latest.firstKey(), "total", QString("12.00")));
            QVERIFY(QFile(slow).open(QIODevice::WriteOnly));
            world.bills.exportCorrections(out);
            QVERIFY(QTest::qWaitFor([&] { return QFile::exists(began); }, 20000));
        }
        QVERIFY(!QFile::exists(out));
    }

    void aDraftKeepsWhatNoSchemaCanSay() {
        const auto back = formOfDraft(draftOf(mistaken()));
        QVERIFY(back);
        QVERIFY(*back == mistaken());
        for (const char* none : {"", "[]", "{\"draft\": 9}", "{}"}) QVERIFY2(!formOfDraft(none), none);
    }

    void aDraftIsThereAgainUntilItsFormIsSaved() {
        const QString folder = folder_->filePath("forms");
        {
            OwnForms all(folder);
            all.save("Rent", kSchema);
            all.keepDraft("Rent", mistaken());
            all.keepDraft("Nothing", mistaken());  // there is no such form
        }
        QCOMPARE(forms(folder)[0].name, "Rent");
        QVERIFY(forms(folder)[0].draft && *forms(folder)[0].draft == mistaken());
        QCOMPARE(forms(folder)[0].form.fields.size(), 1);  // the form itself is as it was saved
        {
            OwnForms all(folder);
            all.rename("Rent", "Lease");
        }
        QCOMPARE(forms(folder)[0].name, "Lease");
        QVERIFY(forms(folder)[0].draft);
        {
            OwnForms all(folder);
            all.save("Lease", kSchema);
        }
        QVERIFY(!forms(folder)[0].draft);
        QCOMPARE(QDir(folder).entryList(QDir::Files), QStringList{"Lease.json"});
    }

    void aBillComesBackThoughAnotherProgramOpenedTheHistory() {
        test::BillsWorld world(folder_->path());
        world.bills.add({test::kSample});
        QVERIFY(world.are(State::Ready, 1));
        const BillId bill = world.latest.firstKey();
        QSignalSpy removed(&world.bills, &Bills::billRemoved), added(&world.bills, &Bills::billAdded);
        world.bills.remove(bill);
        QVERIFY(removed.wait(10000));
        {
            test::BillsWorld other(folder_->path());
            QSignalSpy list(&other.bills, &Bills::billsLoaded);
            other.bills.requestBills();
            QVERIFY(list.wait(10000));
        }
        world.bills.restore(bill);
        QVERIFY(added.wait(10000));
        QCOMPARE(added[0][0].value<BillInfo>().total, "37577.23");
        QVERIFY(world.problems.isEmpty());
    }

    void aRemovedBillGoesWhenItsProgramEnds() {
        const QString originals = folder_->filePath("originals");
        {
            test::BillsWorld world(folder_->path());
            world.bills.add({test::kSample});
            QVERIFY(world.are(State::Ready, 1));
            QCOMPARE(QDir(originals).entryList(QDir::Files).size(), 1);
            QSignalSpy removed(&world.bills, &Bills::billRemoved);
            world.bills.remove(world.latest.firstKey());
            QVERIFY(removed.wait(10000));
        }
        QCOMPARE(QDir(originals).entryList(QDir::Files).size(), 0);
        test::BillsWorld world(folder_->path());
        QSignalSpy added(&world.bills, &Bills::billAdded);
        world.bills.restore(1);
        QVERIFY(!added.wait(500));
    }
};

static floe::test::AddSuite<FormExportsTest> added;
#include "form_exports_test.moc"
