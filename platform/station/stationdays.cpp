#include "platform/service/applications.h"
#include "platform/station/cursors.h"
#include "platform/station/problems.h"
#include "platform/station/stationapi.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace idcounter::platform {

namespace {

constexpr int mostDays = 62;

} // namespace

Outcome<HttpResponse> StationApi::findSlots(const Call &call) const
{
    const auto from = day(call, u"from"_s);
    const auto until = day(call, u"until"_s);
    if (!from)
        return from.problem();
    if (!until)
        return until.problem();
    const QString place = call.query.queryItemValue(u"place"_s);
    if (!isId(place))
        return malformed(u"#place"_s, place.isEmpty() ? u"missing"_s : u"format"_s);
    const QString freeFor = call.query.queryItemValue(u"freeFor"_s);
    if (!freeFor.isEmpty() && freeFor != "PUBLIC"_L1 && freeFor != "STATION"_L1)
        return malformed(u"#freeFor"_s, u"format"_s);
    if (from->daysTo(*until) < 0 || from->daysTo(*until) >= mostDays)
        return malformed(u"#until"_s, u"range"_s);
    return m_platform.read([&](Resources &resources) -> Outcome<HttpResponse> {
        const auto page = pageOf(call, resources);
        if (!page)
            return page.problem();
        const auto there = resources.find(u"places"_s, place);
        if (!there)
            return there.error();
        if (!*there || (*there)->station != call.speaker.station.unit)
            return Problem::of(u"not-found"_s);
        const auto ids = Seats(resources).slotsOf(place, *from, *until);
        if (!ids)
            return ids.error();
        QJsonArray list;
        QJsonObject answer;
        bool isBehind = page->id.isEmpty();
        for (const QString &id : *ids) {
            if (!isBehind) {
                isBehind = id == page->id;
                continue;
            }
            if (list.size() == page->limit) {
                answer[u"nextPage"_s] = Cursors(m_platform.keys, call.speaker.station.unit)
                                            .text({.epoch = page->epoch,
                                                   .position = page->position,
                                                   .kind = u"slots"_s,
                                                   .id = list.last()[u"id"_s].toString()});
                break;
            }
            const auto slot = resources.find(u"slots"_s, id);
            if (!slot)
                return slot.error();
            if (!*slot)
                continue;
            const auto body = shown(resources, **slot);
            if (!body)
                return body.problem();
            const QJsonArray seats = (*body)[u"seats"_s].toArray();
            const bool fits = freeFor.isEmpty() || std::any_of(seats.begin(), seats.end(), [&](const QJsonValue &seat) {
                                  return seat[u"owner"_s].toString() == freeFor
                                      && seat[u"state"_s].toString() == "FREE"_L1 && !seat[u"closing"_s].toBool();
                              });
            if (fits)
                list << *body;
        }
        answer[u"slots"_s] = list;
        return jsonAnswer(200, answer);
    });
}

Outcome<HttpResponse> StationApi::paymentDay(const Call &call) const
{
    const auto wanted = day(call, u"day"_s);
    if (!wanted)
        return wanted.problem();
    return m_platform.read([&](Resources &resources) -> Outcome<HttpResponse> {
        const auto page = pageOf(call, resources);
        if (!page)
            return page.problem();
        const auto whole = Payments(m_platform, resources).day(call.speaker.station.unit, *wanted);
        if (!whole)
            return whole.problem();
        QJsonObject answer = *whole;
        QJsonArray list;
        const QJsonArray all = answer[u"payments"_s].toArray();
        for (const QJsonValue &payment : all) {
            if (payment[u"id"_s].toString() <= page->id)
                continue;
            if (list.size() == page->limit) {
                answer[u"nextPage"_s] = Cursors(m_platform.keys, call.speaker.station.unit)
                                            .text({.epoch = page->epoch,
                                                   .position = page->position,
                                                   .kind = u"payments"_s,
                                                   .id = list.last()[u"id"_s].toString()});
                break;
            }
            list << payment;
        }
        answer[u"payments"_s] = list;
        return jsonAnswer(200, answer);
    });
}

} // namespace idcounter::platform
