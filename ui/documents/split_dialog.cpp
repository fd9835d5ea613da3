#include "ui/documents/split_dialog.h"

#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QListWidget>
#include <QPixmap>
#include <QPushButton>
#include <QScrollBar>
#include <QTimer>
#include <QVBoxLayout>

#include "ui/widgets/parts.h"
#include "ui/widgets/tones.h"

namespace floe {

namespace {

constexpr QSize kThumbnail{104, 148};  // an A4 page and a little

}  // namespace

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
    QPixmap blank(kThumbnail);  // keeps the room until the picture is there
    blank.fill(Qt::transparent);
    for (int page = 0; page < pages; ++page) list_->item(page)->setIcon(blank);
    list_->setIconSize(kThumbnail);
    list_->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
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
    resize(50 * kSpace, 80 * kSpace);
    say();

    connect(list_, &QListWidget::itemChanged, this, &SplitDialog::say);
    connect(list_, &QListWidget::currentRowChanged, this, &SplitDialog::pageLookedAt);
    connect(list_->verticalScrollBar(), &QScrollBar::valueChanged, this, &SplitDialog::wantNext);
    connect(list_->verticalScrollBar(), &QScrollBar::rangeChanged, this, &SplitDialog::wantNext);
    QTimer::singleShot(0, this, &SplitDialog::wantNext);  // once it has its size
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(split_, &QPushButton::clicked, this, &QDialog::accept);
}

QVector<int> SplitDialog::starts() const {
    QVector<int> starts;
    for (int page = 1; page < list_->count(); ++page)
        if (list_->item(page)->checkState() == Qt::Checked) starts.append(page);
    return starts;
}

double SplitDialog::thumbnailScale() {
    return kThumbnail.height() / 842.0 * qGuiApp->devicePixelRatio();
}

void SplitDialog::showThumbnail(int page, const QImage& picture) {
    if (page < 0 || page >= list_->count()) return;
    drawn_.insert(page);
    if (!picture.isNull()) {
        QPixmap shown = QPixmap::fromImage(picture);
        shown.setDevicePixelRatio(qGuiApp->devicePixelRatio());
        list_->item(page)->setIcon(shown);
    }
    if (page == waiting_) waiting_ = -1;
    wantNext();
}

void SplitDialog::wantNext() {
    if (waiting_ >= 0) return;
    for (int page = 0; page < list_->count(); ++page) {
        if (drawn_.contains(page)) continue;
        if (!list_->visualItemRect(list_->item(page)).intersects(list_->viewport()->rect())) continue;
        if (waiting_ >= 0) return;  // asking for the place lays the list out, which moves its bars and comes back here
        waiting_ = page;
        return emit thumbnailWanted(page);
    }
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
