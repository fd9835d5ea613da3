// What the reader's process takes away from itself before it looks at a file.
#pragma once

#include <cstdint>

namespace floe::reader {

/// Address space, processor time, no core dump, no new privileges, no network where the kernel lets go of it, and an
/// end with its parent. Called first in main, while there is one thread.
void confine(int64_t memoryBytes, int processorSeconds);

}  // namespace floe::reader
