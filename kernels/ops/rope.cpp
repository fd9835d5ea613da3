#include "kernels/ops/rope.h"

#include "kernels/ops/bytes.h"

namespace floe {

int64_t bytes(const Rope& op) {
    return 2 * bytes_shown(op.x) + bytes_shown(op.positions) + bytes_shown(op.frequencies);
}

}  // namespace floe
