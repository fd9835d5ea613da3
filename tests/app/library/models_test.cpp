// Model files: added, found again, missing, loaded, cancelled, unloaded; with fake engines and a real tiny one.

#include "app/library/models.h"

#include <cstdlib>

#include "app/history_world.h"
#include "app/library/memory.h"
#include "support/paths.h"

using namespace floe;
using floe::test::fake_access;
using floe::test::LoopGap;
using floe::test::World;
using State = ModelEntry::State;

namespace {

const ModelEntry* entry(const Models& models, ModelId id) {
    for (const ModelEntry& found : models.entries())
        if (found.id == id) return &found;
    return nullptr;
}

int added_entries(const Models& models) {
    int count = 0;
    for (const ModelEntry& found : models.entries()) count += !found.builtIn;
    return count;
}

}  // namespace

class ModelsTest : public QObject {
    Q_OBJECT

    static Problem problemIn(const QSignalSpy& failed) { return failed.last().at(1).value<Problem>(); }

 private slots:
    void aFileIsAddedWithItsFactsAndKept() {
        World world;
        QSignalSpy changed(world.models.get(), &Models::entriesChanged);
        const ModelId id = world.add_model("Some Model.gguf");
        QVERIFY(id != 0);
        QVERIFY(!changed.isEmpty());
        const ModelEntry* found = entry(*world.models, id);
        QVERIFY(found);
        QCOMPARE(found->name, QString("Some Model"));  // the file names none
        QCOMPARE(found->type, QString("Q4_0"));
        QCOMPARE(found->fileBytes, 4000);
        QCOMPARE(found->kvBytes(100), 100 * 2 * 4 * 8 * 2 * 2);
        QVERIFY(found->memoryNeeded(100) >= 3000 + found->kvBytes(100));
        World next(world, {});
        QVERIFY(entry(*next.models, id));
        QCOMPARE(entry(*next.models, id)->path, found->path);
    }

    void theSameFileIsOneEntry() {
        World world;
        const ModelId id = world.add_model();
        QVERIFY(QFile::link(world.folder->filePath("model.gguf"), world.folder->filePath("link.gguf")));
        QSignalSpy added(world.models.get(), &Models::added);
        world.models->add(world.folder->filePath("./model.gguf"));
        world.models->add(world.folder->filePath("link.gguf"));
        QTRY_COMPARE(added.size(), 2);
        QCOMPARE(added[0][0].value<ModelId>(), id);
        QCOMPARE(added[1][0].value<ModelId>(), id);
        QCOMPARE(added_entries(*world.models), 1);
    }

    void aFileThatIsNoModelGivesASentence() {
        World world;
        QSignalSpy failed(world.models.get(), &Models::failed);
        const QString path = world.model_file("broken.gguf");
        world.models->add(path);
        QTRY_COMPARE(failed.size(), 1);
        QCOMPARE(failed[0][0].toString(), path);
        QCOMPARE(problemIn(failed).kind, Problem::Kind::DamagedFile);
        QVERIFY(problemIn(failed).sentence.contains("Download it again"));
        QCOMPARE(added_entries(*world.models), 0);
    }

    void aFileThatWentAwayIsMissingAndFoundWhenItIsBack() {
        World world;
        const ModelId id = world.add_model();
        world.end();
        QVERIFY(QFile::rename(world.folder->filePath("model.gguf"), world.folder->filePath("elsewhere")));
        World next(world, {});
        QTRY_COMPARE(entry(*next.models, id)->state, State::Missing);
        QSignalSpy failed(next.models.get(), &Models::failed);
        next.models->load(id, 0);
        QTRY_COMPARE(failed.size(), 1);
        QCOMPARE(entry(*next.models, id)->state, State::Missing);
        QCOMPARE(next.add_model(), id);
        QCOMPARE(entry(*next.models, id)->state, State::Unloaded);
    }

