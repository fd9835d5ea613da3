// The checks of a bill, one a line with its sign and its sum.
#pragma once

#include <QWidget>

class QVBoxLayout;

namespace floe {

class CheckListModel;

class CheckList : public QWidget {
    Q_OBJECT
 public:
    explicit CheckList(CheckListModel* model, QWidget* parent = nullptr);

 private:
    void rebuild();

    CheckListModel* model_;
    QVBoxLayout* rows_;
};

}  // namespace floe
