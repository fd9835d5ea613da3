// Words that name an order or a customer, in the languages of label_words.h.
#pragma once

#include "app/extraction/label_words.h"

namespace floe {

/// Meaning::OrderNumber or Meaning::CustomerNumber where a label's words end with what names one; None for all others.
/// `label` is folded. Words that name it without "No." ("Ihre Bestellung") weigh less.
LabelMeaning referenceMeant(const QString& label);

/// "No.", "numer", "código": the words for a number, as a pattern for folded text.
const QString& numberWord();

/// Words of up to a few letters that join a label's parts ("of", "vom", "dla"), as a pattern for folded text.
const QString& linkWord();

}  // namespace floe
