// One field of a person's own form: what it is called, where its value comes from, what kind of value it is.
#pragma once

#include <QScrollArea>

#include "app/extraction/own_form.h"

class QComboBox;
class QLabel;
class QLineEdit;
class QPlainTextEdit;
class QVBoxLayout;

namespace floe {

class MemberTable;
class OwnFormModel;
class PatternBox;

class FieldPanel : public QScrollArea {
    Q_OBJECT
 public:
    explicit FieldPanel(OwnFormModel* model, QWidget* parent = nullptr);

    void showRow(int row);  // -1: none
    void focusName();       // all of it chosen, to be typed over

 protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

 private:
    QWidget* part(QVBoxLayout* column, const QString& name, QWidget* editor);
    void connectParts();
    void refresh();
    void showParts(const OwnField& field);
    void take();        // what the widgets say becomes the field
    void takeSource();  // the same, where another source was chosen
    void setCanChange(bool can);

    OwnFormModel* model_;
    int row_ = -1;
    bool refreshing_ = false;
    QWidget* all_;
    QLineEdit* name_;
    QComboBox* source_;
    QComboBox* value_;  // of the bill
    QPlainTextEdit* labels_;
    PatternBox* pattern_;
    MemberTable* members_;
    QComboBox* kind_;
    QWidget *valuePart_, *labelsPart_, *patternPart_, *membersPart_, *kindPart_;
};

}  // namespace floe
