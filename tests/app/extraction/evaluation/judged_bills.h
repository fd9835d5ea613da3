// Truths and readings for the tests of evaluations, in few words.
#pragma once

#include <QFile>
#include <QTemporaryDir>

#include "app/extraction/evaluation/judge.h"
#include "app/extraction/names.h"

namespace floe::test {

inline Field field(const QString& path, const QString& value, double confidence = 0.9,
                   Field::Status status = Field::Status::Ok) {
    Field made;
    made.path = path;
    made.value = made.text = value;
    made.page = 0;
    made.confidence = confidence;
    made.status = status;
    return made;
}

inline Field doubted(const QString& path, const QString& value) {
    return field(path, value, 0.4, Field::Status::Doubtful);
}

/// A reading of one page; `lines`: "description|quantity|unit price|amount", a part that is empty was not read.
inline Extraction reading(const QVector<Field>& fields, const QStringList& lines = {}) {
    Extraction e;
    e.file = "bill.pdf";
    e.kind = "bill";
    e.pages = 1;
    e.fields = fields;
    for (const QString& line : lines) {
        const QStringList parts = line.split('|');
        for (int i = 0; i < parts.size(); ++i)
            if (!parts[i].isEmpty()) e.fields.append(field(linePath(e.lineCount, modelLineNames()[i]), parts[i]));
        ++e.lineCount;
    }
    return e;
}

inline void write(const QString& path, const QByteArray& contents) {
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly)) qFatal("%s cannot be written", qPrintable(path));
    file.write(contents);
}

inline evaluation::Truth truth(const QByteArray& json) {
    QTemporaryDir folder;
    const QString path = folder.filePath("bill.truth.json");
    write(path, json);
    const auto read = evaluation::readTruth(path);
    if (!read) qFatal("%s", read.error().sentence().c_str());
    return *read;
}

inline evaluation::Case bill(const QByteArray& json) {
    return {"bill.pdf", "/bills/bill.pdf", {}, "/bills/bill.pdf", truth(json)};
}

}  // namespace floe::test
