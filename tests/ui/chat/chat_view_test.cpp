// The chat page under a hand and under a stream.
#include <QClipboard>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>

#include "support/test_objects.h"
#include "ui/chat/chat_page.h"
#include "ui/chat/code_block.h"
#include "ui/chat/composer.h"
#include "ui/chat/message_row.h"
#include "ui/chat/message_view.h"
#include "ui/chat/text_block.h"
#include "ui/models/messages_model.h"
#include "ui/models/model_list_model.h"

using namespace floe;

namespace {

Message message(MessageId id, Message::Role role, const QString& text,
                Message::State state = Message::State::Complete) {
    Message made;
    made.id = id;
    made.chat = 1;
    made.role = role;
    made.text = text;
    made.state = state;
    return made;
}

constexpr auto kUser = Message::Role::User;
constexpr auto kAssistant = Message::Role::Assistant;

QVector<Message> conversation(int messages) {
    QVector<Message> all;
    for (int id = 1; id <= messages; ++id)
        all.append(message(id, id % 2 ? kUser : kAssistant, QString("Message %1. ").arg(id).repeated(20)));
    return all;
}

/// A page with its models, shown, in three words.
struct Page {
    MessagesModel messages{nullptr, [this](std::function<void()> work) { frame = std::move(work); }};
    ModelListModel models;
    ChatPage page{&messages, &models};
    std::function<void()> frame;

    Page() {
        page.resize(900, 600);
        page.show();
    }
    template <typename Widget>
    Widget* only() {
        const auto found = page.findChildren<Widget*>();
        return found.isEmpty() ? nullptr : found.first();
    }
    void frameComes() {
        if (auto work = std::exchange(frame, nullptr)) work();
        QCoreApplication::processEvents();
    }
};

}  // namespace

class ChatViewTest : public QObject {
    Q_OBJECT
 private slots:
    void enterSendsAndShiftEnterBreaksTheLine() {
        Page world;
        QSignalSpy sent(&world.page, &ChatPage::sendWanted);
        auto* edit = world.only<Composer>()->findChild<QPlainTextEdit*>();
        QTest::keyClicks(edit, "one");
        QTest::keyClick(edit, Qt::Key_Return, Qt::ShiftModifier);
        QTest::keyClicks(edit, "two");
        QCOMPARE(sent.count(), 0);
        QTest::keyClick(edit, Qt::Key_Return);
        QCOMPARE(sent.count(), 1);
        QCOMPARE(sent[0][0].toString(), "one\ntwo");
        QCOMPARE(edit->toPlainText(), "one\ntwo");  // stays until it was taken
        world.page.accepted();
        QCOMPARE(edit->toPlainText(), "");
        QTest::keyClick(edit, Qt::Key_Return);
        QCOMPARE(sent.count(), 1);  // nothing to send
    }

