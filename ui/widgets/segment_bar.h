// A bar of parts against a whole, such as the memory that a model takes of what is free.
#pragma once

#include <QVector>
#include <QWidget>

namespace floe {

class SegmentBar : public QWidget {
    Q_OBJECT
 public:
    explicit SegmentBar(QWidget* parent = nullptr);

    /// Parts from the left; beyond `whole` the bar is scaled so that a mark shows where the whole ends.
    void set(const QVector<double>& parts, double whole);
    static QColor partColour(const QPalette& palette, int part);

    QSize sizeHint() const override;

 protected:
    void paintEvent(QPaintEvent* event) override;

 private:
    QVector<double> parts_;
    double whole_ = 0;
};

}  // namespace floe
