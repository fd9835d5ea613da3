// Connects the library of models with its list and with every page that shows it.
#pragma once

#include <QObject>
#include <QPointer>
#include <QTimer>
#include <QVector>

#include "app/library/models.h"

namespace floe {

class ChatPage;
class ModelListModel;
class ModelsPage;
class NoticeBar;
class Settings;

struct ModelParts {
    Models& models;
    Settings& settings;
    ModelListModel& list;
    ChatPage& chat;
    NoticeBar& notices;
    QWidget& window;
};

class ModelWiring : public QObject {
    Q_OBJECT
 public:
    explicit ModelWiring(const ModelParts& parts, QObject* parent = nullptr);

    void attach(ModelsPage* page);  // the window's, or the settings dialog's
    void askForFile();
    void add(const QStringList& paths);

 signals:
    void added(floe::ModelId model);

 private:
    void connectService();
    void load(ModelId model, qint64 contextTokens);
    void loadUsual(ModelId model);  // with the context of last time
    void remove(ModelId model);
    void failed(const QString& path, const Problem& problem);
    void showMemory();
    void sayProblem(const QString& sentence);

    ModelParts parts_;
    QVector<QPointer<ModelsPage>> pages_;
    QTimer memory_;  // free memory changes by itself
};

}  // namespace floe
