#include "app/texts/texts.h"
#include "tests/support/bench.h"
#include "tests/support/input.h"
#include "tests/support/patientreader.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDateEdit>
#include <QDialog>
#include <QDialogButtonBox>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QSpinBox>
#include <QTableWidget>
#include <QTimeEdit>

using namespace idcounter;
using namespace Qt::StringLiterals;

// Setting up a station, and what its supervisor sees of it.
class TestStationPages : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void setsUpAStationAndRecoversIt();
    void theStationPageIsForSupervisors();
    void theRulesOfTheCardsAreKept();
    void keepsSettings();
    void theStripSaysWhatTheReaderDoes();
    void aTableThatIsNoneIsRefused();
    void theReportIsPrintedAndTheMenuOpened();
};

// By keys: the form, the recovery key that is shown once, the log-in; then the key opens the station for a new passphrase.
void TestStationPages::setsUpAStationAndRecoversIt()
{
    Bench bench;
    QTRY_VERIFY(bench.find<QPushButton>("stationButton"));
    QTest::keyClick(bench.find<QPushButton>("stationButton"), Qt::Key_Return);
    QTRY_VERIFY(bench.find<QLineEdit>("stationName"));
    const QList<std::pair<const char *, QString>> fields{{"stationName", u"天山区派出所"_s},
                                                         {"stationCode", u"650102001"_s},
                                                         {"stationIssuer", u"天山区分局"_s},
                                                         {"receiptPrefix", u"A"_s},
                                                         {"supervisorName", u"李所长"_s},
                                                         {"supervisorLogin", u"li"_s},
                                                         {"supervisorPassphrase", u"long-enough"_s},
                                                         {"supervisorRepeated", u"long-enouhg"_s}};
    for (const auto &[name, text] : fields)
        commitText(bench.find<QLineEdit>(name), text);
    QTest::mouseClick(bench.find<QPushButton>("setUpCreate"), Qt::LeftButton);
    QVERIFY(bench.find<QLabel>("supervisorRepeatedProblem")); // the two differ
    bench.find<QLineEdit>("supervisorRepeated")->clear();
    QTest::keyClicks(bench.find<QLineEdit>("supervisorRepeated"), u"long-enough"_s);
    QTest::mouseClick(bench.find<QPushButton>("setUpCreate"), Qt::LeftButton);
    QTRY_VERIFY_WITH_TIMEOUT(bench.find<QLabel>("recoveryFirst") || bench.find<QLabel>("messageText"), 30000);
    QVERIFY2(bench.find<QLabel>("recoveryFirst"),
             qPrintable(bench.find<QLabel>("messageText") ? bench.find<QLabel>("messageText")->text() : QString()));
    const QString first = bench.find<QLabel>("recoveryFirst")->text().section(u": "_s, 1);
    const QString second = bench.find<QLabel>("recoverySecond")->text().section(u": "_s, 1);
    QVERIFY(first.size() > 32 && first != second);
    QTest::mouseClick(bench.find<QPushButton>("recoveryPrint"), Qt::LeftButton);
    QTRY_VERIFY(bench.find<QLabel>("messageText"));
    QVERIFY(!bench.find<QPushButton>("recoveryDone")->isEnabled()); // not before both parts are kept
    QTest::keyClick(bench.find<QCheckBox>("recoveryKept"), Qt::Key_Space);
    QTest::mouseClick(bench.find<QPushButton>("recoveryDone"), Qt::LeftButton);

    QTRY_VERIFY(bench.find<QPushButton>("recoverButton"));
    QTest::mouseClick(bench.find<QPushButton>("recoverButton"), Qt::LeftButton);
    QTRY_VERIFY(bench.find<QLineEdit>("recoverFirst"));
    const QList<std::pair<const char *, QString>> recovery{{"recoverFirst", first},
                                                           {"recoverSecond", first},
                                                           {"recoverLogin", u"li"_s},
                                                           {"recoverPassphrase", u"the-new-one"_s},
                                                           {"recoverRepeated", u"the-new-one"_s}};
    for (const auto &[name, text] : recovery)
        QTest::keyClicks(bench.find<QLineEdit>(name), text);
    QTest::keyClick(bench.find<QLineEdit>("recoverRepeated"), Qt::Key_Return);
    QTRY_VERIFY_WITH_TIMEOUT(bench.find<QLabel>("messageText"), 30000);
    QCOMPARE(bench.find<QLabel>("messageText")->text(), texts::describe(Error::Code::RecoveryKeyWrong));
    bench.find<QLineEdit>("recoverSecond")->clear();
    QTest::keyClicks(bench.find<QLineEdit>("recoverSecond"), second.toLower());
    QTest::mouseClick(bench.find<QPushButton>("recoverOpen"), Qt::LeftButton);
    QTRY_VERIFY_WITH_TIMEOUT(bench.find<QLineEdit>("loginName"), 30000);
    QTest::keyClicks(bench.find<QLineEdit>("loginName"), u"li"_s);
    QTest::keyClicks(bench.find<QLineEdit>("loginPassphrase"), u"the-new-one"_s);
    QTest::keyClick(bench.find<QLineEdit>("loginPassphrase"), Qt::Key_Return);
    QTRY_VERIFY_WITH_TIMEOUT(bench.find<QPushButton>("newCaseButton"), 30000);
    QVERIFY(bench.find<QPushButton>("barStationButton"));
    QVERIFY(bench.find<QLabel>("practiceLabel")->text().isEmpty()); // a real station
}

