#include "ui/window/bill_wiring.h"

#include <QFileDialog>
#include <QMenu>

#include "ui/documents/bill_page.h"
#include "ui/documents/changes_dialog.h"
#include "ui/documents/corrections.h"
#include "ui/documents/split_dialog.h"
#include "ui/documents/twin_dialog.h"
#include "ui/models/bill_form_model.h"
#include "ui/models/bill_list_model.h"
#include "ui/models/check_list_model.h"
#include "ui/models/lines_model.h"
#include "ui/models/more_lists.h"
#include "ui/models/review_model.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/notice_bar.h"
#include "ui/window/bill_grouping.h"
#include "ui/window/sidebar.h"

namespace floe {

BillWiring::BillWiring(const BillWindowParts& parts, QObject* parent)
    : QObject(parent), parts_(parts), grouping_(new BillGrouping(parts.bills, parts.page, parts.notices, this)) {
    connect(grouping_, &BillGrouping::billComes, this, [this] { openNext_ = true; });
    connectService();
    connectViews();
    connectReview();
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
        if (twins_ && bill == twin_) twins_->showOther(extraction);
    });
    connect(bills, &Bills::progressChanged, &parts_.page, &BillPage::showProgress);
    connect(bills, &Bills::tooMany, this, [this](int taken) {
        parts_.notices.tell(tr("There are more files than are taken at once: the first %1 are read.").arg(taken));
    });
    connect(bills, &Bills::regionRead, this, [this](BillId bill, int, const QString& text) {
        const QString path = std::exchange(regionPath_, {});
        if (bill != current_ || path.isEmpty()) return;
        if (text.isEmpty()) return parts_.page.sayProblem(tr("There are no words in this frame."));
        put(path, text);
    });
    connect(bills, &Bills::categoriesLoaded, this, [this](const QStringList& used) {
        QStringList all = parts_.accounts() + used;
        all.removeDuplicates();
        parts_.page.setAccounts(all);
    });
    connect(bills, &Bills::eventsLoaded, this, [this](BillId, const QVector<BillEvent>& events) {
        if (changes_) changes_->show(events);
    });
    connect(bills, &Bills::exported, this, [this](const QString& file, int count) {
        parts_.notices.tell(tr("Corrections of %1 bills were written to %2.").arg(count).arg(file));
    });
    connect(bills, &Bills::pageRendered, this, [this](BillId bill, int page, double scale, const QImage& picture) {
        const bool thumbnail = scale == SplitDialog::thumbnailScale();
        if (bill == current_ && !thumbnail) parts_.page.showPicture(page, scale, picture);
    });
    connect(bills, &Bills::passwordWanted, this, [this](BillId bill, const QString& sentence) {
        if (bill == current_) parts_.page.askPassword(sentence);
    });
    connect(bills, &Bills::failed, this, [this](const Problem& problem) { parts_.page.sayProblem(problem.sentence); });
}

void BillWiring::connectViews() {
    Bills* bills = &parts_.bills;
    BillPage* page = &parts_.page;
    connect(&parts_.sidebar, &Sidebar::billChosen, this, &BillWiring::open);
    connect(&parts_.sidebar, &Sidebar::billsRemoveWanted, this, &BillWiring::remove);
    connect(&parts_.sidebar, &Sidebar::billMenuWanted, this, &BillWiring::menu);
    connect(page, &BillPage::menuWanted, this, &BillWiring::menu);
    connect(page, &BillPage::removeWanted, this, [this](BillId bill) { remove({bill}); });
    connect(page, &BillPage::pauseWanted, bills, &Bills::setPaused);
    connect(page, &BillPage::cancelAllWanted, bills, &Bills::cancelAll);
    connect(page, &BillPage::retryFailedWanted, bills, &Bills::retryFailed);
    connect(page, &BillPage::twinWanted, this, &BillWiring::showTwins);
    connect(page, &BillPage::cancelWanted, bills, &Bills::cancel);
    connect(page, &BillPage::retryWanted, bills, &Bills::retry);
    connect(page, &BillPage::unlockWanted, bills, &Bills::unlock);
    connect(page, &BillPage::pictureWanted, this, [this](int number, double scale) {
        if (current_) parts_.bills.requestPage(current_, number, scale);
    });
    connect(&parts_.fields, &BillFormModel::correctionWanted, &parts_.corrections, &Corrections::correct);
    for (LinesModel* table : {&parts_.lines, &parts_.taxes})
        connect(table, &LinesModel::correctionWanted, &parts_.corrections, &Corrections::correct);
    connect(&parts_.moreLists, &MoreLists::correctionWanted, &parts_.corrections, &Corrections::correct);
    connect(&parts_.lines, &LinesModel::arrangementWanted, &parts_.corrections, &Corrections::arrange);
    connect(&parts_.corrections, &Corrections::confirmWanted, bills, &Bills::confirm);
    connect(&parts_.corrections, &Corrections::arrangeWanted, bills, &Bills::arrangeLines);
    connect(&parts_.corrections, &Corrections::wanted, bills, &Bills::correct);
}

