// Writes GGUF v3 files for tests, sound ones and odd ones.
#pragma once

#include <cstring>
#include <fstream>
#include <functional>
#include <span>
#include <sstream>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

#include "engine/format/ggml_type.h"
#include "engine/format/gguf.h"

namespace floe::test {

/// Collects entries, then writes them in the order in which they came. Knows no limits: what is asked for is written.
class GgufWriter {
 public:
    /// Called for the tensor's bytes in parts, one after the other: where a part begins, and the part, which is a whole
    /// number of blocks of every dtype.
    using Fill = std::function<void(int64_t at, std::span<std::byte> part)>;

    void text(std::string_view key, std::string_view value) { entry(key, GgufKind::text, text_bytes(value)); }
    void u32(std::string_view key, uint32_t value) { entry(key, GgufKind::u32, number(value)); }
    void f32(std::string_view key, float value) { entry(key, GgufKind::f32, number(value)); }
    void boolean(std::string_view key, bool value) { entry(key, GgufKind::boolean, number<uint8_t>(value)); }
    void texts(std::string_view key, const std::vector<std::string>& values) {
        std::string bytes = array_head(GgufKind::text, values.size());
        for (const std::string& value : values) bytes += text_bytes(value);
        entry(key, GgufKind::array, bytes);
    }
    void f32s(std::string_view key, const std::vector<float>& values) { numbers(key, GgufKind::f32, values); }
    void i32s(std::string_view key, const std::vector<int32_t>& values) { numbers(key, GgufKind::i32, values); }
    /// Anything at all, for damaged files.
    void entry(std::string_view key, GgufKind kind, std::string_view value) {
        entries_ += text_bytes(key) + number(static_cast<uint32_t>(kind));
        entries_ += value;
        ++entry_count_;
    }

    /// `lengths` rows first.
    void tensor(std::string_view name, const std::vector<int64_t>& lengths, uint32_t type, int64_t bytes, Fill fill) {
        tensor_entry(name, lengths, type, data_bytes_);
        data_.push_back({bytes, std::move(fill)});
        data_bytes_ += aligned(bytes);
    }
    /// A tensor with data that comes from elsewhere or not at all.
    void tensor_entry(std::string_view name, const std::vector<int64_t>& lengths, uint32_t type, int64_t offset) {
        tensors_ += text_bytes(name) + number(static_cast<uint32_t>(lengths.size()));
        for (size_t d = lengths.size(); d-- > 0;) tensors_ += number(lengths[d]);
        tensors_ += number(type) + number(offset);
        ++tensor_count_;
    }

    void write(std::ostream& out) const {
        std::string head =
            "GGUF" + number(version) + number(tensor_count_) + number(entry_count_) + entries_ + tensors_;
        head.resize(static_cast<size_t>(aligned(static_cast<int64_t>(head.size()))));
        out << head;
        std::vector<std::byte> part(18 * 34 * 1024);  // bytes of a Q4_0 block, of a Q8_0 block
        for (const Data& data : data_) {
            const int64_t padded = aligned(data.bytes);
            for (int64_t at = 0; at < data.bytes; at += static_cast<int64_t>(part.size())) {
                const auto size =
                    static_cast<size_t>(std::min<int64_t>(data.bytes - at, static_cast<int64_t>(part.size())));
                data.fill(at, {part.data(), size});
                out.write(reinterpret_cast<const char*>(part.data()), static_cast<std::streamsize>(size));
            }
            out << std::string(static_cast<size_t>(padded - data.bytes), '\0');
        }
    }
    std::string bytes() const {
        std::ostringstream out;
        write(out);
        return out.str();
    }
    void write_file(const std::string& path) const {
        std::ofstream out(path, std::ios::binary);
        write(out);
    }

    uint32_t version = 3;

    template <class T>
    static std::string number(T value) {
        std::string bytes(sizeof(T), '\0');
        std::memcpy(bytes.data(), &value, sizeof(T));
        return bytes;
    }
    static std::string text_bytes(std::string_view value) {
        return number<uint64_t>(value.size()) + std::string(value);
    }
    static std::string array_head(GgufKind element, uint64_t count) {
        return number(static_cast<uint32_t>(element)) + number(count);
    }

 private:
    struct Data {
        int64_t bytes;
        Fill fill;
    };
    static int64_t aligned(int64_t bytes) { return (bytes + 31) / 32 * 32; }

    template <class T>
    void numbers(std::string_view key, GgufKind kind, const std::vector<T>& values) {
        std::string bytes = array_head(kind, values.size());
        for (const T value : values) bytes += number(value);
        entry(key, GgufKind::array, bytes);
    }

    std::string entries_, tensors_;
    uint64_t entry_count_ = 0, tensor_count_ = 0;
    std::vector<Data> data_;
    int64_t data_bytes_ = 0;
};

}  // namespace floe::test
