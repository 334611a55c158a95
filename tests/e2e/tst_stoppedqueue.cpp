#include "tests/support/privatecups.h"

#include <QTest>

using namespace Qt::StringLiterals;

// The rehearsal prints through a real print server: it is as expected while the queue prints, and not when it stands still.
class TestStoppedQueue : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aStoppedQueueIsNotAsExpected();
};

void TestStoppedQueue::aStoppedQueueIsNotAsExpected()
{
    if (!PrivateCups::isPossible())
        QSKIP("a print server of one's own needs root");
    PrivateCups cups;
    QVERIFY(cups.start());
    const auto rehearse = [](const QString &folder) {
        QProcess program;
        program.start(QStringLiteral(IDCOUNTER_PROGRAM), {u"--rehearse"_s, folder, u"--printer"_s, u"test"_s});
        const bool ended = program.waitForFinished(120000);
        return ended ? program.exitCode() : -1;
    };
    const QTemporaryDir folder;
    QCOMPARE(rehearse(folder.filePath(u"printing"_s)), 0);
    QVERIFY(cups.printedBytes() > 0);
    QVERIFY(cups.tell(u"cupsdisable"_s, {u"test"_s}));
    QCOMPARE(rehearse(folder.filePath(u"stopped"_s)), 1);
}

QTEST_GUILESS_MAIN(TestStoppedQueue)
#include "tst_stoppedqueue.moc"
