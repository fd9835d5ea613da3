// How wide letters are, about: by kinds, as in a common sans-serif type. For laying out text that has no places.
#pragma once

#include <QStringView>

namespace floe::reader {

double widthInEms(QStringView word);

/// How many of the word's code units go into a width; at least one whole character.
qsizetype fitting(QStringView word, double ems);

/// The columns that the character at `i` takes on a line printer: 0 (a combining mark), 1 or 2. Moves `i` behind it.
int printColumns(QStringView line, qsizetype& i);

}  // namespace floe::reader
