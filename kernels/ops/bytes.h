#pragma once
#include "kernels/tensor.h"

namespace floe {

/// Bytes of all values that a view shows.
inline int64_t bytes_shown(const ConstTensor& t) {
    return t.empty() ? 0 : t.rows() * bytes_of(t.dtype, t.width());
}

}  // namespace floe
