#include "app/exchange/packagefile.h"
#include "app/workflow/platformfiles.h"
#include "platform/station/stationfiles.h"
#include "tests/support/linkedstation.h"

#include <QJsonDocument>
#include <QRandomGenerator>

using namespace Qt::StringLiterals;
using namespace idcounter;

// Files between a station without a line and the platform, as nobody wrote them: whatever is wrong with one, nothing of it is
// applied, and nobody falls over it.
class TestPlatformFiles : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void thePlatformTakesNoDamagedFile();
    void thePlatformTakesNoForeignFile_data();
    void thePlatformTakesNoForeignFile();
    void thePlatformBearsBrokenEntries();
    void theStationTakesNoDamagedFile();
    void theStationBearsBrokenEntries();

private:
    QString path(const QString &name) const { return m_folder->filePath(name); }
    QString write(const QByteArray &bytes) const
    {
        QFile file(path(u"tried.idcx"_s));
        return file.open(QIODevice::WriteOnly | QIODevice::Truncate) && file.write(bytes) == bytes.size()
            ? file.fileName()
            : QString();
    }
    static QByteArray contentOf(const QString &path)
    {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    // A package; head has kind, receiver and whether it is of practice.
    QByteArray package(const PackageHead &head, const ExchangeKeys &sender, const PublicKeys &receiver,
                       const QList<std::pair<QString, QByteArray>> &entries) const;

    std::unique_ptr<QTemporaryDir> m_folder;
};

static constexpr quint32 seed = 20261124;

// The bytes as a broken stick, a bad copy or a hostile hand leaves them. other is another package of the same two.
static QByteArray damaged(const QByteArray &whole, const QByteArray &other, QRandomGenerator &random)
{
    QByteArray bytes = whole;
    const auto place
        = [&](qsizetype below) { return qsizetype(random.bounded(quint32(std::max<qsizetype>(1, below)))); };
    const qsizetype from = place(bytes.size());
    const qsizetype length = 1 + place(std::min<qsizetype>(bytes.size() - from, 5000));
    const qsizetype half = bytes.size() / 2;
    switch (random.bounded(11)) {
    case 0: // a bit
        bytes[from] = char(bytes[from] ^ (1 << random.bounded(8)));
        break;
    case 1: // some bytes
        for (int count = 1 + random.bounded(20); count > 0; --count)
            bytes[place(bytes.size())] = char(random.bounded(256));
        break;
    case 2: // the end is missing
        bytes.truncate(from);
        break;
    case 3: // the beginning
        bytes.remove(0, from + 1);
        break;
    case 4: // a piece in the middle
        bytes.remove(from, length);
        break;
    case 5: // a piece twice
        bytes.insert(from, bytes.mid(from, length));
        break;
    case 6: // two pieces in the wrong order
        bytes = bytes.first(from) + bytes.mid(from + length) + bytes.mid(from, length);
        break;
    case 7: // the halves
        bytes = bytes.mid(half) + bytes.first(half);
        break;
    case 8: // nothing where something was
        bytes.replace(from, length, QByteArray(length, '\0'));
        break;
    case 9: // more than there was
        bytes += whole.first(length);
        break;
    case 10: // the beginning of one, the end of the other
        bytes = whole.first(from) + other.mid(std::min(from, other.size()));
        break;
    }
    return bytes;
}

// A text as JSON, with something wrong in it.
static QByteArray broken(QByteArray json, QRandomGenerator &random)
{
    static const QByteArrayList pieces{"null", "{",  "}",    "[",       "]",    "\"",           ",",
                                       ":",    "-1", "1e99", "\\u0000", "\xFF", "\xE2\x80\xAE", "9007199254740993",
                                       "{}",   "[]", "true"};
    for (int count = 1 + random.bounded(4); count > 0 && !json.isEmpty(); --count) {
        const qsizetype at = random.bounded(int(json.size()));
        const QByteArray piece = pieces[random.bounded(int(pieces.size()))];
        switch (random.bounded(4)) {
        case 0:
            json[at] = char(random.bounded(256));
            break;
        case 1:
            json.insert(at, piece);
            break;
        case 2:
            json.remove(at, 1 + random.bounded(40));
            break;
        case 3:
            json.replace(at, piece.size(), piece);
            break;
        }
    }
    return json;
}

