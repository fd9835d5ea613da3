// Products with F32, F16 and BF16 weights, in F32. Lane l of a sum takes the inputs l, l + kLanes, … in order, then the
// lanes are added in a fixed tree: the same whatever the tile.

inline void finish(const MatMul& op, int64_t row, int64_t out, float value) {
    float& to = row_at<float>(op.out, row)[out];
    if (!op.bias.empty()) value += elements<float>(op.bias)[out];
    to = op.accumulate ? to + value : value;
}

template <class T, int kRows, int kOuts>
inline void float_tile(const MatMul& op, int64_t row, int64_t out) {
    const int64_t in = op.x.width(), whole = in / kLanes * kLanes;
    const float* x[kRows];
    const T* w[kOuts];
    Lanes acc[kRows][kOuts];
    for (int r = 0; r < kRows; ++r) x[r] = row_at<float>(op.x, row + r);
    for (int o = 0; o < kOuts; ++o) w[o] = row_at<T>(op.weight, out + o);
    for (int r = 0; r < kRows; ++r) {
        for (int o = 0; o < kOuts; ++o) acc[r][o] = all(0);
    }
    for (int64_t i = 0; i < whole; i += kLanes) {
        Lanes weight[kOuts];
        for (int o = 0; o < kOuts; ++o) weight[o] = load(w[o] + i);
        for (int r = 0; r < kRows; ++r) {
            const Lanes value = load(x[r] + i);
            for (int o = 0; o < kOuts; ++o) acc[r][o] = fma(value, weight[o], acc[r][o]);
        }
    }
    for (int r = 0; r < kRows; ++r) {
        const Lanes value = load(x[r] + whole, in - whole);
        for (int o = 0; o < kOuts; ++o) {
            const Lanes last = fma(value, load(w[o] + whole, in - whole), acc[r][o]);
            finish(op, row + r, out + o, sum(last));
        }
    }
}

template <class T, int kRows>
void float_rows(const MatMul& op, int64_t row, int64_t out, int64_t end) {
    // A single row waits for memory, which comes fastest in one stream.
    constexpr int kOuts = kRows == 1 ? 1 : kTileOuts;
    for (; out + kOuts <= end; out += kOuts) float_tile<T, kRows, kOuts>(op, row, out);
    for (; out < end; ++out) float_tile<T, kRows, 1>(op, row, out);
}

template <class T>
void float_matmul(const MatMulPart& part, int64_t out, int64_t end) {
    const int64_t last = part.first_row + part.rows;
    // Sixteen outputs at a time, so that their weights stay near while the rows pass.
    for (; out < end; out += 16) {
        const int64_t stop = std::min(out + 16, end);
        int64_t row = part.first_row;
        for (; row + kTileRows <= last; row += kTileRows) float_rows<T, kTileRows>(part.op, row, out, stop);
        for (; row + 2 <= last; row += 2) float_rows<T, 2>(part.op, row, out, stop);
        for (; row < last; ++row) float_rows<T, 1>(part.op, row, out, stop);
    }
}
