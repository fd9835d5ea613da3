#include "ui/library/model_details.h"

#include <QFormLayout>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QSlider>
#include <QSpinBox>
#include <QVBoxLayout>

#include "ui/library/fit_view.h"
#include "ui/models/figures.h"
#include "ui/models/model_list_model.h"
#include "ui/widgets/parts.h"
#include "ui/widgets/tones.h"

namespace floe {

namespace {

constexpr int kStep = 256;  // tokens of context a step of the slider
constexpr qint64 kUsualContext = 4096;

}  // namespace

ModelDetails::ModelDetails(ModelListModel* models, QWidget* parent)
    : QWidget(parent),
      models_(models),
      name_(wrapped({}, "title")),
      architecture_(label({})),
      type_(label({})),
      parameters_(label({})),
      size_(label({})),
      longest_(label({})),
      path_(wrapped({}, "muted")),
      choosing_(new QWidget),
      slider_(new QSlider(Qt::Horizontal)),
      tokens_(new QSpinBox),
      fit_(new FitView),
      state_(wrapped({}, "muted")),
      progress_(new QProgressBar),
      load_(button(tr("&Load"), "primary")),
      cancel_(button(tr("Cancel"))),
      unload_(button(tr("&Unload"))),
      remove_(button(tr("Remove from list"), "quiet", "trash")) {
    auto* facts = new QFormLayout;
    facts->setHorizontalSpacing(3 * kSpace);
    facts->setLabelAlignment(Qt::AlignLeft);
    const std::pair<QString, QLabel*> rows[] = {{tr("Architecture"), architecture_},
                                                {tr("Weights"), type_},
                                                {tr("Parameters"), parameters_},
                                                {tr("File size"), size_},
                                                {tr("Longest context"), longest_}};
    for (const auto& [name, value] : rows) facts->addRow(label(name, "muted"), value);
    path_->setTextInteractionFlags(Qt::TextSelectableByMouse);
    tokens_->setSingleStep(kStep);
    tokens_->setSuffix(tr(" tokens"));
    tokens_->setGroupSeparatorShown(true);
    tokens_->setButtonSymbols(QAbstractSpinBox::NoButtons);
    tokens_->setMinimumHeight(fontMetrics().lineSpacing() + 3 * kSpace / 2);
    slider_->setAccessibleName(tr("Context in tokens"));
    tokens_->setAccessibleName(slider_->accessibleName());
    progress_->setTextVisible(false);
    progress_->setRange(0, 1000);
    auto* context = tight(new QHBoxLayout, 0, 2 * kSpace);
    context->addWidget(slider_, 1);
    context->addWidget(tokens_);
    auto* choosing = tight(new QVBoxLayout(choosing_), 0, kSpace);
    choosing->addWidget(label(tr("Context"), "heading"));
    choosing->addWidget(
        wrapped(tr("How much of a conversation the model keeps in mind. More takes more memory."), "muted"));
    choosing->addLayout(context);
    choosing->addSpacing(kSpace);
    choosing->addWidget(label(tr("Will it fit?"), "heading"));
    choosing->addWidget(fit_);
    auto* actions = tight(new QHBoxLayout);
    for (QPushButton* action : {load_, cancel_, unload_}) actions->addWidget(action);
    actions->addStretch();
    actions->addWidget(remove_);
    auto* layout = tight(new QVBoxLayout(this), 3 * kSpace, 2 * kSpace);
    layout->addWidget(name_);
    layout->addWidget(path_);
    layout->addLayout(facts);
    layout->addWidget(choosing_);
    layout->addWidget(state_);
    layout->addWidget(progress_);
    layout->addLayout(actions);
    layout->addStretch();

    connect(slider_, &QSlider::valueChanged, this, [this](int steps) { tokens_->setValue(steps * kStep); });
    connect(tokens_, &QSpinBox::valueChanged, this, [this](int tokens) {
        const QSignalBlocker quiet(slider_);
        slider_->setValue(tokens / kStep);
        showFit();
    });
    connect(load_, &QPushButton::clicked, this, [this] { emit loadWanted(model_, tokens_->value()); });
    connect(cancel_, &QPushButton::clicked, this, &ModelDetails::cancelWanted);
    connect(unload_, &QPushButton::clicked, this, &ModelDetails::unloadWanted);
    connect(remove_, &QPushButton::clicked, this, [this] { emit removeWanted(model_); });
    connect(models, &QAbstractItemModel::modelReset, this, &ModelDetails::refresh);
    connect(models, &QAbstractItemModel::dataChanged, this, &ModelDetails::refresh);
}

void ModelDetails::setModel(ModelId model) {
    model_ = model;
    shownLimit_ = 0;
    refresh();
}

void ModelDetails::setFreeMemory(qint64 bytes) {
    if (bytes == free_) return;
    free_ = bytes;
    showFit();
}

void ModelDetails::setContext(qint64 tokens) {
    if (tokens > 0) tokens_->setValue(int(tokens));
}

void ModelDetails::refresh() {
    const ModelEntry* entry = models_->find(model_);
    setVisible(entry != nullptr);
    if (!entry) return;
    name_->setText(entry->name);
    path_->setText(entry->path);
    architecture_->setText(entry->architecture);
    type_->setText(entry->type);
    parameters_->setText(Figures::parameters(entry->parameters));
    size_->setText(Figures::bytes(entry->fileBytes));
    longest_->setText(tr("%1 tokens").arg(Figures::count(entry->contextLength)));
    if (entry->contextLength > 0 && entry->contextLength != shownLimit_) {
        shownLimit_ = entry->contextLength;
        const int longest = int(std::min<qint64>(entry->contextLength, 1 << 24));
        tokens_->setRange(std::min(kStep, longest), longest);
        slider_->setRange(1, std::max(1, longest / kStep));
        slider_->setPageStep(std::max(1, longest / kStep / 8));
        tokens_->setValue(int(std::min<qint64>(kUsualContext, longest)));
        slider_->setEnabled(longest > kStep);
    }
    choosing_->setVisible(!entry->builtIn && entry->state != ModelEntry::State::Missing);
    showState(*entry);
    showFit();
}

void ModelDetails::showState(const ModelEntry& entry) {
    using State = ModelEntry::State;
    const bool loading = entry.state == State::Loading, loaded = entry.state == State::Loaded;
    QString sentence;
    if (entry.state == State::Missing)
        sentence = tr("The file is not there any more. Add it again from where it lies now.");
    if (entry.builtIn) sentence = tr("This model comes with Floe and reads bills. It is loaded when a bill is read.");
    if (loading) sentence = tr("Loading …");
    if (loaded && !entry.builtIn) sentence = tr("This model is loaded and answers in chats.");
    state_->setText(sentence);
    state_->setVisible(!sentence.isEmpty());
    progress_->setVisible(loading);
    progress_->setValue(int(models_->progress(entry.id) * 1000));
    load_->setText(loaded ? tr("&Load again") : tr("&Load"));
    load_->setVisible(!entry.builtIn && !loading && entry.state != State::Missing);
    cancel_->setVisible(loading);
    unload_->setVisible(loaded && !entry.builtIn);
    remove_->setVisible(!entry.builtIn && !loading);
    slider_->setDisabled(loading || entry.contextLength <= kStep);
    tokens_->setDisabled(loading);
}

void ModelDetails::showFit() {
    const ModelEntry* entry = models_->find(model_);
    if (!entry) return;
    // What the model itself takes while it is loaded is free again when it is loaded anew.
    const bool loaded = entry->state == ModelEntry::State::Loaded;
    fit_->set(MemoryEstimate(*entry, tokens_->value(), free_ + (loaded ? entry->weightBytes : 0)));
}

}  // namespace floe
