#include "ui/forms/pattern_box.h"

#include <QFontDatabase>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>

#include "ui/models/own_form_words.h"
#include "ui/widgets/parts.h"
#include "ui/widgets/tones.h"

namespace floe {

PatternBox::PatternBox(QWidget* parent) : QWidget(parent), line_(new QLineEdit), examples_(button(tr("E&xamples"))) {
    line_->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    line_->setAccessibleName(tr("Pattern that the value looks like"));
    auto* menu = new QMenu(examples_);
    for (const OwnFormWords::Example& example : OwnFormWords::examples())
        connect(menu->addAction(example.label), &QAction::triggered, this, [this, pattern = example.pattern] {
            line_->setText(pattern);
            line_->setFocus(Qt::OtherFocusReason);
            emit edited();
            emit left();
        });
    examples_->setMenu(menu);
    auto* row = tight(new QHBoxLayout, 0, kSpace);
    row->addWidget(line_, 1);
    row->addWidget(examples_);
    auto* column = tight(new QVBoxLayout(this), 0, kSpace / 2);
    column->addLayout(row);
    column->addWidget(wrapped(tr("A pattern says what the value looks like. Letters and digits stand for themselves; "
                                 "\\d is any digit, [A-Z] any letter, + means once or several times, ? means perhaps. "
                                 "So RE-\\d+ finds “RE-4711”. With round brackets only what they enclose is taken: "
                                 "RE-(\\d+) gives “4711”. Upper and lower case are the same."),
                              "muted"));
    setFocusProxy(line_);

    connect(line_, &QLineEdit::textEdited, this, &PatternBox::edited);
    connect(line_, &QLineEdit::editingFinished, this, &PatternBox::left);
}

QString PatternBox::pattern() const {
    return line_->text();
}

void PatternBox::setPattern(const QString& pattern) {
    if (line_->text() != pattern) line_->setText(pattern);
}

void PatternBox::setCanChange(bool can) {
    line_->setReadOnly(!can);
    examples_->setEnabled(can);
}

}  // namespace floe
