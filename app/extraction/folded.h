// Text as rules compare it: what a person would call the same words, whatever their capitals and accents.
#pragma once

#include <QString>

namespace floe {

/// Lower case without accents, letter by letter; "ł" is "l", "ø" is "o", "ß" is "s". Never longer than the text.
QString folded(const QString& text);

/// Its letters and digits alone: what remains where signs and blanks do not count.
QString lettersAndDigits(const QString& text);

}  // namespace floe
