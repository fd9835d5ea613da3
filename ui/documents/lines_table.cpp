#include "ui/documents/lines_table.h"

#include <QApplication>
#include <QContextMenuEvent>
#include <QGuiApplication>
#include <QHeaderView>
#include <QLineEdit>
#include <QMenu>
#include <QPainter>
#include <QScrollBar>
#include <QStyledItemDelegate>

#include "ui/models/lines_model.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/tones.h"

namespace floe {

namespace {

/// Marks cells to look at with a sign, corrected ones with a pencil.
class LineDelegate : public QStyledItemDelegate {
 public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void initStyleOption(QStyleOptionViewItem* option, const QModelIndex& index) const override {
        QStyledItemDelegate::initStyleOption(option, index);
        const bool doubtful = !index.data(LinesModel::DoubtRole).toString().isEmpty();
        const bool corrected = index.data(LinesModel::CorrectedRole).toBool();
        if (!doubtful && !corrected) return;
        const QPalette palette = QGuiApplication::palette();
        const QColor colour = doubtful ? toned(palette, Tone::Doubt) : muted(palette);
        const int size = option->fontMetrics.height();
        option->features |= QStyleOptionViewItem::HasDecoration;
        option->icon = QIcon(iconPixmap(doubtful ? "doubt" : "rename", colour, size, 2));
        option->decorationSize = {size, size};
    }
};

}  // namespace

LinesTable::LinesTable(LinesModel* model, bool canArrange, QWidget* parent)
    : QTableView(parent), model_(model), canArrange_(canArrange) {
    setModel(model);
    setItemDelegate(new LineDelegate(this));
    setWordWrap(true);
    setTabKeyNavigation(false);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setSelectionMode(QAbstractItemView::SingleSelection);
    setEditTriggers(QAbstractItemView::DoubleClicked | QAbstractItemView::EditKeyPressed |
                    QAbstractItemView::AnyKeyPressed);
    verticalHeader()->hide();
    verticalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    horizontalHeader()->setSectionResizeMode(LinesModel::Description, QHeaderView::Stretch);
    horizontalHeader()->setHighlightSections(false);

    connect(model, &QAbstractItemModel::modelReset, this, &LinesTable::fitHeight);
    connect(model, &QAbstractItemModel::dataChanged, this, &LinesTable::fitHeight);
    connect(verticalHeader(), &QHeaderView::sectionResized, this, &LinesTable::fitHeight);
    connect(horizontalHeader(), &QHeaderView::sectionResized, this, &LinesTable::fitHeight);
    fitHeight();
}

void LinesTable::choose(const QString& path) {
    const QModelIndex index = model_->indexOf(path);
    if (index.isValid())
        setCurrentIndex(index);
    else
        clearSelection();
}

void LinesTable::write(const QString& typed) {
    setFocus(Qt::OtherFocusReason);
    edit(currentIndex());
    auto* line = qobject_cast<QLineEdit*>(QApplication::focusWidget());
    if (line && !typed.isEmpty()) line->setText(typed);
}

void LinesTable::closeEditor(QWidget* editor, QAbstractItemDelegate::EndEditHint hint) {
    QTableView::closeEditor(editor, hint);
    emit committed();
}

void LinesTable::currentChanged(const QModelIndex& current, const QModelIndex& previous) {
    QTableView::currentChanged(current, previous);
    if (current.isValid()) emit chosen(model_->pathAt(current));
}

void LinesTable::contextMenuEvent(QContextMenuEvent* event) {
    const QModelIndex index = indexAt(event->pos());
    QMenu menu;
    QAction* takeBack = menu.addAction(icon("undo"), tr("Take back the correction"));
    takeBack->setEnabled(index.data(LinesModel::CorrectedRole).toBool());
    QAction *add = nullptr, *remove = nullptr, *up = nullptr, *down = nullptr;
    if (canArrange_) {
        menu.addSeparator();
        add = menu.addAction(icon("plus"), tr("Add a line below"));
        remove = menu.addAction(icon("trash"), tr("Remove this line"));
        up = menu.addAction(tr("Move up"));
        down = menu.addAction(tr("Move down"));
        for (QAction* action : {remove, up, down}) action->setEnabled(index.isValid() && model_->rowCount() > 1);
    }
    const QAction* chosen = menu.exec(event->globalPos());
    if (!chosen) return;
    const int row = index.isValid() ? index.row() : model_->rowCount() - 1;
    if (chosen == takeBack) model_->takeBack(index);
    if (chosen == add) model_->addLine(row);
    if (chosen == remove) model_->removeLine(row);
    if (chosen == up) model_->moveLine(row, -1);
    if (chosen == down) model_->moveLine(row, 1);
}

void LinesTable::resizeEvent(QResizeEvent* event) {
    QTableView::resizeEvent(event);
    resizeRowsToContents();
    fitHeight();
}

void LinesTable::fitHeight() {
    const bool wide = horizontalHeader()->length() > viewport()->width();  // then a bar would cover the last row
    setFixedHeight(horizontalHeader()->sizeHint().height() + verticalHeader()->length() + 2 * frameWidth() + 2 +
                   (wide ? horizontalScrollBar()->sizeHint().height() : 0));
}

}  // namespace floe