QByteArray TestPlatformFiles::package(const PackageHead &head, const ExchangeKeys &sender, const PublicKeys &receiver,
                                      const QList<std::pair<QString, QByteArray>> &entries) const
{
    const QString file = path(u"written.idcx"_s);
    QFile::remove(file);
    const auto writer = PackageWriter::create(file, head, sender, receiver);
    if (!writer)
        return {};
    for (const auto &[name, bytes] : entries) {
        if (!(*writer)->add(name, bytes))
            return {};
    }
    return (*writer)->finish() ? contentOf(file) : QByteArray();
}

namespace {

// A platform with a booking that a station decides about by file.
struct ByFile
{
    PlatformBench bench;
    platform::StationApi api{*bench.platform};
    platform::StationFiles files{*bench.platform, api};
    QString booking;

    ByFile()
    {
        bench.openHall(1);
        booking = bench.book()->id;
    }

    PackageHead head() const
    {
        return {.id = QUuid(bench.newId()),
                .kind = PackageHead::Kind::PlatformRequests,
                .number = QStringLiteral("65010299920261124001"),
                .sender = bench.station.unit,
                .receiver = QStringLiteral("127.0.0.1"),
                .practice = true,
                .madeAt = bench.now};
    }
    QByteArray request(const QString &kind, const QJsonObject &body) const
    {
        return canonical(QJsonObject{{QStringLiteral("kind"), kind},
                                     {QStringLiteral("id"), body[QStringLiteral("id")]},
                                     {QStringLiteral("body"), body}});
    }
    // A refusal, and so many words that the file has several blocks.
    QList<std::pair<QString, QByteArray>> requests(int words) const
    {
        QList<std::pair<QString, QByteArray>> entries{
            {QStringLiteral("request_00001.json"),
             request(
                 QStringLiteral("decisions"),
                 bench.decision(booking, 1, QStringLiteral("refuse"), PlatformBench::because(QStringLiteral("No."))))}};
        QRandomGenerator random(seed);
        for (int number = 2; number < words + 2; ++number) {
            QString text;
            while (text.size() < 900)
                text += QString::number(random.generate64(), 36);
            entries << std::pair(QStringLiteral("request_%1.json").arg(number, 5, 10, QLatin1Char('0')),
                                 request(QStringLiteral("messages"),
                                         {{QStringLiteral("id"), bench.newId()},
                                          {QStringLiteral("about"),
                                           QJsonObject{{QStringLiteral("kind"), QStringLiteral("bookings")},
                                                       {QStringLiteral("id"), booking}}},
                                          {QStringLiteral("purpose"), QStringLiteral("STATION")},
                                          {QStringLiteral("text"), text},
                                          {QStringLiteral("at"), platform::instantText(bench.now)},
                                          {QStringLiteral("by"), PlatformBench::officerJson()}}));
        }
        return entries;
    }
    // Everything that a request could change: where the feed stands, and what was answered.
    QString standing() const
    {
        const auto text = bench.platform->read([&](platform::Resources &resources) -> Result<QString> {
            const auto head = resources.head();
            const auto answers = resources.fileAnswers(bench.station.unit, {});
            if (!head)
                return head.error();
            return answers ? Result<QString>(QStringLiteral("%1 %2").arg(head->next).arg(answers->size()))
                           : answers.error();
        });
        return *text;
    }
};

} // namespace

