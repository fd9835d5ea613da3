#include "app/extraction/names.h"

#include <QHash>
#include <algorithm>

#include "app/extraction/names_table.h"

namespace floe {

namespace {

constexpr int kItemBits = 20, kMemberBits = 8, kInnerBits = 10;

/// A path taken apart: "lines.3.allowances.0.base" to ("lines.#.allowances.#.base", 3, 0).
struct Parts {
    QString name;
    qint64 item = -1, inner = -1;  // -1: there is none
    bool broken = false;           // a number that is none
};

qint64 numberIn(const QString& text, bool& broken) {
    bool ok = false;
    const qint64 number = text.toLongLong(&ok);
    broken |= !ok || number < 0 || number >= 1 << kItemBits || text != QString::number(number);
    return ok ? number : 0;
}

const QHash<QString, int>& rows() {
    static const QHash<QString, int> places = [] {
        QHash<QString, int> made;
        for (int i = 0; i < static_cast<int>(std::size(kNames)); ++i) made.insert(kNames[i].path, i);
        return made;
    }();
    return places;
}

Parts partsOf(const QString& path) {
    if (rows().contains(path) && !path.contains('#')) return {path};
    QStringList steps = path.split('.');
    Parts parts;
    if (steps.size() != 3 && steps.size() != 5) return {{}, -1, -1, true};
    parts.item = numberIn(steps[1], parts.broken);
    steps[1] = "#";
    if (steps.size() == 5) {
        parts.inner = numberIn(steps[3], parts.broken);
        steps[3] = "#";
    }
    parts.name = steps.join('.');
    return parts;
}

const Name* nameOf(const Parts& parts) {
    const int row = parts.broken ? -1 : rows().value(parts.name, -1);
    return row < 0 ? nullptr : &kNames[row];
}

template <typename Wanted>
QStringList headers(Wanted wanted) {
    QStringList paths;
    for (const Name& name : kNames)
        if (const QString path = name.path; !path.contains('#') && wanted(name.use)) paths += path;
    return paths;
}

FieldList* find(QVector<FieldList>& lists, const QString& name) {
    for (FieldList& list : lists)
        if (list.name == name) return &list;
    return &lists.emplaceBack(FieldList{name, {}, {}, {}});
}

/// Lists in the order in which their first members stand in the table.
QVector<FieldList> listsOf(bool rare) {
    QVector<FieldList> lists;
    for (const Name& name : kNames) {
        const QStringList steps = QString(name.path).split('.');
        if (!steps.contains("#") || (steps[0] != "lines" && steps[0] != "taxes") != rare) continue;
        FieldList* list = find(lists, steps[0]);
        if (steps.size() == 5) list = find(list->within, steps[2]);
        const bool everywhere = rare || steps.size() == 5 || name.use != Use::Rare;
        (everywhere ? list->members : list->rare) += steps.last();
    }
    return lists;
}

}  // namespace

const QStringList& headerPaths() {
    static const QStringList paths = headers([](Use use) { return use != Use::Rare; });
    return paths;
}

const QStringList& rarePaths() {
    static const QStringList paths = headers([](Use use) { return use == Use::Rare; });
    return paths;
}

const QStringList& formPaths() {
    static const QStringList paths = headers([](Use) { return true; });
    return paths;
}

const QStringList& modelPaths() {
    static const QStringList paths = headers([](Use use) { return use == Use::Model; });
    return paths;
}

const QStringList& lineNames() {
    return fieldLists()[0].members;
}

const QStringList& modelLineNames() {
    static const QStringList names = [] {
        QStringList made;
        for (const Name& name : kNames)
            if (name.use == Use::Model && isLinePath(name.path)) made += memberOf(name.path);
        return made;
    }();
    return names;
}

const QVector<FieldList>& fieldLists() {
    static const QVector<FieldList> lists = listsOf(false);
    return lists;
}

const QVector<FieldList>& rareLists() {
    static const QVector<FieldList> lists = listsOf(true);
    return lists;
}

QString listPath(const QString& list, int at, const QString& member) {
    return QString("%1.%2.%3").arg(list).arg(at).arg(member);
}

QString linePath(int line, const QString& name) {
    return listPath("lines", line, name);
}

QString listOf(const QString& path) {
    return path.count('.') < 2 ? QString() : path.section('.', 0, 0);
}

QString memberOf(const QString& path) {
    return path.section('.', 2);
}

int itemOf(const QString& path) {
    return path.section('.', 1, 1).toInt();
}

bool isLinePath(const QString& path) {
    return path.startsWith("lines.");
}

ValueKind kindOf(const QString& path) {
    const Name* name = nameOf(partsOf(path));
    return name ? name->kind : ValueKind::Text;
}

bool isRare(const QString& path) {
    const Name* name = nameOf(partsOf(path));
    return name && name->use == Use::Rare;
}

bool isFieldPath(const QString& path, int lines, int taxes) {
    const Parts parts = partsOf(path);
    if (!nameOf(parts)) return false;
    if (parts.item < 0) return true;
    const int most = isLinePath(path) ? lines : path.startsWith("taxes.") ? taxes : kMostItems;
    return parts.item < most && parts.inner < kMostItems;
}

qint64 orderOf(const QString& path) {
    static const QHash<QString, int> groups = [] {  // "lines", "lines.allowances": the row of the first member
        QHash<QString, int> made;
        for (int i = static_cast<int>(std::size(kNames)) - 1; i >= 0; --i) {
            const QString name = kNames[i].path;
            if (name.contains('#')) made.insert(name.section('.', 0, 0), i);
            if (name.count('#') == 2) made.insert(name.section('.', 0, 2), i);
        }
        return made;
    }();
    const Parts parts = partsOf(path);
    const Name* name = nameOf(parts);
    if (!name) return -1;
    const qint64 row = name - kNames;
    if (parts.item < 0) return row;
    const qint64 list = groups.value(parts.name.section('.', 0, 0)) + 1;
    const qint64 member = parts.inner < 0 ? row : groups.value(parts.name.section('.', 0, 2));
    qint64 order = list << kItemBits | parts.item;
    order = order << kMemberBits | member;
    order = order << kInnerBits | std::min<qint64>(parts.inner + 1, (1 << kInnerBits) - 1);
    return order << kMemberBits | row;
}

}  // namespace floe
