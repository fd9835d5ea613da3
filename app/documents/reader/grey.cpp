#include "app/documents/reader/grey.h"

#include <QPainter>
#include <QVector>
#include <algorithm>
#include <array>
#include <cmath>

namespace floe::reader {

namespace {

using Histogram = std::array<qint64, 256>;

Histogram histogramOf(const QImage& grey, const QRect& area) {
    Histogram counts{};
    for (int y = area.top(); y <= area.bottom(); ++y) {
        const uchar* row = grey.constScanLine(y);
        for (int x = area.left(); x <= area.right(); ++x) ++counts[row[x]];
    }
    return counts;
}

/// The grey that this share of the pixels is not lighter than.
int quantile(const Histogram& counts, double share) {
    qint64 all = 0, below = 0;
    for (const qint64 count : counts) all += count;
    for (int grey = 0; grey < 256; ++grey) {
        below += counts[static_cast<size_t>(grey)];
        if (static_cast<double>(below) >= share * static_cast<double>(all)) return grey;
    }
    return 255;
}

/// The ground's grey, a value a tile.
struct Ground {
    int columns = 0, rows = 0, tile = 1;
    QVector<float> greys;

    float at(int column, int row) const {
        return greys[std::clamp(row, 0, rows - 1) * columns + std::clamp(column, 0, columns - 1)];
    }
};

Ground groundOf(const QImage& grey) {
    Ground ground;
    ground.tile = std::max(16, std::min(grey.width(), grey.height()) / 32);
    ground.columns = (grey.width() + ground.tile - 1) / ground.tile;
    ground.rows = (grey.height() + ground.tile - 1) / ground.tile;
    for (int row = 0; row < ground.rows; ++row)
        for (int column = 0; column < ground.columns; ++column) {
            const QRect area(column * ground.tile, row * ground.tile, ground.tile, ground.tile);
            ground.greys.append(static_cast<float>(quantile(histogramOf(grey, area & grey.rect()), 0.85)));
        }
    return ground;
}

/// Whether letters are lighter than what is around them: in most tiles with a contrast, the rare greys lie above the
/// usual one. A page in shadow, or on a dark table, is dark too, but its letters are darker still.
bool isLightOnDark(const QImage& grey) {
    constexpr int kContrast = 40;
    if (quantile(histogramOf(grey, grey.rect()), 0.5) >= 128) return false;
    const int tile = std::max(16, std::min(grey.width(), grey.height()) / 32);
    int light = 0, dark = 0;
    for (int y = 0; y < grey.height(); y += tile)
        for (int x = 0; x < grey.width(); x += tile) {
            const Histogram counts = histogramOf(grey, QRect(x, y, tile, tile) & grey.rect());
            const int usual = quantile(counts, 0.5);
            const int above = quantile(counts, 0.98) - usual, below = usual - quantile(counts, 0.02);
            light += above > kContrast && above > 2 * below;
            dark += below > kContrast && below > 2 * above;
        }
    return light > dark;
}

/// A tile that is far darker than those around it is a dark field of the page (a heading's bar), not a shadow.
Ground smoothed(const Ground& rough, float least) {
    Ground ground = rough;
    for (int row = 0; row < ground.rows; ++row)
        for (int column = 0; column < ground.columns; ++column) {
            std::array<float, 25> around;
            size_t n = 0;
            for (int dy = -2; dy <= 2; ++dy)
                for (int dx = -2; dx <= 2; ++dx) around[n++] = rough.at(column + dx, row + dy);
            std::nth_element(around.begin(), around.begin() + 12, around.end());
            ground.greys[row * ground.columns + column] = std::max(least, around[12]);
        }
    return ground;
}

void divideBy(QImage& grey, const Ground& ground) {
    constexpr float kPaper = 235;
    QVector<int> column(grey.width());
    QVector<float> share(grey.width());
    for (int x = 0; x < grey.width(); ++x) {
        const float at = (static_cast<float>(x) + 0.5f) / static_cast<float>(ground.tile) - 0.5f;
        column[x] = static_cast<int>(std::floor(at));
        share[x] = at - std::floor(at);
    }
    for (int y = 0; y < grey.height(); ++y) {
        const float at = (static_cast<float>(y) + 0.5f) / static_cast<float>(ground.tile) - 0.5f;
        const int row = static_cast<int>(std::floor(at));
        const float down = at - std::floor(at);
        uchar* pixels = grey.scanLine(y);
        for (int x = 0; x < grey.width(); ++x) {
            const int c = column[x];
            const float upper = ground.at(c, row) * (1 - share[x]) + ground.at(c + 1, row) * share[x];
            const float lower = ground.at(c, row + 1) * (1 - share[x]) + ground.at(c + 1, row + 1) * share[x];
            const float here = upper * (1 - down) + lower * down;
            pixels[x] = static_cast<uchar>(std::min(255.0f, static_cast<float>(pixels[x]) * kPaper / here));
        }
    }
}

}  // namespace

QImage onWhite(const QImage& picture) {
    if (!picture.hasAlphaChannel())
        return picture.format() == QImage::Format_RGB32 || picture.format() == QImage::Format_Grayscale8
                   ? picture
                   : picture.convertToFormat(QImage::Format_RGB32);
    QImage paper(picture.size(), QImage::Format_RGB32);
    if (paper.isNull()) return {};
    paper.setDotsPerMeterX(picture.dotsPerMeterX());
    paper.setDotsPerMeterY(picture.dotsPerMeterY());
    paper.fill(Qt::white);
    QPainter(&paper).drawImage(QRect(QPoint(), picture.size()), picture);
    return paper;
}

QImage evenlyLit(const QImage& picture) {
    QImage grey = onWhite(picture).convertToFormat(QImage::Format_Grayscale8);
    if (grey.isNull()) return grey;
    if (isLightOnDark(grey)) grey.invertPixels();
    const Ground rough = groundOf(grey);
    QVector<float> sorted = rough.greys;
    std::sort(sorted.begin(), sorted.end());
    const float middle = sorted[sorted.size() / 2];
    const Ground ground = smoothed(rough, std::max(24.0f, middle * 0.3f));
    const auto [least, most] = std::minmax_element(ground.greys.begin(), ground.greys.end());
    if (*least < 200 || *most - *least > 20) divideBy(grey, ground);
    return grey;
}

QImage despeckled(const QImage& grey) {
    QImage out = grey.copy();
    for (int y = 1; y + 1 < grey.height(); ++y) {
        const uchar* rows[] = {grey.constScanLine(y - 1), grey.constScanLine(y), grey.constScanLine(y + 1)};
        uchar* to = out.scanLine(y);
        for (int x = 1; x + 1 < grey.width(); ++x) {
            std::array<uchar, 9> around;
            size_t n = 0;
            for (const uchar* row : rows)
                for (int dx = -1; dx <= 1; ++dx) around[n++] = row[x + dx];
            std::nth_element(around.begin(), around.begin() + 4, around.end());
            to[x] = around[4];
        }
    }
    return out;
}

int threshold(const QImage& grey) {
    const Histogram counts = histogramOf(grey, grey.rect());
    double all = 0, sum = 0, dark = 0, darkSum = 0, best = -1;
    for (size_t i = 0; i < 256; ++i) {
        all += static_cast<double>(counts[i]);
        sum += static_cast<double>(counts[i]) * static_cast<double>(i);
    }
    int at = 128;
    for (size_t i = 0; i < 255; ++i) {
        dark += static_cast<double>(counts[i]);
        darkSum += static_cast<double>(counts[i]) * static_cast<double>(i);
        const double light = all - dark;
        if (dark == 0 || light == 0) continue;
        const double apart = darkSum / dark - (sum - darkSum) / light;
        if (dark * light * apart * apart > best) {
            best = dark * light * apart * apart;
            at = static_cast<int>(i) + 1;
        }
    }
    return at;
}

}  // namespace floe::reader