void TestPlatformFiles::thePlatformTakesNoDamagedFile()
{
    ByFile there;
    const PublicKeys receiver = there.bench.keys.exchange.publicKeys();
    const QByteArray whole = package(there.head(), there.bench.stationKeys, receiver, there.requests(150));
    const QByteArray other = package(there.head(), there.bench.stationKeys, receiver, there.requests(149));
    QVERIFY(whole.size() > 100000 && other.size() > 100000);
    const QString before = there.standing();
    QRandomGenerator random(seed);
    int tried = 0;
    for (int round = 0; round < 3000; ++round) {
        const QByteArray bytes = damaged(whole, other, random);
        if (bytes == whole || bytes == other)
            continue;
        ++tried;
        const auto read = there.files.read(write(bytes));
        if (read || there.standing() != before)
            QFAIL(qPrintable(u"round %1 was taken"_s.arg(round)));
    }
    QVERIFY(tried > 2800);
    // The control: whole it is, and once only.
    for (int times = 0; times < 2; ++times) {
        const auto read = there.files.read(write(whole));
        QVERIFY(read);
        QCOMPARE(*read, 151);
    }
    const auto booking = there.bench.platform->read(
        [&](platform::Resources &resources) { return resources.find(u"bookings"_s, there.booking); });
    QCOMPARE((*booking)->state, u"REFUSED"_s);
    QCOMPARE((*booking)->version, 2);
}

void TestPlatformFiles::thePlatformTakesNoForeignFile_data()
{
    QTest::addColumn<Error::Code>("code");

    QTest::newRow("of a sender that nobody knows") << Error::Code::PackageSignature;
    QTest::newRow("of a station that is suspended") << Error::Code::PackageSignature;
    QTest::newRow("for another reader") << Error::Code::PackageUnreadable;
    QTest::newRow("of another kind") << Error::Code::PackageForeign;
    QTest::newRow("not of practice") << Error::Code::PackageForeign;
}

void TestPlatformFiles::thePlatformTakesNoForeignFile()
{
    const QLatin1StringView row(QTest::currentDataTag());
    ByFile there;
    const ExchangeKeys stranger = ExchangeKeys::create();
    const PublicKeys platformKeys = there.bench.keys.exchange.publicKeys();
    const QString before = there.standing();
    PackageHead head = there.head();
    if (row == "of another kind"_L1)
        head.kind = PackageHead::Kind::Applications;
    if (row == "not of practice"_L1)
        head.practice = false;
    platform::Station suspended = there.bench.station;
    suspended.suspended = row == "of a station that is suspended"_L1;
    QVERIFY(there.bench.platform->write([&](platform::Resources &resources) -> platform::Outcome<void> {
        return platform::Stations(resources.connection()).put(suspended);
    }));
    const bool isStrangers = row == "of a sender that nobody knows"_L1;
    const QByteArray bytes
        = package(head, isStrangers ? stranger : there.bench.stationKeys,
                  row == "for another reader"_L1 ? stranger.publicKeys() : platformKeys, there.requests(1));
    const auto read = there.files.read(write(bytes));
    QVERIFY(!read);
    QTEST(read.error().code, "code");
    QCOMPARE(there.standing(), before);
    // The control: the same as it should be.
    QVERIFY(there.bench.platform->write([&](platform::Resources &resources) -> platform::Outcome<void> {
        return platform::Stations(resources.connection()).put(there.bench.station);
    }));
    QVERIFY(there.files.read(write(package(there.head(), there.bench.stationKeys, platformKeys, there.requests(1)))));
    QVERIFY(there.standing() != before);
}

