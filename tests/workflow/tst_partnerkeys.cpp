#include "app/workflow/feedbackfile.h"
#include "app/workflow/packagedesk.h"
#include "tests/support/practicecounter.h"

#include <QFile>
#include <QSignalSpy>

using namespace idcounter;
using namespace Qt::StringLiterals;

namespace {

const QDate changeDay{2026, 11, 24};

// A practice station, a supervisor and a clerk at it, and an office that changes its keys.
struct KeyBench
{
    PracticeCounter station;
    std::unique_ptr<PackageDesk> supervisor;
    std::unique_ptr<PackageDesk> clerk;
    ExchangeKeys before = ExchangeKeys::create();
    ExchangeKeys after = ExchangeKeys::create();

    bool open()
    {
        if (!station.open())
            return false;
        supervisor = deskOf(u"li"_s, Role::Supervisor);
        clerk = deskOf(u"wang"_s, Role::Clerk);
        return true;
    }

    std::unique_ptr<PackageDesk> deskOf(const QString &login, Role role)
    {
        Counter counter = station.counter();
        counter.person.login = login;
        counter.person.role = role;
        return std::make_unique<PackageDesk>(counter, station.folder.filePath(u"packages"_s));
    }

    QString pathOf(const QString &name) const { return station.folder.filePath(name); }

    bool writeKeyFile(const ExchangeKeys &keys, QDate until, const QString &name = u"制证中心"_s) const
    {
        QFile file(pathOf(u"keys.json"_s));
        const QByteArray bytes = keyFile({.role = Role::Centre,
                                          .name = name,
                                          .practice = true,
                                          .publicKeys = keys.publicKeys().toBytes(),
                                          .validUntil = until});
        return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size();
    }

    static bool done(PackageDesk &desk, const std::function<void()> &act)
    {
        QSignalSpy changed(&desk, &PackageDesk::changed);
        act();
        return changed.count() > 0 || changed.wait();
    }

    bool trust(const ExchangeKeys &keys, QDate until)
    {
        if (!writeKeyFile(keys, until)
            || !done(*supervisor, [&] { supervisor->importPartner(pathOf(u"keys.json"_s)); }))
            return false;
        const auto &partners = supervisor->partners();
        const auto fresh = std::find_if(partners.begin(), partners.end(),
                                        [](const Partner &partner) { return !partner.isConfirmed(); });
        return fresh != partners.end() && done(*clerk, [&] { clerk->confirmPartner(*fresh); })
            && done(*supervisor, [&] { supervisor->refresh(); });
    }

    QList<OwnKeys> own(bool anew = false)
    {
        QObject asker;
        std::optional<QList<OwnKeys>> found;
        station.store.write(
            &asker,
            [counter = station.counter(), anew](Repositories &repositories) {
                return ownKeysOf(repositories, counter.clock, counter.stamp(), anew);
            },
            [&found](const Result<QList<OwnKeys>> &keys) { found = keys ? *keys : QList<OwnKeys>(); });
        return QTest::qWaitFor([&found] { return found.has_value(); }) ? *found : QList<OwnKeys>();
    }

    // What the station says of a feedback file that was signed and sealed by such keys at such a time.
    std::optional<Error::Code> read(const ExchangeKeys &signer, const PublicKeys &receiver, const QDateTime &madeAt,
                                    QDate today)
    {
        const QString path = pathOf(QUuid::createUuid().toString(QUuid::WithoutBraces));
        const auto writer = PackageWriter::create(path,
                                                  {.id = QUuid::createUuid(),
                                                   .kind = PackageHead::Kind::Feedback,
                                                   .number = u"F1"_s,
                                                   .sender = u"centre"_s,
                                                   .receiver = station.counter().station.unitCode,
                                                   .practice = true,
                                                   .madeAt = madeAt},
                                                  signer, receiver);
        const FeedbackLine line{.acceptanceNumber = u"6501029992026112400001"_s,
                                .package = u"65010299920261124001"_s,
                                .office = Role::Centre,
                                .event = u"acknowledge"_s};
        if (!writer || !(*writer)->add(u"feedback.xml"_s, feedbackXml({line})) || !(*writer)->finish())
            return Error::Code::PackageNotWritten;
        const auto opened = openFeedback(path, own(), supervisor->partners(), station.counter().station, today);
        return opened ? std::nullopt : std::optional(opened.error().code);
    }
};

} // namespace

