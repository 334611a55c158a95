#include "app/exchange/practicecentre.h"
#include "tests/support/names.h"
#include "tests/support/practicecounter.h"
#include "widgets/common/language.h"
#include "widgets/common/messagebar.h"
#include "widgets/common/theme.h"
#include "widgets/exchange/keyreminders.h"
#include "widgets/exchange/packagespage.h"
#include "widgets/home/homepage.h"
#include "widgets/office.h"

#include <QApplication>
#include <QFileDialog>
#include <QLabel>
#include <QListWidget>
#include <QMessageBox>
#include <QPushButton>
#include <QSignalSpy>

using namespace idcounter;
using namespace Qt::StringLiterals;

namespace {

// A printer that takes every sheet.
class SheetTray : public Printer
{
public:
    QString label() const override { return u"tray"_s; }
    void print(const QUuid &job, const QString &title, const QByteArray &pdf) override
    {
        titles << title;
        last = pdf;
        Q_EMIT printed(job);
    }
    QStringList titles;
    QByteArray last;
};

// The packages page of a supervisor, with a centre whose keys are imported and confirmed.
struct KeyPageBench
{
    PracticeCounter station;
    SheetTray tray;
    Language language;
    std::unique_ptr<PackageDesk> desk;
    std::unique_ptr<PackageDesk> other;
    std::unique_ptr<PackagesPage> page;

    Counter counterOf(const QString &login, Role role)
    {
        Counter counter = station.counter();
        counter.person.login = login;
        counter.person.role = role;
        return counter;
    }

    bool open()
    {
        language.use(qEnvironmentVariable("IDCOUNTER_LANGUAGE", u"en"_s));
        if (!station.open())
            return false;
        const QString folder = station.folder.filePath(u"packages"_s);
        desk = std::make_unique<PackageDesk>(counterOf(u"li"_s, Role::Supervisor), folder);
        other = std::make_unique<PackageDesk>(counterOf(u"wang"_s, Role::Clerk), folder);
        return true;
    }

    bool trustCentre(QDate from, const QString &folder = u"centre"_s)
    {
        const auto centre = PracticeCentre::open(station.folder.filePath(folder), 1);
        const QString path = station.folder.filePath(folder + u".json"_s);
        if (!centre || !centre->writeKeys(path, from))
            return false;
        const qsizetype before = desk->partners().size();
        desk->importPartner(path);
        if (!QTest::qWaitFor([&] { return desk->partners().size() > before; }))
            return false;
        for (const Partner &partner : desk->partners()) {
            if (!partner.isConfirmed())
                other->confirmPartner(partner);
        }
        QSignalSpy changed(other.get(), &PackageDesk::changed);
        return changed.wait();
    }

    bool show()
    {
        page = std::make_unique<PackagesPage>(*desk, desk->counter(), tray);
        page->resize(1366, 690);
        page->show();
        QSignalSpy changed(desk.get(), &PackageDesk::changed);
        return changed.wait();
    }

    template<typename T>
    T *child(const char *name) const
    {
        return page->findChild<T *>(QString::fromLatin1(name));
    }
    void click(const char *name) const { QTest::mouseClick(child<QPushButton>(name), Qt::LeftButton); }
    QString listed(int row) const { return child<QListWidget>("partnerList")->item(row)->text(); }
    QStringList reminders() const
    {
        QStringList lines;
        const auto labels = page->findChild<KeyReminders *>()->findChildren<QLabel *>();
        for (const QLabel *label : labels)
            lines << label->text();
        return lines;
    }

    // For looking at: IDCOUNTER_PICTURES names the folder.
    void picture(QWidget &widget, const QString &name) const
    {
        const QString folder = qEnvironmentVariable("IDCOUNTER_PICTURES");
        if (!folder.isEmpty())
            widget.grab().save(folder + u'/' + name + u".png"_s);
    }

