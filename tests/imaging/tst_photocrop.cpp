#include "app/imaging/photocrop.h"

#include "sources.h"

#include <QRandomGenerator>
#include <QtMath>

using namespace idcounter;
using namespace Qt::StringLiterals;

class TestPhotoCrop : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void takesItsLimitsFromTheRules();
    void namesALimitThatIsMissing();
    void placesAnyFaceByTheRules();
    void keepsTheEyesLineAndCutsTallHair();
    void placesShortHairBetweenItsLines();
    void mapsBackAndForth();
    void adjusts_data();
    void adjusts();
    void knowsWhatLiesOutside();
    void drawsTheLimits();
    void sizesAClickedFaceByItsEyes();

private:
    PhotoLayout m_layout = *PhotoLayout::from(test::photoRules());
};

// A level face of the given width, turned about its eyes.
static Face faceAt(QPointF middle, double width, double degrees)
{
    const QPointF half = QTransform().rotate(degrees).map(QPointF(width / 2.247 / 2, 0));
    Face face;
    face.leftPupil = middle - half;
    face.rightPupil = middle + half;
    face.width = width;
    face.measured = true;
    return face;
}

static double random(QRandomGenerator &generator, double least, double most)
{
    return least + generator.generateDouble() * (most - least);
}

void TestPhotoCrop::takesItsLimitsFromTheRules()
{
    QCOMPARE(m_layout.size, QSize(358, 441));
    QCOMPARE(m_layout.dotsPerInch, 350);
    QCOMPARE(m_layout.faceWidth, 207.0);
    QCOMPARE(m_layout.leastTopGap, 7.0);
    QCOMPARE(m_layout.mostTopGap, 21.0);
    QCOMPARE(m_layout.eyesLine(), 234.0);
}

void TestPhotoCrop::namesALimitThatIsMissing()
{
    const auto table
        = Table::parse("rule,measure,min,max,unit,severity,applies_to\nsize_w,w,358,358,px,block,file\n", u"t"_s, {});
    const auto rules = PhotoRules::parse(*table);
    QVERIFY(rules);
    const auto layout = PhotoLayout::from(*rules);
    QVERIFY(!layout);
    QCOMPARE(layout.error().code, Error::Code::TableInvalid);
    QVERIFY(layout.error().detail.contains(u"size_h"_s));
}

void TestPhotoCrop::placesAnyFaceByTheRules()
{
    QRandomGenerator generator(461);
    for (int i = 0; i < 1000; ++i) {
        const double width = random(generator, 120, 900);
        const double degrees = random(generator, -25, 25);
        const Face face = faceAt({random(generator, 0, 4000), random(generator, 0, 3000)}, width, degrees);
        const double hair = random(generator, 0.6, 1.5) * width;
        const QTransform toPhoto = CropGeometry::fit(m_layout, face, hair).toPhoto();

        const QPointF left = toPhoto.map(face.leftPupil);
        const QPointF right = toPhoto.map(face.rightPupil);
        QVERIFY(std::abs(left.y() - right.y()) < 1e-6); // level
        QVERIFY(std::abs((left.x() + right.x()) / 2 - 179) < 1e-6); // in the middle
        QVERIFY(std::abs(QLineF(left, right).length() * 2.247 - 207) < 1e-6); // as wide as it should be
        QVERIFY(m_layout.size.height() - left.y() >= m_layout.leastEyesToBottom); // above the eyes' line
        const QPointF up = QTransform().rotate(face.roll()).map(QPointF(0, -hair));
        QVERIFY(toPhoto.map(face.pupilMiddle() + up).y() <= m_layout.mostTopGap); // never too much room above
    }
}

void TestPhotoCrop::keepsTheEyesLineAndCutsTallHair()
{
    const Face face = faceAt({500, 400}, 207, 0);
    const QTransform toPhoto = CropGeometry::fit(m_layout, face, 260).toPhoto();
    QCOMPARE(toPhoto.map(QPointF(500, 400)).y(), m_layout.eyesLine() - 3);
    QVERIFY(toPhoto.map(QPointF(500, 140)).y() < 0);
}

void TestPhotoCrop::placesShortHairBetweenItsLines()
{
    const Face face = faceAt({500, 400}, 207, 0);
    const QTransform toPhoto = CropGeometry::fit(m_layout, face, 150).toPhoto();
    QCOMPARE(toPhoto.map(QPointF(500, 250)).y(), 14.0);
}

