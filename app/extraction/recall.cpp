#include "app/extraction/recall.h"

#include <algorithm>

#include "app/extraction/derive.h"
#include "app/extraction/field_at.h"
#include "app/extraction/names.h"
#include "app/extraction/sellers.h"

namespace floe {

namespace {

using Status = Field::Status;

constexpr double kBelieved = 0.9;  // what a person said of another bill

const char* const kCategory = "category";

bool isOfParty(const QString& path) {
    return path.startsWith("seller.") || path.startsWith("buyer.");
}

bool isBooked(const QString& kind) {
    return kind == "bill" || kind == "credit_note" || kind == "receipt";
}

void addCandidate(Field& field, const Candidate& candidate) {
    const auto same = [&](const Candidate& one) { return one.value == candidate.value; };
    if (candidate.value.isEmpty() || candidate.value == field.value ||
        std::any_of(field.candidates.begin(), field.candidates.end(), same))
        return;
    field.candidates.prepend(candidate);
}

Field filledIn(const QString& path, const QString& value, const QString& note) {
    Field field;
    field.path = path;
    field.value = value;
    field.confidence = kBelieved;
    field.status = Status::Derived;
    field.note = note;
    return field;
}

/// The name alone may be a misreading that two sellers share.
bool sameById(const Extraction& extraction, const Extraction& earlier) {
    Seller mine = sellerOf(extraction), theirs = sellerOf(earlier);
    mine.name.clear();
    theirs.name.clear();
    return !sameSeller(mine, theirs).isEmpty();
}

/// What that bill tells of the field; false: nothing, ask an older one.
bool learn(Extraction& extraction, const QString& path, const EarlierBill& bill, bool sure) {
    const Field* theirs = bill.extraction.find(path);
    if (!theirs) return false;
    const QString value = theirs->shown();
    Field* mine = fieldAt(extraction.fields, path);
    if (!mine) {
        if (!theirs->corrected || value.isEmpty()) return false;
        Field field = filledIn(path, value, "Not read here; you filled it in on an earlier bill of this seller.");
        if (!sure) field.status = Status::Doubtful;
        insertField(extraction.fields, field);
        return true;
    }
    if (mine->status == Status::Xml) return true;
    if (mine->value == value) {
        const bool looked = theirs->corrected || theirs->confirmed || bill.reviewed;
        if (mine->status != Status::Doubtful || !looked || !sure) return false;
        mine->status = Status::Ok;
        mine->confidence = std::max(mine->confidence, kBelieved);
        mine->note = "The same as on an earlier bill of this seller that you looked at.";
        return true;
    }
    if (!theirs->corrected || value.isEmpty()) return false;
    if (mine->value != theirs->value) {
        addCandidate(*mine, {value, {}, -1, {}});
        return true;
    }
    const Candidate read{mine->value, mine->text, mine->page, mine->boxes};
    mine->value = value;
    mine->confidence = kBelieved;
    mine->status = sure ? Status::Derived : Status::Doubtful;
    mine->note = QString("Read as “%1”, and put right as you did on an earlier bill of this seller.").arg(read.value);
    addCandidate(*mine, read);
    return true;
}

void categorise(Extraction& extraction, const QVector<EarlierBill>& earlier) {
    if (extraction.find(kCategory) || !isBooked(extraction.kind)) return;
    for (const EarlierBill& bill : earlier) {
        const Field* theirs = bill.extraction.find(kCategory);
        if (!theirs || theirs->shown().isEmpty() || theirs->shown() == uncategorized()) continue;
        return insertField(extraction.fields,
                           filledIn(kCategory, theirs->shown(), "As on an earlier bill of this seller."));
    }
    Field field = filledIn(kCategory, uncategorized(), "No bill of this seller has a category yet.");
    field.confidence = 0;
    insertField(extraction.fields, field);
}

}  // namespace

QString uncategorized() {
    return QStringLiteral("uncategorized expense");
}

void recall(Extraction& extraction, const QVector<EarlierBill>& earlier, bool sent) {
    if (extraction.problem) return;
    QVector<bool> sure;
    for (const EarlierBill& bill : earlier) sure += sameById(extraction, bill.extraction);
    for (const QString& path : headerPaths()) {
        if (!isOfParty(path)) continue;
        for (qsizetype i = 0; i < earlier.size(); ++i)
            if (learn(extraction, path, earlier[i], sure[i])) break;
    }
    if (!sent) categorise(extraction, earlier);
}

}  // namespace floe
