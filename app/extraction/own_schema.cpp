#include "app/extraction/own_schema.h"

#include <QFile>
#include <QFileInfo>
#include <nlohmann/json.hpp>

#include "app/extraction/details/details.h"
#include "app/extraction/facts/page_cells.h"
#include "app/extraction/own_schema_tree.h"
#include "app/resources.h"

namespace floe {

namespace {

using Json = nlohmann::ordered_json;
using Tree = OwnSchema::Tree;
using Shape = Tree::Shape;

constexpr int kDeepest = 8, kMostFields = 500;

/// Reads the schema; the first thing wrong ends it.
class Reader {
 public:
    explicit Reader(const QString& name) : name_(name) {}

    Result<Tree> read(const Json& schema) {
        Tree tree;
        if (!node(schema, "", {}, 0, tree)) return error_;
        if (tree.shape != Shape::Object) {
            (void)wrong("", "the whole must be an object", "Give it \"type\": \"object\" and \"properties\"");
            return error_;
        }
        return tree;
    }

 private:
    bool wrong(const std::string& where, const std::string& what, const std::string& advice) {
        error_ =
            Error{Fault::bad_input, name_.toStdString(), (where.empty() ? "#" : "#" + where) + ": " + what, advice, {}};
        return false;
    }

    /// `list`: whose items these are; empty: none.
    bool node(const Json& schema, const std::string& where, const QString& list, int depth, Tree& tree) {
        if (!schema.is_object()) return wrong(where, "this is no schema", "Write an object there");
        if (depth > kDeepest) return wrong(where, "this lies too deep", "Use at most 8 levels");
        if (++fields_ > kMostFields) return wrong(where, "there are too many fields", "Use at most 500");
        if (schema.contains("$ref")) return wrong(where, "\"$ref\" is not understood here", "Write the schema out");
        tree.title = text(schema, "title");
        const QString type = typeOf(schema);
        if (type == "object") return object(schema, where, list, depth, tree);
        if (type == "array") return array(schema, where, list, depth, tree);
        if (type != "string" && type != "number" && type != "integer")
            return wrong(where, "its type is none of object, array, string, number, integer", "Choose one of them");
        return value(schema, where, list, type, tree);
    }

    bool object(const Json& schema, const std::string& where, const QString& list, int depth, Tree& tree) {
        tree.shape = Shape::Object;
        const auto properties = schema.find("properties");
        if (properties == schema.end() || !properties->is_object() || properties->empty())
            return wrong(where, "the object has no properties", "List them under \"properties\"");
        for (const auto& [key, child] : properties->items()) {
            Tree& member = tree.members.emplace_back();
            member.key = key;
            if (!node(child, where + "/properties/" + key, list, depth + 1, member)) return false;
        }
        return true;
    }

    bool array(const Json& schema, const std::string& where, const QString& list, int depth, Tree& tree) {
        const auto items = schema.find("items");
        if (!list.isEmpty() || items == schema.end())
            return wrong(where, list.isEmpty() ? "the array has no items" : "a list within a list is not read",
                         "Give it \"items\", outside of other arrays");
        tree.from = text(schema, "x-field");
        if (tree.from.isEmpty()) {
            tree.shape = Shape::Matches;
            Tree item;
            if (!node(*items, where + "/items", {}, depth + 1, item)) return false;
            const SellerDetail* detail = sellerDetail(item.from);
            const bool all = detail && detail->shape == SellerDetail::Shape::List;
            if (item.shape != Shape::Value || (!item.pattern && !all))
                return wrong(where, "nothing says where its items come from",
                             "Give the array \"x-field\": \"lines\" or \"taxes\", or its items an \"x-pattern\"");
            if (all) tree.from = item.from;
            tree.pattern = item.pattern;
            tree.kind = item.kind;
            return true;
        }
        tree.shape = Shape::List;
        if (tree.from != "lines" && tree.from != "taxes")
            return wrong(where, "there is no list \"" + tree.from.toStdString() + "\"", "Choose lines or taxes");
        Tree item;
        if (!node(*items, where + "/items", tree.from, depth + 1, item)) return false;
        if (item.shape != Shape::Object) return wrong(where, "the items are no objects", "Give them properties");
        tree.members = std::move(item.members);
        return true;
    }

