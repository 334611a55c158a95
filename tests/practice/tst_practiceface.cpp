#include "app/imaging/photocheck.h"
#include "app/imaging/photomaker.h"
#include "devices/practice/practiceface.h"
#include "devices/practice/practiceframes.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <cmath>

using namespace idcounter;
using namespace Qt::StringLiterals;

Q_DECLARE_METATYPE(idcounter::PracticeFault)

namespace {

auto filesIn(const QString &folder)
{
    return [folder](const QString &name) -> Result<QByteArray> {
        QFile file(QLatin1StringView(IDCOUNTER_SOURCE_DIR) + folder + name);
        if (!file.open(QIODevice::ReadOnly))
            return Error{Error::Code::TableMissing, name};
        return file.readAll();
    };
}

// Mean difference of two pictures over all channels, of 255.
double difference(const QImage &one, const QImage &other)
{
    double sum = 0;
    for (int y = 0; y < one.height(); ++y) {
        for (int i = 0; i < 3 * one.width(); ++i)
            sum += std::abs(one.constScanLine(y)[i] - other.constScanLine(y)[i]);
    }
    return sum / (3.0 * one.width() * one.height());
}

// The rules that speak against a picture, by their names.
QStringList broken(const QList<PhotoCheck> &checks)
{
    QStringList rules;
    for (const PhotoCheck &check : checks) {
        const bool isAdvice = check.verdict == PhotoVerdict::Info && check.rule.rule == u"clothes_white"_s
            && check.value.value_or(0) > 25;
        if (check.verdict == PhotoVerdict::Warn || check.verdict == PhotoVerdict::Block || isAdvice)
            rules << check.rule.rule;
    }
    return rules;
}

} // namespace

class TestPracticeFace : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void drawsTheSameBytesAgain();
    void drawsOtherPeopleForOtherSeeds();
    void makesPeopleOfAllKinds();
    void keepsTheTruthInsideThePicture_data();
    void keepsTheTruthInsideThePicture();
    void showsEveryFault_data();
    void showsEveryFault();
    void drawsNobody();
    void movesFromFrameToFrame();
    void writesAFilmThatACameraCanPlay();
    void saysWhereItCannotWrite();
    void looksLikeAPersonToThePhotoChain_data();
    void looksLikeAPersonToThePhotoChain();
    void isFoundOutByTheChecks_data();
    void isFoundOutByTheChecks();

private:
    std::unique_ptr<FaceFinder> m_finder;
    std::optional<PhotoRules> m_rules;
};

void TestPracticeFace::initTestCase()
{
    auto rules = PhotoRules::load(filesIn(u"/resources/tables/"_s));
    QVERIFY(rules);
    m_rules = *std::move(rules);
    auto finder = FaceFinder::load(filesIn(u"/resources/models/"_s));
    QVERIFY2(finder, finder ? "" : qPrintable(finder.error().detail));
    m_finder = *std::move(finder);
}

void TestPracticeFace::drawsTheSameBytesAgain()
{
    const QSize small(640, 360);
    const QImage first = drawFace(PracticePerson::fromSeed(11), {}, small);
    QCOMPARE(first.size(), small);
    QCOMPARE(first.format(), QImage::Format_RGB888);
    QCOMPARE(drawFace(PracticePerson::fromSeed(11), {}, small), first);
}

void TestPracticeFace::drawsOtherPeopleForOtherSeeds()
{
    const QSize small(640, 360);
    const QImage first = drawFace(PracticePerson::fromSeed(11), {}, small);
    QVERIFY(difference(drawFace(PracticePerson::fromSeed(12), {}, small), first) > 2);
}

void TestPracticeFace::makesPeopleOfAllKinds()
{
    QList<int> kinds(7);
    int women = 0;
    int glasses = 0;
    for (quint64 seed = 1; seed <= 400; ++seed) {
        const PracticePerson person = PracticePerson::fromSeed(seed);
        QVERIFY(person.age >= 16 && person.age <= 80);
        QVERIFY(person.hair != HairStyle::Bob);
        ++kinds[person.skinTone];
        women += person.woman ? 1 : 0;
        glasses += person.glasses ? 1 : 0;
    }
    QVERIFY(!kinds.contains(0));
    QVERIFY(women > 150 && women < 250);
    QVERIFY(glasses > 60 && glasses < 180);
}

void TestPracticeFace::keepsTheTruthInsideThePicture_data()
{
    QTest::addColumn<QSize>("size");

    QTest::newRow("as a camera") << QSize(1280, 720);
    QTest::newRow("smaller") << QSize(640, 360);
    QTest::newRow("narrower") << QSize(640, 480);
}

