#include "devices/practice/practicefinger.h"
#include "tests/biometrics/yardstick.h"
#include "tests/practice/virtualscanner.h"

#include <QTest>

using namespace idcounter;
using namespace idcounter::test;
using namespace Qt::StringLiterals;

using Answer = VirtualScanner::Answer;

// How libfprint's matcher takes made-up fingers. A sample of them, or 50 fingers with 8 presses each when the environment
// has IDCOUNTER_FULL_MATCHING=1: then some 160 000 comparisons, which take minutes (QTEST_FUNCTION_TIMEOUT=3600000).
class TestPracticeMatching : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void learnsFromFivePressesWhatItSeesInOne();
    void takesPressesOfOneFingerForTheSame();
    void takesNoStrangerForTheSame();
    void findsAsManyMinutiaeAsOnAFinger();
    void findsTheMinutiaeThatOurOwnCodeFinds();
    void readsNothingFromABlankPlate();

private:
    struct Seen
    {
        QImage press;
        VirtualScanner::Print print;
    };

    std::unique_ptr<VirtualScanner> m_scanner;
    std::vector<std::vector<Seen>> m_fingers;
};

void TestPracticeMatching::initTestCase()
{
    const bool full = qEnvironmentVariableIntValue("IDCOUNTER_FULL_MATCHING") == 1;
    const int fingers = full ? 50 : 8;
    const int presses = full ? 8 : 4;
    m_scanner = std::make_unique<VirtualScanner>();
    QCOMPARE(m_scanner->problem(), QString());
    for (int i = 0; i < fingers; ++i) {
        const PracticeFinger finger(static_cast<quint64>(1000 + i));
        std::vector<Seen> seen;
        for (int number = 1; number <= presses; ++number) {
            const QImage press = finger.impression(number);
            seen.push_back({press, m_scanner->scan(press)});
            QVERIFY(seen.back().print);
        }
        m_fingers.push_back(std::move(seen));
    }
    m_scanner->takeScores();
}

// Why one press stands for an enrolment in what follows: the same picture five times adds nothing.
void TestPracticeMatching::learnsFromFivePressesWhatItSeesInOne()
{
    const auto &finger = m_fingers.front();
    const VirtualScanner::Print enrolled = m_scanner->enrol(finger.front().press);
    QVERIFY(enrolled);
    for (const Seen &other : finger) {
        const Answer answer = m_scanner->verify(enrolled, other.press);
        const std::vector<int> scores = m_scanner->takeScores();
        QCOMPARE(m_scanner->verify(finger.front().print, other.press), answer);
        QCOMPARE(m_scanner->takeScores().back(), scores.back());
    }
}

void TestPracticeMatching::takesPressesOfOneFingerForTheSame()
{
    int pairs = 0;
    int same = 0;
    for (const auto &finger : m_fingers) {
        for (const Seen &known : finger) {
            for (const Seen &other : finger) {
                if (&known == &other)
                    continue;
                ++pairs;
                same += m_scanner->verify(known.print, other.press) == Answer::Same;
            }
        }
    }
    QCOMPARE(m_scanner->problem(), QString());
    std::vector<int> scores = m_scanner->takeScores();
    QCOMPARE(scores.size(), static_cast<std::size_t>(pairs));
    std::sort(scores.begin(), scores.end());
    const double share = 100.0 * same / pairs;
    qInfo("genuine: %d of %d pairs accepted (%.1f %%), median score %d", same, pairs, share, scores[scores.size() / 2]);
    QVERIFY2(share >= 70 && share <= 98, qPrintable(QString::number(share)));
}

void TestPracticeMatching::takesNoStrangerForTheSame()
{
    int accepted = 0;
    for (const auto &finger : m_fingers) {
        std::vector<VirtualScanner::Print> strangers;
        for (const auto &other : m_fingers) {
            for (const Seen &seen : other) {
                if (&other != &finger)
                    strangers.push_back(seen.print);
            }
        }
        for (const Seen &seen : finger)
            accepted += m_scanner->identify(strangers, seen.press) != Answer::Different;
    }
    QCOMPARE(m_scanner->problem(), QString());
    const std::vector<int> scores = m_scanner->takeScores();
    const int highest = *std::max_element(scores.begin(), scores.end());
    qInfo("impostors: %d accepted in %zu comparisons, highest score %d", accepted, scores.size(), highest);
    QCOMPARE(accepted, 0);
    QVERIFY(highest < 40);
}

void TestPracticeMatching::findsAsManyMinutiaeAsOnAFinger()
{
    int presses = 0;
    int minutiae = 0;
    for (const auto &finger : m_fingers) {
        ++presses;
        minutiae += int(m_scanner->minutiae(finger.front().press).size());
    }
    QCOMPARE(m_scanner->problem(), QString());
    const int mean = minutiae / presses;
    qInfo("minutiae: %d in a press", mean);
    QVERIFY(mean >= 30 && mean <= 60);
}

// libfprint's minutiae are the yardstick of our own; the control is another finger's, which agree by chance only.
void TestPracticeMatching::findsTheMinutiaeThatOurOwnCodeFinds()
{
    double own = 0;
    double others = 0;
    QList<QPointF> before = m_scanner->minutiae(m_fingers.back().front().press);
    for (const auto &finger : m_fingers) {
        const QImage &press = finger.front().press;
        const QList<QPointF> theirs = m_scanner->minutiae(press);
        const auto ours = extract(press);
        QVERIFY(ours);
        own += shareFound(theirs, ours->minutiae()) / double(m_fingers.size());
        others += shareFound(before, ours->minutiae()) / double(m_fingers.size());
        before = theirs;
    }
    qInfo("of libfprint's minutiae our own code finds %.1f %%; of another finger's %.1f %%", 100 * own, 100 * others);
    QVERIFY(own > 0.6);
    QVERIFY(others < 0.4);
}

void TestPracticeMatching::readsNothingFromABlankPlate()
{
    const PracticeFinger finger(1000);
    QVERIFY(!m_scanner->scan(finger.impression(1, PressKind::Blank)));
    QCOMPARE(m_scanner->problem(), QString());
}

QTEST_APPLESS_MAIN(TestPracticeMatching)
#include "tst_practicematching.moc"
