#include "kernels/cpu/cpu_backend.h"

#include <algorithm>
#include <atomic>
#include <cassert>
#include <cmath>
#include <cstring>

#include "kernels/cpu/kernels.h"
#include "kernels/cpu/machine.h"
#include "kernels/cpu/thread_pool.h"
#include "kernels/memory.h"
#include "kernels/quant/blocks.h"
#include "kernels/quant/half.h"

namespace floe {
namespace {

using cpu::Kernels;

constexpr int64_t kRowsAtOnce = 256;        // of a MatMul with block weights: bounds the memory for rounded activations
constexpr int64_t kWorthSharing = 1 << 14;  // values; fewer are done sooner by one thread than handed out

const Kernels& kernels_of(CpuVariant variant) {
    switch (variant) {
        case CpuVariant::avx512:
            return cpu::avx512_kernels();
        case CpuVariant::avx2:
            return cpu::avx2_kernels();
        case CpuVariant::scalar:
            break;
    }
    return cpu::scalar_kernels();
}

void rotate_row(const Rope& op, int64_t r) {
    constexpr int64_t kPart = 64;
    float cosine[kPart], sine[kPart];
    const int64_t pairs = count_of(op.frequencies), heads = op.x.shape[1], dim = op.x.shape[2];
    const int64_t step = op.consecutive ? 2 : 1, partner = op.consecutive ? 1 : pairs;
    const double position = elements<int32_t>(op.positions)[r];
    for (int64_t first = 0; first < pairs; first += kPart) {
        const int64_t count = std::min(kPart, pairs - first);
        for (int64_t j = 0; j < count; ++j) {
            const double angle = position * static_cast<double>(elements<float>(op.frequencies)[first + j]);
            cosine[j] = static_cast<float>(std::cos(angle)) * op.magnitude;
            sine[j] = static_cast<float>(std::sin(angle)) * op.magnitude;
        }
        for (int64_t h = 0; h < heads; ++h) {
            float* pair = row_at<float>(op.x, r) + h * dim + first * step;
            for (int64_t j = 0; j < count; ++j, pair += step) {
                const float a = pair[0], b = pair[partner];
                pair[0] = a * cosine[j] - b * sine[j];
                pair[partner] = a * sine[j] + b * cosine[j];
            }
        }
    }
}

void copy_block(const Tensor& pages, int64_t from, int64_t to) {
    std::memcpy(row_at<std::byte>(pages, to), row_bytes_at(pages, from),
                static_cast<size_t>(bytes_of(pages.dtype, pages.width())));
}

class CpuBackend final : public MemoryBackend {
 public:
    CpuBackend(int threads, CpuVariant variant) : kernels_(kernels_of(variant)), pool_(threads) {}

    std::string name() const override {
        const std::string threads = pool_.size() == 1 ? "1 thread" : std::to_string(pool_.size()) + " threads";
        return "CPU, " + std::string(kernels_.instructions) + ", " + threads;
    }

    Status run(const Embed& op) override {
        share_rows(op.out.rows(), op.out.width(), [&](int64_t row, int64_t end) {
            for (; row < end; ++row) {
                unpack(op.table.dtype, row_bytes_at(op.table, elements<int32_t>(op.tokens)[row]), op.out.width(),
                       row_at<float>(op.out, row));
            }
        });
        return ok;
    }

    Status run(const GatherRows& op) override {
        for (int64_t r = 0; r < op.out.rows(); ++r) {
            std::memcpy(row_at<float>(op.out, r), row_at<float>(op.x, elements<int32_t>(op.rows)[r]),
                        static_cast<size_t>(op.out.width()) * sizeof(float));
        }
        return ok;
    }

    Status run(const RmsNorm& op) override {
        share_rows(op.x.rows(), op.x.width(), [&](int64_t row, int64_t end) { kernels_.rms_norm(op, row, end); });
        return ok;
    }

    Status run(const Rope& op) override {
        share_rows(op.x.rows(), op.x.width(), [&](int64_t row, int64_t end) {
            for (; row < end; ++row) rotate_row(op, row);
        });
        return ok;
    }

    Status run(const StoreKv& op) override {
        share_rows(op.keys.rows(), 2 * op.keys.width(),
                   [&](int64_t row, int64_t end) { kernels_.store_kv(op, row, end); });
        return ok;
    }

    Status run(const CopyBlocks& op) override {
        for (int64_t i = 0; i < count_of(op.from); ++i) {
            const int64_t from = elements<int32_t>(op.from)[i], to = elements<int32_t>(op.to)[i];
            copy_block(op.pages.keys, from, to);
            copy_block(op.pages.values, from, to);
        }
        return ok;
    }

    Status run(const SwiGlu& op) override {
        share_rows(op.out.rows(), op.out.width(), [&](int64_t row, int64_t end) { kernels_.swiglu(op, row, end); });
        return ok;
    }

    Status run(const Add& op) override {
        share_rows(op.out.rows(), op.out.width(), [&](int64_t row, int64_t end) {
            for (; row < end; ++row) {
                const float *a = row_at<float>(op.a, row), *b = row_at<float>(op.b, row);
                float* out = row_at<float>(op.out, row);
                for (int64_t c = 0; c < op.out.width(); ++c) out[c] = a[c] + b[c];
            }
        });
        return ok;
    }

