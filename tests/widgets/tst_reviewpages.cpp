#include "app/workflow/daystart.h"
#include "tests/support/patientscanner.h"
#include "tests/support/photobench.h"
#include "tests/support/searchbench.h"
#include "widgets/home/daystartpage.h"
#include "widgets/supervisor/identitypage.h"

#include <QInputDialog>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QTableWidget>

using namespace idcounter;
using namespace idcounter::test;
using namespace Qt::StringLiterals;

template<typename T>
static T *child(QWidget &page, const char *name)
{
    return page.findChild<T *>(QString::fromLatin1(name));
}

// A printer that takes every sheet.
class SheetTray : public Printer
{
public:
    QString label() const override { return u"tray"_s; }
    void print(const QUuid &job, const QString &, const QByteArray &) override { Q_EMIT printed(job); }
};

// The page for prints that were compared, and that for the start of the day.
class TestReviewPages : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aPairIsShownAndDecided();
    void nothingIsRecordedWithoutANote();
    void theDevicesAreTestedByKeys();
};

void TestReviewPages::aPairIsShownAndDecided()
{
    SearchBench bench;
    QVERIFY(bench.open());
    const QString first = u"11010519491231002X"_s;
    const QString second = u"650102200002299022"_s;
    QVERIFY(!bench.accept(first, {{u"11"_s, 1}}).isNull());
    QVERIFY(!bench.accept(second, {{u"16"_s, 1}}).isNull());
    QVERIFY(bench.catchUp());
    IdentityPage page(*bench.search, bench.station.counter());
    page.resize(1366, 700);
    page.show();
    QTRY_COMPARE(child<QListWidget>(page, "identityList")->count(), 1);
    QTRY_VERIFY(child<QLabel>(page, "firstFacts")->isVisible());
    const QString facts = child<QLabel>(page, "firstFacts")->text() + child<QLabel>(page, "secondFacts")->text();
    QVERIFY(facts.contains(first) && facts.contains(second));
    QTest::mouseClick(child<QPushButton>(page, "samePersonButton"), Qt::LeftButton);
    QTRY_VERIFY(child<QLineEdit>(page, "askTextEdit"));
    QTest::keyClicks(child<QLineEdit>(page, "askTextEdit"), u"reported"_s);
    QTest::keyClick(child<QLineEdit>(page, "askTextEdit"), Qt::Key_Return);
    QTRY_COMPARE(child<QListWidget>(page, "identityList")->count(), 0);
    QVERIFY(!child<QPushButton>(page, "samePersonButton")->isVisible());
    QVERIFY(child<QLabel>(page, "identityTitle")->text().contains(u"2"_s)); // fingers compared
}

void TestReviewPages::nothingIsRecordedWithoutANote()
{
    SearchBench bench;
    QVERIFY(bench.open());
    QVERIFY(!bench.accept(u"11010519491231002X"_s, {{u"11"_s, 1}}).isNull());
    QVERIFY(!bench.accept(u"650102200002299022"_s, {{u"11"_s, 1}}).isNull());
    QVERIFY(bench.catchUp());
    IdentityPage page(*bench.search, bench.station.counter());
    page.show();
    QTRY_VERIFY(child<QPushButton>(page, "differentPeopleButton")->isVisible());
    QTest::mouseClick(child<QPushButton>(page, "differentPeopleButton"), Qt::LeftButton);
    QTRY_VERIFY(child<QLineEdit>(page, "askTextEdit"));
    QTest::keyClick(child<QLineEdit>(page, "askTextEdit"), Qt::Key_Return);
    QTRY_VERIFY(!child<QLineEdit>(page, "askTextEdit"));
    bench.search->refresh();
    QSignalSpy changed(bench.search.get(), &IdentitySearch::changed);
    QVERIFY(changed.wait());
    QCOMPARE(bench.search->hits().size(), 1);
}

void TestReviewPages::theDevicesAreTestedByKeys()
{
    PracticeCounter station;
    QVERIFY(station.open());
    StillCamera camera;
    PatientScanner scanner;
    SheetTray printer;
    DayStart::Limits limits;
    limits.filming = std::chrono::milliseconds(150);
    DayStart test(station.counter(), camera, scanner, nullptr, printer, limits);
    DayStartPage page(test);
    page.resize(1366, 700);
    page.show();
    QImage wall(640, 480, QImage::Format_RGB32);
    wall.fill(Qt::lightGray);
    camera.show(wall);
    auto *devices = child<QTableWidget>(page, "deviceTable");
    QVERIFY(devices->item(0, 1)->text().startsWith(u"○"_s));
    QTest::keyClick(child<QPushButton>(page, "testAllButton"), Qt::Key_Space);
    QTRY_VERIFY(devices->item(0, 1)->text().startsWith(u"✓"_s));
    QVERIFY(devices->item(0, 2)->text().contains(u"640x480"_s));
    QTRY_COMPARE(scanner.state(), FingerprintScanner::State::Armed);
    QVERIFY(!child<QLabel>(page, "dayStartHint")->text().isEmpty());
    scanner.fail(FingerprintScanner::State::Absent, Error::Code::ScannerLost);
    QTRY_VERIFY(devices->item(1, 1)->text().startsWith(u"■"_s));
    QTRY_VERIFY(devices->item(2, 1)->text().startsWith(u"✓"_s));
    QTRY_COMPARE(child<QTableWidget>(page, "deviceLog")->rowCount(), 4);
    QVERIFY(child<QPushButton>(page, "testAllButton")->isEnabled());
}

QTEST_MAIN(TestReviewPages)
#include "tst_reviewpages.moc"
