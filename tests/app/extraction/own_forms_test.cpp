// Forms of a person's own as the window makes them: read and written as schemas, kept as files, tried on bills.

#include "app/extraction/own_forms.h"

#include <QDir>
#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QtTest>
#include <nlohmann/json.hpp>

#include "app/extraction/own_schema.h"
#include "app/resources.h"
#include "extraction/bills_world.h"
#include "support/qt_suites.h"

using namespace floe;
using Json = nlohmann::ordered_json;
using From = OwnField::From;
using Kind = OwnField::Kind;
using What = FormMistake::What;
using NameFault = OwnForms::NameFault;

namespace {

/// JSON in which ' stands for ", since moc does not read raw strings well.
QByteArray json(const char* quoted) {
    return QByteArray(quoted).replace('\'', '"');
}

const QByteArray kRent = json(
    "{'title': 'Rent', 'description': 'of flats', 'type': 'object', 'required': ['contract', 'gone'], 'properties': {"
    "'who': {'type': 'object', 'title': 'Who', 'properties': {'name': {'type': ['null', 'string'], "
    "'x-field': 'seller.name'}}},"
    "'contract': {'type': 'string', 'x-labels': ['Contract no.'], 'x-pattern': '[A-Z]{2}-(\\\\d+)', 'maxLength': 9},"
    "'start': {'type': 'string', 'format': 'date', 'x-labels': ['Start', 'Beginn']},"
    "'rooms': {'type': 'integer', 'x-labels': ['Rooms']},"
    "'links': {'type': 'array', 'maxItems': 3, 'items': {'type': 'string', 'x-pattern': 'https?://\\\\S+'}},"
    "'positions': {'type': 'array', 'x-field': 'lines', 'items': {'type': 'object', 'properties': {"
    "'what': {'type': 'string', 'x-field': 'description'}, 'costs': {'type': 'number', 'x-field': 'amount'}}}}}}");

QByteArray contentsOf(const QString& path) {
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void write(const QString& path, const QByteArray& bytes) {
    QFile file(path);
    QVERIFY(QDir().mkpath(QFileInfo(path).absolutePath()));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(bytes);
}

OwnForm formOf(const QByteArray& schema) {
    QString problem;
    const auto form = ownFormOf(schema, "mine", &problem);
    if (!form) qWarning("%s", qPrintable(problem));
    return form.value_or(OwnForm{});
}

OwnField fieldOf(const QString& name, From from) {
    OwnField field;
    field.name = name;
    field.from = from;
    if (from == From::Field) field.field = "number";
    return field;
}

/// Forms in a folder, with all they said.
struct World {
    explicit World(const QString& path) : folder(path), forms(path) {}

    template <class Signal>
    bool waitFor(Signal signal, const std::function<void()>& work) {
        QSignalSpy said(&forms, signal);
        work();
        return said.count() > 0 || said.wait(5000);
    }

    QString folder;
    OwnForms forms;
};

}  // namespace

class OwnFormsTest : public QObject {
    Q_OBJECT
    std::unique_ptr<QTemporaryDir> folder_;
    QString forms() const { return folder_->filePath("forms"); }

 private slots:
    void init() { folder_ = std::make_unique<QTemporaryDir>(); }

    void aSchemaBecomesRowsThatPeopleEdit() {
        const OwnForm form = formOf(kRent);
        QCOMPARE(form.title, "Rent");
        QCOMPARE(form.fields.size(), 6);
        QCOMPARE(form.fields[0].within, QStringList("who"));
        QCOMPARE(form.fields[0].field, "seller.name");
        QCOMPARE(form.fields[1].from, From::Labels);
        QCOMPARE(form.fields[1].pattern, "[A-Z]{2}-(\\d+)");
        QCOMPARE(form.fields[2].kind, Kind::Date);
        QCOMPARE(form.fields[2].labels, (QStringList{"Start", "Beginn"}));
        QCOMPARE(form.fields[3].kind, Kind::Number);
        QCOMPARE(form.fields[4].from, From::Matches);
        QCOMPARE(form.fields[5].from, From::Lines);
        QCOMPARE(form.fields[5].members.size(), 2);
        QCOMPARE(form.fields[5].members[1].name, "costs");
        QVERIFY(!mistakeIn(form));
    }

