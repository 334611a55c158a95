#include "devices/practice/practicefinger.h"

#include <QCryptographicHash>
#include <QSet>
#include <QTest>

#include <opencv2/imgproc.hpp>

using namespace idcounter;
using namespace Qt::StringLiterals;

class TestPracticeFinger : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void isAPictureOfAScanner();
    void isTheSameEveryTime();
    void isTheSameOnEveryMachine();
    void ridgesLieAsFarApartAsOnAFinger();
    void fingersAreOfAllPatterns();
    void noPressIsAMovedCopyOfAnother();
    void aMovedCopyWouldBeFound();
    void strangersHaveOtherRidges();
    void showsTheFaultAskedFor();
};

static QByteArray hashOf(const QImage &picture)
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    for (int y = 0; y < picture.height(); ++y)
        hash.addData(QByteArrayView(picture.constScanLine(y), picture.width()));
    return hash.result().toHex().first(16);
}

static cv::Mat matrixOf(const QImage &picture)
{
    return cv::Mat(picture.height(), picture.width(), CV_8UC1, const_cast<uchar *>(picture.constBits()),
                   static_cast<std::size_t>(picture.bytesPerLine()))
        .clone();
}

// How well the middle of one picture is found anywhere in another: 1 for a moved copy.
static double likeness(const QImage &picture, const QImage &other)
{
    constexpr int side = 180;
    const cv::Rect middle((picture.width() - side) / 2, (picture.height() - side) / 2, side, side);
    cv::Mat answers;
    cv::matchTemplate(matrixOf(other), matrixOf(picture)(middle), answers, cv::TM_CCOEFF_NORMED);
    double best = 0;
    cv::minMaxLoc(answers, nullptr, &best);
    return best;
}

// Pixels darker than a grey level.
static int darkerThan(const QImage &picture, int grey)
{
    return cv::countNonZero(matrixOf(picture) < grey);
}

// How strongly neighbouring pixels differ, per pixel of the contact area.
static double sharpness(const QImage &picture)
{
    cv::Mat across;
    cv::Mat down;
    cv::Sobel(matrixOf(picture), across, CV_32F, 1, 0);
    cv::Sobel(matrixOf(picture), down, CV_32F, 0, 1);
    cv::Mat steepness;
    cv::magnitude(across, down, steepness);
    return cv::sum(steepness)[0] / darkerThan(picture, 200);
}

