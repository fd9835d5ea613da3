#include <functional>
#include <nlohmann/json.hpp>

#include "app/documents/cut_picture.h"
#include "app/extraction/details/details.h"
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
    Filler(const Extraction& extraction, const FormPages& pages, const std::atomic<bool>* stop = nullptr)
        : extraction_(extraction), pages_(pages), cells_(pages.page), stop_(stop) {
        const Field* currency = extraction.find("currency");
        habits_ = {decimalSignOf(pages.page.text),
                   dateOrderOf(pages.page.text, currency ? currency->value : QString())};
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
        std::optional<Field> found = one(tree, item);
        if (found && isPicture(tree))
            found->value = "data:image/png;base64," + QString::fromLatin1(pngOf(pictureAt(*found)).toBase64());
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
                add(called, one(tree, item));
                if (OwnValue& value = values.last(); value.field && isPicture(tree)) {
                    value.picture = pictureAt(*value.field);
                    value.field->value = placeWords(*value.field);
                }
                return;
        }
    }

 private:
    bool stopped() const { return stop_ && *stop_; }

    int countOf(const Tree& list) const { return list.from == "lines" ? extraction_.lineCount : extraction_.taxCount; }
    static QString itemOf(const Tree& list, int i) { return QString("%1.%2.").arg(list.from).arg(i); }

    static bool isPicture(const Tree& tree) {
        const SellerDetail* detail = sellerDetail(tree.from);
        return detail && detail->shape == SellerDetail::Shape::Picture;
    }

    /// Null where it cannot be had. Cut once: it takes a drawing of the page.
    QImage pictureAt(const Field& field) const {
        if (picture_.isNull() && pages_.cut && !stopped()) picture_ = pages_.cut(field.page, field.box());
        return picture_;
    }

    static QString placeWords(const Field& field) {
        const QRectF box = field.box();
        return QString("page %1: %2 %3 %4 %5")
            .arg(field.page + 1)
            .arg(box.left(), 0, 'f', 1)
            .arg(box.top(), 0, 'f', 1)
            .arg(box.right(), 0, 'f', 1)
            .arg(box.bottom(), 0, 'f', 1);
    }

    /// Of a detail that is a picture there is none where it cannot be cut.
    QVector<Field> detail(const Tree& tree) const {
        if (stopped()) return {};
        const QVector<Field> found = detailsOf(tree.from, extraction_, pages_);
        if (isPicture(tree) && !found.isEmpty() && pictureAt(found[0]).isNull()) return {};
        return found;
    }

    std::optional<Field> one(const Tree& tree, const QString& item) const {
        if (tree.from.isEmpty()) return look(tree);
        if (item.isEmpty() && sellerDetail(tree.from)) {
            const QVector<Field> found = detail(tree);
            return found.isEmpty() ? std::nullopt : std::optional(found[0]);
        }
        const Field* field = extraction_.find(item + tree.from);
        return field ? std::optional(*field) : std::nullopt;
    }

    /// What is printed first, then where links lead that is not printed.
    QVector<Field> matches(const Tree& tree) const {
        if (!tree.from.isEmpty()) return detail(tree);
        QVector<Field> found;
        QStringList seen;
        const auto take = [&](const Field& field) {
            const QString key = withoutScheme(field.value);
            if (field.value.isEmpty() || seen.contains(key)) return;
            seen += key;
            found.append(field);
        };
        for (const facts::Cell& cell : cells_.all()) {
            if (stopped()) break;
            auto all = tree.pattern->globalMatch(cell.text);
            while (all.hasNext() && seen.size() < kMostMatches) {
                const auto match = all.next();
                take(made(tree, runOf(match, cell.begin), "Found by its form."));
            }
        }
        for (const Link& link : pages_.links) {
            if (stopped() || seen.size() >= kMostMatches) break;
            if (const auto field = behind(tree, link)) take(*field);
        }
        return found;
    }

    /// "https://www.pike.example/" and "pike.example" are one address.
    static QString withoutScheme(const QString& text) {
        static const QRegularExpression around(QStringLiteral("^https?://(?:www\\.)?|^www\\.|/$"),
                                               QRegularExpression::CaseInsensitiveOption);
        return QString(text).remove(around).toLower();
    }

    /// What looks so in the target of a link: not printed, though it is pressed on the page.
    std::optional<Field> behind(const Tree& tree, const Link& link) const {
        const auto match = tree.pattern->match(link.target);
        if (!match.hasMatch() || tree.kind != ValueKind::Text) return {};
        Field field;
        field.value = runOf(match, 0).text;
        field.page = link.page;
        field.boxes = {link.box};
        field.confidence = facts::kByLabel;
        field.status = Field::Status::Derived;
        field.note = "Not printed: where a link of the page leads.";
        return field;
    }

    std::optional<Field> look(const Tree& tree) const {
        if (tree.labels.isEmpty()) {
            for (const facts::Cell& cell : cells_.all()) {
                if (stopped()) break;
                if (const auto match = tree.pattern->match(cell.text); match.hasMatch())
                    return made(tree, runOf(match, cell.begin), "Found by its form.");
            }
            for (const Link& link : pages_.links)
                if (const auto field = behind(tree, link)) return field;
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
    const FormPages& pages_;
    PageCells cells_;
    Habits habits_;
    const std::atomic<bool>* stop_;
    mutable QImage picture_;  // of the logo
};

}  // namespace

QByteArray OwnSchema::filled(const Extraction& extraction, const FormPages& pages) const {
    return QByteArray::fromStdString(
        Filler(extraction, pages).fill(*tree_).dump(-1, ' ', false, Json::error_handler_t::replace));
}

QVector<OwnValue> OwnSchema::values(const Extraction& extraction, const FormPages& pages,
                                    const std::atomic<bool>* stop) const {
    QVector<OwnValue> values;
    Filler(extraction, pages, stop).list(*tree_, {}, {}, values);
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
