#pragma once

#include "app/exchange/canonicaljson.h"
#include "app/exchange/signeddecision.h"
#include "app/exchange/stationtoken.h"
#include "platform/service/applications.h"
#include "platform/service/stations.h"
#include "platform/station/stationapi.h"
#include "platform/station/stationwrites.h"
#include "tests/support/privatepostgres.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <cstdio>
#include <cstdlib>

// Takes what it is told to send, and says of each text what the test wants.
class RecordingSender : public idcounter::platform::MessageSender
{
public:
    idcounter::platform::SendResult send(const QString &phone, const QString &text) override
    {
        sent << std::pair(phone, text);
        return result;
    }

    idcounter::platform::SendResult result = idcounter::platform::SendResult::Delivered;
    QList<std::pair<QString, QString>> sent;
};

// Where a test keeps its platform: a file in its folder. With IDCOUNTER_TEST_DATABASE=postgres an empty database of a
// PostgreSQL that runs as long as the program; where there is none to be had, the program ends as skipped, aloud.
inline bool isOnPostgres()
{
    return qEnvironmentVariable("IDCOUNTER_TEST_DATABASE") == QStringLiteral("postgres");
}
inline idcounter::platform::DatabaseSettings testDatabase(const QTemporaryDir &folder)
{
    if (!isOnPostgres())
        return {.name = folder.filePath(QStringLiteral("platform.sqlite"))};
    static PrivatePostgres postgres;
    static const PrivatePostgres::Start started = postgres.start();
    static int number = 0;
    if (started == PrivatePostgres::Start::NotInstalled) {
        constexpr int skipped = 77;
        std::fputs("SKIPPED: PostgreSQL is not installed\n", stderr);
        std::exit(skipped);
    }
    if (started == PrivatePostgres::Start::Failed)
        qFatal("PostgreSQL does not start");
    return postgres.database(QStringLiteral("bench%1").arg(++number));
}

// A practice platform with one station, a hall and its slots: a real database in a folder of its own, a clock that the test
// sets. Tuesday, 24 November 2026, nine in the morning.
struct PlatformBench
{
    QTemporaryDir folder;
    QDateTime now{QDate(2026, 11, 24), QTime(1, 0), Qt::UTC};
    idcounter::ExchangeKeys stationKeys = idcounter::ExchangeKeys::create();
    idcounter::ExchangeKeys officer = idcounter::ExchangeKeys::create();
    idcounter::platform::PlatformKeys keys
        = *idcounter::platform::PlatformKeys::load(folder.filePath(QStringLiteral("platform.keys")));
    std::unique_ptr<idcounter::platform::PlatformDatabase> database;
    idcounter::FeeTable fees = *idcounter::FeeTable::load([](const QString &name) -> idcounter::Result<QByteArray> {
        QFile file(QStringLiteral(IDCOUNTER_SOURCE_DIR) + QStringLiteral("/resources/tables/") + name);
        return file.open(QIODevice::ReadOnly) ? idcounter::Result<QByteArray>(file.readAll())
                                              : idcounter::Error{idcounter::Error::Code::TableMissing, name};
    });
    RecordingSender sender;
    const idcounter::platform::Station station{.unit = QStringLiteral("650102999"),
                                               .nameZh = QStringLiteral("练习派出所"),
                                               .nameEn = QStringLiteral("Practice police station"),
                                               .phone = QStringLiteral("0991-5550100")};
    const QString place = QStringLiteral("01a20b23-b820-72e4-871c-050000000015");
    std::unique_ptr<idcounter::platform::Platform> platform;

    explicit PlatformBench(const idcounter::platform::DatabaseSettings &settings = {})
    {
        m_where = settings.name.isEmpty() ? testDatabase(folder) : settings;
        reopen();
        const auto made
            = platform->write([&](idcounter::platform::Resources &resources) -> idcounter::platform::Outcome<void> {
                  const idcounter::platform::Stations stations(resources.connection());
                  if (const auto put = stations.put(station); !put)
                      return put.error();
                  return stations.addKeys(station.unit, stationKeys.publicKeys(), now);
              });
        Q_ASSERT(made);
    }

