// Words that say whose name stands beside them: the seller's ("Sold by", "Lieferant"), the buyer's ("Bill to",
// "Nabywca"), the place of delivery's ("Ship to"), or that of who is paid ("Kontoinhaber").
#pragma once

#include <QString>

namespace floe::parties {

/// Contact: a person to ask, who is no party.
enum class Role { None, Seller, Buyer, Delivery, Payee, Contact };

struct RoleLabel {
    Role role = Role::None;
    double weight = 0;     // 0…3: how plainly the label says it
    qsizetype length = 0;  // characters of the text that are the label, with the colon and blanks behind it
};

/// Of a cell that is such a label, or begins with one. Spaces within words ("Ver käufer", as some files space their
/// letters) do not matter. Without a colon a short label of one word counts only before a name with a legal form.
RoleLabel roleOf(const QString& text);

/// A label inside a cell whose words before it are others': "BANK – Titulaire du compte : NETTO". The end of the label;
/// -1: none.
qsizetype payeeLabelEnd(const QString& text);

/// What a key within a party's section names, such as "Name:" or "Anschrift:".
enum class PartKey { None, Name, Address, Person, Email, Phone, Other };
PartKey partKeyOf(const QString& key);

}  // namespace floe::parties
