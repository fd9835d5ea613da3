// The form of one bill: what to look at first, the fields in their groups, the lines, the checks.
#pragma once

#include <QScrollArea>
#include <QVector>

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
    BillForm(BillFormModel* fields, LinesModel* lines, CheckListModel* checks, QWidget* parent = nullptr);

    /// Lights the field and brings it into view, without taking the keyboard away.
    void light(const QString& path);
    void focusField(const QString& path);

 signals:
    void chosen(const QString& path);

 private:
    void buildFields(QVBoxLayout* column);
    void refresh(int first, int last);
    void refuse(const QString& path, const QString& sentence);
    void summarise();
    FieldRow* rowOf(const QString& path) const;

    BillFormModel* fields_;
    LinesModel* lines_;
    CheckListModel* checks_;
    QVector<FieldRow*> rows_;
    LinesTable* table_;
    Sentence* summary_;
    Sentence* tableProblem_;
};

}  // namespace floe
