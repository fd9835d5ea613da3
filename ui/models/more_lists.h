// The lists that only some bills have (notes, further accounts, …), each as a table.
#pragma once

#include <QObject>
#include <QVector>

#include "ui/models/lines_model.h"

namespace floe {

/// Lives on the UI thread. The tables stay the same; those of lists that the bill does not have are empty.
class MoreLists : public QObject {
    Q_OBJECT
 public:
    explicit MoreLists(QObject* parent = nullptr);

    struct Table {
        QString name;  // "notes"
        LinesModel* model;
    };
    const QVector<Table>& tables() const { return tables_; }

 public slots:
    void reset(const floe::Extraction& extraction);

 signals:
    void correctionWanted(const QString& path, const std::optional<QString>& before,
                          const std::optional<QString>& after);

 private:
    QVector<Table> tables_;
};

}  // namespace floe
