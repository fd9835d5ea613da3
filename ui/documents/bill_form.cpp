#include "ui/documents/bill_form.h"

#include <QLabel>
#include <QPushButton>
#include <QSet>
#include <QToolButton>
#include <QVBoxLayout>

#include "ui/documents/check_list.h"
#include "ui/documents/field_row.h"
#include "ui/documents/lines_table.h"
#include "ui/models/bill_form_model.h"
#include "ui/models/check_list_model.h"
#include "ui/models/figures.h"
#include "ui/models/lines_model.h"
#include "ui/widgets/parts.h"
#include "ui/widgets/sentence.h"

namespace floe {

BillForm::BillForm(BillFormModel* fields, LinesModel* lines, LinesModel* taxes, CheckListModel* checks, QWidget* parent)
    : QScrollArea(parent),
      fields_(fields),
      lines_(lines),
      taxes_(taxes),
      checks_(checks),
      more_(button(tr("More fields"), "quiet", "plus")),
      table_(new LinesTable(lines)),
      taxTable_(new LinesTable(taxes, false)),
      taxPart_(new QWidget),
      sum_(new Sentence),
      summary_(new Sentence),
      tableProblem_(new Sentence) {
    setFrameShape(QFrame::NoFrame);
    setWidgetResizable(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAsNeeded);
    table_->setAccessibleName(tr("Lines of the bill"));
    taxTable_->setAccessibleName(tr("Taxes of the bill, one a rate"));
    more_->setCheckable(true);
    auto* page = new QWidget;
    auto* column = tight(new QVBoxLayout(page), 2 * kSpace, kSpace / 2);
    column->addWidget(summary_);
    buildFields(column);
    column->addWidget(more_, 0, Qt::AlignLeft);
    const auto heading = [](QVBoxLayout* where, const QString& text) {
        where->addSpacing(kSpace * 3 / 2);
        where->addWidget(label(text, "heading"));
    };
    auto* taxColumn = tight(new QVBoxLayout(taxPart_), 0, kSpace / 2);
    heading(taxColumn, tr("Taxes"));
    taxColumn->addWidget(taxTable_);
    column->addWidget(taxPart_);
    heading(column, tr("Lines"));
    column->addWidget(table_);
    column->addWidget(makeLineTools());
    column->addWidget(sum_);
    column->addWidget(tableProblem_);
    heading(column, tr("Checks"));
    column->addWidget(new CheckList(checks));
    column->addStretch();
    setWidget(page);

    connect(more_, &QPushButton::toggled, this, [this](bool all) {
        more_->setText(all ? tr("Fewer fields") : tr("More fields"));
        showFields();
    });
    connect(fields, &QAbstractItemModel::dataChanged, this,
            [this](const QModelIndex& first, const QModelIndex& last) { refresh(first.row(), last.row()); });
    connect(fields, &BillFormModel::inputRefused, this, &BillForm::refuse);
    for (LinesModel* model : {lines, taxes}) {
        connect(model, &LinesModel::inputRefused, this,
                [this](const QString&, const QString& sentence) { tableProblem_->say(Tone::Bad, sentence); });
        connect(model, &QAbstractItemModel::modelReset, this, &BillForm::summarise);
        connect(model, &QAbstractItemModel::dataChanged, this, &BillForm::summarise);
    }
    for (LinesTable* table : {table_, taxTable_}) {
        connect(table, &LinesTable::chosen, this, &BillForm::chosen);
        connect(table, &LinesTable::committed, this, [this] { emit committed({}); });
    }
    connect(checks, &QAbstractItemModel::modelReset, this, &BillForm::summarise);
    showFields();
    summarise();
}

void BillForm::buildFields(QVBoxLayout* column) {
    QString group;
    int widest = 0;
    for (int row = 0; row < fields_->rowCount(); ++row) {
        const QModelIndex index = fields_->index(row);
        const QString its = index.data(BillFormModel::GroupRole).toString();
        if (its != group) {
            QLabel* heading = label(its, "heading");
            heading->setContentsMargins(0, kSpace * 3 / 2, 0, 0);
            headings_[its] = heading;
            column->addWidget(heading);
        }
        group = its;
        auto* field = new FieldRow(index);
        widest = std::max(widest, field->labelWidth());
        column->addWidget(field);
        rows_.append(field);
        connect(field, &FieldRow::chosen, this, &BillForm::chosen);
        connect(field, &FieldRow::committed, this, &BillForm::committed);
        connect(field, &FieldRow::takeBackWanted, fields_, &BillFormModel::takeBack);
    }
    for (FieldRow* field : rows_) field->setLabelWidth(std::min(widest, 22 * kSpace));
}

QWidget* BillForm::makeLineTools() {
    auto* made = new QWidget;
    auto* row = tight(new QHBoxLayout(made), 0, kSpace / 2);
    const auto add = [&](const QString& iconName, const QString& text, auto work) {
        QToolButton* tool = iconButton(iconName, text);
        row->addWidget(tool);
        connect(tool, &QToolButton::clicked, this, work);
    };
    const auto current = [this] {
        return table_->currentIndex().isValid() ? table_->currentIndex().row() : lines_->rowCount() - 1;
    };
    add("plus", tr("Add a line below"), [this, current] { lines_->addLine(current()); });
    add("trash", tr("Remove this line"), [this, current] { lines_->removeLine(current()); });
    add("up", tr("Move this line up"), [this, current] { lines_->moveLine(current(), -1); });
    add("down", tr("Move this line down"), [this, current] { lines_->moveLine(current(), 1); });
    row->addStretch();
    return made;
}

/// Fields that bills often lack are shown where they have a value, or when the person asks for all.
void BillForm::showFields() {
    QSet<QString> groups;
    for (int row = 0; row < rows_.size(); ++row) {
        const QModelIndex index = fields_->index(row);
        const bool filled = !index.data(BillFormModel::ValueRole).toString().isEmpty() ||
                            !index.data(BillFormModel::PrintedRole).toString().isEmpty() ||
                            index.data(BillFormModel::CorrectedRole).toBool();
        const bool shown = filled || more_->isChecked() || index.data(BillFormModel::UsualRole).toBool();
        rows_[row]->setVisible(shown);
        if (shown) groups.insert(index.data(BillFormModel::GroupRole).toString());
    }
    for (auto it = headings_.begin(); it != headings_.end(); ++it) (*it)->setVisible(groups.contains(it.key()));
}

void BillForm::showSum() {
    tableProblem_->say(Tone::Bad, {});
    taxPart_->setVisible(taxes_->rowCount() > 0);
    const QString sum = lines_->rowCount() > 0 ? lines_->sum() : QString();
    if (sum.isEmpty()) return sum_->say(Tone::Good, {});
    const QString shown = Figures::amount(sum);
    const QString net = fields_->index(fields_->rowOf("net")).data(BillFormModel::ValueRole).toString();
    for (int row = 0; row < checks_->rowCount(); ++row) {
        const QModelIndex check = checks_->index(row);
        if (check.data(CheckListModel::RuleRole).toString() != "lines-net") continue;
        const bool ok = check.data(CheckListModel::OkRole).toBool();
        if (net.isEmpty()) return sum_->say(ok ? Tone::Good : Tone::Doubt, tr("Sum of the lines: %1").arg(shown));
        return sum_->say(ok ? Tone::Good : Tone::Doubt,
                         tr("Sum of the lines: %1, net: %2").arg(shown, Figures::amount(net)));
    }
    sum_->say(Tone::Good, tr("Sum of the lines: %1").arg(shown));
}

void BillForm::setAccounts(const QStringList& accounts) {
    if (FieldRow* row = rowOf("category")) row->setChoices(accounts);
}

void BillForm::light(const QString& path) {
    for (FieldRow* row : rows_) row->setLit(row->path() == path);
    if (FieldRow* row = rowOf(path)) ensureWidgetVisible(row, 0, 4 * kSpace);
    if (lines_->indexOf(path).isValid()) ensureWidgetVisible(table_, 0, kSpace);
    if (taxes_->indexOf(path).isValid()) ensureWidgetVisible(taxTable_, 0, kSpace);
    table_->choose(path);
    taxTable_->choose(path);
}

void BillForm::focusField(const QString& path, const QString& typed) {
    if (FieldRow* row = rowOf(path)) return row->focusEditor(typed);
    LinesTable* table = taxes_->indexOf(path).isValid() ? taxTable_ : table_;
    table->setFocus(Qt::OtherFocusReason);
    if (!typed.isNull() && table->currentIndex().isValid()) table->write(typed);
}

void BillForm::refresh(int first, int last) {
    for (int row = first; row <= last; ++row) rows_[row]->refresh();
    showFields();
}

void BillForm::refuse(const QString& path, const QString& sentence) {
    if (FieldRow* row = rowOf(path)) row->refuse(sentence);
}

void BillForm::summarise() {
    showSum();
    int doubts = checks_->failedCount();
    for (int row = 0; row < fields_->rowCount(); ++row)
        doubts += !fields_->index(row).data(BillFormModel::DoubtRole).toString().isEmpty();
    for (const LinesModel* table : {lines_, taxes_})
        for (int row = 0; row < table->rowCount(); ++row)
            for (int column = 0; column < table->columnCount(); ++column)
                doubts += !table->index(row, column).data(LinesModel::DoubtRole).toString().isEmpty();
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
