#pragma once

#include "app/workflow/bookingdesk.h"
#include "widgets/common/page.h"

class QPushButton;

namespace idcounter {

// What is done about a booking that must be moved, besides another time: the applicant is written to, in words that the clerk has
// read, or was called. Nothing is sent by itself.
class MoveBox : public Page
{
    Q_OBJECT

public:
    explicit MoveBox(BookingDesk &desk, QWidget *parent = nullptr);

    void setBooking(const std::optional<BookingRow> &row); // empty: none is chosen

Q_SIGNALS:
    void openAsked(const QUuid &booking); // another time was agreed, or the booking given up

protected:
    void retranslate() final;

private:
    void askMessage();
    void askCall();

    BookingDesk &m_desk;
    std::optional<BookingRow> m_row;
    QPushButton *m_write;
    QPushButton *m_called;
};

} // namespace idcounter
