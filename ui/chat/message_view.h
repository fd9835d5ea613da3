// The messages of a chat, one row widget each, built newest first and a few at a time so that a long chat opens at
// once.
#pragma once

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
    MessageRow* makeRow(int row);
    MessageRow* rowAt(int row) const;  // null: not built yet
    void markLast();
    void scrolled(int value);
    void rangeChanged(int minimum, int maximum);

    MessagesModel* model_;
    QWidget* column_;
    QVBoxLayout* rows_;
    QTimer older_;     // builds rows above those that stand
    int unbuilt_ = 0;  // rows of the model, from the first on, that have no widget yet
    bool atEnd_ = true;
    int lastMaximum_ = 0;
};

}  // namespace floe
