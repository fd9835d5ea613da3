#include "app/extraction/export/csv.h"

#include <QRegularExpression>

#include "app/extraction/export/bill_facts.h"
#include "app/extraction/names.h"

namespace floe::exports {

namespace {

QString cell(const QString& value) {
    return harmless(oneLine(value));
}

QStringList billRow(const BillFacts& bill) {
    QStringList row{harmless(bill.file), bill.creditNote ? "credit_note" : "bill"};
    for (const QString& path : headerPaths()) row += cell(bill[path]);
    return row << QStringList(bill.doubts.begin(), bill.doubts.end()).join(' ');
}

QStringList lineRow(const BillFacts& bill, int line) {
    QStringList row{harmless(bill.file), harmless(bill["number"]), QString::number(line + 1)};
    for (const QString& name : lineNames()) row += cell(bill.lines[line].value(name));
    return row;
}

}  // namespace

QString harmless(const QString& text) {
    if (text.isEmpty() || !QString("=+-@\t\r").contains(text.front())) return text;
    static const QRegularExpression number("^[+-]?[0-9]+(\\.[0-9]+)?$");
    return number.match(text).hasMatch() ? text : '\'' + text;
}

QByteArray csvRow(const QStringList& values, char separator) {
    QStringList cells;
    for (QString value : values) {
        const bool quoted = value.contains(QLatin1Char(separator)) || value.contains('"') || value.contains('\n') ||
                            value.contains('\r');
        cells += quoted ? '"' + value.replace('"', "\"\"") + '"' : value;
    }
    return cells.join(QLatin1Char(separator)).toUtf8() + "\r\n";
}

QByteArray toCsv(const QVector<Extraction>& bills, bool lines) {
    QByteArray out = "\xef\xbb\xbf";
    out += lines ? csvRow(QStringList{"file", "number", "line"} + lineNames())
                 : csvRow(QStringList{"file", "kind"} + headerPaths() + QStringList{"doubts"});
    for (const Extraction& extraction : bills) {
        if (extraction.problem) continue;
        const BillFacts bill = factsOf(extraction, false);
        if (!lines) out += csvRow(billRow(bill));
        for (int i = 0; lines && i < bill.lines.size(); ++i) out += csvRow(lineRow(bill, i));
    }
    return out;
}

}  // namespace floe::exports
