// The page of one conversation: its model, its messages, the composer, and how full the context is.
#pragma once

#include <QWidget>

#include "app/library/models.h"

class QLabel;
class QStackedWidget;

namespace floe {

class Composer;
class EmptyState;
class MessageView;
class MessagesModel;
class ModelChooser;
class ModelListModel;
class SegmentBar;
class Sentence;

/// Shows models, sends wishes; knows no service.
class ChatPage : public QWidget {
    Q_OBJECT
 public:
    ChatPage(MessagesModel* messages, ModelListModel* models, QWidget* parent = nullptr);

    void setTitle(const QString& title);
    void setContext(qint64 used, qint64 size);
    void sayProblem(const QString& sentence);  // empty: none
    /// The message was taken: the composer is emptied.
    void accepted();
    void giveBack(const QString& text);  // it was not taken after all
    void focusComposer();

 signals:
    void sendWanted(const QString& text);
    void stopWanted();
    void regenerateWanted();
    void loadWanted(floe::ModelId model);
    void addModelWanted();
    void modelsWanted();

 private:
    void showState();
    void showSpeed();
    void actOnEmpty();

    MessagesModel* messages_;
    ModelListModel* models_;
    QLabel* title_;
    ModelChooser* chooser_;
    QStackedWidget* stack_;
    EmptyState* empty_;
    MessageView* view_;
    Sentence* problem_;
    Composer* composer_;
    QLabel* speed_;
    QLabel* contextText_;
    SegmentBar* contextBar_;
};

}  // namespace floe
