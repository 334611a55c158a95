#include "app/domain/correction.h"

#include "app/domain/fingers.h"

#include <algorithm>

namespace idcounter {

namespace {

bool isRegistered(const FingerRecord &record)
{
    return record.result == FingerResult::Registered;
}

// A finger at fault may become another record, or one that was given up and others in its place; the rest stays.
bool fingersMayBecome(const QList<FingerRecord> &before, const QList<FingerRecord> &now, const QStringList &atFault)
{
    const bool othersStay = std::all_of(before.begin(), before.end(), [&](const FingerRecord &record) {
        return atFault.contains(record.finger) || now.contains(record);
    });
    return !atFault.isEmpty() && othersStay && std::count_if(now.begin(), now.end(), isRegistered) <= Fingers::needed;
}

} // namespace

QList<FaultyItem> itemsIn(const QList<ReturnReason> &wrong)
{
    QList<FaultyItem> items;
    for (const ReturnReason &reason : wrong) {
        if (!items.contains(reason.item))
            items << reason.item;
    }
    return items;
}

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

bool mayBecome(const Draft &before, const Draft &now, const QList<ReturnReason> &wrong, bool costTheSame)
{
    Draft allowed = before;
    const QList<FaultyItem> items = itemsIn(wrong);
    if (items.contains(FaultyItem::Photo))
        allowed.photo = now.photo;
    if (fingersMayBecome(before.fingers, now.fingers, fingersAtFault(before, items)))
        allowed.fingers = now.fingers;
    if (items.contains(FaultyItem::Form)) {
        allowed.applicant = now.applicant;
        allowed.applicant.number = before.applicant.number;
        allowed.guardian = now.guardian;
        allowed.delivery = now.delivery;
        if (costTheSame)
            allowed.business.reason = now.business.reason;
        allowed.business.cause = now.business.cause;
        allowed.signing = now.signing;
        allowed.signing.formDate = before.signing.formDate;
    }
    // Confirmed for what was there before; what is new is confirmed at the review.
    allowed.secondOfficer = now.secondOfficer;
    allowed.secondOfficerName = now.secondOfficerName;
    allowed.sidePictures = now.sidePictures;
    return allowed == now;
}

} // namespace idcounter
