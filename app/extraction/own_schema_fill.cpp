#include <functional>
#include <nlohmann/json.hpp>

#include "app/extraction/extraction_json.h"
#include "app/extraction/facts/page_cells.h"
#include "app/extraction/normalise.h"
#include "app/extraction/own_schema_tree.h"

namespace floe {

namespace {

using Json = nlohmann::ordered_json;
using Tree = OwnSchema::Tree;
using Shape = Tree::Shape;
using facts::PageCells, facts::Run;

constexpr int kMostMatches = 50;  // of a list of patterns
const QString kOf = QStringLiteral(" › ");

/// Looks the values up.
class Filler {
 public:
    Filler(const Extraction& extraction, const PageText& page, const std::atomic<bool>* stop = nullptr)
        : extraction_(extraction), cells_(page), stop_(stop) {
        const Field* currency = extraction.find("currency");
        habits_ = {decimalSignOf(page.text), dateOrderOf(page.text, currency ? currency->value : QString())};
    }

    Json fill(const Tree& tree, const QString& item = {}) const {
        switch (tree.shape) {
            case Shape::Object: {
                Json object = Json::object();
                for (const Tree& member : tree.members) object[member.key] = fill(member, item);
                return object;
            }
            case Shape::List: {
                Json list = Json::array();
                for (int i = 0; i < countOf(tree); ++i) {
                    Json object = Json::object();
                    for (const Tree& member : tree.members) object[member.key] = fill(member, itemOf(tree, i));
                    list.push_back(object);
                }
                return list;
            }
            case Shape::Matches: {
                Json list = Json::array();
                for (const Field& field : matches(tree)) list.push_back(jsonOf(&field));
                return list;
            }
            case Shape::Value:
                break;
        }
        const std::optional<Field> found = one(tree, item);
        return jsonOf(found ? &*found : nullptr);
    }

    /// What a node is called in the list of values.
    struct Called {
        QString name, column, path;

        Called of(const QString& key) const {
            if (path.isEmpty()) return {key, key, key};
            return {name + kOf + key, column + kOf + key, path + '.' + key};
        }
        Called numbered(int i) const {
            return {QString("%1 %2").arg(name).arg(i + 1), column, QString("%1.%2").arg(path).arg(i)};
        }
    };

    void list(const Tree& tree, const Called& called, const QString& item, QVector<OwnValue>& values) const {
        const auto members = [&](const Called& above, const QString& of) {
            for (const Tree& member : tree.members)
                list(member, above.of(QString::fromStdString(member.key)), of, values);
        };
        const auto add = [&](const Called& its, std::optional<Field> field) {
            if (field) field->path = its.path;
            values.append({its.name, its.column, its.path, std::move(field)});
        };
        switch (tree.shape) {
            case Shape::Object:
                return members(called, item);
            case Shape::List:
                for (int i = 0; i < countOf(tree); ++i) members(called.numbered(i), itemOf(tree, i));
                if (countOf(tree) == 0) add(called, {});
                return;
            case Shape::Matches: {
                const QVector<Field> all = matches(tree);
                for (int i = 0; i < all.size(); ++i) add(called.numbered(i), all[i]);
                if (all.isEmpty()) add(called, {});
                return;
            }
            case Shape::Value:
                return add(called, one(tree, item));
        }
    }

 private:
    bool stopped() const { return stop_ && *stop_; }

    int countOf(const Tree& list) const { return list.from == "lines" ? extraction_.lineCount : extraction_.taxCount; }
    static QString itemOf(const Tree& list, int i) { return QString("%1.%2.").arg(list.from).arg(i); }

    std::optional<Field> one(const Tree& tree, const QString& item) const {
        if (tree.from.isEmpty()) return look(tree);
        const Field* field = extraction_.find(item + tree.from);
        return field ? std::optional(*field) : std::nullopt;
    }

    QVector<Field> matches(const Tree& tree) const {
        QVector<Field> found;
        QStringList seen;
        for (const facts::Cell& cell : cells_.all()) {
            if (stopped()) break;
            auto all = tree.pattern->globalMatch(cell.text);
            while (all.hasNext() && seen.size() < kMostMatches) {
                const auto match = all.next();
                const Field field = made(tree, runOf(match, cell.begin), "Found by its form.");
                if (field.value.isEmpty() || seen.contains(field.value)) continue;
                seen += field.value;
                found.append(field);
            }
        }
        return found;
    }

    std::optional<Field> look(const Tree& tree) const {
        if (tree.labels.isEmpty()) {
            for (const facts::Cell& cell : cells_.all()) {
                if (stopped()) break;
                if (const auto match = tree.pattern->match(cell.text); match.hasMatch())
                    return made(tree, runOf(match, cell.begin), "Found by its form.");
            }
            return {};
        }
        for (const QString& label : tree.labels)
            for (const Run& run : cells_.beside(QRegularExpression::escape(label).toUtf8().constData())) {
                if (!tree.pattern) {
                    const Field field = made(tree, run, "Found by its label.");
                    if (field.status != Field::Status::Unparsed) return field;
                    continue;
                }
                if (const auto match = tree.pattern->match(run.text); match.hasMatch())
                    return made(tree, runOf(match, run.begin), "Found by its label.");
            }
        return {};
    }

    static Run runOf(const QRegularExpressionMatch& match, qsizetype begin) {
        const int group = match.lastCapturedIndex() >= 1 ? 1 : 0;
        return {match.captured(group), begin + match.capturedStart(group)};
    }

    Field made(const Tree& tree, const Run& run, const char* note) const {
        static const QString kDate = "issue_date", kAmount = "net";  // any field of that kind
        QString value = run.text;
        bool parsed = true;
        if (tree.kind != ValueKind::Text) {
            const bool date = tree.kind == ValueKind::Date;
            value = normalised(date ? kDate : kAmount, run.text, habits_);
            parsed = date ? QDate::fromString(value, Qt::ISODate).isValid() : Decimal::parse(value).has_value();
        }
        Field field = cells_.field({}, run, value, facts::kByLabel);
        field.status = parsed ? Field::Status::Derived : Field::Status::Unparsed;
        field.note = parsed ? note : "What is printed here could not be understood.";
        return field;
    }

    const Extraction& extraction_;
    PageCells cells_;
    Habits habits_;
    const std::atomic<bool>* stop_;
};

}  // namespace

QByteArray OwnSchema::filled(const Extraction& extraction, const PageText& page) const {
    return QByteArray::fromStdString(
        Filler(extraction, page).fill(*tree_).dump(-1, ' ', false, Json::error_handler_t::replace));
}

QVector<OwnValue> OwnSchema::values(const Extraction& extraction, const PageText& page,
                                    const std::atomic<bool>* stop) const {
    QVector<OwnValue> values;
    Filler(extraction, page, stop).list(*tree_, {}, {}, values);
    return values;
}

QStringList OwnSchema::columns() const {
    QStringList columns;
    const std::function<void(const Tree&, const QString&)> list = [&](const Tree& tree, const QString& above) {
        if (tree.members.empty()) columns += above;
        for (const Tree& member : tree.members) {
            const QString key = QString::fromStdString(member.key);
            list(member, above.isEmpty() ? key : above + kOf + key);
        }
    };
    list(*tree_, {});
    return columns;
}

}  // namespace floe
