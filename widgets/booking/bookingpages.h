#pragma once

#include "app/workflow/bookinghours.h"
#include "app/workflow/platformfiles.h"
#include "app/workflow/reissuedesk.h"

#include <QObject>

class QMenu;

namespace idcounter {

class BookingPage;
class HoursPage;
class ReissuePage;

// The line to the platform, and the desks and pages that live on it, while somebody is logged in.
class BookingPages : public QObject
{
    Q_OBJECT

public:
    explicit BookingPages(const Counter &counter, QObject *parent = nullptr);
    ~BookingPages() override; // takes its pages with it

    BookingDesk &desk() { return m_desk; }
    QWidget *bookings() const;
    BookingPage &page() const { return *m_bookings; }
    QList<QWidget *> pages() const;
    void fill(QMenu &menu);

Q_SIGNALS:
    void showAsked(QWidget *page);
    void draftAsked(const QUuid &id);

private:
    const bool m_isSupervisor;
    PlatformLink m_link;
    BookingDesk m_desk;
    ReissueDesk m_reissueDesk;
    BookingHours m_hours;
    PlatformFiles m_files;
    BookingPage *m_bookings;
    ReissuePage *m_reissue;
    HoursPage *m_hoursPage;
};

} // namespace idcounter
