#include "ui/documents/form_side.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>

#include "ui/documents/values_table.h"
#include "ui/models/form_values_model.h"
#include "ui/widgets/parts.h"
#include "ui/widgets/sentence.h"
#include "ui/widgets/tones.h"

namespace floe {

FormSide::FormSide(FormValuesModel* values, QWidget* parent)
    : QWidget(parent),
      values_(values),
      table_(new ValuesTable(values)),
      state_(wrapped({}, "muted")),
      said_(new Sentence) {
    auto* write = button(tr("&Export …"), nullptr, "export");
    auto* change = button(tr("&Change this form …"), nullptr, "rename");
    write->setToolTip(tr("Writes the values of the chosen bills to a file"));
    auto* low = tight(new QHBoxLayout, 0, kSpace);
    low->addWidget(write);
    low->addWidget(change);
    low->addStretch();
    auto* column = tight(new QVBoxLayout(this), 2 * kSpace, kSpace);
    column->addWidget(state_);
    column->addWidget(said_);
    column->addWidget(table_, 1);
    column->addLayout(low);

    connect(table_, &ValuesTable::chosen, this, &FormSide::chosen);
    connect(write, &QPushButton::clicked, this, &FormSide::exportWanted);
    connect(change, &QPushButton::clicked, this, &FormSide::changeWanted);
}

void FormSide::showWaiting() {
    values_->reset({});
    said_->say(Tone::Bad, {});
    state_->setText(tr("Reading the pages of this bill …"));
}

void FormSide::show(const FilledForm& form) {
    values_->reset(form.values);
    said_->say(Tone::Bad, form.problem);
    state_->setText(tr("Found: %1 of %2").arg(values_->found()).arg(values_->rowCount()));
}

void FormSide::choose(const QString& path) {
    table_->choose(path);
}

}  // namespace floe
