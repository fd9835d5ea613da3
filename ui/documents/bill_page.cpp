#include "ui/documents/bill_page.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QSplitter>
#include <QStackedWidget>
#include <QToolButton>
#include <QVBoxLayout>

#include "ui/documents/bill_form.h"
#include "ui/documents/page_panel.h"
#include "ui/documents/page_view.h"
#include "ui/models/bill_form_model.h"
#include "ui/models/check_list_model.h"
#include "ui/models/lines_model.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/parts.h"
#include "ui/widgets/sentence.h"

namespace floe {

namespace {

enum Side { FormSide, WorkingSide, FailedSide };

}  // namespace

BillPage::BillPage(BillFormModel* fields, LinesModel* lines, CheckListModel* checks, QWidget* parent)
    : QWidget(parent),
      whole_(new QStackedWidget),
      empty_(new EmptyState("bill")),
      title_(label({}, "title")),
      remove_(iconButton("trash", tr("Remove this bill"))),
      problem_(new Sentence),
      split_(new QSplitter(Qt::Horizontal)),
      picture_(new PagePanel),
      side_(new QStackedWidget),
      form_(new BillForm(fields, lines, checks)),
      failed_(new EmptyState("failed")) {
    title_->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    side_->addWidget(form_);
    side_->addWidget(makeWorking());
    side_->addWidget(failed_);
    split_->addWidget(picture_);
    split_->addWidget(side_);
    split_->setStretchFactor(0, 1);
    split_->setStretchFactor(1, 1);
    split_->setSizes({70 * kSpace, 58 * kSpace});
    split_->setHandleWidth(1);
    split_->setChildrenCollapsible(false);
    auto* head = tight(new QHBoxLayout, 2 * kSpace);
    head->addWidget(title_, 1);
    head->addWidget(remove_);
    auto* bill = new QWidget;
    auto* column = tight(new QVBoxLayout(bill), 0, 0);
    column->addLayout(head);
    column->addWidget(split_, 1);
    whole_->addWidget(empty_);
    whole_->addWidget(bill);
    auto* layout = tight(new QVBoxLayout(this), 0, 0);
    layout->addWidget(problem_);
    layout->addWidget(whole_, 1);
    problem_->setContentsMargins(2 * kSpace, kSpace, 2 * kSpace, 0);
    empty_->say(tr("Drop a bill here"),
                tr("Floe reads bills (PDF, scans, e-invoices) on this computer: who sent it, what is to be paid and "
                   "until when, with the place on the page where each value stands."),
                {tr("Open a bill …"), tr("Open sample bill")});

    connect(empty_, &EmptyState::chosen, this, [this](int action) {
        if (action == 0)
            emit openWanted();
        else
            emit sampleWanted();
    });
    connect(failed_, &EmptyState::chosen, this, [this] { emit retryWanted(bill_); });
    connect(remove_, &QToolButton::clicked, this, [this] { emit removeWanted(bill_); });
    connect(form_, &BillForm::chosen, this, &BillPage::select);
    connect(picture_->view(), &PageView::pictureWanted, this, &BillPage::pictureWanted);
    connect(picture_->view(), &PageView::fieldClicked, this, [this](const QString& path) {
        select(path);
        form_->focusField(path);
    });
}

QWidget* BillPage::makeWorking() {
    auto* made = new QWidget;
    workingText_ = wrapped({}, "muted");
    auto* progress = new QProgressBar;
    progress->setRange(0, 0);
    progress->setTextVisible(false);
    auto* cancel = button(tr("Cancel"));
    auto* column = tight(new QVBoxLayout(made), 3 * kSpace, 2 * kSpace);
    column->addStretch();
    column->addWidget(workingText_);
    column->addWidget(progress);
    column->addWidget(cancel, 0, Qt::AlignLeft);
    column->addStretch();

    connect(cancel, &QPushButton::clicked, this, [this] { emit cancelWanted(bill_); });
    return made;
}

void BillPage::showNone() {
    bill_ = 0;
    whole_->setCurrentIndex(0);
}

void BillPage::showBill(const BillInfo& bill) {
    if (bill.id != std::exchange(bill_, bill.id)) {
        picture_->view()->clear();
        emit pictureWanted(0, 1.5 * devicePixelRatioF());
    }
    whole_->setCurrentIndex(1);
    title_->setText(bill.fileName);
    title_->setToolTip(bill.path);
    switch (bill.state) {
        case BillInfo::State::Queued:
        case BillInfo::State::Reading:
            workingText_->setText(bill.state == BillInfo::State::Queued
                                      ? tr("This bill waits until those before it are read.")
                                      : tr("Reading this bill …"));
            side_->setCurrentIndex(WorkingSide);
            break;
        case BillInfo::State::Failed:
            failed_->say(tr("This bill could not be read"), bill.problem, {tr("Try again")});
            side_->setCurrentIndex(FailedSide);
            break;
        case BillInfo::State::Ready:
            side_->setCurrentIndex(FormSide);
            break;
    }
}

void BillPage::showExtraction(const Extraction& extraction) {
    picture_->view()->setPageCount(extraction.pages);
    picture_->view()->setFields(extraction.fields);
}

void BillPage::showPicture(int page, double pixelsPerPoint, const QImage& picture) {
    picture_->view()->setPicture(page, pixelsPerPoint, picture);
}

void BillPage::sayProblem(const QString& sentence) {
    problem_->say(Tone::Bad, sentence);
}

void BillPage::select(const QString& path) {
    if (picture_->view()->litPath() == path) return;
    picture_->view()->light(path);
    form_->light(path);
}

}  // namespace floe
