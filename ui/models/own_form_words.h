// How the parts of a person's own form are called, and what is to be mended in one.
#pragma once

#include <QCoreApplication>
#include <QString>
#include <QVector>

#include "app/extraction/own_form.h"
#include "app/extraction/own_forms.h"

namespace floe {

class OwnFormWords {
    Q_DECLARE_TR_FUNCTIONS(floe::OwnFormWords)
 public:
    static QVector<OwnField::From> sources();  // in the order in which they are offered
    static QString sourceLabel(OwnField::From from);
    static QString kindLabel(OwnField::Kind kind);
    /// What is looked for, in a line: "Seller: Name", "Beside “Deposit”".
    static QString sourceOf(const OwnField& field);
    static QString nameOf(const OwnField& field);    // with its groups before it: "name › legal"
    static QString fieldLabel(const QString& path);  // of the bill; what is unknown is called by its path
    static QStringList fieldPaths();                 // that a form can ask for, in the order in which they are offered

    static QString proposedName(const QString& path);  // "Due date", "Seller: Name"

    /// The kind that a value of the bill has.
    static OwnField::Kind kindOf(const QString& path);
    static OwnField::Kind kindOfMember(const QString& list, const QString& member);

    static QString sentence(const FormMistake& mistake);
    static QString sentence(OwnForms::NameFault fault, const QString& name);  // empty: it can be called so

    /// A pattern that people often want, and what it finds.
    struct Example {
        QString label, pattern;
    };
    static QVector<Example> examples();
};

}  // namespace floe
