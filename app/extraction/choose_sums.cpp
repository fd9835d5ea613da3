#include "app/extraction/choose_sums.h"

#include <QRegularExpression>
#include <algorithm>
#include <array>

#include "app/extraction/decimal.h"
#include "app/extraction/label_words.h"
#include "app/extraction/printed_amount.h"

namespace floe {

namespace {

enum Sum { Net, Tax, Total, Paid, Due, SumCount };

constexpr const char* kPaths[SumCount] = {"net", "tax", "total", "paid", "amount_due"};
constexpr Meaning kMeanings[SumCount] = {Meaning::Net, Meaning::Tax, Meaning::Total, Meaning::Paid, Meaning::AmountDue};

constexpr double kModelWeight = 2.4;   // of a choice that the model is sure of
constexpr double kHolds = 2.5;         // an equation of three printed sums
constexpr double kBroken = 2.0;        // one that fails
constexpr double kOtherLabel = 0.6;    // how much of a label's weight speaks against all other sums
constexpr double kLeast = 0.9;         // what a value must weigh to be taken rather than none
constexpr int kMostCandidates = 7;     // a sum; 7^3 and 7^2 sets are weighed
constexpr int kMostOffered = 18;       // with those that would close an equation
constexpr double kPlain = 2;           // a label from which on it names its sum plainly
constexpr double kProven = 0.97;       // confidence of what the model read and the sums confirm
constexpr double kByPlainLabel = 0.9;  // … and a label that no other amount has
constexpr double kLargestRate = 0.35;  // tax by net

/// One printed amount, with what its words say.
struct Printed {
    Decimal value;
    QString text;
    qsizetype begin = 0;
    LabelMeaning label;
};

struct Candidate {
    const Printed* print = nullptr;  // null: none is printed
    double weight = 0;
};

QVector<Printed> printedAmounts(const PageText& page) {
    static const QRegularExpression number(
        "(?<![\\w.,/])[-−(]?(?:[0-9]{1,3}(?:[.,'’  ][0-9]{3})+|[0-9]{1,2}(?:,[0-9]{2})+,[0-9]{3}|[0-9]+)[.,][0-9]{2}"
        "(?![0-9]|[.,][0-9]|[/-][0-9]|[.]\\w)|(?<=[$€£])[0-9]{1,3}(?:[.,][0-9]{3})*(?![0-9.,])");
    const DecimalSign sign = decimalSignOf(page.text);
    const PageCells cells(page);
    QVector<Printed> found;
    for (int cell = 0; cell < cells.all().size(); ++cell) {
        const QString& text = cells.all()[cell].text;
        for (auto it = number.globalMatch(text); it.hasNext();) {
            const auto match = it.next();
            const auto read = readAmount(match.captured(), sign);
            if (!read) continue;
            const bool percent = text.mid(match.capturedEnd(), 2).trimmed().startsWith('%');
            if (percent) continue;
            found.append({read->value, match.captured(), cells.all()[cell].begin + match.capturedStart(),
                          meaningOf(cells.namings(cell, match.capturedStart()), Subject::Sum)});
        }
    }
    return found;
}

std::optional<Decimal> plus(const Decimal& a, const Decimal& b) {
    return Decimal::add(a, b);
}

class Chooser {
 public:
    Chooser(Extraction& extraction, const PageText& page)
        : e_(extraction), page_(page), printed_(printedAmounts(page)) {
        for (int sum = 0; sum < SumCount; ++sum) model_[sum] = modelChoice(Sum(sum));
    }

    void run() {
        for (int sum = 0; sum < SumCount; ++sum) candidates_[sum] = candidatesFor(Sum(sum));
        completeEquation();
        chooseTaxSet();
        chooseDue();
        for (int sum = 0; sum < SumCount; ++sum) put(Sum(sum));
    }

 private:
    /// What the model read for a sum: the print that it means, or one that is not among the amounts.
    struct ModelChoice {
        std::optional<Decimal> value;
        double confidence = 0;
    };

    ModelChoice modelChoice(Sum sum) const {
        const Field* field = e_.find(kPaths[sum]);
        if (!field) return {};
        return {Decimal::parse(field->value), field->confidence};
    }

