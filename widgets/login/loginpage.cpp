#include "widgets/login/loginpage.h"

#include "widgets/common/messagebar.h"

#include <QGridLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace idcounter {

namespace {

constexpr int boxWidth = 440;

} // namespace

LogInPage::LogInPage(LogIn &login, QWidget *parent)
    : Page(parent)
    , m_login(login)
    , m_title(new QLabel)
    , m_message(new MessageBar)
    , m_nameLabel(new QLabel)
    , m_name(new QLineEdit)
    , m_passphraseLabel(new QLabel)
    , m_passphrase(new QLineEdit)
    , m_go(new QPushButton)
    , m_other(new QPushButton)
    , m_recover(new QPushButton)
    , m_practice(new QWidget)
    , m_practiceTitle(new QLabel)
{
    m_title->setProperty("role", u"title"_s);
    m_name->setObjectName(u"loginName"_s);
    m_passphrase->setObjectName(u"loginPassphrase"_s);
    m_passphrase->setEchoMode(QLineEdit::Password);
    m_go->setObjectName(u"loginButton"_s);
    m_go->setProperty("role", u"primary"_s);
    m_other->setObjectName(u"otherPersonButton"_s);
    m_recover->setObjectName(u"recoverButton"_s);
    for (QPushButton *button : {m_other, m_recover})
        button->setProperty("role", u"flat"_s);
    m_nameLabel->setBuddy(m_name);
    m_passphraseLabel->setBuddy(m_passphrase);
    m_practiceTitle->setProperty("role", u"muted"_s);
    m_practiceTitle->setWordWrap(true);

    auto *practiceColumn = new QVBoxLayout(m_practice);
    practiceColumn->setContentsMargins(0, 16, 0, 0);
    practiceColumn->addWidget(m_practiceTitle);
    for (const PracticeLogin &one : LogIn::practiceLogins()) {
        auto *button = new QPushButton;
        button->setObjectName(u"practiceLogin_"_s + one.login);
        connect(button, &QPushButton::clicked, this, [this, one] { useLogin(one); });
        practiceColumn->addWidget(button);
        m_practiceButtons << button;
    }

    auto *grid = new QGridLayout;
    grid->setVerticalSpacing(8);
    grid->addWidget(m_title, 0, 0, 1, 2);
    grid->addWidget(m_message, 1, 0, 1, 2);
    grid->addWidget(m_nameLabel, 2, 0);
    grid->addWidget(m_name, 2, 1);
    grid->addWidget(m_passphraseLabel, 3, 0);
    grid->addWidget(m_passphrase, 3, 1);
    grid->addWidget(m_go, 4, 1);
    grid->addWidget(m_other, 5, 1);
    grid->addWidget(m_recover, 6, 1);
    grid->addWidget(m_practice, 7, 0, 1, 2);
    auto *box = new QWidget;
    box->setLayout(grid);
    box->setFixedWidth(boxWidth);
    auto *outer = new QVBoxLayout(this);
    outer->addStretch(1);
    outer->addWidget(box, 0, Qt::AlignHCenter);
    outer->addStretch(2);

    connect(m_other, &QPushButton::clicked, this, &LogInPage::otherPersonAsked);
    connect(m_recover, &QPushButton::clicked, this, &LogInPage::recoveryAsked);
    connect(m_go, &QPushButton::clicked, this, &LogInPage::submit);
    connect(m_name, &QLineEdit::returnPressed, m_passphrase, qOverload<>(&QWidget::setFocus));
    connect(m_passphrase, &QLineEdit::returnPressed, this, &LogInPage::submit);
    connect(&m_login, &LogIn::failed, this, [this](const Error &error) {
        if (!isVisible())
            return;
        m_message->show(error);
        m_passphrase->setFocus();
    });
    connect(&m_login, &LogIn::stateChanged, this,
            [this](LogIn::State state) { m_go->setEnabled(state != LogIn::State::Working); });
    retranslate();
}

void LogInPage::prepare()
{
    const bool locked = m_login.state() == LogIn::State::Locked;
    m_message->clear();
    m_passphrase->clear();
    if (locked)
        m_name->setText(m_login.person().login);
    else if (m_name->isReadOnly())
        m_name->clear(); // of who locked
    m_name->setReadOnly(locked);
    m_practice->setVisible(m_login.station().practice);
    const QList<PracticeLogin> logins = LogIn::practiceLogins();
    for (qsizetype i = 0; i < logins.size(); ++i) // only who locked may unlock
        m_practiceButtons[i]->setVisible(!locked || logins[i].login == m_login.person().login);
    m_other->setVisible(locked);
    m_recover->setVisible(!locked && !m_login.station().practice);
    retranslate();
    (m_name->text().isEmpty() ? m_name : m_passphrase)->setFocus();
}

void LogInPage::show(const Error &error)
{
    m_message->show(error);
}

void LogInPage::submit()
{
    m_message->clear();
    m_login.logIn(m_name->text(), m_passphrase->text());
    m_passphrase->clear();
}

void LogInPage::useLogin(const PracticeLogin &login)
{
    if (!m_name->isReadOnly())
        m_name->setText(login.login);
    m_passphrase->setText(login.passphrase);
    submit();
}

QString LogInPage::help() const
{
    return tr("Log-in name and passphrase. After a lock the case is where it was left.\n\n"
              "Who forgot the passphrase asks a supervisor for a new log-in. Where nobody can log in any more, the "
              "recovery key opens the station.");
}

void LogInPage::retranslate()
{
    const bool locked = m_login.state() == LogIn::State::Locked;
    m_title->setText(locked ? tr("Locked. The case is kept as it is.") : m_login.station().name);
    m_nameLabel->setText(tr("Log-in &name"));
    m_passphraseLabel->setText(tr("&Passphrase"));
    m_go->setText(locked ? tr("Unlock") : tr("Log in"));
    m_other->setText(tr("Another person: keep the case as a draft"));
    m_recover->setText(tr("Nobody can log in any more…"));
    m_practiceTitle->setText(tr("This is a practice station. Click to log in as:"));
    const auto logins = LogIn::practiceLogins();
    for (qsizetype i = 0; i < logins.size(); ++i) {
        const QString role = logins[i].role == Role::Supervisor ? tr("supervisor") : tr("clerk");
        m_practiceButtons[i]->setText(tr("%1, %2 (%3 / %4)", "name, role (log-in / passphrase)")
                                          .arg(logins[i].name, role, logins[i].login, logins[i].passphrase));
    }
}

} // namespace idcounter
