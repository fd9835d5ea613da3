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
#include "ui/models/more_lists.h"
#include "ui/widgets/parts.h"
#include "ui/widgets/sentence.h"

namespace floe {

BillForm::BillForm(BillFormModel* fields, LinesModel* lines, LinesModel* taxes, const MoreLists& moreLists,
                   CheckListModel* checks, QWidget* parent)
    : QScrollArea(parent),
      fields_(fields),
      lines_(lines),
      checks_(checks),
      more_(button(tr("More fields"), "quiet", "plus")),
      table_(new LinesTable(lines)),
      sum_(new Sentence),
      summary_(new Sentence),
      tableProblem_(new Sentence) {
    setFrameShape(QFrame::NoFrame);
    setWidgetResizable(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAsNeeded);
    table_->setAccessibleName(tr("Lines of the bill"));
    more_->setCheckable(true);
    auto* page = new QWidget;
    auto* column = tight(new QVBoxLayout(page), 2 * kSpace, kSpace / 2);
    column->addWidget(summary_);
    buildFields(column);
    column->addWidget(more_, 0, Qt::AlignLeft);
    const auto heading = [column](const QString& text) {
        column->addSpacing(kSpace * 3 / 2);
        column->addWidget(label(text, "heading"));
    };
    addList(column, taxes, tr("Taxes"), tr("Taxes of the bill, one a rate"));
    heading(tr("Lines"));
    column->addWidget(table_);
    column->addWidget(makeLineTools());
    column->addWidget(sum_);
    column->addWidget(tableProblem_);
    for (const MoreLists::Table& more : moreLists.tables())
        addList(column, more.model, BillWords::listLabel(more.name), BillWords::listLabel(more.name));
    heading(tr("Checks"));
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
    connectTable(lines_, table_);
    for (const ListPart& list : lists_) connectTable(list.model, list.table);
    connect(checks, &QAbstractItemModel::modelReset, this, &BillForm::summarise);
    showFields();
    summarise();
}

void BillForm::addList(QVBoxLayout* column, LinesModel* model, const QString& heading, const QString& accessibleName) {
    ListPart list{model, new LinesTable(model, false), new QWidget};
    list.table->setAccessibleName(accessibleName);
    auto* its = tight(new QVBoxLayout(list.part), 0, kSpace / 2);
    its->addSpacing(kSpace * 3 / 2);
    its->addWidget(label(heading, "heading"));
    its->addWidget(list.table);
    column->addWidget(list.part);
    lists_.append(list);
}

void BillForm::connectTable(LinesModel* model, LinesTable* table) {
    connect(model, &LinesModel::inputRefused, this,
            [this](const QString&, const QString& sentence) { tableProblem_->say(Tone::Bad, sentence); });
    connect(model, &QAbstractItemModel::modelReset, this, &BillForm::summarise);
    connect(model, &QAbstractItemModel::dataChanged, this, &BillForm::summarise);
    connect(table, &LinesTable::chosen, this, &BillForm::chosen);
    connect(table, &LinesTable::committed, this, [this] { emit committed({}); });
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

/// Fields that bills often lack are shown where they have a value, or when the person asks for more; those that hardly
/// any bill has only where it has them.
void BillForm::showFields() {
    QSet<QString> groups;
    for (int row = 0; row < rows_.size(); ++row) {
        const QModelIndex index = fields_->index(row);
        const bool filled = !index.data(BillFormModel::ValueRole).toString().isEmpty() ||
                            !index.data(BillFormModel::PrintedRole).toString().isEmpty() ||
                            index.data(BillFormModel::CorrectedRole).toBool();
        const bool onWish = more_->isChecked() && !index.data(BillFormModel::OnlyWhereSaidRole).toBool();
        const bool shown = filled || onWish || index.data(BillFormModel::UsualRole).toBool();
        rows_[row]->setVisible(shown);
        if (shown) groups.insert(index.data(BillFormModel::GroupRole).toString());
    }
    for (auto it = headings_.begin(); it != headings_.end(); ++it) (*it)->setVisible(groups.contains(it.key()));
}

void BillForm::showSum() {
    tableProblem_->say(Tone::Bad, {});
    for (const ListPart& list : lists_) list.part->setVisible(list.model->rowCount() > 0);
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
    table_->choose(path);
    for (const ListPart& list : lists_) {
        if (list.model->indexOf(path).isValid()) ensureWidgetVisible(list.table, 0, kSpace);
        list.table->choose(path);
    }
}

void BillForm::focusField(const QString& path, const QString& typed) {
    if (FieldRow* row = rowOf(path)) return row->focusEditor(typed);
    LinesTable* table = table_;
    for (const ListPart& list : lists_)
        if (list.model->indexOf(path).isValid()) table = list.table;
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
    QVector<const LinesModel*> tables{lines_};
    for (const ListPart& list : lists_) tables += list.model;
    for (const LinesModel* table : tables)
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
