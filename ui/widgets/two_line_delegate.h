// Rows of a list: a title, a quieter second line, a sign at the end.
#pragma once

#include <QStyledItemDelegate>
#include <functional>

#include "ui/widgets/tones.h"

namespace floe {

class TwoLineDelegate : public QStyledItemDelegate {
    Q_OBJECT
 public:
    struct Sign {
        QString icon;  // empty: none
        Tone tone = Tone::Good;
    };
    using SignOf = std::function<Sign(const QModelIndex&)>;

    /// `subtitleRole` 0: rows of one line.
    explicit TwoLineDelegate(int subtitleRole, SignOf sign = {}, QObject* parent = nullptr);

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    void updateEditorGeometry(QWidget* editor, const QStyleOptionViewItem& option,
                              const QModelIndex& index) const override;

 private:
    int subtitleRole_;
    SignOf sign_;
};

}  // namespace floe
