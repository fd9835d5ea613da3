#include "app/extraction/evaluation/score.h"

#include <algorithm>
#include <cmath>

namespace floe::evaluation {

namespace {

using Kind = Verdict::Kind;

constexpr int kBins = 10;
constexpr double kWanted = 0.99;

std::optional<double> part(int of, int all) {
    return all == 0 ? std::nullopt : std::optional(static_cast<double>(of) / all);
}

void add(Count& count, const Verdict& verdict) {
    count.right += verdict.kind == Kind::Right;
    count.wrong += verdict.kind == Kind::Wrong;
    count.missing += verdict.kind == Kind::Missing;
    count.invented += verdict.kind == Kind::Invented;
    count.silent += verdict.isSilent();
}

void add(Score& score, const Judgement& judgement) {
    ++score.bills;
    score.pages += judgement.pages;
    score.unread += !judgement.problem.isEmpty();
    score.torn += judgement.bills > 1;
    if (!judgement.fields.isEmpty()) {
        ++score.headers;
        score.headersRight += judgement.headerIsRight();
    }
    if (!judgement.kindTruth.isEmpty()) {
        ++score.kinds;
        score.kindsRight += judgement.kindRead == judgement.kindTruth;
    }
    for (const Verdict& verdict : judgement.fields) {
        add(score.fields[verdict.path], verdict);
        add(score.all, verdict);
        if (verdict.hasReading()) score.guesses.append({verdict.confidence, verdict.kind == Kind::Right, verdict.sure});
    }
    for (auto list = judgement.lists.begin(); list != judgement.lists.end(); ++list) {
        Matches& sum = score.lists[list.key()];
        sum.truth += list->truth;
        sum.read += list->read;
        sum.right += list->right;
    }
}

QString groupOf(Group group, const Judgement& judgement) {
    switch (group) {
        case Group::Language:
            return judgement.language;
        case Group::Family:
            return judgement.family;
        case Group::Origin:
            break;
    }
    return judgement.origin;
}

}  // namespace

std::optional<double> Count::share() const {
    return part(right, judged());
}

std::optional<double> Score::headerShare() const {
    return part(headersRight, headers);
}

std::optional<double> Score::kindShare() const {
    return part(kindsRight, kinds);
}

int Score::sure() const {
    return static_cast<int>(std::count_if(guesses.begin(), guesses.end(), [](const Guess& g) { return g.sure; }));
}

std::optional<double> Score::sureShare() const {
    return part(sure(), static_cast<int>(guesses.size()));
}

std::optional<double> Score::sureRight() const {
    return part(sure() - all.silent, sure());
}

std::optional<double> Score::silentShare() const {
    return part(all.silent, sure());
}

Score scoreOf(const QVector<Judgement>& judgements) {
    Score score;
    for (const Judgement& judgement : judgements) add(score, judgement);
    return score;
}

QString name(Group group) {
    static const QStringList names{"language", "family", "origin"};
    return names[static_cast<int>(group)];
}

QMap<QString, Score> scoresBy(Group group, const QVector<Judgement>& judgements) {
    QMap<QString, Score> scores;
    for (const Judgement& judgement : judgements)
        if (const QString key = groupOf(group, judgement); !key.isEmpty()) add(scores[key], judgement);
    return scores;
}

Calibration calibrationOf(QVector<Guess> guesses) {
    Calibration found;
    for (int i = 0; i < kBins; ++i) found.bins.append({double(i) / kBins, double(i + 1) / kBins});
    for (const Guess& guess : guesses) {
        Bin& bin = found.bins[std::clamp(static_cast<int>(guess.confidence * kBins), 0, kBins - 1)];
        ++bin.values;
        bin.confidence += guess.confidence;
        bin.right += guess.right;
    }
    const double all = static_cast<double>(guesses.size());
    for (Bin& bin : found.bins) {
        if (bin.values == 0) continue;
        found.error += std::abs(bin.confidence - bin.right) / all;
        bin.confidence /= bin.values;
        bin.right /= bin.values;
    }
    std::sort(guesses.begin(), guesses.end(),
              [](const Guess& a, const Guess& b) { return a.confidence > b.confidence; });
    int right = 0;
    for (qsizetype i = 0; i < guesses.size(); ++i) {
        right += guesses[i].right;
        if (i + 1 < guesses.size() && guesses[i + 1].confidence == guesses[i].confidence) continue;  // one threshold
        const double taken = static_cast<double>(i + 1);
        if (right < kWanted * taken) continue;
        found.threshold = guesses[i].confidence;
        found.coverage = taken / all;
    }
    return found;
}

}  // namespace floe::evaluation
