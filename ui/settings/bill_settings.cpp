#include "ui/settings/bill_settings.h"

#include <QCheckBox>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalBlocker>

#include "ui/widgets/parts.h"
#include "ui/widgets/tones.h"

namespace floe {

namespace {

const auto kOn = QStringLiteral("bills.inbox"), kFolder = QStringLiteral("bills.inbox_folder");

}  // namespace

BillSettings::BillSettings(QWidget* parent)
    : SettingsPage(parent), on_(new QCheckBox(tr("&Read new files of a folder"))), folder_(new QLineEdit) {
    auto* browse = button(tr("&Choose …"), nullptr, "folder");
    folder_->setPlaceholderText(tr("No folder chosen"));
    folder_->setAccessibleName(tr("Folder that is watched for bills"));
    auto* row = tight(new QHBoxLayout, 0, kSpace);
    row->addWidget(folder_, 1);
    row->addWidget(browse);
    auto* layout = tight(new QVBoxLayout(this), 3 * kSpace);
    layout->addWidget(label(tr("Bills"), "title"));
    layout->addSpacing(kSpace);
    layout->addWidget(on_);
    layout->addLayout(row);
    layout->addWidget(wrapped(tr("PDFs, pictures and e-invoices that you put there are read as soon as they are "
                                 "complete, each once. The files stay as they are."),
                              "muted"));
    layout->addStretch();

    connect(on_, &QCheckBox::toggled, this, [this](bool on) {
        emit changed(kOn, on);
        if (on && folder_->text().isEmpty()) choose();
    });
    connect(folder_, &QLineEdit::editingFinished, this, [this] { emit changed(kFolder, folder_->text()); });
    connect(browse, &QPushButton::clicked, this, &BillSettings::choose);
}

QStringList BillSettings::keys() const {
    return {kOn, kFolder};
}

void BillSettings::show(const QString& key, const QVariant& value) {
    const QSignalBlocker quiet(on_);
    if (key == kOn) on_->setChecked(value.toBool());
    if (key == kFolder) folder_->setText(value.toString());
}

void BillSettings::choose() {
    auto* dialog = new QFileDialog(this, tr("Folder that is watched for bills"), folder_->text());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::Directory);
    connect(dialog, &QFileDialog::fileSelected, this, &BillSettings::set);
    dialog->open();
}

void BillSettings::set(const QString& folder) {
    folder_->setText(folder);
    emit changed(kFolder, folder);
}

}  // namespace floe
