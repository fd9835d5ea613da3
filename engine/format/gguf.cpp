#include "engine/format/gguf.h"

#include <utility>

#include "engine/format/byte_reader.h"
#include "engine/format/checked.h"

namespace floe {
namespace {

constexpr std::string_view kMagic = "GGUF";
constexpr int64_t kMostEntries = 1 << 20;                 // far above any model, far below what would hurt
constexpr int64_t kLeastEntryBytes = 8 + 4 + 1;           // a name's length, a kind, a value
constexpr int64_t kLeastTensorBytes = 8 + 4 + 8 + 4 + 8;  // a name's length, a dimension and its count, type, offset
constexpr int64_t kLeastAlignment = 8, kMostAlignment = 1 << 20;

/// 0 for what is no number.
int64_t number_bytes(GgufKind kind) {
    switch (kind) {
        case GgufKind::u8:
        case GgufKind::i8:
        case GgufKind::boolean:
            return 1;
        case GgufKind::u16:
        case GgufKind::i16:
            return 2;
        case GgufKind::u32:
        case GgufKind::i32:
        case GgufKind::f32:
            return 4;
        case GgufKind::u64:
        case GgufKind::i64:
        case GgufKind::f64:
            return 8;
        case GgufKind::text:
        case GgufKind::array:
            return 0;
    }
    return 0;
}

bool known(GgufKind kind) {
    return static_cast<uint32_t>(kind) <= static_cast<uint32_t>(GgufKind::f64);
}

std::string quoted(std::string_view name) {
    std::string shown = "\"";
    for (const char c : name.substr(0, 80)) shown += static_cast<unsigned char>(c) < 0x20 || c == 0x7f ? '?' : c;
    return shown + (name.size() > 80 ? "…\"" : "\"");
}

}  // namespace

/// Reads head, metadata and tensor table in that order. `error_` is set at the first contradiction, and ends it.
class GgufParser {
 public:
    explicit GgufParser(Gguf& file) : file_(file), reader_(file.bytes_) {}

    std::optional<Error> run() {
        const bool done = read_head() && read_metadata() && read_tensors();
        return done ? std::nullopt : std::optional<Error>(std::move(error_));
    }

 private:
    bool damaged(std::string problem) {
        error_ = {Fault::damaged_file, file_.subject_, "the model file is damaged: " + std::move(problem),
                  "Download or copy it again"};
        return false;
    }
    bool unsupported(std::string problem, std::string advice) {
        error_ = {Fault::unsupported, file_.subject_, std::move(problem), std::move(advice)};
        return false;
    }
    bool cut_short(const std::string& where) {
        return damaged("it ends, or gives a length beyond its end, in " + where + " (byte " +
                       std::to_string(reader_.position()) + " of " + std::to_string(file_.bytes_.size()) + ")");
    }

    bool read_head() {
        const auto magic = reader_.take(4);
        if (reader_.failed() || std::string_view(reinterpret_cast<const char*>(magic.data()), 4) != kMagic) {
            error_ = {Fault::damaged_file, file_.subject_, "this is no GGUF file: it does not begin with \"GGUF\"",
                      "Choose a model file that ends in .gguf"};
            return false;
        }
        const auto version = reader_.number<uint32_t>();
        if (reader_.failed()) return cut_short("the header");
        if (version == 1)
            return unsupported("it is written in version 1 of GGUF, which is long out of use",
                               "Get the model in version 2 or 3");
        if (version == 0x02000000 || version == 0x03000000)
            return unsupported("it is written for big-endian machines", "Get the model in the usual byte order");
        if (version != 2 && version != 3)
            return unsupported(
                "it is written in version " + std::to_string(version) + " of GGUF, and 2 and 3 are known",
                "Look for a newer Floe, or get the model in version 3");
        tensor_count_ = reader_.count(kMostEntries);
        if (reader_.failed()) return damaged("its count of tensors makes no sense");
        entry_count_ = reader_.count(kMostEntries);
        if (reader_.failed()) return damaged("its count of metadata entries makes no sense");
        if (entry_count_ > reader_.left() / kLeastEntryBytes)
            return damaged("it counts " + std::to_string(entry_count_) +
                           " metadata entries, more than there is room for");
        if (tensor_count_ > reader_.left() / kLeastTensorBytes)
            return damaged("it counts " + std::to_string(tensor_count_) + " tensors, more than there is room for");
        return true;
    }

