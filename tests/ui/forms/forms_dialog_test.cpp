// The dialog of own forms: fields are chosen, typed and taken back by keyboard, and the schema beside them.
#include "ui/forms/forms_dialog.h"

#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableView>
#include <QTableWidget>
#include <QTest>
#include <QToolButton>
#include <QTranslator>
#include <QUndoStack>
#include <algorithm>

#include "support/test_objects.h"
#include "ui/documents/values_table.h"
#include "ui/forms/field_panel.h"
#include "ui/forms/fields_view.h"
#include "ui/forms/forms_list.h"
#include "ui/forms/member_table.h"
#include "ui/forms/pattern_box.h"
#include "ui/forms/schema_view.h"
#include "ui/forms/try_panel.h"
#include "ui/models/bill_list_model.h"
#include "ui/models/form_values_model.h"
#include "ui/models/own_form_list_model.h"
#include "ui/models/own_form_model.h"
#include "ui/models/ready_bills_model.h"
#include "ui/widgets/sentence.h"

using namespace floe;
using From = OwnField::From;

namespace {

OwnFormFile rent(bool shipped = false) {
    OwnFormFile made;
    made.name = made.form.title = "Rent";
    made.shipped = shipped;
    OwnField number, total;
    number.name = "Invoice number";
    number.field = "number";
    total.name = "sum";
    total.field = "total";
    total.kind = OwnField::Kind::Number;
    made.form.fields = {number, total};
    made.schema = schemaOf(made.form);
    return made;
}

BillInfo bill() {
    BillInfo info;
    info.id = 1;
    info.fileName = "a.pdf";
    info.state = BillInfo::State::Ready;
    return info;
}

/// A language whose words are half as long again, as German's are.
class LongWords : public QTranslator {
 public:
    QString translate(const char*, const char* text, const char*, int) const override {
        const QString words = QString::fromUtf8(text);
        return words + QString(words.size() / 2, 'n');
    }
    bool isEmpty() const override { return false; }
};

struct World {
    OwnFormListModel forms;
    OwnFormModel fields;
    FormValuesModel values;
    BillListModel bills;
    ReadyBillsModel ready{&bills};
    QUndoStack steps;
    FormsDialog dialog{{&forms, &fields, &values, &ready}};

    explicit World(bool shipped = false) {
        bills.reset({bill()});
        forms.reset({rent(shipped)});
        show(rent(shipped));
        dialog.show();
        QCoreApplication::processEvents();
    }
    void show(const OwnFormFile& form) {
        QUndoStack* mine = form.shipped ? nullptr : &steps;
        fields.show(form.form, mine);
        dialog.list()->choose(form.name);
        dialog.showForm(form, mine);
    }
    template <class Widget>
    Widget* named(const QString& name) {
        for (Widget* widget : dialog.findChildren<Widget*>())
            if (widget->accessibleName() == name) return widget;
        return nullptr;
    }
    QAbstractButton* button(const QString& text) {
        for (auto* made : dialog.findChildren<QAbstractButton*>())
            if (made->text().remove('&') == text || made->accessibleName().startsWith(text)) return made;
        return nullptr;
    }
    void choose(const QString& box, int at) {
        auto* combo = named<QComboBox>(box);
        combo->setCurrentIndex(at);
        emit combo->activated(at);
    }
    QString said() {
        QStringList all;
        for (Sentence* sentence : dialog.findChildren<Sentence*>())
            if (sentence->isVisible()) all += sentence->text();
        return all.join('\n');
    }
};

}  // namespace

class FormsDialogTest : public QObject {
    Q_OBJECT
 private slots:
    void theChosenFieldIsShownBesideTheTable() {
        World world;
        auto* name = world.named<QLineEdit>("Called");
        QCOMPARE(name->text(), "Invoice number");
        QTest::keyClick(world.named<QTableView>("Fields of the form"), Qt::Key_Down);
        QCOMPARE(name->text(), "sum");
        QCOMPARE(world.named<QComboBox>("Which value")->currentData().toString(), "total");
        QVERIFY(!world.named<QPlainTextEdit>("Words beside or above it, one a line")->isVisible());
    }

