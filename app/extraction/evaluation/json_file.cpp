#include "app/extraction/evaluation/json_file.h"

#include <QFile>

namespace floe::evaluation {

namespace {
constexpr qint64 kMostBytes = 4 << 20;
}

Result<nlohmann::ordered_json> readObject(const QString& path) {
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return Error{Fault::io, path.toStdString(), "this file cannot be opened",
                     "Check the path and that you may read it"};
    const QByteArray bytes = file.read(kMostBytes + 1);
    if (bytes.size() > kMostBytes)
        return Error{Fault::bad_input, path.toStdString(), "this file is larger than 4 MB", "Give a smaller one"};
    nlohmann::ordered_json json = nlohmann::ordered_json::parse(bytes.begin(), bytes.end(), nullptr, false);
    if (!json.is_object())
        return Error{Fault::bad_input, path.toStdString(), "this is no JSON object",
                     "docs/evaluation.md shows what belongs there"};
    return json;
}

}  // namespace floe::evaluation
