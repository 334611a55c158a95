#include "tests/support/platformbench.h"

#include "app/exchange/contract.h"

#include <QJsonDocument>

using namespace Qt::StringLiterals;
using namespace idcounter;
using namespace idcounter::platform;

// The station's interface, request by request, against a real database.
class TestStationApi : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void schemasAreThoseOfTheContract_data();
    void schemasAreThoseOfTheContract();
    void tokenOfTheContract();
    void whoSpeaks_data();
    void whoSpeaks();
    void aTokenIsGoodOnce();
    void metaAndItsBody();
    void putIsDoneOnce();
    void lateDecisionIsRefused();
    void approveWithWishes();
    void approveWithOwnSeats();
    void ownSeatsAreTheStations_data();
    void ownSeatsAreTheStations();
    void adjacentSlots();
    void offerRunsOut();
    void onePersonOneBooking();
    void seatWithABookingStays();
    void moveKeepsTheOldPlace();
    void refusesWhatDoesNotFit_data();
    void refusesWhatDoesNotFit();
    void changesInOrder();
    void anotherEpoch();
    void snapshotInPages();
    void claims();
    void visits();
    void messagesReachOrNot();
    void takenOverFormsGo();
    void otherStationsSeeNothing();
    void reissueToTheEnd();
    void paidTooLateOrTwice_data();
    void paidTooLateOrTwice();

private:
    HttpResponse send(const QByteArray &method, const QString &target, const QJsonObject &body = {},
                      const QByteArray &ifMatch = {})
    {
        return m_api->answer(m_bench->request(method, u"/station/v1/"_s + target, body, ifMatch));
    }
    HttpResponse put(const QString &kind, const QJsonObject &body, const QByteArray &ifMatch = {})
    {
        return send("PUT", kind + u'/' + body[u"id"_s].toString(), body, ifMatch);
    }
    static QJsonObject json(const HttpResponse &response) { return QJsonDocument::fromJson(response.body).object(); }
    static QString problem(const HttpResponse &response)
    {
        const QJsonObject body = json(response);
        // Every problem fits the contract, whatever was sent.
        if (response.status >= 400 && !Contract::instance().fits(u"Problem"_s, body))
            return u"no problem of the contract: "_s + QString::fromUtf8(response.body);
        return body[u"type"_s].toString().section(u':', -1);
    }
    QJsonObject get(const QString &kind, const QString &id) { return json(send("GET", kind + u'/' + id)); }
    QString cursor() { return json(send("GET", u"snapshot"_s))[u"cursor"_s].toString(); }
    QString eligible(int person);
    void pay(const QString &payment, const QString &event, qint64 fen = 4000, const QString &said = u"PAID"_s);

    std::unique_ptr<PlatformBench> m_bench;
    std::unique_ptr<StationApi> m_api;
};

void TestStationApi::init()
{
    m_bench = std::make_unique<PlatformBench>();
    m_api = std::make_unique<StationApi>(*m_bench->platform);
}

void TestStationApi::cleanup()
{
    m_api.reset();
    m_bench.reset();
}

void TestStationApi::schemasAreThoseOfTheContract_data()
{
    QTest::addColumn<QString>("schema");
    QTest::addColumn<QJsonObject>("change");
    QTest::addColumn<QString>("pointer");
    QTest::addColumn<QString>("code");
    QTest::newRow("as it is") << u"Claim"_s << QJsonObject() << QString() << QString();
    QTest::newRow("missing") << u"Claim"_s << QJsonObject{{u"device"_s, QJsonValue::Undefined}} << u"/device"_s
                             << u"missing"_s;
    QTest::newRow("unknown") << u"Claim"_s << QJsonObject{{u"more"_s, 1}} << u"/more"_s << u"unknown"_s;
    QTest::newRow("type") << u"Claim"_s << QJsonObject{{u"device"_s, 1}} << u"/device"_s << u"type"_s;
    QTest::newRow("format") << u"Claim"_s << QJsonObject{{u"station"_s, u"65010299"_s}} << u"/station"_s << u"format"_s;
    QTest::newRow("length") << u"Claim"_s << QJsonObject{{u"device"_s, QString()}} << u"/device"_s << u"length"_s;
}

void TestStationApi::schemasAreThoseOfTheContract()
{
    QFETCH(QString, schema);
    QFETCH(QJsonObject, change);
    QFETCH(QString, pointer);
    QFETCH(QString, code);
    QJsonObject body{{u"id"_s, m_bench->newId()},
                     {u"about"_s, QJsonObject{{u"kind"_s, u"bookings"_s}, {u"id"_s, m_bench->newId()}}},
                     {u"station"_s, u"650102999"_s},
                     {u"by"_s, PlatformBench::officerJson()},
                     {u"device"_s, u"1"_s}};
    if (QLatin1StringView(QTest::currentDataTag()) == "missing"_L1)
        body.remove(u"device"_s);
    for (auto member = change.begin(); member != change.end(); ++member)
        body.insert(member.key(), *member);
    const QList<Misfit> misfits = Contract::instance().misfits(schema, body);
    if (code.isEmpty())
        QVERIFY(misfits.isEmpty());
    else
        QVERIFY(misfits.contains(Misfit{pointer, code}));
}

