#include "app/biometrics/fingermatcher.h"
#include "app/biometrics/fingertemplate.h"
#include "tests/biometrics/ridgepattern.h"

#include <QFile>
#include <QTest>

#include <map>
#include <tuple>

using namespace idcounter;
using namespace Qt::StringLiterals;

class TestFingerMatcher : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void knowsAFingerThatMoved_data();
    void knowsAFingerThatMoved();
    void tellsPatternsApart();
    void doesNotCareForTheOrder();
    void scoresNothingWithoutMinutiae();
    void wantsPressesToAgree();
    void findsTheFingerTakenTwice();
    void keepsATemplateThroughItsBytes();
    void refusesADamagedTemplate();
    void verifiesRealPrints_data();
    void verifiesRealPrints();
    void findsRealFingersTakenTwice();
};

namespace {

constexpr int minutiae = 24;

FingerFeatures drawnPress(unsigned finger, double degrees, QPointF shift)
{
    RidgePattern pattern = plantedPattern(finger, minutiae);
    pattern.size = {480, 500};
    const QPointF onPlate(80, 60);
    pattern.middle += onPlate;
    pattern.centre += onPlate;
    for (PlantedMinutia &minutia : pattern.minutiae)
        minutia.position += onPlate;
    pattern.turn = qDegreesToRadians(degrees);
    pattern.shift = shift;
    pattern.noise = 20;
    return *extract(pattern.drawn(finger + static_cast<unsigned>(degrees + 360)));
}

// A press of a finger: the pattern of its seed on a larger plate. Drawing is slow, so each is drawn once.
FingerFeatures press(unsigned finger, double degrees = 0, QPointF shift = {})
{
    static std::map<std::tuple<unsigned, double, double, double>, FingerFeatures> drawn;
    const auto key = std::tuple(finger, degrees, shift.x(), shift.y());
    auto found = drawn.find(key);
    if (found == drawn.end())
        found = drawn.emplace(key, drawnPress(finger, degrees, shift)).first;
    return found->second;
}

QString realPrint(const QString &set, int finger, int impression)
{
    return QLatin1StringView(IDCOUNTER_SHARED_DATA "/fingerprints/")
        + u"%1/%2_%3.png"_s.arg(set).arg(finger).arg(impression);
}

// A real press, extracted once.
FingerFeatures realPress(const QString &set, int finger, int impression)
{
    static std::map<QString, FingerFeatures> extracted;
    const QString path = realPrint(set, finger, impression);
    auto found = extracted.find(path);
    if (found == extracted.end())
        found = extracted.emplace(path, *extract(QImage(path))).first;
    return found->second;
}

FingerTemplate realTemplate(const QString &set, int finger, const QList<int> &impressions)
{
    QList<FingerFeatures> presses;
    for (const int impression : impressions)
        presses.append(realPress(set, finger, impression));
    return FingerTemplate(presses);
}

} // namespace

void TestFingerMatcher::knowsAFingerThatMoved_data()
{
    QTest::addColumn<double>("degrees");
    QTest::addColumn<QPointF>("shift");

    QTest::newRow("still") << 0.0 << QPointF();
    QTest::newRow("moved") << 0.0 << QPointF(50, -35);
    QTest::newRow("moved by less than a pixel") << 0.0 << QPointF(0.5, 0.3);
    QTest::newRow("turned a little") << 10.0 << QPointF();
    QTest::newRow("turned clockwise") << 45.0 << QPointF(10, 10);
    QTest::newRow("turned anticlockwise") << -60.0 << QPointF(-15, 20);
    QTest::newRow("half off the plate") << 5.0 << QPointF(170, 0);
}

void TestFingerMatcher::knowsAFingerThatMoved()
{
    QFETCH(double, degrees);
    QFETCH(QPointF, shift);
    const FingerFeatures first = press(1);
    const FingerFeatures moved = press(1, degrees, shift);
    QVERIFY2(score(first, moved) >= matchThreshold, qPrintable(QString::number(score(first, moved))));
    const double other = score(press(2), moved); // the control
    QVERIFY2(other < matchThreshold, qPrintable(QString::number(other)));
}

void TestFingerMatcher::tellsPatternsApart()
{
    QList<FingerFeatures> presses;
    for (unsigned finger = 100; finger < 110; ++finger)
        presses.append(press(finger));
    for (int i = 0; i < presses.size(); ++i) {
        for (int j = 0; j < i; ++j) {
            const double between = score(presses[i], presses[j]);
            QVERIFY2(between < matchThreshold, qPrintable(u"%1 and %2: %3"_s.arg(i).arg(j).arg(between)));
        }
        QVERIFY(score(presses[i], presses[i]) > 90);
    }
}

void TestFingerMatcher::doesNotCareForTheOrder()
{
    const QList<FingerFeatures> presses{press(1), press(1, 20), press(2), press(3, -30, {20, 5})};
    for (const FingerFeatures &a : presses) {
        for (const FingerFeatures &b : presses)
            QCOMPARE(score(a, b), score(b, a));
    }
}

