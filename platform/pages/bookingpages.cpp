#include "platform/pages/bookingform.h"
#include "platform/pages/handlers.h"
#include "platform/pages/readings.h"
#include "platform/service/bookings.h"

#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace idcounter::platform {

namespace {

constexpr int mostBookings = 10; // of an account in a day
constexpr qint64 secondsOfDay = 86400;
constexpr qsizetype mostHalfDays = 20;
constexpr int mostTimesSeen = 2000;
constexpr int longestAnswer = 500; // by the contract
constexpr char han[] = "01"; // GB/T 3304

bool isId(const QString &text)
{
    static const QRegularExpression uuid(u"^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$"_s);
    return uuid.match(text).hasMatch();
}

// What is known before anything was typed.
FormBody prefilled(const Call &call)
{
    FormBody form;
    form.set(u"ethnicGroup"_s, QString::fromLatin1(han));
    form.set(u"collection"_s, u"IN_PERSON"_s);
    form.set(u"phone"_s, call.account().phone);
    return form;
}

HttpResponse placeChoice(const Call &call, const QList<QJsonObject> &places)
{
    const Words &words = call.words;
    View view(call, words(QT_TRANSLATE_NOOP("Platform", "Book a visit to the station")));
    if (places.isEmpty()) {
        view.notice(Tone::Attention, words(QT_TRANSLATE_NOOP("Platform", "No station takes bookings at present")),
                    words(QT_TRANSLATE_NOOP("Platform", "You can come without a booking, in the opening hours.")));
        return view.answer();
    }
    QList<Choice> choices;
    for (const QJsonObject &place : places) {
        choices << Choice{place[u"id"_s].toString(), words.of(place[u"name"_s].toObject()),
                          (words.of(place[u"address"_s].toObject()) + u' ' + visitText(call, place)).trimmed()};
    }
    FormBody form;
    form.set(u"place"_s, choices.first().value);
    view.beginSearch(u"/booking/new"_s);
    view.radios({.name = u"place"_s, .label = words(QT_TRANSLATE_NOOP("Platform", "Where do you want to come?"))},
                choices, form);
    view.button(words(QT_TRANSLATE_NOOP("Platform", "Go on")));
    view.endForm();
    return view.answer();
}

HttpResponse newBookingPage(const Call &call, const QJsonObject &place, const QString &id, int status = 200)
{
    const Words &words = call.words;
    View view(call, words(QT_TRANSLATE_NOOP("Platform", "Registration form for online booking")));
    view.errors(call.form);
    view.facts({{words(QT_TRANSLATE_NOOP("Platform", "Place")), words.of(place[u"name"_s].toObject())},
                {words(QT_TRANSLATE_NOOP("Platform", "Address")), words.of(place[u"address"_s].toObject())}});
    if (const QString visit = visitText(call, place); !visit.isEmpty())
        view.paragraph(visit);
    if (openPlaces(call).size() > 1)
        view.link(words(QT_TRANSLATE_NOOP("Platform", "Choose another place")), u"/booking/new"_s);
    view.muted(words(QT_TRANSLATE_NOOP(
        "Platform",
        "Have the household booklet at hand. Please send the form within 30 minutes; after that you have to log "
        "in again.")));
    view.beginForm(u"/booking/new"_s);
    view.hidden(u"id"_s, id);
    view.hidden(u"place"_s, place[u"id"_s].toString());
    BookingForm(call, place).show(view, call.form, freeHalfDays(call, place));
    view.muted(words(QT_TRANSLATE_NOOP("Platform", "Pictures of papers can be added when the form has been sent.")));
    view.paragraph(words(QT_TRANSLATE_NOOP(
        "Platform",
        "With \"Send\" you declare that what you entered is true and complete. It is sealed for the station; this "
        "website cannot read it afterwards.")));
    view.button(words(QT_TRANSLATE_NOOP("Platform", "Send")));
    view.endForm();
    return view.answer(status);
}

// The place that is named; where there is only one, that one.
QJsonObject placeFor(const QList<QJsonObject> &places, const QString &id)
{
    if (places.size() == 1 && id.isEmpty())
        return places.first();
    const auto found = std::find_if(places.begin(), places.end(),
                                    [&](const QJsonObject &place) { return place[u"id"_s].toString() == id; });
    return found == places.end() ? QJsonObject() : *found;
}

// Seconds until the account may book again; 0: now. The booking itself does not count, when its form comes twice.
Outcome<qint64> waitForBooking(const Call &call, Resources &resources, const QString &id)
{
    const auto all = Bookings(call.platform(), resources).all(call.account().id);
    if (!all)
        return all.problem();
    const QDateTime since = resources.now().addSecs(-secondsOfDay);
    int recent = 0;
    QDateTime oldest = resources.now();
    for (const Resource &booking : *all) {
        const QDateTime at = instantFrom(booking.body[u"submittedAt"_s].toString());
        if (at <= since || booking.id == id)
            continue;
        ++recent;
        oldest = std::min(oldest, at);
    }
    return recent < mostBookings ? qint64(0) : std::max<qint64>(1, since.secsTo(oldest));
}

// Before the person is looked for: how many had a booking by another account.
Outcome<Accounts::Asking> askPerson(const Call &call)
{
    return call.platform().write([&](Resources &resources) -> Outcome<Accounts::Asking> {
        const auto asking = Accounts(call.platform(), resources).askPerson(call.account().id, call.request.peer);
        return asking ? Outcome<Accounts::Asking>(*asking) : asking.error();
    });
}

// What cannot be taken away now counts until tomorrow.
void takeAway(const Call &call, const QString &mark)
{
    [[maybe_unused]] const auto taken = call.platform().write(
        [&](Resources &resources) -> Outcome<void> { return Accounts(call.platform(), resources).takeAway(mark); });
}

bool hasOwn(const Call &call, const QString &number)
{
    const auto own = call.platform().read(
        [&](Resources &resources) { return Bookings(call.platform(), resources).hasLive(call.account().id, number); });
    return own && *own;
}

} // namespace

