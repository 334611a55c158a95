#pragma once

#include "app/domain/booking.h"
#include "widgets/common/page.h"

#include <QMap>

class QCheckBox;
class QLabel;

namespace idcounter {

class WalkIn;

// What the applicant typed at home and a clerk has not yet compared: one tick for each part of it, and one for the residence permit
// of who lives away from home. Hidden where nothing of the case was typed by the applicant.
class BookedBox : public Page
{
    Q_OBJECT

public:
    explicit BookedBox(WalkIn &walkIn, QWidget *parent = nullptr);

protected:
    void retranslate() final;

private:
    void showDraft();

    WalkIn &m_walkIn;
    QLabel *m_title;
    QMap<int, QCheckBox *> m_parts; // BookedPart
    QCheckBox *m_permit;
};

} // namespace idcounter
