// Connects the forms of a person's own with the dialog in which they are made.
#pragma once

#include <QHash>
#include <QObject>
#include <QPointer>
#include <QTimer>
#include <QUndoStack>
#include <memory>

#include "app/extraction/bills.h"
#include "app/extraction/own_forms.h"
#include "ui/models/form_values_model.h"
#include "ui/models/own_form_list_model.h"
#include "ui/models/own_form_model.h"
#include "ui/models/ready_bills_model.h"

namespace floe {

class BillListModel;
class FormsDialog;

/// What a person changes is saved by itself as soon as it rests and has no mistake; what has one is kept beside the
/// form as a draft, and is there again at the next start.
class FormsWiring : public QObject {
    Q_OBJECT
 public:
    FormsWiring(OwnForms& forms, Bills& bills, BillListModel& list, QObject* parent = nullptr);
    ~FormsWiring() override;  // saves what waits for it

    /// Opens the dialog over `window`, with `bill` to try forms on; `form`: the one to show, empty: that of last time.
    void open(QWidget* window, BillId bill, const QString& form = {});
    OwnFormListModel& list() { return list_; }

 signals:
    void failed(const QString& sentence);  // while the dialog is not open

 private:
    /// A form in work.
    struct Draft {
        OwnForm form;
        QByteArray schema;  // of the file when it was read or saved last
        QUndoStack steps;
        bool changed = false;  // since then
    };
    void connectService();
    void connectDialog();
    void choose(const QString& name);
    void show();  // the chosen form
    void create(const QString& wanted, OwnForm form);
    void duplicate(const QString& name);
    void rename(const QString& to);
    void changed();
    void takeDrafts(const QVector<OwnFormFile>& forms);
    void save();
    void tryOut();
    void saved(const OwnFormFile& form);
    void renamed(const QString& before, const OwnFormFile& form);
    void removed(const QString& name);
    void say(const QString& sentence);
    bool isOpen() const;

    OwnForms& forms_;
    Bills& bills_;
    OwnFormListModel list_;
    OwnFormModel fields_;
    FormValuesModel values_;
    ReadyBillsModel ready_;
    QHash<QString, std::shared_ptr<Draft>> drafts_;
    QString name_;    // of the form that is shown; empty: none
    QString coming_;  // of the one that is shown as soon as it is there
    quint64 filling_ = 0;
    int underWay_ = 0;    // forms that are being saved
    bool quiet_ = false;  // the list changes by itself, nobody chooses
    QTimer saving_, trying_;
    QPointer<FormsDialog> dialog_;
};

}  // namespace floe
