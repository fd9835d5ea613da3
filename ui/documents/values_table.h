// The values of a person's own form on one bill: what each is called, its value, how it is printed.
#pragma once

#include <QTableView>

namespace floe {

class FormValuesModel;

class ValuesTable : public QTableView {
    Q_OBJECT
 public:
    explicit ValuesTable(FormValuesModel* model, QWidget* parent = nullptr);

    void choose(const QString& path);  // empty: none; says nothing

 signals:
    void chosen(const QString& path);

 protected:
    void currentChanged(const QModelIndex& current, const QModelIndex& previous) override;
    void keyPressEvent(QKeyEvent* event) override;

 private:
    FormValuesModel* model_;
    bool choosing_ = false;
};

}  // namespace floe