// Sealed and signed as they should be, and nonsense inside: a station's program that has gone wrong.
void TestPlatformFiles::thePlatformBearsBrokenEntries()
{
    ByFile there;
    const PublicKeys receiver = there.bench.keys.exchange.publicKeys();
    const QList<std::pair<QString, QByteArray>> right = there.requests(0);
    QRandomGenerator random(seed);
    for (int round = 0; round < 1000; ++round) {
        QList<std::pair<QString, QByteArray>> entries;
        for (int number = 1 + random.bounded(3); number > 0; --number)
            entries << std::pair(u"request_%1.json"_s.arg(number, 5, 10, QChar(u'0')),
                                 broken(right.first().second, random));
        // Read or not, answered or not: of the decision nothing is left that its signatures hold for.
        [[maybe_unused]] const auto read
            = there.files.read(write(package(there.head(), there.bench.stationKeys, receiver, entries)));
        const auto booking = there.bench.platform->read(
            [&](platform::Resources &resources) { return resources.find(u"bookings"_s, there.booking); });
        if ((*booking)->version != 1)
            QFAIL(qPrintable(u"round %1: %2"_s.arg(round).arg(QString::fromUtf8(entries.first().second))));
    }
    const auto read = there.files.read(write(package(there.head(), there.bench.stationKeys, receiver, right)));
    QVERIFY(read); // the control
    const auto booking = there.bench.platform->read(
        [&](platform::Resources &resources) { return resources.find(u"bookings"_s, there.booking); });
    QCOMPARE((*booking)->state, u"REFUSED"_s);
}

namespace {

// A station without a line, which trusts the platform's keys, and what it has of the platform.
struct WithoutLine
{
    LinkedStation station;
    std::unique_ptr<PlatformFiles> files;
    int taken = 0;
    int refused = 0; // files
    QString what; // of the last

    bool open()
    {
        if (!station.open())
            return false;
        station.stop();
        files = std::make_unique<PlatformFiles>(station.practice.counter(), *station.link);
        QObject::connect(files.get(), &PlatformFiles::imported, files.get(), [this] { ++taken; });
        QObject::connect(files.get(), &PlatformFiles::failed, files.get(), [this](const Error &error) {
            ++refused;
            what = name(error.code) + QLatin1Char(' ') + error.detail;
        });
        return inDatabase([](Repositories &repositories, const Counter &counter, const QByteArray &keys) {
            const Partner partner{.id = QUuid::createUuid(),
                                  .role = Role::Platform,
                                  .name = QStringLiteral("127.0.0.1"),
                                  .practice = true,
                                  .publicKeys = keys,
                                  .validUntil = counter.today().addYears(1),
                                  .importedBy = counter.person.login};
            if (auto put = repositories.exchange.putPartner(partner, counter.stamp()); !put)
                return put;
            Stamp other = counter.stamp();
            other.person = QStringLiteral("li");
            return repositories.exchange.confirmPartner(partner.id, other);
        });
    }

    template<typename Work>
    bool inDatabase(Work work)
    {
        std::optional<Result<void>> done;
        QObject asker;
        const Counter counter = station.practice.counter();
        station.practice.store.write(
            &asker,
            [counter, work, keys = station.bench.keys.exchange.publicKeys().toBytes()](Repositories &repositories) {
                return work(repositories, counter, keys);
            },
            [&](const Result<void> &answer) { done = answer; });
        return QTest::qWaitFor([&] { return done.has_value(); }) && *done;
    }

    // Where the station stands: its cursor, and the bookings it knows.
    QString standing()
    {
        QString text;
        inDatabase([&text](Repositories &repositories, const Counter &, const QByteArray &) -> Result<void> {
            const auto cursor = repositories.platform.cursor();
            const auto bookings
                = repositories.platform.inStates(QStringLiteral("bookings"), {QStringLiteral("SUBMITTED")});
            if (!cursor)
                return cursor.error();
            if (!bookings)
                return bookings.error();
            text = cursor->cursor + QStringLiteral(" %1").arg(bookings->size());
            return {};
        });
        return text;
    }

    bool read(const QString &path) // to its end
    {
        const int before = taken + refused;
        files->read(path);
        return QTest::qWaitFor([&] { return taken + refused > before; }, 30000);
    }

