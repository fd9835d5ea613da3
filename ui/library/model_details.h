// One model: its facts, whether it fits with the context that is chosen, and what can be done with it.
#pragma once

#include <QWidget>

#include "app/library/models.h"

class QFormLayout;
class QLabel;
class QProgressBar;
class QPushButton;
class QSlider;
class QSpinBox;

namespace floe {

class FitView;
class ModelListModel;

class ModelDetails : public QWidget {
    Q_OBJECT
 public:
    explicit ModelDetails(ModelListModel* models, QWidget* parent = nullptr);

    void setModel(ModelId model);  // 0: none
    ModelId model() const { return model_; }
    void setFreeMemory(qint64 bytes);
    void setContext(qint64 tokens);  // what is loaded, or was chosen last

 signals:
    void loadWanted(floe::ModelId model, qint64 contextTokens);
    void cancelWanted();
    void unloadWanted();
    void removeWanted(floe::ModelId model);

 private:
    void refresh();
    void showFit();
    void showState(const ModelEntry& entry);

    ModelListModel* models_;
    ModelId model_ = 0;
    qint64 free_ = 0, shownLimit_ = 0;
    QLabel* name_;
    QLabel* architecture_;
    QLabel* type_;
    QLabel* parameters_;
    QLabel* size_;
    QLabel* longest_;
    QLabel* path_;
    QWidget* choosing_;
    QSlider* slider_;
    QSpinBox* tokens_;
    FitView* fit_;
    QLabel* state_;
    QProgressBar* progress_;
    QPushButton* load_;
    QPushButton* cancel_;
    QPushButton* unload_;
    QPushButton* remove_;
};

}  // namespace floe
