#include "app/extraction/doubt.h"

#include "app/extraction/checks.h"
#include "app/extraction/names.h"

namespace floe {

namespace {

constexpr double kSure = 0.75;  // probability of the run from which on a value is not doubted by itself
// Of names and addresses no rule can prove anything, and on layouts that the model has not seen those below were mostly
// wrong (docs/accuracy.md).
constexpr double kSureOfParty = 0.97;

constexpr double kReadable = 0.85;  // of the text recognition; below it letters are wrong more often than right

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
    for (Field& field : fields) {
        const bool letters = field.path == "number" || field.path.endsWith(".name") ||
                             field.path.endsWith(".address") || field.path.endsWith(".email") ||
                             field.path.endsWith(".website") || field.path.endsWith(".phone");
        const bool sure = field.status == Field::Status::Ok || field.status == Field::Status::Derived;
        if (!letters || !sure) continue;
        if (page.recognised(field) >= kReadable) continue;
        field.status = Field::Status::Doubtful;
        field.note = "Its letters were hard to recognise. Compare them with the page.";
    }
}

}  // namespace floe
