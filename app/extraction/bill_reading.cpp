#include "app/extraction/bill_reading.h"

#include <QElapsedTimer>
#include <QFile>

#include "app/extraction/bill_files.h"
#include "app/problem_of.h"

namespace floe {

namespace {

Extraction cancelled(const QString& path) {
    return failedExtraction(path, {Problem::Kind::Cancelled, path, "Reading was cancelled."});
}

}  // namespace

BillReading::~BillReading() {
    ending_ = true;
}

void BillReading::start(std::shared_ptr<BillJob> job, DoneReading done) {
    files_.post([this, job = std::move(job), done = std::move(done)] {
        if (job->cancel || ending_) return done(cancelled(job->path));
        try {
            read(job, done);
        } catch (const std::bad_alloc&) {
            done(failedExtraction(job->path, {Problem::Kind::OutOfMemory, job->path,
                                              "There is not enough memory to read this document."}));
        }
    });
}

void BillReading::read(const std::shared_ptr<BillJob>& job, const DoneReading& done) {
    auto clock = std::make_shared<QElapsedTimer>();
    clock->start();
    const auto finished = [&](Extraction extraction) {
        extraction.seconds = clock->nsecsElapsed() / 1e9;
        done(std::move(extraction));
    };
    if (!job->copy.isEmpty() && !QFile::exists(job->path)) job->path = job->copy;
    keepCopy(*job);
    Document document = readDocument(job->path, parts_.limits, &job->cancel);
    if (auto extraction = withoutModel(job->path, document)) return finished(std::move(*extraction));
    if (const Outcome open = openModel(); !open) return finished(failedExtraction(job->path, problem_of(open.error())));
    auto reading = std::make_shared<Reading>(extractor_->prepare(job->path, std::move(document)));
    // The engine's thread only hands the answer on; dates, sums and checks are this worker's work.
    job->request = extractor_->start(
        *reading, [this, job, reading, clock, done, files = files_.sender()](Extractor::Answer answer) {
            files.post([this, job, reading, clock, done, answer = std::move(answer)] {
                if (job->cancel) return done(cancelled(job->path));
                done(extractor_->finish(*reading, answer, clock->nsecsElapsed() / 1e9));
            });
        });
    if (job->cancel) engine_->cancel(job->request);
}

/// A file that cannot be copied is read all the same: the reader says what is wrong with it.
void BillReading::keepCopy(BillJob& job) {
    const Result<QString> hash = hashOf(job.path, &job.cancel);
    if (!hash) return;
    job.hash = *hash;
    if (job.keepIn.isEmpty()) return;
    const Result<bool> kept = keepOriginal(job.path, *hash, job.keepIn);
    job.originalKept = kept && *kept;
}

void BillReading::onTheSide(std::function<void()> work) {
    pictures_.post([this, work = std::move(work)] {
        if (!ending_) work();
    });
}

void BillReading::words(const QString& path, std::function<void(const Document&)> done) {
    onTheSide([this, path, done = std::move(done)] { done(wordsNow(path)); });
}

const Document& BillReading::wordsNow(const QString& path) {
    if (path != lastPath_) lastDocument_ = readDocument(path, parts_.limits, &ending_);
    lastPath_ = lastDocument_.problem ? QString() : path;
    return lastDocument_;
}

void BillReading::cancel(const std::shared_ptr<BillJob>& job) {
    job->cancel = true;
    files_.post([this, job] {
        if (job->request) engine_->cancel(job->request);
    });
}

void BillReading::draw(const QString& path, int page, double pixelsPerPoint, std::function<void(PagePicture)> done) {
    pictures_.post([this, path, page, pixelsPerPoint, done = std::move(done)] {
        if (!ending_) done(renderPage(path, page, pixelsPerPoint, parts_.limits, &ending_));
    });
}

Outcome BillReading::openModel() {
    if (extractor_) return Done{};
    auto engine = parts_.loadEngine(parts_.together);
    if (!engine) return engine.error();
    auto extractor = Extractor::make(**engine);
    if (!extractor) return extractor.error();
    engine_ = std::move(*engine);
    extractor_ = std::move(*extractor);
    return Done{};
}

}  // namespace floe
