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
        const QPair<const char*, const char*> facts[] = {{"seller.name", "Google Cloud"},
                                                         {"buyer.name", "Digits"},
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
        }
        for (const Check& check : e.checks) QVERIFY2(check.ok, qPrintable(check.rule));
    }
};

static floe::test::AddSuite<ShippedModelTest> added;
#include "shipped_model_test.moc"
