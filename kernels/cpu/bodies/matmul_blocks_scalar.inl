// Products with block weights in plain C++. Whole numbers within a block; lane l of the sum takes blocks l, l + kLanes,
// … in order.

inline int32_t dot_block(const BlockQ8& w, const int8_t* low, const int8_t* high) {
    int32_t total = 0;
    for (int i = 0; i < 16; ++i) total += w.quants[i] * low[i] + w.quants[i + 16] * high[i];
    return total;
}

inline int32_t dot_block(const BlockQ4& w, const int8_t* low, const int8_t* high) {
    int32_t total = 0;
    for (int i = 0; i < 16; ++i) total += (w.nibbles[i] & 15) * low[i] + (w.nibbles[i] >> 4) * high[i];
    return total;
}

template <class Block>
float dot_blocks(const Block* w, const Group* x, int64_t blocks) {
    Lanes acc = all(0);
    for (int64_t b = 0; b < blocks; ++b) {
        const Group& group = x[b / kLanes * kTile];
        const int64_t lane = b % kLanes;
        const int8_t* low = group.quants + place_of(lane);
        const auto product = static_cast<float>(dot_block(w[b], low, low + kHalf) + group.corrections[lane]);
        acc.v[lane] += product * (f32_from_f16(w[b].scale) * group.scales[lane]);
    }
    return sum(acc);
}

template <class Block>
void block_matmul(const MatMulPart& part, int64_t out, int64_t end) {
    const int64_t blocks = part.op.x.width() / 32, groups = groups_of(part.op.x.width());
    for (; out < end; ++out) {
        const auto* w = row_at<Block>(part.op.weight, out);
        for (int64_t r = 0; r < part.rows; ++r) {
            finish(part.op, part.first_row + r, out, dot_blocks(w, groups_at(part.rounded, groups, r), blocks));
        }
    }
}

int64_t matmul_scratch(const MatMul&) {
    return 0;
}
