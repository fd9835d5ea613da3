// How fast memory can be read: what decoding is held against.
#pragma once

#include <cstdint>

namespace floe {

/// Bytes a second that `threads` threads (at least 1) together read from a buffer far larger than the caches, the best
/// of a few passes. Takes about a second and `buffer_bytes` of memory; 0 where there is not enough.
double read_bandwidth(int threads, int64_t buffer_bytes = int64_t{512} << 20);

}  // namespace floe
