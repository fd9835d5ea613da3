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
    std::function<QDateTime()> now = [] { return QDateTime::currentDateTime(); };
};

/// One bill in work. Any thread may set `cancel`; it ends at the next step.
struct BillJob {
    QString path;
    QString copy;               // read instead where `path` is gone; empty: none is kept
    QString keepIn;             // folder for a copy of the file
    QString hash;               // SHA-256 of what was read; set before `done` is called
    bool originalKept = false;  // likewise
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

    /// Work on files besides reading, on the pictures' worker; `work` must not throw.
    void onTheSide(std::function<void()> work);

    /// All words of a document, the last one kept; `done` comes on a thread of this class.
    void words(const QString& path, std::function<void(const Document&)> done);

    const Document& wordsNow(const QString& path);  // the same, waiting; inside of onTheSide only

    void draw(const QString& path, int page, double pixelsPerPoint, std::function<void(PagePicture)> done);

    int together() const { return parts_.together; }

 private:
    void read(const std::shared_ptr<BillJob>& job, const DoneReading& done);
    Outcome openModel();
    void keepCopy(BillJob& job);

    BillParts parts_;
    std::unique_ptr<Engine> engine_;  // loaded with the first bill, on the files' worker; then it stays
    std::unique_ptr<Extractor> extractor_;
    std::atomic<bool> ending_{false};
    QString lastPath_;  // used on the pictures' worker only; so the next
    Document lastDocument_;
    Worker pictures_, files_;
};

}  // namespace floe
