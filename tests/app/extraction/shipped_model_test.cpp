#include <QtTest>

#include "app/extraction/extractor.h"
#include "app/resources.h"
#include "support/qt_suites.h"

using namespace floe;

class ShippedModelTest : public QObject {
    Q_OBJECT

 private slots:
    void theShippedModelReadsTheShippedBill() {
        if (resource("models/floe-bill.gguf").isEmpty()) QSKIP("the built-in model is not in resources/models");
        auto engine = Extractor::loadBuiltIn(1);
        QVERIFY2(engine, engine ? "" : engine.error().sentence().c_str());
        const auto extractor = Extractor::make(**engine);
        QVERIFY(extractor);
        const Extraction e = (*extractor)->extract(resource("samples/google-cloud.pdf")).first();
        QVERIFY2(!e.problem, e.problem ? qPrintable(e.problem->sentence) : "");
        const char* const kSeller = "1600 Amphitheatre Parkway\nMountain View, CA, 94043\nUnited States";
        const char* const kBuyer = "1355 Market Street\nSan Francisco, CA, 94103\nUnited States";
        const QPair<const char*, const char*> facts[] = {{"seller.name", "Google Cloud"},
                                                         {"seller.address", kSeller},
                                                         {"seller.email", "invoices@google.com"},
                                                         {"buyer.name", "Digits"},
                                                         {"buyer.address", kBuyer},
                                                         {"buyer.email", "bills@digits.com"},
                                                         {"number", "120325"},
                                                         {"issue_date", "2024-04-30"},
                                                         {"due_date", "2024-05-31"},
                                                         {"currency", "USD"},
                                                         {"total", "37577.23"},
                                                         {"lines.0.quantity", "1"},
                                                         {"lines.0.amount", "37577.23"},
                                                         {"lines.0.description", "Google Cloud — Production"}};
        for (const auto& [path, value] : facts) {
            const Field* field = e.find(path);
            QVERIFY2(field, path);
            QCOMPARE(field->value, QString(value));
            QCOMPARE(field->page, 0);
            QVERIFY2(field->box().isValid(), path);
            QVERIFY2(field->status == Field::Status::Ok || field->status == Field::Status::Derived, path);
        }
        for (const Check& check : e.checks) QVERIFY2(check.ok, qPrintable(check.rule));
    }
};

static floe::test::AddSuite<ShippedModelTest> added;
#include "shipped_model_test.moc"