// The vector of the contract: the station's seed is 32 times 0x01.
void TestStationApi::tokenOfTheContract()
{
    QFile contract(QStringLiteral(IDCOUNTER_SOURCE_DIR) + u"/resources/platform/openapi.yaml"_s);
    QVERIFY(contract.open(QIODevice::ReadOnly));
    const QString text = QString::fromUtf8(contract.readAll());
    const QString token = text.section(u"x-vector:\n        token: "_s, 1).section(u'\n', 0, 0);
    const auto read = readToken(token.toLatin1());
    QVERIFY(read);
    QCOMPARE(read->claims.station, u"650102999"_s);
    QCOMPARE(read->claims.nonce, u"AAECAwQFBgcICQoLDA0ODw"_s);
    const PublicKeys keys{.signing
                          = QByteArray::fromHex("8a88e3dd7409f195fd52db2d3cba5d72ca6709bf1d94121bf3748801b40f6f5c")};
    QVERIFY(read->isSignedBy(keys));
    // And the control: another signature, another payload.
    QByteArray changed = token.toLatin1();
    changed[changed.size() - 5] = changed[changed.size() - 5] == 'A' ? 'B' : 'A';
    const auto other = readToken(changed);
    QVERIFY(!other || !other->isSignedBy(keys));
}

void TestStationApi::whoSpeaks_data()
{
    QTest::addColumn<QString>("change");
    QTest::addColumn<QString>("type");
    QTest::newRow("as it should be") << u""_s << u""_s;
    QTest::newRow("nobody") << u"none"_s << u"not-authenticated"_s;
    QTest::newRow("another target") << u"target"_s << u"not-authenticated"_s;
    QTest::newRow("another method") << u"method"_s << u"not-authenticated"_s;
    QTest::newRow("another body") << u"body"_s << u"not-authenticated"_s;
    QTest::newRow("another host") << u"host"_s << u"not-authenticated"_s;
    QTest::newRow("unknown keys") << u"keys"_s << u"not-authenticated"_s;
    QTest::newRow("revoked keys") << u"revoked"_s << u"not-authenticated"_s;
    QTest::newRow("clock 61 s fast") << u"fast"_s << u"token-expired"_s;
    QTest::newRow("clock 61 s slow") << u"slow"_s << u"token-expired"_s;
    QTest::newRow("suspended") << u"suspended"_s << u"not-allowed"_s;
}

void TestStationApi::whoSpeaks()
{
    QFETCH(QString, change);
    QFETCH(QString, type);
    HttpRequest request = m_bench->request("GET", u"/station/v1/meta"_s);
    if (change == "none"_L1)
        request.headers.remove("authorization");
    else if (change == "target"_L1)
        request.target += "?x=1";
    else if (change == "method"_L1)
        request.method = "PUT";
    else if (change == "body"_L1)
        request.body = "{}";
    else if (change == "host"_L1)
        m_bench->platform->stationHost = u"other.example"_s;
    else if (change == "keys"_L1)
        m_bench->stationKeys = ExchangeKeys::create(), request = m_bench->request("GET", u"/station/v1/meta"_s);
    else if (change == "fast"_L1)
        m_bench->now = m_bench->now.addSecs(-61);
    else if (change == "slow"_L1)
        m_bench->now = m_bench->now.addSecs(61);
    QVERIFY(m_bench->platform->write([&](Resources &resources) -> Outcome<void> {
        const Stations stations(resources.connection());
        if (change == "revoked"_L1)
            return stations.revokeKeys(m_bench->stationKeys.publicKeys().fingerprint());
        return stations.setSuspended(m_bench->station.unit, change == "suspended"_L1);
    }));
    const HttpResponse response = m_api->answer(request);
    QCOMPARE(problem(response), type);
    QCOMPARE(response.status == 200, type.isEmpty());
}

void TestStationApi::aTokenIsGoodOnce()
{
    const HttpRequest request = m_bench->request("GET", u"/station/v1/meta"_s);
    QCOMPARE(m_api->answer(request).status, 200);
    QCOMPARE(problem(m_api->answer(request)), u"token-replayed"_s);
    // After a restart nonces from before are not known: tokens from before are asked for anew.
    m_bench->now = m_bench->now.addSecs(30);
    const StationApi restarted(*m_bench->platform);
    QCOMPARE(problem(restarted.answer(request)), u"token-replayed"_s);
    QCOMPARE(restarted.answer(m_bench->request("GET", u"/station/v1/meta"_s)).status, 200);
}

void TestStationApi::metaAndItsBody()
{
    const HttpResponse response = send("GET", u"meta"_s);
    QCOMPARE(response.status, 200);
    QVERIFY(Contract::instance().fits(u"Meta"_s, json(response)));
    QCOMPARE(json(response)[u"practice"_s].toBool(), true);
}

void TestStationApi::putIsDoneOnce()
{
    const QStringList slotIds = m_bench->openHall(3);
    const auto booking = m_bench->book();
    QVERIFY(booking);
    const QJsonObject decision = m_bench->decision(booking->id, 1, u"approve"_s, m_bench->wishes(slotIds));
    const HttpResponse first = put(u"decisions"_s, decision);
    QCOMPARE(first.status, 201);
    QVERIFY(Contract::instance().fits(u"StoredDecision"_s, json(first)));
    const HttpResponse again = put(u"decisions"_s, decision);
    QCOMPARE(again.status, 200);
    QCOMPARE(json(again), json(first));
    QJsonObject other = m_bench->decision(booking->id, 1, u"approve"_s, m_bench->wishes({slotIds.last()}),
                                          decision[u"id"_s].toString());
    const HttpResponse reused = put(u"decisions"_s, other);
    QCOMPARE(reused.status, 422);
    QCOMPARE(problem(reused), u"id-reused"_s);
    QCOMPARE(get(u"bookings"_s, booking->id)[u"version"_s].toInt(), 2);
}

