#include "app/workflow/orderdesk.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace idcounter {

bool OrderDesk::isToBeReminded(const Standing &standing) const
{
    return idcounter::isToBeReminded(standing, m_counter.today());
}

void OrderDesk::refresh()
{
    load({CaseState::Accepted, CaseState::Returned}, [this](const QList<Standing> &found) {
        m_open.clear();
        std::copy_if(found.begin(), found.end(), std::back_inserter(m_open),
                     [](const Standing &standing) { return standing.isOwing(); });
        std::stable_sort(m_open.begin(), m_open.end(), [](const Standing &one, const Standing &other) {
            return one.accepted.form.payment.payUntil < other.accepted.form.payment.payUntil;
        });
        Q_EMIT changed();
    });
}

void OrderDesk::pay(const Standing &standing, PaymentMethod method, const QString &reference)
{
    if (method == PaymentMethod::Terminal && reference.trimmed().isEmpty()) {
        Q_EMIT failed({Error::Code::PaymentReferenceMissing, {}});
        return;
    }
    note(
        standing, u"paid"_s, [](CaseMove &) {},
        [standing, payment = Payment{.method = method, .reference = reference}, today = m_counter.today(),
         stamp = m_counter.stamp()](Repositories &repositories) {
            return repositories.lives.pay(standing, payment, today, stamp);
        });
}

void OrderDesk::remind(const Standing &standing, const QString &way)
{
    note(standing, u"reminded"_s, [way, today = m_counter.today()](CaseMove &move) {
        ++move.progress.reminders;
        move.progress.remindedOn = today;
        move.body.insert(u"way"_s, way);
    });
}

} // namespace idcounter
