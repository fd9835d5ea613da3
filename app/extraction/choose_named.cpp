#include "app/extraction/choose_named.h"

#include <QFileInfo>
#include <QRegularExpression>
#include <algorithm>

#include "app/extraction/field_at.h"
#include "app/extraction/folded.h"
#include "app/extraction/named/rivals.h"
#include "app/extraction/printed_date.h"
#include "app/extraction/terms.h"

namespace floe {

namespace {

constexpr double kNamed = 0.8;      // how plainly a label must name what the model did not read
constexpr double kPlain = 2;        // a label from which on it names its field plainly
constexpr double kOwnLabel = 1.4;   // a label that names a bill's number by itself, above it or beside
constexpr double kUnread = 2.1;     // weight of a choice of the model that is printed nowhere as it was read
constexpr double kProven = 0.95;    // confidence of what labels prove
constexpr double kUnproven = 0.6;   // … at most, of what nothing but the model speaks for
constexpr double kBareLabel = 0.4;  // "No." alone
constexpr double kOdd = -0.7;       // shape of a day or a year: of a number only where a label says so
constexpr qsizetype kLeastSigns = 3;
constexpr double kNoNumber = -2;  // shape of a sum, an address for mail, a time
constexpr int kMostCandidates = 3;

/// Decides one field among all its rivals.
class Choice {
 public:
    Choice(QVector<Field>& fields, const PageText& page, const QString& path, Meaning meaning)
        : fields_(fields), page_(page), path_(path), meaning_(meaning), read_(fieldAt(fields, path)) {}

    std::optional<Chosen> among(const QVector<NamedPrint>& prints, const QString& fileName) {
        const QVector<Rival> all = rivalsAmong(prints, {meaning_, read_, fileName, page_.text.size()});
        QVector<Rival> rivals;
        for (const Rival& rival : all)
            if (rival.own > 0 || rival.read) rivals.append(rival);
        if (const bool readASum = meaning_ == Meaning::Number && withoutSums(rivals); readASum && rivals.isEmpty()) {
            removeField(fields_, path_);
            return {};
        }
        if (rivals.isEmpty()) return read_ ? std::optional(doubted(kNoWords)) : std::nullopt;
        const bool instead = preferLabelled(rivals);
        const Rival& best = rivals[0];
        if (instead) return put(rivals, false);
        const bool sure = isSure(rivals) || isOnlyDate(all, best);
        if (best.read) return agreed(rivals, sure);
        const bool unread = read_ && std::none_of(rivals.begin(), rivals.end(), [](const Rival& r) { return r.read; });
        if (best.own >= kNamed && !(unread && best.sum < kUnread * read_->confidence)) return put(rivals, sure);
        return read_ ? std::optional(doubted(kNoWords)) : std::nullopt;
    }

 private:
    static constexpr const char* kNoWords = "No words beside it say that this is the one. Compare it with the page.";

    /// Sums of money are no numbers of bills, whatever stands beside them ("Totale fattura 8325,18"). Whether the model
    /// took one for it.
    static bool withoutSums(QVector<Rival>& rivals) {
        static const QRegularExpression money(
            "^(?:[A-Z]{3} ?|[€$£] ?)\\d[\\d.,' ]*$|^\\d{1,3}(?:[. ']?\\d{3})*,\\d{2}(?: ?[A-Z]{3}| ?[€$£])?$");
        bool read = false;
        for (qsizetype i = rivals.size() - 1; i >= 0; --i) {
            if (!money.match(rivals[i].print->text).hasMatch()) continue;
            read |= rivals[i].read;
            rivals.removeAt(i);
        }
        return read;
    }

    /// Where the model took a day or a sum for the number, even a bare "No." names a better one, which is put first.
    bool preferLabelled(QVector<Rival>& rivals) const {
        if (meaning_ != Meaning::Number || !rivals[0].read || rivals[0].own >= kPlain) return false;
        if (rivals[0].print->shape > kOdd) return false;
        const auto labelled = std::find_if(rivals.begin(), rivals.end(), [](const Rival& rival) {
            return rival.own >= kBareLabel && rival.print->shape > kOdd && rival.letters.size() >= kLeastSigns;
        });
        if (labelled == rivals.end()) return false;
        std::rotate(rivals.begin(), labelled, labelled + 1);
        return true;
    }

    /// The one day that a bill prints is its own.
    bool isOnlyDate(const QVector<Rival>& all, const Rival& best) const {
        return meaning_ == Meaning::IssueDate && all.size() == 1 && best.read && best.against == 0;
    }

    std::optional<Chosen> agreed(const QVector<Rival>& rivals, bool sure) {
        const Rival& best = rivals[0];
        if (best.own == 0 && (best.sum < 0 || best.print->shape <= kNoNumber)) {  // beside another field's label, a sum
            removeField(fields_, path_);
            return {};
        }
        if (best.letters != lettersAndDigits(read_->text.toLower())) {  // the model ran on into the words behind it
            if (best.own > kPlain) return put(rivals, sure);
            return sure ? std::nullopt : std::optional(doubted(kNoWords));
        }
        for (Field& field : fields_) {
            if (field.path != path_) continue;
            if (sure) field.confidence = std::min(std::max(field.confidence, kProven), page_.recognised(field));
            field.candidates = candidates(rivals);
        }
        if (sure) return {};
        return doubted(best.own < kNamed ? QString(kNoWords) : contested(rivals));
    }

