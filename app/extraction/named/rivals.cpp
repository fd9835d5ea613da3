#include "app/extraction/named/rivals.h"

#include <QHash>
#include <algorithm>

#include "app/extraction/folded.h"
#include "app/extraction/printed_date.h"

namespace floe {

namespace {

constexpr double kModelWeight = 2.0;  // of a choice that the model is sure of
constexpr double kEarly = 0.4;        // what stands at the head of the first page weighs so much more than what ends it
constexpr double kAgain = 0.2;        // for each further print, twice at most
constexpr double kInFileName = 0.8;
constexpr qsizetype kLeastInFileName = 3, kLeastPart = 5;  // signs that can't be there by chance

// How plainly a label must name a value, and how plainly it may name another one.
constexpr double kTitle = 2.9, kBesideTitle = 2.2;  // the document's own title names it: other labels rarely matter
constexpr double kPlain = 2, kBesidePlain = 1.4, kPlainMargin = 0.8;
constexpr qsizetype kShort = 2;                       // signs of a number that may be that of a page or a house
constexpr double kNumbered = 2.45;                    // … unless a label says "Invoice No."
constexpr double kAgreed = 1.3, kAgreedMargin = 0.3;  // with a model that read the same

/// Finds the rival that a print belongs to: one of the same letters, or of the same day.
class Known {
 public:
    /// Its index in the list; `next` where it is new, which is remembered.
    qsizetype indexOf(const NamedPrint& print, const QString& letters, qsizetype next) {
        QString day;
        for (const QDate& one : readDate(print.text)) day += one.toString(Qt::ISODate);
        const qsizetype at = std::min(byLetters_.value(letters, next), day.isEmpty() ? next : byDay_.value(day, next));
        byLetters_.insert(letters, at);
        if (!day.isEmpty()) byDay_.insert(day, at);
        return at;
    }

 private:
    QHash<QString, qsizetype> byLetters_, byDay_;
};

bool isRead(const QString& mine, const QString& its) {
    return !mine.isEmpty() && (mine == its || (its.contains(mine) && mine.size() * 2 > its.size()));
}

double weight(const Rival& rival, const RivalsOf& of, const QString& fileName) {
    const double against = of.meaning == Meaning::Number ? 0.5 : 0.1;  // one day may be that of several things
    double sum = rival.own - (rival.own > 0 ? against : 1) * rival.against + rival.print->shape;
    if (rival.read && of.read) sum += kModelWeight * of.read->confidence;
    sum += kAgain * std::min(2, rival.prints - 1);
    if (rival.letters.size() >= kLeastInFileName && fileName.contains(rival.letters)) sum += kInFileName;
    const double depth = static_cast<double>(rival.print->begin) / std::max<qsizetype>(1, of.length);
    return sum + kEarly * (1 - depth);
}

/// A contract's number that the bill's continues, a number without its prefix.
bool isPartOf(const Rival& rival, const Rival& best) {
    return rival.letters.size() >= kLeastPart && best.letters.contains(rival.letters);
}

}  // namespace

QVector<Rival> rivalsAmong(const QVector<NamedPrint>& prints, const RivalsOf& of) {
    const QString read = of.read ? lettersAndDigits(of.read->text.toLower()) : QString(),
                  fileName = lettersAndDigits(of.fileName.toLower());
    QVector<Rival> rivals;
    Known known;
    for (const NamedPrint& print : prints) {
        const QString letters = lettersAndDigits(print.text.toLower());
        const qsizetype at = known.indexOf(print, letters, rivals.size());
        if (at == rivals.size()) rivals.append({&print, letters, 0, 0, 0, false, 0});
        Rival* const rival = &rivals[at];
        ++rival->prints;
        if (isRead(letters, read)) rival->read = true;
        if (print.label.meaning != of.meaning) {
            rival->against = std::max(rival->against, print.label.weight);
        } else if (print.label.weight > rival->own) {
            rival->own = print.label.weight;
            rival->print = &print;
            rival->letters = letters;
        }
    }
    for (Rival& rival : rivals) rival.sum = weight(rival, of, fileName);
    std::stable_sort(rivals.begin(), rivals.end(), [](const Rival& a, const Rival& b) { return a.sum > b.sum; });
    return rivals;
}

bool isSure(const QVector<Rival>& rivals) {
    if (rivals.isEmpty()) return false;
    const Rival& best = rivals[0];
    double next = 0;
    for (qsizetype i = 1; i < rivals.size(); ++i)
        if (!isPartOf(rivals[i], best)) next = std::max(next, rivals[i].own + std::min(0.0, rivals[i].print->shape));
    // One day may well be that of the bill and of the delivery; one number is not both the bill's and the customer's.
    const bool day = !readDate(best.print->text).isEmpty();
    if (best.print->shape < -1.5 || (!day && best.own <= best.against)) return false;
    if (best.own >= kTitle) return next < kBesideTitle;
    if (best.print->shape < -0.5 || (!day && best.letters.size() <= kShort && best.own < kNumbered)) return false;
    if (best.own >= kPlain) return next < kBesidePlain || best.own - next >= kPlainMargin;
    return best.read && best.own >= kAgreed && best.own - next >= kAgreedMargin;
}

}  // namespace floe
