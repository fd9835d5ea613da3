// The values that may be one field of the bill, each weighed over all places where it is printed.
#pragma once

#include "app/extraction/named/prints.h"

namespace floe {

/// One value, wherever and however often it is printed.
struct Rival {
    const NamedPrint* print = nullptr;  // where its label says it most plainly
    QString letters;                    // of its text, in small letters
    double own = 0;                     // 0…3: how plainly a label names it as the field
    double against = 0;                 // … as something else
    int prints = 0;
    bool read = false;  // by the model
    double sum = 0;     // all together: for choosing, not for trusting
};

struct RivalsOf {
    Meaning meaning = Meaning::None;
    const Field* read = nullptr;  // what the model read; null: nothing
    QString fileName;             // numbers are often part of it
    qsizetype length = 0;         // of the text; early prints weigh more
};

/// The heaviest first; its cost grows with the number of prints, not with its square. Two prints are one value if they
/// are the same but for signs and case, or the same day.
QVector<Rival> rivalsAmong(const QVector<NamedPrint>& prints, const RivalsOf& of);

/// Whether labels alone prove the first of them, or its label and the model do: none of the others may be named nearly
/// as plainly.
bool isSure(const QVector<Rival>& rivals);

}  // namespace floe
