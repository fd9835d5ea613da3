#include "engine/run/work_buffers.h"

namespace floe {
namespace {

constexpr int64_t kAlignment = 64;

/// Calls place(tensor, rows, width) for each of them in order.
template <class Place>
void for_each(WorkBuffers& w, const DecoderSpec& s, const DecoderLimits& l, const Place& place) {
    place(w.x, l.max_rows, s.width);
    place(w.norm, l.max_rows, s.width);
    place(w.query, l.max_rows, s.heads * s.head_dim);
    place(w.attended, l.max_rows, s.heads * s.head_dim);
    place(w.key, l.max_rows, s.kv_heads * s.head_dim);
    place(w.value, l.max_rows, s.kv_heads * s.head_dim);
    place(w.gate, l.max_rows, s.ffn_width);
    place(w.up, l.max_rows, s.ffn_width);
    place(w.kept, l.max_logit_rows, s.width);
    place(w.logits, l.max_logit_rows, s.vocabulary);
}

int64_t bytes_for(int64_t rows, int64_t width) {
    return (bytes_of(DType::f32, rows * width) + kAlignment - 1) / kAlignment * kAlignment;
}

}  // namespace

int64_t WorkBuffers::bytes(const DecoderSpec& spec, const DecoderLimits& limits) {
    WorkBuffers unplaced;
    int64_t sum = 0;
    for_each(unplaced, spec, limits, [&](Tensor&, int64_t rows, int64_t width) { sum += bytes_for(rows, width); });
    return sum;
}

WorkBuffers WorkBuffers::carve(Buffer& memory, const DecoderSpec& spec, const DecoderLimits& limits) {
    WorkBuffers work;
    int64_t offset = 0;
    for_each(work, spec, limits, [&](Tensor& placed, int64_t rows, int64_t width) {
        placed = tensor(memory, offset, DType::f32, {rows, width, 1, 1});
        offset += bytes_for(rows, width);
    });
    return work;
}

}  // namespace floe
