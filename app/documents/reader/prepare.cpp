#include "app/documents/reader/prepare.h"

#include <algorithm>
#include <cmath>

#include "app/documents/reader/grey.h"
#include "app/documents/reader/letters.h"

namespace floe::reader {

namespace {

constexpr double kLetterHeight = 24;  // pixels; about 12-point text at 300 dots an inch
constexpr double kFair = 18, kTall = 40;
constexpr double kMostPixels = 20e6;
constexpr double kManySpecks = 4;  // for each letter

double scaleFor(double letterHeight, const QSize& size) {
    double scale = 1;
    if (letterHeight > 0 && (letterHeight < kFair || letterHeight > kTall)) scale = kLetterHeight / letterHeight;
    const double most = std::sqrt(kMostPixels / (double(size.width()) * size.height()));
    return std::min(std::clamp(scale, 0.25, 5.0), most);
}

/// The lines of a till have 20 to 48 signs, those of a page 80 and more; a sign is about as wide as its letter is high.
bool isNarrow(const Letters& letters, const QSize& size) {
    constexpr double kText = 60, kPaper = 90;  // letters' heights
    QVector<int> across;
    for (const QRect& box : letters.boxes) across.append(box.center().x());
    if (letters.height <= 0 || across.size() < 20 || size.width() > kPaper * letters.height) return false;
    std::sort(across.begin(), across.end());
    const qsizetype few = across.size() / 50;
    return across[across.size() - 1 - few] - across[few] < kText * letters.height;
}

}  // namespace

Prepared prepared(const QImage& picture) {
    Prepared out;
    out.grey = evenlyLit(picture);
    if (out.grey.isNull()) return out;
    Letters letters = lettersOf(out.grey);
    const auto many = kManySpecks * static_cast<double>(letters.boxes.size());
    if (static_cast<double>(letters.specks) > std::max(200.0, many)) {
        // Noise makes letters look smaller, and hides whether the specks are its own: the cleaned picture is the judge.
        const QImage clean = despeckled(out.grey);
        const Letters cleaned = lettersOf(clean);
        if (cleaned.height >= 10) {
            out.grey = clean;
            letters = cleaned;
        }
    }
    out.narrow = isNarrow(letters, out.grey.size());
    out.scale = scaleFor(letters.height, out.grey.size());
    if (std::abs(out.scale - 1) > 0.02)
        out.grey = out.grey.scaled((QSizeF(out.grey.size()) * out.scale).toSize(), Qt::IgnoreAspectRatio,
                                   Qt::SmoothTransformation);
    else
        out.scale = 1;
    return out;
}

}  // namespace floe::reader
