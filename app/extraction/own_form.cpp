#include "app/extraction/own_form.h"

#include <QSet>
#include <algorithm>
#include <nlohmann/json.hpp>
#include <utility>

#include "app/extraction/details/details.h"
#include "app/extraction/facts/page_cells.h"
#include "app/extraction/own_schema.h"
#include "app/problem_of.h"

namespace floe {

namespace {

using Json = nlohmann::ordered_json;
using From = OwnField::From;
using Kind = OwnField::Kind;

QString text(const Json& schema, const char* key) {
    const auto found = schema.find(key);
    return found != schema.end() && found->is_string() ? QString::fromStdString(found->get<std::string>()) : QString();
}

QByteArray bytes(const Json& json) {
    return QByteArray::fromStdString(json.dump(-1, ' ', false, Json::error_handler_t::replace));
}

Json object(const QByteArray& kept) {
    Json json = Json::parse(kept.begin(), kept.end(), nullptr, false);
    return json.is_object() ? json : Json::object();
}

/// The first that is not "null" where several are named.
std::string typeOf(const Json& schema) {
    const auto type = schema.find("type");
    if (type == schema.end()) return {};
    if (type->is_string()) return type->get<std::string>();
    for (const Json& one : *type)
        if (one.is_string() && one != "null") return one.get<std::string>();
    return {};
}

Kind kindIn(const Json& schema) {
    if (text(schema, "format") == "date") return Kind::Date;
    return typeOf(schema) == "string" ? Kind::Text : Kind::Number;
}

// --- reading; the schema is known to be good

OwnField fieldIn(const Json& schema, const std::string& name, const QStringList& within, OwnForm& form);

void fieldsIn(const Json& object, const QStringList& within, const QStringList& list, OwnForm& form,
              QVector<OwnField>& fields) {
    for (const auto& [key, child] : object.at("properties").items()) {
        if (typeOf(child) != "object") {
            fields.append(fieldIn(child, key, within, form));
            continue;
        }
        const QStringList inner = within + QStringList(QString::fromStdString(key));
        Json kept = child;
        kept["properties"] = Json::object();
        form.groups[list + inner] = bytes(kept);
        fieldsIn(child, inner, list, form, fields);
    }
}

OwnField fieldIn(const Json& schema, const std::string& name, const QStringList& within, OwnForm& form) {
    OwnField field;
    field.name = QString::fromStdString(name);
    field.within = within;
    field.kept = bytes(schema);
    field.field = text(schema, "x-field");
    if (typeOf(schema) == "array") {
        const Json& items = schema.at("items");
        if (field.field.isEmpty() && !text(items, "x-field").isEmpty()) {
            field.field = text(items, "x-field");  // a detail that is a list
            return field;
        }
        if (field.field.isEmpty()) {
            field.from = From::Matches;
            field.kind = kindIn(items);
            field.pattern = text(items, "x-pattern");
            return field;
        }
        field.from = std::exchange(field.field, {}) == "taxes" ? From::Taxes : From::Lines;
        fieldsIn(items, {}, within + QStringList(field.name), form, field.members);
        return field;
    }
    field.kind = kindIn(schema);
    if (!field.field.isEmpty()) return field;
    field.pattern = text(schema, "x-pattern");
    if (const auto labels = schema.find("x-labels"); labels != schema.end() && labels->is_array())
        for (const Json& label : *labels)
            if (label.is_string() && !label.get_ref<const std::string&>().empty())
                field.labels += QString::fromStdString(label.get<std::string>());
    field.from = field.labels.isEmpty() ? From::Pattern : From::Labels;
    return field;
}

// --- writing

/// Keywords that stand already keep their place.
void setKind(Json& schema, Kind kind) {
    const std::string type = typeOf(schema);
    const bool known = type == "string" || type == "number" || type == "integer";
    if (known && kindIn(schema) == kind) return;
    const char* const word = kind == Kind::Number ? "number" : "string";
    const bool orNull = schema.contains("type") && schema["type"].is_array();
    schema["type"] = orNull ? Json::array({word, "null"}) : Json(word);
    if (kind == Kind::Date)
        schema["format"] = "date";
    else
        schema.erase("format");
}

void setText(Json& schema, const char* key, const QString& text) {
    if (text.isEmpty())
        schema.erase(key);
    else
        schema[key] = text.toStdString();
}

void setLabels(Json& schema, const QStringList& labels) {
    if (labels.isEmpty()) {
        schema.erase("x-labels");
        return;
    }
    Json all = Json::array();
    for (const QString& label : labels) all.push_back(label.toStdString());
    schema["x-labels"] = std::move(all);
}

void setSources(Json& schema, const QString& field, const QStringList& labels, const QString& pattern) {
    setText(schema, "x-field", field);
    setLabels(schema, labels);
    setText(schema, "x-pattern", pattern);
}

Json schemaOf(const OwnField& field, const OwnForm& form);

bool isListOfDetails(const OwnField& field) {
    const SellerDetail* detail = field.from == From::Field ? sellerDetail(field.field) : nullptr;
    return detail && detail->shape == SellerDetail::Shape::List;
}

/// `list`: the way to the list whose items these are; empty: none.
Json propertiesOf(const QVector<OwnField>& fields, const QStringList& list, const OwnForm& form) {
    Json properties = Json::object();
    for (const OwnField& field : fields) {
        Json* into = &properties;
        QStringList way = list;
        for (const QString& group : field.within) {
            way += group;
            Json& its = (*into)[group.toStdString()];
            if (its.is_null()) its = object(form.groups.value(way));
            its["type"] = "object";
            into = &its["properties"];
        }
        (*into)[field.name.toStdString()] = schemaOf(field, form);
    }
    return properties;
}

Json schemaOf(const OwnField& field, const OwnForm& form) {
    Json schema = object(field.kept);
    if (field.isList() || field.from == From::Matches || isListOfDetails(field)) {
        schema["type"] = "array";
        setSources(schema, field.isList() ? field.listName() : QString(), {}, {});
        schema.erase("format");
        Json& items = schema["items"];
        if (!items.is_object()) items = Json::object();
        if (field.isList()) {
            items["type"] = "object";
            setSources(items, {}, {}, {});
            items["properties"] = propertiesOf(field.members, field.within + QStringList(field.name), form);
        } else {
            items.erase("properties");
            setKind(items, field.kind);
            setSources(items, isListOfDetails(field) ? field.field : QString(), {},
                       isListOfDetails(field) ? QString() : field.pattern);
        }
        return schema;
    }
    schema.erase("items");
    setKind(schema, field.kind);
    const bool ofBill = field.from == From::Field;
    setSources(schema, ofBill ? field.field : QString(), field.from == From::Labels ? field.labels : QStringList(),
               ofBill ? QString() : field.pattern);
    return schema;
}

/// Names that are not there any more are not required.
void mendRequired(Json& schema) {
    const auto required = schema.find("required");
    if (required == schema.end() || !required->is_array()) return;
    Json left = Json::array();
    for (const Json& name : *required)
        if (name.is_string() && schema["properties"].contains(name.get<std::string>())) left.push_back(name);
    if (left.empty())
        schema.erase("required");
    else
        schema["required"] = std::move(left);
}

// --- mistakes

using What = FormMistake::What;

std::optional<FormMistake> mistakeInPattern(const OwnField& field) {
    if (field.from != From::Pattern && field.from != From::Matches && field.from != From::Labels) return {};
    if (field.pattern.isEmpty()) {
        if (field.from == From::Labels) return {};
        return FormMistake{What::NoPattern, -1, field.name};
    }
    const QRegularExpression pattern = facts::anyCase(field.pattern);
    if (pattern.isValid()) return {};
    return FormMistake{What::BrokenPattern, -1, field.name, pattern.errorString(),
                       static_cast<int>(pattern.patternErrorOffset())};
}

std::optional<FormMistake> mistakeIn(const OwnField& field) {
    if (field.name.isEmpty()) return FormMistake{What::NoName, -1, {}};
    if (field.from == From::Field && field.field.isEmpty()) return FormMistake{What::NoField, -1, field.name};
    if (field.from == From::Labels && field.labels.isEmpty()) return FormMistake{What::NoLabels, -1, field.name};
    if (field.isList() && field.members.isEmpty()) return FormMistake{What::NoMembers, -1, field.name};
    QSet<QStringList> names;
    for (const OwnField& member : field.members) {
        if (member.name.isEmpty()) return FormMistake{What::MemberWithoutName, -1, field.name};
        const QStringList way = member.within + QStringList(member.name);
        if (names.contains(way)) return FormMistake{What::MemberTwice, -1, field.name, member.name};
        names.insert(way);
    }
    return mistakeInPattern(field);
}

}  // namespace

bool operator==(const OwnField& a, const OwnField& b) {
    return a.name == b.name && a.within == b.within && a.kind == b.kind && a.from == b.from && a.field == b.field &&
           a.labels == b.labels && a.pattern == b.pattern && a.members == b.members && a.kept == b.kept;
}

bool operator==(const OwnForm& a, const OwnForm& b) {
    return a.title == b.title && a.fields == b.fields && a.kept == b.kept && a.groups == b.groups;
}

std::optional<FormMistake> mistakeIn(const OwnForm& form) {
    if (form.fields.isEmpty()) return FormMistake{What::NoFields, -1, {}};
    QSet<QStringList> names, groups;
    for (const OwnField& field : form.fields)
        for (qsizetype i = 1; i <= field.within.size(); ++i) groups.insert(field.within.mid(0, i));
    for (int row = 0; row < form.fields.size(); ++row) {
        const OwnField& field = form.fields[row];
        auto mistake = mistakeIn(field);
        const QStringList way = field.within + QStringList(field.name);
        if (!mistake && (names.contains(way) || groups.contains(way)))
            mistake = FormMistake{What::NameTwice, -1, field.name};
        if (mistake) {
            mistake->row = row;
            return mistake;
        }
        names.insert(way);
    }
    return {};
}

std::optional<OwnForm> ownFormOf(const QByteArray& schema, const QString& name, QString* problem) {
    const Result<OwnSchema> good = OwnSchema::parse(schema, name);
    if (!good) {
        *problem = problem_of(good.error()).sentence;
        return {};
    }
    const Json json = Json::parse(schema.begin(), schema.end(), nullptr, false);
    OwnForm form;
    form.title = good->name();
    Json kept = json;
    kept["properties"] = Json::object();
    form.kept = bytes(kept);
    fieldsIn(json, {}, {}, form, form.fields);
    return form;
}

QByteArray schemaOf(const OwnForm& form) {
    Json schema = object(form.kept);
    if (form.kept.isEmpty()) schema["$schema"] = "https://json-schema.org/draft/2020-12/schema";
    setText(schema, "title", form.title);
    schema["type"] = "object";
    schema["properties"] = propertiesOf(form.fields, {}, form);
    mendRequired(schema);
    return QByteArray::fromStdString(schema.dump(2, ' ', false, Json::error_handler_t::replace)) + '\n';
}

}  // namespace floe
