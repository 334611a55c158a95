// The booking platform as it is run, without a proxy: 200 applicants at once on 120 places, 300 slow visitors while others are
// answered, and bodies of 300 MB. Times are those of the applicants, beside those of a small answer in the same run.
//   bench_platform PLATFORM [postgres]     PLATFORM: the executable idcounter-platform

#include "platform/service/accounts.h"
#include "tests/support/platformbench.h"
#include "tests/support/privatepostgres.h"
#include "tests/support/rawvisitor.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QProcess>
#include <QRegularExpression>
#include <QSet>
#include <QSettings>
#include <QTextStream>

#include <atomic>
#include <barrier>
#include <cmath>
#include <thread>

using namespace Qt::StringLiterals;
using namespace idcounter;
using namespace idcounter::platform;

namespace {

constexpr int applicants = 200;
constexpr int slotCount = 24;
constexpr int seatsOfSlot = 5; // 120 places
constexpr int slowVisitors = 300;
constexpr qint64 hugeBody = 300'000'000;
constexpr double longestBooking = 500; // milliseconds, of 95 in a hundred
constexpr double longestAnswer = 100;
constexpr double mostMemory = 100; // MB

// Times of many threads, in milliseconds.
class Times
{
public:
    void add(const QElapsedTimer &since)
    {
        const QMutexLocker lock(&m_mutex);
        m_all << double(since.nsecsElapsed()) / 1e6;
    }
    double percent(int part)
    {
        std::sort(m_all.begin(), m_all.end());
        return m_all.isEmpty() ? NAN : m_all[(m_all.size() - 1) * part / 100];
    }

private:
    QMutex m_mutex;
    QList<double> m_all;
};

// The service in a folder that the bench has filled.
class Service
{
public:
    bool start(const QString &program, const PlatformBench &bench, const DatabaseSettings &database)
    {
        QSettings ini(bench.folder.filePath(u"platform.ini"_s), QSettings::IniFormat);
        ini.setValue(u"station/port"_s, 0);
        ini.setValue(u"pages/port"_s, 0);
        ini.setValue(u"limits/requestsPerMinute"_s, 1'000'000);
        ini.setValue(u"limits/requestsAtOnce"_s, 1000);
        ini.setValue(u"proxy/secret"_s, QString::fromLatin1(secret));
        if (!database.driver.isEmpty() && database.driver != "QSQLITE"_L1) {
            ini.setValue(u"database/driver"_s, database.driver);
            ini.setValue(u"database/name"_s, database.name);
            ini.setValue(u"database/host"_s, database.host);
            ini.setValue(u"database/user"_s, database.user);
        }
        ini.sync();
        m_process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
        m_process.start(program, {u"--dir"_s, bench.folder.path(), u"serve"_s});
        while (!m_process.canReadLine()) {
            if (!m_process.waitForReadyRead())
                return false;
        }
        const QList<QByteArray> said = m_process.readLine().trimmed().split(' ');
        stationPort = quint16(said.value(1).toInt());
        pagesPort = quint16(said.value(3).toInt());
        return pagesPort != 0;
    }
    ~Service()
    {
        m_process.terminate();
        m_process.waitForFinished();
    }
    bool isAlive() { return !m_process.waitForFinished(0); }

    // In MB; what: VmRSS, or VmHWM, the most it ever was.
    double memory(const QByteArray &what) const
    {
        QFile status(u"/proc/%1/status"_s.arg(m_process.processId()));
        if (!status.open(QIODevice::ReadOnly))
            return NAN;
        const QByteArray all = status.readAll();
        return all.mid(all.indexOf(what + ':') + what.size() + 1).trimmed().split(' ').first().toDouble() / 1024;
    }

