#include "kernels/reference/reference.h"

#include <algorithm>
#include <cmath>
#include <cstring>
#include <vector>

#include "kernels/memory.h"
#include "kernels/quant/blocks.h"

namespace floe {
namespace {

using Values = std::vector<float>;

Values unpacked(DType type, const std::byte* from, int64_t count) {
    Values values(static_cast<size_t>(count));
    unpack(type, from, count, values.data());
    return values;
}

Values row_of(const ConstTensor& t, int64_t r) {
    return unpacked(t.dtype, row_bytes_at(t, r), t.width());
}

void set_row(const Tensor& t, int64_t r, const Values& values) {
    pack(t.dtype, values.data(), t.width(), row_at<std::byte>(t, r));
}

/// Where the head's vector at `offset` of `block` begins.
std::byte* vector_at(const Tensor& pages, int64_t block, int64_t head, int64_t offset) {
    const int64_t vector = head * pages.shape[2] + offset;
    return row_at<std::byte>(pages, block) + bytes_of(pages.dtype, vector * pages.shape[3]);
}

Values vector_of(const Tensor& pages, int64_t block, int64_t head, int64_t offset) {
    return unpacked(pages.dtype, vector_at(pages, block, head, offset), pages.shape[3]);
}

double dot(const float* a, const float* b, int64_t count) {
    double sum = 0;
    for (int64_t i = 0; i < count; ++i) sum += static_cast<double>(a[i]) * static_cast<double>(b[i]);
    return sum;
}

class ReferenceBackend final : public MemoryBackend {
 public:
    std::string name() const override { return "reference"; }

    Status run(const Embed& op) override {
        for (int64_t r = 0; r < op.out.rows(); ++r)
            set_row(op.out, r, row_of(op.table, elements<int32_t>(op.tokens)[r]));
        return ok;
    }

    Status run(const GatherRows& op) override {
        for (int64_t r = 0; r < op.out.rows(); ++r) set_row(op.out, r, row_of(op.x, elements<int32_t>(op.rows)[r]));
        return ok;
    }

    Status run(const RmsNorm& op) override {
        const float* weight = elements<float>(op.weight);
        for (int64_t r = 0; r < op.x.rows(); ++r) {
            Values x = row_of(op.x, r);
            const double mean = dot(x.data(), x.data(), op.x.width()) / static_cast<double>(op.x.width());
            const double factor = 1 / std::sqrt(mean + static_cast<double>(op.eps));
            for (size_t c = 0; c < x.size(); ++c) x[c] = static_cast<float>(x[c] * factor * weight[c]);
            set_row(op.out, r, x);
        }
        return ok;
    }

    Status run(const MatMul& op) override {
        const int64_t rows = op.x.rows(), outs = op.weight.rows(), in = op.weight.width();
        const float* bias = op.bias.empty() ? nullptr : elements<float>(op.bias);
        for (int64_t o = 0; o < outs; ++o) {
            const Values weight = row_of(op.weight, o);
            for (int64_t r = 0; r < rows; ++r) {
                float& out = row_at<float>(op.out, r)[o];
                const double before = (op.accumulate ? out : 0.0) + (bias ? bias[o] : 0.0);
                out = static_cast<float>(dot(row_at<float>(op.x, r), weight.data(), in) + before);
            }
        }
        return ok;
    }

    Status run(const Rope& op) override {
        for (int64_t r = 0; r < op.x.rows(); ++r) {
            for (int64_t h = 0; h < op.x.shape[1]; ++h) rotate(op, r, row_at<float>(op.x, r) + h * op.x.shape[2]);
        }
        return ok;
    }

    Status run(const StoreKv& op) override {
        const int64_t heads = op.pages.kv_heads(), dim = op.pages.head_dim(), size = op.pages.block_size();
        for (int64_t r = 0; r < op.keys.rows(); ++r) {
            const int64_t slot = elements<int32_t>(op.slots)[r];
            for (int64_t h = 0; h < heads; ++h) {
                pack(op.pages.keys.dtype, row_at<float>(op.keys, r) + h * dim, dim,
                     vector_at(op.pages.keys, slot / size, h, slot % size));
                pack(op.pages.values.dtype, row_at<float>(op.values, r) + h * dim, dim,
                     vector_at(op.pages.values, slot / size, h, slot % size));
            }
        }
        return ok;
    }