    static QString contested(const QVector<Rival>& rivals) {
        for (qsizetype i = 1; i < rivals.size(); ++i)
            if (rivals[i].own >= kNamed) return "“" + rivals[i].print->text + "” has such a label, too.";
        return QStringLiteral("The words beside it don't say plainly that this is the one. Compare it with the page.");
    }

    Chosen doubted(const QString& note) {
        for (Field& field : fields_)
            if (field.path == path_) field.confidence = std::min(field.confidence, kUnproven);
        return {path_, note, Field::Status::Doubtful};
    }

    Chosen put(const QVector<Rival>& rivals, bool sure) {
        const NamedPrint& print = *rivals[0].print;
        const QString how = read_ ? "Taken from beside its label; the model read “" + read_->text + "”."
                                  : QStringLiteral("Found by its label.");
        Chosen done{path_, sure ? how : how + " " + contested(rivals),
                    sure ? Field::Status::Derived : Field::Status::Doubtful};
        Field field;
        field.path = path_;
        field.text = print.text;
        field.confidence = sure ? kProven : kUnproven;
        field.candidates = candidates(rivals);
        page_.place(field, print.begin, print.begin + print.text.size());
        removeField(fields_, path_);
        insertField(fields_, field);
        return done;
    }

    QVector<Candidate> candidates(const QVector<Rival>& rivals) const {
        QVector<Candidate> others;
        for (qsizetype i = 1; i < rivals.size() && others.size() < kMostCandidates; ++i) {
            const NamedPrint& print = *rivals[i].print;
            const QVector<QDate> days = readDate(print.text);
            if (meaning_ != Meaning::Number && days.size() != 1) continue;
            Field place;
            page_.place(place, print.begin, print.begin + print.text.size());
            const QString value = meaning_ == Meaning::Number ? print.text : days[0].toString(Qt::ISODate);
            others.append({value, print.text, place.page, place.boxes});
        }
        return others;
    }

    QVector<Field>& fields_;
    const PageText& page_;
    const QString path_;
    const Meaning meaning_;
    const Field* read_;
};

/// Two signs between digits, or letters that may be a month's: a day that was printed or recognised strangely.
bool mayBeDay(const QString& text) {
    static const QRegularExpression form("\\d ?[./-] ?\\d+ ?[./-]|\\pL{3}.*\\d|\\d.*\\pL{3}");
    return form.match(text).hasMatch();
}

/// The day that a till prints beside the time.
std::optional<Chosen> issuedBesideTime(QVector<Field>& fields, const PageText& page, const QVector<NamedPrint>& dates) {
    static const QRegularExpression time(
        "(?<![\\d:])[0-2]?\\d:[0-5]\\d(?::[0-5]\\d)?(?![\\d:])|\\bkl\\.? ?[0-2]?\\d[.:][0-5]\\d(?!\\d)",
        QRegularExpression::CaseInsensitiveOption);
    const NamedPrint* found = nullptr;
    for (const NamedPrint& date : dates) {
        const qsizetype end = date.begin + date.text.size();
        const qsizetype lineBegin = page.text.lastIndexOf('\n', date.begin) + 1;
        const qsizetype lineEnd = page.text.indexOf('\n', end);
        const QString before = page.text.mid(lineBegin, date.begin - lineBegin);
        const QString after = page.text.mid(end, lineEnd < 0 ? -1 : lineEnd - end);
        if (!time.match(before).hasMatch() && !time.match(after).hasMatch()) continue;
        if (found && readDate(found->text) != readDate(date.text)) return {};
        if (!found) found = &date;
    }
    if (!found) return {};
    Field field;
    field.path = "issue_date";
    field.text = found->text;
    field.confidence = kProven;
    page.place(field, found->begin, found->begin + found->text.size());
    insertField(fields, field);
    return Chosen{"issue_date", "The day beside the time, as receipts print it.", Field::Status::Derived};
}

}  // namespace

QVector<Chosen> chooseNumber(QVector<Field>& fields, const PageText& page, const QString& file) {
    const Field* read = fieldAt(fields, "number");
    const auto isDigit = [](QChar c) { return c.isDigit(); };
    if (read && std::none_of(read->text.begin(), read->text.end(), isDigit)) removeField(fields, "number");
    const auto chosen =
        Choice(fields, page, "number", Meaning::Number).among(printedNumbers(page), QFileInfo(file).completeBaseName());
    return chosen ? QVector<Chosen>{*chosen} : QVector<Chosen>{};
}

QStringList numbersByLabel(const PageText& page) {
    QStringList numbers;
    for (const NamedPrint& print : printedNumbers(page))
        if (print.label.meaning == Meaning::Number && print.label.weight >= kOwnLabel && print.shape > -1)
            numbers += print.text;
    return numbers;
}

QVector<Chosen> chooseDates(QVector<Field>& fields, const PageText& page) {
    for (const char* path : {"issue_date", "due_date"})
        if (const Field* read = fieldAt(fields, path);
            read && read->status == Field::Status::Unparsed && !mayBeDay(read->text) && !daysOfTerms(read->text))
            removeField(fields, path);
    const QVector<NamedPrint> dates = printedDates(page);
    QVector<Chosen> done;
    for (const auto& [path, meaning] :
         {std::pair("issue_date", Meaning::IssueDate), std::pair("due_date", Meaning::DueDate)})
        if (const auto chosen = Choice(fields, page, path, meaning).among(dates, {})) done.append(*chosen);
    if (!fieldAt(fields, "issue_date"))
        if (const auto chosen = issuedBesideTime(fields, page, dates)) done.append(*chosen);
    return done;
}

}  // namespace floe
