#include "app/extraction/export/export.h"

#include "app/extraction/export/csv.h"
#include "app/extraction/export/en16931.h"
#include "app/extraction/export/xlsx.h"
#include "app/extraction/extraction_json.h"

namespace floe::exports {

namespace {

const QVector<QPair<QString, Format>>& formats() {
    static const QVector<QPair<QString, Format>> all{
        {"json", Format::Json}, {"csv", Format::Csv},     {"xlsx", Format::Xlsx},           {"ubl", Format::Ubl},
        {"cii", Format::Cii},   {"datev", Format::Datev}, {"beancount", Format::Beancount}, {"ledger", Format::Ledger}};
    return all;
}

QByteArray jsonLines(const QVector<Extraction>& bills) {
    QByteArray lines;
    for (const Extraction& bill : bills) lines += toJson(bill) + '\n';
    return lines;
}

Exported eInvoice(Format format, const QVector<Extraction>& bills) {
    if (bills.size() != 1 || bills[0].problem) return {};
    const EInvoiceBytes made = format == Format::Ubl ? toUbl(bills[0]) : toCii(bills[0]);
    Exported out{made.xml, {}};
    if (!made.leftOut.isEmpty()) out.notes += bills[0].file + ": written without " + made.leftOut.join("; ") + '.';
    if (!made.missing.isEmpty())
        out.notes += bills[0].file + ": the e-invoice is not valid yet; missing: " + made.missing.join("; ") + '.';
    return out;
}

Exported of(const Bookings& bookings) {
    return {bookings.bytes, bookings.leftOut};
}

}  // namespace

std::optional<Format> formatNamed(const QString& name) {
    for (const auto& [known, format] : formats())
        if (known == name) return format;
    return {};
}

QStringList formatNames() {
    QStringList names;
    for (const auto& [name, format] : formats()) names += name;
    return names;
}

bool isOneBillAFile(Format format) {
    return format == Format::Ubl || format == Format::Cii;
}

QString fileEnding(Format format) {
    switch (format) {
        case Format::Json:
            return ".jsonl";
        case Format::Csv:
        case Format::CsvLines:
        case Format::Datev:
            return ".csv";
        case Format::Xlsx:
            return ".xlsx";
        case Format::Ubl:
        case Format::Cii:
            return ".xml";
        case Format::Beancount:
            return ".beancount";
        case Format::Ledger:
            return ".ledger";
    }
    return {};
}

Exported exported(Format format, const QVector<Extraction>& bills, const Accounts& accounts) {
    switch (format) {
        case Format::Json:
            return {jsonLines(bills), {}};
        case Format::Csv:
        case Format::CsvLines:
            return {toCsv(bills, format == Format::CsvLines), {}};
        case Format::Xlsx:
            return {toXlsx(bills), {}};
        case Format::Ubl:
        case Format::Cii:
            return eInvoice(format, bills);
        case Format::Datev:
            return of(toDatev(bills));
        case Format::Beancount:
            return of(toBeancount(bills, accounts));
        case Format::Ledger:
            return of(toLedger(bills, accounts));
    }
    return {};
}

}  // namespace floe::exports
