#include "ui/library/fit_view.h"

#include <QEvent>
#include <QGridLayout>
#include <QLabel>
#include <QPainter>
#include <QVBoxLayout>

#include "ui/models/figures.h"
#include "ui/widgets/parts.h"
#include "ui/widgets/segment_bar.h"
#include "ui/widgets/sentence.h"

namespace floe {

FitView::FitView(QWidget* parent) : QWidget(parent), bar_(new SegmentBar), sentence_(new Sentence) {
    const QString names[] = {tr("Weights"), tr("Context (keys and values)"), tr("Buffers for computing")};
    auto* table = new QGridLayout;
    table->setHorizontalSpacing(kSpace);
    table->setVerticalSpacing(kSpace / 2);
    for (int part = 0; part < 3; ++part) {
        swatches_[part] = new QLabel;
        figures_[part] = label({});
        figures_[part]->setAlignment(Qt::AlignRight);
        table->addWidget(swatches_[part], part, 0, Qt::AlignVCenter);
        table->addWidget(label(names[part], "muted"), part, 1);
        table->addWidget(figures_[part], part, 2);
    }
    table->setColumnStretch(1, 1);
    auto* layout = tight(new QVBoxLayout(this), 0, kSpace * 3 / 2);
    bar_->setMinimumHeight(kSpace * 3 / 2);
    layout->addWidget(bar_);
    layout->addLayout(table);
    layout->addWidget(sentence_);
}

void FitView::set(const MemoryEstimate& estimate) {
    estimate_ = estimate;
    showFigures();
}

void FitView::showFigures() {
    const qint64 parts[] = {estimate_.weights, estimate_.cache, estimate_.compute};
    const double ratio = devicePixelRatioF();
    for (int part = 0; part < 3; ++part) {
        figures_[part]->setText(Figures::bytes(parts[part]));
        QPixmap swatch(QSize(10, 10) * ratio);
        swatch.setDevicePixelRatio(ratio);
        swatch.fill(SegmentBar::partColour(palette(), part));
        swatches_[part]->setPixmap(swatch);
    }
    bar_->set({double(parts[0]), double(parts[1]), double(parts[2])}, double(estimate_.free));
    bar_->setAccessibleName(estimate_.sentence());
    const auto verdict = estimate_.verdict();
    sentence_->say(verdict == MemoryEstimate::Verdict::Fits    ? Tone::Good
                   : verdict == MemoryEstimate::Verdict::Tight ? Tone::Doubt
                                                               : Tone::Bad,
                   estimate_.sentence());
}

void FitView::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange) showFigures();
}

}  // namespace floe
