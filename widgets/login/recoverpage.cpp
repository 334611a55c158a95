#include "widgets/login/recoverpage.h"

#include "widgets/common/inputs.h"
#include "widgets/common/messagebar.h"

#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace idcounter {

namespace {

constexpr int columnWidth = 620;

} // namespace

RecoverPage::RecoverPage(LogIn &login, QWidget *parent)
    : Page(parent)
    , m_login(login)
    , m_title(new QLabel)
    , m_text(new QLabel)
    , m_message(new MessageBar)
    , m_first(lineEdit(u"recoverFirst"_s))
    , m_second(lineEdit(u"recoverSecond"_s))
    , m_name(lineEdit(u"recoverLogin"_s))
    , m_passphrase(lineEdit(u"recoverPassphrase"_s, true))
    , m_repeated(lineEdit(u"recoverRepeated"_s, true))
    , m_back(new QPushButton)
    , m_open(new QPushButton)
{
    m_title->setProperty("role", u"title"_s);
    m_text->setWordWrap(true);
    m_back->setObjectName(u"recoverBack"_s);
    m_open->setObjectName(u"recoverOpen"_s);
    m_open->setProperty("role", u"primary"_s);
    for (QWidget *input : QList<QWidget *>{m_first, m_second, m_name, m_passphrase, m_repeated})
        m_labels << m_rows.add(input);
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(m_back);
    buttons->addStretch();
    buttons->addWidget(m_open);
    auto *box = new QWidget;
    box->setFixedWidth(columnWidth);
    auto *column = new QVBoxLayout(box);
    column->addWidget(m_title);
    column->addWidget(m_message);
    column->addWidget(m_text);
    column->addSpacing(8);
    column->addLayout(m_rows.layout());
    column->addSpacing(12);
    column->addLayout(buttons);
    auto *outer = new QVBoxLayout(this);
    outer->addStretch(1);
    outer->addWidget(box, 0, Qt::AlignHCenter);
    outer->addStretch(2);

    connect(m_back, &QPushButton::clicked, this, &RecoverPage::done);
    connect(m_open, &QPushButton::clicked, this, &RecoverPage::submit);
    connect(m_repeated, &QLineEdit::returnPressed, this, &RecoverPage::submit);
    connect(&m_login, &LogIn::recovered, this, &RecoverPage::done);
    connect(&m_login, &LogIn::failed, this, [this](const Error &error) {
        if (isVisible())
            m_message->show(error);
    });
    retranslate();
}

void RecoverPage::showEvent(QShowEvent *event)
{
    Page::showEvent(event);
    m_message->clear();
    for (QLineEdit *edit : {m_first, m_second, m_name, m_passphrase, m_repeated})
        edit->clear();
    m_first->setFocus();
}

void RecoverPage::submit()
{
    m_message->clear();
    const bool equal = m_passphrase->text() == m_repeated->text();
    m_rows.setProblem(m_repeated, equal ? QString() : tr("The two passphrases differ."));
    if (equal)
        m_login.recover({m_first->text(), m_second->text()}, m_name->text(), m_passphrase->text());
}

QString RecoverPage::help() const
{
    return tr(
        "Both parts of the recovery key, as they were printed when the station was set up, and a new passphrase for a "
        "supervisor. The key stays valid.");
}

void RecoverPage::retranslate()
{
    m_title->setText(tr("Open the station with its recovery key"));
    m_text->setText(tr("Enter both parts of the key as they were printed when the station was set up, a supervisor's "
                       "log-in, and the passphrase that he will have from now on."));
    const QStringList labels{tr("Part 1"), tr("Part 2"), tr("Supervisor's log-in"), tr("New passphrase"),
                             tr("Passphrase again")};
    for (qsizetype i = 0; i < labels.size(); ++i)
        m_labels[i]->setText(labels[i]);
    m_back->setText(tr("Back"));
    m_open->setText(tr("Set the passphrase"));
}

} // namespace idcounter
