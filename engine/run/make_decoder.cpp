#include "engine/run/make_decoder.h"

#include <algorithm>
#include <limits>
#include <utility>

#include "engine/run/check_batch.h"
#include "engine/run/step_program.h"

namespace floe {
namespace {

constexpr int64_t kMostBytes = int64_t{1} << 46;  // beyond any machine

DType dtype_of(KvType type) {
    return type == KvType::f16 ? DType::f16 : DType::f32;
}

/// One layer's keys; its values take as many. In double, since limits may be nonsense still.
double key_bytes(const DecoderSpec& s, const DecoderLimits& l) {
    return static_cast<double>(l.kv_blocks) * static_cast<double>(l.block_size) *
           static_cast<double>(s.kv_heads * s.head_dim * bytes_of(dtype_of(l.kv_type), 1));
}

int64_t whole(double bytes) {
    return static_cast<int64_t>(std::min(bytes, static_cast<double>(kMostBytes)));
}

class PagedDecoder final : public Decoder {
 public:
    PagedDecoder(Backend& backend, const Model& model, const DecoderLimits& limits)
        : backend_(backend), subject_(model.info().path), limits_(limits) {
        parts_.spec = &model.spec();
        parts_.weights = &model.weights();
    }

    Status allocate() {
        const DecoderSpec& spec = *parts_.spec;
        Status why;
        work_ = backend_.allocate(WorkBuffers::bytes(spec, limits_), why);
        if (!work_) return why;
        parts_.work = WorkBuffers::carve(*work_, spec, limits_);
        auto numbers = backend_.allocate(StepNumbers::most_bytes(limits_), why);
        if (!numbers) return why;
        numbers_.emplace(std::move(numbers));

        const int64_t half = whole(key_bytes(spec, limits_));
        const Shape shape{limits_.kv_blocks, spec.kv_heads, limits_.block_size, spec.head_dim};
        for (int64_t layer = 0; layer < spec.layers; ++layer) {
            pages_.push_back(backend_.allocate(2 * half, why));
            if (!pages_.back()) return why;
            const DType type = dtype_of(limits_.kv_type);
            parts_.pages.push_back({tensor(*pages_.back(), 0, type, shape), tensor(*pages_.back(), half, type, shape)});
        }
        return ok;
    }

    Outcome run(const StepBatch& batch, std::span<float> logits) override {
        if (Outcome sound = check_batch(batch, limits_, vocabulary(), logits.size()); !sound) return sound;
        if (const Status failure = compute(batch, logits)) return error_of(*failure, subject_);
        return Done{};
    }
    const DecoderLimits& limits() const override { return limits_; }
    int64_t vocabulary() const override { return parts_.spec->vocabulary; }

 private:
    Status compute(const StepBatch& batch, std::span<float> logits) {
        StepViews step;
        if (Status failure = numbers_->upload(backend_, batch, step)) return failure;
        program_.clear();
        plan_step(parts_, step, program_);
        for (const Op& op : program_)
            if (Status failure = floe::run(backend_, op)) return failure;
        if (batch.logit_rows.empty()) return ok;
        const size_t count = batch.logit_rows.size() * static_cast<size_t>(vocabulary());
        return backend_.download(*work_, parts_.work.logits.offset, std::as_writable_bytes(logits.first(count)));
    }

    Backend& backend_;
    std::string subject_;
    DecoderLimits limits_;
    DecoderParts parts_;
    std::unique_ptr<Buffer> work_;
    std::optional<StepNumbers> numbers_;
    std::vector<std::unique_ptr<Buffer>> pages_;  // [layers]: keys, then values
    std::vector<Op> program_;                     // kept for its memory
};

Outcome check_limits(const DecoderLimits& l, const std::string& subject) {
    constexpr int64_t most = std::numeric_limits<int32_t>::max();  // slots and rows are 32 bits wide
    bool sound = true;
    for (const int64_t limit :
         {l.max_rows, l.max_sequences, l.max_logit_rows, l.max_blocks_per_sequence, l.kv_blocks, l.block_size})
        sound = sound && limit > 0 && limit <= most;
    if (sound && l.kv_blocks <= most / l.block_size && l.max_blocks_per_sequence <= most / l.max_sequences)
        return Done{};
    return Error{Fault::bad_input, subject,
                 "a KV cache of " + std::to_string(l.kv_blocks) + " blocks of " + std::to_string(l.block_size) +
                     " tokens can't be made",
                 "Choose another context size"};
}

}  // namespace

Error error_of(const BackendFailure& failure, const std::string& subject) {
    switch (failure.kind) {
        case BackendFailure::Kind::out_of_memory:
            return {Fault::out_of_memory, subject, failure.detail,
                    "Choose a smaller context or a smaller model, or close other programs"};
        case BackendFailure::Kind::device_lost:
            return {Fault::device_lost, subject, failure.detail, "Load the model again"};
        case BackendFailure::Kind::unsupported:
            return {Fault::unsupported, subject, failure.detail, "Choose another model or device"};
    }
    return {Fault::internal, subject, failure.detail, ""};
}

DecoderMemory decoder_memory(const DecoderSpec& spec, const DecoderLimits& limits) {
    return {whole(2 * static_cast<double>(spec.layers) * key_bytes(spec, limits)),
            WorkBuffers::bytes(spec, limits) + StepNumbers::most_bytes(limits)};
}

Result<std::unique_ptr<Decoder>> make_decoder(Backend& backend, const Model& model, const DecoderLimits& limits) {
    const std::string& subject = model.info().path;
    if (Outcome sound = check_limits(limits, subject); !sound) return sound.error();
    const DecoderMemory needed = decoder_memory(model.spec(), limits);
    if (needed.kv_cache >= kMostBytes)
        return error_of({BackendFailure::Kind::out_of_memory, "no machine has the memory for that KV cache"}, subject);
    auto decoder = std::make_unique<PagedDecoder>(backend, model, limits);
    if (const Status failure = decoder->allocate()) return error_of(*failure, subject);
    return std::unique_ptr<Decoder>(std::move(decoder));
}

}  // namespace floe
