// Conversations: on disk before the engine sees them, streamed, saved, stopped, interrupted, regenerated.

#include "app/chats/chats.h"

#include <sys/wait.h>
#include <unistd.h>

#include "app/history_world.h"
#include "app/store/chats_table.h"

using namespace floe;
using floe::test::FakeScript;
using floe::test::LoopGap;
using floe::test::World;
using State = Message::State;

namespace {

/// What stands on disk, read by a connection of its own.
QVector<Message> on_disk(const World& world, ChatId chat) {
    auto database = Database::open(world.folder->filePath("floe.sqlite"));
    if (!database) return {};
    const auto path = chats_table::newest_path(**database, chat);
    return path ? *path : QVector<Message>();
}

QStringList texts(const QVector<Message>& messages) {
    QStringList all;
    for (const Message& message : messages) all << message.text;
    return all;
}

Problem problem_in(const QSignalSpy& spy) {
    return spy.isEmpty() ? Problem{} : spy.last().first().value<Problem>();
}

}  // namespace

class ChatsTest : public QObject {
    Q_OBJECT

 private slots:
    void anAnswerIsStreamedAndKept() {
        World world;
        QVERIFY(world.load_model());
        const ChatId chat = world.new_chat();
        QSignalSpy added(world.chats.get(), &Chats::messageAdded), pieces(world.chats.get(), &Chats::textAppended),
            changed(world.chats.get(), &Chats::messageChanged);
        QVERIFY(world.exchange(chat, "Say hello"));
        QCOMPARE(added.size(), 2);
        QCOMPARE(added[0][0].value<Message>().role, Message::Role::User);
        QCOMPARE(added[1][0].value<Message>().state, State::Waiting);
        QString streamed;
        for (const auto& piece : pieces) streamed += piece[2].toString();
        QCOMPARE(streamed, QString("Hello there"));
        const Message last = changed.last()[0].value<Message>();
        QCOMPARE(last.state, State::Complete);
        QCOMPARE(last.tokens, 3);
        QCOMPARE(last.tokensPerSecond(), 6.0);
        QCOMPARE(last.model, QString("model"));

        const QVector<Message> kept = world.messages(chat);
        QCOMPARE(texts(kept), (QStringList{"Say hello", "Hello there"}));
        QCOMPARE(kept[1].parent, kept[0].id);
        QCOMPARE(kept[1].state, State::Complete);
        QCOMPARE(texts(World(world, {}).messages(chat)), texts(kept));
    }

    void theMessageIsOnDiskBeforeTheEngineSeesIt() {
        World world;
        QVERIFY(world.load_model());
        const ChatId chat = world.new_chat();
        QVector<Message> then;
        world.script->on_submit = [&](const Request&) { then = on_disk(world, chat); };
        QVERIFY(world.exchange(chat, "Durable words"));
        QCOMPARE(texts(then), (QStringList{"Durable words", ""}));
        QCOMPARE(then[0].state, State::Complete);
        QCOMPARE(then[1].state, State::Waiting);
    }

    void theEngineHearsTheWholeConversation() {
        World world;
        QVERIFY(world.load_model());
        const ChatId chat = world.new_chat();
        Chats::Answering how;
        how.systemPrompt = "Be brief";
        how.temperature = 0.25;
        how.seed = 9;
        world.chats->setAnswering(how);
        QVERIFY(world.exchange(chat, "first"));
        QVERIFY(world.exchange(chat, "second"));
        QStringList heard;
        for (const ChatMessage& message : world.script->chats.back())
            heard << QString::fromStdString(message.role + ": " + message.text);
        QCOMPARE(heard, (QStringList{"system: Be brief", "user: first", "assistant: Hello there", "user: second"}));
        const Request& request = world.script->requests.back();
        QCOMPARE(request.sampling.temperature, 0.25f);
        QCOMPARE(request.sampling.seed, uint64_t{9});
        QCOMPARE(request.stop, std::vector<std::string>{"<end>"});
        QCOMPARE(request.max_tokens, 512 - static_cast<int64_t>(request.prompt.size()));
    }

