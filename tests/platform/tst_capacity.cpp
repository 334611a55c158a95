#include "tests/support/platformbench.h"
#include "tests/support/privatepostgres.h"

#include <QSet>
#include <QSqlQuery>

#include <atomic>
#include <barrier>
#include <thread>

using namespace Qt::StringLiterals;
using namespace idcounter;
using namespace idcounter::platform;

namespace {

constexpr int bookers = 32; // at once
constexpr int writers = 8;

// A statement that PostgreSQL cannot prepare.
bool makeTable(const PlatformDatabase &database, const QString &sql)
{
    return bool(database.read([&](const QSqlDatabase &connection) -> Result<void> {
        return QSqlQuery(connection).exec(sql) ? Result<void>() : Error{Error::Code::StorageFailed, sql};
    }));
}

// Does work(number) on that many threads at once, and waits for all.
template<typename Work>
void atOnce(int threads, Work work)
{
    std::barrier begin(threads);
    std::vector<std::thread> all;
    for (int number = 0; number < threads; ++number) {
        all.emplace_back([&begin, &work, number] {
            begin.arrive_and_wait();
            work(number);
        });
    }
    for (std::thread &one : all)
        one.join();
}

} // namespace

// Many at once: places are sold once, changes are told. On SQLite, and on PostgreSQL where that is installed; each with the
// usual way of doing it, which fails.
class TestCapacity : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();

    void everyPlaceIsSoldOnce_data();
    void everyPlaceIsSoldOnce();
    void onePersonOnePlace_data();
    void onePersonOnePlace();
    void countThenInsertOversells();
    void theFeedMissesNothing_data();
    void theFeedMissesNothing();
    void aSequenceAsCursorMisses();

private:
    void engines();
    // A database of that engine with the platform in it; null: the engine is not there, which was said.
    std::unique_ptr<PlatformBench> benchOn(const QString &engine);
    QList<QVariantList> rows(const PlatformDatabase &database, const QString &sql) const;

    PrivatePostgres m_postgres;
    bool m_hasPostgres = false;
    int m_databases = 0;
};

void TestCapacity::initTestCase()
{
    const auto started = m_postgres.start();
    QVERIFY(started != PrivatePostgres::Start::Failed);
    m_hasPostgres = started == PrivatePostgres::Start::Running;
}

void TestCapacity::engines()
{
    QTest::addColumn<QString>("engine");
    QTest::newRow("SQLite") << u"QSQLITE"_s;
    QTest::newRow("PostgreSQL") << u"QPSQL"_s;
}

std::unique_ptr<PlatformBench> TestCapacity::benchOn(const QString &engine)
{
    if (engine == "QSQLITE"_L1)
        return std::make_unique<PlatformBench>();
    if (!m_hasPostgres)
        return nullptr;
    return std::make_unique<PlatformBench>(m_postgres.database(u"capacity_%1"_s.arg(++m_databases)));
}

QList<QVariantList> TestCapacity::rows(const PlatformDatabase &database, const QString &sql) const
{
    const auto read = database.read([&](const QSqlDatabase &connection) -> Result<QList<QVariantList>> {
        Statement statement(connection, sql);
        if (const auto done = statement.run(); !done)
            return done.error();
        QList<QVariantList> all;
        while (statement.next())
            all << QVariantList{statement.value(0), statement.value(1)};
        return all;
    });
    return read ? *read : QList<QVariantList>();
}

void TestCapacity::everyPlaceIsSoldOnce_data()
{
    engines();
}

