#include "ui/models/bill_words.h"

#include <QDate>
#include <QLocale>
#include <QRegularExpression>

namespace floe {

namespace {

using Kind = BillWord::Kind;
using Shown = BillWord::Shown;

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
                  payment = tr("Payment"), references = tr("References"), booking = tr("Booking"),
                  delivery = tr("Delivery"), payee = tr("Payee"), representative = tr("Tax representative");
    return {
        {"number", invoice, tr("Invoice number"), Kind::Text},
        {"issue_date", invoice, tr("Issue date"), Kind::Date},
        {"type_code", invoice, tr("Type of document (code)"), Kind::Text, Shown::Said},
        {"due_date", invoice, tr("Due date"), Kind::Date},
        {"delivery_date", invoice, tr("Delivery date"), Kind::Date, Shown::OnWish},
        {"period_start", invoice, tr("Period from"), Kind::Date, Shown::OnWish},
        {"period_end", invoice, tr("Period until"), Kind::Date, Shown::OnWish},
        {"tax_date", invoice, tr("Tax date"), Kind::Date, Shown::Said},
        {"tax_date_code", invoice, tr("When the tax is due (code)"), Kind::Text, Shown::Said},
        {"seller.name", seller, tr("Name"), Kind::Text},
        {"seller.trading_name", seller, tr("Trading name"), Kind::Text, Shown::OnWish},
        {"seller.address", seller, tr("Address"), Kind::Block},
        {"seller.email", seller, tr("E-mail"), Kind::Text},
        {"seller.phone", seller, tr("Telephone"), Kind::Text, Shown::OnWish},
        {"seller.website", seller, tr("Website"), Kind::Text, Shown::OnWish},
        {"seller.vat_id", seller, tr("VAT number"), Kind::Text, Shown::OnWish},
        {"seller.tax_id", seller, tr("Tax number"), Kind::Text, Shown::OnWish},
        {"seller.legal_id", seller, tr("Register number"), Kind::Text, Shown::OnWish},
        {"seller.legal_id_scheme", seller, tr("Register (code)"), Kind::Text, Shown::Said},
        {"seller.id", seller, tr("Identifier"), Kind::Text, Shown::Said},
        {"seller.id_scheme", seller, tr("Identifier: its list (code)"), Kind::Text, Shown::Said},
        {"seller.legal_form", seller, tr("Legal details"), Kind::Block, Shown::Said},
        {"seller.electronic_address", seller, tr("Electronic address"), Kind::Text, Shown::Said},
        {"seller.electronic_address_scheme", seller, tr("Electronic address: its kind (code)"), Kind::Text,
         Shown::Said},
        {"seller.contact_name", seller, tr("Contact"), Kind::Text, Shown::Said},
        {"buyer.name", buyer, tr("Name"), Kind::Text},
        {"buyer.address", buyer, tr("Address"), Kind::Block},
        {"buyer.email", buyer, tr("E-mail"), Kind::Text},
        {"buyer.vat_id", buyer, tr("VAT number"), Kind::Text, Shown::OnWish},
        {"buyer.legal_id", buyer, tr("Register number"), Kind::Text, Shown::OnWish},
        {"buyer.legal_id_scheme", buyer, tr("Register (code)"), Kind::Text, Shown::Said},
        {"buyer.trading_name", buyer, tr("Trading name"), Kind::Text, Shown::Said},
        {"buyer.electronic_address", buyer, tr("Electronic address"), Kind::Text, Shown::Said},
        {"buyer.electronic_address_scheme", buyer, tr("Electronic address: its kind (code)"), Kind::Text, Shown::Said},
        {"buyer.contact_name", buyer, tr("Contact"), Kind::Text, Shown::Said},
        {"buyer.phone", buyer, tr("Telephone"), Kind::Text, Shown::Said},
        {"payee.name", payee, tr("Name"), Kind::Text, Shown::Said},
        {"payee.id", payee, tr("Identifier"), Kind::Text, Shown::Said},
        {"payee.id_scheme", payee, tr("Identifier: its list (code)"), Kind::Text, Shown::Said},
        {"payee.legal_id", payee, tr("Register number"), Kind::Text, Shown::Said},
        {"payee.legal_id_scheme", payee, tr("Register (code)"), Kind::Text, Shown::Said},
        {"tax_representative.name", representative, tr("Name"), Kind::Text, Shown::Said},
        {"tax_representative.vat_id", representative, tr("VAT number"), Kind::Text, Shown::Said},
        {"tax_representative.address", representative, tr("Address"), Kind::Block, Shown::Said},
        {"delivery.name", delivery, tr("Delivered to"), Kind::Text, Shown::Said},
        {"delivery.location_id", delivery, tr("Place (number)"), Kind::Text, Shown::Said},
        {"delivery.location_id_scheme", delivery, tr("Place: its list (code)"), Kind::Text, Shown::Said},
        {"delivery.address", delivery, tr("Address"), Kind::Block, Shown::Said},
        {"order_number", references, tr("Order number"), Kind::Text, Shown::OnWish},
        {"customer_number", references, tr("Customer number"), Kind::Text, Shown::OnWish},
        {"customer_number_scheme", references, tr("Customer number: its list (code)"), Kind::Text, Shown::Said},
        {"buyer_reference", references, tr("Buyer’s reference"), Kind::Text, Shown::OnWish},
        {"preceding_invoice", references, tr("Preceding invoice"), Kind::Text, Shown::OnWish},
        {"preceding_invoice_date", references, tr("Preceding invoice: date"), Kind::Date, Shown::Said},
        {"project_number", references, tr("Project number"), Kind::Text, Shown::Said},
        {"contract_number", references, tr("Contract number"), Kind::Text, Shown::Said},
        {"sales_order_number", references, tr("Seller’s order number"), Kind::Text, Shown::Said},
        {"receiving_advice", references, tr("Receiving advice"), Kind::Text, Shown::Said},
        {"despatch_advice", references, tr("Delivery note"), Kind::Text, Shown::Said},
        {"tender", references, tr("Tender or lot"), Kind::Text, Shown::Said},
        {"object_id", references, tr("What is billed (number)"), Kind::Text, Shown::Said},
        {"object_id_scheme", references, tr("What is billed: its list (code)"), Kind::Text, Shown::Said},
        {"accounting_reference", references, tr("Buyer’s booking reference"), Kind::Text, Shown::Said},
        {"process", references, tr("Business process"), Kind::Text, Shown::Said},
        {"specification", references, tr("Kind of e-invoice"), Kind::Text, Shown::Said},
        {"payment.terms", payment, tr("Terms"), Kind::Block, Shown::OnWish},
        {"payment.iban", payment, tr("IBAN"), Kind::Text, Shown::OnWish},
        {"payment.bic", payment, tr("BIC"), Kind::Text, Shown::OnWish},
        {"payment.reference", payment, tr("Payment reference"), Kind::Text, Shown::OnWish},
        {"payment.account_name", payment, tr("Account holder"), Kind::Text, Shown::Said},
        {"payment.means_code", payment, tr("Way of payment (code)"), Kind::Text, Shown::Said},
        {"payment.means", payment, tr("Way of payment"), Kind::Text, Shown::Said},
        {"payment.card_number", payment, tr("Card number"), Kind::Text, Shown::Said},
        {"payment.card_holder", payment, tr("Card holder"), Kind::Text, Shown::Said},
        {"payment.mandate", payment, tr("Direct debit mandate"), Kind::Text, Shown::Said},
        {"payment.creditor_id", payment, tr("Creditor identifier"), Kind::Text, Shown::Said},
        {"payment.debited_account", payment, tr("Account debited"), Kind::Text, Shown::Said},
        {"currency", sums, tr("Currency"), Kind::Currency},
        {"tax_currency", sums, tr("Tax currency"), Kind::Currency, Shown::Said},
        {"lines_total", sums, tr("Sum of lines"), Kind::Money, Shown::OnWish},
        {"allowances", sums, tr("Deductions"), Kind::Money, Shown::OnWish},
        {"charges", sums, tr("Surcharges"), Kind::Money, Shown::OnWish},
        {"net", sums, tr("Net"), Kind::Money},
        {"tax", sums, tr("Tax"), Kind::Money},
        {"tax_in_tax_currency", sums, tr("Tax in the tax currency"), Kind::Money, Shown::Said},
        {"total", sums, tr("Total with tax"), Kind::Money},
        {"paid", sums, tr("Already paid"), Kind::Money},
        {"rounding", sums, tr("Rounding"), Kind::Money, Shown::OnWish},
        {"amount_due", sums, tr("Amount due"), Kind::Money},
        {"category", booking, tr("Account"), Kind::Text},
    };
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
