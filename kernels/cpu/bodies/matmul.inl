// MatMul by the weight's dtype, and the rounding of activations that block weights meet.

/// Rounds 32 values to 8 bits: quant = value / scale to the nearest, scale = largest magnitude / 127.
inline void quantise_block(const float* x, int8_t* quants, float& scale, int32_t& total) {
    Lanes magnitude = all(0);
    for (int i = 0; i < 32; i += kLanes) {
        const Lanes v = load(x + i);
        magnitude = most(magnitude, most(v, sub(all(0), v)));
    }
    const float extreme = largest(magnitude);
    scale = extreme / 127.0f;
    const float inverse = extreme > 0 ? 127.0f / extreme : 0.0f;
    total = 0;
    for (int i = 0; i < 32; ++i) {
        // Adding 1.5 * 2^23 rounds to an integer that stands in the low bits.
        const float shifted = x[i] * inverse + 12582912.0f;
        quants[i] = static_cast<int8_t>(std::bit_cast<int32_t>(shifted) - 0x4b400000);
        total += quants[i];
    }
}

void quantise(const MatMul& op, int64_t first_row, const Rows8& to, int64_t row, int64_t end) {
    const int64_t blocks = op.x.width() / 32;
    for (; row < end; ++row) {
        const float* x = row_at<float>(op.x, first_row + row);
        for (int64_t b = 0; b < blocks; ++b) {
            quantise_block(x + b * 32, to.quants(row) + b * 32, to.scales(row)[b], to.sums(row)[b]);
        }
        for (int64_t b = blocks; b < to.blocks; ++b) {
            std::memset(to.quants(row) + b * 32, 0, 32);
            to.scales(row)[b] = 0;
            to.sums(row)[b] = 0;
        }
    }
}

void matmul(const MatMulPart& part, int64_t out, int64_t end) {
    switch (part.op.weight.dtype) {
        case DType::f32:
            return float_matmul<float>(part, out, end);
        case DType::f16:
            return float_matmul<F16>(part, out, end);
        case DType::bf16:
            return float_matmul<BF16>(part, out, end);
        case DType::q8_0:
            return block_matmul<BlockQ8>(part, out, end);
        case DType::q4_0:
            return block_matmul<BlockQ4>(part, out, end);
        case DType::i32:
            assert(false && "weights are never I32");
    }
}