    bool value(const Json& schema, const std::string& where, const QString& list, const QString& type, Tree& tree) {
        tree.from = text(schema, "x-field");
        const QString path = list.isEmpty() ? tree.from : listPath(list, 0, tree.from);
        if (!tree.from.isEmpty()) {
            if (sellerDetail(path)) return detail(*sellerDetail(path), where, type);
            if (!isFieldPath(path, 1, 1))
                return wrong(where, "there is no field \"" + tree.from.toStdString() + "\"",
                             "Choose one of docs/extract-output.md");
            return true;
        }
        if (!list.isEmpty())
            return wrong(where, "nothing says which value of the line it is", "Give it an \"x-field\"");
        if (type != "string") tree.kind = ValueKind::Amount;
        if (text(schema, "format") == "date") tree.kind = ValueKind::Date;
        if (const auto labels = schema.find("x-labels"); labels != schema.end() && labels->is_array())
            for (const Json& label : *labels)
                if (label.is_string() && !label.get_ref<const std::string&>().empty())
                    tree.labels += QString::fromStdString(label.get<std::string>());
        if (const QString pattern = text(schema, "x-pattern"); !pattern.isEmpty()) {
            tree.pattern = facts::anyCase(pattern);
            if (!tree.pattern->isValid())
                return wrong(where,
                             "\"x-pattern\" is no regular expression: " + tree.pattern->errorString().toStdString(),
                             "Mend it");
        }
        if (tree.labels.isEmpty() && !tree.pattern)
            return wrong(where, "nothing says where the value comes from",
                         "Give it an \"x-field\", \"x-labels\" or an \"x-pattern\"");
        return true;
    }

    bool detail(const SellerDetail& detail, const std::string& where, const QString& type) {
        const std::string path = detail.path.toStdString();
        if (type != "string") return wrong(where, "\"" + path + "\" is text", "Give it \"type\": \"string\"");
        const bool item = where.size() > 6 && where.compare(where.size() - 6, 6, "/items") == 0;
        if (item == (detail.shape == SellerDetail::Shape::List)) return true;
        return wrong(where, "\"" + path + "\" is " + (item ? "one value" : "a list"),
                     item ? "Take it out of the array" : "Put it into the \"items\" of an array");
    }

    static QString text(const Json& schema, const char* key) {
        const auto found = schema.find(key);
        return found != schema.end() && found->is_string() ? QString::fromStdString(found->get<std::string>())
                                                           : QString();
    }

    /// The first that is not "null" where several are named.
    static QString typeOf(const Json& schema) {
        const auto type = schema.find("type");
        if (type == schema.end()) return {};
        if (type->is_string()) return QString::fromStdString(type->get<std::string>());
        if (type->is_array())
            for (const Json& one : *type)
                if (one.is_string() && one != "null") return QString::fromStdString(one.get<std::string>());
        return {};
    }

    QString name_;
    Error error_;
    int fields_ = 0;
};

/// "line 3, column 5" for what the parser says of the byte where it stopped.
std::string placeIn(const QByteArray& json, qsizetype byte) {
    const QByteArray before = json.left(std::max<qsizetype>(0, byte - 1));
    const qsizetype line = before.count('\n') + 1, column = before.size() - before.lastIndexOf('\n');
    return "line " + std::to_string(line) + ", column " + std::to_string(column);
}

Result<Json> parsed(const QByteArray& json, const QString& name) {
    try {
        return Json::parse(json.begin(), json.end());
    } catch (const Json::parse_error& e) {
        return Error{Fault::bad_input,
                     name.toStdString(),
                     "this is no JSON from " + placeIn(json, static_cast<qsizetype>(e.byte)) + " on",
                     "Check its brackets, quotes and commas",
                     {}};
    }
}

}  // namespace

const QStringList& OwnSchema::shipped() {
    static const QStringList names{"receipt", "vendor"};
    return names;
}

/// A name alone is looked for among the person's forms, unless a file here is called so.
QString OwnSchema::fileOf(const QString& nameOrFile, const QString& forms) {
    if (shipped().contains(nameOrFile)) return resource("schemas/" + nameOrFile + ".json");
    if (forms.isEmpty() || nameOrFile.contains('/') || QFileInfo(nameOrFile).isFile()) return nameOrFile;
    const QString mine = forms + '/' + nameOrFile + ".json";
    return QFileInfo(mine).isFile() ? mine : nameOrFile;
}

Result<OwnSchema> OwnSchema::load(const QString& nameOrFile, const QString& forms) {
    const QString path = fileOf(nameOrFile, forms);
    QFile file(path);
    if (!QFileInfo(path).isFile() || !file.open(QIODevice::ReadOnly))
        return Error{Fault::io,
                     nameOrFile.toStdString(),
                     "there is no such schema",
                     "Name a JSON file, a form that you made in the window, or one that Floe brings: " +
                         shipped().join(", ").toStdString(),
                     {}};
    if (file.size() > kMostBytes)
        return Error{Fault::bad_input, nameOrFile.toStdString(), "the schema is larger than 1 MB", "Shorten it", {}};
    return parse(file.readAll(), QFileInfo(path).fileName());
}

Result<OwnSchema> OwnSchema::parse(const QByteArray& json, const QString& name) {
    const Result<Json> schema = parsed(json, name);
    if (!schema) return schema.error();
    Result<Tree> tree = Reader(name).read(*schema);
    if (!tree) return tree.error();
    if (tree->title.isEmpty()) tree->title = QFileInfo(name).completeBaseName();
    OwnSchema made;
    made.tree_ = std::make_shared<const Tree>(std::move(*tree));
    return made;
}

QString OwnSchema::name() const {
    return tree_->title;
}

}  // namespace floe
