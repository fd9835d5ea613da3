// How alike two short texts are.
#pragma once

#include <QString>

namespace floe::reader {

/// 1 - edit distance / length of the longer (Levenshtein 1966), of letters and digits only, without accents and case.
/// 0…1; 1 where neither has any. Texts are cut at 64 characters.
double similar(const QString& a, const QString& b);

}  // namespace floe::reader