void BillWiring::connectReview() {
    BillPage* page = &parts_.page;
    connect(page, &BillPage::acceptWanted, this, &BillWiring::accept);
    connect(page, &BillPage::valueWanted, this, [this](const QString& path, const QString& value) {
        put(path, value);
        parts_.page.goOn();
    });
    connect(page, &BillPage::regionWanted, this, [this](const QString& path, int number, const QRectF& region) {
        regionPath_ = path;
        parts_.page.sayProblem({});
        if (current_) parts_.bills.requestRegion(current_, number, region);
    });
    connect(page, &BillPage::doneWanted, this, &BillWiring::done);
    connect(page, &BillPage::backWanted, this, &BillWiring::back);
}

void BillWiring::accept(const QString& path) {
    const Field* field = extraction_.find(path);
    if (field && !field->confirmed) parts_.corrections.confirm(path);
    parts_.page.goOn();
}

void BillWiring::put(const QString& path, const QString& value) {
    const Field* field = extraction_.find(path);
    parts_.corrections.correct(path, field ? field->corrected : std::nullopt, value);
}

void BillWiring::done() {
    const BillInfo* info = parts_.list.find(current_);
    if (!info || info->state != BillInfo::State::Ready) return;
    const BillId bill = current_;
    const QString name = info->fileName;
    parts_.bills.mark(bill, BillMark::Reviewed, parts_.now());
    before_.append(bill);
    const BillId next = parts_.list.nextToReview(bill);
    if (next) open(next);
    parts_.notices.tell(
        next ? tr("“%1” is reviewed.").arg(name) : tr("“%1” is reviewed. It was the last one.").arg(name), tr("Undo"),
        [this, bill] {
            parts_.bills.mark(bill, BillMark::Reviewed, {});
            open(bill);
        });
}

void BillWiring::back() {
    while (!before_.isEmpty()) {
        const BillId bill = before_.takeLast();
        if (bill != current_ && parts_.list.find(bill)) return open(bill);
    }
}

void BillWiring::open(BillId bill) {
    current_ = bill;
    beginReview_ = parts_.page.reviewing();
    parts_.page.sayProblem({});
    parts_.sidebar.selectBill(bill);
    showExtraction({});
    const BillInfo* info = parts_.list.find(bill);
    if (!info) return parts_.page.showNone();
    parts_.corrections.setBill(bill);
    parts_.page.showBill(*info);
    showTwin();
    if (info->state == BillInfo::State::Ready) parts_.bills.requestExtraction(bill);
    parts_.bills.requestCategories();
}

void BillWiring::add(const QStringList& paths) {
    openNext_ = true;
    parts_.bills.add(paths);
}

void BillWiring::added(const BillInfo& bill) {
    parts_.list.add(bill);
    if (std::exchange(openNext_, false) || current_ == 0) open(bill.id);
}

void BillWiring::changed(const BillInfo& bill) {
    const BillInfo* before = parts_.list.find(bill.id);
    const bool ready = bill.state == BillInfo::State::Ready && before && before->state != BillInfo::State::Ready;
    parts_.list.change(bill);
    if (bill.id != current_) return;
    parts_.page.showBill(bill);
    showTwin();
    if (ready) parts_.bills.requestExtraction(bill.id);
}

void BillWiring::remove(const QVector<BillId>& bills) {
    QStringList names;
    for (const BillId bill : bills) {
        const BillInfo* info = parts_.list.find(bill);
        if (!info) continue;
        names << info->fileName;
        parts_.bills.remove(bill);
    }
    if (names.isEmpty()) return;
    const QString text = names.size() == 1 ? tr("“%1” was removed from the list.").arg(names[0])
                                           : tr("%1 bills were removed from the list.").arg(names.size());
    parts_.notices.tell(text, tr("Undo"), [this, bills] {
        openNext_ = true;
        for (const BillId bill : bills) parts_.bills.restore(bill);
    });
}

void BillWiring::removed(BillId bill) {
    const int row = parts_.list.rowOf(bill);
    parts_.list.remove(bill);
    if (bill == current_) open(parts_.list.idAt(std::min(row, parts_.list.rowCount() - 1)));
}

void BillWiring::activate() {
    if (current_) parts_.corrections.setBill(current_);
}

