#include "app/extraction/choose_named.h"

#include <QRegularExpression>
#include <algorithm>

#include "app/extraction/field_at.h"
#include "app/extraction/folded.h"
#include "app/extraction/label_words.h"
#include "app/extraction/printed_date.h"

namespace floe {

namespace {

constexpr double kModelWeight = 2.0;  // of a choice that the model is sure of
constexpr double kEarly = 0.4;        // what stands at the head of the first page weighs so much more than what ends it
constexpr double kLeast = 1.0;        // what a value must weigh to be taken rather than none
constexpr double kPlain = 2;          // a label from which on it names its field plainly
constexpr double kOwnLabel = 1.4;     // a label that names a bill's number by itself, above it or beside
constexpr double kMargin = 0.1;       // and by how much it must outweigh the model's
constexpr double kByPlainLabel = 0.9;  // confidence of what alone stands beside a plain label

struct Printed {
    QString text;
    qsizetype begin = 0;
    LabelMeaning label;
    double shape = 0;  // for or against, by its looks alone
};

QString squeezed(const QString& text) {
    QString out;
    for (const QChar c : text.toLower())
        if (c.isLetterOrNumber()) out += c;
    return out;
}

// --- numbers

double shapeOfNumber(const QString& text) {
    static const QRegularExpression iban("^[A-Z]{2}[0-9]{2}[A-Z0-9]{8,}$"),
        vat("^(?:DE|AT|FR|IT|ES|NL|BE|PL|GB|CH|LU)U?[A-Z0-9]{8,12}$");
    static const QRegularExpression amount("^[0-9]{1,3}(?:[.,][0-9]{3})*[.,][0-9]{2}$"), percent("%$"),
        gln("^[0-9]{13,}$");
    static const QRegularExpression clock("^[0-9]{1,2}:[0-9]{2}"), web("[@]|www\\.|\\.(?:com|de|fr|net|org)$");
    if (web.match(text).hasMatch() || percent.match(text).hasMatch() || clock.match(text).hasMatch()) return -3;
    double shape = 0;
    if (iban.match(text).hasMatch() && text.size() >= 15) shape -= 3;
    if (vat.match(text).hasMatch()) shape -= 1;
    if (amount.match(text).hasMatch()) shape -= 2;
    if (gln.match(text).hasMatch()) shape -= 0.8;
    if (!readDate(text).isEmpty()) shape -= 1.2;
    if (text.size() == 1) shape -= 0.8;
    return shape;
}

/// A word with a digit, with a short prefix in capitals where one stands before it ("RE 4711").
QVector<Printed> printedNumbers(const PageText& page) {
    static const QRegularExpression token("(?:(?<![^\\s(:#])[A-Z]{1,4} )?[^\\s(:#]*[0-9][^\\s]*");
    const PageCells cells(page);
    QVector<Printed> found;
    for (int cell = 0; cell < cells.all().size(); ++cell) {
        const QString& text = cells.all()[cell].text;
        for (auto it = token.globalMatch(text); it.hasNext();) {
            const auto match = it.next();
            QString word = match.captured();
            while (!word.isEmpty() && !word.back().isLetterOrNumber()) word.chop(1);
            qsizetype begin = match.capturedStart();
            while (!word.isEmpty() && !word[0].isLetterOrNumber()) word.remove(0, 1), ++begin;
            if (word.isEmpty() || word.size() > 40) continue;
            Printed one{word, cells.all()[cell].begin + begin, {}, shapeOfNumber(word)};
            one.label = meaningOf(cells.namings(cell, begin), Subject::Number);
            if (const qsizetype space = word.indexOf(' '); space > 0 && one.label.meaning == Meaning::None) {
                one.text = word.mid(space + 1);  // the capitals are no part of it unless the label stands before them
                one.begin += space + 1;
                one.label = meaningOf(cells.namings(cell, begin + space + 1), Subject::Number);
            }
            found.append(one);
        }
    }
    return found;
}

// --- dates

const QRegularExpression& dateForm() {
    static const QRegularExpression form(
        "(?<![\\w./-])(?:"
        "[0-9]{4}[-/.][0-9]{1,2}[-/.][0-9]{1,2}"
        "|[0-9]{1,2} ?[-/.] ?[0-9]{1,2} ?[-/.] ?(?:[0-9]{4}|'?[0-9]{2})"
        "|[0-9]{1,2}(?:st|nd|rd|th|\\.|er|º)?[ -]?(?:de |of )?\\pL{3,10}\\.?,?[ -]?(?:de |del )?(?:[0-9]{4}|'?[0-9]{2})"
        "|\\pL{3,10}\\.? [0-9]{1,2}(?:st|nd|rd|th)?,? [0-9]{4}"
        ")(?![\\w/]|[.-][0-9])",
        QRegularExpression::UseUnicodePropertiesOption);
    return form;
}

QVector<Printed> printedDates(const PageText& page) {
    const PageCells cells(page);
    QVector<Printed> found;
    for (int cell = 0; cell < cells.all().size(); ++cell) {
        const QString& text = cells.all()[cell].text;
        for (auto it = dateForm().globalMatch(text); it.hasNext();) {
            const auto match = it.next();
            if (readDate(match.captured()).isEmpty()) continue;
            found.append({match.captured(), cells.all()[cell].begin + match.capturedStart(),
                          meaningOf(cells.namings(cell, match.capturedStart()), Subject::Date), 0});
        }
    }
    return found;
}

// --- the choice

/// Weighs every print for one field. `same` tells whether a print is what the model read.
class Choice {
 public:
    Choice(QVector<Field>& fields, const PageText& page, const QString& path, Meaning meaning)
        : fields_(fields), page_(page), path_(path), meaning_(meaning) {}

