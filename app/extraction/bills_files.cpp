// The part of Bills that looks at the files: pictures, words of a region, kept copies, the export of corrections.
#include <QSaveFile>
#include <algorithm>

#include "app/documents/linearizer.h"
#include "app/extraction/bills_hidden.h"
#include "app/extraction/corrections_export.h"
#include "app/extraction/page_region.h"

namespace floe {

using bill_changes::Found;
using bills_table::Row;

void Bills::removeOriginal(BillId bill) {
    hidden_->ask(
        [bill](Database& database) -> Result<std::optional<QString>> {
            const auto row = bills_table::find(database, bill);
            if (!row) return row.error();
            if (!*row || !(*row)->originalKept) return std::optional<QString>();
            const QString hash = (*row)->hash;
            if (Outcome done = bills_table::set_file(database, bill, hash, false); !done) return done.error();
            const Result<bool> needed = bills_table::is_kept_by_another(database, hash, bill);
            if (!needed) return needed.error();
            return std::optional<QString>(*needed ? QString() : hash);
        },
        [this, bill](const std::optional<QString>& hash) {
            if (!hash) return;
            hidden_->reading.onTheSide(
                [hash = *hash, folder = hidden_->originals] { floe::removeOriginal(folder, hash); });
            hidden_->change([bill](Database& database) { return bill_changes::record(database, bill); });
        });
}

void Bills::requestRegion(BillId bill, int page, const QRectF& region) {
    hidden_->ask([bill](Database& database) { return bills_table::find(database, bill); },
                 [this, bill, page, region](const std::optional<Row>& row) {
                     if (!row) return;
                     hidden_->reading.words(
                         hidden_->fileOf(*row),
                         [this, bill, page, region, home = hidden_->hop.sender()](const Document& document) {
                             const bool there = page >= 0 && page < document.pages.size();
                             const RegionText found = there ? wordsIn(document.pages[page], region) : RegionText();
                             home.post([this, bill, page, found, problem = document.problem] {
                                 if (problem) emit failed(*problem);
                                 emit regionRead(bill, page, found.text, found.boxes);
                             });
                         });
                 });
}

void Bills::exportCorrections(const QString& file) {
    struct Corrected {
        Extraction extraction;
        QString hash, file;
    };
    hidden_->ask(
        [this](Database& database) -> Result<QVector<Corrected>> {
            const auto infos = bills_table::infos(database);
            if (!infos) return infos.error();
            QVector<Corrected> found;
            for (auto info = infos->rbegin(); info != infos->rend(); ++info) {
                const Found record = bill_changes::record(database, info->id);
                if (!record) return record.error();
                const auto& fields = (*record)->extraction.fields;
                if (std::any_of(fields.begin(), fields.end(), [](const Field& f) { return f.corrected.has_value(); }))
                    found.append({(*record)->extraction, info->hash, hidden_->fileOf((*record)->row)});
            }
            return found;
        },
        [this, file](const QVector<Corrected>& found) {
            hidden_->reading.onTheSide([this, file, found, home = hidden_->hop.sender()] {
                QSaveFile out(file);
                bool written = out.open(QIODevice::WriteOnly);
                for (const Corrected& bill : found) {
                    const Document document = hidden_->reading.wordsNow(bill.file);
                    const QByteArray line =
                        correctionsJson(bill.extraction, bill.hash, lineUp(document.pages).text) + '\n';
                    written = written && out.write(line) == line.size();
                }
                written = written && out.commit();
                home.post([this, file, written, count = static_cast<int>(found.size())] {
                    if (written) return emit exported(file, count);
                    emit failed({Problem::Kind::Io, file,
                                 file + QStringLiteral(": the corrections cannot be written there. Choose another "
                                                       "place, or see that you may write in that folder.")});
                });
            });
        });
}

void Bills::requestPage(BillId bill, int page, double pixelsPerPoint) {
    const PictureKey key{bill, page, pixelsPerPoint};
    if (const QImage* kept = hidden_->pictures.object(key)) {
        emit pageRendered(bill, page, pixelsPerPoint, *kept);
        return;
    }
    hidden_->ask([bill](Database& database) { return bills_table::find(database, bill); },
                 [this, key](const std::optional<Row>& row) {
                     if (!row) return;
                     hidden_->reading.draw(
                         hidden_->fileOf(*row), key.page, key.scale,
                         [this, key, home = hidden_->hop.sender()](PagePicture picture) {
                             home.post([this, key, picture] {
                                 if (picture.problem && picture.problem->kind != Problem::Kind::Unsupported)
                                     emit failed(*picture.problem);
                                 if (!picture.image.isNull()) hidden_->pictures.insert(key, new QImage(picture.image));
                                 emit pageRendered(key.bill, key.page, key.scale, picture.image);
                             });
                         });
                 });
}

}  // namespace floe
