// Reads a damaged file as safely as a sound one: every length is held against what is left before anything is touched.
#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <span>
#include <string_view>
#include <type_traits>

namespace floe {

static_assert(std::endian::native == std::endian::little, "numbers in files are read as they stand");

/// A cursor over bytes that it does not own. A read beyond the end yields zero or nothing and marks the reader failed,
/// once and for all; so a caller may read a whole record and ask afterwards.
class ByteReader {
 public:
    explicit ByteReader(std::span<const std::byte> bytes) : bytes_(bytes) {}

    bool failed() const { return failed_; }
    int64_t position() const { return position_; }
    int64_t left() const { return static_cast<int64_t>(bytes_.size()) - position_; }

    /// The next `count` bytes.
    std::span<const std::byte> take(int64_t count) {
        if (failed_ || count < 0 || count > left()) {
            failed_ = true;
            return {};
        }
        const auto taken = bytes_.subspan(static_cast<size_t>(position_), static_cast<size_t>(count));
        position_ += count;
        return taken;
    }

    /// A little-endian number.
    template <class T>
    T number() {
        static_assert(std::is_arithmetic_v<T>);
        T value{};
        const auto bytes = take(sizeof(T));
        if (!bytes.empty()) std::memcpy(&value, bytes.data(), sizeof(T));
        return value;
    }

    /// A count or an offset, written as 64 bits without a sign. One above `most` (or above int64_t) fails.
    int64_t count(int64_t most) {
        const auto value = number<uint64_t>();
        if (value > static_cast<uint64_t>(most < 0 ? 0 : most)) {
            failed_ = true;
            return 0;
        }
        return static_cast<int64_t>(value);
    }

    /// A length of 64 bits, then that many characters.
    std::string_view text() {
        const auto bytes = take(count(left()));
        return {reinterpret_cast<const char*>(bytes.data()), bytes.size()};
    }

 private:
    std::span<const std::byte> bytes_;
    int64_t position_ = 0;
    bool failed_ = false;
};

}  // namespace floe
