#include "devices/practice/practiceframes.h"
#include "tests/support/cardbench.h"
#include "tests/support/slippicture.h"
#include "tests/support/watchedcamera.h"
#include "widgets/common/imageview.h"
#include "widgets/common/theme.h"

#include <QApplication>
#include <QDialog>
#include <QListWidget>

using namespace idcounter;
using namespace idcounter::test;
using namespace Qt::StringLiterals;

// The slip that is held before the counter's camera, from the collection page.
class TestSlipByCamera : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void aCaseIsFoundFromFrames();
    void aForeignCodeIsSaid();
    void aCaseOfAnotherStationIsNotFound();
    void theCameraIsLetGo();
    void aCameraThatIsNotThereIsSaid();

private:
    QImage m_face;
};

namespace {

// The pictures of a folder, in their order, as a camera.
QString filmOf(const QTemporaryDir &folder, const QList<QImage> &frames)
{
    for (qsizetype i = 0; i < frames.size(); ++i)
        frames[i].save(folder.filePath(u"%1.png"_s.arg(i, 3, 10, QChar(u'0'))));
    return u"seq:"_s + folder.filePath(u"%03d.png"_s) + u"?fps=15"_s;
}

QImage slipOf(const Standing &standing, const Held &held = {})
{
    return frameOf(slipSheet(standing.accepted.number.toString()), held);
}

QDialog *slipDialog(const CardBench &bench)
{
    return bench.collectionPage->findChild<QDialog *>(u"slipDialog"_s);
}

QString hint(const CardBench &bench)
{
    const auto *label = child<QLabel>(*slipDialog(bench), "slipHint");
    return label ? label->text() : QString();
}

} // namespace

void TestSlipByCamera::initTestCase()
{
    applyTheme(*qApp, Theme::Light);
    m_face = PracticeFrames(PracticePerson::fromSeed(7)).frame(0);
    QVERIFY(!m_face.isNull());
}

// On the whole way: files, OpenCV, the frames of a real camera, the decoder, the database.
void TestSlipByCamera::aCaseIsFoundFromFrames()
{
    CardBench bench;
    QVERIFY(bench.open());
    const auto card = bench.put(bench.form(adult, u"张三丰"_s), CaseState::Notified, inDrawer);
    QVERIFY(card && bench.put(bench.form(other, u"李娜"_s), CaseState::Notified, {.box = u"A"_s, .slot = u"013"_s}));
    const QTemporaryDir folder;
    Watched watched(filmOf(folder, {m_face, m_face, m_face, slipOf(*card, {.turned = 15, .blur = 1, .light = 0.6})}));
    bench.camera = &watched.camera;
    bench.showCollection();
    CollectionPage &page = *bench.collectionPage;
    QCOMPARE(watched.camera.state(), Camera::State::Idle); // until it is looked at
    QTest::keyClick(child<QLineEdit>(page, "collectionSearchEdit"), Qt::Key_B, Qt::ControlModifier);
    QVERIFY(slipDialog(bench)->isVisible());
    QTRY_VERIFY_WITH_TIMEOUT(child<QLabel>(page, "heldName"), 20000);
    QCOMPARE(child<QLabel>(page, "heldName")->text(), u"张三丰"_s);
    QCOMPARE(child<QLineEdit>(page, "collectionSearchEdit")->text(), card->accepted.number.toString());
    QVERIFY(child<QListWidget>(page, "partsList")->item(0)->text().startsWith(u"✓"_s)); // by the slip
    QTRY_VERIFY(!slipDialog(bench));
    QCOMPARE(watched.camera.state(), Camera::State::Idle);
}

