// A field to be changed, by its path.
#pragma once

#include <algorithm>

#include "app/extraction/bill.h"

namespace floe {

/// Null where there is none; valid until the list changes.
inline Field* fieldAt(QVector<Field>& fields, const QString& path) {
    const auto it = std::find_if(fields.begin(), fields.end(), [&](const Field& field) { return field.path == path; });
    return it == fields.end() ? nullptr : &*it;
}

}  // namespace floe
