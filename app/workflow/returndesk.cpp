#include "app/workflow/returndesk.h"

#include "app/domain/fingers.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace idcounter {

namespace {

bool isRegistered(const FingerRecord &record)
{
    return record.result == FingerResult::Registered;
}

QList<FaultyItem> itemsIn(const QList<ReturnReason> &wrong)
{
    QList<FaultyItem> items;
    for (const ReturnReason &reason : wrong) {
        if (!items.contains(reason.item))
            items << reason.item;
    }
    return items;
}

// A finger at fault may become another record, or one that was given up and others in its place; the rest stays.
bool mayBecome(const QList<FingerRecord> &before, const QList<FingerRecord> &now, const QStringList &atFault)
{
    const bool othersStay = std::all_of(before.begin(), before.end(), [&](const FingerRecord &record) {
        return atFault.contains(record.finger) || now.contains(record);
    });
    return !atFault.isEmpty() && othersStay && std::count_if(now.begin(), now.end(), isRegistered) <= Fingers::needed;
}

} // namespace

QStringList fingersAtFault(const Draft &form, const QList<FaultyItem> &items)
{
    QStringList fingers; // those that were registered first
    for (const bool registered : {true, false}) {
        for (const FingerRecord &record : form.fingers) {
            if (isRegistered(record) == registered)
                fingers << record.finger;
        }
    }
    QStringList found;
    if (items.contains(FaultyItem::FirstFinger))
        found << fingers.value(0);
    if (items.contains(FaultyItem::SecondFinger))
        found << fingers.value(1);
    found.removeAll(QString());
    return found;
}

bool differsOnlyIn(const Draft &before, const Draft &now, const QList<ReturnReason> &wrong)
{
    Draft allowed = before;
    const QList<FaultyItem> items = itemsIn(wrong);
    if (items.contains(FaultyItem::Photo))
        allowed.photo = now.photo;
    if (mayBecome(before.fingers, now.fingers, fingersAtFault(before, items)))
        allowed.fingers = now.fingers;
    if (items.contains(FaultyItem::Form)) {
        allowed.applicant = now.applicant;
        allowed.applicant.number = before.applicant.number;
        allowed.guardian = now.guardian;
        allowed.delivery = now.delivery;
    }
    // Confirmed for what was there before; what is new is confirmed at the review.
    allowed.secondOfficer = now.secondOfficer;
    allowed.secondOfficerName = now.secondOfficerName;
    allowed.sidePictures = now.sidePictures;
    return allowed == now;
}

QList<FaultyItem> ReturnDesk::itemsOf(const Standing &standing)
{
    return itemsIn(standing.progress.wrong);
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
