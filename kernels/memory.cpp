#include "kernels/memory.h"

#include <cassert>
#include <cstdlib>
#include <cstring>
#include <limits>

namespace floe {
namespace {

constexpr int64_t kAlignment = 64;

BackendFailure lacking(int64_t bytes) {
    return {BackendFailure::Kind::out_of_memory,
            "there is no memory for a buffer of " + std::to_string(bytes) + " bytes"};
}

[[maybe_unused]] bool within(const Buffer& buffer, int64_t offset, size_t count) {
    return offset >= 0 && offset <= buffer.size() && count <= static_cast<size_t>(buffer.size() - offset);
}

}  // namespace

std::unique_ptr<MemoryBuffer> MemoryBuffer::zeroed(int64_t bytes) {
    if (bytes < 0 || bytes > std::numeric_limits<int64_t>::max() - kAlignment) return nullptr;
    // calloc leaves large blocks untouched until they are used; a cache that stays empty costs nothing.
    void* owned = std::calloc(static_cast<size_t>(bytes + kAlignment), 1);
    if (!owned) return nullptr;
    const auto address = reinterpret_cast<uintptr_t>(owned);
    const uintptr_t skip = (kAlignment - address % kAlignment) % kAlignment;
    return std::unique_ptr<MemoryBuffer>(new MemoryBuffer(static_cast<std::byte*>(owned) + skip, bytes, owned));
}

std::unique_ptr<MemoryBuffer> MemoryBuffer::borrowed(std::span<const std::byte> bytes) {
    return std::unique_ptr<MemoryBuffer>(new MemoryBuffer(bytes.data(), static_cast<int64_t>(bytes.size()), nullptr));
}

MemoryBuffer::~MemoryBuffer() {
    std::free(owned_);
}

std::unique_ptr<Buffer> MemoryBackend::allocate(int64_t bytes, Status& why) {
    auto buffer = MemoryBuffer::zeroed(bytes);
    why = buffer ? Status{} : lacking(bytes);
    return buffer;
}

std::unique_ptr<Buffer> MemoryBackend::adopt(std::span<const std::byte> bytes, Status& why) {
    why = ok;
    return MemoryBuffer::borrowed(bytes);
}

Status MemoryBackend::upload(Buffer& to, int64_t offset, std::span<const std::byte> from) {
    const auto& memory = static_cast<const MemoryBuffer&>(to);
    assert(within(to, offset, from.size()));
    if (!memory.writable()) return BackendFailure{BackendFailure::Kind::unsupported, "adopted memory is read-only"};
    if (!from.empty()) std::memcpy(memory.writable_data() + offset, from.data(), from.size());
    return ok;
}

Status MemoryBackend::download(const Buffer& from, int64_t offset, std::span<std::byte> to) {
    assert(within(from, offset, to.size()));
    if (!to.empty()) std::memcpy(to.data(), static_cast<const MemoryBuffer&>(from).data() + offset, to.size());
    return ok;
}

}  // namespace floe
