// The part of Bills that fills forms of a person's own: the bill's values, and the words of its pages.
#include <QSaveFile>

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

/// Without the words of its pages, a bill still has its own values.
FilledForm filledForm(const OwnSchema& schema, const Extraction& extraction, const Document& document,
                      const Dropped& dropped) {
    FilledForm form;
    form.values = schema.values(extraction, pageText(document.pages, lineUp(document.pages)), dropped.get());
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

Written exportOf(const OwnSchema& schema, const QString& name, const QVector<Wanted>& bills, bool csv,
                 BillReading& reading) {
    Written written;
    QVector<exports::OwnFormRow> rows;
    for (const Wanted& bill : bills) {
        const Document& document = reading.wordsNow(bill.files);
        if (document.problem && document.problem->kind == Problem::Kind::Cancelled) return {{}, 0, true};
        written.unread += document.problem.has_value();
        const PageText page = pageText(document.pages, lineUp(document.pages));
        if (csv) {
            rows.append({bill.extraction.file, schema.values(bill.extraction, page)});
            continue;
        }
        Extraction filled = bill.extraction;
        filled.ownForm = schema.filled(filled, page);
        written.bytes += ownFormJson(filled, name) + '\n';
    }
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
                             form = filledForm(*good, extraction, hidden_->reading.wordsNow(files), dropped);
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
        [this, name, file, schema = *good](const QVector<Wanted>& found) {
            hidden_->reading.onTheSide([this, name, file, schema, found, home = hidden_->hop.sender()] {
                const bool csv = file.endsWith(QStringLiteral(".csv"), Qt::CaseInsensitive);
                const Written written = exportOf(schema, name, found, csv, hidden_->reading);
                if (written.brokenOff) return;  // the program ends: half an export would look like a whole one
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

}  // namespace floe
