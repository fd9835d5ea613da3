#include "ui/window/bill_wiring.h"

#include "ui/documents/bill_page.h"
#include "ui/documents/corrections.h"
#include "ui/models/bill_form_model.h"
#include "ui/models/bill_list_model.h"
#include "ui/models/check_list_model.h"
#include "ui/models/lines_model.h"
#include "ui/widgets/notice_bar.h"
#include "ui/window/sidebar.h"

namespace floe {

BillWiring::BillWiring(const BillParts& parts, QObject* parent) : QObject(parent), parts_(parts) {
    connectService();
    connectViews();
    open(0);
    parts_.bills.requestBills();
}

void BillWiring::connectService() {
    Bills* bills = &parts_.bills;
    connect(bills, &Bills::billsLoaded, this, [this](const QVector<BillInfo>& all) {
        parts_.list.reset(all);
        if (current_ == 0 && !all.isEmpty()) open(parts_.list.idAt(0));
    });
    connect(bills, &Bills::billAdded, this, &BillWiring::added);
    connect(bills, &Bills::billChanged, this, &BillWiring::changed);
    connect(bills, &Bills::billRemoved, this, &BillWiring::removed);
    connect(bills, &Bills::extractionLoaded, this, [this](BillId bill, const Extraction& extraction) {
        if (bill == current_) showExtraction(extraction);
    });
    connect(bills, &Bills::pageRendered, this, [this](BillId bill, int page, double scale, const QImage& picture) {
        if (bill == current_) parts_.page.showPicture(page, scale, picture);
    });
    connect(bills, &Bills::failed, this, [this](const Problem& problem) { parts_.page.sayProblem(problem.sentence); });
}

void BillWiring::connectViews() {
    Bills* bills = &parts_.bills;
    BillPage* page = &parts_.page;
    connect(&parts_.sidebar, &Sidebar::billChosen, this, &BillWiring::open);
    connect(&parts_.sidebar, &Sidebar::billRemoveWanted, this, &BillWiring::remove);
    connect(page, &BillPage::removeWanted, this, &BillWiring::remove);
    connect(page, &BillPage::cancelWanted, bills, &Bills::cancel);
    connect(page, &BillPage::retryWanted, bills, &Bills::retry);
    connect(page, &BillPage::pictureWanted, this, [this](int number, double scale) {
        if (current_) parts_.bills.requestPage(current_, number, scale);
    });
    connect(&parts_.fields, &BillFormModel::correctionWanted, &parts_.corrections, &Corrections::correct);
    connect(&parts_.lines, &LinesModel::correctionWanted, &parts_.corrections, &Corrections::correct);
    connect(&parts_.corrections, &Corrections::wanted, bills, &Bills::correct);
}

void BillWiring::open(BillId bill) {
    current_ = bill;
    parts_.page.sayProblem({});
    parts_.sidebar.selectBill(bill);
    showExtraction({});
    const BillInfo* info = parts_.list.find(bill);
    if (!info) return parts_.page.showNone();
    parts_.corrections.setBill(bill);
    parts_.page.showBill(*info);
    if (info->state == BillInfo::State::Ready) parts_.bills.requestExtraction(bill);
}

void BillWiring::add(const QStringList& paths) {
    openNext_ = true;
    parts_.bills.add(paths);
}

void BillWiring::added(const BillInfo& bill) {
    parts_.list.add(bill);
    if (current_ == 0 || std::exchange(openNext_, false)) open(bill.id);
}

void BillWiring::changed(const BillInfo& bill) {
    const BillInfo* before = parts_.list.find(bill.id);
    const bool ready = bill.state == BillInfo::State::Ready && before && before->state != BillInfo::State::Ready;
    parts_.list.change(bill);
    if (bill.id != current_) return;
    parts_.page.showBill(bill);
    if (ready) parts_.bills.requestExtraction(bill.id);
}

void BillWiring::remove(BillId bill) {
    const BillInfo* info = parts_.list.find(bill);
    if (!info) return;
    const QString name = info->fileName;
    parts_.bills.remove(bill);
    parts_.notices.tell(tr("“%1” was removed from the list.").arg(name), tr("Undo"), [this, bill] {
        openNext_ = true;
        parts_.bills.restore(bill);
    });
}

void BillWiring::removed(BillId bill) {
    const int row = parts_.list.rowOf(bill);
    parts_.list.remove(bill);
    if (bill == current_) open(parts_.list.idAt(std::min(row, parts_.list.rowCount() - 1)));
}

void BillWiring::showExtraction(const Extraction& extraction) {
    parts_.fields.reset(extraction);
    parts_.lines.reset(extraction);
    parts_.checks.reset(extraction.checks);
    if (current_) parts_.page.showExtraction(extraction);
}

}  // namespace floe
