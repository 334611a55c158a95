#include "platform/station/stationapi.h"

#include "app/exchange/canonicaljson.h"
#include "platform/service/applications.h"
#include "platform/station/cursors.h"
#include "platform/station/problems.h"
#include "platform/station/stationwrites.h"

#include <QDeadlineTimer>
#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace idcounter::platform {

namespace {

constexpr char root[] = "/station/v1/";
constexpr int mostOfPage = 500;
constexpr int usualPage = 200;
constexpr int longestWait = 20; // seconds
constexpr int mostWaiting = 4; // of the threads that answer
constexpr qsizetype largestAnswer = qsizetype(4) << 20;
constexpr qsizetype largestRequest = qsizetype(256) << 10;

const QStringList &kinds()
{
    static const QStringList all{u"bookings"_s, u"applications"_s, u"decisions"_s, u"visits"_s,
                                 u"places"_s,   u"slots"_s,        u"messages"_s,  u"payments"_s,
                                 u"mailings"_s, u"receipts"_s,     u"claims"_s};
    return all;
}

QByteArray etag(qint64 version)
{
    return '"' + QByteArray::number(version) + '"';
}

QJsonObject change(const Resource &resource, const QJsonObject &body)
{
    return {
        {u"kind"_s, resource.kind}, {u"id"_s, resource.id}, {u"version"_s, resource.version}, {u"resource"_s, body}};
}

} // namespace

bool isId(const QString &text)
{
    static const QRegularExpression form(u"^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$"_s);
    return form.match(text).hasMatch();
}

Problem malformed(const QString &pointer, const QString &code)
{
    return Problem::of(u"request-malformed"_s,
                       {{u"errors"_s, QJsonArray{QJsonObject{{u"pointer"_s, pointer}, {u"code"_s, code}}}}});
}

Outcome<QJsonObject> shown(Resources &resources, const Resource &resource)
{
    QJsonObject body = resource.body;
    if (resource.kind != "slots"_L1)
        return body;
    const auto seats = Seats(resources).seatsOf(resource.id);
    if (!seats)
        return seats.error();
    body[u"seats"_s] = *seats;
    return body;
}

HttpResponse StationApi::answer(const HttpRequest &request) const
{
    const QString requestId = newId(m_platform.clock());
    const QByteArray language = request.header("accept-language");
    const auto done = [&]() -> Outcome<HttpResponse> {
        const QByteArray path = request.path();
        if (!path.startsWith(root) || path.contains('%'))
            return Problem::of(u"not-found"_s);
        if (request.body.size() > largestRequest)
            return Problem::of(u"too-large"_s);
        const auto speaker = m_auth.speaker(request);
        if (!speaker)
            return speaker.problem();
        const StationAuth::Turn turn(m_auth, speaker->station.unit);
        if (!turn.isGranted())
            return Problem::of(u"too-many-requests"_s);
        return answer(Call{.request = request,
                           .speaker = *speaker,
                           .requestId = requestId,
                           .path = QString::fromLatin1(path.mid(qsizetype(sizeof(root)) - 1)).split(u'/'),
                           .query = request.query()});
    }();
    HttpResponse response = done ? *done : answerOf(done.problem(), requestId, language);
    response.with("Request-Id", requestId.toLatin1()).with("Cache-Control", "no-store");
    return response;
}

HttpResponse StationApi::answerAs(const Station &station, const PublicKeys &keys, const QByteArray &target) const
{
    const HttpRequest request{.method = "GET", .target = QByteArray(root) + target};
    const QString requestId = newId(m_platform.clock());
    const auto done
        = answer(Call{.request = request,
                      .speaker = {.station = station, .keys = keys},
                      .requestId = requestId,
                      .path = QString::fromLatin1(request.path().mid(qsizetype(sizeof(root)) - 1)).split(u'/'),
                      .query = request.query()});
    return done ? *done : answerOf(done.problem(), requestId, "zh-CN");
}

Outcome<HttpResponse> StationApi::answer(const Call &call) const
{
    const bool isKind = kinds().contains(call.path.value(0));
    if (call.request.method == "GET")
        return read(call);
    if (call.path.size() != 2 || !isKind)
        return Problem::of(u"not-found"_s);
    if (!isId(call.path[1]))
        return malformed(u"#id"_s, u"format"_s);
    if (call.request.method == "PUT") {
        const auto done = put(call);
        if (done)
            wake();
        return done;
    }
    if (call.request.method == "DELETE" && call.path[0] == "claims"_L1)
        return releaseClaim(call);
    return Problem::of(u"not-found"_s);
}

