// One field of the form: its name, its value to edit, what stands on the page, what the model said, and any doubt.
#pragma once

#include <QFrame>
#include <QPersistentModelIndex>

class QLabel;
class QLineEdit;
class QPlainTextEdit;
class QPushButton;

namespace floe {

class Sentence;

/// Shows a row of BillFormModel and writes to it; sends what the hand does.
class FieldRow : public QFrame {
    Q_OBJECT
 public:
    explicit FieldRow(const QModelIndex& index, QWidget* parent = nullptr);

    QString path() const;
    int labelWidth() const;
    void setLabelWidth(int width);
    void refresh();  // from the model
    void setLit(bool lit);
    void refuse(const QString& sentence);
    void setChoices(const QStringList& values);   // offered while one writes, and by Down
    void focusEditor(const QString& typed = {});  // `typed` takes the place of the value, null: it is selected

 signals:
    void chosen(const QString& path);     // got the focus
    void committed(const QString& path);  // Enter was pressed
    void takeBackWanted(const QString& path);

 protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

 private:
    QWidget* editor() const;
    QString typed() const;
    void show(const QString& value);
    void commit();
    bool untouched() const;

    QPersistentModelIndex index_;
    QLabel* label_;
    QLineEdit* line_ = nullptr;        // for values of one line
    QPlainTextEdit* block_ = nullptr;  // for addresses
    QLabel* printed_;
    QLabel* modelValue_;
    QPushButton* takeBack_;
    QWidget* correction_;
    Sentence* doubt_;
};

}  // namespace floe
