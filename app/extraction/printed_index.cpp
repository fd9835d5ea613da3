#include "app/extraction/printed_index.h"

#include <algorithm>

#include "app/extraction/printed_amount.h"
#include "app/extraction/printed_date.h"

namespace floe {

namespace {

constexpr int kMostNumberWords = 4;  // "1 234 567,89 €"
constexpr int kMostDateWords = 4;    // "30. April 2024", "15 de marzo de 2024" is longer than dates on bills are
constexpr int kLongestDate = 30;     // characters

bool isDigit(QChar c) {
    return c >= '0' && c <= '9';
}

/// Letters and digits in lower case, accents taken off.
QString letterForm(const QString& text) {
    QString out;
    for (const QChar c : text.normalized(QString::NormalizationForm_KD))
        if (c.isLetterOrNumber()) out += c.toLower();
    return out;
}

/// The same for all spellings of one sum: no sign, no zeros at the end.
QString amountKey(const Decimal& value) {
    QString key = value.absolute().toString();
    if (!key.contains('.')) return key;
    while (key.endsWith('0')) key.chop(1);
    if (key.endsWith('.')) key.chop(1);
    return key;
}

bool begins(const QString& text) {
    return !text.isEmpty() && isDigit(text.front());
}

bool ends(const QString& text) {
    return !text.isEmpty() && isDigit(text.back());
}

}  // namespace

PrintedIndex::PrintedIndex(const QVector<Page>& pages) : pages_(pages) {
    for (int page = 0; page < pages_.size(); ++page) {
        addNumbers(page);
        addDates(page);
        addLetters(page);
    }
    const auto before = [](const PrintedRun& a, const PrintedRun& b) { return a.isBefore(b); };
    for (QVector<PrintedRun>& runs : dates_) std::stable_sort(runs.begin(), runs.end(), before);
}

/// Whether the word stands behind the one before it with no more than a space between.
bool PrintedIndex::isNear(const Page& page, int word) const {
    const QRectF &before = page.words[word - 1].box, &box = page.words[word].box;
    const double gap = box.left() - before.right();
    return std::abs(box.center().y() - before.center().y()) < box.height() * 0.5 && gap > -box.height() &&
           gap < box.height();
}

void PrintedIndex::addNumbers(int at) {
    const Page& page = pages_[at];
    const auto add = [&](const QString& text, int first, int last) {
        for (const DecimalSign sign : {DecimalSign::Point, DecimalSign::Comma}) {
            const auto read = readAmount(text, sign);
            if (!read) continue;
            QVector<PrintedRun>& runs = amounts_[amountKey(read->value)];
            if (runs.isEmpty() || runs.last().last != last || runs.last().page != at) runs.append({at, first, last});
        }
    };
    for (int first = 0; first < page.words.size(); ++first) {
        QString text = page.words[first].text;
        if (!std::any_of(text.begin(), text.end(), isDigit)) continue;
        add(text, first, first);
        if (!begins(text)) continue;
        for (int last = first + 1; last < page.words.size() && last - first < kMostNumberWords; ++last) {
            const QString& next = page.words[last].text;
            if (!ends(text) || !begins(next) || !isNear(page, last)) break;
            text += ' ' + next;
            add(text, first, last);
        }
    }
}

/// The shortest run that is a date; a longer one that holds it says no more.
void PrintedIndex::addDates(int at) {
    const Page& page = pages_[at];
    for (int length = 1; length <= kMostDateWords; ++length)
        for (int first = 0; first + length <= page.words.size(); ++first) {
            const int last = first + length - 1;
            QString text = page.words[first].text;
            bool together = true;
            for (int i = first + 1; i <= last && together; ++i) {
                together = isNear(page, i);
                text += ' ' + page.words[i].text;
            }
            if (!together || text.size() > kLongestDate || std::count_if(text.begin(), text.end(), isDigit) < 3)
                continue;
            for (const QDate& day : readDate(text)) {
                QVector<PrintedRun>& runs = dates_[day.toString(Qt::ISODate)];
                const bool known = std::any_of(runs.begin(), runs.end(), [&](const PrintedRun& run) {
                    return run.page == at && run.first >= first && run.last <= last;
                });
                if (!known) runs.append({at, first, last});
            }
        }
}

void PrintedIndex::addLetters(int at) {
    const Page& page = pages_[at];
    for (int word = 0; word < page.words.size(); ++word) {
        const QString text = letterForm(page.words[word].text);
        for (qsizetype i = 0; i < text.size(); ++i) words_.append({at, word, i == 0, i + 1 == text.size()});
        letters_ += text;
    }
}

QVector<PrintedRun> PrintedIndex::amounts(const QString& plain) const {
    const auto value = Decimal::parse(plain);
    return value ? amounts_.value(amountKey(*value)) : QVector<PrintedRun>();
}

QVector<PrintedRun> PrintedIndex::dates(const QString& iso) const {
    return dates_.value(iso);
}

QVector<PrintedRun> PrintedIndex::texts(const QString& text) const {
    const QString form = letterForm(text);
    QVector<PrintedRun> found;
    if (form.isEmpty()) return found;
    for (qsizetype at = letters_.indexOf(form); at >= 0; at = letters_.indexOf(form, at + 1)) {
        const Letter &first = words_[at], &last = words_[at + form.size() - 1];
        if (first.begins && last.ends && first.page == last.page) found.append({first.page, first.word, last.word});
    }
    return found;
}

QString PrintedIndex::textOf(const PrintedRun& run) const {
    QStringList words;
    for (int i = run.first; i <= run.last; ++i) words += pages_[run.page].words[i].text;
    return words.join(' ');
}

QRectF PrintedIndex::boxOf(const PrintedRun& run) const {
    QRectF box;
    for (int i = run.first; i <= run.last; ++i) box |= pages_[run.page].words[i].box;
    return box;
}

}  // namespace floe
