#include "widgets/receipt/receiptpage.h"

#include "app/texts/lifetexts.h"
#include "widgets/collection/casewords.h"
#include "widgets/collection/standinglist.h"
#include "widgets/common/messagebar.h"
#include "widgets/receipt/calllist.h"
#include "widgets/receipt/deliveryview.h"
#include "widgets/receipt/storedcards.h"

#include <QAction>
#include <QHBoxLayout>
#include <QPushButton>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <utility>

using namespace Qt::StringLiterals;

namespace idcounter {

ReceiptPage::ReceiptPage(ReceiptDesk &desk, Counter counter, QWidget *parent)
    : Page(parent)
    , m_desk(desk)
    , m_counter(std::move(counter))
    , m_message(new MessageBar)
    , m_delivery(new DeliveryView(desk, *m_message))
    , m_partButtons{new QPushButton, new QPushButton, new QPushButton}
    , m_parts(new QStackedWidget)
    , m_calls(new CallList(desk))
    , m_stored(new StoredCards(desk))
    , m_defective(new StandingList(u"defectiveCards"_s))
{
    auto *sides = new QHBoxLayout;
    sides->setSpacing(24);
    sides->addWidget(m_delivery, 5);
    sides->addWidget(side(), 4);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(24, 12, 24, 12);
    column->addWidget(m_message);
    column->addLayout(sides, 1);

    m_refresh.setSingleShot(true);
    connect(&m_refresh, &QTimer::timeout, &m_desk, &ReceiptDesk::refresh);
    connect(&m_desk, &ReceiptDesk::changed, this, &ReceiptPage::showCounts);
    connect(&m_desk, &CaseWork::moved, this, [this](const Standing &standing) {
        m_refresh.start();
        if (isVisible())
            tellMoved(standing);
    });
    connect(&m_desk, &CaseWork::failed, this, [this](const Error &error) {
        if (isVisible())
            m_message->show(error);
    });
    const auto add = [this](const QKeySequence &key, auto act) {
        auto *action = new QAction(this);
        action->setShortcut(key);
        action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
        connect(action, &QAction::triggered, this, act);
        addAction(action);
    };
    for (const Qt::Key enter : {Qt::Key_Return, Qt::Key_Enter})
        add(Qt::CTRL | enter, [this] { m_delivery->putAway(); });
    for (int part = 0; part < int(m_partButtons.size()); ++part)
        add(Qt::ALT | Qt::Key(Qt::Key_1 + part), [this, part] { turnTo(part); });
    turnTo(0);
    retranslate();
}

QWidget *ReceiptPage::side()
{
    static const QStringList names{u"callPartButton"_s, u"storedPartButton"_s, u"defectivePartButton"_s};
    auto *row = new QHBoxLayout;
    for (std::size_t part = 0; part < m_partButtons.size(); ++part) {
        m_partButtons[part]->setObjectName(names[qsizetype(part)]);
        m_partButtons[part]->setCheckable(true);
        connect(m_partButtons[part], &QPushButton::clicked, this, [this, part] { turnTo(int(part)); });
        row->addWidget(m_partButtons[part]);
    }
    row->addStretch();
    m_parts->addWidget(m_calls);
    m_parts->addWidget(m_stored);
    m_parts->addWidget(m_defective);
    auto *side = new QWidget;
    auto *column = new QVBoxLayout(side);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    column->addLayout(row);
    column->addWidget(m_parts, 1);
    return side;
}

void ReceiptPage::showEvent(QShowEvent *event)
{
    Page::showEvent(event);
    m_message->clear();
    m_desk.refresh();
    m_delivery->focusScan();
}

void ReceiptPage::turnTo(int part)
{
    m_parts->setCurrentIndex(part);
    for (int other = 0; other < int(m_partButtons.size()); ++other)
        m_partButtons[std::size_t(other)]->setChecked(other == part);
    const std::array<QWidget *, 3> lists{m_calls->findChild<StandingList *>(), m_stored->findChild<StandingList *>(),
                                         m_defective};
    lists[std::size_t(part)]->setFocus();
}

void ReceiptPage::tellMoved(const Standing &standing)
{
    const QString &name = standing.accepted.form.applicant.name;
    switch (standing.accepted.state) {
    case CaseState::Notified:
        m_message->show(MessageBar::Kind::Ok, tr("%1 was told.").arg(name));
        return;
    case CaseState::Defective:
        m_message->show(MessageBar::Kind::Ok,
                        tr("The card of %1 is reported to the card centre: %2. Another is made.")
                            .arg(name, texts::describe(standing.progress.defect)));
        return;
    case CaseState::Received:
        if (standing.progress.nextNotice.isValid())
            m_message->show(MessageBar::Kind::Ok,
                            tr("%1 was not reached and is called again on %2.")
                                .arg(name, standing.progress.nextNotice.toString(Qt::ISODate)));
        else
            m_message->show(MessageBar::Kind::Ok,
                            tr("The card of %1 lies in %2.").arg(name, words::placeOf(standing.progress)));
        return;
    default:
        return;
    }
}

void ReceiptPage::showCounts()
{
    m_defective->setStandings(m_desk.defective());
    m_partButtons[0]->setText(tr("To tell today: %1 (Alt+1)").arg(m_desk.toTell().size()));
    const QString stored = tr("In the station: %1 (Alt+2)").arg(m_desk.stored().size());
    m_partButtons[1]->setText(m_desk.setAside() > 0 ? u"▲ "_s + stored : stored);
    m_partButtons[2]->setText(tr("Defective: %1 (Alt+3)").arg(m_desk.defective().size()));
}

QString ReceiptPage::help() const
{
    return tr(
        "Scan the cards of a delivery one after the other, or load its list. Each is shown at once as ours, not "
        "ours or counted twice, with the next free place; box and slot can be changed. Ctrl+Enter puts all of them "
        "away. A defective card is marked before; what did not come is reported below. The count is kept as it grows: "
        "it "
        "goes on here after the program ended, and another counter sees who counts and can take it over.\n\n"
        "Beside it stands whom to tell today. J: reached. N: not reached; the citizen is called again after the set "
        "days.");
}

void ReceiptPage::retranslate()
{
    m_defective->setColumns(
        {{tr("Name"), [](const Standing &one) { return one.accepted.form.applicant.name; }},
         {tr("Acceptance number"), [](const Standing &one) { return one.accepted.number.grouped(); }},
         {tr("Defect"), [](const Standing &one) { return texts::describe(one.progress.defect); }},
         {tr("Since"), [](const Standing &one) { return one.progress.defectOn.toString(Qt::ISODate); }},
         {tr("Centre told"), [](const Standing &one) {
              return one.progress.defectReported ? tr("✓ yes") : tr("▲ today, with a package");
          }}});
    m_defective->setAccessibleName(tr("Defective cards"));
    m_defective->setEmptyText(tr("Cards that are made again will be here."));
    showCounts();
}

} // namespace idcounter
