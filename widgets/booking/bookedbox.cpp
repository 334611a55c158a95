#include "widgets/booking/bookedbox.h"

#include "app/workflow/walkin.h"

#include <QCheckBox>
#include <QHBoxLayout>
#include <QLabel>

using namespace Qt::StringLiterals;

namespace idcounter {

BookedBox::BookedBox(WalkIn &walkIn, QWidget *parent)
    : Page(parent)
    , m_walkIn(walkIn)
    , m_title(new QLabel)
    , m_permit(new QCheckBox)
{
    setObjectName(u"bookedBox"_s);
    setProperty("role", u"practice"_s);
    setAttribute(Qt::WA_StyledBackground);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(16, 4, 16, 4);
    row->addWidget(m_title);
    for (const BookedPart part : {BookedPart::Number, BookedPart::Person, BookedPart::Address, BookedPart::Guardian,
                                  BookedPart::Business, BookedPart::Delivery}) {
        auto *box = new QCheckBox;
        box->setObjectName(u"bookedPart%1"_s.arg(int(part)));
        m_parts.insert(int(part), box);
        row->addWidget(box);
        connect(box, &QCheckBox::clicked, this, [this, part](bool confirmed) {
            Draft draft = m_walkIn.draft();
            confirmPart(draft, part);
            if (!confirmed)
                draft.booked.unconfirmed << int(part);
            m_walkIn.setDraft(draft);
        });
    }
    m_permit->setObjectName(u"residencePermitBox"_s);
    row->addWidget(m_permit);
    row->addStretch();
    connect(m_permit, &QCheckBox::clicked, this, [this](bool seen) {
        Draft draft = m_walkIn.draft();
        draft.booked.residencePermitSeen = seen;
        m_walkIn.setDraft(draft);
    });
    connect(&m_walkIn, &WalkIn::draftChanged, this, &BookedBox::showDraft);
    connect(&m_walkIn, &WalkIn::accepted, this, &BookedBox::showDraft);
    retranslate();
}

void BookedBox::showDraft()
{
    const Draft &draft = m_walkIn.draft();
    setVisible(!draft.booked.booking.isNull() && !m_walkIn.isComeBackTo() && !m_walkIn.acceptedCase());
    for (auto part = m_parts.begin(); part != m_parts.end(); ++part) {
        const bool isOpen = draft.booked.unconfirmed.contains(part.key());
        const bool isGuardian = part.key() == int(BookedPart::Guardian);
        part.value()->setChecked(!isOpen);
        part.value()->setVisible(!isGuardian || isOpen || !draft.guardian.number.isEmpty());
    }
    m_permit->setVisible(draft.booked.awayFromHome);
    m_permit->setChecked(draft.booked.residencePermitSeen);
}

void BookedBox::retranslate()
{
    m_title->setText(tr("Typed at home; compared:"));
    m_parts[int(BookedPart::Number)]->setText(tr("number"));
    m_parts[int(BookedPart::Person)]->setText(tr("name, sex, birth, group"));
    m_parts[int(BookedPart::Address)]->setText(tr("address"));
    m_parts[int(BookedPart::Guardian)]->setText(tr("guardian"));
    m_parts[int(BookedPart::Business)]->setText(tr("business"));
    m_parts[int(BookedPart::Delivery)]->setText(tr("telephone, delivery"));
    m_permit->setText(tr("residence permit seen"));
    showDraft();
}

} // namespace idcounter