    bool read_metadata() {
        for (int64_t i = 0; i < entry_count_; ++i) {
            const std::string where = "metadata entry " + std::to_string(i + 1);
            const std::string_view key = reader_.text();
            GgufValue value;
            value.kind = GgufKind{reader_.number<uint32_t>()};
            if (reader_.failed()) return cut_short(where);
            if (!read_value(value, where + ", " + quoted(key))) return false;
            if (!file_.keys_.emplace(key, file_.metadata_.size()).second)
                return damaged("the metadata name " + quoted(key) + " stands in it twice");
            file_.metadata_.emplace_back(key, value);
        }
        return read_alignment();
    }

    bool read_value(GgufValue& value, const std::string& where) {
        if (!known(value.kind)) return damaged("the kind of " + where + " is unknown");
        if (value.kind == GgufKind::array) return read_array(value, where);
        if (value.kind == GgufKind::text) {
            const std::string_view text = reader_.text();
            value.bytes = std::as_bytes(std::span(text.data(), text.size()));
        } else {
            value.bytes = reader_.take(number_bytes(value.kind));
        }
        return !reader_.failed() || cut_short(where);
    }

    bool read_array(GgufValue& value, const std::string& where) {
        value.element = GgufKind{reader_.number<uint32_t>()};
        value.count = reader_.count(reader_.left());
        if (reader_.failed()) return cut_short(where);
        if (!known(value.element)) return damaged("the kind of the elements of " + where + " is unknown");
        if (value.element == GgufKind::array)
            return unsupported("arrays of arrays, as in " + where + ", are unknown", "Get the model in another file");
        const int64_t start = reader_.position();
        if (value.element == GgufKind::text) {
            for (int64_t i = 0; i < value.count && !reader_.failed(); ++i) reader_.text();
        } else {
            reader_.take(checked_multiply(value.count, number_bytes(value.element)).value_or(-1));
        }
        if (reader_.failed()) return cut_short(where);
        value.bytes = file_.bytes_.subspan(static_cast<size_t>(start), static_cast<size_t>(reader_.position() - start));
        return true;
    }

    bool read_alignment() {
        const GgufValue* value = file_.find("general.alignment");
        if (!value) return true;
        alignment_ = value->integer().value_or(0);
        const bool power_of_two = alignment_ > 0 && (alignment_ & (alignment_ - 1)) == 0;
        return (power_of_two && alignment_ >= kLeastAlignment && alignment_ <= kMostAlignment) ||
               damaged("its alignment (general.alignment) is " + value->printed() + ", not a power of two from 8 on");
    }

    bool read_tensors() {
        file_.tensors_.reserve(static_cast<size_t>(tensor_count_));
        std::vector<int64_t> offsets;
        offsets.reserve(static_cast<size_t>(tensor_count_));
        for (int64_t i = 0; i < tensor_count_; ++i) {
            GgufTensor tensor;
            if (!read_tensor(tensor, offsets, "tensor entry " + std::to_string(i + 1))) return false;
            if (!file_.names_.emplace(tensor.name, file_.tensors_.size()).second)
                return damaged("the tensor name " + quoted(tensor.name) + " stands in it twice");
            file_.tensors_.push_back(tensor);
        }
        return place_tensors(offsets);
    }

