#include "app/extraction/currency.h"

#include <algorithm>

#include "app/extraction/home_country.h"
#include "app/extraction/money_signs.h"

namespace floe {

namespace {

using Status = Field::Status;

constexpr double kByCode = 3;        // an ISO code on the page, for one of the currencies of a sign
constexpr double kEnough = 1.5;      // what must speak for one of them
constexpr double kTimes = 2;         // … and so many times what speaks for the next
constexpr double kHomeAbroad = 2.5;  // for a seller whose own money is none of them
constexpr int kLabelled = 5;         // a code behind "Currency:" counts as so many
constexpr int kPlainMajority = 4;    // so many times as many signs as of the next currency
constexpr double kSureConfidence = 0.9, kGuessed = 0.4;

struct Weighed {
    QString code, why;
    double weight = 0;
};

/// The currencies that a sign may mean, the likeliest first.
QVector<Weighed> weigh(const QStringList& codes, const QVector<CountrySign>& countries, const QString& pageText) {
    QVector<Weighed> all;
    for (const QString& code : codes) all.append({code, {}, 0});
    const auto add = [&](const QString& code, double weight, const QString& why) {
        for (Weighed& one : all) {
            if (one.code != code) continue;
            one.weight += weight;
            if (one.why.isEmpty()) one.why = why;
        }
    };
    QStringList named;
    for (const PrintedMoney& money : codesOn(pageText))
        if (!named.contains(money.codes[0])) named += money.codes[0];
    for (const QString& code : named) add(code, kByCode, "the page names " + code);
    for (const CountrySign& sign : countries) add(moneyOf(sign.country), sign.weight, sign.why + " tells so");
    std::stable_sort(all.begin(), all.end(), [](const Weighed& a, const Weighed& b) { return a.weight > b.weight; });
    return all;
}

bool decides(const QVector<Weighed>& all) {
    return all.size() == 1 || (all[0].weight >= kEnough && all[0].weight >= kTimes * all[1].weight);
}

struct Choice {
    PrintedMoney print;  // where it stands; no sign: nowhere
    QString code, why;   // why: half a sentence, for a sign of several meanings
    QStringList others;
    bool sure = false;
};

/// "$" of a seller whose own money is none of these is the dollar that the world trades in.
bool isWorldDollar(const QVector<Weighed>& all, const QVector<CountrySign>& countries) {
    if (all[0].code != "USD" || all[0].weight < 0 || all.size() < 2 || all[1].weight > 0) return false;
    return std::any_of(countries.begin(), countries.end(), [&](const CountrySign& sign) {
        const QString own = moneyOf(sign.country);
        return sign.weight >= kHomeAbroad && !own.isEmpty() &&
               std::none_of(all.begin(), all.end(), [&](const Weighed& one) { return one.code == own; });
    });
}

/// A sign of several meanings: what the page and the seller's country make of them.
Choice ofManyMeanings(const PrintedMoney& print, const QVector<CountrySign>& countries, const QString& pageText) {
    const QVector<Weighed> all = weigh(print.codes, countries, pageText);
    Choice choice{print, all[0].code, all[0].why, {}, decides(all) || isWorldDollar(all, countries)};
    if (!choice.sure)
        for (qsizetype i = 1; i < all.size(); ++i)
            if (i < 4 || all[i].weight > 0) choice.others += all[i].code;
    return choice;
}

/// Prints that mean one currency, and how many there are of it.
struct Group {
    Choice choice;
    int count = 0;
};

Group* groupOf(QVector<Group>& groups, const QStringList& codes) {
    Group* best = nullptr;
    for (Group& group : groups)
        if (codes.contains(group.choice.code) && (!best || group.count > best->count)) best = &group;
    return best;
}

/// "$" beside "CAD" is one of these; alone it is a currency of its own.
QVector<Group> groupsOf(const QVector<PrintedMoney>& prints, const Extraction& e, const QString& pageText) {
    QVector<Group> groups;
    for (const bool plain : {true, false})
        for (const PrintedMoney& print : prints) {
            if ((print.codes.size() == 1) != plain) continue;
            const int count = print.labelled ? kLabelled : 1;
            if (Group* known = groupOf(groups, print.codes))
                known->count += count;
            else if (plain)
                groups.append({{print, print.codes[0], {}, {}, true}, count});
            else
                groups.append({ofManyMeanings(print, countrySigns(e, pageText), pageText), count});
        }
    return groups;
}

Choice choose(const Extraction& e, const QString& pageText) {
    QVector<PrintedMoney> prints = moneyOn(pageText);
    if (prints.isEmpty()) prints = codesOn(pageText);
    QVector<Group> groups = groupsOf(prints, e, pageText);
    if (groups.isEmpty()) return {};
    const Field* read = e.find("currency");
    std::stable_sort(groups.begin(), groups.end(), [&](const Group& a, const Group& b) {
        if (a.count != b.count) return a.count > b.count;
        return read && read->value == a.choice.code && read->value != b.choice.code;
    });
    Choice choice = groups[0].choice;
    if (groups.size() > 1 && groups[0].count < kPlainMajority * groups[1].count) {
        choice.sure = false;
        for (qsizetype i = 1; i < groups.size(); ++i) choice.others += groups[i].choice.code;
    }
    return choice;
}

QString noteOf(const Choice& choice) {
    if (!choice.sure && choice.print.codes.size() > 1 && choice.print.codes.contains(choice.others.value(0)))
        return QString("“%1” may be %2 or %3, and the page does not say which.")
            .arg(choice.print.sign, choice.code, choice.others.join(", "));
    if (!choice.sure)
        return QString("Its amounts are in %1, others on the page in %2.").arg(choice.code, choice.others.join(", "));
    if (choice.print.codes.size() > 1 && !choice.why.isEmpty())
        return QString("“%1” is %2 here: %3.").arg(choice.print.sign, choice.code, choice.why);
    return QStringLiteral("Taken from the sign beside the amounts.");
}

}  // namespace

QString currencyOf(const QString& printed, const QString& pageText) {
    const QStringList codes = currenciesOf(printed);
    if (codes.size() < 2) return codes.value(0);
    const QVector<Weighed> all = weigh(codes, countrySigns({}, pageText), pageText);
    return all[0].weight > 0 || codes[0] != "SEK" ? all[0].code : QString();
}

void chooseCurrency(Extraction& extraction, const PageText& page) {
    const Choice choice = choose(extraction, page.text);
    if (choice.code.isEmpty()) return;
    Field field;
    field.path = "currency";
    field.value = choice.code;
    field.text = choice.print.sign;
    field.confidence = choice.sure ? kSureConfidence : kGuessed;
    field.status = choice.sure ? Status::Derived : Status::Doubtful;
    field.note = noteOf(choice);
    page.place(field, choice.print.at, choice.print.at + choice.print.sign.size());
    const Field* old = extraction.find("currency");
    if (choice.sure && old && old->status == Status::Ok && old->value == choice.code) {
        const double confidence = std::max(old->confidence, field.confidence);
        field = *old;
        field.confidence = confidence;
    }
    for (const QString& other : choice.others)
        field.candidates.append({other, choice.print.sign, field.page, field.boxes});
    removeField(extraction.fields, "currency");
    insertField(extraction.fields, field);
}

}  // namespace floe
