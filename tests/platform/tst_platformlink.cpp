#include "app/workflow/platformfiles.h"
#include "app/workflow/receiptdesk.h"
#include "platform/station/stationfiles.h"
#include "tests/support/lifecases.h"
#include "tests/support/linkedstation.h"

#include <QJsonDocument>
#include <QTcpServer>
#include <QTcpSocket>

using namespace Qt::StringLiterals;
using namespace idcounter;

// Station and platform with a real line between them, and everything that can be wrong with a line.
class TestPlatformLink : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void bookingsCome();
    void hoursBecomeSlots();
    void approvedWithOwnSeat();
    void offeredByWishes();
    void movedByTheApplicant();
    void decidedWithoutALine();
    void aSeatIsGivenOnce();
    void cancelledMeanwhile();
    void poisonedRowHoldsUpNobody();
    void answersThatAreLost();
    void serverThatReadsAndCloses();
    void liar_data();
    void liar();
    void restoredFromBackup();
    void twoCounters();
    void arrives();
    void comparedAtNight();
    void anotherClock();
    void realAndPractice();
    void lostCardOnline();
    void everythingByFile();
    void lostCardToTheMail();

private:
    QString newBooking(int person = 0);
    bool openFile(const QUuid &id);
    QUuid uuid(const QString &id) { return QUuid(id); }

    std::unique_ptr<LinkedStation> m_station;
    std::unique_ptr<BookingDesk> m_desk;
    std::unique_ptr<BookingHours> m_hours;
};

void TestPlatformLink::init()
{
    m_station = std::make_unique<LinkedStation>();
    QVERIFY(m_station->open());
    m_desk = std::make_unique<BookingDesk>(m_station->practice.counter(), *m_station->link);
    m_hours = std::make_unique<BookingHours>(m_station->practice.counter(), *m_station->link);
    // A hall with one hour a day: three slots, two seats for the public and one of the station.
    BookingPlace hall = m_hours->usualHall();
    hall.id = uuid(m_station->bench.place);
    hall.hours
        = {OpeningHours{.weekday = 2, .fromMinutes = 540, .untilMinutes = 600, .windows = 3, .publicWindows = 2}};
    hall.bookableToDays = 14;
    m_hours->save(hall);
    QTRY_VERIFY(m_station->there(u"slots"_s, idText(slotId(hall.id, QDate(2026, 12, 1), QTime(9, 40)))).has_value());
    QTRY_COMPARE(m_station->link->state().unsent, 0);
}

void TestPlatformLink::cleanup()
{
    m_desk.reset();
    m_hours.reset();
    m_station.reset();
}

QString TestPlatformLink::newBooking(int person)
{
    const auto booking = m_station->bench.book(person);
    if (!booking)
        return {};
    m_station->api->wake();
    const bool came = QTest::qWaitFor([&] {
        return std::any_of(m_desk->toReview().begin(), m_desk->toReview().end(),
                           [&](const BookingRow &row) { return idText(row.booking.id) == booking->id; });
    });
    return came ? booking->id : QString();
}

bool TestPlatformLink::openFile(const QUuid &id)
{
    QSignalSpy opened(m_desk.get(), &BookingDesk::opened);
    m_desk->open(id);
    return opened.wait();
}

