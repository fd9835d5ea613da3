// Every variant of the processor's backend against the reference.

#include "kernels/cpu/cpu_backend.h"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>

#include "kernels/cases.h"
#include "kernels/reference/reference.h"

namespace floe::test {
namespace {

struct Answer {
    std::vector<float> values;
    bool intact = true;
};

Answer answer_of(Backend& backend, const Case& c) {
    Setting setting(backend, 7, c.lie);
    const Made made = c.make(setting);
    const Status failure = run(backend, made.op);
    EXPECT_FALSE(failure) << failure->detail;
    Answer answer;
    for (const Tensor& out : made.outputs) {
        const std::vector<float> part = setting.read(out, answer.intact);
        answer.values.insert(answer.values.end(), part.begin(), part.end());
    }
    return answer;
}

/// ‖got − exact‖ / ‖exact‖; infinite where a number is missing.
double distance(const std::vector<float>& got, const std::vector<float>& exact) {
    double error = 0, norm = 0;
    for (size_t i = 0; i < exact.size(); ++i) {
        const double difference = static_cast<double>(got[i]) - static_cast<double>(exact[i]);
        if (!std::isfinite(difference)) return INFINITY;
        error += difference * difference;
        norm += static_cast<double>(exact[i]) * static_cast<double>(exact[i]);
    }
    return error == 0 ? 0 : std::sqrt(error / norm);
}

class EveryVariant : public testing::TestWithParam<CpuVariant> {};

TEST_P(EveryVariant, AgreesWithTheReference) {
    const auto reference = make_reference_backend();
    const auto backend = make_cpu_backend(2, GetParam());
    for (const Case& c : all_cases()) {
        const Answer exact = answer_of(*reference, c), got = answer_of(*backend, c);
        EXPECT_LE(distance(got.values, exact.values), c.bound) << c.name;
        EXPECT_TRUE(got.intact) << c.name << " wrote beside its output";
        EXPECT_TRUE(exact.intact) << c.name << ": the reference wrote beside its output";
    }
}

TEST_P(EveryVariant, IsTheOneThatWasAskedFor) {
    const std::string expected[] = {"CPU, portable C++, 1 thread", "CPU, AVX2, 1 thread",
                                    "CPU, AVX-512 VNNI, 1 thread"};
    EXPECT_EQ(make_cpu_backend(1, GetParam())->name(), expected[static_cast<int>(GetParam())]);
}

TEST(CpuBackend, TakesTheBestVariantAndAllCores) {
    const std::string best = make_cpu_backend(0, cpu_variants().back())->name();
    EXPECT_EQ(make_cpu_backend()->name(), best);
}

TEST(CpuBackend, UsesAdoptedMemoryInPlaceAndNeverWritesToIt) {
    const auto backend = make_cpu_backend(1);
    const std::vector<std::byte> file(100, std::byte{7});
    Status why;
    const auto buffer = backend->adopt(file, why);
    ASSERT_NE(buffer, nullptr);
    EXPECT_FALSE(why);
    std::vector<std::byte> back(10);
    EXPECT_FALSE(backend->download(*buffer, 90, back));
    EXPECT_EQ(back, std::vector<std::byte>(10, std::byte{7}));
    const Status failure = backend->upload(*buffer, 0, back);
    ASSERT_TRUE(failure);
    EXPECT_EQ(failure->kind, BackendFailure::Kind::unsupported);
}

TEST(CpuBackend, AllocatesZeroesOrSaysThatMemoryLacks) {
    const auto backend = make_cpu_backend(1);
    Status why;
    const auto buffer = backend->allocate(1000, why);
    ASSERT_NE(buffer, nullptr);
    std::vector<std::byte> back(1000, std::byte{1});
    EXPECT_FALSE(backend->download(*buffer, 0, back));
    EXPECT_EQ(back, std::vector<std::byte>(1000));
    EXPECT_EQ(backend->allocate(std::numeric_limits<int64_t>::max(), why), nullptr);
    ASSERT_TRUE(why);
    EXPECT_EQ(why->kind, BackendFailure::Kind::out_of_memory);
}

INSTANTIATE_TEST_SUITE_P(Cpu, EveryVariant, testing::ValuesIn(cpu_variants()),
                         [](const auto& variant) { return std::string(name(variant.param)); });

}  // namespace
}  // namespace floe::test
