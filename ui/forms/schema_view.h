// A form as its JSON Schema, for people who know it: typed over, it becomes the form as soon as it is a good one.
#pragma once

#include <QTimer>
#include <QWidget>

#include "app/extraction/own_form.h"

class QPlainTextEdit;

namespace floe {

class Sentence;

class SchemaView : public QWidget {
    Q_OBJECT
 public:
    explicit SchemaView(QWidget* parent = nullptr);

    void show(const QString& name, const QByteArray& schema, bool canChange);
    using QWidget::show;
    bool isBroken() const { return broken_; }  // what is typed is no form (yet)

 signals:
    void formTyped(const floe::OwnForm& form);

 private:
    void take();

    QString name_;
    QPlainTextEdit* text_;
    Sentence* problem_;
    QTimer rests_;  // while a person types, nearly all that stands there is broken
    bool broken_ = false;
};

}  // namespace floe
