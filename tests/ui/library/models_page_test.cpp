// The models page: facts, the estimate that follows the context, wishes.
#include "ui/library/models_page.h"

#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTest>

#include "support/test_objects.h"
#include "ui/models/model_list_model.h"

using namespace floe;

namespace {

ModelEntry entry(ModelId id) {
    ModelEntry made;
    made.id = id;
    made.name = QString("Model %1").arg(id);
    made.weightBytes = made.fileBytes = qint64(600) << 20;
    made.contextLength = 32768;
    made.layers = 22;
    made.kvHeads = 4;
    made.headDim = 64;
    return made;
}

QString visibleText(const QWidget& page) {
    QString all;
    for (const QLabel* label : page.findChildren<QLabel*>())
        if (label->isVisible()) all += label->text() + '\n';
    return all;
}

QPushButton* visibleButton(const QWidget& page, const QString& text) {
    for (QPushButton* button : page.findChildren<QPushButton*>())
        if (button->isVisible() && button->text() == text) return button;
    return nullptr;
}

}  // namespace

class ModelsPageTest : public QObject {
    Q_OBJECT
 private slots:
    void theEstimateFollowsTheContext() {
        ModelListModel models;
        ModelsPage page(&models);
        page.show();
        models.reset({entry(1)});
        page.setFreeMemory(qint64(1) << 30);
        page.setContext(1024);
        QVERIFY(visibleText(page).contains("It fits"));
        page.setContext(32768);
        QVERIFY(visibleText(page).contains("It does not fit"));
    }

    void loadingIsAskedForWithTheContext() {
        ModelListModel models;
        ModelsPage page(&models);
        page.show();
        models.reset({entry(1), entry(2)});
        page.select(2);
        page.findChild<QSpinBox*>()->setValue(2048);
        QSignalSpy load(&page, &ModelsPage::loadWanted), cancel(&page, &ModelsPage::cancelWanted);
        QTest::mouseClick(visibleButton(page, "&Load"), Qt::LeftButton);
        QCOMPARE(load.count(), 1);
        QCOMPARE(load[0][0].toLongLong(), 2);
        QCOMPARE(load[0][1].toLongLong(), 2048);

        ModelEntry loading = entry(2);
        loading.state = ModelEntry::State::Loading;
        models.reset({entry(1), loading});
        QVERIFY(!visibleButton(page, "&Load"));
        QTest::mouseClick(visibleButton(page, "Cancel"), Qt::LeftButton);
        QCOMPARE(cancel.count(), 1);
    }

    void theChosenModelStaysChosenWhenTheListChanges() {
        ModelListModel models;
        ModelsPage page(&models);
        page.show();
        models.reset({entry(1), entry(2)});
        page.select(2);
        models.reset({entry(1), entry(2), entry(3)});
        QVERIFY(visibleText(page).contains("Model 2"));
        models.reset({entry(1), entry(3)});
        QVERIFY(visibleText(page).contains("Model 1"));
        models.reset({});
        QVERIFY(visibleButton(page, "Add a model file …"));
    }

    void theBuiltInModelCanOnlyBeLookedAt() {
        ModelListModel models;
        ModelsPage page(&models);
        page.show();
        ModelEntry builtIn = entry(1);
        builtIn.builtIn = true;
        models.reset({builtIn});
        QVERIFY(!visibleButton(page, "&Load"));
        QVERIFY(!visibleButton(page, "Remove from list"));
        QVERIFY(visibleText(page).contains("reads bills"));
    }
};

static floe::test::AddTest<ModelsPageTest> add;

#include "models_page_test.moc"
