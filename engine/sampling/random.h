// Random numbers that depend on a seed and a place in the answer only: the same on every machine, whatever else is in
// the batch, and however often a step is done again.
#pragma once

#include <cstdint>

namespace floe {

/// A bijection of 64 bits that leaves no pattern.                                      Steele, Lea & Flood 2014
/// (SplitMix64)
inline uint64_t mix(uint64_t z) {
    z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9u;
    z = (z ^ (z >> 27)) * 0x94d049bb133111ebu;
    return z ^ (z >> 31);
}

/// Uniform in [0, 1): number `index` of the sequence of `seed`.
inline double uniform(uint64_t seed, uint64_t index) {
    const uint64_t bits = mix(mix(seed + 0x9e3779b97f4a7c15u) + index * 0x9e3779b97f4a7c15u);
    return static_cast<double>(bits >> 11) * 0x1p-53;
}

}  // namespace floe
