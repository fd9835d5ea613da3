// Values that stand beside or under their own label, found by words: what the model left empty, and a check on which
// date is which.
#pragma once

#include "app/extraction/derive.h"

namespace floe {

/// What was done to a field, for its status once it is normalised.
struct Labelled {
    QString path, note;
    Field::Status status = Field::Status::Derived;
};

/// Number, dates, total and amount due that the model did not see, but whose label is printed with a fitting value, are
/// added as printed (to become Derived). What the model took from beside another field's label, or chose with less than
/// half of the probability though the field's own label says otherwise, is put right (to become Doubtful). Labels are
/// known in the languages of printed_date.h.
QVector<Labelled> readLabels(QVector<Field>& fields, const PageText& page);

}  // namespace floe
