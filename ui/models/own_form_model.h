// The fields of one form of a person's own as rows of a table. Every change is a step that can be undone.
#pragma once

#include <QAbstractTableModel>
#include <QPointer>
#include <QUndoStack>

#include "app/extraction/own_form.h"

namespace floe {

/// Lives on the UI thread.
class OwnFormModel : public QAbstractTableModel {
    Q_OBJECT
 public:
    enum Column { Name, Source, Kind, Columns };
    enum Roles { MistakeRole = Qt::UserRole + 1 };  // a sentence for the row with the first mistake

    explicit OwnFormModel(QObject* parent = nullptr);

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    bool setData(const QModelIndex& index, const QVariant& value, int role) override;  // names
    Qt::ItemFlags flags(const QModelIndex& index) const override;
    QHash<int, QByteArray> roleNames() const override;

    /// Another form. Changes go onto `steps`, which must be this form's alone; none: it cannot be changed.
    void show(const OwnForm& form, QUndoStack* steps);
    const OwnForm& form() const { return form_; }
    const OwnField* field(int row) const;  // none: no such row
    const std::optional<FormMistake>& mistake() const { return mistake_; }
    bool canChange() const { return steps_ != nullptr; }

    // Each is one step; none where nothing changes.
    /// Typing in one place is one step until endStep().
    void setField(int row, const OwnField& field);
    void endStep();
    int addField(int below, const OwnField& field);  // its row
    void removeField(int row);
    void moveField(int row, int by);
    void replace(const OwnForm& form);

 signals:
    void formChanged();  // by a person, by undo or redo; not by show()

 private:
    class Step;
    void push(const OwnForm& after, const QString& name, int typing = -1);
    void apply(const OwnForm& form);

    OwnForm form_;
    std::optional<FormMistake> mistake_;
    QPointer<QUndoStack> steps_;
    int typing_ = 0;  // counts what was typed in one place
};

}  // namespace floe