// An approval that comes after a refusal loses; without the version it would win, which is the control.
void TestStationApi::lateDecisionIsRefused()
{
    const QStringList slotIds = m_bench->openHall(1);
    const auto booking = m_bench->book();
    const QJsonObject late = m_bench->decision(booking->id, 1, u"approve"_s, m_bench->wishes(slotIds));
    QCOMPARE(
        put(u"decisions"_s, m_bench->decision(booking->id, 1, u"refuse"_s, PlatformBench::because(u"No."_s))).status,
        201);
    const HttpResponse response = put(u"decisions"_s, late);
    QCOMPARE(problem(response), u"version-conflict"_s);
    const QJsonObject current = json(response)[u"current"_s].toObject();
    QCOMPARE(current[u"state"_s].toString(), u"REFUSED"_s);
    QCOMPARE(current[u"last"_s][u"officer"_s][u"login"_s].toString(), u"zhao"_s);
    QCOMPARE(get(u"bookings"_s, booking->id)[u"state"_s].toString(), u"REFUSED"_s);
    // Control: on the version as it is now, only the state stands in the way.
    QCOMPARE(problem(put(u"decisions"_s, m_bench->decision(booking->id, 2, u"approve"_s, m_bench->wishes(slotIds)))),
             u"state-conflict"_s);
}

void TestStationApi::approveWithWishes()
{
    const QStringList slotIds = m_bench->openHall(2, 1, 1);
    const auto first = m_bench->book(0);
    const auto second = m_bench->book(1);
    const auto third = m_bench->book(2);
    QCOMPARE(put(u"decisions"_s, m_bench->decision(first->id, 1, u"approve"_s, m_bench->wishes(slotIds))).status, 201);
    QCOMPARE(put(u"decisions"_s, m_bench->decision(second->id, 1, u"approve"_s, m_bench->wishes(slotIds))).status, 201);
    const QJsonObject one = get(u"bookings"_s, first->id);
    const QJsonObject two = get(u"bookings"_s, second->id);
    QCOMPARE(one[u"state"_s].toString(), u"OFFERED"_s);
    QVERIFY(Contract::instance().fits(u"Booking"_s, one));
    QCOMPARE(one[u"appointment"_s][u"time"_s].toString(), u"09:00"_s);
    QCOMPARE(two[u"appointment"_s][u"time"_s].toString(), u"09:20"_s);
    const HttpResponse full
        = put(u"decisions"_s, m_bench->decision(third->id, 1, u"approve"_s, m_bench->wishes(slotIds)));
    QCOMPARE(problem(full), u"no-seat-free"_s);
    QVERIFY(json(full)[u"free"_s].isArray());
    QCOMPARE(get(u"bookings"_s, third->id)[u"version"_s].toInt(), 1);
}

void TestStationApi::approveWithOwnSeats()
{
    const QStringList slotIds = m_bench->openHall(1, 1, 1);
    const auto booking = m_bench->book();
    const HttpResponse response
        = put(u"decisions"_s, m_bench->decision(booking->id, 1, u"approve"_s, m_bench->ownSeats(slotIds, 2)));
    QCOMPARE(response.status, 201);
    QCOMPARE(json(response)[u"outcome"_s][u"state"_s].toString(), u"CONFIRMED"_s);
    const QJsonObject slot = get(u"slots"_s, slotIds.first());
    QVERIFY(Contract::instance().fits(u"StoredSlot"_s, slot));
    QCOMPARE(slot[u"seats"_s][1][u"state"_s].toString(), u"CONFIRMED"_s);
    QCOMPARE(slot[u"seats"_s][0][u"state"_s].toString(), u"FREE"_s);
}

void TestStationApi::ownSeatsAreTheStations_data()
{
    QTest::addColumn<int>("seat");
    QTest::addColumn<QString>("type");
    QTest::newRow("own and free") << 3 << u""_s;
    QTest::newRow("of the public") << 1 << u"seat-not-yours"_s;
    QTest::newRow("not there") << 9 << u"seat-not-yours"_s;
    QTest::newRow("taken") << 4 << u"seat-taken"_s;
}

void TestStationApi::ownSeatsAreTheStations()
{
    QFETCH(int, seat);
    QFETCH(QString, type);
    const QStringList slotIds = m_bench->openHall(1, 2, 2);
    const auto other = m_bench->book(1);
    QCOMPARE(put(u"decisions"_s, m_bench->decision(other->id, 1, u"approve"_s, m_bench->ownSeats(slotIds, 4))).status,
             201);
    const auto booking = m_bench->book();
    QCOMPARE(
        problem(put(u"decisions"_s, m_bench->decision(booking->id, 1, u"approve"_s, m_bench->ownSeats(slotIds, seat)))),
        type);
}

void TestStationApi::adjacentSlots()
{
    const QStringList slotIds = m_bench->openHall(3, 1, 0);
    const auto long1 = m_bench->book(0);
    QCOMPARE(
        put(u"decisions"_s, m_bench->decision(long1->id, 1, u"approve"_s, m_bench->wishes({slotIds[0]}, 2))).status,
        201);
    const QJsonObject appointment = get(u"bookings"_s, long1->id)[u"appointment"_s].toObject();
    QCOMPARE(appointment[u"minutes"_s].toInt(), 40);
    QCOMPARE(appointment[u"seats"_s].toArray().size(), 2);
    // One slot is left, two are not: nothing of the one remains taken.
    const auto long2 = m_bench->book(1);
    QCOMPARE(problem(put(u"decisions"_s,
                         m_bench->decision(long2->id, 1, u"approve"_s, m_bench->wishes({slotIds[1], slotIds[2]}, 2)))),
             u"no-seat-free"_s);
    QCOMPARE(put(u"decisions"_s, m_bench->decision(long2->id, 1, u"approve"_s, m_bench->wishes({slotIds[2]}))).status,
             201);
}

