// The form of one bill: what to look at first, the fields in their groups, the lines, the checks.
#pragma once

#include <QHash>
#include <QScrollArea>
#include <QVector>

class QLabel;
class QPushButton;
class QVBoxLayout;

namespace floe {

class BillFormModel;
class CheckListModel;
class FieldRow;
class LinesModel;
class LinesTable;
class MoreLists;
class Sentence;

class BillForm : public QScrollArea {
    Q_OBJECT
 public:
    BillForm(BillFormModel* fields, LinesModel* lines, LinesModel* taxes, const MoreLists& moreLists,
             CheckListModel* checks, QWidget* parent = nullptr);

    /// Lights the field and brings it into view, without taking the keyboard away.
    void setAccounts(const QStringList& accounts);  // that bills are booked to
    void light(const QString& path);
    /// Opens the field for writing; `typed` takes the place of its value.
    void focusField(const QString& path, const QString& typed = {});

 signals:
    void chosen(const QString& path);
    void committed(const QString& path);  // Enter was pressed in the field

 private:
    /// A list in a part of its own, which is there only where the bill has it.
    struct ListPart {
        LinesModel* model;
        LinesTable* table;
        QWidget* part;
    };
    void buildFields(QVBoxLayout* column);
    void addList(QVBoxLayout* column, LinesModel* model, const QString& heading, const QString& accessibleName);
    void connectTable(LinesModel* model, LinesTable* table);
    QWidget* makeLineTools();
    void showFields();
    void showSum();
    void refresh(int first, int last);
    void refuse(const QString& path, const QString& sentence);
    void summarise();
    FieldRow* rowOf(const QString& path) const;

    BillFormModel* fields_;
    LinesModel* lines_;
    CheckListModel* checks_;
    QVector<FieldRow*> rows_;
    QHash<QString, QLabel*> headings_;  // of groups
    QPushButton* more_;
    LinesTable* table_;
    QVector<ListPart> lists_;  // all but the lines
    Sentence* sum_;
    Sentence* summary_;
    Sentence* tableProblem_;
};

}  // namespace floe