// The keys of an office and of the station: what takes the place of what, and what is still read.
class TestPartnerKeys : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void newerKeysReplaceTheOld();
    void whatWasSignedBeforeIsRead();
    void theSameKeysAreKnown();
    void keysOfAnotherOfficeStay();
    void expiredKeysAreNotImported();
    void runningOutIsRemindedOf_data();
    void runningOutIsRemindedOf();
    void ownKeysAreRenewed();
};

void TestPartnerKeys::newerKeysReplaceTheOld()
{
    KeyBench bench;
    QVERIFY(bench.open());
    QVERIFY(bench.trust(bench.before, changeDay.addYears(1)));
    // Imported and not confirmed, they change nothing; even when they run out earlier, they are taken once confirmed.
    QVERIFY(bench.writeKeyFile(bench.after, changeDay.addDays(200)));
    QVERIFY(bench.done(*bench.supervisor, [&] { bench.supervisor->importPartner(bench.pathOf(u"keys.json"_s)); }));
    const auto centre = [&] { return centreAmong(bench.supervisor->partners(), true, changeDay); };
    QCOMPARE(bench.supervisor->partners().size(), 2);
    QCOMPARE(centre()->publicKeys, bench.before.publicKeys().toBytes());
    QVERIFY(bench.done(*bench.clerk, [&] { bench.clerk->confirmPartner(bench.supervisor->partners().last()); }));
    QVERIFY(bench.done(*bench.supervisor, [&] { bench.supervisor->refresh(); }));
    QCOMPARE(centre()->publicKeys, bench.after.publicKeys().toBytes());
    QVERIFY(!bench.supervisor->partners().first().isReplaced());
    const Partner old = bench.supervisor->partners().last();
    QVERIFY(old.isReplaced() && old.isConfirmed());
    QCOMPARE(old.publicKeys, bench.before.publicKeys().toBytes());
}

void TestPartnerKeys::whatWasSignedBeforeIsRead()
{
    KeyBench bench;
    QVERIFY(bench.open());
    const QDate lastDay = changeDay.addDays(20);
    QVERIFY(bench.trust(bench.before, lastDay));
    const PublicKeys own = bench.own().first().keys->publicKeys();
    const QDateTime earlier = bench.station.now;
    QCOMPARE(bench.read(bench.before, own, earlier, changeDay), std::nullopt);
    bench.station.now = earlier.addSecs(3600);
    QVERIFY(bench.trust(bench.after, changeDay.addYears(2)));
    const QDateTime later = bench.station.now.addSecs(3600);
    QCOMPARE(bench.read(bench.after, own, later, changeDay), std::nullopt);
    QCOMPARE(bench.read(bench.before, own, earlier, changeDay), std::nullopt);
    QCOMPARE(bench.read(bench.before, own, earlier, lastDay), std::nullopt);
    QCOMPARE(bench.read(bench.before, own, earlier, lastDay.addDays(1)), Error::Code::PartnerExpired);
    QCOMPARE(bench.read(bench.before, own, later, changeDay), Error::Code::PartnerExpired); // signed after the change
    const ExchangeKeys stranger = ExchangeKeys::create();
    QCOMPARE(bench.read(stranger, own, earlier, changeDay), Error::Code::PackageSignature);
}

void TestPartnerKeys::theSameKeysAreKnown()
{
    KeyBench bench;
    QVERIFY(bench.open());
    QVERIFY(bench.trust(bench.before, changeDay.addYears(1)));
    QSignalSpy known(bench.supervisor.get(), &PackageDesk::keysKnown);
    QVERIFY(bench.done(*bench.supervisor, [&] { bench.supervisor->importPartner(bench.pathOf(u"keys.json"_s)); }));
    QCOMPARE(known.count(), 1);
    QCOMPARE(bench.supervisor->partners().size(), 1);
}

