// Every variant of the processor's backend against the reference.

#include "kernels/cpu/cpu_backend.h"

#include <gtest/gtest.h>

#include <cmath>

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

INSTANTIATE_TEST_SUITE_P(Cpu, EveryVariant, testing::ValuesIn(cpu_variants()),
                         [](const auto& variant) { return std::string(name(variant.param)); });

}  // namespace
}  // namespace floe::test
