#include "platform/pages/readings.h"

#include "platform/service/applications.h"
#include "platform/service/stations.h"
#include "platform/store/seats.h"

#include <QLocale>

using namespace Qt::StringLiterals;

namespace idcounter::platform {

namespace {

constexpr int firstDigitsOfUnit = 2; // the province of a unit code: the region of the fee table

QLocale localeOf(const Words &words)
{
    return words.language() == "en"_L1 ? QLocale(QLocale::English) : QLocale(QLocale::Chinese, QLocale::China);
}

} // namespace

QString dayText(const Words &words, const QDate &day)
{
    return localeOf(words).toString(day, words.language() == "en"_L1 ? u"d MMMM yyyy"_s : u"yyyy年M月d日"_s);
}

QString weekdayText(const Words &words, const QDate &day)
{
    return localeOf(words).toString(day, words.language() == "en"_L1 ? u"dddd, d MMMM yyyy"_s : u"yyyy年M月d日 dddd"_s);
}

QString momentText(const Words &words, const QString &instant)
{
    const QDateTime at = stationTime(instantFrom(instant));
    return at.isValid() ? dayText(words, at.date()) + u' ' + at.time().toString(u"HH:mm"_s) : QString();
}

QStringList reasonTexts(const Resource &resource)
{
    QStringList texts;
    const QJsonArray reasons = resource.body[u"reasons"_s].toArray();
    for (const QJsonValue &reason : reasons)
        texts << reason[u"text"_s].toString();
    return texts;
}

QString businessName(const Call &call, const QString &reason)
{
    const auto found = call.site.tables.reasons.find(reason);
    if (!found)
        return reason;
    if (call.words.language() != "en"_L1)
        return found->chinese;
    return found->english.left(1).toUpper() + found->english.mid(1);
}

QString priceOf(const Call &call, const QString &reason, const QString &station)
{
    const auto found = call.site.tables.reasons.find(reason);
    if (!found)
        return {};
    const auto charge
        = call.platform().fees.charge(found->feeCode, today(call.platform().clock), station.left(firstDigitsOfUnit));
    if (!charge)
        return {};
    return charge->amount.amount == 0 ? call.words(QT_TRANSLATE_NOOP("Platform", "free of charge"))
                                      : call.words(QT_TRANSLATE_NOOP("Platform", "%1 yuan")).arg(charge->amount.yuan());
}

QJsonObject placeNamed(const Call &call, const QString &id)
{
    const auto there = call.platform().read([&](Resources &resources) { return resources.find(u"places"_s, id); });
    return there && *there ? (*there)->body[u"body"_s].toObject() : QJsonObject();
}

QList<QJsonObject> openPlaces(const Call &call)
{
    const auto places = call.platform().read([](Resources &resources) -> Result<QList<QJsonObject>> {
        QList<QJsonObject> open;
        const auto stations = Stations(resources.connection()).all();
        if (!stations)
            return stations.error();
        for (const Station &station : *stations) {
            const auto its = resources.ofStation(station.unit, u"places"_s);
            if (!its)
                return its.error();
            for (const Resource &place : *its) {
                const QJsonObject body = place.body[u"body"_s].toObject();
                if (!station.suspended && !body[u"closed"_s].toBool())
                    open << body;
            }
        }
        return open;
    });
    return places ? *places : QList<QJsonObject>();
}

QString visitText(const Call &call, const QJsonObject &place)
{
    constexpr int daysNamed = 6;
    if (place[u"kind"_s].toString() != "VISIT"_L1)
        return {};
    const auto days = call.platform().read(
        [&](Resources &resources) { return Seats(resources).openDays(place[u"id"_s].toString(), daysNamed); });
    if (!days || days->isEmpty())
        return call.words(QT_TRANSLATE_NOOP("Platform", "The days of the next visit are not fixed yet."));
    QStringList texts;
    for (const QString &day : *days)
        texts << weekdayText(call.words, QDate::fromString(day, Qt::ISODate));
    return call.words(QT_TRANSLATE_NOOP("Platform", "The field team is in the village on %1."))
        .arg(texts.join(call.words(QT_TRANSLATE_NOOP("Platform", ", "))));
}

QStringList papersFor(const Words &words, const QJsonObject &place, const QString &reason)
{
    QStringList papers;
    const QJsonArray businesses = place[u"businesses"_s].toArray();
    for (const QJsonValue &business : businesses) {
        if (business[u"reason"_s].toString() != reason)
            continue;
        const QJsonArray its = business[u"papers"_s].toArray();
        for (const QJsonValue &paper : its)
            papers << words.of(paper.toObject());
    }
    return papers;
}

StateReading readingOfBooking(const Call &call, const Resource &booking)
{
    const Words &words = call.words;
    const QString state = booking.state;
    if (state == "SUBMITTED"_L1)
        return {words(QT_TRANSLATE_NOOP("Platform", "Being reviewed")), Tone::Plain,
                words(QT_TRANSLATE_NOOP("Platform",
                                        "The station reviews what you entered. You will get a text and a message here; "
                                        "there is nothing to do now."))};
    if (state == "MORE_ASKED"_L1)
        return {words(QT_TRANSLATE_NOOP("Platform", "More is needed")), Tone::Attention,
                words(QT_TRANSLATE_NOOP("Platform", "Read what the station asks, and fill in the form again."))};
    if (state == "OFFERED"_L1)
        return {words(QT_TRANSLATE_NOOP("Platform", "Waiting for your confirmation")), Tone::Attention,
                words(QT_TRANSLATE_NOOP("Platform", "Confirm the time by %1, or the place is given away."))
                    .arg(momentText(words, booking.body[u"offeredUntil"_s].toString()))};
    if (state == "CONFIRMED"_L1)
        return {words(QT_TRANSLATE_NOOP("Platform", "Confirmed")), Tone::Good,
                words(QT_TRANSLATE_NOOP("Platform", "Come on %1, and bring the papers that are listed."))
                    .arg(words.appointment(booking.body[u"appointment"_s].toObject()))};
    if (state == "ARRIVED"_L1)
        return {words(QT_TRANSLATE_NOOP("Platform", "You came")), Tone::Good,
                words(QT_TRANSLATE_NOOP("Platform",
                                        "The station goes on with your application. Keep the collection slip that you "
                                        "were given."))};
    if (state == "NO_SHOW"_L1)
        return {words(QT_TRANSLATE_NOOP("Platform", "You did not come")), Tone::Attention,
                words(QT_TRANSLATE_NOOP("Platform", "You can book again, or come to the station without a booking."))};
    if (state == "REFUSED"_L1)
        return {words(QT_TRANSLATE_NOOP("Platform", "Not approved")), Tone::Bad,
                words(QT_TRANSLATE_NOOP("Platform", "Read the reasons. You can book again when they are settled."))};
    if (state == "EXPIRED"_L1)
        return {words(QT_TRANSLATE_NOOP("Platform", "Not confirmed in time")), Tone::Attention,
                words(QT_TRANSLATE_NOOP("Platform", "The place was given away. You can book again."))};
    return {words(QT_TRANSLATE_NOOP("Platform", "Cancelled")), Tone::Plain,
            words(QT_TRANSLATE_NOOP("Platform", "You can book again at any time."))};
}

StateReading readingOfApplication(const Call &call, const Resource &application)
{
    const Words &words = call.words;
    const QString state = application.state;
    if (state == "SUBMITTED"_L1)
        return {words(QT_TRANSLATE_NOOP("Platform", "Being checked")), Tone::Plain,
                words(QT_TRANSLATE_NOOP("Platform",
                                        "The station checks whether your card can be made again from the photo and "
                                        "fingerprints on record. There is nothing to do now."))};
    if (state == "ELIGIBLE"_L1)
        return {words(QT_TRANSLATE_NOOP("Platform", "Waiting for your payment")), Tone::Attention,
                words(QT_TRANSLATE_NOOP("Platform", "Pay by %1, or the application ends."))
                    .arg(momentText(words, application.body[u"payUntil"_s].toString()))};
    if (state == "SENT_TO_COUNTER"_L1)
        return {words(QT_TRANSLATE_NOOP("Platform", "Please come to the station")), Tone::Attention,
                words(QT_TRANSLATE_NOOP("Platform", "Your card cannot be made again online. The reasons are listed."))};
    if (state == "PAID"_L1)
        return {
            words(QT_TRANSLATE_NOOP("Platform", "Paid")), Tone::Good,
            words(QT_TRANSLATE_NOOP("Platform", "The station accepts your application. There is nothing to do now."))};
    if (state == "TAKEN_OVER"_L1)
        return {words(QT_TRANSLATE_NOOP("Platform", "Accepted")), Tone::Good,
                words(QT_TRANSLATE_NOOP("Platform", "Your card is being made and will come by mail."))};
    if (state == "REFUSED"_L1)
        return {words(QT_TRANSLATE_NOOP("Platform", "Refused")), Tone::Bad,
                words(QT_TRANSLATE_NOOP("Platform", "Read the reasons. What you paid is given back."))};
    return {words(QT_TRANSLATE_NOOP("Platform", "Withdrawn")), Tone::Plain,
            words(QT_TRANSLATE_NOOP("Platform", "You can apply again at any time."))};
}

void letFallDue(const Platform &platform)
{
    const auto due = platform.read([](Resources &resources) { return resources.due(1); });
    if (!due || due->isEmpty())
        return;
    // What could not fall due now does so when the next one looks.
    [[maybe_unused]] const auto settled
        = platform.write([&](Resources &resources) { return settle(platform, resources); });
}

} // namespace idcounter::platform
