#include "ui/window/main_window.h"

#include <QDragEnterEvent>
#include <QFileDialog>
#include <QFileInfo>
#include <QMimeData>
#include <QShortcut>
#include <QSplitter>
#include <QStackedWidget>
#include <QVBoxLayout>

#include "app/documents/read_document.h"
#include "app/floe.h"
#include "app/library/models.h"
#include "app/resources.h"
#include "app/store/settings.h"
#include "ui/chat/chat_page.h"
#include "ui/documents/bill_page.h"
#include "ui/documents/board_page.h"
#include "ui/documents/corrections.h"
#include "ui/library/models_page.h"
#include "ui/models/bill_form_model.h"
#include "ui/models/bill_list_model.h"
#include "ui/models/board_model.h"
#include "ui/models/chat_list_model.h"
#include "ui/models/check_list_model.h"
#include "ui/models/form_values_model.h"
#include "ui/models/lines_model.h"
#include "ui/models/messages_model.h"
#include "ui/models/model_list_model.h"
#include "ui/models/more_lists.h"
#include "ui/models/review_model.h"
#include "ui/settings/settings_dialog.h"
#include "ui/widgets/notice_bar.h"
#include "ui/widgets/parts.h"
#include "ui/widgets/tones.h"
#include "ui/window/bill_wiring.h"
#include "ui/window/board_wiring.h"
#include "ui/window/chat_wiring.h"
#include "ui/window/drop_cover.h"
#include "ui/window/form_viewing.h"
#include "ui/window/forms_wiring.h"
#include "ui/window/model_wiring.h"
#include "ui/window/sidebar.h"

namespace floe {

struct MainWindow::Parts {
    Parts(Floe& floe, MainWindow& window)
        : chatPage(new ChatPage(&messages, &models)),
          billPage(new BillPage({&fields, &lines, &taxes, &checks, &review, &formValues, &moreLists})),
          boardPage(new BoardPage(&board)),
          modelsPage(new ModelsPage(&models)),
          sidebar(new Sidebar(&chats, &bills)),
          notices(new NoticeBar),
          chat({floe.chats(), floe.models(), chats, messages, *chatPage, *sidebar, *notices}),
          boarding({floe.bills(), board, *boardPage, *notices, *corrections.undoGroup()}),
          bill(
              {floe.bills(), bills, fields, lines, taxes, moreLists, checks, review, corrections, *billPage, *sidebar,
               *notices,
               [&floe] { return floe.settings().value("bills.accounts").toString().split('\n', Qt::SkipEmptyParts); }}),
          forms(floe.forms(), floe.bills(), bills),
          viewing(floe.bills(), forms, *billPage, *sidebar, *notices),
          model({floe.models(), floe.settings(), models, *chatPage, *notices, window}) {
        model.attach(modelsPage);
    }

