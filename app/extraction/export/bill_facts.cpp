#include "app/extraction/export/bill_facts.h"

#include <QRegularExpression>
#include <QSet>

#include "app/extraction/decimal.h"
#include "app/extraction/names.h"

namespace floe::exports {

namespace {

std::optional<Decimal> sum(const QString& a, const QString& b, bool minus = false) {
    const auto x = Decimal::parse(a), y = Decimal::parse(b);
    return x && y ? Decimal::add(*x, minus ? -*y : *y) : std::nullopt;
}

void fill(Values& values, const QString& path, const std::optional<Decimal>& value) {
    if (value && values.value(path).isEmpty()) values[path] = value->toString();
}

std::optional<Decimal> sumOfLines(const QVector<Values>& lines) {
    Decimal all;
    for (const Values& line : lines) {
        const auto amount = Decimal::parse(line.value("amount"));
        const auto next = amount ? Decimal::add(all, *amount) : std::nullopt;
        if (!next) return {};
        all = *next;
    }
    return lines.isEmpty() ? std::nullopt : std::optional(all);
}

/// The one rate of a bill that lists none: its lines', or the one that makes net into tax to the cent.
QString onlyRate(const BillFacts& bill) {
    QSet<QString> rates;
    for (const Values& line : bill.lines) rates.insert(line.value("tax_rate"));
    rates.remove({});
    if (rates.size() == 1) return *rates.begin();
    if (!rates.isEmpty()) return {};
    const auto net = Decimal::parse(bill["net"]), tax = Decimal::parse(bill["tax"]);
    if (!net || !tax || net->isZero()) return {};
    if (tax->isZero()) return "0";
    const auto hundredfold = Decimal::multiply(*tax, Decimal(100, 0), 9);
    auto rate = hundredfold ? Decimal::divide(*hundredfold, *net, 2) : std::nullopt;
    if (!rate) return {};
    rate = Decimal::multiply(*rate, Decimal(1, 0), 1);
    const auto product = Decimal::multiply(*net, *rate, 9);
    const auto back = product ? Decimal::divide(*product, Decimal(100, 0), 9) : std::nullopt;
    const auto cents = back ? Decimal::multiply(*back, Decimal(1, 0), tax->scale()) : std::nullopt;
    return cents && *cents == *tax ? rate->toString() : QString();
}

QVector<Values> grown(QVector<Values> items, int at) {
    if (at >= items.size()) items.resize(at + 1);
    return items;
}

void put(QVector<Values>& items, const Field& field) {
    if (const int at = itemOf(field.path); at < items.size()) items[at][memberOf(field.path)] = field.shown();
}

void complete(BillFacts& bill) {
    Values& h = bill.header;
    fill(h, "net", sum(h.value("total"), h.value("tax"), true));
    fill(h, "tax", sum(h.value("total"), h.value("net"), true));
    fill(h, "total", sum(h.value("net"), h.value("tax")));
    fill(h, "lines_total", sumOfLines(bill.lines));
    const QString paid = h.value("paid").isEmpty() ? QString("0") : h.value("paid");
    fill(h, "amount_due", sum(h.value("total"), paid, true));
    if (!bill.taxes.isEmpty() || h.value("net").isEmpty() || h.value("tax").isEmpty()) return;
    if (const QString rate = onlyRate(bill); !rate.isEmpty())
        bill.taxes.append(Values{{"rate", rate}, {"base", h["net"]}, {"amount", h["tax"]}});
}

}  // namespace

QVector<Values> within(const Values& item, const QString& list) {
    QVector<Values> items;
    for (auto it = item.begin(); it != item.end(); ++it) {
        if (!it.key().startsWith(list + '.')) continue;
        const int at = it.key().section('.', 1, 1).toInt();
        items = grown(items, at);
        items[at][it.key().section('.', 2)] = it.value();
    }
    return items;
}

BillFacts factsOf(const Extraction& extraction, bool completed) {
    using Status = Field::Status;
    BillFacts bill;
    bill.file = extraction.file;
    bill.creditNote = extraction.kind == "credit_note";
    bill.lines.resize(extraction.lineCount);
    bill.taxes.resize(extraction.taxCount);
    for (const Field& field : extraction.fields) {
        const bool unsure =
            field.status == Status::Doubtful || field.status == Status::Ambiguous || field.status == Status::Unparsed;
        if (unsure && !field.corrected) bill.doubts.append(field.path);
        const QString list = listOf(field.path);
        if (list.isEmpty())
            bill.header[field.path] = field.shown();
        else if (list == "lines" || list == "taxes")
            put(list == "lines" ? bill.lines : bill.taxes, field);
        else
            put(bill.lists[list] = grown(bill.lists.value(list), itemOf(field.path)), field);
    }
    for (const Check& check : extraction.checks) bill.checksHold &= check.ok;
    if (completed) complete(bill);
    return bill;
}

AddressParts addressParts(const QString& address) {
    static const QRegularExpression country("^[A-Z]{2}$");
    static const QRegularExpression town(
        "^((?:[A-Z]{1,2}-)?[0-9][0-9A-Z]{2,}(?: (?:[0-9]{2,3}|[A-Z]{2}))?) +([^0-9].*)$");
    AddressParts parts;
    QStringList lines = address.split('\n', Qt::SkipEmptyParts);
    if (!lines.isEmpty() && country.match(lines.last().trimmed()).hasMatch())
        parts.country = lines.takeLast().trimmed();
    const qsizetype last = lines.size() - 1;
    for (qsizetype i = last; i >= 0 && i >= last - 1; --i) {
        if (i == 0 && last > 0) break;  // "1600 Amphitheatre Parkway": what stands first is a street
        const auto match = town.match(lines[i].trimmed());
        if (!match.hasMatch()) continue;
        parts.postcode = match.captured(1);
        parts.city = match.captured(2);
        parts.region = lines.mid(i + 1).join(", ");
        lines = lines.mid(0, i);
        break;
    }
    // Three lines of streets, town and region are all that an e-invoice has: so many lines have no other meaning.
    if (parts.city.isEmpty() && lines.size() > 4) parts.region = lines.takeLast();
    if (parts.city.isEmpty() && !lines.isEmpty()) parts.city = lines.takeLast();
    parts.streets = lines.mid(0, 2);
    if (lines.size() > 2) parts.streets += lines.mid(2).join(", ");
    return parts;
}

QString oneLine(const QString& text) {
    return QString(text).replace('\n', ", ");
}

}  // namespace floe::exports
