// Forms of a person's own: what the schema may ask for, and what is found for it.

#include "app/extraction/own_schema.h"

#include <QtTest>
#include <nlohmann/json.hpp>

#include "extraction/printed_page.h"
#include "support/qt_suites.h"

using namespace floe;
using Json = nlohmann::ordered_json;

namespace {

const char* const kShopping = R"json({"type": "object", "properties": {
    "who": {"type": "object", "properties": {"name": {"type": ["null", "string"], "x-field": "seller.name"}}},
    "when": {"type": "string", "x-field": "issue_date"},
    "what": {"type": "array", "x-field": "lines", "items": {"type": "object", "properties": {
        "name": {"type": "string", "x-field": "description"}, "sum": {"type": "number", "x-field": "amount"}}}}}})json";

const char* const kLease = R"json({"type": "object", "properties": {
    "contract": {"type": "string", "x-labels": ["Vertragsnummer", "contract no."], "x-pattern": "[A-Z]{2}-(\\d+)"},
    "start": {"type": "string", "format": "date", "x-labels": ["Start of contract"]},
    "deposit": {"type": "number", "x-labels": ["Deposit"]},
    "rooms": {"type": "integer", "x-labels": ["Rooms"]},
    "code": {"type": "string", "x-pattern": "TH-\\d+"},
    "links": {"type": "array", "items": {"type": "string", "x-pattern": "(?:facebook|instagram)\\.com/[\\w.]*\\w"}},
    "none": {"type": "string", "x-labels": ["Landlord"]}}})json";

/// JSON in which ' stands for ", since moc does not read raw strings well.
QByteArray json(const char* quoted) {
    return QByteArray(quoted).replace('\'', '"');
}

/// A schema of one property, "a".
QString asking(const char* property) {
    return QString("{'type': 'object', 'properties': {'a': %1}}").arg(property);
}

Json filled(const char* schema, const Extraction& extraction, const PageText& page) {
    const auto own = OwnSchema::parse(schema, "mine.json");
    if (!own) return Json(own.error().sentence());
    return Json::parse(own->filled(extraction, page).toStdString());
}

Field field(const QString& path, const QString& value) {
    Field made;
    made.path = path;
    made.value = made.text = value;
    return made;
}

}  // namespace

class OwnSchemaTest : public QObject {
    Q_OBJECT
 private slots:
    void valuesComeFromTheBillsFields() {
        Extraction e;
        e.fields = {field("seller.name", "Tannenhof"), field("lines.0.description", "Milk"),
                    field("lines.0.amount", "1.20"), field("lines.1.description", "Rye")};
        e.lineCount = 2;
        const Json form = filled(kShopping, e, {});
        QCOMPARE(form["who"]["name"]["value"], "Tannenhof");
        QVERIFY(form["when"].is_null());
        QCOMPARE(form["what"].size(), size_t(2));
        QCOMPARE(form["what"][0]["sum"]["value"], "1.20");
        QCOMPARE(form["what"][1]["name"]["value"], "Rye");
        QVERIFY(form["what"][1]["sum"].is_null());
    }

    void labelsAndPatternsAreFoundOnThePage() {
        const PageText page =
            test::printedText({"Contract no.: TH-4711", "Start of contract | 3. Mai 2024", "Deposit | 1.250,50 EUR",
                               "Rooms: some", "See www.facebook.com/tannenhof or instagram.com/tannen.hof today"});
        const Json form = filled(kLease, {}, page);
        QCOMPARE(form["contract"]["value"], "4711");
        QCOMPARE(form["contract"]["status"], "derived");
        QCOMPARE(form["contract"]["page"], 0);
        QVERIFY(form["contract"]["box"].is_array());
        QCOMPARE(form["start"]["value"], "2024-05-03");
        QCOMPARE(form["deposit"]["value"], "1250.50");
        QVERIFY(form["rooms"].is_null());
        QCOMPARE(form["code"]["value"], "TH-4711");
        QCOMPARE(form["links"].size(), size_t(2));
        QCOMPARE(form["links"][1]["value"], "instagram.com/tannen.hof");
        QVERIFY(form["none"].is_null());
    }