// An offer falls due by itself, in the transaction of whoever looks next; no job was running.
void TestStationApi::offerRunsOut()
{
    const QStringList slotIds = m_bench->openHall(1, 1, 0);
    const auto booking = m_bench->book(0);
    QCOMPARE(put(u"decisions"_s, m_bench->decision(booking->id, 1, u"approve"_s, m_bench->wishes(slotIds))).status,
             201);
    const QString after = cursor();
    m_bench->now = m_bench->now.addDays(3).addSecs(-1);
    QCOMPARE(json(send("GET", u"changes?after="_s + after))[u"changes"_s].toArray().size(), 0);
    m_bench->now = m_bench->now.addSecs(1);
    const QJsonArray changes = json(send("GET", u"changes?after="_s + after))[u"changes"_s].toArray();
    QCOMPARE(get(u"bookings"_s, booking->id)[u"state"_s].toString(), u"EXPIRED"_s);
    QVERIFY(changes.size() >= 2);
    const auto confirmed = m_bench->platform->write([&](Resources &resources) {
        return Bookings(*m_bench->platform, resources).confirm(PlatformBench::accountId(0), booking->id);
    });
    QVERIFY(!confirmed);
    QCOMPARE(confirmed.problem().type, u"state-conflict"_s);
    // The seat rests for a while, then another person gets it.
    const auto next = m_bench->book(1);
    m_bench->now = m_bench->now.addSecs(61 * 60);
    QCOMPARE(put(u"decisions"_s, m_bench->decision(next->id, 1, u"approve"_s, m_bench->wishes(slotIds))).status, 201);
}

void TestStationApi::onePersonOneBooking()
{
    m_bench->openHall(1);
    QVERIFY(m_bench->book(0));
    const auto second = m_bench->book(0);
    QVERIFY(!second);
    QCOMPARE(second.problem().type, u"person-has-booking"_s);
    QVERIFY(m_bench->book(1)); // control
}

void TestStationApi::seatWithABookingStays()
{
    const QStringList slotIds = m_bench->openHall(1, 2, 0);
    const auto booking = m_bench->book(0);
    QCOMPARE(put(u"decisions"_s, m_bench->decision(booking->id, 1, u"approve"_s, m_bench->wishes(slotIds))).status,
             201);
    QJsonObject slot = m_bench->slotBody(slotIds.first(), QDate(2026, 12, 1), QTime(9, 0), 2, 0);
    slot[u"seats"_s] = QJsonArray{QJsonObject{{u"no"_s, 1}, {u"owner"_s, u"CLOSED"_s}},
                                  QJsonObject{{u"no"_s, 2}, {u"owner"_s, u"CLOSED"_s}}};
    QCOMPARE(problem(put(u"slots"_s, slot)), u"precondition-failed"_s);
    const QByteArray version = '"' + QByteArray::number(get(u"slots"_s, slotIds.first())[u"version"_s].toInt()) + '"';
    const HttpResponse changed = put(u"slots"_s, slot, version);
    QCOMPARE(changed.status, 200);
    const QJsonArray seats = json(changed)[u"seats"_s].toArray();
    QCOMPARE(seats[0][u"owner"_s].toString(), u"PUBLIC"_s);
    QCOMPARE(seats[0][u"closing"_s].toBool(), true);
    QCOMPARE(seats[1][u"owner"_s].toString(), u"CLOSED"_s);
    QCOMPARE(get(u"bookings"_s, booking->id)[u"state"_s].toString(), u"OFFERED"_s);
    // Control: moved away, the seat closes.
    QVERIFY(m_bench->platform->write([&](Resources &resources) {
        return Bookings(*m_bench->platform, resources).cancel(PlatformBench::accountId(0), booking->id);
    }));
    QCOMPARE(get(u"slots"_s, slotIds.first())[u"seats"_s][0][u"owner"_s].toString(), u"CLOSED"_s);
}

void TestStationApi::moveKeepsTheOldPlace()
{
    const QStringList slotIds = m_bench->openHall(2, 1, 0);
    const auto one = m_bench->book(0);
    const auto other = m_bench->book(1);
    QCOMPARE(put(u"decisions"_s, m_bench->decision(one->id, 1, u"approve"_s, m_bench->wishes({slotIds[0]}))).status,
             201);
    QCOMPARE(put(u"decisions"_s, m_bench->decision(other->id, 1, u"approve"_s, m_bench->wishes({slotIds[1]}))).status,
             201);
    const auto act = [&](auto work) { return m_bench->platform->write(work); };
    QVERIFY(act(
        [&](Resources &r) { return Bookings(*m_bench->platform, r).confirm(PlatformBench::accountId(0), one->id); }));
    const auto moved = act([&](Resources &r) {
        return Bookings(*m_bench->platform, r).move(PlatformBench::accountId(0), one->id, slotIds[1]);
    });
    QVERIFY(!moved);
    QCOMPARE(moved.problem().type, u"no-seat-free"_s);
    QCOMPARE(get(u"bookings"_s, one->id)[u"appointment"_s][u"time"_s].toString(), u"09:00"_s);
    QCOMPARE(get(u"slots"_s, slotIds[0])[u"seats"_s][0][u"state"_s].toString(), u"CONFIRMED"_s);
    // Control: when the other one goes, it works after the rest.
    QVERIFY(act(
        [&](Resources &r) { return Bookings(*m_bench->platform, r).cancel(PlatformBench::accountId(1), other->id); }));
    m_bench->now = m_bench->now.addSecs(61 * 60);
    QVERIFY(act([&](Resources &r) {
        return Bookings(*m_bench->platform, r).move(PlatformBench::accountId(0), one->id, slotIds[1]);
    }));
    QCOMPARE(get(u"bookings"_s, one->id)[u"appointment"_s][u"time"_s].toString(), u"09:20"_s);
}