    double weigh(Sum sum, const Printed& print) const {
        double weight = 0;
        if (print.label.meaning == kMeanings[sum])
            weight += print.label.weight;
        else if (print.label.meaning != Meaning::None)
            weight -= kOtherLabel * print.label.weight;
        const ModelChoice& model = model_[sum];
        const Decimal value = sum == Paid ? print.value.absolute() : print.value;
        if (model.value && value == *model.value) weight += kModelWeight * model.confidence;
        const double depth = static_cast<double>(print.begin) / std::max<qsizetype>(1, page_.text.size());
        return weight + 0.25 * depth;  // sums stand below what they add up
    }

    /// The heaviest prints, one of each value, and none.
    QVector<Candidate> candidatesFor(Sum sum) const {
        QVector<Candidate> best;
        for (const Printed& print : printed_) {
            const double weight = weigh(sum, print);
            const auto same = std::find_if(best.begin(), best.end(),
                                           [&](const Candidate& c) { return c.print->value == print.value; });
            if (same == best.end())
                best.append({&print, weight});
            else if (weight > same->weight)
                *same = {&print, weight};
        }
        std::sort(best.begin(), best.end(), [](const Candidate& a, const Candidate& b) { return a.weight > b.weight; });
        best.resize(std::min<qsizetype>(best.size(), kMostCandidates));
        best.append({nullptr, kLeast});
        return best;
    }

    const Printed* printOf(const Decimal& value) const {
        const Printed* found = nullptr;
        for (const Printed& print : printed_)
            if (print.value == value && (!found || print.label.meaning == Meaning::None)) found = &print;
        return found;
    }

    void offer(Sum sum, const std::optional<Decimal>& value) {
        const Printed* print = value ? printOf(*value) : nullptr;
        if (!print || candidates_[sum].size() >= kMostOffered) return;
        for (const Candidate& c : candidates_[sum])
            if (c.print && c.print->value == *value) return;
        candidates_[sum].append({print, weigh(sum, *print)});
    }

    /// Amounts that would close net + tax = total belong to the candidates, too.
    void completeEquation() {
        const auto net = candidates_[Net], tax = candidates_[Tax], total = candidates_[Total];
        for (const Candidate& t : total)
            for (const Candidate& n : net)
                if (t.print && n.print) offer(Tax, plus(t.print->value, -n.print->value));
        for (const Candidate& t : total)
            for (const Candidate& x : tax)
                if (t.print && x.print) offer(Net, plus(t.print->value, -x.print->value));
        for (const Candidate& n : net)
            for (const Candidate& x : tax)
                if (n.print && x.print) offer(Total, plus(n.print->value, x.print->value));
    }

    static double asDouble(const Decimal& d) { return d.toString().toDouble(); }

    /// What the three together weigh beyond each for itself.
    double together(const Printed* net, const Printed* tax, const Printed* total) const {
        double weight = 0;
        if (net && tax && total) {
            const auto sum = plus(net->value, tax->value);
            const double rate = net->value.isZero() ? 9 : std::abs(asDouble(tax->value) / asDouble(net->value));
            weight += sum && *sum == total->value && rate <= kLargestRate ? kHolds : -kBroken;
            if (tax->value.isZero()) weight -= 0.5;  // no proof: any sum equals itself
        } else if (net && total && asDouble(total->value) < asDouble(net->value) && !net->value.isNegative()) {
            weight -= kBroken;
        }
        if (net && tax && net->value == tax->value && !net->value.isZero()) weight -= kBroken;
        if (tax && total && !tax->value.isZero() && std::abs(asDouble(tax->value)) >= std::abs(asDouble(total->value)))
            weight -= kBroken;
        return weight;
    }

    void chooseTaxSet() {
        double best = -1e9;
        for (const Candidate& n : candidates_[Net])
            for (const Candidate& x : candidates_[Tax])
                for (const Candidate& t : candidates_[Total]) {
                    const double weight = n.weight + x.weight + t.weight + together(n.print, x.print, t.print);
                    if (weight <= best) continue;
                    best = weight;
                    chosen_[Net] = n, chosen_[Tax] = x, chosen_[Total] = t;
                }
    }

