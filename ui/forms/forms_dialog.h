// Forms of a person's own: which there are, their fields, and what they find in a bill.
#pragma once

#include <QDialog>
#include <functional>

#include "app/extraction/bills.h"
#include "app/extraction/own_forms.h"

class QLineEdit;
class QPushButton;
class QStackedWidget;
class QToolButton;
class QUndoGroup;
class QUndoStack;

namespace floe {

class FieldsView;
class FormValuesModel;
class FormsList;
class NoticeBar;
class OwnFormListModel;
class OwnFormModel;
class ReadyBillsModel;
class SchemaView;
class Sentence;
class TryPanel;

/// Shows models, sends wishes; knows no service.
class FormsDialog : public QDialog {
    Q_OBJECT
 public:
    struct Models {
        OwnFormListModel* forms;
        OwnFormModel* fields;
        FormValuesModel* values;
        ReadyBillsModel* bills;
    };
    explicit FormsDialog(const Models& models, QWidget* parent = nullptr);

    FormsList* list() const { return list_; }
    TryPanel* trying() const { return try_; }

    /// The form that the model of fields shows, and the steps that its changes are; none: it cannot be changed.
    void showForm(const OwnFormFile& form, QUndoStack* steps);
    void showNone();
    void sayProblem(const QString& sentence);  // of a file, or of a name
    void tell(const QString& text, const QString& action = {}, std::function<void()> work = {});

 signals:
    void renameWanted(const QString& name);
    void formTyped(const floe::OwnForm& form);  // as a schema

 private:
    QWidget* makeHead();
    QWidget* makeRight();
    void showAsSchema(bool on);
    void refresh();

    Models models_;
    FormsList* list_;
    QStackedWidget* whole_;  // no form, or one
    QLineEdit* name_;
    QPushButton* asFields_;
    QPushButton* asSchema_;
    QToolButton* undo_;
    QToolButton* redo_;
    Sentence* problem_;
    Sentence* mistake_;
    QStackedWidget* side_;  // fields, schema
    FieldsView* fields_;
    SchemaView* schema_;
    TryPanel* try_;
    NoticeBar* notices_;
    QUndoGroup* steps_;  // those of the form that is shown
    OwnFormFile form_;
    bool canChange_ = false;
    bool typing_ = false;  // a schema, which must not be written anew under the person's hands
};

}  // namespace floe
