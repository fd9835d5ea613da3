#include "ui/window/bill_grouping.h"

#include "ui/documents/bill_page.h"
#include "ui/documents/split_dialog.h"
#include "ui/widgets/notice_bar.h"

namespace floe {

BillGrouping::BillGrouping(Bills& bills, BillPage& page, NoticeBar& notices, QObject* parent)
    : QObject(parent), bills_(bills), page_(page), notices_(notices) {
    connect(&bills_, &Bills::grouped, this, &BillGrouping::tell);
}

void BillGrouping::join(const QVector<BillId>& bills) {
    emit billComes();
    bills_.join(bills);
}

void BillGrouping::split(const BillInfo& bill, int pages) {
    auto* dialog = new SplitDialog(bill.fileName, pages, &page_);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &SplitDialog::pageLookedAt, &page_, &BillPage::turnTo);
    connect(dialog, &SplitDialog::thumbnailWanted, this,
            [this, id = bill.id](int page) { bills_.requestPage(id, page, SplitDialog::thumbnailScale()); });
    connect(&bills_, &Bills::pageRendered, dialog,
            [dialog, id = bill.id](BillId drawn, int page, double scale, const QImage& picture) {
                if (drawn == id && scale == SplitDialog::thumbnailScale()) dialog->showThumbnail(page, picture);
            });
    connect(dialog, &QDialog::accepted, this, [this, dialog, id = bill.id, name = bill.fileName] {
        name_ = name;
        emit billComes();
        bills_.split(id, dialog->starts());
    });
    dialog->open();
}

void BillGrouping::tell(const QVector<BillId>& originals, const QVector<BillId>& made) {
    const QString text = originals.size() > 1 ? tr("%1 bills were joined into one.").arg(originals.size())
                                              : tr("“%1” was split into %2 bills.").arg(name_).arg(made.size());
    notices_.tell(text, tr("Undo"), [this, originals, made] {
        emit billComes();
        bills_.undoGrouping(originals, made);
    });
}

}  // namespace floe
