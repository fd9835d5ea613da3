// The part of Bills that fills forms of a person's own: the bill's values, and the words of its pages.
#include <QSaveFile>
#include <functional>
#include <utility>

#include "app/documents/linearizer.h"
#include "app/extraction/bills_hidden.h"
#include "app/extraction/export/own_form_csv.h"
#include "app/extraction/extraction_json.h"
#include "app/extraction/own_schema.h"

namespace floe {

using bill_changes::Found;
using bill_changes::Record;

namespace {

using Dropped = std::shared_ptr<std::atomic<bool>>;

FormPages pagesOf(const Document& document, const QVector<BillReading::File>& files, BillReading& reading) {
    FormPages pages(document);
    pages.cut = [&reading, files](int page, const QRectF& box) { return reading.cutNow(files, page, box); };
    return pages;
}

/// Without the words of its pages, a bill still has its own values.
FilledForm filledForm(const OwnSchema& schema, const Extraction& extraction, const QVector<BillReading::File>& files,
                      BillReading& reading, const Dropped& dropped) {
    FilledForm form;
    const Document& document = reading.wordsNow(files);
    form.values = schema.values(extraction, pagesOf(document, files, reading), dropped.get());
    if (document.problem) form.problem = document.problem->sentence;
    return form;
}

struct Wanted {
    Extraction extraction;
    QVector<BillReading::File> files;
};

struct Written {
    QByteArray bytes;  // a JSON object a line, or a CSV
    int unread = 0;    // bills whose pages could not be read
    bool brokenOff = false;
};

/// Scans are recognised again: that takes seconds a page, so `did` is told of each bill, and `off` ends it.
Written exportOf(const OwnSchema& schema, const QString& name, const QVector<Wanted>& bills, bool csv,
                 BillReading& reading, const std::atomic<bool>& off, const std::function<void(int)>& did) {
    Written written;
    QVector<exports::OwnFormRow> rows;
    for (const Wanted& bill : bills) {
        if (off) return {{}, 0, true};
        const Document& document = reading.wordsNow(bill.files, &off);
        if (document.problem && document.problem->kind == Problem::Kind::Cancelled) return {{}, 0, true};
        written.unread += document.problem.has_value();
        const FormPages pages = pagesOf(document, bill.files, reading);
        if (csv) {
            rows.append({bill.extraction.file, schema.values(bill.extraction, pages, &off)});
            for (OwnValue& value : rows.last().values) value.picture = {};  // a table says where it stands
        } else {
            Extraction filled = bill.extraction;
            filled.ownForm = schema.filled(filled, pages);
            written.bytes += ownFormJson(filled, name) + '\n';
        }
        did(static_cast<int>(&bill - bills.data()) + 1);
    }
    if (off) return {{}, 0, true};
    if (csv) written.bytes = exports::ownFormCsv(schema.columns(), rows);
    return written;
}

}  // namespace

quint64 Bills::fillForm(BillId bill, const QByteArray& schema, quint64 instead) {
    if (const Dropped before = hidden_->fillings.take(instead)) *before = true;
    const quint64 number = ++hidden_->lastFilling;
    const auto dropped = std::make_shared<std::atomic<bool>>(false);
    hidden_->fillings[number] = dropped;
    const auto tell = [this, number, bill](const FilledForm& form) {
        if (hidden_->fillings.take(number)) emit formFilled(number, bill, form);
    };
    hidden_->ask([bill](Database& database) { return bill_changes::record(database, bill); },
                 [this, schema, dropped, tell](const std::optional<Record>& record) {
                     if (!record) return tell({{}, QStringLiteral("This bill is not in the list any more.")});
                     hidden_->reading.onTheSide([this, schema, dropped, tell, extraction = record->extraction,
                                                 files = hidden_->filesOf(record->row), home = hidden_->hop.sender()] {
                         if (*dropped) return;
                         FilledForm form;
                         if (const auto good = OwnSchema::parse(schema, {}))
                             form = filledForm(*good, extraction, files, hidden_->reading, dropped);
                         else
                             form.problem = problem_of(good.error()).sentence;
                         home.post([tell, form] { tell(form); });
                     });
                 });
    return number;
}

void Bills::exportForm(const QVector<BillId>& bills, const QString& name, const QByteArray& schema,
                       const QString& file) {
    const auto good = OwnSchema::parse(schema, name);
    if (!good) return emit failed(problem_of(good.error()));
    hidden_->ask(
        [this, bills](Database& database) -> Result<QVector<Wanted>> {
            QVector<Wanted> found;
            for (const BillId bill : bills) {
                const Found record = bill_changes::record(database, bill);
                if (!record) return record.error();
                if (*record && (*record)->info.state == BillInfo::State::Ready)
                    found.append({(*record)->extraction, hidden_->filesOf((*record)->row)});
            }
            return found;
        },
        [this, name, file, schema = *good, off = hidden_->exportsOff](const QVector<Wanted>& found) {
            hidden_->reading.onTheSide([this, name, file, schema, found, off, home = hidden_->hop.sender()] {
                const bool csv = file.endsWith(QStringLiteral(".csv"), Qt::CaseInsensitive);
                const int all = static_cast<int>(found.size());
                const Written written =
                    exportOf(schema, name, found, csv, hidden_->reading, *off, [this, home, off, file, all](int did) {
                        home.post([this, off, file, did, all] {
                            if (!*off) emit formExportProgress(file, did, all);
                        });
                    });
                // Half an export would look like a whole one.
                if (written.brokenOff) return (void)home.post([this, file] { emit formExportCancelled(file); });
                QSaveFile out(file);
                const bool done =
                    out.open(QIODevice::WriteOnly) && out.write(written.bytes) == written.bytes.size() && out.commit();
                home.post([this, file, done, unread = written.unread, count = static_cast<int>(found.size())] {
                    if (done) return emit formExported(file, count, unread);
                    emit failed({Problem::Kind::Io, file,
                                 file + QStringLiteral(": the values cannot be written there. Choose another place, or "
                                                       "see that you may write in that folder.")});
                });
            });
        });
}

void Bills::cancelExports() {
    *std::exchange(hidden_->exportsOff, std::make_shared<std::atomic<bool>>(false)) = true;
}

}  // namespace floe
