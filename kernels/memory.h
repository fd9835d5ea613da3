// Buffers in plain memory, and the part of a backend that is the same for all that use them.
#pragma once

#include "kernels/backend.h"

namespace floe {

/// Plain memory: its own, zeroed and aligned to 64 bytes, or someone else's that it only reads.
class MemoryBuffer final : public Buffer {
 public:
    /// Null when there is not enough memory.
    static std::unique_ptr<MemoryBuffer> zeroed(int64_t bytes);
    static std::unique_ptr<MemoryBuffer> borrowed(std::span<const std::byte> bytes);
    ~MemoryBuffer() override;

    int64_t size() const override { return size_; }
    bool writable() const { return owned_ != nullptr; }
    const std::byte* data() const { return data_; }
    std::byte* writable_data() const { return const_cast<std::byte*>(data_); }

 private:
    MemoryBuffer(const std::byte* data, int64_t size, void* owned) : data_(data), size_(size), owned_(owned) {}
    const std::byte* data_;
    int64_t size_;
    void* owned_;  // what to free
};

/// Where row `r` of a tensor in plain memory begins.
inline const std::byte* row_bytes_at(const ConstTensor& t, int64_t r) {
    return static_cast<const MemoryBuffer*>(t.buffer)->data() + t.offset + r * t.row_bytes;
}
template <class T>
const T* row_at(const ConstTensor& t, int64_t r) {
    return reinterpret_cast<const T*>(row_bytes_at(t, r));
}
template <class T>
T* row_at(const Tensor& t, int64_t r) {
    return reinterpret_cast<T*>(const_cast<std::byte*>(row_bytes_at(t, r)));
}

/// The elements of a vector (a tensor of one dimension), which is always contiguous.
template <class T>
const T* elements(const ConstTensor& t) {
    return row_at<T>(t, 0);
}
inline int64_t count_of(const ConstTensor& t) {
    return t.rows() * t.width();
}

/// A backend whose buffers are MemoryBuffers; what is left are the operations.
class MemoryBackend : public Backend {
 public:
    std::unique_ptr<Buffer> allocate(int64_t bytes, Status& why) override;
    std::unique_ptr<Buffer> adopt(std::span<const std::byte> bytes, Status& why) override;
    Status upload(Buffer& to, int64_t offset, std::span<const std::byte> from) override;
    Status download(const Buffer& from, int64_t offset, std::span<std::byte> to) override;
};

}  // namespace floe
