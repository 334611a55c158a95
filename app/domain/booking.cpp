#include "app/domain/booking.h"

namespace idcounter {

bool mayDecide(BookingDecision decision, BookingState state)
{
    const bool hasPlace = state == BookingState::Offered || state == BookingState::Confirmed;
    switch (decision) {
    case BookingDecision::Move:
        return hasPlace;
    case BookingDecision::Cancel:
        return isLive(state);
    case BookingDecision::Approve:
    case BookingDecision::Ask:
    case BookingDecision::Refuse:
        return state == BookingState::Submitted;
    }
    Q_UNREACHABLE();
}

Draft draftOf(const Booking &booking, const Clock &clock, const QString &clerk)
{
    Draft draft = Draft::begin(clock, clerk);
    draft.booked.booking = booking.id;
    draft.booked.awayFromHome = booking.awayFromHome;
    draft.business.reason = booking.reason;
    if (!booking.form)
        return draft;
    const TypedForm &form = *booking.form;
    draft.applicant = form.applicant;
    draft.guardian = form.guardian;
    draft.business = form.business;
    draft.delivery = form.delivery;
    draft.booked.unconfirmed = {int(BookedPart::Number), int(BookedPart::Person), int(BookedPart::Address),
                                int(BookedPart::Business), int(BookedPart::Delivery)};
    if (!form.guardian.number.isEmpty())
        draft.booked.unconfirmed << int(BookedPart::Guardian);
    return draft;
}

QList<BookedPart> unconfirmedParts(const Draft &draft)
{
    QList<BookedPart> parts;
    for (const int part : draft.booked.unconfirmed)
        parts << BookedPart(part);
    return parts;
}

void confirmPart(Draft &draft, BookedPart part)
{
    draft.booked.unconfirmed.removeAll(int(part));
}

} // namespace idcounter
