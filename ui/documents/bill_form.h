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
class Sentence;

class BillForm : public QScrollArea {
    Q_OBJECT
 public:
    BillForm(BillFormModel* fields, LinesModel* lines, LinesModel* taxes, CheckListModel* checks,
             QWidget* parent = nullptr);

    /// Lights the field and brings it into view, without taking the keyboard away.
    void setAccounts(const QStringList& accounts);  // that bills are booked to
    void light(const QString& path);
    /// Opens the field for writing; `typed` takes the place of its value.
    void focusField(const QString& path, const QString& typed = {});

 signals:
    void chosen(const QString& path);
    void committed(const QString& path);  // Enter was pressed in the field

 private:
    void buildFields(QVBoxLayout* column);
    QWidget* makeLineTools();
    void showFields();
    void showSum();
    void refresh(int first, int last);
    void refuse(const QString& path, const QString& sentence);
    void summarise();
    FieldRow* rowOf(const QString& path) const;

    BillFormModel* fields_;
    LinesModel* lines_;
    LinesModel* taxes_;
    CheckListModel* checks_;
    QVector<FieldRow*> rows_;
    QHash<QString, QLabel*> headings_;  // of groups
    QPushButton* more_;
    LinesTable* table_;
    LinesTable* taxTable_;
    QWidget* taxPart_;
    Sentence* sum_;
    Sentence* summary_;
    Sentence* tableProblem_;
};

}  // namespace floe
