// The page picture with its tools: turning pages, zooming, fitting.
#pragma once

#include <QWidget>

class QLabel;
class QToolButton;

namespace floe {

class PageView;

class PagePanel : public QWidget {
    Q_OBJECT
 public:
    explicit PagePanel(QWidget* parent = nullptr);
    PageView* view() const { return view_; }

 signals:
    void frameWanted();  // the tool for taking a value from the page

 private:
    void showPage(int page, int pages);

    PageView* view_;
    QToolButton* previous_;
    QToolButton* next_;
    QLabel* number_;
};

}  // namespace floe
