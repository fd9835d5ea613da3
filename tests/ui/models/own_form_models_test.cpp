// Forms of a person's own: the list, the fields of one with their steps, its values on a bill.
#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>
#include <QUndoStack>

#include "support/model_json.h"
#include "support/test_objects.h"
#include "ui/models/bill_list_model.h"
#include "ui/models/bill_words.h"
#include "ui/models/form_values_model.h"
#include "ui/models/own_form_list_model.h"
#include "ui/models/own_form_model.h"
#include "ui/models/own_form_words.h"
#include "ui/models/ready_bills_model.h"

using namespace floe;
using test::json, test::modelJson;
using From = OwnField::From;

namespace {

const char* const kList = R"([{"name":"broken","subtitle":"Cannot be read","shipped":false},)"
                          R"({"name":"Energy","subtitle":"Fields: 2","shipped":false},)"
                          R"({"name":"Rent","subtitle":"Fields: 2","shipped":false},)"
                          R"({"name":"receipt","subtitle":"Comes with Floe","shipped":true}])";

OwnField field(const QString& name, const QString& path) {
    OwnField made;
    made.name = name;
    made.field = path;
    return made;
}

OwnForm twoFields() {
    OwnForm form;
    form.fields = {field("who", "seller.name"), field("sum", "total")};
    return form;
}

OwnFormFile file(const QString& name, bool shipped = false) {
    OwnFormFile made;
    made.name = made.form.title = name;
    made.form.fields = twoFields().fields;
    made.shipped = shipped;
    return made;
}

OwnValue value(const QString& name, const QString& read) {
    OwnValue made{name, name, name, {}};
    if (read.isEmpty()) return made;
    made.field = Field{};
    made.field->path = name;
    made.field->value = read;
    made.field->text = "printed " + read;
    return made;
}

QStringList names(const OwnFormModel& model) {
    QStringList all;
    for (const OwnField& field : model.form().fields) all += field.name;
    return all;
}

/// A form with its steps under the model tester.
struct World {
    OwnFormModel model;
    QUndoStack steps;
    QAbstractItemModelTester tester{&model, QAbstractItemModelTester::FailureReportingMode::QtTest};
    World() { model.show(twoFields(), &steps); }
};

}  // namespace

class OwnFormModelsTest : public QObject {
    Q_OBJECT
 private slots:
    void fieldsAreRowsInPlainWords() {
        World world;
        OwnForm form = twoFields();
        OwnField deposit = field("deposit", "");
        deposit.from = From::Labels;
        deposit.labels = QStringList{"Deposit", "Kaution"};
        deposit.kind = OwnField::Kind::Number;
        form.fields.append(deposit);
        world.model.show(form, &world.steps);
        QCOMPARE(modelJson(world.model, {"display"})[0].toArray(),
                 json(R"([[{"display":"who"},{"display":"Seller: Name"},{"display":"Text"}]])")[0].toArray());
        QCOMPARE(
            modelJson(world.model, {"display"})[2].toArray(),
            json(R"([[{"display":"deposit"},{"display":"Beside “Deposit” or “Kaution”"},{"display":"Number"}]])")[0]
                .toArray());
    }

    void everyChangeIsAStepThatCanBeTakenBack() {
        World world;
        QSignalSpy changed(&world.model, &OwnFormModel::formChanged);
        QCOMPARE(world.model.addField(0, field("new", "number")), 1);
        QCOMPARE(names(world.model), (QStringList{"who", "new", "sum"}));
        world.model.moveField(1, 1);
        QCOMPARE(names(world.model), (QStringList{"who", "sum", "new"}));
        world.model.removeField(0);
        QCOMPARE(names(world.model), (QStringList{"sum", "new"}));
        QVERIFY(world.model.setData(world.model.index(0, OwnFormModel::Name), "amount", Qt::EditRole));
        QCOMPARE(changed.count(), 4);
        while (world.steps.canUndo()) world.steps.undo();
        QVERIFY(world.model.form() == twoFields());
        while (world.steps.canRedo()) world.steps.redo();
        QCOMPARE(names(world.model), (QStringList{"amount", "new"}));
    }

