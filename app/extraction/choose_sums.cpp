#include "app/extraction/choose_sums.h"

#include <algorithm>
#include <array>

#include "app/extraction/checks.h"
#include "app/extraction/decimal.h"
#include "app/extraction/sums/printed_sums.h"

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
constexpr double kOfOneRate = 3.0;     // against the sums of one of several rates
constexpr double kCalledTotal = 1.5;   // a label from which on it may call the largest total
constexpr double kLargest = 0.8;       // for the largest of the amounts that are called a total
constexpr double kNoTax = 1.5;         // against a tax that neither a word, a rate nor the model calls one

struct Candidate {
    const PrintedSum* print = nullptr;  // null: none is printed
    double weight = 0;
};

std::optional<Decimal> plus(const Decimal& a, const Decimal& b) {
    return Decimal::add(a, b);
}

class Chooser {
 public:
    Chooser(Extraction& extraction, const PageText& page) : e_(extraction), page_(page), printed_(printedSums(page)) {
        for (int sum = 0; sum < SumCount; ++sum) model_[sum] = modelChoice(Sum(sum));
    }

    void run() {
        findLargestTotal();
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

    double weigh(Sum sum, const PrintedSum& print) const {
        double weight = 0;
        if (print.label.meaning == kMeanings[sum])
            weight += print.label.weight;
        else if (print.label.meaning != Meaning::None)
            weight -= kOtherLabel * print.label.weight;
        const ModelChoice& model = model_[sum];
        const Decimal value = sum == Paid ? print.value.absolute() : print.value;
        if (model.value && value == *model.value) weight += kModelWeight * model.confidence;
        if (sum <= Total && print.ofOneRate) weight -= kOfOneRate;
        if (sum == Total && largestTotal_ && print.value == *largestTotal_) weight += kLargest;
        if (sum == Tax && !isCalledTax(print)) weight -= kNoTax;
        const double depth = static_cast<double>(print.begin) / std::max<qsizetype>(1, page_.text.size());
        return weight + 0.25 * depth;  // sums stand below what they add up
    }

    bool isCalledTax(const PrintedSum& print) const {
        return print.label.meaning == Meaning::Tax || print.besideRate ||
               (model_[Tax].value && *model_[Tax].value == print.value);
    }

    /// What was paid before is only what a label calls so, or what the model read and what is left to pay confirms.
    bool mayBePaid(const PrintedSum& print) const {
        if (print.value.isZero()) return false;
        if (print.label.meaning == Meaning::Paid) return true;
        return model_[Paid].value && *model_[Paid].value == print.value.absolute() &&
               print.label.meaning == Meaning::None;
    }

    void findLargestTotal() {
        for (const PrintedSum& print : printed_) {
            if (print.label.meaning != Meaning::Total || print.label.weight < kCalledTotal || print.ofOneRate) continue;
            if (!largestTotal_ || largestTotal_->absolute() < print.value.absolute()) largestTotal_ = print.value;
        }
    }

    /// The heaviest prints, one of each value, and none.
    QVector<Candidate> candidatesFor(Sum sum) const {
        QVector<Candidate> best;
        for (const PrintedSum& print : printed_) {
            if (sum == Paid && !mayBePaid(print)) continue;
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

    const PrintedSum* printOf(const Decimal& value) const {
        const PrintedSum* found = nullptr;
        for (const PrintedSum& print : printed_)
            if (print.value == value && (!found || print.label.meaning == Meaning::None)) found = &print;
        return found;
    }

    void offer(Sum sum, const std::optional<Decimal>& value) {
        const PrintedSum* print = value ? printOf(*value) : nullptr;
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

    /// net + tax = total, or all but a rounding of a few cents that is printed itself.
    bool closes(const PrintedSum& net, const PrintedSum& tax, const PrintedSum& total) const {
        const auto sum = plus(net.value, tax.value);
        const auto rest = sum ? plus(total.value, -*sum) : std::nullopt;
        if (!rest || rest->isZero()) return rest.has_value();
        return rest->absolute() < Decimal(5, 2) &&
               std::any_of(printed_.begin(), printed_.end(), [&](const auto& one) { return one.value == *rest; });
    }

    /// What the three together weigh beyond each for itself.
    double together(const PrintedSum* net, const PrintedSum* tax, const PrintedSum* total) const {
        double weight = 0;
        if (net && tax && total) {
            const double rate = net->value.isZero() ? 9 : std::abs(asDouble(tax->value) / asDouble(net->value));
            const bool fits = closes(*net, *tax, *total) && rate <= kLargestRate;
            weight += !fits ? -kBroken : isCalledTax(*tax) ? kHolds : 0;
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

    /// total - paid = amount due, of amounts that are printed.
    bool leaves(const PrintedSum* paid, const PrintedSum* due) const {
        const PrintedSum* total = chosen_[Total].print;
        if (!total || !paid || !due) return false;
        const auto rest = plus(total->value, -paid->value.absolute());
        return rest && *rest == due->value;
    }

    void chooseDue() {
        const PrintedSum* total = chosen_[Total].print;
        double best = -1e9;
        for (const Candidate& p : candidates_[Paid])
            for (const Candidate& d : candidates_[Due]) {
                double weight = p.weight + d.weight;
                const bool fits = leaves(p.print, d.print);
                if (p.print && p.print->label.meaning != Meaning::Paid && !fits) continue;
                if (total && d.print) {
                    const bool holds = p.print ? fits : total->value == d.print->value;
                    weight += holds ? (p.print && !p.print->value.isZero() ? kHolds : 0.5) : -kBroken / 2;
                }
                if (weight <= best) continue;
                best = weight;
                chosen_[Paid] = p, chosen_[Due] = d;
            }
    }

    bool holds() const {
        const PrintedSum *n = chosen_[Net].print, *x = chosen_[Tax].print, *t = chosen_[Total].print;
        if (!n || !x || !t || x->value.isZero()) return false;
        return closes(*n, *x, *t);
    }

    /// A payment that leaves the printed rest is sure. One that leaves no printed rest is doubted; where it pays all of
    /// the bill, or stands above the total, it is how the bill was paid or a sum on the way to the total.
    void putPaid() {
        const PrintedSum *paid = chosen_[Paid].print, *due = chosen_[Due].print, *total = chosen_[Total].print;
        const bool fits = leaves(paid, due);
        if (paid && !fits && total && (paid->value.absolute() == total->value || paid->begin < total->begin))
            paid = nullptr;
        if (!paid) return removeField(e_.fields, kPaths[Paid]);
        const bool sure = fits && paid->label.meaning == Meaning::Paid;
        const Field* old = e_.find(kPaths[Paid]);
        if (old && Decimal::parse(old->value) == paid->value.absolute() && sure) return confirm(Paid, kProven);
        replace(Paid, *paid, paid->value.absolute(), fits);
        if (sure) return;
        for (Field& field : e_.fields) {
            if (field.path != kPaths[Paid]) continue;
            field.status = Field::Status::Doubtful;
            field.note =
                fits ? QStringLiteral("Total less amount due; no label says that it was paid.")
                     : QStringLiteral("Its label says that it was paid, but total and amount due do not show it.");
        }
    }

    void put(Sum sum) {
        if (sum == Paid) return putPaid();
        const Field* field = e_.find(kPaths[sum]);
        const PrintedSum* print = chosen_[sum].print;
        const std::optional<Decimal> read = field ? Decimal::parse(field->value) : std::nullopt;
        if (!print) {
            // A value that nothing speaks for, chosen with less than half of the probability, is no reading.
            if (field && read && chosen_[sum].weight >= 0 && field->confidence < 0.5 && contradicted(sum, *read))
                removeField(e_.fields, kPaths[sum]);
            else if (field && read)
                doubt(sum);
            return;
        }
        const Decimal value = print->value;
        const bool proven = sum <= Total && holds();
        if (read && *read == value && field->status != Field::Status::Unparsed) {
            if (proven) confirm(sum, kProven);
            if (isPlain(*print, sum)) confirm(sum, kByPlainLabel);
            return;
        }
        replace(sum, *print, value, proven);
    }

    /// Nothing on the page speaks for what the model read ("6" for a tax, among sums with cents); a check may yet.
    void doubt(Sum sum) {
        for (Field& field : e_.fields) {
            if (field.path != kPaths[sum] || field.status != Field::Status::Ok || printed_.isEmpty()) continue;
            field.status = Field::Status::Doubtful;
            field.note = kUnsureNote;
        }
    }

    /// Whether the words beside every print of the value say that it is another sum.
    bool contradicted(Sum sum, const Decimal& value) const {
        bool any = false;
        for (const PrintedSum& print : printed_) {
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
    bool isPlain(const PrintedSum& print, Sum sum) const {
        const auto named = [&](const PrintedSum& one) {
            return one.label.meaning == kMeanings[sum] && one.label.weight >= kPlain;
        };
        return named(print) && std::none_of(printed_.begin(), printed_.end(), [&](const PrintedSum& other) {
                   return named(other) && !(other.value == print.value);
               });
    }

    /// Whether the two other sums of net + tax = total have labels of their own.
    bool provenByOthers(Sum sum) const {
        for (const Sum other : {Net, Tax, Total})
            if (other != sum && chosen_[other].print->label.meaning != kMeanings[other]) return false;
        return true;
    }

    void replace(Sum sum, const PrintedSum& print, const Decimal& value, bool proven) {
        const Field* old = e_.find(kPaths[sum]);
        const bool named = print.label.meaning == kMeanings[sum];
        Field field;
        field.path = kPaths[sum];
        field.text = print.text;
        field.value = value.toString();
        field.confidence = proven && named ? 0.95 : proven ? 0.8 : named ? 0.6 : 0.4;
        const QString was = old ? QString("; the model read ") + old->value : QString();
        const bool other = sum == Due && chosen_[Total].print && !(chosen_[Total].print->value == value) &&
                           !leaves(chosen_[Paid].print, &print);  // neither the total nor what is left of it
        const bool alone =
            sum >= Total && (!old || old->confidence < 0.5);  // parts of the total want more than a label
        const bool sure =
            (!other && named && (proven || alone || isPlain(print, sum))) || (proven && provenByOthers(sum));
        field.status = sure ? Field::Status::Derived : Field::Status::Doubtful;
        field.note = (print.text.isEmpty() ? QString("The taxes of all rates added up")
                      : named              ? QString("Found by its label")
                                           : QString("Chosen since the sums agree")) +
                     (named && proven ? ", and the sums agree" : "") + was + ".";
        if (!print.text.isEmpty()) page_.place(field, print.begin, print.begin + print.text.size());
        removeField(e_.fields, kPaths[sum]);
        insertField(e_.fields, field);
    }

    Extraction& e_;
    const PageText& page_;
    const QVector<PrintedSum> printed_;
    std::array<ModelChoice, SumCount> model_;
    std::array<QVector<Candidate>, SumCount> candidates_;
    std::array<Candidate, SumCount> chosen_;
    std::optional<Decimal> largestTotal_;
};

}  // namespace

void chooseSums(Extraction& extraction, const PageText& page) {
    Chooser(extraction, page).run();
}

}  // namespace floe
