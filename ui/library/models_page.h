// The page of models: the list, one model in detail, and adding files.
#pragma once

#include <QWidget>

#include "app/library/models.h"

class QListView;
class QStackedWidget;

namespace floe {

class EmptyState;
class ModelDetails;
class ModelListModel;
class Sentence;

/// Shows a model list, sends wishes; knows no service. Shown in the window and in the settings.
class ModelsPage : public QWidget {
    Q_OBJECT
 public:
    explicit ModelsPage(ModelListModel* models, QWidget* parent = nullptr);

    void setFreeMemory(qint64 bytes);
    void select(ModelId model);
    void setContext(qint64 tokens);
    void sayProblem(const QString& sentence);  // empty: none

 signals:
    void addWanted();
    void loadWanted(floe::ModelId model, qint64 contextTokens);
    void cancelWanted();
    void unloadWanted();
    void removeWanted(floe::ModelId model);

 private:
    void keepSelection();

    ModelListModel* models_;
    QStackedWidget* stack_;
    QListView* list_;
    ModelDetails* details_;
    Sentence* problem_;
    ModelId chosen_ = 0;
};

}  // namespace floe
