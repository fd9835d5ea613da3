#include "ui/forms/forms_dialog.h"

#include <QButtonGroup>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QShortcut>
#include <QSplitter>
#include <QStackedWidget>
#include <QToolButton>
#include <QUndoGroup>
#include <QUndoStack>

#include "ui/forms/fields_view.h"
#include "ui/forms/forms_list.h"
#include "ui/forms/schema_view.h"
#include "ui/forms/try_panel.h"
#include "ui/models/own_form_model.h"
#include "ui/models/own_form_words.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/notice_bar.h"
#include "ui/widgets/parts.h"
#include "ui/widgets/sentence.h"
#include "ui/widgets/tones.h"

namespace floe {

FormsDialog::FormsDialog(const Models& models, QWidget* parent)
    : QDialog(parent),
      models_(models),
      list_(new FormsList(models.forms)),
      whole_(new QStackedWidget),
      name_(new QLineEdit),
      asFields_(button(tr("F&ields"))),
      asSchema_(button(tr("&JSON Schema"))),
      undo_(iconButton("undo", tr("Undo (Ctrl+Z)"))),
      redo_(iconButton("redo", tr("Redo (Ctrl+Shift+Z)"))),
      problem_(new Sentence),
      mistake_(new Sentence),
      side_(new QStackedWidget),
      fields_(new FieldsView(models.fields)),
      schema_(new SchemaView),
      try_(new TryPanel(models.bills, models.values)),
      notices_(new NoticeBar),
      steps_(new QUndoGroup(this)) {
    setWindowTitle(tr("Own forms"));
    auto* side = new QFrame;
    setLook(side, "sidebar");
    tight(new QVBoxLayout(side), kSpace)->addWidget(list_);
    auto* none = new EmptyState("bill");
    none->say(tr("Forms of your own"),
              tr("A form says which values you want of a bill, such as a contract number or a cost centre, and where "
                 "they stand. Choose one on the left, or make a new one."),
              {tr("New form")});
    whole_->addWidget(none);
    whole_->addWidget(makeRight());
    auto* content = new QWidget;
    auto* column = tight(new QVBoxLayout(content), 0, kSpace);
    column->addWidget(whole_, 1);
    auto* low = tight(new QVBoxLayout);
    low->setContentsMargins(2 * kSpace, 0, 2 * kSpace, kSpace);
    low->addWidget(notices_);
    column->addLayout(low);
    auto* split = new QSplitter(Qt::Horizontal);
    split->addWidget(side);
    split->addWidget(content);
    split->setStretchFactor(1, 1);
    split->setSizes({26 * kSpace, 110 * kSpace});
    split->setHandleWidth(1);
    split->setChildrenCollapsible(false);
    tight(new QVBoxLayout(this), 0, 0)->addWidget(split);
    resize(140 * kSpace, 96 * kSpace);

    connect(none, &EmptyState::chosen, list_, &FormsList::newWanted);
    connect(new QShortcut(QKeySequence::Undo, this), &QShortcut::activated, undo_, &QToolButton::click);
    connect(new QShortcut(QKeySequence::Redo, this), &QShortcut::activated, redo_, &QToolButton::click);
    connect(undo_, &QToolButton::clicked, steps_, &QUndoGroup::undo);
    connect(redo_, &QToolButton::clicked, steps_, &QUndoGroup::redo);
    connect(steps_, &QUndoGroup::canUndoChanged, undo_, &QToolButton::setEnabled);
    connect(steps_, &QUndoGroup::canRedoChanged, redo_, &QToolButton::setEnabled);
    connect(name_, &QLineEdit::editingFinished, this, [this] {
        const QString name = name_->text().trimmed();
        if (canChange_ && name != form_.name) emit renameWanted(name);
    });
    connect(asSchema_, &QPushButton::toggled, this, &FormsDialog::showAsSchema);
    connect(schema_, &SchemaView::formTyped, this, [this](const OwnForm& form) {
        typing_ = true;
        emit formTyped(form);
        typing_ = false;
    });
    connect(models.fields, &OwnFormModel::formChanged, this, &FormsDialog::refresh);
    for (QToolButton* tool : {undo_, redo_}) tool->setEnabled(false);
    showNone();
}

QWidget* FormsDialog::makeHead() {
    auto* made = new QWidget;
    auto* line = tight(new QHBoxLayout(made), 0, kSpace);
    auto* words = label(tr("&Name"));
    words->setBuddy(name_);
    name_->setAccessibleName(tr("Name of the form"));
    auto* group = new QButtonGroup(this);
    for (QPushButton* choice : {asFields_, asSchema_}) {
        choice->setCheckable(true);
        group->addButton(choice);
    }
    asFields_->setChecked(true);
    line->addWidget(words);
    line->addWidget(name_, 1);
    for (QWidget* widget : {static_cast<QWidget*>(undo_), static_cast<QWidget*>(redo_),
                            static_cast<QWidget*>(asFields_), static_cast<QWidget*>(asSchema_)})
        line->addWidget(widget);
    return made;
}

QWidget* FormsDialog::makeRight() {
    auto* made = new QWidget;
    auto* column = tight(new QVBoxLayout(made), 2 * kSpace, kSpace);
    side_->addWidget(fields_);
    side_->addWidget(schema_);
    auto* split = new QSplitter(Qt::Vertical);
    split->addWidget(side_);
    split->addWidget(try_);
    split->setStretchFactor(0, 3);
    split->setStretchFactor(1, 2);
    split->setChildrenCollapsible(false);
    column->addWidget(makeHead());
    column->addWidget(problem_);
    column->addWidget(mistake_);
    column->addWidget(split, 1);
    return made;
}

void FormsDialog::showForm(const OwnFormFile& form, QUndoStack* steps) {
    const bool another = form.name != form_.name;
    form_ = form;
    canChange_ = steps != nullptr;
    if (steps) steps_->addStack(steps);
    steps_->setActiveStack(steps);
    whole_->setCurrentIndex(1);
    name_->setText(form.shipped ? form.form.title : form.name);
    name_->setReadOnly(form.shipped);
    const bool damaged = !form.problem.isEmpty();
    problem_->say(damaged ? Tone::Bad : Tone::Good,
                  damaged        ? form.problem
                  : form.shipped ? tr("This form comes with Floe. Make a copy of it to change it.")
                                 : QString());
    asFields_->setEnabled(!damaged);
    if (damaged)
        asSchema_->setChecked(true);
    else if (another && !schema_->isBroken())
        asFields_->setChecked(true);
    try_->setVisible(!damaged);
    if (another) schema_->show(form.name, damaged ? form.schema : schemaOf(models_.fields->form()), canChange_);
    refresh();
}

void FormsDialog::showNone() {
    form_ = {};
    canChange_ = false;
    steps_->setActiveStack(nullptr);
    whole_->setCurrentIndex(0);
}

void FormsDialog::showAsSchema(bool on) {
    if (on && !schema_->isBroken() && form_.problem.isEmpty())
        schema_->show(form_.name, schemaOf(models_.fields->form()), canChange_);
    side_->setCurrentIndex(on ? 1 : 0);
}

void FormsDialog::refresh() {
    const auto& mistake = models_.fields->mistake();
    const bool damaged = !form_.problem.isEmpty();
    mistake_->say(Tone::Doubt,
                  mistake && !damaged
                      ? tr("%1 Until then the form stays as it was saved last.").arg(OwnFormWords::sentence(*mistake))
                      : QString());
    if (!typing_ && !damaged && side_->currentIndex() == 1)
        schema_->show(form_.name, schemaOf(models_.fields->form()), canChange_);
}

void FormsDialog::sayProblem(const QString& sentence) {
    problem_->say(Tone::Bad, sentence);
}

void FormsDialog::tell(const QString& text, const QString& action, std::function<void()> work) {
    if (action.isEmpty()) return (void)notices_->tell(text);
    notices_->tell(text, action, std::move(work), 0);  // a form is work of one's own: it is not gone after seconds
}

}  // namespace floe
