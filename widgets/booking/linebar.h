#pragma once

#include "app/workflow/platformlink.h"
#include "widgets/common/page.h"

class QLabel;
class QPushButton;

namespace idcounter {

// How the line to the platform is: what is unsent, since when, why; and "try now".
class LineBar : public Page
{
    Q_OBJECT

public:
    LineBar(PlatformLink &link, Clock clock, QWidget *parent = nullptr);

protected:
    void retranslate() final;

private:
    void showTasks();

    PlatformLink &m_link;
    const Clock m_clock;
    QLabel *m_text;
    QPushButton *m_tryNow;
    QPushButton *m_look;
};

} // namespace idcounter