    void removingTakesItFromTheListAndLeavesTheFile() {
        World world;
        QVERIFY(world.load_model());
        const ModelId id = world.models->loadedId();
        QSignalSpy unloaded(world.models.get(), &Models::unloaded);
        world.models->remove(id);
        QCOMPARE(unloaded.size(), 1);
        QTRY_VERIFY(!entry(*world.models, id));
        QVERIFY(QFile::exists(world.folder->filePath("model.gguf")));
        QVERIFY(world.add_model() != id);
    }

    void loadingTellsItsProgressAndReplacesTheOneBefore() {
        World world;
        replace_engine_access(*world.models, fake_access(world.script, 30));
        const ModelId one = world.add_model("one.gguf"), two = world.add_model("two.gguf");
        QSignalSpy progress(world.models.get(), &Models::loadProgress), loaded(world.models.get(), &Models::loaded),
            unloaded(world.models.get(), &Models::unloaded);
        world.models->load(one, 256);
        QCOMPARE(entry(*world.models, one)->state, State::Loading);
        QTRY_COMPARE(loaded.size(), 1);
        QVERIFY(progress.size() > 5);
        QCOMPARE(world.models->loadedId(), one);
        QCOMPARE(world.models->contextTokens(), 256);
        world.models->load(two, 0);
        QCOMPARE(unloaded.size(), 1);
        QCOMPARE(world.models->loadedId(), 0);
        QTRY_COMPARE(loaded.size(), 2);
        QCOMPARE(entry(*world.models, one)->state, State::Unloaded);
        QCOMPARE(entry(*world.models, two)->state, State::Loaded);
        QTRY_COMPARE(world.script->engines.load(), 1);
        world.models->unload();
        QTRY_COMPARE(world.script->engines.load(), 0);
        QVERIFY(!loaded_engine(*world.models));
    }

    void loadingCanBeCancelled() {
        World world;
        replace_engine_access(*world.models, fake_access(world.script, 5000));
        const ModelId id = world.add_model();
        QSignalSpy failed(world.models.get(), &Models::failed), loaded(world.models.get(), &Models::loaded);
        world.models->load(id, 0);
        QTest::qWait(20);
        world.models->cancelLoading();
        QTRY_COMPARE(failed.size(), 1);
        QCOMPARE(problemIn(failed).kind, Problem::Kind::Cancelled);
        QCOMPARE(entry(*world.models, id)->state, State::Unloaded);
        QVERIFY(loaded.isEmpty());
    }

    void theLastWishWins() {
        World world;
        replace_engine_access(*world.models, fake_access(world.script, 50));
        const ModelId one = world.add_model("one.gguf"), two = world.add_model("two.gguf");
        QSignalSpy loaded(world.models.get(), &Models::loaded), failed(world.models.get(), &Models::failed);
        for (int i = 0; i < 5; ++i) {
            world.models->load(one, 0);
            world.models->load(two, 0);
        }
        QTRY_COMPARE(loaded.size(), 1);
        QCOMPARE(world.models->loadedId(), two);
        QCOMPARE(entry(*world.models, one)->state, State::Unloaded);
        QVERIFY(failed.isEmpty());
        QTRY_COMPARE(world.script->engines.load(), 1);
    }

    void endingWhileLoadingDoesNotWaitForIt() {
        World world;
        replace_engine_access(*world.models, fake_access(world.script, 20000));
        world.models->load(world.add_model(), 0);
        QElapsedTimer clock;
        clock.start();
        world.end();
        QVERIFY(clock.elapsed() < 5000);
        QCOMPARE(world.script->engines.load(), 0);
    }

    void whatWasLoadedIsLoadedAgain() {
        World world;
        QVERIFY(world.load_model(128));
        const ModelId id = world.models->loadedId();
        world.end();
        World next(world, {});
        QSignalSpy loaded(next.models.get(), &Models::loaded);
        next.models->loadLast();
        QTRY_COMPARE(loaded.size(), 1);
        QCOMPARE(next.models->loadedId(), id);
        QCOMPARE(next.models->contextTokens(), 128);
        next.models->unload();
        next.end();
        World last(next, {});
        QSignalSpy again(last.models.get(), &Models::loaded);
        last.models->loadLast();
        (void)last.store->wait([](Database&) { return Outcome(Done{}); });
        QTest::qWait(50);
        QVERIFY(again.isEmpty());
    }