void TestStationApi::refusesWhatDoesNotFit_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QByteArray>("contentType");
    QTest::addColumn<QString>("type");
    const QByteArray id = "01a20b11-1a80-7000-8000-010000000001";
    QTest::newRow("no JSON") << QByteArray("{") << QByteArray("application/json") << u"request-malformed"_s;
    QTest::newRow("a name twice") << QByteArray("{\"id\":1,\"id\":2}") << QByteArray("application/json")
                                  << u"request-malformed"_s;
    QTest::newRow("too deep") << QByteArray("{\"id\":") + QByteArray(25, '[') + QByteArray(25, ']') + "}"
                              << QByteArray("application/json") << u"request-malformed"_s;
    QTest::newRow("a fraction") << QByteArray("{\"id\":1.5}") << QByteArray("application/json")
                                << u"request-malformed"_s;
    QTest::newRow("another id") << QByteArray("{\"id\":\"x\"}") << QByteArray("application/json") << u"body-invalid"_s;
    QTest::newRow("nothing in it") << "{\"id\":\"" + id + "\"}" << QByteArray("application/json") << u"body-invalid"_s;
    QTest::newRow("a form") << QByteArray("a=b") << QByteArray("application/x-www-form-urlencoded") << u"media-type"_s;
    QTest::newRow("too long") << QByteArray(300000, ' ') << QByteArray("application/json") << u"too-large"_s;
}

void TestStationApi::refusesWhatDoesNotFit()
{
    QFETCH(QByteArray, body);
    QFETCH(QByteArray, contentType);
    QFETCH(QString, type);
    const QString target = u"/station/v1/decisions/01a20b11-1a80-7000-8000-010000000001"_s;
    HttpRequest request = m_bench->request("PUT", target);
    const TokenClaims claims{.station = m_bench->station.unit,
                             .key = m_bench->stationKeys.publicKeys().fingerprint(),
                             .host = u"127.0.0.1"_s,
                             .method = u"PUT"_s,
                             .target = target,
                             .bodySha256 = sha256Of(body),
                             .at = m_bench->now.toSecsSinceEpoch(),
                             .nonce = newNonce()};
    request.headers["authorization"] = "Bearer " + tokenFor(claims, m_bench->stationKeys);
    request.headers["content-type"] = contentType;
    request.body = body;
    QCOMPARE(problem(m_api->answer(request)), type);
}

void TestStationApi::changesInOrder()
{
    const QString after = cursor();
    const QStringList slotIds = m_bench->openHall(2);
    const auto booking = m_bench->book();
    const QJsonObject all = json(send("GET", u"changes?limit=500&after="_s + after));
    QVERIFY(Contract::instance().fits(u"ChangePage"_s, all));
    QCOMPARE(all[u"changes"_s].toArray().size(), 4);
    QStringList inPages;
    QString next = after;
    for (bool more = true; more;) {
        const QJsonObject page = json(send("GET", u"changes?limit=1&after="_s + next));
        QCOMPARE(page[u"changes"_s].toArray().size(), 1);
        inPages << page[u"changes"_s][0][u"id"_s].toString();
        next = page[u"next"_s].toString();
        more = page[u"more"_s].toBool();
    }
    QStringList expected;
    for (const QJsonValue &change : all[u"changes"_s].toArray())
        expected << change[u"id"_s].toString();
    QCOMPARE(inPages, expected);
    QCOMPARE(inPages.last(), booking->id);
    QCOMPARE(json(send("GET", u"changes?after="_s + next))[u"changes"_s].toArray().size(), 0);
    QCOMPARE(problem(send("GET", u"changes?after=abc"_s)), u"cursor-invalid"_s);
    QCOMPARE(problem(send("GET", u"changes?limit=501&after="_s + next)), u"request-malformed"_s);
    QCOMPARE(problem(send("GET", u"changes"_s)), u"request-malformed"_s);
}

void TestStationApi::anotherEpoch()
{
    const QString after = cursor();
    QVERIFY(m_bench->database->write([](const QSqlDatabase &connection) {
        return Statement(connection, u"UPDATE platform SET epoch = 'AAAAAAAAAAAAAAAAAAAAAA'"_s).run();
    }));
    const HttpResponse response = send("GET", u"changes?after="_s + after);
    QCOMPARE(response.status, 410);
    QCOMPARE(problem(response), u"epoch-changed"_s);
    QCOMPARE(send("GET", u"changes?after="_s + cursor()).status, 200);
}

void TestStationApi::snapshotInPages()
{
    m_bench->openHall(4);
    for (int person = 0; person < 3; ++person)
        QVERIFY(m_bench->book(person));
    QStringList ids;
    QString page;
    QString cursorOfAll;
    do {
        const QJsonObject answer
            = json(send("GET", u"snapshot?limit=3"_s + (page.isEmpty() ? QString() : u"&page="_s + page)));
        QVERIFY(Contract::instance().fits(u"SnapshotPage"_s, answer));
        for (const QJsonValue &item : answer[u"items"_s].toArray())
            ids << item[u"id"_s].toString();
        if (!cursorOfAll.isEmpty())
            QCOMPARE(answer[u"cursor"_s].toString(), cursorOfAll);
        cursorOfAll = answer[u"cursor"_s].toString();
        page = answer[u"nextPage"_s].toString();
    } while (!page.isEmpty());
    QCOMPARE(ids.size(), 8); // a place, four slots, three bookings
    QCOMPARE(QSet<QString>(ids.begin(), ids.end()).size(), 8);
    const QJsonObject versions = json(send("GET", u"versions?changedSince=2026-11-24"_s));
    QVERIFY(Contract::instance().fits(u"VersionPage"_s, versions));
    QCOMPARE(versions[u"items"_s].toArray().size(), 8);
    QCOMPARE(json(send("GET", u"versions?changedSince=2026-11-25"_s))[u"items"_s].toArray().size(), 0);
}