QList<HalfDay> freeHalfDays(const Call &call, const QJsonObject &place)
{
    const QJsonObject rules = place[u"rules"_s].toObject();
    const QDate now = today(call.platform().clock);
    const auto free = call.platform().read([&](Resources &resources) {
        return Seats(resources).free(
            place[u"id"_s].toString(), beginOf(now.addDays(rules[u"bookableFromDays"_s].toInt())),
            beginOf(now.addDays(rules[u"bookableToDays"_s].toInt() + 1)), 1, mostTimesSeen, call.account().id);
    });
    QList<HalfDay> halves;
    if (!free)
        return halves;
    for (const QJsonValue &one : *free) {
        const QDate day = QDate::fromString(one[u"day"_s].toString(), Qt::ISODate);
        const QTime from = QTime::fromString(one[u"time"_s].toString(), u"HH:mm"_s);
        const QTime end = from.addSecs(one[u"minutes"_s].toInt() * 60);
        const QString until = (end > from ? end : QTime(23, 59)).toString(u"HH:mm"_s);
        const bool isMorning = from.hour() < 12;
        const bool goesOn = !halves.isEmpty() && halves.last().day == day
            && (QTime::fromString(halves.last().from, u"HH:mm"_s).hour() < 12) == isMorning;
        if (goesOn)
            halves.last().until = until;
        else if (halves.size() == mostHalfDays)
            break;
        else
            halves << HalfDay{.day = day, .from = from.toString(u"HH:mm"_s), .until = until};
    }
    return halves;
}

HttpResponse showNewBooking(const Call &asked)
{
    const QList<QJsonObject> places = openPlaces(asked);
    const QJsonObject place = placeFor(places, asked.request.query().queryItemValue(u"place"_s));
    if (place.isEmpty())
        return placeChoice(asked, places);
    Call call = asked;
    call.form = prefilled(call);
    return newBookingPage(call, place, newId(call.now()));
}

