#include "ui/documents/split_dialog.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QListWidget>
#include <QPushButton>
#include <QVBoxLayout>

#include "ui/widgets/parts.h"
#include "ui/widgets/tones.h"

namespace floe {

SplitDialog::SplitDialog(const QString& name, int pages, QWidget* parent)
    : QDialog(parent), list_(new QListWidget), outcome_(wrapped({}, "muted")), split_(button(tr("&Split"), "primary")) {
    setWindowTitle(tr("Split a bill"));
    auto* text = wrapped(tr("Tick the pages of “%1” with which a new bill begins.").arg(name));
    for (int page = 0; page < pages; ++page) {
        auto* item = new QListWidgetItem(tr("Page %1").arg(page + 1), list_);
        item->setFlags(page ? Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsUserCheckable
                            : Qt::ItemIsEnabled | Qt::ItemIsSelectable);
        item->setCheckState(page ? Qt::Unchecked : Qt::Checked);  // the first page always begins one
    }
    list_->setAccessibleName(tr("Pages with which a new bill begins"));
    list_->setSpacing(kSpace / 4);
    list_->setCurrentRow(std::min(1, pages - 1));
    auto* cancel = button(tr("Cancel"));
    auto* low = tight(new QHBoxLayout, 0, kSpace);
    low->addStretch();
    low->addWidget(cancel);
    low->addWidget(split_);
    auto* column = tight(new QVBoxLayout(this), 2 * kSpace, kSpace);
    column->addWidget(text);
    column->addWidget(list_, 1);
    column->addWidget(outcome_);
    column->addLayout(low);
    split_->setDefault(true);
    resize(45 * kSpace, 50 * kSpace);
    say();

    connect(list_, &QListWidget::itemChanged, this, &SplitDialog::say);
    connect(list_, &QListWidget::currentRowChanged, this, &SplitDialog::pageLookedAt);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(split_, &QPushButton::clicked, this, &QDialog::accept);
}

QVector<int> SplitDialog::starts() const {
    QVector<int> starts;
    for (int page = 1; page < list_->count(); ++page)
        if (list_->item(page)->checkState() == Qt::Checked) starts.append(page);
    return starts;
}

void SplitDialog::say() {
    const QVector<int> begin = starts();
    split_->setEnabled(!begin.isEmpty());
    QStringList bills;
    for (qsizetype i = 0; i <= begin.size(); ++i) {
        const int first = (i == 0 ? 0 : begin[i - 1]) + 1, last = i < begin.size() ? begin[i] : list_->count();
        bills << (first == last ? tr("page %1").arg(first) : tr("pages %1–%2").arg(first).arg(last));
    }
    outcome_->setText(begin.isEmpty() ? tr("It stays one bill.")
                                      : tr("%1 bills: %2.").arg(bills.size()).arg(bills.join(QStringLiteral(", "))));
}

}  // namespace floe
