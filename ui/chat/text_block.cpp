#include "ui/chat/text_block.h"

#include <QAbstractTextDocumentLayout>
#include <QDesktopServices>
#include <QEvent>
#include <QTextBlock>
#include <QTextTable>
#include <QWheelEvent>
#include <cmath>

#include "ui/widgets/tones.h"

namespace floe {

TextBlock::TextBlock(QWidget* parent) : QTextBrowser(parent) {
    setFrameShape(QFrame::NoFrame);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    setTextInteractionFlags(Qt::TextBrowserInteraction);
    setOpenLinks(false);
    setUndoRedoEnabled(false);
    setAutoFillBackground(false);
    viewport()->setAutoFillBackground(false);
    document()->setDocumentMargin(0);

    connect(document()->documentLayout(), &QAbstractTextDocumentLayout::documentSizeChanged, this,
            &TextBlock::fitHeight);
    connect(this, &QTextBrowser::anchorClicked, this, [](const QUrl& link) {
        if (link.scheme() == "https" || link.scheme() == "http") QDesktopServices::openUrl(link);
    });
}

void TextBlock::setAnswer(const QString& markdown) {
    if (markdown == markdown_) return;
    markdown_ = markdown;
    document()->setMarkdown(markdown, QTextDocument::MarkdownFeatures(QTextDocument::MarkdownDialectGitHub |
                                                                      QTextDocument::MarkdownNoHTML));
    shapeParagraphs();
}

void TextBlock::setWords(const QString& plain) {
    setPlainText(plain);
    naturalWidth_ = 1;
    for (const auto& line : plain.split('\n'))
        naturalWidth_ = std::max(naturalWidth_, fontMetrics().horizontalAdvance(line) + 2);
    updateGeometry();
}

// Distances and frames that Markdown does not say: air between paragraphs, quiet borders of tables and code.
void TextBlock::shapeParagraphs() {
    const double air = fontMetrics().height() * 0.55;
    const QColor code = mixed(palette().color(QPalette::Base), palette().color(QPalette::Text), 0.08);
    for (QTextBlock block = document()->begin(); block.isValid(); block = block.next()) {
        QTextCursor cursor(block);
        QTextBlockFormat format = block.blockFormat();
        const bool item = block.textList() != nullptr, first = block == document()->begin();
        const bool table = cursor.currentTable() != nullptr;
        format.setTopMargin(first || table ? 0 : format.headingLevel() > 0 ? 1.6 * air : item ? 0.35 * air : air);
        format.setBottomMargin(0);
        format.setLineHeight(table ? 100 : 125, QTextBlockFormat::ProportionalHeight);
        cursor.setBlockFormat(format);
        for (auto part = block.begin(); !part.atEnd(); ++part) {
            const QTextFragment fragment = part.fragment();
            if (!fragment.charFormat().fontFixedPitch()) continue;
            QTextCharFormat letters;
            letters.setBackground(code);
            QTextCursor run(document());
            run.setPosition(fragment.position());
            run.setPosition(fragment.position() + fragment.length(), QTextCursor::KeepAnchor);
            run.mergeCharFormat(letters);
        }
        if (table) {
            QTextTableFormat frame = cursor.currentTable()->format();
            frame.setBorderCollapse(true);
            frame.setBorderStyle(QTextFrameFormat::BorderStyle_Solid);
            frame.setBorderBrush(hairline(palette()));
            frame.setCellPadding(kSpace / 2);
            frame.setTopMargin(air);
            cursor.currentTable()->setFormat(frame);
        }
    }
}

void TextBlock::fitHeight() {
    const int height = int(std::ceil(document()->documentLayout()->documentSize().height()));
    if (height != minimumHeight()) setFixedHeight(height);
}

QSize TextBlock::sizeHint() const {
    return {naturalWidth_ > 0 ? naturalWidth_ : 60 * kSpace, height()};
}

QSize TextBlock::minimumSizeHint() const {
    return {naturalWidth_ > 0 ? std::min(naturalWidth_, 8 * kSpace) : 0, 0};
}

// Empty bytes and no null: for null the document would look for a file by itself.
QVariant TextBlock::loadResource(int, const QUrl&) {
    return QByteArray("");
}

void TextBlock::wheelEvent(QWheelEvent* event) {
    event->ignore();
}  // the view of all messages scrolls

void TextBlock::changeEvent(QEvent* event) {
    QTextBrowser::changeEvent(event);
    const bool look = event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange;
    if (look && !markdown_.isEmpty()) setAnswer(std::exchange(markdown_, {}));
}

}  // namespace floe
