#include "tests/support/platformbench.h"

#include "app/exchange/contract.h"

#include <QJsonDocument>
#include <QSet>

#include <memory>

using namespace Qt::StringLiterals;
using namespace idcounter;
using namespace idcounter::platform;

// Two stations on one platform, each with its own keys: neither sees or touches what is the other's.
class TestTwoStations : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void eachReadsItsOwn_data();
    void eachReadsItsOwn();
    void eachFeedIsItsOwn();
    void aCursorIsOfOneStation();
    void neitherWritesIntoTheOthers_data();
    void neitherWritesIntoTheOthers();
    void neitherTakesTheOthersSeats();
    void aSignatureIsOfOneStation();
    void onePersonAcrossStations();
    void theOldSameIdOfAnother();

private:
    struct Side
    {
        Station station;
        std::shared_ptr<ExchangeKeys> keys = std::make_shared<ExchangeKeys>(ExchangeKeys::create());
        QString place;
        QStringList slots;
        QString booking; // in SUBMITTED
        QString decided; // a booking that was approved, and has come
        // Of each kind of the contract one that is there.
        QMap<QString, QString> ids;
    };

    HttpResponse ask(const Side &side, const QByteArray &method, const QString &target, const QJsonObject &body = {});
    HttpResponse put(const Side &side, const QString &kind, const QJsonObject &body)
    {
        return ask(side, "PUT", kind + u'/' + body[u"id"_s].toString(), body);
    }
    static QJsonObject json(const HttpResponse &response) { return QJsonDocument::fromJson(response.body).object(); }
    static QString problem(const HttpResponse &response)
    {
        return json(response)[u"type"_s].toString().section(u':', -1);
    }
    QJsonObject decision(const Side &side, const QString &about, qint64 version, const QString &kind, QJsonObject more,
                         const QString &what = u"booking"_s) const;
    QJsonObject body(const Side &side, const QString &kind) const; // that fits, about something of that side
    QString book(const Side &side, int person);
    void open(Side &side, int firstPerson);
    QList<QJsonObject> snapshot(const Side &side);
    QList<QJsonObject> changes(const Side &side, QString cursor);
    qint64 versionOf(const QString &kind, const QString &id) const
    {
        const auto there = m_bench->platform->read([&](Resources &all) { return all.find(kind, id); });
        return there && *there ? (*there)->version : -1;
    }
    qint64 next() const
    {
        return m_bench->platform->read([](Resources &all) { return all.head(); })->next;
    }

    std::unique_ptr<PlatformBench> m_bench;
    std::unique_ptr<StationApi> m_api;
    Side m_one;
    Side m_other;
};

static const QStringList kinds{u"bookings"_s, u"applications"_s, u"decisions"_s, u"visits"_s,
                               u"places"_s,   u"slots"_s,        u"messages"_s,  u"payments"_s,
                               u"mailings"_s, u"receipts"_s,     u"claims"_s,    u"attachments"_s};

HttpResponse TestTwoStations::ask(const Side &side, const QByteArray &method, const QString &target,
                                  const QJsonObject &body)
{
    HttpRequest request = m_bench->request(method, u"/station/v1/"_s + target, body);
    const TokenClaims claims{.station = side.station.unit,
                             .key = side.keys->publicKeys().fingerprint(),
                             .host = u"127.0.0.1"_s,
                             .method = QString::fromLatin1(method),
                             .target = QString::fromUtf8(request.target),
                             .bodySha256 = sha256Of(request.body),
                             .at = m_bench->now.toSecsSinceEpoch(),
                             .nonce = newNonce()};
    request.headers["authorization"] = "Bearer " + tokenFor(claims, *side.keys);
    const HttpResponse response = m_api->answer(request);
    if (response.status >= 400 && !Contract::instance().fits(u"Problem"_s, json(response)))
        qWarning("no problem of the contract: %s", response.body.constData());
    return response;
}