    ChatListModel chats;
    MessagesModel messages;
    BillListModel bills;
    BillFormModel fields;
    LinesModel lines;
    LinesModel taxes{QStringLiteral("taxes")};
    MoreLists moreLists;
    CheckListModel checks;
    ReviewModel review;
    FormValuesModel formValues;
    BoardModel board{[] { return QDate::currentDate(); }};
    ModelListModel models;
    Corrections corrections;
    ChatPage* chatPage;
    BillPage* billPage;
    BoardPage* boardPage;
    ModelsPage* modelsPage;
    Sidebar* sidebar;
    NoticeBar* notices;
    ChatWiring chat;
    BoardWiring boarding;
    BillWiring bill;
    FormsWiring forms;
    FormViewing viewing;
    ModelWiring model;
};

MainWindow::MainWindow(Floe& floe, QWidget* parent)
    : QMainWindow(parent), floe_(floe), pages_(new QStackedWidget), parts_(new Parts(floe, *this)) {
    setWindowTitle(tr("Floe"));
    setAcceptDrops(true);
    sidebar_ = parts_->sidebar;
    notices_ = parts_->notices;
    for (QWidget* page : {static_cast<QWidget*>(parts_->chatPage), static_cast<QWidget*>(parts_->billPage),
                          static_cast<QWidget*>(parts_->modelsPage), static_cast<QWidget*>(parts_->boardPage)})
        pages_->addWidget(page);
    auto* content = new QWidget;
    auto* column = tight(new QVBoxLayout(content), 0, 0);
    auto* low = tight(new QVBoxLayout, 0, 0);
    low->setContentsMargins(2 * kSpace, 0, 2 * kSpace, kSpace);
    low->addWidget(notices_);
    column->addWidget(pages_, 1);
    column->addLayout(low);
    auto* split = new QSplitter(Qt::Horizontal);
    split->addWidget(sidebar_);
    split->addWidget(content);
    split->setStretchFactor(0, 0);
    split->setStretchFactor(1, 1);
    split->setSizes({28 * kSpace, 120 * kSpace});
    split->setHandleWidth(1);
    split->setChildrenCollapsible(false);
    setCentralWidget(split);
    cover_ = new DropCover(this);
    resize(150 * kSpace, 100 * kSpace);
    restoreGeometry(floe.settings().value("window.geometry").toByteArray());

    addShortcuts();
    connectParts();
    const int section = floe.settings().value("window.section", int(Section::Chats)).toInt();
    showSection(Section(std::clamp(section, 0, int(Section::Board))));
    if (!floe.notice().isEmpty()) notices_->tell(floe.notice(), {}, {}, 0);
    connect(&floe, &Floe::noticed, this, [this](const QString& sentence) { notices_->tell(sentence, {}, {}, 0); });
    if (floe.settings().value("models.load_at_start", true).toBool()) floe.models().loadLast();
}

// The pages go before the item models that they show.
MainWindow::~MainWindow() {
    delete settings_;
    delete takeCentralWidget();
}

void MainWindow::addShortcuts() {
    const auto on = [this](const QKeySequence& keys, auto work) {
        connect(new QShortcut(keys, this), &QShortcut::activated, this, work);
    };
    on(QKeySequence::New, [this] { emit sidebar_->newChatWanted(); });
    on(QKeySequence(Qt::CTRL | Qt::Key_1), [this] { showSection(Section::Chats); });
    on(QKeySequence(Qt::CTRL | Qt::Key_2), [this] { showSection(Section::Bills); });
    on(QKeySequence(Qt::CTRL | Qt::Key_3), [this] { showSection(Section::Models); });
    on(QKeySequence(Qt::CTRL | Qt::Key_4), [this] { showSection(Section::Board); });
    on(QKeySequence(Qt::CTRL | Qt::Key_Comma), [this] { openSettings(); });
    on(QKeySequence::Open, [this] { askForBills(); });
    on(QKeySequence::Quit, [this] { close(); });
    on(QKeySequence::Undo, [this] { parts_->corrections.undoGroup()->undo(); });
    on(QKeySequence::Redo, [this] { parts_->corrections.undoGroup()->redo(); });
}

void MainWindow::connectParts() {
    connect(sidebar_, &Sidebar::sectionChosen, this, &MainWindow::showSection);
    connect(sidebar_, &Sidebar::settingsWanted, this, &MainWindow::openSettings);
    connect(sidebar_, &Sidebar::newChatWanted, this, [this] { showSection(Section::Chats); });
    connect(sidebar_, &Sidebar::addBillWanted, this, &MainWindow::askForBills);
    connect(parts_->chatPage, &ChatPage::modelsWanted, this, [this] { showSection(Section::Models); });
    connect(&parts_->model, &ModelWiring::added, this, [this] {
        if (!settings_ || !settings_->isVisible()) showSection(Section::Models);
    });
    connect(&parts_->boarding, &BoardWiring::openWanted, this, [this](BillId bill) {
        parts_->bill.open(bill);
        showSection(Section::Bills);
    });
    connect(&parts_->bill, &BillWiring::formsWanted, this, [this](BillId bill) { parts_->forms.open(this, bill); });
    connect(&parts_->forms, &FormsWiring::failed, notices_, [this](const QString& text) { notices_->tell(text); });
    connect(parts_->billPage, &BillPage::openWanted, this, &MainWindow::askForBills);
    connect(parts_->billPage, &BillPage::sampleWanted, this, &MainWindow::openSample);
    connect(&floe_.settings(), &Settings::failed, this,
            [this](const Problem& problem) { notices_->tell(problem.sentence); });
}

void MainWindow::showSection(Section section) {
    sidebar_->showSection(section);
    pages_->setCurrentIndex(int(section));
    floe_.settings().set("window.section", int(section));
    if (section == Section::Bills) parts_->bill.activate();
    if (section == Section::Board) parts_->boarding.activate();
    if (section == Section::Chats) parts_->chatPage->focusComposer();
}

void MainWindow::askForBills() {
    const QString kinds = "*." + readableEndings().join(" *.");
    auto* dialog = new QFileDialog(this, tr("Open bills"), {}, tr("Bills (%1);;All files (*)").arg(kinds));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFiles);
    connect(dialog, &QFileDialog::filesSelected, this, &MainWindow::take);
    dialog->open();
}

