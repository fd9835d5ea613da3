#include "ui/documents/bill_page.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QShortcut>
#include <QSignalBlocker>
#include <QSplitter>
#include <QStackedWidget>
#include <QToolButton>
#include <QVBoxLayout>

#include "ui/documents/bill_form.h"
#include "ui/documents/form_side.h"
#include "ui/documents/inbox_bar.h"
#include "ui/documents/page_panel.h"
#include "ui/documents/page_view.h"
#include "ui/documents/password_box.h"
#include "ui/documents/review_bar.h"
#include "ui/models/bill_form_model.h"
#include "ui/models/check_list_model.h"
#include "ui/models/lines_model.h"
#include "ui/models/review_model.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/parts.h"
#include "ui/widgets/sentence.h"

namespace floe {

namespace {

enum Side { BillSide, WorkingSide, FailedSide, OwnSide };

}  // namespace

BillPage::BillPage(const Models& models, QWidget* parent)
    : QWidget(parent),
      whole_(new QStackedWidget),
      empty_(new EmptyState("bill")),
      title_(label({}, "title")),
      through_(new QComboBox),
      review_(button(tr("Review"), nullptr, "check")),
      more_(iconButton("settings", tr("More for this bill"))),
      remove_(iconButton("trash", tr("Remove this bill"))),
      inbox_(new InboxBar),
      bar_(new ReviewBar(models.review)),
      twinPart_(new QWidget),
      twin_(new Sentence(twinPart_)),
      problem_(new Sentence),
      split_(new QSplitter(Qt::Horizontal)),
      pageSide_(new QStackedWidget),
      picture_(new PagePanel),
      password_(new PasswordBox),
      side_(new QStackedWidget),
      form_(new BillForm(models.fields, models.lines, models.taxes, *models.moreLists, models.checks)),
      own_(new FormSide(models.values)),
      failed_(new EmptyState("failed")) {
    title_->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    auto* formSide = new QWidget;
    auto* formColumn = tight(new QVBoxLayout(formSide), 0, 0);
    auto* barFrame = tight(new QVBoxLayout, kSpace, 0);
    barFrame->addWidget(bar_);
    formColumn->addLayout(barFrame);
    formColumn->addWidget(form_, 1);
    bar_->hide();
    side_->addWidget(formSide);
    side_->addWidget(makeWorking());
    side_->addWidget(failed_);
    side_->addWidget(own_);
    pageSide_->addWidget(picture_);
    pageSide_->addWidget(password_);
    split_->addWidget(pageSide_);
    split_->addWidget(side_);
    split_->setStretchFactor(0, 1);
    split_->setStretchFactor(1, 1);
    split_->setSizes({70 * kSpace, 58 * kSpace});
    split_->setHandleWidth(1);
    split_->setChildrenCollapsible(false);
    auto* head = tight(new QHBoxLayout, 2 * kSpace);
    head->addWidget(title_, 1);
    through_->setAccessibleName(tr("Form that the bill is shown in"));
    through_->setToolTip(tr("The bill, or a form of your own"));
    through_->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    through_->setMaximumWidth(26 * kSpace);
    head->addWidget(through_);
    review_->setCheckable(true);
    review_->setToolTip(tr("Go through the values by keyboard (Ctrl+R)"));
    head->addWidget(review_);
    head->addWidget(more_);
    head->addWidget(remove_);
    auto* twinRow = tight(new QHBoxLayout(twinPart_), 0, kSpace);
    twinRow->setContentsMargins(2 * kSpace, 0, 2 * kSpace, kSpace);
    auto* beside = button(tr("Show both"));
    twinRow->addWidget(twin_, 1);
    twinRow->addWidget(beside);
    twinPart_->hide();
    auto* bill = new QWidget;
    auto* column = tight(new QVBoxLayout(bill), 0, 0);
    column->addLayout(head);
    column->addWidget(twinPart_);
    column->addWidget(split_, 1);
    whole_->addWidget(empty_);
    whole_->addWidget(bill);
    auto* layout = tight(new QVBoxLayout(this), 0, 0);
    layout->addWidget(inbox_);
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
    connect(password_, &PasswordBox::given, this, &BillPage::unlock);
    connect(remove_, &QToolButton::clicked, this, [this] { emit removeWanted(bill_); });
    connect(more_, &QToolButton::clicked, this,
            [this] { emit menuWanted(bill_, more_->mapToGlobal(QPoint(0, more_->height()))); });
    connect(beside, &QPushButton::clicked, this, &BillPage::twinWanted);
    connect(inbox_, &InboxBar::pauseWanted, this, &BillPage::pauseWanted);
    connect(inbox_, &InboxBar::cancelAllWanted, this, &BillPage::cancelAllWanted);
    connect(inbox_, &InboxBar::retryWanted, this, &BillPage::retryFailedWanted);
    connect(form_, &BillForm::chosen, this, &BillPage::select);
    connect(picture_->view(), &PageView::pictureWanted, this, &BillPage::pictureWanted);
    connect(picture_->view(), &PageView::fieldClicked, this, [this](const QString& path) {
        select(path);
        if (!reviewing() && form().isEmpty()) form_->focusField(path);
    });
    connectReview();
    connectForms();
}

void BillPage::connectForms() {
    setForms({});
    connect(through_, &QComboBox::currentIndexChanged, this, &BillPage::turnToForm);
    connect(own_, &FormSide::chosen, this, &BillPage::select);
    connect(own_, &FormSide::exportWanted, this, &BillPage::formExportWanted);
    connect(own_, &FormSide::changeWanted, this, &BillPage::formChangeWanted);
}

void BillPage::setForms(const QVector<FormChoice>& forms) {
    if (forms == forms_ && through_->count() > 0) return;
    forms_ = forms;
    const QString before = form();
    {
        const QSignalBlocker quiet(through_);
        through_->clear();
        through_->addItem(tr("Bill"), QString());
        for (const FormChoice& choice : forms) through_->addItem(choice.label, choice.name);
        through_->setCurrentIndex(std::max(0, through_->findData(before)));
    }
    through_->setVisible(!forms.isEmpty());
    if (form() != before) turnToForm();
}

QString BillPage::form() const {
    return through_->currentData().toString();
}

/// The places of the form's values stand on the page instead of the bill's.
void BillPage::turnToForm() {
    const bool own = !form().isEmpty();
    if (own) setReviewing(false);
    if (side_->currentIndex() == BillSide || side_->currentIndex() == OwnSide)
        side_->setCurrentIndex(own ? OwnSide : BillSide);
    picture_->view()->light({});
    picture_->view()->setFields(own ? QVector<Field>() : fields_);
    if (!own) return;
    own_->showWaiting();
    emit formWanted();
}

void BillPage::showForm(const FilledForm& form) {
    if (this->form().isEmpty()) return;
    own_->show(form);
    QVector<Field> fields;
    QHash<QString, QString> names;
    for (const OwnValue& value : form.values) {
        names[value.path] = value.name;
        if (value.field) fields.append(*value.field);
    }
    picture_->view()->setFields(fields, names);
}

void BillPage::connectReview() {
    const auto on = [this](const QKeySequence& keys, auto work) {
        connect(new QShortcut(keys, this), &QShortcut::activated, this, work);  // wherever the keyboard is, while shown
    };
    on(QKeySequence(Qt::CTRL | Qt::Key_R), [this] { review_->toggle(); });
    on(QKeySequence(Qt::CTRL | Qt::Key_Return), [this] {
        leaveEditor();
        emit doneWanted();
    });
    on(QKeySequence(Qt::CTRL | Qt::Key_Backspace), [this] {
        leaveEditor();
        emit backWanted();
    });
    connect(review_, &QPushButton::toggled, this, &BillPage::setReviewing);
    connect(bar_, &ReviewBar::turned, this, &BillPage::select);
    connect(bar_, &ReviewBar::acceptWanted, this, &BillPage::acceptWanted);
    connect(bar_, &ReviewBar::valueWanted, this, &BillPage::valueWanted);
    connect(bar_, &ReviewBar::doneWanted, this, &BillPage::doneWanted);
    connect(bar_, &ReviewBar::backWanted, this, &BillPage::backWanted);
    connect(bar_, &ReviewBar::leaveWanted, this, [this] { review_->setChecked(false); });
    connect(bar_, &ReviewBar::editWanted, form_, &BillForm::focusField);
    connect(bar_, &ReviewBar::frameWanted, picture_->view(), &PageView::startFrame);
    connect(picture_, &PagePanel::frameWanted, picture_->view(), &PageView::startFrame);
    connect(form_, &BillForm::committed, this, [this] {
        if (reviewing()) bar_->setFocus(Qt::OtherFocusReason);
    });
    connect(picture_->view(), &PageView::frameEnded, this, [this] {
        if (reviewing()) bar_->setFocus(Qt::OtherFocusReason);
    });
    connect(picture_->view(), &PageView::regionChosen, this, [this](int page, const QRectF& region) {
        if (!form().isEmpty())
            return sayProblem(tr("The values of this form are found by its rules. To correct one, turn to “Bill”."));
        if (!selected().isEmpty()) return emit regionWanted(selected(), page, region);
        sayProblem(tr("Choose a field of the form first; the words of the frame become its value."));
    });
}

/// What is being typed belongs to the bill that is shown: it is taken before another one comes.
void BillPage::leaveEditor() {
    if (reviewing()) bar_->setFocus(Qt::OtherFocusReason);
    if (QWidget* focused = focusWidget(); focused && !reviewing()) focused->clearFocus();
}

void BillPage::setReviewing(bool on) {
    if (on) through_->setCurrentIndex(0);
    review_->setChecked(on);
    bar_->setVisible(on);
    if (!on) return;
    bar_->setFocus(Qt::OtherFocusReason);
    bar_->begin();
}

bool BillPage::reviewing() const {
    return review_->isChecked();
}

void BillPage::goOn() {
    if (reviewing()) bar_->goOn();
}

void BillPage::showProgress(const BillsProgress& progress) {
    inbox_->tell(progress);
}

void BillPage::sayTwin(const QString& sentence) {
    twin_->say(Tone::Doubt, sentence);
    twinPart_->setVisible(!sentence.isEmpty());
}

QString BillPage::selected() const {
    return picture_->view()->litPath();
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
    review_->setVisible(bill.state == BillInfo::State::Ready);
    through_->setVisible(bill.state == BillInfo::State::Ready && !forms_.isEmpty());
    const bool locked = bill.state == BillInfo::State::Failed && bill.locked;
    if (bill.id != std::exchange(bill_, bill.id)) {
        picture_->view()->clear();
        password_->clear();
        tried_ = false;
        pageSide_->setCurrentWidget(picture_);
        if (!locked) wantPicture();
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
            if (locked) {
                askPassword(bill.problem);
                break;
            }
            failed_->say(tr("This bill could not be read"), bill.problem, {tr("Try again")});
            side_->setCurrentIndex(FailedSide);
            break;
        case BillInfo::State::Ready:
            side_->setCurrentIndex(form().isEmpty() ? BillSide : OwnSide);
            break;
    }
    side_->setVisible(!locked);  // nothing is known of it, so all there is to see is the question
}

void BillPage::wantPicture() {
    emit pictureWanted(0, 1.5 * devicePixelRatioF());
}

void BillPage::askPassword(const QString& sentence) {
    password_->ask(title_->text(), sentence);
    pageSide_->setCurrentWidget(password_);
    if (std::exchange(tried_, false)) password_->askAgain();
}

/// The picture is asked for behind it: what is read shows the form, what is drawn takes the question away.
void BillPage::unlock(const QString& password) {
    tried_ = true;
    emit unlockWanted(bill_, password);
    wantPicture();
}

void BillPage::showExtraction(const Extraction& extraction) {
    picture_->view()->setPageCount(extraction.pages);
    fields_ = extraction.fields;
    if (form().isEmpty()) return picture_->view()->setFields(fields_);
    picture_->view()->setFields({});
    own_->showWaiting();
    if (!fields_.isEmpty()) emit formWanted();
}

void BillPage::showPicture(int page, double pixelsPerPoint, const QImage& picture) {
    if (!picture.isNull()) pageSide_->setCurrentWidget(picture_);
    picture_->view()->setPicture(page, pixelsPerPoint, picture);
}

void BillPage::turnTo(int page) {
    picture_->view()->setPage(page);
}

void BillPage::sayProblem(const QString& sentence) {
    problem_->say(Tone::Bad, sentence);
}

void BillPage::setAccounts(const QStringList& accounts) {
    form_->setAccounts(accounts);
}

void BillPage::select(const QString& path) {
    if (picture_->view()->litPath() == path) return;
    picture_->view()->light(path);
    if (!form().isEmpty()) return own_->choose(path);
    form_->light(path);
    bar_->turnTo(path);
}

}  // namespace floe
