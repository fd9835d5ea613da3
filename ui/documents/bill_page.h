// The page of one bill: its picture on the left, its form on the right, and what is happening to it.
#pragma once

#include <QWidget>

#include "app/extraction/bills.h"

class QLabel;
class QPushButton;
class QSplitter;
class QStackedWidget;
class QToolButton;

namespace floe {

class BillForm;
class BillFormModel;
class CheckListModel;
class EmptyState;
class LinesModel;
class PagePanel;
class PageView;
class Sentence;

/// Shows models, sends wishes; knows no service.
class BillPage : public QWidget {
    Q_OBJECT
 public:
    BillPage(BillFormModel* fields, LinesModel* lines, CheckListModel* checks, QWidget* parent = nullptr);

    void showNone();                      // no bill: what to do
    void showBill(const BillInfo& bill);  // another bill, or the same in another state
    void showExtraction(const Extraction& extraction);
    void showPicture(int page, double pixelsPerPoint, const QImage& picture);
    void sayProblem(const QString& sentence);
    void select(const QString& path);  // lights a field and its place

 signals:
    void openWanted();
    void sampleWanted();
    void pictureWanted(int page, double pixelsPerPoint);
    void cancelWanted(floe::BillId bill);
    void retryWanted(floe::BillId bill);
    void removeWanted(floe::BillId bill);

 private:
    QWidget* makeWorking();
    QWidget* makeFailed();

    BillId bill_ = 0;
    QStackedWidget* whole_;  // empty state, or a bill
    EmptyState* empty_;
    QLabel* title_;
    QToolButton* remove_;
    Sentence* problem_;
    QSplitter* split_;
    PagePanel* picture_;
    QStackedWidget* side_;  // form, working, failed
    BillForm* form_;
    QLabel* workingText_;
    EmptyState* failed_;
};

}  // namespace floe
