#include "tests/support/linkedstation.h"

#include <QProcess>
#include <QRandomGenerator>
#include <QTcpServer>
#include <QTcpSocket>

using namespace Qt::StringLiterals;
using namespace idcounter;

namespace {

constexpr int decisions = 1000;
constexpr int kills = 100;

// Between station and platform: delays, cuts before and after, halves, repeats and delivers late; by a seed.
class FaultProxy : public QTcpServer
{
public:
    explicit FaultProxy(quint16 platform)
        : m_platform(platform)
    {
        connect(this, &QTcpServer::newConnection, this, [this] {
            while (QTcpSocket *client = nextPendingConnection())
                serve(client);
        });
    }

    int faults = 0;

private:
    enum Fault { Pass, Delay, CutBefore, CutAfter, Half, Repeat, Late, FaultCount };

    // One request for each connection: the answer says that it closes.
    void serve(QTcpSocket *client)
    {
        const int chance = int(m_random.bounded(20u));
        const auto fault = chance < FaultCount ? Fault(chance) : Pass;
        faults += fault == Pass ? 0 : 1;
        auto *server = new QTcpSocket(client);
        connect(client, &QTcpSocket::disconnected, client, &QObject::deleteLater);
        connect(server, &QTcpSocket::errorOccurred, client, [client] { client->abort(); });
        connect(server, &QTcpSocket::disconnected, client, [client] { client->disconnectFromHost(); });
        server->connectToHost(QHostAddress::LocalHost, m_platform);
        connect(client, &QTcpSocket::readyRead, client, [this, client, server, fault] {
            const QByteArray request = client->readAll();
            switch (fault) {
            case CutBefore:
                client->abort();
                return;
            case CutAfter:
                server->write(request);
                server->flush();
                connect(server, &QTcpSocket::readyRead, client, [client] { client->abort(); });
                return;
            case Delay:
            case Late:
                QTimer::singleShot(fault == Delay ? 30 : 300, server, [server, request] { server->write(request); });
                return;
            case Repeat: {
                auto *again = new QTcpSocket(this);
                connect(again, &QTcpSocket::connected, again, [again, request] { again->write(request); });
                QTimer::singleShot(2000, again, &QObject::deleteLater);
                again->connectToHost(QHostAddress::LocalHost, m_platform);
                break;
            }
            default:
                break;
            }
            server->write(request);
        });
        connect(server, &QTcpSocket::readyRead, client, [client, server, fault] {
            const QByteArray answer = server->readAll();
            if (fault != Half) {
                client->write(answer);
                return;
            }
            client->write(answer.first(answer.size() / 2));
            client->flush();
            client->disconnectFromHost();
        });
    }

    const quint16 m_platform;
    QRandomGenerator m_random{20261124};
};

} // namespace

// What the line and the platform can do to a thousand decisions: none is lost, and none counts twice.
class TestPlatformFaults : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void nothingIsLostOrDoubled();
};

