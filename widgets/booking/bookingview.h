#pragma once

#include "app/workflow/bookingdesk.h"
#include "widgets/common/page.h"

class QComboBox;
class QGridLayout;
class QLabel;
class QListWidget;
class QPushButton;
class QScrollArea;

namespace idcounter {

// One booking: what was typed beside what is on record, with the differences marked; the next free times; what the applicant was
// told; and the decisions.
class BookingView : public Page
{
    Q_OBJECT

public:
    explicit BookingView(BookingDesk &desk, QWidget *parent = nullptr);

    void showFile(); // that is open at the desk; nothing when none is

protected:
    void retranslate() final;

private:
    void showForm();
    void showPlaces();
    void showTimes();
    void showMessages();
    QList<FreeTime> chosenTimes() const;
    void updateButtons();
    void askReason(const QString &title, const QString &verb, void (BookingDesk::*decide)(const QString &));

    BookingDesk &m_desk;
    QWidget *m_content;
    QLabel *m_hint;
    QLabel *m_title;
    QLabel *m_facts;
    QGridLayout *m_form;
    QLabel *m_timesTitle;
    QComboBox *m_place;
    QListWidget *m_times;
    QLabel *m_messages;
    QPushButton *m_telephoned;
    QPushButton *m_now;
    QPushButton *m_offer;
    QPushButton *m_ask;
    QPushButton *m_refuse;
    QPushButton *m_cancel;
};

} // namespace idcounter
