#pragma once

#include "app/workflow/partnerkeys.h"
#include "widgets/common/page.h"

namespace idcounter {

// Whose keys run out, or have, and what to do about it: a line for each. Nothing is seen while all are good.
class KeyReminders : public Page
{
    Q_OBJECT

public:
    explicit KeyReminders(QWidget *parent = nullptr);

    void setReminders(const QList<KeyReminder> &reminders, QDate today);

protected:
    void retranslate() final;

private:
    QString sentence(const KeyReminder &reminder) const;

    QList<KeyReminder> m_reminders;
    QDate m_today;
};

} // namespace idcounter
