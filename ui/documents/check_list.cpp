#include "ui/documents/check_list.h"

#include <QLabel>
#include <QVBoxLayout>

#include "ui/models/check_list_model.h"
#include "ui/widgets/parts.h"
#include "ui/widgets/sentence.h"

namespace floe {

CheckList::CheckList(CheckListModel* model, QWidget* parent)
    : QWidget(parent), model_(model), rows_(tight(new QVBoxLayout(this), 0, kSpace / 2)) {
    connect(model, &QAbstractItemModel::modelReset, this, &CheckList::rebuild);
    rebuild();
}

void CheckList::rebuild() {
    while (QLayoutItem* item = rows_->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    for (int row = 0; row < model_->rowCount(); ++row) {
        const QModelIndex index = model_->index(row);
        const QString title = index.data(CheckListModel::TitleRole).toString();
        const QString detail = index.data(CheckListModel::DetailRole).toString();
        auto* sentence = new Sentence(this);
        sentence->say(index.data(CheckListModel::OkRole).toBool() ? Tone::Good : Tone::Doubt,
                      detail.isEmpty() ? title : tr("%1: %2").arg(title, detail));
        rows_->addWidget(sentence);
    }
    if (model_->rowCount() == 0) rows_->addWidget(wrapped(tr("Too little is printed to check anything."), "muted"));
}

}  // namespace floe