void BillWiring::showExtraction(const Extraction& extraction) {
    extraction_ = extraction;
    parts_.fields.reset(extraction);
    parts_.checks.reset(extraction.checks);
    parts_.lines.reset(extraction);
    parts_.taxes.reset(extraction);
    parts_.moreLists.reset(extraction);
    parts_.review.reset(extraction);
    if (!current_) return;
    parts_.page.showExtraction(extraction);
    if (!extraction.fields.isEmpty() && std::exchange(beginReview_, false)) parts_.page.setReviewing(true);
}

void BillWiring::showTwin() {
    const BillInfo* other = parts_.list.find(parts_.list.twinOf(current_));
    const BillInfo* mine = parts_.list.find(current_);
    if (!other || !mine) return parts_.page.sayTwin({});
    const bool sameFile = !mine->hash.isEmpty() && mine->hash == other->hash && mine->parts == other->parts;
    parts_.page.sayTwin(sameFile ? tr("The same file is here twice: also as “%1”.").arg(other->fileName)
                                 : tr("The same number of the same seller is also in “%1”.").arg(other->fileName));
}

void BillWiring::showTwins() {
    const BillInfo* other = parts_.list.find(parts_.list.twinOf(current_));
    const BillInfo* mine = parts_.list.find(current_);
    if (!other || !mine) return;
    const BillId bill = current_;
    twin_ = other->id;
    twins_ = new TwinDialog(*mine, extraction_, *other, &parts_.page);
    connect(twins_, &QDialog::finished, this, [this, bill](int result) {
        std::exchange(twins_, nullptr)->deleteLater();
        if (result == QDialog::Accepted) remove({bill});
    });
    twins_->open();
    parts_.bills.requestExtraction(twin_);
}

void BillWiring::menu(BillId bill, const QPoint& at) {
    const BillInfo* info = parts_.list.find(bill);
    if (!info) return;
    QMenu menu;
    QAction* reviewed = menu.addAction(tr("Re&viewed"));
    QAction* paid = menu.addAction(tr("&Paid"));
    QAction* sent = menu.addAction(tr("An invoice that I &sent"));
    for (QAction* action : {reviewed, paid, sent}) action->setCheckable(true);
    reviewed->setChecked(info->reviewedAt.isValid());
    paid->setChecked(info->paidAt.isValid());
    sent->setChecked(info->direction == BillInfo::Direction::Sent);
    menu.addSeparator();
    const QVector<BillId> several = parts_.sidebar.selectedBills();
    QAction* join = menu.addAction(tr("&Join the chosen bills into one"));
    join->setEnabled(several.size() > 1 && several.contains(bill));
    QAction* split = menu.addAction(tr("Spl&it into several bills …"));
    split->setEnabled(bill == current_ && extraction_.pages > 1);
    menu.addSeparator();
    QAction* copy = menu.addAction(tr("Remove the &kept copy"));
    copy->setEnabled(info->originalKept);
    QAction* changes = menu.addAction(tr("What was &changed …"));
    QAction* forms = menu.addAction(tr("Own &forms …"));
    QAction* corrections = menu.addAction(tr("&Export the corrections of all bills …"));
    QAction* remove = menu.addAction(icon("trash"), tr("&Delete"));
    const QAction* chosen = menu.exec(at);
    const auto when = [this](const QAction* action) { return action->isChecked() ? parts_.now() : QDateTime(); };
    if (chosen == reviewed) parts_.bills.mark(bill, BillMark::Reviewed, when(reviewed));
    if (chosen == paid) parts_.bills.mark(bill, BillMark::Paid, when(paid));
    if (chosen == sent)
        parts_.bills.setDirection(bill, sent->isChecked() ? BillInfo::Direction::Sent : BillInfo::Direction::Received);
    if (chosen == join) grouping_->join(several);
    if (chosen == split) grouping_->split(*info, extraction_.pages);
    if (chosen == copy) parts_.bills.removeOriginal(bill);
    if (chosen == changes) showChanges(bill);
    if (chosen == forms) emit formsWanted(bill);
    if (chosen == corrections) exportCorrections();
    if (chosen == remove) this->remove(several.contains(bill) ? several : QVector<BillId>{bill});
}

void BillWiring::showChanges(BillId bill) {
    const BillInfo* info = parts_.list.find(bill);
    if (!info) return;
    delete changes_;
    changes_ = new ChangesDialog(info->fileName, &parts_.page);
    changes_->setAttribute(Qt::WA_DeleteOnClose);
    changes_->open();
    parts_.bills.requestEvents(bill);
}

void BillWiring::exportCorrections() {
    auto* dialog = new QFileDialog(&parts_.page, tr("Export corrections"), {}, tr("JSON, one bill a line (*.jsonl)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(QStringLiteral("jsonl"));
    connect(dialog, &QFileDialog::fileSelected, &parts_.bills, &Bills::exportCorrections);
    dialog->open();
}

}  // namespace floe
