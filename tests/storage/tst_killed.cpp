#include "tests/support/station.h"

#include <QProcess>
#include <QRandomGenerator>
#include <QTest>

#include <array>
#include <csignal>

using namespace idcounter;
using namespace Qt::StringLiterals;

// What a child said before it was killed.
struct Story
{
    QStringList drafts; // saved before their acceptance began
    QHash<QString, QString> done; // id, number
    bool diedInTransaction = false; // after BEGIN and before the answer to COMMIT

    static Story of(const QByteArray &output)
    {
        Story story;
        const QList<QByteArray> lines = output.split('\n');
        // The last line may have been cut off.
        for (const QByteArray &line : lines.first(lines.size() - 1)) {
            const QList<QByteArray> words = line.split(' ');
            if (words[0] == "DRAFT")
                story.drafts << QString::fromLatin1(words.value(1));
            else if (words[0] == "DONE")
                story.done.insert(QString::fromLatin1(words.value(1)), QString::fromLatin1(words.value(2)));
            // After the word COMMIT the transaction may be over already.
            story.diedInTransaction = words[0] == "BEGIN";
        }
        return story;
    }
};

class TestKilled : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void losesNothingAndDoublesNothing();
    void severalProgramsShareTheNumbers();
};

// kill -9 at any moment of an acceptance: what was answered is there once, what was not is there once or not at all, and
// then its draft is. Numbers have no gap.
void TestKilled::losesNothingAndDoublesNothing()
{
    constexpr int rounds = 60;
    constexpr int inTransactionAtLeast = 15;
    TestStation station;
    int inTransaction = 0;
    int next = 0;
    QHash<QString, QString> answered;
    QStringList drafts;
    for (int round = 0; round < rounds || inTransaction < inTransactionAtLeast; ++round) {
        QVERIFY2(round < rounds * 5, "too few rounds died within a transaction");
        QProcess child;
        child.start(QStringLiteral(IDCOUNTER_ACCEPTING_CHILD), {station.path, QString::number(next)});
        QVERIFY(child.waitForStarted());
        // Killed after so many lines, which is anywhere in the life of a case, and a moment later.
        const int lines = 1 + QRandomGenerator::global()->bounded(9);
        QByteArray output;
        while (output.count('\n') < lines && child.waitForReadyRead())
            output += child.readAllStandardOutput();
        ::kill(pid_t(child.processId()), SIGKILL);
        QVERIFY(child.waitForFinished());
        QCOMPARE(child.exitStatus(), QProcess::CrashExit);
        output += child.readAllStandardOutput();
        const Story story = Story::of(output);
        inTransaction += story.diedInTransaction ? 1 : 0;
        answered.insert(story.done);
        drafts << story.drafts;
        next += int(story.drafts.size());
    }

    // Everything that was answered is there, with its number.
    for (auto one = answered.begin(); one != answered.end(); ++one) {
        const auto found = station.repositories.cases.find(QUuid(one.key()));
        QVERIFY(found);
        QCOMPARE(found->number.toString(), one.value());
    }
    // What was not answered is a case or still a draft.
    qsizetype cases = 0;
    for (const QString &id : drafts) {
        const bool accepted = bool(station.repositories.cases.find(QUuid(id)));
        const bool draft = bool(station.repositories.drafts.find(QUuid(id)));
        QVERIFY(accepted != draft);
        cases += accepted ? 1 : 0;
    }
    // Numbers from 1 on without a gap, none twice; receipts the same.
    Statement numbers(station.database->connection(),
                      u"SELECT COUNT(*), COUNT(DISTINCT acc_no), MAX(acc_no) FROM case_main"_s);
    QVERIFY(numbers.run() && numbers.next());
    QCOMPARE(numbers.number(0), cases);
    QCOMPARE(numbers.number(1), cases);
    QCOMPARE(AcceptanceNumber::parse(numbers.text(2))->sequence(), int(cases));
    Statement receipts(station.database->connection(), u"SELECT next_no - first_no FROM receipt_book"_s);
    QVERIFY(receipts.run() && receipts.next());
    QCOMPARE(receipts.number(0), cases);
    QVERIFY(station.repositories.journal.verify());
    QCOMPARE(*station.database->integrityProblems(), QStringList());
    qInfo("%d killed in a transaction, %lld cases, %lld answered", inTransaction, (long long)cases,
          (long long)answered.size());
}

// Three programs on one file at once: no number twice, and none left out.
void TestKilled::severalProgramsShareTheNumbers()
{
    constexpr int programs = 3;
    constexpr int each = 12;
    TestStation station;
    std::array<QProcess, programs> children;
    std::array<QByteArray, programs> outputs;
    for (int i = 0; i < programs; ++i)
        children[std::size_t(i)].start(QStringLiteral(IDCOUNTER_ACCEPTING_CHILD),
                                       {station.path, QString::number(1000 * i)});
    for (std::size_t i = 0; i < programs; ++i) {
        while (outputs[i].count("DONE") < each)
            QVERIFY((outputs[i] += children[i].readAllStandardOutput()).count("DONE") >= each
                    || children[i].waitForReadyRead());
    }
    QSet<QString> numbers;
    for (std::size_t i = 0; i < programs; ++i) {
        ::kill(pid_t(children[i].processId()), SIGKILL);
        QVERIFY(children[i].waitForFinished());
        outputs[i] += children[i].readAllStandardOutput();
        const Story story = Story::of(outputs[i]);
        for (const QString &number : story.done) {
            QVERIFY(!numbers.contains(number));
            numbers.insert(number);
        }
    }
    QVERIFY(numbers.size() >= programs * each);
    Statement row(station.database->connection(), u"SELECT COUNT(*), MAX(acc_no) FROM case_main"_s);
    QVERIFY(row.run() && row.next());
    QCOMPARE(AcceptanceNumber::parse(row.text(1))->sequence(), int(row.number(0)));
    QVERIFY(station.repositories.journal.verify());
}

QTEST_GUILESS_MAIN(TestKilled)
#include "tst_killed.moc"
