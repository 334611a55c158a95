#include "widgets/collection/handoutview.h"

#include "app/texts/lifetexts.h"
#include "app/texts/texts.h"
#include "widgets/collection/caseways.h"
#include "widgets/collection/casewords.h"
#include "widgets/collection/chipcompare.h"
#include "widgets/collection/collectorbox.h"
#include "widgets/collection/fingercompare.h"
#include "widgets/collection/heldcard.h"
#include "widgets/collection/partslist.h"
#include "widgets/common/messagebar.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace idcounter {

HandOutView::HandOutView(CollectionDesk &desk, ReceiptDesk &receipt, FingerprintScanner &scanner, CardReader *reader,
                         MessageBar &message, QWidget *parent)
    : Page(parent)
    , m_desk(desk)
    , m_receipt(receipt)
    , m_message(message)
    , m_card(new HeldCard(desk.counter().rules, desk.counter().station.practice))
    , m_state(new QLabel)
    , m_parts(new PartsList)
    , m_finger(new FingerCompare(desk, scanner))
    , m_chip(new ChipCompare(desk, reader))
    , m_collector(new CollectorBox(desk.counter().rules))
    , m_ways(new CaseWays(desk, receipt))
    , m_handOut(new QPushButton)
{
    m_state->setObjectName(u"handOutState"_s);
    m_state->setWordWrap(true);
    m_handOut->setObjectName(u"handOutButton"_s);
    m_handOut->setProperty("role", u"primary"_s);
    m_steps = parts();
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(m_ways, 1);
    buttons->addWidget(m_handOut);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_card, 1);
    column->addWidget(m_state);
    column->addWidget(m_steps);
    column->addLayout(buttons);
    connectParts();
    retranslate();
}

QWidget *HandOutView::parts()
{
    auto *all = new QWidget;
    auto *row = new QHBoxLayout;
    row->setSpacing(16);
    row->addWidget(m_parts, 1);
    row->addWidget(m_finger, 1);
    row->addWidget(m_collector, 1);
    auto *rows = new QVBoxLayout(all);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->addLayout(row);
    rows->addWidget(m_chip);
    return all;
}

void HandOutView::connectParts()
{
    connect(m_parts, &PartsList::fingerAsked, m_finger, &FingerCompare::arm);
    connect(m_finger, &FingerCompare::answered, this, [this] {
        showFinger();
        if (m_finger->answer() == FingerAnswer::Match) {
            m_parts->go(PartsList::Part::ReadBack);
            m_parts->setFocus();
        }
    });
    connect(m_finger, &FingerCompare::failed, this, [this](const Error &error) {
        if (isVisible())
            m_message.show(error);
    });
    connect(m_parts, &PartsList::chipAsked, m_chip, &ChipCompare::read);
    connect(m_chip, &ChipCompare::answered, this, [this] {
        m_parts->setChip(m_chip->chip(), m_chip->isRefused());
        if (m_chip->chip() == ChipVerdict::Agrees) {
            m_parts->go(PartsList::Part::Signature);
            m_parts->setFocus();
        }
    });
    connect(m_collector, &CollectorBox::collectorChanged, this, [this] {
        m_finger->setNeeded(m_collector->collector() == Collector::Holder);
        showFinger();
    });
    connect(m_handOut, &QPushButton::clicked, this, &HandOutView::handOut);
    connect(&m_desk, &CaseWork::moved, this, &HandOutView::follow);
    connect(&m_receipt, &CaseWork::moved, this, &HandOutView::follow);
}

void HandOutView::setFile(const CollectionFile &file, bool slipSeen)
{
    m_file = file;
    m_card->setFile(file);
    m_parts->begin(file.standing, slipSeen, m_chip->hasReader());
    m_finger->begin(file);
    m_chip->begin(file);
    m_collector->begin(file, m_desk.counter().today());
    m_ways->setStanding(file.standing);
    showSteps();
    if (m_steps->isVisibleTo(this))
        m_parts->setFocus();
}

QUuid HandOutView::caseId() const
{
    return m_file ? m_file->standing.accepted.id : QUuid();
}

void HandOutView::pause()
{
    m_finger->pause();
    m_chip->pause();
}

void HandOutView::showFinger()
{
    m_parts->setFinger(m_finger->answer(), m_collector->collector() == Collector::Holder);
}

void HandOutView::showSteps()
{
    const bool possible = m_ways->isOpen(u"collect");
    m_steps->setVisible(possible);
    m_handOut->setVisible(possible);
    m_state->setVisible(!possible);
    m_state->setText(stateText());
    showFinger();
}

// A paper is named by who looked at it; everything else is judged by the desk.
void HandOutView::handOut()
{
    if (!m_file || !m_handOut->isVisibleTo(this))
        return;
    m_message.clear();
    if (!m_parts->hasPaper()) {
        m_message.show(MessageBar::Kind::Warn,
                       tr("Which paper was shown? Press S for the slip or B for the household booklet."));
        m_parts->go(PartsList::Part::Paper);
        m_parts->setFocus();
        return;
    }
    CollectionRecord record;
    m_parts->fill(record);
    m_collector->fill(record);
    if (record.by == Collector::Holder) {
        record.finger = m_finger->answer();
        record.fingerReason = m_finger->reason();
    }
    m_desk.collect(m_file->standing, record);
}

void HandOutView::follow(const Standing &standing)
{
    if (!m_file || standing.accepted.id != m_file->standing.accepted.id)
        return;
    m_file->standing = standing;
    pause();
    m_card->setFile(*m_file);
    m_ways->setStanding(standing);
    showSteps();
    m_message.clear();
    m_message.show(MessageBar::Kind::Ok, movedText(standing));
    Q_EMIT moved();
}

QString HandOutView::movedText(const Standing &standing) const
{
    const QString &name = standing.accepted.form.applicant.name;
    switch (standing.accepted.state) {
    case CaseState::Collected:
        return tr("The card of %1 was handed out.").arg(name);
    case CaseState::Mailed:
        return tr("The card of %1 is in the mail, number %2.").arg(name, standing.progress.trackingNumber);
    case CaseState::Delivered:
        return tr("The card of %1 was delivered.").arg(name);
    case CaseState::Received:
        return tr("The card of %1 is here again, in %2.").arg(name, words::placeOf(standing.progress));
    case CaseState::Notified:
        return tr("The collection was taken back. The card of %1 is set aside; give it a place on the page of cards.")
            .arg(name);
    case CaseState::Defective:
        return tr("The card of %1 is reported to the card centre, which makes another.").arg(name);
    default:
        return tr("%1: %2").arg(name, texts::describe(standing.accepted.state));
    }
}

QString HandOutView::stateText() const
{
    if (!m_file)
        return {};
    const Standing &standing = m_file->standing;
    if (standing.accepted.state == CaseState::Collected)
        return tr("This card was handed out on %1. A mistake of today is taken back by a supervisor.")
            .arg(standing.progress.collection.day.toString(Qt::ISODate));
    return tr("There is no card to hand out: %1. %2")
        .arg(texts::describe(standing.accepted.state), texts::nextStep(standing));
}

void HandOutView::retranslate()
{
    m_handOut->setText(tr("Hand out (Ctrl+Enter)"));
    m_state->setText(stateText());
}

} // namespace idcounter
