// The fields of a bill as people call them, and how what they type becomes a value.
#pragma once

#include <QCoreApplication>
#include <QString>
#include <QVector>
#include <optional>

#include "app/extraction/bill.h"

namespace floe {

struct BillWord {
    QString path;   // "seller.name"
    QString group;  // heading above it
    QString label;
    enum class Kind { Text, Block, Date, Money, Currency } kind = Kind::Text;
    enum class Shown {
        Usual,   // on nearly every bill: shown also where it is empty
        OnWish,  // where it has a value, or the person asks for more fields
        Said     // only where the bill says it
    } shown = Shown::Usual;
};

class BillWords {
    Q_DECLARE_TR_FUNCTIONS(floe::BillWords)
 public:
    /// The fields of the head of a bill, in the order of the form. Fields of lines are the columns of the table.
    static QVector<BillWord> head();
    static BillWord::Kind kindOf(const QString& path);
    static QString labelOf(const QString& path);  // "Seller: Name", "Line 2: Amount"
    static QString memberLabel(const QString& list, const QString& member);
    static QString listLabel(const QString& list);  // "Notes", as a heading

    /// What a person typed as the value that is kept: an ISO date, a plain decimal, text without outer blanks. Empty
    /// where it is none; `problem` then says in a sentence what to write instead.
    static std::optional<QString> understood(BillWord::Kind kind, const QString& typed, QString* problem);

    /// A sentence for a value that a person should look at; empty where there is nothing to look at.
    static QString doubt(const Field& field);
};

}  // namespace floe
