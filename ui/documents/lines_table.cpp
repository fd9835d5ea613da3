#include "ui/documents/lines_table.h"

#include <QContextMenuEvent>
#include <QGuiApplication>
#include <QHeaderView>
#include <QMenu>
#include <QPainter>
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

LinesTable::LinesTable(LinesModel* model, QWidget* parent) : QTableView(parent), model_(model) {
    setModel(model);
    setItemDelegate(new LineDelegate(this));
    setAccessibleName(tr("Lines of the bill"));
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
    fitHeight();
}

void LinesTable::choose(const QString& path) {
    const QModelIndex index = model_->indexOf(path);
    if (index.isValid())
        setCurrentIndex(index);
    else
        clearSelection();
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
    if (menu.exec(event->globalPos()) == takeBack) model_->takeBack(index);
}

void LinesTable::resizeEvent(QResizeEvent* event) {
    QTableView::resizeEvent(event);
    resizeRowsToContents();
    fitHeight();
}

void LinesTable::fitHeight() {
    setFixedHeight(horizontalHeader()->sizeHint().height() + verticalHeader()->length() + 2 * frameWidth() + 2);
}

}  // namespace floe
