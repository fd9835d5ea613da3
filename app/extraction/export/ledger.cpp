#include <QDate>

#include "app/extraction/decimal.h"
#include "app/extraction/export/bill_facts.h"
#include "app/extraction/export/bookings.h"

namespace floe::exports {

namespace {

struct Posting {
    QString account;
    Decimal sum;
};

/// Empty: no total.
QVector<Posting> postingsOf(const BillFacts& bill, const Accounts& accounts) {
    const auto total = Decimal::parse(bill["total"]), net = Decimal::parse(bill["net"]),
               tax = Decimal::parse(bill["tax"]);
    if (!total) return {};
    const auto signedSum = [&](const Decimal& sum) { return bill.creditNote ? -sum : sum; };
    const auto both = net && tax ? Decimal::add(*net, *tax) : std::nullopt;
    QVector<Posting> all;
    if (both && *both == *total && !tax->isZero())
        all = {{accounts.expenses, signedSum(*net)}, {accounts.tax, signedSum(*tax)}};
    else
        all = {{accounts.expenses, signedSum(*total)}};
    all.append({accounts.payable, -signedSum(*total)});
    return all;
}

QString quoted(QString text) {
    return '"' + oneLine(text).replace('\\', "\\\\").replace('"', "\\\"") + '"';
}

/// Beancount knows commodities of capital letters.
QString commodity(const BillFacts& bill) {
    return bill["currency"].isEmpty() ? QString("XXX") : bill["currency"].toUpper();
}

/// What nobody need look at again is cleared.
QString flag(const BillFacts& bill) {
    return bill.doubts.isEmpty() && bill.checksHold ? " * " : " ! ";
}

QString words(const BillFacts& bill) {
    return (bill.creditNote ? "Credit note " : "Bill ") + bill["number"];
}

QString beancountEntry(const BillFacts& bill, const QVector<Posting>& postings) {
    QString entry =
        bill["issue_date"] + flag(bill) + quoted(bill["seller.name"]) + ' ' + quoted(words(bill).trimmed()) + '\n';
    if (!bill["due_date"].isEmpty()) entry += "  due: " + bill["due_date"] + '\n';
    entry += "  file: " + quoted(bill.file) + '\n';
    for (const Posting& posting : postings)
        entry +=
            QString("  %1  %2 %3\n").arg(posting.account, -40).arg(posting.sum.toString(), 14).arg(commodity(bill));
    return entry + '\n';
}

QString ledgerEntry(const BillFacts& bill, const QVector<Posting>& postings) {
    const QString number = QString(oneLine(bill["number"])).remove('(').remove(')');
    QString entry = QString(bill["issue_date"]).replace("-", "/") + flag(bill);
    if (!number.isEmpty()) entry += '(' + number + ") ";
    entry += oneLine(bill["seller.name"]).replace(';', ',') + '\n';
    if (!bill["due_date"].isEmpty()) entry += "    ; due: " + bill["due_date"] + '\n';
    entry += "    ; file: " + oneLine(bill.file) + '\n';
    for (const Posting& posting : postings)
        entry +=
            QString("    %1  %2 %3\n").arg(posting.account, -40).arg(posting.sum.toString(), 14).arg(commodity(bill));
    return entry + '\n';
}

template <typename Entry>
Bookings booked(const QVector<Extraction>& bills, const Accounts& accounts, Entry entry) {
    Bookings out;
    for (const Extraction& extraction : bills) {
        if (extraction.problem) continue;
        const BillFacts bill = factsOf(extraction, true);
        const QVector<Posting> postings = postingsOf(bill, accounts);
        const bool dated = QDate::fromString(bill["issue_date"], Qt::ISODate).isValid();
        if (!dated || postings.isEmpty())
            out.leftOut += bill.file + ": not booked, since " + (dated ? "no total" : "no date") + " was read.";
        else
            out.bytes += entry(bill, postings).toUtf8();
    }
    return out;
}

}  // namespace

Bookings toBeancount(const QVector<Extraction>& bills, const Accounts& accounts) {
    return booked(bills, accounts, beancountEntry);
}

Bookings toLedger(const QVector<Extraction>& bills, const Accounts& accounts) {
    return booked(bills, accounts, ledgerEntry);
}

}  // namespace floe::exports
