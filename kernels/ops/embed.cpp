#include "kernels/ops/embed.h"

#include "kernels/ops/bytes.h"

namespace floe {

int64_t bytes(const Embed& op) {
    return op.out.rows() * bytes_of(op.table.dtype, op.table.width()) + bytes_shown(op.tokens) + bytes_shown(op.out);
}

int64_t bytes(const GatherRows& op) {
    return 2 * bytes_shown(op.out) + bytes_shown(op.rows);
}

}  // namespace floe
