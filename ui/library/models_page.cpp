#include "ui/library/models_page.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QListView>
#include <QPushButton>
#include <QScrollArea>
#include <QSplitter>
#include <QStackedWidget>
#include <QVBoxLayout>

#include "ui/library/model_details.h"
#include "ui/models/model_list_model.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/parts.h"
#include "ui/widgets/sentence.h"
#include "ui/widgets/two_line_delegate.h"

namespace floe {

namespace {

TwoLineDelegate::Sign signOf(const QModelIndex& index) {
    switch (ModelEntry::State(index.data(ModelListModel::StateRole).toInt())) {
        case ModelEntry::State::Missing:
            return {"failed", Tone::Bad};
        case ModelEntry::State::Loaded:
            return {"check", Tone::Good};
        case ModelEntry::State::Loading:
        case ModelEntry::State::Unloaded:
            break;
    }
    return {};
}

}  // namespace

ModelsPage::ModelsPage(ModelListModel* models, QWidget* parent)
    : QWidget(parent),
      models_(models),
      stack_(new QStackedWidget),
      list_(new QListView),
      details_(new ModelDetails(models)),
      problem_(new Sentence) {
    auto* add = button(tr("&Add a model file …"), nullptr, "plus");
    auto* empty = new EmptyState("model");
    empty->say(tr("Add a model"),
               tr("Models are files that end in .gguf. Add one that you have, or drop it into this window."),
               {tr("Add a model file …")});
    list_->setModel(models);
    list_->setItemDelegate(new TwoLineDelegate(ModelListModel::FactsRole, signOf, list_));
    list_->setMouseTracking(true);
    list_->setAccessibleName(tr("Models"));
    auto* head = tight(new QHBoxLayout, 2 * kSpace);
    head->addWidget(label(tr("Models"), "title"), 1);
    head->addWidget(add);
    auto* scroll = new QScrollArea;
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setWidget(details_);
    auto* split = new QSplitter(Qt::Horizontal);
    auto* left = new QWidget;
    tight(new QVBoxLayout(left), kSpace)->addWidget(list_);
    split->addWidget(left);
    split->addWidget(scroll);
    split->setStretchFactor(0, 2);
    split->setStretchFactor(1, 3);
    split->setHandleWidth(1);
    split->setChildrenCollapsible(false);
    stack_->addWidget(empty);
    stack_->addWidget(split);
    auto* layout = tight(new QVBoxLayout(this), 0, 0);
    layout->addLayout(head);
    layout->addWidget(problem_);
    problem_->setContentsMargins(2 * kSpace, 0, 2 * kSpace, kSpace);
    layout->addWidget(stack_, 1);

    connect(add, &QPushButton::clicked, this, &ModelsPage::addWanted);
    connect(empty, &EmptyState::chosen, this, &ModelsPage::addWanted);
    connect(list_->selectionModel(), &QItemSelectionModel::currentChanged, this, [this](const QModelIndex& current) {
        if (!current.isValid()) return;
        chosen_ = models_->idAt(current.row());
        details_->setModel(chosen_);
    });
    connect(models, &QAbstractItemModel::modelReset, this, &ModelsPage::keepSelection);
    connect(details_, &ModelDetails::loadWanted, this, &ModelsPage::loadWanted);
    connect(details_, &ModelDetails::cancelWanted, this, &ModelsPage::cancelWanted);
    connect(details_, &ModelDetails::unloadWanted, this, &ModelsPage::unloadWanted);
    connect(details_, &ModelDetails::removeWanted, this, &ModelsPage::removeWanted);
    keepSelection();
}

// After a reset the same model is chosen, else the loaded one, else the first that chats.
void ModelsPage::keepSelection() {
    stack_->setCurrentIndex(models_->rowCount() > 0 ? 1 : 0);
    int row = models_->rowOf(chosen_);
    if (row < 0 && models_->loaded()) row = models_->rowOf(models_->loaded()->id);
    for (int at = 0; row < 0 && at < models_->rowCount(); ++at)
        if (!models_->find(models_->idAt(at))->builtIn) row = at;
    if (row < 0 && models_->rowCount() > 0) row = 0;
    list_->setCurrentIndex(models_->index(row));
    if (row < 0) details_->setModel(0);
}

void ModelsPage::setFreeMemory(qint64 bytes) {
    details_->setFreeMemory(bytes);
}

void ModelsPage::select(ModelId model) {
    const int row = models_->rowOf(model);
    if (row >= 0) list_->setCurrentIndex(models_->index(row));
}

void ModelsPage::setContext(qint64 tokens) {
    details_->setContext(tokens);
}

void ModelsPage::sayProblem(const QString& sentence) {
    problem_->say(Tone::Bad, sentence);
}

}  // namespace floe
