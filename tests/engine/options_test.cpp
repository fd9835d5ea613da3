#include <gtest/gtest.h>

#include "engine/engine_internal.h"

namespace floe {
namespace {

ModelInfo model(int64_t context) {
    ModelInfo info;
    info.context_length = context;
    return info;
}

TEST(Options, TheContextIsTheModelsOwnUpTo8192) {
    EXPECT_EQ(settle({}, model(512))->context, 512);
    EXPECT_EQ(settle({}, model(131072))->context, 8192);
    EXPECT_EQ(settle({}, model(0))->context, 2048) << "the file doesn't say";
    EXPECT_EQ(settle({.context = 20000}, model(512))->context, 20000) << "asked for, so given";
}

TEST(Options, TheCacheHoldsAtLeastOneFullContextInWholeBlocks) {
    EXPECT_EQ(settle({}, model(512))->kv_tokens, 4096);
    EXPECT_EQ(settle({}, model(8192))->kv_tokens, 8192);
    EXPECT_EQ(settle({.kv_tokens = 100}, model(512))->kv_tokens, 112);
}

TEST(Options, NoMoreRunThanAStepOrTheCacheCanTake) {
    EXPECT_EQ(settle({.step_tokens = 8}, model(512))->max_running, 8);
    EXPECT_EQ(settle({.kv_tokens = 48}, model(512))->max_running, 3);
}

}  // namespace
}  // namespace floe