void MainWindow::openSample() {
    const QString sample = resource("samples/google-cloud.pdf");
    if (sample.isEmpty())
        notices_->tell(tr("The sample bill is missing from this installation; open a bill of your own."));
    else
        take({sample});
}

void MainWindow::openSettings() {
    if (!settings_) {
        auto* models = new ModelsPage(&parts_->models);
        parts_->model.attach(models);
        settings_ = new SettingsDialog(models, floe_.folder(), this);
        connect(settings_, &SettingsDialog::changed, &floe_.settings(), &Settings::set);
        connect(settings_, &SettingsDialog::formsWanted, this,
                [this] { parts_->forms.open(this, parts_->billPage->bill()); });
    }
    for (const QString& key : settings_->keys()) settings_->show(key, floe_.settings().value(key));
    settings_->show();
    settings_->raise();
    settings_->activateWindow();
}

// Models by their ending; everything else is taken for a bill, and the reader says in a sentence what is none.
void MainWindow::take(const QStringList& files) {
    QStringList models, bills;
    for (const QString& file : files) (file.endsWith(".gguf", Qt::CaseInsensitive) ? models : bills).append(file);
    if (!models.isEmpty()) parts_->model.add(models);
    if (bills.isEmpty()) return;
    showSection(Section::Bills);
    parts_->bill.add(bills);
}

namespace {

QStringList filesOf(const QMimeData* data) {
    QStringList files;
    for (const QUrl& url : data->urls())
        if (url.isLocalFile() && QFileInfo::exists(url.toLocalFile())) files << url.toLocalFile();
    return files;
}

}  // namespace

void MainWindow::dragEnterEvent(QDragEnterEvent* event) {
    const QStringList files = filesOf(event->mimeData());
    if (files.isEmpty()) return;
    event->acceptProposedAction();
    const bool model = files.first().endsWith(".gguf", Qt::CaseInsensitive);
    cover_->say(model ? tr("Add this model") : tr("Read as bills: %1").arg(files.size()));
}

void MainWindow::dragLeaveEvent(QDragLeaveEvent*) {
    cover_->hide();
}

void MainWindow::dropEvent(QDropEvent* event) {
    cover_->hide();
    event->acceptProposedAction();
    take(filesOf(event->mimeData()));
}

void MainWindow::closeEvent(QCloseEvent* event) {
    floe_.settings().set("window.geometry", saveGeometry());
    QMainWindow::closeEvent(event);
}

}  // namespace floe
