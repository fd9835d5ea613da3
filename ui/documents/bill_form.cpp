#include "ui/documents/bill_form.h"

#include <QLabel>
#include <QVBoxLayout>

#include "ui/documents/check_list.h"
#include "ui/documents/field_row.h"
#include "ui/documents/lines_table.h"
#include "ui/models/bill_form_model.h"
#include "ui/models/check_list_model.h"
#include "ui/models/lines_model.h"
#include "ui/widgets/parts.h"
#include "ui/widgets/sentence.h"

namespace floe {

BillForm::BillForm(BillFormModel* fields, LinesModel* lines, CheckListModel* checks, QWidget* parent)
    : QScrollArea(parent),
      fields_(fields),
      lines_(lines),
      checks_(checks),
      table_(new LinesTable(lines)),
      summary_(new Sentence),
      tableProblem_(new Sentence) {
    setFrameShape(QFrame::NoFrame);
    setWidgetResizable(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAsNeeded);
    auto* page = new QWidget;
    auto* column = tight(new QVBoxLayout(page), 2 * kSpace, kSpace / 2);
    column->addWidget(summary_);
    buildFields(column);
    const auto heading = [column](const QString& text) {
        column->addSpacing(kSpace * 3 / 2);
        column->addWidget(label(text, "heading"));
    };
    heading(tr("Lines"));
    column->addWidget(table_);
    column->addWidget(tableProblem_);
    heading(tr("Checks"));
    column->addWidget(new CheckList(checks));
    column->addStretch();
    setWidget(page);

    connect(table_, &LinesTable::chosen, this, &BillForm::chosen);
    connect(fields, &QAbstractItemModel::dataChanged, this,
            [this](const QModelIndex& first, const QModelIndex& last) { refresh(first.row(), last.row()); });
    connect(fields, &BillFormModel::inputRefused, this, &BillForm::refuse);
    connect(lines, &LinesModel::inputRefused, this,
            [this](const QString&, const QString& sentence) { tableProblem_->say(Tone::Bad, sentence); });
    connect(lines, &QAbstractItemModel::dataChanged, this, [this] { tableProblem_->say(Tone::Bad, {}); });
    connect(lines, &QAbstractItemModel::modelReset, this, [this] { tableProblem_->say(Tone::Bad, {}); });
    connect(checks, &QAbstractItemModel::modelReset, this, &BillForm::summarise);
    summarise();
}

void BillForm::buildFields(QVBoxLayout* column) {
    QString group;
    int widest = 0;
    for (int row = 0; row < fields_->rowCount(); ++row) {
        const QModelIndex index = fields_->index(row);
        const QString its = index.data(BillFormModel::GroupRole).toString();
        if (its != group) {
            column->addSpacing(kSpace * 3 / 2);
            column->addWidget(label(its, "heading"));
        }
        group = its;
        auto* field = new FieldRow(index);
        widest = std::max(widest, field->labelWidth());
        column->addWidget(field);
        rows_.append(field);
        connect(field, &FieldRow::chosen, this, &BillForm::chosen);
        connect(field, &FieldRow::takeBackWanted, fields_, &BillFormModel::takeBack);
    }
    for (FieldRow* field : rows_) field->setLabelWidth(std::min(widest, 22 * kSpace));
}

void BillForm::light(const QString& path) {
    for (FieldRow* row : rows_) row->setLit(row->path() == path);
    if (FieldRow* row = rowOf(path)) ensureWidgetVisible(row, 0, 4 * kSpace);
    if (lines_->indexOf(path).isValid()) ensureWidgetVisible(table_, 0, kSpace);
    table_->choose(path);
}

void BillForm::focusField(const QString& path) {
    if (FieldRow* row = rowOf(path))
        row->focusEditor();
    else
        table_->setFocus(Qt::OtherFocusReason);
}

void BillForm::refresh(int first, int last) {
    for (int row = first; row <= last; ++row) rows_[row]->refresh();
}

void BillForm::refuse(const QString& path, const QString& sentence) {
    if (FieldRow* row = rowOf(path)) row->refuse(sentence);
}

void BillForm::summarise() {
    int doubts = checks_->failedCount();
    for (int row = 0; row < fields_->rowCount(); ++row)
        doubts += !fields_->index(row).data(BillFormModel::DoubtRole).toString().isEmpty();
    for (int row = 0; row < lines_->rowCount(); ++row)
        for (int column = 0; column < lines_->columnCount(); ++column)
            doubts += !lines_->index(row, column).data(LinesModel::DoubtRole).toString().isEmpty();
    if (doubts > 0)
        summary_->say(Tone::Doubt, tr("To be looked at, marked with this sign: %1").arg(doubts));
    else
        summary_->say(Tone::Good, checks_->rowCount() > 0 ? tr("Nothing to look at: all checks agree.")
                                                          : tr("Nothing to look at."));
}

FieldRow* BillForm::rowOf(const QString& path) const {
    const int row = fields_->rowOf(path);
    return row < 0 ? nullptr : rows_[row];
}

}  // namespace floe
