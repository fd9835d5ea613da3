#include "kernels/ops/elementwise.h"

#include "kernels/ops/bytes.h"

namespace floe {

int64_t bytes(const SwiGlu& op) {
    return bytes_shown(op.gate) + bytes_shown(op.up) + bytes_shown(op.out);
}
int64_t bytes(const Add& op) {
    return bytes_shown(op.a) + bytes_shown(op.b) + bytes_shown(op.out);
}

}  // namespace floe
