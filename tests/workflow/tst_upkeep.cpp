#include "app/workflow/upkeep.h"
#include "tests/support/station.h"

#include <QDir>
#include <QSignalSpy>
#include <QTest>

using namespace idcounter;
using namespace Qt::StringLiterals;

class TestUpkeep : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void copiesOnceADay();
    void keepsAWeek();
    void aDamagedFileIsNoCopy();
    void looksAfterAnUncleanEnd_data();
    void looksAfterAnUncleanEnd();
    void saysThatThereIsNoRoom();
};

static QStringList filesIn(const QString &folder)
{
    return QDir(folder).entryList(QDir::Files, QDir::Name);
}

// Zeros in the middle of the file, where rows are; the header stays.
static bool damage(const QString &path)
{
    QFile file(path);
    constexpr qint64 header = 4096;
    if (!file.open(QIODevice::ReadWrite) || file.size() < 8 * header || !file.seek(2 * header))
        return false;
    return file.write(QByteArray(int(4 * header), '\xa5')) == 4 * header;
}

void TestUpkeep::copiesOnceADay()
{
    TestStation s;
    QVERIFY(s.accept(draftOf(adultNumber, u"张三"_s)));
    const QString folder = s.folder.filePath(u"copies"_s);
    QDateTime now = testNow();
    Upkeep upkeep(s.path, folder, [&now] { return now; });
    QSignalSpy copied(&upkeep, &Upkeep::copied);
    upkeep.start(false);
    QTRY_COMPARE(copied.count(), 1);
    QCOMPARE(upkeep.lastCopy(), today(testNow));
    QCOMPARE(filesIn(folder), QStringList{u"station-2026-11-24.sqlite"_s});

    const auto copy = Database::open(QDir(folder).filePath(u"station-2026-11-24.sqlite"_s));
    QVERIFY(copy);
    const Repositories stored(**copy, s.keys);
    QCOMPARE(stored.verify().problems, QList<Error>());
    QCOMPARE(stored.verify().cases, 1);
    Upkeep again(s.path, folder, [&now] { return now; });
    QSignalSpy second(&again, &Upkeep::copied);
    again.start(false);
    now = now.addDays(1);
    Upkeep tomorrow(s.path, folder, [&now] { return now; });
    QSignalSpy third(&tomorrow, &Upkeep::copied);
    tomorrow.start(false);
    QTRY_COMPARE(third.count(), 1);
    QCOMPARE(second.count(), 0);
}

void TestUpkeep::keepsAWeek()
{
    TestStation s;
    const QString folder = s.folder.filePath(u"copies"_s);
    for (int day = 0; day < Upkeep::copiesKept + 2; ++day) {
        Upkeep upkeep(s.path, folder, [day] { return testNow().addDays(day); });
        QSignalSpy copied(&upkeep, &Upkeep::copied);
        upkeep.start(false);
        QTRY_COMPARE(copied.count(), 1);
    }
    QCOMPARE(filesIn(folder).size(), Upkeep::copiesKept);
    QCOMPARE(filesIn(folder).last(), u"station-2026-12-02.sqlite"_s);
}

void TestUpkeep::aDamagedFileIsNoCopy()
{
    TestStation s;
    QVERIFY(s.execute(u"PRAGMA wal_checkpoint(TRUNCATE)"_s));
    QVERIFY(damage(s.path));
    const QString folder = s.folder.filePath(u"copies"_s);
    Upkeep upkeep(s.path, folder, testNow);
    QSignalSpy failed(&upkeep, &Upkeep::failed);
    upkeep.start(false);
    QTRY_COMPARE(failed.count(), 1);
    QVERIFY(!upkeep.lastCopy().isValid());
}

void TestUpkeep::looksAfterAnUncleanEnd_data()
{
    QTest::addColumn<bool>("damaged");
    QTest::newRow("in order") << false;
    QTest::newRow("damaged") << true;
}

void TestUpkeep::looksAfterAnUncleanEnd()
{
    QFETCH(bool, damaged);
    TestStation s;
    QVERIFY(s.execute(u"PRAGMA wal_checkpoint(TRUNCATE)"_s));
    QVERIFY(!damaged || damage(s.path));
    Upkeep upkeep(s.path, s.folder.filePath(u"copies"_s), testNow);
    QSignalSpy checked(&upkeep, &Upkeep::checked);
    QSignalSpy failed(&upkeep, &Upkeep::failed);
    upkeep.start(true);
    if (damaged)
        QTRY_VERIFY(failed.count() > 0);
    else
        QTRY_COMPARE(checked.count(), 1);
    QCOMPARE(checked.count(), damaged ? 0 : 1);
}

void TestUpkeep::saysThatThereIsNoRoom()
{
    TestStation s;
    // A file stands where the folder would be.
    QFile file(s.folder.filePath(u"copies"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    Upkeep upkeep(s.path, file.fileName(), testNow);
    QSignalSpy failed(&upkeep, &Upkeep::failed);
    upkeep.start(false);
    QTRY_COMPARE(failed.count(), 1);
    QCOMPARE(failed.first().first().value<Error>().code, Error::Code::BackupFailed);
}

QTEST_GUILESS_MAIN(TestUpkeep)
#include "tst_upkeep.moc"
