#include "tests/support/bench.h"
#include "tests/support/input.h"

#include <QElapsedTimer>
#include <QLineEdit>
#include <QProcess>
#include <QTimer>

using namespace idcounter;
using namespace Qt::StringLiterals;

// The window while another program holds the database.
class TestLockedDatabase : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aBusyDatabaseHoldsNobodyUp();
    void aLockOfSecondsLeavesNoGap_data();
    void aLockOfSecondsLeavesNoGap();
};

// Another program has the write lock: typing and turning pages go on, and all of it is saved when the lock is gone.
void TestLockedDatabase::aBusyDatabaseHoldsNobodyUp()
{
    Bench bench;
    QVERIFY(bench.enter());
    QTest::keyClick(bench.window.get(), Qt::Key_F2);
    QTRY_VERIFY(bench.find<QLineEdit>("nameEdit"));
    const auto other = Database::open(bench.station.path);
    QVERIFY(other);
    QVERIFY(Statement((*other)->connection(), u"BEGIN IMMEDIATE"_s).run());
    commitText(bench.find<QLineEdit>("nameEdit"), u"张"_s);
    WalkIn &walkIn = bench.window->walkInView()->walkIn();
    walkIn.save();
    for (const StepId step : {StepId::Form, StepId::ReadBack, StepId::Booklet}) {
        walkIn.goTo(step);
        QCoreApplication::processEvents();
        QCOMPARE(walkIn.currentStep(), step);
    }
    commitText(bench.find<QLineEdit>("nameEdit"), u"三"_s);
    QCOMPARE(bench.find<QLineEdit>("nameEdit")->text(), u"张三"_s);
    QVERIFY(walkIn.saveState() != WalkIn::SaveState::Saved); // and says so
    QVERIFY(Statement((*other)->connection(), u"ROLLBACK"_s).run());
    QTRY_COMPARE_WITH_TIMEOUT(walkIn.saveState(), WalkIn::SaveState::Saved, 15000);
}

// Somebody types and turns pages while another program has the write lock for four seconds. The figure is the longest time
// in which the event loop did not come round. The control: who asks the database in the window's thread waits for the lock.
void TestLockedDatabase::aLockOfSecondsLeavesNoGap_data()
{
    QTest::addColumn<bool>("waits");
    QTest::newRow("as it is") << false;
    QTest::newRow("control: asked in the window's thread") << true;
}

void TestLockedDatabase::aLockOfSecondsLeavesNoGap()
{
    QFETCH(bool, waits);
    constexpr int held = 4000; // ms
    Bench bench;
    QVERIFY(bench.enter());
    QTest::keyClick(bench.window.get(), Qt::Key_F2);
    QTRY_VERIFY(bench.find<QLineEdit>("nameEdit"));
    WalkIn &walkIn = bench.window->walkInView()->walkIn();
    for (const StepId step : {StepId::Form, StepId::Booklet}) // every page was shown once
        walkIn.goTo(step);
    const auto here = Database::open(bench.station.path, std::chrono::milliseconds(2 * held));
    QVERIFY(here);

    QProcess other;
    other.start(QStringLiteral(IDCOUNTER_LOCKING_CHILD), {bench.station.path, QString::number(held)});
    QVERIFY(other.waitForReadyRead());
    QCOMPARE(other.readAllStandardOutput().trimmed(), "LOCKED");

    qint64 longest = 0;
    int turns = 0;
    QElapsedTimer since;
    QTimer pulse;
    since.start();
    QObject::connect(&pulse, &QTimer::timeout, &pulse, [&] {
        longest = std::max(longest, since.restart());
        if (++turns % 10 == 0)
            walkIn.goTo(walkIn.currentStep() == StepId::Form ? StepId::Booklet : StepId::Form);
        if (QLineEdit *edit = bench.find<QLineEdit>("nameEdit"))
            commitText(edit, u"张"_s);
        if (waits && turns == 20)
            QVERIFY((*here)->write([] { return Result<void>(); }));
    });
    pulse.start(10);
    QTRY_COMPARE_WITH_TIMEOUT(other.state(), QProcess::NotRunning, 5 * held);
    pulse.stop();
    qInfo("longest gap %lld ms of %d ms, %d turns", static_cast<long long>(longest), held, turns);
    QCOMPARE(longest > held / 10, waits);
    QTRY_COMPARE_WITH_TIMEOUT(walkIn.saveState(), WalkIn::SaveState::Saved, 15000);
}

QTEST_MAIN(TestLockedDatabase)
#include "tst_lockeddatabase.moc"