void TestPracticeFace::keepsTheTruthInsideThePicture()
{
    QFETCH(QSize, size);
    const DrawnFace drawn = drawFaceWithTruth(PracticePerson::fromSeed(3), {}, size);
    const FaceTruth &truth = drawn.truth;
    QCOMPARE(drawn.picture.size(), size);
    QCOMPARE(truth.coverage.size(), size);
    QVERIFY(truth.hasFace);
    QVERIFY(truth.leadingPupil.x() < truth.trailingPupil.x());
    QVERIFY(truth.chin.y() > truth.leadingPupil.y() && truth.chin.y() < size.height());
    const double unit = size.height() / 720.0;
    QVERIFY2(truth.faceWidth > 215 * unit && truth.faceWidth < 290 * unit,
             qPrintable(QString::number(truth.faceWidth)));
    QCOMPARE(qGray(truth.coverage.pixel(truth.leadingPupil.toPoint())), 255);
    QCOMPARE(qGray(truth.coverage.pixel(2, 2)), 0);
    QVERIFY(qGray(drawn.picture.pixel(2, 2)) >= 188);
    QVERIFY(qGray(drawn.picture.pixel(truth.leadingPupil.toPoint())) < 90);
}

void TestPracticeFace::showsEveryFault_data()
{
    QTest::addColumn<PracticeFault>("fault");

    for (int fault = 1; fault < practiceFaultCount; ++fault)
        QTest::addRow("fault %d", fault) << static_cast<PracticeFault>(fault);
}

void TestPracticeFace::showsEveryFault()
{
    QFETCH(PracticeFault, fault);
    static const QImage good = drawFaceWithTruth(PracticePerson::fromSeed(9), {}, {640, 360}).picture;
    const QImage bad = drawFaceWithTruth(PracticePerson::fromSeed(9), FacePose::with(fault), {640, 360}).picture;
    QVERIFY(difference(good, bad) > 0.05);
}

void TestPracticeFace::drawsNobody()
{
    const DrawnFace drawn
        = drawFaceWithTruth(PracticePerson::fromSeed(9), FacePose::with(PracticeFault::Nobody), {640, 360});
    QVERIFY(!drawn.truth.hasFace);
    QCOMPARE(qGray(drawn.truth.coverage.pixel(320, 180)), 0);
}

void TestPracticeFace::movesFromFrameToFrame()
{
    const PracticeFrames frames(PracticePerson::fromSeed(7), {}, {640, 360});
    QCOMPARE(frames.frame(5), frames.frame(5));
    for (int index = 0; index < PracticeFrames::count; ++index) {
        const QImage next = frames.frame((index + 1) % PracticeFrames::count);
        const double step = difference(frames.frame(index), next);
        QVERIFY2(step > 0.5 && step < 8, qPrintable(QString::number(step)));
    }
}

void TestPracticeFace::writesAFilmThatACameraCanPlay()
{
    const QTemporaryDir folder;
    const PracticeFrames frames(PracticePerson::fromSeed(7), {}, {640, 360});
    QVERIFY(frames.write(QDir(folder.path())));
    const QStringList names = QDir(folder.path()).entryList(QDir::Files, QDir::Name);
    QCOMPARE(names.size(), PracticeFrames::count);
    QCOMPARE(names.first(), u"000.jpg"_s);
    QCOMPARE(names.last(), u"023.jpg"_s);
    const QImage first(folder.filePath(names.first()));
    QCOMPARE(first.size(), QSize(640, 360));
    QVERIFY(difference(first.convertToFormat(QImage::Format_RGB888), frames.frame(0)) < 3);
}

void TestPracticeFace::saysWhereItCannotWrite()
{
    const PracticeFrames frames(PracticePerson::fromSeed(7), FacePose::with(PracticeFault::Nobody), {64, 36});
    const auto result = frames.write(QDir(u"/nowhere/at/all"_s));
    QVERIFY(!result);
    QCOMPARE(result.error(), (Error{Error::Code::StorageFailed, u"000.jpg"_s}));
}

void TestPracticeFace::looksLikeAPersonToThePhotoChain_data()
{
    QTest::addColumn<quint64>("seed");

    for (const quint64 seed : {1, 4, 10, 13, 22, 35, 39})
        QTest::addRow("person %llu", seed) << seed;
}