void TestPracticeFinger::isAPictureOfAScanner()
{
    const QImage press = PracticeFinger(1).impression(1);
    QCOMPARE(press.format(), QImage::Format_Grayscale8);
    QCOMPARE(press.size(), QSize(388, 374));
    QCOMPARE(qRound(press.dotsPerMeterX() * 0.0254), 500);
    QCOMPARE(qRound(press.dotsPerMeterY() * 0.0254), 500);
    QVERIFY(qGray(press.pixel(3, 3)) > 220);
    QVERIFY(darkerThan(press, 100) > 10'000);
}

void TestPracticeFinger::isTheSameEveryTime()
{
    for (const quint64 seed : {7, 8}) {
        const PracticeFinger finger(seed);
        const PracticeFinger again(seed);
        QCOMPARE(finger.master(), again.master());
        QCOMPARE(hashOf(finger.impression(3)), hashOf(again.impression(3)));
        QCOMPARE(hashOf(finger.impression(3, PressKind::Smeared)), hashOf(again.impression(3, PressKind::Smeared)));
        QVERIFY(hashOf(finger.impression(3)) != hashOf(finger.impression(4)));
    }
    QVERIFY(hashOf(PracticeFinger(7).master()) != hashOf(PracticeFinger(8).master()));
}

// gcc and clang, with optimisation and without, agree on the hashes. They change with every change to the pictures.
void TestPracticeFinger::isTheSameOnEveryMachine()
{
    const PracticeFinger finger(2023);
    QCOMPARE(hashOf(finger.master()), "bd7a79e2dc23a4e5");
    QCOMPARE(hashOf(finger.impression(1)), "3c6fc92e9b1b4b45");
}

// The mean wave of a square of ridges, in pixels, by the power of each between 5 and 16.
static double meanWave(const cv::Mat &ridges)
{
    cv::Mat plain;
    ridges.convertTo(plain, CV_32F);
    cv::Mat spectrum;
    cv::dft(plain - cv::mean(plain)[0], spectrum, cv::DFT_COMPLEX_OUTPUT);
    const int side = ridges.rows;
    double power = 0;
    double moment = 0;
    for (int y = 0; y < side; ++y) {
        for (int x = 0; x < side; ++x) {
            const double wave = side / qMax(1.0, std::hypot(qMin(x, side - x), qMin(y, side - y)));
            const auto answer = spectrum.at<cv::Vec2f>(y, x);
            if (wave > 5 && wave < 16) {
                power += static_cast<double>(answer.dot(answer));
                moment += wave * static_cast<double>(answer.dot(answer));
            }
        }
    }
    return moment / power;
}

// A finger has 8 to 11 pixels from ridge to ridge at 500 dpi.
void TestPracticeFinger::ridgesLieAsFarApartAsOnAFinger()
{
    for (const quint64 seed : {11, 12, 13, 14}) {
        const double distance = meanWave(matrixOf(PracticeFinger(seed).master())(cv::Rect(64, 112, 256, 256)));
        QVERIFY2(distance > 8 && distance < 11, qPrintable(QString::number(distance)));
    }
}

void TestPracticeFinger::fingersAreOfAllPatterns()
{
    QMap<RidgePattern, int> count;
    for (quint64 seed = 0; seed < 200; ++seed)
        ++count[RidgeFlow(seed).pattern()];
    QCOMPARE(count.size(), 6);
    QVERIFY(count[RidgePattern::LeftLoop] > count[RidgePattern::Arch]);
}

void TestPracticeFinger::noPressIsAMovedCopyOfAnother()
{
    for (const quint64 seed : {21, 22, 23}) {
        const PracticeFinger finger(seed);
        QList<QImage> presses;
        for (int number = 1; number <= 6; ++number)
            presses.append(finger.impression(number));
        for (const QImage &press : presses) {
            for (const QImage &other : presses) {
                const double found = likeness(press, other);
                QVERIFY2(&press == &other || found < 0.8, qPrintable(QString::number(found)));
            }
        }
    }
}

void TestPracticeFinger::aMovedCopyWouldBeFound()
{
    const QImage press = PracticeFinger(21).impression(1);
    QVERIFY(likeness(press, press.copy(17, -12, press.width(), press.height())) > 0.95);
}

void TestPracticeFinger::strangersHaveOtherRidges()
{
    QVERIFY(likeness(PracticeFinger(31).master(), PracticeFinger(32).master()) < 0.5);
}

void TestPracticeFinger::showsTheFaultAskedFor()
{
    for (const quint64 seed : {41, 42, 43}) {
        const PracticeFinger finger(seed);
        const QImage ordinary = finger.impression(1);
        QVERIFY(darkerThan(finger.impression(1, PressKind::Dry), 128) * 1.2 < darkerThan(ordinary, 128));
        QVERIFY(darkerThan(finger.impression(1, PressKind::Wet), 128) > 1.2 * darkerThan(ordinary, 128));
        QVERIFY(darkerThan(finger.impression(1, PressKind::Partial), 128) * 3 < darkerThan(ordinary, 128));
        QVERIFY(sharpness(finger.impression(1, PressKind::Smeared)) < 0.7 * sharpness(ordinary));
        QCOMPARE(darkerThan(finger.impression(1, PressKind::Blank), 200), 0);
    }
}

QTEST_APPLESS_MAIN(TestPracticeFinger)
#include "tst_practicefinger.moc"
