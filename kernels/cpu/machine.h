// What this machine has.
#pragma once

#include "kernels/cpu/cpu_backend.h"

namespace floe {

/// Physical cores that this process may use, at least 1.
int physical_cores();

}  // namespace floe