void TestPlatformLink::bookingsCome()
{
    const QString id = newBooking();
    QVERIFY(!id.isEmpty());
    const Booking &booking = m_desk->toReview().first().booking;
    QVERIFY(booking.form.has_value());
    QCOMPARE(booking.form->applicant.name, u"张小丰"_s);
    QCOMPARE(booking.form->applicant.number, PlatformBench::citizenNumber(0));
    QCOMPARE(booking.version, 1);
    // On the station's disk nothing of it lies open.
    QFile file(m_station->practice.path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QByteArray bytes = file.readAll();
    QFile log(m_station->practice.path + u"-wal"_s);
    if (log.open(QIODevice::ReadOnly))
        bytes += log.readAll();
    QVERIFY(!bytes.contains(PlatformBench::citizenNumber(0).toUtf8()));
    QVERIFY(bytes.contains("platform_item")); // control: it was looked at
}

void TestPlatformLink::hoursBecomeSlots()
{
    // Tuesdays of two weeks: today's are in the future or were left out.
    const auto slot
        = m_station->there(u"slots"_s, idText(slotId(uuid(m_station->bench.place), QDate(2026, 12, 1), QTime(9, 0))));
    QVERIFY(slot);
    QCOMPARE(slot->body[u"body"_s][u"seats"_s].toArray().size(), 3);
    const int version = int(slot->version);
    // Published again: nothing is said twice.
    m_hours->publish();
    QSignalSpy state(m_station->link.get(), &PlatformLink::stateChanged);
    QVERIFY(state.wait());
    QTRY_COMPARE(m_station->link->state().unsent, 0);
    QCOMPARE(m_station->there(u"slots"_s, slot->id)->version, version);
    // A window less: its seat closes, the others stay.
    QSignalSpy changed(m_hours.get(), &BookingHours::changed);
    m_hours->refresh();
    QVERIFY(changed.wait());
    BookingPlace hall = m_hours->places().first();
    hall.hours.first().windows = 2;
    hall.hours.first().publicWindows = 2;
    m_hours->save(hall);
    QTRY_COMPARE(m_station->there(u"slots"_s, slot->id)->body[u"body"_s][u"seats"_s][2][u"owner"_s].toString(),
                 u"CLOSED"_s);
}

void TestPlatformLink::approvedWithOwnSeat()
{
    const QString id = newBooking();
    QVERIFY(openFile(uuid(id)));
    QVERIFY(!m_desk->file()->times.isEmpty());
    const FreeTime time = m_desk->file()->times.first();
    QVERIFY(!time.own.isEmpty());
    m_desk->approveNow(time);
    QTRY_COMPARE(m_station->there(u"bookings"_s, id)->state, u"CONFIRMED"_s);
    QTRY_COMPARE(m_desk->placed().size(), 1);
    QCOMPARE(m_desk->placed().first().booking.state, BookingState::Confirmed);
    QTRY_VERIFY(!m_desk->placed().first().isUnsent);
}

void TestPlatformLink::offeredByWishes()
{
    const QString id = newBooking();
    QVERIFY(openFile(uuid(id)));
    m_desk->offer({m_desk->file()->times.first().slot});
    QTRY_COMPARE(m_station->there(u"bookings"_s, id)->state, u"OFFERED"_s);
    // The applicant confirms on his page; the station hears it.
    QVERIFY(m_station->bench.platform->write([&](platform::Resources &resources) {
        return platform::Bookings(*m_station->bench.platform, resources).confirm(PlatformBench::accountId(0), id);
    }));
    m_station->api->wake();
    QTRY_VERIFY(!m_desk->placed().isEmpty() && m_desk->placed().first().booking.state == BookingState::Confirmed);
}

// The applicant takes another time than the one offered: that one is confirmed, at the station too, and its seats follow.
void TestPlatformLink::movedByTheApplicant()
{
    const QString id = newBooking();
    QVERIFY(openFile(uuid(id)));
    const QString first = idText(slotId(uuid(m_station->bench.place), QDate(2026, 12, 1), QTime(9, 0)));
    const QString other = idText(slotId(uuid(m_station->bench.place), QDate(2026, 12, 1), QTime(9, 40)));
    m_desk->offer({uuid(first)});
    QTRY_VERIFY(!m_desk->placed().isEmpty() && m_desk->placed().first().booking.state == BookingState::Offered);
    QTRY_COMPARE(m_station->link->state().unsent, 0);
    QVERIFY(m_station->bench.platform->write([&](platform::Resources &resources) {
        return platform::Bookings(*m_station->bench.platform, resources).move(PlatformBench::accountId(0), id, other);
    }));
    m_station->api->wake();
    QTRY_COMPARE(m_desk->placed().first().booking.state, BookingState::Confirmed);
    const Booking &booking = m_desk->placed().first().booking;
    QCOMPARE(booking.appointment.day, QDate(2026, 12, 1));
    QCOMPARE(booking.appointment.time, QTime(9, 40));
    QCOMPARE(booking.appointment.seats.size(), 1);
    QCOMPARE(idText(booking.appointment.seats.first().slot), other);
    QVERIFY(!booking.offeredUntil.isValid());
    QCOMPARE(m_station->link->state().refused, 0);
    // The station's own list of free times has the old one again; somebody else can be offered it after its rest.
    const auto slots = [&](const QString &slot) { return m_station->there(u"slots"_s, slot)->version; };
    QVERIFY(slots(first) > 1 && slots(other) > 1);
    m_station->setNow(m_station->bench.now.addSecs(3600));
    const QString next = newBooking(1);
    QVERIFY(openFile(uuid(next)));
    m_desk->offer({uuid(first)});
    QTRY_COMPARE(m_station->there(u"bookings"_s, next)->state, u"OFFERED"_s);
    QCOMPARE(m_station->there(u"bookings"_s, next)->body[u"appointment"_s][u"seats"_s][0][u"slot"_s].toString(), first);
}

// Five days without a line: windows work, own seats are given away, and everything leaves in its order when the line is back.
void TestPlatformLink::decidedWithoutALine()
{
    const QString first = newBooking(0);
    const QString second = newBooking(1);
    m_station->stop();
    QTRY_COMPARE(m_station->link->state().kind, LineState::Kind::Down);
    m_station->setNow(m_station->bench.now.addDays(5));
    QVERIFY(openFile(uuid(first)));
    const FreeTime time = m_desk->file()->times.first();
    QSignalSpy decided(m_desk.get(), &BookingDesk::decided);
    m_desk->approveNow(time);
    QVERIFY(decided.wait());
    QTRY_COMPARE(m_station->link->state().unsent, 1);
    QCOMPARE(m_station->link->state().oldestUnsent, m_station->bench.now);
    QTRY_VERIFY(std::any_of(m_desk->toReview().begin(), m_desk->toReview().end(),
                            [](const BookingRow &row) { return row.isUnsent; }));
    // The same seat is not shown free any more.
    QVERIFY(openFile(uuid(second)));
    QVERIFY(std::none_of(m_desk->file()->times.begin(), m_desk->file()->times.end(),
                         [&](const FreeTime &other) { return other.own == time.own; }));
    m_desk->refuse(u"请到户籍地办理。"_s);
    QTRY_COMPARE(m_station->link->state().unsent, 2);
    QCOMPARE(m_station->there(u"bookings"_s, first)->state, u"SUBMITTED"_s);
    QVERIFY(m_station->serve());
    m_station->link->tryNow();
    QTRY_COMPARE(m_station->there(u"bookings"_s, first)->state, u"CONFIRMED"_s);
    QTRY_COMPARE(m_station->there(u"bookings"_s, second)->state, u"REFUSED"_s);
    QTRY_COMPARE(m_station->link->state().unsent, 0);
    QTRY_COMPARE(m_station->link->state().kind, LineState::Kind::Up);
}

// Two counters without a line have the same list before them: the second is told.
void TestPlatformLink::aSeatIsGivenOnce()
{
    const QString first = newBooking(0);
    const QString second = newBooking(1);
    BookingDesk other(m_station->practice.counter(), *m_station->link);
    QSignalSpy opened(&other, &BookingDesk::opened);
    other.open(uuid(second));
    QVERIFY(opened.wait());
    QVERIFY(openFile(uuid(first)));
    const FreeTime time = m_desk->file()->times.first();
    QSignalSpy failed(&other, &BookingDesk::failed);
    m_desk->approveNow(time);
    QTRY_COMPARE(m_station->there(u"bookings"_s, first)->state, u"CONFIRMED"_s);
    other.approveNow(time);
    QVERIFY(failed.wait());
    QCOMPARE(failed.first().first().value<Error>().code, Error::Code::SeatTaken);
    QCOMPARE(m_station->there(u"bookings"_s, second)->state, u"SUBMITTED"_s);
}

// The applicant cancels while the decision is on its way: the station is told, and nothing is won by being late.
void TestPlatformLink::cancelledMeanwhile()
{
    const QString id = newBooking();
    QVERIFY(openFile(uuid(id)));
    const FreeTime time = m_desk->file()->times.first();
    m_station->stop();
    m_desk->approveNow(time);
    QTRY_COMPARE(m_station->link->state().unsent, 1);
    QVERIFY(m_station->bench.platform->write([&](platform::Resources &resources) {
        return platform::Bookings(*m_station->bench.platform, resources).cancel(PlatformBench::accountId(0), id);
    }));
    QVERIFY(m_station->serve());
    m_station->link->tryNow();
    QTRY_COMPARE(m_station->link->state().refused, 1);
    QCOMPARE(m_station->there(u"bookings"_s, id)->state, u"CANCELLED"_s);
    // Its seat is free again.
    const QString next = newBooking(1);
    QVERIFY(openFile(uuid(next)));
    QVERIFY(std::any_of(m_desk->file()->times.begin(), m_desk->file()->times.end(),
                        [&](const FreeTime &other) { return other.own == time.own; }));
}

void TestPlatformLink::poisonedRowHoldsUpNobody()
{
    const QString first = newBooking(0);
    const QString second = newBooking(1);
    // Whatever is said about the first is answered with 500.
    m_station->inBetween
        = [first](const platform::HttpRequest &request, const std::function<platform::HttpResponse()> &really) {
              const bool isPoisoned = request.method == "PUT" && request.body.contains(first.toUtf8())
                  && request.target.contains("decisions");
              return isPoisoned ? platform::HttpResponse{.status = 500, .body = "{}"} : really();
          };
    QVERIFY(openFile(uuid(first)));
    m_desk->refuse(u"不符合条件。"_s);
    QTRY_COMPARE(m_station->link->state().unsent, 1);
    QVERIFY(openFile(uuid(second)));
    m_desk->refuse(u"不符合条件。"_s);
    QTRY_COMPARE(m_station->there(u"bookings"_s, second)->state, u"REFUSED"_s);
    QCOMPARE(m_station->there(u"bookings"_s, first)->state, u"SUBMITTED"_s);
    QVERIFY(m_station->link->state().unsent >= 1);
}

// The decision is stored and its answer is lost: the same again, one effect.
void TestPlatformLink::answersThatAreLost()
{
    const QString id = newBooking();
    std::atomic<int> decisions = 0;
    m_station->inBetween
        = [&](const platform::HttpRequest &request, const std::function<platform::HttpResponse()> &really) {
              const platform::HttpResponse answer = really();
              if (request.method != "PUT" || !request.target.contains("decisions") || ++decisions > 3)
                  return answer;
              return platform::HttpResponse{.status = 502, .body = "gateway"};
          };
    QVERIFY(openFile(uuid(id)));
    m_desk->refuse(u"不符合条件。"_s);
    for (int times = 0; times < 3; ++times) {
        QTRY_COMPARE(decisions.load(), times + 1);
        QTRY_COMPARE(m_station->link->state().unsent, 1);
        m_station->link->tryNow();
    }
    QTRY_COMPARE(m_station->link->state().unsent, 0);
    QVERIFY(decisions >= 4);
    const auto booking = m_station->there(u"bookings"_s, id);
    QCOMPARE(booking->state, u"REFUSED"_s);
    QCOMPARE(booking->version, 2);
}

// Qt sends a request a second time by itself when a connection closes without an answer; a used token asks for a new one.
void TestPlatformLink::serverThatReadsAndCloses()
{
    const QString id = newBooking();
    QTcpServer proxy;
    QVERIFY(proxy.listen(QHostAddress::LocalHost));
    int requests = 0;
    connect(&proxy, &QTcpServer::newConnection, &proxy, [&] {
        QTcpSocket *client = proxy.nextPendingConnection();
        auto *server = new QTcpSocket(client);
        server->connectToHost(QHostAddress::LocalHost, m_station->port);
        connect(client, &QTcpSocket::readyRead, client, [&requests, client, server] {
            const QByteArray bytes = client->readAll();
            server->write(bytes);
            if (bytes.startsWith("PUT /station/v1/decisions") && ++requests <= 2) { // done there, and closed here
                server->waitForBytesWritten();
                connect(server, &QTcpSocket::readyRead, client, [client] { client->close(); });
            } else {
                connect(server, &QTcpSocket::readyRead, client, [client, server] { client->write(server->readAll()); });
            }
        });
    });
    QObject asker;
    std::optional<Result<void>> set;
    m_station->practice.store.write(
        &asker,
        [port = proxy.serverPort()](Repositories &repositories) {
            return PlatformSettings{.url = u"http://127.0.0.1:%1"_s.arg(port)}.store(repositories.station);
        },
        [&](const Result<void> &done) { set = done; });
    QTRY_VERIFY(set.has_value());
    m_station->link->open();
    QTRY_COMPARE(m_station->link->state().kind, LineState::Kind::Up);
    QVERIFY(openFile(uuid(id)));
    m_desk->refuse(u"不符合条件。"_s);
    QTRY_COMPARE_WITH_TIMEOUT(m_station->there(u"bookings"_s, id)->version, 2, 20000);
    // The clock stands still here, so what failed is tried again by hand.
    QTimer again;
    connect(&again, &QTimer::timeout, m_station->link.get(), &PlatformLink::tryNow);
    again.start(1000);
    QTRY_COMPARE_WITH_TIMEOUT(m_station->link->state().unsent, 0, 30000);
    QVERIFY(requests >= 1);
    QCOMPARE(m_station->there(u"bookings"_s, id)->version, 2);
    QCOMPARE(m_station->link->state().refused, 0);
}

void TestPlatformLink::liar_data()
{
    QTest::addColumn<QString>("lie");
    QTest::addColumn<int>("tasks");
    QTest::newRow("nothing false") << u""_s << 0;
    QTest::newRow("a wrong type") << u"type"_s << 1;
    QTest::newRow("a booking of another station") << u"foreign"_s << 1;
    QTest::newRow("a newer kind") << u"newer"_s << 1;
    QTest::newRow("another version inside") << u"version"_s << 1;
}

// What does not fit is refused and shown, and the entries beside it go on.
void TestPlatformLink::liar()
{
    QFETCH(QString, lie);
    QFETCH(int, tasks);
    m_station->inBetween
        = [lie](const platform::HttpRequest &request, const std::function<platform::HttpResponse()> &really) {
              platform::HttpResponse answer = really();
              if (!request.target.contains("/changes") || lie.isEmpty())
                  return answer;
              QJsonObject page = QJsonDocument::fromJson(answer.body).object();
              QJsonArray changes = page[u"changes"_s].toArray();
              const auto booking = std::find_if(changes.begin(), changes.end(), [](const QJsonValue &change) {
                  return change[u"kind"_s].toString() == "bookings"_L1;
              });
              if (booking == changes.end())
                  return answer;
              QJsonObject change = (*booking).toObject();
              QJsonObject resource = change[u"resource"_s].toObject();
              const QString id = platform::newId(QDateTime::currentDateTimeUtc());
              change[u"id"_s] = id;
              resource[u"id"_s] = id;
              if (lie == "type"_L1)
                  resource[u"moves"_s] = u"three"_s;
              else if (lie == "foreign"_L1)
                  resource[u"station"_s] = u"110101999"_s;
              else if (lie == "newer"_L1)
                  change[u"kind"_s] = u"wishlists"_s;
              else
                  change[u"version"_s] = 7;
              change[u"resource"_s] = resource;
              changes.prepend(change);
              page[u"changes"_s] = changes;
              answer.body = canonical(page);
              return answer;
          };
    m_station->link->open(); // what was asked before is answered honestly
    QTRY_COMPARE(m_station->link->state().kind, LineState::Kind::Up);
    QVERIFY(!newBooking().isEmpty());
    QCOMPARE(m_desk->toReview().size(), 1);
    QTRY_COMPARE(m_station->link->state().tasks, tasks);
}

// The platform is set back to what it was: a new epoch, and the station sends again what is missing there.
void TestPlatformLink::restoredFromBackup()
{
    const QString id = newBooking();
    const QString backup = m_station->bench.folder.filePath(u"backup.sqlite"_s);
    QVERIFY(m_station->bench.database->copyTo(backup));
    QVERIFY(openFile(uuid(id)));
    m_desk->refuse(u"不符合条件。"_s);
    QTRY_COMPARE(m_station->there(u"bookings"_s, id)->state, u"REFUSED"_s);
    QTRY_COMPARE(m_station->link->state().unsent, 0);
    m_station->stop();
    const QString epochBefore
        = (*m_station->bench.platform->read([](platform::Resources &r) { return r.head(); })).epoch;
    m_station->bench.platform.reset();
    m_station->bench.database.reset();
    const QString path = m_station->bench.folder.filePath(u"platform.sqlite"_s);
    for (const QString &file : {path, path + u"-wal"_s, path + u"-shm"_s})
        QFile::remove(file);
    QVERIFY(QFile::copy(backup, path));
    m_station->bench.reopen();
    QCOMPARE(m_station->there(u"bookings"_s, id)->state, u"SUBMITTED"_s);
    QVERIFY(m_station->bench.database->write([](const QSqlDatabase &connection) {
        return Statement(connection, u"UPDATE platform SET epoch = 'BBBBBBBBBBBBBBBBBBBBBB'"_s).run();
    }));
    QVERIFY(epochBefore != "BBBBBBBBBBBBBBBBBBBBBB"_L1);
    QVERIFY(m_station->serve());
    m_station->link->tryNow();
    QTRY_COMPARE(m_station->there(u"bookings"_s, id)->state, u"REFUSED"_s);
}

void TestPlatformLink::twoCounters()
{
    const QString id = newBooking();
    QVERIFY(openFile(uuid(id)));
    Counter second = m_station->practice.counter();
    second.person.login = u"li"_s;
    second.person.name = u"李警官"_s;
    BookingDesk other(second, *m_station->link);
    QSignalSpy failed(&other, &BookingDesk::failed);
    other.open(uuid(id));
    QVERIFY(failed.wait());
    const Error error = failed.first().first().value<Error>();
    QCOMPARE(error.code, Error::Code::BookingClaimed);
    QCOMPARE(error.detail, m_station->practice.login.person().name);
    // When the first is done with it, the second has it.
    m_desk->close();
    QTRY_VERIFY([&] {
        const auto claims = m_station->bench.platform->read(
            [&](platform::Resources &resources) { return resources.about(id, u"claims"_s); });
        return claims && !claims->isEmpty() && claims->first().body[u"released"_s].toBool();
    }());
    QSignalSpy opened(&other, &BookingDesk::opened);
    other.open(uuid(id));
    QVERIFY2(opened.wait(), qPrintable(name(failed.last().first().value<Error>().code)));
}

void TestPlatformLink::arrives()
{
    const QString id = newBooking();
    QVERIFY(openFile(uuid(id)));
    m_desk->approveNow(m_desk->file()->times.first());
    QTRY_COMPARE(m_desk->placed().size(), 1);
    QTRY_VERIFY(!m_desk->placed().first().isUnsent);
    QSignalSpy found(m_desk.get(), &BookingDesk::found);
    m_desk->find(u"IDCB1:"_s + m_desk->placed().first().booking.arrivalCode);
    QVERIFY(found.wait());
    QCOMPARE(found.first().first().value<QList<BookingRow>>().size(), 1);
    QSignalSpy arrived(m_desk.get(), &BookingDesk::arrived);
    m_desk->arrive(uuid(id));
    m_desk->arrive(uuid(id)); // pressed twice
    QTRY_COMPARE(arrived.size(), 2);
    QTRY_COMPARE(m_station->there(u"bookings"_s, id)->state, u"ARRIVED"_s);
    QTRY_COMPARE(m_station->link->state().unsent, 0);
    QCOMPARE(m_station->link->state().refused, 0);
    std::optional<Result<Draft>> draft;
    QObject asker;
    m_station->practice.store.read(
        &asker, [id](Repositories &repositories) { return repositories.drafts.find(QUuid(id)); },
        [&](const Result<Draft> &answer) { draft = answer; });
    QTRY_VERIFY(draft.has_value());
    QVERIFY(bool(*draft));
    QCOMPARE((**draft).applicant.number, PlatformBench::citizenNumber(0));
    QCOMPARE((**draft).booked.booking, uuid(id));
    QVERIFY((**draft).booked.unconfirmed.contains(int(BookedPart::Address)));
}

// Once a day both sides are compared; a difference is a task, and nothing is overwritten.
void TestPlatformLink::comparedAtNight()
{
    const QString id = newBooking();
    // The platform loses a change without saying so: its booking is another version than what it told.
    QVERIFY(m_station->bench.database->write([id](const QSqlDatabase &connection) {
        return Statement(connection, u"UPDATE resource SET version = 5 WHERE id = ?"_s).with(QVariantList{id}).run();
    }));
    m_station->setNow(m_station->bench.now.addDays(1));
    m_station->link->tryNow();
    QTRY_COMPARE_WITH_TIMEOUT(m_station->link->state().tasks, 1, 90000); // a waiting request ends first
    QCOMPARE(m_desk->toReview().first().booking.version, 1);
}

void TestPlatformLink::anotherClock()
{
    m_station->bench.now = m_station->bench.now.addSecs(50); // what a token bears
    m_station->link->open();
    QTRY_COMPARE(m_station->link->state().kind, LineState::Kind::Up);
    QCOMPARE(m_station->link->state().clockDiffers, 0);
    m_station->bench.now = m_station->bench.now.addSecs(3600);
    m_station->link->open();
    QTRY_VERIFY(m_station->link->state().error && m_station->link->state().error->code == Error::Code::PlatformClock);
}

void TestPlatformLink::realAndPractice()
{
    Counter real = m_station->practice.counter();
    real.station.practice = false;
    PlatformLink link(real);
    link.open();
    QTRY_COMPARE(link.state().kind, LineState::Kind::Refused);
    QCOMPARE(link.state().error->code, Error::Code::PlatformForeign);
}

// A lost card online: no earlier card at this station, so every reason is told and the applicant is sent to the counter with an
// offered time.
void TestPlatformLink::lostCardOnline()
{
    const platform::ReissueOrder order{.id = m_station->bench.newId(),
                                       .account = m_station->bench.account(0),
                                       .language = u"en"_s,
                                       .station = m_station->bench.station.unit,
                                       .form = PlatformBench::reissueForm(0)};
    QVERIFY(m_station->bench.platform->write([&](platform::Resources &resources) {
        return platform::Applications(*m_station->bench.platform, resources).submit(order);
    }));
    ReissueDesk desk(m_station->practice.counter(), *m_station->link);
    m_station->api->wake();
    QTRY_COMPARE(desk.rows().size(), 1);
    QSignalSpy opened(&desk, &ReissueDesk::opened);
    desk.open(uuid(order.id));
    QVERIFY(opened.wait());
    QCOMPARE(desk.file()->findings.size(), 7);
    QVERIFY(!desk.file()->findings[0].holds);
    QVERIFY(desk.file()->findings[5].holds); // no open case
    QVERIFY(desk.file()->findings[6].holds); // tied to the person
    QSignalSpy failed(&desk, &ReissueDesk::failed);
    desk.confirmEligible();
    QCOMPARE(failed.size(), 1);
    QCOMPARE(failed.first().first().value<Error>().code, Error::Code::ReissueNotDecided);
    desk.sendToCounter({desk.file()->times.first().slot});
    QTRY_COMPARE(m_station->there(u"applications"_s, order.id)->state, u"SENT_TO_COUNTER"_s);
    QTRY_COMPARE(m_desk->placed().size(), 1);
    QCOMPARE(m_desk->placed().first().booking.application, uuid(order.id));
}

// No line at all: the same decision, the same changes, in sealed files; carried twice, and nothing comes of it.
void TestPlatformLink::everythingByFile()
{
    const QString id = newBooking();
    m_station->stop();
    QVERIFY(openFile(uuid(id)));
    m_desk->refuse(u"不符合条件。"_s);
    QTRY_COMPARE(m_station->link->state().unsent, 1);
    // The platform's keys, compared by two officers.
    std::optional<Result<void>> trusted;
    QObject asker;
    const Counter counter = m_station->practice.counter();
    m_station->practice.store.write(
        &asker,
        [counter,
         keys = m_station->bench.keys.exchange.publicKeys().toBytes()](Repositories &repositories) -> Result<void> {
            const Partner partner{.id = QUuid::createUuid(),
                                  .role = Role::Platform,
                                  .name = u"127.0.0.1"_s,
                                  .practice = true,
                                  .publicKeys = keys,
                                  .validUntil = counter.today().addYears(1),
                                  .importedBy = counter.person.login};
            if (auto put = repositories.exchange.putPartner(partner, counter.stamp()); !put)
                return put;
            Stamp other = counter.stamp();
            other.person = u"li"_s;
            return repositories.exchange.confirmPartner(partner.id, other);
        },
        [&](const Result<void> &done) { trusted = done; });
    QTRY_VERIFY(trusted.has_value());
    QVERIFY(bool(*trusted));

    PlatformFiles files(counter, *m_station->link);
    const QString out = m_station->bench.folder.filePath(u"requests.idcx"_s);
    const QString back = m_station->bench.folder.filePath(u"changes.idcx"_s);
    QSignalSpy written(&files, &PlatformFiles::written);
    files.write(out);
    QVERIFY(written.wait());
    const platform::StationApi api(*m_station->bench.platform);
    const platform::StationFiles there(*m_station->bench.platform, api);
    for (int times = 0; times < 2; ++times) {
        const auto read = there.read(out);
        QVERIFY2(bool(read), read ? "" : qPrintable(read.error().detail));
        QCOMPARE(*read, written.first().first().toInt());
    }
    QCOMPARE(m_station->there(u"bookings"_s, id)->state, u"REFUSED"_s);
    QCOMPARE(m_station->there(u"bookings"_s, id)->version, 2);
    QVERIFY(bool(there.write(m_station->bench.station.unit, back)));
    QSignalSpy imported(&files, &PlatformFiles::imported);
    files.read(back);
    QVERIFY(imported.wait());
    QVERIFY(imported.first().first().toInt() >= 1);
    QTRY_COMPARE(m_station->link->state().unsent, 0);
    QTRY_VERIFY(m_desk->toReview().isEmpty());
    files.read(back); // once more
    QVERIFY(imported.wait());
    QCOMPARE(imported.last().first().toInt(), 0);
    // Control: a changed byte is no package.
    QFile file(back);
    QVERIFY(file.open(QIODevice::ReadWrite));
    file.seek(file.size() / 2);
    const QByteArray byte = file.peek(1);
    file.write(byte == "A" ? "B" : "A");
    file.close();
    QSignalSpy failed(&files, &PlatformFiles::failed);
    files.read(back);
    QVERIFY(failed.wait());
}

// From the application to the mail: the last card is on record, the officer confirms, the provider says that it is paid, the
// application becomes a case with photo and print of the last one, and the applicant hears that the card was posted.
void TestPlatformLink::lostCardToTheMail()
{
    const QJsonObject typed = PlatformBench::reissueForm(0)[u"applicant"_s].toObject();
    Draft before = test::formOf(m_station->practice, typed[u"number"_s].toString(), typed[u"name"_s].toString());
    before.applicant.sex = typed[u"sex"_s].toString();
    before.applicant.ethnicGroup = typed[u"ethnicGroup"_s].toString();
    before.applicant.address = typed[u"address"_s].toString();
    const auto last = test::putCase(m_station->practice, before, CaseState::Closed, {}, QByteArray("template"));
    QVERIFY(last.has_value());
    const platform::ReissueOrder order{.id = m_station->bench.newId(),
                                       .account = m_station->bench.account(0),
                                       .language = u"en"_s,
                                       .station = m_station->bench.station.unit,
                                       .form = PlatformBench::reissueForm(0)};
    QVERIFY(m_station->bench.platform->write([&](platform::Resources &resources) {
        return platform::Applications(*m_station->bench.platform, resources).submit(order);
    }));
    ReissueDesk desk(m_station->practice.counter(), *m_station->link);
    m_station->api->wake();
    QTRY_COMPARE(desk.rows().size(), 1);
    QSignalSpy opened(&desk, &ReissueDesk::opened);
    desk.open(uuid(order.id));
    QVERIFY(opened.wait());
    for (const ReissueFinding &finding : desk.file()->findings)
        QVERIFY2(finding.holds, qPrintable(QString::number(int(finding.check)) + finding.fields.join(u',')));
    desk.confirmEligible();
    QTRY_COMPARE(m_station->there(u"applications"_s, order.id)->state, u"ELIGIBLE"_s);
    const QString payment = m_station->there(u"applications"_s, order.id)->body[u"payment"_s].toString();
    QCOMPARE(m_station->there(u"payments"_s, payment)->body[u"amountFen"_s].toInt(), 4000);
    QVERIFY(m_station->bench.platform->write([&](platform::Resources &resources) {
        return platform::Payments(*m_station->bench.platform, resources)
            .happened({.providerId = u"event"_s,
                       .said = u"PAID"_s,
                       .payment = payment,
                       .amountFen = 4000,
                       .at = m_station->bench.now});
    }));
    m_station->api->wake();
    QTRY_VERIFY(!desk.rows().isEmpty() && desk.rows().first().application.state == ApplicationState::Paid
                && !desk.rows().first().isUnsent);
    QTRY_VERIFY(desk.rows().first().payment && desk.rows().first().payment->paidFen == 4000);
    desk.open(uuid(order.id));
    QVERIFY(opened.wait());
    QSignalSpy failed(&desk, &ReissueDesk::failed);
    std::optional<Case> acceptedCase;
    connect(&desk, &ReissueDesk::accepted, this, [&](const Case &accepted) { acceptedCase = accepted; });
    desk.takeOver();
    QTRY_VERIFY2(acceptedCase.has_value(),
                 failed.isEmpty() ? "" : qPrintable(failed.first().first().value<Error>().detail));
    const Case made = *acceptedCase;
    QCOMPARE(made.state, CaseState::Accepted);
    QCOMPARE(made.id, uuid(order.id));
    QCOMPARE(made.form.payment.method, PaymentMethod::Online);
    QVERIFY(made.receiptNumber.isEmpty());
    QCOMPARE(made.owed(), Fen{4000});
    QCOMPARE(made.promiseDue, QDate(2026, 12, 22)); // 20 working days after the payment
    QVERIFY(made.form.photo->capture != last->accepted.form.photo->capture); // of its own
    QTRY_COMPARE(m_station->there(u"applications"_s, order.id)->state, u"TAKEN_OVER"_s);
    QCOMPARE(m_station->there(u"applications"_s, order.id)->body[u"accepted"_s][u"acceptanceNumber"_s].toString(),
             made.number.toString());

    // The card has arrived; it goes off by mail.
    const Counter counter = m_station->practice.counter();
    const auto received
        = test::inDatabase<Standing>(m_station->practice, [=](Repositories &repositories) -> Result<Standing> {
              const auto now = repositories.lives.standing(made.id);
              if (!now)
                  return now.error();
              CaseMove move{.caseId = made.id,
                            .version = now->version,
                            .transition = {.from = CaseState::Accepted, .event = u"test"_s, .to = CaseState::Received},
                            .progress = now->progress};
              move.progress.box = u"A"_s;
              move.progress.slot = u"1"_s;
              if (const auto done = repositories.lives.move(move, counter.stamp()); !done)
                  return done.error();
              return repositories.lives.standing(made.id);
          });
    QVERIFY(received.has_value());
    ReceiptDesk receipt(counter);
    QSignalSpy moved(&receipt, &CaseWork::moved);
    receipt.mail(*received, u"EA123456789CN"_s);
    QVERIFY(moved.wait());
    m_station->link->sendSoon();
    const auto mailing = [&]() -> QString {
        const auto found = m_station->bench.platform->read(
            [&](platform::Resources &resources) { return resources.about(order.id, u"mailings"_s); });
        return found && !found->isEmpty() ? found->first().state : QString();
    };
    QTRY_COMPARE(mailing(), u"POSTED"_s);
}

QTEST_GUILESS_MAIN(TestPlatformLink)
#include "tst_platformlink.moc"