void TestStationPages::theStationPageIsForSupervisors()
{
    Bench bench;
    QVERIFY(bench.enter());
    QVERIFY(!bench.find<QPushButton>("barStationButton")); // the clerk has none
    bench.station.login.logOut();
    QTRY_VERIFY(bench.find<QPushButton>("practiceLogin_li"));
    QTest::mouseClick(bench.find<QPushButton>("practiceLogin_li"), Qt::LeftButton);
    QTRY_VERIFY(bench.find<QPushButton>("barStationButton"));
    QTest::mouseClick(bench.find<QPushButton>("barStationButton"), Qt::LeftButton);
    QTRY_VERIFY(bench.find<QTableWidget>("peopleTable"));
    QTRY_COMPARE(bench.find<QTableWidget>("peopleTable")->rowCount(), 2);
    commitText(bench.find<QLineEdit>("newPersonName"), u"赵六"_s);
    QTest::keyClicks(bench.find<QLineEdit>("newPersonLogin"), u"zhao"_s);
    QTest::keyClicks(bench.find<QLineEdit>("newPersonPassphrase"), u"short"_s);
    QTest::keyClick(bench.find<QLineEdit>("newPersonPassphrase"), Qt::Key_Return);
    QTRY_VERIFY(bench.find<QLabel>("messageText"));
    QCOMPARE(bench.find<QLabel>("messageText")->text(), texts::describe(Error::Code::PassphraseWeak));
    QTest::keyClicks(bench.find<QLineEdit>("newPersonPassphrase"), u"long-enough"_s);
    QTest::keyClick(bench.find<QLineEdit>("newPersonPassphrase"), Qt::Key_Return);
    QTRY_COMPARE(bench.find<QTableWidget>("peopleTable")->rowCount(), 3);
    QVERIFY(!bench.find<QLabel>("messageText"));
    QTest::keyClicks(bench.find<QLineEdit>("bookPrefix"), u"B"_s);
    QTest::keyClicks(bench.find<QLineEdit>("bookFirst"), u"1"_s);
    QTest::keyClicks(bench.find<QLineEdit>("bookLast"), u"500"_s);
    QTest::keyClick(bench.find<QLineEdit>("bookLast"), Qt::Key_Return);
    QTRY_COMPARE(bench.find<QTableWidget>("bookTable")->rowCount(), 2);
    QCOMPARE(bench.find<QTableWidget>("bookTable")->findItems(u"500"_s, Qt::MatchExactly).size(), 1);
}

