// The decoder on models that tests make up: against the reference, alone and in company, within its limits.
#include <gtest/gtest.h>

#include <cmath>

#include "engine/run/player.h"
#include "kernels/cpu/cpu_backend.h"
#include "kernels/decorators.h"
#include "kernels/reference/reference.h"
#include "support/fixtures.h"
#include "support/random_llama.h"

namespace floe::test {
namespace {

const std::vector<Token> kTokens{1, 300, 17, 299, 5, 88, 260, 261, 7, 300, 300, 4, 19, 310, 44, 2, 101, 77, 273, 6};

struct RandomModel : TemporaryFile {
    RandomModel(DType dtype, LlamaShape shape = {}) : TemporaryFile(std::string(info(dtype).name) + ".gguf") {
        random_llama(shape, dtype, 11).write_file(path);
    }
};

double distance_ratio(const std::vector<float>& ours, const std::vector<float>& reference) {
    double distance = 0, norm = 0;
    for (size_t i = 0; i < reference.size(); ++i) {
        distance += std::pow(static_cast<double>(ours[i]) - reference[i], 2);
        norm += std::pow(static_cast<double>(reference[i]), 2);
    }
    return std::sqrt(distance / norm);
}

/// `tolerance` for what the processor may round before it multiplies.
void agrees_with_reference(DType dtype, double tolerance, LlamaShape shape = {}) {
    const RandomModel file(dtype, shape);
    Player reference(make_reference_backend(), file.path);
    const auto expected = reference.play(kTokens);
    for (const CpuVariant variant : cpu_variants()) {
        Player player(make_cpu_backend(2, variant), file.path);
        const auto logits = player.play(kTokens);
        ASSERT_EQ(logits.size(), expected.size());
        for (size_t i = 0; i < expected.size(); ++i)
            EXPECT_LT(distance_ratio(logits[i], expected[i]), tolerance) << name(variant) << " position " << i;
    }
}

TEST(Decoder, AgreesWithTheReferenceInF32) {
    agrees_with_reference(DType::f32, 1e-5);
}
TEST(Decoder, AgreesWithTheReferenceInF16) {
    agrees_with_reference(DType::f16, 5e-3);
}
TEST(Decoder, AgreesWithTheReferenceInBF16) {
    agrees_with_reference(DType::bf16, 2e-2);
}
TEST(Decoder, AgreesWithTheReferenceInQ8) {
    agrees_with_reference(DType::q8_0, 5e-2);
}
TEST(Decoder, AgreesWithTheReferenceInQ4) {
    agrees_with_reference(DType::q4_0, 5e-2);
}
TEST(Decoder, AgreesWithTheReferenceWithTiedOutput) {
    agrees_with_reference(DType::f32, 1e-5, {.heads = 8, .kv_heads = 1, .tied = true});
}

/// The last row's logits of `tokens`, fed in parts of the given sizes.
std::vector<float> in_parts(Player& player, const std::vector<size_t>& sizes) {
    std::vector<float> last;
    size_t at = 0;
    for (const size_t size : sizes) {
        const std::vector<Token> part(kTokens.begin() + static_cast<std::ptrdiff_t>(at),
                                      kTokens.begin() + static_cast<std::ptrdiff_t>(at + size));
        last = player.play(part, static_cast<int32_t>(at)).back();
        at += size;
    }
    return last;
}

TEST(Decoder, PiecesOfAPromptGiveTheSameBits) {
    for (const DType dtype : {DType::f32, DType::f16, DType::q8_0, DType::q4_0}) {
        const RandomModel file(dtype);
        Player player(make_cpu_backend(2), file.path);
        const std::vector<float> whole = in_parts(player, {20});
        EXPECT_EQ(in_parts(player, {1, 3, 16}), whole);
        EXPECT_EQ(in_parts(player, std::vector<size_t>(20, 1)), whole);
    }
}

TEST(Decoder, CompanyDoesNotChangeABit) {
    for (const DType dtype : {DType::f32, DType::bf16, DType::q8_0, DType::q4_0}) {
        const RandomModel file(dtype);
        Player player(make_cpu_backend(2), file.path);
        const std::vector<float> alone = player.play(kTokens).back();
        StepBatch batch;
        append(batch, {9, 8, 7}, 0, {11}, 16, false);
        append(batch, kTokens, 0, {40, 3}, 16, false);
        append(batch, {1}, 0, {63}, 16, false);
        const std::vector<float> all = player.run(batch);
        const auto row = static_cast<std::ptrdiff_t>(alone.size());
        EXPECT_EQ(std::vector<float>(all.begin() + row, all.begin() + 2 * row), alone);
    }
}

TEST(Decoder, OnlyWantedRowsComeBackAndInTheOrderOfTheList) {
    const RandomModel file(DType::f32);
    Player player(make_cpu_backend(1), file.path);
    const auto rows = player.play(kTokens);
    StepBatch batch;
    append(batch, kTokens, 0, {0, 1}, 16, false);
    batch.logit_rows = {7, 2, 19};
    std::vector<float> expected;
    for (const size_t row : {7, 2, 19}) expected.insert(expected.end(), rows[row].begin(), rows[row].end());
    EXPECT_EQ(player.run(batch), expected);
    batch.logit_rows.clear();
    EXPECT_TRUE(player.run(batch).empty());
    EXPECT_TRUE(player.run(StepBatch()).empty());
}

TEST(Decoder, CopiedBlocksCarryThePast) {
    const RandomModel file(DType::q8_0);
    Player player(make_cpu_backend(1), file.path);
    const std::vector<float> expected = player.play(kTokens).back();
    StepBatch first, second;
    append(first, {kTokens.begin(), kTokens.end() - 1}, 0, {5, 6}, 16, false);
    player.run(first);
    second.copies = {{6, 9}};
    append(second, {kTokens.back()}, 19, {5, 9}, 16, false);
    EXPECT_EQ(player.run(second), expected);
}

TEST(Decoder, HalfWidthCacheStaysNear) {
    const RandomModel file(DType::f32);
    DecoderLimits limits = small_limits();
    limits.kv_type = KvType::f16;
    Player half(make_cpu_backend(1), file.path, limits), full(make_cpu_backend(1), file.path);
    const double ratio = distance_ratio(half.play(kTokens).back(), full.play(kTokens).back());
    EXPECT_LT(ratio, 5e-3);
    EXPECT_GT(ratio, 0);
}

TEST(Decoder, BrokenStepsAreErrorsAndChangeNothing) {
    const RandomModel file(DType::f32);
    Player player(make_cpu_backend(1), file.path);
    const std::vector<float> before = player.play(kTokens).back();
    StepBatch sound;
    append(sound, {1, 2}, 0, {8}, 16, false);
    std::vector<float> logits(320);
    const auto fault = [&](auto spoil) {
        StepBatch batch = sound;
        spoil(batch);
        const Outcome done = player.decoder->run(batch, logits);
        EXPECT_FALSE(done);
        return done ? Fault::io : done.error().kind;
    };
    EXPECT_EQ(fault([](StepBatch& b) { b.tokens[1] = 320; }), Fault::bad_input);
    EXPECT_EQ(fault([](StepBatch& b) { b.tokens[0] = -1; }), Fault::bad_input);
    EXPECT_EQ(fault([](StepBatch& b) { b.positions[1] = 16; }), Fault::internal);
    EXPECT_EQ(fault([](StepBatch& b) { b.slots[1] = 64 * 16; }), Fault::internal);
    EXPECT_EQ(fault([](StepBatch& b) { b.slots.pop_back(); }), Fault::internal);
    EXPECT_EQ(fault([](StepBatch& b) { b.sequences[0] = 1; }), Fault::internal);
    EXPECT_EQ(fault([](StepBatch& b) { b.block_tables[0][0] = 64; }), Fault::internal);
    EXPECT_EQ(fault([](StepBatch& b) { b.logit_rows[0] = 2; }), Fault::internal);
    EXPECT_EQ(fault([](StepBatch& b) { b.logit_rows = {0, 1}; }), Fault::internal);
    EXPECT_EQ(fault([](StepBatch& b) { b.copies = {{0, 64}}; }), Fault::internal);
    EXPECT_EQ(player.play({kTokens.back()}, 19).back(), before);
}

TEST(Decoder, AFailingBackendIsAnErrorAndTheDecoderGoesOn) {
    const RandomModel file(DType::q8_0);
    const auto cpu = make_cpu_backend(1);
    auto failing = std::make_unique<FailingBackend>(*cpu);
    FailingBackend& trap = *failing;
    Player player(std::move(failing), file.path);
    const std::vector<float> expected = player.play(kTokens).back();
    StepBatch batch;
    append(batch, kTokens, 0, {0, 1}, 16, false);
    std::vector<float> logits(320);
    int64_t failures = 0;
    for (int64_t nth = 1;; ++nth, ++failures) {
        trap.fail_run(nth, {BackendFailure::Kind::device_lost, "gone on purpose"});
        const Outcome done = player.decoder->run(batch, logits);
        if (done) break;
        EXPECT_EQ(done.error().kind, Fault::device_lost);
    }
    EXPECT_GT(failures, 20) << "every operation of a step was made to fail";
    EXPECT_EQ(logits, expected);
}

TEST(MakeDecoder, TakesTheMemoryThatItSays) {
    const RandomModel file(DType::q8_0);
    struct Meter : ForwardsAll {
        using ForwardsAll::ForwardsAll;
        int64_t bytes = 0;
        std::unique_ptr<Buffer> allocate(int64_t size, Status& why) override {
            bytes += size;
            return inner_.allocate(size, why);
        }
        Status before(size_t, int64_t) override { return ok; }
    };
    const auto cpu = make_cpu_backend(1);
    Meter meter(*cpu);
    const auto model = Model::open(file.path, meter);
    ASSERT_TRUE(model);
    meter.bytes = 0;
    const DecoderLimits limits = small_limits();
    ASSERT_TRUE(make_decoder(meter, **model, limits));
    const DecoderMemory said = decoder_memory((*model)->spec(), limits);
    EXPECT_EQ(meter.bytes, said.kv_cache + said.compute);
    EXPECT_EQ(said.kv_cache, 2 * 2 * 64 * 16 * 2 * 16 * 4);  // k and v, layers, blocks, positions, heads, head_dim, F32
}

TEST(MakeDecoder, LimitsThatMakeNoSenseAreRefused) {
    const RandomModel file(DType::q8_0);
    const auto backend = make_cpu_backend(1);
    const auto model = Model::open(file.path, *backend);
    ASSERT_TRUE(model);
    const auto fault = [&](auto change) {
        DecoderLimits limits = small_limits();
        change(limits);
        const auto decoder = make_decoder(*backend, **model, limits);
        return decoder ? Fault::io : decoder.error().kind;
    };
    EXPECT_EQ(fault([](DecoderLimits& l) { l.kv_blocks = 0; }), Fault::bad_input);
    EXPECT_EQ(fault([](DecoderLimits& l) { l.kv_blocks = INT64_MAX; }), Fault::bad_input);
    EXPECT_EQ(fault([](DecoderLimits& l) { l.max_rows = -1; }), Fault::bad_input);
    EXPECT_EQ(fault([](DecoderLimits& l) { l.block_size = 1 << 30; }), Fault::bad_input);
}

}  // namespace
}  // namespace floe::test
