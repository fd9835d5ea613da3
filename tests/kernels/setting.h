// Tensors with known contents on any backend, and back: what all kernel tests are built from.
#pragma once

#include <gtest/gtest.h>

#include <algorithm>
#include <cstring>
#include <memory>
#include <random>
#include <utility>
#include <vector>

#include "kernels/backend.h"
#include "kernels/quant/blocks.h"

namespace floe::test {

/// How tensors lie in their buffers: odd starts and gaps between rows must not matter.
struct Lie {
    int64_t skew = 0;  // values (blocks of a block dtype) before the first row
    int64_t gap = 0;   // the same, between rows
};

/// Makes tensors on a backend. The same seed and the same calls make the same contents on every backend.
class Setting {
 public:
    Setting(Backend& backend, unsigned seed, Lie lie = {}) : backend_(backend), random_(seed), lie_(lie) {}

    /// Normally distributed values, packed to the dtype.
    Tensor values(DType type, Shape shape, float scale = 1.0f) {
        std::normal_distribution<float> normal(0.0f, scale);
        return filled(type, shape, [&] { return normal(random_); });
    }

    /// Whole numbers in [-127, 127], both ends in every 32: what is rounded to 8 bits stays as it is.
    Tensor whole_numbers(Shape shape) {
        std::uniform_int_distribution<int> any(-127, 127);
        int64_t n = 0;
        return filled(DType::f32, shape, [&] { return static_cast<float>(n++ % 32 ? any(random_) : 127); });
    }

    /// An output: not a number everywhere.
    Tensor poisoned(Shape shape, DType type = DType::f32) { return place(type, shape, Bytes{}); }

    Tensor integers(const std::vector<int32_t>& numbers, Shape shape = {0, 1, 1, 1}) {
        if (shape[0] == 0) shape[0] = static_cast<int64_t>(numbers.size());
        Bytes bytes(numbers.size() * sizeof(int32_t));
        if (!bytes.empty()) std::memcpy(bytes.data(), numbers.data(), bytes.size());
        return place(DType::i32, shape, bytes, Lie{});
    }

    /// `count` numbers in [0, end), all different where `distinct`.
    std::vector<int32_t> numbers(int64_t count, int64_t end, bool distinct = false) {
        std::vector<int32_t> all(static_cast<size_t>(distinct ? end : count));
        std::uniform_int_distribution<int32_t> any(0, static_cast<int32_t>(end) - 1);
        for (size_t i = 0; i < all.size(); ++i) all[i] = distinct ? static_cast<int32_t>(i) : any(random_);
        if (distinct) std::shuffle(all.begin(), all.end(), random_);
        all.resize(static_cast<size_t>(count));
        return all;
    }

    /// Vectors have no rows that could lie apart.
    Tensor vector(int64_t count) {
        const Lie rows = std::exchange(lie_, Lie{});
        Tensor made = values(DType::f32, {count, 1, 1, 1});
        lie_ = rows;
        return made;
    }

    /// The values of a tensor, rows after one another. Clears `intact` if a byte beside them is no longer what it was.
    std::vector<float> read(const Tensor& t, bool& intact) {
        Bytes all(static_cast<size_t>(t.buffer->size()));
        EXPECT_FALSE(backend_.download(*t.buffer, 0, all));
        std::vector<float> result(static_cast<size_t>(t.rows() * t.width()));
        const int64_t one = bytes_of(t.dtype, t.width());
        for (int64_t r = 0; r < t.rows(); ++r) {
            std::byte* row = all.data() + t.offset + r * t.row_bytes;
            unpack(t.dtype, row, t.width(), result.data() + r * t.width());
            std::fill(row, row + one, kPoison);
        }
        for (std::byte b : all) intact = intact && b == kPoison;
        return result;
    }

    Backend& backend() { return backend_; }

 private:
    using Bytes = std::vector<std::byte>;
    static constexpr std::byte kPoison{0xff};  // as floats: not a number
    static constexpr int64_t kMargin = 64;     // bytes before and after

    template <class Next>
    Tensor filled(DType type, Shape shape, const Next& next) {
        std::vector<float> numbers(static_cast<size_t>(shape[0] * shape[1] * shape[2] * shape[3]));
        for (float& n : numbers) n = next();
        const auto count = static_cast<int64_t>(numbers.size());
        Bytes bytes(static_cast<size_t>(bytes_of(type, count)));
        pack(type, numbers.data(), count, bytes.data());
        return place(type, shape, bytes);
    }

    Tensor place(DType type, Shape shape, const Bytes& contents) { return place(type, shape, contents, lie_); }

    Tensor place(DType type, Shape shape, const Bytes& contents, Lie lie) {
        const int64_t unit = info(type).block_bytes, row = bytes_of(type, shape[1] * shape[2] * shape[3]);
        const int64_t stride = row + lie.gap * unit, start = kMargin + lie.skew * unit;
        Status why;
        buffers_.push_back(backend_.allocate(start + shape[0] * stride + kMargin, why));
        EXPECT_FALSE(why);
        Buffer& buffer = *buffers_.back();
        Bytes all(static_cast<size_t>(buffer.size()), kPoison);
        for (int64_t r = 0; r < shape[0] && !contents.empty(); ++r) {
            std::copy_n(contents.begin() + r * row, row, all.begin() + start + r * stride);
        }
        EXPECT_FALSE(backend_.upload(buffer, 0, all));
        Tensor made = tensor(buffer, start, type, shape);
        made.row_bytes = stride;
        return made;
    }

    Backend& backend_;
    std::mt19937 random_;
    Lie lie_;
    std::vector<std::unique_ptr<Buffer>> buffers_;
};

}  // namespace floe::test
