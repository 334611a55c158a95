#include "app/exchange/practicecentre.h"
#include "app/workflow/packagedesk.h"
#include "tests/support/reviewbench.h"
#include "widgets/common/language.h"
#include "widgets/common/theme.h"
#include "widgets/exchange/packagespage.h"

#include <QApplication>
#include <QDir>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QTableWidget>

using namespace idcounter;
using namespace idcounter::test;
using namespace Qt::StringLiterals;

// A package that is cancelled while it is written: as if it had never been begun.
class TestPackageCancel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void nothingIsLeftBehind_data();
    void nothingIsLeftBehind();
};

namespace {

constexpr int caseCount = 3;

// Cases that wait for a package, and a practice centre whose keys are confirmed.
struct PackageBench : ReviewBench
{
    Language language;
    std::unique_ptr<PackageDesk> desk;
    QList<QUuid> cases;

    QString path(const QString &name) const { return station.folder.filePath(name); }

    bool begin()
    {
        language.use(u"en"_s);
        if (!open())
            return false;
        const auto centre = PracticeCentre::open(path(u"centre"_s), 1);
        if (!centre || !centre->writeKeys(path(u"centre.json"_s), counter(u"li"_s).today()))
            return false;
        desk = std::make_unique<PackageDesk>(counter(u"li"_s), path(u"packages"_s));
        desk->importPartner(path(u"centre.json"_s));
        if (!QTest::qWaitFor([this] { return desk->partners().size() == 1; }))
            return false;
        PackageDesk other(counter(u"zhao"_s, Role::Supervisor), path(u"packages"_s));
        other.confirmPartner(desk->partners().first());
        return QTest::qWaitFor([&other] { return other.partners().size() == 1; });
    }

    bool review(int citizen)
    {
        Draft draft = form(citizen);
        for (FingerRecord &record : draft.fingers)
            record = {.finger = record.finger, .result = FingerResult::NotRegistered, .reason = u"bandage"_s};
        draft.secondOfficer = u"li"_s;
        const auto accepted = accept(draft);
        if (!accepted)
            return false;
        ReviewDesk review(counter(u"li"_s));
        QSignalSpy moved(&review, &ReviewDesk::moved);
        review.approve(standing(accepted->id));
        cases << accepted->id;
        return moved.count() > 0 || moved.wait();
    }

    // Everything that lies in the folder of the packages.
    QStringList files() const
    {
        return QDir(path(u"packages"_s))
            .entryList(QDir::AllEntries | QDir::Hidden | QDir::System | QDir::NoDotAndDotDot);
    }
};

template<typename T>
T *child(const QWidget &page, const char *name)
{
    return page.findChild<T *>(QString::fromLatin1(name));
}

} // namespace

void TestPackageCancel::initTestCase()
{
    applyTheme(*qApp, Theme::Light);
}

void TestPackageCancel::nothingIsLeftBehind_data()
{
    QTest::addColumn<int>("written"); // cases, when it is cancelled
    QTest::newRow("before the first case") << 0;
    QTest::newRow("after the first case") << 1;
    QTest::newRow("after the last case") << caseCount;
}

void TestPackageCancel::nothingIsLeftBehind()
{
    QFETCH(int, written);
    PackageBench bench;
    QVERIFY(bench.begin());
    for (int citizen = 0; citizen < caseCount; ++citizen)
        QVERIFY(bench.review(citizen));
    PackageDesk &desk = *bench.desk;
    PackagesPage page(desk, bench.counter(u"li"_s), bench.printer);
    page.resize(1366, 690);
    page.show();
    auto *title = child<QLabel>(page, "packagesTitle");
    auto *make = child<QPushButton>(page, "makePackageButton");
    auto *cancel = child<QPushButton>(page, "cancelPackageButton");
    QTRY_VERIFY(title->text().contains(QString::number(caseCount)));
    QTRY_VERIFY(desk.partners().first().isConfirmed());
    QVERIFY(!cancel->isVisible());

    QSignalSpy made(&desk, &PackageDesk::made);
    QSignalSpy failed(&desk, &PackageDesk::failed);
    QStringList seen; // in the folder, when it was cancelled
    bool isOffered = false;
    const auto watching = connect(&desk, &PackageDesk::progressed, &page, [&](int done, int of) {
        if (done != written || of != caseCount)
            return;
        seen = bench.files();
        isOffered = cancel->isVisible();
        QTest::mouseClick(cancel, Qt::LeftButton);
    });
    QTest::mouseClick(make, Qt::LeftButton);
    QVERIFY(desk.isWorking());
    QVERIFY(!make->isEnabled());
    QTRY_VERIFY(!desk.isWorking());
    disconnect(watching);
    QVERIFY(isOffered);
    QCOMPARE(seen.isEmpty(), written == 0); // that something was there to be taken away
    QTRY_COMPARE(bench.files(), QStringList());
    QVERIFY(made.isEmpty() && failed.isEmpty());
    for (const QUuid &id : bench.cases) {
        const Standing standing = bench.standing(id);
        QCOMPARE(standing.accepted.state, CaseState::StationReviewed);
        QCOMPARE(standing.progress.round, 0);
        QVERIFY(standing.progress.package.isNull());
    }
    QVERIFY(title->text().contains(QString::number(caseCount)));
    QVERIFY(!cancel->isVisible());
    QVERIFY(!child<QProgressBar>(page, "packageProgress")->isVisible());

    // The control: not cancelled, all of them go.
    QVERIFY(make->isEnabled());
    QTest::mouseClick(make, Qt::LeftButton);
    QTRY_COMPARE(made.count(), 1);
    QCOMPARE(made.first().first().value<Package>().cases, caseCount);
    QCOMPARE(bench.files(), QStringList(made.first().first().value<Package>().file));
    QCOMPARE(bench.standing(bench.cases.first()).accepted.state, CaseState::Reported);
    QTRY_COMPARE(child<QTableWidget>(page, "packageTable")->rowCount(), 1);
}

QTEST_MAIN(TestPackageCancel)
#include "tst_packagecancel.moc"
