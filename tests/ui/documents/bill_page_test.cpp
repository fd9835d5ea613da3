// The bill page: form and picture light each other, edits become corrections that can be undone.
#include "ui/documents/bill_page.h"

#include <QAbstractItemView>
#include <QComboBox>
#include <QCompleter>
#include <QImage>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTableWidget>
#include <QTest>
#include <QUndoStack>

#include "support/test_objects.h"
#include "ui/documents/bill_form.h"
#include "ui/documents/changes_dialog.h"
#include "ui/documents/corrections.h"
#include "ui/documents/field_row.h"
#include "ui/documents/inbox_bar.h"
#include "ui/documents/lines_table.h"
#include "ui/documents/page_view.h"
#include "ui/documents/password_box.h"
#include "ui/documents/review_bar.h"
#include "ui/documents/twin_dialog.h"
#include "ui/documents/values_table.h"
#include "ui/models/bill_form_model.h"
#include "ui/models/check_list_model.h"
#include "ui/models/form_values_model.h"
#include "ui/models/lines_model.h"
#include "ui/models/more_lists.h"
#include "ui/models/review_model.h"

using namespace floe;

namespace {

Field field(const QString& path, const QString& value, const QRectF& box, int page = 0) {
    Field made;
    made.path = path;
    made.value = made.text = value;
    made.page = page;
    made.boxes = {box};
    made.confidence = 0.95;
    return made;
}

Extraction bill() {
    Extraction made;
    made.pages = 2;
    made.fields = {field("number", "120325", {100, 100, 60, 12}), field("total", "19.50", {300, 400, 40, 12}, 1),
                   field("lines.0.amount", "12.50", {300, 300, 40, 12})};
    made.lineCount = 1;
    made.checks = {{"lines-net", true, "12.50 + 7.00 = 19.50", {}}};
    return made;
}

struct World {
    BillFormModel fields;
    LinesModel lines;
    LinesModel taxes{"taxes"};
    CheckListModel checks;
    ReviewModel review;
    FormValuesModel values;
    MoreLists moreLists;
    BillPage page{{&fields, &lines, &taxes, &checks, &review, &values, &moreLists}};
    PageView* view = nullptr;

    World() {
        page.resize(1200, 800);
        page.show();
        BillInfo info;
        info.id = 1;
        info.fileName = "a.pdf";
        info.state = BillInfo::State::Ready;
        page.showBill(info);
        show(bill());
        QImage sheet(612, 792, QImage::Format_RGB32);
        sheet.fill(Qt::white);
        page.showPicture(0, 1, sheet);
        view = page.findChild<PageView*>();
        QCoreApplication::processEvents();
    }
    void show(const Extraction& extraction) {
        fields.reset(extraction);
        lines.reset(extraction);
        taxes.reset(extraction);
        moreLists.reset(extraction);
        review.reset(extraction);
        checks.reset(extraction.checks);
        page.showExtraction(extraction);
    }
    FieldRow* row(const QString& path) {
        for (FieldRow* row : page.findChildren<FieldRow*>())
            if (row->path() == path) return row;
        return nullptr;
    }
    QComboBox* through() {
        for (QComboBox* box : page.findChildren<QComboBox*>())
            if (box->accessibleName() == "Form that the bill is shown in") return box;
        return nullptr;
    }
    bool lit(const QString& path) { return row(path)->property("lit").toBool(); }
};

}  // namespace

class BillPageTest : public QObject {
    Q_OBJECT
 private slots:
    void aChosenFieldLightsItsPlace() {
        World world;
        emit world.row("number")->chosen("number");
        QCOMPARE(world.view->litPath(), "number");
        QVERIFY(world.lit("number"));
        QVERIFY(!world.lit("total"));
    }

    void aFieldOfAnotherPageTurnsThePage() {
        World world;
        QSignalSpy wanted(&world.page, &BillPage::pictureWanted);
        world.page.select("total");
        QCOMPARE(world.view->page(), 1);
        QCOMPARE(wanted.last()[0].toInt(), 1);
    }

