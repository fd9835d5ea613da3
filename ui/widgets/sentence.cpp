#include "ui/widgets/sentence.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>

#include "ui/widgets/icons.h"
#include "ui/widgets/parts.h"

namespace floe {

Sentence::Sentence(QWidget* parent) : QFrame(parent), sign_(new QLabel), text_(wrapped({})) {
    auto* layout = tight(new QHBoxLayout(this));
    layout->addWidget(sign_, 0, Qt::AlignTop);
    layout->addWidget(text_, 1);
    text_->setTextInteractionFlags(Qt::TextSelectableByMouse);
    hide();
}

void Sentence::say(Tone tone, const QString& text) {
    tone_ = tone;
    text_->setText(text);
    setAccessibleName(text);
    tint();
    setVisible(!text.isEmpty() && parentWidget());  // alone it would be a window
}

QString Sentence::text() const {
    return text_->text();
}

void Sentence::changeEvent(QEvent* event) {
    QFrame::changeEvent(event);
    if (event->type() == QEvent::PaletteChange) tint();
}

void Sentence::tint() {
    const QString name = tone_ == Tone::Good ? "check" : tone_ == Tone::Doubt ? "doubt" : "failed";
    const int size = fontMetrics().height();
    sign_->setPixmap(iconPixmap(name, toned(palette(), tone_), size, devicePixelRatioF()));
}

}  // namespace floe
