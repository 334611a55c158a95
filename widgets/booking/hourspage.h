#pragma once

#include "app/workflow/bookinghours.h"
#include "app/workflow/platformfiles.h"
#include "widgets/common/page.h"

class QCheckBox;
class QLabel;
class QLineEdit;
class QPushButton;
class QSpinBox;
class QTableWidget;

namespace idcounter {

class MessageBar;

// For supervisors: where the platform is, and the station's hours for bookings, with the windows that are for the public and those
// that the station gives away itself.
class HoursPage : public Page
{
    Q_OBJECT

public:
    HoursPage(BookingHours &hours, PlatformFiles &files, PlatformLink &link, const Counter &counter,
              QWidget *parent = nullptr);

    QString help() const override;

protected:
    void retranslate() final;
    void showEvent(QShowEvent *event) override;

private:
    void showPlace();
    void addRow(const OpeningHours &hours);
    std::optional<BookingPlace> place() const; // as it is typed; empty where something is no time
    void save();

    BookingHours &m_hours;
    PlatformFiles &m_files;
    PlatformLink &m_link;
    const Counter m_counter;
    BookingPlace m_place;
    MessageBar *m_message;
    QLabel *m_title;
    QLabel *m_addressTitle;
    QLineEdit *m_url;
    QPushButton *m_connect;
    QPushButton *m_write;
    QPushButton *m_read;
    QLabel *m_hoursTitle;
    QLabel *m_nameLabel;
    QLineEdit *m_name;
    QLineEdit *m_english;
    QLabel *m_addressLabel;
    QLineEdit *m_address;
    QLineEdit *m_phone;
    QLabel *m_minutesLabel;
    QSpinBox *m_minutes;
    QLabel *m_daysLabel;
    QSpinBox *m_days;
    QCheckBox *m_closed;
    QTableWidget *m_table;
    QPushButton *m_add;
    QPushButton *m_remove;
    QPushButton *m_save;
};

} // namespace idcounter
