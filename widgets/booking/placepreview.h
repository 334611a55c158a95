#pragma once

#include "app/domain/openinghours.h"
#include "widgets/common/page.h"

class QLabel;
class QTableWidget;

namespace idcounter {

// What applicants will see of a place as it is typed: the next days with their times, places for the public and seats of the
// station, holidays and single days named.
class PlacePreview : public Page
{
    Q_OBJECT

public:
    explicit PlacePreview(QWidget *parent = nullptr);

    void show(const BookingPlace &place, const WorkCalendar &calendar, QDate today);
    void showNothing(); // while what is typed is no plan

protected:
    void retranslate() final;

private:
    enum Column { Day, Times, Public, Station, Remark, ColumnCount };
    void fill();
    void addRow(QDate day, const QList<PlannedSlot> &planned, PlaceDay kind);

    BookingPlace m_place;
    WorkCalendar m_calendar;
    QDate m_today; // null: nothing to show
    QLabel *m_title;
    QLabel *m_sum;
    QTableWidget *m_table;
};

} // namespace idcounter
