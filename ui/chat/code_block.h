// Code of an answer: a frame with its language, a monospaced font, and a button that copies it.
#pragma once

#include <QFrame>

class QLabel;
class QPlainTextEdit;
class QPushButton;

namespace floe {

class CodeBlock : public QFrame {
    Q_OBJECT
 public:
    explicit CodeBlock(QWidget* parent = nullptr);

    /// Only what was appended is laid out.
    void setCode(const QString& code, const QString& language);
    QString code() const { return code_; }

 protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

 private:
    void fitHeight();
    void copy();

    QLabel* language_;
    QPushButton* copy_;
    QPlainTextEdit* text_;
    QString code_;
};

}  // namespace floe
