#include "widgets/booking/placepreview.h"

#include "widgets/booking/bookingwords.h"
#include "widgets/common/inputs.h"

#include <QLabel>
#include <QTableWidget>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace idcounter {

namespace {

constexpr int daysShown = 14; // of a hall; of a village every visit
constexpr int rowHeight = 24;
constexpr int secondsOfMinute = 60;

int seatsOf(const QList<PlannedSlot> &planned, SeatOwner owner)
{
    int count = 0;
    for (const PlannedSlot &slot : planned)
        count += int(slot.seats.count(owner));
    return count;
}

// "09:00–12:00, 14:00–17:00": slots without a gap are one stretch.
QString timesOf(const QList<PlannedSlot> &planned)
{
    QStringList stretches;
    QTime from;
    QTime until;
    const auto close = [&] {
        if (from.isValid())
            stretches << u"%1–%2"_s.arg(from.toString(u"HH:mm"_s), until.toString(u"HH:mm"_s));
    };
    for (const PlannedSlot &slot : planned) {
        if (slot.time != until) {
            close();
            from = slot.time;
        }
        until = slot.time.addSecs(slot.minutes * secondsOfMinute);
    }
    close();
    return stretches.join(u"  "_s);
}

} // namespace

PlacePreview::PlacePreview(QWidget *parent)
    : Page(parent)
    , m_title(new QLabel)
    , m_sum(new QLabel)
    , m_table(new QTableWidget)
{
    m_title->setProperty("role", u"section"_s);
    m_sum->setObjectName(u"previewSum"_s);
    m_sum->setWordWrap(true);
    m_table->setObjectName(u"previewTable"_s);
    m_table->setColumnCount(ColumnCount);
    makeList(m_table);
    m_table->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_table->verticalHeader()->setDefaultSectionSize(rowHeight);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(4);
    column->addWidget(m_title);
    column->addWidget(m_table, 1);
    column->addWidget(m_sum);
    retranslate();
}

void PlacePreview::show(const BookingPlace &place, const WorkCalendar &calendar, QDate today)
{
    m_place = place;
    m_calendar = calendar;
    m_today = today;
    fill();
}

void PlacePreview::showNothing()
{
    m_today = {};
    fill();
}

void PlacePreview::addRow(QDate day, const QList<PlannedSlot> &planned, PlaceDay kind)
{
    const int row = m_table->rowCount();
    m_table->insertRow(row);
    const QStringList cells{BookingWords::shortDay(day), timesOf(planned),
                            planned.isEmpty() ? QString() : QString::number(seatsOf(planned, SeatOwner::Public)),
                            planned.isEmpty() ? QString() : QString::number(seatsOf(planned, SeatOwner::Station)),
                            m_place.isVisit && kind == PlaceDay::Own ? tr("visit") : BookingWords::placeDay(kind)};
    for (int column = 0; column < ColumnCount; ++column) {
        auto *item = new QTableWidgetItem(cells[column]);
        item->setToolTip(cells[column]);
        if (column == Public || column == Station)
            item->setTextAlignment(Qt::AlignRight | Qt::AlignVCenter);
        m_table->setItem(row, column, item);
    }
}

void PlacePreview::fill()
{
    m_table->setRowCount(0);
    m_sum->clear();
    if (!m_today.isValid())
        return;
    int publicSeats = 0;
    int ownSeats = 0;
    int visits = 0;
    const QDate first = m_today.addDays(m_place.bookableFromDays);
    const QDate last = m_today.addDays(m_place.bookableToDays);
    for (QDate day = first; day <= last; day = day.addDays(1)) {
        const QList<PlannedSlot> planned = slotsOn(m_place, day, m_calendar);
        publicSeats += seatsOf(planned, SeatOwner::Public);
        ownSeats += seatsOf(planned, SeatOwner::Station);
        visits += planned.isEmpty() ? 0 : 1;
        const PlaceDay kind = placeDay(m_place, day, m_calendar);
        const bool isNear = m_today.daysTo(day) <= daysShown;
        // What is out of the ordinary is shown however far it is.
        const bool isSpecial = kind == PlaceDay::Own || kind == PlaceDay::Closed || kind == PlaceDay::Holiday;
        if (isSpecial || (isNear && !m_place.isVisit))
            addRow(day, planned, kind);
    }
    if (m_place.isClosed)
        m_sum->setText(tr("▲ Takes no new bookings: applicants do not see this place."));
    else if (publicSeats == 0)
        m_sum->setText(m_place.isVisit
                           ? tr("▲ No visit in the next %n day(s): nobody can book.", nullptr, m_place.bookableToDays)
                           : tr("▲ No place for the public in the next %n day(s).", nullptr, m_place.bookableToDays));
    else
        m_sum->setText(tr("Until %1: open on %2, %3 for the public, %4 of the station. Each %5.")
                           .arg(BookingWords::shortDay(last), tr("%n day(s)", nullptr, visits))
                           .arg(publicSeats)
                           .arg(ownSeats)
                           .arg(tr("%n minute(s)", nullptr, m_place.slotMinutes)));
}

void PlacePreview::retranslate()
{
    m_title->setText(tr("What applicants will see"));
    m_table->setHorizontalHeaderLabels({tr("Day"), tr("Times"), tr("Public"), tr("Station"), tr("Remark")});
    for (const int count : {Public, Station})
        m_table->horizontalHeaderItem(count)->setTextAlignment(Qt::AlignRight | Qt::AlignVCenter);
    m_table->setAccessibleName(tr("What applicants will see"));
    fill();
}

} // namespace idcounter
