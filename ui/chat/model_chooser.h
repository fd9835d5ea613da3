// The model that answers, in the header of a chat, with a menu of the others.
#pragma once

#include <QPushButton>

#include "app/library/models.h"

namespace floe {

class ModelListModel;

class ModelChooser : public QPushButton {
    Q_OBJECT
 public:
    explicit ModelChooser(ModelListModel* models, QWidget* parent = nullptr);

 signals:
    void loadWanted(floe::ModelId model);
    void modelsWanted();  // the page of models

 private:
    void showLoaded();
    void fillMenu();

    ModelListModel* models_;
    QMenu* menu_;
};

}  // namespace floe
