// The window with the real app behind it: a model is dropped in, loaded and asked; the loop keeps turning meanwhile.
#include "ui/window/main_window.h"

#include <QApplication>
#include <QDragEnterEvent>
#include <QElapsedTimer>
#include <QListView>
#include <QMenu>
#include <QMimeData>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>
#include <cstdio>

#include "app/chats/chats.h"
#include "app/extraction/bills.h"
#include "app/floe.h"
#include "app/library/models.h"
#include "app/resources.h"
#include "support/paths.h"
#include "support/test_objects.h"
#include "ui/chat/chat_page.h"
#include "ui/chat/composer.h"
#include "ui/documents/bill_page.h"
#include "ui/documents/board_page.h"
#include "ui/library/models_page.h"
#include "ui/widgets/notice_bar.h"
#include "ui/window/sidebar.h"

using namespace floe;

namespace {

constexpr int kGrossMilliseconds = 300;

QString fixture(const char* name) {
    const QByteArray set = qgetenv("FLOE_FIXTURES");
    const QString root =
        set.isEmpty() ? QString(test::source_dir()) + "/../shared/fixtures" : QString::fromLocal8Bit(set);
    const QString path = root + '/' + name;
    return QFile::exists(path) ? path : QString();
}

void drop(QWidget& window, const QString& path) {
    QMimeData data;
    data.setUrls({QUrl::fromLocalFile(path)});
    QDragEnterEvent enter({50, 50}, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(&window, &enter);
    QVERIFY(enter.isAccepted());
    QDropEvent event(QPointF(50, 50), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(&window, &event);
}

struct World {
    QTemporaryDir folder;
    Floe floe{folder.path()};
    MainWindow window{floe};
    World() { window.show(); }
    template <typename Page>
    bool shows() {
        return window.findChild<Page*>()->isVisible();
    }
};

}  // namespace

class MainWindowTest : public QObject {
    Q_OBJECT
 private slots:
    void shortcutsTurnToTheSections() {
        World world;
        QVERIFY(QTest::qWaitForWindowActive(&world.window));
        QVERIFY(world.shows<ChatPage>());
        QTest::keyClick(&world.window, Qt::Key_2, Qt::ControlModifier);
        QTRY_VERIFY(world.shows<BillPage>());
        QTest::keyClick(&world.window, Qt::Key_3, Qt::ControlModifier);
        QTRY_VERIFY(world.shows<ModelsPage>());
        QTest::keyClick(&world.window, Qt::Key_1, Qt::ControlModifier);
        QTRY_VERIFY(world.shows<ChatPage>());
    }

    void aDroppedModelIsLoadedAndAnswers() {
        const QString model = fixture("models/stories260k-f32.gguf");
        if (model.isEmpty()) QSKIP("the fixture models/stories260k-f32.gguf is not here");
        World world;
        QElapsedTimer beat;
        qint64 worst = 0;
        QTimer beats;
        connect(&beats, &QTimer::timeout, this, [&] { worst = std::max(worst, beat.restart()); });

        QSignalSpy added(&world.floe.models(), &Models::added), loaded(&world.floe.models(), &Models::loaded);
        drop(world.window, model);
        QTRY_COMPARE(added.count(), 1);
        QTRY_VERIFY(world.shows<ModelsPage>());
        beats.start(1);
        beat.start();
        world.floe.models().load(added[0][0].toLongLong(), 512);
        QTRY_COMPARE(loaded.count(), 1);

        world.window.showSection(Section::Chats);
        QSignalSpy changed(&world.floe.chats(), &Chats::messageChanged);
        auto* edit = world.window.findChild<Composer*>()->findChild<QPlainTextEdit*>();
        QTest::keyClicks(edit, "Once upon a time");
        QTest::keyClick(edit, Qt::Key_Return);
        QTRY_VERIFY_WITH_TIMEOUT(
            !changed.isEmpty() && changed.last()[0].value<Message>().state == Message::State::Complete, 60000);
        QVERIFY(!changed.last()[0].value<Message>().text.isEmpty());
        QCOMPARE(edit->toPlainText(), "");
        std::printf("worst gap of the event loop while a model loads and answers: %lld ms\n",
                    static_cast<long long>(worst));
        QVERIFY(worst < kGrossMilliseconds);
    }

    void withoutAModelTheMessageStaysInTheComposer() {
        World world;
        auto* edit = world.window.findChild<Composer*>()->findChild<QPlainTextEdit*>();
        QTest::keyClicks(edit, "Hello");
        QTest::keyClick(edit, Qt::Key_Return);
        QCOMPARE(edit->toPlainText(), "Hello");
    }

    void aDroppedBillTurnsToTheBills() {
        const QString sample = resource("samples/google-cloud.pdf");
        if (sample.isEmpty()) QSKIP("the sample bill is not here");
        World world;
        QSignalSpy added(&world.floe.bills(), &Bills::billAdded);
        drop(world.window, sample);
        QTRY_COMPARE(added.count(), 1);
        QTRY_VERIFY(world.shows<BillPage>());
    }

    void theBoardIsASectionAndOpensABill() {
        World world;
        QVERIFY(QTest::qWaitForWindowActive(&world.window));
        QTest::keyClick(&world.window, Qt::Key_4, Qt::ControlModifier);
        QTRY_VERIFY(world.shows<BoardPage>());
        emit world.window.findChild<BoardPage*>()->openWanted(0);
        QTRY_VERIFY(world.shows<BillPage>());
    }

    void aDeletedChatComesBackByUndo() {
        World world;
        Chats& chats = world.floe.chats();
        QSignalSpy added(&chats, &Chats::chatAdded), removed(&chats, &Chats::chatRemoved);
        chats.create("Plans");
        QTRY_COMPARE(added.count(), 1);
        const ChatId chat = added[0][0].value<ChatInfo>().id;
        emit world.window.findChild<Sidebar*>()->chatRemoveWanted(chat);
        QTRY_COMPARE(removed.count(), 1);
        auto* bar = world.window.findChild<NoticeBar*>();
        QVERIFY(bar->isVisible());
        for (QPushButton* button : bar->findChildren<QPushButton*>())
            if (button->text() == "Undo") QTest::mouseClick(button, Qt::LeftButton);
        QTRY_COMPARE(added.count(), 2);
        QCOMPARE(added[1][0].value<ChatInfo>().title, "Plans");
    }

    void chosenBillsAreJoinedAndComeBack() {
        World world;
        world.window.showSection(Section::Bills);
        QStringList files;
        for (const char* number : {"one", "two"}) {
            files << world.folder.filePath(QString("%1.xml").arg(number));
            QFile file(files.last());
            QVERIFY(file.open(QIODevice::WriteOnly));
            file.write(
                "<Invoice xmlns='urn:oasis:names:specification:ubl:schema:xsd:Invoice-2'"
                " xmlns:cac='urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2'"
                " xmlns:cbc='urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2'><cbc:ID>");
            file.write(number);
            file.write(
                "</cbc:ID><cbc:DocumentCurrencyCode>EUR</cbc:DocumentCurrencyCode><cac:LegalMonetaryTotal>"
                "<cbc:PayableAmount>12.50</cbc:PayableAmount></cac:LegalMonetaryTotal></Invoice>");
        }
        QSignalSpy changed(&world.floe.bills(), &Bills::billChanged), grouped(&world.floe.bills(), &Bills::grouped);
        world.floe.bills().add(files);
        const auto read = [&] {
            QSet<BillId> ready;
            for (const auto& change : changed)
                if (const auto info = change[0].value<BillInfo>(); info.state == BillInfo::State::Ready)
                    ready << info.id;
            return ready.size();
        };
        QTRY_COMPARE_WITH_TIMEOUT(read(), 2, 20000);
        auto* sidebar = world.window.findChild<Sidebar*>();
        QListView* list = nullptr;
        for (QListView* one : sidebar->findChildren<QListView*>())
            if (one->accessibleName() == "Bills") list = one;
        QTRY_COMPARE(list->model()->rowCount(), 2);
        list->setFocus();
        list->setCurrentIndex(list->model()->index(0, 0));
        QTest::keyClick(list, Qt::Key_Down, Qt::ShiftModifier);
        const QVector<BillId> chosen = sidebar->selectedBills();
        QCOMPARE(chosen.size(), 2);
        QVERIFY(chosen[0] < chosen[1]);  // as they came, not as they are listed

        QTimer::singleShot(100, &world.window, [] {
            auto* menu = qobject_cast<QMenu*>(QApplication::activePopupWidget());
            if (!menu) return;
            for (QAction* action : menu->actions())
                if (action->text().contains("Join") && action->isEnabled()) menu->setActiveAction(action);
            QTest::keyClick(menu, Qt::Key_Return);
        });
        emit sidebar->billMenuWanted(chosen[1], {100, 100});
        QTRY_COMPARE(grouped.count(), 1);
        QTRY_COMPARE(list->model()->rowCount(), 1);
        QCOMPARE(list->model()->index(0, 0).data(Qt::ToolTipRole).toString(), files[0]);
        QCOMPARE(sidebar->selectedBills(), grouped[0][1].value<QVector<BillId>>());

        auto* notices = world.window.findChild<NoticeBar*>();
        QCOMPARE(notices->accessibleName(), "2 bills were joined into one.");
        for (QPushButton* button : notices->findChildren<QPushButton*>())
            if (button->text() == "Undo") button->click();
        QTRY_COMPARE(list->model()->rowCount(), 2);

        // What is chosen is removed together, and comes back together.
        list->setFocus();
        list->selectAll();
        QTest::keyClick(list, Qt::Key_Delete);
        QTRY_COMPARE(list->model()->rowCount(), 0);
        QCOMPARE(notices->accessibleName(), "2 bills were removed from the list.");
        for (QPushButton* button : notices->findChildren<QPushButton*>())
            if (button->text() == "Undo") button->click();
        QTRY_COMPARE(list->model()->rowCount(), 2);
    }
};

static floe::test::AddTest<MainWindowTest> add;

#include "main_window_test.moc"
