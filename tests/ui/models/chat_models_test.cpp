// Lists of chats and messages: facts in, rows out.
#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

#include "support/model_json.h"
#include "support/test_objects.h"
#include "ui/models/chat_list_model.h"
#include "ui/models/messages_model.h"

using namespace floe;
using test::json, test::modelJson;

namespace {

ChatInfo chat(ChatId id, const QString& title, int day) {
    return {id, title, QDateTime(QDate(2024, 5, day), QTime(12, 0))};
}

Message message(MessageId id, Message::Role role, const QString& text, Message::State state) {
    Message made;
    made.id = id;
    made.chat = 1;
    made.role = role;
    made.text = text;
    made.state = state;
    return made;
}

/// Keeps the closures of the model until the test lets the frame come.
struct HeldFrame {
    QVector<std::function<void()>> work;
    Frame frame() {
        return [this](std::function<void()> next) { work.append(std::move(next)); };
    }
    void come() {
        for (const auto& next : std::exchange(work, {})) next();
    }
};

constexpr auto kAssistant = Message::Role::Assistant;
constexpr auto kUser = Message::Role::User;

}  // namespace

class ChatModelsTest : public QObject {
    Q_OBJECT
 private slots:
    void chatsStandNewestFirst() {
        ChatListModel model;
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.reset({chat(1, "Old", 1), chat(2, "New", 9)});
        model.add(chat(3, "Middle", 5));
        QCOMPARE(modelJson(model, {"id", "title"}),
                 json(R"([{"id":2,"title":"New"},{"id":3,"title":"Middle"},{"id":1,"title":"Old"}])"));
    }

    void aChangedChatMovesUp() {
        ChatListModel model;
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.reset({chat(1, "a", 1), chat(2, "b", 2), chat(3, "c", 3)});
        QSignalSpy moved(&model, &ChatListModel::rowsMoved);
        model.change(chat(1, "a", 4));
        QCOMPARE(modelJson(model, {"id"}), json(R"([{"id":1},{"id":3},{"id":2}])"));
        model.change(chat(3, "c", 1));
        QCOMPARE(modelJson(model, {"id"}), json(R"([{"id":1},{"id":2},{"id":3}])"));
        QCOMPARE(moved.count(), 2);
    }

    void aRemovedChatComesBackInItsPlace() {
        ChatListModel model;
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.reset({chat(1, "a", 1), chat(2, "b", 2), chat(3, "c", 3)});
        model.remove(2);
        QCOMPARE(model.rowOf(2), -1);
        model.add(chat(2, "b", 2));
        QCOMPARE(model.rowOf(2), 1);
    }

    void renamingIsAWishUntilTheServiceSaysSo() {
        ChatListModel model;
        model.reset({chat(1, "a", 1)});
        QSignalSpy wanted(&model, &ChatListModel::renameWanted);
        QVERIFY(model.setData(model.index(0), "  Holiday\n plans ", Qt::EditRole));
        QVERIFY(!model.setData(model.index(0), "   ", Qt::EditRole));
        QCOMPARE(wanted.count(), 1);
        QCOMPARE(wanted[0][1].toString(), "Holiday plans");
        QCOMPARE(model.data(model.index(0), Qt::DisplayRole).toString(), "a");
    }

    void piecesAreToldOnceAFrameAndRow() {
        HeldFrame held;
        MessagesModel model(nullptr, held.frame());
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.show(1);
        model.add(message(1, kUser, "Hello", Message::State::Complete));
        model.add(message(2, kAssistant, "", Message::State::Waiting));
        QSignalSpy changed(&model, &MessagesModel::dataChanged);
        for (int piece = 0; piece < 100; ++piece) model.append(1, 2, "x");
        QCOMPARE(changed.count(), 0);
        QCOMPARE(held.work.size(), 1);
        held.come();
        QCOMPARE(changed.count(), 1);
        QCOMPARE(model.message(1).text, QString(100, 'x'));
        QCOMPARE(int(model.message(1).state), int(Message::State::Streaming));
        model.append(1, 2, "y");
        held.come();
        QCOMPARE(changed.count(), 2);
        QVERIFY(model.message(1).text.endsWith("xy"));
    }

    void theWholeTextWinsOverGatheredPieces() {
        HeldFrame held;
        MessagesModel model(nullptr, held.frame());
        model.show(1);
        model.add(message(2, kAssistant, "", Message::State::Waiting));
        model.append(1, 2, "Once ");
        model.change(message(2, kAssistant, "Once upon", Message::State::Complete));
        held.come();
        QCOMPARE(modelJson(model, {"author", "text", "state"}),
                 json(R"([{"author":"assistant","text":"Once upon","state":0}])"));
    }

    void otherChatsAreIgnored() {
        HeldFrame held;
        MessagesModel model(nullptr, held.frame());
        model.show(7);
        model.add(message(1, kUser, "elsewhere", Message::State::Complete));
        model.append(1, 1, "x");
        model.remove(1, 1);
        QCOMPARE(model.rowCount(), 0);
        QCOMPARE(held.work.size(), 0);
    }

    void aFrameAfterTheChatWasLeftTouchesNothing() {
        HeldFrame held;
        MessagesModel model(nullptr, held.frame());
        model.show(1);
        model.add(message(2, kAssistant, "", Message::State::Waiting));
        model.append(1, 2, "late");
        model.show(5);
        QSignalSpy changed(&model, &MessagesModel::dataChanged);
        held.come();
        QCOMPARE(changed.count(), 0);
    }

    void answeringBeginsAndEndsOnce() {
        MessagesModel model;
        QSignalSpy answering(&model, &MessagesModel::answeringChanged);
        model.show(1);
        model.add(message(2, kAssistant, "", Message::State::Waiting));
        model.change(message(2, kAssistant, "a", Message::State::Streaming));
        model.change(message(2, kAssistant, "ab", Message::State::Stopped));
        QCOMPARE(answering.count(), 2);
        QCOMPARE(answering[0][0].toBool(), true);
        QCOMPARE(answering[1][0].toBool(), false);
    }

    void aRegeneratedAnswerTakesTheOldOnesPlace() {
        MessagesModel model;
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.reset(1, {message(1, kUser, "Hi", Message::State::Complete),
                        message(2, kAssistant, "old", Message::State::Complete)});
        model.remove(1, 2);
        model.add(message(3, kAssistant, "new", Message::State::Complete));
        QCOMPARE(modelJson(model, {"id", "text"}), json(R"([{"id":1,"text":"Hi"},{"id":3,"text":"new"}])"));
    }
};

static floe::test::AddTest<ChatModelsTest> add;

#include "chat_models_test.moc"