    Status run(const CopyBlocks& op) override {
        for (int64_t i = 0; i < count_of(op.from); ++i) {
            for (const Tensor& pages : {op.pages.keys, op.pages.values}) {
                const int64_t from = elements<int32_t>(op.from)[i], to = elements<int32_t>(op.to)[i];
                std::memcpy(row_at<std::byte>(pages, to), row_at<std::byte>(pages, from),
                            static_cast<size_t>(bytes_of(pages.dtype, pages.width())));
            }
        }
        return ok;
    }

    Status run(const Attention& op) override {
        for (int64_t r = 0; r < op.q.rows(); ++r) {
            for (int64_t h = 0; h < op.q.shape[1]; ++h) attend(op, r, h);
        }
        return ok;
    }

    Status run(const SwiGlu& op) override {
        for (int64_t r = 0; r < op.out.rows(); ++r) {
            Values gate = row_of(op.gate, r);
            const Values up = row_of(op.up, r);
            for (size_t c = 0; c < gate.size(); ++c) {
                const double z = gate[c];
                gate[c] = static_cast<float>(z / (1 + std::exp(-z)) * up[c]);
            }
            set_row(op.out, r, gate);
        }
        return ok;
    }

    Status run(const Add& op) override {
        for (int64_t r = 0; r < op.out.rows(); ++r) {
            Values a = row_of(op.a, r);
            const Values b = row_of(op.b, r);
            for (size_t c = 0; c < a.size(); ++c) a[c] += b[c];
            set_row(op.out, r, a);
        }
        return ok;
    }

 private:
    static void rotate(const Rope& op, int64_t r, float* head) {
        const int64_t pairs = count_of(op.frequencies);
        const float* frequency = elements<float>(op.frequencies);
        for (int64_t j = 0; j < pairs; ++j) {
            const double angle = static_cast<double>(elements<int32_t>(op.positions)[r]) * frequency[j];
            float& first = head[op.consecutive ? 2 * j : j];
            float& second = head[op.consecutive ? 2 * j + 1 : j + pairs];
            const double a = first, b = second;
            first = static_cast<float>((a * std::cos(angle) - b * std::sin(angle)) * op.magnitude);
            second = static_cast<float>((a * std::sin(angle) + b * std::cos(angle)) * op.magnitude);
        }
    }

    static void attend(const Attention& op, int64_t r, int64_t h) {
        const int64_t dim = op.pages.head_dim(), size = op.pages.block_size(),
                      length = elements<int32_t>(op.lengths)[r];
        const int64_t kv_head = h / (op.q.shape[1] / op.pages.kv_heads());
        const int32_t* table = row_at<int32_t>(op.tables, elements<int32_t>(op.sequences)[r]);
        const float* q = row_at<float>(op.q, r) + h * dim;

        std::vector<double> weights;
        for (int64_t p = 0; p < length; ++p) {
            const Values key = vector_of(op.pages.keys, table[p / size], kv_head, p % size);
            weights.push_back(op.scale * dot(q, key.data(), dim));
        }
        const double largest = *std::max_element(weights.begin(), weights.end());
        double total = 0;
        for (double& weight : weights) total += weight = std::exp(weight - largest);

        std::vector<double> sums(static_cast<size_t>(dim));
        for (int64_t p = 0; p < length; ++p) {
            const Values value = vector_of(op.pages.values, table[p / size], kv_head, p % size);
            for (size_t d = 0; d < sums.size(); ++d) sums[d] += weights[p] / total * value[d];
        }
        float* out = row_at<float>(op.out, r) + h * dim;
        for (size_t d = 0; d < sums.size(); ++d) out[d] = static_cast<float>(sums[d]);
    }
};

}  // namespace

std::unique_ptr<Backend> make_reference_backend() {
    return std::make_unique<ReferenceBackend>();
}

}  // namespace floe
