#include "widgets/collection/unclaimedview.h"

#include "widgets/collection/casewords.h"
#include "widgets/collection/standinglist.h"
#include "widgets/common/inputs.h"
#include "widgets/common/messagebar.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

#include <utility>

using namespace Qt::StringLiterals;

namespace idcounter {

UnclaimedView::UnclaimedView(CollectionDesk &desk, LogIn &login, MessageBar &message, QWidget *parent)
    : Page(parent)
    , m_desk(desk)
    , m_login(login)
    , m_message(message)
    , m_title(new QLabel)
    , m_list(new StandingList(u"unclaimedList"_s))
    , m_ending(new QWidget)
    , m_reasonLabel(new QLabel)
    , m_reason(lineEdit(u"endingReasonEdit"_s))
    , m_officerName(lineEdit(u"endingOfficerEdit"_s))
    , m_officerPassphrase(lineEdit(u"endingPassphraseEdit"_s, true))
    , m_handBack(new QPushButton)
    , m_destroy(new QPushButton)
    , m_hint(new QLabel)
{
    m_title->setObjectName(u"unclaimedTitle"_s);
    m_title->setProperty("role", u"title"_s);
    m_hint->setProperty("role", u"muted"_s);
    m_hint->setWordWrap(true);
    m_handBack->setObjectName(u"handBackButton"_s);
    m_destroy->setObjectName(u"destroyButton"_s);
    m_reasonLabel->setBuddy(m_reason);
    m_ending->setEnabled(m_desk.counter().isSupervisor());
    auto *row = new QHBoxLayout(m_ending);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(m_reasonLabel);
    row->addWidget(m_reason, 2);
    row->addWidget(m_officerName, 1);
    row->addWidget(m_officerPassphrase, 1);
    row->addWidget(m_handBack);
    row->addWidget(m_destroy);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_title);
    column->addWidget(m_list, 1);
    column->addWidget(m_hint);
    column->addWidget(m_ending);

    connect(&m_desk, &CollectionDesk::unclaimedChanged, this, &UnclaimedView::fill);
    connect(&m_desk, &CaseWork::moved, this, [this](const Standing &standing) {
        if (std::exchange(m_moving, QUuid()) == standing.accepted.id) {
            m_reason->clear();
            m_message.show(MessageBar::Kind::Ok,
                           tr("The end of the card of %1 is recorded.").arg(standing.accepted.form.applicant.name));
        }
        m_desk.refreshUnclaimed();
    });
    connect(m_handBack, &QPushButton::clicked, this, [this] { ask(Ending::HandBack); });
    connect(m_destroy, &QPushButton::clicked, this, [this] { ask(Ending::Destroy); });
    connect(&m_login, &LogIn::confirmed, this, [this](const Person &person) {
        if (const auto asked = std::exchange(m_asked, nullptr)) // else by another page
            asked(person);
    });
    connect(&m_login, &LogIn::failed, this, [this](const Error &error) {
        if (std::exchange(m_asked, nullptr))
            m_message.show(error);
    });
    retranslate();
}

void UnclaimedView::showEvent(QShowEvent *event)
{
    Page::showEvent(event);
    m_asked = nullptr;
    m_desk.refreshUnclaimed();
    m_list->setFocus();
}

void UnclaimedView::ask(Ending ending)
{
    const auto chosen = m_list->chosen();
    if (!chosen)
        return;
    m_message.clear();
    m_asked = [this, ending, standing = *chosen, reason = m_reason->text().trimmed()](const Person &person) {
        m_moving = standing.accepted.id;
        if (ending == Ending::HandBack)
            m_desk.handBack(standing, person.login, reason);
        else
            m_desk.destroy(standing, person.login, reason);
    };
    m_login.confirm(m_officerName->text(), m_officerPassphrase->text());
    m_officerPassphrase->clear();
}

void UnclaimedView::fill()
{
    m_list->setStandings(m_desk.unclaimed());
    const int count = int(m_desk.unclaimed().size());
    m_title->setText(count > 0 ? tr("%n card(s) that nobody fetched", nullptr, count)
                               : tr("Cards that nobody fetched"));
    m_handBack->setEnabled(count > 0);
    m_destroy->setEnabled(count > 0);
}

void UnclaimedView::retranslate()
{
    const auto phone = [](const Standing &one) { return words::groupedPhone(one.accepted.form.delivery.phone); };
    m_list->setColumns(
        {{tr("Box – slot"), [](const Standing &one) { return words::placeOf(one.progress); }, true},
         {tr("Name"), [](const Standing &one) { return one.accepted.form.applicant.name; }},
         {tr("Citizen number"), &words::maskedNumberOf},
         {tr("Telephone"), phone},
         {tr("Told on"), [](const Standing &one) { return one.progress.notifiedOn.toString(Qt::ISODate); }},
         {tr("Unclaimed since"), [](const Standing &one) { return words::dayOf(one.progress.since); }}});
    m_list->setAccessibleName(tr("Cards that nobody fetched"));
    m_list->setEmptyText(tr("Cards that nobody fetched in the days the station has set will be here."));
    m_hint->setText(
        m_desk.counter().isSupervisor()
            ? tr("Until its end a card may still be handed out. Mark one; a second officer confirms its end "
                 "with his own log-in.")
            : tr("Until its end a card may still be handed out. A supervisor and a second officer end it."));
    m_reasonLabel->setText(tr("&Reason"));
    m_officerName->setPlaceholderText(tr("Colleague's log-in"));
    m_officerName->setAccessibleName(tr("Colleague's log-in"));
    m_officerPassphrase->setPlaceholderText(tr("Colleague's passphrase"));
    m_officerPassphrase->setAccessibleName(tr("Colleague's passphrase"));
    m_handBack->setText(tr("&Hand back to the county"));
    m_destroy->setText(tr("De&stroyed"));
    fill();
}

} // namespace idcounter
