#include <QDate>

#include "app/extraction/decimal.h"
#include "app/extraction/export/bill_facts.h"
#include "app/extraction/export/bookings.h"
#include "app/extraction/export/csv.h"

namespace floe::exports {

namespace {

constexpr int kMostReference = 36, kMostText = 60;  // characters of the columns

const QStringList kColumns{"Umsatz (ohne Soll/Haben-Kz)",
                           "Soll/Haben-Kennzeichen",
                           "WKZ Umsatz",
                           "Kurs",
                           "Basis-Umsatz",
                           "WKZ Basis-Umsatz",
                           "Konto",
                           "Gegenkonto (ohne BU-Schlüssel)",
                           "BU-Schlüssel",
                           "Belegdatum",
                           "Belegfeld 1",
                           "Belegfeld 2",
                           "Skonto",
                           "Buchungstext"};

/// The gross sum of each rate; the total where rates are not known or do not add up to it.
QStringList grossSums(const BillFacts& bill) {
    const auto total = Decimal::parse(bill["total"]);
    if (!total) return {};
    QStringList sums;
    Decimal all;
    for (const Values& tax : bill.taxes) {
        const auto base = Decimal::parse(tax.value("base")), amount = Decimal::parse(tax.value("amount"));
        const auto gross = base && amount ? Decimal::add(*base, *amount) : std::nullopt;
        const auto next = gross ? Decimal::add(all, *gross) : std::nullopt;
        if (!next) return {total->toString()};
        all = *next;
        sums += gross->toString();
    }
    return sums.isEmpty() || !(all == *total) ? QStringList{total->toString()} : sums;
}

QStringList rowOf(const BillFacts& bill, const QString& gross, const QDate& day) {
    const auto sum = Decimal::parse(gross);
    const bool back = bill.creditNote != sum->isNegative();  // money comes back
    const QDate due = QDate::fromString(bill["due_date"], Qt::ISODate);
    return {sum->absolute().toString().replace('.', ','),
            back ? "H" : "S",
            bill["currency"],
            {},
            {},
            {},
            {},
            {},
            {},
            day.toString("ddMM"),
            harmless(bill["number"].left(kMostReference)),
            due.isValid() ? due.toString("ddMMyy") : QString(),
            {},
            harmless(bill["seller.name"].left(kMostText))};
}

}  // namespace

Bookings toDatev(const QVector<Extraction>& bills) {
    Bookings out;
    out.bytes = "\xef\xbb\xbf" + csvRow(kColumns, ';');
    for (const Extraction& extraction : bills) {
        if (extraction.problem) continue;
        const BillFacts bill = factsOf(extraction, true);
        const QDate day = QDate::fromString(bill["issue_date"], Qt::ISODate);
        const QStringList sums = grossSums(bill);
        if (!day.isValid() || sums.isEmpty())
            out.leftOut += bill.file + ": not booked, since " + (day.isValid() ? "no total" : "no date") + " was read.";
        else
            for (const QString& gross : sums) out.bytes += csvRow(rowOf(bill, gross, day), ';');
    }
    return out;
}

}  // namespace floe::exports
