#include "ui/forms/field_panel.h"

#include <QComboBox>
#include <QEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QVBoxLayout>
#include <algorithm>

#include "app/extraction/names.h"
#include "ui/forms/member_table.h"
#include "ui/forms/pattern_box.h"
#include "ui/models/own_form_model.h"
#include "ui/models/own_form_words.h"
#include "ui/widgets/parts.h"
#include "ui/widgets/tones.h"

namespace floe {

namespace {

using From = OwnField::From;
using Kind = OwnField::Kind;

QStringList linesOf(const QString& text) {
    QStringList lines;
    for (const QString& line : text.split('\n'))
        if (!line.trimmed().isEmpty()) lines += line.trimmed();
    return lines;
}

/// A value that this list does not have, of a form that was written by hand, is offered as well.
void choose(QComboBox* box, const QVariant& data, const QString& label) {
    int at = box->findData(data);
    if (at < 0 && !label.isEmpty()) {
        box->addItem(label, data);
        at = box->count() - 1;
    }
    box->setCurrentIndex(at);
}

/// Lists begin with what nearly every bill has.
QVector<OwnField> usualMembers(From from) {
    const QString list = from == From::Taxes ? QStringLiteral("taxes") : QStringLiteral("lines");
    const QStringList names = from == From::Taxes ? QStringList{"rate", "base", "amount"} : modelLineNames();
    QVector<OwnField> members;
    for (const QString& name : names) members.append(MemberTable::memberOf(list, name));
    return members;
}

}  // namespace

FieldPanel::FieldPanel(OwnFormModel* model, QWidget* parent)
    : QScrollArea(parent),
      model_(model),
      all_(new QWidget),
      name_(new QLineEdit),
      source_(new QComboBox),
      value_(new QComboBox),
      labels_(new QPlainTextEdit),
      pattern_(new PatternBox),
      members_(new MemberTable),
      kind_(new QComboBox) {
    setFrameShape(QFrame::NoFrame);
    setWidgetResizable(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAsNeeded);
    for (const From from : OwnFormWords::sources()) source_->addItem(OwnFormWords::sourceLabel(from), int(from));
    for (const QString& path : OwnFormWords::fieldPaths()) value_->addItem(OwnFormWords::fieldLabel(path), path);
    for (const Kind kind : {Kind::Text, Kind::Date, Kind::Number})
        kind_->addItem(OwnFormWords::kindLabel(kind), int(kind));
    for (QComboBox* box : {source_, value_, kind_}) {
        box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
        box->setMinimumContentsLength(12);
    }
    labels_->setTabChangesFocus(true);
    labels_->setFixedHeight(labels_->fontMetrics().lineSpacing() * 3 + 2 * kSpace);
    labels_->installEventFilter(this);
    auto* column = tight(new QVBoxLayout(all_), kSpace, kSpace);
    part(column, tr("&Called"), name_);
    part(column, tr("&Where it comes from"), source_);
    valuePart_ = part(column, tr("Which &value"), value_);
    labelsPart_ = part(column, tr("Words &beside or above it, one a line"), labels_);
    patternPart_ = part(column, tr("&Pattern"), pattern_);
    membersPart_ = part(column, tr("What is taken of each &line"), members_);
    kindPart_ = part(column, tr("&Kind of value"), kind_);
    column->addStretch();
    setWidget(all_);
    connectParts();
    showRow(-1);
}

QWidget* FieldPanel::part(QVBoxLayout* column, const QString& name, QWidget* editor) {
    auto* made = new QWidget;
    auto* its = tight(new QVBoxLayout(made), 0, kSpace / 2);
    auto* words = wrapped(name);
    words->setBuddy(editor);
    if (editor->accessibleName().isEmpty()) editor->setAccessibleName(QString(name).remove('&'));
    its->addWidget(words);
    its->addWidget(editor);
    column->addWidget(made);
    return made;
}

void FieldPanel::connectParts() {
    connect(name_, &QLineEdit::textEdited, this, &FieldPanel::take);
    connect(name_, &QLineEdit::editingFinished, model_, &OwnFormModel::endStep);
    connect(source_, &QComboBox::activated, this, &FieldPanel::takeSource);
    connect(value_, &QComboBox::activated, this, &FieldPanel::takeSource);
    connect(labels_, &QPlainTextEdit::textChanged, this, &FieldPanel::take);
    connect(pattern_, &PatternBox::edited, this, &FieldPanel::take);
    connect(pattern_, &PatternBox::left, model_, &OwnFormModel::endStep);
    connect(members_, &MemberTable::edited, this, [this] {
        take();
        model_->endStep();
    });
    connect(kind_, &QComboBox::activated, this, [this] {
        take();
        model_->endStep();
    });
    connect(model_, &OwnFormModel::formChanged, this, &FieldPanel::refresh);
    connect(model_, &QAbstractItemModel::modelReset, this, &FieldPanel::refresh);
}

bool FieldPanel::eventFilter(QObject* watched, QEvent* event) {
    if (watched == labels_ && event->type() == QEvent::FocusOut) model_->endStep();
    return QScrollArea::eventFilter(watched, event);
}

void FieldPanel::showRow(int row) {
    if (row != row_) model_->endStep();
    row_ = row;
    refresh();
}

void FieldPanel::focusName() {
    name_->setFocus(Qt::OtherFocusReason);
    name_->selectAll();
}

/// What is typed just now says the same already, and stays as it is.
void FieldPanel::refresh() {
    const OwnField* field = model_->field(row_);
    all_->setVisible(field != nullptr);
    if (!field) return;
    refreshing_ = true;
    if (name_->text().trimmed() != field->name) name_->setText(field->name);
    choose(source_, int(field->from), {});
    choose(value_, field->field, field->field.isEmpty() ? QString() : OwnFormWords::fieldLabel(field->field));
    if (linesOf(labels_->toPlainText()) != field->labels) labels_->setPlainText(field->labels.join('\n'));
    pattern_->setPattern(field->pattern);
    if (field->isList()) members_->show(*field);
    choose(kind_, int(field->kind), {});
    showParts(*field);
    setCanChange(model_->canChange());
    refreshing_ = false;
}

void FieldPanel::showParts(const OwnField& field) {
    valuePart_->setVisible(field.from == From::Field);
    labelsPart_->setVisible(field.from == From::Labels);
    patternPart_->setVisible(field.from == From::Labels || field.from == From::Pattern || field.from == From::Matches);
    membersPart_->setVisible(field.isList());
    kindPart_->setVisible(!field.isList() && field.from != From::Field);  // a value of the bill has its kind
    auto* words = patternPart_->findChild<QLabel*>(QString(), Qt::FindDirectChildrenOnly);
    words->setText(field.from == From::Labels ? tr("&Pattern, where not all of it is wanted") : tr("&Pattern"));
}

void FieldPanel::setCanChange(bool can) {
    name_->setReadOnly(!can);
    labels_->setReadOnly(!can);
    pattern_->setCanChange(can);
    members_->setCanChange(can);
    for (QComboBox* box : {source_, value_, kind_}) box->setEnabled(can);
}

void FieldPanel::take() {
    const OwnField* now = model_->field(row_);
    if (refreshing_ || !now) return;
    OwnField field = *now;
    field.name = name_->text().trimmed();
    field.labels = linesOf(labels_->toPlainText());
    field.pattern = pattern_->pattern();
    if (field.isList()) field.members = members_->members();
    field.kind = Kind(kind_->currentData().toInt());
    if (field.from == From::Field) field.kind = OwnFormWords::kindOf(field.field);
    model_->setField(row_, field);
}

/// A field that is called as its value proposed follows the value that is chosen.
void FieldPanel::takeSource() {
    const OwnField* now = model_->field(row_);
    if (refreshing_ || !now) return;
    OwnField field = *now;
    const bool follows = field.from == From::Field && field.name == OwnFormWords::proposedName(field.field);
    field.from = From(source_->currentData().toInt());
    if (now->from == From::Field && field.from != From::Field) field.kind = Kind::Text;  // that was the value's kind
    if (field.from == From::Field) {
        field.field = value_->currentIndex() < 0 ? value_->itemData(0).toString() : value_->currentData().toString();
        field.kind = OwnFormWords::kindOf(field.field);
        if (follows) field.name = OwnFormWords::proposedName(field.field);
    }
    if (field.isList() && (!now->isList() || field.from != now->from)) field.members = usualMembers(field.from);
    model_->endStep();
    model_->setField(row_, field);
    model_->endStep();
}

}  // namespace floe
