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

/// Asks for memory that will be read soon: `bytes` that lie `distance` after p, there or not.
inline void fetch_ahead(const void* p, int64_t distance, size_t bytes) {
    const uintptr_t start = reinterpret_cast<uintptr_t>(p) + static_cast<uintptr_t>(distance);
    for (size_t at = 0; at < bytes; at += 64) __builtin_prefetch(reinterpret_cast<const void*>(start + at));
}

}  // namespace floe::cpu
