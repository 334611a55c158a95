#include "app/biometrics/minutiae.h"
#include "app/biometrics/templatebytes.h"
#include "tests/biometrics/ridgepattern.h"

#include <QTest>

using namespace idcounter;
using namespace Qt::StringLiterals;

class TestMinutiae : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void findsWhatWasPlanted_data();
    void findsWhatWasPlanted();
    void tellsEndingsFromBifurcations();
    void isNotMisledByContrast_data();
    void isNotMisledByContrast();
    void refusesWhatIsNoFinger_data();
    void refusesWhatIsNoFinger();
    void takesImagesOfAnyFormat();
    void keepsAPressThroughItsBytes();
    void refusesEveryCut();
    void refusesEveryChange();
    void survivesChangesUnderARightSum();
};

namespace {

double turnBetween(double a, double b)
{
    return std::abs(std::remainder(a - b, 2 * M_PI));
}

// The planted minutiae that were found at their place with their direction.
int found(const RidgePattern &pattern, const FingerFeatures &features)
{
    return static_cast<int>(
        std::count_if(pattern.minutiae.begin(), pattern.minutiae.end(), [&](const PlantedMinutia &planted) {
            return std::any_of(features.minutiae().begin(), features.minutiae().end(), [&](const Minutia &minutia) {
                return QLineF(pattern.onImage(planted.position), minutia.position).length() < 8
                    && turnBetween(pattern.direction(planted), minutia.direction) < 0.35;
            });
        }));
}

bool isUnplanted(const RidgePattern &pattern, const Minutia &minutia)
{
    return std::none_of(pattern.minutiae.begin(), pattern.minutiae.end(), [&](const PlantedMinutia &planted) {
        return QLineF(pattern.onImage(planted.position), minutia.position).length() < 8;
    });
}

FingerFeatures press()
{
    const auto features = extract(plantedPattern(7, 20).drawn());
    return *features;
}

} // namespace

void TestMinutiae::findsWhatWasPlanted_data()
{
    QTest::addColumn<RidgePattern>("pattern");

    QTest::newRow("none") << plantedPattern(1, 0);
    QTest::newRow("one") << plantedPattern(2, 1);
    for (unsigned seed = 10; seed < 14; ++seed)
        QTest::addRow("twelve, seed %u", seed) << plantedPattern(seed, 12);
    RidgePattern turned = plantedPattern(20, 12);
    turned.turn = qDegreesToRadians(40.0);
    turned.shift = {12, -9};
    turned.size = {420, 440};
    turned.middle = {210, 220};
    for (PlantedMinutia &minutia : turned.minutiae)
        minutia.position += QPointF(50, 30);
    QTest::newRow("turned") << turned;
    RidgePattern narrow = plantedPattern(21, 12);
    narrow.period = 6.5;
    QTest::newRow("narrow ridges, as of a child") << narrow;
    RidgePattern wide = plantedPattern(22, 12);
    wide.period = 12;
    QTest::newRow("wide ridges") << wide;
    RidgePattern noisy = plantedPattern(23, 12);
    noisy.noise = 50;
    QTest::newRow("noisy") << noisy;
}

void TestMinutiae::findsWhatWasPlanted()
{
    QFETCH(RidgePattern, pattern);
    const auto features = extract(pattern.drawn());
    QVERIFY(features);
    const int right = found(pattern, *features);
    const auto wrong
        = std::count_if(features->minutiae().begin(), features->minutiae().end(), [&](const Minutia &minutia) {
              return pattern.isInside(minutia.position) && isUnplanted(pattern, minutia);
          });
    QVERIFY2(right == pattern.minutiae.size() && wrong == 0,
             qPrintable(u"%1 of %2, and %3 wrong"_s.arg(right).arg(pattern.minutiae.size()).arg(wrong)));

    RidgePattern other = pattern; // the control: the same count of minutiae that are not there
    for (PlantedMinutia &minutia : other.minutiae)
        minutia.winding = -minutia.winding;
    QVERIFY(found(other, *features) <= 1);
}

// Exchanging ridges and valleys turns one into the other.
void TestMinutiae::tellsEndingsFromBifurcations()
{
    RidgePattern pattern = plantedPattern(30, 12);
    const QImage image = pattern.drawn();
    pattern.dark = 230;
    pattern.light = 40;
    const QImage exchanged = pattern.drawn();
    const auto count = [](const Result<FingerFeatures> &features, Minutia::Kind kind) {
        return std::count_if(features->minutiae().begin(), features->minutiae().end(),
                             [kind](const Minutia &minutia) { return minutia.kind == kind; });
    };
    const auto features = extract(image);
    const auto others = extract(exchanged);
    QVERIFY(features && others);
    QVERIFY(count(features, Minutia::Kind::Ending) != count(features, Minutia::Kind::Bifurcation));
    QCOMPARE(count(features, Minutia::Kind::Ending), count(others, Minutia::Kind::Bifurcation));
    QCOMPARE(count(features, Minutia::Kind::Bifurcation), count(others, Minutia::Kind::Ending));
}

void TestMinutiae::isNotMisledByContrast_data()
{
    QTest::addColumn<int>("light");
    QTest::addColumn<int>("dark");

    QTest::newRow("strong") << 255 << 0;
    QTest::newRow("pale strip") << 232 << 210;
    QTest::newRow("very pale") << 250 << 238;
    QTest::newRow("dark") << 60 << 10;
}

