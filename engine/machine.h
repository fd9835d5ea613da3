// What this machine can give, to hold the engine's speed against.
#pragma once

namespace floe {

/// Bytes a second that `threads` threads read from memory, one after the other, measured now (takes under a second).
double measure_read_bandwidth(int threads);

}  // namespace floe
