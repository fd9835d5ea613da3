// Plain double-precision versions of every operation: what the others are held to. Slow on purpose, and on one thread.
#pragma once

#include <memory>

#include "kernels/backend.h"

namespace floe {

/// Sums and functions in double, results rounded once to the tensor's dtype. Never rounds x before block weights.
std::unique_ptr<Backend> make_reference_backend();

}  // namespace floe