    // Opens the database; again after it was replaced.
    void reopen()
    {
        auto opened = idcounter::platform::PlatformDatabase::open(m_where, true);
        if (!opened)
            qFatal("database: %s", qPrintable(opened.error().detail));
        database = *std::move(opened);
        platform = std::make_unique<idcounter::platform::Platform>(idcounter::platform::Platform{
            .database = *database,
            .keys = keys,
            .fees = fees,
            .clock = [this] { return now; },
            .host = QStringLiteral("127.0.0.1"),
            .stationHost = QStringLiteral("127.0.0.1"),
            .origin = QStringLiteral("http://127.0.0.1"),
            .product = QStringLiteral("idcounter-platform test"),
            .requestsPerMinute = 1000000,
            .requestsAtOnce = 1000,
            .sender = &sender,
        });
    }

    static QJsonObject officerJson(const QString &login = QStringLiteral("zhao"))
    {
        return {{QStringLiteral("login"), login}, {QStringLiteral("name"), QStringLiteral("赵警官")}};
    }

    QString newId() const { return idcounter::platform::newId(now); }

    QJsonObject placeBody() const
    {
        const auto both = [](const char *zh, const char *en) {
            return QJsonObject{{QStringLiteral("zh"), QString::fromUtf8(zh)},
                               {QStringLiteral("en"), QString::fromUtf8(en)}};
        };
        QJsonArray businesses;
        for (const char *reason : {"11", "22", "24", "41"})
            businesses << QJsonObject{{QStringLiteral("reason"), QString::fromLatin1(reason)},
                                      {QStringLiteral("minutes"), 20},
                                      {QStringLiteral("papers"), QJsonArray{both("户口簿", "Household booklet")}}};
        return {{QStringLiteral("id"), place},
                {QStringLiteral("station"), station.unit},
                {QStringLiteral("kind"), QStringLiteral("HALL")},
                {QStringLiteral("name"), both("练习派出所户籍大厅", "Practice station, registration hall")},
                {QStringLiteral("address"), both("练习路1号", "1 Practice Road")},
                {QStringLiteral("zone"), QStringLiteral("Asia/Shanghai")},
                {QStringLiteral("phone"), station.phone},
                {QStringLiteral("businesses"), businesses},
                {QStringLiteral("rules"),
                 QJsonObject{{QStringLiteral("bookableFromDays"), 1},
                             {QStringLiteral("bookableToDays"), 60},
                             {QStringLiteral("holdMinutes"), 10},
                             {QStringLiteral("offerHours"), 72},
                             {QStringLiteral("cancelUntilHours"), 4},
                             {QStringLiteral("moveUntilHours"), 24},
                             {QStringLiteral("maxMoves"), 3},
                             {QStringLiteral("restMinutes"), QJsonArray{10, 60}},
                             {QStringLiteral("noShowMinutes"), 30},
                             {QStringLiteral("noShowsAllowed"), 2},
                             {QStringLiteral("noShowDays"), 90},
                             {QStringLiteral("reminderDays"), QJsonArray{3, 1}}}}};
    }

    // A slot of twenty minutes; publicSeats of the public, then stationSeats of the station.
    QJsonObject slotBody(const QString &id, QDate day, QTime time, int publicSeats, int stationSeats) const
    {
        QJsonArray seats;
        for (int number = 1; number <= publicSeats + stationSeats; ++number)
            seats << QJsonObject{{QStringLiteral("no"), number},
                                 {QStringLiteral("owner"),
                                  number <= publicSeats ? QStringLiteral("PUBLIC") : QStringLiteral("STATION")}};
        const QDateTime starts = QDateTime(day, time, Qt::OffsetFromUTC, 8 * 3600);
        return {{QStringLiteral("id"), id},
                {QStringLiteral("place"), place},
                {QStringLiteral("day"), day.toString(Qt::ISODate)},
                {QStringLiteral("time"), time.toString(QStringLiteral("HH:mm"))},
                {QStringLiteral("startsAt"), idcounter::platform::instantText(starts)},
                {QStringLiteral("minutes"), 20},
                {QStringLiteral("planVersion"), 1},
                {QStringLiteral("seats"), seats}};
    }