QJsonObject TestTwoStations::decision(const Side &side, const QString &about, qint64 version, const QString &kind,
                                      QJsonObject more, const QString &what) const
{
    more[u"id"_s] = m_bench->newId();
    more[what] = about;
    more[what + u"Version"_s] = version;
    more[u"kind"_s] = kind;
    more[u"station"_s] = side.station.unit;
    more[u"by"_s] = PlatformBench::officerJson();
    more[u"at"_s] = instantText(m_bench->now);
    return signedDecision(more, m_bench->officer, *side.keys);
}

// As a station would say it of something of its own, or tries to say it of the other's.
QJsonObject TestTwoStations::body(const Side &side, const QString &kind) const
{
    const QString at = instantText(m_bench->now);
    const QJsonObject by = PlatformBench::officerJson();
    const auto about = [&](const QString &of, const QString &id) {
        return QJsonObject{{u"kind"_s, of}, {u"id"_s, id}};
    };
    QJsonObject made{{u"id"_s, m_bench->newId()}};
    const auto with = [&](std::initializer_list<std::pair<QString, QJsonValue>> members) {
        for (const auto &[name, value] : members)
            made[name] = value;
        return made;
    };
    if (kind == "decisions"_L1)
        return decision(side, side.booking, versionOf(u"bookings"_s, side.booking), u"refuse"_s,
                        PlatformBench::because(u"No."_s));
    if (kind == "visits"_L1)
        return with({{u"booking"_s, side.decided},
                     {u"kind"_s, u"ARRIVED"_s},
                     {u"station"_s, side.station.unit},
                     {u"by"_s, by},
                     {u"at"_s, at}});
    if (kind == "slots"_L1) {
        QJsonObject slot = m_bench->slotBody(m_bench->newId(), QDate(2026, 12, 2), QTime(9, 0), 1, 0);
        slot[u"place"_s] = side.place;
        return slot;
    }
    if (kind == "messages"_L1)
        return with({{u"about"_s, about(u"bookings"_s, side.booking)},
                     {u"purpose"_s, u"STATION"_s},
                     {u"text"_s, u"Please call."_s},
                     {u"at"_s, at},
                     {u"by"_s, by}});
    if (kind == "mailings"_L1)
        return with({{u"application"_s, side.ids[u"applications"_s]},
                     {u"state"_s, u"POSTED"_s},
                     {u"carrier"_s, u"EMS"_s},
                     {u"trackingNumber"_s, u"EA123456789CN"_s},
                     {u"at"_s, at}});
    if (kind == "receipts"_L1)
        return with({{u"kind"_s, u"TAKEN_OVER"_s},
                     {u"station"_s, side.station.unit},
                     {u"at"_s, at},
                     {u"about"_s, about(u"bookings"_s, side.decided)},
                     {u"version"_s, 1},
                     {u"sealedSha256"_s, QJsonArray{sha256Of("sealed")}}});
    return with({{u"about"_s, about(u"bookings"_s, side.booking)},
                 {u"station"_s, side.station.unit},
                 {u"by"_s, by},
                 {u"device"_s, u"1"_s}});
}

QString TestTwoStations::book(const Side &side, int person)
{
    const BookingOrder order{.id = m_bench->newId(),
                             .account = m_bench->account(person),
                             .language = u"en"_s,
                             .place = side.place,
                             .form = PlatformBench::form(person)};
    const auto made = m_bench->platform->write(
        [&](Resources &resources) { return Bookings(*m_bench->platform, resources).submit(order); });
    return made ? made->id : made.problem().type;
}

