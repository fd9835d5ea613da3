#include "app/extraction/shorten.h"

namespace floe {

namespace {

QVector<QByteArray> linesOf(const QByteArray& text) {
    QVector<QByteArray> lines;
    for (qsizetype at = 0; at < text.size();) {
        const qsizetype end = text.indexOf('\n', at) + 1;
        lines.append(text.mid(at, end - at));
        at = end;
    }
    return lines;
}

LinedText without(const LinedText& lined, qint64 begin, qint64 end) {
    LinedText kept;
    kept.text = lined.text.left(begin) + lined.text.mid(end);
    const qint64 gone = end - begin;
    for (WordPlace place : lined.places) {
        if (place.begin >= begin && place.begin < end) continue;
        if (place.begin >= end) {
            place.begin -= gone;
            place.end -= gone;
        }
        kept.places.append(place);
    }
    for (CellLink link : lined.links) {
        if (link.from > begin && link.from < end) continue;
        if (link.to >= begin && link.to < end) continue;
        if (link.from <= begin && link.to >= end && begin < end) continue;  // led over the gap
        if (link.from >= end) {
            link.from -= gone;
            link.to -= gone;
        }
        kept.links.append(link);
    }
    return kept;
}

}  // namespace

Shortened shorten(const LinedText& lined, qint64 room, const std::function<qint64(const QByteArray&)>& tokens) {
    if (tokens(lined.text) <= room) return {lined, 0};
    const QVector<QByteArray> lines = linesOf(lined.text);
    qsizetype first = 0, last = lines.size();
    qint64 begin = 0, end = lined.text.size(), used = 0;
    for (; first < last; ++first) {
        const qint64 cost = tokens(lines[first]);
        if (used + cost > room * 3 / 5) break;
        used += cost;
        begin += lines[first].size();
    }
    for (; last > first; --last) {
        const qint64 cost = tokens(lines[last - 1]);
        if (used + cost > room) break;
        used += cost;
        end -= lines[last - 1].size();
    }
    return {without(lined, begin, end), static_cast<int>(last - first)};
}

}  // namespace floe
