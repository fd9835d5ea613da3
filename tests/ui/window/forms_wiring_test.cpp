// Own forms from the window to the disk: what is typed is saved, tried on a bill, renamed, removed and brought back.
#include "ui/window/forms_wiring.h"

#include <QComboBox>
#include <QDir>
#include <QFile>
#include <QLineEdit>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include "app/extraction/bills.h"
#include "app/extraction/own_forms.h"
#include "app/floe.h"
#include "app/resources.h"
#include "support/test_objects.h"
#include "ui/documents/bill_page.h"
#include "ui/documents/values_table.h"
#include "ui/forms/forms_dialog.h"
#include "ui/forms/forms_list.h"
#include "ui/forms/try_panel.h"
#include "ui/window/main_window.h"
#include "ui/window/sidebar.h"

using namespace floe;

namespace {

struct World {
    QTemporaryDir folder;
    std::unique_ptr<Floe> floe = std::make_unique<Floe>(folder.path());
    std::unique_ptr<MainWindow> window;
    FormsDialog* dialog = nullptr;

    World() { open(); }
    void open() {
        window = std::make_unique<MainWindow>(*floe);
        window->show();
        auto* wiring = window->findChild<BillPage*>();
        emit wiring->formChangeWanted();
        dialog = window->findChild<FormsDialog*>();
    }
    QString pathOf(const QString& name) const { return folder.path() + "/forms/" + name + ".json"; }
    QByteArray contentsOf(const QString& name) const {
        QFile file(pathOf(name));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    QLineEdit* line(const QString& name) {
        for (QLineEdit* line : dialog->findChildren<QLineEdit*>())
            if (line->accessibleName() == name) return line;
        return nullptr;
    }
    void type(const QString& name, const QString& text) {
        QLineEdit* where = line(name);
        where->setFocus();
        where->selectAll();
        QTest::keyClicks(where, text);
    }
    bool makesForm() {
        emit dialog->list()->newWanted();
        return QTest::qWaitFor([&] { return dialog->list()->chosen() == "New form"; }, 5000);
    }
};

}  // namespace

class FormsWiringTest : public QObject {
    Q_OBJECT
 private slots:
    void aNewFormIsSavedAndSoIsWhatIsTyped() {
        World world;
        QVERIFY(world.dialog);
        QVERIFY(world.makesForm());
        QTRY_VERIFY(world.contentsOf("New form").contains("seller.name"));
        world.type("Called", "landlord");
        QTRY_VERIFY(world.contentsOf("New form").contains("landlord"));
    }

    void whatIsTypedLastIsOnTheDiskWhenTheWindowCloses() {
        World world;
        QVERIFY(world.makesForm());
        world.type("Called", "landlord");
        world.window.reset();
        world.floe.reset();
        QVERIFY(world.contentsOf("New form").contains("landlord"));
    }

    void aMistakeIsKeptInTheWindowAndNotSaved() {
        World world;
        QVERIFY(world.makesForm());
        world.line("Called")->setFocus();
        world.line("Called")->selectAll();
        QTest::keyClick(world.line("Called"), Qt::Key_Delete);
        QTest::qWait(600);
        const QByteArray saved = world.contentsOf("New form");
        QVERIFY2(saved.contains("\"Seller Name\""), saved.constData());
        emit world.dialog->list()->formChosen("receipt");
        world.dialog->list()->choose("New form");
        QCOMPARE(world.line("Called")->text(), "");
    }

    void aMistakeIsThereAgainAtTheNextStart() {
        World world;
        QVERIFY(world.makesForm());
        world.line("Called")->setFocus();
        world.line("Called")->selectAll();
        QTest::keyClick(world.line("Called"), Qt::Key_Delete);
        world.window.reset();
        world.floe.reset();
        QVERIFY(world.contentsOf("New form").contains("Seller Name"));
        world.floe = std::make_unique<Floe>(world.folder.path());
        world.open();
        QTRY_COMPARE(world.dialog->list()->chosen(), "New form");
        QTRY_VERIFY(world.line("Called") && world.line("Called")->text().isEmpty());
        world.type("Called", "landlord");
        QTRY_VERIFY(world.contentsOf("New form").contains("landlord"));
        QTRY_COMPARE(QDir(world.folder.path() + "/forms").entryList(QDir::Files), QStringList{"New form.json"});
    }

    void aFormIsRenamedRemovedAndBroughtBack() {
        World world;
        QVERIFY(world.makesForm());
        world.type("Name of the form", "Rent");
        QTest::keyClick(world.line("Name of the form"), Qt::Key_Return);
        QTRY_COMPARE(world.dialog->list()->chosen(), "Rent");
        QVERIFY(QFile::exists(world.pathOf("Rent")) && !QFile::exists(world.pathOf("New form")));
        world.type("Name of the form", "receipt");
        QTest::keyClick(world.line("Name of the form"), Qt::Key_Return);
        QCOMPARE(world.line("Name of the form")->text(), "Rent");
        emit world.dialog->list()->removeWanted("Rent");
        QTRY_VERIFY(!QFile::exists(world.pathOf("Rent")));
        world.floe->forms().restore("Rent");
        QTRY_VERIFY(QFile::exists(world.pathOf("Rent")));
    }

    void aCopyOfAFormOfFloeCanBeChanged() {
        World world;
        QTRY_COMPARE(world.dialog->list()->chosen(), "receipt");
        emit world.dialog->list()->duplicateWanted("receipt");
        QTRY_COMPARE(world.dialog->list()->chosen(), "Receipt 2");
        world.type("Called", "shop");
        QTRY_VERIFY(world.contentsOf("Receipt 2").contains("\"shop\""));
    }

    void aBillIsSeenThroughAForm() {
        const QString sample = resource("samples/google-cloud.pdf");
        if (sample.isEmpty()) QSKIP("the sample bill is not here");
        World world;
        QSignalSpy changed(&world.floe->bills(), &Bills::billChanged);
        world.window->showSection(Section::Bills);
        world.floe->bills().add({sample});
        QTRY_VERIFY_WITH_TIMEOUT(
            !changed.isEmpty() && changed.last()[0].value<BillInfo>().state == BillInfo::State::Ready, 60000);
        auto* page = world.window->findChild<BillPage*>();
        auto* through = page->findChild<QComboBox*>();
        for (QComboBox* box : page->findChildren<QComboBox*>())
            if (box->accessibleName() == "Form that the bill is shown in") through = box;
        QTRY_VERIFY(through->isVisible());
        through->setCurrentIndex(through->findData("receipt"));
        auto* values = page->findChild<ValuesTable*>();
        QTRY_VERIFY_WITH_TIMEOUT(values->model()->rowCount() > 5, 20000);
        QVERIFY(values->isVisible());
        QCOMPARE(values->model()->index(0, 1).data().toString(), "Google Cloud");
        values->setCurrentIndex(values->model()->index(0, 1));
        QCOMPARE(page->selected(), "merchant");
        through->setCurrentIndex(0);
        QVERIFY(!values->isVisible());
    }
};

static floe::test::AddTest<FormsWiringTest> add;

#include "forms_wiring_test.moc"