    void aChatIsNamedByItsFirstWords() {
        World world;
        QVERIFY(world.load_model());
        const ChatId chat = world.new_chat(), named = world.new_chat("Mine");
        QSignalSpy changed(world.chats.get(), &Chats::chatChanged);
        QVERIFY(world.exchange(chat, "  What is the answer\nto the question of life, the universe and everything? "));
        QCOMPARE(changed.last()[0].value<ChatInfo>().title,
                 QString("What is the answer to the question of life, the…"));
        QVERIFY(world.exchange(chat, "And now?"));
        QVERIFY(world.exchange(named, "Other words"));
        QCOMPARE(world.list().at(0).title, QString("Mine"));  // the newest first
        QCOMPARE(world.list().at(1).title, QString("What is the answer to the question of life, the…"));
    }

    void withoutAModelTheMessageIsKeptAndCanBeAnsweredLater() {
        World world;
        const ChatId chat = world.new_chat();
        QSignalSpy failed(world.chats.get(), &Chats::failed), lost(world.chats.get(), &Chats::notSent);
        QVERIFY(world.exchange(chat, "Anybody there?"));
        QTRY_COMPARE(failed.size(), 1);
        QVERIFY(problem_in(failed).sentence.contains("models page"));
        QVERIFY(lost.isEmpty());
        QCOMPARE(texts(world.messages(chat)), QStringList{"Anybody there?"});
        QVERIFY(world.load_model());
        world.chats->regenerate(chat);
        QVERIFY(world.idle(chat));
        QCOMPARE(texts(world.messages(chat)), (QStringList{"Anybody there?", "Hello there"}));
    }

    void regeneratingMakesASiblingAndShowsTheNewest() {
        World world;
        QVERIFY(world.load_model());
        const ChatId chat = world.new_chat();
        QVERIFY(world.exchange(chat, "q"));
        const MessageId old = world.messages(chat).last().id;
        world.script->pieces = {"An", "other"};
        QSignalSpy removed(world.chats.get(), &Chats::messageRemoved);
        world.chats->regenerate(chat);
        QVERIFY(world.idle(chat));
        QCOMPARE(world.script->chats.back().size(), size_t{1});  // the old answer is not told
        QCOMPARE(removed.size(), 1);
        QCOMPARE(removed[0][1].value<MessageId>(), old);
        const QVector<Message> now = world.messages(chat);
        QCOMPARE(texts(now), (QStringList{"q", "Another"}));
        QVERIFY(now[1].id != old);
        int rows = 0;
        (void)world.store->wait([&](Database& database) {
            return database.each({"count", "SELECT count(*) FROM messages"}, {},
                                 [&](const QSqlQuery& row) { rows = row.value(0).toInt(); });
        });
        QCOMPARE(rows, 3);
    }

    void stoppingKeepsWhatHadArrived() {
        World world;
        QVERIFY(world.load_model());
        world.script->endless = true;
        world.script->pause = std::chrono::milliseconds(1);
        const ChatId chat = world.new_chat();
        QSignalSpy pieces(world.chats.get(), &Chats::textAppended);
        world.chats->send(chat, "go on");
        QVERIFY(world.chats->answering(chat));
        QTRY_VERIFY(pieces.size() > 3);
        world.chats->stop(chat);
        QVERIFY(world.idle(chat));
        QString streamed;
        for (const auto& piece : pieces) streamed += piece[2].toString();
        const Message kept = world.messages(chat).last();
        QCOMPARE(kept.state, State::Stopped);
        QCOMPARE(kept.text, streamed);
    }

    void stoppingAtOnceStopsBeforeTheEngineAnswers() {
        World world;
        QVERIFY(world.load_model());
        world.script->endless = true;
        world.script->pause = std::chrono::milliseconds(1);
        const ChatId chat = world.new_chat();
        world.chats->send(chat, "never mind");
        world.chats->stop(chat);
        QVERIFY(world.idle(chat));
        QCOMPARE(world.messages(chat).last().state, State::Stopped);
    }

    void aSecondMessageMeanwhileIsGivenBack() {
        World world;
        QVERIFY(world.load_model());
        world.script->endless = true;
        world.script->pause = std::chrono::milliseconds(1);
        const ChatId chat = world.new_chat();
        QSignalSpy lost(world.chats.get(), &Chats::notSent);
        world.chats->send(chat, "one");
        world.chats->send(chat, "two");
        QCOMPARE(lost.size(), 1);
        QCOMPARE(lost[0][1].toString(), QString("two"));
        world.chats->stop(chat);
        QVERIFY(world.idle(chat));
        QCOMPARE(world.messages(chat).size(), 2);
    }