void TestPhotoCrop::mapsBackAndForth()
{
    const CropGeometry geometry = CropGeometry::fit(m_layout, faceAt({640, 333}, 251, 4.5), 230);
    const QPolygonF frame = geometry.frame();
    QCOMPARE(frame.size(), 4);
    const QList<QPointF> corners{{0, 0}, {358, 0}, {358, 441}, {0, 441}};
    for (qsizetype i = 0; i < corners.size(); ++i)
        QVERIFY(QLineF(geometry.toPhoto().map(frame[i]), corners[i]).length() < 1e-6);
    QVERIFY(std::abs(geometry.enlargement() - 207.0 / 251) < 1e-9);
}

void TestPhotoCrop::adjusts_data()
{
    QTest::addColumn<double>("dx");
    QTest::addColumn<double>("dy");
    QTest::addColumn<double>("scale");
    QTest::addColumn<double>("degrees");

    QTest::newRow("nothing") << 0.0 << 0.0 << 1.0 << 0.0;
    QTest::newRow("moved") << 3.0 << -5.0 << 1.0 << 0.0;
    QTest::newRow("larger") << 0.0 << 0.0 << 1.05 << 0.0;
    QTest::newRow("turned") << 0.0 << 0.0 << 1.0 << 2.5;
    QTest::newRow("everything") << -8.0 << 4.0 << 0.97 << -1.1;
}

void TestPhotoCrop::adjusts()
{
    QFETCH(double, dx);
    QFETCH(double, dy);
    QFETCH(double, scale);
    QFETCH(double, degrees);
    const Face face = faceAt({640, 333}, 251, 4.5);
    const CropGeometry proposed = CropGeometry::fit(m_layout, face, 230);
    const CropGeometry adjusted = proposed.adjusted({.dx = dx, .dy = dy, .scale = scale, .degrees = degrees});

    const QPointF before = proposed.toPhoto().map(face.pupilMiddle());
    const QPointF after = adjusted.toPhoto().map(face.pupilMiddle());
    QVERIFY(QLineF(after, before + QPointF(dx, dy)).length() < 1e-6);
    QVERIFY(std::abs(adjusted.enlargement() - scale * proposed.enlargement()) < 1e-9);
    const QPointF left = adjusted.toPhoto().map(face.leftPupil);
    const QPointF right = adjusted.toPhoto().map(face.rightPupil);
    QVERIFY(std::abs(qRadiansToDegrees(std::atan2(right.y() - left.y(), right.x() - left.x())) - degrees) < 1e-6);
}

void TestPhotoCrop::knowsWhatLiesOutside()
{
    const CropGeometry geometry = CropGeometry::fit(m_layout, faceAt({500, 400}, 207, 0), 200);
    QVERIFY(geometry.liesWithin({1000, 800}));
    QCOMPARE(geometry.rowsBelow({1000, 800}), 0.0);
    QVERIFY(!geometry.liesWithin({600, 800}));
    const double below = 400 + (441 - 214) - 600;
    QCOMPARE(geometry.rowsBelow({1000, 600}), below);
    QVERIFY(!geometry.liesWithin({1000, 600}));
}

void TestPhotoCrop::drawsTheLimits()
{
    const CropLines lines = CropLines::of(m_layout);
    QCOMPARE(lines.highestHair, QLineF(0, 7, 358, 7));
    QCOMPARE(lines.lowestHair, QLineF(0, 21, 358, 21));
    QCOMPARE(lines.lowestEyes, QLineF(0, 234, 358, 234));
    QCOMPARE(lines.narrowestFace.length(), 193.0);
    QCOMPARE(lines.widestFace.length(), 221.0);
    QCOMPARE(lines.widestFace.center().x(), 179.0);
}

void TestPhotoCrop::sizesAClickedFaceByItsEyes()
{
    const Face face = faceFromClicks({550, 400}, {450, 400}, {500, 520}); // the right pupil first
    QCOMPARE(face.leftPupil, QPointF(450, 400));
    QVERIFY(!face.measured);
    QVERIFY(!face.width);
    const CropGeometry geometry = CropGeometry::fit(m_layout, face, {});
    QVERIFY(std::abs(geometry.enlargement() - 207 / 224.7) < 1e-9);
    QVERIFY(geometry.toPhoto().map(face.pupilMiddle()).y() < m_layout.eyesLine());
}

QTEST_APPLESS_MAIN(TestPhotoCrop)
#include "tst_photocrop.moc"