// 200 persons on 120 places. Each decision wishes for three slots; who is told that they are full wishes for those that are
// free then, until none is.
void TestCapacity::everyPlaceIsSoldOnce()
{
    QFETCH(QString, engine);
    const auto bench = benchOn(engine);
    if (!bench)
        QSKIP("*** PostgreSQL is not installed: NOT tested on it ***");
    constexpr int persons = 200;
    constexpr int slotCount = 24;
    constexpr int publicSeats = 5;
    const QStringList slotIds = bench->openHall(slotCount, publicSeats, 1);
    QStringList bookings;
    for (int person = 0; person < persons; ++person) {
        const auto booking = bench->book(person);
        QVERIFY(booking);
        bookings << booking->id;
    }
    const StationWrites writes(*bench->platform, bench->station, bench->stationKeys.publicKeys());
    std::atomic<int> next = 0;
    std::atomic<int> sold = 0;
    std::atomic<int> full = 0;
    std::atomic<int> other = 0;
    atOnce(bookers, [&](int) {
        for (int person = next++; person < persons; person = next++) {
            QStringList wishes{slotIds[person % slotCount], slotIds[(person * 7 + 3) % slotCount],
                               slotIds[(person * 5 + 1) % slotCount]};
            wishes.removeDuplicates();
            for (;;) {
                const auto decided = writes.put(
                    u"decisions"_s, bench->decision(bookings[person], 1, u"approve"_s, bench->wishes(wishes)), 0);
                if (decided) {
                    ++sold;
                    break;
                }
                const QJsonArray free = decided.problem().more[u"free"_s].toArray();
                if (decided.problem().type != "no-seat-free"_L1) {
                    qWarning("%s %s", qPrintable(decided.problem().type), qPrintable(decided.error().detail));
                    ++other;
                    break;
                }
                if (free.isEmpty()) {
                    ++full;
                    break;
                }
                wishes.clear();
                for (const QJsonValue &time : free)
                    wishes << time[u"seats"_s][0][u"slot"_s].toString();
            }
        }
    });
    QCOMPARE(other, 0);
    QCOMPARE(sold, slotCount * publicSeats);
    QCOMPARE(full, persons - slotCount * publicSeats);
    // As the database has it, by a way of its own: seats, persons, and the bookings that say so.
    const auto live
        = rows(*bench->database, u"SELECT slot || '/' || seat_no, person_idx FROM reservation WHERE state = 'HELD'"_s);
    QSet<QString> seats;
    QSet<QString> people;
    for (const QVariantList &row : live) {
        seats.insert(row[0].toString());
        people.insert(row[1].toString());
    }
    QCOMPARE(live.size(), slotCount * publicSeats);
    QCOMPARE(seats.size(), live.size());
    QCOMPARE(people.size(), live.size());
    QCOMPARE(
        rows(*bench->database, u"SELECT id, id FROM resource WHERE kind = 'bookings' AND state = 'OFFERED'"_s).size(),
        live.size());
    // None of the station's own.
    QCOMPARE(
        rows(*bench->database,
             u"SELECT s.slot, s.seat_no FROM seat s JOIN reservation r ON r.slot = s.slot AND r.seat_no = s.seat_no "
             "WHERE s.owner <> 'PUBLIC'"_s)
            .size(),
        0);
}

void TestCapacity::onePersonOnePlace_data()
{
    engines();
}

// The same person by 32 accounts at once: one booking.
void TestCapacity::onePersonOnePlace()
{
    QFETCH(QString, engine);
    const auto bench = benchOn(engine);
    if (!bench)
        QSKIP("*** PostgreSQL is not installed: NOT tested on it ***");
    bench->openHall(1);
    for (int person = 0; person < bookers; ++person)
        bench->account(person);
    std::atomic<int> booked = 0;
    std::atomic<int> refused = 0;
    atOnce(bookers, [&](int number) {
        const BookingOrder order{.id = bench->newId(),
                                 .account = PlatformBench::accountId(number),
                                 .language = u"en"_s,
                                 .place = bench->place,
                                 .form = PlatformBench::form(0)};
        const auto done = bench->platform->write(
            [&](Resources &resources) { return Bookings(*bench->platform, resources).submit(order); });
        if (done)
            ++booked;
        else if (done.problem().type == "person-has-booking"_L1)
            ++refused;
    });
    QCOMPARE(booked, 1);
    QCOMPARE(refused, bookers - 1);
}

// The control: what many programs do. All look before one has written.
void TestCapacity::countThenInsertOversells()
{
    if (!m_hasPostgres)
        QSKIP("*** PostgreSQL is not installed: the control was NOT done ***");
    constexpr int capacity = 5;
    const auto database = PlatformDatabase::open(m_postgres.database(u"oversold"_s), true);
    QVERIFY(database);
    QVERIFY(makeTable(**database, u"CREATE TABLE sold (id BIGSERIAL PRIMARY KEY, slot INTEGER NOT NULL)"_s));
    std::barrier looked(bookers);
    atOnce(bookers, [&](int) {
        [[maybe_unused]] const auto done = (*database)->write([&](const QSqlDatabase &connection) -> Result<void> {
            Statement count(connection, u"SELECT count(*) FROM sold WHERE slot = 1"_s);
            const auto read = count.run();
            const bool isFree = read && count.next() && count.number(0) < capacity;
            looked.arrive_and_wait();
            return isFree ? Statement(connection, u"INSERT INTO sold (slot) VALUES (1)"_s).run() : read;
        });
    });
    const auto sold = rows(**database, u"SELECT id, slot FROM sold"_s).size();
    qInfo("count, then insert: %d sold of %d", int(sold), capacity);
    QVERIFY(sold > capacity);
}

void TestCapacity::theFeedMissesNothing_data()
{
    engines();
}

