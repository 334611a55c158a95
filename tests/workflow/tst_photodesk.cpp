#include "devices/practice/practiceframes.h"
#include "tests/support/photobench.h"

#include <QPainter>
#include <QSignalSpy>

using namespace idcounter;
using namespace Qt::StringLiterals;

class TestPhotoDesk : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void keepsAShotAndItsPicture();
    void refusesASecondPerson();
    void aDistantFaceBlocks();
    void theLastAdjustmentIsMade();
    void aFileThatIsNoPhotoIsCounted();
    void takesByItselfOnce();
    void aNewSittingIsNotReadyAtOnce();
    void aCameraTakenAwayInABurstLosesNothing();
    void whatTheCameraShowsOthersIsNoPhoto();
    void keepsAPictureOfGuardianAndChild();
    void whatIsRetakenGoesWithTheAcceptance();

private:
    QImage m_frame; // a drawn person before a wall
};

void TestPhotoDesk::initTestCase()
{
    m_frame = PracticeFrames(PracticePerson::fromSeed(7)).frame(0);
    QVERIFY(!m_frame.isNull());
}

void TestPhotoDesk::keepsAShotAndItsPicture()
{
    PhotoBench bench;
    QVERIFY(bench.open());
    bench.camera.show(m_frame);
    QTRY_VERIFY_WITH_TIMEOUT(bench.desk->preview().ready, 20000);
    bench.desk->take();
    QTRY_VERIFY_WITH_TIMEOUT(bench.walkIn->draft().photo, 20000);
    const Photo photo = *bench.walkIn->draft().photo;
    QVERIFY(!photo.capture.isNull() && !photo.picture.isNull());
    QCOMPARE(photo.attempts, 1);
    QCOMPARE(photo.device, u"still"_s);
    for (const PhotoFinding &finding : photo.findings)
        QVERIFY2(!standsInTheWay(PhotoVerdict(finding.verdict)), qPrintable(finding.rule));
    const PhotoBench::Stored stored = bench.stored();
    QCOMPARE(stored.photos, 1);
    QCOMPARE(stored.pictures, 1);
    QCOMPARE(stored.figures.photosTaken, 1);
    QCOMPARE(stored.figures.photosAccepted, 1);
}

void TestPhotoDesk::refusesASecondPerson()
{
    PhotoBench bench;
    QVERIFY(bench.open());
    // Two of them side by side, each in half of the picture.
    QImage both(m_frame.size(), QImage::Format_RGB32);
    QPainter painter(&both);
    const QImage half = m_frame.copy(m_frame.width() / 4, 0, m_frame.width() / 2, m_frame.height());
    painter.drawImage(0, 0, half);
    painter.drawImage(m_frame.width() / 2, 0, half);
    painter.end();
    QSignalSpy failed(bench.desk.get(), &PhotoDesk::failed);
    bench.camera.show(both);
    bench.desk->take();
    QTRY_COMPARE_WITH_TIMEOUT(failed.count(), 1, 20000);
    QCOMPARE(failed.first().first().value<Error>().code, Error::Code::FacesSeveral);
    QVERIFY(!bench.walkIn->draft().photo);
    const PhotoBench::Stored stored = bench.stored();
    QCOMPARE(stored.figures.photosTaken, 1);
    QCOMPARE(stored.figures.refusals.value(u"FacesSeveral"_s), 1);
}

// Only the picture itself tells that there are too few pixels: the photo made of it has its full size.
void TestPhotoDesk::aDistantFaceBlocks()
{
    PhotoBench bench;
    QVERIFY(bench.open());
    QImage far(m_frame.size(), QImage::Format_RGB32);
    far.fill(m_frame.pixelColor(5, 5));
    QPainter painter(&far);
    const QImage small = m_frame.scaled(m_frame.size() / 2, Qt::KeepAspectRatio, Qt::SmoothTransformation);
    painter.drawImage((far.width() - small.width()) / 2, far.height() - small.height(), small);
    painter.end();
    bench.camera.show(far);
    bench.desk->take();
    QTRY_VERIFY_WITH_TIMEOUT(bench.walkIn->draft().photo, 20000);
    const QList<Error::Code> problems = bench.walkIn->stateOf(StepId::Photo).problems;
    QVERIFY(problems.contains(Error::Code::PhotoBlocked));
    QCOMPARE(bench.stored().figures.refusals.value(u"resolution"_s), 1);
}

