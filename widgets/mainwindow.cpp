#include "widgets/mainwindow.h"

#include "app/workflow/daystart.h"
#include "app/workflow/identitysearch.h"
#include "app/workflow/walkin.h"
#include "widgets/booking/bookingpages.h"
#include "widgets/booking/todaybox.h"
#include "widgets/common/devicestrip.h"
#include "widgets/common/help.h"
#include "widgets/common/language.h"
#include "widgets/home/daystartpage.h"
#include "widgets/home/homepage.h"
#include "widgets/home/searchpage.h"
#include "widgets/lifepages.h"
#include "widgets/login/firststartpage.h"
#include "widgets/login/loginpage.h"
#include "widgets/login/recoverpage.h"
#include "widgets/login/setuppage.h"
#include "widgets/supervisor/identitypage.h"
#include "widgets/supervisor/reportpage.h"
#include "widgets/supervisor/settingsdialog.h"
#include "widgets/supervisor/stationpage.h"
#include "widgets/walkin/walkinview.h"

#include <QAction>
#include <QApplication>
#include <QCloseEvent>
#include <QDialog>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPointer>
#include <QPushButton>
#include <QStackedWidget>
#include <QStyle>
#include <QVBoxLayout>

#include <chrono>
#include <utility>

using namespace Qt::StringLiterals;

