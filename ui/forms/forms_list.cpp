#include "ui/forms/forms_list.h"

#include <QFileDialog>
#include <QHBoxLayout>
#include <QListView>
#include <QShortcut>
#include <QToolButton>

#include "ui/models/own_form_list_model.h"
#include "ui/widgets/parts.h"
#include "ui/widgets/two_line_delegate.h"

namespace floe {

namespace {

TwoLineDelegate::Sign signOf(const QModelIndex& index) {
    const bool mend = index.data(OwnFormListModel::UnsavedRole).toBool() ||
                      !index.data(OwnFormListModel::ProblemRole).toString().isEmpty();
    return mend ? TwoLineDelegate::Sign{QStringLiteral("doubt"), Tone::Doubt} : TwoLineDelegate::Sign{};
}

}  // namespace

FormsList::FormsList(OwnFormListModel* forms, QWidget* parent)
    : QWidget(parent),
      forms_(forms),
      list_(new QListView),
      duplicate_(iconButton("copy", tr("Make a copy of this form"))),
      export_(iconButton("export", tr("Write this form to a file …"))),
      remove_(iconButton("trash", tr("Remove this form"))) {
    list_->setModel(forms);
    list_->setItemDelegate(new TwoLineDelegate(OwnFormListModel::SubtitleRole, signOf, list_));
    list_->setMouseTracking(true);
    list_->setAccessibleName(tr("Forms"));
    auto* column = tight(new QVBoxLayout(this), 0, kSpace / 2);
    column->addWidget(list_, 1);
    column->addWidget(makeTools());
    auto* remove = new QShortcut(QKeySequence::Delete, list_);
    remove->setContext(Qt::WidgetShortcut);

    connect(list_->selectionModel(), &QItemSelectionModel::currentChanged, this, [this] {
        refresh();
        emit formChosen(chosen());
    });
    connect(forms, &QAbstractItemModel::dataChanged, this, &FormsList::refresh);
    connect(remove, &QShortcut::activated, remove_, &QToolButton::click);
    connect(duplicate_, &QToolButton::clicked, this, [this] { emit duplicateWanted(chosen()); });
    connect(export_, &QToolButton::clicked, this, &FormsList::askExport);
    connect(remove_, &QToolButton::clicked, this, [this] { emit removeWanted(chosen()); });
    refresh();
}

QWidget* FormsList::makeTools() {
    auto* made = new QWidget;
    auto* line = tight(new QHBoxLayout(made), 0, kSpace / 2);
    auto* add = iconButton("plus", tr("New form (Ctrl+N)"));
    auto* bring = iconButton("import", tr("Take a form from a file …"));
    add->setShortcut(QKeySequence::New);
    for (QToolButton* tool : {add, duplicate_, bring, export_, remove_}) line->addWidget(tool);
    line->addStretch();
    connect(add, &QToolButton::clicked, this, &FormsList::newWanted);
    connect(bring, &QToolButton::clicked, this, &FormsList::askImport);
    return made;
}

QString FormsList::chosen() const {
    return list_->currentIndex().data(OwnFormListModel::NameRole).toString();
}

void FormsList::choose(const QString& name) {
    list_->setCurrentIndex(forms_->index(forms_->rowOf(name)));
    refresh();
}

void FormsList::refresh() {
    const QModelIndex now = list_->currentIndex();
    const bool shipped = now.data(OwnFormListModel::ShippedRole).toBool();
    const bool good = now.isValid() && now.data(OwnFormListModel::ProblemRole).toString().isEmpty();
    duplicate_->setEnabled(good);
    export_->setEnabled(now.isValid());
    remove_->setEnabled(now.isValid() && !shipped);
}

void FormsList::askImport() {
    auto* dialog = new QFileDialog(this, tr("Take a form from a file"), {}, tr("JSON Schema (*.json);;All files (*)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, this, &FormsList::importWanted);
    dialog->open();
}

void FormsList::askExport() {
    auto* dialog = new QFileDialog(this, tr("Write the form to a file"), {}, tr("JSON Schema (*.json)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(QStringLiteral("json"));
    dialog->selectFile(chosen() + QStringLiteral(".json"));
    connect(dialog, &QFileDialog::fileSelected, this,
            [this, name = chosen()](const QString& file) { emit exportWanted(name, file); });
    dialog->open();
}

}  // namespace floe