    // The hall, and slots that follow each other from nine o'clock of a day on; their ids.
    QStringList openHall(int slotCount, int publicSeats = 2, int stationSeats = 1, QDate day = QDate(2026, 12, 1))
    {
        const idcounter::platform::StationWrites writes(*platform, station, stationKeys.publicKeys());
        const auto hall = writes.put(QStringLiteral("places"), placeBody(), 0);
        Q_ASSERT(hall);
        QStringList ids;
        for (int at = 0; at < slotCount; ++at) {
            ids << newId();
            const QJsonObject body
                = slotBody(ids.last(), day, QTime(9, 0).addSecs(at * 20 * 60), publicSeats, stationSeats);
            const auto slot = writes.put(QStringLiteral("slots"), body, 0);
            if (!slot)
                qFatal("slot: %s %s", qPrintable(slot.problem().type), qPrintable(slot.error().detail));
        }
        return ids;
    }

    // A BookedForm without the members the platform adds. Numbers with a right check character that belong to nobody.
    static QString citizenNumber(int person)
    {
        const QString body = QStringLiteral("6501021988%1%2")
                                 .arg(person / 999 % 12 + 1, 2, 10, QLatin1Char('0'))
                                 .arg(QStringLiteral("12%1").arg(person % 999 + 1, 3, 10, QLatin1Char('0')));
        constexpr int weights[] = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
        int sum = 0;
        for (int at = 0; at < 17; ++at)
            sum += body[at].digitValue() * weights[at];
        return body + QStringLiteral("10X98765432")[sum % 11];
    }
    static QJsonObject form(int person = 0)
    {
        const QString number = citizenNumber(person);
        return {{QStringLiteral("applicant"),
                 QJsonObject{{QStringLiteral("number"), number},
                             {QStringLiteral("name"), QStringLiteral("张小丰")},
                             {QStringLiteral("sex"), QString::number(number[16].digitValue() % 2 == 1 ? 1 : 2)},
                             {QStringLiteral("birthDate"),
                              QDate::fromString(number.mid(6, 8), QStringLiteral("yyyyMMdd")).toString(Qt::ISODate)},
                             {QStringLiteral("ethnicGroup"), QStringLiteral("01")},
                             {QStringLiteral("address"), QStringLiteral("新疆维吾尔自治区乌鲁木齐市天山区练习路2号")}}},
                {QStringLiteral("business"),
                 QJsonObject{{QStringLiteral("reason"), QStringLiteral("22")},
                             {QStringLiteral("oldCard"), QStringLiteral("HELD")},
                             {QStringLiteral("offSite"), false},
                             {QStringLiteral("temporaryCard"), false}}},
                {QStringLiteral("delivery"),
                 QJsonObject{{QStringLiteral("phone"), QStringLiteral("13800001234")},
                             {QStringLiteral("collection"), QStringLiteral("IN_PERSON")}}}};
    }
    static QJsonObject reissueForm(int person = 0)
    {
        return {{QStringLiteral("applicant"), form(person)[QStringLiteral("applicant")]},
                {QStringLiteral("lost"), QJsonObject{{QStringLiteral("on"), QStringLiteral("2026-11-20")}}},
                {QStringLiteral("declared"),
                 QJsonObject{{QStringLiteral("householdUnchanged"), true},
                             {QStringLiteral("cardLost"), true},
                             {QStringLiteral("informationAccepted"), true}}},
                {QStringLiteral("realName"),
                 QJsonObject{{QStringLiteral("method"), QStringLiteral("PRACTICE")},
                             {QStringLiteral("at"), QStringLiteral("2026-11-24T09:00:00+08:00")},
                             {QStringLiteral("reference"), QStringLiteral("practice-1")}}},
                {QStringLiteral("delivery"),
                 QJsonObject{
                     {QStringLiteral("phone"), QStringLiteral("13800001234")},
                     {QStringLiteral("recipient"), QStringLiteral("张小丰")},
                     {QStringLiteral("mailingAddress"), QStringLiteral("新疆维吾尔自治区乌鲁木齐市天山区练习路2号")}}}};
    }

    static QString accountId(int person = 0) { return QStringLiteral("account-%1").arg(person); }
    // An account with a telephone.
    QString account(int person = 0) const
    {
        const QString id = accountId(person);
        const auto made = database->write([&](const QSqlDatabase &connection) {
            return idcounter::Statement(
                       connection,
                       QStringLiteral("INSERT INTO account (id, phone, language, created_ms) VALUES (?, ?, 'en', 0) "
                                      "ON CONFLICT DO NOTHING"))
                .with({id, QStringLiteral("138%1").arg(person, 8, 10, QLatin1Char('0'))})
                .run();
        });
        Q_ASSERT(made);
        return id;
    }

