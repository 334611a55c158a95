#pragma once

#include "app/workflow/bookingdesk.h"
#include "widgets/common/page.h"

class QLabel;
class QListWidget;

namespace idcounter {

// Who comes today, on the home page: Enter begins the case of who is here.
class TodayBox : public Page
{
    Q_OBJECT

public:
    explicit TodayBox(BookingDesk &desk, QWidget *parent = nullptr);

protected:
    void retranslate() final;

private:
    void fill();

    BookingDesk &m_desk;
    QLabel *m_title;
    QListWidget *m_list;
};

} // namespace idcounter