    void aFieldIsMadeByKeyboardAndTakenBack() {
        World world;
        world.button("Add a field below")->click();
        QCOMPARE(world.fields.rowCount(), 3);
        QVERIFY(!world.fields.mistake());
        auto* name = world.named<QLineEdit>("Called");
        QTRY_VERIFY(name->hasFocus());
        QTest::keyClicks(name, "Deposit");
        QCOMPARE(world.fields.field(1)->name, "Deposit");
        world.choose("Where it comes from", int(From::Labels));
        QVERIFY(world.fields.mistake());
        QVERIFY2(world.said().contains("type the words that stand beside"), qPrintable(world.said()));
        auto* words = world.named<QPlainTextEdit>("Words beside or above it, one a line");
        QVERIFY(words->isVisible());
        QTest::keyClicks(words, "Deposit");
        QTest::keyClick(words, Qt::Key_Return);
        QTest::keyClicks(words, "Kaution");
        QCOMPARE(world.fields.field(1)->labels, (QStringList{"Deposit", "Kaution"}));
        QVERIFY(!world.fields.mistake());
        auto* undo = world.button("Undo");
        QVERIFY(undo->isEnabled());
        while (undo->isEnabled()) undo->click();
        QVERIFY(world.fields.form() == rent().form);
    }

    void aFieldCalledAsItsValueFollowsTheValue() {
        World world;
        auto* value = world.named<QComboBox>("Which value");
        world.choose("Which value", value->findData("due_date"));
        QCOMPARE(world.fields.field(0)->name, "Due date");
        QCOMPARE(world.fields.field(0)->kind, OwnField::Kind::Date);
        QTest::keyClick(world.named<QTableView>("Fields of the form"), Qt::Key_Down);
        world.choose("Which value", value->findData("net"));
        QCOMPARE(world.fields.field(1)->name, "sum");  // a name of the person's own stays
    }

    void aBrokenPatternIsSaidWhileItIsTyped() {
        World world;
        world.choose("Where it comes from", int(From::Pattern));
        auto* line = world.named<QLineEdit>("Pattern that the value looks like");
        QTest::keyClicks(line, "RE-(");
        QVERIFY2(world.said().contains("mistake at character 5"), qPrintable(world.said()));
        QVERIFY2(world.said().contains("stays as it was saved last"), qPrintable(world.said()));
        QTest::keyClicks(line, "\\d+)");
        QVERIFY(!world.fields.mistake());
        QCOMPARE(world.fields.field(0)->pattern, "RE-(\\d+)");
    }

    void aListTakesWhatIsTicked() {
        World world;
        world.choose("Where it comes from", int(From::Lines));
        auto* table = world.dialog.findChild<MemberTable*>();
        QVERIFY(table->isVisible());
        QCOMPARE(world.fields.field(0)->members.size(), 4);
        QCOMPARE(table->rowCount(), 8);
        table->item(0, 0)->setCheckState(Qt::Unchecked);
        QCoreApplication::processEvents();
        QCOMPARE(world.fields.field(0)->members.size(), 3);
        table->item(0, 1)->setText("how many");
        QCoreApplication::processEvents();
        QCOMPARE(world.fields.field(0)->members[0].name, "how many");
        world.choose("Where it comes from", int(From::Taxes));
        QCOMPARE(world.fields.field(0)->members.size(), 3);
        QCOMPARE(world.fields.field(0)->members[0].field, "rate");
        QVERIFY(!world.fields.mistake());
    }

    void theSchemaIsShownAndCanBeTyped() {
        World world;
        world.button("JSON Schema")->click();
        auto* text = world.named<QPlainTextEdit>("JSON Schema of the form");
        QVERIFY(text->isVisible());
        QCOMPARE(text->toPlainText().toUtf8(), schemaOf(rent().form));
        connect(&world.dialog, &FormsDialog::formTyped, &world.fields, &OwnFormModel::replace);
        QString typed = text->toPlainText();
        text->setPlainText(typed.replace("\"sum\"", "\"amount\""));
        QTRY_COMPARE(world.fields.field(1)->name, "amount");
        QCOMPARE(text->toPlainText(), typed);
        text->setPlainText("{\n nothing");
        QTRY_VERIFY2(world.said().contains("Not saved yet."), qPrintable(world.said()));
        QVERIFY2(world.said().contains("line 2"), qPrintable(world.said()));
        QCOMPARE(world.fields.field(1)->name, "amount");
    }

    void aFormOfFloeIsShownAndLeftAlone() {
        World world(true);
        QVERIFY2(world.said().contains("comes with Floe"), qPrintable(world.said()));
        QVERIFY(!world.button("Add a field below")->isEnabled());
        QVERIFY(!world.button("Remove this form")->isEnabled());
        QVERIFY(world.button("Make a copy")->isEnabled());
        QVERIFY(world.named<QLineEdit>("Called")->isReadOnly());
        QVERIFY(!world.named<QComboBox>("Where it comes from")->isEnabled());
    }