// Eight writers, of which some are slow to commit and some roll back, and a reader who follows.
void TestCapacity::theFeedMissesNothing()
{
    QFETCH(QString, engine);
    const auto bench = benchOn(engine);
    if (!bench)
        QSKIP("*** PostgreSQL is not installed: NOT tested on it ***");
    const bool isPostgres = engine == "QPSQL"_L1;
    constexpr int each = 150;
    std::atomic<int> written = 0;
    std::atomic<bool> isOver = false;
    QHash<QString, qint64> seen; // version, by id
    qint64 position = 0;
    bool goesForward = true;
    const auto follow = [&] {
        const auto page = bench->platform->read(
            [&](Resources &resources) { return resources.after(bench->station.unit, position, 50); });
        for (const Resources::Placed &placed : page ? *page : QList<Resources::Placed>()) {
            goesForward = goesForward && placed.position > position;
            position = placed.position;
            seen[placed.resource.id] = placed.resource.version;
        }
        return page ? page->size() : 0;
    };
    std::thread reader([&] {
        while (!isOver)
            follow();
    });
    atOnce(writers, [&](int number) {
        for (int count = 0; count < each; ++count) {
            const auto done = bench->platform->write([&](Resources &resources) -> Outcome<void> {
                // A new one, and another version of one that all writers share.
                Resource own{
                    .kind = u"messages"_s, .id = u"own-%1-%2"_s.arg(number).arg(count), .station = bench->station.unit};
                if (const auto put = resources.put(own); !put)
                    return put.error();
                if (count % 10 == 3 && isPostgres) {
                    if (const auto slow = Statement(resources.connection(), u"SELECT pg_sleep(0.01)"_s).run(); !slow)
                        return slow.error();
                }
                const auto shared = resources.find(u"messages"_s, u"shared-%1"_s.arg(count % 3));
                if (!shared)
                    return shared.error();
                Resource changed = shared->value_or(Resource{
                    .kind = u"messages"_s, .id = u"shared-%1"_s.arg(count % 3), .station = bench->station.unit});
                if (const auto put = resources.put(changed); !put)
                    return put.error();
                if (count % 20 == 7)
                    return Problem::of(u"internal"_s);
                return {};
            });
            written += bool(done);
        }
    });
    isOver = true;
    reader.join();
    while (follow() > 0) { }
    QVERIFY(goesForward);
    const auto there = rows(*bench->database, u"SELECT id, version FROM resource WHERE kind = 'messages'"_s);
    int missed = 0;
    for (const QVariantList &row : there)
        missed += seen.value(row[0].toString()) != row[1].toLongLong();
    qInfo("%d transactions, %d resources, %d missed", int(written), int(there.size()), missed);
    QVERIFY(written > writers * each / 2);
    QCOMPARE(there.size(), written + 3); // what was given up is not there
    QCOMPARE(missed, 0);
}

// The control: a number from a sequence is given before the commit, so that a reader passes by what is committed late.
void TestCapacity::aSequenceAsCursorMisses()
{
    if (!m_hasPostgres)
        QSKIP("*** PostgreSQL is not installed: the control was NOT done ***");
    const auto database = PlatformDatabase::open(m_postgres.database(u"sequence"_s), true);
    QVERIFY(database);
    QVERIFY(makeTable(**database, u"CREATE TABLE change (position BIGSERIAL PRIMARY KEY, writer INTEGER NOT NULL)"_s));
    std::atomic<bool> isOver = false;
    qint64 position = 0;
    qsizetype seen = 0;
    const auto follow = [&] {
        const auto page = rows(
            **database, u"SELECT position, writer FROM change WHERE position > %1 ORDER BY position"_s.arg(position));
        if (!page.isEmpty())
            position = page.last()[0].toLongLong();
        seen += page.size();
    };
    std::thread reader([&] {
        while (!isOver)
            follow();
    });
    atOnce(writers, [&](int number) {
        for (int count = 0; count < 200; ++count) {
            [[maybe_unused]] const auto done = (*database)->write([&](const QSqlDatabase &connection) -> Result<void> {
                if (auto put = Statement(connection, u"INSERT INTO change (writer) VALUES (%1)"_s.arg(number)).run();
                    !put)
                    return put;
                return count % 10 == 3 ? Statement(connection, u"SELECT pg_sleep(0.01)"_s).run() : Result<void>();
            });
        }
    });
    isOver = true;
    reader.join();
    follow();
    const auto there = rows(**database, u"SELECT position, writer FROM change"_s).size();
    qInfo("a sequence as cursor: %d of %d missed", int(there - seen), int(there));
    QCOMPARE(there, writers * 200);
    QVERIFY(seen < there);
}

QTEST_GUILESS_MAIN(TestCapacity)
#include "tst_capacity.moc"
