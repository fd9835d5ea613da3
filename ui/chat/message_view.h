// The messages of a chat, one row widget each, built newest first and only as far up as is scrolled, so that a long
// chat opens at once.
#pragma once

#include <QPointer>
#include <QScrollArea>
#include <QTimer>

class QVBoxLayout;

namespace floe {

class MessageRow;
class MessagesModel;

/// Stays at the end while an answer grows, unless the person scrolled away from it.
class MessageView : public QScrollArea {
    Q_OBJECT
 public:
    explicit MessageView(MessagesModel* model, QWidget* parent = nullptr);

 signals:
    void regenerateWanted();

 protected:
    void resizeEvent(QResizeEvent* event) override;

 private:
    void rebuild();
    void insert(int first, int last);
    void remove(int first, int last);
    void change(int first, int last);
    void buildOlder();
    void buildSlice();
    bool wantsOlder() const;  // less than a screen of rows stands above what is seen, and there are more
    MessageRow* makeRow(int row);
    MessageRow* rowAt(int row) const;  // null: not built yet
    void markLast();
    void scrolled(int value);
    MessageRow* topRow() const;
    int topOf(const MessageRow* row) const;
    void rangeChanged(int minimum, int maximum);

    MessagesModel* model_;
    QWidget* column_;
    QVBoxLayout* rows_;
    QTimer older_;     // builds rows above those that stand
    int unbuilt_ = 0;  // rows of the model, from the first on, that have no widget yet
    bool atEnd_ = true;
    QPointer<MessageRow> anchor_;  // the first row that is seen, since the person scrolled last
    int anchorTop_ = 0;            // where it stood, below the upper edge
    bool holding_ = false;         // it is this class that scrolls
};

}  // namespace floe
