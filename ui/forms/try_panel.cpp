#include "ui/forms/try_panel.h"

#include <QComboBox>
#include <QLabel>
#include <QVBoxLayout>

#include "ui/documents/values_table.h"
#include "ui/models/form_values_model.h"
#include "ui/models/ready_bills_model.h"
#include "ui/widgets/parts.h"
#include "ui/widgets/sentence.h"
#include "ui/widgets/tones.h"

namespace floe {

namespace {

constexpr int kLate = 400;  // milliseconds

}  // namespace

TryPanel::TryPanel(ReadyBillsModel* bills, FormValuesModel* values, QWidget* parent)
    : QWidget(parent),
      bills_(bills),
      values_(values),
      choice_(new QComboBox),
      state_(wrapped({}, "muted")),
      said_(new Sentence) {
    choice_->setModel(bills);
    choice_->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    choice_->setMinimumContentsLength(12);
    choice_->setAccessibleName(tr("Bill that the form is tried on"));
    auto* words = label(tr("&Try it on"), "heading");
    words->setBuddy(choice_);
    auto* head = tight(new QHBoxLayout, 0, kSpace);
    head->addWidget(words);
    head->addWidget(choice_, 1);
    auto* column = tight(new QVBoxLayout(this), 0, kSpace / 2);
    column->addLayout(head);
    column->addWidget(new ValuesTable(values), 1);
    column->addWidget(state_);
    column->addWidget(said_);
    late_.setSingleShot(true);
    late_.setInterval(kLate);

    connect(&late_, &QTimer::timeout, this, [this] {
        said_->say(Tone::Bad, {});
        state_->setText(tr("Reading the pages of this bill …"));
    });
    connect(choice_, &QComboBox::currentIndexChanged, this, &TryPanel::billChosen);
}

BillId TryPanel::bill() const {
    return choice_->currentIndex() < 0 ? 0 : bills_->idAt(choice_->currentIndex());
}

void TryPanel::chooseBill(BillId bill) {
    const int row = bills_->rowOf(bill);
    choice_->setCurrentIndex(row < 0 && bills_->rowCount() > 0 ? 0 : row);
}

void TryPanel::showWaiting() {
    if (!late_.isActive()) late_.start();
}

void TryPanel::showNoBill() {
    late_.stop();
    values_->reset({});
    said_->say(Tone::Bad, {});
    state_->setText(tr("There is no bill to try it on yet. Drop one into the window."));
}

void TryPanel::showFilled(const FilledForm& form) {
    late_.stop();
    values_->reset(form.values);
    said_->say(Tone::Bad, form.problem);
    state_->setText(tr("Found: %1 of %2").arg(values_->found()).arg(values_->rowCount()));
}

}  // namespace floe
