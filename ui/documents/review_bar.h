// Reviewing a bill by keyboard alone: one value after the other, with its print, its doubt and other readings.
#pragma once

#include <QFrame>

class QLabel;
class QPushButton;

namespace floe {

class ReviewModel;
class Sentence;

/// Has the keyboard while a bill is reviewed; says the value to screen readers as it turns to it. Sends what the keys
/// mean; changes nothing itself.
class ReviewBar : public QFrame {
    Q_OBJECT
 public:
    explicit ReviewBar(ReviewModel* model, QWidget* parent = nullptr);

    void begin();                      // at the first value to be looked at
    void turnTo(const QString& path);  // one that is not in the review leaves it where it is
    void goOn();                       // to the next value to be looked at
    QString path() const { return path_; }

 signals:
    void turned(const QString& path);
    void acceptWanted(const QString& path);
    void valueWanted(const QString& path, const QString& value);
    void editWanted(const QString& path, const QString& typed);  // empty: as it is
    void frameWanted();                                          // take the value from the page
    void doneWanted();                                           // this bill is done, the next one
    void backWanted();                                           // to the bill before
    void leaveWanted();

 protected:
    void keyPressEvent(QKeyEvent* event) override;
    bool focusNextPrevChild(bool next) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;

 private:
    void refresh();
    void step(int by);
    void take(int candidate);
    QString spoken() const;

    ReviewModel* model_;
    QString path_;
    QLabel* left_;
    QLabel* name_;
    QLabel* value_;
    QLabel* printed_;
    Sentence* doubt_;
    QLabel* others_;
    QPushButton* help_;
    QLabel* keys_;
};

}  // namespace floe
