#pragma once

#include "app/workflow/desk.h"
#include "widgets/office.h"

#include <QMainWindow>
#include <QPointer>
#include <QTimer>

#include <memory>
#include <optional>

class QLabel;
class QLineEdit;
class QPushButton;
class QStackedWidget;

namespace idcounter {

class DeviceStrip;
class FirstStartPage;
class BookingPages;
class DayStart;
class DayStartPage;
class HomePage;
class IdentityPage;
class IdentitySearch;
class Language;
class LifePages;
class LogInPage;
class RecoveryKeyPage;
class RecoverPage;
class ReportPage;
class SearchPage;
class SetUpPage;
class StationPage;
class WalkIn;
class WalkInView;

// The window: who is logged in decides what it shows; the bar on top leads between the pages, the strip at the foot shows
// the devices. Locks itself when nobody touches it, and keeps the case as it is.
class MainWindow : public QMainWindow
{
    Q_OBJECT

public:
    using DeviceMaker = std::function<Devices(const Station &)>;

    // The devices are made when somebody logs in, and not before: the log-in waits for none of them.
    MainWindow(Entrance entrance, DeviceMaker devices, Language &language);
    ~MainWindow() override;

    WalkInView *walkInView() const { return m_walkIn; } // the case that is open; null when none is
    // Who is at the counter; nobody before the first log-in.
    std::optional<Counter> counter() const
    {
        return m_office ? std::optional(m_office->counter(m_token)) : std::nullopt;
    }

protected:
    void changeEvent(QEvent *event) override;
    void closeEvent(QCloseEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QWidget *bar();
    void addActions();
    void followLogIn();
    void beginWork();
    void endWork();
    void newCase(const QString &number = {});
    void openCase(const Draft &draft);
    void showCase(std::unique_ptr<WalkIn> walkIn);
    void showPage(QWidget *page);
    void closeCase(const std::function<void()> &then);
    void showHome();
    void showHelp();
    void logOut();
    void search();
    void showPersonMenu();
    void showLifeMenu();
    void showIdentityTasks();
    void printRecoveryKey(const RecoveryKey &key);
    void retranslate();
    bool isWorking() const { return m_home != nullptr; }

    const Entrance m_entrance;
    const DeviceMaker m_makeDevices;
    std::optional<Office> m_office; // from the first log-in on
    Language &m_language;
    const QUuid m_token = QUuid::createUuid(); // of this program, for the drafts it has open
    QTimer m_idleTimer{this};
    std::unique_ptr<Desk> m_desk;
    std::unique_ptr<IdentitySearch> m_identitySearch;
    std::unique_ptr<DayStart> m_dayStartTest;
    std::unique_ptr<LifePages> m_life;
    std::unique_ptr<BookingPages> m_booking;
    QWidget *m_bar = nullptr;
    QStackedWidget *m_stack;
    FirstStartPage *m_firstStart;
    SetUpPage *m_setUp;
    RecoveryKeyPage *m_recovery;
    LogInPage *m_logIn;
    RecoverPage *m_recover;
    DeviceStrip *m_strip = nullptr;
    HomePage *m_home = nullptr;
    SearchPage *m_searchPage = nullptr;
    ReportPage *m_report = nullptr;
    StationPage *m_station = nullptr;
    IdentityPage *m_identity = nullptr;
    DayStartPage *m_dayStart = nullptr;
    WalkInView *m_walkIn = nullptr;
    QPointer<QWidget> m_shown; // before the lock
    QPushButton *m_homeButton;
    QPushButton *m_newButton;
    QPushButton *m_draftsButton;
    QPushButton *m_reviewButton;
    QPushButton *m_collectionButton;
    QPushButton *m_lifeButton;
    QPushButton *m_reportButton;
    QPushButton *m_stationButton;
    QPushButton *m_identityButton;
    QLineEdit *m_search;
    QPushButton *m_person;
    QPushButton *m_languageButton;
    QLabel *m_title;
    std::function<void()> m_leaveThen; // what follows when the case that is open has been left
    bool m_closing = false;
};

} // namespace idcounter
