#include <QHash>
#include <QRegularExpression>
#include <QSet>
#include <algorithm>

#include "app/extraction/details/parts.h"
#include "app/extraction/folded.h"
#include "app/extraction/names.h"
#include "app/extraction/parties/address_lines.h"

namespace floe::details {

namespace {

constexpr qsizetype kMostKeywords = 8;
constexpr int kLeastLength = 4;

struct Word {
    QString text;  // as it is first written
    double weight = 0;
    int order = 0;
};

class Counting {
 public:
    explicit Counting(const PageText& page) : page_(page) {}

    /// A word counts once for each text that it stands in.
    void add(const QString& text, double weight) {
        static const QRegularExpression form(QStringLiteral("\\pL[\\pL-]*\\pL"),
                                             QRegularExpression::UseUnicodePropertiesOption);
        QSet<QString> seen;
        for (auto all = form.globalMatch(text); all.hasNext();) {
            const QString word = all.next().captured();
            const QString key = folded(word);
            if (word.size() < kLeastLength || isStopWord(key) || seen.contains(key)) continue;
            seen.insert(key);
            Word& counted = words_[key];
            if (counted.text.isEmpty()) counted = {word, 0, static_cast<int>(words_.size())};
            counted.weight += weight;
        }
    }

    /// The most telling first: what stands in several texts, what names a trade, and long words before short ones,
    /// since these are the commoner ones.
    QVector<Field> best() const {
        QVector<Word> words;
        for (auto word = words_.begin(); word != words_.end(); ++word) {
            Word weighed = *word;
            weighed.weight = std::min(3.0, weighed.weight) + (isTradeWord(word.key()) ? 1 : 0) +
                             0.5 * double(std::min<qsizetype>(12, word.key().size())) / 12;
            words.append(weighed);
        }
        std::sort(words.begin(), words.end(), [](const Word& a, const Word& b) {
            return a.weight != b.weight ? a.weight > b.weight : a.order < b.order;
        });
        QVector<Field> fields;
        for (const Word& word : words) {
            if (fields.size() == kMostKeywords) break;
            if (const auto field = printed(word.text)) fields.append(*field);
        }
        return fields;
    }

 private:
    /// The word where it stands on the page; nothing where it does not, as in an e-invoice that shows less.
    std::optional<Field> printed(const QString& word) const {
        const QRegularExpression form(
            QStringLiteral("(?<![\\pL\\pN])%1(?![\\pL\\pN])").arg(QRegularExpression::escape(word)),
            QRegularExpression::UseUnicodePropertiesOption);
        const auto match = form.match(page_.text);
        if (!match.hasMatch()) return {};
        Field field = copied(page_, match.capturedStart(), match.capturedEnd(), 0.5);
        field.status = Field::Status::Derived;
        field.note = QStringLiteral("A word of what is sold or of the seller's name.");
        return field;
    }

    const PageText& page_;
    QHash<QString, Word> words_;
};

QString withoutLegalForm(const QString& name) {
    QString rest = name;
    if (const qsizetype end = parties::legalFormEnd(name); end >= 0) {
        const qsizetype blank = name.lastIndexOf(' ', std::max<qsizetype>(0, end - 2));
        rest = name.left(std::max<qsizetype>(0, blank));
    }
    return rest;
}

}  // namespace

QVector<Field> keywords(const Extraction& extraction, const PageText& page) {
    Counting counting(page);
    for (int line = 0; line < extraction.lineCount; ++line)
        if (const Field* field = extraction.find(linePath(line, "description"));
            field && !speaksOfTheBill(field->shown()))
            counting.add(field->shown(), 1);
    const SelfDescription self = selfDescription(extraction, page);
    for (const auto& field : {self.slogan, self.sentence})
        if (field) counting.add(field->value, 1);
    for (const char* path : {"seller.name", "seller.trading_name"})
        if (const Field* field = extraction.find(path)) counting.add(withoutLegalForm(field->shown()), 0.5);
    return counting.best();
}

}  // namespace floe::details
