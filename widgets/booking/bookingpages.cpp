#include "widgets/booking/bookingpages.h"

#include "widgets/booking/bookingpage.h"
#include "widgets/booking/hourspage.h"
#include "widgets/booking/reissuepage.h"

#include <QMenu>

using namespace Qt::StringLiterals;

namespace idcounter {

BookingPages::BookingPages(const Counter &counter, QObject *parent)
    : QObject(parent)
    , m_isSupervisor(counter.isSupervisor())
    , m_link(counter)
    , m_desk(counter, m_link)
    , m_reissueDesk(counter, m_link)
    , m_hours(counter, m_link)
    , m_files(counter, m_link)
    , m_bookings(new BookingPage(m_desk))
    , m_reissue(new ReissuePage(m_reissueDesk, m_link))
    , m_hoursPage(new HoursPage(m_hours, m_files, m_link, counter))
{
    connect(m_bookings, &BookingPage::draftAsked, this, &BookingPages::draftAsked);
    // Who must be moved follows from the hours.
    connect(&m_hours, &BookingHours::saved, &m_desk, &BookingDesk::refresh);
    // Slots are made ahead whenever the program is used, not by a job at night.
    connect(&m_link, &PlatformLink::stateChanged, &m_hours, [this, isPublished = false]() mutable {
        if (isPublished || m_link.state().kind != LineState::Kind::Up || !m_link.state().heardAt.isValid())
            return;
        isPublished = true;
        m_hours.publish();
    });
    m_link.open();
    m_desk.refresh();
}

BookingPages::~BookingPages()
{
    qDeleteAll(pages());
}

QWidget *BookingPages::bookings() const
{
    return m_bookings;
}

QList<QWidget *> BookingPages::pages() const
{
    return {m_bookings, m_reissue, m_hoursPage};
}

void BookingPages::fill(QMenu &menu)
{
    const auto entry = [&](const QString &text, const char *name, QWidget *page, const QKeySequence &key = {}) {
        auto *action = menu.addAction(text, this, [this, page] { Q_EMIT showAsked(page); });
        action->setObjectName(QString::fromLatin1(name));
        if (!key.isEmpty())
            action->setText(u"%1\t%2"_s.arg(text, key.toString(QKeySequence::NativeText)));
    };
    entry(tr("Bookings"), "bookingsAction", m_bookings, Qt::Key_F12);
    entry(tr("Online re-issue"), "reissueAction", m_reissue);
    if (m_isSupervisor)
        entry(tr("Places and hours of bookings"), "hoursAction", m_hoursPage);
}

} // namespace idcounter
