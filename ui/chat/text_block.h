// A piece of text as high as it needs to be: Markdown of an answer, or plain text of a person.
#pragma once

#include <QTextBrowser>

namespace floe {

/// Loads nothing that the text names (no pictures from the net or the disk); opens links only when clicked, and only
/// those of the web.
class TextBlock : public QTextBrowser {
    Q_OBJECT
 public:
    explicit TextBlock(QWidget* parent = nullptr);

    void setAnswer(const QString& markdown);
    void setWords(const QString& plain);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

 protected:
    QVariant loadResource(int type, const QUrl& name) override;
    void wheelEvent(QWheelEvent* event) override;
    void changeEvent(QEvent* event) override;

 private:
    void fitHeight();
    void shapeParagraphs();

    QString markdown_;
    int naturalWidth_ = 0;  // of plain text, 0: as wide as there is room
};

}  // namespace floe
