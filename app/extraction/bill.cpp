#include "app/extraction/bill.h"

#include <algorithm>

namespace floe {

QRectF Field::box() const {
    QRectF all;
    for (const QRectF& box : boxes) all |= box;
    return all;
}

const Field* Extraction::find(const QString& path) const {
    const auto it = std::find_if(fields.begin(), fields.end(), [&](const Field& f) { return f.path == path; });
    return it == fields.end() ? nullptr : &*it;
}

}  // namespace floe
