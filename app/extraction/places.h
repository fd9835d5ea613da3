// Which of several equal prints on a page a value was taken from. The decoder knows only that the run stands there, and
// names the first place; the form should light up the one that is meant.
#pragma once

#include <QByteArray>
#include <QVector>

#include "engine/source_text.h"

namespace floe {

/// Feed it fields in the order of the form. Spans are bytes of the lined-up text.
class Places {
 public:
    explicit Places(const QByteArray& text) : text_(text) {}

    /// A sum of the header: the last equal print, since sums stand below what they add up.
    SourceSpan sum(SourceSpan span) const;

    /// A line's description: the first equal print below the description before it; as given where there is none. Its
    /// printed line is the row of what follows.
    SourceSpan description(SourceSpan span, bool alone);

    /// A quantity, price or amount: an equal print in the row that no other value took, the first or the last one; as
    /// given where the row has none.
    SourceSpan inRow(SourceSpan span, bool last);

 private:
    QVector<SourceSpan> equals(SourceSpan span, qint64 from, qint64 to) const;

    const QByteArray& text_;
    qint64 after_ = 0;  // where the description before ended
    qint64 rowBegin_ = 0, rowEnd_ = 0;
    QVector<SourceSpan> taken_;  // in this row
};

}  // namespace floe
