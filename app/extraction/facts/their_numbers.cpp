#include <algorithm>

#include "app/extraction/facts/facts.h"
#include "app/extraction/field_at.h"
#include "app/extraction/folded.h"
#include "app/extraction/named/prints.h"

namespace floe::facts {

namespace {

constexpr double kShort = 1.5;                   // what a number of a sign or two weighs less
constexpr double kVague = 1.6;                   // a label below it leaves a doubt
constexpr double kPlain = 2;                     // a label from which on it names its value plainly
constexpr double kNearly = 0.4;                  // what another may be named less plainly, and still be meant
constexpr double kUnproven = 0.4;                // confidence of one of several
constexpr qsizetype kLeast = 3;                  // signs of a number that a label without "No." names
constexpr double kLeastShape = -0.7;             // what an IBAN, a year, a date or a sum looks like is below
constexpr double kNumbered = 2.5, kYear = -0.9;  // a label that says "number", beside it: then 2071 is no year
constexpr int kMostCandidates = 3;

/// "8820 4471": groups of digits that fill their cell are one number.
Run wholeNumber(const PageCells& cells, const NamedPrint& print) {
    static const QRegularExpression groups("^ *[0-9]{2,}(?: [0-9]{2,})+ *$");
    for (const Cell& cell : cells.all())
        if (print.begin >= cell.begin && print.begin < cell.end() && groups.match(cell.text).hasMatch()) {
            const QString text = cell.text.trimmed();
            return {text, cell.begin + cell.text.indexOf(text)};
        }
    return {print.text, print.begin};
}

/// One number, wherever it is printed.
struct Named {
    const NamedPrint* print = nullptr;
    Run whole;
    QString letters;
};

QVector<Named> namedAs(Meaning meaning, const QVector<NamedPrint>& prints, const PageCells& cells) {
    QVector<Named> found;
    for (const NamedPrint& print : prints) {
        if (print.label.meaning != meaning) continue;
        if (print.shape < (print.label.weight >= kNumbered ? kYear : kLeastShape)) continue;
        if (print.label.weight < kPlain && print.text.size() < kLeast) continue;
        const Run whole = wholeNumber(cells, print);
        const QString letters = lettersAndDigits(whole.text.toLower());
        const auto known =
            std::find_if(found.begin(), found.end(), [&](const Named& one) { return one.letters == letters; });
        if (known == found.end())
            found.append({&print, whole, letters});
        else if (print.label.weight > known->print->label.weight)
            known->print = &print;
    }
    const auto worth = [](const Named& one) {
        return one.print->label.weight - (one.print->text.size() < kLeast ? kShort : 0);
    };
    std::stable_sort(found.begin(), found.end(), [&](const Named& a, const Named& b) { return worth(a) > worth(b); });
    return found;
}

void add(Extraction& e, const PageCells& cells, const QString& path, const QVector<Named>& all) {
    const Field* number = e.find("number");
    const QString bills = number ? lettersAndDigits(number->value.toLower()) : QString();
    QVector<Named> named;
    for (const Named& one : all)
        if (one.letters != bills) named.append(one);
    if (named.isEmpty()) return;
    const NamedPrint& best = *named[0].print;
    Field field = cells.byLabel(path, named[0].whole, named[0].whole.text);
    for (qsizetype i = 1; i < named.size() && field.candidates.size() < kMostCandidates; ++i) {
        const NamedPrint& other = *named[i].print;
        const Run& whole = named[i].whole;
        if (other.label.weight < best.label.weight - kNearly) break;
        Field place;
        cells.page().place(place, whole.begin, whole.end());
        field.candidates.append({whole.text, whole.text, place.page, place.boxes});
    }
    if (!field.candidates.isEmpty()) {
        field.status = Field::Status::Doubtful;
        field.confidence = kUnproven;
        field.note = "“" + field.candidates[0].value + "” has such a label, too.";
    } else if (best.label.weight < kVague) {
        field.status = Field::Status::Doubtful;
        field.note = "The words beside it don't say plainly that this is the one. Compare it with the page.";
    }
    addOnce(e, field);
}

}  // namespace

/// "Your reference 75354376" is an order's number more often than not.
void orderByReference(Extraction& e) {
    static const QRegularExpression form("^[A-Z]{0,3}[-/ ]?[0-9](?:[-/.]?[0-9]){3,}$");
    const Field* reference = e.find("buyer_reference");
    if (!reference || e.find("order_number") || !form.match(reference->value).hasMatch()) return;
    Field field = *reference;
    field.path = "order_number";
    field.status = Field::Status::Doubtful;
    field.confidence = kUnproven;
    field.note = "It stands beside “your reference”, which may be the order's number.";
    addOnce(e, field);
}

void findTheirNumbers(Extraction& extraction, const PageCells& cells) {
    const QVector<NamedPrint> prints = printedNumbers(cells.page());
    add(extraction, cells, "order_number", namedAs(Meaning::OrderNumber, prints, cells));
    add(extraction, cells, "customer_number", namedAs(Meaning::CustomerNumber, prints, cells));
}

}  // namespace floe::facts