Outcome<HttpResponse> StationApi::read(const Call &call) const
{
    if (call.path.size() == 1) {
        const QString &name = call.path[0];
        if (name == "meta"_L1)
            return meta(call);
        if (name == "changes"_L1)
            return changes(call);
        if (name == "snapshot"_L1)
            return snapshot(call);
        if (name == "versions"_L1)
            return versions(call);
        if (name == "slots"_L1)
            return findSlots(call);
        if (name == "payments"_L1)
            return paymentDay(call);
    }
    if (call.path.size() != 2)
        return Problem::of(u"not-found"_s);
    if (!isId(call.path[1]))
        return malformed(u"#id"_s, u"format"_s);
    if (call.path[0] == "attachments"_L1)
        return attachment(call);
    return kinds().contains(call.path[0]) ? one(call) : Outcome<HttpResponse>(Problem::of(u"not-found"_s));
}

Outcome<int> StationApi::number(const Call &call, const QString &name, int least, int most, int otherwise)
{
    if (!call.query.hasQueryItem(name))
        return otherwise;
    bool isNumber = false;
    const int value = call.query.queryItemValue(name).toInt(&isNumber);
    if (!isNumber)
        return malformed(u"#"_s + name, u"type"_s);
    if (value < least || value > most)
        return malformed(u"#"_s + name, u"range"_s);
    return value;
}

Outcome<QDate> StationApi::day(const Call &call, const QString &name)
{
    if (!call.query.hasQueryItem(name))
        return malformed(u"#"_s + name, u"missing"_s);
    const QDate day = QDate::fromString(call.query.queryItemValue(name), Qt::ISODate);
    return day.isValid() ? Outcome<QDate>(day) : malformed(u"#"_s + name, u"format"_s);
}

Outcome<HttpResponse> StationApi::meta(const Call &call) const
{
    return m_platform.read([&](Resources &resources) -> Outcome<HttpResponse> {
        const auto head = resources.head();
        if (!head)
            return head.error();
        QJsonObject body{{u"product"_s, m_platform.product},
                         {u"practice"_s, m_platform.isPractice()},
                         {u"versions"_s, QJsonArray{u"/station/v1"_s}},
                         {u"host"_s, m_platform.stationHost},
                         {u"epoch"_s, head->epoch},
                         {u"serverTime"_s, instantText(resources.now())},
                         {u"zone"_s, u"Asia/Shanghai"_s},
                         {u"keys"_s, m_platform.keys.exchange.publicKeys().fingerprint()},
                         {u"limits"_s,
                          QJsonObject{{u"requestBytes"_s, largestRequest},
                                      {u"answerBytes"_s, largestAnswer},
                                      {u"attachmentBytes"_s, largestAnswer},
                                      {u"page"_s, mostOfPage},
                                      {u"waitSeconds"_s, longestWait},
                                      {u"requestsPerMinute"_s, m_platform.requestsPerMinute},
                                      {u"requestsAtOnce"_s, m_platform.requestsAtOnce}}}};
        if (call.speaker.certificateEnds.isValid())
            body[u"certificateEnds"_s] = instantText(call.speaker.certificateEnds);
        return jsonAnswer(200, body);
    });
}

