#include "kernels/ops/paged_kv.h"

#include "kernels/ops/bytes.h"

namespace floe {

int64_t bytes(const StoreKv& op) {
    const int64_t values = bytes_shown(op.keys) + bytes_shown(op.values);
    const int64_t stored = op.keys.rows() * op.keys.width();
    return values + bytes_shown(op.slots) + bytes_of(op.pages.keys.dtype, stored) +
           bytes_of(op.pages.values.dtype, stored);
}

int64_t bytes(const CopyBlocks& op) {
    const int64_t copies = op.from.rows() * op.from.width();
    return 2 * copies * (op.pages.keys.row_bytes + op.pages.values.row_bytes) + bytes_shown(op.from) +
           bytes_shown(op.to);
}

}  // namespace floe
