// floe_make_model SHAPE TYPE OUT.gguf: a llama model with random weights. SHAPE: tiny | 1b. TYPE: F32, F16, BF16, Q8_0,
// Q4_0.
#include <cstdio>

#include "support/random_llama.h"

int main(int count, char** arguments) {
    using namespace floe;
    const std::string shape = count == 4 ? arguments[1] : "", type = count == 4 ? arguments[2] : "";
    const test::LlamaShape* chosen = nullptr;
    static constexpr test::LlamaShape tiny{};
    if (shape == "tiny") chosen = &tiny;
    if (shape == "1b") chosen = &test::kLlama1b;
    for (const DType dtype : {DType::f32, DType::f16, DType::bf16, DType::q8_0, DType::q4_0}) {
        if (!chosen || type != info(dtype).name) continue;
        test::random_llama(*chosen, dtype, 1).write_file(arguments[3]);
        return 0;
    }
    std::fputs("usage: floe_make_model tiny|1b F32|F16|BF16|Q8_0|Q4_0 OUT.gguf\n", stderr);
    return 2;
}
