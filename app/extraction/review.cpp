#include "app/extraction/review.h"

#include <QSet>

namespace floe {

bool isDoubtful(const Field& field) {
    return !field.corrected && !field.confirmed &&
           (field.status == Field::Status::Doubtful || field.status == Field::Status::Ambiguous ||
            field.status == Field::Status::Unparsed);
}

QStringList unresolved(const Extraction& extraction) {
    QSet<QString> checked;
    for (const Check& check : extraction.checks)
        if (check.failed())
            for (const QString& path : check.paths) checked.insert(path);
    QStringList paths;
    for (const Field& field : extraction.fields) {
        const bool seen = field.corrected || field.confirmed;
        if (isDoubtful(field) || (!seen && checked.contains(field.path))) paths += field.path;
    }
    return paths;
}

}  // namespace floe
