#include "platform/pages/handlers.h"
#include "platform/pages/readings.h"
#include "platform/service/applications.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace idcounter::platform {

namespace {

constexpr char lostCard[] = "41"; // GA/T 2000.10, the only business online
constexpr qsizetype mostMessages = 50;

bool isUnread(const Resource &message)
{
    const QJsonArray deliveries = message.body[u"deliveries"_s].toArray();
    return std::any_of(deliveries.begin(), deliveries.end(), [](const QJsonValue &one) {
        return one[u"channel"_s].toString() == "PAGE"_L1 && one[u"state"_s].toString() != "DELIVERED"_L1;
    });
}

// What an account has, newest first.
struct Mine
{
    QList<Resource> bookings;
    QList<Resource> applications;
    QList<Resource> messages;
};

Outcome<Mine> mineOf(const Call &call)
{
    return call.platform().read([&](Resources &resources) -> Outcome<Mine> {
        const QString account = call.account().id;
        const auto bookings = Bookings(call.platform(), resources).all(account);
        if (!bookings)
            return bookings.problem();
        const auto applications = Applications(call.platform(), resources).all(account);
        if (!applications)
            return applications.problem();
        const auto messages = resources.ofAccount(account, u"messages"_s);
        if (!messages)
            return messages.error();
        return Mine{*bookings, *applications, *messages};
    });
}

void addPlaces(View &view, const Call &call)
{
    const QList<QJsonObject> places = openPlaces(call);
    if (places.isEmpty())
        return;
    view.heading(call.words(QT_TRANSLATE_NOOP("Platform", "Where to come")));
    QList<std::pair<QString, QString>> facts;
    for (const QJsonObject &place : places) {
        QStringList where{call.words.of(place[u"address"_s].toObject())};
        if (const QString phone = place[u"phone"_s].toString(); !phone.isEmpty())
            where << call.words(QT_TRANSLATE_NOOP("Platform", "Telephone %1")).arg(phone);
        if (const QString visit = visitText(call, place); !visit.isEmpty())
            where << visit;
        facts << std::pair(call.words.of(place[u"name"_s].toObject()), where.join(u' '));
    }
    view.facts(facts);
}

} // namespace

HttpResponse showHome(const Call &call)
{
    const Words &words = call.words;
    View view(call, words(QT_TRANSLATE_NOOP("Platform", "What would you like to do?")));
    view.card(
        words(QT_TRANSLATE_NOOP("Platform", "Book a visit to the station")), u"/booking/new"_s,
        words(QT_TRANSLATE_NOOP(
            "Platform",
            "For a first card, an expired, damaged or lost one, or changed data. You fill in the form at home, the "
            "station reviews it and tells you a time and a place.")));
    const QString price = priceOf(call, QString::fromLatin1(lostCard), {});
    view.card(
        words(QT_TRANSLATE_NOOP("Platform", "Have a lost card made again online")), u"/reissue"_s,
        words(QT_TRANSLATE_NOOP(
                  "Platform",
                  "If your fingerprints are on record, photo and fingerprints are still valid, and nothing in your "
                  "household registration has changed since. %1, 20 working days, by mail."))
            .arg(price));
    if (call.visitor.account) {
        view.card(words(QT_TRANSLATE_NOOP("Platform", "My applications")), u"/me"_s,
                  words(QT_TRANSLATE_NOOP("Platform", "How they stand, and what to do next.")));
    } else {
        view.card(words(QT_TRANSLATE_NOOP("Platform", "Log in")), u"/login"_s,
                  words(QT_TRANSLATE_NOOP("Platform",
                                          "With your mobile telephone: we send you a code. There is no password and "
                                          "nothing to register beforehand.")));
    }
    if (call.platform().isPractice()) {
        view.card(words(QT_TRANSLATE_NOOP("Platform", "Texts of the practice platform")), u"/practice/messages"_s,
                  words(QT_TRANSLATE_NOOP("Platform",
                                          "No text leaves a practice platform. Codes and notices are shown here.")));
    }
    addPlaces(view, call);
    view.heading(words(QT_TRANSLATE_NOOP("Platform", "Good to know")));
    view.items(
        {words(QT_TRANSLATE_NOOP("Platform", "A booking is free. The fee for the card is paid at the station.")),
         words(QT_TRANSLATE_NOOP("Platform", "You can also come without a booking, in the opening hours.")),
         words(QT_TRANSLATE_NOOP("Platform",
                                 "If you need a card while yours is being made, apply for a temporary identity card at "
                                 "the station.")),
         words(
             QT_TRANSLATE_NOOP("Platform",
                               "What you enter is sealed for the station. This website cannot read it afterwards, and "
                               "it is deleted when the station has taken it over."))});
    return view.answer();
}

