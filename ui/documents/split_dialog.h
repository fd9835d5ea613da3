// Which pages of a bill begin a bill of their own, with small pictures of them.
#pragma once

#include <QDialog>
#include <QImage>
#include <QSet>

#include "app/extraction/bill.h"

class QLabel;
class QListWidget;
class QPushButton;

namespace floe {

class SplitDialog : public QDialog {
    Q_OBJECT
 public:
    SplitDialog(const QString& name, int pages, QWidget* parent = nullptr);

    QVector<int> starts() const;  // pages from 0, without the first
    /// Answers thumbnailWanted; null where the page cannot be drawn.
    void showThumbnail(int page, const QImage& picture);
    static double thumbnailScale();  // pixels a point

 signals:
    void pageLookedAt(int page);     // the one that the keyboard or the mouse is on
    void thumbnailWanted(int page);  // one at a time, only for pages that are in sight

 private:
    void say();
    void wantNext();

    QListWidget* list_;
    QLabel* outcome_;
    QPushButton* split_;
    QSet<int> drawn_;   // pages that have their picture, or get none
    int waiting_ = -1;  // the page whose picture was wanted
};

}  // namespace floe
