#include "app/workflow/returndesk.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace idcounter {

bool differsOnlyIn(const Draft &before, const Draft &now, const QList<ReturnReason> &wrong)
{
    Draft allowed = before;
    for (const ReturnReason &reason : wrong) {
        switch (reason.item) {
        case FaultyItem::Photo:
            allowed.photo = now.photo;
            break;
        case FaultyItem::FirstFinger:
        case FaultyItem::SecondFinger: {
            const qsizetype at = reason.item == FaultyItem::FirstFinger ? 0 : 1;
            if (at < allowed.fingers.size() && at < now.fingers.size())
                allowed.fingers[at] = now.fingers[at];
            break;
        }
        case FaultyItem::Form:
            allowed.applicant = now.applicant;
            allowed.applicant.number = before.applicant.number;
            allowed.guardian = now.guardian;
            allowed.delivery = now.delivery;
            break;
        }
    }
    // Confirmed for what was there before; what is new is confirmed at the review.
    allowed.secondOfficer = now.secondOfficer;
    allowed.secondOfficerName = now.secondOfficerName;
    allowed.sidePictures = now.sidePictures;
    return allowed == now;
}

QList<FaultyItem> ReturnDesk::itemsOf(const Standing &standing)
{
    QList<FaultyItem> items;
    for (const ReturnReason &reason : standing.progress.wrong) {
        if (!items.contains(reason.item))
            items << reason.item;
    }
    return items;
}

void ReturnDesk::refresh()
{
    m_counter.store.read(
        this, [](Repositories &repositories) { return repositories.lives.in({CaseState::Returned}); },
        [this](const Result<QList<Standing>> &found) {
            if (!found) {
                Q_EMIT failed(found.error());
                return;
            }
            m_returned = *found;
            std::stable_sort(m_returned.begin(), m_returned.end(), [](const Standing &one, const Standing &other) {
                return one.accepted.legalDue < other.accepted.legalDue;
            });
            Q_EMIT changed();
        });
}

void ReturnDesk::redo(const Standing &standing, const Draft &form)
{
    if (!differsOnlyIn(standing.accepted.form, form, standing.progress.wrong)) {
        Q_EMIT failed({Error::Code::RecordConflict, u"form"_s});
        return;
    }
    Draft renewed = form;
    if (!renewed.hasExceptionsOf(standing.accepted.form)) {
        renewed.secondOfficer.clear();
        renewed.secondOfficerName.clear();
    }
    step(standing, {.event = u"redo"_s, .change = [renewed](CaseMove &move) {
                        move.form = renewed;
                        move.progress.wrong.clear();
                        if (renewed.secondOfficer.isEmpty())
                            move.progress.secondOfficer.clear();
                    }});
}

} // namespace idcounter
