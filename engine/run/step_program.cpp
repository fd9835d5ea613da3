#include "engine/run/step_program.h"

namespace floe {
namespace {

/// Rows that go through a layer together, and where they stand in their sequences.
struct Rows {
    Tensor x;
    ConstTensor positions, sequences, lengths;
    int64_t count() const { return x.rows(); }
};

/// [rows, heads * dim] as [rows, heads, dim].
Tensor by_head(const Tensor& flat, int64_t heads) {
    Tensor view = flat;
    view.shape = {flat.rows(), heads, flat.width() / heads, 1};
    return view;
}

class Planner {
 public:
    Planner(const DecoderParts& parts, const StepViews& step, std::vector<Op>& program)
        : spec_(*parts.spec), weights_(*parts.weights), parts_(parts), step_(step), program_(program) {}

    void plan() {
        if (step_.copy_from.rows() > 0)
            for (const KvPages& pages : parts_.pages) add(CopyBlocks{step_.copy_from, step_.copy_to, pages});
        if (step_.tokens.rows() == 0) return;
        Rows rows{first(work().x, step_.tokens.rows()), step_.positions, step_.sequences, step_.lengths};
        add(Embed{weights_.embedding, step_.tokens, rows.x});
        for (size_t layer = 0; layer < weights_.layers.size(); ++layer) {
            const LayerWeights& w = weights_.layers[layer];
            normalise(rows, w.attention_norm);
            store_keys_and_values(rows, w, parts_.pages[layer]);
            if (layer + 1 == weights_.layers.size()) {
                if (step_.kept.rows() == 0) return;
                rows = keep(rows);
                normalise(rows, w.attention_norm);
            }
            attend(rows, w, parts_.pages[layer]);
            feed_forward(rows, w);
        }
        normalise(rows, weights_.norm);
        multiply(first(work().norm, rows.count()), weights_.output, {}, first(work().logits, rows.count()));
    }

 private:
    const WorkBuffers& work() const { return parts_.work; }
    static Tensor first(const Tensor& t, int64_t count) { return rows_of(t, 0, count); }
    void add(const Op& op) { program_.push_back(op); }

    void multiply(const Tensor& x, const ConstTensor& weight, const ConstTensor& bias, const Tensor& out,
                  bool accumulate = false) {
        add(MatMul{x, weight, bias, out, accumulate});
    }
    void normalise(const Rows& rows, const ConstTensor& weight) {
        add(RmsNorm{rows.x, weight, first(work().norm, rows.count()), spec_.norm_eps});
    }
    void rotate(const Tensor& heads, const Rows& rows) {
        add(Rope{heads, rows.positions, weights_.rope_frequencies, spec_.rope.consecutive});
    }

    void store_keys_and_values(const Rows& rows, const LayerWeights& w, const KvPages& pages) {
        const Tensor norm = first(work().norm, rows.count());
        const Tensor key = first(work().key, rows.count()), value = first(work().value, rows.count());
        multiply(norm, w.key, w.key_bias, key);
        multiply(norm, w.value, w.value_bias, value);
        rotate(by_head(key, spec_.kv_heads), rows);
        add(StoreKv{by_head(key, spec_.kv_heads), by_head(value, spec_.kv_heads), step_.slots, pages});
    }

    Rows keep(const Rows& rows) {
        const Tensor kept = first(work().kept, step_.kept.rows());
        add(GatherRows{rows.x, step_.kept, kept});
        return {kept, step_.kept_positions, step_.kept_sequences, step_.kept_lengths};
    }

    void attend(const Rows& rows, const LayerWeights& w, const KvPages& pages) {
        const Tensor query = first(work().query, rows.count()), attended = first(work().attended, rows.count());
        multiply(first(work().norm, rows.count()), w.query, w.query_bias, query);
        rotate(by_head(query, spec_.heads), rows);
        add(Attention{by_head(query, spec_.heads), step_.tables, rows.sequences, rows.lengths, pages,
                      by_head(attended, spec_.heads), spec_.attention_scale});
        multiply(attended, w.output, w.output_bias, rows.x, true);
    }

    void feed_forward(const Rows& rows, const LayerWeights& w) {
        const Tensor norm = first(work().norm, rows.count());
        const Tensor gate = first(work().gate, rows.count()), up = first(work().up, rows.count());
        normalise(rows, w.ffn_norm);
        multiply(norm, w.gate, {}, gate);
        multiply(norm, w.up, {}, up);
        add(SwiGlu{gate, up, gate});
        multiply(gate, w.down, {}, rows.x, true);
    }

    const DecoderSpec& spec_;
    const DecoderWeights& weights_;
    const DecoderParts& parts_;
    const StepViews& step_;
    std::vector<Op>& program_;
};

}  // namespace

void plan_step(const DecoderParts& parts, const StepViews& step, std::vector<Op>& program) {
    Planner(parts, step, program).plan();
}

}  // namespace floe
