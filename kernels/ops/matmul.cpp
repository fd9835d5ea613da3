#include "kernels/ops/matmul.h"

#include "kernels/ops/bytes.h"

namespace floe {

int64_t bytes(const MatMul& op) {
    const int64_t out_passes = op.accumulate ? 2 : 1;
    return bytes_shown(op.weight) + bytes_shown(op.x) + bytes_shown(op.bias) + out_passes * bytes_shown(op.out);
}

}  // namespace floe
