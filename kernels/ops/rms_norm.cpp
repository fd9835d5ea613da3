#include "kernels/ops/rms_norm.h"

#include "kernels/ops/bytes.h"

namespace floe {

int64_t bytes(const RmsNorm& op) {
    return bytes_shown(op.x) + bytes_shown(op.weight) + bytes_shown(op.out);
}

}  // namespace floe
