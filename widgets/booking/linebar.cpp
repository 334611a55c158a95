#include "widgets/booking/linebar.h"

#include "app/texts/texts.h"
#include "widgets/booking/bookingwords.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace idcounter {

LineBar::LineBar(PlatformLink &link, Clock clock, QWidget *parent)
    : Page(parent)
    , m_link(link)
    , m_clock(std::move(clock))
    , m_text(new QLabel)
    , m_tryNow(new QPushButton)
{
    m_text->setObjectName(u"lineText"_s);
    m_text->setProperty("role", u"muted"_s);
    m_text->setWordWrap(true);
    m_tryNow->setObjectName(u"tryNowButton"_s);
    m_tryNow->setProperty("role", u"flat"_s);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(m_text, 1);
    row->addWidget(m_tryNow);
    connect(&m_link, &PlatformLink::stateChanged, this, &LineBar::retranslate);
    connect(m_tryNow, &QPushButton::clicked, &m_link, &PlatformLink::tryNow);
    retranslate();
}

void LineBar::retranslate()
{
    const LineState &state = m_link.state();
    m_text->setText(BookingWords::line(state, m_clock()));
    m_text->setToolTip(state.error ? texts::describe(state.error->code) : QString());
    m_tryNow->setText(tr("Try now"));
    m_tryNow->setVisible(state.kind != LineState::Kind::NotSet
                         && (state.kind != LineState::Kind::Up || state.unsent > 0));
}

} // namespace idcounter
