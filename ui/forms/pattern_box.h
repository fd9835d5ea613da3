// A pattern to type, explained in plain words, with examples to take.
#pragma once

#include <QWidget>

class QLineEdit;
class QPushButton;

namespace floe {

class PatternBox : public QWidget {
    Q_OBJECT
 public:
    explicit PatternBox(QWidget* parent = nullptr);

    QString pattern() const;
    void setPattern(const QString& pattern);  // says nothing
    void setCanChange(bool can);

 signals:
    void edited();
    void left();  // typing there is over

 private:
    QLineEdit* line_;
    QPushButton* examples_;
};

}  // namespace floe
