// A form of a person's own as they edit it in the window, and what it shows of a bill. Underneath it is a JSON Schema
// (docs/own-schemas.md).
#pragma once

#include <QByteArray>
#include <QImage>
#include <QMap>
#include <QMetaType>
#include <QStringList>
#include <QVector>
#include <optional>

#include "app/extraction/bill.h"

namespace floe {

/// One value that a form asks for, or a list of them.
struct OwnField {
    enum class Kind { Text, Date, Number };
    /// Field: one of the bill's; Labels: what stands beside or below words of the page; Pattern: the first text of the
    /// page that has this form; Matches: all of them; Lines, Taxes: a list of the bill.
    enum class From { Field, Labels, Pattern, Matches, Lines, Taxes };

    QString name;        // as it is written out
    QStringList within;  // groups that it stands in, the outermost first; often none
    Kind kind = Kind::Text;
    From from = From::Field;
    QString field;              // Field: its path, "seller.name"; of a member of a list: "amount"
    QStringList labels;         // Labels
    QString pattern;            // Labels (may be empty), Pattern, Matches
    QVector<OwnField> members;  // Lines, Taxes: the values of each line, all of them Field
    QByteArray kept;            // the JSON that it was read from: what is not said above stays as it is

    bool isList() const { return from == From::Lines || from == From::Taxes; }
    QString listName() const { return from == From::Taxes ? QStringLiteral("taxes") : QStringLiteral("lines"); }
    friend bool operator==(const OwnField& a, const OwnField& b);
};

struct OwnForm {
    QString title;
    QVector<OwnField> fields;
    QByteArray kept;                       // as OwnField::kept
    QMap<QStringList, QByteArray> groups;  // likewise, of what fields are `within`; those of a list's items begin with
                                           // the list's own way
    friend bool operator==(const OwnForm& a, const OwnForm& b);
};

/// The first thing to mend in a form before it can be used.
struct FormMistake {
    enum class What {
        NoFields,
        NoName,
        NameTwice,
        NoField,  // no field of the bill was chosen
        NoLabels,
        NoPattern,
        BrokenPattern,  // `detail`: what is wrong with it; `at`: behind so many characters
        NoMembers,
        MemberWithoutName,
        MemberTwice
    } what;
    int row = -1;  // of OwnForm::fields; -1: the form as a whole
    QString name;  // of the field, or of the member
    QString detail = {};
    int at = 0;
};
std::optional<FormMistake> mistakeIn(const OwnForm& form);

/// Reads a schema. Empty where a form cannot be made of it: `problem` then says why in a sentence. `name`: what it is
/// called there, and its title where it has none.
std::optional<OwnForm> ownFormOf(const QByteArray& schema, const QString& name, QString* problem);

/// The schema, indented, with a line's end. A form that was read and not changed means the same again.
QByteArray schemaOf(const OwnForm& form);

/// One value of a form on a bill.
struct OwnValue {
    QString name;                // "deposit", "positions 2 › what"
    QString column;              // the same of each line: "positions › what"; of a list without lines "positions"
    QString path;                // "deposit", "positions.1.what"
    std::optional<Field> field;  // its path is the same; nothing: it is not on the bill
    QImage picture = {};         // where it is one: then the field's value says where it stands
};

/// A form as a bill fills it.
struct FilledForm {
    QVector<OwnValue> values;
    QString problem;  // a sentence where it could not be filled
};

}  // namespace floe

Q_DECLARE_METATYPE(floe::OwnForm)
Q_DECLARE_METATYPE(floe::FilledForm)
