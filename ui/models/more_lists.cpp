#include "ui/models/more_lists.h"

#include "app/extraction/names.h"

namespace floe {

MoreLists::MoreLists(QObject* parent) : QObject(parent) {
    for (const FieldList& list : rareLists()) {
        tables_.append({list.name, new LinesModel(list.name, this)});
        connect(tables_.last().model, &LinesModel::correctionWanted, this, &MoreLists::correctionWanted);
    }
}

void MoreLists::reset(const Extraction& extraction) {
    for (const Table& table : tables_) table.model->reset(extraction);
}

}  // namespace floe
