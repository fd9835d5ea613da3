// Registers of companies by country: how bills name them and what their numbers look like. Public shapes; a number is
// right when `passes` says so, where the register has a public rule.
#pragma once

#include <QString>
#include <QVector>

namespace floe {

struct Register {
    const char* name;       // for sentences: "SIRET"
    const char* countries;  // ISO 3166, blanks between
    const char* label;      // pattern, case aside; empty: the name of the register belongs to the number ("HRB 1234")
    const char* number;     // pattern of the number alone, as it is printed
    bool (*passes)(const QString&);  // null: no public rule
};

/// The more telling before the less: where a bill prints two of them, the first counts.
const QVector<Register>& registers();

}  // namespace floe
