// The forms of a person's own and those that Floe brings, with what makes, copies, brings in, writes out and removes.
#pragma once

#include <QWidget>

class QListView;
class QToolButton;

namespace floe {

class OwnFormListModel;

class FormsList : public QWidget {
    Q_OBJECT
 public:
    explicit FormsList(OwnFormListModel* forms, QWidget* parent = nullptr);

    QString chosen() const;  // empty: none
    void choose(const QString& name);

 signals:
    void formChosen(const QString& name);
    void newWanted();
    void duplicateWanted(const QString& name);
    void importWanted(const QString& file);
    void exportWanted(const QString& name, const QString& file);
    void removeWanted(const QString& name);

 private:
    QWidget* makeTools();
    void askImport();
    void askExport();
    void refresh();

    OwnFormListModel* forms_;
    QListView* list_;
    QToolButton* duplicate_;
    QToolButton* export_;
    QToolButton* remove_;
};

}  // namespace floe