// Something of every kind that the contract knows.
void TestTwoStations::open(Side &side, int firstPerson)
{
    QVERIFY(m_bench->platform->write([&](Resources &resources) -> Outcome<void> {
        const Stations stations(resources.connection());
        if (const auto done = stations.put(side.station); !done)
            return done;
        return stations.addKeys(side.station.unit, side.keys->publicKeys(), m_bench->now.addSecs(1));
    }));
    side.place = m_bench->newId();
    QJsonObject hall = m_bench->placeBody();
    hall[u"id"_s] = side.place;
    hall[u"station"_s] = side.station.unit;
    QCOMPARE(put(side, u"places"_s, hall).status, 201);
    side.slots.clear();
    for (int at = 0; at < 3; ++at) {
        QJsonObject slot
            = m_bench->slotBody(m_bench->newId(), QDate(2026, 12, 1), QTime(9, 0).addSecs(at * 20 * 60), 1, 1);
        slot[u"place"_s] = side.place;
        QCOMPARE(put(side, u"slots"_s, slot).status, 201);
        side.slots << slot[u"id"_s].toString();
    }
    side.booking = book(side, firstPerson);
    side.decided = book(side, firstPerson + 1);
    const QJsonObject seats{{u"place"_s, side.place},
                            {u"seats"_s, QJsonArray{QJsonObject{{u"slot"_s, side.slots[0]}, {u"seat"_s, 2}}}}};
    const QJsonObject approved = decision(side, side.decided, 1, u"approve"_s, seats);
    const HttpResponse answer = put(side, u"decisions"_s, approved);
    QVERIFY2(answer.status == 201, answer.body);
    const ReissueOrder order{.id = m_bench->newId(),
                             .account = m_bench->account(firstPerson + 2),
                             .language = u"en"_s,
                             .station = side.station.unit,
                             .form = PlatformBench::reissueForm(firstPerson + 2)};
    QVERIFY(m_bench->platform->write(
        [&](Resources &resources) { return Applications(*m_bench->platform, resources).submit(order); }));
    side.ids[u"applications"_s] = order.id;
    const QJsonObject fee{{u"fee"_s, QJsonObject{{u"code"_s, u"REISSUE_LOST"_s}, {u"amountFen"_s, 4000}}}};
    QCOMPARE(put(side, u"decisions"_s, decision(side, order.id, 1, u"eligible"_s, fee, u"application"_s)).status, 201);
    side.ids[u"payments"_s] = json(ask(side, "GET", u"applications/"_s + order.id))[u"payment"_s].toString();
    QVERIFY(m_bench->platform->write([&](Resources &resources) {
        return Payments(*m_bench->platform, resources)
            .happened({.providerId = side.station.unit,
                       .said = u"PAID"_s,
                       .payment = side.ids[u"payments"_s],
                       .amountFen = 4000,
                       .at = m_bench->now});
    }));
    side.ids[u"bookings"_s] = side.booking;
    side.ids[u"places"_s] = side.place;
    side.ids[u"slots"_s] = side.slots[0];
    side.ids[u"decisions"_s] = approved[u"id"_s].toString();
    side.ids[u"messages"_s] = json(answer)[u"outcome"_s][u"message"_s].toString();
    for (const QString &kind : {u"visits"_s, u"mailings"_s, u"receipts"_s, u"claims"_s}) {
        const QJsonObject made = body(side, kind);
        const HttpResponse stored = put(side, kind, made);
        QVERIFY2(stored.status == 201, stored.body);
        side.ids[kind] = made[u"id"_s].toString();
    }
    side.ids[u"attachments"_s] = m_bench->newId();
    QVERIFY(m_bench->database->write([&](const QSqlDatabase &connection) {
        return Statement(connection,
                         u"INSERT INTO attachment (id, station, booking, sealed) VALUES (?, ?, ?, 'c2VhbGVk')"_s)
            .with({side.ids[u"attachments"_s], side.station.unit, side.booking})
            .run();
    }));
}

void TestTwoStations::init()
{
    m_bench = std::make_unique<PlatformBench>();
    m_api = std::make_unique<StationApi>(*m_bench->platform);
    m_one = {.station = m_bench->station};
    m_other = {.station
               = {.unit = u"650103999"_s, .nameZh = u"另一所"_s, .nameEn = u"Other"_s, .phone = u"0991-5550101"_s}};
    open(m_one, 0);
    open(m_other, 10);
    QCOMPARE(m_one.ids.size(), kinds.size());
    QCOMPARE(m_other.ids.size(), kinds.size());
}

void TestTwoStations::cleanup()
{
    m_api.reset();
    m_bench.reset();
}

void TestTwoStations::eachReadsItsOwn_data()
{
    QTest::addColumn<QString>("kind");
    for (const QString &kind : kinds)
        QTest::newRow(qPrintable(kind)) << kind;
}

