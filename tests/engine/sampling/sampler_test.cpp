#include "engine/sampling/sampler.h"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>
#include <map>
#include <random>

#include "engine/sampling/random.h"

namespace floe {
namespace {

using Logits = std::vector<float>;
constexpr float inf = std::numeric_limits<float>::infinity();
constexpr float nan = std::numeric_limits<float>::quiet_NaN();

Token greedy(const Logits& logits, const TokenMask* mask = nullptr) {
    return Sampler({}).choose(logits, mask, {}, 0);
}

/// How often each token is drawn, as a share.
std::map<Token, double> shares(const SamplingOptions& options, const Logits& logits, std::vector<Token> history = {},
                               const TokenMask* mask = nullptr) {
    Sampler sampler(options);
    std::map<Token, double> result;
    constexpr int draws = 20000;
    for (int i = 0; i < draws; ++i) result[sampler.choose(logits, mask, history, i)] += 1.0 / draws;
    return result;
}

std::vector<Token> drawn(const SamplingOptions& options, const Logits& logits) {
    std::vector<Token> tokens;
    for (const auto& [token, share] : shares(options, logits)) tokens.push_back(token);
    return tokens;
}

TokenMask mask_of(int64_t size, std::initializer_list<Token> tokens) {
    TokenMask mask(size);
    for (const Token t : tokens) mask.allow(t);
    return mask;
}

TEST(Sampler, GreedyTakesTheLargestAndTheLowestIdOfEquals) {
    EXPECT_EQ(greedy({1, 3, 2}), 1);
    EXPECT_EQ(greedy({1, 3, 3, 2, 3}), 1);
    EXPECT_EQ(greedy({-5, -inf, -3}), 2);
}

TEST(Sampler, TakesAllowedTokensOnly) {
    const Logits logits{9, 8, 7, 6, 5};
    const TokenMask mask = mask_of(5, {2, 4});
    EXPECT_EQ(greedy(logits, &mask), 2);
    for (const auto& [token, share] : shares({.temperature = 5}, logits, {}, &mask)) EXPECT_TRUE(mask.allows(token));
    const TokenMask none(5);
    EXPECT_EQ(greedy(logits, &none), -1);
    EXPECT_EQ(Sampler({.temperature = 1}).choose(logits, &none, {}, 0), -1);
}

TEST(Sampler, LogitsThatAreNoNumbersDoNoHarm) {
    EXPECT_EQ(greedy({nan, 1, nan, 2}), 3);
    EXPECT_EQ(greedy({nan, nan}), 0);
    EXPECT_EQ(greedy({-inf, -inf}), 0);
    EXPECT_EQ(greedy({1, inf, inf}), 1);
    for (const Logits& logits : {Logits{nan, nan, nan}, Logits{-inf, -inf, -inf}, Logits{inf, nan, -inf}}) {
        const Token t =
            Sampler({.temperature = 1, .top_k = 2, .top_p = 0.5f, .min_p = 0.1f}).choose(logits, nullptr, {}, 0);
        EXPECT_EQ(t, 0);
    }
    EXPECT_EQ(drawn({.temperature = 1}, {0, nan, 0, -inf}), (std::vector<Token>{0, 2}));
    const SamplingOptions penalties{.temperature = 1, .repetition_penalty = 2, .presence_penalty = 1};
    EXPECT_EQ(Sampler(penalties).choose(Logits{inf, 0}, nullptr, std::vector<Token>{0}, 0), 0);
}

TEST(Sampler, DrawsWithTheSoftmaxOfTheLogitsOverTheTemperature) {
    const Logits logits{1.0f, 0.0f, 2.0f, -1.0f};
    for (const float temperature : {0.5f, 1.0f, 2.0f}) {
        double sum = 0;
        for (const float z : logits) sum += std::exp(z / temperature);
        auto share = shares({.temperature = temperature}, logits);
        for (Token t = 0; t < 4; ++t)
            EXPECT_NEAR(share[t], std::exp(logits[static_cast<size_t>(t)] / temperature) / sum, 0.015);
    }
}

TEST(Sampler, TopKKeepsTheKBestAndTheLowestIdsOfEquals) {
    EXPECT_EQ(drawn({.temperature = 1, .top_k = 2}, {1, 3, 2, 0}), (std::vector<Token>{1, 2}));
    EXPECT_EQ(drawn({.temperature = 1, .top_k = 2}, {1, 1, 1, 1}), (std::vector<Token>{0, 1}));
    EXPECT_EQ(drawn({.temperature = 1, .top_k = 9}, {1, 1, 1}), (std::vector<Token>{0, 1, 2}));
    EXPECT_EQ(drawn({.temperature = 9, .top_k = 1}, {1, 3, 2}), (std::vector<Token>{1}));
}

TEST(Sampler, TopPKeepsTheFewestThatReachP) {
    const Logits logits{std::log(0.1f), std::log(0.5f), std::log(0.3f), std::log(0.1f)};
    EXPECT_EQ(drawn({.temperature = 1, .top_p = 0.4f}, logits), (std::vector<Token>{1}));
    EXPECT_EQ(drawn({.temperature = 1, .top_p = 0.75f}, logits), (std::vector<Token>{1, 2}));
    EXPECT_EQ(drawn({.temperature = 1, .top_p = 0.85f}, logits), (std::vector<Token>{0, 1, 2}));
    EXPECT_EQ(drawn({.temperature = 1, .top_p = 1}, logits).size(), 4u);
}

TEST(Sampler, TopPOverManyEqualTokensKeepsTheLowestIds) {
    const auto tokens = drawn({.temperature = 1, .top_p = 0.5f}, Logits(1000, 0.0f));
    EXPECT_EQ(tokens.size(), 500u);
    EXPECT_EQ(tokens.back(), 499);
}

TEST(Sampler, MinPDropsWhatIsFarBelowTheBest) {
    const Logits logits{0, std::log(0.2f), std::log(0.05f)};
    EXPECT_EQ(drawn({.temperature = 1, .min_p = 0.1f}, logits), (std::vector<Token>{0, 1}));
    EXPECT_EQ(drawn({.temperature = 1, .min_p = 1}, logits), (std::vector<Token>{0}));
}

TEST(Sampler, BiasMovesALogit) {
    EXPECT_EQ(Sampler({.logit_bias = {{2, 5.0f}}}).choose(Logits{3, 2, 1}, nullptr, {}, 0), 2);
    EXPECT_EQ(Sampler({.logit_bias = {{0, -inf}}}).choose(Logits{3, 2, 1}, nullptr, {}, 0), 1);
}

TEST(Sampler, PenaltiesLookAtTheWindow) {
    const auto choice = [](const SamplingOptions& options, const Logits& logits, std::vector<Token> history) {
        return Sampler(options).choose(logits, nullptr, history, 0);
    };
    EXPECT_EQ(choice({.repetition_penalty = 2}, {3, 2}, {0}), 1) << "3 / 2 < 2";
    EXPECT_EQ(choice({.repetition_penalty = 2}, {-1, -1.5f}, {0}), 1) << "-1 * 2 < -1.5";
    EXPECT_EQ(choice({.repetition_penalty = 1.2f}, {3, 2}, {0, 0, 0}), 0)
        << "counts once, however often it stands there";
    EXPECT_EQ(choice({.presence_penalty = 1.5f}, {3, 2}, {0}), 1);
    EXPECT_EQ(choice({.presence_penalty = 0.9f}, {3, 2}, {0, 0}), 0);
    EXPECT_EQ(choice({.frequency_penalty = 0.6f}, {3, 2}, {0}), 0);
    EXPECT_EQ(choice({.frequency_penalty = 0.6f}, {3, 2}, {0, 0}), 1);
    EXPECT_EQ(choice({.presence_penalty = 9, .penalty_window = 2}, {3, 2}, {0, 1, 1}), 0) << "0 is out of the window";
    EXPECT_EQ(choice({.presence_penalty = 9, .penalty_window = 0}, {3, 2}, {0}), 0);
}

TEST(Sampler, TheSameSeedDrawsTheSameInEveryOrderOfCalls) {
    const Logits logits(50, 0.0f);
    Sampler forwards({.temperature = 1, .seed = 7}), backwards({.temperature = 1, .seed = 7}),
        other({.temperature = 1, .seed = 8});
    std::vector<Token> a(40), b(40), c(40);
    for (int64_t i = 0; i < 40; ++i) a[static_cast<size_t>(i)] = forwards.choose(logits, nullptr, {}, i);
    for (int64_t i = 39; i >= 0; --i) b[static_cast<size_t>(i)] = backwards.choose(logits, nullptr, {}, i);
    for (int64_t i = 0; i < 40; ++i) c[static_cast<size_t>(i)] = other.choose(logits, nullptr, {}, i);
    EXPECT_EQ(a, b);
    EXPECT_NE(a, c);
}

TEST(Sampler, RandomNumbersAreFixedForEver) {
    // Worked out in another language. A changed generator would change the text of every seed.
    EXPECT_DOUBLE_EQ(uniform(0, 0), 0.28176129772258496);
    EXPECT_DOUBLE_EQ(uniform(42, 7), 0.19535155971618223);
    double sum = 0;
    for (uint64_t i = 0; i < 10000; ++i) sum += uniform(1, i);
    EXPECT_NEAR(sum / 10000, 0.5, 0.01);
}

TEST(Sampler, ProbabilityIsAmongTheAllowedAndBeforeAllOptions) {
    const Logits logits{std::log(0.5f), std::log(0.3f), std::log(0.2f), nan};
    EXPECT_NEAR(probability(logits, nullptr, 1), 0.3, 1e-6);
    const TokenMask mask = mask_of(4, {1, 2});
    EXPECT_NEAR(probability(logits, &mask, 1), 0.6, 1e-6);
    const TokenMask none(4);
    EXPECT_EQ(probability(logits, &none, 1), 0);
    EXPECT_EQ(probability(Logits{nan, nan}, nullptr, 1), 0);
}

TEST(Sampler, RefusesOptionsThatMakeNoSense) {
    EXPECT_TRUE(check({}, 10));
    const auto refused = [](const SamplingOptions& options, const std::string& option) {
        const Outcome outcome = check(options, 10);
        return !outcome && outcome.error().kind == Fault::bad_input &&
               outcome.error().sentence().find(option) != std::string::npos;
    };
    EXPECT_TRUE(refused({.temperature = -1}, "temperature"));
    EXPECT_TRUE(refused({.temperature = nan}, "temperature"));
    EXPECT_TRUE(refused({.temperature = inf}, "temperature"));
    EXPECT_TRUE(refused({.top_k = -1}, "top_k"));
    EXPECT_TRUE(refused({.top_p = 0}, "top_p"));
    EXPECT_TRUE(refused({.min_p = 2}, "min_p"));
    EXPECT_TRUE(refused({.repetition_penalty = 0}, "repetition_penalty"));
    EXPECT_TRUE(refused({.presence_penalty = nan}, "presence_penalty"));
    EXPECT_TRUE(refused({.frequency_penalty = inf}, "frequency_penalty"));
    EXPECT_TRUE(refused({.penalty_window = -1}, "penalty_window"));
    EXPECT_TRUE(refused({.logit_bias = {{10, 1.0f}}}, "logit_bias"));
    EXPECT_TRUE(refused({.logit_bias = {{-1, 1.0f}}}, "logit_bias"));
    EXPECT_TRUE(refused({.logit_bias = {{1, nan}}}, "logit_bias"));
}

}  // namespace
}  // namespace floe