    idcounter::platform::Outcome<idcounter::platform::Resource> book(int person = 0)
    {
        const idcounter::platform::BookingOrder order{.id = newId(),
                                                      .account = account(person),
                                                      .language = QStringLiteral("en"),
                                                      .place = place,
                                                      .form = form(person)};
        return platform->write([&](idcounter::platform::Resources &resources) {
            return idcounter::platform::Bookings(*platform, resources).submit(order);
        });
    }

    // A decision about a booking, signed; more has the members of its kind.
    QJsonObject decision(const QString &booking, qint64 version, const QString &kind, const QJsonObject &more,
                         const QString &id = {}) const
    {
        QJsonObject body = more;
        body[QStringLiteral("id")] = id.isEmpty() ? newId() : id;
        body[QStringLiteral("booking")] = booking;
        body[QStringLiteral("bookingVersion")] = version;
        body[QStringLiteral("kind")] = kind;
        body[QStringLiteral("station")] = station.unit;
        body[QStringLiteral("by")] = officerJson();
        body[QStringLiteral("at")] = idcounter::platform::instantText(now);
        return idcounter::signedDecision(body, officer, stationKeys);
    }
    QJsonObject applicationDecision(const QString &application, qint64 version, const QString &kind,
                                    const QJsonObject &more) const
    {
        QJsonObject body = more;
        body[QStringLiteral("id")] = newId();
        body[QStringLiteral("application")] = application;
        body[QStringLiteral("applicationVersion")] = version;
        body[QStringLiteral("kind")] = kind;
        body[QStringLiteral("station")] = station.unit;
        body[QStringLiteral("by")] = officerJson();
        body[QStringLiteral("at")] = idcounter::platform::instantText(now);
        return idcounter::signedDecision(body, officer, stationKeys);
    }
    QJsonObject wishes(const QStringList &slotIds, int slotsNeeded = 1) const
    {
        return {{QStringLiteral("place"), place},
                {QStringLiteral("wishes"), QJsonArray::fromStringList(slotIds)},
                {QStringLiteral("slotsNeeded"), slotsNeeded},
                {QStringLiteral("offerHours"), 72}};
    }
    QJsonObject ownSeats(const QStringList &slotIds, int seat) const
    {
        QJsonArray seats;
        for (const QString &slot : slotIds)
            seats << QJsonObject{{QStringLiteral("slot"), slot}, {QStringLiteral("seat"), seat}};
        return {{QStringLiteral("place"), place}, {QStringLiteral("seats"), seats}};
    }
    static QJsonObject because(const QString &text)
    {
        return {{QStringLiteral("reasons"),
                 QJsonArray{
                     QJsonObject{{QStringLiteral("code"), QStringLiteral("Other1")}, {QStringLiteral("text"), text}}}}};
    }

    // A request of the station, with a token of its own; as the network would bring it.
    idcounter::platform::HttpRequest request(const QByteArray &method, const QString &target,
                                             const QJsonObject &body = {}, const QByteArray &ifMatch = {}) const
    {
        const QByteArray bytes = method == "PUT" ? idcounter::canonical(body) : QByteArray();
        const idcounter::TokenClaims claims{.station = station.unit,
                                            .key = stationKeys.publicKeys().fingerprint(),
                                            .host = QStringLiteral("127.0.0.1"),
                                            .method = QString::fromLatin1(method),
                                            .target = target,
                                            .bodySha256 = idcounter::sha256Of(bytes),
                                            .at = now.toSecsSinceEpoch(),
                                            .nonce = idcounter::newNonce()};
        idcounter::platform::HttpRequest made{.method = method, .target = target.toUtf8(), .body = bytes};
        made.headers["authorization"] = "Bearer " + idcounter::tokenFor(claims, stationKeys);
        made.headers["accept-language"] = "en";
        if (!bytes.isEmpty())
            made.headers["content-type"] = "application/json";
        if (!ifMatch.isEmpty())
            made.headers["if-match"] = ifMatch;
        return made;
    }

private:
    idcounter::platform::DatabaseSettings m_where;
};
