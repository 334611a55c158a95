#include "widgets/receipt/calllist.h"

#include "widgets/collection/casewords.h"
#include "widgets/collection/standinglist.h"
#include "widgets/collection/waybox.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace idcounter {

CallList::CallList(ReceiptDesk &desk, QWidget *parent)
    : Page(parent)
    , m_desk(desk)
    , m_list(new StandingList(u"callList"_s))
    , m_phone(new QLabel)
    , m_wayLabel(new QLabel)
    , m_way(new WayBox(u"callWayBox"_s))
    , m_reached(new QPushButton)
    , m_notReached(new QPushButton)
{
    m_phone->setObjectName(u"callPhone"_s);
    m_phone->setProperty("role", u"large"_s);
    m_phone->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_wayLabel->setBuddy(m_way);
    m_reached->setObjectName(u"reachedButton"_s);
    m_notReached->setObjectName(u"notReachedButton"_s);
    auto *row = new QHBoxLayout;
    row->addWidget(m_wayLabel);
    row->addWidget(m_way);
    row->addStretch();
    row->addWidget(m_notReached);
    row->addWidget(m_reached);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_list, 1);
    column->addWidget(m_phone);
    column->addLayout(row);
    connect(&m_desk, &ReceiptDesk::changed, this, &CallList::fill);
    connect(m_list, &QTableWidget::currentCellChanged, this, [this] {
        const auto chosen = m_list->chosen();
        m_phone->setText(chosen ? u"%1   %2"_s.arg(chosen->accepted.form.applicant.name,
                                                   words::groupedPhone(chosen->accepted.form.delivery.phone))
                                : QString());
    });
    connect(m_list, &StandingList::letterPressed, this, [this](QChar letter) {
        if (letter == u'J' || letter == u'N')
            tell(letter == u'J');
    });
    connect(m_reached, &QPushButton::clicked, this, [this] { tell(true); });
    connect(m_notReached, &QPushButton::clicked, this, [this] { tell(false); });
    retranslate();
}

void CallList::showEvent(QShowEvent *event)
{
    Page::showEvent(event);
    fill();
}

void CallList::tell(bool reached)
{
    if (const auto chosen = m_list->chosen())
        m_desk.tell(*chosen, m_way->way(), reached);
}

void CallList::fill()
{
    m_list->setStandings(m_desk.toTell());
    const bool any = !m_desk.toTell().isEmpty();
    m_reached->setEnabled(any);
    m_notReached->setEnabled(any);
    m_phone->setVisible(any);
}

void CallList::retranslate()
{
    const auto phone = [](const Standing &one) { return words::groupedPhone(one.accepted.form.delivery.phone); };
    const auto called = [](const Standing &one) {
        const int calls = one.progress.notices;
        return calls == 0 ? tr("not yet") : tr("%n time(s)", "called", calls);
    };
    m_list->setColumns({{tr("Name"), [](const Standing &one) { return one.accepted.form.applicant.name; }},
                        {tr("Telephone"), phone},
                        {tr("Called"), called},
                        {tr("Due"),
                         [](const Standing &one) {
                             const QDate next = one.progress.nextNotice;
                             return next.isNull() ? tr("now") : next.toString(Qt::ISODate);
                         }},
                        {tr("Box – slot"), [](const Standing &one) { return words::placeOf(one.progress); }}});
    m_list->setAccessibleName(tr("Citizens to be told today"));
    m_list->setEmptyText(
        tr("Nobody is to be told today. Citizens whose card was put away will be here, and again after "
           "the set days where nobody was reached."));
    m_wayLabel->setText(tr("B&y"));
    m_way->retranslate();
    m_reached->setText(tr("&Reached (J)"));
    m_notReached->setText(tr("N&ot reached (N)"));
    fill();
}

} // namespace idcounter
