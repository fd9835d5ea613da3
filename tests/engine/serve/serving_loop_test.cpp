#include "engine/serve/serving_loop.h"

#include <gtest/gtest.h>

#include "engine/serve/loop_fixture.h"

namespace floe {
namespace {

using namespace test;

TEST(ServingLoop, AnswersWhatTheModelSays) {
    Served served;
    const Heard heard = served.answer(request(prompt(20), 10));
    std::vector<Token> tokens = prompt(20);
    for (int i = 0; i < 10; ++i) {
        const auto row = served.decoder.logits_after(tokens);
        tokens.push_back(static_cast<Token>(std::ranges::max_element(row) - row.begin()));
    }
    EXPECT_EQ(heard.tokens, std::vector<Token>(tokens.begin() + 20, tokens.end()));
    EXPECT_EQ(heard.finish, Finish::length);
    EXPECT_EQ(heard.ends, 1);
    EXPECT_EQ(heard.usage.prompt_tokens, 20);
    EXPECT_EQ(heard.usage.answer_tokens, 10);
    EXPECT_GE(heard.usage.prompt_seconds, 0);
    std::string text;
    for (const Token t : heard.tokens) text += served.tokenizer.piece(t);
    EXPECT_EQ(heard.text, text);
}

TEST(ServingLoop, TheEndTokenEndsTheAnswerAndIsNotPartOfIt) {
    Served served;
    Request r = request(prompt(9), 50);
    r.sampling.logit_bias = {{1, 3.0f}};
    const Heard endless = served.answer(r);
    const auto end = std::ranges::find(endless.tokens, 1);
    ASSERT_NE(end, endless.tokens.end()) << "the example should contain the end token";
    r.ignore_end = false;
    const Heard heard = served.answer(r);
    EXPECT_EQ(heard.finish, Finish::end);
    EXPECT_EQ(heard.tokens, std::vector<Token>(endless.tokens.begin(), end));
    EXPECT_EQ(endless.tokens.size(), 50u);
}

TEST(ServingLoop, AStopStringEndsTheAnswer) {
    Served served;
    const Heard whole = served.answer(request(prompt(9), 12));
    Request r = request(prompt(9), 12);
    const size_t at = whole.text.find(';', whole.text.size() / 2) - 1;
    r.stop = {whole.text.substr(at, 4)};  // over the border of two pieces
    const Heard heard = served.answer(r);
    EXPECT_EQ(heard.finish, Finish::stop);
    EXPECT_EQ(heard.text, whole.text.substr(0, whole.text.find(r.stop[0])));
}

TEST(ServingLoop, PiecesAreWholeCharacters) {
    std::vector<std::string> pieces{"", ""};
    for (int64_t t = 2; t < vocabulary; ++t) pieces.push_back(t % 3 == 0 ? "\xE2\x82" : t % 3 == 1 ? "\xAC" : "x");
    Served served(small_options(), FakeTokenizer(pieces));
    bool whole = true;
    for (uint64_t own = 0; own < 20; ++own) {
        Heard heard;
        Submission s{static_cast<RequestId>(100 + own), request(prompt(5, 0, 0, own), 20), {}, Clock::now()};
        s.callback = [&](const Event& event) {
            Utf8Assembler check;
            whole = whole && check.add(event.text) == event.text;
            heard.text += event.text;
        };
        served.loop.take(std::move(s));
        served.run();
        EXPECT_FALSE(heard.text.empty());
    }
    EXPECT_TRUE(whole);
}

TEST(ServingLoop, TheFirstSpaceIsDroppedOnlyWhereTheAnswerBeginsTheText) {
    std::vector<std::string> pieces{"", ""};
    for (int64_t t = 2; t < vocabulary; ++t) pieces.push_back(" w");
    FakeTokenizer tokenizer(pieces);
    tokenizer.adds_space_ = true;
    Served served(small_options(), tokenizer);
    const auto answer = [&](std::vector<Token> tokens) {
        Request r = request(std::move(tokens), 2);
        r.sampling.logit_bias = {{0, -100.0f}, {1, -100.0f}};
        return served.answer(r).text;
    };
    EXPECT_EQ(answer({0}), "w w");
    EXPECT_EQ(answer({0, 5}), " w w");
}

TEST(ServingLoop, TheAnswerIsCutToWhatTheContextLeaves) {
    Served served;
    EXPECT_EQ(served.answer(request(prompt(120), 1000)).tokens.size(), 8u);
    EXPECT_EQ(served.answer(request(prompt(127), 1000)).tokens.size(), 1u);
    const Heard none = served.answer(request(prompt(128), 0));
    EXPECT_EQ(none.finish, Finish::length);
    EXPECT_TRUE(none.tokens.empty());
    EXPECT_TRUE(served.decoder.broken_limit.empty()) << served.decoder.broken_limit;
}

TEST(ServingLoop, RequestsThatMakeNoSenseEndAloneWithASentence) {
    Served served;
    Heard& good = served.submit(request(prompt(30), 5));
    const auto refused = [&](Request r, const std::string& word) {
        const Heard& heard = served.submit(std::move(r));
        served.loop.tell();
        EXPECT_EQ(heard.finish, Finish::failed) << word;
        EXPECT_EQ(heard.ends, 1);
        ASSERT_TRUE(heard.error) << word;
        EXPECT_EQ(heard.error->kind, Fault::bad_input);
        EXPECT_NE(heard.error->sentence().find(word), std::string::npos) << heard.error->sentence();
    };
    refused(request({}, 5), "empty");
    refused(request({3, -1}, 5), "-1");
    refused(request({3, vocabulary}, 5), "48");
    refused(request(prompt(10), -1), "max_tokens");
    refused(request(prompt(128), 1), "128");
    refused(request(prompt(500), 1), "500");
    Request r = request(prompt(5), 5);
    r.sampling.top_p = -1;
    refused(r, "top_p");
    r = request(prompt(5), 5);
    r.schema = "no number";
    refused(r, "number");
    served.run();
    EXPECT_EQ(good.finish, Finish::length);
    EXPECT_EQ(served.loop.stats().blocks_used, 0);
}

TEST(ServingLoop, AConstraintThatRunsOutOfMemoryFailsItsRequestAlone) {
    Served served;
    Heard& good = served.submit(request(prompt(30), 5));
    Request r = request(prompt(5), 5);
    r.schema = "throw";
    const Heard bad = served.answer(r);
    EXPECT_EQ(bad.finish, Finish::failed);
    EXPECT_EQ(bad.error->kind, Fault::out_of_memory);
    EXPECT_EQ(good.finish, Finish::length);
}

TEST(ServingLoop, ForcedTokensAreAppendedWithoutSampling) {
    for (const auto logits : {Request::Logits::none, Request::Logits::last}) {
        Served served;
        Request r = request(prompt(10), 40);
        r.schema = "18";
        r.logits = logits;
        const Heard heard = served.answer(r);
        EXPECT_EQ(heard.finish, Finish::schema);
        ASSERT_EQ(heard.tokens.size(), 18u);
        std::vector<Token> past = prompt(10);
        for (size_t i = 0; i < 18; ++i) {
            Token expected = 2;
            if ((18 - i) % 4 == 0) {
                const auto row = served.decoder.logits_after(past);
                expected = static_cast<Token>(std::max_element(row.begin() + 3, row.begin() + 6) - row.begin());
            }
            EXPECT_EQ(heard.tokens[i], expected) << "at " << i;
            past.push_back(expected);
        }
        EXPECT_EQ(heard.text.substr(0, 2), "ff");
        EXPECT_EQ(heard.text.size(), 18u);
        ASSERT_EQ(heard.values.size(), 1u);
        EXPECT_GT(heard.values[0].confidence, 1.0 / 3);
        EXPECT_LT(heard.values[0].confidence, 1.0);
        EXPECT_LT(served.decoder.runs, 8) << "a step a choice, not a step a token";
    }
}

TEST(ServingLoop, AnAnswerThatIsForcedAltogetherNeedsNoStep) {
    Served served;
    Request r = request(prompt(10), 40);
    r.schema = "3";
    const Heard heard = served.answer(r);
    EXPECT_EQ(heard.finish, Finish::schema);
    EXPECT_EQ(heard.text, "fff");
    EXPECT_EQ(served.decoder.runs, 0);
}

TEST(ServingLoop, GivesTheLogitsThatWereAskedFor) {
    Served served;
    const auto row = [&](std::vector<Token> tokens) { return served.decoder.logits_after(tokens); };
    Request r = request(prompt(100), 3);
    EXPECT_TRUE(served.answer(r).logits.empty());
    r.logits = Request::Logits::last;
    EXPECT_EQ(served.answer(r).logits, row(prompt(100)));
    r.logits = Request::Logits::all;
    const Heard all = served.answer(r);
    ASSERT_EQ(all.logits.size(), static_cast<size_t>(102 * vocabulary)) << "nothing is computed after the last token";
    std::vector<Token> tokens = prompt(100), past;
    tokens.insert(tokens.end(), all.tokens.begin(), all.tokens.end());
    for (size_t i = 0; i < 102; ++i) {
        past.push_back(tokens[i]);
        const auto expected = row(past);
        ASSERT_TRUE(std::equal(expected.begin(), expected.end(),
                               all.logits.begin() + static_cast<std::ptrdiff_t>(i * vocabulary)))
            << "row " << i;
    }
    EXPECT_TRUE(served.decoder.broken_limit.empty()) << served.decoder.broken_limit;
}

TEST(ServingLoop, TheSecondOfTwoLikePromptsReusesTheFirstOnesBlocks) {
    Served served;
    EXPECT_EQ(served.answer(request(prompt(50), 4)).usage.reused_tokens, 0);
    const Heard second = served.answer(request(prompt(50), 4));
    EXPECT_EQ(second.usage.reused_tokens, 48);
    EXPECT_EQ(served.loop.stats().reused_tokens, 48);
    EXPECT_EQ(served.loop.stats().prompt_tokens, 52);
}

TEST(ServingLoop, CancellingInTheMiddleOfAPromptFreesItsBlocksAtOnce) {
    EngineOptions options = small_options();
    options.step_tokens = 16;
    Served served(options);
    Heard& heard = served.submit(request(prompt(100), 20));
    ASSERT_TRUE(served.step());
    ASSERT_TRUE(served.step());
    EXPECT_EQ(served.loop.stats().blocks_used, 4);
    served.cancel(1);
    EXPECT_EQ(served.loop.stats().blocks_used, 0);
    EXPECT_EQ(served.loop.stats().running, 0);
    served.loop.tell();
    EXPECT_EQ(heard.finish, Finish::cancelled);
    EXPECT_FALSE(served.step());
    served.cancel(1);
    served.cancel(77);
    EXPECT_EQ(heard.ends, 1);
}

TEST(ServingLoop, ACallbackThatThrowsCancelsItsRequestAlone) {
    Served served;
    int calls = 0;
    served.loop.take(Submission{50, request(prompt(10), 20),
                                [&](const Event&) {
                                    ++calls;
                                    throw 1;
                                },
                                Clock::now()});
    const Heard other = served.answer(request(prompt(12), 20));
    EXPECT_EQ(calls, 2) << "a piece, and the end";
    EXPECT_EQ(other.tokens.size(), 20u);
    EXPECT_EQ(served.loop.stats().blocks_used, 0);
}

TEST(ServingLoop, WastesLessThanABlockASequence) {
    Served served;
    for (uint64_t i = 0; i < 10; ++i) served.submit(request(prompt(static_cast<int64_t>(5 + 9 * i), 0, 0, i), 20));
    served.run();
    EXPECT_GT(served.loop.stats().peak_tokens_held, 300);
    EXPECT_LT(served.loop.stats().peak_waste_tokens, 10 * 8);
}

// --- alone and in a batch
// -----------------------------------------------------------------------------------------------------

/// Twelve requests of all kinds: shared beginnings, long and short, greedy and drawn, constrained and free.
std::vector<Request> twelve() {
    std::vector<Request> all;
    for (uint64_t i = 0; i < 12; ++i) {
        Request r =
            request(prompt(static_cast<int64_t>(3 + (i * 37) % 90), i % 3, 30 + static_cast<int64_t>(i), i + 10),
                    static_cast<int64_t>(10 + i % 4 * 9));
        if (i % 4 == 1) r.priority = Priority::batch;
        if (i % 3 == 1) r.logits = Request::Logits::all;
        if (i % 3 == 2) r.logits = Request::Logits::last;
        if (i % 5 == 4) r.sampling = {.temperature = 1.5f, .top_k = 20, .repetition_penalty = 1.3f, .seed = i};
        if (i == 7) r.schema = "19";
        if (i == 9) r.ignore_end = false;
        all.push_back(r);
    }
    return all;
}

std::vector<Heard> twelve_alone() {
    std::vector<Heard> answers;
    for (const Request& r : twelve()) answers.push_back(Served().answer(r));
    return answers;
}

void expect_same(const Heard& together, const Heard& alone, size_t i) {
    EXPECT_EQ(together.finish, alone.finish) << "request " << i;
    EXPECT_EQ(together.tokens, alone.tokens) << "request " << i;
    EXPECT_EQ(together.text, alone.text) << "request " << i;
    EXPECT_EQ(together.logits, alone.logits) << "request " << i;
    EXPECT_EQ(together.ends, 1) << "request " << i;
}

TEST(ServingLoop, TheSameAnswerAloneAndInABatch) {
    const std::vector<Heard> alone = twelve_alone();
    int64_t preemptions = 0, reused = 0;
    for (const int64_t step_tokens : {5, 16, 64})
        for (const int64_t kv_tokens : {128, 200, 512})
            for (const bool reuse : {true, false})
                for (const int stagger : {0, 1, 4}) {
                    EngineOptions options = small_options();
                    options.step_tokens = step_tokens;
                    options.kv_tokens = kv_tokens;
                    options.prefix_reuse = reuse;
                    Served served(options);
                    std::vector<Request> requests = twelve();
                    for (Request& r : requests) {
                        served.submit(std::move(r));
                        for (int s = 0; s < stagger; ++s) served.step();
                    }
                    served.run();
                    for (size_t i = 0; i < 12; ++i) expect_same(served.heards[i], alone[i], i);
                    const EngineStats stats = served.loop.stats();
                    EXPECT_EQ(stats.blocks_used, 0);
                    preemptions += stats.preemptions;
                    reused += stats.reused_tokens;
                    ASSERT_TRUE(served.decoder.broken_limit.empty()) << served.decoder.broken_limit;
                    ASSERT_FALSE(testing::Test::HasFailure()) << "step " << step_tokens << ", kv " << kv_tokens
                                                              << ", reuse " << reuse << ", stagger " << stagger;
                }
    EXPECT_GT(preemptions, 50);
    EXPECT_GT(reused, 1000);
}

/// Lets the n-th step fail for every n: who was in it ends with the sentence, the others' answers are what they were.
void sweep(int64_t FakeDecoder::*fails, Fault kind) {
    const std::vector<Heard> alone = twelve_alone();
    for (int64_t n = 1;; ++n) {
        EngineOptions options = small_options();
        options.kv_tokens = 200;
        options.step_tokens = 24;
        Served served(options);
        served.decoder.*fails = n;
        for (Request& r : twelve()) served.submit(std::move(r));
        served.run();
        int failed = 0;
        for (size_t i = 0; i < 12; ++i) {
            const Heard& heard = served.heards[i];
            if (heard.finish == Finish::failed) {
                ++failed;
                ASSERT_EQ(heard.error->kind, kind);
                ASSERT_EQ(heard.ends, 1);
            } else {
                expect_same(heard, alone[i], i);
            }
        }
        const EngineStats stats = served.loop.stats();
        ASSERT_EQ(stats.blocks_used, 0) << "after failure " << n;
        ASSERT_EQ(stats.running + stats.waiting, 0);
        if (served.decoder.runs < n) {
            EXPECT_EQ(failed, 0);
            EXPECT_GT(n, 10);
            break;
        }
        ASSERT_GT(failed, 0);
        ASSERT_FALSE(testing::Test::HasFailure()) << "failure " << n;
    }
}

TEST(ServingLoop, AFailingStepEndsItsRequestsAndLeavesNoBlockBehind) {
    sweep(&FakeDecoder::fail_at, Fault::device_lost);
}

TEST(ServingLoop, AnExceptionInAStepEndsItsRequestsAndLeavesNoBlockBehind) {
    sweep(&FakeDecoder::throw_at, Fault::out_of_memory);
}

TEST(ServingLoop, ASeedDrawsTheSameAnswerAgain) {
    Request r = request(prompt(20), 30);
    r.sampling = {.temperature = 2, .seed = 3};
    const Heard first = Served().answer(r), again = Served().answer(r);
    EXPECT_EQ(first.tokens, again.tokens);
    r.sampling.seed = 4;
    EXPECT_NE(Served().answer(r).tokens, first.tokens);
}

}  // namespace
}  // namespace floe
