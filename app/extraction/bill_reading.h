// The threads behind Bills: files are read one after the other on a worker, answers of several bills come from the
// engine at once, pictures are drawn on a worker of their own.
#pragma once

#include <QHash>
#include <QImage>
#include <atomic>
#include <deque>
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
    QVector<BillPart> parts;  // what to read; hashes, copies and the ends of pages are set before `done` is called
    QString keepIn;           // folder for copies of the files
    QHash<QString, QString> passwords;     // that are known, by the hash of the file that they open
    QHash<QString, QString> right, wrong;  // those that opened a file and those that did not; set before `done`
    QVector<PageRange> found;              // likewise, where the file holds several bills: then it was read no further
    std::atomic<bool> cancel{false};
    std::atomic<RequestId> request{0};  // 0: none yet

    QString file() const { return parts.value(0).path; }
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

    /// What to look at, and what opens it. `name`: what it is called where `path` is a copy.
    struct File {
        QString path, name, password;
        PageRange pages;
        friend bool operator==(const File& a, const File& b) { return a.path == b.path && a.pages == b.pages; }
    };
    /// All words of a bill's pages, the last one's kept; `done` comes on a thread of this class.
    void words(const QVector<File>& files, std::function<void(const Document&)> done);

    // The same, waiting; inside of onTheSide only. Set from elsewhere, `cancel` ends them.
    const Document& wordsNow(const QVector<File>& files, const std::atomic<bool>* cancel = nullptr);
    QImage cutNow(const QVector<File>& files, int page, const QRectF& box);  // of the pages one after the other

    void draw(const File& file, int page, double pixelsPerPoint, std::function<void(PagePicture)> done);

    int together() const { return parts_.together; }

 private:
    void read(const std::shared_ptr<BillJob>& job, const DoneReading& done);
    Outcome openModel();
    void keepCopy(const BillJob& job, BillPart& part);
    Document documentOf(BillJob& job, BillPart& part);
    Document splitBefore(const QString& hash);
    Document opened(BillJob& job, const QString& hash, const QString& path);

    BillParts parts_;
    std::unique_ptr<Engine> engine_;  // loaded with the first bill, on the files' worker; then it stays
    std::unique_ptr<Extractor> extractor_;
    std::atomic<bool> ending_{false};
    /// Files that held several bills, the newest first, by their hash: those bills are read next. Used on the files'
    /// worker only.
    struct Split {
        QString hash;
        Document document;
        qsizetype left;  // bills that are not read yet
    };
    std::deque<Split> split_;
    QVector<File> lastFiles_;  // used on the pictures' worker only; so the next
    Document lastDocument_;
    struct Cut {
        File file;
        int page = -1;
        QRectF box;
        QImage picture;
    };
    Cut lastCut_;
    Worker pictures_, files_;
};

}  // namespace floe