void TestStationApi::claims()
{
    m_bench->openHall(1);
    const auto booking = m_bench->book();
    const auto claimOf = [&](const QString &login) {
        return QJsonObject{{u"id"_s, m_bench->newId()},
                           {u"about"_s, QJsonObject{{u"kind"_s, u"bookings"_s}, {u"id"_s, booking->id}}},
                           {u"station"_s, m_bench->station.unit},
                           {u"by"_s, PlatformBench::officerJson(login)},
                           {u"device"_s, u"1"_s}};
    };
    const QJsonObject mine = claimOf(u"zhao"_s);
    const QJsonObject other = claimOf(u"wang"_s);
    QCOMPARE(put(u"claims"_s, mine).status, 201);
    QCOMPARE(put(u"claims"_s, mine).status, 200);
    const HttpResponse refused = put(u"claims"_s, other);
    QCOMPARE(problem(refused), u"claimed"_s);
    QCOMPARE(json(refused)[u"claim"_s][u"body"_s][u"by"_s][u"login"_s].toString(), u"zhao"_s);
    m_bench->now = m_bench->now.addSecs(15 * 60 + 1);
    QCOMPARE(put(u"claims"_s, other).status, 201);
    QCOMPARE(problem(put(u"claims"_s, mine)), u"claimed"_s);
    QCOMPARE(send("DELETE", u"claims/"_s + other[u"id"_s].toString()).status, 204);
    QCOMPARE(put(u"claims"_s, mine).status, 200);
}

void TestStationApi::visits()
{
    const QStringList slotIds = m_bench->openHall(1, 1, 1);
    const auto booking = m_bench->book();
    QCOMPARE(put(u"decisions"_s, m_bench->decision(booking->id, 1, u"approve"_s, m_bench->ownSeats(slotIds, 2))).status,
             201);
    const auto visit = [&](const QString &kind) {
        return QJsonObject{{u"id"_s, m_bench->newId()},
                           {u"booking"_s, booking->id},
                           {u"kind"_s, kind},
                           {u"station"_s, m_bench->station.unit},
                           {u"by"_s, PlatformBench::officerJson()},
                           {u"at"_s, instantText(m_bench->now)}};
    };
    QCOMPARE(problem(put(u"visits"_s, visit(u"NO_SHOW"_s))), u"state-conflict"_s); // the time is not past
    m_bench->now = QDateTime({2026, 12, 1}, {2, 0}, Qt::UTC);
    QCOMPARE(put(u"visits"_s, visit(u"NO_SHOW"_s)).status, 201);
    QCOMPARE(get(u"bookings"_s, booking->id)[u"state"_s].toString(), u"NO_SHOW"_s);
    QCOMPARE(put(u"visits"_s, visit(u"ARRIVED"_s)).status, 201); // came late and was taken
    QCOMPARE(get(u"bookings"_s, booking->id)[u"state"_s].toString(), u"ARRIVED"_s);
    QCOMPARE(problem(put(u"visits"_s, visit(u"ARRIVED"_s))), u"state-conflict"_s);
}

void TestStationApi::messagesReachOrNot()
{
    const QStringList slotIds = m_bench->openHall(1);
    const auto booking = m_bench->book();
    const HttpResponse decided
        = put(u"decisions"_s, m_bench->decision(booking->id, 1, u"approve"_s, m_bench->wishes(slotIds)));
    const QString message = json(decided)[u"outcome"_s][u"message"_s].toString();
    QCOMPARE(get(u"messages"_s, message)[u"state"_s].toString(), u"QUEUED"_s);
    m_bench->sender.result = SendResult::FailedPermanent;
    QCOMPARE(sendWaiting(*m_bench->platform), 1);
    QCOMPARE(m_bench->sender.sent.size(), 1);
    QVERIFY(m_bench->sender.sent.first().second.contains(u"09:00"_s));
    QVERIFY(Contract::instance().fits(u"StoredMessage"_s, get(u"messages"_s, message)));
    QCOMPARE(get(u"messages"_s, message)[u"state"_s].toString(), u"FAILED"_s);
    QCOMPARE(sendWaiting(*m_bench->platform), 0);
    const QJsonObject call{{u"id"_s, m_bench->newId()},
                           {u"about"_s, QJsonObject{{u"kind"_s, u"bookings"_s}, {u"id"_s, booking->id}}},
                           {u"purpose"_s, u"TELEPHONED"_s},
                           {u"text"_s, u"Told the time."_s},
                           {u"at"_s, instantText(m_bench->now)},
                           {u"by"_s, PlatformBench::officerJson()},
                           {u"inPlaceOf"_s, message}};
    QCOMPARE(put(u"messages"_s, call).status, 201);
    QCOMPARE(get(u"messages"_s, message)[u"state"_s].toString(), u"TELEPHONED"_s);
}

