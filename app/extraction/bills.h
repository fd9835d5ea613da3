// Bills that were dropped in: read one after the other in the background, kept in the store, corrected by people.
#pragma once

#include <QImage>
#include <QObject>
#include <QStringList>
#include <QVector>
#include <memory>

#include "app/extraction/bill.h"
#include "app/extraction/own_form.h"

namespace floe {

class Store;
struct BillParts;

/// Lives on the UI thread. Files are parsed in a child process, read by the built-in model on its engine's thread,
/// written by the store's. What was queued when the program ended is read at the next start.
class Bills : public QObject {
    Q_OBJECT
 public:
    explicit Bills(Store& store, QObject* parent = nullptr);
    Bills(Store& store, const BillParts& parts, QObject* parent = nullptr);  // app-internal: bill_reading.h
    ~Bills() override;

    void requestBills();  // answered by billsLoaded
    /// Files, and folders with all below them that may be bills. billAdded, billChanged (Reading), billChanged (Ready |
    /// Failed).
    void add(const QStringList& paths);
    void addNew(const QStringList& files);  // the same, but for files whose contents were taken before
    void retry(BillId bill);
    void retryFailed();
    /// The password of the bill's file, known until the program ends and written nowhere. What could not be read for
    /// want of it is read again; so are other bills of the same file. A wrong one: the bill fails as before.
    void unlock(BillId bill, const QString& password);
    void cancel(BillId bill);
    void cancelAll();             // what waits and what is in work
    void setPaused(bool paused);  // what is in work is read to its end
    BillsProgress progress() const;
    void remove(BillId bill);   // kept until the program ends, so that
    void restore(BillId bill);  // this brings it back: billAdded

    // What bills are made of. A file that holds several bills is split while it is read: its bill becomes the first of
    // them (billChanged), the others come beside it (billAdded).
    /// One bill of several, their pages one after the other. Answered by billAdded, billRemoved and grouped.
    void join(const QVector<BillId>& bills);
    /// Several bills of one: each of the pages, from 0, begins one. Answered likewise.
    void split(BillId bill, const QVector<int>& starts);
    /// Takes a join or a split back, until the program ends; what was corrected in the originals is there again.
    void undoGrouping(const QVector<BillId>& originals, const QVector<BillId>& made);

    void requestExtraction(BillId bill);                              // answered by extractionLoaded
    void requestPage(BillId bill, int page, double pixelsPerPoint);   // answered by pageRendered
    void requestRegion(BillId bill, int page, const QRectF& region);  // points; answered by regionRead
    void requestEvents(BillId bill);                                  // answered by eventsLoaded
    void requestCategories();                                         // answered by categoriesLoaded

    // What a person changes is answered by extractionLoaded and billChanged; checks run again.
    /// Puts `value` beside what the model said, or takes a correction back (empty optional).
    void correct(BillId bill, const QString& path, const std::optional<QString>& value);
    void confirm(BillId bill, const QString& path, bool agreed);
    void arrangeLines(BillId bill, const QVector<int>& ids);  // Extraction::lineIds

    // Of the bill as a whole: answered by billChanged.
    void mark(BillId bill, BillMark mark, const QDateTime& when);  // invalid: not so
    void setDirection(BillId bill, BillInfo::Direction direction);
    void removeOriginal(BillId bill);  // the kept copy; the file itself is never touched

    // Forms of the person's own (own_form.h): a schema, and the values it finds in a bill.
    /// Answered by formFilled with the number that is returned, unless a later request takes its place: `instead`, the
    /// number of one that is not wanted any more.
    quint64 fillForm(BillId bill, const QByteArray& schema, quint64 instead = 0);
    /// The bills that were read, as CSV where the file is called so (a row a bill), else a JSON object a line as `floe
    /// extract --schema` prints it. Tells formExportProgress after each bill; answered by formExported, or by
    /// formExportCancelled: then no file was written.
    void exportForm(const QVector<BillId>& bills, const QString& name, const QByteArray& schema, const QString& file);

    void cancelExports();  // of forms

    /// One JSON object a line for each bill that was corrected: its lined-up text, what was read, what is right.
    /// Answered by exported.
    void exportCorrections(const QString& file);

 signals:
    void billsLoaded(const QVector<floe::BillInfo>& bills);
    void billAdded(const floe::BillInfo& bill);
    void billChanged(const floe::BillInfo& bill);
    void billRemoved(floe::BillId bill);
    void grouped(const QVector<floe::BillId>& originals, const QVector<floe::BillId>& made);
    void progressChanged(const floe::BillsProgress& progress);
    void tooMany(int taken);  // a folder had more files than are taken at once
    void extractionLoaded(floe::BillId bill, const floe::Extraction& extraction);
    void pageRendered(floe::BillId bill, int page, double pixelsPerPoint, const QImage& image);
    void passwordWanted(floe::BillId bill, const QString& sentence);  // for a picture or words of a page
    void regionRead(floe::BillId bill, int page, const QString& text, const QVector<QRectF>& boxes);
    void eventsLoaded(floe::BillId bill, const QVector<floe::BillEvent>& events);
    void categoriesLoaded(const QStringList& categories);  // the most used first
    void exported(const QString& file, int bills);
    void formFilled(quint64 number, floe::BillId bill, const floe::FilledForm& form);
    /// `unread`: bills among them whose pages could not be read, so that only the bill's own values are there.
    void formExported(const QString& file, int bills, int unread);
    void formExportProgress(const QString& file, int done, int all);  // bills
    void formExportCancelled(const QString& file);
    void failed(const floe::Problem& problem);

 private:
    struct Hidden;
    std::unique_ptr<Hidden> hidden_;
};

}  // namespace floe
