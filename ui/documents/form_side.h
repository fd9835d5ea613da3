// A bill through a form of the person's own, beside its page.
#pragma once

#include <QWidget>

#include "app/extraction/own_form.h"

class QLabel;

namespace floe {

class FormValuesModel;
class Sentence;
class ValuesTable;

class FormSide : public QWidget {
    Q_OBJECT
 public:
    explicit FormSide(FormValuesModel* values, QWidget* parent = nullptr);

    void showWaiting();
    void show(const FilledForm& form);
    using QWidget::show;
    void choose(const QString& path);

 signals:
    void chosen(const QString& path);
    void exportWanted();
    void changeWanted();

 private:
    FormValuesModel* values_;
    ValuesTable* table_;
    QLabel* state_;   // what is going on, or how much was found
    Sentence* said_;  // what went wrong
};

}  // namespace floe
