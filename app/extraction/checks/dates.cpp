#include "app/extraction/checks/rules.h"
#include "app/extraction/terms.h"

namespace floe::rules {

namespace {

using Severity = Check::Severity;

constexpr int kLongestTerm = 400;  // days between issue and due, or issue and delivery, that bills have
constexpr int kMonthAhead = 31;
constexpr int kOldYears = 10;

QString iso(const QDate& day) {
    return day.toString(Qt::ISODate);
}

void dueIsNotBeforeIssue(const Values& values, Found& found) {
    const QDate issue = values.date("issue_date"), due = values.date("due_date");
    if (!issue.isValid() || !due.isValid()) return;
    const bool ok = issue <= due;
    const QString detail = iso(due) + (ok ? " is not before " : " is before ") + iso(issue);
    found += Check{"due-after-issue",
                   ok,
                   detail,
                   {"issue_date", "due_date"},
                   Severity::Failed,
                   QString("The due date %1 the issue date: %2.").arg(ok ? "is not before" : "lies before", detail)};
}

void periodIsInOrder(const Values& values, Found& found) {
    const QDate from = values.date("period_start"), to = values.date("period_end");
    if (!from.isValid() || !to.isValid()) return;
    const bool ok = from <= to;
    const QString detail = iso(from) + (ok ? " – " : " is after ") + iso(to);
    found += Check{"period-in-order",
                   ok,
                   detail,
                   {"period_start", "period_end"},
                   Severity::Failed,
                   QString("The period %1: %2.").arg(ok ? "ends after it starts" : "ends before it starts", detail)};
}

void issueIsNotInTheFuture(const Values& values, Found& found) {
    const QDate issue = values.date("issue_date"), today = values.around.today;
    if (!issue.isValid() || !today.isValid() || issue <= today) return;
    const bool near = today.daysTo(issue) <= kMonthAhead;
    found += Check{"issue-in-future",
                   false,
                   iso(issue) + " is after today, " + iso(today),
                   {"issue_date"},
                   near ? Severity::Note : Severity::Failed,
                   QString("The issue date, %1, lies in the future.").arg(iso(issue))};
}

void issueIsNotLongAgo(const Values& values, Found& found) {
    const QDate issue = values.date("issue_date"), today = values.around.today;
    if (!issue.isValid() || !today.isValid() || issue >= today.addYears(-kOldYears)) return;
    found +=
        Check{"issue-long-ago", false,          iso(issue) + " is more than 10 years ago",
              {"issue_date"},   Severity::Note, QString("The bill is more than 10 years old: %1.").arg(iso(issue))};
}

void dueIsNotFarAway(const Values& values, Found& found) {
    const QDate issue = values.date("issue_date"), due = values.date("due_date");
    if (!issue.isValid() || !due.isValid() || issue.daysTo(due) <= kLongestTerm) return;
    found += Check{"due-far-away",
                   false,
                   QString("%1 days").arg(issue.daysTo(due)),
                   {"issue_date", "due_date"},
                   Severity::Note,
                   QString("It is due %1 days after its issue, which is unusually late.").arg(issue.daysTo(due))};
}

void deliveryIsPlausible(const Values& values, Found& found) {
    const QDate issue = values.date("issue_date"), delivery = values.date("delivery_date");
    if (!issue.isValid() || !delivery.isValid() || qAbs(issue.daysTo(delivery)) <= kLongestTerm) return;
    found += Check{"delivery-plausible",
                   false,
                   iso(delivery) + " and " + iso(issue),
                   {"issue_date", "delivery_date"},
                   Severity::Note,
                   QString("Delivery, %1, and issue, %2, lie more than a year apart.").arg(iso(delivery), iso(issue))};
}

void dueIsAsTheTermsSay(const Values& values, Found& found) {
    const QDate issue = values.date("issue_date"), due = values.date("due_date");
    const std::optional<int> days = daysOfTerms(values.text("payment.terms"));
    if (!issue.isValid() || !due.isValid() || !days) return;
    const QDate wanted = issue.addDays(*days);
    const bool ok = due == wanted;
    const QString detail = QString("%1 + %2 days = %3").arg(iso(issue)).arg(*days).arg(iso(wanted)) +
                           (ok ? QString() : ", not " + iso(due));
    found += Check{
        "due-by-terms", ok,
        detail,         {"issue_date", "due_date", "payment.terms"},
        Severity::Note, QString("The due date %1 the terms of payment: %2.").arg(ok ? "fits" : "does not fit", detail)};
}

}  // namespace

const QVector<Rule>& dates() {
    static const QVector<Rule> all{dueIsNotBeforeIssue, periodIsInOrder,     issueIsNotInTheFuture, issueIsNotLongAgo,
                                   dueIsNotFarAway,     deliveryIsPlausible, dueIsAsTheTermsSay};
    return all;
}

}  // namespace floe::rules
