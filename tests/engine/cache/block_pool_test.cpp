#include "engine/cache/block_pool.h"

#include <gtest/gtest.h>

#include <set>

namespace floe {
namespace {

using Tokens = std::vector<Token>;

uint64_t same_for_all(uint64_t, std::span<const Token>) {
    return 7;
}

TEST(BlockPool, GivesEachBlockOnceAndThenNone) {
    BlockPool pool(3);
    std::set<BlockId> given;
    for (int i = 0; i < 3; ++i) given.insert(pool.take().value());
    EXPECT_EQ(given.size(), 3u);
    EXPECT_FALSE(pool.take());
    EXPECT_EQ(pool.held(), 3);
}

TEST(BlockPool, ABlockIsFreeWhenItsLastHolderLetsGo) {
    BlockPool pool(1);
    const BlockId block = *pool.take();
    pool.hold(block);
    pool.release(block);
    EXPECT_FALSE(pool.take());
    pool.release(block);
    EXPECT_EQ(pool.available(), 1);
    EXPECT_EQ(pool.take(), block);
}

TEST(BlockPool, FindsAPublishedBlockByItsParentAndTokens) {
    BlockPool pool(4);
    const BlockId first = *pool.take(), second = *pool.take();
    pool.publish(first, {}, Tokens{1, 2});
    pool.publish(second, pool.prefix(first), Tokens{3, 4});
    EXPECT_EQ(pool.find({}, Tokens{1, 2}), first);
    EXPECT_EQ(pool.find(pool.prefix(first), Tokens{3, 4}), second);
    EXPECT_FALSE(pool.find({}, Tokens{3, 4}));
    EXPECT_FALSE(pool.find(pool.prefix(second), Tokens{3, 4}));
    EXPECT_EQ(pool.references(first), 2);
}

TEST(BlockPool, CollidingHashesNeverLie) {
    BlockPool pool(4, same_for_all);
    const BlockId a = *pool.take(), b = *pool.take(), after_b = *pool.take();
    pool.publish(a, {}, Tokens{1, 2});
    pool.publish(b, {}, Tokens{3, 4});
    pool.publish(after_b, pool.prefix(b), Tokens{5, 6});
    EXPECT_EQ(pool.find({}, Tokens{1, 2}), a);
    EXPECT_EQ(pool.find({}, Tokens{3, 4}), b);
    EXPECT_FALSE(pool.find({}, Tokens{5, 6}));
    EXPECT_FALSE(pool.find(pool.prefix(a), Tokens{5, 6})) << "these tokens stand after another prefix";
    EXPECT_EQ(pool.find(pool.prefix(b), Tokens{5, 6}), after_b);
}

TEST(BlockPool, TheSecondOfTwoEqualBlocksGivesWay) {
    BlockPool pool(2);
    const BlockId first = *pool.take(), twin = *pool.take();
    EXPECT_EQ(pool.publish(first, {}, Tokens{1, 2}), first);
    EXPECT_EQ(pool.publish(twin, {}, Tokens{1, 2}), first);
    EXPECT_EQ(pool.references(first), 2);
    EXPECT_EQ(pool.take(), twin);
}

TEST(BlockPool, EvictsTheBlockLongestUnusedAndForgetsIt) {
    BlockPool pool(2);
    const BlockId old = *pool.take(), young = *pool.take();
    pool.publish(old, {}, Tokens{1});
    pool.publish(young, {}, Tokens{2});
    pool.release(old);
    pool.release(young);
    EXPECT_EQ(pool.cached(), 2);
    pool.release(*pool.find({}, Tokens{1}));  // used again: now the other one is older
    EXPECT_EQ(pool.take(), young);
    EXPECT_FALSE(pool.find({}, Tokens{2}));
    EXPECT_EQ(pool.find({}, Tokens{1}), old);
}

TEST(BlockPool, ContentsWrittenAgainAreNotMistakenForThoseEvicted) {
    BlockPool pool(2);
    const BlockId parent = *pool.take();
    pool.publish(parent, {}, Tokens{1});
    const Prefix before = pool.prefix(parent);
    pool.release(parent);
    (void)pool.take();
    const BlockId again = *pool.take();  // evicts the parent
    EXPECT_EQ(again, parent);
    pool.publish(again, {}, Tokens{9});
    EXPECT_NE(pool.prefix(again).serial, before.serial);
    EXPECT_FALSE(pool.find({}, Tokens{1}));
}

TEST(BlockPool, TheHashIsTheSameInEveryRun) {
    EXPECT_EQ(chain_hash(0, Tokens{1, 2, 3}), chain_hash(0, Tokens{1, 2, 3}));
    EXPECT_NE(chain_hash(0, Tokens{1, 2, 3}), chain_hash(1, Tokens{1, 2, 3}));
    EXPECT_NE(chain_hash(0, Tokens{1, 2, 3}), chain_hash(0, Tokens{1, 3, 2}));
    EXPECT_NE(chain_hash(0, Tokens{0, 0}), chain_hash(0, Tokens{0}));
}

}  // namespace
}  // namespace floe
