#include "app/imaging/livecheck.h"
#include "devices/practice/practiceface.h"
#include "devices/practice/practiceframes.h"

#include "sources.h"

#include <QPainter>

using namespace idcounter;
using namespace idcounter::test;
using namespace Qt::StringLiterals;

// The live picture of drawn people: what is said of it, and when.
class TestLiveCheck : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void isReadyAfterHalfASecond();
    void oneGoodFrameIsNotEnough();
    void aHintComesAfterSomeFrames();
    void saysWhatIsWrongAndWhere_data();
    void saysWhatIsWrongAndWhere();
    void seesThatNobodyIsThere();
    void seesASecondPerson();
    void takesTheSharpestOfABurst();

private:
    LiveSeen looked(LiveCheck &check, const QImage &frame, int times);

    std::unique_ptr<FaceFinder> m_finder = faceFinder();
    PhotoRules m_rules = photoRules();
    QImage m_frame;
    qint64 m_now = 0;
};

namespace {

constexpr qint64 frameMs = 60;

QImage turned(const QImage &frame, double degrees)
{
    QImage result(frame.size(), QImage::Format_RGB32);
    result.fill(frame.pixelColor(5, 5));
    QPainter painter(&result);
    painter.setRenderHint(QPainter::SmoothPixmapTransform);
    painter.translate(result.rect().center());
    painter.rotate(degrees);
    painter.translate(-result.rect().center());
    painter.drawImage(0, 0, frame);
    return result;
}

QImage scaled(const QImage &frame, double scale)
{
    QImage result(frame.size(), QImage::Format_RGB32);
    result.fill(frame.pixelColor(5, 5));
    QPainter painter(&result);
    painter.setRenderHint(QPainter::SmoothPixmapTransform);
    const QSizeF size = QSizeF(frame.size()) * scale;
    painter.drawImage(QRectF(QPointF((frame.width() - size.width()) / 2, frame.height() - size.height()), size), frame);
    return result;
}

QImage darkened(const QImage &frame, double share)
{
    QImage result = frame.convertToFormat(QImage::Format_RGB32);
    QPainter painter(&result);
    painter.fillRect(result.rect(), QColor(0, 0, 0, qRound(255 * (1 - share))));
    return result;
}

QImage blurred(const QImage &frame)
{
    return frame.scaled(frame.size() / 6, Qt::IgnoreAspectRatio, Qt::SmoothTransformation)
        .scaled(frame.size(), Qt::IgnoreAspectRatio, Qt::SmoothTransformation);
}

QImage halfDark(const QImage &frame)
{
    QImage result = frame.convertToFormat(QImage::Format_RGB32);
    QPainter painter(&result);
    painter.fillRect(QRect(0, 0, frame.width() / 2, frame.height()), QColor(0, 0, 0, 150));
    return result;
}

} // namespace

void TestLiveCheck::initTestCase()
{
    m_frame = PracticeFrames(PracticePerson::fromSeed(7)).frame(0);
    QVERIFY(!m_frame.isNull());
}

LiveSeen TestLiveCheck::looked(LiveCheck &check, const QImage &frame, int times)
{
    LiveSeen seen;
    for (int i = 0; i < times; ++i) {
        const auto result = check.look(frame, m_now += frameMs);
        if (!result)
            qFatal("%s", qPrintable(result.error().detail));
        seen = *result;
    }
    return seen;
}

void TestLiveCheck::isReadyAfterHalfASecond()
{
    LiveCheck check(*m_finder, m_rules, *PhotoLayout::from(m_rules));
    const int frames = int(500 / frameMs); // one less than half a second needs
    const LiveSeen before = looked(check, m_frame, frames);
    QVERIFY2(before.hint.isEmpty(), qPrintable(before.hint));
    QVERIFY(!before.ready);
    QVERIFY(looked(check, m_frame, 2).ready);
    check.restart();
    QVERIFY(!looked(check, m_frame, 1).ready);
}

// A bad frame in between begins the half second anew.
void TestLiveCheck::oneGoodFrameIsNotEnough()
{
    LiveCheck check(*m_finder, m_rules, *PhotoLayout::from(m_rules));
    QVERIFY(looked(check, m_frame, 12).ready);
    QVERIFY(!looked(check, blurred(m_frame), 1).ready);
    QVERIFY(!looked(check, m_frame, 5).ready);
    QVERIFY(looked(check, m_frame, 6).ready);
}

