#include "engine/model/model.h"

#include <algorithm>
#include <span>
#include <utility>

#include "engine/model/families.h"
#include "engine/model/inspect.h"
#include "engine/model/weights.h"

namespace floe {
namespace {

constexpr size_t kPage = 4096, kReport = 1 << 24;  // bytes

/// Touches every page, so that the file is in memory when the first step needs it.
Outcome read_through(const Gguf& file, const std::function<void(double)>& progress, const std::atomic<bool>* cancel) {
    const std::span<const std::byte> bytes = file.bytes();
    for (size_t at = 0; at < bytes.size(); at += kPage) {
        *const_cast<const volatile std::byte*>(bytes.data() + at);
        if (at % kReport != 0) continue;
        if (cancel && cancel->load()) return Error{Fault::cancelled, file.subject(), "loading was cancelled", ""};
        if (progress) progress(static_cast<double>(at) / static_cast<double>(bytes.size()));
    }
    if (progress) progress(1.0);
    return Done{};
}

Error no_memory(const Gguf& file, const Status& why) {
    return {why->kind == BackendFailure::Kind::device_lost ? Fault::device_lost : Fault::out_of_memory, file.subject(),
            "the weights found no room: " + why->detail, "Close other programs or choose a smaller model"};
}

}  // namespace

Result<std::unique_ptr<Model>> Model::open(const std::string& path, Backend& backend,
                                           const std::function<void(double)>& progress,
                                           const std::atomic<bool>* cancel) {
    auto file = Gguf::open(path);
    if (!file) return file.error();
    auto spec = describe_model(**file);
    if (!spec) return spec.error();

    std::unique_ptr<Model> model(new Model);
    model->file_ = *file;
    model->info_ = info_of(**file);
    model->spec_ = *spec;
    Status why;
    model->file_buffer_ = backend.adopt(model->file_->bytes(), why);
    if (!model->file_buffer_) return no_memory(**file, why);
    auto weights = find_weights(**file, *model->file_buffer_, model->spec_);
    if (!weights) return weights.error();
    model->weights_ = std::move(*weights);

    const auto frequencies = rope_frequencies(**file, model->spec_.rope);
    if (!frequencies) return frequencies.error();
    const auto bytes = std::as_bytes(std::span(*frequencies));
    model->rope_buffer_ = backend.allocate(static_cast<int64_t>(bytes.size()), why);
    if (!model->rope_buffer_) return no_memory(**file, why);
    if ((why = backend.upload(*model->rope_buffer_, 0, bytes))) return no_memory(**file, why);
    const auto count = static_cast<int64_t>(frequencies->size());
    model->weights_.rope_frequencies = tensor(*model->rope_buffer_, 0, DType::f32, {count, 1, 1, 1});

    if (const Outcome read = read_through(**file, progress, cancel); !read) return read.error();
    return model;
}

}  // namespace floe
