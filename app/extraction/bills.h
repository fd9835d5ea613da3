// Bills that were dropped in: read one after the other in the background, kept in the store, corrected by people.
#pragma once

#include <QImage>
#include <QObject>
#include <QStringList>
#include <QVector>
#include <memory>

#include "app/extraction/bill.h"

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

    void requestBills();                 // answered by billsLoaded
    void add(const QStringList& paths);  // billAdded, billChanged (Reading), billChanged (Ready | Failed)
    void retry(BillId bill);
    void cancel(BillId bill);
    void remove(BillId bill);                                        // kept until the program ends, so that
    void restore(BillId bill);                                       // this brings it back: billAdded
    void requestExtraction(BillId bill);                             // answered by extractionLoaded
    void requestPage(BillId bill, int page, double pixelsPerPoint);  // answered by pageRendered
    /// Puts `value` beside what the model said, or takes a correction back (empty optional). Answered by
    /// extractionLoaded: checks run again.
    void correct(BillId bill, const QString& path, const std::optional<QString>& value);

 signals:
    void billsLoaded(const QVector<floe::BillInfo>& bills);
    void billAdded(const floe::BillInfo& bill);
    void billChanged(const floe::BillInfo& bill);
    void billRemoved(floe::BillId bill);
    void extractionLoaded(floe::BillId bill, const floe::Extraction& extraction);
    void pageRendered(floe::BillId bill, int page, double pixelsPerPoint, const QImage& image);
    void failed(const floe::Problem& problem);

 private:
    struct Hidden;
    std::unique_ptr<Hidden> hidden_;
};

}  // namespace floe