// And a rule that is set on the page itself leaves them as they are.
void TestStationPages::theRulesOfTheCardsAreKept()
{
    Bench bench;
    QVERIFY(bench.enter());
    bench.station.login.logOut();
    QTRY_VERIFY(bench.find<QPushButton>("practiceLogin_li"));
    QTest::mouseClick(bench.find<QPushButton>("practiceLogin_li"), Qt::LeftButton);
    QTRY_VERIFY(bench.find<QPushButton>("barStationButton"));
    QTest::mouseClick(bench.find<QPushButton>("barStationButton"), Qt::LeftButton);
    QTRY_COMPARE(bench.find<QTableWidget>("peopleTable")->rowCount(), 2);
    QTest::mouseClick(bench.find<QPushButton>("lifeRulesButton"), Qt::LeftButton);
    QTRY_VERIFY(bench.find<QDialog>("lifeRulesDialog"));
    QVERIFY(!bench.find<QCheckBox>("ruleReviewsOwn")->isChecked()); // two people
    QTest::keyClick(bench.find<QCheckBox>("ruleReviewsOwn"), Qt::Key_Space);
    QTest::keyClick(bench.find<QComboBox>("ruleDeputy"), Qt::Key_Down);
    QTest::keyClick(bench.find<QCheckBox>("rulePackageScheduled"), Qt::Key_Space);
    QVERIFY(bench.find<QTimeEdit>("rulePackageAt")->isEnabled());
    bench.find<QTimeEdit>("rulePackageAt")->setTime({16, 30});
    bench.find<QSpinBox>("ruleUnclaimed")->setValue(90);
    auto *buttons = bench.find<QDialog>("lifeRulesDialog")->findChild<QDialogButtonBox *>();
    QTest::mouseClick(buttons->button(QDialogButtonBox::Save), Qt::LeftButton);
    QTRY_VERIFY(!bench.find<QDialog>("lifeRulesDialog"));
    QTest::keyClick(bench.find<QCheckBox>("ruleOffSite"), Qt::Key_Space);
    std::optional<StationSettings> stored;
    const auto read = [&] {
        bench.station.store.read(
            bench.window.get(), [](Repositories &repositories) { return StationSettings::load(repositories.station); },
            [&stored](const Result<StationSettings> &settings) {
                if (settings)
                    stored = *settings;
            });
        return QTest::qWaitFor([&stored] { return stored.has_value(); });
    };
    QVERIFY(read());
    QVERIFY(stored->life.reviewsOwn);
    QCOMPARE(stored->life.deputy, DeputyRule::HouseholdRelative);
    QCOMPARE(stored->life.unclaimedDays, 90);
    QCOMPARE(stored->packageAt, QTime(16, 30));
    QVERIFY(!stored->offSiteAllowed);
}

void TestStationPages::keepsSettings()
{
    Bench bench;
    QVERIFY(bench.enter());
    QTest::keyClick(bench.window.get(), Qt::Key_F9);
    QTRY_VERIFY(bench.find<QDialog>("settingsDialog"));
    auto *printers = bench.find<QComboBox>("printerBox");
    QTRY_VERIFY(printers->findText(u"hall"_s) >= 0); // found while the dialog was open already
    QTest::keyClicks(printers, u"hall"_s);
    QVERIFY(bench.preferences.reader().isEmpty());
    QTest::keyClicks(bench.find<QComboBox>("readerBox"), u"USB"_s);
    QTest::keyClick(bench.find<QCheckBox>("darkBox"), Qt::Key_Space);
    QTest::keyClicks(bench.find<QComboBox>("rotationBox"), u"90"_s);
    QTest::mouseClick(bench.find<QPushButton>("settingsKeep"), Qt::LeftButton);
    QTRY_VERIFY(!bench.find<QDialog>("settingsDialog"));
    QCOMPARE(bench.preferences.printer(), u"hall"_s);
    QCOMPARE(bench.preferences.reader(), u"serial:/dev/ttyUSB0"_s);
    QCOMPARE(bench.preferences.rotation(), 90);
    QVERIFY(bench.preferences.isDark());
}

