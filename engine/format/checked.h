// Whole-number arithmetic on sizes that come from a file: an overflow is an answer, not an accident.
#pragma once

#include <cstdint>
#include <optional>

namespace floe {

inline std::optional<int64_t> checked_add(int64_t a, int64_t b) {
    int64_t sum = 0;
    if (__builtin_add_overflow(a, b, &sum)) return std::nullopt;
    return sum;
}

inline std::optional<int64_t> checked_multiply(int64_t a, int64_t b) {
    int64_t product = 0;
    if (__builtin_mul_overflow(a, b, &product)) return std::nullopt;
    return product;
}

}  // namespace floe