void TestTwoStations::eachReadsItsOwn()
{
    QFETCH(QString, kind);
    // What is another's is answered as what is not there; but for the name of the request and what was asked for.
    const auto told = [&](const Side &side, const QString &id) {
        QJsonObject body = json(ask(side, "GET", kind + u'/' + id));
        body.remove(u"instance"_s);
        return body;
    };
    for (const auto &[mine, theirs] : {std::pair(&m_one, &m_other), std::pair(&m_other, &m_one)}) {
        QCOMPARE(ask(*mine, "GET", kind + u'/' + mine->ids[kind]).status, 200); // the control
        QCOMPARE(ask(*mine, "GET", kind + u'/' + theirs->ids[kind]).status, 404);
        QCOMPARE(told(*mine, theirs->ids[kind]), told(*mine, m_bench->newId()));
    }
}

QList<QJsonObject> TestTwoStations::snapshot(const Side &side)
{
    QList<QJsonObject> all;
    QString page;
    do {
        const QJsonObject part
            = json(ask(side, "GET", u"snapshot?limit=3"_s + (page.isEmpty() ? QString() : u"&page="_s + page)));
        for (const QJsonValue &item : part[u"items"_s].toArray())
            all << item.toObject();
        page = part[u"nextPage"_s].toString();
    } while (!page.isEmpty());
    return all;
}

QList<QJsonObject> TestTwoStations::changes(const Side &side, QString cursor)
{
    QList<QJsonObject> all;
    for (bool more = true; more;) {
        const QJsonObject part = json(ask(side, "GET", u"changes?limit=2&after="_s + cursor));
        for (const QJsonValue &change : part[u"changes"_s].toArray())
            all << change.toObject();
        cursor = part[u"next"_s].toString();
        more = part[u"more"_s].toBool();
    }
    return all;
}

void TestTwoStations::eachFeedIsItsOwn()
{
    const auto named = [](const QList<QJsonObject> &entries) {
        QSet<QString> ids;
        for (const QJsonObject &entry : entries)
            ids << entry[u"kind"_s].toString() + u'/' + entry[u"id"_s].toString();
        return ids;
    };
    const QSet<QString> ofOne = named(snapshot(m_one));
    const QSet<QString> ofOther = named(snapshot(m_other));
    QVERIFY(!ofOne.intersects(ofOther));
    const auto every = m_bench->database->read([](const QSqlDatabase &connection) -> Result<qint64> {
        Statement count(connection, u"SELECT COUNT(*) FROM resource"_s);
        if (const auto read = count.run(); !read)
            return read.error();
        count.next();
        return count.number(0);
    });
    QCOMPARE(qint64(ofOne.size() + ofOther.size()), *every); // and nothing is nobody's
    for (const QString &kind : kinds) {
        if (kind == "attachments"_L1)
            continue;
        QVERIFY2(ofOne.contains(kind + u'/' + m_one.ids[kind]), qPrintable(kind));
        QVERIFY2(ofOther.contains(kind + u'/' + m_other.ids[kind]), qPrintable(kind));
    }
    // What is done from here on, in turns: each hears of its own, and all of it.
    const QString cursorOfOne = json(ask(m_one, "GET", u"snapshot"_s))[u"cursor"_s].toString();
    const QString cursorOfOther = json(ask(m_other, "GET", u"snapshot"_s))[u"cursor"_s].toString();
    QSet<QString> doneByOne;
    QSet<QString> doneByOther;
    for (int person = 20; person < 30; ++person) {
        doneByOne << u"bookings/"_s + book(m_one, person);
        doneByOther << u"bookings/"_s + book(m_other, person + 20);
    }
    QCOMPARE(named(changes(m_one, cursorOfOne)), doneByOne);
    QCOMPARE(named(changes(m_other, cursorOfOther)), doneByOther);
    // Lists besides the feed.
    const auto idsIn = [](const QJsonArray &list) {
        QStringList ids;
        for (const QJsonValue &one : list)
            ids << one[u"id"_s].toString();
        return ids;
    };
    QCOMPARE(idsIn(json(ask(m_one, "GET", u"payments?day=2026-11-24"_s))[u"payments"_s].toArray()),
             QStringList{m_one.ids[u"payments"_s]});
    const QJsonArray versions = json(ask(m_other, "GET", u"versions?changedSince=2026-11-01"_s))[u"items"_s].toArray();
    QVERIFY(versions.size() > 10);
    for (const QJsonValue &one : versions)
        QVERIFY(!ofOne.contains(one[u"kind"_s].toString() + u'/' + one[u"id"_s].toString()));
    const QString days = u"&from=2026-12-01&until=2026-12-02"_s;
    QCOMPARE(json(ask(m_one, "GET", u"slots?place="_s + m_one.place + days))[u"slots"_s].toArray().size(), 3);
    QCOMPARE(ask(m_one, "GET", u"slots?place="_s + m_other.place + days).status, 404);
}

