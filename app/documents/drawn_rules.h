// Lines and frames that a page draws with characters: "-----", "+----+", "| a | b |", "Total ......... 12.50".
#pragma once

#include "app/documents/document.h"

namespace floe {

/// Takes them out of the words, so that what they part reads as it does on a page with drawn lines: words of nothing
/// else are dropped, leaders glued to a word are cut off it, and on pages with such frames words are cut at the bars.
/// Bars on other pages ("Mill Lane 2 | Bradford") stay. Linear in the letters.
void withoutDrawnRules(QVector<Page>& pages);

}  // namespace floe
