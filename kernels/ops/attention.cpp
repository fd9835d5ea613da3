#include "kernels/ops/attention.h"

#include "kernels/ops/bytes.h"

namespace floe {

int64_t bytes(const Attention& op) {
    // The lengths lie on the device, so a table that is full is assumed: an upper bound of the pages read.
    const int64_t positions = op.tables.rows() * op.tables.width() * op.pages.block_size();
    const int64_t values = positions * op.pages.kv_heads() * op.pages.head_dim();
    return bytes_shown(op.q) + bytes_shown(op.out) + bytes_shown(op.tables) + bytes_shown(op.lengths) +
           bytes_shown(op.sequences) + bytes_of(op.pages.keys.dtype, values) + bytes_of(op.pages.values.dtype, values);
}

}  // namespace floe
