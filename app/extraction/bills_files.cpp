// The part of Bills that looks at the files: pictures, words of a region, kept copies, the export of corrections.
#include <QSaveFile>
#include <QSet>
#include <algorithm>

#include "app/documents/linearizer.h"
#include "app/extraction/bills_hidden.h"
#include "app/extraction/corrections_export.h"
#include "app/extraction/document_parts.h"
#include "app/extraction/page_region.h"
#include "app/store/bill_parts_table.h"

namespace floe {

using bill_changes::Found;
using bills_table::Row;

void Bills::removeOriginal(BillId bill) {
    hidden_->ask(
        [bill](Database& database) -> Result<QStringList> {
            const auto row = bills_table::find(database, bill);
            if (!row) return row.error();
            QStringList unneeded;
            if (!*row) return unneeded;
            const Outcome done = database.transaction([&]() -> Outcome {
                if (Outcome set = bills_table::set_file(database, bill, (*row)->hash, false); !set) return set;
                if (Outcome set = bill_parts_table::keep_none(database, bill); !set) return set;
                for (const BillPart& part : bill_groups::partsOf(**row, 0)) {
                    const Result<bool> needed = bills_table::is_kept_by_another(database, part.hash, bill);
                    if (!needed) return needed.error();
                    if (part.originalKept && !*needed) unneeded += part.hash;
                }
                return Done{};
            });
            if (!done) return done.error();
            return unneeded;
        },
        [this, bill](const QStringList& hashes) {
            hidden_->reading.onTheSide([hashes, folder = hidden_->originals] {
                for (const QString& hash : hashes) floe::removeOriginal(folder, hash);
            });
            hidden_->change([bill](Database& database) { return bill_changes::record(database, bill); });
        });
}

void Bills::requestRegion(BillId bill, int page, const QRectF& region) {
    hidden_->ask([bill](Database& database) { return bills_table::find(database, bill); },
                 [this, bill, page, region](const std::optional<Row>& row) {
                     if (!row) return;
                     hidden_->reading.words(
                         hidden_->filesOf(*row),
                         [this, bill, page, region, home = hidden_->hop.sender()](const Document& document) {
                             const bool there = page >= 0 && page < document.pages.size();
                             const RegionText found = there ? wordsIn(document.pages[page], region) : RegionText();
                             home.post([this, bill, page, found, problem = document.problem] {
                                 if (problem) hidden_->say(bill, *problem);
                                 emit regionRead(bill, page, found.text, found.boxes);
                             });
                         });
                 });
}

void Bills::exportCorrections(const QString& file) {
    struct Corrected {
        Extraction extraction;
        QString hash;
        QVector<BillReading::File> files;
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
                    found.append({(*record)->extraction, info->hash, hidden_->filesOf((*record)->row)});
            }
            return found;
        },
        [this, file](const QVector<Corrected>& found) {
            hidden_->reading.onTheSide([this, file, found, home = hidden_->hop.sender()] {
                QSaveFile out(file);
                bool written = out.open(QIODevice::WriteOnly);
                for (const Corrected& bill : found) {
                    const Document document = hidden_->reading.wordsNow(bill.files);
                    // The program ends: a file whose last bills have no text would look like a whole one.
                    if (document.problem && document.problem->kind == Problem::Kind::Cancelled) return;
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

void Bills::unlock(BillId bill, const QString& password) {
    hidden_->ask([](Database& database) { return bills_table::infos(database); },
                 [this, bill, password](const QVector<BillInfo>& infos) {
                     const auto hashesOf = [](const BillInfo& info) {
                         QSet<QString> hashes{info.hash};
                         for (const BillPart& part : info.parts) hashes.insert(part.hash);
                         hashes.remove({});
                         return hashes;
                     };
                     QSet<QString> mine;
                     for (const BillInfo& info : infos)
                         if (info.id == bill) mine = hashesOf(info);
                     for (const QString& hash : mine) hidden_->learn(hash, password);
                     for (const BillInfo& info : infos)
                         if (info.locked && hashesOf(info).intersects(mine))
                             hidden_->restart(info.id, true);  // somebody waits for it
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
                     const QVector<BillPart> parts = bill_groups::partsOf(*row, 0);
                     const auto place = placeOfPage(parts, key.page);
                     if (!place) return emit pageRendered(key.bill, key.page, key.scale, {});
                     hidden_->reading.draw(
                         hidden_->fileOf(parts[place->part]), place->page, key.scale,
                         [this, key, home = hidden_->hop.sender()](PagePicture picture) {
                             home.post([this, key, picture] {
                                 if (picture.problem && picture.problem->kind != Problem::Kind::Unsupported)
                                     hidden_->say(key.bill, *picture.problem);
                                 if (!picture.image.isNull())
                                     hidden_->pictures.insert(key, new QImage(picture.image),
                                                              picture.image.sizeInBytes() >> 10);
                                 emit pageRendered(key.bill, key.page, key.scale, picture.image);
                             });
                         });
                 });
}

}  // namespace floe
