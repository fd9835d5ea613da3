// Products with block weights in plain C++. Whole numbers within a block; lane l of the sum takes blocks l, l + 8, … in
// order.

inline int32_t dot_block(const BlockQ8& w, const int8_t* x, int32_t) {
    int32_t total = 0;
    for (int i = 0; i < 32; ++i) total += w.quants[i] * x[i];
    return total;
}

inline int32_t dot_block(const BlockQ4& w, const int8_t* x, int32_t sum_of_x) {
    int32_t total = 0;
    for (int j = 0; j < 16; ++j) total += (w.nibbles[j] & 15) * x[j] + (w.nibbles[j] >> 4) * x[j + 16];
    return total - 8 * sum_of_x;
}

template <class Block>
float dot_blocks(const Block* w, const Rows8& x8, int64_t r, int64_t blocks) {
    const int8_t* x = x8.quants(r);
    const float* scales = x8.scales(r);
    const int32_t* sums = x8.sums(r);
    Lanes acc = all(0);
    for (int64_t b = 0; b < blocks; ++b) {
        const float product = static_cast<float>(dot_block(w[b], x + b * 32, sums[b]));
        acc.v[b % kLanes] += product * (f32_from_f16(w[b].scale) * scales[b]);
    }
    return sum(acc);
}

template <class Block>
void block_matmul(const MatMulPart& part, int64_t out, int64_t end) {
    const int64_t blocks = part.op.x.width() / 32;
    for (; out < end; ++out) {
        const auto* w = row_at<Block>(part.op.weight, out);
        for (int64_t r = 0; r < part.rows; ++r) {
            finish(part.op, part.first_row + r, out, dot_blocks(w, part.x8, r, blocks));
        }
    }
}

int64_t matmul_scratch(const MatMul&) {
    return 0;
}
