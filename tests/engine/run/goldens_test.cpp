// Logits and greedy answers of real and random models, held against llama.cpp's.
#include <gtest/gtest.h>

#include <cmath>
#include <fstream>
#include <nlohmann/json.hpp>

#include "engine/run/player.h"
#include "engine/tokenizer/make_tokenizer.h"
#include "kernels/cpu/cpu_backend.h"
#include "kernels/reference/reference.h"
#include "support/fixtures.h"

namespace floe::test {
namespace {

using Json = nlohmann::json;

Json golden_of(const std::string& name) {
    std::ifstream in(fixture(name + ".golden.json"));
    return Json::parse(in);
}

double norm(const std::vector<float>& values) {
    double sum = 0;
    for (const float value : values) sum += static_cast<double>(value) * value;
    return std::sqrt(sum);
}

double distance_ratio(const std::vector<float>& ours, const std::vector<float>& golden) {
    std::vector<float> difference;
    for (size_t i = 0; i < golden.size(); ++i) difference.push_back(ours[i] - golden[i]);
    return norm(difference) / norm(golden);
}

/// How far the best logit stands above the second, as a share of the logits' spread.
double clearness(std::vector<float> logits) {
    std::sort(logits.begin(), logits.end(), std::greater<>());
    return (logits[0] - logits[1]) / (logits.front() - logits.back());
}

constexpr double kClear = 1e-2;

void agrees(const std::string& name, double tolerance) {
    FLOE_NEEDS_FIXTURE(name + ".gguf");
    const Json golden = golden_of(name);
    Player player(make_cpu_backend(2), fixture(name + ".gguf").string());
    ASSERT_TRUE(player.decoder);
    const std::vector<Token> prompt = golden["prompt"];
    const auto logits = player.play(prompt);
    EXPECT_LT(distance_ratio(logits[7], golden["logits_pos_7"]), tolerance);
    EXPECT_LT(distance_ratio(logits.back(), golden["logits_last"]), tolerance);
    testing::Test::RecordProperty("ratio", std::to_string(distance_ratio(logits.back(), golden["logits_last"])));

    const std::vector<Token> argmax = golden["argmax_per_position"];
    for (size_t i = 0; i < prompt.size(); ++i)
        EXPECT_TRUE(best(logits[i]) == argmax[i] || clearness(logits[i]) < kClear) << "position " << i;

    const std::vector<Token> greedy = golden["greedy"];
    std::vector<float> last = logits.back();
    for (size_t i = 0; i < greedy.size(); ++i) {
        const bool same = best(last) == greedy[i];
        EXPECT_TRUE(same || clearness(last) < kClear) << "greedy token " << i;
        if (!same) break;
        last = player.play({greedy[i]}, static_cast<int32_t>(prompt.size() + i)).back();
    }
}

TEST(Goldens, Stories260k) {
    agrees("models/stories260k-f32", 1e-4);
}
TEST(Goldens, TinyLlamaInF16) {
    agrees("models/tiny-llama-f16", 5e-3);
}
TEST(Goldens, TinyLlamaInBF16) {
    agrees("models/tiny-llama-bf16", 5e-3);
}
TEST(Goldens, TinyLlamaInQ8) {
    agrees("models/tiny-llama-q8_0", 6e-2);
}
TEST(Goldens, TinyLlamaInQ4) {
    agrees("models/tiny-llama-q4_0", 6e-2);
}

/// The difference of two vectors of log-probabilities, each without its mean.
double centred_ratio(std::vector<float> ours, std::vector<float> golden) {
    for (std::vector<float>* values : {&ours, &golden}) {
        const double mean = std::accumulate(values->begin(), values->end(), 0.0) / static_cast<double>(values->size());
        for (float& value : *values) value -= static_cast<float>(mean);
    }
    return distance_ratio(ours, golden);
}

/// Files of llama's layout with something special, exactly: against the golden's weights widened to F32.
void agrees_exactly(const std::string& name) {
    FLOE_NEEDS_FIXTURE("architectures/" + name + ".gguf");
    const Json golden = golden_of("architectures/" + name)["f32"];
    const std::vector<Token> prompt = golden_of("architectures/" + name)["prompt"];
    Player player(make_reference_backend(), fixture("architectures/" + name + ".gguf").string());
    ASSERT_TRUE(player.decoder);
    const auto logits = player.play(prompt);
    EXPECT_LT(centred_ratio(logits[7], golden["logprobs_pos_7"]), 1e-4);
    EXPECT_LT(centred_ratio(logits.back(), golden["logprobs_last"]), 1e-4);
    std::vector<Token> greedy;
    std::vector<float> last = logits.back();
    for (size_t i = 0; i < golden["greedy"].size(); ++i) {
        greedy.push_back(best(last));
        last = player.play({greedy.back()}, static_cast<int32_t>(prompt.size() + i)).back();
    }
    EXPECT_EQ(greedy, golden["greedy"].get<std::vector<Token>>());
}

TEST(Goldens, LinearRopeScalingAndBias) {
    agrees_exactly("llama-linear-f16");
}
TEST(Goldens, RopeFactorsOfLlama3) {
    agrees_exactly("llama3-rope-f16");
}
TEST(Goldens, OddSizesAndTiedOutput) {
    agrees_exactly("llama-odd-f16");
}

TEST(Goldens, StoryWordForWord) {
    FLOE_NEEDS_FIXTURE("models/stories260k-f32.gguf");
    Player player(make_cpu_backend(2), fixture("models/stories260k-f32.gguf").string());
    ASSERT_TRUE(player.decoder);
    const auto tokenizer = make_tokenizer(player.model->file());
    ASSERT_TRUE(tokenizer) << tokenizer.error().sentence();
    std::vector<Token> tokens{(*tokenizer)->bos()};
    for (const Token token : (*tokenizer)->encode("Once upon a time", false)) tokens.push_back(token);
    EXPECT_EQ(tokens, (std::vector<Token>{1, 403, 407, 261, 378}));

    const std::string story =
        "Once upon a time, there was a little girl named Lily. She loved to play outside in the park. One day, she saw "
        "a big, red ball. She wanted to play with it, but it was too high.";
    std::string told(" Once upon a time");
    std::vector<float> last = player.play(tokens).back();
    for (auto position = static_cast<int32_t>(tokens.size()); told.size() <= story.size(); ++position) {
        told += (*tokenizer)->piece(best(last));
        last = player.play({best(last)}, position).back();
    }
    EXPECT_EQ(told, " " + story);
}

}  // namespace
}  // namespace floe::test