void TestSlipByCamera::aForeignCodeIsSaid()
{
    CardBench bench;
    QVERIFY(bench.open());
    const auto card = bench.put(bench.form(adult, u"张三丰"_s), CaseState::Notified, inDrawer);
    QVERIFY(card);
    bench.showCollection();
    CollectionPage &page = *bench.collectionPage;
    click(page, "slipByCameraButton");
    const QString starting = hint(bench);
    picture(*slipDialog(bench), u"slip-starting"_s);
    bench.still.show(m_face);
    QVERIFY(!child<ImageView>(*slipDialog(bench), "slipLive")->image().isNull());
    picture(*slipDialog(bench), u"slip-face"_s);
    QCOMPARE(hint(bench), starting); // a face says nothing
    bench.still.show(frameOf(otherCode(u"https://example.invalid/"_s)));
    QTRY_VERIFY(hint(bench).contains(texts::describe(Error::Code::SlipCodeForeign)));
    picture(*slipDialog(bench), u"slip-foreign"_s);
    QVERIFY(!child<QLabel>(page, "heldName"));
    bench.still.show(slipOf(*card));
    QTRY_VERIFY(child<QLabel>(page, "heldName"));
    QCOMPARE(bench.still.state(), Camera::State::Idle);
}

void TestSlipByCamera::aCaseOfAnotherStationIsNotFound()
{
    CardBench bench;
    QVERIFY(bench.open());
    bench.showCollection();
    CollectionPage &page = *bench.collectionPage;
    QSignalSpy found(bench.collection.get(), &CollectionDesk::foundChanged);
    click(page, "slipByCameraButton");
    bench.still.show(frameOf(slipSheet(u"1101050012026112400003"_s)));
    QVERIFY(found.wait());
    QVERIFY(bench.collection->found().isEmpty());
    QVERIFY(!child<QLabel>(page, "heldName"));
    QCOMPARE(child<QLineEdit>(page, "collectionSearchEdit")->text(), u"1101050012026112400003"_s);
}

void TestSlipByCamera::theCameraIsLetGo()
{
    CardBench bench;
    QVERIFY(bench.open());
    const auto card = bench.put(bench.form(adult, u"张三丰"_s), CaseState::Notified, inDrawer);
    QVERIFY(card);
    bench.showCollection();
    CollectionPage &page = *bench.collectionPage;
    QSignalSpy found(bench.collection.get(), &CollectionDesk::foundChanged);
    click(page, "slipByCameraButton");
    QCOMPARE(bench.still.state(), Camera::State::Live);
    QTest::keyClick(slipDialog(bench), Qt::Key_Escape);
    QCOMPARE(bench.still.state(), Camera::State::Idle);
    QTRY_VERIFY(!slipDialog(bench));
    bench.still.show(slipOf(*card)); // nobody looks
    QVERIFY(found.isEmpty());
    // The program closed over an open dialog.
    click(page, "slipByCameraButton");
    QCOMPARE(bench.still.state(), Camera::State::Live);
    bench.collectionPage.reset();
    QCOMPARE(bench.still.state(), Camera::State::Idle);
}

void TestSlipByCamera::aCameraThatIsNotThereIsSaid()
{
    CardBench bench;
    QVERIFY(bench.open());
    const auto card = bench.put(bench.form(adult, u"张三丰"_s), CaseState::Notified, inDrawer);
    QVERIFY(card);
    bench.showCollection();
    CollectionPage &page = *bench.collectionPage;
    click(page, "slipByCameraButton");
    bench.still.show(m_face);
    const QString looking = hint(bench);
    QVERIFY(!child<QPushButton>(*slipDialog(bench), "slipRetry"));
    bench.still.takeAway();
    QVERIFY(hint(bench).startsWith(u"■"_s));
    QVERIFY(child<ImageView>(*slipDialog(bench), "slipLive")->image().isNull()); // no picture of what was
    picture(*slipDialog(bench), u"slip-lost"_s);
    click(*slipDialog(bench), "slipRetry");
    bench.still.show(m_face);
    QCOMPARE(hint(bench), looking);
    bench.still.show(slipOf(*card));
    QTRY_VERIFY(child<QLabel>(page, "heldName"));
}

QTEST_MAIN(TestSlipByCamera)
#include "tst_slipbycamera.moc"