    void theBuiltInModelIsListedAndReadsBillsOnly() {
        QTemporaryDir resources;
        QVERIFY(QDir(resources.path()).mkpath("models"));
        QFile file(resources.filePath("models/floe-bill.gguf"));
        QVERIFY(file.open(QIODevice::WriteOnly));
        qputenv("FLOE_RESOURCES", resources.path().toLocal8Bit());
        World world;
        qunsetenv("FLOE_RESOURCES");
        QVERIFY(!world.models->entries().isEmpty());
        const ModelEntry built_in = world.models->entries().first();
        QVERIFY(built_in.builtIn);
        QCOMPARE(built_in.id, 1);
        QSignalSpy failed(world.models.get(), &Models::failed);
        world.models->load(built_in.id, 0);
        QCOMPARE(failed.size(), 1);
        QVERIFY(problemIn(failed).sentence.contains("Add a chat model"));
        world.models->remove(built_in.id);
        QCOMPARE(failed.size(), 2);
        QCOMPARE(world.models->loadedId(), 0);
    }

    void aStoreThatFailsIsToldAndTheListStaysTrue() {
        auto failing = std::make_shared<std::atomic<bool>>(false);
        World world(
            {[failing](const char* name) { return *failing && std::string_view(name).starts_with("models."); }});
        const ModelId id = world.add_model();
        *failing = true;
        QSignalSpy failed(world.models.get(), &Models::failed);
        world.models->add(world.model_file("other.gguf"));
        world.models->remove(id);
        QTRY_COMPARE(failed.size(), 2);
        QVERIFY(entry(*world.models, id));
        QCOMPARE(added_entries(*world.models), 1);
    }

    void freeMemoryIsWhatTheKernelCallsAvailable() {
        QCOMPARE(available_memory("MemTotal: 16 kB\nMemFree:   1 kB\nMemAvailable:    8 kB\n"),
                 std::optional<qint64>(8192));
        QVERIFY(!available_memory("MemTotal: 16 kB\n"));
        QVERIFY(!available_memory("MemAvailable: lots\n"));
        QVERIFY(Models::freeMemory() > 0);
    }

    void aRealTinyModelIsReadAndLoaded() {
        const QString maker = QString(test::binary_dir()) + "/bin/floe_make_model";
        World world;
        replace_engine_access(*world.models, EngineAccess::real());
        const QString path = world.folder->filePath("tiny.gguf");
        // Not by QProcess: ThreadSanitizer would take no lock of this thread for one any more.
        QCOMPARE(std::system(qPrintable(QString("'%1' tiny Q8_0 '%2'").arg(maker, path))), 0);
        QSignalSpy added(world.models.get(), &Models::added), loaded(world.models.get(), &Models::loaded);
        world.models->add(path);
        QVERIFY(added.wait());
        const ModelId id = added[0][0].value<ModelId>();
        QCOMPARE(entry(*world.models, id)->architecture, QString("llama"));
        QVERIFY(entry(*world.models, id)->computeBytes > 0);
        LoopGap gap;
        world.models->load(id, 128);
        QVERIFY(!loaded.isEmpty() || loaded.wait(20000));
        QCOMPARE(world.models->contextTokens(), 128);

        // and it answers, whatever it says
        const ChatId chat = world.new_chat();
        QVERIFY(world.exchange(chat, "hello"));
        const Message answer = world.messages(chat).last();
        QVERIFY2(answer.state == Message::State::Complete, qPrintable(answer.problem));
        qInfo("longest gap of the event loop: %.1f ms (wanted: under 16)", gap.longest());
        QVERIFY(gap.longest() < 200);
    }
};

QTEST_GUILESS_MAIN(ModelsTest)
#include "models_test.moc"