void TestMinutiae::isNotMisledByContrast()
{
    QFETCH(int, light);
    QFETCH(int, dark);
    RidgePattern pattern = plantedPattern(40, 12);
    pattern.light = light;
    pattern.dark = dark;
    const auto features = extract(pattern.drawn());
    QVERIFY(features);
    QVERIFY(found(pattern, *features) >= 11);
}

void TestMinutiae::refusesWhatIsNoFinger_data()
{
    QTest::addColumn<QImage>("image");

    const auto flat = [](int width, int height, int grey) {
        QImage image(width, height, QImage::Format_Grayscale8);
        image.fill(grey);
        return image;
    };
    QTest::newRow("null") << QImage();
    QTest::newRow("white") << flat(388, 374, 255);
    QTest::newRow("black") << flat(388, 374, 0);
    QTest::newRow("one pixel") << flat(1, 1, 128);
    QTest::newRow("59 pixels") << flat(300, 59, 128);
    QTest::newRow("1201 pixels") << flat(300, 1201, 128);
    QTest::newRow("huge") << plantedPattern(1, 10).drawn().scaled(5000, 4000);
    QTest::newRow("weak noise") << noiseImage({388, 374}, 240, 3, 1);
    QTest::newRow("strong noise") << noiseImage({388, 374}, 128, 60, 2);
    QTest::newRow("coarse noise")
        << noiseImage({97, 93}, 128, 60, 3).scaled(388, 374, Qt::IgnoreAspectRatio, Qt::SmoothTransformation);
    QImage card = flat(388, 374, 250);
    for (int y = 100; y < 250; ++y) {
        for (int x = 90; x < 300; ++x)
            card.scanLine(y)[x] = 60;
    }
    QTest::newRow("the edge of a card") << card;
}

void TestMinutiae::refusesWhatIsNoFinger()
{
    QFETCH(QImage, image);
    const auto features = extract(image);
    QVERIFY(!features);
    QCOMPARE(features.error().code, Error::Code::FingerNone);
}

void TestMinutiae::takesImagesOfAnyFormat()
{
    const QImage grey = plantedPattern(50, 12).drawn();
    const auto features = extract(grey);
    QVERIFY(features);
    QCOMPARE(*extract(grey.convertToFormat(QImage::Format_RGB32)), *features);
    QCOMPARE(*extract(grey.copy(3, 5, 301, 353)),
             *extract(grey.copy(3, 5, 301, 353).convertToFormat(QImage::Format_RGBA64)));
    QVERIFY(extract(grey.copy(100, 100, 61, 67))); // a scrap of ridges is still one
}

void TestMinutiae::keepsAPressThroughItsBytes()
{
    const FingerFeatures features = press();
    QVERIFY(features.minutiae().size() > 10);
    const auto read = FingerFeatures::fromBytes(features.toBytes());
    QVERIFY(read);
    QCOMPARE(*read, features);
    QCOMPARE(read->toBytes(), features.toBytes());
    QCOMPARE(read->cylinders().list().size(), features.cylinders().list().size());
}

void TestMinutiae::refusesEveryCut()
{
    const QByteArray bytes = press().toBytes();
    for (qsizetype size = 0; size < bytes.size(); ++size) {
        const auto read = FingerFeatures::fromBytes(bytes.first(size));
        QVERIFY2(!read, qPrintable(QString::number(size)));
        QCOMPARE(read.error().code, Error::Code::TemplateDamaged);
    }
    QVERIFY(!FingerFeatures::fromBytes(bytes + '\0'));
    QVERIFY(FingerFeatures::fromBytes(bytes)); // the control
}

void TestMinutiae::refusesEveryChange()
{
    const QByteArray bytes = press().toBytes();
    QRandomGenerator generator(5);
    for (int i = 0; i < 500; ++i) {
        QByteArray changed = bytes;
        const auto at = generator.bounded(bytes.size());
        changed[at] = static_cast<char>(changed[at] ^ (1 << generator.bounded(8)));
        const auto read = FingerFeatures::fromBytes(changed);
        QVERIFY(!read);
        QCOMPARE(read.error().code, Error::Code::TemplateDamaged);
    }
}

// Whoever can write the sum can write anything: what is read then is an error or a value like any other.
void TestMinutiae::survivesChangesUnderARightSum()
{
    const auto body = unpacked(press().toBytes(), "IDFF"_ba, 1);
    QVERIFY(body);
    QRandomGenerator generator(6);
    int readable = 0;
    for (int i = 0; i < 500; ++i) {
        QByteArray changed = i % 5 == 0 ? body->first(generator.bounded(body->size())) : *body;
        for (int flips = 0; flips < 3 && !changed.isEmpty(); ++flips) {
            const auto at = generator.bounded(changed.size());
            changed[at] = static_cast<char>(generator.bounded(256));
        }
        const auto read = FingerFeatures::fromBytes(packed("IDFF"_ba, 1, changed));
        if (!read)
            continue;
        ++readable;
        QCOMPARE(*FingerFeatures::fromBytes(read->toBytes()), *read);
    }
    QVERIFY(readable > 0); // the control: not everything was refused by the sum
}

QTEST_APPLESS_MAIN(TestMinutiae)
#include "tst_minutiae.moc"
