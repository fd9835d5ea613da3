#include "app/extraction/corrections_export.h"

#include <QFileInfo>
#include <nlohmann/json.hpp>

namespace floe {

QByteArray correctionsJson(const Extraction& extraction, const QString& hash, const QByteArray& linedText) {
    using Json = nlohmann::ordered_json;
    Json json{{"file", QFileInfo(extraction.file).fileName().toStdString()},
              {"sha256", hash.toStdString()},
              {"text", linedText.toStdString()},
              {"read", Json::object()},
              {"corrected", Json::object()},
              {"confirmed", Json::array()}};
    for (const Field& field : extraction.fields) {
        const std::string path = field.path.toStdString();
        if (!field.value.isEmpty() || !field.text.isEmpty())
            json["read"][path] = {{"value", field.value.toStdString()}, {"text", field.text.toStdString()}};
        if (field.corrected) json["corrected"][path] = field.corrected->toStdString();
        if (field.confirmed) json["confirmed"].push_back(path);
    }
    return QByteArray::fromStdString(json.dump(-1, ' ', false, Json::error_handler_t::replace));
}

}  // namespace floe