    Status run(const Attention& op) override;
    Status run(const MatMul& op) override;

 private:
    Status multiply(const MatMul& op);

    /// Calls work(row, end) for shares of the rows, at the same time where there is enough to do.
    template <class Work>
    void share_rows(int64_t rows, int64_t width, const Work& work) {
        if (rows * width < kWorthSharing) return work(0, rows);
        pool_.run([&](int thread) {
            const Share share = share_of(rows, 1, thread, pool_.size());
            if (share.begin < share.end) work(share.begin, share.end);
        });
    }

    /// At least `bytes` of memory; it grows only when an operation needs more than any before.
    static Status reserve(std::unique_ptr<MemoryBuffer>& memory, int64_t bytes) {
        if (memory && memory->size() >= bytes) return ok;
        memory.reset();
        memory = MemoryBuffer::zeroed(bytes);
        if (memory) return ok;
        return BackendFailure{BackendFailure::Kind::out_of_memory,
                              "there is no memory for " + std::to_string(bytes) + " bytes of intermediate values"};
    }

    const Kernels& kernels_;
    std::unique_ptr<MemoryBuffer> scratch_;
    std::unique_ptr<MemoryBuffer> narrowed_;  // activations with the values that BF16 has
    ThreadPool pool_;                         // last: its threads end before what they use
};

int64_t whole_lines(int64_t bytes) {
    return (bytes + 63) / 64 * 64;
}

Status CpuBackend::run(const Attention& op) {
    const int64_t one = whole_lines(kernels_.attention_scratch(op) * static_cast<int64_t>(sizeof(float)));
    if (Status failure = reserve(scratch_, one * pool_.size())) return failure;
    const int64_t heads = op.pages.kv_heads(), items = op.q.rows() * heads;
    std::atomic<int64_t> next{0};
    pool_.run([&](int thread) {
        auto* scratch = reinterpret_cast<float*>(scratch_->writable_data() + thread * one);
        for (int64_t i = next++; i < items; i = next++) kernels_.attention(op, i / heads, i % heads, scratch);
    });
    return ok;
}

/// BF16 weights meet activations rounded to BF16, as they did when such models were trained, and as others run them.
Status CpuBackend::run(const MatMul& op) {
    if (op.weight.dtype != DType::bf16 || op.x.rows() == 0) return multiply(op);
    const int64_t rows = op.x.rows(), width = op.x.width();
    if (Status failure = reserve(narrowed_, bytes_of(DType::f32, rows * width))) return failure;
    MatMul narrow = op;
    const Tensor x = tensor(*narrowed_, 0, DType::f32, {rows, width, 1, 1});
    share_rows(rows, width, [&](int64_t row, int64_t end) {
        for (; row < end; ++row) {
            const float* from = row_at<float>(op.x, row);
            float* to = row_at<float>(x, row);
            for (int64_t i = 0; i < width; ++i) to[i] = f32_from_bf16(bf16_from_f32(from[i]));
        }
    });
    narrow.x = x;
    return multiply(narrow);
}

Status CpuBackend::multiply(const MatMul& op) {
    const int64_t outs = op.weight.rows(), rows = op.x.rows();
    const bool rounds = info(op.weight.dtype).block_size > 1;
    const int64_t at_once = rounds ? std::min(rows, kRowsAtOnce) : rows;
    const int64_t own = whole_lines(kernels_.matmul_scratch(op));
    const int64_t rounded_bytes = rounds ? kernels_.rounded_bytes(at_once, op.x.width()) : 0;
    if (Status failure = reserve(scratch_, own * pool_.size() + rounded_bytes)) return failure;
    std::byte* rounded = scratch_->writable_data() + own * pool_.size();

    for (int64_t first = 0; first < rows; first += at_once) {
        const int64_t count = std::min(at_once, rows - first);
        if (rounds) {
            share_rows(count, op.x.width(),
                       [&](int64_t row, int64_t end) { kernels_.round_rows(op, first, rounded, row, end); });
        }
        // Outputs are dealt out in pieces to whoever is free: cores may differ, and others may use them too.
        const int64_t piece = std::max<int64_t>(16, outs / (pool_.size() * 8) / 16 * 16);
        std::atomic<int64_t> next{0};
        pool_.run([&](int thread) {
            const cpu::MatMulPart part{op, first, count, rounded, scratch_->writable_data() + own * thread};
            for (int64_t out = next.fetch_add(piece); out < outs; out = next.fetch_add(piece)) {
                kernels_.matmul(part, out, std::min(out + piece, outs));
            }
        });
    }
    return ok;
}

}  // namespace

std::unique_ptr<Backend> make_cpu_backend(int threads) {
    return make_cpu_backend(threads, cpu_variants().back());
}

std::unique_ptr<Backend> make_cpu_backend(int threads, CpuVariant variant) {
    return std::make_unique<CpuBackend>(threads > 0 ? threads : physical_cores(), variant);
}

}  // namespace floe
