// Asks for the password of a locked bill, in the place where its page would be.
#pragma once

#include <QWidget>

class QLineEdit;
class QPushButton;

namespace floe {

class EmptyState;

/// What is typed leaves it by `given` alone.
class PasswordBox : public QWidget {
    Q_OBJECT
 public:
    explicit PasswordBox(QWidget* parent = nullptr);

    void ask(const QString& fileName, const QString& sentence);
    /// After a wrong one: what was typed stays, chosen, so that it can be typed anew or mended.
    void askAgain();
    void clear();  // another bill comes

 signals:
    void given(const QString& password);

 private:
    void give();

    EmptyState* state_;
    QLineEdit* line_;
    QPushButton* open_;
};

}  // namespace floe
