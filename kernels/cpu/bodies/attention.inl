// One row's attention of the query heads that share a KV head, in one pass over the row's positions.
// A piece of a page at a time, keeping the largest score, the sum of weights and the weighted values.
// The order of all sums follows from the row's length and the sizes alone.               Milakov & Gimelshein 2018

constexpr int64_t kPiece = 32;  // positions

/// What one query head has seen so far.
struct Softmax {
    float top = -std::numeric_limits<float>::infinity(), total = 0;
};

/// Keys or values of neighbouring positions, `dim` each.
template <class T>
struct Vectors {
    const T* first;
    int64_t count, dim;
    const T* at(int64_t j) const { return first + std::min(j, count - 1) * dim; }
};

/// scores[h][j + i] = q[h] . keys[j + i] for i < 4. Past the last key it is taken again.
template <class T, int kHeads>
inline void score_four(const float* q, const Vectors<T>& keys, int64_t j, float scores[][kPiece]) {
    const T* key[4] = {keys.at(j), keys.at(j + 1), keys.at(j + 2), keys.at(j + 3)};
    const int64_t dim = keys.dim, whole = dim / kLanes * kLanes, rest = dim - whole;
    Lanes acc[kHeads][4];
    for (int h = 0; h < kHeads; ++h) {
        for (int i = 0; i < 4; ++i) acc[h][i] = all(0);
    }
    for (int64_t d = 0; d < whole; d += kLanes) {
        const Lanes k[4] = {load(key[0] + d), load(key[1] + d), load(key[2] + d), load(key[3] + d)};
        for (int h = 0; h < kHeads; ++h) {
            const Lanes query = load(q + h * dim + d);
            for (int i = 0; i < 4; ++i) acc[h][i] = fma(query, k[i], acc[h][i]);
        }
    }
    for (int h = 0; h < kHeads && rest > 0; ++h) {
        const Lanes query = load(q + h * dim + whole, rest);
        for (int i = 0; i < 4; ++i) acc[h][i] = fma(query, load(key[i] + whole, rest), acc[h][i]);
    }
    for (int h = 0; h < kHeads; ++h) store_sums(scores[h] + j, acc[h]);
}

/// sums[h] = sums[h] * keep[h] + sum_j weights[h][j] * values[j], for the kLanes dimensions from d on.
template <class T, int kHeads>
inline void weigh(const float weights[][kPiece], const Vectors<T>& values, const float* keep, float* sums, int64_t d) {
    const int64_t dim = values.dim, n = dim - d;
    const bool whole = n >= kLanes;
    Lanes acc[kHeads];
    for (int h = 0; h < kHeads; ++h) {
        const float* before = sums + h * dim + d;
        acc[h] = mul(all(keep[h]), whole ? load(before) : load(before, n));
    }
    for (int64_t j = 0; j < values.count; ++j) {
        const T* value = values.first + j * dim + d;
        const Lanes v = whole ? load(value) : load(value, n);
        for (int h = 0; h < kHeads; ++h) acc[h] = fma(all(weights[h][j]), v, acc[h]);
    }
    for (int h = 0; h < kHeads; ++h) {
        float* after = sums + h * dim + d;
        whole ? store(after, acc[h]) : store(after, acc[h], n);
    }
}

/// Turns scores into weights exp(scale * score - top), top over all so far; returns what earlier sums shrink by.
inline float soften(float* scores, int64_t count, float scale, Softmax& softmax) {
    float top = softmax.top;
    for (int64_t j = 0; j < count; ++j) {
        scores[j] *= scale;
        top = scores[j] > top ? scores[j] : top;
    }
    for (int64_t j = count; j < kPiece; ++j) scores[j] = top;
    for (int64_t j = 0; j < kPiece; j += kLanes) store(scores + j, exponential(sub(load(scores + j), all(top))));
    for (int64_t j = count; j < kPiece; ++j) scores[j] = 0;
    Lanes total = all(0);
    for (int64_t j = 0; j < kPiece; j += kLanes) total = add(total, load(scores + j));
    const float keep = std::exp(softmax.top - top);
    softmax = {top, softmax.total * keep + sum(total)};
    return keep;
}

/// A piece of a page for kHeads query heads.
template <class T, int kHeads>
inline void attend_piece(const float* q, const Vectors<T>& keys, const Vectors<T>& values, float scale,
                         Softmax* softmax, float* sums) {
    alignas(64) float scores[kHeads][kPiece];
    float keep[kHeads];
    for (int64_t j = 0; j < keys.count; j += 4) score_four<T, kHeads>(q, keys, j, scores);
    for (int h = 0; h < kHeads; ++h) keep[h] = soften(scores[h], keys.count, scale, softmax[h]);
    for (int64_t d = 0; d < keys.dim; d += kLanes) weigh<T, kHeads>(scores, values, keep, sums, d);
}

template <class T>
void attend(const Attention& op, int64_t row, int64_t kv_head, float* scratch) {
    const int64_t dim = op.pages.head_dim(), size = op.pages.block_size();
    const int64_t group = op.q.shape[1] / op.pages.kv_heads();
    const int64_t length = elements<int32_t>(op.lengths)[row];
    const int32_t* table = row_at<int32_t>(op.tables, elements<int32_t>(op.sequences)[row]);
    const float* q = row_at<float>(op.q, row) + kv_head * group * dim;
    float* out = row_at<float>(op.out, row) + kv_head * group * dim;

    float* sums = scratch;  // [group, dim]
    auto* softmax = reinterpret_cast<Softmax*>(scratch + group * dim);
    std::fill_n(sums, group * dim, 0.0f);
    std::fill_n(softmax, group, Softmax{});

    for (int64_t p = 0; p < length;) {
        const int64_t count = std::min({size - p % size, length - p, kPiece});
        const int64_t at = (kv_head * size + p % size) * dim;
        const Vectors<T> keys{row_at<T>(op.pages.keys, table[p / size]) + at, count, dim};
        const Vectors<T> values{row_at<T>(op.pages.values, table[p / size]) + at, count, dim};
        int64_t g = 0;
        for (; g + kTogether <= group; g += kTogether) {
            attend_piece<T, kTogether>(q + g * dim, keys, values, op.scale, softmax + g, sums + g * dim);
        }
        for (; g < group; ++g) {
            attend_piece<T, 1>(q + g * dim, keys, values, op.scale, softmax + g, sums + g * dim);
        }
        p += count;
    }
    for (int64_t g = 0; g < group; ++g) {
        const float factor = 1.0f / softmax[g].total;
        for (int64_t d = 0; d < dim; ++d) out[g * dim + d] = sums[g * dim + d] * factor;
    }
}

void attention(const Attention& op, int64_t row, int64_t kv_head, float* scratch) {
    op.pages.keys.dtype == DType::f32 ? attend<float>(op, row, kv_head, scratch)
                                      : attend<F16>(op, row, kv_head, scratch);
}

int64_t attention_scratch(const Attention& op) {
    return op.q.shape[1] / op.pages.kv_heads() * (op.pages.head_dim() + 2);
}