    bool choosePath(const QString &path) const
    {
        if (!QTest::qWaitFor([&] { return child<QFileDialog>("askPathDialog"); }))
            return false;
        auto *dialog = child<QFileDialog>("askPathDialog");
        Q_EMIT dialog->fileSelected(path);
        dialog->close();
        return QTest::qWaitFor([&] { return !child<QFileDialog>("askPathDialog"); });
    }
};

} // namespace

// The keys of partners on the pages: their paper, their last day, their change.
class TestKeyPages : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { applyTheme(*qApp, Theme::Light); }
    void theFingerprintIsPrintedAndSaved();
    void ourOwnSheetNeedsKeys();
    void keysThatRunOutAreShown_data();
    void keysThatRunOutAreShown();
    void theHomePageRemindsAsWell();
    void replacedKeysSayUntilWhenTheyAreRead();
    void newKeysAreAskedFor();
};

void TestKeyPages::theFingerprintIsPrintedAndSaved()
{
    KeyPageBench bench;
    QVERIFY(bench.open());
    QVERIFY(bench.trustCentre(bench.station.counter().today()));
    QVERIFY(bench.show());
    QTRY_VERIFY(bench.listed(0).startsWith(u"✓"_s));
    bench.click("printPartnerButton");
    QTRY_COMPARE(bench.tray.titles, QStringList(u"密钥指纹核对单"_s));
    QVERIFY(bench.tray.last.startsWith("%PDF"));
    QTRY_VERIFY(bench.page->findChild<MessageBar *>()->isVisible());
    bench.picture(*bench.page, u"keys-printed"_s);
    const QString path = bench.station.folder.filePath(u"sheet.pdf"_s);
    bench.click("savePartnerButton");
    QVERIFY(bench.choosePath(path));
    QTRY_VERIFY(QFile::exists(path));
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QVERIFY(file.read(5).startsWith("%PDF"));
    QTRY_VERIFY(bench.page->findChild<MessageBar *>()->text().contains(u"sheet.pdf"_s));
    QCOMPARE(wrongNames(*bench.page), QString());
    // A folder that is none is told.
    bench.click("savePartnerButton");
    QVERIFY(bench.choosePath(bench.station.folder.filePath(u"none/sheet.pdf"_s)));
    QTRY_VERIFY(!bench.page->findChild<MessageBar *>()->text().contains(u"sheet.pdf"_s));
}

void TestKeyPages::ourOwnSheetNeedsKeys()
{
    KeyPageBench bench;
    QVERIFY(bench.open());
    QVERIFY(bench.show());
    QVERIFY(!bench.child<QPushButton>("printOwnButton")->isVisible());
    const QString path = bench.station.folder.filePath(u"own.json"_s);
    bench.click("writeKeysButton");
    QVERIFY(bench.choosePath(path));
    QTRY_VERIFY(bench.child<QPushButton>("printOwnButton")->isVisible());
    QVERIFY(bench.child<QLabel>("ownState")->text().contains(u"2028-11-24"_s));
    bench.click("printOwnButton");
    QTRY_COMPARE(bench.tray.titles.size(), 1);
}

void TestKeyPages::keysThatRunOutAreShown_data()
{
    QTest::addColumn<int>("days");
    QTest::addColumn<QString>("sign");
    QTest::addColumn<int>("reminders");
    QTest::newRow("31 days") << 31 << u"✓"_s << 0;
    QTest::newRow("30 days") << 30 << u"▲"_s << 1;
    QTest::newRow("1 day") << 1 << u"▲"_s << 1;
    QTest::newRow("the last day") << 0 << u"▲"_s << 1;
    QTest::newRow("the day after") << -1 << u"■"_s << 1;
}

