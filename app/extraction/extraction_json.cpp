#include "app/extraction/extraction_json.h"

#include <QHash>
#include <cmath>
#include <nlohmann/json.hpp>

#include "app/extraction/names.h"

namespace floe {

namespace {

using Json = nlohmann::ordered_json;
using Kind = Problem::Kind;

const QStringList& statusNames() {
    static const QStringList names{"ok", "doubtful", "ambiguous", "unparsed", "derived", "xml"};
    return names;
}

std::string utf8(const QString& text) {
    return text.toStdString();
}

double rounded(double x, double unit) {
    return std::round(x * unit) / unit;
}

Json boxJson(const QRectF& box) {
    return {rounded(box.left(), 100), rounded(box.top(), 100), rounded(box.right(), 100), rounded(box.bottom(), 100)};
}

Json candidateJson(const Candidate& candidate) {
    Json json{{"value", utf8(candidate.value)}, {"text", utf8(candidate.text)}};
    json["page"] = candidate.page < 0 ? Json() : Json(candidate.page);
    json["boxes"] = Json::array();
    for (const QRectF& box : candidate.boxes) json["boxes"].push_back(boxJson(box));
    return json;
}

using Found = QHash<QString, const Field*>;  // by path

Found foundIn(const Extraction& e) {
    Found found;
    for (auto field = e.fields.rbegin(); field != e.fields.rend(); ++field) found.insert(field->path, &*field);
    return found;
}

Json headerJson(const Found& found) {
    Json fields = Json::object();
    for (const QString& path : headerPaths())
        fields[Json::json_pointer('/' + utf8(QString(path).replace('.', '/')))] = jsonOf(found.value(path));
    return fields;
}

int countOf(const Extraction& e, const FieldList& list) {
    return list.name == "lines" ? e.lineCount : e.taxCount;
}

Json listJson(const Found& found, const FieldList& list, int count) {
    Json items = Json::array();
    for (int i = 0; i < count; ++i) {
        Json item = Json::object();
        for (const QString& member : list.members)
            item[utf8(member)] = jsonOf(found.value(listPath(list.name, i, member)));
        items.push_back(item);
    }
    return items;
}

/// Behind the keys that every bill has.
void addRare(Json& json, const Extraction& e) {
    for (const Field& field : e.fields) {
        if (!isRare(field.path)) continue;
        const QString pointer = (listOf(field.path).isEmpty() ? "/fields/" : "/") + QString(field.path);
        json[Json::json_pointer(utf8(QString(pointer).replace('.', '/')))] = jsonOf(&field);
    }
}

QString string(const Json& json, const char* key) {
    const auto it = json.find(key);
    return it != json.end() && it->is_string() ? QString::fromStdString(it->get<std::string>()) : QString();
}

double number(const Json& json, const char* key, double fallback = 0) {
    const auto it = json.find(key);
    return it != json.end() && it->is_number() ? it->get<double>() : fallback;
}

QRectF boxOf(const Json& json) {
    if (!json.is_array() || json.size() != 4) return {};
    for (const Json& side : json)
        if (!side.is_number()) return {};
    return {QPointF(json[0].get<double>(), json[1].get<double>()),
            QPointF(json[2].get<double>(), json[3].get<double>())};
}

Candidate candidateOf(const Json& json) {
    Candidate candidate{string(json, "value"), string(json, "text"), static_cast<int>(number(json, "page", -1)), {}};
    if (const auto boxes = json.find("boxes"); boxes != json.end())
        for (const Json& box : *boxes) candidate.boxes.append(boxOf(box));
    return candidate;
}

void addField(Extraction& e, const QString& path, const Json& json) {
    if (!json.is_object()) return;
    Field field;
    field.path = path;
    field.value = string(json, "value");
    field.text = string(json, "text");
    field.page = static_cast<int>(number(json, "page", -1));
    if (json.contains("boxes"))
        for (const Json& box : json["boxes"]) field.boxes.append(boxOf(box));
    else if (json.contains("box") && json["box"].is_array())
        field.boxes.append(boxOf(json["box"]));
    field.confidence = number(json, "confidence");
    const qsizetype status = statusNames().indexOf(string(json, "status"));
    field.status = static_cast<Field::Status>(std::max<qsizetype>(0, status));
    field.note = string(json, "note");
    if (json.contains("corrected")) field.corrected = string(json, "corrected");
    field.confirmed = json.value("confirmed", Json()) == Json(true);
    if (const auto candidates = json.find("candidates"); candidates != json.end())
        for (const Json& candidate : *candidates)
            if (candidate.is_object()) field.candidates.append(candidateOf(candidate));
    e.fields.append(field);
}

/// Items of a list of the bill, or of one item; `prefix` is "lines." or "lines.0.allowances.".
int addList(Extraction& e, const FieldList& list, const Json& items, const QString& prefix) {
    int count = 0;
    for (const Json& item : items) {
        const QString at = prefix + QString::number(count++) + '.';
        if (!item.is_object()) continue;
        for (const QString& member : list.members + list.rare)
            if (const auto field = item.find(utf8(member)); field != item.end()) addField(e, at + member, *field);
        for (const FieldList& inner : list.within)
            if (const auto its = item.find(utf8(inner.name)); its != item.end() && its->is_array())
                addList(e, inner, *its, at + inner.name + '.');
    }
    return count;
}

int addList(Extraction& e, const FieldList& list, const Json& json) {
    const auto items = json.find(utf8(list.name));
    return items != json.end() && items->is_array() ? addList(e, list, *items, list.name + '.') : 0;
}

void addChecks(Extraction& e, const Json& json) {
    for (const Json& check : json) {
        if (!check.is_object()) continue;
        Check c{string(check, "rule"), check.value("ok", Json()) == Json(true), string(check, "detail"), {}};
        if (string(check, "severity") == "note") c.severity = Check::Severity::Note;
        c.sentence = string(check, "sentence");
        if (const auto fields = check.find("fields"); fields != check.end())
            for (const Json& path : *fields)
                if (path.is_string()) c.paths.append(QString::fromStdString(path.get<std::string>()));
        e.checks.append(c);
    }
}

Kind kindNamed(const QString& kindName) {
    for (int k = 0; k <= static_cast<int>(Kind::Internal); ++k)
        if (Problem{static_cast<Kind>(k), {}, {}}.kindName() == kindName) return static_cast<Kind>(k);
    return Kind::Internal;
}

}  // namespace

nlohmann::ordered_json jsonOf(const Field* field) {
    if (!field) return nullptr;
    Json json{{"value", utf8(field->value)}, {"text", utf8(field->text)}};
    json["page"] = field->page < 0 ? Json() : Json(field->page);
    json["box"] = field->boxes.isEmpty() ? Json() : boxJson(field->box());
    if (field->boxes.size() > 1)
        for (const QRectF& box : field->boxes) json["boxes"].push_back(boxJson(box));
    json["confidence"] = rounded(field->confidence, 10000);
    json["status"] = utf8(name(field->status));
    if (!field->note.isEmpty()) json["note"] = utf8(field->note);
    if (field->corrected) json["corrected"] = utf8(*field->corrected);
    if (field->confirmed) json["confirmed"] = true;
    for (const Candidate& candidate : field->candidates) json["candidates"].push_back(candidateJson(candidate));
    return json;
}

QString name(Field::Status status) {
    return statusNames()[static_cast<int>(status)];
}

namespace {

/// What every output begins with.
Json headJson(const Extraction& e) {
    Json json{{"file", utf8(e.file)}};
    if (!e.pageRange.isEmpty()) json["page_range"] = utf8(e.pageRange);
    if (e.problem) {
        json["error"] = {{"kind", utf8(e.problem->kindName())}, {"sentence", utf8(e.problem->sentence)}};
        return json;
    }
    json["kind"] = utf8(e.kind);
    if (!e.kindNote.isEmpty()) json["kind_note"] = utf8(e.kindNote);
    json["source"] = utf8(e.source);
    json["model"] = utf8(e.model);
    json["pages"] = e.pages;
    json["seconds"] = rounded(e.seconds, 1000);
    if (!e.note.isEmpty()) json["note"] = utf8(e.note);
    return json;
}

QByteArray dumped(const Json& json) {
    return QByteArray::fromStdString(json.dump(-1, ' ', false, Json::error_handler_t::replace));
}

}  // namespace

QByteArray ownFormJson(const Extraction& e, const QString& schema) {
    Json json = headJson(e);
    json["schema"] = utf8(schema);
    if (!e.problem) json["fields"] = Json::parse(e.ownForm.constBegin(), e.ownForm.constEnd(), nullptr, false);
    return dumped(json);
}

QByteArray toJson(const Extraction& e) {
    Json json = headJson(e);
    if (!e.problem) {
        const Found found = foundIn(e);
        json["fields"] = headerJson(found);
        for (const FieldList& list : fieldLists()) json[utf8(list.name)] = listJson(found, list, countOf(e, list));
        addRare(json, e);
        json["checks"] = Json::array();
        for (const Check& check : e.checks) {
            Json fields = Json::array();
            for (const QString& path : check.paths) fields.push_back(utf8(path));
            json["checks"].push_back(
                {{"rule", utf8(check.rule)}, {"ok", check.ok}, {"detail", utf8(check.detail)}, {"fields", fields}});
            if (check.isNote()) json["checks"].back()["severity"] = "note";
            if (!check.sentence.isEmpty()) json["checks"].back()["sentence"] = utf8(check.sentence);
        }
    }
    return dumped(json);
}

std::optional<Extraction> extractionFromJson(const QByteArray& bytes) {
    const Json json = Json::parse(bytes.begin(), bytes.end(), nullptr, false);
    if (!json.is_object() || !json.contains("file")) return {};
    Extraction e;
    e.file = string(json, "file");
    e.pageRange = string(json, "page_range");
    if (const auto error = json.find("error"); error != json.end()) {
        if (!error->is_object()) return {};
        e.problem = Problem{kindNamed(string(*error, "kind")), e.file, string(*error, "sentence")};
        return e;
    }
    const auto fields = json.find("fields"), lines = json.find("lines"), checks = json.find("checks");
    if (fields == json.end() || !fields->is_object() || lines == json.end() || !lines->is_array() ||
        checks == json.end() || !checks->is_array())
        return {};
    e.kind = string(json, "kind");
    e.kindNote = string(json, "kind_note");
    e.source = string(json, "source");
    e.model = string(json, "model");
    e.pages = static_cast<int>(number(json, "pages"));
    e.seconds = number(json, "seconds");
    e.note = string(json, "note");
    for (const QString& path : formPaths()) {
        const Json::json_pointer pointer('/' + utf8(QString(path).replace('.', '/')));
        if (fields->contains(pointer)) addField(e, path, (*fields)[pointer]);
    }
    e.lineCount = addList(e, fieldLists()[0], json);
    e.taxCount = addList(e, fieldLists()[1], json);  // none before version 0.2
    for (const FieldList& list : rareLists()) addList(e, list, json);
    addChecks(e, *checks);
    return e;
}

}  // namespace floe