void TestTwoStations::aCursorIsOfOneStation()
{
    const QString own = json(ask(m_one, "GET", u"snapshot"_s))[u"cursor"_s].toString();
    const QString page = json(ask(m_one, "GET", u"snapshot?limit=1"_s))[u"nextPage"_s].toString();
    QCOMPARE(ask(m_one, "GET", u"changes?after="_s + own).status, 200);
    QCOMPARE(ask(m_one, "GET", u"snapshot?page="_s + page).status, 200);
    QCOMPARE(problem(ask(m_other, "GET", u"changes?after="_s + own)), u"cursor-invalid"_s);
    QCOMPARE(problem(ask(m_other, "GET", u"snapshot?page="_s + page)), u"cursor-invalid"_s);
}

void TestTwoStations::neitherWritesIntoTheOthers_data()
{
    QTest::addColumn<QString>("kind");
    for (const QString &kind :
         {u"decisions"_s, u"visits"_s, u"slots"_s, u"messages"_s, u"mailings"_s, u"receipts"_s, u"claims"_s})
        QTest::newRow(qPrintable(kind)) << kind;
}

void TestTwoStations::neitherWritesIntoTheOthers()
{
    QFETCH(QString, kind);
    // The other station says it in its own name, with its own signature, of what is not its own.
    Side intruder = m_one;
    intruder.station = m_other.station;
    intruder.keys = m_other.keys;
    const qint64 before = next();
    HttpResponse answer = put(intruder, kind, body(intruder, kind));
    QVERIFY2(answer.status == 404 && problem(answer) == "not-found"_L1, answer.body);
    // In the name of the first it is not let in, or its signature does not hold.
    const QJsonObject itsBody = body(m_one, kind);
    answer = put(intruder, kind, itsBody);
    const int expected = kind == "decisions"_L1 || itsBody.contains(u"station"_s) ? 403 : 404;
    QVERIFY2(answer.status == expected, answer.body);
    QCOMPARE(next(), before);
    // The control: the first may.
    if (kind == "claims"_L1) {
        QCOMPARE(put(m_one, kind, itsBody).status, 201);
        QCOMPARE(ask(intruder, "DELETE", u"claims/"_s + itsBody[u"id"_s].toString()).status,
                 ask(intruder, "DELETE", u"claims/"_s + m_bench->newId()).status);
        QVERIFY(!json(ask(m_one, "GET", u"claims/"_s + itsBody[u"id"_s].toString()))[u"released"_s].toBool());
        return;
    }
    if (kind == "visits"_L1) // has been said
        QCOMPARE(problem(put(m_one, kind, itsBody)), u"state-conflict"_s);
    else
        QCOMPARE(put(m_one, kind, itsBody).status, 201);
}

