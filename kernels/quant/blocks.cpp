#include "kernels/quant/blocks.h"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <cstring>

#include "kernels/quant/half.h"

namespace floe {
namespace {

void unpack_q8(const BlockQ8& block, float* to) {
    const float scale = f32_from_f16(block.scale);
    for (int i = 0; i < kBlock; ++i) to[i] = scale * static_cast<float>(block.quants[i]);
}

void unpack_q4(const BlockQ4& block, float* to) {
    const float scale = f32_from_f16(block.scale);
    for (int j = 0; j < kBlock / 2; ++j) {
        to[j] = scale * static_cast<float>((block.nibbles[j] & 15) - 8);
        to[j + kBlock / 2] = scale * static_cast<float>((block.nibbles[j] >> 4) - 8);
    }
}

/// The value of largest magnitude, with its sign.
float extreme_of(const float* values) {
    return *std::max_element(values, values + kBlock, [](float a, float b) { return std::fabs(a) < std::fabs(b); });
}

BlockQ8 pack_q8(const float* from) {
    const float scale = std::fabs(extreme_of(from)) / 127.0f;
    const float inverse = scale != 0 ? 1.0f / scale : 0.0f;
    BlockQ8 block{f16_from_f32(scale), {}};
    for (int i = 0; i < kBlock; ++i) {
        block.quants[i] = static_cast<int8_t>(std::clamp(std::round(from[i] * inverse), -127.0f, 127.0f));
    }
    return block;
}

uint8_t nibble(float scaled) {
    return static_cast<uint8_t>(std::clamp(scaled + 8.5f, 0.0f, 15.0f));
}

BlockQ4 pack_q4(const float* from) {
    // The extreme becomes -8, the end of the range that has one more value.
    const float scale = extreme_of(from) / -8.0f;
    const float inverse = scale != 0 ? 1.0f / scale : 0.0f;
    BlockQ4 block{f16_from_f32(scale), {}};
    for (int j = 0; j < kBlock / 2; ++j) {
        const int low = nibble(from[j] * inverse), high = nibble(from[j + kBlock / 2] * inverse);
        block.nibbles[j] = static_cast<uint8_t>(low | high << 4);
    }
    return block;
}

template <class T>
T load(const std::byte* from, int64_t index) {
    T value;
    std::memcpy(&value, from + index * static_cast<int64_t>(sizeof(T)), sizeof(T));
    return value;
}

template <class T>
void store(std::byte* to, int64_t index, const T& value) {
    std::memcpy(to + index * static_cast<int64_t>(sizeof(T)), &value, sizeof(T));
}

}  // namespace

void unpack(DType type, const std::byte* from, int64_t count, float* to) {
    assert(type != DType::i32 && count % info(type).block_size == 0);
    switch (type) {
        case DType::f32:
            if (count > 0) std::memcpy(to, from, static_cast<size_t>(count) * sizeof(float));
            break;
        case DType::f16:
            for (int64_t i = 0; i < count; ++i) to[i] = f32_from_f16(load<uint16_t>(from, i));
            break;
        case DType::bf16:
            for (int64_t i = 0; i < count; ++i) to[i] = f32_from_bf16(load<uint16_t>(from, i));
            break;
        case DType::q8_0:
            for (int64_t b = 0; b < count / kBlock; ++b) unpack_q8(load<BlockQ8>(from, b), to + b * kBlock);
            break;
        case DType::q4_0:
            for (int64_t b = 0; b < count / kBlock; ++b) unpack_q4(load<BlockQ4>(from, b), to + b * kBlock);
            break;
        case DType::i32:
            break;
    }
}

void pack(DType type, const float* from, int64_t count, std::byte* to) {
    assert(type != DType::i32 && count % info(type).block_size == 0);
    switch (type) {
        case DType::f32:
            if (count > 0) std::memcpy(to, from, static_cast<size_t>(count) * sizeof(float));
            break;
        case DType::f16:
            for (int64_t i = 0; i < count; ++i) store(to, i, f16_from_f32(from[i]));
            break;
        case DType::bf16:
            for (int64_t i = 0; i < count; ++i) store(to, i, bf16_from_f32(from[i]));
            break;
        case DType::q8_0:
            for (int64_t b = 0; b < count / kBlock; ++b) store(to, b, pack_q8(from + b * kBlock));
            break;
        case DType::q4_0:
            for (int64_t b = 0; b < count / kBlock; ++b) store(to, b, pack_q4(from + b * kBlock));
            break;
        case DType::i32:
            break;
    }
}

}  // namespace floe
