#include "app/exchange/canonicaljson.h"
#include "app/workflow/bookingdesk.h"
#include "app/workflow/platformfiles.h"
#include "platform/station/stationfiles.h"
#include "tests/support/givenpicture.h"

using namespace Qt::StringLiterals;
using namespace idcounter;

// Pictures of papers on their way from the platform to the counter: by line and by file, with what a platform may do wrong.
class TestBookingPictures : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void comesInWithTheBooking();
    void withoutALine();
    void aPlatformThatLies_data();
    void aPlatformThatLies();
    void triedAgain();
    void deletedThere();
    void takenBackByTheApplicant();
    void goesWhenTheBookingIsOver();
    void isNoDifferenceAtNight();
    void theReceiptNamesIt();
    void byFile();

private:
    using State = BookingPicture::State;
    QString newBooking(int person = 0);
    bool watch(const QString &booking); // until its pictures are listed
    State stateOf(qsizetype at = 0) const
    {
        return at < m_desk->pictures().pictures().size() ? m_desk->pictures().pictures()[at].state : State::Waiting;
    }
    // What the platform answers to who asks for a picture instead.
    void answerWith(const std::function<platform::HttpResponse(const platform::HttpResponse &)> &otherwise)
    {
        m_station->inBetween = [this, otherwise](const platform::HttpRequest &request, const auto &really) {
            const bool isPicture = request.path().contains("/attachments/");
            m_asked += isPicture ? 1 : 0;
            return isPicture ? otherwise(really()) : really();
        };
    }
    qsizetype heldItems();

    std::unique_ptr<LinkedStation> m_station;
    std::unique_ptr<BookingDesk> m_desk;
    std::atomic<int> m_asked = 0;
};

void TestBookingPictures::init()
{
    m_asked = 0;
    m_station = std::make_unique<LinkedStation>();
    QVERIFY(m_station->open());
    m_station->bench.openHall(3);
    m_desk = std::make_unique<BookingDesk>(m_station->practice.counter(), *m_station->link);
}

void TestBookingPictures::cleanup()
{
    m_desk.reset();
    m_station.reset();
}

QString TestBookingPictures::newBooking(int person)
{
    const auto booking = m_station->bench.book(person);
    if (!booking)
        return {};
    if (m_station->api)
        m_station->api->wake();
    return booking->id;
}

bool TestBookingPictures::watch(const QString &booking)
{
    m_desk->pictures().watch(QUuid(booking));
    return QTest::qWaitFor([&] { return !m_desk->pictures().pictures().isEmpty(); });
}

qsizetype TestBookingPictures::heldItems()
{
    std::optional<qsizetype> held;
    QObject asker;
    m_station->practice.store.read(
        &asker, [](Repositories &repositories) { return repositories.platform.pictures(); },
        [&](const Result<QList<PlatformRepository::HeldPicture>> &found) { held = found ? found->size() : -1; });
    return QTest::qWaitFor([&] { return held.has_value(); }) ? *held : -1;
}

