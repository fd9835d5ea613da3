// The head of one bill as rows of a form: what the model read, where it stands, what the person put in its place.
#pragma once

#include <QAbstractListModel>

#include "app/extraction/bill.h"
#include "ui/models/bill_words.h"

namespace floe {

/// Lives on the UI thread. Every field of the schema is a row, also one that is not printed: a person can fill it in.
class BillFormModel : public QAbstractListModel {
    Q_OBJECT
 public:
    enum Roles {
        PathRole = Qt::UserRole + 1,
        GroupRole,
        LabelRole,
        ValueRole,       // what counts: the person's value, else the model's
        ModelValueRole,  // what the model said
        PrintedRole,     // as it stands on the page
        CorrectedRole,   // bool: a person put another value in its place
        DoubtRole,       // a sentence, or empty
        NoteRole,        // where it is from, when not read from the page
        ConfidenceRole,
        HasPlaceRole,
        KindRole,           // int of BillWord::Kind
        UsualRole,          // bool: shown also where it is empty
        OnlyWhereSaidRole,  // bool: shown only where the bill says it
    };

    explicit BillFormModel(QObject* parent = nullptr);

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    /// EditRole: what a person typed. Sends correctionWanted, or refuses it by inputRefused.
    bool setData(const QModelIndex& index, const QVariant& value, int role) override;
    Qt::ItemFlags flags(const QModelIndex& index) const override;
    QHash<int, QByteArray> roleNames() const override;

    int rowOf(const QString& path) const;  // -1: no field of the head
    void takeBack(const QString& path);    // the model's value again

 public slots:
    /// A bill read again keeps its rows: only fields that differ are told.
    void reset(const floe::Extraction& extraction);

 signals:
    /// Both are corrections, empty where the model's value counts.
    void correctionWanted(const QString& path, const std::optional<QString>& before,
                          const std::optional<QString>& after);
    void inputRefused(const QString& path, const QString& sentence);

 private:
    struct Row {
        BillWord word;
        std::optional<Field> field;  // none: not printed
    };
    QVariant fieldData(const Row& row, int role) const;

    QVector<Row> rows_;
};

}  // namespace floe