    void aClickOnAPlaceChoosesItsField() {
        World world;
        const QPoint at = world.view->mapFromScene(QPointF(130, 106));
        QTest::mouseClick(world.view->viewport(), Qt::LeftButton, {}, at);
        QVERIFY(world.lit("number"));
        QTest::mouseClick(world.view->viewport(), Qt::LeftButton, {}, world.view->mapFromScene(QPointF(320, 306)));
        QCOMPARE(world.view->litPath(), "lines.0.amount");
        QCOMPARE(world.page.findChild<LinesTable*>()->currentIndex(), world.lines.indexOf("lines.0.amount"));
    }

    void anEditIsACorrectionThatCanBeUndone() {
        World world;
        Corrections corrections;
        corrections.setBill(1);
        connect(&world.fields, &BillFormModel::correctionWanted, &corrections, &Corrections::correct);
        QVector<std::optional<QString>> wanted;
        connect(&corrections, &Corrections::wanted, this,
                [&](BillId, const QString&, const std::optional<QString>& value) {
                    wanted.append(value);
                    Extraction now = bill();
                    now.fields[0].corrected = value;
                    world.show(now);
                });
        auto* edit = world.row("number")->findChild<QLineEdit*>();
        edit->selectAll();
        QTest::keyClicks(edit, "777");
        QTest::keyClick(edit, Qt::Key_Return);
        QCOMPARE(wanted.size(), 1);
        QCOMPARE(*wanted[0], "777");
        QVERIFY(!edit->isUndoAvailable());  // Ctrl+Z is the window's now
        corrections.undoGroup()->undo();
        QCOMPARE(wanted.size(), 2);
        QVERIFY(!wanted[1]);
        QCOMPARE(edit->text(), "120325");
        corrections.undoGroup()->redo();
        QCOMPARE(edit->text(), "777");
    }

    void theModelsValueStaysInSightAndCanBeTakenBack() {
        World world;
        Extraction corrected = bill();
        corrected.fields[0].corrected = "777";
        world.show(corrected);
        QString seen;
        for (const QLabel* label : world.row("number")->findChildren<QLabel*>())
            if (label->isVisible()) seen += label->text() + '\n';
        QVERIFY(seen.contains("Read by the model: 120325"));
        QVERIFY(seen.contains("Printed: 120325"));
        QSignalSpy wanted(&world.fields, &BillFormModel::correctionWanted);
        QTest::mouseClick(world.row("number")->findChild<QPushButton*>(), Qt::LeftButton);
        QCOMPARE(wanted.count(), 1);
    }

    void refusedInputStaysWithASentence() {
        World world;
        auto* edit = world.row("total")->findChild<QLineEdit*>();
        edit->selectAll();
        QTest::keyClicks(edit, "much");
        QTest::keyClick(edit, Qt::Key_Return);
        QCOMPARE(edit->text(), "much");
        bool said = false;
        for (const QLabel* label : world.row("total")->findChildren<QLabel*>())
            said = said || (label->isVisible() && label->text().contains("1234.56"));
        QVERIFY(said);
        QTest::keyClick(edit, Qt::Key_Escape);
        QCOMPARE(edit->text(), "19.50");
    }

    void aSharperPictureIsAskedForWhenOneZooms() {
        World world;
        QSignalSpy wanted(&world.page, &BillPage::pictureWanted);
        world.view->zoomBy(3);  // the picture has one pixel a point
        QTRY_VERIFY(!wanted.isEmpty() && wanted.last()[1].toDouble() > 2);
    }

