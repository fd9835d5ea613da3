#include "ui/widgets/notice_bar.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>

#include "ui/widgets/parts.h"
#include "ui/widgets/tones.h"

namespace floe {

NoticeBar::NoticeBar(QWidget* parent) : QFrame(parent), text_(wrapped({})), action_(button({})) {
    setLook(this, "bar");
    auto* close = button(tr("Close"));
    auto* layout = tight(new QHBoxLayout(this), kSpace);
    layout->setContentsMargins(2 * kSpace, kSpace / 2, kSpace / 2, kSpace / 2);
    layout->addWidget(text_, 1);
    layout->addWidget(action_);
    layout->addWidget(close);
    goes_.setSingleShot(true);
    hide();

    connect(&goes_, &QTimer::timeout, this, &QWidget::hide);
    connect(close, &QPushButton::clicked, this, &QWidget::hide);
    connect(action_, &QPushButton::clicked, this, [this] {
        hide();
        if (work_) std::exchange(work_, {})();
    });
}

int NoticeBar::tell(const QString& text, const QString& action, std::function<void()> work, int seconds) {
    text_->setText(text);
    setAccessibleName(text);
    action_->setText(action);
    action_->setVisible(!action.isEmpty());
    work_ = std::move(work);
    goes_.stop();
    if (seconds > 0) goes_.start(seconds * 1000);
    show();
    return ++number_;
}

void NoticeBar::change(int notice, const QString& text) {
    if (notice != number_ || !isVisible()) return;
    text_->setText(text);
    setAccessibleName(text);
}

}  // namespace floe
