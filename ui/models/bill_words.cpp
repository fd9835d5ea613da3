#include "ui/models/bill_words.h"

#include <QDate>
#include <QLocale>
#include <QRegularExpression>

namespace floe {

namespace {

using Kind = BillWord::Kind;

std::optional<QString> isoDate(const QString& typed) {
    for (const QDate& date :
         {QDate::fromString(typed, Qt::ISODate), QLocale().toDate(typed, QLocale::ShortFormat),
          QLocale().toDate(typed, QLocale::LongFormat), QDate::fromString(typed, QStringLiteral("d.M.yyyy"))})
        if (date.isValid() && date.year() >= 1900) return date.toString(Qt::ISODate);
    return {};
}

// The last point or comma is the decimal one where two digits or fewer follow it; all others only group.
std::optional<QString> plainDecimal(QString typed) {
    typed.remove(QRegularExpression(QStringLiteral("[\\s'’]")));
    static const QRegularExpression shape(QStringLiteral("^-?\\d[\\d.,]*$"));
    if (!shape.match(typed).hasMatch()) return {};
    const qsizetype last = std::max(typed.lastIndexOf('.'), typed.lastIndexOf(','));
    if (last < 0) return typed;
    const QString fraction = typed.mid(last + 1);
    QString whole = typed.left(last);
    const bool grouped = whole.contains('.') || whole.contains(',');
    const bool decimal = fraction.size() != 3 || (grouped && !whole.contains(typed[last]));
    whole.remove('.').remove(',');
    if (fraction.isEmpty()) return {};
    return decimal ? whole + '.' + fraction : whole + fraction;
}

}  // namespace

QVector<BillWord> BillWords::head() {
    const QString invoice = tr("Invoice"), seller = tr("Seller"), buyer = tr("Buyer"), sums = tr("Amounts"),
                  payment = tr("Payment"), references = tr("References"), booking = tr("Booking");
    return {
        {"number", invoice, tr("Invoice number"), Kind::Text},
        {"issue_date", invoice, tr("Issue date"), Kind::Date},
        {"due_date", invoice, tr("Due date"), Kind::Date},
        {"delivery_date", invoice, tr("Delivery date"), Kind::Date, false},
        {"period_start", invoice, tr("Period from"), Kind::Date, false},
        {"period_end", invoice, tr("Period until"), Kind::Date, false},
        {"seller.name", seller, tr("Name"), Kind::Text},
        {"seller.trading_name", seller, tr("Trading name"), Kind::Text, false},
        {"seller.address", seller, tr("Address"), Kind::Block},
        {"seller.email", seller, tr("E-mail"), Kind::Text},
        {"seller.phone", seller, tr("Telephone"), Kind::Text, false},
        {"seller.website", seller, tr("Website"), Kind::Text, false},
        {"seller.vat_id", seller, tr("VAT number"), Kind::Text, false},
        {"seller.tax_id", seller, tr("Tax number"), Kind::Text, false},
        {"seller.legal_id", seller, tr("Register number"), Kind::Text, false},
        {"buyer.name", buyer, tr("Name"), Kind::Text},
        {"buyer.address", buyer, tr("Address"), Kind::Block},
        {"buyer.email", buyer, tr("E-mail"), Kind::Text},
        {"buyer.vat_id", buyer, tr("VAT number"), Kind::Text, false},
        {"order_number", references, tr("Order number"), Kind::Text, false},
        {"customer_number", references, tr("Customer number"), Kind::Text, false},
        {"buyer_reference", references, tr("Buyer’s reference"), Kind::Text, false},
        {"preceding_invoice", references, tr("Preceding invoice"), Kind::Text, false},
        {"payment.terms", payment, tr("Terms"), Kind::Block, false},
        {"payment.iban", payment, tr("IBAN"), Kind::Text, false},
        {"payment.bic", payment, tr("BIC"), Kind::Text, false},
        {"payment.reference", payment, tr("Payment reference"), Kind::Text, false},
        {"currency", sums, tr("Currency"), Kind::Currency},
        {"lines_total", sums, tr("Sum of lines"), Kind::Money, false},
        {"allowances", sums, tr("Deductions"), Kind::Money, false},
        {"charges", sums, tr("Surcharges"), Kind::Money, false},
        {"net", sums, tr("Net"), Kind::Money},
        {"tax", sums, tr("Tax"), Kind::Money},
        {"total", sums, tr("Total with tax"), Kind::Money},
        {"paid", sums, tr("Already paid"), Kind::Money},
        {"rounding", sums, tr("Rounding"), Kind::Money, false},
        {"amount_due", sums, tr("Amount due"), Kind::Money},
        {"category", booking, tr("Account"), Kind::Text},
    };
}

Kind BillWords::kindOf(const QString& path) {
    for (const BillWord& word : head())
        if (word.path == path) return word.kind;
    const QString member = path.section('.', 2);
    if (member == "description") return Kind::Block;
    return QStringList{"item_code", "unit", "tax_category", "category", ""}.contains(member) ? Kind::Text : Kind::Money;
}

QString BillWords::memberLabel(const QString& list, const QString& member) {
    const QPair<const char*, QString> lines[] = {{"description", tr("Description")},   {"item_code", tr("Item")},
                                                 {"quantity", tr("Quantity")},         {"unit", tr("Unit")},
                                                 {"unit_price", tr("Unit price")},     {"tax_rate", tr("Tax %")},
                                                 {"tax_category", tr("Tax category")}, {"amount", tr("Amount")}};
    const QPair<const char*, QString> taxes[] = {
        {"category", tr("Category")}, {"rate", tr("Rate %")}, {"base", tr("Of")}, {"amount", tr("Tax amount")}};
    if (list == "taxes") {
        for (const auto& [name, label] : taxes)
            if (member == name) return label;
        return member;
    }
    for (const auto& [name, label] : lines)
        if (member == name) return label;
    return member;
}

QString BillWords::labelOf(const QString& path) {
    for (const BillWord& word : head())
        if (word.path == path) return word.group + QStringLiteral(": ") + word.label;
    const QString list = path.section('.', 0, 0);
    const int at = path.section('.', 1, 1).toInt() + 1;
    const QString member = memberLabel(list, path.section('.', 2));
    return list == "taxes" ? tr("Tax %1: %2").arg(at).arg(member) : tr("Line %1: %2").arg(at).arg(member);
}

std::optional<QString> BillWords::understood(Kind kind, const QString& typed, QString* problem) {
    const QString text = typed.trimmed();
    if (text.isEmpty()) return QString();  // the person says: it is not on the bill
    switch (kind) {
        case Kind::Date:
            if (const auto date = isoDate(text)) return date;
            *problem = tr("This is no date; write it as year, month, day, such as 2024-04-30.");
            return {};
        case Kind::Money:
            if (const auto number = plainDecimal(text)) return number;
            *problem = tr("This is no number; write it with digits and a point, such as 1234.56.");
            return {};
        case Kind::Currency: {
            static const QRegularExpression code(QStringLiteral("^[A-Za-z]{3}$"));
            if (code.match(text).hasMatch()) return text.toUpper();
            *problem = tr("A currency is written with three letters, such as EUR or USD.");
            return {};
        }
        case Kind::Text:
        case Kind::Block:
            break;
    }
    return text;
}

QString BillWords::doubt(const Field& field) {
    if (field.corrected || field.confirmed) return {};
    switch (field.status) {
        case Field::Status::Doubtful:
            return field.note.isEmpty() ? tr("Please compare this with the page.") : field.note;
        case Field::Status::Ambiguous:
            return field.note.isEmpty() ? tr("This can be read in more than one way.") : field.note;
        case Field::Status::Unparsed:
            return field.note.isEmpty() ? tr("What is printed here could not be understood.") : field.note;
        case Field::Status::Ok:
        case Field::Status::Derived:
        case Field::Status::Xml:
            break;
    }
    return {};
}

}  // namespace floe
