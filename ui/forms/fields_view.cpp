#include "ui/forms/fields_view.h"

#include <QGuiApplication>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QSplitter>
#include <QStyledItemDelegate>
#include <QTableView>
#include <QToolButton>
#include <algorithm>

#include "ui/forms/field_panel.h"
#include "ui/models/bill_words.h"
#include "ui/models/own_form_model.h"
#include "ui/models/own_form_words.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/parts.h"
#include "ui/widgets/tones.h"

namespace floe {

namespace {

/// The row with the mistake has the sign.
class FieldDelegate : public QStyledItemDelegate {
 public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void initStyleOption(QStyleOptionViewItem* option, const QModelIndex& index) const override {
        QStyledItemDelegate::initStyleOption(option, index);
        if (index.column() != OwnFormModel::Name || index.data(OwnFormModel::MistakeRole).toString().isEmpty()) return;
        const int size = option->fontMetrics.height();
        option->features |= QStyleOptionViewItem::HasDecoration;
        option->icon = QIcon(iconPixmap("doubt", toned(QGuiApplication::palette(), Tone::Doubt), size, 2));
        option->decorationSize = {size, size};
    }
};

/// A value of the bill that the form does not have yet, so that a new field is right from the beginning.
OwnField nextField(const OwnForm& form) {
    OwnField made;
    const auto has = [&](const auto& same) { return std::any_of(form.fields.begin(), form.fields.end(), same); };
    for (const BillWord& word : BillWords::head()) {
        if (word.shown == BillWord::Shown::Said) continue;  // hardly any bill has it
        made.field = word.path;
        made.name = OwnFormWords::proposedName(word.path);
        made.kind = OwnFormWords::kindOf(word.path);
        if (!has([&](const OwnField& field) { return field.field == made.field || field.name == made.name; }))
            return made;
    }
    const QString name = made.name;
    for (int n = 2; has([&](const OwnField& field) { return field.name == made.name; }); ++n)
        made.name = QStringLiteral("%1 %2").arg(name).arg(n);
    return made;
}

}  // namespace

FieldsView::FieldsView(OwnFormModel* model, QWidget* parent)
    : QWidget(parent),
      model_(model),
      table_(new QTableView),
      panel_(new FieldPanel(model)),
      add_(iconButton("plus", tr("Add a field below (Ctrl+Shift+N)"))),
      remove_(iconButton("trash", tr("Remove this field"))),
      up_(iconButton("up", tr("Move this field up"))),
      down_(iconButton("down", tr("Move this field down"))) {
    table_->setModel(model);
    table_->setItemDelegate(new FieldDelegate(table_));
    table_->setAccessibleName(tr("Fields of the form"));
    table_->setTabKeyNavigation(false);
    table_->setSelectionMode(QAbstractItemView::SingleSelection);
    table_->setSelectionBehavior(QAbstractItemView::SelectRows);
    table_->setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    table_->setWordWrap(false);
    table_->verticalHeader()->hide();
    table_->verticalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    table_->horizontalHeader()->setSectionResizeMode(QHeaderView::Stretch);
    table_->horizontalHeader()->setSectionResizeMode(OwnFormModel::Kind, QHeaderView::ResizeToContents);
    table_->horizontalHeader()->setHighlightSections(false);
    table_->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    auto* left = new QWidget;
    auto* column = tight(new QVBoxLayout(left), 0, kSpace / 2);
    column->addWidget(table_, 1);
    column->addWidget(makeTools());
    auto* split = new QSplitter(Qt::Horizontal);
    split->addWidget(left);
    split->addWidget(panel_);
    split->setSizes({56 * kSpace, 44 * kSpace});
    split->setStretchFactor(0, 1);
    split->setStretchFactor(1, 1);
    split->setChildrenCollapsible(false);
    split->setHandleWidth(1);
    tight(new QVBoxLayout(this), 0, 0)->addWidget(split);
    add_->setShortcut(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_N));

    connect(table_->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &FieldsView::refresh);
    connect(model, &OwnFormModel::formChanged, this, &FieldsView::refresh);
    connect(model, &QAbstractItemModel::modelReset, this, [this] { chooseRow(0); });
    connect(add_, &QToolButton::clicked, this, &FieldsView::add);
    connect(remove_, &QToolButton::clicked, this, [this] {
        const int at = row();
        model_->removeField(at);
        chooseRow(std::min(at, model_->rowCount() - 1));
    });
    for (const auto& [tool, by] : {std::pair(up_, -1), std::pair(down_, 1)})
        connect(tool, &QToolButton::clicked, this, [this, by = by] {
            const int at = row();
            model_->moveField(at, by);
            chooseRow(std::clamp(at + by, 0, model_->rowCount() - 1));
        });
    refresh();
}

QWidget* FieldsView::makeTools() {
    auto* made = new QWidget;
    auto* line = tight(new QHBoxLayout(made), 0, kSpace / 2);
    for (QToolButton* tool : {add_, remove_, up_, down_}) line->addWidget(tool);
    line->addStretch();
    return made;
}

int FieldsView::row() const {
    return table_->currentIndex().isValid() ? table_->currentIndex().row() : -1;
}

void FieldsView::chooseRow(int row) {
    table_->setCurrentIndex(model_->index(row, OwnFormModel::Name));
    refresh();
}

void FieldsView::add() {
    const int below = row() < 0 ? model_->rowCount() - 1 : row();
    chooseRow(model_->addField(below, nextField(model_->form())));
    panel_->focusName();
}

void FieldsView::refresh() {
    const bool can = model_->canChange();
    add_->setEnabled(can);
    remove_->setEnabled(can && row() >= 0);
    up_->setEnabled(can && row() > 0);
    down_->setEnabled(can && row() >= 0 && row() + 1 < model_->rowCount());
    panel_->showRow(row());
}

}  // namespace floe
