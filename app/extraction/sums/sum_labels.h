// What a label says of the sum beside it, where label_words.h is too general: what was paid before, what is left to
// pay, and words that name no sum.
#pragma once

#include "app/extraction/label_words.h"

namespace floe {

/// Of the nearest of the namings that says something.
LabelMeaning meaningOfSum(const QVector<Naming>& namings);

}  // namespace floe