void TestKeyPages::keysThatRunOutAreShown()
{
    QFETCH(int, days);
    QFETCH(QString, sign);
    QFETCH(int, reminders);
    KeyPageBench bench;
    QVERIFY(bench.open());
    const QDate start = bench.station.counter().today();
    QVERIFY(bench.trustCentre(start));
    const qint64 life = start.daysTo(start.addYears(2));
    bench.station.now = bench.station.now.addDays(life - days);
    QVERIFY(bench.show());
    QTRY_VERIFY(bench.listed(0).startsWith(sign));
    QCOMPARE(bench.reminders().size(), reminders);
    QCOMPARE(bench.page->findChild<KeyReminders *>()->isVisible(), reminders > 0);
    if (reminders > 0) {
        QVERIFY(bench.reminders().first().startsWith(sign));
        QVERIFY(bench.reminders().first().contains(start.addYears(2).toString(Qt::ISODate)));
    }
    bench.picture(*bench.page, u"keys-%1"_s.arg(days));
}

void TestKeyPages::theHomePageRemindsAsWell()
{
    KeyPageBench bench;
    QVERIFY(bench.open());
    QVERIFY(bench.trustCentre(bench.station.counter().today()));
    Desk desk(bench.station.counter());
    HomePage home(desk, {});
    home.resize(1366, 690);
    home.show();
    QSignalSpy changed(&desk, &Desk::changed);
    QVERIFY(changed.wait());
    QVERIFY(!home.findChild<KeyReminders *>()->isVisible());
    bench.station.now = bench.station.now.addYears(2);
    desk.refresh();
    QTRY_VERIFY(home.findChild<KeyReminders *>()->isVisible());
    bench.picture(home, u"home-keys"_s);
}

void TestKeyPages::replacedKeysSayUntilWhenTheyAreRead()
{
    KeyPageBench bench;
    QVERIFY(bench.open());
    const QDate start = bench.station.counter().today();
    QVERIFY(bench.trustCentre(start));
    QVERIFY(bench.trustCentre(start.addDays(5), u"new"_s));
    QVERIFY(bench.show());
    auto *list = bench.child<QListWidget>("partnerList");
    QTRY_COMPARE(list->count(), 2);
    QTRY_VERIFY(bench.listed(0).startsWith(u"✓"_s));
    QVERIFY(bench.listed(1).startsWith(u"○"_s));
    list->setCurrentRow(1);
    QVERIFY(bench.child<QLabel>("partnerState")->text().contains(start.addYears(2).toString(Qt::ISODate)));
    bench.picture(*bench.page, u"keys-replaced"_s);
}

void TestKeyPages::newKeysAreAskedFor()
{
    KeyPageBench bench;
    QVERIFY(bench.open());
    QVERIFY(bench.show());
    QVERIFY(!bench.child<QPushButton>("renewKeysButton")->isVisible());
    bench.click("writeKeysButton");
    QVERIFY(bench.choosePath(bench.station.folder.filePath(u"own.json"_s)));
    QTRY_VERIFY(bench.child<QPushButton>("renewKeysButton")->isVisible());
    const QString before = bench.child<QLabel>("ownFingerprint")->text();
    bench.click("renewKeysButton");
    QTRY_VERIFY(bench.child<QMessageBox>("askBeforeDialog"));
    QTest::keyClick(bench.child<QMessageBox>("askBeforeDialog"), Qt::Key_Escape);
    QTRY_VERIFY(!bench.child<QMessageBox>("askBeforeDialog"));
    QCOMPARE(bench.child<QLabel>("ownFingerprint")->text(), before);
    bench.click("renewKeysButton");
    QTRY_VERIFY(bench.child<QPushButton>("askBeforeYes"));
    bench.click("askBeforeYes");
    QTRY_VERIFY(bench.child<QLabel>("ownFingerprint")->text() != before);
    // Who is no supervisor cannot.
    PackagesPage clerks(*bench.other, bench.other->counter(), bench.tray);
    clerks.show();
    QSignalSpy changed(bench.other.get(), &PackageDesk::changed);
    QVERIFY(changed.wait());
    QVERIFY(!clerks.findChild<QPushButton *>(u"renewKeysButton"_s)->isVisible());
    QVERIFY(clerks.findChild<QPushButton *>(u"printOwnButton"_s)->isVisible());
}

QTEST_MAIN(TestKeyPages)
#include "tst_keypages.moc"
