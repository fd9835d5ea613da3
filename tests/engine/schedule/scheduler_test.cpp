#include "engine/schedule/scheduler.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "engine/schedule/world.h"

namespace floe {
namespace {

using test::World;
using test::WorldLimits;

/// `expected` says the steps, one behind the other: "a+1 b+511 | a+1 b+389".
void check(const WorldLimits& limits, const std::string& world, const std::string& expected) {
    World w(limits, world);
    std::string steps = w.step();
    for (size_t at = 0; (at = expected.find('|', at)) != std::string::npos; ++at) steps += " | " + w.step();
    EXPECT_EQ(steps, expected) << "world: " << world;
}

TEST(Scheduler, DecodesFirstThenFillsWithPrompt) {
    check({.budget = 512}, "run a@40; wait b=900", "a+1 b+511");
    check({.budget = 512}, "run a@40; run b@50; wait c=10", "a+1 b+1 c+10");
    check({.budget = 8}, "run a@40; run b@50", "a+1 b+1");
}

TEST(Scheduler, PromptsAreComputedInChunks) {
    check({.budget = 512}, "wait a=900", "a+512 | a+388 | a+1 | a+1");
    check({.budget = 512}, "run a@40; wait b=900", "a+1 b+511 | a+1 b+389 | a+1 b+1");
    check({.budget = 100}, "wait a=150; wait b=150", "a+100 | a+50 b+50 | a+1 b+99 | a+1 b+1");
}

TEST(Scheduler, InteractiveComesBeforeBatch) {
    check({.budget = 100}, "wait batch a=150; wait b=150", "b+100 | b+50 a+50 | b+1 a+99 | b+1 a+1");
    check({.budget = 100}, "run batch a@40; wait batch b=99; wait c=200", "c+99 a+1 | c+99 a+1 | c+2 a+1 b+97");
}

TEST(Scheduler, WithinAClassFirstComeFirstServed) {
    check({.budget = 30}, "wait a=20; wait b=20; wait c=20", "a+20 b+10 | a+1 b+10 c+19 | a+1 b+1 c+1 | a+1 b+1 c+1");
}

TEST(Scheduler, RunsNoMoreThanItsLimit) {
    check({.running = 2}, "wait a=20; wait b=20; wait c=20", "a+20 b+20 | a+1 b+1");
    check({.budget = 2}, "wait a=1; wait b=1; wait c=1", "a+1 b+1 | a+1 b+1");
}

TEST(Scheduler, AnInteractiveRequestTakesTheSeatOfTheYoungestBatchRequest) {
    check({.running = 2}, "run batch a@20; run batch b@20; wait c=5", "c+5 a+1 -b | c+1 a+1");
    check({.running = 2}, "run a@20; run b@20; wait c=5", "a+1 b+1");
}

TEST(Scheduler, TokensAppendedWithoutSamplingAreAChunk) {
    World w({.budget = 16}, "run a@20; run b@20");
    w.append("a", 29);
    EXPECT_EQ(w.step(), "a+15 b+1");
    EXPECT_EQ(w.step(), "a+15 b+1");
    EXPECT_EQ(w.step(), "a+1 b+1");
}

TEST(Scheduler, OnlyTheChunkThatReachesTheEndAsksForLogits) {
    World w({.budget = 16}, "wait a=20");
    Plan plan = w.scheduler.plan();
    EXPECT_FALSE(plan.items.at(0).reaches_end);
    w.scheduler.commit(plan);
    plan = w.scheduler.plan();
    EXPECT_TRUE(plan.items.at(0).reaches_end);
    EXPECT_EQ(plan.items.at(0).first, 16);
}

TEST(Scheduler, WhenBlocksRunOutTheYoungestBatchRequestGivesItsBack) {
    // Blocks of 4 positions; a@8 and its next token need a third block.
    check({.blocks = 6, .block_size = 4}, "run a@8; run batch b@7; run batch c@7", "a+1 b+1 -c");
    check({.blocks = 6, .block_size = 4}, "run batch a@8; run b@7; run batch c@7", "b+1 a+1 -c");
    check({.blocks = 6, .block_size = 4}, "run a@8; run b@7; run c@7", "a+1 b+1 -c");
    check({.blocks = 6, .block_size = 4}, "run batch a@8; run b@7; run c@7", "b+1 c+1");  // a has no juniors and stays
}

TEST(Scheduler, ThePreemptedIsResumedWithItsAnswerAsPrompt) {
    World w({.blocks = 6, .block_size = 4}, "run a@8; run b@7; run c@7");
    EXPECT_EQ(w.step(), "a+1 b+1 -c");
    EXPECT_EQ(w.scheduler.waiting(), 1);
    EXPECT_EQ(w.step(), "a+1 b+1") << "c's 8 tokens need two blocks, and one is left";
    w.remove("b");
    EXPECT_EQ(w.step(), "a+1 c+8");
    EXPECT_EQ(w.scheduler.tokens('c'), World::tokens('c', 0, 9));
    EXPECT_EQ(w.step(), "a+1 c+1");
}

TEST(Scheduler, APreemptedRequestFindsItsOwnBlocksAgain) {
    World w({.blocks = 8, .block_size = 4}, "run a@8; run b@8; run c@9");
    EXPECT_EQ(w.step(false), "a+1 b+1 -c");
    w.remove("b");
    const Plan plan = w.scheduler.plan();
    ASSERT_EQ(plan.admitted.size(), 1u);
    EXPECT_EQ(plan.admitted[0].reused, 8);
    EXPECT_EQ(plan.items.at(0).first, 8);
}

TEST(Scheduler, APromptWaitsUntilItFindsBlocksAndNobodyOvertakesIt) {
    check({.blocks = 6, .block_size = 4}, "run a@15; wait b=9; wait c=1", "a+1");
    check({.blocks = 6, .block_size = 4}, "run a@15; wait b=8; wait c=1", "a+1 b+8");
}

TEST(Scheduler, AnInteractivePromptTakesBlocksFromBatchButNotForNothing) {
    check({.blocks = 6, .block_size = 4}, "run batch a@7; run batch b@7; wait c=12", "c+12 a+1 -b");
    // Even with b's blocks there would be no room for c.
    check({.blocks = 6, .block_size = 4}, "run a@11; run batch b@7; wait c=15", "a+1 b+1");
    check({.blocks = 6, .block_size = 4}, "run batch a@15; wait batch c=12", "a+1");
}

TEST(Scheduler, RefusesWhatCanNeverBeServed) {
    Scheduler scheduler({.context = 100, .blocks = 5, .block_size = 16});
    EXPECT_EQ(scheduler.most_tokens(), 80);
    const Outcome empty = scheduler.add({.id = 1});
    ASSERT_FALSE(empty);
    EXPECT_EQ(empty.error().kind, Fault::bad_input);
    const Outcome large = scheduler.add({.id = 2, .prompt = World::tokens(2, 0, 81)});
    ASSERT_FALSE(large);
    EXPECT_EQ(large.error().kind, Fault::bad_input);
    EXPECT_NE(large.error().sentence().find("81"), std::string::npos) << large.error().sentence();
    EXPECT_NE(large.error().sentence().find("80"), std::string::npos) << large.error().sentence();
    EXPECT_FALSE(scheduler.add({.id = 3, .prompt = World::tokens(3, 0, 78), .max_tokens = 3}));
    EXPECT_TRUE(scheduler.idle());
    EXPECT_TRUE(scheduler.add({.id = 4, .prompt = World::tokens(4, 0, 78), .max_tokens = 2}));
}

TEST(Scheduler, RemovingGivesAllBlocksBackEvenInTheMiddleOfAPrompt) {
    World w({.budget = 64}, "run a@40; wait b=900");
    EXPECT_EQ(w.step(), "a+1 b+63");
    w.remove("b");
    EXPECT_EQ(w.step(), "a+1");
    w.remove("a");
    EXPECT_TRUE(w.scheduler.idle());
    EXPECT_EQ(w.scheduler.cache().pool().held(), 0);
    EXPECT_EQ(w.scheduler.tokens_held(), 0);
    w.remove("a");
}

TEST(Scheduler, ASharedPromptIsComputedOnce) {
    Scheduler scheduler({});
    const std::vector<Token> prompt = World::tokens(1, 0, 100);
    ASSERT_TRUE(scheduler.add({.id = 1, .prompt = prompt}));
    EXPECT_EQ(print(scheduler.plan()), "1+100");
    EXPECT_TRUE(scheduler.add({.id = 2, .prompt = prompt}));
    scheduler.remove(1);
    const Plan second = scheduler.plan();
    EXPECT_EQ(print(second), "2+100") << "the first was never computed: nothing of it may be found";
    scheduler.commit(second);
    ASSERT_TRUE(scheduler.add({.id = 3, .prompt = prompt}));
    const Plan third = scheduler.plan();
    EXPECT_EQ(print(third), "3+4");
    EXPECT_EQ(third.admitted.at(0).reused, 96);
}

TEST(Scheduler, WhoWantsLogitsOfAllRowsReusesNothingAndTakesSmallerChunks) {
    check({.budget = 512, .extra_logit_rows = 31}, "wait all a=50; wait all b=50", "a+32 b+1 | a+18 b+15 | a+1 b+32");
    Scheduler scheduler({});
    ASSERT_TRUE(scheduler.add({.id = 1, .prompt = World::tokens(1, 0, 40)}));
    scheduler.commit(scheduler.plan());
    ASSERT_TRUE(scheduler.add({.id = 2, .prompt = World::tokens(1, 0, 40), .all_logits = true}));
    EXPECT_EQ(print(scheduler.plan()), "2+40");
}

TEST(Scheduler, ACrowdWithFewBlocksEndsCompletely) {
    WorldLimits limits{.budget = 24, .blocks = 10, .block_size = 4, .running = 6, .context = 40};
    std::string world;
    for (char name = 'a'; name <= 'p'; ++name)
        world +=
            std::string("wait ") + (name % 3 == 0 ? "batch " : "") + name + "=" + std::to_string(1 + name % 13) + ";";
    World w(limits, world);
    int64_t preempted = 0, steps = 0;
    for (; !w.scheduler.idle(); ++steps) {
        ASSERT_LT(steps, 1000);
        const std::string text = w.step();
        ASSERT_FALSE(text.empty()) << "nobody advances";
        preempted += static_cast<int64_t>(std::ranges::count(text, '-'));
        for (auto& [name, id] : w.ids)
            if (w.scheduler.contains(id) && w.sizes[name] >= 40) w.remove(name);
        ASSERT_LT(w.scheduler.waste_tokens(), 4 * 6);
    }
    EXPECT_GT(preempted, 0);
    EXPECT_EQ(w.scheduler.cache().pool().held(), 0);
}

}  // namespace
}  // namespace floe