    void whatIsTypedInOnePlaceIsOneStep() {
        World world;
        for (const char* typed : {"w", "wh", "whom"}) world.model.setField(0, field(typed, "seller.name"));
        QCOMPARE(world.steps.count(), 1);
        world.model.endStep();
        world.model.setField(0, field("whose", "seller.name"));
        world.model.setField(1, field("total", "total"));
        QCOMPARE(world.steps.count(), 3);
        world.steps.undo();
        world.steps.undo();
        QCOMPARE(names(world.model), (QStringList{"whom", "sum"}));
        world.steps.undo();
        QVERIFY(world.model.form() == twoFields());
    }

    void whatChangesNothingIsNoStep() {
        World world;
        world.model.setField(0, twoFields().fields[0]);
        world.model.moveField(0, -1);
        world.model.removeField(7);
        QVERIFY(!world.model.setData(world.model.index(0, OwnFormModel::Name), " who ", Qt::EditRole));
        QCOMPARE(world.steps.count(), 0);
    }

    void aFormOfFloeCannotBeChanged() {
        World world;
        world.model.show(twoFields(), nullptr);
        world.model.removeField(0);
        QCOMPARE(world.model.rowCount(), 2);
        QVERIFY(!(world.model.flags(world.model.index(0, 0)) & Qt::ItemIsEditable));
    }

    void theRowWithAMistakeSaysIt() {
        World world;
        OwnField broken = field("sum", "");
        broken.from = From::Pattern;
        broken.pattern = "ab[";
        world.model.setField(1, broken);
        QVERIFY(world.model.mistake());
        QCOMPARE(world.model.index(0, 0).data(OwnFormModel::MistakeRole).toString(), "");
        const QString said = world.model.index(1, 0).data(OwnFormModel::MistakeRole).toString();
        QVERIFY2(said.startsWith("“sum”: the pattern has a mistake at character 4: "), qPrintable(said));
        world.steps.undo();
        QVERIFY(!world.model.mistake());
    }

    void aSchemaThatIsTypedTakesThePlaceOfTheForm() {
        World world;
        OwnForm form;
        form.fields = {field("a", "net"), field("sum", "total"), field("b", "tax"), field("c", "paid")};
        world.model.replace(form);
        QCOMPARE(names(world.model), (QStringList{"a", "sum", "b", "c"}));
        world.model.replace({});
        QCOMPARE(world.model.rowCount(), 0);
        world.steps.undo();
        world.steps.undo();
        QVERIFY(world.model.form() == twoFields());
    }

    void everyMistakeAndNameFaultHasItsSentence() {
        using What = FormMistake::What;
        for (const What what :
             {What::NoFields, What::NoName, What::NameTwice, What::NoField, What::NoLabels, What::NoPattern,
              What::BrokenPattern, What::NoMembers, What::MemberWithoutName, What::MemberTwice})
            QVERIFY(OwnFormWords::sentence(FormMistake{what, 0, "a"}).endsWith('.'));
        using Fault = OwnForms::NameFault;
        for (const Fault fault : {Fault::Empty, Fault::TooLong, Fault::BadCharacter, Fault::Shipped})
            QVERIFY(!OwnFormWords::sentence(fault, "a").isEmpty());
        QVERIFY(OwnFormWords::sentence(Fault::None, "a").isEmpty());
    }

    void proposedNamesAreDifferent() {
        QSet<QString> seen;
        for (const BillWord& word : BillWords::head()) {
            const QString name = OwnFormWords::proposedName(word.path);
            QVERIFY2(!name.isEmpty() && !seen.contains(name), qPrintable(word.path));
            seen.insert(name);
        }
    }

    void examplesAreGoodPatterns() {
        for (const OwnFormWords::Example& example : OwnFormWords::examples()) {
            OwnForm form;
            form.fields = {field("a", "")};
            form.fields[0].from = From::Pattern;
            form.fields[0].pattern = example.pattern;
            QVERIFY2(!mistakeIn(form), qPrintable(example.pattern));
        }
    }

