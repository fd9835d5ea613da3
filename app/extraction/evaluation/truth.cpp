#include "app/extraction/evaluation/truth.h"

#include <QDate>
#include <QDir>
#include <QDirIterator>
#include <QFileInfo>
#include <QRegularExpression>
#include <algorithm>

#include "app/extraction/decimal.h"
#include "app/extraction/evaluation/json_file.h"
#include "app/extraction/names.h"

namespace floe::evaluation {

namespace {

using Json = nlohmann::ordered_json;

constexpr size_t kMostItems = 10'000;
const char* const kEnding = ".truth.json";

/// What is wrong with a value's spelling; empty: nothing.
std::string misspelt(ValueKind kind, const QString& value) {
    static const QRegularExpression code(QStringLiteral("^[A-Z]{3}$"));
    switch (kind) {
        case ValueKind::Date:
            if (value.size() == 10 && QDate::fromString(value, Qt::ISODate).isValid()) return {};
            return "is no date like 2024-04-30";
        case ValueKind::Amount:
        case ValueKind::Quantity:
        case ValueKind::Percent:
            return Decimal::parse(value) ? "" : "is no plain number like 1234.50";
        case ValueKind::Currency:
            return code.match(value).hasMatch() ? "" : "is no currency code like EUR";
        case ValueKind::Text:
            break;
    }
    return value.trimmed().isEmpty() ? "is empty; write null where nothing is printed" : "";
}

/// Reads a truth; the first thing wrong ends it.
class Reader {
 public:
    explicit Reader(const QString& path) : path_(path) {}

    Result<Truth> read(const Json& json) {
        Truth truth;
        const bool well = text(json, "file", truth.file) && text(json, "kind", truth.kind) &&
                          text(json, "language", truth.language) && text(json, "family", truth.family) &&
                          text(json, "origin", truth.origin) && fields(json, truth) && lists(json, truth);
        if (!well) return error_;
        if (truth.file.contains('/')) {
            (void)wrong("\"file\" names a place, not a document in the same folder", "Write its name alone");
            return error_;
        }
        return truth;
    }

 private:
    bool wrong(const std::string& what, const std::string& advice = "docs/evaluation.md shows what belongs there") {
        error_ = Error{Fault::bad_input, path_.toStdString(), what, advice};
        return false;
    }

    bool text(const Json& json, const char* key, QString& into) {
        const auto it = json.find(key);
        if (it == json.end() || it->is_null()) return true;
        if (!it->is_string()) return wrong('"' + std::string(key) + "\" is no text");
        into = QString::fromStdString(it->get_ref<const std::string&>());
        return true;
    }

    /// `path`: its field in names.h; `name`: what to call it.
    bool value(const Json& json, const QString& path, const std::string& name, Value& into) {
        if (json.is_null()) return true;
        if (!json.is_string()) return wrong('"' + name + "\" is neither a text nor null", "Write numbers as text, too");
        into = QString::fromStdString(json.get_ref<const std::string&>());
        const std::string what = misspelt(kindOf(path), *into);
        return what.empty() || wrong('"' + name + "\" " + what);
    }

    bool fields(const Json& json, Truth& truth) {
        const auto all = json.find("fields");
        if (all == json.end()) return true;
        if (!all->is_object()) return wrong("\"fields\" is no object");
        for (const auto& [name, one] : all->items()) {
            const QString path = QString::fromStdString(name);
            if (!headerPaths().contains(path))
                return wrong("a bill has no field \"" + name + '"', "docs/extract-output.md lists them");
            if (!value(one, path, name, truth.fields[path])) return false;
        }
        return true;
    }

    bool lists(const Json& json, Truth& truth) {
        for (const FieldList& list : fieldLists()) {
            const std::string name = list.name.toStdString();
            const auto items = json.find(name);
            if (items == json.end() || items->is_null()) continue;
            if (!items->is_array()) return wrong('"' + name + "\" is no list");
            if (items->size() > kMostItems) return wrong('"' + name + "\" has more than 10,000 items");
            QVector<Item>& read = truth.lists[list.name];
            for (const Json& one : *items) {
                const std::string where = name + '.' + std::to_string(read.size());
                if (!item(one, list, where, read.emplaceBack())) return false;
            }
        }
        return true;
    }

    bool item(const Json& json, const FieldList& list, const std::string& where, Item& into) {
        if (!json.is_object()) return wrong('"' + where + "\" is no object");
        for (const auto& [name, one] : json.items()) {
            const QString member = QString::fromStdString(name);
            if (!list.members.contains(member))
                return wrong("a bill has no field \"" + where + '.' + name + '"', "docs/extract-output.md lists them");
            if (!value(one, listPath(list.name, 0, member), where + '.' + name, into[member])) return false;
        }
        return true;
    }

    QString path_;
    Error error_;
};

/// The document that a truth is about; empty: there is none, or several may be meant.
QString documentBeside(const QString& truthFile, const Truth& truth) {
    const QFileInfo info(truthFile);
    const QDir folder = info.dir();
    if (!truth.file.isEmpty()) return folder.exists(truth.file) ? folder.filePath(truth.file) : QString();
    const QString base = info.fileName().chopped(static_cast<qsizetype>(qstrlen(kEnding)));
    QStringList found;
    for (const QFileInfo& file : folder.entryInfoList(QDir::Files))
        if (file.fileName() != info.fileName() && file.completeBaseName() == base) found += file.filePath();
    return found.size() == 1 ? found.first() : QString();
}

}  // namespace

Result<Truth> readTruth(const QString& path) {
    const Result<Json> json = readObject(path);
    if (!json) return json.error();
    return Reader(path).read(*json);
}

Cases casesIn(const QString& folder) {
    Cases found;
    QStringList files;
    const QDir top(QDir(folder).absolutePath());
    QDirIterator it(top.path(), {QString('*') + kEnding}, QDir::Files, QDirIterator::Subdirectories);
    while (it.hasNext()) files += it.next();
    files.sort();
    if (files.isEmpty())
        found.problems += folder + ": there is no NAME.truth.json in it. docs/evaluation.md says what they are.";
    for (const QString& file : files) {
        const Result<Truth> truth = readTruth(file);
        const QString document = truth ? documentBeside(file, *truth) : QString();
        if (!truth)
            found.problems += QString::fromStdString(truth.error().sentence());
        else if (document.isEmpty())
            found.problems += file + ": the document that it is about does not lie beside it. Name it in \"file\".";
        else
            found.cases.append({top.relativeFilePath(document), document, {}, document, *truth});
    }
    return found;
}

}  // namespace floe::evaluation
