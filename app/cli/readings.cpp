#include "app/cli/readings.h"

#include <algorithm>

#include "app/cli/common.h"

namespace floe::cli {

namespace {
constexpr int64_t kMostContext = 8192;  // where a model was trained for more
}

Result<std::unique_ptr<Engine>> open_bill_model(const std::string& file, int together) {
    if (file.empty()) return Extractor::loadBuiltIn(together);
    const Result<ModelInfo> model = inspect_model(file);
    if (!model) return model.error();
    EngineOptions options;
    options.model = file;
    options.context = std::min(model->context_length, kMostContext);
    options.kv_tokens = options.context * together;
    return Engine::load(options);
}

Readings::Readings(const Extractor& extractor, const QStringList& files, const QString& password, const OwnSchema* own)
    : files_(files), password_(password), own_(own), done_(static_cast<size_t>(files.size())) {
    for (qsizetype i = 0; i < std::min<qsizetype>(kTogether, files.size()); ++i)
        workers_.emplace_back([this, &extractor] { work(extractor); });
}

Readings::~Readings() {
    for (std::thread& worker : workers_) worker.join();
}

QVector<Extraction> Readings::wait(qsizetype index) {
    std::unique_lock lock(mutex_);
    auto& done = done_[static_cast<size_t>(index)];
    changed_.wait(lock, [&] { return done.has_value(); });
    return std::move(*done);
}

void Readings::work(const Extractor& extractor) {
    for (qsizetype i; (i = next_++) < files_.size();) {
        const QString& file = files_[i];
        const Problem broken{Problem::Kind::Cancelled, file, file + QStringLiteral(": not read, since you broke off.")};
        QVector<Extraction> bills = interrupted() ? QVector<Extraction>{failedExtraction(file, broken)}
                                                  : extractor.extract(file, password_, own_);
        std::lock_guard lock(mutex_);
        done_[static_cast<size_t>(i)] = std::move(bills);
        changed_.notify_all();
    }
}

}  // namespace floe::cli
