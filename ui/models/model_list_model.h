// The model files of this machine, in the order they were added.
#pragma once

#include <QAbstractListModel>

#include "app/library/models.h"

namespace floe {

/// Lives on the UI thread.
class ModelListModel : public QAbstractListModel {
    Q_OBJECT
 public:
    enum Roles {
        IdRole = Qt::UserRole + 1,
        NameRole,
        FactsRole,  // "llama · Q4_0 · 1.1 billion parameters · 606 MB"
        StateRole,  // int of ModelEntry::State
        StateTextRole,
        ProgressRole,  // of loading, 0…1
        PathRole,
        BuiltInRole,
    };

    explicit ModelListModel(QObject* parent = nullptr);

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QHash<int, QByteArray> roleNames() const override;

    int rowOf(ModelId model) const;  // -1: not here
    ModelId idAt(int row) const;     // 0: no such row
    const ModelEntry* find(ModelId model) const;
    const ModelEntry* loaded() const;
    double progress(ModelId model) const { return progress_.value(model); }

 public slots:
    /// Rows that are still there keep their index; only what differs is told.
    void reset(const QVector<floe::ModelEntry>& entries);
    void setProgress(floe::ModelId model, double fraction);

 private:
    QString stateText(const ModelEntry& entry) const;

    QVector<ModelEntry> entries_;
    QHash<ModelId, double> progress_;
};

}  // namespace floe
