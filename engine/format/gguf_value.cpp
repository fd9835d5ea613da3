#include <charconv>
#include <limits>
#include <utility>

#include "engine/format/byte_reader.h"
#include "engine/format/gguf.h"

namespace floe {
namespace {

/// Calls `use` with the next number of the given kind; false where that is no number.
template <class Use>
bool read_number(ByteReader& reader, GgufKind kind, const Use& use) {
    switch (kind) {
        case GgufKind::u8:
            return use(reader.number<uint8_t>());
        case GgufKind::i8:
            return use(reader.number<int8_t>());
        case GgufKind::u16:
            return use(reader.number<uint16_t>());
        case GgufKind::i16:
            return use(reader.number<int16_t>());
        case GgufKind::u32:
            return use(reader.number<uint32_t>());
        case GgufKind::i32:
            return use(reader.number<int32_t>());
        case GgufKind::u64:
            return use(reader.number<uint64_t>());
        case GgufKind::i64:
            return use(reader.number<int64_t>());
        case GgufKind::f32:
            return use(reader.number<float>());
        case GgufKind::f64:
            return use(reader.number<double>());
        default:
            return false;
    }
}

/// The shortest digits that read back as the same number; as a float where it is one.
std::string shortest(double value) {
    char text[40];
    const auto narrow = static_cast<float>(value);
    const auto end = narrow == value ? std::to_chars(text, text + sizeof text, narrow)
                                     : std::to_chars(text, text + sizeof text, value);
    return {text, end.ptr};
}

}  // namespace

std::optional<int64_t> GgufValue::integer() const {
    ByteReader reader(bytes);
    std::optional<int64_t> result;
    read_number(reader, kind, [&](auto value) {
        if constexpr (std::is_integral_v<decltype(value)>)
            if (std::in_range<int64_t>(value)) result = static_cast<int64_t>(value);
        return true;
    });
    return result;
}

std::optional<double> GgufValue::number() const {
    ByteReader reader(bytes);
    std::optional<double> result;
    read_number(reader, kind, [&](auto value) {
        result = static_cast<double>(value);
        return true;
    });
    return result;
}

std::optional<bool> GgufValue::boolean() const {
    if (kind != GgufKind::boolean) return std::nullopt;
    return bytes[0] != std::byte{0};
}

std::optional<std::string_view> GgufValue::text() const {
    if (kind != GgufKind::text) return std::nullopt;
    return std::string_view(reinterpret_cast<const char*>(bytes.data()), bytes.size());
}

std::optional<std::vector<std::string_view>> GgufValue::texts() const {
    if (kind != GgufKind::array || element != GgufKind::text) return std::nullopt;
    ByteReader reader(bytes);
    std::vector<std::string_view> result;
    result.reserve(static_cast<size_t>(count));
    for (int64_t i = 0; i < count; ++i) result.push_back(reader.text());
    return result;
}

std::optional<std::vector<double>> GgufValue::numbers() const {
    if (kind != GgufKind::array) return std::nullopt;
    ByteReader reader(bytes);
    std::vector<double> result;
    result.reserve(static_cast<size_t>(count));
    const auto add = [&](auto value) {
        result.push_back(static_cast<double>(value));
        return true;
    };
    for (int64_t i = 0; i < count; ++i)
        if (!read_number(reader, element, add)) return std::nullopt;
    return result;
}

std::string GgufValue::printed() const {
    if (kind == GgufKind::array) return std::string("[").append(std::to_string(count)).append(" values]");
    if (const auto value = text()) return std::string(*value);
    if (const auto value = boolean()) return *value ? "true" : "false";
    if (const auto value = integer()) return std::to_string(*value);
    return shortest(number().value_or(std::numeric_limits<double>::quiet_NaN()));
}

}  // namespace floe
