// The lines of a bill: a table as high as its rows, edited in place.
#pragma once

#include <QTableView>

namespace floe {

class LinesModel;

class LinesTable : public QTableView {
    Q_OBJECT
 public:
    explicit LinesTable(LinesModel* model, QWidget* parent = nullptr);

    void choose(const QString& path);

 signals:
    void chosen(const QString& path);

 protected:
    void currentChanged(const QModelIndex& current, const QModelIndex& previous) override;
    void contextMenuEvent(QContextMenuEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

 private:
    void fitHeight();

    LinesModel* model_;
};

}  // namespace floe
