#include "engine/cache/paged_cache.h"

#include <gtest/gtest.h>

#include <map>
#include <numeric>
#include <random>

namespace floe {
namespace {

using Tokens = std::vector<Token>;

Tokens count_from(Token first, int64_t count) {
    Tokens tokens(static_cast<size_t>(count));
    std::iota(tokens.begin(), tokens.end(), first);
    return tokens;
}

/// A sequence that was opened, computed and published.
struct Sequence {
    Tokens tokens;
    BlockTable table;
    int64_t reused = 0;
};

Sequence compute(PagedCache& cache, Tokens tokens) {
    Sequence s{tokens, cache.open(tokens)};
    s.reused = s.table.length;
    std::optional<BlockCopy> copy;
    cache.extend(s.table, static_cast<int64_t>(tokens.size()) - s.table.length, copy);
    cache.publish(s.table, s.tokens);
    return s;
}

TEST(PagedCache, WastesLessThanABlockASequence) {
    PagedCache cache(64, 16);
    for (int64_t length = 1; length <= 70; ++length) {
        Sequence s = compute(cache, count_from(1000 * static_cast<Token>(length), length));
        const int64_t places = static_cast<int64_t>(s.table.blocks.size()) * 16;
        EXPECT_GE(places, length);
        EXPECT_LT(places - length, 16);
        cache.close(s.table);
    }
    EXPECT_EQ(cache.pool().held(), 0);
}

TEST(PagedCache, FindsASharedPrefixInWholeBlocks) {
    PagedCache cache(16, 4);
    Sequence first = compute(cache, {1, 2, 3, 4, 5, 6, 7, 8, 9});
    Sequence second = compute(cache, {1, 2, 3, 4, 5, 6, 7, 8, 100, 101});
    EXPECT_EQ(second.reused, 8);
    EXPECT_EQ(second.table.blocks[0], first.table.blocks[0]);
    EXPECT_EQ(second.table.blocks[1], first.table.blocks[1]);
    EXPECT_NE(second.table.blocks[2], first.table.blocks[2]);
    EXPECT_EQ(compute(cache, {1, 2, 3, 4, 5, 6, 100}).reused, 4);
    EXPECT_EQ(compute(cache, {2, 2, 3, 4, 5}).reused, 0);
}

TEST(PagedCache, FindsAPrefixAfterItsSequenceEnded) {
    PagedCache cache(16, 4);
    Sequence first = compute(cache, count_from(1, 10));
    cache.close(first.table);
    EXPECT_EQ(cache.pool().held(), 0);
    EXPECT_EQ(cache.pool().cached(), 2);
    EXPECT_EQ(compute(cache, count_from(1, 10)).reused, 8);
}

TEST(PagedCache, LeavesAtLeastTheLastTokenToCompute) {
    PagedCache cache(16, 4);
    Sequence first = compute(cache, count_from(1, 8));
    EXPECT_EQ(cache.open(count_from(1, 8)).length, 4);
    EXPECT_EQ(cache.open(count_from(1, 9)).length, 8);
    EXPECT_EQ(cache.open(count_from(1, 4)).length, 0);
    EXPECT_EQ(cache.open({}).length, 0);
}

TEST(PagedCache, ReusesNothingWhereThatIsSwitchedOff) {
    PagedCache cache(16, 4, false);
    Sequence first = compute(cache, count_from(1, 8));
    EXPECT_EQ(compute(cache, count_from(1, 8)).reused, 0);
    cache.close(first.table);
    EXPECT_EQ(cache.pool().cached(), 0);
}

TEST(PagedCache, CollidingHashesShareNothing) {
    PagedCache cache(16, 4, true, [](uint64_t, std::span<const Token>) { return uint64_t{1}; });
    Sequence first = compute(cache, {1, 2, 3, 4, 5, 6, 7, 8, 9});
    EXPECT_EQ(compute(cache, {5, 6, 7, 8, 9}).reused, 0);
    EXPECT_EQ(compute(cache, {1, 2, 3, 4, 9, 9, 9, 9, 9}).reused, 4);
}

TEST(PagedCache, EqualPromptsComputedAtOnceEndInTheSameBlocks) {
    PagedCache cache(16, 4);
    const Tokens tokens = count_from(1, 9);
    BlockTable a = cache.open(tokens), b = cache.open(tokens);
    std::optional<BlockCopy> copy;
    cache.extend(a, 9, copy);
    cache.extend(b, 9, copy);
    EXPECT_EQ(cache.pool().held(), 6);
    cache.publish(a, tokens);
    cache.publish(b, tokens);
    EXPECT_EQ(cache.pool().held(), 4) << "two shared ones and a part-filled one each";
    EXPECT_EQ(a.blocks[1], b.blocks[1]);
    EXPECT_NE(a.blocks[2], b.blocks[2]);
}

TEST(PagedCache, AForkSharesAllAndCopiesThePartFilledBlockOnWrite) {
    PagedCache cache(16, 4);
    Sequence s = compute(cache, count_from(1, 6));
    BlockTable fork = cache.fork(s.table);
    EXPECT_EQ(cache.pool().held(), 2);

    std::optional<BlockCopy> copy;
    const BlockId shared = s.table.blocks[1];
    cache.extend(fork, 1, copy);
    ASSERT_TRUE(copy);
    EXPECT_EQ(copy->from, shared);
    EXPECT_EQ(copy->to, fork.blocks[1]);
    EXPECT_NE(copy->to, shared);
    EXPECT_EQ(fork.blocks[0], s.table.blocks[0]);

    cache.extend(s.table, 1, copy);
    EXPECT_FALSE(copy) << "nobody else holds it any more";
    EXPECT_EQ(s.table.blocks[1], shared);
}

TEST(PagedCache, AForkAtABlocksEndCopiesNothing) {
    PagedCache cache(16, 4);
    Sequence s = compute(cache, count_from(1, 8));
    BlockTable fork = cache.fork(s.table);
    std::optional<BlockCopy> copy;
    cache.extend(fork, 3, copy);
    EXPECT_FALSE(copy);
    EXPECT_EQ(cache.pool().held(), 3);
}

TEST(PagedCache, SaysHowMuchRoomThereIs) {
    PagedCache cache(4, 4);
    Sequence s = compute(cache, count_from(1, 6));
    EXPECT_EQ(cache.room(s.table), 2 + 2 * 4);
    BlockTable fork = cache.fork(s.table);
    EXPECT_EQ(cache.room(fork), 2 + 1 * 4) << "one block goes into the copy";
    Sequence other = compute(cache, count_from(50, 8));
    EXPECT_EQ(cache.room(fork), 0);
    EXPECT_EQ(cache.room(other.table), 0);
}

TEST(PagedCache, EvictsTheEndOfAPrefixBeforeItsBeginning) {
    PagedCache cache(4, 4);
    Sequence old = compute(cache, count_from(1, 16));
    cache.close(old.table);
    Sequence other = compute(cache, count_from(100, 5));  // takes two of the four
    EXPECT_EQ(cache.open(count_from(1, 16)).length, 8);
}

TEST(PagedCache, CountsWhatClosingWouldFree) {
    PagedCache cache(16, 4);
    Sequence a = compute(cache, {1, 2, 3, 4, 5});
    Sequence b = compute(cache, {1, 2, 3, 4, 6});
    const std::vector<const BlockTable*> only_a{&a.table}, both{&a.table, &b.table};
    EXPECT_EQ(cache.freed_by_closing(only_a), 1);
    EXPECT_EQ(cache.freed_by_closing(both), 3);
}

/// Random lives of sequences against what the blocks hold in a plain map: no table ever reaches another sequence's
/// tokens.
TEST(PagedCache, EveryPositionHoldsItsOwnTokenWhateverHappens) {
    for (const bool reuse : {true, false}) {
        PagedCache cache(24, 4, reuse);
        std::map<int64_t, Token> memory;  // slot -> token, as a decoder would write them
        std::vector<Sequence> live;
        std::mt19937 random(5);
        const auto draw = [&](int64_t n) { return static_cast<int64_t>(random() % static_cast<uint64_t>(n)); };
        const auto grow = [&](Sequence& s, int64_t count) {
            std::optional<BlockCopy> copy;
            const int64_t first = s.table.length;
            cache.extend(s.table, count, copy);
            for (int64_t o = 0; copy && o < 4; ++o) memory[copy->to * 4 + o] = memory[copy->from * 4 + o];
            for (int64_t p = first; p < s.table.length; ++p)
                memory[cache.slot(s.table, p)] = s.tokens[static_cast<size_t>(p)];
            cache.publish(s.table, std::span(s.tokens).first(static_cast<size_t>(s.table.length)));
        };
        for (int round = 0; round < 20000; ++round) {
            const int64_t what = draw(4);
            if (what == 0 && live.size() < 6) {
                Sequence s;
                for (int64_t i = 0, n = 1 + draw(20); i < n; ++i) s.tokens.push_back(static_cast<Token>(draw(2)));
                s.table = cache.open(s.tokens);
                live.push_back(std::move(s));
            } else if (what == 1 && !live.empty()) {
                Sequence& s = live[static_cast<size_t>(draw(static_cast<int64_t>(live.size())))];
                const int64_t count = std::min<int64_t>(cache.room(s.table), draw(6));
                while (static_cast<int64_t>(s.tokens.size()) < s.table.length + count)
                    s.tokens.push_back(static_cast<Token>(draw(2)));
                grow(s, count);
            } else if (what == 2 && !live.empty() && live.size() < 6) {
                const Sequence& s = live[static_cast<size_t>(draw(static_cast<int64_t>(live.size())))];
                Sequence twin{s.tokens, cache.fork(s.table)};
                twin.tokens.resize(static_cast<size_t>(twin.table.length));
                live.push_back(std::move(twin));
            } else if (what == 3 && !live.empty() && draw(3) == 0) {
                const auto at = live.begin() + draw(static_cast<int64_t>(live.size()));
                cache.close(at->table);
                live.erase(at);
            }
            for (const Sequence& s : live)
                for (int64_t p = 0; p < s.table.length; ++p)
                    ASSERT_EQ(memory.at(cache.slot(s.table, p)), s.tokens[static_cast<size_t>(p)]) << "round " << round;
        }
        for (Sequence& s : live) cache.close(s.table);
        EXPECT_EQ(cache.pool().held(), 0);
        EXPECT_EQ(cache.pool().available(), 24);
    }
}

}  // namespace
}  // namespace floe
