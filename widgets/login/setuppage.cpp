#include "widgets/login/setuppage.h"

#include "app/texts/texts.h"
#include "widgets/common/inputs.h"
#include "widgets/common/messagebar.h"

#include <QCheckBox>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace idcounter {

namespace {

constexpr int columnWidth = 620;
constexpr qint64 receiptsOfABook = 10'000;

} // namespace

SetUpPage::SetUpPage(LogIn &login, QWidget *parent)
    : Page(parent)
    , m_login(login)
    , m_title(new QLabel)
    , m_message(new MessageBar)
    , m_name(lineEdit(u"stationName"_s))
    , m_code(lineEdit(u"stationCode"_s))
    , m_issuer(lineEdit(u"stationIssuer"_s))
    , m_remote(new QCheckBox)
    , m_receipts(lineEdit(u"receiptPrefix"_s))
    , m_person(lineEdit(u"supervisorName"_s))
    , m_loginName(lineEdit(u"supervisorLogin"_s))
    , m_passphrase(lineEdit(u"supervisorPassphrase"_s, true))
    , m_repeated(lineEdit(u"supervisorRepeated"_s, true))
    , m_back(new QPushButton)
    , m_create(new QPushButton)
{
    m_title->setProperty("role", u"title"_s);
    m_remote->setObjectName(u"remoteArea"_s);
    m_back->setObjectName(u"setUpBack"_s);
    m_create->setObjectName(u"setUpCreate"_s);
    m_create->setProperty("role", u"primary"_s);
    m_code->setMaxLength(9);
    for (QWidget *input : QList<QWidget *>{m_name, m_code, m_issuer, m_remote, m_receipts, m_person, m_loginName,
                                           m_passphrase, m_repeated})
        m_labels << m_rows.add(input);

    auto *buttons = new QHBoxLayout;
    buttons->addWidget(m_back);
    buttons->addStretch();
    buttons->addWidget(m_create);
    auto *column = new QVBoxLayout;
    column->addWidget(m_title);
    column->addWidget(m_message);
    column->addLayout(m_rows.layout());
    column->addSpacing(12);
    column->addLayout(buttons);
    auto *box = new QWidget;
    box->setLayout(column);
    box->setFixedWidth(columnWidth);
    auto *outer = new QVBoxLayout(this);
    outer->addStretch(1);
    outer->addWidget(box, 0, Qt::AlignHCenter);
    outer->addStretch(2);

    connect(m_back, &QPushButton::clicked, this, &SetUpPage::cancelled);
    connect(m_create, &QPushButton::clicked, this, &SetUpPage::submit);
    connect(&m_login, &LogIn::failed, this, [this](const Error &error) {
        if (isVisible())
            m_message->show(error);
    });
    retranslate();
}

StationPlan SetUpPage::plan() const
{
    return {.name = m_name->text(),
            .unitCode = m_code->text(),
            .issuer = m_issuer->text(),
            .remoteArea = m_remote->isChecked(),
            .login = m_loginName->text(),
            .personName = m_person->text(),
            .passphrase = m_passphrase->text(),
            .receiptPrefix = m_receipts->text(),
            .firstReceipt = 1,
            .lastReceipt = receiptsOfABook};
}

void SetUpPage::submit()
{
    const bool equal = m_passphrase->text() == m_repeated->text();
    m_rows.setProblem(m_repeated, equal ? QString() : tr("The two passphrases differ."));
    if (!equal)
        return;
    m_login.setUp(plan());
    m_passphrase->clear();
    m_repeated->clear();
}

QString SetUpPage::help() const
{
    return tr(
        "The station code is the first nine digits of the unit code; acceptance numbers begin with it. Nobody can look "
        "up "
        "the supervisor's passphrase later: besides it only the recovery key of the next page opens the station.");
}

void SetUpPage::retranslate()
{
    m_title->setText(tr("Set up the station"));
    const QStringList labels{tr("Name of the station"),
                             tr("Station code (9 digits)"),
                             tr("Issuing authority"),
                             tr("Difficult transport"),
                             tr("Letters before receipt numbers"),
                             tr("Supervisor's name"),
                             tr("Supervisor's log-in"),
                             tr("Passphrase"),
                             tr("Passphrase again")};
    for (qsizetype i = 0; i < labels.size(); ++i)
        m_labels[i]->setText(labels[i]);
    m_remote->setText(tr("The law allows 30 days more"));
    m_back->setText(tr("Back"));
    m_create->setText(tr("Create the station"));
}

RecoveryKeyPage::RecoveryKeyPage(QWidget *parent)
    : Page(parent)
    , m_message(new MessageBar)
    , m_title(new QLabel)
    , m_text(new QLabel)
    , m_first(new QLabel)
    , m_second(new QLabel)
    , m_print(new QPushButton)
    , m_kept(new QCheckBox)
    , m_go(new QPushButton)
{
    m_title->setProperty("role", u"title"_s);
    m_text->setWordWrap(true);
    for (QLabel *part : {m_first, m_second}) {
        part->setTextInteractionFlags(Qt::TextSelectableByKeyboard | Qt::TextSelectableByMouse);
        part->setWordWrap(true);
    }
    m_first->setObjectName(u"recoveryFirst"_s);
    m_second->setObjectName(u"recoverySecond"_s);
    m_print->setObjectName(u"recoveryPrint"_s);
    m_kept->setObjectName(u"recoveryKept"_s);
    m_go->setObjectName(u"recoveryDone"_s);
    m_go->setProperty("role", u"primary"_s);
    m_go->setEnabled(false);
    auto *column = new QVBoxLayout;
    for (QWidget *widget : QList<QWidget *>{m_message, m_title, m_text, m_first, m_second, m_print, m_kept, m_go}) {
        column->addWidget(widget);
        column->addSpacing(8);
    }
    auto *box = new QWidget;
    box->setLayout(column);
    box->setFixedWidth(columnWidth);
    auto *outer = new QVBoxLayout(this);
    outer->addStretch(1);
    outer->addWidget(box, 0, Qt::AlignHCenter);
    outer->addStretch(2);
    connect(m_print, &QPushButton::clicked, this, [this] { Q_EMIT printAsked(m_key); });
    connect(m_kept, &QCheckBox::toggled, m_go, &QPushButton::setEnabled);
    connect(m_go, &QPushButton::clicked, this, [this] {
        setKey({});
        Q_EMIT done();
    });
    retranslate();
}

void RecoveryKeyPage::showPrinted(const Result<void> &printed)
{
    if (printed)
        m_message->show(MessageBar::Kind::Ok, tr("Both parts were printed."));
    else
        m_message->show(printed.error());
}

void RecoveryKeyPage::setKey(const RecoveryKey &key)
{
    m_key = key;
    m_kept->setChecked(false);
    retranslate();
}

QString RecoveryKeyPage::help() const
{
    return tr("Whoever has both parts of the key can open the station. Print them, seal them and keep them apart: they "
              "are not shown again.");
}

void RecoveryKeyPage::retranslate()
{
    m_title->setText(tr("Recovery key"));
    m_text->setText(
        tr("If nobody can log in any more, these two parts together open the station. They are shown this once. "
           "Print them and keep each in another safe: one part alone is worthless."));
    m_first->setText(tr("Part 1: %1").arg(m_key.first));
    m_second->setText(tr("Part 2: %1").arg(m_key.second));
    m_print->setText(tr("Print both parts"));
    m_kept->setText(tr("Both parts are kept safely"));
    m_go->setText(tr("Go to the log-in"));
}

} // namespace idcounter