HttpResponse submitBooking(const Call &sent)
{
    Call call = sent;
    const QString id = isId(call.form.value(u"id"_s)) ? call.form.value(u"id"_s) : newId(call.now());
    const QJsonObject place = placeNamed(call, call.form.value(u"place"_s));
    if (place.isEmpty())
        return problemPage(call, 404);
    const BookingForm form(call, place);
    BookingOrder order{.id = id,
                       .account = call.account().id,
                       .language = call.words.language(),
                       .place = place[u"id"_s].toString(),
                       .times = form.times(call.form),
                       .form = form.read(call.form)};
    if (!call.form.errors().isEmpty())
        return newBookingPage(call, place, id, 400);
    const auto asking = askPerson(call);
    if (!asking)
        return problemPage(call, asking.problem());
    qint64 wait = asking->retryAfter;
    const auto made = call.platform().write([&](Resources &resources) -> Outcome<Resource> {
        const auto seconds = waitForBooking(call, resources, id);
        if (!seconds)
            return seconds.problem();
        wait = std::max(wait, *seconds);
        if (wait > 0)
            return Problem::of(u"too-many-requests"_s);
        if (const auto taken = Accounts(call.platform(), resources).takeAway(asking->mark); !taken)
            return taken.error();
        return Bookings(call.platform(), resources).submit(order);
    });
    if (made)
        return redirection(u"/booking/"_s + made->id);
    const bool isAnothers = made.problem().type == "person-has-booking"_L1
        && !hasOwn(call, order.form[u"applicant"_s][u"number"_s].toString());
    if (!isAnothers)
        takeAway(call, asking->mark);
    if (wait > 0)
        return tooManyPage(call, wait, call.words(QT_TRANSLATE_NOOP("Platform", "You have booked often today")));
    if (made.problem().type == "person-has-booking"_L1 && !isAnothers) {
        call.form.addError(u"number"_s,
                           call.words(QT_TRANSLATE_NOOP("Platform",
                                                        "You have a booking for this person already. Look at \"My "
                                                        "applications\".")));
        return newBookingPage(call, place, id, 409);
    }
    BookingForm::blame(call, made.problem(), call.form);
    return call.form.errors().isEmpty() ? problemPage(call, made.problem()) : newBookingPage(call, place, id, 409);
}

namespace {

HttpResponse answerPage(const Call &call, const Resource &booking, int status = 200)
{
    const Words &words = call.words;
    View view(call, words(QT_TRANSLATE_NOOP("Platform", "Answer the station")));
    view.errors(call.form);
    view.heading(words(QT_TRANSLATE_NOOP("Platform", "What the station asks")));
    view.items(reasonTexts(booking));
    view.muted(words(QT_TRANSLATE_NOOP(
        "Platform",
        "What you entered before is sealed, and this website cannot read it. Please fill in the form again, with "
        "what is asked for.")));
    view.beginForm(u"/booking/%1/answer"_s.arg(booking.id));
    view.beginGroup(words(QT_TRANSLATE_NOOP("Platform", "Answer")));
    view.area(
        {.name = u"answer"_s, .label = words(QT_TRANSLATE_NOOP("Platform", "Your answer")), .longest = longestAnswer},
        call.form);
    view.endGroup();
    BookingForm(call, placeNamed(call, booking.body[u"place"_s].toString())).show(view, call.form, {});
    view.button(words(QT_TRANSLATE_NOOP("Platform", "Send")));
    view.endForm();
    return view.answer(status);
}

Outcome<Resource> mine(const Call &call)
{
    return call.platform().read(
        [&](Resources &resources) { return Bookings(call.platform(), resources).find(call.account().id, call.id); });
}

} // namespace

HttpResponse showAnswer(const Call &asked)
{
    Call call = asked;
    const auto booking = mine(call);
    if (!booking)
        return problemPage(call, booking.problem());
    if (booking->state != "MORE_ASKED"_L1)
        return redirection(u"/booking/"_s + call.id);
    call.form = prefilled(call);
    call.form.set(u"reason"_s, booking->body[u"reason"_s].toString());
    call.form.set(u"offSite"_s, booking->body[u"awayFromHome"_s].toBool() ? u"yes"_s : QString());
    return answerPage(call, *booking);
}

HttpResponse submitAnswer(const Call &sent)
{
    Call call = sent;
    const auto booking = mine(call);
    if (!booking)
        return problemPage(call, booking.problem());
    if (booking->state != "MORE_ASKED"_L1) // sent twice
        return redirection(u"/booking/"_s + call.id);
    const QString answer = FieldCheck(call, call.form).lines(u"answer"_s, longestAnswer);
    const QJsonObject place = placeNamed(call, booking->body[u"place"_s].toString());
    QJsonObject form = BookingForm(call, place).read(call.form);
    if (!call.form.errors().isEmpty())
        return answerPage(call, *booking, 400);
    form[u"answers"_s]
        = QJsonArray{QJsonObject{{u"decision"_s, booking->body[u"last"_s][u"decision"_s]}, {u"text"_s, answer}}};
    const auto answered = call.platform().write([&](Resources &resources) {
        return Bookings(call.platform(), resources).answer(call.account().id, call.id, form);
    });
    if (answered || answered.problem().type == "state-conflict"_L1)
        return redirection(u"/booking/"_s + call.id);
    BookingForm::blame(call, answered.problem(), call.form);
    return call.form.errors().isEmpty() ? problemPage(call, answered.problem()) : answerPage(call, *booking, 409);
}

} // namespace idcounter::platform
