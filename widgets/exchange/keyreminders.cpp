#include "widgets/exchange/keyreminders.h"

#include <QLabel>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace idcounter {

KeyReminders::KeyReminders(QWidget *parent)
    : Page(parent)
{
    setObjectName(u"keyReminders"_s);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(4);
    hide();
}

void KeyReminders::setReminders(const QList<KeyReminder> &reminders, QDate today)
{
    if (m_reminders == reminders && m_today == today)
        return;
    m_reminders = reminders;
    m_today = today;
    retranslate();
}

QString KeyReminders::sentence(const KeyReminder &reminder) const
{
    const QString until = reminder.until.toString(Qt::ISODate);
    const int days = int(m_today.daysTo(reminder.until));
    if (reminder.age == KeyAge::Expired)
        return reminder.office.isEmpty()
            ? tr("■ Our own keys ran out on %1: county and centre take nothing from us. Make new ones under Packages.")
                  .arg(until)
            : tr("■ The keys of %1 ran out on %2: nothing is written for it or read from it. Import its new ones.")
                  .arg(reminder.office, until);
    return reminder.office.isEmpty()
        ? tr("▲ Our own keys run out on %1, in %n day(s). Make new ones under Packages and hand them to the partners.",
             nullptr, days)
              .arg(until)
        : tr("▲ The keys of %1 run out on %2, in %n day(s). Ask the office for its new ones.", nullptr, days)
              .arg(reminder.office, until);
}

void KeyReminders::retranslate()
{
    while (QLayoutItem *item = layout()->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    for (const KeyReminder &reminder : m_reminders) {
        auto *line = new QLabel(sentence(reminder));
        line->setProperty("role", reminder.age == KeyAge::Expired ? u"problem"_s : u"warn"_s);
        line->setWordWrap(true);
        layout()->addWidget(line);
    }
    setVisible(!m_reminders.isEmpty());
}

} // namespace idcounter
