// The threads behind Bills: files are read one after the other on a worker, answers of several bills come from the
// engine at once, pictures are drawn on a worker of their own.
#pragma once

#include <QImage>
#include <atomic>
#include <functional>
#include <memory>

#include "app/documents/read_document.h"
#include "app/extraction/extractor.h"
#include "app/worker.h"

namespace floe {

/// What tests put in place of the shipped model and reader.
struct BillParts {
    std::function<Result<std::unique_ptr<Engine>>(int together)> loadEngine = Extractor::loadBuiltIn;
    ReaderLimits limits;
    int together = 4;  // bills in work at once: their answers share the engine's batch
};

/// One bill in work. Any thread may set `cancel`; it ends at the next step.
struct BillJob {
    QString path;
    std::atomic<bool> cancel{false};
    std::atomic<RequestId> request{0};  // 0: none yet
};

class BillReading {
 public:
    explicit BillReading(BillParts parts) : parts_(std::move(parts)) {}
    ~BillReading();

    /// `done` comes on a thread of this class, once; it must only hand on.
    using DoneReading = std::function<void(Extraction)>;
    void start(std::shared_ptr<BillJob> job, DoneReading done);
    void cancel(const std::shared_ptr<BillJob>& job);

    void draw(const QString& path, int page, double pixelsPerPoint, std::function<void(PagePicture)> done);

    int together() const { return parts_.together; }

 private:
    void read(const std::shared_ptr<BillJob>& job, const DoneReading& done);
    Outcome openModel();

    BillParts parts_;
    std::unique_ptr<Engine> engine_;  // loaded with the first bill, on the files' worker; then it stays
    std::unique_ptr<Extractor> extractor_;
    std::atomic<bool> ending_{false};
    Worker pictures_, files_;
};

}  // namespace floe