void TestTwoStations::neitherTakesTheOthersSeats()
{
    const qint64 before = next();
    const auto approve = [&](const QJsonObject &more) {
        return put(m_other, u"decisions"_s, decision(m_other, m_other.booking, 1, u"approve"_s, more));
    };
    const auto seat = [](const QString &slot, int number) {
        return QJsonArray{QJsonObject{{u"slot"_s, slot}, {u"seat"_s, number}}};
    };
    QCOMPARE(approve({{u"place"_s, m_one.place}, {u"seats"_s, seat(m_one.slots[1], 2)}}).status, 404);
    QCOMPARE(problem(approve({{u"place"_s, m_other.place}, {u"seats"_s, seat(m_one.slots[1], 2)}})),
             u"seat-not-yours"_s);
    QJsonObject wishes = m_bench->wishes({m_one.slots[1], m_one.slots[2]});
    wishes[u"place"_s] = m_other.place;
    const HttpResponse none = approve(wishes);
    QCOMPARE(problem(none), u"no-seat-free"_s);
    for (const QJsonValue &one : json(none)[u"free"_s].toArray()) // what is free instead is its own
        QVERIFY(m_other.slots.contains(one[u"seats"_s][0][u"slot"_s].toString()));
    wishes[u"place"_s] = m_one.place;
    QCOMPARE(approve(wishes).status, 404);
    QCOMPARE(next(), before);
    wishes = m_bench->wishes({m_other.slots[1]}); // the control
    wishes[u"place"_s] = m_other.place;
    QCOMPARE(approve(wishes).status, 201);
}

void TestTwoStations::aSignatureIsOfOneStation()
{
    const qint64 before = next();
    // Said by the other about its own booking, but signed by the first; and the other way round.
    Side forged = m_other;
    forged.keys = m_one.keys;
    const QJsonObject signedByOne = decision(forged, m_other.booking, 1, u"refuse"_s, PlatformBench::because(u"No."_s));
    QCOMPARE(problem(put(m_other, u"decisions"_s, signedByOne)), u"signature-invalid"_s);
    // A token of the first with the name of the other is nobody's.
    QCOMPARE(ask(forged, "GET", u"meta"_s).status, 401);
    QCOMPARE(next(), before);
    const QJsonObject right = decision(m_other, m_other.booking, 1, u"refuse"_s, PlatformBench::because(u"No."_s));
    QCOMPARE(put(m_other, u"decisions"_s, right).status, 201);
}

// One live booking for each person on the whole platform, whichever station; and one application.
void TestTwoStations::onePersonAcrossStations()
{
    QCOMPARE(book(m_other, 0), u"person-has-booking"_s);
    QCOMPARE(
        put(m_one, u"decisions"_s, decision(m_one, m_one.booking, 1, u"refuse"_s, PlatformBench::because(u"No."_s)))
            .status,
        201);
    const QString there = book(m_other, 0);
    QVERIFY(versionOf(u"bookings"_s, there) == 1);
    QCOMPARE(book(m_one, 0), u"person-has-booking"_s);
    const auto apply = [&](const Side &side) {
        const ReissueOrder order{.id = m_bench->newId(),
                                 .account = m_bench->account(50),
                                 .language = u"en"_s,
                                 .station = side.station.unit,
                                 .form = PlatformBench::reissueForm(50)};
        const auto made = m_bench->platform->write(
            [&](Resources &resources) { return Applications(*m_bench->platform, resources).submit(order); });
        return made ? QString() : made.problem().type;
    };
    QCOMPARE(apply(m_one), QString());
    QCOMPARE(apply(m_other), u"person-has-booking"_s);
}

// An id that is the first's is no hint for the other: neither known nor usable.
void TestTwoStations::theOldSameIdOfAnother()
{
    for (const QString &kind : {u"messages"_s, u"places"_s, u"slots"_s, u"receipts"_s, u"claims"_s}) {
        QJsonObject body;
        if (kind == "places"_L1) {
            body = m_bench->placeBody();
            body[u"station"_s] = m_other.station.unit;
        } else {
            body = this->body(m_other, kind);
        }
        body[u"id"_s] = m_one.ids[kind];
        const qint64 version = versionOf(kind, m_one.ids[kind]);
        QCOMPARE(put(m_other, kind, body).status, 404);
        QCOMPARE(versionOf(kind, m_one.ids[kind]), version);
    }
}

QTEST_GUILESS_MAIN(TestTwoStations)
#include "tst_twostations.moc"
