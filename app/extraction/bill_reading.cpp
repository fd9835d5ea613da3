#include "app/extraction/bill_reading.h"

#include <QElapsedTimer>
#include <QFile>
#include <QFileInfo>
#include <QSet>
#include <algorithm>
#include <climits>

#include "app/documents/cut_picture.h"
#include "app/extraction/bill_files.h"
#include "app/extraction/bills_in.h"
#include "app/extraction/document_parts.h"
#include "app/problem_of.h"

namespace floe {

namespace {

constexpr size_t kMostSplit = 4;  // files whose words are kept; as many are in work at once

/// A copy is called by its hash; people know the file that it was made of.
void callBy(const QString& name, std::optional<Problem>& problem) {
    if (!problem || problem->subject.isEmpty()) return;
    problem->sentence.replace(problem->subject, name);
    problem->subject = name;
}

Extraction cancelled(const QString& path) {
    return failedExtraction(path, {Problem::Kind::Cancelled, path, "Reading was cancelled."});
}

}  // namespace

BillReading::~BillReading() {
    ending_ = true;
}

void BillReading::start(std::shared_ptr<BillJob> job, DoneReading done) {
    files_.post([this, job = std::move(job), done = std::move(done)] {
        if (job->cancel || ending_) return done(cancelled(job->file()));
        try {
            read(job, done);
        } catch (const std::bad_alloc&) {
            done(failedExtraction(job->file(), {Problem::Kind::OutOfMemory, job->file(),
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
    QVector<Document> documents;
    for (BillPart& part : job->parts) {
        documents.append(documentOf(*job, part));
        if (documents.last().problem) break;
    }
    Document document = joined(documents);
    const QString file = job->file();
    if (job->parts.size() == 1 && job->parts[0].pages.isWhole() && !document.problem) {
        if (auto bills = billsIn(document); bills.size() > 1) {
            split_.push_front({job->parts[0].hash, std::move(document), bills.size()});
            if (split_.size() > kMostSplit) split_.pop_back();
            job->found = std::move(bills);
            return finished({});
        }
    }
    if (auto extraction = withoutModel(file, document)) return finished(std::move(*extraction));
    if (const Outcome open = openModel(); !open) return finished(failedExtraction(file, problem_of(open.error())));
    auto reading = std::make_shared<Reading>(extractor_->prepare(file, std::move(document)));
    // The engine's thread only hands the answer on; dates, sums and checks are this worker's work.
    job->request = extractor_->start(
        *reading, [this, job, reading, clock, done, files = files_.sender()](Extractor::Answer answer) {
            files.post([this, job, reading, clock, done, answer = std::move(answer)] {
                if (job->cancel) return done(cancelled(job->file()));
                done(extractor_->finish(*reading, answer, clock->nsecsElapsed() / 1e9));
            });
        });
    if (job->cancel) engine_->cancel(job->request);
}

/// Pages are those of the file as it was when it was split, so its copy is read before it.
Document BillReading::documentOf(BillJob& job, BillPart& part) {
    const QString copy = originalPath(job.keepIn, part.hash);
    const bool fromCopy =
        part.originalKept && QFile::exists(copy) && (!part.pages.isWhole() || !QFile::exists(part.path));
    if (!fromCopy) keepCopy(job, part);
    Document document = splitBefore(part.hash);
    if (document.pages.isEmpty()) document = opened(job, part.hash, fromCopy ? copy : part.path);
    const QString name = QFileInfo(part.path).fileName();
    if (document.problem) {
        if (fromCopy) callBy(name, document.problem);
        return document;
    }
    const int count = static_cast<int>(document.pages.size());
    if (part.pages.first >= std::max(1, count) || part.pages.last >= std::max(1, count)) {
        Document none;
        none.problem = Problem{Problem::Kind::BadInput, name,
                               name + QStringLiteral(": it has fewer pages than it had. Drop it in anew.")};
        return none;
    }
    Document pages = pagesOf(document, part.pages);
    if (job.parts.size() > 1 && part.pages.last < 0 && count > 0) part.pages.last = count - 1;
    return pages;
}

/// The words of a file that was just found to hold several bills; nothing where it is none, or all were read.
Document BillReading::splitBefore(const QString& hash) {
    const auto known = std::find_if(split_.begin(), split_.end(),
                                    [&](const Split& split) { return !hash.isEmpty() && split.hash == hash; });
    if (known == split_.end()) return {};
    Document document = known->document;
    if (--known->left == 0) split_.erase(known);
    return document;
}

/// A locked file of which nobody has told the password is tried with those of other files: people lock a batch of
/// bills with one.
Document BillReading::opened(BillJob& job, const QString& hash, const QString& path) {
    const auto read = [&](const QString& password) { return readDocument(path, parts_.limits, &job.cancel, password); };
    const auto isLocked = [](const Document& document) {
        return document.problem && document.problem->kind == Problem::Kind::PasswordNeeded;
    };
    const QString told = job.passwords.value(hash);
    Document document = read(told);
    if (!told.isEmpty()) (isLocked(document) ? job.wrong : job.right)[hash] = told;
    if (!isLocked(document) || !told.isEmpty()) return document;
    const QSet<QString> others(job.passwords.begin(), job.passwords.end());
    for (const QString& other : others) {
        Document tried = read(other);
        if (isLocked(tried)) continue;
        job.right[hash] = other;
        return tried;
    }
    return document;
}

/// A file that cannot be copied is read all the same: the reader says what is wrong with it.
void BillReading::keepCopy(const BillJob& job, BillPart& part) {
    const Result<QString> hash = hashOf(part.path, &job.cancel);
    if (!hash) return;
    part.hash = *hash;
    if (job.keepIn.isEmpty()) return;
    const Result<bool> kept = keepOriginal(part.path, *hash, job.keepIn);
    part.originalKept = kept && *kept;
}

void BillReading::onTheSide(std::function<void()> work) {
    pictures_.post([this, work = std::move(work)] {
        if (!ending_) work();
    });
}

void BillReading::words(const QVector<File>& files, std::function<void(const Document&)> done) {
    onTheSide([this, files, done = std::move(done)] { done(wordsNow(files)); });
}

const Document& BillReading::wordsNow(const QVector<File>& files, const std::atomic<bool>* cancel) {
    if (!lastFiles_.isEmpty() && files == lastFiles_) return lastDocument_;
    QVector<Document> documents;
    for (const File& file : files) {
        Document document = readDocument(file.path, parts_.limits, cancel ? cancel : &ending_, file.password);
        callBy(file.name, document.problem);
        documents.append(pagesOf(document, file.pages));
    }
    lastDocument_ = joined(documents);
    lastFiles_ = lastDocument_.problem ? QVector<File>() : files;
    return lastDocument_;
}

/// Where a form is tried out while it is typed, the same picture is wanted many times.
QImage BillReading::cutNow(const QVector<File>& files, int page, const QRectF& box) {
    int left = page;
    for (const File& file : files) {
        const int count = file.pages.last < 0 ? INT_MAX : file.pages.count();
        if (left >= count) {
            left -= count;
            continue;
        }
        const int number = file.pages.first + left;
        if (!(lastCut_.file == file) || lastCut_.page != number || lastCut_.box != box)
            lastCut_ = {file, number, box, cutPicture(file.path, number, box, parts_.limits, &ending_, file.password)};
        return lastCut_.picture;
    }
    return {};
}

void BillReading::cancel(const std::shared_ptr<BillJob>& job) {
    job->cancel = true;
    files_.post([this, job] {
        if (job->request) engine_->cancel(job->request);
    });
}

void BillReading::draw(const File& file, int page, double pixelsPerPoint, std::function<void(PagePicture)> done) {
    pictures_.post([this, file, page, pixelsPerPoint, done = std::move(done)] {
        if (ending_) return;
        PagePicture picture = renderPage(file.path, page, pixelsPerPoint, parts_.limits, &ending_, file.password);
        callBy(file.name, picture.problem);
        done(std::move(picture));
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