void TestBookingPictures::comesInWithTheBooking()
{
    const QString booking = newBooking();
    const QString id = givePicture(*m_station, booking);
    QVERIFY(!id.isEmpty());
    QTRY_COMPARE(heldItems(), 1); // nobody has opened the booking
    QVERIFY(watch(booking));
    QTRY_VERIFY(!m_desk->pictures().pictures().first().preview.isNull());
    const BookingPicture &picture = m_desk->pictures().pictures().first();
    QCOMPARE(picture.state, State::Here);
    QCOMPARE(picture.named.kind, u"RESIDENCE_PERMIT"_s);
    QCOMPARE(picture.named.addedAt, m_station->bench.now);
    QVERIFY(picture.preview.width() <= 240 && picture.preview.height() <= 180);
    QSignalSpy opened(&m_desk->pictures(), &BookingPictures::opened);
    m_desk->pictures().open(picture.named.id);
    QVERIFY(opened.wait());
    QCOMPARE(opened.first().first().toUuid(), QUuid(id));
    QCOMPARE(opened.first().last().value<QImage>().size(), QSize(800, 600));
    // On the station's disk nothing of it lies open.
    QByteArray bytes;
    for (const QString &end : {u""_s, u"-wal"_s}) {
        QFile file(m_station->practice.path + end);
        bytes += file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    const QByteArray jpeg = *platform::cleanPicture(telephoneJpeg({800, 600}, 1));
    QVERIFY(bytes.contains(id.toLatin1())); // control: it was looked at
    QVERIFY(!bytes.contains("JFIF"));
    QVERIFY(!bytes.contains(jpeg.mid(jpeg.size() / 2, 60)));
    // Nobody's booking is looked at any more: nothing of it stays in memory.
    m_desk->pictures().watch({});
    QVERIFY(m_desk->pictures().pictures().isEmpty());
}

void TestBookingPictures::withoutALine()
{
    // The line breaks between booking and picture.
    answerWith([](const platform::HttpResponse &) { return platform::HttpResponse{.status = 503}; });
    const QString booking = newBooking();
    QVERIFY(!givePicture(*m_station, booking).isEmpty());
    QTRY_VERIFY(m_asked > 0);
    m_station->stop();
    QTRY_VERIFY(!m_desk->pictures().hasLine());
    QVERIFY(watch(booking));
    QCOMPARE(stateOf(), State::Waiting); // named, and to come
    QCOMPARE(heldItems(), 0);
    m_station->inBetween = {};
    QVERIFY(m_station->serve());
    m_station->link->tryNow();
    QTRY_COMPARE(stateOf(), State::Here);
    // What is here stays without a line.
    m_station->stop();
    QTRY_VERIFY(!m_desk->pictures().hasLine());
    QSignalSpy opened(&m_desk->pictures(), &BookingPictures::opened);
    m_desk->pictures().open(m_desk->pictures().pictures().first().named.id);
    QVERIFY(opened.wait());
}

void TestBookingPictures::aPlatformThatLies_data()
{
    QTest::addColumn<QByteArray>("plain"); // sealed for the station, and named so
    QTest::addColumn<QString>("lie");
    QTest::addColumn<Error::Code>("code");

    const QByteArray jpeg = paperJpeg();
    const auto none = Error::Code::PlatformNotSet; // taken
    QTest::newRow("as it should be") << jpeg << u""_s << none;
    QTest::newRow("other bytes") << jpeg << u"bytes"_s << Error::Code::PlatformAnswer;
    QTest::newRow("a byte more") << jpeg << u"longer"_s << Error::Code::PlatformAnswer;
    QTest::newRow("sealed for somebody else") << jpeg << u"foreign"_s << Error::Code::BookingFormForeign;
    QTest::newRow("key of nobody") << jpeg << u"key"_s << Error::Code::BookingFormForeign;
    QTest::newRow("text") << QByteArray("This is a picture, believe me, and a long one at that.") << u""_s
                          << Error::Code::ImageUnreadable;
    QTest::newRow("half a picture") << jpeg.left(jpeg.size() / 2) << u""_s << Error::Code::ImageUnreadable;
    QTest::newRow("bitmap") << encoded(paperImage({300, 200}), "bmp") << u""_s << Error::Code::ImageUnsuitable;
    QTest::newRow("another kind than it is named")
        << encoded(paperImage({300, 200}), "png") << u""_s << Error::Code::ImageUnsuitable;
    QTest::newRow("12,000 x 12,000") << hugePng() << u"png"_s << Error::Code::ImageTooLarge;
    QTest::newRow("larger than a paper") << encoded(QImage(6000, 5000, QImage::Format_Mono), "png") << u"png"_s
                                         << Error::Code::ImageTooLarge;
}

void TestBookingPictures::aPlatformThatLies()
{
    QFETCH(QByteArray, plain);
    QFETCH(QString, lie);
    QFETCH(Error::Code, code);
    const QString booking = newBooking();
    const QString id = m_station->bench.newId();
    const auto put = m_station->bench.platform->write([&](platform::Resources &resources) -> platform::Outcome<void> {
        platform::Resource there = **resources.find(u"bookings"_s, booking);
        const QString named = there.body[u"sealed"_s][u"key"_s].toString();
        const auto keys = platform::Stations(resources.connection()).keys(named);
        const PublicKeys other = ExchangeKeys::create().publicKeys();
        const QByteArray sealed = *sealedFor(lie == "foreign"_L1 ? other : (*keys)->keys, plain);
        if (const auto stored = resources.putAttachment(id, there.station, booking, sealed); !stored)
            return stored.error();
        there.body[u"attachments"_s]
            = QJsonArray{QJsonObject{{u"id"_s, id},
                                     {u"key"_s, lie == "key"_L1 ? other.fingerprint() : named},
                                     {u"mediaType"_s, lie == "png"_L1 ? u"image/png"_s : u"image/jpeg"_s},
                                     {u"bytes"_s, sealed.size()},
                                     {u"sha256"_s, sha256Of(sealed)}}};
        return resources.put(there);
    });
    QVERIFY(put);
    answerWith([lie](platform::HttpResponse answer) {
        if (lie == "bytes"_L1)
            answer.body[60] = char(answer.body[60] ^ 1);
        if (lie == "longer"_L1)
            answer.body += 'a';
        return answer;
    });
    m_station->api->wake();
    QTRY_COMPARE(heldItems(), 1);
    QVERIFY(watch(booking));
    const BookingPicture picture = m_desk->pictures().pictures().first();
    const bool isTaken = code == Error::Code::PlatformNotSet;
    QCOMPARE(picture.state, isTaken ? State::Here : State::Refused);
    if (!isTaken) {
        QVERIFY(picture.error.has_value());
        QCOMPARE(picture.error->code, code);
    }
    QSignalSpy failed(&m_desk->pictures(), &BookingPictures::failed);
    QSignalSpy opened(&m_desk->pictures(), &BookingPictures::opened);
    m_desk->pictures().open(QUuid(id));
    QTRY_COMPARE(failed.size() + opened.size(), 1);
    QCOMPARE(opened.size(), isTaken ? 1 : 0);
    QCOMPARE(m_asked, 1); // what was refused is not asked for again by itself
    QVERIFY(m_desk->pictures().hasLine());
}

void TestBookingPictures::triedAgain()
{
    std::atomic<bool> lies = true;
    answerWith([&lies](platform::HttpResponse answer) {
        if (lies)
            answer.body[60] = char(answer.body[60] ^ 1);
        return answer;
    });
    const QString booking = newBooking();
    givePicture(*m_station, booking);
    QTRY_COMPARE(heldItems(), 1);
    QVERIFY(watch(booking));
    QCOMPARE(stateOf(), State::Refused);
    m_desk->pictures().tryAgain();
    QTRY_COMPARE(m_asked, 2);
    QTRY_COMPARE(stateOf(), State::Refused); // it still lies
    lies = false;
    m_desk->pictures().tryAgain();
    QTRY_COMPARE(stateOf(), State::Here);
    // One that did not come, though there is a line.
    answerWith([](const platform::HttpResponse &) { return platform::HttpResponse{.status = 500}; });
    givePicture(*m_station, booking);
    QTRY_COMPARE(stateOf(1), State::Failed);
    QCOMPARE(m_desk->pictures().pictures()[1].error->code, Error::Code::PlatformUnreachable);
    QCOMPARE(stateOf(0), State::Here); // the others go on
    m_station->inBetween = {};
    m_desk->pictures().tryAgain();
    QTRY_COMPARE(stateOf(1), State::Here);
}

void TestBookingPictures::deletedThere()
{
    const QString booking = newBooking();
    const QString id = m_station->bench.newId();
    m_station->stop();
    givePicture(*m_station, booking);
    QVERIFY(m_station->bench.platform->write([&](platform::Resources &resources) -> platform::Outcome<void> {
        return resources.emptyAttachments(booking); // what is told of it is older
    }));
    QVERIFY(m_station->serve());
    m_station->link->tryNow();
    QTRY_COMPARE(heldItems(), 1);
    QVERIFY(watch(booking));
    QCOMPARE(stateOf(), State::Gone);
}

void TestBookingPictures::takenBackByTheApplicant()
{
    const QString booking = newBooking();
    const QString first = givePicture(*m_station, booking);
    QVERIFY(!givePicture(*m_station, booking, {800, 600}, u"BOOKLET"_s).isEmpty());
    QTRY_COMPARE(heldItems(), 2);
    QVERIFY(watch(booking));
    QVERIFY(
        m_station->bench.platform->write([&](platform::Resources &resources) -> platform::Outcome<platform::Resource> {
            const auto there = resources.find(u"bookings"_s, booking);
            return platform::Pictures(*m_station->bench.platform, resources).remove((*there)->account, booking, first);
        }));
    m_station->api->wake();
    QTRY_COMPARE(heldItems(), 1);
    QTRY_COMPARE(m_desk->pictures().pictures().size(), 1);
    QCOMPARE(m_desk->pictures().pictures().first().named.kind, u"BOOKLET"_s);
}

void TestBookingPictures::goesWhenTheBookingIsOver()
{
    const QString booking = newBooking();
    const QString other = newBooking(1);
    givePicture(*m_station, booking);
    givePicture(*m_station, other);
    QTRY_COMPARE(heldItems(), 2);
    QSignalSpy opened(m_desk.get(), &BookingDesk::opened);
    m_desk->open(QUuid(booking));
    QVERIFY(opened.wait());
    m_desk->refuse(u"不符合条件。"_s);
    QTRY_COMPARE(m_station->there(u"bookings"_s, booking)->state, u"REFUSED"_s);
    QTRY_COMPARE(heldItems(), 1); // the other booking's stays
    QVERIFY(watch(other));
    QCOMPARE(stateOf(), State::Here);
}

void TestBookingPictures::isNoDifferenceAtNight()
{
    const QString booking = newBooking();
    givePicture(*m_station, booking);
    QTRY_COMPARE(heldItems(), 1);
    std::optional<QStringList> kinds;
    QObject asker;
    m_station->practice.store.read(
        &asker, [](Repositories &repositories) { return repositories.platform.known(); },
        [&](const Result<QList<PlatformRepository::Known>> &known) {
            kinds.emplace();
            for (const auto &one : known ? *known : QList<PlatformRepository::Known>())
                *kinds << one.kind;
        });
    QTRY_VERIFY(kinds.has_value());
    QVERIFY(kinds->contains(u"bookings"_s));
    QVERIFY(!kinds->contains(QLatin1StringView(pictureKind)));
}

void TestBookingPictures::theReceiptNamesIt()
{
    const QString booking = newBooking();
    const QString id = givePicture(*m_station, booking);
    QTRY_COMPARE(heldItems(), 1);
    const auto slotIds = m_station->bench.platform->read(
        [&](platform::Resources &resources) { return resources.ofStation(m_station->bench.station.unit, u"slots"_s); });
    QVERIFY(slotIds && !slotIds->isEmpty());
    QVERIFY(m_station->bench.platform->write([&](platform::Resources &resources) -> platform::Outcome<void> {
        const auto decided = platform::Bookings(*m_station->bench.platform, resources)
                                 .decide(m_station->bench.decision(booking, 2, u"approve"_s,
                                                                   m_station->bench.ownSeats({slotIds->first().id}, 3)),
                                         m_station->bench.station.unit);
        return decided ? platform::Outcome<void>() : platform::Outcome<void>(decided.problem());
    }));
    m_station->api->wake();
    QTRY_COMPARE(m_desk->placed().size(), 1);
    m_desk->arrive(QUuid(booking));
    const auto receipt = [&] {
        const auto all = m_station->bench.platform->read([&](platform::Resources &resources) {
            return resources.ofStation(m_station->bench.station.unit, u"receipts"_s);
        });
        return all && !all->isEmpty() ? all->first().body[u"body"_s].toObject() : QJsonObject();
    };
    QTRY_VERIFY(!receipt().isEmpty());
    const QJsonArray hashes = receipt()[u"sealedSha256"_s].toArray();
    QCOMPARE(hashes.size(), 2);
    QCOMPARE(hashes[1], m_station->there(u"bookings"_s, booking)->body[u"attachments"_s][0][u"sha256"_s]);
    QCOMPARE(heldItems(), 1); // it stays for the visit
}

void TestBookingPictures::byFile()
{
    const QString booking = newBooking();
    QTRY_COMPARE(m_desk->toReview().size(), 1);
    m_station->stop();
    QTRY_VERIFY(!m_desk->pictures().hasLine());
    const QString id = givePicture(*m_station, booking);
    givePicture(*m_station, booking, {900, 700}, u"OLD_CARD"_s);
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
    const QString path = m_station->bench.folder.filePath(u"changes.idcx"_s);
    const platform::StationApi api(*m_station->bench.platform);
    QVERIFY(bool(platform::StationFiles(*m_station->bench.platform, api).write(m_station->bench.station.unit, path)));
    PlatformFiles files(counter, *m_station->link);
    QSignalSpy imported(&files, &PlatformFiles::imported);
    files.read(path);
    QVERIFY(imported.wait());
    QCOMPARE(heldItems(), 2);
    QVERIFY(watch(booking));
    QCOMPARE(m_desk->pictures().pictures().size(), 2);
    QCOMPARE(stateOf(0), State::Here);
    QCOMPARE(stateOf(1), State::Here);
    QCOMPARE(m_asked, 0);
    files.read(path); // once more
    QVERIFY(imported.wait());
    QCOMPARE(heldItems(), 2);
}

QTEST_MAIN(TestBookingPictures)
#include "tst_bookingpictures.moc"
