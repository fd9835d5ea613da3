#include "app/extraction/names.h"

#include <QHash>

namespace floe {

namespace {

struct Name {
    const char* path;
    ValueKind kind;
    bool byModel;
};

using enum ValueKind;

constexpr Name kHeader[] = {
    {"seller.name", Text, true},           // BT-27
    {"seller.trading_name", Text, false},  // BT-28
    {"seller.address", Text, true},        // BG-5
    {"seller.email", Text, true},          // BT-43
    {"seller.phone", Text, false},         // BT-42
    {"seller.website", Text, false},       // of no term: what the letter head prints
    {"seller.vat_id", Text, false},        // BT-31
    {"seller.tax_id", Text, false},        // BT-32
    {"seller.legal_id", Text, false},      // BT-30
    {"buyer.name", Text, true},            // BT-44
    {"buyer.address", Text, true},         // BG-8
    {"buyer.email", Text, true},           // BT-58
    {"buyer.vat_id", Text, false},         // BT-48
    {"number", Text, true},                // BT-1
    {"issue_date", Date, true},            // BT-2
    {"due_date", Date, true},              // BT-9
    {"delivery_date", Date, false},        // BT-72
    {"period_start", Date, false},         // BT-73
    {"period_end", Date, false},           // BT-74
    {"order_number", Text, false},         // BT-13
    {"customer_number", Text, false},      // BT-46
    {"buyer_reference", Text, false},      // BT-10
    {"preceding_invoice", Text, false},    // BT-25: the bill that a credit note is about
    {"payment.terms", Text, false},        // BT-20
    {"payment.iban", Text, false},         // BT-84
    {"payment.bic", Text, false},          // BT-86
    {"payment.reference", Text, false},    // BT-83
    {"currency", Currency, true},          // BT-5
    {"lines_total", Amount, false},        // BT-106
    {"allowances", Amount, false},         // BT-107
    {"charges", Amount, false},            // BT-108
    {"net", Amount, true},                 // BT-109
    {"tax", Amount, true},                 // BT-110
    {"total", Amount, true},               // BT-112
    {"paid", Amount, true},                // BT-113
    {"rounding", Amount, false},           // BT-114
    {"amount_due", Amount, true},          // BT-115
    {"category", Text, false},             // of no term: the account that a person books it to
};

constexpr Name kLine[] = {
    {"description", Text, true},    // BT-153
    {"item_code", Text, false},     // BT-155
    {"quantity", Quantity, true},   // BT-129
    {"unit", Text, false},          // BT-130
    {"unit_price", Amount, true},   // BT-146
    {"tax_rate", Percent, false},   // BT-152
    {"tax_category", Text, false},  // BT-151
    {"amount", Amount, true},       // BT-131
};

constexpr Name kTax[] = {
    {"category", Text, false},  // BT-118
    {"rate", Percent, false},   // BT-119
    {"base", Amount, false},    // BT-116
    {"amount", Amount, false},  // BT-117
};

constexpr qint64 kListStride = 1'000'000, kMemberStride = 32;

template <typename Names>
QStringList pathsOf(const Names& names, bool all) {
    QStringList paths;
    for (const Name& name : names)
        if (all || name.byModel) paths += name.path;
    return paths;
}

template <typename Names>
ValueKind kindAmong(const Names& names, const QString& path) {
    for (const Name& name : names)
        if (path == name.path) return name.kind;
    return Text;
}

QHash<QString, int> numbered(const QStringList& paths) {
    QHash<QString, int> places;
    for (int i = 0; i < paths.size(); ++i) places.insert(paths[i], i);
    return places;
}

}  // namespace

const QStringList& headerPaths() {
    static const QStringList paths = pathsOf(kHeader, true);
    return paths;
}

const QStringList& modelPaths() {
    static const QStringList paths = pathsOf(kHeader, false);
    return paths;
}

const QStringList& lineNames() {
    return fieldLists()[0].members;
}

const QStringList& modelLineNames() {
    static const QStringList names = pathsOf(kLine, false);
    return names;
}

const QVector<FieldList>& fieldLists() {
    static const QVector<FieldList> lists{{"lines", pathsOf(kLine, true)}, {"taxes", pathsOf(kTax, true)}};
    return lists;
}

QString listPath(const QString& list, int at, const QString& member) {
    return QString("%1.%2.%3").arg(list).arg(at).arg(member);
}

QString linePath(int line, const QString& name) {
    return listPath("lines", line, name);
}

bool isLinePath(const QString& path) {
    return path.startsWith("lines.");
}

ValueKind kindOf(const QString& path) {
    if (isLinePath(path)) return kindAmong(kLine, path.section('.', 2));
    if (path.startsWith("taxes.")) return kindAmong(kTax, path.section('.', 2));
    return kindAmong(kHeader, path);
}

bool isFieldPath(const QString& path, int lines, int taxes) {
    for (const FieldList& list : fieldLists()) {
        if (path.section('.', 0, 0) != list.name) continue;
        bool ok = false;
        const int at = path.section('.', 1, 1).toInt(&ok);
        return ok && at >= 0 && at < (list.name == "lines" ? lines : taxes) &&
               list.members.contains(path.section('.', 2));
    }
    return headerPaths().contains(path);
}

qint64 orderOf(const QString& path) {
    static const QHash<QString, int> places = numbered(headerPaths());
    for (int i = 0; i < fieldLists().size(); ++i) {
        const FieldList& list = fieldLists()[i];
        if (!path.startsWith(list.name + '.')) continue;
        return (i + 1) * kListStride * kMemberStride + path.section('.', 1, 1).toLongLong() * kMemberStride +
               list.members.indexOf(path.section('.', 2));
    }
    return places.value(path, -1);
}

}  // namespace floe