    void chooseDue() {
        const Printed* total = chosen_[Total].print;
        double best = -1e9;
        for (const Candidate& p : candidates_[Paid])
            for (const Candidate& d : candidates_[Due]) {
                double weight = p.weight + d.weight;
                if (total && d.print) {
                    const auto rest = p.print ? plus(total->value, -p.print->value.absolute()) : total->value;
                    const bool holds = rest && *rest == d.print->value;
                    weight += holds ? (p.print && !p.print->value.isZero() ? kHolds : 0.5) : -kBroken / 2;
                }
                if (weight <= best) continue;
                best = weight;
                chosen_[Paid] = p, chosen_[Due] = d;
            }
    }

    bool holds() const {
        const Printed *n = chosen_[Net].print, *x = chosen_[Tax].print, *t = chosen_[Total].print;
        if (!n || !x || !t || x->value.isZero()) return false;
        const auto sum = plus(n->value, x->value);
        return sum && *sum == t->value;
    }

    void put(Sum sum) {
        const Field* field = e_.find(kPaths[sum]);
        const Printed* print = chosen_[sum].print;
        const std::optional<Decimal> read = field ? Decimal::parse(field->value) : std::nullopt;
        if (!print) {
            // A value that nothing speaks for, chosen with less than half of the probability, is no reading.
            if (field && read && chosen_[sum].weight >= 0 && field->confidence < 0.5 && contradicted(sum, *read))
                removeField(e_.fields, kPaths[sum]);
            return;
        }
        const Decimal value = sum == Paid ? print->value.absolute() : print->value;
        const bool proven = sum <= Total && holds();
        if (read && *read == value && field->status != Field::Status::Unparsed) {
            if (proven) confirm(sum, kProven);
            if (isPlain(*print, sum)) confirm(sum, kByPlainLabel);
            return;
        }
        replace(sum, *print, value, proven);
    }

    /// Whether the words beside every print of the value say that it is another sum.
    bool contradicted(Sum sum, const Decimal& value) const {
        bool any = false;
        for (const Printed& print : printed_) {
            if (!(print.value == value)) continue;
            any = true;
            if (print.label.meaning == Meaning::None || print.label.meaning == kMeanings[sum]) return false;
        }
        return any;
    }

    void confirm(Sum sum, double confidence) {
        for (Field& field : e_.fields)
            if (field.path == kPaths[sum]) field.confidence = std::max(field.confidence, confidence);
    }

    /// Whether its label names the sum plainly, and no other amount has such a label.
    bool isPlain(const Printed& print, Sum sum) const {
        const auto named = [&](const Printed& one) {
            return one.label.meaning == kMeanings[sum] && one.label.weight >= kPlain;
        };
        return named(print) && std::none_of(printed_.begin(), printed_.end(), [&](const Printed& other) {
                   return named(other) && !(other.value == print.value);
               });
    }

    /// Whether the two other sums of net + tax = total have labels of their own.
    bool provenByOthers(Sum sum) const {
        for (const Sum other : {Net, Tax, Total})
            if (other != sum && chosen_[other].print->label.meaning != kMeanings[other]) return false;
        return true;
    }

    void replace(Sum sum, const Printed& print, const Decimal& value, bool proven) {
        const Field* old = e_.find(kPaths[sum]);
        const bool named = print.label.meaning == kMeanings[sum];
        Field field;
        field.path = kPaths[sum];
        field.text = print.text;
        field.value = value.toString();
        field.confidence = proven && named ? 0.95 : proven ? 0.8 : named ? 0.6 : 0.4;
        const QString was = old ? QString("; the model read ") + old->value : QString();
        const bool sure = (named && (proven || !old || old->confidence < 0.5 || isPlain(print, sum))) ||
                          (proven && provenByOthers(sum));
        field.status = sure ? Field::Status::Derived : Field::Status::Doubtful;
        field.note = (named ? QString("Found by its label") : QString("Chosen since the sums agree")) +
                     (named && proven ? ", and the sums agree" : "") + was + ".";
        page_.place(field, print.begin, print.begin + print.text.size());
        removeField(e_.fields, kPaths[sum]);
        insertField(e_.fields, field);
    }

    Extraction& e_;
    const PageText& page_;
    const QVector<Printed> printed_;
    std::array<ModelChoice, SumCount> model_;
    std::array<QVector<Candidate>, SumCount> candidates_;
    std::array<Candidate, SumCount> chosen_;
};

}  // namespace

void chooseSums(Extraction& extraction, const PageText& page) {
    Chooser(extraction, page).run();
}

}  // namespace floe
