#include "kernels/quant/blocks.h"

#include <gtest/gtest.h>

#include <cmath>
#include <fstream>
#include <limits>
#include <nlohmann/json.hpp>
#include <random>
#include <span>
#include <utility>
#include <vector>

#include "kernels/quant/half.h"
#include "support/fixtures.h"

namespace floe::test {
namespace {

std::vector<std::byte> bytes_from_hex(const std::string& hex) {
    std::vector<std::byte> bytes;
    for (size_t i = 0; i + 1 < hex.size(); i += 2) {
        bytes.push_back(static_cast<std::byte>(std::stoi(hex.substr(i, 2), nullptr, 16)));
    }
    return bytes;
}

TEST(Blocks, UnpackAsTheGoldenValues) {
    FLOE_NEEDS_FIXTURE("models/dequantize.golden.json");
    const auto golden = nlohmann::json::parse(std::ifstream(fixture("models/dequantize.golden.json")));
    constexpr std::pair<DType, const char*> formats[] = {
        {DType::f16, "f16"}, {DType::bf16, "bf16"}, {DType::q8_0, "q8_0"}, {DType::q4_0, "q4_0"}};
    for (const auto& [type, key] : formats) {
        const auto& entry = golden[key];
        const auto bytes = bytes_from_hex(entry["bytes_hex"].get<std::string>());
        const auto expected = entry["values"].get<std::vector<float>>();
        ASSERT_EQ(static_cast<int64_t>(bytes.size()), bytes_of(type, static_cast<int64_t>(expected.size())));
        std::vector<float> values(expected.size());
        unpack(type, bytes.data(), static_cast<int64_t>(values.size()), values.data());
        for (size_t i = 0; i < values.size(); ++i) {
            EXPECT_NEAR(values[i], expected[i], std::fabs(expected[i]) * 1.2e-7) << info(type).name << " " << i;
        }
    }
}

TEST(Blocks, PackAndUnpackLieWithinHalfAStep) {
    std::mt19937 random(1);
    std::normal_distribution<float> normal;
    std::vector<float> values(10 * kBlock), back(values.size());
    for (float& v : values) v = normal(random);
    for (float& v : std::span(values).first(kBlock)) v = 0;
    constexpr std::pair<DType, double> steps[] = {{DType::f32, 0},
                                                  {DType::f16, 0x1p-10},
                                                  {DType::bf16, 0x1p-7},
                                                  {DType::q8_0, 1 / 127.0},
                                                  {DType::q4_0, 1 / 8.0}};
    for (const auto& [type, step] : steps) {
        std::vector<std::byte> packed(static_cast<size_t>(bytes_of(type, static_cast<int64_t>(values.size()))));
        pack(type, values.data(), static_cast<int64_t>(values.size()), packed.data());
        unpack(type, packed.data(), static_cast<int64_t>(values.size()), back.data());
        for (size_t b = 0; b < values.size(); b += kBlock) {
            double largest = 0;
            for (size_t i = b; i < b + kBlock; ++i) largest = std::fmax(largest, std::fabs(values[i]));
            // A Q4_0 block reaches from -8 to 7 steps, so its far end may be a whole step off. Scales are rounded to
            // F16.
            const double rounded_scale = type == DType::q8_0 ? 0x1p-11 : 0;
            const double bound = largest * (step * (type == DType::q4_0 ? 1.01 : 0.501) + rounded_scale);
            for (size_t i = b; i < b + kBlock; ++i) EXPECT_NEAR(back[i], values[i], bound) << info(type).name;
        }
    }
}

TEST(Half, EveryF16ComesBackFromF32) {
    for (uint32_t bits = 0; bits < 0x10000; ++bits) {
        const auto half = static_cast<uint16_t>(bits);
        const float wide = f32_from_f16(half);
        if (std::isnan(wide)) {
            EXPECT_TRUE(std::isnan(f32_from_f16(f16_from_f32(wide))));
        } else {
            EXPECT_EQ(f16_from_f32(wide), half);
        }
    }
}

/// Halfway between two neighbours goes to the even one, anything beyond to the nearer.
TEST(Half, RoundsToNearestEven) {
    for (uint16_t half = 0; half < 0x7bff; ++half) {
        const float low = f32_from_f16(half), high = f32_from_f16(half + 1), middle = low + (high - low) / 2;
        EXPECT_EQ(f16_from_f32(middle), half % 2 == 0 ? half : half + 1);
        EXPECT_EQ(f16_from_f32(std::nextafter(middle, 0.0f)), half);
        EXPECT_EQ(f16_from_f32(-std::nextafter(middle, 1e9f)), (half + 1) | 0x8000);
    }
    EXPECT_EQ(f16_from_f32(65519.0f), 0x7bff);
    EXPECT_EQ(f16_from_f32(65520.0f), 0x7c00);
    EXPECT_EQ(f16_from_f32(1e-9f), 0);
    EXPECT_EQ(bf16_from_f32(1.0f + 0x1p-8f), bf16_from_f32(1.0f));
    EXPECT_EQ(bf16_from_f32(1.0f + 3 * 0x1p-8f), bf16_from_f32(1.0f + 0x1p-6f));
    EXPECT_TRUE(std::isnan(f32_from_bf16(bf16_from_f32(std::numeric_limits<float>::quiet_NaN()))));
}

}  // namespace
}  // namespace floe::test
