// What an empty page says: what it is for, and what to do first.
#pragma once

#include <QWidget>

class QLabel;
class QHBoxLayout;
class QVBoxLayout;

namespace floe {

class EmptyState : public QWidget {
    Q_OBJECT
 public:
    explicit EmptyState(const QString& iconName, QWidget* parent = nullptr);

    /// The first of the actions is the one meant.
    void say(const QString& title, const QString& text, const QStringList& actions = {});
    void setBody(QWidget* body);  // between the text and the actions

 signals:
    void chosen(int action);

 protected:
    void changeEvent(QEvent* event) override;

 private:
    void tint();

    QString iconName_;
    QLabel* picture_;
    QLabel* title_;
    QLabel* text_;
    QVBoxLayout* column_;
    QHBoxLayout* actions_;
};

}  // namespace floe
