#include "ui/window/board_wiring.h"

#include <QApplication>
#include <QClipboard>
#include <QDialog>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSaveFile>

#include "ui/documents/board_page.h"
#include "ui/models/board_model.h"
#include "ui/widgets/notice_bar.h"
#include "ui/widgets/parts.h"
#include "ui/widgets/tones.h"

namespace floe {

namespace {

class MarkPaid : public QUndoCommand {
 public:
    MarkPaid(Bills& bills, BillId bill, const QDateTime& before, const QDateTime& after)
        : QUndoCommand(BoardWiring::tr("payment")), bills_(bills), bill_(bill), before_(before), after_(after) {}
    void undo() override { bills_.mark(bill_, BillMark::Paid, before_); }
    void redo() override { bills_.mark(bill_, BillMark::Paid, after_); }

 private:
    Bills& bills_;
    BillId bill_;
    QDateTime before_, after_;
};

const BillInfo* find(const BoardModel& model, BillId bill) {
    for (int row = 0; row < model.rowCount(); ++row)
        if (model.idAt(row) == bill) return model.at(row);
    return nullptr;
}

}  // namespace

BoardWiring::BoardWiring(const BoardParts& parts, QObject* parent) : QObject(parent), parts_(parts) {
    parts_.undo.addStack(&undo_);
    connect(&parts_.bills, &Bills::billsLoaded, &parts_.model, &BoardModel::reset);
    connect(&parts_.bills, &Bills::billAdded, &parts_.model, &BoardModel::change);
    connect(&parts_.bills, &Bills::billChanged, &parts_.model, &BoardModel::change);
    connect(&parts_.bills, &Bills::billRemoved, &parts_.model, &BoardModel::remove);
    connect(&parts_.page, &BoardPage::openWanted, this, &BoardWiring::openWanted);
    connect(&parts_.page, &BoardPage::paidWanted, this, &BoardWiring::setPaid);
    connect(&parts_.page, &BoardPage::nudgeWanted, this, &BoardWiring::draftNudge);
    connect(&parts_.page, &BoardPage::exportWanted, this, &BoardWiring::exportList);
}

void BoardWiring::activate() {
    parts_.undo.setActiveStack(&undo_);
}

void BoardWiring::setPaid(BillId bill, bool paid) {
    const BillInfo* info = find(parts_.model, bill);
    if (!info) return;
    const QString name = info->number.isEmpty() ? info->fileName : info->number;
    undo_.push(new MarkPaid(parts_.bills, bill, info->paidAt, paid ? parts_.now() : QDateTime()));
    parts_.notices.tell(paid ? tr("“%1” is marked as paid.").arg(name) : tr("“%1” is marked as not paid.").arg(name),
                        tr("Undo"), [this] { undo_.undo(); });
}

void BoardWiring::draftNudge(BillId bill) {
    const BillInfo* info = find(parts_.model, bill);
    if (!info) return;
    auto* dialog = new QDialog(&parts_.page);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(tr("A nudge to copy"));
    auto* text = new QPlainTextEdit(nudgeText(*info, parts_.model.today(), QLocale().language() == QLocale::German));
    text->setAccessibleName(tr("Text of the nudge"));
    auto* german = button(tr("Auf Deutsch"));
    auto* english = button(tr("In English"));
    auto* copy = button(tr("Copy"), "primary", "copy");
    auto* low = tight(new QHBoxLayout, 0, kSpace);
    low->addWidget(english);
    low->addWidget(german);
    low->addStretch();
    low->addWidget(copy);
    auto* column = tight(new QVBoxLayout(dialog), 2 * kSpace, kSpace);
    column->addWidget(
        wrapped(tr("Floe sends nothing. Copy this text into your own mail, and change what you like."), "muted"));
    column->addWidget(text, 1);
    column->addLayout(low);
    dialog->resize(70 * kSpace, 50 * kSpace);
    const auto write = [text, info = *info, today = parts_.model.today()](bool inGerman) {
        text->setPlainText(nudgeText(info, today, inGerman));
    };
    connect(german, &QPushButton::clicked, dialog, [write] { write(true); });
    connect(english, &QPushButton::clicked, dialog, [write] { write(false); });
    connect(copy, &QPushButton::clicked, dialog, [dialog, text] {
        QApplication::clipboard()->setText(text->toPlainText());
        dialog->close();
    });
    dialog->open();
}

void BoardWiring::exportList() {
    auto* dialog = new QFileDialog(&parts_.page, tr("Export this list"), {}, tr("Table (*.csv)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(QStringLiteral("csv"));
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString& file) {
        // A list is a few kilobytes: written at once.
        const QByteArray csv = parts_.model.csv();
        QSaveFile out(file);
        const bool written = out.open(QIODevice::WriteOnly) && out.write(csv) == csv.size() && out.commit();
        parts_.notices.tell(written ? tr("The list was written to %1.").arg(file)
                                    : tr("The list cannot be written to %1. Choose another place.").arg(file));
    });
    dialog->open();
}

}  // namespace floe
