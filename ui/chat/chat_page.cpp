#include "ui/chat/chat_page.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QShortcut>
#include <QStackedWidget>
#include <QVBoxLayout>

#include "ui/chat/composer.h"
#include "ui/chat/message_view.h"
#include "ui/chat/model_chooser.h"
#include "ui/models/figures.h"
#include "ui/models/messages_model.h"
#include "ui/models/model_list_model.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/parts.h"
#include "ui/widgets/segment_bar.h"
#include "ui/widgets/sentence.h"

namespace floe {

ChatPage::ChatPage(MessagesModel* messages, ModelListModel* models, QWidget* parent)
    : QWidget(parent),
      messages_(messages),
      models_(models),
      title_(label({}, "title")),
      chooser_(new ModelChooser(models)),
      stack_(new QStackedWidget),
      empty_(new EmptyState("chat")),
      view_(new MessageView(messages)),
      problem_(new Sentence),
      composer_(new Composer),
      speed_(label({}, "muted")),
      contextText_(label({}, "muted")),
      contextBar_(new SegmentBar) {
    title_->setMinimumWidth(0);
    title_->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    contextBar_->setMaximumWidth(14 * kSpace);
    stack_->addWidget(empty_);
    stack_->addWidget(view_);
    auto* head = tight(new QHBoxLayout, 2 * kSpace);
    head->addWidget(title_, 1);
    head->addWidget(chooser_);
    auto* foot = tight(new QHBoxLayout);
    foot->addWidget(speed_);
    foot->addStretch();
    foot->addWidget(contextText_);
    foot->addWidget(contextBar_, 0, Qt::AlignVCenter);
    auto* writing = new QWidget;
    writing->setMaximumWidth(fontMetrics().averageCharWidth() * 118 + 6 * kSpace);
    auto* low = tight(new QVBoxLayout(writing), 3 * kSpace);
    low->setContentsMargins(3 * kSpace, kSpace, 3 * kSpace, 2 * kSpace);
    low->addWidget(problem_);
    low->addWidget(composer_);
    low->addLayout(foot);
    auto* centre = tight(new QHBoxLayout, 0, 0);
    centre->addStretch(1);
    centre->addWidget(writing, 1000);
    centre->addStretch(1);
    auto* layout = tight(new QVBoxLayout(this), 0, 0);
    layout->addLayout(head);
    layout->addWidget(stack_, 1);
    layout->addLayout(centre);

    auto* escape = new QShortcut(QKeySequence(Qt::Key_Escape), this);
    escape->setContext(Qt::WidgetWithChildrenShortcut);
    connect(escape, &QShortcut::activated, this, [this] {
        if (messages_->answering()) emit stopWanted();
    });
    connect(composer_, &Composer::sendWanted, this, &ChatPage::sendWanted);
    connect(composer_, &Composer::stopWanted, this, &ChatPage::stopWanted);
    connect(view_, &MessageView::regenerateWanted, this, &ChatPage::regenerateWanted);
    connect(chooser_, &ModelChooser::loadWanted, this, &ChatPage::loadWanted);
    connect(chooser_, &ModelChooser::modelsWanted, this, &ChatPage::modelsWanted);
    connect(empty_, &EmptyState::chosen, this, &ChatPage::actOnEmpty);
    connect(messages, &MessagesModel::answeringChanged, composer_, &Composer::setAnswering);
    connect(messages, &QAbstractItemModel::dataChanged, this, &ChatPage::showSpeed);
    for (QAbstractItemModel* model :
         {static_cast<QAbstractItemModel*>(messages), static_cast<QAbstractItemModel*>(models)}) {
        connect(model, &QAbstractItemModel::modelReset, this, &ChatPage::showState);
        connect(model, &QAbstractItemModel::rowsInserted, this, &ChatPage::showState);
        connect(model, &QAbstractItemModel::rowsRemoved, this, &ChatPage::showState);
    }
    connect(models, &QAbstractItemModel::dataChanged, this, &ChatPage::showState);
    setContext(0, 0);
    showState();
}

void ChatPage::showState() {
    stack_->setCurrentWidget(messages_->rowCount() > 0 ? static_cast<QWidget*>(view_) : empty_);
    showSpeed();
    if (messages_->rowCount() > 0) return;
    bool any = false;
    for (int row = 0; row < models_->rowCount(); ++row) any = any || !models_->find(models_->idAt(row))->builtIn;
    if (models_->loaded() && !models_->loaded()->builtIn)
        empty_->say(tr("What would you like to know?"), tr("All that you write stays on this computer."));
    else if (any)
        empty_->say(tr("Load a model to begin"), tr("Answers are written by a model that runs on this computer."),
                    {tr("Choose a model")});
    else
        empty_->say(tr("Add a model to begin"),
                    tr("Answers are written by a model file (GGUF) on this computer. Add one that you have, or drop it "
                       "into this window."),
                    {tr("Add a model file …")});
}

void ChatPage::actOnEmpty() {
    bool any = false;
    for (int row = 0; row < models_->rowCount(); ++row) any = any || !models_->find(models_->idAt(row))->builtIn;
    if (any)
        emit modelsWanted();
    else
        emit addModelWanted();
}

void ChatPage::setTitle(const QString& title) {
    title_->setText(title);
    title_->setToolTip(title);
}

void ChatPage::setContext(qint64 used, qint64 size) {
    size = used > 0 ? size : 0;  // nothing was counted yet
    contextBar_->setVisible(size > 0);
    contextBar_->set({double(used)}, double(size));
    contextText_->setText(size > 0 ? tr("%1 of %2 tokens").arg(Figures::count(used), Figures::count(size)) : QString());
    contextText_->setToolTip(tr("How much of what the model can keep in mind this chat takes"));
}

void ChatPage::showSpeed() {
    const int rows = messages_->rowCount();
    const double speed = rows > 0 && messages_->answering() ? messages_->message(rows - 1).tokensPerSecond() : 0;
    speed_->setText(speed > 0 ? tr("%1 tokens/s").arg(QLocale().toString(speed, 'f', 1)) : QString());
}

void ChatPage::sayProblem(const QString& sentence) {
    problem_->say(Tone::Bad, sentence);
}

void ChatPage::accepted() {
    composer_->clear();
    sayProblem({});
}

void ChatPage::giveBack(const QString& text) {
    if (composer_->text().isEmpty()) composer_->setText(text);
}

void ChatPage::focusComposer() {
    composer_->setFocus();
}

}  // namespace floe
