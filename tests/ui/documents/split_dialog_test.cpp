// The dialog that asks where a bill is split: what comes of it, and the small pictures of the pages.
#include "ui/documents/split_dialog.h"

#include <QLabel>
#include <QListWidget>
#include <QPushButton>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>

#include "support/test_objects.h"

using namespace floe;

namespace {

QImage page() {
    QImage image(60, 85, QImage::Format_RGB32);
    image.fill(Qt::red);
    return image;
}

bool isRed(const QListWidgetItem* item) {
    const QImage shown = item->icon().pixmap(104, 148).toImage();
    return shown.pixelColor(shown.rect().center()) == QColor(Qt::red);
}

}  // namespace

class SplitDialogTest : public QObject {
    Q_OBJECT
 private slots:
    void theSplitDialogSaysWhatComesOfIt() {
        SplitDialog dialog("scan.pdf", 4);
        dialog.show();
        auto* list = dialog.findChild<QListWidget*>();
        const auto says = [&](const QString& text) {
            for (QLabel* label : dialog.findChildren<QLabel*>())
                if (label->text() == text) return true;
            return false;
        };
        auto* split = dialog.findChildren<QPushButton*>().last();
        for (QPushButton* button : dialog.findChildren<QPushButton*>())
            if (button->text() == "&Split") split = button;
        QVERIFY(says("It stays one bill.") && !split->isEnabled() && dialog.starts().isEmpty());
        QSignalSpy looked(&dialog, &SplitDialog::pageLookedAt), accepted(&dialog, &QDialog::accepted);
        QCOMPARE(list->currentRow(), 1);
        list->setFocus();
        QTest::keyClick(list, Qt::Key_Space);  // page 2
        QTest::keyClick(list, Qt::Key_Down);
        QTest::keyClick(list, Qt::Key_Down);
        QTest::keyClick(list, Qt::Key_Space);  // page 4
        QCOMPARE(looked.last()[0].toInt(), 3);
        QCOMPARE(dialog.starts(), (QVector<int>{1, 3}));
        QVERIFY(says("3 bills: page 1, pages 2–3, page 4."));
        QTest::keyClick(list, Qt::Key_Home);
        QTest::keyClick(list, Qt::Key_Space);  // the first page always begins a bill
        QCOMPARE(list->item(0)->checkState(), Qt::Checked);
        QVERIFY(!list->accessibleName().isEmpty());
        QTest::keyClick(&dialog, Qt::Key_Return);
        QCOMPARE(accepted.count(), 1);
    }

    void picturesComeOneAfterTheOtherForPagesInSight() {
        SplitDialog dialog("scan.pdf", 60);
        QSignalSpy wanted(&dialog, &SplitDialog::thumbnailWanted);
        dialog.show();
        QTRY_COMPARE(wanted.count(), 1);
        QCOMPARE(wanted[0][0].toInt(), 0);
        auto* list = dialog.findChild<QListWidget*>();
        dialog.showThumbnail(0, page());
        QVERIFY(isRed(list->item(0)) && !isRed(list->item(1)));
        QCOMPARE(wanted.count(), 2);
        QCOMPARE(wanted[1][0].toInt(), 1);
        dialog.showThumbnail(1, {});  // a page that cannot be drawn is not asked for again
        for (int i = 2; i < wanted.count(); ++i) dialog.showThumbnail(wanted[i][0].toInt(), page());
        QVERIFY2(wanted.count() < 15, qPrintable(QString::number(wanted.count())));
        list->verticalScrollBar()->setValue(list->verticalScrollBar()->maximum());
        QTRY_VERIFY(wanted.last()[0].toInt() > 40);
        dialog.showThumbnail(99, page());
        QCOMPARE(dialog.starts(), QVector<int>());
    }
};

static floe::test::AddTest<SplitDialogTest> add;

#include "split_dialog_test.moc"