void TestStationApi::takenOverFormsGo()
{
    const QStringList slotIds = m_bench->openHall(1, 1, 1);
    const auto booking = m_bench->book();
    QCOMPARE(put(u"decisions"_s, m_bench->decision(booking->id, 1, u"approve"_s, m_bench->ownSeats(slotIds, 2))).status,
             201);
    const QJsonObject visit{{u"id"_s, m_bench->newId()},
                            {u"booking"_s, booking->id},
                            {u"kind"_s, u"ARRIVED"_s},
                            {u"station"_s, m_bench->station.unit},
                            {u"by"_s, PlatformBench::officerJson()},
                            {u"at"_s, instantText(m_bench->now)}};
    QCOMPARE(put(u"visits"_s, visit).status, 201);
    const QByteArray sealed
        = QByteArray::fromBase64(get(u"bookings"_s, booking->id)[u"sealed"_s][u"data"_s].toString().toLatin1());
    const auto opened = m_bench->stationKeys.unseal(sealed);
    QVERIFY(opened);
    const auto form = readJson(QByteArray(reinterpret_cast<const char *>(opened->data()), qsizetype(opened->size())));
    QVERIFY(form);
    QVERIFY(Contract::instance().fits(u"BookedForm"_s, *form));
    QCOMPARE((*form)[u"booking"_s].toString(), booking->id);
    const QJsonObject receipt{{u"id"_s, m_bench->newId()},
                              {u"kind"_s, u"TAKEN_OVER"_s},
                              {u"station"_s, m_bench->station.unit},
                              {u"at"_s, instantText(m_bench->now)},
                              {u"about"_s, QJsonObject{{u"kind"_s, u"bookings"_s}, {u"id"_s, booking->id}}},
                              {u"version"_s, 3},
                              {u"sealedSha256"_s, QJsonArray{sha256Of(sealed)}}};
    QCOMPARE(put(u"receipts"_s, receipt).status, 201);
    m_bench->now = m_bench->now.addDays(30).addSecs(-1);
    QVERIFY(send("GET", u"changes?after="_s + cursor()).status == 200);
    QVERIFY(get(u"bookings"_s, booking->id).contains(u"sealed"_s));
    m_bench->now = m_bench->now.addSecs(2);
    QVERIFY(send("GET", u"changes?after="_s + cursor()).status == 200);
    QVERIFY(!get(u"bookings"_s, booking->id).contains(u"sealed"_s));
    QVERIFY(get(u"bookings"_s, booking->id).contains(u"sealedRemovedAt"_s));
}

void TestStationApi::otherStationsSeeNothing()
{
    const QStringList slotIds = m_bench->openHall(1, 1, 1);
    const auto booking = m_bench->book();
    const QString own = cursor();
    const Station other{
        .unit = u"650103999"_s, .nameZh = u"另一所"_s, .nameEn = u"Other"_s, .phone = u"0991-5550101"_s};
    const ExchangeKeys otherKeys = ExchangeKeys::create();
    QVERIFY(m_bench->platform->write([&](Resources &resources) -> Outcome<void> {
        const Stations stations(resources.connection());
        if (const auto done = stations.put(other); !done)
            return done;
        return stations.addKeys(other.unit, otherKeys.publicKeys(), m_bench->now);
    }));
    const auto ask = [&](const QByteArray &method, const QString &target, const QJsonObject &body = {}) {
        HttpRequest request = m_bench->request(method, u"/station/v1/"_s + target, body);
        const TokenClaims claims{.station = other.unit,
                                 .key = otherKeys.publicKeys().fingerprint(),
                                 .host = u"127.0.0.1"_s,
                                 .method = QString::fromLatin1(method),
                                 .target = QString::fromUtf8(request.target),
                                 .bodySha256 = sha256Of(request.body),
                                 .at = m_bench->now.toSecsSinceEpoch(),
                                 .nonce = newNonce()};
        request.headers["authorization"] = "Bearer " + tokenFor(claims, otherKeys);
        return m_api->answer(request);
    };
    QCOMPARE(ask("GET", u"meta"_s).status, 200); // control: it is let in
    for (const QString &target :
         {u"bookings/"_s + booking->id, u"slots/"_s + slotIds.first(), u"places/"_s + m_bench->place})
        QCOMPARE(problem(ask("GET", target)), u"not-found"_s);
    QCOMPARE(json(ask("GET", u"snapshot"_s))[u"items"_s].toArray().size(), 0);
    QCOMPARE(problem(ask("GET", u"changes?after="_s + own)), u"cursor-invalid"_s); // a cursor is of one station
    const QJsonObject foreign = m_bench->decision(booking->id, 1, u"refuse"_s, PlatformBench::because(u"No."_s));
    QVERIFY(ask("PUT", u"decisions/"_s + foreign[u"id"_s].toString(), foreign).status >= 400);
    QCOMPARE(get(u"bookings"_s, booking->id)[u"version"_s].toInt(), 1);
}

QString TestStationApi::eligible(int person)
{
    const ReissueOrder order{.id = m_bench->newId(),
                             .account = m_bench->account(person),
                             .language = u"en"_s,
                             .station = m_bench->station.unit,
                             .form = PlatformBench::reissueForm(person)};
    const auto application = m_bench->platform->write(
        [&](Resources &resources) { return Applications(*m_bench->platform, resources).submit(order); });
    if (!application)
        return {};
    const QJsonObject fee{{u"fee"_s, QJsonObject{{u"code"_s, u"REISSUE_LOST"_s}, {u"amountFen"_s, 4000}}}};
    if (put(u"decisions"_s, m_bench->applicationDecision(application->id, 1, u"eligible"_s, fee)).status != 201)
        return {};
    return application->id;
}