void TestFingerMatcher::scoresNothingWithoutMinutiae()
{
    const FingerFeatures empty({320, 380}, {}, {}, {});
    QCOMPARE(score(empty, empty), 0.0);
    QCOMPARE(score(empty, press(1)), 0.0);
    QCOMPARE(score(press(1), FingerTemplate()), 0.0);
}

void TestFingerMatcher::wantsPressesToAgree()
{
    const FingerFeatures first = press(1);
    QVERIFY(agrees(first, {}));
    QVERIFY(agrees(press(1, 15, {10, 0}), {first}));
    QVERIFY(agrees(press(1, 15, {10, 0}), {press(2), first}));
    QVERIFY(!agrees(press(2), {first, press(1, 15)}));
}

void TestFingerMatcher::findsTheFingerTakenTwice()
{
    const FingerTemplate right({press(1), press(1, 10), press(1, -10)});
    const FingerTemplate left({press(2), press(2, 8), press(2, -12)});
    const FingerTemplate again({press(3), press(1, 25, {0, 20})}); // one press is enough
    QVERIFY(!sameFinger(right, left));
    QVERIFY(sameFinger(right, again));
    QVERIFY(sameFinger(again, right));
    QVERIFY(!sameFinger(right, FingerTemplate()));
}

void TestFingerMatcher::keepsATemplateThroughItsBytes()
{
    const FingerTemplate finger({press(1), press(1, 10), press(1, -10)});
    const auto read = FingerTemplate::fromBytes(finger.toBytes());
    QVERIFY(read);
    QCOMPARE(*read, finger);
    QCOMPARE(score(press(1, 5), *read), score(press(1, 5), finger));
    QCOMPARE(*FingerTemplate::fromBytes(FingerTemplate().toBytes()), FingerTemplate());
}

void TestFingerMatcher::refusesADamagedTemplate()
{
    const QByteArray bytes = FingerTemplate({press(1), press(1, 10)}).toBytes();
    for (qsizetype size = 0; size < bytes.size(); ++size) {
        const auto read = FingerTemplate::fromBytes(bytes.first(size));
        QVERIFY(!read);
        QCOMPARE(read.error().code, Error::Code::TemplateDamaged);
    }
    QRandomGenerator generator(5);
    for (int i = 0; i < 500; ++i) {
        QByteArray changed = bytes;
        const auto at = generator.bounded(bytes.size());
        changed[at] = static_cast<char>(changed[at] ^ (1 << generator.bounded(8)));
        QVERIFY(!FingerTemplate::fromBytes(changed));
    }
    QVERIFY(!FingerTemplate::fromBytes(press(1).toBytes())); // a press is no template
    QVERIFY(FingerTemplate::fromBytes(bytes)); // the control
}

void TestFingerMatcher::verifiesRealPrints_data()
{
    QTest::addColumn<QString>("set");
    QTest::addColumn<int>("leastAccepted"); // of 25; the others are presses nobody can match

    QTest::newRow("FVC2002") << u"fvc2002_db1_b"_s << 25;
    QTest::newRow("FVC2004") << u"fvc2004_db1_b"_s << 24;
}

void TestFingerMatcher::verifiesRealPrints()
{
    QFETCH(QString, set);
    QFETCH(int, leastAccepted);
    if (!QFile::exists(realPrint(set, 101, 1)))
        QSKIP("the real prints are not here: shared/data/fingerprints");

    QList<FingerTemplate> enrolled;
    for (int finger = 101; finger <= 105; ++finger)
        enrolled.append(realTemplate(set, finger, {1, 2, 3}));
    int accepted = 0;
    for (int finger = 101; finger <= 105; ++finger) {
        for (int impression = 4; impression <= 8; ++impression) {
            const FingerFeatures press = realPress(set, finger, impression);
            for (int other = 101; other <= 105; ++other) {
                const double found = score(press, enrolled[other - 101]);
                if (other == finger)
                    accepted += found >= matchThreshold ? 1 : 0;
                else
                    QVERIFY2(found < matchThreshold,
                             qPrintable(u"%1_%2 as %3"_s.arg(finger).arg(impression).arg(other)));
            }
        }
    }
    QVERIFY2(accepted >= leastAccepted, qPrintable(QString::number(accepted)));
}

void TestFingerMatcher::findsRealFingersTakenTwice()
{
    if (!QFile::exists(realPrint(u"fvc2002_db1_b"_s, 101, 1)))
        QSKIP("the real prints are not here: shared/data/fingerprints");
    QList<FingerTemplate> once;
    QList<FingerTemplate> again;
    for (const QString &set : {u"fvc2002_db1_b"_s, u"fvc2004_db1_b"_s}) {
        for (int finger = 101; finger <= 105; ++finger) {
            once.append(realTemplate(set, finger, {1, 3, 5}));
            again.append(realTemplate(set, finger, {2, 4, 6}));
        }
    }
    for (int i = 0; i < once.size(); ++i) {
        for (int j = 0; j < again.size(); ++j)
            QVERIFY2(sameFinger(once[i], again[j]) == (i == j), qPrintable(u"%1 and %2"_s.arg(i).arg(j)));
    }
}

QTEST_APPLESS_MAIN(TestFingerMatcher)
#include "tst_fingermatcher.moc"
