// What an evaluation found, several models side by side: for a terminal, for programs, for a browser.
#pragma once

#include <nlohmann/json_fwd.hpp>

#include "app/extraction/evaluation/score.h"

namespace floe::evaluation {

/// One model on all bills of the set.
struct Run {
    QString model;  // what to call it
    QVector<Judgement> judgements;
    double seconds = 0;  // for all of them, by the clock: several are read at once
};

/// Tables of fixed width. `runs`: at least one, all on the same bills.
QString toText(const QVector<Run>& runs);

/// {"bills", "models": [{"name", "fields", "lists", …, "wrong": […]}]}, docs/evaluation.md.
nlohmann::ordered_json toJson(const QVector<Run>& runs);

/// One page with all in it, for dark and light: it loads nothing. Documents are linked by their place relative to
/// `folder`, where the page will lie, if they are in it, else as file:// addresses.
QByteArray toHtml(const QVector<Run>& runs, const QString& folder);

// What the three share.
QStringList pathsIn(const QVector<Score>& scores);    // of fields that one of them judged, in the form's order
QStringList listsIn(const QVector<Score>& scores);    // "lines", "lines.description", … "taxes", …
QString percent(const std::optional<double>& share);  // "98.5"; "–" where there is none
QString counted(int count, const QString& noun);      // "1 bill", "2 bills"
std::optional<double> secondsAPage(const Run& run);
std::optional<double> coverage(const Score& score);  // Calibration::coverage; nothing where nothing was read

}  // namespace floe::evaluation