    void whatIsNotUnderstoodStaysAsItIs() {
        const Json before = Json::parse(kRent.toStdString());
        Json after = Json::parse(schemaOf(formOf(kRent)).toStdString());
        QCOMPARE(after["required"], Json::array({"contract"}));  // "gone" is no field
        after["required"] = before["required"];
        QCOMPARE(after.dump(2), before.dump(2));
        for (const QString& name : OwnSchema::shipped()) {
            const QByteArray shipped = contentsOf(resource("schemas/" + name + ".json"));
            QCOMPARE(Json::parse(schemaOf(formOf(shipped)).toStdString()).dump(2),
                     Json::parse(shipped.toStdString()).dump(2));
        }
    }

    void aChangedFieldIsWrittenAsItIsNow() {
        OwnForm form = formOf(kRent);
        form.fields[1].from = From::Field;
        form.fields[1].field = "order_number";
        form.fields[2].kind = Kind::Text;
        form.fields[3].from = From::Matches;
        form.fields[3].pattern = "\\d+";
        form.fields[4].from = From::Pattern;
        form.fields[5].from = From::Taxes;
        form.fields[5].members = {fieldOf("rate", From::Field)};
        form.fields[5].members[0].field = "rate";
        const Json properties = Json::parse(schemaOf(form).toStdString())["properties"];
        QCOMPARE(properties["contract"].dump(),
                 json("{'type':'string','maxLength':9,'x-field':'order_number'}").toStdString());
        QVERIFY(!properties["start"].contains("format"));
        QCOMPARE(properties["rooms"]["type"], "array");
        QVERIFY(!properties["rooms"].contains("x-labels"));
        QCOMPARE(properties["rooms"]["items"].dump(), json("{'type':'number','x-pattern':'\\\\d+'}").toStdString());
        QCOMPARE(properties["links"]["type"], "string");
        QVERIFY(!properties["links"].contains("items"));
        QCOMPARE(properties["positions"]["x-field"], "taxes");
        QVERIFY(OwnSchema::parse(schemaOf(form), "changed"));
    }

    void theFirstMistakeIsNamedWithItsRow_data() {
        QTest::addColumn<OwnForm>("form");
        QTest::addColumn<int>("what");
        QTest::addColumn<int>("row");
        const auto row = [](const char* name, const QVector<OwnField>& fields, What what, int at) {
            OwnForm form;
            form.fields = fields;
            QTest::newRow(name) << form << int(what) << at;
        };
        const OwnField good = fieldOf("a", From::Field);
        OwnField broken = fieldOf("b", From::Pattern), labelled = fieldOf("c", From::Labels), grouped = good;
        broken.pattern = "ab[";
        labelled.labels = QStringList("Deposit");
        labelled.pattern = "(";
        grouped.within = QStringList("a");
        OwnField list = fieldOf("d", From::Lines);
        row("no fields", {}, What::NoFields, -1);
        row("no name", {good, fieldOf("", From::Field)}, What::NoName, 1);
        row("a name twice", {good, good}, What::NameTwice, 1);
        row("a group's name", {good, grouped}, What::NameTwice, 0);
        row("no words", {fieldOf("x", From::Labels)}, What::NoLabels, 0);
        row("no pattern", {good, fieldOf("x", From::Matches)}, What::NoPattern, 1);
        row("a broken pattern", {good, broken}, What::BrokenPattern, 1);
        row("a broken pattern beside words", {labelled}, What::BrokenPattern, 0);
        row("no members", {list}, What::NoMembers, 0);
        list.members = {good, good};
        row("a member twice", {list}, What::MemberTwice, 0);
        list.members = {fieldOf("", From::Field)};
        row("a member without a name", {list}, What::MemberWithoutName, 0);
    }
    void theFirstMistakeIsNamedWithItsRow() {
        QFETCH(OwnForm, form);
        QFETCH(int, what);
        QFETCH(int, row);
        const auto mistake = mistakeIn(form);
        QVERIFY(mistake);
        QCOMPARE(int(mistake->what), what);
        QCOMPARE(mistake->row, row);
        if (mistake->what == What::BrokenPattern) QVERIFY(mistake->at > 0 && !mistake->detail.isEmpty());
    }