    void aFailedAnswerSaysWhy() {
        World world;
        QVERIFY(world.load_model());
        world.script->fail_at_end = true;
        const ChatId chat = world.new_chat();
        QVERIFY(world.exchange(chat, "q"));
        const Message kept = world.messages(chat).last();
        QCOMPARE(kept.state, State::Failed);
        QCOMPARE(kept.text, QString("Hello there"));
        QVERIFY(kept.problem.contains("no memory left"));
    }

    void anEngineThatForgetsARequestDoesNotLeaveTheAnswerHanging() {
        World world;
        QVERIFY(world.load_model());
        world.script->forget = true;
        const ChatId chat = world.new_chat();
        QVERIFY(world.exchange(chat, "q"));
        QCOMPARE(world.messages(chat).last().state, State::Stopped);
    }

    void unloadingTheModelEndsItsAnswers() {
        World world;
        QVERIFY(world.load_model());
        world.script->endless = true;
        world.script->pause = std::chrono::milliseconds(1);
        const ChatId chat = world.new_chat();
        QSignalSpy pieces(world.chats.get(), &Chats::textAppended);
        world.chats->send(chat, "q");
        QTRY_VERIFY(!pieces.isEmpty());
        world.models->unload();
        QVERIFY(world.idle(chat));
        QCOMPARE(world.messages(chat).last().state, State::Stopped);
        QTRY_COMPARE(world.script->engines.load(), 0);
    }

    void manyPiecesComeInFewSignals() {
        World world;
        QVERIFY(world.load_model());
        world.script->pieces = std::vector<std::string>(4000, "a");
        world.script->pause = std::chrono::microseconds(100);
        const ChatId chat = world.new_chat();
        QSignalSpy pieces(world.chats.get(), &Chats::textAppended);
        QElapsedTimer clock;
        clock.start();
        QVERIFY(world.exchange(chat, "q"));
        const double seconds = clock.nsecsElapsed() * 1e-9;
        QCOMPARE(world.messages(chat).last().text.size(), 4000);
        QVERIFY2(pieces.size() <= seconds * 63 + 2, qPrintable(QString("%1 in %2 s").arg(pieces.size()).arg(seconds)));
    }

    void aLongAnswerIsOnDiskAtLeastOnceASecond() {
        World world;
        QVERIFY(world.load_model());
        world.script->endless = true;
        world.script->pause = std::chrono::milliseconds(5);
        world.script->pieces = {"word "};
        const ChatId chat = world.new_chat();
        QString streamed;
        connect(world.chats.get(), &Chats::textAppended, this,
                [&](ChatId, MessageId, const QString& piece) { streamed += piece; });
        world.chats->send(chat, "go on");
        QTRY_VERIFY(!streamed.isEmpty());
        for (int i = 0; i < 3; ++i) {
            const int shown = static_cast<int>(streamed.size());
            QTest::qWait(1000);
            const Message kept = on_disk(world, chat).last();
            QCOMPARE(kept.state, State::Streaming);
            QVERIFY2(kept.text.size() >= shown, qPrintable(QString("%1 of %2").arg(kept.text.size()).arg(shown)));
        }
        disconnect(world.chats.get(), nullptr, this, nullptr);
    }

    void anAnswerOfAKilledProgramIsShownAsInterrupted() {
        World world;
        const ChatId chat = world.new_chat();
        world.end();
        // A child writes an answer and is killed in the middle of it.
        const pid_t child = fork();
        QVERIFY(child >= 0);
        if (child == 0) {
            char name[] = "child";
            execl("/proc/self/exe", name, "--write-until-killed", world.folder->path().toLocal8Bit().constData(),
                  QByteArray::number(chat).constData(), nullptr);
            _exit(1);
        }
        QTRY_VERIFY_WITH_TIMEOUT(on_disk(world, chat).size() == 2 && on_disk(world, chat)[1].text.size() > 20, 20000);
        kill(child, SIGKILL);
        int status = 0;
        waitpid(child, &status, 0);
        QVERIFY(WIFSIGNALED(status));

        World next(world, {});
        const QVector<Message> found = next.messages(chat);
        QCOMPARE(found[0].text, QString("kill me"));
        QCOMPARE(found[1].state, State::Interrupted);
        QVERIFY(found[1].text.startsWith("word word"));
        // and it can be asked for again
        QVERIFY(next.load_model());
        next.chats->regenerate(chat);
        QVERIFY(next.idle(chat));
        QCOMPARE(texts(next.messages(chat)), (QStringList{"kill me", "Hello there"}));
    }

