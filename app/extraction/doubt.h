// Values that are shown, but marked: nothing on the page proves them, and how they were read speaks against them.
#pragma once

#include "app/extraction/derive.h"

namespace floe {

/// What the decoder itself was not sure of.
void doubtUnsure(QVector<Field>& fields);

/// Numbers, names and addresses whose letters the text recognition was not sure of, or has no model for: nothing but
/// the letters themselves tells whether they are right.
void doubtUnreadable(QVector<Field>& fields, const PageText& page);

}  // namespace floe