    void ownFormsStandBeforeThoseOfFloe() {
        OwnFormListModel model;
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        OwnFormFile broken = file("broken");
        broken.problem = "broken.json: this is no JSON.";
        model.reset({file("receipt", true), file("Rent"), broken});
        model.put(file("Energy"));
        QCOMPARE(modelJson(model, {"name", "subtitle", "shipped"}), json(kList));
        model.setUnsaved("Rent", true);
        model.rename("Rent", file("Lease"));
        QCOMPARE(model.index(model.rowOf("Lease")).data(OwnFormListModel::SubtitleRole).toString(), "To be mended");
        model.remove("Lease");
        QCOMPARE(model.rowCount(), 3);
        QCOMPARE(model.freeName("Energy"), "Energy 2");
        QCOMPARE(model.freeName("Receipt"), "Receipt 2");
    }

    void valuesStayInPlaceWhileAPersonTypes() {
        FormValuesModel model;
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.reset({value("who", "Pike"), value("sum", "")});
        QSignalSpy reset(&model, &QAbstractItemModel::modelReset);
        model.reset({value("who", "Pike Ltd"), value("sum", "12")});
        QCOMPARE(reset.count(), 0);
        QCOMPARE(model.found(), 2);
        QCOMPARE(model.index(0, FormValuesModel::Value).data().toString(), "Pike Ltd");
        QCOMPARE(model.index(0, FormValuesModel::Printed).data().toString(), "printed Pike Ltd");
        model.reset({value("who", "")});
        QCOMPARE(reset.count(), 1);
        QCOMPARE(model.index(0, FormValuesModel::Value).data().toString(), "not on this bill");
        QVERIFY(!model.index(0, 0).data(FormValuesModel::FoundRole).toBool());
        QCOMPARE(model.rowOf("sum"), -1);
    }

    void whatIsMadeOfOthersSaysSoAndPicturesAreShown() {
        FormValuesModel model;
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        OwnValue made = value("about", "Sells: tables"), logo = value("logo", "page 1: 1 2 3 4");
        made.field->text.clear();
        made.field->status = Field::Status::Derived;
        made.field->note = "Not printed: made of the lines of this bill.";
        logo.picture = QImage(8, 8, QImage::Format_RGB32);
        model.reset({made, logo, value("who", "Pike")});
        const auto at = [&](int row, int column) { return model.index(row, column); };
        QCOMPARE(at(0, FormValuesModel::Printed).data().toString(),
                 "Derived. Not printed: made of the lines of this bill.");
        QVERIFY(at(0, FormValuesModel::Printed).data(FormValuesModel::MadeRole).toBool());
        QVERIFY(!at(2, FormValuesModel::Printed).data(FormValuesModel::MadeRole).toBool());
        QCOMPARE(at(1, FormValuesModel::Value).data(FormValuesModel::PictureRole).value<QImage>().size(), QSize(8, 8));
        QCOMPARE(at(1, FormValuesModel::Value).data().toString(), "");
        QCOMPARE(at(1, FormValuesModel::Value).data(Qt::AccessibleTextRole).toString(), "Picture, page 1: 1 2 3 4");
        QVERIFY(at(2, FormValuesModel::Value).data(FormValuesModel::PictureRole).value<QImage>().isNull());
    }

    void aFormCanAskForWhatIsNoFieldOfABill() {
        QVERIFY(OwnFormWords::fieldPaths().contains("seller.logo"));
        for (const QString& path : OwnFormWords::fieldPaths())
            QVERIFY2(OwnFormWords::fieldLabel(path) != path, qPrintable(path));
    }

    void onlyBillsThatWereReadCanBeTried() {
        BillListModel bills;
        ReadyBillsModel model(&bills);
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        BillInfo ready, waiting;
        ready.id = 1;
        ready.fileName = "a.pdf";
        ready.state = BillInfo::State::Ready;
        ready.total = "12.00";
        ready.currency = "EUR";
        waiting.id = 2;
        waiting.fileName = "b.pdf";
        bills.reset({ready, waiting});
        QCOMPARE(model.rowCount(), 1);
        QCOMPARE(model.idAt(0), 1);
        QCOMPARE(model.rowOf(2), -1);
        QVERIFY(model.index(0, 0).data().toString().startsWith("a.pdf · "));
        waiting.state = BillInfo::State::Ready;
        bills.change(waiting);
        QVERIFY(model.rowOf(2) >= 0);
    }
};

static floe::test::AddTest<OwnFormModelsTest> add;

#include "own_form_models_test.moc"
