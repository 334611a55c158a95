#include "app/biometrics/fingerquality.h"
#include "tests/biometrics/ridgepattern.h"

#include <QFile>
#include <QTest>

using namespace idcounter;
using namespace Qt::StringLiterals;

class TestFingerQuality : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void praisesAGoodPress();
    void saysWhatIsWrong_data();
    void saysWhatIsWrong();
    void givesNothingForWhatIsNoFinger();
    void falls_data();
    void falls();
    void judgesRecordedScanners_data();
    void judgesRecordedScanners();
    void seesAFingerOnEveryRealPrint();
};

namespace {

RidgePattern goodPattern()
{
    return plantedPattern(3, 36);
}

} // namespace

void TestFingerQuality::praisesAGoodPress()
{
    const QImage image = goodPattern().drawn();
    const FingerQuality quality = assess(image);
    QVERIFY2(quality.score >= 70, qPrintable(QString::number(quality.score)));
    QCOMPARE(quality.reasons, QList<Error::Code>());
    QCOMPARE(assess(*extract(image)), quality);
}

void TestFingerQuality::saysWhatIsWrong_data()
{
    QTest::addColumn<RidgePattern>("pattern");
    QTest::addColumn<Error::Code>("reason");

    RidgePattern small = goodPattern();
    small.radii = {60, 75};
    QTest::newRow("fingertip only") << small << Error::Code::FingerTooSmall;
    RidgePattern aside = goodPattern();
    aside.shift = {120, 0};
    QTest::newRow("half beside the plate") << aside << Error::Code::FingerOffCentre;
    RidgePattern dry = goodPattern();
    dry.darkness = -0.75;
    dry.noise = 35;
    QTest::newRow("thin, broken ridges") << dry << Error::Code::FingerTooDry;
    RidgePattern wet = goodPattern();
    wet.darkness = 0.75;
    wet.noise = 35;
    QTest::newRow("closed valleys") << wet << Error::Code::FingerTooWet;
    RidgePattern smeared = goodPattern();
    smeared.noise = 110;
    QTest::newRow("ridges hardly seen") << smeared << Error::Code::FingerSmeared;
}

void TestFingerQuality::saysWhatIsWrong()
{
    QFETCH(RidgePattern, pattern);
    QFETCH(Error::Code, reason);
    const FingerQuality quality = assess(pattern.drawn());
    QStringList names;
    for (const Error::Code code : quality.reasons)
        names.append(name(code));
    QVERIFY2(quality.reasons.contains(reason), qPrintable(names.join(u' ')));
    QVERIFY(quality.score < assess(goodPattern().drawn()).score);
}

void TestFingerQuality::givesNothingForWhatIsNoFinger()
{
    const FingerQuality nothing{.score = 0, .reasons = {Error::Code::FingerNone}};
    QImage white(388, 374, QImage::Format_Grayscale8);
    white.fill(255);
    QCOMPARE(assess(white), nothing);
    QCOMPARE(assess(noiseImage({388, 374}, 128, 60, 1)), nothing);
    QCOMPARE(assess(QImage()), nothing);
}

void TestFingerQuality::falls_data()
{
    QTest::addColumn<double>("noise");

    QTest::newRow("clean") << 0.0;
    QTest::newRow("grainy") << 60.0;
}

// The worse the press, the less the score.
void TestFingerQuality::falls()
{
    QFETCH(double, noise);
    RidgePattern pattern = goodPattern();
    pattern.noise = noise;
    const int before = assess(pattern.drawn()).score;
    pattern.noise = noise + 60;
    QVERIFY(assess(pattern.drawn()).score < before);
}

void TestFingerQuality::judgesRecordedScanners_data()
{
    QTest::addColumn<QString>("recording");
    QTest::addColumn<int>("least");
    QTest::addColumn<int>("most");

    QTest::newRow("skin, no finger") << u"uru4000-4500"_s << 0 << 0;
    QTest::newRow("pale strip") << u"upektc_img"_s << 1 << 40;
    QTest::newRow("good whole finger") << u"egis0570"_s << 60 << 100;
    QTest::newRow("strip with five minutiae") << u"vfs5011"_s << 1 << 30;
}

void TestFingerQuality::judgesRecordedScanners()
{
    QFETCH(QString, recording);
    QFETCH(int, least);
    QFETCH(int, most);
    const QImage image(QLatin1StringView(IDCOUNTER_SHARED_DATA "/fingerprint-recordings/") + recording
                       + u"/expected.png"_s);
    if (image.isNull())
        QSKIP("the recordings are not here: shared/data/fingerprint-recordings");
    const int score = assess(image).score;
    QVERIFY2(score >= least && score <= most, qPrintable(QString::number(score)));
}

void TestFingerQuality::seesAFingerOnEveryRealPrint()
{
    const QString folder = QLatin1StringView(IDCOUNTER_SHARED_DATA "/fingerprints/") + u"%1/%2_%3.png"_s;
    if (!QFile::exists(folder.arg(u"fvc2002_db1_b"_s).arg(101).arg(1)))
        QSKIP("the real prints are not here: shared/data/fingerprints");
    for (const QString &set : {u"fvc2002_db1_b"_s, u"fvc2004_db1_b"_s}) {
        for (int finger = 101; finger <= 105; ++finger) {
            for (int impression = 1; impression <= 8; ++impression) {
                const QString path = folder.arg(set).arg(finger).arg(impression);
                const FingerQuality quality = assess(QImage(path));
                QVERIFY2(quality.score > 5 && !quality.reasons.contains(Error::Code::FingerNone), qPrintable(path));
            }
        }
    }
}

QTEST_APPLESS_MAIN(TestFingerQuality)
#include "tst_fingerquality.moc"
