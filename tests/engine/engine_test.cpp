#include "engine/engine.h"

#include <gtest/gtest.h>
#include <unistd.h>

#include <algorithm>
#include <cstring>

#include "engine/engine_world.h"
#include "kernels/cpu/cpu_backend.h"
#include "kernels/decorators.h"
#include "support/fixtures.h"

namespace floe {
namespace {

using namespace test;

Request request(std::vector<Token> prompt, int64_t max_tokens) {
    Request r;
    r.prompt = std::move(prompt);
    r.max_tokens = max_tokens;
    r.ignore_end = true;
    return r;
}

// --- loading -------------------------------------------------------------------------------------------------------

TEST(Engine, LoadsAModelAndFillsTheOptionsIn) {
    const ModelFile file;
    EngineOptions options;
    options.model = file.path();
    std::vector<double> heard;
    auto engine = Engine::load(options, [&](double share) { heard.push_back(share); });
    ASSERT_TRUE(engine) << engine.error().sentence();
    EXPECT_EQ((*engine)->model().vocabulary, 320);
    EXPECT_EQ((*engine)->options().context, 256);
    EXPECT_EQ((*engine)->options().kv_tokens, 4096);
    EXPECT_GE((*engine)->options().threads, 1);
    EXPECT_FALSE((*engine)->backend_name().empty());
    EXPECT_EQ((*engine)->stats().blocks, 256);
    ASSERT_FALSE(heard.empty());
    EXPECT_TRUE(std::ranges::is_sorted(heard));
    EXPECT_GE(heard.front(), 0.0);
    EXPECT_EQ(heard.back(), 1.0);
}

TEST(Engine, LoadingCanBeCancelled) {
    const ModelFile file;
    const std::atomic<bool> cancel = true;
    const auto engine = Engine::load(file.options(), {}, &cancel);
    ASSERT_FALSE(engine);
    EXPECT_EQ(engine.error().kind, Fault::cancelled);
}

TEST(Engine, RefusesOptionsThatMakeNoSense) {
    const ModelFile file;
    const auto refused = [&](auto change, const std::string& option) {
        EngineOptions options = file.options();
        change(options);
        const auto engine = Engine::load(options);
        ASSERT_FALSE(engine) << option;
        EXPECT_EQ(engine.error().kind, Fault::bad_input);
        EXPECT_EQ(engine.error().subject, option);
    };
    refused([](EngineOptions& o) { o.threads = -1; }, "threads");
    refused([](EngineOptions& o) { o.context = -5; }, "context");
    refused([](EngineOptions& o) { o.context = int64_t{1} << 40; }, "context");
    refused([](EngineOptions& o) { o.kv_tokens = -1; }, "kv_tokens");
    refused([](EngineOptions& o) { o.block_size = 0; }, "block_size");
    refused([](EngineOptions& o) { o.step_tokens = 0; }, "step_tokens");
    refused([](EngineOptions& o) { o.max_running = 0; }, "max_running");
}

TEST(Engine, AMissingFileIsASentence) {
    EngineOptions options;
    options.model = "/nowhere/at/all.gguf";
    const auto engine = Engine::load(options);
    ASSERT_FALSE(engine);
    EXPECT_EQ(engine.error().kind, Fault::io);
    EXPECT_NE(engine.error().sentence().find("all.gguf"), std::string::npos);
}

TEST(Engine, EveryAllocationThatFailsWhileLoadingIsASentence) {
    const ModelFile file;
    auto inner = make_cpu_backend(1);
    for (int64_t n = 1;; ++n) {
        auto failing = std::make_unique<FailingBackend>(*inner);
        failing->fail_allocate(n, {BackendFailure::Kind::out_of_memory, "on purpose"});
        const auto engine = load_engine(file.options(), std::move(failing));
        if (engine) {
            EXPECT_GT(n, 3);
            break;
        }
        ASSERT_EQ(engine.error().kind, Fault::out_of_memory) << "allocation " << n;
        ASSERT_LT(n, 1000);
    }
}

TEST(Engine, EstimatesMoreMemoryForMoreTokens) {
    const ModelFile file;
    const auto info = inspect_model(file.path());
    ASSERT_TRUE(info) << info.error().sentence();
    EngineOptions options = file.options();
    options.kv_tokens = 1024;
    const MemoryEstimate small = estimate_memory(*info, options);
    options.kv_tokens = 2048;
    const MemoryEstimate large = estimate_memory(*info, options);
    // tokens * layers * (keys + values) * KV heads * head size * bytes
    EXPECT_EQ(large.kv_cache - small.kv_cache, 1024 * 2 * 2 * 2 * 16 * 2);
    EXPECT_EQ(small.weights, info->weight_bytes);
    EXPECT_GT(small.compute, 0);
}

// --- text ----------------------------------------------------------------------------------------------------------

TEST(Engine, DetokenizesWhatItTokenized) {
    const ModelFile file;
    const auto engine = load(file.options());
    ASSERT_TRUE(engine);
    for (const std::string text : {"Once upon a time", "größer als 3 €", "", " two  spaces", "😀"}) {
        const auto tokens = engine->tokenize(text, true, false);
        ASSERT_FALSE(tokens.empty());
        EXPECT_EQ(tokens.front(), 1) << "bos";
        EXPECT_EQ(engine->detokenize(tokens), text);
    }
    EXPECT_EQ(engine->detokenize({-1, 1 << 20}), "");
}

TEST(Engine, RendersAConversation) {
    const ModelFile file;
    const auto engine = load(file.options());
    ASSERT_TRUE(engine);
    const auto tokens = engine->render_chat({{"user", "Hello"}});
    ASSERT_TRUE(tokens) << tokens.error().sentence();
    EXPECT_GT(tokens->size(), 3u);
    const auto odd = engine->render_chat({{"pirate", "Ahoy"}});
    ASSERT_FALSE(odd);
    EXPECT_EQ(odd.error().kind, Fault::bad_input);
}

TEST(Engine, TellsTheStoryWordForWord) {
    FLOE_NEEDS_FIXTURE("models/stories260k-f32.gguf");
    EngineOptions options;
    options.model = fixture("models/stories260k-f32.gguf").string();
    const auto engine = load(options);
    ASSERT_TRUE(engine);
    const auto prompt = engine->tokenize("Once upon a time", true, false);
    EXPECT_EQ(prompt, (std::vector<Token>{1, 403, 407, 261, 378}));
    const std::string story =
        ", there was a little girl named Lily. She loved to play outside in the park. One day, she saw a big, red "
        "ball. She wanted to play with it, but it was too high.";
    Answer a;
    Request r = request(prompt, 200);
    r.stop = {"\n"};
    answer(*engine, r, a);
    EXPECT_EQ(a.text.substr(0, story.size()), story);
}

TEST(Engine, AConstrainedAnswerIsJson) {
    const ModelFile file;
    const auto engine = load(file.options());
    ASSERT_TRUE(engine);
    Request r;
    r.prompt = engine->tokenize("Some page", true, false);
    r.max_tokens = 60;
    r.sampling.temperature = 1.5f;
    r.schema =
        R"({"type": "object", "properties": {"paid": {"type": "boolean"}, "kind": {"enum": ["bill", "letter"]}}})";
    Answer a;
    answer(*engine, r, a);
    EXPECT_EQ(a.finish, Finish::schema) << (a.error ? a.error->sentence() : "");
    EXPECT_TRUE(a.text == R"({"paid":true,"kind":"bill"})" || a.text == R"({"paid":false,"kind":"bill"})" ||
                a.text == R"({"paid":true,"kind":"letter"})" || a.text == R"({"paid":false,"kind":"letter"})")
        << a.text;
    r.schema = "{";
    Answer bad;
    answer(*engine, r, bad);
    EXPECT_EQ(bad.finish, Finish::failed);
    ASSERT_TRUE(bad.error);
    EXPECT_EQ(bad.error->kind, Fault::bad_input);
}

// --- the same answer alone and in a batch --------------------------------------------------------------------------

std::vector<Request> twelve() {
    std::vector<Request> all;
    for (uint64_t i = 0; i < 12; ++i) {
        const auto length = static_cast<int64_t>(4 + (i * 41) % 100);
        Request r = request(random_prompt(length, i, i % 3, 20 + static_cast<int64_t>(i)), 12 + i % 5 * 6);
        if (i == 0) r.max_tokens = 60;  // the others join while it runs
        if (i % 4 == 1) r.priority = Priority::batch;
        r.logits = i % 2 == 0 ? Request::Logits::all : Request::Logits::last;
        if (i % 6 == 5) r.sampling = {.temperature = 1, .top_p = 0.9f, .seed = i};
        all.push_back(r);
    }
    return all;
}

struct Case {
    DType dtype;
    KvType kv_type;
};

class AloneAndInABatch : public testing::TestWithParam<Case> {};

TEST_P(AloneAndInABatch, TheAnswerIsTheSameBitForBit) {
    const ModelFile file(GetParam().dtype);
    EngineOptions options = file.options();
    options.kv_type = GetParam().kv_type;
    std::deque<Answer> alone, together;
    {
        options.prefix_reuse = false;
        options.step_tokens = 512;
        const auto engine = load(options);
        ASSERT_TRUE(engine);
        for (Request& r : twelve()) answer(*engine, r, alone.emplace_back());
    }
    options.prefix_reuse = true;
    options.step_tokens = 40;
    options.kv_tokens = 320;  // too few: some are preempted
    const auto engine = load(options);
    ASSERT_TRUE(engine);
    std::vector<Request> requests = twelve();
    for (size_t i = 0; i < requests.size(); ++i) together.emplace_back();
    // Request k joins when the first one has heard 4 k pieces.
    size_t next = 1;
    together[0].at_event = [&] {
        while (next < requests.size() && static_cast<size_t>(together[0].events) >= 4 * next) {
            engine->submit(requests[next], together[next].callback());
            ++next;
        }
    };
    engine->submit(requests[0], together[0].callback());
    for (Answer& a : together) a.wait();

    for (size_t i = 0; i < 12; ++i) {
        EXPECT_EQ(together[i].tokens, alone[i].tokens) << "request " << i;
        EXPECT_EQ(together[i].text, alone[i].text) << "request " << i;
        ASSERT_EQ(together[i].logits.size(), alone[i].logits.size()) << "request " << i;
        EXPECT_EQ(std::memcmp(together[i].logits.data(), alone[i].logits.data(), alone[i].logits.size() * 4), 0)
            << "request " << i;
        EXPECT_FALSE(alone[i].logits.empty());
    }
    const EngineStats stats = engine->stats();
    EXPECT_GT(stats.preemptions, 0);
    EXPECT_GT(stats.reused_tokens, 0);
    EXPECT_EQ(stats.blocks_used, 0);
}

INSTANTIATE_TEST_SUITE_P(Formats, AloneAndInABatch,
                         testing::Values(Case{DType::f32, KvType::f32}, Case{DType::f32, KvType::f16},
                                         Case{DType::f16, KvType::f16}, Case{DType::bf16, KvType::f16},
                                         Case{DType::q8_0, KvType::f16}, Case{DType::q4_0, KvType::f16}),
                         [](const auto& named) {
                             return std::string(floe::info(named.param.dtype).name) +
                                    (named.param.kv_type == KvType::f16 ? "_KV_F16" : "_KV_F32");
                         });

// --- failures ------------------------------------------------------------------------------------------------------

/// Arms the n-th call for every n, until a round of four requests passes without meeting it.
void sweep(void (FailingBackend::*arm)(int64_t, BackendFailure), int64_t least_rounds) {
    const ModelFile file(DType::f32, {.layers = 1});
    auto inner = make_cpu_backend(1);
    auto owned = std::make_unique<FailingBackend>(*inner);
    FailingBackend& failing = *owned;
    EngineOptions options = file.options();
    options.step_tokens = 16;
    options.kv_tokens = 64;
    auto loaded = load_engine(options, std::move(owned));
    ASSERT_TRUE(loaded) << loaded.error().sentence();
    Engine& engine = **loaded;

    std::vector<Request> requests;
    for (uint64_t i = 0; i < 4; ++i)
        requests.push_back(request(random_prompt(9 + static_cast<int64_t>(i) * 3, i, 0, 8), 3));
    std::deque<Answer> good;
    for (const Request& r : requests) answer(engine, r, good.emplace_back());

    for (int64_t n = 1;; ++n) {
        (failing.*arm)(n, {BackendFailure::Kind::device_lost, "on purpose"});
        std::deque<Answer> answers(4);
        for (size_t i = 0; i < 4; ++i) engine.submit(requests[i], answers[i].callback());
        int failed = 0;
        for (size_t i = 0; i < 4; ++i) {
            answers[i].wait();
            if (answers[i].finish == Finish::failed) {
                ++failed;
                ASSERT_EQ(answers[i].error->kind, Fault::device_lost);
            } else {
                ASSERT_EQ(answers[i].tokens, good[i].tokens) << "request " << i << " after failure " << n;
            }
        }
        const EngineStats stats = engine.stats();
        ASSERT_EQ(stats.blocks_used, 0) << "after failure " << n;
        ASSERT_EQ(stats.running + stats.waiting, 0);
        if (failed == 0) {
            EXPECT_GT(n, least_rounds);
            break;
        }
        ASSERT_LT(n, 5000);
    }
}

TEST(Engine, AFailingOperationEndsItsRequestsAndLeavesNoBlockBehind) {
    sweep(&FailingBackend::fail_run, 40);
}
TEST(Engine, AFailingUploadEndsItsRequestsAndLeavesNoBlockBehind) {
    sweep(&FailingBackend::fail_upload, 3);
}
TEST(Engine, AFailingDownloadEndsItsRequestsAndLeavesNoBlockBehind) {
    sweep(&FailingBackend::fail_download, 3);
}

}  // namespace
}  // namespace floe
