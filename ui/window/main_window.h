// The one window: a sidebar, and the pages of chats, bills and models.
#pragma once

#include <QMainWindow>
#include <memory>

class QStackedWidget;

namespace floe {

class Floe;
class NoticeBar;
class SettingsDialog;
class Sidebar;
class DropCover;
enum class Section;

/// Makes the pages and connects them with the app. Lives on the UI thread, shorter than the Floe it shows.
class MainWindow : public QMainWindow {
    Q_OBJECT
 public:
    explicit MainWindow(Floe& floe, QWidget* parent = nullptr);
    ~MainWindow() override;

    void showSection(Section section);

 protected:
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dragLeaveEvent(QDragLeaveEvent* event) override;
    void dropEvent(QDropEvent* event) override;
    void closeEvent(QCloseEvent* event) override;

 private:
    struct Parts;  // item models, pages and wirings
    void addShortcuts();
    void connectParts();
    void askForBills();
    void openSample();
    void openSettings();
    void take(const QStringList& files);

    Floe& floe_;
    Sidebar* sidebar_;
    QStackedWidget* pages_;
    NoticeBar* notices_;
    DropCover* cover_;
    SettingsDialog* settings_ = nullptr;
    std::unique_ptr<Parts> parts_;
};

}  // namespace floe