Outcome<HttpResponse> StationApi::changes(const Call &call) const
{
    const Cursors cursors(m_platform.keys, call.speaker.station.unit);
    if (!call.query.hasQueryItem(u"after"_s))
        return malformed(u"#after"_s, u"missing"_s);
    const auto after = cursors.read(call.query.queryItemValue(u"after"_s));
    const auto limit = number(call, u"limit"_s, 1, mostOfPage, usualPage);
    const auto wait = number(call, u"wait"_s, 0, longestWait, 0);
    if (!limit)
        return limit.problem();
    if (!wait)
        return wait.problem();
    if (!after || !after->kind.isEmpty())
        return Problem::of(u"cursor-invalid"_s);
    const QDeadlineTimer deadline(*wait * 1000);
    for (;;) {
        // Offers that fell due are changes as well.
        const auto settled = m_platform.write([&](Resources &resources) { return settle(m_platform, resources); });
        if (!settled)
            return settled.problem();
        bool isEmpty = false;
        const auto page = m_platform.read([&](Resources &resources) -> Outcome<HttpResponse> {
            const auto head = resources.head();
            if (!head)
                return head.error();
            if (head->epoch != after->epoch)
                return Problem::of(u"epoch-changed"_s);
            const auto found = resources.after(call.speaker.station.unit, after->position, *limit + 1);
            if (!found)
                return found.error();
            QJsonArray list;
            qint64 next = after->position;
            qsizetype bytes = 0;
            bool more = found->size() > *limit;
            for (const Resources::Placed &placed : *found) {
                if (list.size() == *limit)
                    break;
                const auto body = shown(resources, placed.resource);
                if (!body)
                    return body.problem();
                bytes += canonical(*body).size();
                if (!list.isEmpty() && bytes > largestAnswer / 2) {
                    more = true;
                    break;
                }
                list << change(placed.resource, *body);
                next = placed.position;
            }
            isEmpty = list.isEmpty();
            return jsonAnswer(200,
                              {{u"epoch"_s, head->epoch},
                               {u"next"_s, cursors.text({.epoch = head->epoch, .position = next})},
                               {u"more"_s, more},
                               {u"changes"_s, list}});
        });
        if (!page || !isEmpty || deadline.hasExpired() || m_isEnding)
            return page;
        QMutexLocker lock(&m_waitMutex);
        if (m_waiting >= mostWaiting)
            return page;
        ++m_waiting;
        constexpr qint64 lookAgain = 1000; // milliseconds: for what another program wrote
        m_changed.wait(&m_waitMutex, QDeadlineTimer(std::min(deadline.remainingTime(), lookAgain)));
        --m_waiting;
    }
}

Outcome<StationApi::Page> StationApi::pageOf(const Call &call, Resources &resources) const
{
    const auto limit = number(call, u"limit"_s, 1, mostOfPage, usualPage);
    if (!limit)
        return limit.problem();
    const auto head = resources.head();
    if (!head)
        return head.error();
    Page page{.limit = *limit, .position = head->next - 1, .epoch = head->epoch};
    if (!call.query.hasQueryItem(u"page"_s))
        return page;
    const auto place = Cursors(m_platform.keys, call.speaker.station.unit).read(call.query.queryItemValue(u"page"_s));
    if (!place || place->kind.isEmpty() || place->epoch != head->epoch)
        return Problem::of(u"cursor-invalid"_s);
    page.kind = place->kind;
    page.id = place->id;
    page.position = place->position;
    return page;
}

Outcome<HttpResponse> StationApi::snapshot(const Call &call) const
{
    const Cursors cursors(m_platform.keys, call.speaker.station.unit);
    return m_platform.read([&](Resources &resources) -> Outcome<HttpResponse> {
        const auto page = pageOf(call, resources);
        if (!page)
            return page.problem();
        const auto found = resources.page(call.speaker.station.unit, page->kind, page->id, page->limit);
        if (!found)
            return found.error();
        QJsonArray items;
        qsizetype bytes = 0;
        bool isCut = found->size() == page->limit;
        for (const Resource &resource : *found) {
            const auto body = shown(resources, resource);
            if (!body)
                return body.problem();
            bytes += canonical(*body).size();
            if (!items.isEmpty() && bytes > largestAnswer / 2) {
                isCut = true;
                break;
            }
            items << change(resource, *body);
        }
        QJsonObject answer{{u"epoch"_s, page->epoch},
                           {u"cursor"_s, cursors.text({.epoch = page->epoch, .position = page->position})},
                           {u"items"_s, items}};
        if (isCut && !items.isEmpty())
            answer[u"nextPage"_s] = cursors.text({.epoch = page->epoch,
                                                  .position = page->position,
                                                  .kind = items.last()[u"kind"_s].toString(),
                                                  .id = items.last()[u"id"_s].toString()});
        return jsonAnswer(200, answer);
    });
}

