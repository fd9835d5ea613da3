// Judgements added up: how often each field is right, how well confidence tells it, and whether that is enough.
#pragma once

#include "app/extraction/evaluation/judge.h"

namespace floe::evaluation {

struct Count {
    int right = 0, wrong = 0, missing = 0, invented = 0;
    int silent = 0;  // of the wrong and invented: those that look sure

    /// Values that are printed or were read. What is not printed and was left empty counts nowhere.
    int judged() const { return right + wrong + missing + invented; }
    std::optional<double> share() const;  // of right among judged
};

/// A value that was read: how sure, and was it right?
struct Guess {
    double confidence = 0;
    bool right = false, sure = false;
};

struct Score {
    int bills = 0, pages = 0;
    int unread = 0;  // bills that could not be read: all their values are missing
    int torn = 0;    // files of one bill that were read as several
    int headers = 0, headersRight = 0;
    int kinds = 0, kindsRight = 0;
    QMap<QString, Count> fields;  // by path
    Count all;
    QMap<QString, Matches> lists;  // as in Judgement
    QVector<Guess> guesses;        // of the header's values

    std::optional<double> headerShare() const;
    std::optional<double> kindShare() const;
    int sure() const;
    std::optional<double> sureShare() const;    // of the values read
    std::optional<double> sureRight() const;    // of the sure ones
    std::optional<double> silentShare() const;  // of the sure ones: 1 - sureRight()
};

Score scoreOf(const QVector<Judgement>& judgements);

/// The same by "language", "family" or "origin", by its value; bills that do not say it are left out.
enum class Group { Language, Family, Origin };
inline constexpr Group kGroups[] = {Group::Language, Group::Family, Group::Origin};
QString name(Group group);
QMap<QString, Score> scoresBy(Group group, const QVector<Judgement>& judgements);

/// One tenth of the scale of confidence.
struct Bin {
    double from = 0, to = 0;
    int values = 0;
    double confidence = 0, right = 0;  // means of those values
};

/// How far confidence can be believed.
struct Calibration {
    QVector<Bin> bins;  // ten
    /// Expected calibration error: |confidence - right| of each bin, weighed by its values (Naeini et al. 2015).
    double error = 0;
    /// The smallest confidence from which on at least 99 % of the values are right, and the share of values that have
    /// it. Nothing: there is none.
    std::optional<double> threshold;
    double coverage = 0;
};

Calibration calibrationOf(QVector<Guess> guesses);

/// The least that a score must reach: a path, or one of "header", "kind", "lines", "taxes", "lines.amount" … with the
/// least share of right (F1 for lists); "silent" with the largest share of sure values that may be wrong.
using Floors = QMap<QString, double>;

/// Fault::io, or Fault::bad_input with the place.
Result<Floors> readFloors(const QString& path);

/// A sentence for each floor that is not held, or that nothing in the set can hold.
QStringList brokenFloors(const Floors& floors, const Score& score);

}  // namespace floe::evaluation