    static constexpr char secret[] = "bench";
    quint16 stationPort = 0;
    quint16 pagesPort = 0;

private:
    QProcess m_process;
};

// Somebody who is logged in and has a place of the station's, which he would like to change.
struct Applicant
{
    QByteArray browser;
    QString booking;
};

// On failure empty.
QList<Applicant> makeApplicants(PlatformBench &bench)
{
    constexpr int own = 20; // seats of the station in a slot
    const QStringList first = bench.openHall(applicants / own, 0, own, stationTime(bench.now).date().addDays(20));
    QList<Applicant> all;
    for (int person = 0; person < applicants; ++person) {
        const auto booking = bench.book(person);
        const QByteArray browser = Accounts::newToken();
        const auto done = bench.platform->write([&](Resources &resources) -> Outcome<void> {
            if (!booking)
                return booking.problem();
            const auto decided = Bookings(*bench.platform, resources)
                                     .decide(bench.decision(booking->id, 1, u"approve"_s,
                                                            bench.ownSeats({first[person / own]}, person % own + 1)),
                                             bench.station.unit);
            if (!decided)
                return decided.problem();
            return Accounts(*bench.platform, resources).logIn(browser, {}, PlatformBench::accountId(person));
        });
        if (!done)
            return {};
        all << Applicant{.browser = browser, .booking = booking->id};
    }
    return all;
}

QByteArray bytesOf(const HttpRequest &request)
{
    QByteArray all = request.method + ' ' + request.target + " HTTP/1.1\r\nHost: 127.0.0.1\r\n";
    for (auto header = request.headers.begin(); header != request.headers.end(); ++header)
        all += header.key() + ": " + header.value() + "\r\n";
    return all + "\r\n";
}

// One of several times on a page of the booking; empty when there is none.
QByteArray chosenSlot(const QByteArray &page, int who)
{
    static const QRegularExpression choice(u"name=\"slot\"[^>]*value=\"([0-9a-f-]{36})\""_s);
    QByteArrayList all;
    auto matches = choice.globalMatch(QString::fromUtf8(page));
    while (matches.hasNext())
        all << matches.next().captured(1).toLatin1();
    return all.isEmpty() ? QByteArray() : all[who % all.size()];
}

struct Booked
{
    Times pages;
    Times bookings;
    std::atomic<int> sold = 0;
    std::atomic<int> full = 0;
    std::atomic<int> others = 0; // answers that are neither
};

// Looks at the times that are free, takes one, and looks again where it has just gone.
void book(const PlatformBench &bench, const Service &service, const Applicant &applicant, int who, Booked &booked)
{
    const QByteArray target = "/booking/" + applicant.booking.toLatin1() + "/move";
    const QByteArray head = " HTTP/1.1\r\nHost: 127.0.0.1\r\nCookie: session=" + applicant.browser
        + "\r\nX-Proxy-Secret: " + Service::secret + "\r\nX-Real-IP: 192.0.2." + QByteArray::number(who) + "\r\n";
    const QByteArray csrf = PlatformKeys::mac(bench.keys.session, "form\n" + applicant.browser).toLatin1();
    QElapsedTimer clock;
    clock.start();
    QByteArray page = RawVisitor(service.pagesPort).ask("GET " + target + head + "\r\n");
    booked.pages.add(clock);
    if (RawVisitor::statusOf(page) != 200)
        ++booked.others;
    for (;;) {
        const QByteArray slot = chosenSlot(page, who);
        if (slot.isEmpty()) {
            ++booked.full;
            return;
        }
        const QByteArray form = "csrf=" + QUrl::toPercentEncoding(QString::fromLatin1(csrf)) + "&slot=" + slot;
        clock.start();
        page = RawVisitor(service.pagesPort)
                   .ask("POST " + target + head
                        + "Sec-Fetch-Site: same-origin\r\nContent-Type: application/x-www-form-urlencoded\r\n"
                          "Content-Length: "
                        + QByteArray::number(form.size()) + "\r\n\r\n" + form);
        booked.bookings.add(clock);
        const int status = RawVisitor::statusOf(page);
        if (status == 303) {
            ++booked.sold;
            return;
        }
        if (status != 409) {
            ++booked.others;
            return;
        }
    }
}

template<typename Work>
void atOnce(int count, Work work)
{
    std::barrier begin(count);
    std::vector<std::thread> all;
    for (int number = 0; number < count; ++number) {
        all.emplace_back([&begin, &work, number] {
            begin.arrive_and_wait();
            work(number);
        });
    }
    for (std::thread &one : all)
        one.join();
}

// How many persons have a public place, by the database; -1 where a seat or a person is there twice.
qsizetype soldOnce(const PlatformBench &bench)
{
    const auto counted = bench.database->read([&](const QSqlDatabase &connection) -> Result<qsizetype> {
        Statement rows(
            connection,
            u"SELECT r.slot || '/' || r.seat_no, r.person_idx FROM reservation r JOIN seat s ON s.slot = r.slot "
            "AND s.seat_no = r.seat_no WHERE s.owner = 'PUBLIC' AND r.state IN ('HELD', 'CONFIRMED')"_s);
        if (const auto read = rows.run(); !read)
            return read.error();
        QSet<QString> seats;
        QSet<QString> persons;
        qsizetype count = 0;
        for (; rows.next(); ++count) {
            seats.insert(rows.text(0));
            persons.insert(rows.text(1));
        }
        return seats.size() == count && persons.size() == count ? count : -1;
    });
    return counted ? *counted : -1;
}

const char *verdict(bool isGood)
{
    return isGood ? "pass" : "FAIL";
}

QString one(double value)
{
    return QString::number(value, 'f', 1);
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    QTextStream out(stdout);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.size() < 2)
        return 2;
    PrivatePostgres postgres;
    DatabaseSettings database;
    if (arguments.value(2) == "postgres"_L1) {
        if (postgres.start() != PrivatePostgres::Start::Running) {
            out << "PostgreSQL is not installed\n";
            return 77;
        }
        database = postgres.database(u"bench"_s);
    }
    PlatformBench bench(database);
    bench.now = QDateTime::currentDateTimeUtc();
    bench.openHall(slotCount, seatsOfSlot, 0, stationTime(bench.now).date().addDays(10));
    const QList<Applicant> people = makeApplicants(bench);
    Service service;
    if (people.isEmpty() || !service.start(arguments[1], bench, database))
        return 2;
    bench.now = QDateTime::currentDateTimeUtc(); // tokens from before it began are not taken
    const double before = service.memory("VmRSS");

