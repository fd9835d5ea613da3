#include "app/documents/reader/picture_pages.h"

#include <algorithm>

#include "app/documents/reader/codes.h"
#include "app/documents/reader/limits.h"
#include "app/documents/reader/picture_file.h"
#include "app/documents/reader/scan.h"

namespace floe::reader {

namespace {

constexpr int kSecondsAStep = 20;  // of the processor, for each page

/// The pictures of a file, the last one's kept, and the papers on them.
class Pictures {
 public:
    explicit Pictures(const QString& path) : file_(path) {}

    int count() const { return file_.pages(); }

    const PicturePage& at(int number) {
        if (number != number_) picture_ = file_.page(number);
        number_ = number;
        return picture_;
    }

    QVector<Piece> pieces(int number) {
        if (count() > kMostSheets) return {};
        moreTime(kSecondsAStep);
        const PicturePage& picture = at(number);
        // Cameras and screens say nothing that could be a scanner's resolution.
        return picture.problem ? QVector<Piece>() : piecesOn(picture.image, picture.dotsPerInch > 0);
    }

 private:
    PictureFile file_;
    int number_ = -1;
    PicturePage picture_;
};

Shown shownOf(Scans& scans, const PicturePage& picture, const QVector<Piece>& pieces, int piece) {
    return scans.shown(pieces.isEmpty() ? picture.image : cutOut(picture.image, pieces[piece]), picture.dotsPerInch);
}

void addNote(Document& document, const QString& sentence) {
    document.note = (document.note + ' ' + sentence).trimmed();
}

/// The pages of one picture, as far as there is room.
void readSheet(Document& document, Scans& scans, Pictures& pictures, int number) {
    const QVector<Piece> pieces = pictures.pieces(number);
    for (int piece = 0; piece < std::max<int>(1, static_cast<int>(pieces.size())); ++piece) {
        const auto index = static_cast<int>(document.pages.size());
        if (index == kMostScannedPages) return addNote(document, onlyTheFirstWereRead());
        moreTime(kSecondsAStep);
        const Shown shown = shownOf(scans, pictures.at(number), pieces, piece);
        if (document.codes.size() < kMostCodes)
            document.codes += codesOn(shown.image, shown.dotsPerInch / 72, index, true);
        Page page = scans.read(shown, document.problem);
        if (document.problem) return;
        document.drawings += shown.drawings(page.words, index);
        if (!pieces.isEmpty()) page.sheet = number;
        document.pages.append(page);
    }
}

}  // namespace

QString onlyTheFirstWereRead() {
    return QString("Only the first %1 scanned pages were read.").arg(kMostScannedPages);
}

Document readPictures(const QString& path) {
    Document document;
    document.source = Document::Source::Ocr;
    Pictures pictures(path);
    Scans scans;
    for (int i = 0; i < std::min(pictures.count(), kMostScannedPages); ++i) {
        const auto problem = pictures.at(i).problem;
        if (i == 0) document.problem = problem;
        if (document.problem) return document;
        if (problem) {
            addNote(document, "Not all pages could be read: " + problem->sentence);
            break;
        }
        readSheet(document, scans, pictures, i);
        if (document.problem) return document;
    }
    document.drawings = document.drawings.mid(0, kMostDrawings);
    if (pictures.count() > kMostScannedPages) addNote(document, onlyTheFirstWereRead());
    addNote(document, scans.note());
    return document;
}

int picturePageCount(const QString& path) {
    Pictures pictures(path);
    if (pictures.count() > kMostSheets) return pictures.count();
    int pages = 0;
    for (int i = 0; i < pictures.count(); ++i) pages += std::max(1, static_cast<int>(pictures.pieces(i).size()));
    return std::min(pages, kMostScannedPages);
}

frames::Picture pictureOfPage(const QString& path, int page, double pixelsPerPoint) {
    Pictures pictures(path);
    const SheetPlace place =
        placeOfPage(page, page < 0 ? 0 : pictures.count(), [&](int sheet) { return pictures.pieces(sheet); });
    if (place.sheet < 0) return {};
    const PicturePage& picture = pictures.at(place.sheet);
    if (picture.problem) return {{}, picture.problem};
    Scans scans;
    return {shownOf(scans, picture, place.pieces, place.piece).scaled(pixelsPerPoint), {}};
}

}  // namespace floe::reader