void TestStationApi::pay(const QString &payment, const QString &event, qint64 fen, const QString &said)
{
    QVERIFY(m_bench->platform->write([&](Resources &resources) {
        return Payments(*m_bench->platform, resources)
            .happened({.providerId = event, .said = said, .payment = payment, .amountFen = fen, .at = m_bench->now});
    }));
}

void TestStationApi::reissueToTheEnd()
{
    const QString id = eligible(0);
    QVERIFY(!id.isEmpty());
    QJsonObject application = get(u"applications"_s, id);
    QVERIFY(Contract::instance().fits(u"Application"_s, application));
    const QString payment = application[u"payment"_s].toString();
    QVERIFY(Contract::instance().fits(u"Payment"_s, get(u"payments"_s, payment)));
    // A price that is not the table's: no order.
    QCOMPARE(problem(put(u"decisions"_s,
                         m_bench->applicationDecision(
                             id, 1, u"eligible"_s,
                             {{u"fee"_s, QJsonObject{{u"code"_s, u"REISSUE_LOST"_s}, {u"amountFen"_s, 4001}}}}))),
             u"version-conflict"_s);
    pay(payment, u"event-1"_s);
    pay(payment, u"event-1"_s); // told twice
    application = get(u"applications"_s, id);
    QCOMPARE(application[u"state"_s].toString(), u"PAID"_s);
    QCOMPARE(get(u"payments"_s, payment)[u"events"_s].toArray().size(), 1);
    const QJsonObject day = json(send("GET", u"payments?day=2026-11-24"_s));
    QVERIFY(Contract::instance().fits(u"PaymentDay"_s, day));
    QCOMPARE(day[u"sums"_s][u"paidFen"_s].toInt(), 4000);
    const QJsonObject accepted{{u"accepted"_s,
                                QJsonObject{{u"acceptanceNumber"_s, u"6501029992026112400001"_s},
                                            {u"acceptedOn"_s, u"2026-11-24"_s},
                                            {u"promiseDue"_s, u"2026-12-22"_s},
                                            {u"promiseIsProvisional"_s, false}}}};
    QCOMPARE(put(u"decisions"_s,
                 m_bench->applicationDecision(id, application[u"version"_s].toInt(), u"takeOver"_s, accepted))
                 .status,
             201);
    QJsonObject mailing{{u"id"_s, m_bench->newId()},
                        {u"application"_s, id},
                        {u"state"_s, u"POSTED"_s},
                        {u"carrier"_s, u"EMS"_s},
                        {u"trackingNumber"_s, u"EA123456789CN"_s},
                        {u"at"_s, instantText(m_bench->now)}};
    QCOMPARE(put(u"mailings"_s, mailing).status, 201);
    QCOMPARE(put(u"mailings"_s, mailing).status, 200);
    mailing[u"state"_s] = u"DELIVERED"_s;
    mailing[u"verifyBy"_s] = u"2027-01-20"_s;
    QCOMPARE(problem(put(u"mailings"_s, mailing)), u"precondition-failed"_s);
    QCOMPARE(put(u"mailings"_s, mailing, "\"1\"").status, 200);
    mailing[u"state"_s] = u"RETURNED"_s;
    mailing.remove(u"verifyBy"_s);
    QCOMPARE(problem(put(u"mailings"_s, mailing, "\"2\"")), u"state-conflict"_s);
}

void TestStationApi::paidTooLateOrTwice_data()
{
    QTest::addColumn<bool>("twice");
    QTest::addColumn<QString>("reason");
    QTest::newRow("after the end") << false << u"PAID_AFTER_EXPIRY"_s;
    QTest::newRow("twice") << true << u"PAID_TWICE"_s;
}

void TestStationApi::paidTooLateOrTwice()
{
    QFETCH(bool, twice);
    QFETCH(QString, reason);
    const QString id = eligible(0);
    const QString payment = get(u"applications"_s, id)[u"payment"_s].toString();
    if (twice) {
        pay(payment, u"first"_s);
    } else {
        m_bench->now = m_bench->now.addDays(3).addSecs(1);
        QCOMPARE(send("GET", u"changes?after="_s + cursor()).status, 200);
        QCOMPARE(get(u"applications"_s, id)[u"state"_s].toString(), u"WITHDRAWN"_s);
        QCOMPARE(get(u"payments"_s, payment)[u"state"_s].toString(), u"EXPIRED"_s);
    }
    pay(payment, u"second"_s);
    const QJsonObject due = get(u"payments"_s, payment);
    QVERIFY(Contract::instance().fits(u"Payment"_s, due));
    QCOMPARE(due[u"state"_s].toString(), u"REFUND_DUE"_s);
    QCOMPARE(due[u"refundReason"_s].toString(), reason);
    QJsonObject refund = PlatformBench::because(u"Given back."_s);
    refund[u"refund"_s] = QJsonObject{{u"payment"_s, payment}, {u"amountFen"_s, 4000}};
    const int version = get(u"applications"_s, id)[u"version"_s].toInt();
    QCOMPARE(put(u"decisions"_s, m_bench->applicationDecision(id, version, u"refund"_s, refund)).status, 201);
    QCOMPARE(get(u"payments"_s, payment)[u"state"_s].toString(), u"REFUND_ORDERED"_s);
    pay(payment, u"refunded"_s, 4000, u"REFUNDED"_s);
    QCOMPARE(get(u"payments"_s, payment)[u"state"_s].toString(), twice ? u"PAID"_s : u"REFUNDED"_s);
}

QTEST_GUILESS_MAIN(TestStationApi)
#include "tst_stationapi.moc"
