// Operations on single rows, over the lanes of one instruction set.

/// e^x within 2 units in the last place on [-87.3, 88]; x is clamped to that range.
/// x = k ln 2 + r, |r| <= ln 2 / 2; e^r by the Taylor polynomial of degree 7.
inline Lanes exponential(Lanes x) {
    x = least(most(x, all(-87.3f)), all(88.0f));
    const Lanes shift = all(12582912.0f);  // 1.5 * 2^23: rounds to an integer that stands in the low bits
    const Lanes shifted = fma(x, all(1.44269504f), shift);
    const Lanes k = sub(shifted, shift);
    const Lanes r = fma(k, all(2.12194440e-4f), fma(k, all(-0.693359375f), x));
    Lanes p = all(1.0f / 5040);
    for (float factorial : {720.0f, 120.0f, 24.0f, 6.0f, 2.0f, 1.0f, 1.0f}) p = fma(p, r, all(1.0f / factorial));
    return mul(p, power_of_two(shifted));
}

void rms_norm(const RmsNorm& op, int64_t row, int64_t end) {
    const int64_t width = op.x.width(), whole = width / kLanes * kLanes, rest = width - whole;
    const float* weight = elements<float>(op.weight);
    for (; row < end; ++row) {
        const float* x = row_at<float>(op.x, row);
        float* out = row_at<float>(op.out, row);
        Lanes squares = all(0);
        for (int64_t c = 0; c < whole; c += kLanes) squares = fma(load(x + c), load(x + c), squares);
        const Lanes last = load(x + whole, rest);
        const float mean = sum(fma(last, last, squares)) / static_cast<float>(width);
        const Lanes factor = all(1.0f / std::sqrt(mean + op.eps));
        for (int64_t c = 0; c < whole; c += kLanes) store(out + c, mul(mul(load(x + c), factor), load(weight + c)));
        store(out + whole, mul(mul(last, factor), load(weight + whole, rest)), rest);
    }
}

inline Lanes silu_times(Lanes gate, Lanes up) {
    const Lanes grown = exponential(sub(all(0), gate));
    return mul(div(gate, add(all(1), grown)), up);
}

void swiglu(const SwiGlu& op, int64_t row, int64_t end) {
    const int64_t width = op.out.width(), whole = width / kLanes * kLanes, rest = width - whole;
    for (; row < end; ++row) {
        const float *gate = row_at<float>(op.gate, row), *up = row_at<float>(op.up, row);
        float* out = row_at<float>(op.out, row);
        for (int64_t c = 0; c < whole; c += kLanes) store(out + c, silu_times(load(gate + c), load(up + c)));
        store(out + whole, silu_times(load(gate + whole, rest), load(up + whole, rest)), rest);
    }
}

template <class T>
void convert(const float* from, T* to, int64_t count) {
    int64_t i = 0;
    for (; i + kLanes <= count; i += kLanes) store(to + i, load(from + i));
    store(to + i, load(from + i, count - i), count - i);
}

void store_vectors(const ConstTensor& from, int64_t row, int64_t slot, const Tensor& pages) {
    const int64_t heads = pages.shape[1], size = pages.shape[2], dim = pages.shape[3];
    for (int64_t h = 0; h < heads; ++h) {
        const float* vector = row_at<float>(from, row) + h * dim;
        const int64_t at = (h * size + slot % size) * dim;
        if (pages.dtype == DType::f32) {
            convert(vector, row_at<float>(pages, slot / size) + at, dim);
        } else {
            convert(vector, row_at<F16>(pages, slot / size) + at, dim);
        }
    }
}

void store_kv(const StoreKv& op, int64_t row, int64_t end) {
    for (; row < end; ++row) {
        const int64_t slot = elements<int32_t>(op.slots)[row];
        store_vectors(op.keys, row, slot, op.pages.keys);
        store_vectors(op.values, row, slot, op.pages.values);
    }
}
