// GGUF files, versions 2 and 3: bytes to named metadata and named tensors.     github.com/ggml-org/ggml docs/gguf.md
// Nothing is copied: values, names and tensors are views of the bytes.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "engine/error.h"
#include "engine/format/ggml_type.h"
#include "engine/format/mapped_file.h"
#include "kernels/tensor.h"

namespace floe {

enum class GgufKind : uint32_t {
    u8,
    i8,
    u16,
    i16,
    u32,
    i32,
    f32,
    boolean,
    text,
    array,
    u64,
    i64,
    f64,  // the numbers of the file, from 0
};

/// A metadata value as it stands in the file. Each reading is empty where the value is of another kind.
struct GgufValue {
    GgufKind kind = GgufKind::u8;
    std::span<const std::byte> bytes;  // of the number, of the characters, or of all elements one after the other
    GgufKind element = GgufKind::u8;   // of an array; arrays of arrays are refused
    int64_t count = 0;                 // of an array

    std::optional<int64_t> integer() const;  // any kind of whole number that fits
    std::optional<double> number() const;    // any kind of number
    std::optional<bool> boolean() const;
    std::optional<std::string_view> text() const;
    std::optional<std::vector<std::string_view>> texts() const;
    std::optional<std::vector<double>> numbers() const;  // an array of any kind of number
    std::string printed() const;                         // for people; an array as "[n values]"
};

struct GgufTensor {
    std::string_view name;
    const GgmlType* type = nullptr;
    int dimensions = 0;
    Shape shape{1, 1, 1, 1};           // rows first: the reverse of the file's order
    std::span<const std::byte> bytes;  // within the file

    int64_t values() const { return shape[0] * shape[1] * shape[2] * shape[3]; }
};

/// Immutable: may be used from any thread. Keeps the file mapped.
class Gguf {
 public:
    /// Fault::damaged_file where counts, lengths, offsets or names contradict the file's size or each other,
    /// Fault::unsupported for other versions, byte orders and formats, Fault::io.
    static Result<std::shared_ptr<const Gguf>> open(const std::string& path);
    /// The same for bytes in memory, which must outlive it; `subject` is how sentences call them.
    static Result<std::shared_ptr<const Gguf>> parse(std::span<const std::byte> bytes, const std::string& subject);

    const GgufValue* find(std::string_view key) const;           // null: not there
    const GgufTensor* find_tensor(std::string_view name) const;  // null: not there

    const std::vector<std::pair<std::string_view, GgufValue>>& metadata() const { return metadata_; }  // as in the file
    const std::vector<GgufTensor>& tensors() const { return tensors_; }
    std::span<const std::byte> bytes() const { return bytes_; }  // the whole file
    const std::string& subject() const { return subject_; }

 private:
    friend class GgufParser;
    std::shared_ptr<const MappedFile> file_;
    std::span<const std::byte> bytes_;
    std::string subject_;
    std::vector<std::pair<std::string_view, GgufValue>> metadata_;
    std::vector<GgufTensor> tensors_;
    std::unordered_map<std::string_view, size_t> keys_, names_;
};

}  // namespace floe
