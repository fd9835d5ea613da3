#include "ui/documents/changes_dialog.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QTableWidget>
#include <QVBoxLayout>

#include "ui/models/bill_words.h"
#include "ui/widgets/parts.h"
#include "ui/widgets/tones.h"

namespace floe {

QString ChangesDialog::what(const QString& field) {
    const QPair<const char*, QString> words[] = {
        {"state", tr("Reading")}, {"lines", tr("Order of the lines")}, {"paid", tr("Paid")},
        {"sent", tr("Sent")},     {"reviewed", tr("Reviewed")},        {"direction", tr("Kind of bill")},
    };
    for (const auto& [name, word] : words)
        if (field == name) return word;
    return BillWords::labelOf(field);
}

QString ChangesDialog::value(const QString& field, const QString& kept) {
    if (kept.isEmpty()) return tr("(nothing)");
    if (field == "paid" || field == "sent" || field == "reviewed")
        return QLocale().toString(QDateTime::fromString(kept, Qt::ISODate).toLocalTime(), QLocale::ShortFormat);
    const QPair<const char*, QString> words[] = {{"read", tr("read")},
                                                 {"failed", tr("could not be read")},
                                                 {"sent", tr("that I sent")},
                                                 {"received", tr("that I received")},
                                                 {"confirmed", tr("confirmed")}};
    for (const auto& [name, word] : words)
        if ((field == "state" || field == "direction" || kept == "confirmed") && kept == name) return word;
    return kept;
}

ChangesDialog::ChangesDialog(const QString& bill, QWidget* parent) : QDialog(parent), table_(new QTableWidget(0, 5)) {
    setWindowTitle(tr("What was changed"));
    table_->setHorizontalHeaderLabels({tr("When"), tr("Who"), tr("What"), tr("Before"), tr("After")});
    table_->setAccessibleName(tr("Changes of this bill, the newest first"));
    table_->setEditTriggers(QAbstractItemView::NoEditTriggers);
    table_->setSelectionBehavior(QAbstractItemView::SelectRows);
    table_->setTabKeyNavigation(false);
    table_->verticalHeader()->hide();
    table_->horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    table_->horizontalHeader()->setSectionResizeMode(4, QHeaderView::Stretch);
    auto* close = button(tr("&Close"));
    close->setDefault(true);
    auto* low = tight(new QHBoxLayout, 0);
    low->addStretch();
    low->addWidget(close);
    auto* column = tight(new QVBoxLayout(this), 2 * kSpace, kSpace);
    column->addWidget(wrapped(bill, "heading"));
    column->addWidget(table_, 1);
    column->addLayout(low);
    resize(110 * kSpace, 60 * kSpace);
    connect(close, &QPushButton::clicked, this, &QDialog::reject);
}

void ChangesDialog::show(const QVector<BillEvent>& events) {
    table_->setRowCount(static_cast<int>(events.size()));
    int row = 0;
    for (auto event = events.rbegin(); event != events.rend(); ++event, ++row) {
        const QString who = event->who == BillEvent::Who::You ? tr("You") : tr("Floe");
        const QString cells[] = {QLocale().toString(event->at.toLocalTime(), QLocale::ShortFormat), who,
                                 what(event->field), value(event->field, event->before),
                                 value(event->field, event->after)};
        for (int column = 0; column < 5; ++column) table_->setItem(row, column, new QTableWidgetItem(cells[column]));
    }
    if (row > 0) table_->setCurrentCell(0, 0);
}

}  // namespace floe
