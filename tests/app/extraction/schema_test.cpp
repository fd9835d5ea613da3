// docs/extract-output.schema.json against what is printed.
#include <QFile>
#include <QtTest>

#include "app/extraction/assemble.h"
#include "app/extraction/extraction_json.h"
#include "app/extraction/names.h"
#include "support/e_invoices.h"
#include "support/paths.h"
#include "support/qt_suites.h"
#include "support/schema_check.h"

using namespace floe;
using namespace floe::test;
using Json = nlohmann::json;

namespace {

Json schema() {
    QFile file(QString(test::source_dir()) + "/docs/extract-output.schema.json");
    if (!file.open(QIODevice::ReadOnly)) return {};
    return Json::parse(file.readAll().toStdString(), nullptr, false);
}

Json printed(const Extraction& e) {
    return Json::parse(toJson(e).toStdString(), nullptr, false);
}

Extraction fullExtraction() {
    Document document;
    document.source = Document::Source::Xml;
    const BillValues facts = truthOf(fullInvoice(true));
    for (auto it = facts.begin(); it != facts.end(); ++it) document.invoice.append({it.key(), it.value()});
    Extraction e = *withoutModel("bill.xml", document);
    e.note = "Something.";
    e.pageRange = "3-4";
    Field& first = e.fields.first();
    first.page = 1;
    first.boxes = {QRectF(1, 2, 3, 4), QRectF(1, 8, 3, 4)};
    first.note = "A note.";
    first.corrected = "Another";
    e.fields[1].page = 0;
    e.fields[1].boxes = {QRectF(1, 2, 3, 4)};
    return e;
}

}  // namespace

class SchemaTest : public QObject {
    Q_OBJECT

    void holds(const Extraction& e) {
        const std::string wrong = SchemaCheck(schema()).wrong(printed(e));
        QVERIFY2(wrong.empty(), wrong.c_str());
    }

    void lists(const Json& properties, const FieldList& list) {
        QVERIFY2(properties.contains(list.name.toStdString()), qPrintable(list.name));
        const Json item = properties[list.name.toStdString()]["items"]["properties"];
        for (const QString& member : list.members + list.rare)
            QVERIFY2(item.contains(member.toStdString()), qPrintable(list.name + ' ' + member));
        for (const FieldList& inner : list.within) lists(item, inner);
    }

 private slots:
    void whatIsPrintedFollowsTheSchema() {
        QVERIFY(schema().is_object());
        holds(fullExtraction());
        Extraction empty;
        empty.file = "x.pdf";
        empty.kind = "unknown";
        empty.source = "ocr";
        holds(empty);
        for (int kind = 0; kind <= static_cast<int>(Problem::Kind::Internal); ++kind)
            holds(failedExtraction("x.pdf", {static_cast<Problem::Kind>(kind), "x.pdf", "x.pdf: no."}));
    }

    void whatIsPrintedIsReadAgain() {
        const Extraction e = fullExtraction();
        const std::optional<Extraction> again = extractionFromJson(toJson(e));
        QVERIFY(again);
        QCOMPARE(again->fields.size(), e.fields.size());
        for (qsizetype i = 0; i < e.fields.size(); ++i) {
            QCOMPARE(again->fields[i].path, e.fields[i].path);  // in the same order
            QCOMPARE(again->fields[i].value, e.fields[i].value);
        }
        QCOMPARE(toJson(*again), toJson(e));
    }

    void rareFieldsAreThereOnlyWhereTheyAreSaid() {
        const Json said = printed(fullExtraction());
        QVERIFY(said["fields"]["seller"].contains("legal_form") && said["lines"][0].contains("note"));
        QVERIFY(!said["lines"][1].contains("note") && !said["lines"][1].contains("allowances"));
        QCOMPARE(said["lines"][0]["attributes"][1]["value"]["value"].get<std::string>(), "12 mm");
        QVERIFY(!said["notes"][0].contains("subject") && said["notes"][1].contains("subject"));
        Extraction empty;
        empty.file = "x.pdf";
        const Json nothing = printed(empty);
        QVERIFY(nothing["fields"]["seller"].contains("legal_id") && nothing["fields"]["buyer"].contains("legal_id"));
        for (const FieldList& list : rareLists()) QVERIFY(!nothing.contains(list.name.toStdString()));
        for (const char* group : {"payee", "delivery", "tax_representative"})
            QVERIFY(!nothing["fields"].contains(group));
    }

    void everyStatusIsInTheSchema() {
        for (int status = 0; status <= static_cast<int>(Field::Status::Xml); ++status) {
            Extraction e = fullExtraction();
            e.fields[0].status = static_cast<Field::Status>(status);
            holds(e);
        }
    }

    void theSchemaListsEveryField() {
        const Json properties = schema()["$defs"]["bill"]["properties"];
        for (const QString& path : formPaths()) {
            const std::string pointer = '/' + QString(path).replace(".", "/properties/").toStdString();
            QVERIFY2(properties["fields"]["properties"].contains(Json::json_pointer(pointer)), qPrintable(path));
        }
        for (const FieldList& list : fieldLists() + rareLists()) lists(properties, list);
    }

    void theCheckerSeesWhatIsWrong_data() {
        QTest::addColumn<QString>("patch");
        for (const auto& [name, patch] :
             {std::pair{"a missing key", R"([{"op":"remove","path":"/pages"}])"},
              {"an unknown key", R"([{"op":"add","path":"/extra","value":1}])"},
              {"a missing field", R"([{"op":"remove","path":"/fields/seller/name"}])"},
              {"a number as text", R"([{"op":"replace","path":"/pages","value":"1"}])"},
              {"an unknown status", R"([{"op":"replace","path":"/fields/total/status","value":"fine"}])"},
              {"a wild confidence", R"([{"op":"replace","path":"/fields/total/confidence","value":1.5}])"},
              {"three sides", R"([{"op":"replace","path":"/fields/total/box","value":[1,2,3]}])"},
              {"a line without amount", R"([{"op":"remove","path":"/lines/0/amount"}])"}})
            QTest::newRow(name) << QString(patch);
    }
    void theCheckerSeesWhatIsWrong() {
        QFETCH(QString, patch);
        const Json broken = printed(fullExtraction()).patch(Json::parse(patch.toStdString()));
        QVERIFY(!SchemaCheck(schema()).wrong(broken).empty());
    }
};

static floe::test::AddSuite<SchemaTest> added;
#include "schema_test.moc"
