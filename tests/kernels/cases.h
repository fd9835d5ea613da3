// One table of cases an operation: sizes 0, 1, one below and above a vector, odd tails, odd starts, outputs poisoned.
// Every backend and every instruction set runs them all.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "kernels/setting.h"

namespace floe::test {

struct Made {
    Op op;
    std::vector<Tensor> outputs;
};

struct Case {
    std::string name;
    double bound;  // of the norm of the error against the norm of the exact answer
    std::function<Made(Setting&)> make;
    Lie lie{};
};

std::vector<Case> embed_cases();
std::vector<Case> gather_cases();
std::vector<Case> rms_norm_cases();
std::vector<Case> matmul_cases();
std::vector<Case> rope_cases();
std::vector<Case> store_kv_cases();
std::vector<Case> copy_blocks_cases();
std::vector<Case> attention_cases();
std::vector<Case> elementwise_cases();
std::vector<Case> all_cases();

}  // namespace floe::test
