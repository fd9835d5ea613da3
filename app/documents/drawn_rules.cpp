#include "app/documents/drawn_rules.h"

#include <algorithm>

namespace floe {

namespace {

constexpr int kLeastRun = 4;  // of one character: three dots or hyphens may mean something

bool isBoxDrawing(QChar c) {
    return c.unicode() >= 0x2500 && c.unicode() <= 0x257F;
}

bool drawsAcross(QChar c) {
    return c == '-' || c == '=' || c == '_' || c == '~' || c == QChar(0x2013) || c == QChar(0x2014) ||
           c == QChar(0x2212) || isBoxDrawing(c);
}

bool isLeader(QChar c) {
    return c == '.' || c == QChar(0x00B7) || c == QChar(0x2026) || c == '_';
}

bool isBar(QChar c) {
    return c == '|' || isBoxDrawing(c);
}

/// "-----", "+----+---+", "|---|"; "....."
bool isRule(const QString& text) {
    if (std::all_of(text.begin(), text.end(), isBoxDrawing)) return true;
    if (std::all_of(text.begin(), text.end(), isLeader)) return text.size() >= kLeastRun || text[0].unicode() == 0x2026;
    int across = 0;
    for (const QChar c : text) {
        if (!drawsAcross(c) && c != '+' && c != '|' && c != ':') return false;
        across += drawsAcross(c);
    }
    return across >= kLeastRun;
}

/// A rule with joints: the page has tables drawn with characters.
bool isFrame(const QString& text) {
    return isRule(text) && std::any_of(text.begin(), text.end(), [](QChar c) { return c == '+' || isBar(c); });
}

/// Part of a word, where it stands in letters of one width.
Word part(const Word& word, int from, int to) {
    const double each = word.box.width() / double(word.text.size());
    Word cut = word;
    cut.text = word.text.mid(from, to - from);
    cut.box = QRectF(word.box.left() + each * from, word.box.top(), each * (to - from), word.box.height());
    return cut;
}

/// Where a run of leaders begins that ends the word, or its size.
int leaderAt(const QString& text) {
    int begin = static_cast<int>(text.size());
    while (begin > 0 && isLeader(text[begin - 1])) --begin;
    return text.size() - begin >= kLeastRun ? begin : static_cast<int>(text.size());
}

int afterLeader(const QString& text) {
    int end = 0;
    while (end < text.size() && isLeader(text[end])) ++end;
    return end >= kLeastRun ? end : 0;
}

void addWithoutLeaders(QVector<Word>& words, const Word& word) {
    if (word.text.isEmpty() || isRule(word.text)) return;
    const int from = afterLeader(word.text), to = leaderAt(word.text);
    if (from < to) words.append(from == 0 && to == word.text.size() ? word : part(word, from, to));
}

void addCutAtBars(QVector<Word>& words, const Word& word) {
    for (int from = 0; from < word.text.size();) {
        int to = from;
        while (to < word.text.size() && !isBar(word.text[to])) ++to;
        if (to > from) addWithoutLeaders(words, part(word, from, to));
        from = to + 1;
    }
}

}  // namespace

void withoutDrawnRules(QVector<Page>& pages) {
    for (Page& page : pages) {
        bool framed = false, any = false;
        for (const Word& word : page.words) {
            framed |= isFrame(word.text);
            any |= isRule(word.text) || leaderAt(word.text) < word.text.size() || afterLeader(word.text) > 0;
        }
        if (!framed && !any) continue;
        QVector<Word> words;
        for (const Word& word : page.words) framed ? addCutAtBars(words, word) : addWithoutLeaders(words, word);
        page.words = words;
    }
}

}  // namespace floe