    Times small;
    atOnce(applicants, [&](int) {
        const QByteArray request = bytesOf(bench.request("GET", u"/station/v1/meta"_s));
        QElapsedTimer clock;
        clock.start();
        if (RawVisitor::statusOf(RawVisitor(service.stationPort).ask(request)) == 200)
            small.add(clock);
    });
    Booked booked;
    atOnce(applicants, [&](int who) { book(bench, service, people[who], who, booked); });
    const qsizetype sold = soldOnce(bench);
    const double after = service.memory("VmRSS");

    Times meanwhile;
    {
        std::vector<RawVisitor> slow;
        for (int count = 0; count < slowVisitors; ++count) {
            slow.emplace_back(service.stationPort);
            slow.back().send("GET /station/v1/meta HTTP/1.1\r\nHost: 127");
        }
        for (int count = 0; count < 100; ++count) {
            const QByteArray request = bytesOf(bench.request("GET", u"/station/v1/meta"_s));
            QElapsedTimer clock;
            clock.start();
            if (RawVisitor::statusOf(RawVisitor(service.stationPort).ask(request)) == 200)
                meanwhile.add(clock);
        }
    }
    const QByteArray part(1 << 16, 'a');
    for (const quint16 port : {service.stationPort, service.pagesPort}) {
        for (const bool isChunked : {false, true}) {
            const RawVisitor giant(port);
            giant.send("POST / HTTP/1.1\r\nHost: 127.0.0.1\r\n"
                       + (isChunked ? QByteArray("Transfer-Encoding: chunked")
                                    : "Content-Length: " + QByteArray::number(hugeBody))
                       + "\r\n\r\n");
            const QByteArray piece = isChunked ? QByteArray::number(part.size(), 16) + "\r\n" + part + "\r\n" : part;
            for (qint64 sent = 0; sent < hugeBody && giant.send(piece) == piece.size();)
                sent += part.size();
        }
    }
    const double most = service.memory("VmHWM");

    const double p95 = booked.bookings.percent(95);
    out << "database                              " << (database.driver.isEmpty() ? u"QSQLITE"_s : database.driver)
        << '\n'
        << "200 applicants on 120 places          " << booked.sold << " took one, " << booked.full << " found none, "
        << booked.others << " otherwise; by the database " << sold << ": "
        << verdict(sold == slotCount * seatsOfSlot && booked.sold == sold && booked.others == 0) << '\n'
        << "a small answer, 200 at once           p50 " << one(small.percent(50)) << " ms, p95 "
        << one(small.percent(95)) << " ms\n"
        << "a page of free times, 200 at once     p50 " << one(booked.pages.percent(50)) << " ms, p95 "
        << one(booked.pages.percent(95)) << " ms\n"
        << "a booking, 200 at once                p50 " << one(booked.bookings.percent(50)) << " ms, p95 " << one(p95)
        << " ms: " << one(booked.bookings.percent(50) / small.percent(50)) << " and " << one(p95 / small.percent(95))
        << " times the small answer: " << verdict(p95 <= longestBooking) << " (at most 500 ms)\n"
        << "a small answer, 300 slow visitors     p95 " << one(meanwhile.percent(95)) << " ms, longest "
        << one(meanwhile.percent(100)) << " ms: " << verdict(meanwhile.percent(100) <= longestAnswer)
        << " (at most 100 ms)\n"
        << "memory                                " << one(before) << " MB before, " << one(after)
        << " MB after the applicants, at most " << one(most)
        << " MB, with bodies of 300 MB: " << verdict(service.isAlive() && most < mostMemory) << " (below 100 MB)\n";
    return 0;
}