Outcome<HttpResponse> StationApi::versions(const Call &call) const
{
    const Cursors cursors(m_platform.keys, call.speaker.station.unit);
    const auto since = day(call, u"changedSince"_s);
    if (!since)
        return since.problem();
    return m_platform.read([&](Resources &resources) -> Outcome<HttpResponse> {
        const auto page = pageOf(call, resources);
        if (!page)
            return page.problem();
        const auto found
            = resources.page(call.speaker.station.unit, page->kind, page->id, page->limit, beginOf(*since));
        if (!found)
            return found.error();
        QJsonArray items;
        for (const Resource &resource : *found)
            items << QJsonObject{{u"kind"_s, resource.kind}, {u"id"_s, resource.id}, {u"version"_s, resource.version}};
        QJsonObject answer{{u"epoch"_s, page->epoch},
                           {u"cursor"_s, cursors.text({.epoch = page->epoch, .position = page->position})},
                           {u"items"_s, items}};
        if (found->size() == page->limit)
            answer[u"nextPage"_s] = cursors.text(
                {.epoch = page->epoch, .position = page->position, .kind = found->last().kind, .id = found->last().id});
        return jsonAnswer(200, answer);
    });
}

Outcome<HttpResponse> StationApi::attachment(const Call &call) const
{
    return m_platform.read([&](Resources &resources) -> Outcome<HttpResponse> {
        const auto sealed = resources.attachment(call.speaker.station.unit, call.path[1]);
        if (!sealed)
            return sealed.error();
        if (!*sealed)
            return Problem::of(u"not-found"_s);
        if ((*sealed)->isEmpty())
            return Problem::of(u"data-removed"_s);
        HttpResponse response{.body = **sealed};
        response.with("Content-Type", "application/octet-stream").with("Content-Disposition", "attachment");
        return response;
    });
}

Outcome<HttpResponse> StationApi::one(const Call &call) const
{
    return m_platform.read([&](Resources &resources) -> Outcome<HttpResponse> {
        const auto there = resources.find(call.path[0], call.path[1]);
        if (!there)
            return there.error();
        if (!*there || (*there)->station != call.speaker.station.unit)
            return Problem::of(u"not-found"_s);
        const auto body = shown(resources, **there);
        if (!body)
            return body.problem();
        return jsonAnswer(200, *body).with("ETag", etag((*there)->version));
    });
}

Outcome<HttpResponse> StationApi::put(const Call &call) const
{
    if (!call.request.header("content-type").startsWith("application/json"))
        return Problem::of(u"media-type"_s);
    const auto body = readJson(call.request.body);
    if (!body) {
        const QString &why = body.error().detail;
        return malformed({}, why == "duplicate"_L1 || why == "depth"_L1 ? why : u"format"_s);
    }
    if ((*body)[u"id"_s].toString() != call.path[1])
        return Problem::of(
            u"body-invalid"_s,
            {{u"errors"_s, QJsonArray{QJsonObject{{u"pointer"_s, u"/id"_s}, {u"code"_s, u"combination"_s}}}}});
    const QByteArray match = call.request.header("if-match");
    const qint64 version = match.size() > 2 ? match.mid(1, match.size() - 2).toLongLong() : 0;
    if (!match.isEmpty() && match != etag(version))
        return malformed(u"#If-Match"_s, u"format"_s);
    const StationWrites writes(m_platform, call.speaker.station, call.speaker.keys);
    const auto written = writes.put(call.path[0], *body, version);
    if (!written)
        return written.problem();
    return jsonAnswer(written->isNew ? 201 : 200, written->shown).with("ETag", etag(written->resource.version));
}

StationApi::FileAnswer StationApi::answerFile(const Station &station, const PublicKeys &keys,
                                              const QJsonObject &fileRequest) const
{
    const StationWrites writes(m_platform, station, keys);
    const auto written = writes.put(fileRequest[u"kind"_s].toString(), fileRequest[u"body"_s].toObject(),
                                    fileRequest[u"ifMatch"_s].toInteger());
    if (!written) {
        const HttpResponse problem = answerOf(written.problem(), newId(m_platform.clock()), "zh-CN");
        return {.status = problem.status, .problem = *readJson(problem.body)};
    }
    wake();
    return {.status = written->isNew ? 201 : 200, .version = written->resource.version};
}

Outcome<HttpResponse> StationApi::releaseClaim(const Call &call) const
{
    const StationWrites writes(m_platform, call.speaker.station, call.speaker.keys);
    const auto released = writes.releaseClaim(call.path[1]);
    return released ? Outcome<HttpResponse>(HttpResponse{.status = 204}) : released.problem();
}

} // namespace idcounter::platform
