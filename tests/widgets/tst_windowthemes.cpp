#include "tests/support/bench.h"
#include "tests/support/readable.h"
#include "widgets/common/theme.h"

#include <QApplication>
#include <QLineEdit>

using namespace idcounter;
using namespace idcounter::test;
using namespace Qt::StringLiterals;

// The window itself can be read in both themes, from its first question to the end of the day; the pages of a case's life are
// looked at by TestLifeThemes, which has the control too.
class TestWindowThemes : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyPageIsReadable_data();
    void everyPageIsReadable();
};

// For looking at: IDCOUNTER_PICTURES names the folder.
static void check(Bench &bench, const QString &name)
{
    QWidget &window = *bench.window;
    (void)QTest::qWaitFor([&window] { return unreadableTexts(window).isEmpty(); }); // colours come with the next turn
    if (const QString folder = qEnvironmentVariable("IDCOUNTER_PICTURES"); !folder.isEmpty())
        window.grab().save(u"%1/%2-%3.png"_s.arg(folder, QString::fromLatin1(QTest::currentDataTag()), name));
    const QStringList unreadable = unreadableTexts(window);
    QVERIFY2(unreadable.isEmpty(), qPrintable(name + u": "_s + unreadable.join(u"; "_s)));
}

void TestWindowThemes::everyPageIsReadable_data()
{
    QTest::addColumn<Theme>("theme");
    QTest::newRow("light") << Theme::Light;
    QTest::newRow("dark") << Theme::Dark;
}

void TestWindowThemes::everyPageIsReadable()
{
    QFETCH(Theme, theme);
    applyTheme(*qApp, theme);
    Bench bench;
    bench.window->resize(1366, 768);
    QVERIFY(QTest::qWaitForWindowActive(bench.window.get()));
    QTRY_VERIFY(bench.find<QPushButton>("practiceButton") && bench.find<QPushButton>("practiceButton")->isEnabled());
    check(bench, u"first-start"_s);
    QTest::mouseClick(bench.find<QPushButton>("practiceButton"), Qt::LeftButton);
    QTRY_VERIFY(bench.find<QPushButton>("practiceLogin_li")
                && bench.find<QPushButton>("practiceLogin_li")->isEnabled());
    check(bench, u"log-in"_s);
    QTest::mouseClick(bench.find<QPushButton>("practiceLogin_li"), Qt::LeftButton);
    QTRY_VERIFY(bench.find<QPushButton>("newCaseButton") && bench.find<QPushButton>("newCaseButton")->isEnabled());
    QVERIFY(bench.accept(bench.station.renewal()));
    check(bench, u"home"_s);
    const QList<std::pair<Qt::Key, QString>> pages{{Qt::Key_F2, u"walk-in"_s},   {Qt::Key_F3, u"drafts"_s},
                                                   {Qt::Key_F8, u"report"_s},    {Qt::Key_F7, u"devices"_s},
                                                   {Qt::Key_F12, u"bookings"_s}, {Qt::Key_F5, u"deadlines"_s}};
    for (const auto &[key, name] : pages) {
        bench.window->activateWindow(); // no window manager does it here
        QVERIFY(QTest::qWaitForWindowActive(bench.window.get()));
        QTest::keyClick(bench.window.get(), key);
        if (key == Qt::Key_F8)
            QTRY_VERIFY(bench.find<QWidget>("printReportButton")
                        && bench.find<QWidget>("printReportButton")->isEnabled());
        check(bench, name);
        if (QTest::currentTestFailed())
            return;
    }
}

QTEST_MAIN(TestWindowThemes)
#include "tst_windowthemes.moc"