void TestPartnerKeys::keysOfAnotherOfficeStay()
{
    KeyBench bench;
    QVERIFY(bench.open());
    QVERIFY(bench.trust(bench.before, changeDay.addYears(1)));
    QVERIFY(bench.writeKeyFile(bench.after, changeDay.addYears(1), u"县公安局"_s));
    QVERIFY(bench.done(*bench.supervisor, [&] { bench.supervisor->importPartner(bench.pathOf(u"keys.json"_s)); }));
    for (const Partner &partner : bench.supervisor->partners()) {
        if (!partner.isConfirmed())
            QVERIFY(bench.done(*bench.clerk, [&] { bench.clerk->confirmPartner(partner); }));
    }
    QCOMPARE(bench.clerk->partners().size(), 2);
    for (const Partner &partner : bench.clerk->partners())
        QVERIFY(partner.isConfirmed() && !partner.isReplaced());
}

void TestPartnerKeys::expiredKeysAreNotImported()
{
    KeyBench bench;
    QVERIFY(bench.open());
    QVERIFY(bench.writeKeyFile(bench.before, changeDay.addDays(-1)));
    QSignalSpy failed(bench.supervisor.get(), &PackageDesk::failed);
    bench.supervisor->importPartner(bench.pathOf(u"keys.json"_s));
    QVERIFY(failed.wait());
    QCOMPARE(failed.first().first().value<Error>().code, Error::Code::PartnerExpired);
    QVERIFY(bench.writeKeyFile(bench.before, changeDay));
    QVERIFY(bench.done(*bench.supervisor, [&] { bench.supervisor->importPartner(bench.pathOf(u"keys.json"_s)); }));
    QCOMPARE(bench.supervisor->partners().size(), 1);
}

void TestPartnerKeys::runningOutIsRemindedOf_data()
{
    QTest::addColumn<int>("days");
    QTest::addColumn<bool>("isReminded");
    QTest::newRow("31 days") << 31 << false;
    QTest::newRow("30 days") << 30 << true;
    QTest::newRow("1 day") << 1 << true;
    QTest::newRow("the last day") << 0 << true;
    QTest::newRow("the day after") << -1 << true;
}

void TestPartnerKeys::runningOutIsRemindedOf()
{
    QFETCH(int, days);
    QFETCH(bool, isReminded);
    const QDate until = changeDay.addDays(days);
    Partner partner{.id = QUuid::createUuid(), .name = u"制证中心"_s, .validUntil = until, .confirmedBy = u"wang"_s};
    QCOMPARE(keyReminders({partner}, {}, changeDay).size(), isReminded ? 1 : 0);
    QCOMPARE(keyReminders({}, until, changeDay).size(), isReminded ? 1 : 0);
    partner.replacedAt = QDateTime(changeDay, {1, 0}, Qt::UTC);
    QVERIFY(keyReminders({partner}, {}, changeDay).isEmpty()); // nobody needs them any more
    partner.replacedAt = {};
    partner.confirmedBy.clear();
    QVERIFY(keyReminders({partner}, {}, changeDay).isEmpty()); // they were never used
}

void TestPartnerKeys::ownKeysAreRenewed()
{
    KeyBench bench;
    QVERIFY(bench.open());
    QVERIFY(bench.trust(bench.before, changeDay.addYears(5)));
    const QList<OwnKeys> first = bench.own();
    QCOMPARE(first.size(), 1);
    QCOMPARE(first.first().until, changeDay.addYears(2));
    const PublicKeys old = first.first().keys->publicKeys();
    QSignalSpy refused(bench.clerk.get(), &PackageDesk::failed);
    bench.clerk->renewOwnKeys(); // only a supervisor
    QCOMPARE(refused.count(), 1);
    bench.station.now = bench.station.now.addYears(1);
    QVERIFY(bench.done(*bench.supervisor, [&] { bench.supervisor->renewOwnKeys(); }));
    QVERIFY(*bench.supervisor->ownKeys() != old);
    QCOMPARE(bench.supervisor->ownKeysUntil(), changeDay.addYears(3));
    QCOMPARE(bench.own().size(), 2);
    // What is sealed for the keys before is opened until their last day, and not after it.
    const QDateTime madeAt = bench.station.now;
    QCOMPARE(bench.read(bench.before, old, madeAt, changeDay.addYears(2)), std::nullopt);
    QCOMPARE(bench.read(bench.before, old, madeAt, changeDay.addYears(2).addDays(1)), Error::Code::PackageUnreadable);
    QCOMPARE(bench.read(bench.before, *bench.supervisor->ownKeys(), madeAt, changeDay.addYears(2).addDays(1)),
             std::nullopt);
}

QTEST_GUILESS_MAIN(TestPartnerKeys)
#include "tst_partnerkeys.moc"
