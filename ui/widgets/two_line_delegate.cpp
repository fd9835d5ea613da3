#include "ui/widgets/two_line_delegate.h"

#include <QGuiApplication>
#include <QIcon>
#include <QPainter>
#include <QWidget>

#include "ui/widgets/icons.h"

namespace floe {

TwoLineDelegate::TwoLineDelegate(int subtitleRole, SignOf sign, QObject* parent)
    : QStyledItemDelegate(parent), subtitleRole_(subtitleRole), sign_(std::move(sign)) {}

void TwoLineDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const {
    const QPalette palette = QGuiApplication::palette();  // that of the list has lost its ground to the style sheet
    const bool chosen = option.state & QStyle::State_Selected, under = option.state & QStyle::State_MouseOver;
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    QRectF row = QRectF(option.rect).adjusted(1, 1, -1, -1);
    if (chosen || under) {
        painter->setPen(Qt::NoPen);
        painter->setBrush(chosen ? mixed(palette.color(QPalette::Window), palette.color(QPalette::Highlight), 0.2)
                                 : hovered(palette));
        painter->drawRoundedRect(row, 7, 7);
    }
    if ((option.state & QStyle::State_HasFocus) && (option.state & QStyle::State_KeyboardFocusChange)) {
        painter->setPen(palette.color(QPalette::Highlight));
        painter->setBrush(Qt::NoBrush);
        painter->drawRoundedRect(row, 7, 7);
    }

    row.adjust(kSpace, 0, -kSpace, 0);
    if (const Sign sign = sign_ ? sign_(index) : Sign{}; !sign.icon.isEmpty()) {
        const int size = option.fontMetrics.height();
        const double ratio = painter->device()->devicePixelRatioF();
        const QPixmap pixmap = iconPixmap(sign.icon, toned(palette, sign.tone), size, ratio);
        painter->drawPixmap(QPointF(row.right() - size, row.center().y() - size / 2.0), pixmap);
        row.setRight(row.right() - size - kSpace);
    }

    if (const QIcon picture = index.data(Qt::DecorationRole).value<QIcon>(); !picture.isNull()) {
        const int size = option.fontMetrics.height() + 2;
        picture.paint(painter, int(row.left()), int(row.center().y() - size / 2.0), size, size);
        row.setLeft(row.left() + size + kSpace);
    }

    const QFontMetrics& metrics = option.fontMetrics;
    const QString subtitle = subtitleRole_ ? index.data(subtitleRole_).toString() : QString();
    const double height = subtitle.isEmpty() ? metrics.height() : 2 * metrics.height() + 2;
    QRectF line(row.left(), row.center().y() - height / 2, row.width(), metrics.height());
    painter->setPen(palette.color(QPalette::WindowText));
    painter->setFont(option.font);
    const auto shortened = [&](const QString& text) {
        return metrics.elidedText(text, Qt::ElideRight, int(row.width()));
    };
    painter->drawText(line, Qt::AlignVCenter | Qt::AlignLeft, shortened(index.data().toString()));
    if (!subtitle.isEmpty()) {
        painter->setPen(muted(palette));
        painter->drawText(line.translated(0, metrics.height() + 2), Qt::AlignVCenter | Qt::AlignLeft,
                          shortened(subtitle));
    }
    painter->restore();
}

QSize TwoLineDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex&) const {
    const int line = option.fontMetrics.height();
    return {16 * kSpace, subtitleRole_ ? 2 * line + 2 + 2 * kSpace : line + 2 * kSpace};
}

void TwoLineDelegate::updateEditorGeometry(QWidget* editor, const QStyleOptionViewItem& option,
                                           const QModelIndex&) const {
    editor->setGeometry(option.rect.adjusted(1, 1, -1, -1));
}

}  // namespace floe
