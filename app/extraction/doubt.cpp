#include "app/extraction/doubt.h"

#include <QRegularExpression>
#include <QSet>
#include <QStringList>
#include <algorithm>

#include "app/extraction/checks.h"
#include "app/extraction/folded.h"
#include "app/extraction/names.h"

namespace floe {

namespace {

constexpr double kSure = 0.75;  // probability of the run from which on a value is not doubted by itself
// Of names and addresses no rule can prove anything, and on layouts that the model has not seen those below were mostly
// wrong (docs/accuracy.md).
constexpr double kSureOfParty = 0.97;

constexpr double kReadable = 0.85;  // of the text recognition; below it letters are wrong more often than right

/// Words of the languages whose letters the text recognition has no model of, so that it prints others for them.
bool isNordic(const QString& page) {
    constexpr int kLeast = 3;
    static const QStringList words{
        "moms",        "och",           "att",       "kund",     "kunde",          "belob",
        "dato",        "forfald",       "momsnr",    "belopp",   "antal",          "summa",
        "pris",        "betala",        "betaling",  "bankgiro", "plusgiro",       "fakturadatum",
        "fakturadato", "forfallodatum", "fakturanr", "momsreg",  "organisationsnr"};
    static const QRegularExpression parting("[^a-z]+");
    const QStringList printed = folded(page).split(parting, Qt::SkipEmptyParts);
    const QSet<QString> seen(printed.begin(), printed.end());
    return std::count_if(words.begin(), words.end(), [&](const QString& w) { return seen.contains(w); }) >= kLeast;
}

}  // namespace

void doubtUnsure(QVector<Field>& fields) {
    for (Field& field : fields) {
        const bool party = (field.path.startsWith("seller.") || field.path.startsWith("buyer.")) &&
                           modelPaths().contains(field.path);  // ids have digits that prove them
        if (field.status != Field::Status::Ok || field.confidence >= (party ? kSureOfParty : kSure)) continue;
        field.status = Field::Status::Doubtful;
        field.note = kUnsureNote;
    }
}

void doubtUnreadable(QVector<Field>& fields, const PageText& page) {
    const bool nordic = isNordic(page.text);
    for (Field& field : fields) {
        const bool letters = field.path == "number" || field.path.endsWith(".name") ||
                             field.path.endsWith(".address") || field.path.endsWith(".email") ||
                             field.path.endsWith(".website") || field.path.endsWith(".phone");
        const bool sure = field.status == Field::Status::Ok || field.status == Field::Status::Derived;
        if (!letters || !sure) continue;
        const double recognised = page.recognised(field);
        if (recognised >= kReadable && !(nordic && recognised < 1 && field.path != "number")) continue;
        field.status = Field::Status::Doubtful;
        field.note = "Its letters were hard to recognise. Compare them with the page.";
    }
}

}  // namespace floe