    void escapeStopsAndNothingIsSentMeanwhile() {
        Page world;
        QSignalSpy stop(&world.page, &ChatPage::stopWanted), sent(&world.page, &ChatPage::sendWanted);
        world.messages.show(1);
        world.messages.add(message(2, kAssistant, "", Message::State::Waiting));
        auto* edit = world.only<Composer>()->findChild<QPlainTextEdit*>();
        world.page.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&world.page));
        edit->setFocus();
        QTest::keyClicks(edit, "wait");
        QTest::keyClick(edit, Qt::Key_Return);
        QCOMPARE(sent.count(), 0);
        QTest::mouseClick(world.only<Composer>()->findChild<QPushButton*>(), Qt::LeftButton);
        QCOMPARE(stop.count(), 1);
        QTest::keyClick(edit, Qt::Key_Escape);
        QCOMPARE(stop.count(), 2);
    }

    void aStreamTouchesOnlyItsLastBlock() {
        Page world;
        world.messages.reset(1, {message(1, kUser, "Write code"), message(2, kAssistant, "", Message::State::Waiting)});
        world.messages.append(1, 2, "Here:\n\n```cpp\nint a;\n```\n\nAnd then");
        world.frameComes();
        auto* code = world.only<CodeBlock>();
        QVERIFY(code);
        const auto blocks = world.page.findChildren<TextBlock*>();
        world.messages.append(1, 2, " some **more**.");
        world.frameComes();
        QCOMPARE(world.page.findChildren<TextBlock*>(), blocks);
        QCOMPARE(world.only<CodeBlock>(), code);
        QVERIFY(std::any_of(blocks.begin(), blocks.end(),
                            [](const TextBlock* block) { return block->toPlainText() == "And then some more."; }));
    }

    void codeIsCopiedAsItStands() {
        CodeBlock block;
        block.setCode("int a;", "cpp");
        block.setCode("int a;\n  int b;", "cpp");
        QTest::mouseClick(block.findChild<QPushButton*>(), Qt::LeftButton);
        QCOMPARE(QGuiApplication::clipboard()->text(), "int a;\n  int b;");
        QCOMPARE(block.findChild<QPlainTextEdit*>()->toPlainText(), "int a;\n  int b;");
    }

    void anAnswerLoadsNothingAndShowsNoMarkup() {
        TextBlock block;
        const QUrl file = QUrl::fromLocalFile(QCoreApplication::applicationFilePath());  // one that is there
        block.setAnswer(QString("**bold** <b>tag</b> ![picture](%1)").arg(file.toString()));
        QVERIFY(block.toPlainText().contains("bold <b>tag</b>"));
        QVERIFY(block.document()->resource(QTextDocument::ImageResource, file).toByteArray().isEmpty());
    }

    void theViewFollowsTheEndOnlyWhenItIsThere() {
        Page world;
        world.messages.reset(1, conversation(20));
        auto* bar = world.only<MessageView>()->verticalScrollBar();
        QTRY_VERIFY(bar->maximum() > 0 && bar->value() == bar->maximum());
        world.messages.add(message(30, kAssistant, "", Message::State::Waiting));
        world.messages.append(1, 30, QString("Growing text.\n\n").repeated(10));
        world.frameComes();
        QTRY_COMPARE(bar->value(), bar->maximum());
        bar->setValue(bar->maximum() / 2);
        auto* view = world.only<MessageView>();
        MessageRow* read = nullptr;  // the uppermost that is seen
        for (MessageRow* row : view->findChildren<MessageRow*>()) {
            const int top = row->mapTo(view, QPoint()).y();
            if (top + row->height() > 0 && (!read || top < read->mapTo(view, QPoint()).y())) read = row;
        }
        QVERIFY(read);
        const int seen = read->mapTo(view, QPoint()).y();
        world.messages.append(1, 30, QString("More text.\n\n").repeated(10));
        world.frameComes();
        QTest::qWait(20);
        QCOMPARE(read->mapTo(view, QPoint()).y(), seen);
        QVERIFY(bar->value() < bar->maximum());
    }

    void aLongChatIsBuiltAsFarAsItIsScrolled() {
        Page world;
        world.messages.reset(1, conversation(300));
        auto* view = world.only<MessageView>();
        auto* bar = view->verticalScrollBar();
        const auto built = [view] { return view->findChildren<MessageRow*>().size(); };
        QTRY_VERIFY(bar->value() > view->viewport()->height());
        QTest::qWait(50);
        QVERIFY2(built() < 100, qPrintable(QString::number(built())));
        QCOMPARE(bar->value(), bar->maximum());
        for (int turn = 0; turn < 300 && built() < 300; ++turn) {
            const auto before = built();
            bar->setValue(0);
            QTRY_VERIFY(built() > before && (bar->value() > 0 || built() == 300));
        }
        const auto rows = view->findChildren<MessageRow*>();
        QVERIFY(std::any_of(rows.begin(), rows.end(), [](MessageRow* row) { return row->messageId() == 1; }));
    }

    void whatIsReadStaysWhileOlderMessagesComeIn() {
        Page world;
        world.messages.reset(1, conversation(300));
        auto* view = world.only<MessageView>();
        auto* bar = view->verticalScrollBar();
        QTRY_VERIFY(bar->value() > view->viewport()->height());
        QTest::qWait(50);
        MessageRow* top = nullptr;
        for (MessageRow* row : view->findChildren<MessageRow*>())
            if (!top || row->messageId() < top->messageId()) top = row;
        bar->setValue(0);
        const int seen = top->mapTo(view, QPoint()).y();
        QTRY_VERIFY(bar->value() > view->viewport()->height());
        QTest::qWait(50);
        QCOMPARE(top->mapTo(view, QPoint()).y(), seen);
    }

    void aFailedAnswerSaysWhy() {
        Page world;
        Message failed = message(2, kAssistant, "", Message::State::Failed);
        failed.problem = "The model ran out of memory.";
        world.messages.reset(1, {failed});
        bool said = false;
        for (const QLabel* label : world.page.findChildren<QLabel*>())
            said = said || (label->isVisible() && label->text() == failed.problem);
        QVERIFY(said);
    }

    void theEmptyPageSaysWhatToDo() {
        Page world;
        QSignalSpy add(&world.page, &ChatPage::addModelWanted), models(&world.page, &ChatPage::modelsWanted);
        const auto press = [&world] {
            for (QPushButton* button : world.page.findChildren<QPushButton*>())
                if (button->isVisible() && button->text().contains("model") && !button->menu())
                    return QTest::mouseClick(button, Qt::LeftButton);
        };
        press();
        QCOMPARE(add.count(), 1);
        ModelEntry entry;
        entry.id = 1;
        entry.name = "Tiny";
        world.models.reset({entry});
        QCoreApplication::processEvents();
        press();
        QCOMPARE(models.count(), 1);
    }
};

static floe::test::AddTest<ChatViewTest> add;

#include "chat_view_test.moc"
