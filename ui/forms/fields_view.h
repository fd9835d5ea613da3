// The fields of one form as a table, with what adds, removes and moves them, and the chosen one beside it.
#pragma once

#include <QWidget>

class QTableView;
class QToolButton;

namespace floe {

class FieldPanel;
class OwnFormModel;

class FieldsView : public QWidget {
    Q_OBJECT
 public:
    explicit FieldsView(OwnFormModel* model, QWidget* parent = nullptr);

    void chooseRow(int row);

 private:
    QWidget* makeTools();
    void add();
    void refresh();
    int row() const;

    OwnFormModel* model_;
    QTableView* table_;
    FieldPanel* panel_;
    QToolButton* add_;
    QToolButton* remove_;
    QToolButton* up_;
    QToolButton* down_;
};

}  // namespace floe
