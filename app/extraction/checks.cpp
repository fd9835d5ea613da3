#include "app/extraction/checks.h"

#include <QDate>
#include <optional>

#include "app/extraction/decimal.h"
#include "app/extraction/names.h"

namespace floe {

namespace {

std::optional<Decimal> amount(const Extraction& e, const QString& path) {
    const Field* field = e.find(path);
    return field ? Decimal::parse(field->shown()) : std::nullopt;
}

struct LineSum {
    Decimal sum;
    QVector<QString> paths;
    QStringList terms;
};

/// Empty where some line has no readable amount.
std::optional<LineSum> lineSum(const Extraction& e) {
    LineSum all;
    for (int i = 0; i < e.lineCount; ++i) {
        const QString path = linePath(i, "amount");
        const auto value = amount(e, path);
        const auto sum = value ? Decimal::add(all.sum, *value) : std::nullopt;
        if (!sum) return {};
        all.sum = *sum;
        all.paths += path;
        all.terms += value->toString();
    }
    if (all.paths.isEmpty()) return {};
    return all;
}

QString relation(bool ok) {
    return ok ? " = " : " ≠ ";
}

void addLinesCheck(const Extraction& e, QVector<Check>& checks) {
    const std::optional<LineSum> lines = lineSum(e);
    const auto net = amount(e, "net"), tax = amount(e, "tax"), total = amount(e, "total");
    if (!lines || (!net && !total)) return;
    std::optional<Decimal> wanted = net;
    QVector<QString> paths = lines->paths;
    if (net)
        paths += "net";
    else
        paths += "total";
    if (!net) {
        wanted = tax ? Decimal::add(*total, -*tax) : total;
        if (tax) paths += "tax";
    }
    if (!wanted) return;
    if (!(lines->sum == *wanted) && tax && total && lines->sum == *total) {  // the lines hold the tax already
        wanted = total;
        if (net) paths.last() = "total";
    }
    const bool ok = lines->sum == *wanted;
    const int shown = 6;
    const QString terms = lines->terms.size() <= shown
                              ? lines->terms.join(" + ")
                              : QString("%1 lines, %2").arg(lines->terms.size()).arg(lines->sum.toString());
    checks.append({"lines-net", ok, terms + relation(ok) + wanted->toString(), paths});
}

/// a (sign) b = c.
void addSumCheck(const Extraction& e, QVector<Check>& checks, const QString& rule, const QVector<QString>& paths,
                 bool minus) {
    const auto a = amount(e, paths[0]), b = amount(e, paths[1]), c = amount(e, paths[2]);
    if (!a || !b || !c) return;
    const auto sum = Decimal::add(*a, minus ? -*b : *b);
    if (!sum) return;
    const bool ok = *sum == *c;
    checks.append(
        {rule, ok, a->toString() + (minus ? " − " : " + ") + b->toString() + relation(ok) + c->toString(), paths});
}

void addDateCheck(const Extraction& e, QVector<Check>& checks) {
    const Field *issue = e.find("issue_date"), *due = e.find("due_date");
    if (!issue || !due) return;
    const QDate from = QDate::fromString(issue->shown(), Qt::ISODate),
                to = QDate::fromString(due->shown(), Qt::ISODate);
    if (!from.isValid() || !to.isValid()) return;
    const bool ok = from <= to;
    checks.append({"due-after-issue",
                   ok,
                   to.toString(Qt::ISODate) + (ok ? " is not before " : " is before ") + from.toString(Qt::ISODate),
                   {"issue_date", "due_date"}});
}

/// Quantity x unit price beside the amount of each line: a note, since discounts and roundings are usual.
void noteProducts(Extraction& e) {
    for (Field& field : e.fields) {
        if (!isLinePath(field.path) || !field.path.endsWith(".amount") || field.status != Field::Status::Ok) continue;
        const QString line = field.path.section('.', 0, 1);
        const auto quantity = amount(e, line + ".quantity"), price = amount(e, line + ".unit_price");
        const auto value = Decimal::parse(field.value);
        if (!quantity || !price || !value) continue;
        const auto product = Decimal::multiply(*quantity, *price, value->scale());
        if (!product || *product == *value) continue;
        field.status = Field::Status::Doubtful;
        field.note = quantity->toString() + " × " + price->toString() + " = " + product->toString() + ", not " +
                     value->toString() + ".";
    }
}

}  // namespace

QVector<Check> runChecks(const Extraction& extraction) {
    QVector<Check> checks;
    addLinesCheck(extraction, checks);
    addSumCheck(extraction, checks, "net-tax-total", {"net", "tax", "total"}, false);
    addSumCheck(extraction, checks, "total-paid-due", {"total", "paid", "amount_due"}, true);
    addDateCheck(extraction, checks);
    return checks;
}

void judge(Extraction& extraction) {
    noteProducts(extraction);
    extraction.checks = runChecks(extraction);
    for (const Check& check : extraction.checks) {
        if (check.ok) continue;
        for (Field& field : extraction.fields)
            if (check.paths.contains(field.path)) field.confidence *= 0.5;
    }
}

}  // namespace floe
