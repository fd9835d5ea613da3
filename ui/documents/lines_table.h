// The lines of a bill: a table as high as its rows, edited in place.
#pragma once

#include <QTableView>

namespace floe {

class LinesModel;

class LinesTable : public QTableView {
    Q_OBJECT
 public:
    /// `canArrange`: its menu adds, removes and moves lines.
    explicit LinesTable(LinesModel* model, bool canArrange = true, QWidget* parent = nullptr);

    void choose(const QString& path);
    void write(const QString& typed);  // opens the current cell; `typed` takes the place of its value, empty: as it is

 signals:
    void chosen(const QString& path);
    void committed();  // a cell was written, or left as it was

 protected:
    void currentChanged(const QModelIndex& current, const QModelIndex& previous) override;
    void closeEditor(QWidget* editor, QAbstractItemDelegate::EndEditHint hint) override;
    void contextMenuEvent(QContextMenuEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

 private:
    void fitHeight();

    LinesModel* model_;
    bool canArrange_;
};

}  // namespace floe