    PackageHead head() const
    {
        return {.id = QUuid(station.bench.newId()),
                .kind = PackageHead::Kind::PlatformChanges,
                .number = QStringLiteral("P1"),
                .sender = QStringLiteral("127.0.0.1"),
                .receiver = station.bench.station.unit,
                .practice = true,
                .madeAt = station.bench.now};
    }
};

} // namespace

void TestPlatformFiles::theStationTakesNoDamagedFile()
{
    WithoutLine here;
    QVERIFY(here.open());
    PlatformBench &bench = here.station.bench;
    const platform::StationApi api(*bench.platform);
    const platform::StationFiles there(*bench.platform, api);
    bench.openHall(1);
    const auto changes = [&] {
        const QString file = path(u"changes.idcx"_s);
        QFile::remove(file);
        return there.write(bench.station.unit, file) ? contentOf(file) : QByteArray();
    };
    for (int person = 0; person < 40; ++person)
        QVERIFY(bench.book(person));
    const QByteArray other = changes();
    for (int person = 40; person < 80; ++person)
        QVERIFY(bench.book(person));
    const QByteArray whole = changes();
    QVERIFY(whole.size() > 50000 && other.size() > 20000);
    const QString before = here.standing();
    QRandomGenerator random(seed);
    int tried = 0;
    for (int round = 0; round < 1500; ++round) {
        const QByteArray bytes = damaged(whole, other, random);
        if (bytes == whole || bytes == other)
            continue;
        ++tried;
        QVERIFY(here.read(write(bytes)));
        if (here.taken > 0)
            QFAIL(qPrintable(u"round %1 was taken"_s.arg(round)));
    }
    QVERIFY(tried > 1400);
    QCOMPARE(here.refused, tried);
    QCOMPARE(here.standing(), before);
    // The control.
    QVERIFY(here.read(write(whole)));
    QVERIFY2(here.taken == 1, qPrintable(here.what));
    QVERIFY(here.standing() != before);
    QVERIFY(here.standing().endsWith(u" 80"_s));
}

// Sealed and signed as they should be, and nonsense inside: a platform's program that has gone wrong.
void TestPlatformFiles::theStationBearsBrokenEntries()
{
    WithoutLine here;
    QVERIFY(here.open());
    PlatformBench &bench = here.station.bench;
    const platform::StationApi api(*bench.platform);
    const platform::StationFiles there(*bench.platform, api);
    bench.openHall(1);
    for (int person = 0; person < 3; ++person)
        QVERIFY(bench.book(person));
    const QString file = path(u"changes.idcx"_s);
    QVERIFY(there.write(bench.station.unit, file));
    // What the platform would say, taken apart again by a reader that has the station's keys: the bench's are not those.
    const platform::Station station = bench.station;
    const auto answer = api.answerAs(station, bench.stationKeys.publicKeys(), "snapshot");
    QCOMPARE(answer.status, 200);
    std::optional<PublicKeys> receiver;
    QVERIFY(bench.platform->read([&](platform::Resources &resources) -> Result<void> {
        const auto keys = platform::Stations(resources.connection()).newestKeys(bench.station.unit);
        if (!keys)
            return keys.error();
        receiver = *keys;
        return {};
    }));
    QVERIFY(receiver.has_value());
    QRandomGenerator random(seed);
    for (int round = 0; round < 400; ++round) {
        const QByteArray bytes = package(here.head(), bench.keys.exchange, *receiver,
                                         {{u"snapshot_0001.json"_s, broken(answer.body, random)}});
        QVERIFY(here.read(write(bytes)));
    }
    QVERIFY(here.refused > 200); // most is no JSON any more; the rest came as far as it fits the contract
    // The control: what is right is taken afterwards as well.
    QVERIFY(here.read(file));
    QVERIFY(here.standing().endsWith(u" 3"_s));
}

QTEST_GUILESS_MAIN(TestPlatformFiles)
#include "tst_platformfiles.moc"
