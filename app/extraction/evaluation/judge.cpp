#include "app/extraction/evaluation/judge.h"

#include <algorithm>

#include "app/extraction/decimal.h"
#include "app/extraction/folded.h"
#include "app/extraction/names.h"

namespace floe::evaluation {

namespace {

using Kind = Verdict::Kind;
using Status = Field::Status;

/// What makes an item of a list right.
const QStringList& decisive(const QString& list) {
    static const QStringList line{"description", "quantity", "unit_price", "amount"}, tax{"rate", "base", "amount"};
    return list == "lines" ? line : tax;
}

QString composed(const QString& text) {
    return text.normalized(QString::NormalizationForm_C).simplified();
}

QStringList linesOf(const QString& text) {
    QStringList lines;
    for (const QString& line : text.split('\n'))
        if (const QString one = composed(line); !one.isEmpty()) lines += one;
    return lines;
}

/// Ids are printed with spaces, points and dashes in many ways, which say nothing.
bool isId(const QString& path) {
    static const QStringList ids{"seller.vat_id", "seller.tax_id", "seller.legal_id",
                                 "buyer.vat_id",  "payment.iban",  "payment.bic"};
    return ids.contains(path);
}

bool isSure(const Field& field) {
    return field.status == Status::Ok || field.status == Status::Xml || field.status == Status::Derived;
}

Kind kindOf(const QString& path, const Value& truth, const QString& read) {
    if (!truth) return read.isEmpty() ? Kind::Empty : Kind::Invented;
    if (read.isEmpty()) return Kind::Missing;
    return isSame(path, *truth, read) ? Kind::Right : Kind::Wrong;
}

Verdict verdictOn(const QString& path, const Value& truth, const Field* field) {
    Verdict verdict;
    verdict.path = path;
    verdict.truth = truth.value_or(QString());
    verdict.read = field ? field->value : QString();
    verdict.kind = kindOf(path, truth, verdict.read);
    if (!verdict.hasReading()) return verdict;
    verdict.confidence = field->confidence;
    verdict.sure = isSure(*field);
    verdict.note = field->note;
    return verdict;
}

/// The items of a list as they were read: all members, as in a truth.
QVector<Item> itemsOf(const Extraction& e, const FieldList& list) {
    const int count = list.name == "lines" ? e.lineCount : e.taxCount;
    QVector<Item> items(count);
    for (int i = 0; i < count; ++i)
        for (const QString& member : list.members) {
            const Field* field = e.find(listPath(list.name, i, member));
            items[i][member] = field && !field->value.isEmpty() ? Value(field->value) : Value();
        }
    return items;
}

bool agree(const FieldList& list, const Item& truth, const Item& read) {
    for (const QString& member : decisive(list.name)) {
        const auto said = truth.find(member);
        if (said == truth.end()) continue;
        const Value& mine = read[member];
        if (said->has_value() != mine.has_value()) return false;
        if (mine && !isSame(listPath(list.name, 0, member), **said, *mine)) return false;
    }
    return true;
}

QString inWords(const FieldList& list, const Item& item) {
    QStringList parts;
    for (const QString& member : decisive(list.name))
        if (const auto it = item.find(member); it != item.end()) parts += it->value_or(QStringLiteral("–"));
    return parts.join(" | ");
}

void judgeItems(const FieldList& list, const QVector<Item>& truth, const QVector<Item>& read, Judgement& judgement) {
    Matches& matches = judgement.lists[list.name];
    matches = {static_cast<int>(truth.size()), static_cast<int>(read.size()), 0};
    QVector<bool> taken(read.size(), false);
    QStringList missed, extra;
    for (const Item& item : truth) {
        qsizetype like = 0;
        while (like < read.size() && (taken[like] || !agree(list, item, read[like]))) ++like;
        if (like < read.size()) {
            taken[like] = true;
            ++matches.right;
        } else {
            missed += inWords(list, item);
        }
    }
    for (qsizetype i = 0; i < read.size(); ++i)
        if (!taken[i]) extra += inWords(list, read[i]);
    for (qsizetype i = 0; i < std::max(missed.size(), extra.size()); ++i)
        judgement.differences.append({list.name, extra.value(i), missed.value(i)});
}

QStringList valuesOf(const QVector<Item>& items, const QString& member) {
    QStringList values;
    for (const Item& item : items)
        if (const Value value = item.value(member)) values += *value;
    return values;
}

/// One member of all items, where the truth has it everywhere.
void judgeMember(const FieldList& list, const QString& member, const QVector<Item>& truth, const QVector<Item>& read,
                 Judgement& judgement) {
    const bool said = std::all_of(truth.begin(), truth.end(), [&](const Item& item) { return item.contains(member); });
    if (!said || truth.isEmpty()) return;
    QStringList wanted = valuesOf(truth, member);
    const QStringList found = valuesOf(read, member);
    Matches matches{static_cast<int>(wanted.size()), static_cast<int>(found.size()), 0};
    for (const QString& value : found) {
        const auto like = std::find_if(wanted.begin(), wanted.end(), [&](const QString& one) {
            return isSame(listPath(list.name, 0, member), one, value);
        });
        if (like == wanted.end()) continue;
        wanted.erase(like);
        ++matches.right;
    }
    judgement.lists[list.name + '.' + member] = matches;
}

/// Which of the file's bills the truth is about; null: there is none of those pages.
const Extraction* meant(const Case& one, const QVector<Extraction>& readings) {
    if (one.pages.isEmpty()) return &readings.first();
    const auto it =
        std::find_if(readings.begin(), readings.end(), [&](const Extraction& e) { return e.pageRange == one.pages; });
    return it == readings.end() ? nullptr : &*it;
}

}  // namespace

QString name(Kind kind) {
    static const QStringList names{"right", "wrong", "missing", "invented", "empty"};
    return names[static_cast<int>(kind)];
}

std::optional<double> Matches::precision() const {
    return read == 0 ? std::nullopt : std::optional(static_cast<double>(right) / read);
}

std::optional<double> Matches::recall() const {
    return truth == 0 ? std::nullopt : std::optional(static_cast<double>(right) / truth);
}

std::optional<double> Matches::f1() const {
    return truth + read == 0 ? std::nullopt : std::optional(2.0 * right / (truth + read));
}

bool Judgement::headerIsRight() const {
    return std::none_of(fields.begin(), fields.end(), [](const Verdict& verdict) { return verdict.isFault(); });
}

bool Judgement::isAllRight() const {
    return problem.isEmpty() && headerIsRight() && differences.isEmpty() && bills == 1 &&
           (kindTruth.isEmpty() || kindRead == kindTruth);
}

bool isSame(const QString& path, const QString& a, const QString& b) {
    switch (floe::kindOf(path)) {
        case ValueKind::Amount:
        case ValueKind::Quantity:
        case ValueKind::Percent:
            if (const auto x = Decimal::parse(a), y = Decimal::parse(b); x && y) return *x == *y;
            break;
        case ValueKind::Text:
            if (path.endsWith(QStringLiteral("address"))) return linesOf(a) == linesOf(b);
            if (isId(path)) return lettersAndDigits(composed(a)) == lettersAndDigits(composed(b));
            break;
        case ValueKind::Date:
        case ValueKind::Currency:
            break;
    }
    return composed(a) == composed(b);
}

Judgement judge(const Case& one, const QVector<Extraction>& readings) {
    const Truth& truth = one.truth;
    Judgement judgement;
    judgement.name = one.name;
    judgement.shown = one.shown;
    judgement.language = truth.language;
    judgement.family = truth.family;
    judgement.origin = truth.origin;
    judgement.bills = one.pages.isEmpty() ? static_cast<int>(readings.size()) : 1;
    const Extraction* found = meant(one, readings);
    const Extraction reading = found ? *found : Extraction();
    if (!found)
        judgement.problem = one.name + ": the file is split into other bills now.";
    else if (found->problem)
        judgement.problem = found->problem->sentence;
    if (one.pages.isEmpty())
        for (const Extraction& e : readings) judgement.pages += e.pages;
    else
        judgement.pages = reading.pages;
    judgement.kindRead = reading.kind;
    judgement.kindTruth = truth.kind;
    for (const QString& path : headerPaths())
        if (const auto said = truth.fields.find(path); said != truth.fields.end())
            judgement.fields.append(verdictOn(path, *said, reading.find(path)));
    for (const FieldList& list : fieldLists()) {
        const auto said = truth.lists.find(list.name);
        if (said == truth.lists.end()) continue;
        const QVector<Item> read = itemsOf(reading, list);
        judgeItems(list, *said, read, judgement);
        for (const QString& member : list.members) judgeMember(list, member, *said, read, judgement);
    }
    return judgement;
}

QString words(const Judgement& judgement) {
    QStringList lines;
    if (!judgement.problem.isEmpty()) lines += judgement.problem;
    if (judgement.bills > 1) lines += QString("read as %1 bills").arg(judgement.bills);
    if (!judgement.kindTruth.isEmpty() && judgement.kindRead != judgement.kindTruth)
        lines += QString("kind wrong %1 for %2").arg(judgement.kindRead, judgement.kindTruth);
    const auto shown = [](QString value) { return value.replace('\n', QStringLiteral(" / ")); };
    for (const Verdict& verdict : judgement.fields) {
        if (!verdict.isFault()) continue;
        QString line = verdict.path + ' ' + name(verdict.kind);
        if (!verdict.read.isEmpty()) line += ' ' + shown(verdict.read);
        if (!verdict.truth.isEmpty()) line += QStringLiteral(" for ") + shown(verdict.truth);
        if (verdict.isSilent()) line += QStringLiteral(" (sure)");
        lines += line;
    }
    for (const Difference& one : judgement.differences)
        lines += QString("%1: read %2; printed %3")
                     .arg(one.list, one.read.isEmpty() ? QStringLiteral("nothing") : shown(one.read),
                          one.truth.isEmpty() ? QStringLiteral("nothing") : shown(one.truth));
    return lines.join('\n');
}

}  // namespace floe::evaluation