void TestPlatformFaults::nothingIsLostOrDoubled()
{
    LinkedStation station;
    QTimer clock; // the platform is a program of its own, with the machine's clock
    connect(&clock, &QTimer::timeout, this, [&] { station.setNow(QDateTime::currentDateTimeUtc()); });
    station.setNow(QDateTime::currentDateTimeUtc());
    clock.start(100);
    QVERIFY(station.practice.open());
    QTcpServer free;
    QVERIFY(free.listen(QHostAddress::LocalHost));
    const quint16 platformPort = free.serverPort();
    free.close();
    FaultProxy proxy(platformPort);
    QVERIFY(proxy.listen(QHostAddress::LocalHost));
    station.port = proxy.serverPort();
    QVERIFY(station.registerKeys());
    station.bench.openHall(1);
    for (int person = 0; person < decisions; ++person)
        QVERIFY(station.bench.book(person));
    QFile settings(station.bench.folder.filePath(u"platform.ini"_s));
    QVERIFY(settings.open(QIODevice::WriteOnly));
    settings.write(QByteArray("practice=true\n[station]\nport=%1\n[pages]\nport=0\n[limits]\nrequestsPerMinute="
                              "1000000\nrequestsAtOnce=100\n")
                       .replace("%1", QByteArray::number(platformPort)));
    settings.close();
    QProcess platform;
    const auto start = [&] {
        platform.start(QStringLiteral(IDCOUNTER_PLATFORM), {u"serve"_s, u"--dir"_s, station.bench.folder.path()});
        return platform.waitForStarted();
    };
    QVERIFY(start());
    PlatformLink link(station.practice.counter());
    link.open();
    QTRY_VERIFY_WITH_TIMEOUT(link.state().heardAt.isValid(), 60000);

    std::optional<Result<int>> queued;
    QObject asker;
    const auto queue = [&] {
        queued.reset();
        station.practice.store.write(
            &asker,
            [counter = station.practice.counter()](Repositories &repositories) -> Result<int> {
                const auto items = repositories.platform.inStates(u"bookings"_s, {u"SUBMITTED"_s});
                if (!items)
                    return items.error();
                const PlatformOutbox outbox(repositories, voiceOf(counter));
                for (const PlatformItem &item : *items) {
                    const auto said = outbox.decide(u"booking"_s, item.id, item.version, u"refuse"_s,
                                                    PlatformBench::because(u"不符合条件。"_s));
                    if (!said)
                        return said.error();
                }
                return int(items->size());
            },
            [&](const Result<int> &answer) { queued = answer; });
    };
    // All bookings have come, then everything is decided at once.
    const auto bookingsHere = [&] {
        std::optional<int> known;
        station.practice.store.read(
            &asker,
            [](Repositories &repositories) { return repositories.platform.inStates(u"bookings"_s, {u"SUBMITTED"_s}); },
            [&](const Result<QList<PlatformItem>> &items) { known = items ? int(items->size()) : 0; });
        return QTest::qWaitFor([&] { return known.has_value(); }) ? *known : 0;
    };
    QTRY_COMPARE_WITH_TIMEOUT(bookingsHere(), decisions, 60000);
    queue();
    QTRY_VERIFY_WITH_TIMEOUT(queued.has_value(), 60000);
    QVERIFY(bool(*queued));
    QCOMPARE(**queued, decisions);

    int killed = 0;
    QTimer killer;
    QRandomGenerator random(7);
    connect(&killer, &QTimer::timeout, this, [&] {
        platform.kill();
        platform.waitForFinished();
        ++killed;
        QVERIFY(start());
        if (killed == kills)
            killer.stop();
        else
            killer.start(100 + int(random.bounded(500u)));
    });
    killer.start(100);
    QTimer again;
    connect(&again, &QTimer::timeout, &link, &PlatformLink::tryNow);
    again.start(1000);
    link.sendSoon();
    QTRY_VERIFY_WITH_TIMEOUT(killed == kills && link.state().unsent == 0 && link.state().kind == LineState::Kind::Up,
                             240000);
    again.stop();

    QCOMPARE(link.state().refused, 0);
    platform.terminate();
    QVERIFY(platform.waitForFinished());
    const auto stored = station.bench.platform->read([&](platform::Resources &resources) {
        return resources.ofStation(station.bench.station.unit, u"decisions"_s);
    });
    QVERIFY(bool(stored));
    QCOMPARE(stored->size(), decisions);
    QSet<QString> decided;
    for (const platform::Resource &decision : *stored)
        decided << decision.about;
    QCOMPARE(decided.size(), decisions); // none twice
    const auto bookings = station.bench.platform->read(
        [&](platform::Resources &resources) { return resources.ofStation(station.bench.station.unit, u"bookings"_s); });
    QVERIFY(bool(bookings));
    for (const platform::Resource &booking : *bookings) {
        QCOMPARE(booking.state, u"REFUSED"_s);
        QCOMPARE(booking.version, 2);
    }
    QVERIFY(proxy.faults > decisions / 10); // control: there was something to survive
}

QTEST_GUILESS_MAIN(TestPlatformFaults)
#include "tst_platformfaults.moc"
