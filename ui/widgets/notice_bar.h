// A bar that tells what was just done, and undoes it on a click. It goes by itself.
#pragma once

#include <QFrame>
#include <QTimer>
#include <functional>

class QLabel;
class QPushButton;

namespace floe {

class NoticeBar : public QFrame {
    Q_OBJECT
 public:
    explicit NoticeBar(QWidget* parent = nullptr);

    /// Takes the place of the notice before. Stays for `seconds`, 0: until it is closed. Returns its number.
    int tell(const QString& text, const QString& action = {}, std::function<void()> work = {}, int seconds = 12);

    /// Another text for that notice, while it is shown and no other took its place.
    void change(int notice, const QString& text);

 private:
    QLabel* text_;
    QPushButton* action_;
    QTimer goes_;
    int number_ = 0;
    std::function<void()> work_;
};

}  // namespace floe
