#include "app/extraction/page_region.h"

#include <QStringList>
#include <algorithm>
#include <cmath>

namespace floe {

RegionText wordsIn(const Page& page, const QRectF& region) {
    QVector<Word> words;
    for (const Word& word : page.words)
        if (region.contains(word.box.center())) words.append(word);
    std::stable_sort(words.begin(), words.end(),
                     [](const Word& a, const Word& b) { return a.box.center().y() < b.box.center().y(); });

    QVector<QVector<Word>> lines;
    for (const Word& word : words) {
        const bool onLine =
            !lines.isEmpty() && std::abs(word.box.center().y() - lines.last().first().box.center().y()) <
                                    std::min(word.box.height(), lines.last().first().box.height()) / 2;
        if (!onLine) lines.append(QVector<Word>());
        lines.last().append(word);
    }

    RegionText found;
    QStringList texts;
    for (QVector<Word>& line : lines) {
        std::stable_sort(line.begin(), line.end(),
                         [](const Word& a, const Word& b) { return a.box.left() < b.box.left(); });
        QStringList text;
        QRectF box;
        for (const Word& word : line) {
            text += word.text;
            box |= word.box;
        }
        texts += text.join(' ');
        found.boxes.append(box);
    }
    found.text = texts.join('\n');
    return found;
}

}  // namespace floe
