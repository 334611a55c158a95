#include "widgets/booking/hourstable.h"

#include "widgets/booking/bookingwords.h"
#include "widgets/common/inputs.h"

#include <QLocale>
#include <QSignalBlocker>

#include <array>

using namespace Qt::StringLiterals;

namespace idcounter {

namespace {

constexpr int minutesOfHour = 60;
constexpr int daysOfWeek = 7;
constexpr int linesHigh = 28;

QString timeText(int minutes)
{
    return u"%1:%2"_s.arg(minutes / minutesOfHour, 2, 10, QChar(u'0')).arg(minutes % minutesOfHour, 2, 10, QChar(u'0'));
}

// Full-width colons are typed in Chinese; -1: no time.
int minutesIn(QString text)
{
    const QTime time = QTime::fromString(text.trimmed().replace(u'：', u':'), u"H:mm"_s);
    return time.isValid() ? time.hour() * minutesOfHour + time.minute() : -1;
}

QString dayText(const OpeningHours &hours)
{
    return hours.day.isValid() ? BookingWords::dayWithWeekday(hours.day)
                               : QLocale().standaloneDayName(hours.weekday, QLocale::LongFormat);
}

// A number from 1 to 7, or the day's name in either language, which may change while it stands there; 0: neither.
int weekdayIn(const QString &text)
{
    const int number = text.toInt();
    if (number >= 1 && number <= daysOfWeek)
        return number;
    static const std::array locales{QLocale(QLocale::English), QLocale(QLocale::Chinese)};
    for (int weekday = 1; weekday <= daysOfWeek; ++weekday) {
        for (const QLocale &locale : locales) {
            if (text.compare(locale.standaloneDayName(weekday, QLocale::LongFormat), Qt::CaseInsensitive) == 0
                || text.compare(locale.standaloneDayName(weekday, QLocale::ShortFormat), Qt::CaseInsensitive) == 0)
                return weekday;
        }
    }
    return 0;
}

} // namespace

HoursTable::HoursTable(QWidget *parent)
    : QTableWidget(parent)
{
    setColumnCount(ColumnCount);
    makeList(this);
    setEditTriggers(QAbstractItemView::DoubleClicked | QAbstractItemView::EditKeyPressed
                    | QAbstractItemView::AnyKeyPressed);
    setSelectionBehavior(QAbstractItemView::SelectItems);
    verticalHeader()->setDefaultSectionSize(linesHigh);
    connect(this, &QTableWidget::itemChanged, this, &HoursTable::edited);
}

void HoursTable::setDaysOnly(bool daysOnly)
{
    m_daysOnly = daysOnly;
    retranslate();
}

void HoursTable::retranslate()
{
    setHorizontalHeaderLabels({m_daysOnly ? tr("Day of the visit") : tr("Weekday or day"), tr("From"), tr("Until"),
                               tr("Windows"), tr("for the public")});
    setAccessibleName(m_daysOnly ? tr("Days of the visit") : tr("Hours"));
}

void HoursTable::insertHours(const OpeningHours &hours)
{
    const int row = rowCount();
    insertRow(row);
    const QStringList cells{dayText(hours), timeText(hours.fromMinutes), timeText(hours.untilMinutes),
                            QString::number(hours.windows), QString::number(hours.publicWindows)};
    for (int column = 0; column < ColumnCount; ++column)
        setItem(row, column, new QTableWidgetItem(cells[column]));
}

void HoursTable::setHours(const QList<OpeningHours> &hours)
{
    const QSignalBlocker quiet(this);
    setRowCount(0);
    for (const OpeningHours &one : hours)
        insertHours(one);
    if (rowCount() > 0)
        setCurrentCell(0, Day);
}

void HoursTable::addRow(const OpeningHours &hours)
{
    insertHours(hours);
    setCurrentCell(rowCount() - 1, Day);
    setFocus();
    editItem(currentItem());
    Q_EMIT edited();
}

void HoursTable::removeCurrent()
{
    if (currentRow() < 0)
        return;
    removeRow(currentRow());
    Q_EMIT edited();
}

std::optional<OpeningHours> HoursTable::hoursIn(int row) const
{
    const auto text = [&](int column) { return item(row, column) ? item(row, column)->text().trimmed() : QString(); };
    OpeningHours hours{.weekday = weekdayIn(text(Day)),
                       .day = QDate::fromString(text(Day).section(u' ', 0, 0), Qt::ISODate),
                       .fromMinutes = minutesIn(text(From)),
                       .untilMinutes = minutesIn(text(Until)),
                       .windows = text(Windows).toInt(),
                       .publicWindows = text(Public).toInt()};
    if (hours.day.isValid())
        hours.weekday = 0;
    const bool isSound = hours.check() && (hours.day.isValid() || !m_daysOnly);
    return isSound ? std::optional(hours) : std::nullopt;
}

std::optional<QList<OpeningHours>> HoursTable::hours() const
{
    QList<OpeningHours> all;
    for (int row = 0; row < rowCount(); ++row) {
        const auto hours = hoursIn(row);
        if (!hours)
            return {};
        all << *hours;
    }
    return all;
}

int HoursTable::wrongRow() const
{
    for (int row = 0; row < rowCount(); ++row) {
        if (!hoursIn(row))
            return row;
    }
    return -1;
}

} // namespace idcounter