HttpResponse showMine(const Call &call)
{
    letFallDue(call.platform());
    const auto mine = mineOf(call);
    if (!mine)
        return problemPage(call, mine.problem());
    const Words &words = call.words;
    View view(call, words(QT_TRANSLATE_NOOP("Platform", "My applications")));
    const auto unread = std::count_if(mine->messages.begin(), mine->messages.end(), isUnread);
    if (unread > 0) {
        view.notice(Tone::Attention, words(QT_TRANSLATE_NOOP("Platform", "New messages: %1")).arg(unread));
        view.link(words(QT_TRANSLATE_NOOP("Platform", "Read the messages")), u"/messages"_s);
    }
    for (const Resource &booking : mine->bookings) {
        const StateReading reading = readingOfBooking(call, booking);
        view.card(words(QT_TRANSLATE_NOOP("Platform", "Booking: %1"))
                      .arg(businessName(call, booking.body[u"reason"_s].toString())),
                  u"/booking/"_s + booking.id,
                  words(QT_TRANSLATE_NOOP("Platform", "Sent on %1. %2"))
                      .arg(momentText(words, booking.body[u"submittedAt"_s].toString()), reading.next),
                  reading.state, reading.tone);
    }
    for (const Resource &application : mine->applications) {
        const StateReading reading = readingOfApplication(call, application);
        view.card(words(QT_TRANSLATE_NOOP("Platform", "Lost card made again online")),
                  u"/application/"_s + application.id,
                  words(QT_TRANSLATE_NOOP("Platform", "Sent on %1. %2"))
                      .arg(momentText(words, application.body[u"submittedAt"_s].toString()), reading.next),
                  reading.state, reading.tone);
    }
    if (mine->bookings.isEmpty() && mine->applications.isEmpty())
        view.paragraph(words(QT_TRANSLATE_NOOP("Platform", "Your bookings and applications will stand here.")));
    view.linkButton(words(QT_TRANSLATE_NOOP("Platform", "Book a visit to the station")), u"/booking/new"_s);
    view.link(words(QT_TRANSLATE_NOOP("Platform", "Have a lost card made again online")), u"/reissue"_s);
    view.link(words(QT_TRANSLATE_NOOP("Platform", "Change the telephone number")), u"/me/phone"_s);
    return view.answer();
}

HttpResponse showMessages(const Call &call)
{
    const auto mine = mineOf(call);
    if (!mine)
        return problemPage(call, mine.problem());
    const Words &words = call.words;
    View view(call, words(QT_TRANSLATE_NOOP("Platform", "Messages")));
    if (mine->messages.isEmpty())
        view.paragraph(words(QT_TRANSLATE_NOOP("Platform", "What the station tells you will stand here.")));
    const QList<Resource> shown = mine->messages.first(std::min(mostMessages, mine->messages.size()));
    QStringList opened;
    for (const Resource &message : shown) {
        const QJsonObject body = message.body[u"body"_s].toObject();
        const bool isNew = isUnread(message);
        if (isNew)
            opened << message.id;
        const bool isOfBooking = body[u"about"_s][u"kind"_s].toString() == "bookings"_L1;
        const QString title = isOfBooking ? words(QT_TRANSLATE_NOOP("Platform", "Your booking, %1"))
                                          : words(QT_TRANSLATE_NOOP("Platform", "Your application, %1"));
        view.card(title.arg(momentText(words, body[u"at"_s].toString())),
                  (isOfBooking ? u"/booking/"_s : u"/application/"_s) + body[u"about"_s][u"id"_s].toString(),
                  body[u"text"_s].toString(), isNew ? words(QT_TRANSLATE_NOOP("Platform", "New")) : QString(),
                  Tone::Attention);
    }
    if (!opened.isEmpty()) { // what cannot be written down now is new once more
        [[maybe_unused]] const auto told = call.platform().write([&](Resources &resources) -> Outcome<void> {
            for (const QString &id : std::as_const(opened)) {
                if (const auto one = Messages(call.platform(), resources).opened(call.account().id, id); !one)
                    return one.error();
            }
            return {};
        });
    }
    return view.answer();
}

} // namespace idcounter::platform
