#include "ui/settings/bill_settings.h"

#include <QCheckBox>
#include <QEvent>
#include <QFileDialog>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalBlocker>

#include "ui/widgets/parts.h"
#include "ui/widgets/tones.h"

namespace floe {

namespace {

const auto kOn = QStringLiteral("bills.inbox"), kFolder = QStringLiteral("bills.inbox_folder"),
           kOwnName = QStringLiteral("bills.own_name"), kOwnVatId = QStringLiteral("bills.own_vat_id"),
           kAccounts = QStringLiteral("bills.accounts");

}  // namespace

BillSettings::BillSettings(QWidget* parent)
    : SettingsPage(parent),
      on_(new QCheckBox(tr("&Read new files of a folder"))),
      folder_(new QLineEdit),
      name_(new QLineEdit),
      vatId_(new QLineEdit),
      accounts_(new QPlainTextEdit) {
    auto* layout = tight(new QVBoxLayout(this), 3 * kSpace);
    layout->addWidget(label(tr("Bills"), "title"));
    layout->addSpacing(kSpace);
    addFolder(layout);
    addCompany(layout);
    addAccounts(layout);
    addForms(layout);
    layout->addStretch();
}

void BillSettings::addFolder(QVBoxLayout* layout) {
    auto* browse = button(tr("&Choose …"), nullptr, "folder");
    folder_->setPlaceholderText(tr("No folder chosen"));
    folder_->setAccessibleName(tr("Folder that is watched for bills"));
    auto* row = tight(new QHBoxLayout, 0, kSpace);
    row->addWidget(folder_, 1);
    row->addWidget(browse);
    layout->addWidget(on_);
    layout->addLayout(row);
    layout->addWidget(wrapped(tr("PDFs, pictures and e-invoices that you put there are read as soon as they are "
                                 "complete, each once. The files stay as they are."),
                              "muted"));
    connect(on_, &QCheckBox::toggled, this, [this](bool on) {
        emit changed(kOn, on);
        if (on && folder_->text().isEmpty()) choose();
    });
    connect(folder_, &QLineEdit::editingFinished, this, [this] { emit changed(kFolder, folder_->text()); });
    connect(browse, &QPushButton::clicked, this, &BillSettings::choose);
}

void BillSettings::addCompany(QVBoxLayout* layout) {
    layout->addSpacing(2 * kSpace);
    layout->addWidget(label(tr("Your company"), "heading"));
    auto* form = new QFormLayout;
    form->setRowWrapPolicy(QFormLayout::WrapLongRows);
    form->addRow(tr("&Name"), name_);
    form->addRow(tr("&VAT number"), vatId_);
    layout->addLayout(form);
    layout->addWidget(wrapped(tr("A bill whose seller is your own company is an invoice that you sent, and is shown "
                                 "as one."),
                              "muted"));
    connect(name_, &QLineEdit::editingFinished, this, [this] { emit changed(kOwnName, name_->text().trimmed()); });
    connect(vatId_, &QLineEdit::editingFinished, this, [this] { emit changed(kOwnVatId, vatId_->text().trimmed()); });
}

void BillSettings::addAccounts(QVBoxLayout* layout) {
    layout->addSpacing(2 * kSpace);
    auto* name = label(tr("Your &accounts"), "heading");
    name->setBuddy(accounts_);
    accounts_->setAccessibleName(tr("Your accounts, one a line"));
    accounts_->setTabChangesFocus(true);
    accounts_->setMaximumHeight(accounts_->fontMetrics().lineSpacing() * 7);
    accounts_->installEventFilter(this);
    layout->addWidget(name);
    layout->addWidget(accounts_);
    layout->addWidget(wrapped(tr("One a line, such as “Office” or “Expenses:Travel”. They are offered for each bill; "
                                 "the one that you choose is proposed for the seller’s next bill."),
                              "muted"));
}

void BillSettings::addForms(QVBoxLayout* layout) {
    layout->addSpacing(2 * kSpace);
    auto* open = button(tr("&Make and change forms …"));
    layout->addWidget(label(tr("Own forms"), "heading"));
    layout->addWidget(wrapped(tr("A form of your own says which values you want of a bill, such as a contract number "
                                 "or a cost centre."),
                              "muted"));
    layout->addWidget(open, 0, Qt::AlignLeft);
    connect(open, &QPushButton::clicked, this, &BillSettings::formsWanted);
}

bool BillSettings::eventFilter(QObject* watched, QEvent* event) {
    if (watched == accounts_ && event->type() == QEvent::FocusOut)
        emit changed(kAccounts, accounts_->toPlainText().trimmed());
    return SettingsPage::eventFilter(watched, event);
}

QStringList BillSettings::keys() const {
    return {kOn, kFolder, kOwnName, kOwnVatId, kAccounts};
}

void BillSettings::show(const QString& key, const QVariant& value) {
    const QSignalBlocker quiet(on_);
    if (key == kOn) on_->setChecked(value.toBool());
    if (key == kFolder) folder_->setText(value.toString());
    if (key == kOwnName) name_->setText(value.toString());
    if (key == kOwnVatId) vatId_->setText(value.toString());
    if (key == kAccounts && !accounts_->hasFocus()) accounts_->setPlainText(value.toString());
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
