#include "ui/chat/model_chooser.h"

#include <QMenu>

#include "ui/models/model_list_model.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/parts.h"

namespace floe {

ModelChooser::ModelChooser(ModelListModel* models, QWidget* parent)
    : QPushButton(parent), models_(models), menu_(new QMenu(this)) {
    setIcon(floe::icon("model"));
    setMenu(menu_);

    connect(menu_, &QMenu::aboutToShow, this, &ModelChooser::fillMenu);
    connect(models, &QAbstractItemModel::modelReset, this, &ModelChooser::showLoaded);
    connect(models, &QAbstractItemModel::dataChanged, this, &ModelChooser::showLoaded);
    showLoaded();
}

void ModelChooser::showLoaded() {
    QString text = tr("No model loaded");
    for (int row = 0; row < models_->rowCount(); ++row) {
        const ModelEntry* entry = models_->find(models_->idAt(row));
        if (entry->builtIn) continue;
        if (entry->state == ModelEntry::State::Loaded) text = entry->name;
        if (entry->state == ModelEntry::State::Loading)
            text = tr("Loading %1, %2 %").arg(entry->name).arg(int(models_->progress(entry->id) * 100));
    }
    setText(text);
    setAccessibleName(tr("Model: %1").arg(text));
}

void ModelChooser::fillMenu() {
    menu_->clear();
    for (int row = 0; row < models_->rowCount(); ++row) {
        const ModelEntry* entry = models_->find(models_->idAt(row));
        if (entry->builtIn) continue;
        QAction* action = menu_->addAction(entry->name);
        action->setCheckable(true);
        action->setChecked(entry->state == ModelEntry::State::Loaded);
        action->setEnabled(entry->state != ModelEntry::State::Missing);
        connect(action, &QAction::triggered, this, [this, id = entry->id] { emit loadWanted(id); });
    }
    if (!menu_->isEmpty()) menu_->addSeparator();
    connect(menu_->addAction(tr("&Models …")), &QAction::triggered, this, &ModelChooser::modelsWanted);
}

}  // namespace floe