    void brokenJsonIsToldWithItsLine() {
        QString problem;
        QVERIFY(!ownFormOf(json("{'type': 'object',\n 'properties' {}}"), "mine", &problem));
        QVERIFY2(problem.contains("line 2, column 1"), qPrintable(problem));
    }

    void aFormIsAFileAndComesBackAsItWas() {
        World world(forms());
        QVERIFY(world.waitFor(&OwnForms::saved, [&] { world.forms.save("Rent", kRent); }));
        QCOMPARE(contentsOf(forms() + "/Rent.json"), kRent);
        QSignalSpy loaded(&world.forms, &OwnForms::loaded);
        world.forms.requestForms();
        QVERIFY(loaded.wait());
        const auto all = loaded[0][0].value<QVector<OwnFormFile>>();
        QCOMPARE(all.size(), 3);
        QCOMPARE(all[0].name, "Rent");
        QCOMPARE(all[0].form.fields.size(), 6);
        QVERIFY(!all[0].shipped && all[1].shipped && all[2].shipped);
        QVERIFY(OwnSchema::load("Rent", forms()));
        QVERIFY(!OwnSchema::load("Rent"));
    }

    void whatIsNoFormIsNotSaved() {
        World world(forms());
        QVERIFY(world.waitFor(&OwnForms::failed, [&] { world.forms.save("Rent", "{}"); }));
        QVERIFY(!QFile::exists(forms() + "/Rent.json"));
    }

    void aFormThatCannotBeWrittenLeavesTheOldOne() {
        World world(forms());
        QVERIFY(world.waitFor(&OwnForms::saved, [&] { world.forms.save("Rent", kRent); }));
        QVERIFY(QDir().mkpath(forms() + "/Other.json"));  // a folder where the file would go
        QSignalSpy failed(&world.forms, &OwnForms::failed);
        world.forms.save("Other", kRent);
        QVERIFY(failed.wait());
        QVERIFY(failed[0][0].value<Problem>().sentence.contains("cannot be written"));
        QVERIFY(world.waitFor(&OwnForms::failed, [&] { world.forms.rename("Rent", "Other"); }));
        QCOMPARE(contentsOf(forms() + "/Rent.json"), kRent);
    }

    void aRenamedFormHasThatNameAsItsTitle() {
        World world(forms());
        QVERIFY(world.waitFor(&OwnForms::saved, [&] { world.forms.save("Rent", kRent); }));
        QVERIFY(world.waitFor(&OwnForms::renamed, [&] { world.forms.rename("Rent", "Lease"); }));
        QVERIFY(!QFile::exists(forms() + "/Rent.json"));
        QCOMPARE(formOf(contentsOf(forms() + "/Lease.json")).title, "Lease");
    }

    void aRemovedFormComesBack() {
        World world(forms());
        QVERIFY(world.waitFor(&OwnForms::saved, [&] { world.forms.save("Rent", kRent); }));
        QVERIFY(world.waitFor(&OwnForms::removed, [&] { world.forms.remove("Rent"); }));
        QVERIFY(!QFile::exists(forms() + "/Rent.json"));
        QVERIFY(world.waitFor(&OwnForms::saved, [&] { world.forms.restore("Rent"); }));
        QCOMPARE(contentsOf(forms() + "/Rent.json"), kRent);
        QVERIFY(world.waitFor(&OwnForms::failed, [&] { world.forms.restore("Rent"); }));
    }

