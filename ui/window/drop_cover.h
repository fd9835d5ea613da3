// Lies over the window while files are dragged over it, and says what will happen to them.
#pragma once

#include <QWidget>

namespace floe {

class DropCover : public QWidget {
    Q_OBJECT
 public:
    explicit DropCover(QWidget* parent);
    void say(const QString& text);

 protected:
    void paintEvent(QPaintEvent* event) override;

 private:
    QString text_;
};

}  // namespace floe
