#include "platform/pages/fieldcheck.h"
#include "platform/pages/handlers.h"
#include "platform/pages/picturelist.h"
#include "platform/pages/readings.h"
#include "platform/service/bookings.h"

using namespace Qt::StringLiterals;

namespace idcounter::platform {

namespace {

constexpr int mostFreeTimes = 40;

// A booking with what may be done about it.
struct Standing
{
    Resource booking;
    bool mayMove = false;
    bool mayCancel = false;
};

Outcome<Standing> standingOf(const Call &call)
{
    letFallDue(call.platform());
    return call.platform().read([&](Resources &resources) -> Outcome<Standing> {
        const Bookings bookings(call.platform(), resources);
        const auto booking = bookings.find(call.account().id, call.id);
        if (!booking)
            return booking.problem();
        const auto mayMove = bookings.mayMove(*booking);
        const auto mayCancel = bookings.mayCancel(*booking);
        if (!mayMove || !mayCancel)
            return mayMove ? mayCancel.problem() : mayMove.problem();
        return Standing{*booking, *mayMove, *mayCancel};
    });
}

void addButton(View &view, const QString &target, const QString &text)
{
    view.beginForm(target);
    view.button(text);
    view.endForm();
}

// Time and place as they are read from a distance, with how to get there.
void addAppointment(View &view, const Call &call, const Resource &booking, const QJsonObject &place)
{
    const Words &words = call.words;
    const QJsonObject appointment = booking.body[u"appointment"_s].toObject();
    const QDate day = QDate::fromString(appointment[u"day"_s].toString(), Qt::ISODate);
    view.large(u"%1 %2"_s.arg(weekdayText(words, day), appointment[u"time"_s].toString()),
               words.of(place[u"name"_s].toObject()));
    if (booking.state == "OFFERED"_L1)
        addButton(view, u"/booking/%1/confirm"_s.arg(booking.id),
                  words(QT_TRANSLATE_NOOP("Platform", "Confirm this time")));
    if (place[u"kind"_s].toString() == "VISIT"_L1)
        view.paragraph(words(
            QT_TRANSLATE_NOOP("Platform", "The field team comes to the village; on other days nobody is there.")));
    view.facts(
        {{words(QT_TRANSLATE_NOOP("Platform", "Address")), words.of(place[u"address"_s].toObject())},
         {words(QT_TRANSLATE_NOOP("Platform", "Telephone")), place[u"phone"_s].toString()},
         {words(QT_TRANSLATE_NOOP("Platform", "Takes about")),
          words(QT_TRANSLATE_NOOP("Platform", "%1 minutes")).arg(appointment[u"minutes"_s].toInt())},
         {words(QT_TRANSLATE_NOOP("Platform", "Business")), businessName(call, booking.body[u"reason"_s].toString())},
         {words(QT_TRANSLATE_NOOP("Platform", "Fee")),
          priceOf(call, booking.body[u"reason"_s].toString(), booking.station)}});
}

void addPapers(View &view, const Call &call, const Resource &booking, const QJsonObject &place)
{
    const Words &words = call.words;
    QStringList papers = papersFor(words, place, booking.body[u"reason"_s].toString());
    if (booking.body[u"guardianComes"_s].toBool())
        papers << words(QT_TRANSLATE_NOOP("Platform", "The guardian comes along, with the own identity card"));
    if (booking.body[u"awayFromHome"_s].toBool())
        papers << words(QT_TRANSLATE_NOOP("Platform", "Residence permit, if you have one"));
    if (papers.isEmpty())
        return;
    view.heading(words(QT_TRANSLATE_NOOP("Platform", "Please bring")));
    view.items(papers);
}

// What may be done, as the rules of the place have it, and until when.
void addChanges(View &view, const Call &call, const Standing &standing, const QJsonObject &place)
{
    const Words &words = call.words;
    const QString own = u"/booking/"_s + standing.booking.id;
    const QJsonObject rules = place[u"rules"_s].toObject();
    const bool hasPlace = standing.booking.state == "CONFIRMED"_L1 || standing.booking.state == "OFFERED"_L1;
    if (!standing.mayMove && !standing.mayCancel && !hasPlace)
        return;
    view.heading(words(QT_TRANSLATE_NOOP("Platform", "Change or cancel")));
    if (standing.mayMove)
        view.link(words(QT_TRANSLATE_NOOP("Platform", "Choose another time")), own + u"/move"_s);
    if (standing.mayCancel)
        view.link(words(QT_TRANSLATE_NOOP("Platform", "Cancel the booking")), own + u"/cancel"_s);
    if (hasPlace) {
        view.muted(
            words(QT_TRANSLATE_NOOP("Platform",
                                    "The time can be changed up to %1 times, until %2 hours before it, and cancelled "
                                    "until %3 hours before it. Later, please call the station."))
                .arg(rules[u"maxMoves"_s].toInt())
                .arg(rules[u"moveUntilHours"_s].toInt())
                .arg(rules[u"cancelUntilHours"_s].toInt()));
    }
}

HttpResponse bookingPage(const Call &call, const Standing &standing, int status = 200, const QString &said = {})
{
    const Words &words = call.words;
    const Resource &booking = standing.booking;
    const QJsonObject place = placeNamed(call, booking.body[u"place"_s].toString());
    const StateReading reading = readingOfBooking(call, booking);
    const QString own = u"/booking/"_s + booking.id;
    View view(call, words(QT_TRANSLATE_NOOP("Platform", "Your booking")));
    if (!said.isEmpty())
        view.notice(Tone::Bad, said);
    view.notice(reading.tone, reading.state, reading.next);
    if (const QStringList reasons = reasonTexts(booking); !reasons.isEmpty()) {
        view.heading(words(QT_TRANSLATE_NOOP("Platform", "What the station writes")));
        view.items(reasons);
    }
    const bool isConfirmed = booking.state == "CONFIRMED"_L1;
    if (booking.state == "MORE_ASKED"_L1)
        view.linkButton(words(QT_TRANSLATE_NOOP("Platform", "Answer, and fill in the form again")), own + u"/answer"_s);
    if (isConfirmed || booking.state == "OFFERED"_L1) {
        addAppointment(view, call, booking, place);
        if (const QString code = booking.body[u"arrivalCode"_s].toString(); isConfirmed && !code.isEmpty()) {
            view.heading(words(QT_TRANSLATE_NOOP("Platform", "Show this at the counter")));
            view.picture(u"IDCB1:"_s + code, words(QT_TRANSLATE_NOOP("Platform", "QR code of the booking")));
            view.muted(words(QT_TRANSLATE_NOOP("Platform", "Booking code %1")).arg(code));
        }
        addPapers(view, call, booking, place);
    } else {
        view.facts({{words(QT_TRANSLATE_NOOP("Platform", "Business")),
                     businessName(call, booking.body[u"reason"_s].toString())},
                    {words(QT_TRANSLATE_NOOP("Platform", "Place")), words.of(place[u"name"_s].toObject())},
                    {words(QT_TRANSLATE_NOOP("Platform", "Sent on")),
                     momentText(words, booking.body[u"submittedAt"_s].toString())}});
    }
    addPictures(view, call, booking);
    addChanges(view, call, standing, place);
    if (!standing.mayCancel && booking.state != "CONFIRMED"_L1 && booking.state != "ARRIVED"_L1)
        view.linkButton(words(QT_TRANSLATE_NOOP("Platform", "Book a visit to the station")), u"/booking/new"_s);
    if (booking.body.contains(u"sealedRemovedAt"_s))
        view.muted(words(QT_TRANSLATE_NOOP("Platform", "What you entered was deleted here on %1."))
                       .arg(momentText(words, booking.body[u"sealedRemovedAt"_s].toString())));
    view.link(words(QT_TRANSLATE_NOOP("Platform", "Back to my applications")), u"/me"_s);
    return view.answer(status);
}

// What could not be done is told on the booking's own page, as it stands now.
HttpResponse refused(const Call &call, const Problem &problem)
{
    if (problem.type != "state-conflict"_L1)
        return problemPage(call, problem);
    const auto standing = standingOf(call);
    if (!standing)
        return problemPage(call, standing.problem());
    return bookingPage(call, *standing, 409,
                       call.words(QT_TRANSLATE_NOOP(
                           "Platform", "This is not possible any more. Below you see how the booking stands now.")));
}

// The slot with which the booking's time begins.
QString firstSlot(const Resource &booking)
{
    return booking.body[u"appointment"_s][u"seats"_s][0][u"slot"_s].toString();
}

// The free times as choices, but for the present one; the value of each is its first slot.
QList<Choice> choicesIn(const Words &words, const QJsonArray &free, const QString &present)
{
    QList<Choice> choices;
    for (const QJsonValue &one : free) {
        if (one[u"seats"_s][0][u"slot"_s].toString() == present)
            continue;
        const QDate day = QDate::fromString(one[u"day"_s].toString(), Qt::ISODate);
        choices << Choice{one[u"seats"_s][0][u"slot"_s].toString(),
                          u"%1 %2"_s.arg(weekdayText(words, day), one[u"time"_s].toString()),
                          {}};
    }
    return choices;
}

HttpResponse movePage(const Call &call, const Standing &standing, int status = 200)
{
    const Words &words = call.words;
    const QString own = u"/booking/"_s + standing.booking.id;
    const auto free = call.platform().read([&](Resources &resources) {
        return Bookings(call.platform(), resources).freeTimes(standing.booking, mostFreeTimes);
    });
    if (!free)
        return problemPage(call, free.problem());
    View view(call, words(QT_TRANSLATE_NOOP("Platform", "Choose another time")));
    view.errors(call.form);
    view.facts({{words(QT_TRANSLATE_NOOP("Platform", "Your time now")),
                 words.appointment(standing.booking.body[u"appointment"_s].toObject())}});
    const QList<Choice> choices = choicesIn(words, *free, firstSlot(standing.booking));
    if (choices.isEmpty()) {
        view.notice(Tone::Attention, words(QT_TRANSLATE_NOOP("Platform", "No other time is free at present")),
                    words(QT_TRANSLATE_NOOP("Platform", "Your time stays as it is.")));
    } else {
        if (standing.booking.state == "OFFERED"_L1)
            view.paragraph(
                words(QT_TRANSLATE_NOOP("Platform", "With the time that you take here the booking is confirmed.")));
        view.beginForm(own + u"/move"_s);
        view.radios({.name = u"slot"_s,
                     .label = words(QT_TRANSLATE_NOOP("Platform", "Free times")),
                     .hint = words(QT_TRANSLATE_NOOP("Platform",
                                                     "Your present time is given up only when the new one is yours."))},
                    choices, call.form);
        view.button(words(QT_TRANSLATE_NOOP("Platform", "Take this time")));
        view.endForm();
    }
    view.link(words(QT_TRANSLATE_NOOP("Platform", "Back to the booking")), own);
    return view.answer(status);
}

} // namespace

HttpResponse showBooking(const Call &call)
{
    const auto standing = standingOf(call);
    return standing ? bookingPage(call, *standing) : problemPage(call, standing.problem());
}

HttpResponse confirmBooking(const Call &call)
{
    letFallDue(call.platform());
    const auto confirmed = call.platform().write(
        [&](Resources &resources) { return Bookings(call.platform(), resources).confirm(call.account().id, call.id); });
    return confirmed ? redirection(u"/booking/"_s + call.id) : refused(call, confirmed.problem());
}

HttpResponse askCancelBooking(const Call &call)
{
    const auto standing = standingOf(call);
    if (!standing)
        return problemPage(call, standing.problem());
    if (!standing->mayCancel)
        return redirection(u"/booking/"_s + call.id);
    const Words &words = call.words;
    View view(call, words(QT_TRANSLATE_NOOP("Platform", "Cancel the booking?")));
    if (const QJsonObject appointment = standing->booking.body[u"appointment"_s].toObject(); !appointment.isEmpty())
        view.paragraph(words(QT_TRANSLATE_NOOP("Platform", "Your time, %1, is then given to somebody else."))
                           .arg(words.appointment(appointment)));
    view.paragraph(words(QT_TRANSLATE_NOOP("Platform", "This cannot be undone. You can book again at any time.")));
    view.beginForm(u"/booking/%1/cancel"_s.arg(call.id));
    view.dangerButton(words(QT_TRANSLATE_NOOP("Platform", "Cancel the booking")));
    view.endForm();
    view.link(words(QT_TRANSLATE_NOOP("Platform", "Keep it")), u"/booking/"_s + call.id);
    return view.answer();
}

HttpResponse cancelBooking(const Call &call)
{
    const auto cancelled = call.platform().write(
        [&](Resources &resources) { return Bookings(call.platform(), resources).cancel(call.account().id, call.id); });
    return cancelled ? redirection(u"/booking/"_s + call.id) : refused(call, cancelled.problem());
}

HttpResponse showMove(const Call &call)
{
    const auto standing = standingOf(call);
    if (!standing)
        return problemPage(call, standing.problem());
    return standing->mayMove ? movePage(call, *standing) : redirection(u"/booking/"_s + call.id);
}

HttpResponse moveBooking(const Call &sent)
{
    Call call = sent;
    const auto standing = standingOf(call);
    if (!standing)
        return problemPage(call, standing.problem());
    const QString slot = call.form.value(u"slot"_s);
    if (slot.isEmpty() && standing->mayMove) {
        call.form.addError(u"slot"_s, call.words(QT_TRANSLATE_NOOP("Platform", "Please choose one.")));
        return movePage(call, *standing, 400);
    }
    if (firstSlot(standing->booking) == slot) // the button pressed twice
        return redirection(u"/booking/"_s + call.id);
    const auto moved = call.platform().write([&](Resources &resources) {
        return Bookings(call.platform(), resources).move(call.account().id, call.id, slot);
    });
    if (moved)
        return redirection(u"/booking/"_s + call.id);
    if (moved.problem().type != "no-seat-free"_L1)
        return refused(call, moved.problem());
    call.form.addError(
        u"slot"_s,
        call.words(QT_TRANSLATE_NOOP("Platform", "This time has just been taken. Yours stays; these are still free.")));
    return movePage(call, *standing, 409);
}

} // namespace idcounter::platform
