// What the bodies need from outside. It must be included before a target region opens, so that nothing shared is
// compiled for more than the baseline.
#pragma once

#include <algorithm>
#include <bit>
#include <cassert>
#include <cmath>
#include <cstdint>
#include <cstring>
#include <limits>

#include "kernels/cpu/kernels.h"
#include "kernels/memory.h"
#include "kernels/quant/blocks.h"
#include "kernels/quant/half.h"

namespace floe::cpu {

/// Storage types, so that overloads of load and store tell them apart.
struct F16 {
    uint16_t bits;
};
struct BF16 {
    uint16_t bits;
};

}  // namespace floe::cpu