namespace idcounter {

namespace {

constexpr int barHeight = 48;
constexpr QSize smallest(1100, 620);
constexpr QSize usual(1366, 768);

} // namespace

MainWindow::MainWindow(Entrance entrance, DeviceMaker devices, Language &language)
    : m_entrance(std::move(entrance))
    , m_makeDevices(std::move(devices))
    , m_language(language)
    , m_stack(new QStackedWidget)
    , m_firstStart(new FirstStartPage)
    , m_setUp(new SetUpPage(m_entrance.login))
    , m_recovery(new RecoveryKeyPage)
    , m_logIn(new LogInPage(m_entrance.login))
    , m_recover(new RecoverPage(m_entrance.login))
    , m_homeButton(new QPushButton)
    , m_newButton(new QPushButton)
    , m_draftsButton(new QPushButton)
    , m_reviewButton(new QPushButton)
    , m_collectionButton(new QPushButton)
    , m_lifeButton(new QPushButton)
    , m_reportButton(new QPushButton)
    , m_stationButton(new QPushButton)
    , m_identityButton(new QPushButton)
    , m_search(new QLineEdit)
    , m_person(new QPushButton)
    , m_languageButton(new QPushButton)
    , m_title(new QLabel)
{
    for (QWidget *page : QList<QWidget *>{new QWidget, m_firstStart, m_setUp, m_recovery, m_logIn, m_recover})
        m_stack->addWidget(page);
    auto *central = new QWidget;
    central->setProperty("role", u"window"_s);
    auto *column = new QVBoxLayout(central);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(bar());
    column->addWidget(m_stack, 1);
    setCentralWidget(central);
    setMinimumSize(smallest);
    resize(usual);
    setWindowIcon(QIcon(u":/icons/idcounter.svg"_s));

    addActions();
    connect(&m_entrance.login, &LogIn::stateChanged, this, &MainWindow::followLogIn);
    connect(m_firstStart, &FirstStartPage::practiceChosen, &m_entrance.login, &LogIn::setUpPractice);
    connect(m_firstStart, &FirstStartPage::stationChosen, this, [this] { m_stack->setCurrentWidget(m_setUp); });
    connect(m_setUp, &SetUpPage::cancelled, this, [this] { m_stack->setCurrentWidget(m_firstStart); });
    connect(&m_entrance.login, &LogIn::recoveryKeyMade, this, [this](const RecoveryKey &key) {
        m_recovery->setKey(key);
        m_stack->setCurrentWidget(m_recovery);
    });
    connect(m_recovery, &RecoveryKeyPage::done, this, [this] { followLogIn(); });
    connect(m_recovery, &RecoveryKeyPage::printAsked, this, &MainWindow::printRecoveryKey);
    connect(m_logIn, &LogInPage::recoveryAsked, this, [this] { m_stack->setCurrentWidget(m_recover); });
    connect(m_logIn, &LogInPage::otherPersonAsked, this, &MainWindow::logOut);
    connect(m_recover, &RecoverPage::done, this, [this] {
        m_stack->setCurrentWidget(m_logIn);
        m_logIn->prepare();
    });
    m_idleTimer.setObjectName(u"idleTimer"_s);
    m_idleTimer.setSingleShot(true);
    connect(&m_idleTimer, &QTimer::timeout, &m_entrance.login, &LogIn::lock);
    qApp->installEventFilter(this);
    retranslate();
    followLogIn();
}

MainWindow::~MainWindow()
{
    qApp->removeEventFilter(this);
    // They use what goes before them otherwise.
    delete m_walkIn;
    delete m_dayStart;
    m_life.reset();
    delete m_home;
    m_booking.reset();
}

QWidget *MainWindow::bar()
{
    m_bar = new QWidget;
    m_bar->setProperty("role", u"bar"_s);
    m_bar->setAttribute(Qt::WA_StyledBackground);
    m_bar->setFixedHeight(barHeight);
    m_title->setProperty("role", u"title"_s);
    m_homeButton->setObjectName(u"homeButton"_s);
    m_newButton->setObjectName(u"barNewButton"_s);
    m_draftsButton->setObjectName(u"barDraftsButton"_s);
    m_reviewButton->setObjectName(u"barReviewButton"_s);
    m_collectionButton->setObjectName(u"barCollectionButton"_s);
    m_lifeButton->setObjectName(u"barLifeButton"_s);
    m_reportButton->setObjectName(u"barReportButton"_s);
    m_stationButton->setObjectName(u"barStationButton"_s);
    m_identityButton->setObjectName(u"barIdentityButton"_s);
    m_search->setObjectName(u"searchEdit"_s);
    m_search->setFixedWidth(150);
    m_search->setClearButtonEnabled(true);
    m_person->setObjectName(u"personButton"_s);
    m_languageButton->setObjectName(u"languageButton"_s);
    auto *row = new QHBoxLayout(m_bar);
    row->setContentsMargins(16, 0, 8, 0);
    row->setSpacing(2);
    row->addWidget(m_title);
    row->addSpacing(8);
    for (QPushButton *button : {m_homeButton, m_newButton, m_draftsButton, m_reviewButton, m_collectionButton,
                                m_lifeButton, m_reportButton, m_stationButton, m_identityButton}) {
        button->setProperty("role", u"flat"_s);
        row->addWidget(button);
    }
    row->addStretch();
    row->addWidget(m_search);
    for (QPushButton *button : {m_person, m_languageButton}) {
        button->setProperty("role", u"flat"_s);
        row->addWidget(button);
    }
    // Every one of them has a key of its own; the keys stay with the page.
    for (QPushButton *button : m_bar->findChildren<QPushButton *>())
        button->setFocusPolicy(Qt::NoFocus);
    connect(m_homeButton, &QPushButton::clicked, this, [this] { closeCase([this] { showHome(); }); });
    connect(m_newButton, &QPushButton::clicked, this, [this] { newCase(); });
    connect(m_draftsButton, &QPushButton::clicked, this, [this] {
        closeCase([this] {
            showHome();
            m_home->focusDrafts();
        });
    });
    connect(m_reviewButton, &QPushButton::clicked, this, [this] { showPage(m_life->review()); });
    connect(m_collectionButton, &QPushButton::clicked, this, [this] { showPage(m_life->collection()); });
    connect(m_lifeButton, &QPushButton::clicked, this, &MainWindow::showLifeMenu);
    connect(m_reportButton, &QPushButton::clicked, this, [this] { showPage(m_report); });
    connect(m_stationButton, &QPushButton::clicked, this, [this] { showPage(m_station); });
    connect(m_identityButton, &QPushButton::clicked, this, [this] { showPage(m_identity); });
    connect(m_search, &QLineEdit::returnPressed, this, &MainWindow::search);
    connect(m_person, &QPushButton::clicked, this, &MainWindow::showPersonMenu);
    connect(m_languageButton, &QPushButton::clicked, this, [this] {
        const QString other = m_language.following().code;
        m_entrance.preferences.setLanguage(other);
        m_language.use(other);
    });
    return m_bar;
}

void MainWindow::addActions()
{
    const auto add = [this](const QKeySequence &key, auto act) {
        auto *action = new QAction(this);
        action->setShortcut(key);
        connect(action, &QAction::triggered, this, [this, act] {
            if (isWorking() && m_entrance.login.state() == LogIn::State::LoggedIn)
                act();
        });
        addAction(action);
    };
    auto *help = new QAction(this);
    help->setShortcut(Qt::Key_F1);
    connect(help, &QAction::triggered, this, &MainWindow::showHelp);
    addAction(help);
    add(Qt::Key_F2, [this] { newCase(); });
    add(Qt::Key_F3, [this] { m_draftsButton->click(); });
    add(Qt::Key_F4, [this] { m_reviewButton->click(); });
    add(Qt::Key_F5, [this] { showPage(m_life->deadlines()); });
    add(Qt::Key_F6, [this] { m_collectionButton->click(); });
    add(Qt::Key_F11, [this] { showLifeMenu(); });
    add(Qt::Key_F12, [this] { showPage(m_booking->bookings()); });
    add(Qt::Key_F7, [this] { closeCase([this] { showPage(m_dayStart); }); });
    add(Qt::Key_F8, [this] { showPage(m_report); });
    add(Qt::Key_F9, [this] { (new SettingsDialog(*m_office, m_language, this))->open(); });
    add(Qt::CTRL | Qt::Key_F, [this] {
        m_search->setFocus();
        m_search->selectAll();
    });
    add(Qt::Key_F10, [this] { showPersonMenu(); });
    add(Qt::CTRL | Qt::Key_L, [this] { m_entrance.login.lock(); });
    add(Qt::Key_Escape, [this] {
        if (m_walkIn)
            showPage(m_walkIn);
        else
            showHome();
    });
}

// While the counter is locked a page only takes its turn: nothing is shown over the lock.
void MainWindow::showPage(QWidget *page)
{
    if (m_entrance.login.state() == LogIn::State::Locked)
        m_shown = page;
    else
        m_stack->setCurrentWidget(page);
}

void MainWindow::followLogIn()
{
    const LogIn::State state = m_entrance.login.state();
    const bool in = state == LogIn::State::LoggedIn;
    m_bar->setVisible(in);
    if (m_strip)
        m_strip->setVisible(in);
    switch (state) {
    case LogIn::State::Looking:
    case LogIn::State::Working:
        break;
    case LogIn::State::NoStation:
        m_stack->setCurrentWidget(m_firstStart);
        break;
    case LogIn::State::LoggedOut:
        if (isWorking())
            endWork();
        if (m_recovery->isShowing() || m_stack->currentWidget() == m_recover)
            break;
        m_stack->setCurrentWidget(m_logIn);
        m_logIn->prepare();
        break;
    case LogIn::State::Locked:
        // Nothing stays open over the lock.
        for (QDialog *dialog : findChildren<QDialog *>())
            dialog->reject();
        for (QMenu *menu : findChildren<QMenu *>())
            menu->close();
        if (m_stack->currentWidget() != m_logIn)
            m_shown = m_stack->currentWidget();
        m_stack->setCurrentWidget(m_logIn);
        m_logIn->prepare();
        break;
    case LogIn::State::LoggedIn:
        if (!isWorking())
            beginWork();
        else if (m_shown)
            m_stack->setCurrentWidget(m_shown);
        m_shown = nullptr;
        m_idleTimer.start(std::chrono::minutes(m_entrance.preferences.idleMinutes()));
        break;
    case LogIn::State::Failed:
        m_logIn->prepare();
        m_stack->setCurrentWidget(m_logIn);
        m_logIn->show(m_entrance.login.error());
        break;
    }
}

void MainWindow::beginWork()
{
    if (!m_office) {
        m_office.emplace(Office{m_entrance, m_makeDevices(m_entrance.login.station())});
        m_office->scanner.open(); // so that the strip knows whether there is one
        if (m_office->reader)
            m_office->reader->open();
    }
    if (!m_strip) {
        m_strip = new DeviceStrip(*m_office);
        centralWidget()->layout()->addWidget(m_strip);
        m_strip->show();
    }
    m_desk = std::make_unique<Desk>(m_office->counter(m_token));
    m_home = new HomePage(*m_desk, m_entrance.login.station().practice ? m_office->citizens : QList<PracticeCitizen>());
    m_searchPage = new SearchPage(*m_desk);
    const Counter counter = m_office->counter(m_token);
    m_report = new ReportPage(counter, m_office->printer);
    m_station = new StationPage(counter, m_entrance.upkeep);
    m_stationButton->setVisible(counter.isSupervisor());
    m_identitySearch = std::make_unique<IdentitySearch>(counter);
    m_identity = new IdentityPage(*m_identitySearch, counter);
    m_dayStartTest = std::make_unique<DayStart>(counter, m_office->camera, m_office->scanner, m_office->reader,
                                                m_office->printer, DayStart::Limits());
    m_dayStart = new DayStartPage(*m_dayStartTest);
    for (QWidget *page : QList<QWidget *>{m_home, m_searchPage, m_report, m_station, m_identity, m_dayStart})
        m_stack->addWidget(page);
    m_life = std::make_unique<LifePages>(*m_office, counter);
    for (QWidget *page : m_life->pages())
        m_stack->addWidget(page);
    connect(m_life.get(), &LifePages::showAsked, this, [this](QWidget *page) {
        if (m_stack->indexOf(page) < 0)
            m_stack->addWidget(page);
        showPage(page);
    });
    m_booking = std::make_unique<BookingPages>(counter);
    for (QWidget *page : m_booking->pages())
        m_stack->addWidget(page);
    m_home->addBox(new TodayBox(m_booking->desk()));
    connect(m_booking.get(), &BookingPages::showAsked, this, &MainWindow::showPage);
    connect(m_booking.get(), &BookingPages::draftAsked, m_desk.get(), [this](const QUuid &id) { m_desk->openDraft(id); });
    connect(m_identitySearch.get(), &IdentitySearch::changed, this, &MainWindow::showIdentityTasks);
    m_identitySearch->catchUp();
    connect(&m_entrance.upkeep, &Upkeep::failed, m_home, &HomePage::showError);
    connect(m_home, &HomePage::newCaseAsked, this, [this] { newCase(); });
    connect(m_home, &HomePage::citizenAsked, this, &MainWindow::newCase);
    connect(m_home, &HomePage::draftChosen, m_desk.get(), [this](const QUuid &id) { m_desk->openDraft(id); });
    connect(m_desk.get(), &Desk::draftOpened, this, &MainWindow::openCase);
    connect(m_home, &HomePage::caseChosen, m_desk.get(), &Desk::openCase);
    connect(m_report, &ReportPage::figureChosen, this, [this](const Figure &figure, QDate day) {
        if (figure.kind == Figure::Kind::Drafts) {
            m_draftsButton->click();
            return;
        }
        showPage(m_searchPage);
        m_searchPage->showBehind(figure, day);
    });
    connect(m_searchPage, &SearchPage::caseChosen, m_life.get(), &LifePages::openCase);
    connect(m_life.get(), &LifePages::papersAsked, m_desk.get(), &Desk::openCase);
    connect(m_desk.get(), &Desk::caseOpened, this, [this](const Case &accepted) {
        closeCase([this, accepted] {
            showCase(std::make_unique<WalkIn>(m_office->counter(m_token), accepted, m_office->household));
        });
    });
    m_identityButton->hide();
    m_strip->setPractice(m_entrance.login.station().practice);
    m_strip->style()->unpolish(m_strip);
    m_strip->style()->polish(m_strip);
    retranslate();
    showHome();
}

void MainWindow::endWork()
{
    m_stack->setCurrentIndex(0); // else the pages would be shown in turn while they go
    delete m_walkIn;
    m_walkIn = nullptr;
    for (QWidget *page : QList<QWidget *>{m_home, m_searchPage, m_report, m_station, m_identity, m_dayStart})
        delete page;
    m_home = nullptr;
    m_searchPage = nullptr;
    m_report = nullptr;
    m_station = nullptr;
    m_identity = nullptr;
    m_dayStart = nullptr;
    m_shown = nullptr;
    m_life.reset();
    m_booking.reset();
    m_desk.reset();
    m_identitySearch.reset();
    m_dayStartTest.reset();
    m_idleTimer.stop();
}

void MainWindow::newCase(const QString &number)
{
    closeCase([this, number] {
        const Counter counter = m_office->counter(m_token);
        Draft draft = Draft::begin(counter.clock, counter.person.login);
        draft.applicant.issuer = counter.station.issuer;
        openCase(draft);
        if (number.isEmpty())
            return;
        draft.applicant.number = number;
        draft.fillFromNumber();
        m_walkIn->walkIn().setDraft(draft);
    });
}

void MainWindow::openCase(const Draft &draft)
{
    if (m_walkIn && m_walkIn->walkIn().draft().id == draft.id)
        return; // the same draft chosen twice in a hurry
    showCase(std::make_unique<WalkIn>(m_office->counter(m_token), draft, m_office->household));
}

void MainWindow::showCase(std::unique_ptr<WalkIn> walkIn)
{
    delete m_walkIn;
    m_walkIn = new WalkInView(std::move(walkIn), *m_office);
    m_stack->addWidget(m_walkIn);
    connect(&m_walkIn->walkIn(), &WalkIn::accepted, m_identitySearch.get(), &IdentitySearch::catchUp);
    connect(m_walkIn, &WalkInView::nextCitizenAsked, this, [this] { newCase(); });
    connect(m_walkIn, &WalkInView::stayed, this, [this] { m_leaveThen = {}; });
    connect(m_walkIn, &WalkInView::left, this, [this] {
        if (m_leaveThen)
            std::exchange(m_leaveThen, {})();
        else
            closeCase([this] { showHome(); });
    });
    showPage(m_walkIn);
}

// Goes on when the case that is open is saved; a case that cannot be saved stays open and says so.
void MainWindow::closeCase(const std::function<void()> &then)
{
    if (!m_walkIn) {
        then();
        return;
    }
    m_leaveThen = [this, then] {
        m_walkIn->hide();
        m_walkIn->deleteLater();
        m_walkIn = nullptr;
        then();
    };
    m_walkIn->leave();
}

void MainWindow::showHome()
{
    if (m_home)
        showPage(m_home);
}

void MainWindow::search()
{
    if (m_search->text().trimmed().isEmpty())
        return;
    showPage(m_searchPage);
    m_searchPage->search(m_search->text());
}

void MainWindow::showPersonMenu()
{
    auto *menu = new QMenu(this);
    menu->setObjectName(u"personMenu"_s);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addAction(tr("Settings and devices… (F9)"), this,
                    [this] { (new SettingsDialog(*m_office, m_language, this))->open(); });
    if (m_office->counter(m_token).isSupervisor())
        menu->addAction(tr("Station"), this, [this] { showPage(m_station); });
    if (includes(m_entrance.login.person().role, Role::Reviewer))
        menu->addAction(tr("Prints compared"), this, [this] { showPage(m_identity); });
    menu->addAction(tr("Start of the day: test the devices (F7)"), this,
                    [this] { closeCase([this] { showPage(m_dayStart); }); });
    menu->addAction(m_languageButton->text(), m_languageButton, &QPushButton::click);
    menu->addAction(tr("Help for this page (F1)"), this, &MainWindow::showHelp);
    menu->addAction(tr("Lock (Ctrl+L)"), &m_entrance.login, &LogIn::lock);
    menu->addAction(tr("Log out"), this, &MainWindow::logOut)->setObjectName(u"logOutAction"_s);
    menu->popup(m_person->mapToGlobal(QPoint(0, m_person->height())));
}

void MainWindow::showLifeMenu()
{
    auto *menu = new QMenu(this);
    menu->setObjectName(u"lifeMenu"_s);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    m_life->fill(*menu);
    menu->addSeparator();
    m_booking->fill(*menu);
    menu->popup(m_lifeButton->mapToGlobal(QPoint(0, m_lifeButton->height())));
}

// A task shows itself; where there is none the page is in the menu of the person.
void MainWindow::showIdentityTasks()
{
    const int open = int(m_identitySearch->hits().size());
    m_identityButton->setVisible(open > 0 && includes(m_entrance.login.person().role, Role::Reviewer));
    m_identityButton->setText(tr("▲ Prints: %n", nullptr, open));
}

void MainWindow::showHelp()
{
    const auto *page = qobject_cast<const Page *>(m_stack->currentWidget());
    if (page)
        (new HelpDialog(page->help(), this))->open();
}

// After the case has gone, whose last save needs the keys.
void MainWindow::logOut()
{
    closeCase([this] { QMetaObject::invokeMethod(&m_entrance.login, &LogIn::logOut, Qt::QueuedConnection); });
}

void MainWindow::printRecoveryKey(const RecoveryKey &key)
{
    m_entrance.printRecoveryKey(m_entrance.login.station().name, key,
                                [page = QPointer(m_recovery)](const Result<void> &printed) {
                                    if (page)
                                        page->showPrinted(printed);
                                });
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    if (!m_walkIn || m_closing) {
        event->accept();
        return;
    }
    event->ignore();
    closeCase([this] {
        m_closing = true;
        close();
    });
}

// Any key, click or movement puts the lock off.
bool MainWindow::eventFilter(QObject *watched, QEvent *event)
{
    const QEvent::Type type = event->type();
    const bool touched = type == QEvent::KeyPress || type == QEvent::MouseButtonPress || type == QEvent::MouseMove
        || type == QEvent::Wheel || type == QEvent::InputMethod;
    if (touched && m_idleTimer.isActive())
        m_idleTimer.start();
    return QMainWindow::eventFilter(watched, event);
}

void MainWindow::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QMainWindow::changeEvent(event);
}

void MainWindow::retranslate()
{
    setWindowTitle(tr("ID Counter"));
    m_title->setText(tr("ID Counter"));
    m_homeButton->setText(tr("Home"));
    m_newButton->setText(tr("F2 New case"));
    m_draftsButton->setText(tr("F3 Drafts"));
    m_reviewButton->setText(tr("F4 Review"));
    m_collectionButton->setText(tr("F6 Collection"));
    m_lifeButton->setText(tr("F11 Cards ▾"));
    m_reportButton->setText(tr("F8 Daily report"));
    m_stationButton->setText(tr("Station"));
    m_search->setPlaceholderText(tr("Ctrl+F Search…"));
    m_search->setAccessibleName(tr("Search"));
    m_person->setText(tr("F10 %1 ▾").arg(m_entrance.login.person().name));
    m_person->setAccessibleName(tr("Person at the counter: %1").arg(m_entrance.login.person().name));
    m_languageButton->setText(m_language.following().name);
    m_languageButton->setAccessibleName(tr("Change the language"));
    if (m_identitySearch)
        showIdentityTasks();
}

} // namespace idcounter
