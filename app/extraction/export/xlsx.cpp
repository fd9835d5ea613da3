#include "app/extraction/export/xlsx.h"

#include <xlsxwriter.h>

#include <QDate>
#include <QFile>
#include <QTemporaryDir>
#include <algorithm>

#include "app/extraction/decimal.h"
#include "app/extraction/export/bill_facts.h"
#include "app/extraction/names.h"

namespace floe::exports {

namespace {

constexpr double kLeastWidth = 10, kMostWidth = 40;  // characters
constexpr int kMostDigits = 15;                      // that a spreadsheet's number keeps
constexpr int kMostText = 32'767;                    // bytes of a cell, the format's limit

/// One sheet being filled from the top.
class Sheet {
 public:
    Sheet(lxw_workbook* book, const char* name, const QStringList& columns)
        : sheet_(workbook_add_worksheet(book, name)) {
        head_ = workbook_add_format(book);
        format_set_bold(head_);
        format_set_bottom(head_, LXW_BORDER_THIN);
        date_ = workbook_add_format(book);
        format_set_num_format(date_, "yyyy-mm-dd");
        sum_ = workbook_add_format(book);
        format_set_num_format(sum_, "#,##0.00######");
        for (const QString& column : columns) write(column, head_);
        next();
        worksheet_freeze_panes(sheet_, 1, 0);
    }

    void text(const QString& value) { write(value, nullptr); }

    /// A date or number as such where it is one, else as text.
    void value(const QString& path, const QString& value) {
        const ValueKind kind = kindOf(path);
        const QDate day = QDate::fromString(value, Qt::ISODate);
        const auto number = Decimal::parse(value);
        const bool isNumber = kind == ValueKind::Amount || kind == ValueKind::Quantity || kind == ValueKind::Percent;
        if (kind == ValueKind::Date && day.isValid() && day.year() >= 1900) {
            lxw_datetime when{day.year(), day.month(), day.day(), 0, 0, 0};
            worksheet_write_datetime(sheet_, row_, column_, &when, date_);
            widen(value.size());
        } else if (isNumber && number &&
                   std::count_if(value.begin(), value.end(), [](QChar c) { return c.isDigit(); }) <= kMostDigits) {
            worksheet_write_number(sheet_, row_, column_, value.toDouble(), kind == ValueKind::Amount ? sum_ : nullptr);
            widen(value.size() + 2);
        } else {
            return text(oneLine(value));
        }
        ++column_;
    }

    void next() {
        ++row_;
        column_ = 0;
    }

    void setWidths() {
        for (size_t i = 0; i < widths_.size(); ++i)
            worksheet_set_column(sheet_, static_cast<lxw_col_t>(i), static_cast<lxw_col_t>(i),
                                 std::clamp(widths_[i] + 1, kLeastWidth, kMostWidth), nullptr);
    }

 private:
    /// As a string, never as a formula.
    void write(const QString& value, lxw_format* format) {
        QByteArray bytes = value.toUtf8();
        if (bytes.size() > kMostText) bytes = value.left(kMostText / 4).toUtf8();
        if (!bytes.isEmpty()) worksheet_write_string(sheet_, row_, column_, bytes.constData(), format);
        widen(value.size());
        ++column_;
    }

    void widen(qsizetype characters) {
        if (widths_.size() <= column_) widths_.resize(column_ + size_t{1});
        widths_[column_] = std::max(widths_[column_], static_cast<double>(characters));
    }

    lxw_worksheet* sheet_;
    lxw_format *head_ = nullptr, *date_ = nullptr, *sum_ = nullptr;
    lxw_row_t row_ = 0;
    lxw_col_t column_ = 0;
    std::vector<double> widths_;
};

void fill(Sheet& bills, Sheet& lines, const BillFacts& bill) {
    bills.text(bill.file);
    bills.text(bill.creditNote ? "credit_note" : "bill");
    for (const QString& path : headerPaths()) bills.value(path, bill[path]);
    bills.text(QStringList(bill.doubts.begin(), bill.doubts.end()).join(' '));
    bills.next();
    for (int i = 0; i < bill.lines.size(); ++i) {
        lines.text(bill.file);
        lines.text(bill["number"]);
        lines.value("lines.0.quantity", QString::number(i + 1));
        for (const QString& name : lineNames()) lines.value(linePath(i, name), bill.lines[i].value(name));
        lines.next();
    }
}

}  // namespace

QByteArray toXlsx(const QVector<Extraction>& bills) {
    const QTemporaryDir folder;
    const QString path = folder.filePath("bills.xlsx");
    lxw_workbook* book = folder.isValid() ? workbook_new(QFile::encodeName(path).constData()) : nullptr;
    if (!book) return {};
    Sheet first(book, "Bills", QStringList{"file", "kind"} + headerPaths() + QStringList{"doubts"});
    Sheet second(book, "Lines", QStringList{"file", "number", "line"} + lineNames());
    for (const Extraction& extraction : bills)
        if (!extraction.problem) fill(first, second, factsOf(extraction, false));
    first.setWidths();
    second.setWidths();
    if (workbook_close(book) != LXW_NO_ERROR) return {};
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

}  // namespace floe::exports
