#include "ui/documents/values_table.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHeaderView>
#include <QKeyEvent>
#include <QStyledItemDelegate>

#include "ui/models/form_values_model.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/tones.h"

namespace floe {

namespace {

constexpr QSize kMostPicture{160, 72};

QImage pictureOf(const QModelIndex& index) {
    return index.column() == FormValuesModel::Value ? index.data(FormValuesModel::PictureRole).value<QImage>()
                                                    : QImage();
}

/// What is not on the bill is quiet; what is to be looked at has the sign.
class ValueDelegate : public QStyledItemDelegate {
 public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void initStyleOption(QStyleOptionViewItem* option, const QModelIndex& index) const override {
        QStyledItemDelegate::initStyleOption(option, index);
        if (index.column() == FormValuesModel::Printed && index.data(FormValuesModel::MadeRole).toBool())
            option->palette.setColor(QPalette::Text, muted(QGuiApplication::palette()));
        if (const QImage picture = pictureOf(index); !picture.isNull()) {
            const QSize size = picture.size().scaled(kMostPicture, Qt::KeepAspectRatio).boundedTo(picture.size());
            option->features |= QStyleOptionViewItem::HasDecoration;
            option->icon = QIcon(QPixmap::fromImage(picture));
            option->decorationSize = size;
        }
        const QPalette palette = QGuiApplication::palette();
        if (index.column() == FormValuesModel::Value && !index.data(FormValuesModel::FoundRole).toBool()) {
            option->palette.setColor(QPalette::Text, muted(palette));
            option->palette.setColor(QPalette::HighlightedText, muted(palette));
        }
        if (index.column() != FormValuesModel::Value || index.data(FormValuesModel::DoubtRole).toString().isEmpty())
            return;
        const int size = option->fontMetrics.height();
        option->features |= QStyleOptionViewItem::HasDecoration;
        option->icon = QIcon(iconPixmap("doubt", toned(palette, Tone::Doubt), size, 2));
        option->decorationSize = {size, size};
    }
};

}  // namespace

ValuesTable::ValuesTable(FormValuesModel* model, QWidget* parent) : QTableView(parent), model_(model) {
    setModel(model);
    setItemDelegate(new ValueDelegate(this));
    setAccessibleName(tr("Values of the form on this bill"));
    setTabKeyNavigation(false);
    setSelectionMode(QAbstractItemView::SingleSelection);
    setSelectionBehavior(QAbstractItemView::SelectRows);
    setWordWrap(true);
    setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    verticalHeader()->hide();
    verticalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    horizontalHeader()->setSectionResizeMode(QHeaderView::Stretch);
    horizontalHeader()->setHighlightSections(false);
    horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
}

void ValuesTable::choose(const QString& path) {
    choosing_ = true;
    if (const int row = model_->rowOf(path); row >= 0)
        setCurrentIndex(model_->index(row, FormValuesModel::Value));
    else
        clearSelection();
    choosing_ = false;
}

void ValuesTable::currentChanged(const QModelIndex& current, const QModelIndex& previous) {
    QTableView::currentChanged(current, previous);
    if (current.isValid() && !choosing_) emit chosen(current.data(FormValuesModel::PathRole).toString());
}

void ValuesTable::keyPressEvent(QKeyEvent* event) {
    if (!event->matches(QKeySequence::Copy) || !currentIndex().isValid()) return QTableView::keyPressEvent(event);
    const QModelIndex value = currentIndex().siblingAtColumn(FormValuesModel::Value);
    if (const QImage picture = pictureOf(value); !picture.isNull())
        return QGuiApplication::clipboard()->setImage(picture);
    if (value.data(FormValuesModel::FoundRole).toBool()) QGuiApplication::clipboard()->setText(value.data().toString());
}

}  // namespace floe
