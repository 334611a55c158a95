#include "app/biometrics/fingerindex.h"
#include "app/biometrics/fingermatcher.h"
#include "tests/biometrics/strewnpress.h"

#include <QTest>

using namespace idcounter;
using namespace idcounter::test;

class TestFingerIndex : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void findsAFingerInACrowd();
    void tellsTheSameWithTwoThreads();
    void doesNotTakeAStrangerForSomebody();
    void knowsNobodyWithoutMinutiae();
    void keepsAFingerInLittleMemory();

private:
    static FingerTemplate templateOf(unsigned finger) { return FingerTemplate({StrewnFinger(finger).press()}); }
    const FingerIndex &crowd();

    static constexpr unsigned people = 1000;
    FingerIndex m_crowd;
};

const FingerIndex &TestFingerIndex::crowd()
{
    for (unsigned finger = 0; m_crowd.size() < people; ++finger)
        m_crowd.add(FingerIndex::Id(finger), templateOf(finger));
    return m_crowd;
}

void TestFingerIndex::findsAFingerInACrowd()
{
    constexpr unsigned step = 50;
    int found = 0;
    for (unsigned finger = 0; finger < people; finger += step) {
        StrewnFinger pressed(finger);
        const FingerTemplate again({pressed.pressAgain(), pressed.pressAgain()});
        const auto likeliest = crowd().likeliest(again, 5);
        QCOMPARE(likeliest.size(), std::size_t(5));
        found += likeliest.front().id == FingerIndex::Id(finger) ? 1 : 0;
        QVERIFY(sameFinger(again, templateOf(finger)));
    }
    QCOMPARE(found, int(people / step));
}

void TestFingerIndex::tellsTheSameWithTwoThreads()
{
    StrewnFinger pressed(77);
    const FingerTemplate again({pressed.pressAgain()});
    QCOMPARE(crowd().likeliest(again, 20, 2), crowd().likeliest(again, 20));
    QCOMPARE(crowd().likeliest(again, 20, 7), crowd().likeliest(again, 20));
    QCOMPARE(crowd().likeliest(again, people + 1, 2).size(), std::size_t(people));
}

// The index proposes somebody for everybody; the comparison of the presses says no.
void TestFingerIndex::doesNotTakeAStrangerForSomebody()
{
    const FingerTemplate stranger = templateOf(people + 5);
    for (const FingerIndex::Candidate &candidate : crowd().likeliest(stranger, 20))
        QVERIFY(!sameFinger(stranger, templateOf(unsigned(candidate.id))));
}

void TestFingerIndex::knowsNobodyWithoutMinutiae()
{
    FingerIndex index;
    QVERIFY(index.likeliest(templateOf(1), 5).empty());
    index.add(1, FingerTemplate());
    index.add(2, FingerTemplate({FingerFeatures({300, 300}, {}, {}, {})}));
    QCOMPARE(index.size(), std::size_t(0));
    index.add(3, templateOf(3));
    const auto likeliest = index.likeliest(FingerTemplate(), 5);
    QCOMPARE(likeliest.size(), std::size_t(1));
    QCOMPARE(likeliest.front().alike, 0.0F);
}

void TestFingerIndex::keepsAFingerInLittleMemory()
{
    constexpr std::size_t most = 4096; // bytes, with what the vector keeps in reserve
    QVERIFY(crowd().bytes() / crowd().size() < most);
}

QTEST_APPLESS_MAIN(TestFingerIndex)
#include "tst_fingerindex.moc"