void TestPhotoDesk::theLastAdjustmentIsMade()
{
    PhotoBench bench;
    QVERIFY(bench.open());
    bench.camera.show(m_frame);
    bench.desk->take();
    QTRY_VERIFY_WITH_TIMEOUT(bench.walkIn->draft().photo, 20000);
    for (int step = 1; step <= 5; ++step) // faster than photos are made, as a key that is held
        bench.desk->edit({.crop = {.dx = double(step)}});
    const auto made = [&] { return bench.desk->shot() && bench.desk->shot()->edit.crop.dx == 5.0; };
    QTRY_VERIFY_WITH_TIMEOUT(made(), 20000);
    QCOMPARE(bench.stored().figures.photosTaken, 1); // an adjustment is no other try
}

void TestPhotoDesk::aFileThatIsNoPhotoIsCounted()
{
    PhotoBench bench;
    QVERIFY(bench.open());
    QFile file(bench.station.folder.filePath(u"photo.jpg"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("\xff\xd8\xff\xe0 no picture");
    file.close();
    QSignalSpy failed(bench.desk.get(), &PhotoDesk::failed);
    bench.desk->load(file.fileName());
    QTRY_COMPARE(failed.count(), 1);
    bench.desk->load(u"/nowhere/photo.jpg"_s);
    QTRY_COMPARE(failed.count(), 2);
    for (const QList<QVariant> &signal : failed)
        QCOMPARE(signal.first().value<Error>().code, Error::Code::ImageUnreadable);
    QCOMPARE(bench.stored().figures.photosTaken, 2);
    QCOMPARE(bench.stored().figures.photosAccepted, 0);
}

// When nothing is wrong for half a second; and after "again" only when something was wrong in between.
void TestPhotoDesk::takesByItselfOnce()
{
    PhotoBench bench;
    QVERIFY(bench.open());
    bench.desk->setTakesByItself(true);
    bench.camera.show(m_frame);
    QTRY_VERIFY_WITH_TIMEOUT(bench.desk->shot(), 20000);
    bench.desk->retake();
    QSignalSpy looked(bench.desk.get(), &PhotoDesk::previewChanged);
    QTRY_VERIFY_WITH_TIMEOUT(looked.count() >= 20 && bench.desk->preview().ready, 30000);
    QVERIFY(!bench.desk->shot() && !bench.desk->isWorking());
    QImage wall(m_frame.size(), QImage::Format_RGB32);
    wall.fill(Qt::lightGray);
    bench.camera.show(wall);
    QTRY_VERIFY_WITH_TIMEOUT(bench.desk->preview().hint == u"one_face"_s, 20000);
    QVERIFY(!bench.desk->shot());
    bench.camera.show(m_frame);
    QTRY_VERIFY_WITH_TIMEOUT(bench.desk->shot(), 20000);
    QCOMPARE(bench.desk->attempts(), 2);
}

// Whoever comes back to the page sits down anew: what was ready before is no answer about now.
void TestPhotoDesk::aNewSittingIsNotReadyAtOnce()
{
    PhotoBench bench;
    QVERIFY(bench.open());
    bench.camera.show(m_frame);
    QTRY_VERIFY_WITH_TIMEOUT(bench.desk->preview().ready, 20000);
    bench.desk->stopCamera();
    QVERIFY(!bench.desk->preview().ready);
    std::optional<bool> readyAtFirst;
    connect(bench.desk.get(), &PhotoDesk::previewChanged, this, [&] {
        if (!readyAtFirst)
            readyAtFirst = bench.desk->preview().ready;
    });
    bench.desk->startCamera();
    QTRY_VERIFY_WITH_TIMEOUT(readyAtFirst, 20000);
    QVERIFY(!*readyAtFirst);
    QTRY_VERIFY_WITH_TIMEOUT(bench.desk->preview().ready, 20000);
}

void TestPhotoDesk::aCameraTakenAwayInABurstLosesNothing()
{
    PhotoBench bench;
    QVERIFY(bench.open());
    bench.camera.show(m_frame);
    QTRY_VERIFY_WITH_TIMEOUT(bench.desk->preview().ready, 20000);
    QSignalSpy failed(bench.desk.get(), &PhotoDesk::failed);
    bench.desk->take();
    bench.camera.takeAway();
    QCOMPARE(failed.count(), 1);
    QCOMPARE(failed.first().first().value<Error>().code, Error::Code::CameraLost);
    QTRY_VERIFY_WITH_TIMEOUT(bench.walkIn->draft().photo, 20000);
    bench.desk->retake();
    bench.desk->take(); // without a camera nothing is taken
    QVERIFY(!bench.desk->isWorking());
}

// The case stays open behind another page, on which a slip is held before the same camera.
void TestPhotoDesk::whatTheCameraShowsOthersIsNoPhoto()
{
    PhotoBench bench;
    QVERIFY(bench.open());
    bench.desk->setTakesByItself(true);
    QSignalSpy frames(bench.desk.get(), &PhotoDesk::frameReady);
    QSignalSpy failures(bench.desk.get(), &PhotoDesk::failed);
    bench.desk->stopCamera();
    bench.camera.start(); // by somebody else
    bench.camera.show(m_frame);
    bench.camera.takeAway();
    QVERIFY(frames.isEmpty());
    QVERIFY(failures.isEmpty());
    bench.desk->startCamera(); // the control
    bench.camera.show(m_frame);
    QCOMPARE(frames.count(), 1);
    QTRY_VERIFY_WITH_TIMEOUT(bench.desk->shot(), 20000);
    bench.camera.takeAway();
    QCOMPARE(failures.count(), 1);
}

void TestPhotoDesk::keepsAPictureOfGuardianAndChild()
{
    PhotoBench bench;
    QVERIFY(bench.open());
    bench.desk->takeSidePicture(SidePictureKind::GuardianAndChild); // nothing is seen yet
    bench.camera.show(m_frame);
    QSignalSpy taken(bench.desk.get(), &PhotoDesk::sidePictureTaken);
    for (int time = 1; time <= 2; ++time) { // the later one counts
        bench.desk->takeSidePicture(SidePictureKind::GuardianAndChild);
        QTRY_COMPARE(taken.count(), time);
    }
    const QList<SidePicture> kept = bench.walkIn->draft().sidePictures;
    QCOMPARE(kept.size(), 1);
    QVERIFY(bench.walkIn->draft().captures().contains(kept.first().capture));
    std::optional<Capture> stored;
    bench.walkIn->loadCapture(bench.walkIn.get(), kept.first().capture,
                              [&stored](const Result<Capture> &found) { stored = found ? *found : Capture(); });
    QTRY_VERIFY(stored);
    QCOMPARE(stored->kind, CaptureKind::SidePicture);
    QCOMPARE(QImage::fromData(stored->bytes).size(), m_frame.size());
}

void TestPhotoDesk::whatIsRetakenGoesWithTheAcceptance()
{
    PhotoBench bench;
    QVERIFY(bench.open());
    for (int shot = 1; shot <= 2; ++shot) {
        bench.desk->retake();
        bench.camera.show(m_frame);
        bench.desk->take();
        QTRY_VERIFY_WITH_TIMEOUT(bench.walkIn->draft().photo && bench.walkIn->draft().photo->attempts == shot, 20000);
    }
    QCOMPARE(bench.stored().photos, 2);
    Draft draft = bench.walkIn->draft();
    for (const PhotoFinding &finding : draft.photo->findings)
        draft.photo->looked << finding.rule;
    draft.signing = {.readBack = true, .printedForms = 1, .signedByPen = true, .formDate = today(bench.station.clock)};
    draft.payment = {.method = PaymentMethod::Cash, .tendered = 2000, .reference = {}};
    bench.walkIn->setDraft(draft);
    QSignalSpy accepted(bench.walkIn.get(), &WalkIn::accepted);
    bench.walkIn->accept(*bench.walkIn->charges());
    QTRY_COMPARE(accepted.count(), 1);
    const PhotoBench::Stored stored = bench.stored();
    QCOMPARE(stored.photos, 1);
    QCOMPARE(stored.pictures, 1);
}

QTEST_MAIN(TestPhotoDesk)
#include "tst_photodesk.moc"
