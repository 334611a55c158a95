#pragma once

#include "app/workflow/bookinghours.h"
#include "app/workflow/platformfiles.h"
#include "widgets/common/page.h"

class QLabel;
class QLineEdit;
class QPushButton;

namespace idcounter {

class MessageBar;

// Where the platform is; and for a station without a line, the files that go there and come from there.
class PlatformAddressBox : public Page
{
    Q_OBJECT

public:
    // What is said stands in message, which outlives this.
    PlatformAddressBox(BookingHours &hours, PlatformFiles &files, MessageBar &message, const Counter &counter,
                       QWidget *parent = nullptr);

protected:
    void retranslate() final;

private:
    void connectFiles();

    BookingHours &m_hours;
    PlatformFiles &m_files;
    MessageBar &m_message;
    const Counter m_counter;
    QLabel *m_title;
    QLineEdit *m_url;
    QPushButton *m_connect;
    QPushButton *m_write;
    QPushButton *m_read;
};

} // namespace idcounter
