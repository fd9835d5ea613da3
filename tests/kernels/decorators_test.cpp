#include "kernels/decorators.h"

#include <gtest/gtest.h>

#include "kernels/reference/reference.h"
#include "kernels/setting.h"

namespace floe::test {
namespace {

constexpr auto kLost = BackendFailure::Kind::device_lost;

Add an_addition(Setting& s) {
    return {s.values(DType::f32, {2, 8, 1, 1}), s.values(DType::f32, {2, 8, 1, 1}), s.poisoned({2, 8, 1, 1})};
}

TEST(CountingBackend, CountsRunsAndBytesByOperation) {
    const auto reference = make_reference_backend();
    CountingBackend counting(*reference);
    Setting setting(counting, 1);
    const Add add = an_addition(setting);
    EXPECT_FALSE(counting.run(add));
    EXPECT_FALSE(run(counting, Op(add)));
    EXPECT_EQ(counting.counts()[Op(Add{}).index()].runs, 2);
    EXPECT_EQ(counting.counts()[Op(MatMul{}).index()].runs, 0);
    EXPECT_EQ(counting.total().bytes, 2 * 3 * 2 * 8 * 4);
    counting.reset();
    EXPECT_EQ(counting.total().runs, 0);
}

TEST(FailingBackend, FailsTheNthRunAndNoOther) {
    const auto reference = make_reference_backend();
    FailingBackend failing(*reference);
    Setting setting(failing, 1);
    const Add add = an_addition(setting);
    failing.fail_run(2, {kLost, "on purpose"});
    EXPECT_FALSE(failing.run(add));
    const Status second = failing.run(add);
    ASSERT_TRUE(second);
    EXPECT_EQ(second->kind, kLost);
    EXPECT_EQ(second->detail, "on purpose");
    EXPECT_FALSE(failing.run(add));
}

TEST(FailingBackend, FailsAllocationUploadAndDownload) {
    const auto reference = make_reference_backend();
    FailingBackend failing(*reference);
    std::array<std::byte, 4> bytes{};
    Status why;
    failing.fail_allocate(1, {BackendFailure::Kind::out_of_memory, "full"});
    EXPECT_EQ(failing.allocate(4, why), nullptr);
    EXPECT_EQ(why->kind, BackendFailure::Kind::out_of_memory);
    const auto buffer = failing.allocate(4, why);
    ASSERT_NE(buffer, nullptr);
    EXPECT_FALSE(why);
    failing.fail_upload(1, {kLost, ""});
    EXPECT_TRUE(failing.upload(*buffer, 0, bytes));
    EXPECT_FALSE(failing.upload(*buffer, 0, bytes));
    failing.fail_download(1, {kLost, ""});
    EXPECT_TRUE(failing.download(*buffer, 0, bytes));
    EXPECT_FALSE(failing.download(*buffer, 0, bytes));
}

}  // namespace
}  // namespace floe::test
