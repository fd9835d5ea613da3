#include "ui/documents/page_panel.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QToolButton>
#include <QVBoxLayout>

#include "ui/documents/page_view.h"
#include "ui/widgets/parts.h"
#include "ui/widgets/tones.h"

namespace floe {

PagePanel::PagePanel(QWidget* parent)
    : QWidget(parent),
      view_(new PageView),
      previous_(iconButton("previous", tr("Previous page"))),
      next_(iconButton("next", tr("Next page"))),
      number_(label({}, "muted")) {
    auto* smaller = iconButton("zoom-out", tr("Smaller"));
    auto* larger = iconButton("zoom-in", tr("Larger"));
    auto* fit = iconButton("fit", tr("Fit the width"));
    auto* tools = tight(new QHBoxLayout, 0, kSpace / 2);
    tools->setContentsMargins(kSpace, kSpace / 2, kSpace, kSpace / 2);
    for (QWidget* tool :
         {static_cast<QWidget*>(previous_), static_cast<QWidget*>(number_), static_cast<QWidget*>(next_)})
        tools->addWidget(tool);
    tools->addStretch();
    auto* frame = iconButton("frame", tr("Draw a frame on the page: its words become the chosen field’s value"));
    tools->addWidget(frame);
    for (QToolButton* tool : {smaller, larger, fit}) tools->addWidget(tool);
    auto* layout = tight(new QVBoxLayout(this), 0, 0);
    layout->addLayout(tools);
    layout->addWidget(view_, 1);

    smaller->setShortcut(QKeySequence::ZoomOut);
    larger->setShortcut(QKeySequence::ZoomIn);
    fit->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_0));
    connect(previous_, &QToolButton::clicked, this, [this] { view_->setPage(view_->page() - 1); });
    connect(next_, &QToolButton::clicked, this, [this] { view_->setPage(view_->page() + 1); });
    connect(smaller, &QToolButton::clicked, this, [this] { view_->zoomBy(1 / 1.25); });
    connect(larger, &QToolButton::clicked, this, [this] { view_->zoomBy(1.25); });
    connect(fit, &QToolButton::clicked, view_, &PageView::fit);
    connect(frame, &QToolButton::clicked, this, &PagePanel::frameWanted);
    connect(view_, &PageView::pageChanged, this, &PagePanel::showPage);
    showPage(0, 0);
}

void PagePanel::showPage(int page, int pages) {
    previous_->setEnabled(page > 0);
    next_->setEnabled(page + 1 < pages);
    for (QWidget* tool : {static_cast<QWidget*>(previous_), static_cast<QWidget*>(next_)}) tool->setVisible(pages > 1);
    number_->setText(pages > 0 ? tr("Page %1 of %2").arg(page + 1).arg(pages) : QString());
}

}  // namespace floe