void TestPracticeFace::looksLikeAPersonToThePhotoChain()
{
    QFETCH(quint64, seed);
    const PracticePerson person = PracticePerson::fromSeed(seed);
    const DrawnFace drawn = drawFaceWithTruth(person, {});
    const QImage frame = varied(drawn.picture, {.noiseSeed = 5});
    const auto faces = m_finder->find(frame);
    QVERIFY(faces);
    QCOMPARE(faces->size(), 1);

    const Face &face = faces->first();
    QVERIFY2(face.score >= 0.85, qPrintable(QString::number(face.score)));
    QVERIFY2(face.meshScore >= 0.98, qPrintable(QString::number(face.meshScore)));
    const double pupils = QLineF(drawn.truth.leadingPupil, drawn.truth.trailingPupil).length();
    QVERIFY(QLineF(face.leftPupil, drawn.truth.leadingPupil).length() < 0.02 * pupils);
    QVERIFY(QLineF(face.rightPupil, drawn.truth.trailingPupil).length() < 0.02 * pupils);
    QVERIFY(std::abs(face.widthOrGuess() / drawn.truth.faceWidth - 0.98) < 0.06);

    const auto checks = checkFrame(*m_finder, *m_rules, frame, *faces, CheckDepth::Full);
    QVERIFY(checks);
    QCOMPARE(broken(*checks), QStringList());
    auto maker = PhotoMaker::create(*m_finder, *m_rules);
    QVERIFY(maker);
    const auto photo = PhotoMaker(*maker).make(frame, CropAdjustment{}, Whitening::On);
    QVERIFY(photo);
    QCOMPARE(broken(photo->checks), QStringList());
}

void TestPracticeFace::isFoundOutByTheChecks_data()
{
    QTest::addColumn<PracticeFault>("fault");
    QTest::addColumn<QString>("rule");

    QTest::newRow("eyes closed") << PracticeFault::EyesClosed << u"eyes_open"_s;
    QTest::newRow("mouth open") << PracticeFault::MouthOpen << u"mouth_closed"_s;
    QTest::newRow("turned") << PracticeFault::Turned << u"yaw"_s;
    QTest::newRow("tilted") << PracticeFault::Tilted << u"roll"_s;
    QTest::newRow("head up") << PracticeFault::HeadUp << u"pitch"_s;
    QTest::newRow("head down") << PracticeFault::HeadDown << u"pitch"_s;
    QTest::newRow("blurred") << PracticeFault::Blurred << u"sharpness"_s;
    QTest::newRow("too dark") << PracticeFault::TooDark << u"too_dark"_s;
    QTest::newRow("too bright") << PracticeFault::TooBright << u"too_bright"_s;
    QTest::newRow("light from one side") << PracticeFault::SideLight << u"even_light"_s;
    QTest::newRow("colour cast") << PracticeFault::ColourCast << u"colour_cast"_s;
    QTest::newRow("glare") << PracticeFault::Glare << u"glare"_s;
    QTest::newRow("dark glasses") << PracticeFault::DarkGlasses << u"dark_glasses"_s;
    QTest::newRow("face mask") << PracticeFault::FaceMask << u"covered"_s;
    QTest::newRow("out of frame") << PracticeFault::OutOfFrame << u"in_frame"_s;
    QTest::newRow("too far") << PracticeFault::TooFar << u"resolution"_s;
    QTest::newRow("wall coloured") << PracticeFault::WallColoured << u"wall"_s;
    QTest::newRow("wall dark") << PracticeFault::WallDark << u"wall"_s;
    QTest::newRow("wall patterned") << PracticeFault::WallPatterned << u"wall"_s;
    QTest::newRow("shadow on the wall") << PracticeFault::WallShadow << u"shadow"_s;
    QTest::newRow("white clothes") << PracticeFault::WhiteClothes << u"clothes_white"_s;
    QTest::newRow("two people") << PracticeFault::TwoPeople << u"one_face"_s;
    QTest::newRow("nobody") << PracticeFault::Nobody << u"one_face"_s;
}

// A fault may set off other checks as well: dark also looks like a bad wall.
void TestPracticeFace::isFoundOutByTheChecks()
{
    QFETCH(PracticeFault, fault);
    QFETCH(QString, rule);
    const QImage frame = drawFace(PracticePerson::fromSeed(5), FacePose::with(fault));
    const auto faces = m_finder->find(frame);
    QVERIFY(faces);
    const auto checks = checkFrame(*m_finder, *m_rules, frame, *faces, CheckDepth::Full);
    QVERIFY(checks);
    QVERIFY2(broken(*checks).contains(rule), qPrintable(broken(*checks).join(u' ')));
}

QTEST_GUILESS_MAIN(TestPracticeFace)

#include "tst_practiceface.moc"
