// The lines of a bill read from its pages by geometry and arithmetic: a second reader beside the model.
//
// Printed lines (printed_lines.h) -> heads whose labels are known in ten languages (head.h, table_labels.h) -> tables
// over all pages (body.h), each word in its column (columns.h) -> rows with their wrapped descriptions (rows.h,
// descriptions.h); where no head leads to lines that add up, amounts that stand above a sum and make it (headless.h).
// What could be read in several ways is read in all of them, and the sums choose (evidence.h).
#pragma once

#include "app/extraction/derive.h"

namespace floe {

/// After the header's sums are chosen, before judge(). Sets the lines of the extraction to those of the page where
/// - their amounts make net or total (of a chosen sum, or one printed with its label), but for those that were found
///   without a head where the model's make it, too: Ok, confidence 0.9 and more;
/// - the model's lines do not make a sum, and a table with a head has rows: Doubtful, with a note that says why.
/// Else the model's lines stay. Every value is printed where its field says; what is not printed has no field. Returns
/// whether the lines, whosever they are, add up to a sum, so that nothing of them is missing. All pages are read, also
/// those that the model did not see. Time: linear in the words for each way to read the columns.
bool readLines(Extraction& extraction, const PageText& page);

}  // namespace floe
