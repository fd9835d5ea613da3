// One row's attention of the query heads that share a KV head: softmax in one pass over the row's positions, a piece of
// a page at a time, keeping the largest score, the sum of weights and the weighted values.     Milakov & Gimelshein
// 2018

constexpr int64_t kPiece = 32;  // positions

template <class T>
inline float dot(const float* a, const T* b, int64_t count) {
    Lanes acc = all(0);
    int64_t i = 0;
    for (; i + kLanes <= count; i += kLanes) acc = fma(load(a + i), load(b + i), acc);
    if (i < count) acc = fma(load(a + i, count - i), load(b + i, count - i), acc);
    return sum(acc);
}

/// sums = sums * keep + sum_j weights[j] * values[j, :]
template <class T>
inline void weigh(const float* weights, const T* values, int64_t count, int64_t dim, float keep, float* sums) {
    for (int64_t d = 0; d < dim; d += kLanes) {
        const bool whole = d + kLanes <= dim;
        Lanes acc = mul(all(keep), whole ? load(sums + d) : load(sums + d, dim - d));
        for (int64_t j = 0; j < count; ++j) {
            const T* value = values + j * dim + d;
            acc = fma(all(weights[j]), whole ? load(value) : load(value, dim - d), acc);
        }
        whole ? store(sums + d, acc) : store(sums + d, acc, dim - d);
    }
}

/// Turns scores into weights exp(score - top); their sum.
inline float soften(float* scores, int64_t count, float top) {
    Lanes total = all(0);
    for (int64_t j = 0; j < kPiece; j += kLanes) store(scores + j, exponential(sub(load(scores + j), all(top))));
    for (int64_t j = count; j < kPiece; ++j) scores[j] = 0;
    for (int64_t j = 0; j < kPiece; j += kLanes) total = add(total, load(scores + j));
    return sum(total);
}

struct Softmax {
    float top, total;
};

template <class T>
void attend_piece(const float* q, const T* keys, const T* values, int64_t count, int64_t dim, float scale,
                  Softmax& softmax, float* sums) {
    float scores[kPiece] = {};
    float top = softmax.top;
    for (int64_t j = 0; j < count; ++j) {
        scores[j] = scale * dot(q, keys + j * dim, dim);
        top = scores[j] > top ? scores[j] : top;
    }
    const float keep = std::exp(softmax.top - top);
    softmax = {top, softmax.total * keep + soften(scores, count, top)};
    weigh(scores, values, count, dim, keep, sums);
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
    for (int64_t i = 0; i < group * dim; ++i) sums[i] = 0;
    for (int64_t g = 0; g < group; ++g) softmax[g] = {-std::numeric_limits<float>::infinity(), 0};

    for (int64_t p = 0; p < length;) {
        const int64_t left = std::min(size - p % size, length - p), count = std::min(left, kPiece);
        const int64_t at = (kv_head * size + p % size) * dim;
        const T* keys = row_at<T>(op.pages.keys, table[p / size]) + at;
        const T* values = row_at<T>(op.pages.values, table[p / size]) + at;
        for (int64_t g = 0; g < group; ++g) {
            attend_piece(q + g * dim, keys, values, count, dim, op.scale, softmax[g], sums + g * dim);
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
