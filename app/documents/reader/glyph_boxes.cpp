#include "app/documents/reader/glyph_boxes.h"

#include <algorithm>
#include <cmath>
#include <optional>

namespace floe::reader {

namespace {

constexpr double kOff = 0.02;  // points by which two boxes of the same ink may differ
constexpr int kProofs = 8;

bool same(const QRectF& a, const QRectF& b) {
    return std::abs(a.left() - b.left()) < kOff && std::abs(a.right() - b.right()) < kOff &&
           std::abs(a.top() - b.top()) < kOff && std::abs(a.bottom() - b.bottom()) < kOff;
}

/// Whether a word with this box may begin with this glyph.
bool begins(const QRectF& glyph, const QRectF& word) {
    return std::abs(glyph.left() - word.left()) < kOff && glyph.top() > word.top() - kOff &&
           glyph.bottom() < word.bottom() + kOff;
}

class Drift {
 public:
    Drift(const QVector<QRectF>& glyphs, const QVector<Run>& words, const std::function<QRectF(int)>& exact)
        : glyphs_(glyphs), exact_(exact), asked_(0), most_(static_cast<int>(words.size()) / 2 + kProofs) {
        int characters = 0;
        for (const Run& word : words) {
            before_.append(characters);
            characters += word.end - word.begin;
        }
        before_.append(characters);
        drift_.resize(before_.size());
    }

    /// Settles where every word's glyphs begin; false where that cannot be told.
    bool settle() {
        const int end = static_cast<int>(before_.size()) - 1;
        drift_[end] = before_[end] - static_cast<int>(glyphs_.size());
        const int reach = std::abs(drift_[end]) + 3;
        return ask(0, -reach, reach) && between(0, end);
    }

    int begin(int word) const { return before_[word] - drift_[word]; }

 private:
    bool ask(int word, int least, int most) {
        if (++asked_ > most_) return false;
        const QRectF box = exact_(word);
        for (int drift = least; drift <= most; ++drift) {
            const int at = before_[word] - drift;
            if (at < 0 || at >= glyphs_.size() || !begins(glyphs_[at], box)) continue;
            drift_[word] = drift;
            return true;
        }
        return false;
    }

    bool between(int low, int high) {
        if (drift_[low] == drift_[high]) {
            std::fill(drift_.begin() + low, drift_.begin() + high, drift_[low]);
            return true;
        }
        if (high - low <= 1) return true;
        const int middle = (low + high) / 2;
        const auto [least, most] = std::minmax(drift_[low], drift_[high]);
        return ask(middle, least - 2, most + 2) && between(low, middle) && between(middle, high);
    }

    const QVector<QRectF>& glyphs_;
    const std::function<QRectF(int)>& exact_;
    int asked_, most_;
    QVector<int> before_;  // characters of the words before each word
    QVector<int> drift_;   // how many more those are than glyphs
};

}  // namespace

QVector<QRectF> wordBoxes(const QVector<QRectF>& glyphs, const QVector<Run>& words,
                          const std::function<QRectF(int)>& exact) {
    if (words.isEmpty()) return {};
    Drift drift(glyphs, words, exact);
    if (!drift.settle()) return {};
    QVector<QRectF> boxes;
    for (int i = 0; i < words.size(); ++i) {
        // A box more than characters is that of the space behind the word.
        const int begin = drift.begin(i), end = std::min(drift.begin(i + 1), begin + words[i].end - words[i].begin);
        if (begin < 0 || begin >= end || end > glyphs.size()) return {};
        QRectF box;
        for (int at = begin; at < end; ++at) box |= glyphs[at];
        boxes.append(box);
    }
    for (int k = 0; k <= kProofs; ++k) {
        const int i = static_cast<int>(words.size() - 1) * k / kProofs;
        if (!same(exact(i), boxes[i])) return {};
    }
    return boxes;
}

}  // namespace floe::reader