void TestLiveCheck::aHintComesAfterSomeFrames()
{
    LiveCheck check(*m_finder, m_rules, *PhotoLayout::from(m_rules));
    QVERIFY(looked(check, m_frame, 5).hint.isEmpty());
    QVERIFY(looked(check, blurred(m_frame), 2).hint.isEmpty());
    QCOMPARE(looked(check, blurred(m_frame), 1).hint, u"sharpness"_s);
    QCOMPARE(looked(check, m_frame, 2).hint, u"sharpness"_s); // and stays as long
    QVERIFY(looked(check, m_frame, 1).hint.isEmpty());
}

void TestLiveCheck::saysWhatIsWrongAndWhere_data()
{
    QTest::addColumn<QImage>("frame");
    QTest::addColumn<QString>("hint");
    QTest::addColumn<int>("side");
    const auto row = [](const char *name, const QImage &frame, const char *hint, int side) {
        QTest::newRow(name) << frame << QString::fromLatin1(hint) << side;
    };
    row("tilted to the picture's right", turned(m_frame, 11), "roll", 1);
    row("tilted to the picture's left", turned(m_frame, -11), "roll", -1);
    row("far", scaled(m_frame, 0.6), "resolution", 1);
    row("dark", darkened(m_frame, 0.15), "too_dark", 1);
    row("blurred", blurred(m_frame), "sharpness", 1);
    row("light from one side", halfDark(m_frame), "even_light", 1);
    // Each of these breaks the rule of the plain wall as well, and only that one when the wall is at fault.
    const auto drawn = [](PracticeFault fault) { return drawFace(PracticePerson::fromSeed(7), FacePose::with(fault)); };
    row("a shadow on the wall", drawn(PracticeFault::WallShadow), "shadow", 1);
    row("light with a colour", drawn(PracticeFault::ColourCast), "colour_cast", 1);
    row("a wall with a colour", drawn(PracticeFault::WallColoured), "wall", 1);
}

void TestLiveCheck::saysWhatIsWrongAndWhere()
{
    QFETCH(QImage, frame);
    QFETCH(QString, hint);
    QFETCH(int, side);
    LiveCheck check(*m_finder, m_rules, *PhotoLayout::from(m_rules));
    const LiveSeen seen = looked(check, frame, 4);
    QCOMPARE(seen.hint, hint);
    QCOMPARE(seen.side, side);
    QVERIFY(!seen.ready);
    QVERIFY(!seen.places.isEmpty());
    for (const QPolygonF &place : seen.places)
        QVERIFY(QRectF(frame.rect()).intersects(place.boundingRect().adjusted(-1, -1, 1, 1)));
}

void TestLiveCheck::seesThatNobodyIsThere()
{
    QImage wall(m_frame.size(), QImage::Format_RGB32);
    wall.fill(m_frame.pixelColor(5, 5));
    LiveCheck check(*m_finder, m_rules, *PhotoLayout::from(m_rules));
    const LiveSeen seen = looked(check, wall, 4);
    QCOMPARE(seen.hint, u"one_face"_s);
    QCOMPARE(seen.side, 0);
    QVERIFY(seen.crop.isEmpty());
}

void TestLiveCheck::seesASecondPerson()
{
    QImage both(m_frame.size(), QImage::Format_RGB32);
    QPainter painter(&both);
    const QImage half = m_frame.copy(m_frame.width() / 4, 0, m_frame.width() / 2, m_frame.height());
    painter.drawImage(0, 0, half);
    painter.drawImage(m_frame.width() / 2, 0, half);
    painter.end();
    LiveCheck check(*m_finder, m_rules, *PhotoLayout::from(m_rules));
    const LiveSeen seen = looked(check, both, 4);
    QCOMPARE(seen.hint, u"one_face"_s);
    QCOMPARE(seen.side, 1);
    QCOMPARE(seen.places.size(), 1); // the other one
}

void TestLiveCheck::takesTheSharpestOfABurst()
{
    LiveCheck check(*m_finder, m_rules, *PhotoLayout::from(m_rules));
    const auto best = check.best({blurred(m_frame), darkened(m_frame, 0.15), m_frame, turned(m_frame, 11)});
    QVERIFY(best);
    QCOMPARE(*best, 2);
    QImage wall(m_frame.size(), QImage::Format_RGB32);
    wall.fill(Qt::lightGray);
    const auto other = check.best({wall, blurred(m_frame)});
    QVERIFY(other);
    QCOMPARE(*other, 1);
}

QTEST_GUILESS_MAIN(TestLiveCheck)
#include "tst_livecheck.moc"