    std::optional<Chosen> among(const QVector<Printed>& prints) {
        const Field* field = fieldAt(fields_, path_);
        const Printed *best = nullptr, *read = nullptr;
        for (const Printed& print : prints) {
            if (!best || weight(print, field) > weight(*best, field)) best = &print;
            if (field && isRead(print, *field) && (!read || weight(print, field) > weight(*read, field))) read = &print;
        }
        if (best && field && squeezed(best->text) == squeezed(field->text) && isAlonePlain(*best, prints))
            confirm();  // the label and the model agree, and no other has such a label
        if (!best || (field && squeezed(best->text) == squeezed(field->text))) return dropped(read, field);
        if (best == read) {  // the model ran on into the words behind it
            if (best->label.meaning == meaning_ && best->label.weight > kPlain) return put(*best, nullptr, false);
            return {};
        }
        const double least =
            field ? (read ? weight(*read, field) : kModelWeight * field->confidence) + kMargin : kLeast;
        if (best->label.meaning != meaning_ || weight(*best, field) < std::max(least, kLeast))
            return dropped(read, field);
        return put(*best, field, isAlonePlain(*best, prints));
    }

 private:
    static bool isRead(const Printed& print, const Field& field) {
        const QString mine = squeezed(print.text), its = squeezed(field.text);
        return !mine.isEmpty() && (mine == its || (its.contains(mine) && mine.size() * 2 > its.size()));
    }

    /// Whether its label names the field plainly, and that of no other value does.
    bool isAlonePlain(const Printed& print, const QVector<Printed>& prints) const {
        if (print.label.meaning != meaning_ || print.label.weight < kPlain) return false;
        return std::none_of(prints.begin(), prints.end(), [&](const Printed& other) {
            return other.label.meaning == meaning_ && other.label.weight >= kOwnLabel &&
                   squeezed(other.text) != squeezed(print.text);
        });
    }

    void confirm() {
        for (Field& field : fields_)
            if (field.path == path_) field.confidence = std::max(field.confidence, kByPlainLabel);
    }

    double weight(const Printed& print, const Field* field) const {
        double all = print.shape;
        if (print.label.meaning == meaning_)
            all += print.label.weight;
        else if (print.label.meaning != Meaning::None)
            all -= print.label.weight;
        if (field && isRead(print, *field)) all += kModelWeight * field->confidence;
        const double depth = static_cast<double>(print.begin) / std::max<qsizetype>(1, page_.text.size());
        return all + kEarly * (1 - depth);
    }

    /// What stands beside another field's label alone is not this field, unless the model was very sure.
    std::optional<Chosen> dropped(const Printed* read, const Field* field) {
        if (read && field && read->label.meaning != meaning_ && read->label.meaning != Meaning::None &&
            weight(*read, field) < 0)
            removeField(fields_, path_);
        return {};
    }

    /// `plain`: no other value could be meant by the labels.
    Chosen put(const Printed& print, const Field* old, bool plain) {
        Chosen done{path_,
                    old ? "Taken from beside its label; the model read “" + old->text + "”." : "Found by its label.",
                    plain || !old ? Field::Status::Derived : Field::Status::Doubtful};
        Field field;
        field.path = path_;
        field.text = print.text;
        field.confidence = plain ? kByPlainLabel : print.label.weight >= 2.2 ? 0.7 : 0.55;
        page_.place(field, print.begin, print.begin + print.text.size());
        removeField(fields_, path_);
        insertField(fields_, field);
        return done;
    }

    QVector<Field>& fields_;
    const PageText& page_;
    const QString path_;
    const Meaning meaning_;
};

}  // namespace

QVector<Chosen> chooseNumber(QVector<Field>& fields, const PageText& page) {
    QVector<Chosen> done;
    const Field* read = fieldAt(fields, "number");
    const auto isDigit = [](QChar c) { return c.isDigit(); };
    if (read && std::none_of(read->text.begin(), read->text.end(), isDigit)) removeField(fields, "number");
    if (const auto chosen = Choice(fields, page, "number", Meaning::Number).among(printedNumbers(page)))
        done.append(*chosen);
    return done;
}

QStringList numbersByLabel(const PageText& page) {
    QStringList numbers;
    for (const Printed& print : printedNumbers(page))
        if (print.label.meaning == Meaning::Number && print.label.weight >= kOwnLabel && print.shape > -1)
            numbers += print.text;
    return numbers;
}

QVector<Chosen> chooseDates(QVector<Field>& fields, const PageText& page) {
    const QVector<Printed> dates = printedDates(page);
    QVector<Chosen> done;
    if (const auto chosen = Choice(fields, page, "issue_date", Meaning::IssueDate).among(dates)) done.append(*chosen);
    if (const auto chosen = Choice(fields, page, "due_date", Meaning::DueDate).among(dates)) done.append(*chosen);
    return done;
}

}  // namespace floe
