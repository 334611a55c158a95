#include "widgets/booking/todaybox.h"

#include "widgets/booking/bookingwords.h"

#include <QLabel>
#include <QListWidget>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace idcounter {

namespace {

constexpr int listHeight = 132;

} // namespace

TodayBox::TodayBox(BookingDesk &desk, QWidget *parent)
    : Page(parent)
    , m_desk(desk)
    , m_title(new QLabel)
    , m_list(new QListWidget)
{
    m_title->setProperty("role", u"section"_s);
    m_title->setObjectName(u"todayBookingsTitle"_s);
    m_list->setObjectName(u"todayBookings"_s);
    m_list->setMaximumHeight(listHeight);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(4);
    column->addWidget(m_title);
    column->addWidget(m_list);
    column->addStretch();
    connect(&m_desk, &BookingDesk::changed, this, &TodayBox::fill);
    connect(m_list, &QListWidget::itemActivated, this,
            [this](const QListWidgetItem *item) { m_desk.arrive(item->data(Qt::UserRole).toUuid()); });
    retranslate();
}

void TodayBox::fill()
{
    const BookingWords words(m_desk.counter().rules);
    m_list->clear();
    for (const BookingRow &row : m_desk.today()) {
        const Booking &booking = row.booking;
        if (row.hasCome || booking.state == BookingState::Arrived || booking.state == BookingState::NoShow)
            continue;
        auto *item = new QListWidgetItem(u"%1  %2  %3"_s.arg(booking.appointment.time.toString(u"HH:mm"_s),
                                                             booking.form ? booking.form->applicant.name : u"–"_s,
                                                             words.business(booking.reason)));
        item->setData(Qt::UserRole, booking.id);
        m_list->addItem(item);
    }
    setVisible(m_list->count() > 0);
    m_title->setText(tr("Today's bookings: %1 to come (Enter: is here)").arg(m_list->count()));
}

void TodayBox::retranslate()
{
    m_list->setAccessibleName(tr("Today's bookings"));
    fill();
}

} // namespace idcounter
