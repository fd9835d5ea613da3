#include "ui/documents/twin_dialog.h"

#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QScrollArea>

#include "app/extraction/names.h"
#include "ui/models/bill_words.h"
#include "ui/widgets/parts.h"
#include "ui/widgets/sentence.h"

namespace floe {

TwinDialog::TwinDialog(const BillInfo& mine, const Extraction& read, const BillInfo& other, QWidget* parent)
    : QDialog(parent), mine_(mine), other_(other), mineRead_(read), values_(new QWidget) {
    setWindowTitle(tr("The same bill twice?"));
    grid_ = new QGridLayout(values_);
    grid_->setHorizontalSpacing(2 * kSpace);
    for (const int column : {1, 2}) grid_->setColumnStretch(column, 1);
    auto* area = new QScrollArea;
    area->setFrameShape(QFrame::NoFrame);
    area->setWidgetResizable(true);
    area->setWidget(values_);
    auto* remove = button(tr("Remove this one"), "primary", "trash");
    auto* keep = button(tr("Keep both"));
    auto* low = tight(new QHBoxLayout, 0, kSpace);
    low->addStretch();
    low->addWidget(keep);
    low->addWidget(remove);
    auto* column = tight(new QVBoxLayout(this), 2 * kSpace, kSpace);
    column->addWidget(area, 1);
    column->addLayout(low);
    resize(100 * kSpace, 75 * kSpace);
    fill();

    connect(remove, &QPushButton::clicked, this, &QDialog::accept);
    connect(keep, &QPushButton::clicked, this, &QDialog::reject);
}

void TwinDialog::showOther(const Extraction& read) {
    otherRead_ = read;
    fill();
}

void TwinDialog::fill() {
    while (QLayoutItem* item = grid_->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    int row = 0;
    const auto add = [&](const QString& name, const QString& mine, const QString& other, const char* look) {
        QLabel* labels[] = {label(name, look ? look : "muted"), wrapped(mine, look), wrapped(other, look)};
        for (int column = 0; column < 3; ++column) {
            if (!look && column && mine != other) {  // a sign, not a colour alone
                auto* differs = new Sentence(values_);
                differs->say(Tone::Doubt, labels[column]->text().isEmpty() ? tr("(nothing)") : labels[column]->text());
                delete labels[column];
                grid_->addWidget(differs, row, column, Qt::AlignTop);
                continue;
            }
            labels[column]->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
            grid_->addWidget(labels[column], row, column, Qt::AlignTop);
        }
        ++row;
    };
    const auto added = [](const BillInfo& info) {
        return info.fileName + '\n' + QLocale().toString(info.added, QLocale::ShortFormat);
    };
    add({}, tr("This one: %1").arg(added(mine_)), tr("The other: %1").arg(added(other_)), "heading");
    const auto shown = [](const Extraction& read, const QString& path) {
        const Field* field = read.find(path);
        return field ? field->shown() : QString();
    };
    QStringList paths = formPaths();
    for (int line = 0; line < std::max(mineRead_.lineCount, otherRead_.lineCount); ++line)
        for (const QString& name : lineNames()) paths += linePath(line, name);
    for (const QString& path : paths) {
        const QString mine = shown(mineRead_, path), other = shown(otherRead_, path);
        if (!mine.isEmpty() || !other.isEmpty()) add(BillWords::labelOf(path), mine, other, nullptr);
    }
    grid_->setRowStretch(row, 1);
}

}  // namespace floe