    void theValuesStandOneAfterTheOther() {
        Extraction e;
        e.fields = {field("seller.name", "Tannenhof"), field("lines.0.description", "Milk"),
                    field("lines.1.description", "Rye")};
        e.lineCount = 2;
        const auto own = OwnSchema::parse(kShopping, "mine.json");
        QVERIFY(own);
        QStringList all;
        for (const OwnValue& value : own->values(e, {}))
            all += value.name + " | " + value.path + " | " + value.column + " | " +
                   (value.field ? value.field->value : QString("-"));
        QCOMPARE(all,
                 (QStringList{
                     "who › name | who.name | who › name | Tannenhof", "when | when | when | -",
                     "what 1 › name | what.0.name | what › name | Milk", "what 1 › sum | what.0.sum | what › sum | -",
                     "what 2 › name | what.1.name | what › name | Rye", "what 2 › sum | what.1.sum | what › sum | -"}));
        QCOMPARE(own->columns(), (QStringList{"who › name", "when", "what › name", "what › sum"}));
        QCOMPARE(own->values({}, {}).size(), 3);  // a list without lines is one row that says so
    }

    void aStopLeavesTheRestEmpty() {
        const auto own = OwnSchema::parse(kLease, "mine.json");
        const std::atomic<bool> stop{true};
        for (const OwnValue& value : own->values({}, test::printedText({"TH-4711"}), &stop))
            QVERIFY2(!value.field, qPrintable(value.name));
    }

    void whatCannotBeFilledIsRefusedWithItsPlace_data() {
        QTest::addColumn<QString>("schema");
        QTest::addColumn<QString>("says");
        const auto row = [](const char* name, const QString& schema, const char* says) {
            QTest::newRow(name) << schema << QString(says);
        };
        row("no JSON", "{", "mine.json: this is no JSON");
        row("a list", "[1]", "#: this is no schema");
        row("no object", "{'type': 'string', 'x-field': 'number'}", "#: the whole must be an object");
        row("no properties", "{'type': 'object'}", "#: the object has no properties");
        row("no source", asking("{'type': 'string'}"), "#/properties/a: nothing says where the value comes from");
        row("unknown field", asking("{'type': 'string', 'x-field': 'seller.cat'}"), "no field \"seller.cat\"");
        row("unknown list", asking("{'type': 'array', 'x-field': 'cats', 'items': {}}"), "no list \"cats\"");
        row("unknown type", asking("{'type': 'boolean', 'x-field': 'number'}"), "its type is none of");
        row("bad pattern", asking("{'type': 'string', 'x-pattern': '['}"), "is no regular expression");
        row("reference", asking("{'$ref': '#/x'}"), "is not understood");
        row("line without field",
            asking("{'type': 'array', 'x-field': 'lines', 'items': {'type': 'object', 'properties': {"
                   "'b': {'type': 'string', 'x-labels': ['x']}}}}"),
            "nothing says which value of the line");
    }
    void whatCannotBeFilledIsRefusedWithItsPlace() {
        QFETCH(QString, schema);
        QFETCH(QString, says);
        const auto own = OwnSchema::parse(json(schema.toUtf8()), "mine.json");
        QVERIFY(!own);
        const QString sentence = QString::fromStdString(own.error().sentence());
        QVERIFY2(sentence.contains(says), qPrintable(sentence));
    }

    void deepAndWideSchemasEnd() {
        QByteArray deep;
        for (int i = 0; i < 10'000; ++i) deep += json("{'type':'object','properties':{'a':");
        deep += "1" + QByteArray(20'000, '}');
        QVERIFY(!OwnSchema::parse(deep, "deep.json"));
        QByteArray wide = json("{'type':'object','properties':{'a':{'type':'string','x-field':'number'}");
        for (int i = 0; i < 600; ++i)
            wide += json(",'a%1':{'type':'string','x-field':'number'}").replace("%1", QByteArray::number(i));
        const auto many = OwnSchema::parse(wide + "}}", "wide.json");
        QVERIFY(!many);
        QVERIFY(QString::fromStdString(many.error().sentence()).contains("too many fields"));
    }

    void theShippedOnesAreGood() {
        for (const QString name : {"receipt", "vendor"}) QVERIFY2(OwnSchema::load(name), qPrintable(name));
        const auto none = OwnSchema::load("nothing.json");
        QVERIFY(!none);
        QVERIFY(QString::fromStdString(none.error().sentence()).contains("receipt, vendor"));
    }
};

static floe::test::AddSuite<OwnSchemaTest> added;
#include "own_schema_test.moc"