    void aDamagedFileIsToldAndLeftInPlace() {
        write(forms() + "/Broken.json", "{ not JSON");
        World world(forms());
        QSignalSpy loaded(&world.forms, &OwnForms::loaded);
        world.forms.requestForms();
        QVERIFY(loaded.wait());
        const OwnFormFile broken = loaded[0][0].value<QVector<OwnFormFile>>()[0];
        QCOMPARE(broken.name, "Broken");
        QVERIFY2(broken.problem.contains("Broken: this is no JSON"), qPrintable(broken.problem));
        QVERIFY(broken.form.fields.isEmpty());
        QCOMPARE(contentsOf(forms() + "/Broken.json"), "{ not JSON");
    }

    void importAndExportKeepTheFileByteByByte() {
        World world(forms());
        const QString outside = folder_->filePath("from a colleague.json"), written = folder_->filePath("out.json");
        write(outside, kRent);
        QSignalSpy imported(&world.forms, &OwnForms::imported);
        world.forms.importFrom(outside);
        QVERIFY(imported.wait());
        QCOMPARE(imported[0][0].value<OwnFormFile>().name, "Rent");
        world.forms.importFrom(outside);
        QVERIFY(imported.wait());
        QCOMPARE(imported[1][0].value<OwnFormFile>().name, "Rent 2");
        QVERIFY(world.waitFor(&OwnForms::exported, [&] { world.forms.exportTo("Rent", written); }));
        QCOMPARE(contentsOf(written), kRent);
        QVERIFY(world.waitFor(&OwnForms::exported, [&] { world.forms.exportTo("receipt", written); }));
        QVERIFY(OwnSchema::load(written));
        write(outside, "[]");
        QVERIFY(world.waitFor(&OwnForms::failed, [&] { world.forms.importFrom(outside); }));
    }

    void whatWasSavedLastIsOnTheDiskWhenTheProgramEnds() {
        {
            World world(forms());
            for (int i = 0; i < 20; ++i) world.forms.save("Rent", schemaOf(formOf(kRent)) + QByteArray(i, '\n'));
        }
        QCOMPARE(contentsOf(forms() + "/Rent.json"), schemaOf(formOf(kRent)) + QByteArray(19, '\n'));
    }

    void namesAreThoseOfFiles() {
        QCOMPARE(OwnForms::faultOf("Miete & Nebenkosten 2024"), NameFault::None);
        QCOMPARE(OwnForms::faultOf("  "), NameFault::Empty);
        QCOMPARE(OwnForms::faultOf("../secret"), NameFault::BadCharacter);
        QCOMPARE(OwnForms::faultOf(".hidden"), NameFault::BadCharacter);
        QCOMPARE(OwnForms::faultOf("a/b"), NameFault::BadCharacter);
        QCOMPARE(OwnForms::faultOf(QString(300, 'a')), NameFault::TooLong);
        QCOMPARE(OwnForms::faultOf("Receipt"), NameFault::Shipped);
    }

