#include "app/extraction/own_form_draft.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace floe {

namespace {

constexpr int kMostFields = 500, kVersion = 1;

QJsonArray jsonOf(const QVector<OwnField>& fields) {
    QJsonArray all;
    for (const OwnField& field : fields)
        all.append(QJsonObject{{"name", field.name},
                               {"within", QJsonArray::fromStringList(field.within)},
                               {"kind", static_cast<int>(field.kind)},
                               {"from", static_cast<int>(field.from)},
                               {"field", field.field},
                               {"labels", QJsonArray::fromStringList(field.labels)},
                               {"pattern", field.pattern},
                               {"members", jsonOf(field.members)},
                               {"kept", QString::fromUtf8(field.kept)}});
    return all;
}

QStringList stringsOf(const QJsonValue& json) {
    QStringList all;
    for (const QJsonValue& one : json.toArray()) all += one.toString();
    return all;
}

/// A file may have been changed by hand: what is out of its range is as in a new field.
QVector<OwnField> fieldsOf(const QJsonValue& json, bool members = false) {
    QVector<OwnField> fields;
    for (const QJsonValue& one : json.toArray()) {
        if (fields.size() == kMostFields) break;
        OwnField field;
        field.name = one["name"].toString();
        field.within = stringsOf(one["within"]);
        const int kind = one["kind"].toInt(), from = one["from"].toInt();
        if (kind > 0 && kind <= static_cast<int>(OwnField::Kind::Number))
            field.kind = static_cast<OwnField::Kind>(kind);
        if (from > 0 && from <= static_cast<int>(OwnField::From::Taxes)) field.from = static_cast<OwnField::From>(from);
        field.field = one["field"].toString();
        field.labels = stringsOf(one["labels"]);
        field.pattern = one["pattern"].toString();
        if (!members) field.members = fieldsOf(one["members"], true);
        field.kept = one["kept"].toString().toUtf8();
        fields.append(field);
    }
    return fields;
}

}  // namespace

QByteArray draftOf(const OwnForm& form) {
    QJsonArray groups;
    for (auto group = form.groups.begin(); group != form.groups.end(); ++group)
        groups.append(
            QJsonObject{{"way", QJsonArray::fromStringList(group.key())}, {"kept", QString::fromUtf8(*group)}});
    const QJsonObject json{{"draft", kVersion},
                           {"title", form.title},
                           {"fields", jsonOf(form.fields)},
                           {"groups", groups},
                           {"kept", QString::fromUtf8(form.kept)}};
    return QJsonDocument(json).toJson(QJsonDocument::Compact);
}

std::optional<OwnForm> formOfDraft(const QByteArray& draft) {
    const QJsonObject json = QJsonDocument::fromJson(draft).object();
    if (json["draft"].toInt() != kVersion) return {};
    OwnForm form;
    form.title = json["title"].toString();
    form.fields = fieldsOf(json["fields"]);
    for (const QJsonValue& group : json["groups"].toArray())
        form.groups[stringsOf(group["way"])] = group["kept"].toString().toUtf8();
    form.kept = json["kept"].toString().toUtf8();
    return form;
}

}  // namespace floe
