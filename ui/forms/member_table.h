// Which values of each line of the bill a list takes, and what they are called.
#pragma once

#include <QTableWidget>

#include "app/extraction/own_form.h"

namespace floe {

class MemberTable : public QTableWidget {
    Q_OBJECT
 public:
    explicit MemberTable(QWidget* parent = nullptr);

    void show(const OwnField& list);  // says nothing
    using QTableWidget::show;
    const QVector<OwnField>& members() const { return members_; }
    void setCanChange(bool can);

    /// One value of a line, called as the bill's form calls it.
    static OwnField memberOf(const QString& list, const QString& member);

 signals:
    void edited();

 private:
    void take(QTableWidgetItem* item);
    void fill();

    QString list_;  // "lines", "taxes"
    QVector<OwnField> members_;
    bool canChange_ = true, filling_ = false;
};

}  // namespace floe
