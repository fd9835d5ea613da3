// One message: a bubble of the person, or the blocks of an answer with what can be done to it.
#pragma once

#include <QWidget>

#include "app/chats/chats.h"
#include "ui/models/markdown_blocks.h"

class QFrame;
class QLabel;
class QVBoxLayout;
class QToolButton;

namespace floe {

class Sentence;
class TextBlock;

class MessageRow : public QWidget {
    Q_OBJECT
 public:
    explicit MessageRow(const Message& message, QWidget* parent = nullptr);

    /// Re-lays only the blocks that differ.
    void setMessage(const Message& message);
    /// Only the last answer can be given again.
    void setLast(bool last);
    MessageId messageId() const { return message_.id; }

 signals:
    void regenerateWanted();

 private:
    void buildQuestion();
    void buildAnswer();
    void showAnswer();
    void showFoot();
    QString footText() const;

    Message message_;
    bool last_ = false;
    QVBoxLayout* layout_;
    TextBlock* words_ = nullptr;     // of a person
    QVBoxLayout* blocks_ = nullptr;  // of an answer
    QVector<MarkdownBlock> shown_;   // what the widgets of blocks_ show
    QLabel* waiting_ = nullptr;
    Sentence* problem_ = nullptr;
    QLabel* note_ = nullptr;
    QWidget* foot_ = nullptr;
    QLabel* footText_ = nullptr;
    QToolButton* again_ = nullptr;
    QToolButton* copy_ = nullptr;
};

}  // namespace floe
