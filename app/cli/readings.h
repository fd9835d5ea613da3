// Bills read with a model, several files at a time: for the commands that read them outside of the history.
#pragma once

#include <QStringList>
#include <atomic>
#include <condition_variable>
#include <mutex>
#include <optional>
#include <thread>

#include "app/extraction/extractor.h"

namespace floe::cli {

/// Files under way at once: their answers share a batch.
inline constexpr int kTogether = 4;

/// The model file, or the built-in model where it is empty, with context for `together` documents at once.
Result<std::unique_ptr<Engine>> open_bill_model(const std::string& file, int together);

/// Extractions by worker threads, handed out in the files' order; of each file its bills.
class Readings {
 public:
    /// `own`: a form to fill besides the bill's; null: none.
    Readings(const Extractor& extractor, const QStringList& files, const QString& password = {},
             const OwnSchema* own = nullptr);
    ~Readings();

    /// At least one; each index once. After the person broke off, files that were not begun have a Problem.
    QVector<Extraction> wait(qsizetype index);

 private:
    void work(const Extractor& extractor);

    const QStringList files_;
    const QString password_;
    const OwnSchema* const own_;
    std::mutex mutex_;
    std::condition_variable changed_;
    std::vector<std::optional<QVector<Extraction>>> done_;
    std::atomic<qsizetype> next_{0};
    std::vector<std::thread> workers_;
};

}  // namespace floe::cli
