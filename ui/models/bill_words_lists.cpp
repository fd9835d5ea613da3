#include <QHash>

#include "app/extraction/names.h"
#include "ui/models/bill_words.h"

namespace floe {

using Kind = BillWord::Kind;

namespace {

/// "allowances.0.amount" to ("allowances", 1, "amount").
struct Inner {
    QString list, member;
    int number = 0;
};

Inner innerOf(const QString& member) {
    return {member.section('.', 0, 0), member.section('.', 2), member.section('.', 1, 1).toInt() + 1};
}

Kind kindFrom(ValueKind kind) {
    switch (kind) {
        case ValueKind::Date:
            return Kind::Date;
        case ValueKind::Amount:
        case ValueKind::Quantity:
        case ValueKind::Percent:
            return Kind::Money;
        case ValueKind::Currency:
            return Kind::Currency;
        case ValueKind::Text:
            break;
    }
    return Kind::Text;
}

}  // namespace

Kind BillWords::kindOf(const QString& path) {
    for (const BillWord& word : head())
        if (word.path == path) return word.kind;
    const QString member = memberOf(path);
    if (member == "description" || member == "details" || path.startsWith("notes.")) return Kind::Block;
    return kindFrom(floe::kindOf(path));
}

QString BillWords::listLabel(const QString& list) {
    static const QHash<QString, QString> labels{{"lines", tr("Lines")},
                                                {"taxes", tr("Taxes")},
                                                {"document_allowances", tr("Deductions from the whole bill")},
                                                {"document_charges", tr("Surcharges on the whole bill")},
                                                {"notes", tr("Notes")},
                                                {"documents", tr("Documents that belong to the bill")},
                                                {"further_accounts", tr("Further accounts to pay to")},
                                                {"further_preceding_invoices", tr("Further preceding invoices")},
                                                {"further_seller_ids", tr("Further identifiers of the seller")}};
    return labels.value(list, list);
}

QString BillWords::memberLabel(const QString& list, const QString& member) {
    using Labels = QHash<QString, QString>;
    static const Labels lines{{"description", tr("Description")},
                              {"item_code", tr("Item")},
                              {"quantity", tr("Quantity")},
                              {"unit", tr("Unit")},
                              {"unit_price", tr("Unit price")},
                              {"tax_rate", tr("Tax %")},
                              {"tax_category", tr("Tax category")},
                              {"amount", tr("Amount")},
                              {"line_id", tr("Position")},
                              {"details", tr("Details")},
                              {"note", tr("Note")},
                              {"buyer_item_code", tr("Buyer’s item")},
                              {"standard_item_code", tr("Standard item number")},
                              {"standard_item_code_scheme", tr("Its list (code)")},
                              {"origin_country", tr("Made in")},
                              {"order_line", tr("Position of the order")},
                              {"accounting_reference", tr("Booking reference")},
                              {"object_id", tr("What is billed")},
                              {"object_id_scheme", tr("What is billed: its list (code)")},
                              {"period_start", tr("From")},
                              {"period_end", tr("Until")},
                              {"gross_price", tr("List price")},
                              {"price_discount", tr("Discount on the price")},
                              {"price_quantity", tr("Price is printed for")},
                              {"price_unit", tr("Unit of the price")}};
    static const Labels taxes{{"category", tr("Category")},
                              {"rate", tr("Rate %")},
                              {"base", tr("Of")},
                              {"amount", tr("Tax amount")},
                              {"exemption_reason", tr("Why no tax is due")},
                              {"exemption_code", tr("Why no tax is due (code)")}};
    static const Labels others{{"amount", tr("Amount")},
                               {"base", tr("Of")},
                               {"percent", tr("Percent")},
                               {"tax_category", tr("Tax category")},
                               {"tax_rate", tr("Tax %")},
                               {"reason", tr("Reason")},
                               {"reason_code", tr("Reason (code)")},
                               {"text", tr("Text")},
                               {"subject", tr("Subject (code)")},
                               {"reference", tr("Number")},
                               {"description", tr("Description")},
                               {"url", tr("Web address")},
                               {"file_name", tr("File")},
                               {"iban", tr("IBAN")},
                               {"bic", tr("BIC")},
                               {"account_name", tr("Account holder")},
                               {"number", tr("Invoice number")},
                               {"date", tr("Issue date")},
                               {"id", tr("Identifier")},
                               {"scheme", tr("List (code)")},
                               {"code", tr("Code")},
                               {"version", tr("Version of the list")},
                               {"name", tr("Name")},
                               {"value", tr("Value")}};
    if (member.contains('.')) {
        const Inner inner = innerOf(member);
        const QString label = others.value(inner.member, inner.member);
        if (inner.list == "allowances") return tr("Deduction %1: %2").arg(inner.number).arg(label);
        if (inner.list == "charges") return tr("Surcharge %1: %2").arg(inner.number).arg(label);
        if (inner.list == "classifications") return tr("Class %1: %2").arg(inner.number).arg(label);
        return tr("Property %1: %2").arg(inner.number).arg(label);
    }
    return (list == "lines" ? lines : list == "taxes" ? taxes : others).value(member, member);
}

QString BillWords::labelOf(const QString& path) {
    for (const BillWord& word : head())
        if (word.path == path) return word.group + QStringLiteral(": ") + word.label;
    const QString list = listOf(path), member = memberLabel(list, memberOf(path));
    const int at = itemOf(path) + 1;
    if (list == "taxes") return tr("Tax %1: %2").arg(at).arg(member);
    if (list == "lines") return tr("Line %1: %2").arg(at).arg(member);
    return tr("%1, %2: %3").arg(listLabel(list)).arg(at).arg(member);
}

}  // namespace floe
