// What a bill truly says, as a person or the program that made it wrote it down: NAME.truth.json beside NAME.pdf
// (docs/evaluation.md). Readings are held against it.
#pragma once

#include <QMap>
#include <QStringList>
#include <QVector>
#include <optional>

#include "engine/error.h"

namespace floe::evaluation {

using Value = std::optional<QString>;  // nothing: not printed, so that a value there is invented
using Item = QMap<QString, Value>;     // one line or tax rate, by member; one that is absent is not judged

struct Truth {
    QString file;                            // the document's name, in the same folder; empty: not said
    QString kind, language, family, origin;  // empty: not said
    QMap<QString, Value> fields;             // by path of names.h; one that is absent is not judged
    QMap<QString, QVector<Item>> lists;      // "lines", "taxes"; one that is absent is not judged
};

/// A document and what it truly says.
struct Case {
    QString name;   // what reports call it
    QString file;   // what is read
    QString pages;  // Extraction::pageRange of the bill in the file; empty: its first
    QString shown;  // what reports link to
    Truth truth;
};

struct Cases {
    QVector<Case> cases;   // by name
    QStringList problems;  // a sentence for each that cannot be judged
};

/// Blocking. Fault::io: it cannot be read. Fault::bad_input: no such field, or a value that is not in the spelling of
/// docs/extract-output.md; the error names the place.
Result<Truth> readTruth(const QString& path);

/// Every NAME.truth.json of the folder and those below it, with the document that lies beside it.
Cases casesIn(const QString& folder);

}  // namespace floe::evaluation
