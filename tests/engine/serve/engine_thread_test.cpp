#include "engine/serve/engine_thread.h"

#include <gtest/gtest.h>

#include <atomic>
#include <future>

#include "engine/serve/loop_fixture.h"

namespace floe {
namespace {

using namespace test;

/// The fake model behind a thread.
struct Threaded {
    explicit Threaded(const EngineOptions& o = small_options())
        : decoder(decoder_limits(o), vocabulary),
          tokenizer(FakeTokenizer::of_size(vocabulary)),
          engine(std::in_place, std::make_unique<ServingLoop>(o, decoder, tokenizer, constraints)) {}

    FakeDecoder decoder;
    FakeTokenizer tokenizer;
    FakeConstraints constraints;
    std::optional<EngineThread> engine;
};

/// Waits for the last event.
struct Waiting {
    Heard heard;
    std::promise<void> done;
    Callback callback() {
        return [this, inner = heard.callback()](const Event& event) {
            inner(event);
            if (event.finish != Finish::none) done.set_value();
        };
    }
    const Heard& wait() {
        done.get_future().wait();
        return heard;
    }
};

TEST(EngineThread, AnswersManyThreadsAtOnce) {
    const Heard alone = Served().answer(request(prompt(40), 25));
    Threaded t;
    std::atomic<int> same = 0;
    std::vector<std::thread> threads;
    for (int i = 0; i < 6; ++i)
        threads.emplace_back([&] {
            for (int k = 0; k < 8; ++k) {
                Waiting w, dropped;
                t.engine->submit(request(prompt(40), 25), w.callback());
                const RequestId id = t.engine->submit(request(prompt(90), 30), dropped.callback());
                t.engine->cancel(id);
                (void)t.engine->stats();
                if (w.wait().tokens == alone.tokens && w.heard.text == alone.text) ++same;
                dropped.wait();
            }
        });
    for (std::thread& thread : threads) thread.join();
    EXPECT_EQ(same, 48);
    const EngineStats stats = t.engine->stats();
    EXPECT_EQ(stats.blocks_used, 0);
    EXPECT_EQ(stats.running + stats.waiting, 0);
}

TEST(EngineThread, WhoHearsOfACancellationFindsTheBlocksBack) {
    EngineOptions options = small_options();
    options.step_tokens = 4;
    Threaded t(options);
    std::promise<void> in_the_middle, cancelled;
    t.decoder.before_run = [&] {
        if (t.decoder.runs != 5) return;
        in_the_middle.set_value();
        cancelled.get_future().wait();
    };
    Waiting w;
    const RequestId id = t.engine->submit(request(prompt(120), 5), w.callback());
    in_the_middle.get_future().wait();
    t.engine->cancel(id);
    cancelled.set_value();
    EXPECT_EQ(w.wait().finish, Finish::cancelled);
    EXPECT_EQ(t.engine->stats().blocks_used, 0);
    EXPECT_EQ(t.engine->stats().steps, 5) << "it ended within a step";
}

TEST(EngineThread, EveryRequestHearsItsEndWhenTheEngineGoes) {
    std::vector<Heard> heards(20);
    {
        EngineOptions options = small_options();
        options.max_running = 3;
        Threaded t(options);
        for (size_t i = 0; i < heards.size(); ++i)
            t.engine->submit(request(prompt(100, 0, 0, i), 28), heards[i].callback());
        t.engine.reset();
    }
    for (const Heard& heard : heards) {
        EXPECT_EQ(heard.ends, 1);
        EXPECT_TRUE(heard.finish == Finish::cancelled || heard.finish == Finish::length);
    }
    EXPECT_EQ(heards.back().finish, Finish::cancelled);
}

TEST(EngineThread, ACallbackMaySubmitAndCancel) {
    Threaded t;
    Waiting second, third;
    RequestId third_id = 0;
    std::atomic<bool> once = false;
    t.engine->submit(request(prompt(10), 5), [&](const Event& event) {
        if (event.finish != Finish::none || once.exchange(true)) return;
        t.engine->submit(request(prompt(11), 5), second.callback());
        third_id = t.engine->submit(request(prompt(100), 28), third.callback());
        t.engine->cancel(third_id);
    });
    EXPECT_EQ(second.wait().finish, Finish::length);
    EXPECT_EQ(third.wait().finish, Finish::cancelled);
}

TEST(EngineThread, ARequestSubmittedWhileTheEngineGoesHearsItsEndToo) {
    Heard late;
    {
        Threaded t;
        EngineThread& engine = *t.engine;
        engine.submit(request(prompt(100), 28), [&](const Event& event) {
            if (event.finish != Finish::none) engine.submit(request(prompt(5), 5), late.callback());
        });
        t.engine.reset();
    }
    EXPECT_EQ(late.ends, 1);
}

TEST(EngineThread, GoesOnAfterAFailure) {
    Threaded t;
    t.decoder.fail_at = 1;
    Waiting bad, good;
    t.engine->submit(request(prompt(10), 5), bad.callback());
    EXPECT_EQ(bad.wait().finish, Finish::failed);
    t.engine->submit(request(prompt(10), 5), good.callback());
    EXPECT_EQ(good.wait().finish, Finish::length);
}

}  // namespace
}  // namespace floe