    void aBillIsReviewedByKeyboardAlone() {
        World world;
        Extraction unsure = bill();
        unsure.fields[1].status = Field::Status::Doubtful;  // total
        unsure.fields.insert(1, field("due_date", "2024-03-04", {200, 100, 60, 12}));
        unsure.fields[1].text = "03/04/2024";
        unsure.fields[1].status = Field::Status::Ambiguous;
        world.show(unsure);
        world.page.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&world.page));
        QSignalSpy accepted(&world.page, &BillPage::acceptWanted), put(&world.page, &BillPage::valueWanted);
        QSignalSpy done(&world.page, &BillPage::doneWanted), back(&world.page, &BillPage::backWanted);
        QTest::keyClick(&world.page, Qt::Key_R, Qt::ControlModifier);
        auto* bar = world.page.findChild<ReviewBar*>();
        QVERIFY(bar->isVisible() && bar->hasFocus());
        QCOMPARE(bar->path(), "due_date");
        QCOMPARE(world.view->litPath(), "due_date");
        QVERIFY2(bar->accessibleName().contains("Due date") && bar->accessibleName().contains("Printed: 03/04/2024"),
                 qPrintable(bar->accessibleName()));
        QTest::keyClick(bar, Qt::Key_1, Qt::AltModifier);
        QCOMPARE(put.count(), 1);
        QCOMPARE(put[0][1].toString(), "2024-04-03");
        QTest::keyClick(bar, Qt::Key_Tab);
        QCOMPARE(bar->path(), "total");
        QTest::keyClick(bar, Qt::Key_Return);
        QCOMPARE(accepted[0][0].toString(), "total");
        QTest::keyClick(bar, Qt::Key_K);
        QCOMPARE(bar->path(), "due_date");
        QTest::keyClick(bar, Qt::Key_Up);
        QCOMPARE(bar->path(), "number");
        QTest::keyClick(bar, Qt::Key_J);
        QCOMPARE(bar->path(), "due_date");
        QTest::keyClick(bar, Qt::Key_7);  // typing opens the field
        auto* edit = world.row("due_date")->findChild<QLineEdit*>();
        QVERIFY(edit->hasFocus());
        QCOMPARE(edit->text(), "7");
        QTest::keyClick(edit, Qt::Key_Escape);
        QTest::keyClick(edit, Qt::Key_Escape);
        QVERIFY(bar->hasFocus());
        QTest::keyClick(bar, Qt::Key_Return, Qt::ControlModifier);
        QTest::keyClick(bar, Qt::Key_Backspace, Qt::ControlModifier);
        QCOMPARE(done.count(), 1);
        QCOMPARE(back.count(), 1);
        QTest::keyClick(bar, Qt::Key_Escape);
        QVERIFY(!bar->isVisible());
    }

    void aFrameOnThePageAsksForItsWords() {
        World world;
        QSignalSpy wanted(&world.page, &BillPage::regionWanted);
        world.page.select("number");
        world.view->startFrame();
        QTest::keyClick(world.view, Qt::Key_Right);
        QTest::keyClick(world.view, Qt::Key_Down, Qt::ShiftModifier);
        QTest::keyClick(world.view, Qt::Key_Return);
        QCOMPARE(wanted.count(), 1);
        QCOMPARE(wanted[0][0].toString(), "number");
        QCOMPARE(wanted[0][2].toRectF(), QRectF(106, 100, 60, 18));
        QVERIFY(!world.view->framing());
        world.view->startFrame();
        const auto at = [&](double x, double y) { return world.view->mapFromScene(QPointF(x, y)); };
        QTest::mousePress(world.view->viewport(), Qt::LeftButton, {}, at(50, 50));
        QTest::mouseMove(world.view->viewport(), at(90, 70));
        QTest::mouseRelease(world.view->viewport(), Qt::LeftButton, {}, at(150, 80));
        QCOMPARE(wanted.count(), 2);
        world.view->startFrame();
        QTest::keyClick(world.view, Qt::Key_Escape);
        QCOMPARE(wanted.count(), 2);
    }

    void theAccountIsChosenFromThoseInUse() {
        World world;
        world.page.setAccounts({"Office", "Travel"});
        auto* line = world.row("category")->findChild<QLineEdit*>();
        QSignalSpy corrected(&world.fields, &BillFormModel::correctionWanted);
        line->setFocus();
        QTest::keyClick(line, Qt::Key_Down);
        QVERIFY(line->completer()->popup()->isVisible());
        QCOMPARE(line->completer()->completionModel()->rowCount(), 2);
        QTest::keyClick(line->completer()->popup(), Qt::Key_Down);
        QTest::keyClick(line->completer()->popup(), Qt::Key_Down);
        QTest::keyClick(line->completer()->popup(), Qt::Key_Return);
        QCOMPARE(line->text(), "Travel");
        QTest::keyClick(line, Qt::Key_Return);  // nothing new by now
        QCOMPARE(corrected.size(), 1);
        QCOMPARE(corrected[0][0].toString(), "category");
        QCOMPARE(*corrected[0][2].value<std::optional<QString>>(), "Travel");
    }

    void changesAreShownInWords() {
        ChangesDialog dialog("a.pdf");
        const QDateTime at = QDateTime::fromSecsSinceEpoch(1714435200);
        using Who = BillEvent::Who;
        dialog.show({{at, Who::Floe, "state", "", "read"},
                     {at, Who::You, "seller.name", "Invoice", "Tannenhof KG"},
                     {at, Who::You, "total", "", "confirmed"},
                     {at, Who::You, "direction", "received", "sent"},
                     {at, Who::You, "number", "7", ""}});
        const auto* table = dialog.findChild<QTableWidget*>();
        const auto row = [&](int at) {
            QStringList cells;
            for (int column = 1; column < 5; ++column) cells += table->item(at, column)->text();
            return cells.join('|');
        };
        QCOMPARE(table->rowCount(), 5);
        QCOMPARE(row(0), "You|Invoice: Invoice number|7|(nothing)");
        QCOMPARE(row(1), "You|Kind of bill|that I received|that I sent");
        QCOMPARE(row(2), "You|Amounts: Total with tax|(nothing)|confirmed");
        QCOMPARE(row(3), "You|Seller: Name|Invoice|Tannenhof KG");
        QCOMPARE(row(4), "Floe|Reading|(nothing)|read");
    }

    void twinsAreShownValueBesideValue() {
        BillInfo mine, other;
        mine.fileName = "a.pdf";
        other.fileName = "b.pdf";
        TwinDialog dialog(mine, bill(), other);
        Extraction differs = bill();
        differs.fields[1].value = "20.00";
        dialog.showOther(differs);
        dialog.show();
        QStringList seen;
        for (const QLabel* label : dialog.findChildren<QLabel*>())
            if (label->isVisible()) seen += label->text();
        QCOMPARE(seen.count("120325"), 2);
        QCOMPARE(seen.count("19.50"), 1);
        QCOMPARE(seen.count("20.00"), 1);
        QSignalSpy accepted(&dialog, &QDialog::accepted);
        for (QPushButton* button : dialog.findChildren<QPushButton*>())
            if (button->text() == "Remove this one") button->click();
        QCOMPARE(accepted.count(), 1);
    }

    void correctionsConfirmationsAndLinesAreUndone() {
        Corrections corrections;
        corrections.setBill(1);
        QSignalSpy confirmed(&corrections, &Corrections::confirmWanted),
            arranged(&corrections, &Corrections::arrangeWanted);
        corrections.confirm("total");
        corrections.arrange({}, {0, 1});
        corrections.undoGroup()->undo();
        corrections.undoGroup()->undo();
        QCOMPARE(arranged[0][1].value<QVector<int>>(), (QVector<int>{0, 1}));
        QCOMPARE(arranged[1][1].value<QVector<int>>(), QVector<int>());
        QCOMPARE(confirmed[0][2].toBool(), true);
        QCOMPARE(confirmed[1][2].toBool(), false);
    }

    void doubtsInTheLinesAreCounted() {
        World world;
        Extraction unsure = bill();
        unsure.fields[2].status = Field::Status::Doubtful;
        world.show(unsure);
        bool said = false, sum = false;
        for (const QLabel* label : world.page.findChildren<QLabel*>()) {
            said = said || (label->isVisible() && label->text() == "To be looked at, marked with this sign: 1");
            sum = sum || (label->isVisible() && label->text() == "Sum of the lines: 12.50");
        }
        QVERIFY(said && sum);
    }

    void rareFieldsAreShownWithAValueOrOnWish() {
        World world;
        QVERIFY(world.row("net")->isVisible());
        QVERIFY(!world.row("payment.iban")->isVisible());
        Extraction more = bill();
        more.fields.insert(1, field("payment.iban", "DE02120300000000202051", {}));
        world.show(more);
        QVERIFY(world.row("payment.iban")->isVisible());
        QVERIFY(!world.row("seller.vat_id")->isVisible());
        for (QPushButton* button : world.page.findChildren<QPushButton*>())
            if (button->text() == "More fields") button->click();
        QVERIFY(world.row("seller.vat_id")->isVisible());
    }

    void whatHardlyAnyBillHasIsShownOnlyWhereItIsSaid() {
        World world;
        const auto table = [&](const char* name) -> LinesTable* {
            for (LinesTable* one : world.page.findChildren<LinesTable*>())
                if (one->accessibleName() == name) return one;
            return nullptr;
        };
        for (QPushButton* button : world.page.findChildren<QPushButton*>())
            if (button->text() == "More fields") button->click();
        QVERIFY(!world.row("payee.name")->isVisible() && !table("Notes")->isVisible());
        Extraction more = bill();
        more.fields += {field("payee.name", "Pike Factoring", {}), field("notes.0.text", "Thank you.", {})};
        world.show(more);
        QVERIFY(world.row("payee.name")->isVisible() && table("Notes")->isVisible());
        QVERIFY(!table("Further accounts to pay to")->isVisible());
        // A place that is chosen lights the row of its list, as with lines.
        world.page.findChild<BillForm*>()->light("notes.0.text");
        QCOMPARE(table("Notes")->currentIndex().data().toString(), "Thank you.");
        // Many columns need a bar to move them, which must not cover the only row.
        LinesTable* lines = table("Lines of the bill");
        for (const char* member : {"note", "details", "gross_price", "allowances.0.amount", "allowances.0.reason"})
            more.fields += field(QString("lines.0.") + member, "Something rather long", {});
        world.show(more);
        QCoreApplication::processEvents();
        QVERIFY(lines->horizontalScrollBar()->maximum() > 0);
        QVERIFY(lines->viewport()->height() >= lines->rowHeight(0));
    }

    void theQueueSaysHowItGoes() {
        BillsProgress progress;
        progress.done = 12;
        progress.all = 40;
        progress.perMinute = 18;
        progress.secondsLeft = 93;
        QCOMPARE(InboxBar::words(progress), "Bills read: 12 of 40 · 18 a minute · about 2 minutes left");
        progress.paused = true;
        progress.failed = 1;
        QCOMPARE(InboxBar::words(progress), "Bills read: 12 of 40 · 1 could not be read · paused");
        World world;
        world.page.showProgress(progress);
        auto* bar = world.page.findChild<InboxBar*>();
        QVERIFY(bar->isVisible());
        QSignalSpy pause(&world.page, &BillPage::pauseWanted);
        for (QPushButton* button : bar->findChildren<QPushButton*>())
            if (button->text() == "Go on") button->click();
        QCOMPARE(pause[0][0].toBool(), false);
        world.page.showProgress({});
        QVERIFY(!bar->isVisible());
    }

    void failedBillsOfferAnotherTry() {
        World world;
        BillInfo info;
        info.id = 1;
        info.state = BillInfo::State::Failed;
        info.problem = "The file is encrypted.";
        world.page.showBill(info);
        QSignalSpy retry(&world.page, &BillPage::retryWanted);
        for (QPushButton* button : world.page.findChildren<QPushButton*>())
            if (button->isVisible() && button->text() == "Try again") QTest::mouseClick(button, Qt::LeftButton);
        QCOMPARE(retry.count(), 1);
    }

    void aLockedBillAsksForItsPasswordInPlace() {
        World world;
        auto* line = world.page.findChild<PasswordBox*>()->findChild<QLineEdit*>();
        auto* open = world.page.findChild<PasswordBox*>()->findChild<QPushButton*>();
        auto* form = world.page.findChild<BillForm*>();
        QVERIFY(!line->isVisible() && form->isVisible());
        BillInfo info;
        info.id = 2;
        info.fileName = "locked.pdf";
        info.state = BillInfo::State::Failed;
        info.locked = true;
        info.problem = "locked.pdf: the PDF is locked with a password.";
        QSignalSpy pictures(&world.page, &BillPage::pictureWanted), given(&world.page, &BillPage::unlockWanted);
        world.page.showBill(info);
        QCOMPARE(pictures.count(), 0);  // there is none to be had yet
        QVERIFY(line->isVisible() && !form->isVisible() && !open->isEnabled());
        QCOMPARE(line->echoMode(), QLineEdit::Password);
        QCOMPARE(line->accessibleName(), "Password of locked.pdf");
        QCOMPARE(line->accessibleDescription(), info.problem);
        QTest::keyClick(line, Qt::Key_Return);  // nothing is nothing to try
        QCOMPARE(given.count(), 0);

        QTest::keyClicks(line, "wrong");
        QCOMPARE(line->nextInFocusChain(), open);
        QTest::keyClick(line, Qt::Key_Return);
        QCOMPARE(given.count(), 1);
        QCOMPARE(given[0][0].toLongLong(), 2);
        QCOMPARE(given[0][1].toString(), "wrong");
        QCOMPARE(pictures.count(), 1);

        info.problem = "locked.pdf: this password does not open the PDF. Check it and try again.";
        world.page.showBill(info);
        QVERIFY(line->isVisible());
        QCOMPARE(line->selectedText().size(), 5);  // typed over by the next one
        QCOMPARE(line->accessibleDescription(), info.problem);
        QTest::keyClicks(line, "secret");
        QTest::mouseClick(open, Qt::LeftButton);
        QCOMPARE(given[1][1].toString(), "secret");

        info.state = BillInfo::State::Ready;
        info.locked = false;
        info.problem.clear();
        world.page.showBill(info);
        QImage sheet(612, 792, QImage::Format_RGB32);
        sheet.fill(Qt::white);
        world.page.showPicture(0, 1, sheet);
        QVERIFY(!line->isVisible() && form->isVisible() && world.view->isVisible());
    }

    void aPageThatIsLockedAfterARestartAsksInItsPlace() {
        World world;
        auto* line = world.page.findChild<PasswordBox*>()->findChild<QLineEdit*>();
        world.page.askPassword("a.pdf: the PDF is locked with a password.");
        world.page.showPicture(0, 1, {});  // that there is no picture changes nothing
        QVERIFY(line->isVisible() && !world.view->isVisible());
        QVERIFY(world.page.findChild<BillForm*>()->isVisible());  // what was read stays to be seen
        QTest::keyClicks(line, "typed");
        BillInfo other;
        other.id = 3;
        other.state = BillInfo::State::Ready;
        world.page.showBill(other);
        QVERIFY(line->text().isEmpty() && world.view->isVisible());
    }

    void aBillIsSeenThroughAFormOfOnesOwn() {
        World world;
        QSignalSpy wanted(&world.page, &BillPage::formWanted);
        world.page.setForms({{"rent", "Rent"}, {"receipt", "Receipt"}});
        QComboBox* through = world.through();
        QVERIFY(through->isVisible());
        through->setCurrentIndex(1);
        QCOMPARE(wanted.count(), 1);
        QCOMPARE(world.page.form(), "rent");
        QVERIFY(!world.page.findChild<BillForm*>()->isVisible());
        FilledForm filled;
        Field found = field("contract.no", "4711", {50, 60, 30, 10}, 1);
        filled.values = {{"contract › no", "contract › no", "contract.no", found}, {"none", "none", "none", {}}};
        world.page.showForm(filled);
        auto* table = world.page.findChild<ValuesTable*>();
        QVERIFY(table->isVisible());
        QTest::keyClick(table, Qt::Key_Down);
        QCOMPARE(world.view->litPath(), table->currentIndex().data(FormValuesModel::PathRole).toString());
        table->setCurrentIndex(table->model()->index(0, 1));
        QCOMPARE(world.page.selected(), "contract.no");
        QCOMPARE(world.view->page(), 1);
        world.show(bill());  // it was corrected, or is another one
        QCOMPARE(wanted.count(), 2);
    }

    void aFormThatGoesLeavesTheBillsOwn() {
        World world;
        world.page.setForms({{"rent", "Rent"}});
        world.through()->setCurrentIndex(1);
        world.page.setForms({});
        QCOMPARE(world.page.form(), "");
        QVERIFY(world.page.findChild<BillForm*>()->isVisible());
        QVERIFY(!world.through()->isVisible());
    }

    void aReviewIsOfTheBillsOwnForm() {
        World world;
        world.page.setForms({{"rent", "Rent"}});
        world.through()->setCurrentIndex(1);
        world.page.setReviewing(true);
        QCOMPARE(world.page.form(), "");
        QVERIFY(world.page.reviewing());
        world.through()->setCurrentIndex(1);
        QVERIFY(!world.page.reviewing());
    }
};

static floe::test::AddTest<BillPageTest> add;

#include "bill_page_test.moc"
