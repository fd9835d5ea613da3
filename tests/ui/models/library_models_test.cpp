// The list of models and the estimate of memory.
#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

#include "support/model_json.h"
#include "support/test_objects.h"
#include "ui/models/memory_estimate.h"
#include "ui/models/model_list_model.h"

using namespace floe;
using test::json, test::modelJson;

namespace {

constexpr qint64 kMega = 1 << 20;

ModelEntry entry(ModelId id, const QString& name) {
    ModelEntry made;
    made.id = id;
    made.name = name;
    made.architecture = "llama";
    made.type = "Q4_0";
    made.parameters = 1'100'000'000;
    made.fileBytes = 600 * kMega;
    made.weightBytes = 600 * kMega;
    made.contextLength = 8192;
    made.layers = 22;
    made.kvHeads = 4;
    made.headDim = 64;
    made.computeBytes = 100 * kMega;
    return made;
}

}  // namespace

class LibraryModelsTest : public QObject {
    Q_OBJECT
 private slots:
    void rowsTellFactsAndState() {
        ModelListModel model;
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.reset({entry(1, "Tiny")});
        QCOMPARE(
            modelJson(model, {"name", "facts", "stateText"}),
            json(R"([{"name":"Tiny","facts":"llama · Q4_0 · 1.1 billion parameters · 600.0 MB","stateText":""}])"));
    }

    void loadingShowsItsProgress() {
        ModelListModel model;
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        ModelEntry loading = entry(1, "Tiny");
        loading.state = ModelEntry::State::Loading;
        model.reset({loading});
        QSignalSpy changed(&model, &ModelListModel::dataChanged), again(&model, &ModelListModel::modelReset);
        model.setProgress(1, 0.25);
        model.setProgress(1, 0.25);
        QCOMPARE(changed.count(), 1);
        QCOMPARE(modelJson(model, {"stateText"}), json(R"([{"stateText":"Loading, 25 %"}])"));
        loading.state = ModelEntry::State::Loaded;
        model.reset({loading});
        QCOMPARE(again.count(), 0);
        QVERIFY(model.loaded() && model.loaded()->id == 1);
    }

    void memoryIsWeightsKeysValuesAndBuffers() {
        const MemoryEstimate estimate(entry(1, "Tiny"), 2048, 2000 * kMega);
        QCOMPARE(estimate.cache, qint64(2048) * 22 * 4 * 64 * 2 * 2);
        QCOMPARE(estimate.needed(), 700 * kMega + estimate.cache);
        QVERIFY(estimate.verdict() == MemoryEstimate::Verdict::Fits);
    }

    void theSentenceNamesAContextThatWouldFit() {
        const MemoryEstimate estimate(entry(1, "Tiny"), 8192, 750 * kMega);
        QVERIFY(estimate.verdict() == MemoryEstimate::Verdict::TooLarge);
        QCOMPARE(estimate.largestContext, 50 * kMega / (22 * 4 * 64 * 4));
        QVERIFY(estimate.sentence().contains(QLocale().toString(estimate.largestContext)));
        QVERIFY(MemoryEstimate(entry(1, "Tiny"), estimate.largestContext, 750 * kMega).verdict() ==
                MemoryEstimate::Verdict::Tight);
        QCOMPARE(MemoryEstimate(entry(1, "Tiny"), 512, 600 * kMega).largestContext, 0);
    }
};

static floe::test::AddTest<LibraryModelsTest> add;

#include "library_models_test.moc"
