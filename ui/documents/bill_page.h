// The page of one bill: its picture on the left, its form on the right, and what is happening to it.
#pragma once

#include <QWidget>

#include "app/extraction/bills.h"

class QComboBox;
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
class FormSide;
class FormValuesModel;
class InboxBar;
class LinesModel;
class MoreLists;
class PagePanel;
class PageView;
class PasswordBox;
class ReviewBar;
class ReviewModel;
class Sentence;

/// Shows models, sends wishes; knows no service.
class BillPage : public QWidget {
    Q_OBJECT
 public:
    struct Models {
        BillFormModel* fields;
        LinesModel* lines;
        LinesModel* taxes;
        CheckListModel* checks;
        ReviewModel* review;
        FormValuesModel* values;
        MoreLists* moreLists;
    };
    /// A form of the person's own that bills can be looked at through.
    struct FormChoice {
        QString name, label;
        friend bool operator==(const FormChoice& a, const FormChoice& b) = default;
    };
    explicit BillPage(const Models& models, QWidget* parent = nullptr);

    void showNone();                      // no bill: what to do
    void showBill(const BillInfo& bill);  // another bill, or the same in another state
    void showExtraction(const Extraction& extraction);
    void showPicture(int page, double pixelsPerPoint, const QImage& picture);
    void askPassword(const QString& sentence);  // the pages of this bill are locked
    void sayProblem(const QString& sentence);
    void showProgress(const BillsProgress& progress);
    void sayTwin(const QString& sentence);          // the same bill is here twice; empty: it is not
    void setAccounts(const QStringList& accounts);  // that bills are booked to
    void select(const QString& path);               // lights a field and its place
    void turnTo(int page);
    QString selected() const;

    void setForms(const QVector<FormChoice>& forms);
    QString form() const;  // that the bill is looked at through; empty: the bill's own
    void showForm(const FilledForm& form);
    BillId bill() const { return bill_; }

    void setReviewing(bool on);
    bool reviewing() const;
    void goOn();  // to the next value to look at, while reviewing

 signals:
    void openWanted();
    void sampleWanted();
    void pictureWanted(int page, double pixelsPerPoint);
    void cancelWanted(floe::BillId bill);
    void retryWanted(floe::BillId bill);
    void unlockWanted(floe::BillId bill, const QString& password);
    void removeWanted(floe::BillId bill);
    void menuWanted(floe::BillId bill, const QPoint& at);
    void pauseWanted(bool paused);
    void cancelAllWanted();
    void retryFailedWanted();
    void acceptWanted(const QString& path);
    void valueWanted(const QString& path, const QString& value);
    void regionWanted(const QString& path, int page, const QRectF& region);
    void doneWanted();  // this bill is reviewed, show the next one
    void backWanted();
    void twinWanted();  // the same bill beside this one
    void formWanted();  // the values of form() on this bill
    void formExportWanted();
    void formChangeWanted();

 private:
    QWidget* makeWorking();
    void unlock(const QString& password);
    void wantPicture();
    void connectReview();
    void leaveEditor();
    void connectForms();
    void turnToForm();

    BillId bill_ = 0;
    QStackedWidget* whole_;  // empty state, or a bill
    EmptyState* empty_;
    QLabel* title_;
    QComboBox* through_;  // the bill's own form, or one of the person's
    QPushButton* review_;
    QToolButton* more_;
    QToolButton* remove_;
    InboxBar* inbox_;
    ReviewBar* bar_;
    QWidget* twinPart_;
    Sentence* twin_;
    Sentence* problem_;
    QSplitter* split_;
    QStackedWidget* pageSide_;  // the picture, or what asks for the password
    PagePanel* picture_;
    PasswordBox* password_;
    bool tried_ = false;    // a password was given for this bill, and it is not open yet
    QStackedWidget* side_;  // form, working, failed
    BillForm* form_;
    FormSide* own_;
    QVector<FormChoice> forms_;
    QVector<Field> fields_;  // of the bill; those of a form may stand on the page instead
    QLabel* workingText_;
    EmptyState* failed_;
};

}  // namespace floe
