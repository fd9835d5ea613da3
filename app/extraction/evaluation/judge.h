// One reading held against what the bill truly says.
#pragma once

#include "app/extraction/bill.h"
#include "app/extraction/evaluation/truth.h"

namespace floe::evaluation {

/// One field of the header.
struct Verdict {
    /// Wrong: another value was read; Missing: none was; Invented: nothing is printed, and a value was read; Empty:
    /// nothing is printed, and none was read.
    enum class Kind { Right, Wrong, Missing, Invented, Empty } kind = Kind::Empty;
    QString path, read, truth;
    double confidence = 0;
    bool sure = false;  // shown without a doubt: ok, xml or derived
    QString note;       // of the reading

    bool isFault() const { return kind == Kind::Wrong || kind == Kind::Missing || kind == Kind::Invented; }
    bool isSilent() const { return sure && (kind == Kind::Wrong || kind == Kind::Invented); }
    bool hasReading() const { return kind != Kind::Missing && kind != Kind::Empty; }
};

QString name(Verdict::Kind kind);  // "right", "wrong", "missing", "invented", "empty"

/// Items of a list that found their like, each once.
struct Matches {
    int truth = 0, read = 0, right = 0;

    // Nothing where there is nothing to divide by.
    std::optional<double> precision() const;
    std::optional<double> recall() const;
    std::optional<double> f1() const;
};

/// Items that found no like, side by side; one of the two may be empty.
struct Difference {
    QString list, read, truth;
};

struct Judgement {
    QString name, shown;               // as in Case
    QString language, family, origin;  // as in Truth
    QVector<Verdict> fields;           // in the form's order
    /// "lines" and "taxes": whole items; "lines.amount" …: the values of one member alone, in any order.
    QMap<QString, Matches> lists;
    QVector<Difference> differences;
    QString kindRead, kindTruth;  // kindTruth empty: not judged
    int bills = 1;                // that were read from the file
    int pages = 0;
    QString problem;  // why it could not be read; empty: it was

    bool headerIsRight() const;
    bool isAllRight() const;
};

/// Dates and codes are the same, numbers are equal, texts are the same but for runs of white space and the way Unicode
/// composes letters; addresses are compared so line by line, ids (VAT id, IBAN …) by their letters and digits alone.
bool isSame(const QString& path, const QString& a, const QString& b);

/// `readings`: what the file gave, at least one. A line is right when description, quantity, unit price and amount are,
/// as far as the truth has them; a tax rate when rate, base and amount are.
Judgement judge(const Case& one, const QVector<Extraction>& readings);

/// What is not right, a line each: "net wrong 10.00 for 12.00 (sure)". For tests and people.
QString words(const Judgement& judgement);

}  // namespace floe::evaluation
