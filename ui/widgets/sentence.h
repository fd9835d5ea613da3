// One sentence with a sign before it: a doubt, a failure, a success.
#pragma once

#include <QFrame>

#include "ui/widgets/tones.h"

class QLabel;

namespace floe {

class Sentence : public QFrame {
    Q_OBJECT
 public:
    explicit Sentence(QWidget* parent = nullptr);

    /// Hidden while the text is empty.
    void say(Tone tone, const QString& text);
    QString text() const;

 protected:
    void changeEvent(QEvent* event) override;

 private:
    void tint();

    QLabel* sign_;
    QLabel* text_;
    Tone tone_ = Tone::Doubt;
};

}  // namespace floe
