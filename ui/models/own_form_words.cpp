#include "ui/models/own_form_words.h"

#include "app/extraction/details/details.h"
#include "app/extraction/names.h"
#include "ui/models/bill_words.h"

namespace floe {

namespace {

using From = OwnField::From;
using Kind = OwnField::Kind;
using What = FormMistake::What;

const QString kOf = QStringLiteral(" › ");

Kind kindFrom(ValueKind kind) {
    switch (kind) {
        case ValueKind::Date:
            return Kind::Date;
        case ValueKind::Amount:
        case ValueKind::Quantity:
        case ValueKind::Percent:
            return Kind::Number;
        case ValueKind::Text:
        case ValueKind::Currency:
            break;
    }
    return Kind::Text;
}

}  // namespace

QVector<From> OwnFormWords::sources() {
    return {From::Field, From::Labels, From::Pattern, From::Matches, From::Lines, From::Taxes};
}

QString OwnFormWords::sourceLabel(From from) {
    switch (from) {
        case From::Field:
            return tr("A value of the bill");
        case From::Labels:
            return tr("Beside certain words");
        case From::Pattern:
            return tr("What looks like a pattern");
        case From::Matches:
            return tr("All that looks like a pattern");
        case From::Lines:
            return tr("The lines of the bill");
        case From::Taxes:
            return tr("The taxes of the bill");
    }
    return {};
}

QString OwnFormWords::kindLabel(Kind kind) {
    switch (kind) {
        case Kind::Text:
            return tr("Text");
        case Kind::Date:
            return tr("Date");
        case Kind::Number:
            return tr("Number");
    }
    return {};
}

QString OwnFormWords::fieldLabel(const QString& path) {
    static const QHash<QString, const char*> details{
        {QStringLiteral("seller.logo"), QT_TR_NOOP("Seller: Logo")},
        {QStringLiteral("seller.description"), QT_TR_NOOP("Seller: Description")},
        {QStringLiteral("seller.short_description"), QT_TR_NOOP("Seller: Short description")},
        {QStringLiteral("seller.keywords"), QT_TR_NOOP("Seller: Keywords")},
        {QStringLiteral("seller.brand"), QT_TR_NOOP("Seller: Brand")}};
    if (const char* label = details.value(path)) return tr(label);
    return isFieldPath(path, 1, 1) ? BillWords::labelOf(path) : path;
}

QStringList OwnFormWords::fieldPaths() {
    QStringList paths;
    for (const BillWord& word : BillWords::head()) paths += word.path;
    for (const SellerDetail& detail : sellerDetails()) paths += detail.path;
    return paths;
}

/// Names that seller and buyer share need their group.
QString OwnFormWords::proposedName(const QString& path) {
    QString name;
    int sameName = 0;
    const QVector<BillWord> words = BillWords::head();
    for (const BillWord& word : words)
        if (word.path == path) name = word.label;
    for (const BillWord& word : words) sameName += word.label == name;
    return sameName == 1 ? name : fieldLabel(path).remove(':');
}

QString OwnFormWords::sourceOf(const OwnField& field) {
    switch (field.from) {
        case From::Field:
            return field.field.isEmpty() ? tr("Not chosen yet") : fieldLabel(field.field);
        case From::Labels:
            return tr("Beside “%1”").arg(field.labels.join(tr("” or “")));
        case From::Pattern:
            return tr("Looks like %1").arg(field.pattern);
        case From::Matches:
            return tr("All that looks like %1").arg(field.pattern);
        case From::Lines:
        case From::Taxes: {
            QStringList members;
            for (const OwnField& member : field.members)
                members += BillWords::memberLabel(field.listName(), member.field);
            return field.from == From::Lines ? tr("Lines: %1").arg(members.join(QStringLiteral(", ")))
                                             : tr("Taxes: %1").arg(members.join(QStringLiteral(", ")));
        }
    }
    return {};
}

QString OwnFormWords::nameOf(const OwnField& field) {
    return (field.within + QStringList(field.name)).join(kOf);
}

Kind OwnFormWords::kindOf(const QString& path) {
    return kindFrom(floe::kindOf(path));
}

Kind OwnFormWords::kindOfMember(const QString& list, const QString& member) {
    return kindFrom(floe::kindOf(listPath(list, 0, member)));
}

QString OwnFormWords::sentence(const FormMistake& mistake) {
    const QString& name = mistake.name;
    switch (mistake.what) {
        case What::NoFields:
            return tr("The form has no field yet. Add one below the table.");
        case What::NoName:
            return tr("Row %1 has no name. Type what its value is called.").arg(mistake.row + 1);
        case What::NameTwice:
            return tr("Two fields are called “%1”. Give one of them another name.").arg(name);
        case What::NoField:
            return tr("“%1”: choose which value of the bill it is.").arg(name);
        case What::NoLabels:
            return tr("“%1”: type the words that stand beside the value on the bill.").arg(name);
        case What::NoPattern:
            return tr("“%1”: type the pattern that the value looks like.").arg(name);
        case What::BrokenPattern:
            return tr("“%1”: the pattern has a mistake at character %2: %3.")
                .arg(name)
                .arg(mistake.at + 1)
                .arg(mistake.detail);
        case What::NoMembers:
            return tr("“%1”: tick at least one value that is taken of each line.").arg(name);
        case What::MemberWithoutName:
            return tr("“%1”: one of its columns has no name. Type what it is called.").arg(name);
        case What::MemberTwice:
            return tr("“%1”: two of its columns are called “%2”. Give one of them another name.")
                .arg(name, mistake.detail);
    }
    return {};
}

QString OwnFormWords::sentence(OwnForms::NameFault fault, const QString& name) {
    switch (fault) {
        case OwnForms::NameFault::None:
            return {};
        case OwnForms::NameFault::Empty:
            return tr("Type what the form is called.");
        case OwnForms::NameFault::TooLong:
            return tr("This name is too long: take at most 80 characters.");
        case OwnForms::NameFault::BadCharacter:
            return tr("A form cannot be called “%1”: it begins with a point, or has one of / \\ : * ? \" < > | in it.")
                .arg(name);
        case OwnForms::NameFault::Shipped:
            return tr("A form that comes with Floe is called “%1” already. Choose another name.").arg(name);
    }
    return {};
}

QVector<OwnFormWords::Example> OwnFormWords::examples() {
    return {{tr("Digits: 4711"), QStringLiteral("\\d+")},
            {tr("Letters, a hyphen, digits: AB-1234"), QStringLiteral("[A-Z]{2,4}-\\d+")},
            {tr("What follows a word: Cost centre 4100"), tr("Cost centre (\\d+)")},
            {tr("An e-mail address"), QStringLiteral("[\\w.+-]+@[\\w.-]+\\.\\w{2,}")},
            {tr("A web address"), QStringLiteral("https?://\\S+")},
            {tr("A time: 14:05"), QStringLiteral("([01]?\\d|2[0-3]):[0-5]\\d")}};
}

}  // namespace floe
