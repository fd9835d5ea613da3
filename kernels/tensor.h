// Tensors: a dtype, a shape and a place in a buffer. Views are cheap values; nothing here owns memory.
#pragma once

#include <array>
#include <cstdint>

namespace floe {

/// Number formats. Block formats (q8_0, q4_0) pack `block_size` neighbouring values of a row together (see
/// quant/blocks.h).
enum class DType : uint8_t { f32, f16, bf16, i32, q8_0, q4_0 };

struct DTypeInfo {
    const char* name;    // as GGUF spells it: "F32", "Q8_0"
    int64_t block_size;  // values a block
    int64_t block_bytes;
};

const DTypeInfo& info(DType type);

/// Bytes of `count` neighbouring values; count must be a whole number of blocks.
inline int64_t bytes_of(DType type, int64_t count) {
    const DTypeInfo& t = info(type);
    return count / t.block_size * t.block_bytes;
}

/// Memory of one backend. An opaque handle: only the backend that made it looks inside.
class Buffer {
 public:
    virtual ~Buffer() = default;
    virtual int64_t size() const = 0;  // bytes
};

/// Up to four dimensions, rows first: shape[0] is the slowest. Unused trailing dimensions are 1.
using Shape = std::array<int64_t, 4>;

/// A read-only view: contiguous within a row (all dimensions but the first), rows `row_bytes` apart.
struct ConstTensor {
    const Buffer* buffer = nullptr;
    int64_t offset = 0;  // bytes from the buffer's start
    DType dtype = DType::f32;
    Shape shape{0, 1, 1, 1};
    int64_t row_bytes = 0;

    int64_t rows() const { return shape[0]; }
    int64_t width() const { return shape[1] * shape[2] * shape[3]; }  // values a row
    bool empty() const { return buffer == nullptr; }
};

/// A view that may be written.
struct Tensor : ConstTensor {};

/// A contiguous view of `shape` at `offset` of `buffer`.
Tensor tensor(Buffer& buffer, int64_t offset, DType dtype, Shape shape);
ConstTensor tensor(const Buffer& buffer, int64_t offset, DType dtype, Shape shape);

/// Rows [first, first + count) of a tensor.
Tensor rows_of(const Tensor& t, int64_t first, int64_t count);

}  // namespace floe