void TestStationPages::theStripSaysWhatTheReaderDoes()
{
    PatientReader reader;
    reader.isSlow = true;
    Bench bench;
    bench.reader = &reader;
    QVERIFY(bench.enter());
    QCOMPARE(reader.openings, 1); // so that the strip knows whether there is one
    const auto said = [&] { return bench.find<QLabel>("readerState")->text(); };
    const QString opening = said();
    reader.isSlow = false;
    reader.open();
    QVERIFY(said().startsWith(u"✓"_s) && said() != opening);
    reader.read({});
    QVERIFY(said().startsWith(u"●"_s));
    reader.fail(CardReader::State::Failed, Error::Code::ReaderSelfTest);
    QVERIFY(said().startsWith(u"■"_s));
    reader.fail(CardReader::State::Absent, Error::Code::ReaderLost);
    QVERIFY(said().startsWith(u"○"_s));
    Bench without;
    QVERIFY(without.enter());
    QVERIFY(without.find<QLabel>("scannerState") && !without.find<QLabel>("readerState"));
}

void TestStationPages::aTableThatIsNoneIsRefused()
{
    Bench bench;
    QVERIFY(bench.enter());
    QTest::keyClick(bench.window.get(), Qt::Key_F9);
    QTRY_VERIFY(bench.find<QLineEdit>("tablesEdit"));
    QTest::keyClicks(bench.find<QLineEdit>("tablesEdit"), u"/nowhere"_s);
    QTest::mouseClick(bench.find<QPushButton>("settingsKeep"), Qt::LeftButton);
    QTRY_VERIFY(bench.find<QLabel>("tablesProblem"));
    QVERIFY(bench.find<QLabel>("tablesProblem")->text().contains(u"/nowhere"_s));
    QVERIFY(bench.preferences.tables().isEmpty());
    bench.find<QLineEdit>("tablesEdit")->clear();
    QTest::keyClicks(bench.find<QLineEdit>("tablesEdit"), bench.station.folder.path());
    QTest::mouseClick(bench.find<QPushButton>("settingsKeep"), Qt::LeftButton);
    QTRY_VERIFY(!bench.find<QDialog>("settingsDialog"));
    QCOMPARE(bench.preferences.tables(), bench.station.folder.path());
}

void TestStationPages::theReportIsPrintedAndTheMenuOpened()
{
    Bench bench;
    QVERIFY(bench.enter());
    QTest::keyClick(bench.window.get(), Qt::Key_F8);
    QTRY_VERIFY(bench.find<QPushButton>("printReportButton")
                && bench.find<QPushButton>("printReportButton")->isEnabled());
    QTest::mouseClick(bench.find<QPushButton>("printReportButton"), Qt::LeftButton);
    QTRY_COMPARE(bench.printer.count, 1);
    QTRY_VERIFY(bench.find<QLabel>("messageText"));
    auto *day = bench.find<QDateEdit>("reportDay");
    day->setFocus();
    QTest::keyClicks(day, u"2025"_s); // another year, of which there is nothing
    QTRY_VERIFY(bench.find<QPushButton>("printReportButton")->isEnabled());
    QCOMPARE(day->date().year(), 2025);

    QTest::keyClick(bench.window.get(), Qt::Key_F10);
    auto *menu = bench.window->findChild<QMenu *>(u"personMenu"_s);
    QVERIFY(menu);
    QCOMPARE(menu->actions().size(), 6); // a clerk has no way to the station's page there, nor to the prints compared
    QTest::keyClick(menu, Qt::Key_Escape);
}

QTEST_MAIN(TestStationPages)
#include "tst_stationpages.moc"
