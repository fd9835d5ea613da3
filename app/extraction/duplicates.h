// Whether a bill came before, and whether its seller's bank account did. Nothing here refuses a bill: it says what a
// person should look at before paying.
#pragma once

#include <QByteArray>
#include <QDate>
#include <QVector>
#include <optional>

#include "app/extraction/sellers.h"

namespace floe {

/// What tells bills apart; empty: not known.
struct BillFacts {
    QByteArray sha256;  // of the file's bytes
    QString number;
    Seller seller;
    QString total, currency;  // plain decimal, ISO 4217
    QDate issued;
};

/// Of an extraction; the total is what is due where no total was read. The file's sum is the caller's to add.
BillFacts factsOf(const Extraction& extraction);

struct Twin {
    qsizetype earlier = 0;  // index in the list of earlier bills
    /// SameFile: byte for byte; SameNumber: the seller used that number before; SameSum: the same seller, total and
    /// currency within three days, which a repeated order also is.
    enum class Reason { SameFile, SameNumber, SameSum } reason = Reason::SameFile;
    QString sentence;
};

/// One for each earlier bill that this one may be, with the strongest reason; the strongest first.
QVector<Twin> twinsOf(const BillFacts& bill, const QVector<BillFacts>& earlier);

/// A sentence where the seller's newest earlier bill with an account (by issue date, else the last in the list) names
/// another IBAN: the way by which payments are stolen.
std::optional<QString> changedAccount(const BillFacts& bill, const QVector<BillFacts>& earlier);

/// Letters and digits in capitals, zeros before a number left out: "RE-2024/0017" and "re 2024 17" are one.
QString normalisedNumber(const QString& number);

}  // namespace floe
