#include "ui/chat/message_view.h"

#include <QElapsedTimer>
#include <QHBoxLayout>
#include <QScopedValueRollback>
#include <QScrollBar>
#include <QVBoxLayout>

#include "ui/chat/message_row.h"
#include "ui/models/messages_model.h"
#include "ui/widgets/parts.h"
#include "ui/widgets/tones.h"

namespace floe {

namespace {

constexpr int kSliceMilliseconds = 6;  // of building rows at a time
constexpr int kSliceRows = 16;         // so that a fast machine asks again before it builds more than a screen

}  // namespace

MessageView::MessageView(MessagesModel* model, QWidget* parent)
    : QScrollArea(parent), model_(model), column_(new QWidget), rows_(new QVBoxLayout(column_)) {
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setWidgetResizable(true);
    setFocusPolicy(Qt::StrongFocus);
    setAccessibleName(tr("Messages"));
    tight(rows_, 3 * kSpace, 3 * kSpace);
    rows_->setAlignment(Qt::AlignTop);
    column_->setMaximumWidth(fontMetrics().averageCharWidth() * 118 + 6 * kSpace);
    auto* page = new QWidget;
    auto* centre = tight(new QHBoxLayout(page), 0, 0);
    centre->addStretch(1);
    centre->addWidget(column_, 1000);
    centre->addStretch(1);
    setWidget(page);
    viewport()->setAutoFillBackground(false);
    page->setAutoFillBackground(false);

    connect(model, &QAbstractItemModel::modelReset, this, &MessageView::rebuild);
    connect(model, &QAbstractItemModel::rowsInserted, this,
            [this](const QModelIndex&, int first, int last) { insert(first, last); });
    connect(model, &QAbstractItemModel::rowsRemoved, this,
            [this](const QModelIndex&, int first, int last) { remove(first, last); });
    connect(model, &QAbstractItemModel::dataChanged, this,
            [this](const QModelIndex& first, const QModelIndex& last) { change(first.row(), last.row()); });
    connect(&older_, &QTimer::timeout, this, &MessageView::buildOlder);
    connect(verticalScrollBar(), &QScrollBar::valueChanged, this, &MessageView::scrolled);
    connect(verticalScrollBar(), &QScrollBar::rangeChanged, this, &MessageView::rangeChanged);
    rebuild();
}

void MessageView::rebuild() {
    while (QLayoutItem* item = rows_->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    unbuilt_ = model_->rowCount();
    atEnd_ = true;
    buildSlice();  // whatever the scroll bar still says
}

bool MessageView::wantsOlder() const {
    return unbuilt_ > 0 && verticalScrollBar()->value() < viewport()->height();
}

void MessageView::buildOlder() {
    if (wantsOlder())
        buildSlice();
    else
        older_.stop();
}

void MessageView::buildSlice() {
    QElapsedTimer clock;
    clock.start();
    for (int made = 0; made < kSliceRows && unbuilt_ > 0 && clock.elapsed() < kSliceMilliseconds; ++made)
        rows_->insertWidget(0, makeRow(--unbuilt_));
    markLast();
    if (!older_.isActive()) older_.start(1);
}

MessageRow* MessageView::makeRow(int row) {
    auto* made = new MessageRow(model_->message(row));
    connect(made, &MessageRow::regenerateWanted, this, &MessageView::regenerateWanted);
    return made;
}

MessageRow* MessageView::rowAt(int row) const {
    QLayoutItem* item = row >= unbuilt_ ? rows_->itemAt(row - unbuilt_) : nullptr;
    return item ? static_cast<MessageRow*>(item->widget()) : nullptr;
}

void MessageView::insert(int first, int last) {
    for (int row = first; row <= last; ++row) {
        if (row < unbuilt_)
            ++unbuilt_;
        else
            rows_->insertWidget(row - unbuilt_, makeRow(row));
    }
    atEnd_ = true;  // a new message is what one wants to see
    markLast();
}

void MessageView::remove(int first, int last) {
    for (int row = last; row >= first; --row) {
        if (row < unbuilt_) {
            --unbuilt_;
            continue;
        }
        QLayoutItem* item = rows_->takeAt(row - unbuilt_);
        item->widget()->deleteLater();
        item->widget()->hide();
        delete item;
    }
    markLast();
}

void MessageView::change(int first, int last) {
    for (int row = first; row <= last; ++row)
        if (MessageRow* widget = rowAt(row)) widget->setMessage(model_->message(row));
}

void MessageView::markLast() {
    for (int at = 0; at < rows_->count(); ++at)
        static_cast<MessageRow*>(rows_->itemAt(at)->widget())->setLast(at == rows_->count() - 1);
}

void MessageView::scrolled(int value) {
    if (!holding_) {
        atEnd_ = value >= verticalScrollBar()->maximum() - kSpace;
        anchor_ = topRow();
        anchorTop_ = anchor_ ? topOf(anchor_) - value : 0;
    }
    if (wantsOlder() && !older_.isActive()) older_.start(1);
}

// Rows come in above and paragraphs get their heights when they are laid out: what is read stays where it is.
void MessageView::rangeChanged(int, int maximum) {
    const QScopedValueRollback<bool> holding(holding_, true);
    if (atEnd_)
        verticalScrollBar()->setValue(maximum);
    else if (anchor_)
        verticalScrollBar()->setValue(topOf(anchor_) - anchorTop_);
}

int MessageView::topOf(const MessageRow* row) const {
    return row->mapTo(widget(), QPoint()).y();
}

MessageRow* MessageView::topRow() const {
    const int top = verticalScrollBar()->value();
    for (int at = 0; at < rows_->count(); ++at) {
        auto* row = static_cast<MessageRow*>(rows_->itemAt(at)->widget());
        if (topOf(row) + row->height() > top) return row;
    }
    return nullptr;
}

void MessageView::resizeEvent(QResizeEvent* event) {
    const bool wasAtEnd = atEnd_;
    QScrollArea::resizeEvent(event);
    if (wasAtEnd) verticalScrollBar()->setValue(verticalScrollBar()->maximum());
    if (wantsOlder() && !older_.isActive()) older_.start(1);
}

}  // namespace floe
