#include "ui/documents/inbox_bar.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QVBoxLayout>

#include "ui/widgets/parts.h"
#include "ui/widgets/tones.h"

namespace floe {

InboxBar::InboxBar(QWidget* parent)
    : QFrame(parent),
      text_(wrapped({})),
      bar_(new QProgressBar),
      pause_(button(tr("Pause"))),
      cancel_(button(tr("Cancel all"))),
      retry_(button(tr("Try failed ones again"), nullptr, "again")) {
    setLook(this, "inbox");
    bar_->setTextVisible(false);
    auto* row = tight(new QHBoxLayout, 0, kSpace);
    row->addWidget(text_, 1);
    for (QPushButton* press : {pause_, cancel_, retry_}) row->addWidget(press);
    auto* column = tight(new QVBoxLayout(this), 0, kSpace / 2);
    column->setContentsMargins(2 * kSpace, kSpace, 2 * kSpace, kSpace / 2);
    column->addLayout(row);
    column->addWidget(bar_);
    hide();

    connect(pause_, &QPushButton::clicked, this, [this] { emit pauseWanted(!progress_.paused); });
    connect(cancel_, &QPushButton::clicked, this, &InboxBar::cancelAllWanted);
    connect(retry_, &QPushButton::clicked, this, [this] {
        hide();
        emit retryWanted();
    });
}

QString InboxBar::words(const BillsProgress& progress) {
    QStringList parts{tr("Bills read: %1 of %2").arg(progress.done).arg(progress.all)};
    if (progress.failed > 0) parts << tr("%1 could not be read").arg(progress.failed);
    if (progress.idle()) return parts.join(QStringLiteral(" · "));
    if (progress.paused) parts << tr("paused");
    if (!progress.paused && progress.perMinute > 0) parts << tr("%1 a minute").arg(progress.perMinute, 0, 'f', 0);
    if (!progress.paused && progress.secondsLeft >= 0)
        parts << (progress.secondsLeft < 90 ? tr("about %1 seconds left").arg(progress.secondsLeft)
                                            : tr("about %1 minutes left").arg((progress.secondsLeft + 30) / 60));
    return parts.join(QStringLiteral(" · "));
}

void InboxBar::tell(const BillsProgress& progress) {
    progress_ = progress;
    const bool works = !progress.idle();
    text_->setText(words(progress));
    bar_->setRange(0, std::max(1, progress.all));
    bar_->setValue(progress.done);
    bar_->setAccessibleName(text_->text());
    pause_->setText(progress.paused ? tr("Go on") : tr("Pause"));
    for (QWidget* part : {static_cast<QWidget*>(pause_), static_cast<QWidget*>(cancel_), static_cast<QWidget*>(bar_)})
        part->setVisible(works);
    retry_->setVisible(!works && progress.failed > 0);
    setVisible((works && (progress.all > 1 || progress.paused)) || progress.failed > 0);
}

}  // namespace floe