    void endingWhileAnsweringKeepsWhatHadArrived() {
        World world;
        QVERIFY(world.load_model());
        world.script->endless = true;
        world.script->pause = std::chrono::milliseconds(1);
        const ChatId chat = world.new_chat();
        QString streamed;
        auto connection = connect(world.chats.get(), &Chats::textAppended, this,
                                  [&](ChatId, MessageId, const QString& piece) { streamed += piece; });
        world.chats->send(chat, "q");
        QTRY_VERIFY(streamed.size() > 50);
        world.end();
        disconnect(connection);
        QCOMPARE(world.script->engines.load(), 0);
        const Message kept = World(world, {}).messages(chat).last();
        QCOMPARE(kept.state, State::Interrupted);
        QVERIFY(kept.text.startsWith(streamed));
    }

    void endingAtAnyMomentIsSafe() {
        for (int i = 0; i < 30; ++i) {
            World world;
            QVERIFY(world.load_model());
            world.script->endless = true;
            const ChatId chat = world.new_chat();
            world.script->pause = std::chrono::microseconds(200);
            world.chats->send(chat, "q");
            QTest::qWait(i % 10);
            if (i % 3 == 0) world.chats->stop(chat);
            world.end();
            QVERIFY(on_disk(world, chat).size() == 2);
        }
    }

    void theOldestTurnsAreLeftOutWhenTheContextIsFull() {
        World world;
        QVERIFY(world.load_model(64));
        Chats::Answering how;
        how.systemPrompt = "system words";
        world.chats->setAnswering(how);
        const ChatId chat = world.new_chat();
        for (int i = 0; i < 6; ++i) QVERIFY(world.exchange(chat, QString("turn %1 with quite some words").arg(i)));
        const std::vector<Token>& prompt = world.script->requests.back().prompt;
        QVERIFY(prompt.size() <= 48);  // a quarter of the context is left for the answer
        const Message kept = world.messages(chat).last();
        QVERIFY2(kept.note.contains("left out"), qPrintable(kept.note));
        QCOMPARE(kept.text, QString("Hello there"));
        QCOMPARE(world.messages(chat).size(), 12);
        QVERIFY(world.messages(chat)[1].note.isEmpty());
        // The last rendering that fitted: the system prompt, then a whole turn first.
        const Chats::Context context = world.chats->context(chat);
        QCOMPARE(context.size, 64);
        QVERIFY(context.used > 20 && context.used <= 64);
    }

    void aMessageThatCannotFitFailsWithASentence() {
        World world;
        QVERIFY(world.load_model(64));
        const ChatId chat = world.new_chat();
        QVERIFY(world.exchange(chat, QString("many words ").repeated(100)));
        const Message kept = world.messages(chat).last();
        QCOMPARE(kept.state, State::Failed);
        QVERIFY2(kept.problem.contains("203 tokens") && kept.problem.contains("64"), qPrintable(kept.problem));
        QVERIFY(world.script->requests.empty());
    }

    void contextIsCountedWithoutAnswering() {
        World world;
        QVERIFY(world.load_model());
        const ChatId chat = world.new_chat();
        QVERIFY(world.exchange(chat, "one two three"));
        World next(world, {});
        QCOMPARE(next.chats->context(chat).size, 0);
        QVERIFY(next.load_model());
        QSignalSpy counted(next.chats.get(), &Chats::contextChanged);
        next.messages(chat);
        QTRY_VERIFY(!counted.isEmpty());
        QCOMPARE(next.chats->context(chat).used, 3 + 3 + 3 + 2);
    }

    void removedChatsComeBackUntilTheProgramEnds() {
        World world;
        const ChatId one = world.new_chat("one"), two = world.new_chat("two");
        QSignalSpy removed(world.chats.get(), &Chats::chatRemoved), added(world.chats.get(), &Chats::chatAdded);
        world.chats->remove(one);
        world.chats->remove(two);
        QTRY_COMPARE(removed.size(), 2);
        QCOMPARE(world.list().size(), 0);
        world.chats->restore(one);
        QTRY_COMPARE(added.size(), 1);
        QCOMPARE(world.list().size(), 1);
        world.end();
        World next(world, {});
        next.chats->restore(two);
        QCOMPARE(next.list().size(), 1);
    }

