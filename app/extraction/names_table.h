// The table behind names.h, in the order of the form: for it alone. "#" stands for the number of a list's item. What
// one may change: a row more, and what docs/extract-output.md says of it; a name that is there stays.
#pragma once

#include "app/extraction/names.h"

namespace floe {

/// Model: the built-in model reads it; Usual: every bill has it, said or not; Rare: only where a bill says it.
enum class Use { Model, Usual, Rare };

struct Name {
    const char* path;
    ValueKind kind;
    Use use;
};

inline constexpr Name kNames[] = {
    {"seller.name", ValueKind::Text, Use::Model},                      // BT-27
    {"seller.trading_name", ValueKind::Text, Use::Usual},              // BT-28
    {"seller.address", ValueKind::Text, Use::Model},                   // BG-5
    {"seller.email", ValueKind::Text, Use::Model},                     // BT-43
    {"seller.phone", ValueKind::Text, Use::Usual},                     // BT-42
    {"seller.website", ValueKind::Text, Use::Usual},                   // of no term: what the letter head prints
    {"seller.vat_id", ValueKind::Text, Use::Usual},                    // BT-31
    {"seller.tax_id", ValueKind::Text, Use::Usual},                    // BT-32
    {"seller.legal_id", ValueKind::Text, Use::Usual},                  // BT-30
    {"seller.legal_id_scheme", ValueKind::Text, Use::Rare},            // BT-30-1
    {"seller.id", ValueKind::Text, Use::Rare},                         // BT-29
    {"seller.id_scheme", ValueKind::Text, Use::Rare},                  // BT-29-1
    {"seller.legal_form", ValueKind::Text, Use::Rare},                 // BT-33
    {"seller.electronic_address", ValueKind::Text, Use::Rare},         // BT-34
    {"seller.electronic_address_scheme", ValueKind::Text, Use::Rare},  // BT-34-1
    {"seller.contact_name", ValueKind::Text, Use::Rare},               // BT-41
    {"buyer.name", ValueKind::Text, Use::Model},                       // BT-44
    {"buyer.address", ValueKind::Text, Use::Model},                    // BG-8
    {"buyer.email", ValueKind::Text, Use::Model},                      // BT-58
    {"buyer.vat_id", ValueKind::Text, Use::Usual},                     // BT-48
    {"buyer.legal_id", ValueKind::Text, Use::Usual},                   // BT-47
    {"buyer.legal_id_scheme", ValueKind::Text, Use::Rare},             // BT-47-1
    {"buyer.trading_name", ValueKind::Text, Use::Rare},                // BT-45
    {"buyer.electronic_address", ValueKind::Text, Use::Rare},          // BT-49
    {"buyer.electronic_address_scheme", ValueKind::Text, Use::Rare},   // BT-49-1
    {"buyer.contact_name", ValueKind::Text, Use::Rare},                // BT-56
    {"buyer.phone", ValueKind::Text, Use::Rare},                       // BT-57
    {"payee.name", ValueKind::Text, Use::Rare},                        // BT-59
    {"payee.id", ValueKind::Text, Use::Rare},                          // BT-60
    {"payee.id_scheme", ValueKind::Text, Use::Rare},                   // BT-60-1
    {"payee.legal_id", ValueKind::Text, Use::Rare},                    // BT-61
    {"payee.legal_id_scheme", ValueKind::Text, Use::Rare},             // BT-61-1
    {"tax_representative.name", ValueKind::Text, Use::Rare},           // BT-62
    {"tax_representative.vat_id", ValueKind::Text, Use::Rare},         // BT-63
    {"tax_representative.address", ValueKind::Text, Use::Rare},        // BG-12
    {"number", ValueKind::Text, Use::Model},                           // BT-1
    {"issue_date", ValueKind::Date, Use::Model},                       // BT-2
    {"type_code", ValueKind::Text, Use::Rare},                         // BT-3
    {"due_date", ValueKind::Date, Use::Model},                         // BT-9
    {"tax_date", ValueKind::Date, Use::Rare},                          // BT-7
    {"tax_date_code", ValueKind::Text, Use::Rare},                     // BT-8, a code of UNTDID 2005
    {"delivery_date", ValueKind::Date, Use::Usual},                    // BT-72
    {"period_start", ValueKind::Date, Use::Usual},                     // BT-73
    {"period_end", ValueKind::Date, Use::Usual},                       // BT-74
    {"delivery.name", ValueKind::Text, Use::Rare},                     // BT-70
    {"delivery.location_id", ValueKind::Text, Use::Rare},              // BT-71
    {"delivery.location_id_scheme", ValueKind::Text, Use::Rare},       // BT-71-1
    {"delivery.address", ValueKind::Text, Use::Rare},                  // BG-15
    {"order_number", ValueKind::Text, Use::Usual},                     // BT-13
    {"customer_number", ValueKind::Text, Use::Usual},                  // BT-46
    {"customer_number_scheme", ValueKind::Text, Use::Rare},            // BT-46-1
    {"buyer_reference", ValueKind::Text, Use::Usual},                  // BT-10
    {"preceding_invoice", ValueKind::Text, Use::Usual},                // BT-25: the bill that a credit note is about
    {"preceding_invoice_date", ValueKind::Date, Use::Rare},            // BT-26
    {"project_number", ValueKind::Text, Use::Rare},                    // BT-11
    {"contract_number", ValueKind::Text, Use::Rare},                   // BT-12
    {"sales_order_number", ValueKind::Text, Use::Rare},                // BT-14
    {"receiving_advice", ValueKind::Text, Use::Rare},                  // BT-15
    {"despatch_advice", ValueKind::Text, Use::Rare},                   // BT-16
    {"tender", ValueKind::Text, Use::Rare},                            // BT-17
    {"object_id", ValueKind::Text, Use::Rare},                         // BT-18
    {"object_id_scheme", ValueKind::Text, Use::Rare},                  // BT-18-1
    {"accounting_reference", ValueKind::Text, Use::Rare},              // BT-19
    {"process", ValueKind::Text, Use::Rare},                           // BT-23
    {"specification", ValueKind::Text, Use::Rare},                     // BT-24
    {"payment.terms", ValueKind::Text, Use::Usual},                    // BT-20
    {"payment.iban", ValueKind::Text, Use::Usual},                     // BT-84
    {"payment.bic", ValueKind::Text, Use::Usual},                      // BT-86
    {"payment.reference", ValueKind::Text, Use::Usual},                // BT-83
    {"payment.account_name", ValueKind::Text, Use::Rare},              // BT-85
    {"payment.means_code", ValueKind::Text, Use::Rare},                // BT-81
    {"payment.means", ValueKind::Text, Use::Rare},                     // BT-82
    {"payment.card_number", ValueKind::Text, Use::Rare},               // BT-87
    {"payment.card_holder", ValueKind::Text, Use::Rare},               // BT-88
    {"payment.mandate", ValueKind::Text, Use::Rare},                   // BT-89
    {"payment.creditor_id", ValueKind::Text, Use::Rare},               // BT-90
    {"payment.debited_account", ValueKind::Text, Use::Rare},           // BT-91
    {"currency", ValueKind::Currency, Use::Model},                     // BT-5
    {"tax_currency", ValueKind::Currency, Use::Rare},                  // BT-6
    {"lines_total", ValueKind::Amount, Use::Usual},                    // BT-106
    {"allowances", ValueKind::Amount, Use::Usual},                     // BT-107
    {"charges", ValueKind::Amount, Use::Usual},                        // BT-108
    {"net", ValueKind::Amount, Use::Model},                            // BT-109
    {"tax", ValueKind::Amount, Use::Model},                            // BT-110
    {"tax_in_tax_currency", ValueKind::Amount, Use::Rare},             // BT-111
    {"total", ValueKind::Amount, Use::Model},                          // BT-112
    {"paid", ValueKind::Amount, Use::Model},                           // BT-113
    {"rounding", ValueKind::Amount, Use::Usual},                       // BT-114
    {"amount_due", ValueKind::Amount, Use::Model},                     // BT-115
    {"category", ValueKind::Text, Use::Usual},  // of no term: the account that a person books it to

    {"lines.#.description", ValueKind::Text, Use::Model},               // BT-153
    {"lines.#.item_code", ValueKind::Text, Use::Usual},                 // BT-155
    {"lines.#.quantity", ValueKind::Quantity, Use::Model},              // BT-129
    {"lines.#.unit", ValueKind::Text, Use::Usual},                      // BT-130
    {"lines.#.unit_price", ValueKind::Amount, Use::Model},              // BT-146, for one unit
    {"lines.#.tax_rate", ValueKind::Percent, Use::Usual},               // BT-152
    {"lines.#.tax_category", ValueKind::Text, Use::Usual},              // BT-151
    {"lines.#.amount", ValueKind::Amount, Use::Model},                  // BT-131
    {"lines.#.line_id", ValueKind::Text, Use::Rare},                    // BT-126
    {"lines.#.details", ValueKind::Text, Use::Rare},                    // BT-154
    {"lines.#.note", ValueKind::Text, Use::Rare},                       // BT-127
    {"lines.#.buyer_item_code", ValueKind::Text, Use::Rare},            // BT-156
    {"lines.#.standard_item_code", ValueKind::Text, Use::Rare},         // BT-157
    {"lines.#.standard_item_code_scheme", ValueKind::Text, Use::Rare},  // BT-157-1
    {"lines.#.origin_country", ValueKind::Text, Use::Rare},             // BT-159
    {"lines.#.order_line", ValueKind::Text, Use::Rare},                 // BT-132
    {"lines.#.accounting_reference", ValueKind::Text, Use::Rare},       // BT-133
    {"lines.#.object_id", ValueKind::Text, Use::Rare},                  // BT-128
    {"lines.#.object_id_scheme", ValueKind::Text, Use::Rare},           // BT-128-1
    {"lines.#.period_start", ValueKind::Date, Use::Rare},               // BT-134
    {"lines.#.period_end", ValueKind::Date, Use::Rare},                 // BT-135
    {"lines.#.gross_price", ValueKind::Amount, Use::Rare},              // BT-148, for one unit
    {"lines.#.price_discount", ValueKind::Amount, Use::Rare},           // BT-147, for one unit
    {"lines.#.price_quantity", ValueKind::Quantity,
     Use::Rare},                                         // BT-149: the quantity that the bill says its prices for
    {"lines.#.price_unit", ValueKind::Text, Use::Rare},  // BT-150
    {"lines.#.allowances.#.amount", ValueKind::Amount, Use::Rare},      // BT-136
    {"lines.#.allowances.#.base", ValueKind::Amount, Use::Rare},        // BT-137
    {"lines.#.allowances.#.percent", ValueKind::Percent, Use::Rare},    // BT-138
    {"lines.#.allowances.#.reason", ValueKind::Text, Use::Rare},        // BT-139
    {"lines.#.allowances.#.reason_code", ValueKind::Text, Use::Rare},   // BT-140
    {"lines.#.charges.#.amount", ValueKind::Amount, Use::Rare},         // BT-141
    {"lines.#.charges.#.base", ValueKind::Amount, Use::Rare},           // BT-142
    {"lines.#.charges.#.percent", ValueKind::Percent, Use::Rare},       // BT-143
    {"lines.#.charges.#.reason", ValueKind::Text, Use::Rare},           // BT-144
    {"lines.#.charges.#.reason_code", ValueKind::Text, Use::Rare},      // BT-145
    {"lines.#.classifications.#.code", ValueKind::Text, Use::Rare},     // BT-158
    {"lines.#.classifications.#.scheme", ValueKind::Text, Use::Rare},   // BT-158-1
    {"lines.#.classifications.#.version", ValueKind::Text, Use::Rare},  // BT-158-2
    {"lines.#.attributes.#.name", ValueKind::Text, Use::Rare},          // BT-160
    {"lines.#.attributes.#.value", ValueKind::Text, Use::Rare},         // BT-161

    {"taxes.#.category", ValueKind::Text, Use::Usual},         // BT-118
    {"taxes.#.rate", ValueKind::Percent, Use::Usual},          // BT-119
    {"taxes.#.base", ValueKind::Amount, Use::Usual},           // BT-116
    {"taxes.#.amount", ValueKind::Amount, Use::Usual},         // BT-117
    {"taxes.#.exemption_reason", ValueKind::Text, Use::Rare},  // BT-120
    {"taxes.#.exemption_code", ValueKind::Text, Use::Rare},    // BT-121

    {"document_allowances.#.amount", ValueKind::Amount, Use::Rare},      // BT-92
    {"document_allowances.#.base", ValueKind::Amount, Use::Rare},        // BT-93
    {"document_allowances.#.percent", ValueKind::Percent, Use::Rare},    // BT-94
    {"document_allowances.#.tax_category", ValueKind::Text, Use::Rare},  // BT-95
    {"document_allowances.#.tax_rate", ValueKind::Percent, Use::Rare},   // BT-96
    {"document_allowances.#.reason", ValueKind::Text, Use::Rare},        // BT-97
    {"document_allowances.#.reason_code", ValueKind::Text, Use::Rare},   // BT-98
    {"document_charges.#.amount", ValueKind::Amount, Use::Rare},         // BT-99
    {"document_charges.#.base", ValueKind::Amount, Use::Rare},           // BT-100
    {"document_charges.#.percent", ValueKind::Percent, Use::Rare},       // BT-101
    {"document_charges.#.tax_category", ValueKind::Text, Use::Rare},     // BT-102
    {"document_charges.#.tax_rate", ValueKind::Percent, Use::Rare},      // BT-103
    {"document_charges.#.reason", ValueKind::Text, Use::Rare},           // BT-104
    {"document_charges.#.reason_code", ValueKind::Text, Use::Rare},      // BT-105
    {"notes.#.text", ValueKind::Text, Use::Rare},                        // BT-22
    {"notes.#.subject", ValueKind::Text, Use::Rare},                     // BT-21
    {"documents.#.reference", ValueKind::Text, Use::Rare},               // BT-122
    {"documents.#.description", ValueKind::Text, Use::Rare},             // BT-123
    {"documents.#.url", ValueKind::Text, Use::Rare},                     // BT-124
    {"documents.#.file_name", ValueKind::Text, Use::Rare},               // BT-125-2
    {"further_accounts.#.iban", ValueKind::Text, Use::Rare},          // BT-84 of the second account and those after it
    {"further_accounts.#.bic", ValueKind::Text, Use::Rare},           // BT-86
    {"further_accounts.#.account_name", ValueKind::Text, Use::Rare},  // BT-85
    {"further_preceding_invoices.#.number", ValueKind::Text, Use::Rare},  // BT-25 of the second and those after it
    {"further_preceding_invoices.#.date", ValueKind::Date, Use::Rare},    // BT-26
    {"further_seller_ids.#.id", ValueKind::Text, Use::Rare},              // BT-29 of the second and those after it
    {"further_seller_ids.#.scheme", ValueKind::Text, Use::Rare},          // BT-29-1
};

}  // namespace floe