    void aFormIsFilledFromABillOfTheHistory() {
        test::BillsWorld world(folder_->path());
        world.bills.add({test::kSample});
        QVERIFY(world.are(BillInfo::State::Ready, 1));
        const BillId bill = world.latest.firstKey();
        const QByteArray schema = json(
            "{'type': 'object', 'properties': {'who': {'type': 'string', 'x-field': 'seller.name'},"
            "'number': {'type': 'string', 'x-labels': ['Invoice number'], 'x-pattern': '\\\\d+'},"
            "'none': {'type': 'string', 'x-labels': ['Cost centre']}}}");
        QSignalSpy filled(&world.bills, &Bills::formFilled);
        const quint64 first = world.bills.fillForm(bill, schema);
        const quint64 second = world.bills.fillForm(bill, schema, first);
        QVERIFY(filled.wait(20000));
        QTest::qWait(50);
        QCOMPARE(filled.count(), 1);  // the first one was not wanted any more
        QCOMPARE(filled[0][0].value<quint64>(), second);
        const auto form = filled[0][2].value<FilledForm>();
        QVERIFY2(form.problem.isEmpty(), qPrintable(form.problem));
        QCOMPARE(form.values.size(), 3);
        QCOMPARE(form.values[0].field->value, "Google Cloud");
        QVERIFY(form.values[1].field && !form.values[1].field->boxes.isEmpty());
        QCOMPARE(form.values[1].field->path, "number");
        QVERIFY(!form.values[2].field);

        QSignalSpy exported(&world.bills, &Bills::formExported);
        const QString csv = folder_->filePath("out.csv"), lines = folder_->filePath("out.jsonl");
        world.bills.exportForm({bill}, "Mine", schema, csv);
        QVERIFY(exported.wait(20000));
        QVERIFY2(contentsOf(csv).contains("file,who,number,none,derived\r\n"), contentsOf(csv).constData());
        QVERIFY(contentsOf(csv).contains(",Google Cloud,") && contentsOf(csv).contains(",number\r\n"));
        world.bills.exportForm({bill}, "Mine", schema, lines);
        QVERIFY(exported.wait(20000));
        const Json line = Json::parse(contentsOf(lines).toStdString());
        QCOMPARE(line["schema"], "Mine");
        QCOMPARE(line["fields"]["who"]["value"], "Google Cloud");
    }

    void aBillWhosePagesAreGoneStillHasItsOwnValues() {
        const QString file = folder_->filePath("a.pdf");
        QVERIFY(QFile::copy(test::kSample, file));
        test::BillsWorld world(folder_->path());
        world.bills.add({file});
        QVERIFY(world.are(BillInfo::State::Ready, 1));
        const BillId bill = world.latest.firstKey();
        QVERIFY(QFile::remove(file));
        QVERIFY(QDir(folder_->filePath("originals")).removeRecursively());
        const QByteArray schema = json(
            "{'type': 'object', 'properties': {'who': {'type': 'string', 'x-field': 'seller.name'},"
            "'number': {'type': 'string', 'x-labels': ['Invoice number']}}}");
        QSignalSpy filled(&world.bills, &Bills::formFilled), exported(&world.bills, &Bills::formExported);
        world.bills.fillForm(bill, schema);
        QVERIFY(filled.wait(20000));
        const auto form = filled[0][2].value<FilledForm>();
        QVERIFY(!form.problem.isEmpty());
        QCOMPARE(form.values[0].field->value, "Google Cloud");
        QVERIFY(!form.values[1].field);
        world.bills.exportForm({bill}, "Mine", schema, folder_->filePath("out.csv"));
        QVERIFY(exported.wait(20000));
        QCOMPARE(exported[0][1].toInt(), 1);
        QCOMPARE(exported[0][2].toInt(), 1);
    }

    void aSchemaThatIsNoneIsSaidInItsPlace() {
        test::BillsWorld world(folder_->path());
        world.bills.add({test::kSample});
        QVERIFY(world.are(BillInfo::State::Ready, 1));
        QSignalSpy filled(&world.bills, &Bills::formFilled);
        world.bills.fillForm(world.latest.firstKey(), "{");
        QVERIFY(filled.wait(20000));
        QVERIFY(!filled[0][2].value<FilledForm>().problem.isEmpty());
        world.bills.fillForm(4711, kRent);
        QVERIFY(filled.wait(20000));
        QVERIFY(filled[1][2].value<FilledForm>().problem.contains("not in the list"));
    }
};

static floe::test::AddSuite<OwnFormsTest> added;
#include "own_forms_test.moc"
