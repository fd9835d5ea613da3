#include "kernels/tensor.h"

namespace floe {

const DTypeInfo& info(DType type) {
    static constexpr DTypeInfo table[] = {
        {"F32", 1, 4}, {"F16", 1, 2}, {"BF16", 1, 2}, {"I32", 1, 4}, {"Q8_0", 32, 34}, {"Q4_0", 32, 18},
    };
    return table[static_cast<int>(type)];
}

ConstTensor tensor(const Buffer& buffer, int64_t offset, DType dtype, Shape shape) {
    return {&buffer, offset, dtype, shape, bytes_of(dtype, shape[1] * shape[2] * shape[3])};
}

Tensor tensor(Buffer& buffer, int64_t offset, DType dtype, Shape shape) {
    return Tensor{tensor(static_cast<const Buffer&>(buffer), offset, dtype, shape)};
}

Tensor rows_of(const Tensor& t, int64_t first, int64_t count) {
    Tensor part = t;
    part.offset += first * t.row_bytes;
    part.shape[0] = count;
    return part;
}

}  // namespace floe