    bool read_tensor(GgufTensor& tensor, std::vector<int64_t>& offsets, const std::string& where) {
        tensor.name = reader_.text();
        const auto dimensions = reader_.number<uint32_t>();
        if (reader_.failed()) return cut_short(where);
        if (dimensions < 1 || dimensions > 4)
            return damaged("tensor " + quoted(tensor.name) + " has " + std::to_string(dimensions) +
                           " dimensions, not 1 to 4");
        tensor.dimensions = static_cast<int>(dimensions);
        for (size_t d = dimensions; d-- > 0;) tensor.shape[d] = reader_.count(INT64_MAX);
        const auto type = reader_.number<uint32_t>();
        offsets.push_back(reader_.count(INT64_MAX));
        if (reader_.failed()) return cut_short(where + ", " + quoted(tensor.name));
        tensor.type = find_ggml_type(type);
        if (!tensor.type)
            return unsupported(
                "tensor " + quoted(tensor.name) + " has number format " + std::to_string(type) + ", which is unknown",
                "Get the model in one of the formats F16, Q8_0, Q4_0");
        return true;
    }

    bool place_tensors(const std::vector<int64_t>& offsets) {
        const int64_t start = (reader_.position() + alignment_ - 1) / alignment_ * alignment_;
        for (size_t i = 0; i < offsets.size(); ++i) {
            GgufTensor& tensor = file_.tensors_[i];
            const auto bytes = tensor_bytes(tensor);
            if (!bytes) return false;
            if (offsets[i] % alignment_ != 0)
                return damaged("tensor " + quoted(tensor.name) + " does not begin at a multiple of " +
                               std::to_string(alignment_));
            const auto begin = checked_add(start, offsets[i]);
            const auto end = begin ? checked_add(*begin, *bytes) : std::nullopt;
            if (!end || *end > static_cast<int64_t>(file_.bytes_.size()))
                return damaged("tensor " + quoted(tensor.name) + " reaches beyond the end of the file");
            tensor.bytes = file_.bytes_.subspan(static_cast<size_t>(*begin), static_cast<size_t>(*bytes));
        }
        return true;
    }

    /// Empty, with error_ set, where the shape is impossible.
    std::optional<int64_t> tensor_bytes(const GgufTensor& tensor) {
        std::optional<int64_t> values = 1;
        for (const int64_t length : tensor.shape) {
            if (length <= 0) values.reset();
            if (values) values = checked_multiply(*values, length);
        }
        const auto bytes =
            values ? checked_multiply(*values / tensor.type->block_size, tensor.type->block_bytes) : std::nullopt;
        if (!bytes) {
            damaged("the dimensions of tensor " + quoted(tensor.name) + " make no sense");
            return std::nullopt;
        }
        const int64_t row = tensor.shape[static_cast<size_t>(tensor.dimensions) - 1];
        if (row % tensor.type->block_size != 0) {
            damaged("the rows of tensor " + quoted(tensor.name) + " (" + std::to_string(row) +
                    " values) are no whole number of " + tensor.type->name + " blocks");
            return std::nullopt;
        }
        return bytes;
    }

    Gguf& file_;
    ByteReader reader_;
    Error error_;
    int64_t tensor_count_ = 0, entry_count_ = 0, alignment_ = 32;
};

Result<std::shared_ptr<const Gguf>> Gguf::open(const std::string& path) {
    auto file = MappedFile::open(path);
    if (!file) return file.error();
    auto gguf = std::make_shared<Gguf>();
    gguf->file_ = *file;
    gguf->bytes_ = (*file)->bytes();
    gguf->subject_ = path;
    if (auto error = GgufParser(*gguf).run()) return std::move(*error);
    return std::shared_ptr<const Gguf>(std::move(gguf));
}

Result<std::shared_ptr<const Gguf>> Gguf::parse(std::span<const std::byte> bytes, const std::string& subject) {
    auto gguf = std::make_shared<Gguf>();
    gguf->bytes_ = bytes;
    gguf->subject_ = subject;
    if (auto error = GgufParser(*gguf).run()) return std::move(*error);
    return std::shared_ptr<const Gguf>(std::move(gguf));
}

const GgufValue* Gguf::find(std::string_view key) const {
    const auto it = keys_.find(key);
    return it == keys_.end() ? nullptr : &metadata_[it->second].second;
}

const GgufTensor* Gguf::find_tensor(std::string_view name) const {
    const auto it = names_.find(name);
    return it == names_.end() ? nullptr : &tensors_[it->second];
}

}  // namespace floe