    void renamingIsToldAndKept() {
        World world;
        const ChatId chat = world.new_chat("old");
        QSignalSpy changed(world.chats.get(), &Chats::chatChanged);
        world.chats->rename(chat, "new");
        QTRY_COMPARE(changed.size(), 1);
        QCOMPARE(changed[0][0].value<ChatInfo>().title, QString("new"));
        QCOMPARE(world.list().first().title, QString("new"));
    }

    void writingToAMissingChatGivesTheTextBack() {
        World world;
        QSignalSpy failed(world.chats.get(), &Chats::failed), lost(world.chats.get(), &Chats::notSent);
        world.chats->send(4711, "precious");
        QTRY_COMPARE(failed.size(), 1);
        QCOMPARE(lost[0][1].toString(), QString("precious"));
        QVERIFY(problem_in(failed).sentence.contains("4711"));
    }

    /// The n-th statement of sending and answering fails, for every n: it is told, and the question is on disk or back
    /// with the person; an answer that was shown is on disk in the end.
    void whateverStatementFailsNothingIsLost() {
        auto left = std::make_shared<std::atomic<int>>(-1);
        auto hit = std::make_shared<std::atomic<bool>>(false);
        StoreOptions options;
        options.fail = [left, hit](const char*) {
            if (left->load() < 0 || left->fetch_sub(1) != 0) return false;
            *hit = true;
            return true;
        };
        World world(options);
        QVERIFY(world.load_model());
        QTest::qWait(20);
        int n = 0;
        for (;; ++n) {
            const ChatId chat = world.new_chat();
            QSignalSpy failed(world.chats.get(), &Chats::failed), lost(world.chats.get(), &Chats::notSent);
            *hit = false;
            *left = n;
            QVERIFY(world.exchange(chat, "keep me"));
            (void)world.store->wait([](Database&) { return Outcome(Done{}); });
            QCoreApplication::processEvents();
            *left = -1;
            const QStringList kept = texts(world.messages(chat));
            if (!lost.isEmpty())
                QVERIFY(kept.isEmpty());
            else
                QCOMPARE(kept, (QStringList{"keep me", "Hello there"}));
            if (!lost.isEmpty()) QVERIFY(!problem_in(failed).sentence.isEmpty());
            if (!*hit) break;
            if (lost.isEmpty()) QTRY_COMPARE_WITH_TIMEOUT(texts(on_disk(world, chat)), kept, 10000);
        }
        QVERIFY2(n >= 8, qPrintable(QString::number(n)));
    }

    void theEventLoopGoesOnWhileModelsLoadAndAnswer() {
        World world;
        LoopGap gap;
        QVERIFY(world.load_model());
        world.script->pieces = std::vector<std::string>(3000, "some words ");
        world.script->pause = std::chrono::microseconds(200);
        const ChatId chat = world.new_chat();
        QVERIFY(world.exchange(chat, "q"));
        qInfo("longest gap of the event loop: %.1f ms (wanted: under 16)", gap.longest());
        QVERIFY(gap.longest() < 200);
    }
};

/// The program that the test kills: answers without end into the given chat.
static int write_until_killed(const QString& folder, ChatId chat) {
    auto store = Store::open(folder);
    if (!store) return 1;
    Models models(*store->store);
    auto script = std::make_shared<FakeScript>();
    script->endless = true;
    script->pause = std::chrono::milliseconds(2);
    script->pieces = {"word "};
    replace_engine_access(models, floe::test::fake_access(script));
    Chats chats(*store->store, models);
    QSignalSpy added(&models, &Models::added), loaded(&models, &Models::loaded);
    models.add(QCoreApplication::applicationFilePath());  // any file will do
    if (!added.wait()) return 1;
    models.load(added[0][0].value<ModelId>(), 0);
    if (loaded.isEmpty() && !loaded.wait()) return 1;
    chats.send(chat, "kill me");
    return QCoreApplication::exec();
}

int main(int argc, char** argv) {
    QCoreApplication application(argc, argv);
    if (argc == 4 && QByteArray(argv[1]) == "--write-until-killed")
        return write_until_killed(QString::fromLocal8Bit(argv[2]), QByteArray(argv[3]).toLongLong());
    ChatsTest test;
    return QTest::qExec(&test, argc, argv);
}
#include "chats_test.moc"
