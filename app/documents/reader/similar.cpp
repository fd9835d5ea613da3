#include "app/documents/reader/similar.h"

#include <QVector>
#include <algorithm>
#include <numeric>

namespace floe::reader {

namespace {

QString bare(const QString& text) {
    QString out;
    for (const QChar c : text.left(64).normalized(QString::NormalizationForm_D))
        if (c.isLetterOrNumber()) out += c.toLower();
    return out.left(64);
}

}  // namespace

double similar(const QString& first, const QString& second) {
    const QString a = bare(first), b = bare(second);
    const qsizetype longer = std::max(a.size(), b.size());
    if (longer == 0) return 1;
    QVector<int> row(b.size() + 1);
    std::iota(row.begin(), row.end(), 0);
    for (qsizetype i = 0; i < a.size(); ++i) {
        int corner = row[0];
        row[0] = static_cast<int>(i) + 1;
        for (qsizetype j = 0; j < b.size(); ++j) {
            const int replaced = corner + (a[i] != b[j]);
            corner = row[j + 1];
            row[j + 1] = std::min({row[j] + 1, row[j + 1] + 1, replaced});
        }
    }
    return 1 - double(row[b.size()]) / static_cast<double>(longer);
}

}  // namespace floe::reader
