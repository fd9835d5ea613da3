#include "ui/window/form_viewing.h"

#include <QFileDialog>

#include "ui/documents/bill_page.h"
#include "ui/widgets/notice_bar.h"
#include "ui/window/forms_wiring.h"
#include "ui/window/sidebar.h"

namespace floe {

FormViewing::FormViewing(Bills& bills, FormsWiring& forms, BillPage& page, Sidebar& sidebar, NoticeBar& notices,
                         QObject* parent)
    : QObject(parent), bills_(bills), forms_(forms), page_(page), sidebar_(sidebar), notices_(notices) {
    const OwnFormListModel* list = &forms.list();
    connect(list, &QAbstractItemModel::modelReset, this, &FormViewing::offer);
    connect(list, &QAbstractItemModel::rowsInserted, this, &FormViewing::offer);
    connect(list, &QAbstractItemModel::rowsRemoved, this, &FormViewing::offer);
    connect(list, &QAbstractItemModel::dataChanged, this, &FormViewing::offer);
    connect(&page, &BillPage::formWanted, this, &FormViewing::fill);
    connect(&page, &BillPage::formExportWanted, this, &FormViewing::askExport);
    connect(&page, &BillPage::formChangeWanted, this,
            [this] { forms_.open(page_.window(), page_.bill(), page_.form()); });
    connect(&bills, &Bills::formFilled, this, [this](quint64 number, BillId bill, const FilledForm& form) {
        if (number == filling_ && bill == page_.bill()) page_.showForm(form);
    });
    connect(&bills, &Bills::formExportProgress, this, [this](const QString& file, int did, int all) {
        if (did < all) notices_.change(exporting_, progress(file, tr("%1 of %2 bills").arg(did).arg(all)));
    });
    connect(&bills, &Bills::formExportCancelled, this,
            [this] { notices_.tell(tr("The export was cancelled. No file was written.")); });
    connect(&bills, &Bills::formExported, this, [this](const QString& file, int count, int unread) {
        const QString done = tr("Written to %1. Bills: %2.").arg(file).arg(count);
        if (unread == 0) return (void)notices_.tell(done);
        const QString missing = tr("The pages of %1 of them could not be read: what stands only there is missing.");
        notices_.tell(done + ' ' + missing.arg(unread), {}, {}, 0);
    });
    offer();
}

void FormViewing::offer() {
    QVector<BillPage::FormChoice> choices;
    for (const OwnFormFile& form : forms_.list().forms())
        if (form.problem.isEmpty()) choices.append({form.name, form.shipped ? form.form.title : form.name});
    page_.setForms(choices);
    fill();
}

void FormViewing::fill() {
    const OwnFormFile* form = forms_.list().find(page_.form());
    if (form && page_.bill()) filling_ = bills_.fillForm(page_.bill(), form->schema, filling_);
}

QString FormViewing::progress(const QString& file, const QString& how) {
    return tr("The values are being written to %1: %2.").arg(file, how);
}

void FormViewing::askExport() {
    const OwnFormFile* form = forms_.list().find(page_.form());
    if (!form) return;
    QVector<BillId> bills = sidebar_.selectedBills();
    if (!bills.contains(page_.bill())) bills = {page_.bill()};
    auto* dialog = new QFileDialog(&page_, tr("Export the values of the chosen bills"), {},
                                   tr("Table for spreadsheets (*.csv);;JSON, one bill a line (*.jsonl)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(QStringLiteral("csv"));
    dialog->selectFile(form->name + QStringLiteral(".csv"));
    connect(dialog, &QFileDialog::filterSelected, dialog, [dialog](const QString& filter) {
        dialog->setDefaultSuffix(filter.contains(QStringLiteral("*.csv")) ? QStringLiteral("csv")
                                                                          : QStringLiteral("jsonl"));
    });
    connect(dialog, &QFileDialog::fileSelected, this,
            [this, bills, name = form->form.title, schema = form->schema](const QString& file) {
                exporting_ = notices_.tell(
                    progress(file, tr("scans take a while")), tr("Cancel"), [this] { bills_.cancelExports(); }, 0);
                bills_.exportForm(bills, name, schema, file);
            });
    dialog->open();
}

}  // namespace floe
