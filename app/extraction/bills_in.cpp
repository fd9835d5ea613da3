#include "app/extraction/bills_in.h"

#include <QHash>
#include <algorithm>

#include "app/extraction/page_marks.h"

namespace floe {

namespace {

constexpr int kLeastMentioned = 4;  // a shorter number stands on a page by chance

bool isBillTitle(const QString& title) {
    return title == "bill" || title == "credit_note" || title == "receipt";
}

/// The pages of a bill so far.
struct Stretch {
    PageRange pages;
    QStringList numbers;
    QSet<QString> accounts, taxNumbers, addresses;
    bool counted = false, titled = false, total = false, lastHasTotal = false, carriedOver = false;
    bool apart = false;  // a paper that lay beside others, or a page after such

    void add(int page, const PageMarks& marks) {
        pages.last = page;
        if (marks.empty) return;
        for (const QString& number : marks.numbers)
            if (!numbers.contains(number)) numbers += number;
        accounts += marks.accounts;
        taxNumbers += marks.taxNumbers;
        addresses += marks.addresses;
        counted |= marks.counter.has_value();
        titled |= isBillTitle(marks.title);
        total |= marks.total;
        lastHasTotal = marks.total;
        carriedOver = marks.carriedOver;
    }
};

/// Both print such marks, and none is the same.
bool areOthers(const QSet<QString>& a, const QSet<QString>& b) {
    return !a.isEmpty() && !b.isEmpty() && !a.intersects(b);
}

bool isOtherSeller(const Stretch& before, const PageMarks& page) {
    const bool someSame = before.accounts.intersects(page.accounts) || before.addresses.intersects(page.addresses);
    if (someSame) return false;
    if (areOthers(before.accounts, page.accounts) || areOthers(before.taxNumbers, page.taxNumbers)) return true;
    // The buyer's VAT id may be on bills of both sellers: then each needs one that the other has not.
    const bool otherTax =
        !(before.taxNumbers - page.taxNumbers).isEmpty() && !(page.taxNumbers - before.taxNumbers).isEmpty();
    return otherTax && areOthers(before.addresses, page.addresses);
}

bool hasSameNumber(const Stretch& before, const PageMarks& page) {
    return std::any_of(page.numbers.begin(), page.numbers.end(),
                       [&](const QString& number) { return before.numbers.contains(number); });
}

/// Of pages that were cut from one picture, as a rule each is a bill. But two sides of one bill may lie there, too: of
/// these only the last prints a total.
QSet<int> sheetsOfBills(const Document& document, const QVector<PageMarks>& marks) {
    QHash<int, int> totals;
    for (int page = 0; page < document.pages.size(); ++page)
        if (document.pages[page].sheet >= 0) totals[document.pages[page].sheet] += marks[page].total;
    QSet<int> sheets;
    for (auto it = totals.cbegin(); it != totals.cend(); ++it)
        if (it.value() > 1) sheets.insert(it.key());
    return sheets;
}

/// Whether a paper that lay beside others says that it goes on with what is before it.
bool goesOn(const Stretch& before, const PageMarks& page) {
    return page.empty || (page.counter && page.counter->page > 1) || hasSameNumber(before, page) ||
           before.carriedOver || page.carriedIn;
}

bool beginsBill(const Stretch& before, const PageMarks& page) {
    const bool first = page.counter && page.counter->page == 1;
    if (page.empty || (page.counter && !first)) return false;
    if (!page.title.isEmpty() && !isBillTitle(page.title)) return false;
    if (hasSameNumber(before, page)) return false;

    const bool titled = isBillTitle(page.title), restarts = first && before.counted;
    const bool oneNumber = page.numbers.size() == 1;  // of several none is surely its own
    const bool otherNumber = oneNumber && !before.numbers.isEmpty();
    if (restarts && otherNumber) return true;
    if (before.carriedOver || page.carriedIn) return false;
    const bool mentions = std::any_of(before.numbers.begin(), before.numbers.end(), [&](const QString& number) {
        return number.size() >= kLeastMentioned && page.text.contains(' ' + number + ' ');
    });
    if (mentions) return false;
    if (otherNumber && (titled || first)) return true;
    // Two bills without numbers, or without one that is surely theirs; not an annex, which has none where its bill has.
    if (restarts && titled && before.titled && before.numbers.isEmpty() == page.numbers.isEmpty()) return true;
    if (!before.lastHasTotal || !isOtherSeller(before, page)) return false;
    return (titled && page.numbers.size() <= 1) || otherNumber || (oneNumber && first);
}

/// What prints no total is no bill: it goes with the one before, or, at the head of the file, with the next.
QVector<PageRange> wholeBills(const QVector<Stretch>& found) {
    QVector<PageRange> bills;
    int from = 0;
    for (const Stretch& stretch : found) {
        if (!stretch.total && !stretch.apart) {
            if (!bills.isEmpty()) from = (bills.last().last = stretch.pages.last) + 1;
            continue;
        }
        bills.append({from, stretch.pages.last});
        from = stretch.pages.last + 1;
    }
    if (bills.isEmpty()) return {{0, found.last().pages.last}};
    return bills;
}

}  // namespace

QVector<PageRange> billsIn(const Document& document) {
    const int count = static_cast<int>(document.pages.size());
    if (count < 2 || !document.invoice.isEmpty()) return {{0, std::max(0, count - 1)}};
    QVector<PageMarks> marks;
    for (int page = 0; page < count; ++page) marks.append(marksOf(document.pages[page], page, count));
    const QSet<int> sheets = sheetsOfBills(document, marks);
    QVector<Stretch> found;
    for (int page = 0; page < count; ++page) {
        const auto isApart = [&](int at) { return at >= 0 && sheets.contains(document.pages[at].sheet); };
        const bool apart = isApart(page) || isApart(page - 1);
        if (found.isEmpty() || (apart ? !goesOn(found.last(), marks[page]) : beginsBill(found.last(), marks[page]))) {
            found.append(Stretch());
            found.last().pages.first = page;
            found.last().apart = apart;
        }
        found.last().add(page, marks[page]);
    }
    return wholeBills(found);
}

}  // namespace floe
