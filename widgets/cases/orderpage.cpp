#include "widgets/cases/orderpage.h"

#include "widgets/collection/casewords.h"
#include "widgets/collection/standinglist.h"
#include "widgets/collection/waybox.h"
#include "widgets/common/asktext.h"
#include "widgets/common/messagebar.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace idcounter {

OrderPage::OrderPage(OrderDesk &desk, QWidget *parent)
    : Page(parent)
    , m_desk(desk)
    , m_message(new MessageBar)
    , m_title(new QLabel)
    , m_list(new StandingList(u"orderList"_s))
    , m_phone(new QLabel)
    , m_wayLabel(new QLabel)
    , m_way(new WayBox(u"orderWayBox"_s))
    , m_remind(new QPushButton)
    , m_cash(new QPushButton)
    , m_other(new QPushButton)
{
    m_title->setProperty("role", u"title"_s);
    m_phone->setObjectName(u"orderPhone"_s);
    m_phone->setProperty("role", u"large"_s);
    m_phone->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_wayLabel->setBuddy(m_way);
    m_remind->setObjectName(u"orderRemindButton"_s);
    m_cash->setObjectName(u"orderCashButton"_s);
    m_other->setObjectName(u"orderOtherButton"_s);
    layOut();
    connect(&m_desk, &OrderDesk::changed, this, &OrderPage::fill);
    connect(&m_desk, &CaseWork::moved, this, [this] {
        m_message->clear();
        m_desk.refresh();
    });
    connect(&m_desk, &CaseWork::failed, m_message, qOverload<const Error &>(&MessageBar::show));
    connect(m_list, &QTableWidget::currentCellChanged, this, &OrderPage::showChosen);
    connect(m_list, &StandingList::opened, this,
            [this](const Standing &standing) { Q_EMIT caseAsked(standing.accepted.id); });
    connect(m_remind, &QPushButton::clicked, this, &OrderPage::remind);
    connect(m_cash, &QPushButton::clicked, this, [this] {
        if (const auto chosen = m_list->chosen())
            m_desk.pay(*chosen, PaymentMethod::Cash, {});
    });
    connect(m_other, &QPushButton::clicked, this, &OrderPage::askReference);
    retranslate();
}

void OrderPage::layOut()
{
    auto *row = new QHBoxLayout;
    row->addWidget(m_wayLabel);
    row->addWidget(m_way);
    row->addWidget(m_remind);
    row->addStretch();
    row->addWidget(m_other);
    row->addWidget(m_cash);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(24, 16, 24, 16);
    column->setSpacing(12);
    column->addWidget(m_message);
    column->addWidget(m_title);
    column->addWidget(m_list, 1);
    column->addWidget(m_phone);
    column->addLayout(row);
}

void OrderPage::showEvent(QShowEvent *event)
{
    Page::showEvent(event);
    m_message->clear();
    m_desk.refresh();
    m_list->setFocus();
}

void OrderPage::fill()
{
    m_list->setStandings(m_desk.open());
    showChosen();
}

void OrderPage::showChosen()
{
    const auto chosen = m_list->chosen();
    m_phone->setText(chosen ? u"%1   %2   ¥%3"_s.arg(chosen->accepted.form.applicant.name,
                                                     words::groupedPhone(chosen->accepted.form.delivery.phone),
                                                     chosen->rest().yuan())
                            : QString());
    for (QPushButton *button : {m_remind, m_cash, m_other})
        button->setEnabled(chosen.has_value());
}

void OrderPage::remind()
{
    if (const auto chosen = m_list->chosen())
        m_desk.remind(*chosen, m_way->way());
}

void OrderPage::askReference()
{
    const auto chosen = m_list->chosen();
    if (!chosen)
        return;
    askText(
        this, tr("Paid online or at a bank"), tr("Reference of the payment of ¥%1:").arg(chosen->rest().yuan()),
        [this, standing = *chosen](const QString &reference) {
            m_desk.pay(standing, PaymentMethod::Terminal, reference);
        },
        tr("Paid"));
}

QString OrderPage::help() const
{
    return tr(
        "Fees that were left open as payment orders. Remind the applicant every third day, three times at most; put "
        "down what was paid, in cash or with the reference of the bank. The review waits for the payment; what is not "
        "paid by the day on the slip ends the application by itself, as withdrawn.");
}

void OrderPage::retranslate()
{
    m_title->setText(tr("Payment orders"));
    const auto reminded = [this](const Standing &one) {
        const QString times
            = one.progress.reminders == 0 ? tr("not yet") : tr("%n time(s)", "reminded", one.progress.reminders);
        return m_desk.isToBeReminded(one) ? tr("▲ %1, today again", "how often reminded").arg(times) : times;
    };
    m_list->setColumns(
        {{tr("Name"), [](const Standing &one) { return one.accepted.form.applicant.name; }},
         {tr("Acceptance number"), [](const Standing &one) { return one.accepted.number.grouped(); }},
         {tr("To be paid"), [](const Standing &one) { return tr("¥%1").arg(one.rest().yuan()); }},
         {tr("Until"), [](const Standing &one) { return one.accepted.form.payment.payUntil.toString(Qt::ISODate); }},
         {tr("Reminded"), reminded}});
    m_list->setAccessibleName(m_title->text());
    m_list->setEmptyText(
        tr("No fee is open. Applications that were accepted with a payment order will be here until they "
           "are paid."));
    m_wayLabel->setText(tr("B&y"));
    m_way->retranslate();
    m_remind->setText(tr("&Reminded"));
    m_other->setText(tr("Paid online or at a &bank…"));
    m_cash->setText(tr("Paid in &cash"));
    fill();
}

} // namespace idcounter
