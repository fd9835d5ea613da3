#include "app/extraction/places.h"

#include <algorithm>

namespace floe {

namespace {

bool isDigit(char c) {
    return c >= '0' && c <= '9';
}

bool isLetter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || static_cast<unsigned char>(c) >= 0x80;
}

bool separates(char c) {
    return c == '.' || c == ',' || c == '\'';
}

/// Whether a run that ends with `edge` goes on in `next`, which `beyond` follows: "12" does in "123" and in "12.50".
bool goesOn(char edge, char next, char beyond) {
    if (isDigit(edge)) return isDigit(next) || (separates(next) && isDigit(beyond));
    return isLetter(edge) && (isLetter(next) || isDigit(next));
}

bool meets(const SourceSpan& a, const SourceSpan& b) {
    return a.begin < b.end && b.begin < a.end;
}

}  // namespace

QVector<SourceSpan> Places::equals(SourceSpan span, qint64 from, qint64 to) const {
    const QByteArray run = text_.mid(span.begin, span.end - span.begin);
    QVector<SourceSpan> found;
    if (run.isEmpty()) return found;
    const auto at = [&](qint64 i) { return i >= 0 && i < text_.size() ? text_[i] : '\n'; };
    for (qint64 begin = text_.indexOf(run, from); begin >= 0; begin = text_.indexOf(run, begin + 1)) {
        const qint64 end = begin + run.size();
        if (end > to) break;
        if (!goesOn(run[0], at(begin - 1), at(begin - 2)) && !goesOn(run[run.size() - 1], at(end), at(end + 1)))
            found.append({begin, end});
    }
    return found;
}

SourceSpan Places::sum(SourceSpan span) const {
    const QVector<SourceSpan> all = equals(span, 0, text_.size());
    return all.isEmpty() ? span : all.last();
}

SourceSpan Places::description(SourceSpan span, bool alone) {
    if (alone && span.begin < after_) {
        const QVector<SourceSpan> below = equals(span, after_, text_.size());
        if (!below.isEmpty()) span = below.first();
    }
    after_ = span.end;
    rowBegin_ = text_.lastIndexOf('\n', std::max<qint64>(0, span.begin - 1)) + 1;
    rowEnd_ = std::max<qint64>(span.end, text_.indexOf('\n', span.begin));
    taken_ = {span};
    return span;
}

SourceSpan Places::inRow(SourceSpan span, bool last) {
    QVector<SourceSpan> free;
    for (const SourceSpan& one : equals(span, rowBegin_, rowEnd_))
        if (std::none_of(taken_.begin(), taken_.end(), [&](const SourceSpan& t) { return meets(one, t); }))
            free.append(one);
    if (free.isEmpty()) return span;
    taken_.append(last ? free.last() : free.first());
    return taken_.last();
}

}  // namespace floe