    void aDamagedFormShowsItsFileAndWhatIsWrong() {
        World world;
        OwnFormFile broken;
        broken.name = "Broken";
        broken.schema = "{ not JSON";
        broken.problem = "Broken: this is no JSON from line 1, column 3 on. Check its brackets.";
        world.forms.put(broken);
        world.show(broken);
        QVERIFY2(world.said().contains("this is no JSON"), qPrintable(world.said()));
        auto* text = world.named<QPlainTextEdit>("JSON Schema of the form");
        QVERIFY(text->isVisible());
        QCOMPARE(text->toPlainText(), "{ not JSON");
        QVERIFY(!world.button("Fields")->isEnabled());
    }

    void anotherNameIsWished() {
        World world;
        QSignalSpy wanted(&world.dialog, &FormsDialog::renameWanted);
        auto* name = world.named<QLineEdit>("Name of the form");
        name->setFocus();
        name->selectAll();
        QTest::keyClicks(name, "Lease");
        QTest::keyClick(name, Qt::Key_Return);
        QCOMPARE(wanted.count(), 1);
        QCOMPARE(wanted[0][0].toString(), "Lease");
        QVERIFY(world.dialog.isVisible());  // Return is no Close
    }

    void theTriedBillShowsItsValues() {
        World world;
        QCOMPARE(world.dialog.trying()->bill(), 1);
        FilledForm filled;
        filled.values = {{"sum", "sum", "sum", {}}};
        world.dialog.trying()->showFilled(filled);
        const auto labels = world.dialog.trying()->findChildren<QLabel*>();
        QVERIFY(
            std::any_of(labels.begin(), labels.end(), [](auto* label) { return label->text() == "Found: 0 of 1"; }));
        filled.problem = "a.pdf: it needs its password.";
        world.dialog.trying()->showFilled(filled);
        QVERIFY2(world.said().contains("needs its password"), qPrintable(world.said()));
        QCOMPARE(world.values.rowCount(), 1);
        world.bills.remove(1);
        QCOMPARE(world.dialog.trying()->bill(), 0);
    }

    void tabGoesFromTheListToTheFieldsToTheirValues() {
        World world;
        QStringList names;
        QWidget* first = world.named<QListView>("Forms");
        QWidget* widget = first;
        do {
            if (widget->isVisible() && (widget->focusPolicy() & Qt::TabFocus)) names += widget->accessibleName();
            widget = widget->nextInFocusChain();
        } while (widget != first);
        qsizetype before = -1;
        for (const char* name : {"Forms", "Name of the form", "Fields of the form", "Add a field below (Ctrl+Shift+N)",
                                 "Called", "Where it comes from", "Which value", "Bill that the form is tried on",
                                 "Values of the form on this bill"}) {
            const qsizetype at = names.indexOf(name);
            QVERIFY2(at > before, qPrintable(QString(name) + ": " + names.join(", ")));
            before = at;
        }
    }

    void longWordsFitAScreenOfTwiceTheSize() {
        LongWords words;
        QCoreApplication::installTranslator(&words);
        World world;
        for (const From from : {From::Labels, From::Lines}) {
            for (auto* box : world.dialog.findChildren<QComboBox*>())
                if (box->findData(int(From::Taxes)) >= 0 && box->count() == 6) {
                    box->setCurrentIndex(int(from));
                    emit box->activated(int(from));
                }
            QCoreApplication::processEvents();
            const QSize least = world.dialog.minimumSizeHint();  // of 1920 x 1080 at 200 %
            QVERIFY2(least.width() <= 960 && least.height() <= 540,
                     qPrintable(QString("%1 x %2").arg(least.width()).arg(least.height())));
        }
        QCoreApplication::removeTranslator(&words);
    }

    void allThatCanBeReachedHasAName() {
        World world;
        for (QWidget* widget : world.dialog.findChildren<QWidget*>()) {
            if (!widget->isVisible() || !(widget->focusPolicy() & Qt::TabFocus)) continue;
            const auto* made = qobject_cast<QAbstractButton*>(widget);
            const bool named = !widget->accessibleName().isEmpty() || (made && !made->text().isEmpty());
            QVERIFY2(named || qobject_cast<QAbstractScrollArea*>(widget->parentWidget()) ||
                         qobject_cast<FieldPanel*>(widget),
                     widget->metaObject()->className());
        }
    }
};

static floe::test::AddTest<FormsDialogTest> add;

#include "forms_dialog_test.moc"
