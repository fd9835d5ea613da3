// Where a message is written: Enter sends, Shift+Enter begins a new line, Esc stops the answer.
#pragma once

#include <QFrame>

class QPlainTextEdit;
class QPushButton;

namespace floe {

class Composer : public QFrame {
    Q_OBJECT
 public:
    explicit Composer(QWidget* parent = nullptr);

    void setAnswering(bool answering);
    void setText(const QString& text);
    QString text() const;
    void clear();

 signals:
    void sendWanted(const QString& text);
    void stopWanted();

 protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void changeEvent(QEvent* event) override;

 private:
    void act();
    void send();
    void fitHeight();
    void showState();

    QPlainTextEdit* text_;
    QPushButton* send_;
    bool answering_ = false;
};

}  // namespace floe
