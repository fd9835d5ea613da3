#include "app/extraction/checks/rules.h"
#include "app/extraction/duplicates.h"

namespace floe::rules {

namespace {

using Severity = Check::Severity;

BillFacts factsOf(const Values& values) {
    BillFacts facts = values.facts();
    facts.sha256 = values.around.sha256;
    return facts;
}

void isNoDuplicate(const Values& values, Found& found) {
    const QVector<Twin> twins = twinsOf(factsOf(values), values.around.earlier);
    if (twins.isEmpty()) return;
    const Twin& twin = twins.first();
    const bool sameSum = twin.reason == Twin::Reason::SameSum;
    const BillFacts& other = values.around.earlier[twin.earlier];
    found += Check{"duplicate",
                   false,
                   QString("%1, %2").arg(other.number, other.issued.toString(Qt::ISODate)),
                   twin.reason == Twin::Reason::SameNumber ? QVector<QString>{"number"} : QVector<QString>(),
                   sameSum ? Severity::Note : Severity::Failed,
                   twin.sentence};
}

void accountIsTheSame(const Values& values, Found& found) {
    const auto changed = changedAccount(factsOf(values), values.around.earlier);
    if (!changed) return;
    found += Check{"account-changed", false, values.text("payment.iban"), {"payment.iban"}, Severity::Failed, *changed};
}

}  // namespace

const QVector<Rule>& history() {
    static const QVector<Rule> all{isNoDuplicate, accountIsTheSame};
    return all;
}

}  // namespace floe::rules
