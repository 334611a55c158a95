#include "app/exchange/practicecentre.h"
#include "devices/camera/opencvcamera.h"
#include "tests/e2e/endtoend.h"
#include "widgets/common/theme.h"

#include <QApplication>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace idcounter::test {

namespace {

QStringList packagesIn(const QString &folder)
{
    QStringList paths;
    const QFileInfoList files = QDir(folder).entryInfoList({u"*.idcx"_s}, QDir::Files);
    for (const QFileInfo &file : files)
        paths << file.filePath();
    return paths;
}

} // namespace

void TestEndToEnd::initTestCase()
{
    m_browser = qEnvironmentVariable("IDCOUNTER_BROWSER");
    if (m_browser.isEmpty())
        QSKIP("Begun by tests/e2e/browser/run.sh, which has the browser's tools.");
    applyTheme(*qApp, Theme::Light);
}

void TestEndToEnd::cleanup()
{
    m_packages = 0;
    m_applicant.reset();
    m_counter.reset();
    m_platform.reset();
    m_clock.reset();
}

// The control: each of the faults is found, and nothing on the same page without them.
void TestEndToEnd::whatIsWrongOnAPageIsFound()
{
    const QString page
        = u"<!DOCTYPE html><html lang=\"en\"><head><title>Control</title></head><body><main><h1>Control</h1>%1"
          "</main></body></html>"_s;
    m_applicant = std::make_unique<BrowsingApplicant>(m_browser, u"http://127.0.0.1"_s, u"en"_s, QString());
    QCOMPARE(m_applicant->control(page.arg(u"<label for=\"a\">Name</label><input id=\"a\">"_s)), QStringList());
    const auto finds = [&](const QString &fault, const QString &rule) {
        return m_applicant->control(page.arg(fault)).join(u'\n').startsWith(rule);
    };
    QVERIFY(finds(u"<input id=\"a\">"_s, u"label: "_s));
    QVERIFY(finds(u"<p style=\"color: #aaa\">Grey</p>"_s, u"color-contrast: "_s));
    QVERIFY(finds(u"<div style=\"width: 500px\">Wide</div>"_s, u"sideways: "_s));
}

void TestEndToEnd::fromTheWebPageToTheCard_data()
{
    QTest::addColumn<QString>("windows");
    QTest::addColumn<QString>("pages");
    QTest::newRow("zh_CN") << u"zh_CN"_s << u"zh-CN"_s;
    QTest::newRow("en") << u"en"_s << u"en"_s;
}

void TestEndToEnd::fromTheWebPageToTheCard()
{
    QFETCH(QString, windows);
    QFETCH(QString, pages);
    m_language = pages;
    QString pictures = qEnvironmentVariable("IDCOUNTER_PICTURES");
    if (!pictures.isEmpty()) {
        pictures += u'/' + windows;
        QDir().mkpath(pictures);
    }
    m_clock = std::make_unique<MovableClock>();
    m_platform = std::make_unique<PracticePlatform>(m_clock->clock());
    QVERIFY(m_platform->serve());
    m_counter = std::make_unique<CounterWindow>(m_clock->clock(), windows, pictures);
    m_applicant = std::make_unique<BrowsingApplicant>(m_browser, m_platform->pagesUrl(), pages, pictures);
    using Step = void (TestEndToEnd::*)();
    constexpr Step steps[] = {
        &TestEndToEnd::stationIsOpened,     &TestEndToEnd::hoursArePublished, &TestEndToEnd::applicantBooks,
        &TestEndToEnd::paperIsPhotographed, &TestEndToEnd::clerkAsksForMore,  &TestEndToEnd::applicantAnswers,
        &TestEndToEnd::clerkOffersATime,    &TestEndToEnd::applicantConfirms, &TestEndToEnd::applicantMovesTheTime,
        &TestEndToEnd::nobodyElseSeesIt,    &TestEndToEnd::visitBecomesACase, &TestEndToEnd::photoIsTaken,
        &TestEndToEnd::printsAreTaken,      &TestEndToEnd::caseIsAccepted,    &TestEndToEnd::applicantSeesThatHeCame,
        &TestEndToEnd::cardIsMade,          &TestEndToEnd::cardIsCollected,   &TestEndToEnd::lossIsReported,
        &TestEndToEnd::officerConfirms,     &TestEndToEnd::applicantPays,     &TestEndToEnd::applicationBecomesACase,
        &TestEndToEnd::cardIsMailed,        &TestEndToEnd::cardIsDelivered,   &TestEndToEnd::pagesAreWithoutAFault,
    };
    for (const Step step : steps) {
        (this->*step)();
        if (QTest::currentTestFailed())
            return;
    }
}

// The supervisor takes in the keys of the practice centre and writes those of the station; another officer compares them.
void TestEndToEnd::stationIsOpened()
{
    QVERIFY(m_counter->clicks(u"practiceButton"_s));
    QVERIFY(m_counter->logsIn(u"li"_s));
    const auto centre = PracticeCentre::open(m_counter->path(u"centre"_s), 1);
    QVERIFY(centre);
    QVERIFY(centre->writeKeys(m_counter->path(u"centre.keys.json"_s), m_counter->day()));
    QVERIFY(m_counter->goesTo(u"packagesAction"_s));
    QVERIFY(m_counter->clicks(u"importPartnerButton"_s));
    QVERIFY(m_counter->choosesPath(m_counter->path(u"centre.keys.json"_s)));
    QVERIFY(m_counter->waitsFor(u"the partner"_s, [&] { return m_counter->rowsOf(u"partnerList"_s) == 1; }));
    const QString keys = m_counter->path(u"station.keys.json"_s);
    QVERIFY(m_counter->clicks(u"writeKeysButton"_s));
    QVERIFY(m_counter->choosesPath(keys));
    QVERIFY(m_counter->waitsFor(u"the keys"_s, [&] { return QFile::exists(keys); }));
    QVERIFY(m_platform->addStation(keys));
    QVERIFY(m_counter->logsIn(u"wang"_s));
    QVERIFY(m_counter->goesTo(u"packagesAction"_s));
    QVERIFY(m_counter->clicks(u"confirmPartnerButton"_s));
    QVERIFY(m_counter->waitsFor(u"the comparison"_s, [&] {
        return m_counter->find(u"partnerList"_s) && !m_counter->find(u"confirmPartnerButton"_s);
    }));
}

void TestEndToEnd::hoursArePublished()
{
    QVERIFY(m_counter->logsIn(u"li"_s));
    QVERIFY(m_counter->goesTo(u"hoursAction"_s));
    QVERIFY(m_counter->waitsFor(u"hours"_s, [&] { return m_counter->rowsOf(u"hoursTable"_s) > 0; }));
    QVERIFY(m_counter->types(u"platformUrlEdit"_s, m_platform->stationUrl()));
    QVERIFY(m_counter->clicks(u"connectButton"_s));
    QVERIFY(m_counter->waitsFor(u"the line"_s, [&] { return m_counter->textOf(u"lineText"_s).startsWith(u"●"_s); }));
    QVERIFY(m_counter->types(u"placeNameEdit"_s, u"练习派出所户籍大厅"_s));
    QVERIFY(m_counter->types(u"placeEnglishEdit"_s, u"Practice station, registration hall"_s));
    QVERIFY(m_counter->types(u"placeAddressEdit"_s, u"乌鲁木齐市天山区练习路1号"_s));
    QVERIFY(m_counter->types(u"placeAddressEnglishEdit"_s, u"1 Practice Road, Tianshan, Urumqi"_s));
    QVERIFY(m_counter->types(u"bookableDaysSpin"_s, u"7"_s));
    m_counter->picture(u"hours"_s);
    QVERIFY(m_counter->clicks(u"saveHoursButton"_s));
    QVERIFY(m_counter->waitsFor(u"the hours are kept"_s, [&] { return m_counter->saysOk(); }));
    m_counter->picture(u"hours_kept"_s);
}

bool TestEndToEnd::logsIn(const QString &phone)
{
    if (!m_applicant->opens(u"/login"_s) || !m_applicant->fills({{u"phone"_s, phone}})
        || !m_applicant->sends(u"/login"_s) || !m_applicant->looksAside(u"/practice/messages"_s))
        return false;
    const QRegularExpression code(phone + u"[^\\n]*\\s+(\\d{6}) "_s);
    const QString typed = code.match(m_applicant->text()).captured(1);
    return m_applicant->fills({{u"code"_s, typed}}) && m_applicant->sends(u"/login/code"_s)
        && m_applicant->path().startsWith(u"/me"_s);
}

// Review, package, the practice centre's feedback, and the card in the station.
bool TestEndToEnd::isMade(const QString &number)
{
    const QString outbox = m_counter->path(u"outbox "_s + number);
    QDir().mkpath(outbox);
    ++m_packages;
    if (!m_counter->logsIn(u"li"_s) || !m_counter->clicks(u"barReviewButton"_s)
        || !m_counter->clicks(u"approveButton"_s)
        || !m_counter->waitsFor(u"the review"_s, [&] { return !m_counter->shows(u"approveButton"_s); })
        || !m_counter->goesTo(u"packagesAction"_s) || !m_counter->clicks(u"makePackageButton"_s)
        || !m_counter->waitsFor(u"the package"_s, [&] { return m_counter->rowsOf(u"packageTable"_s) == m_packages; }))
        return false;
    m_counter->find<QAbstractItemView>(u"packageTable"_s)
        ->setCurrentIndex(m_counter->find<QAbstractItemView>(u"packageTable"_s)->model()->index(0, 0));
    if (!m_counter->clicks(u"handOverButton"_s) || !m_counter->choosesPath(outbox)
        || !m_counter->waitsFor(u"the file"_s, [&] { return packagesIn(outbox).size() == 1; }))
        return false;
    const QString keys = m_counter->path(u"station.keys.json"_s);
    const QString feedback = m_counter->path(u"feedback "_s + number + u".idcx"_s);
    auto opened = PracticeCentre::open(m_counter->path(u"centre"_s), 1);
    if (!opened)
        return false;
    PracticeCentre centre = *std::move(opened);
    if (!centre.take(packagesIn(outbox).first(), keys, {}) || !centre.answer(feedback, keys, m_counter->day()))
        return false;
    return m_counter->clicks(u"importFeedbackButton"_s) && m_counter->choosesPath(feedback)
        && m_counter->waitsFor(u"the feedback"_s, [&] { return m_counter->rowsOf(u"importLines"_s) > 0; })
        && m_counter->goesTo(u"receiptAction"_s) && m_counter->types(u"deliveryScanEdit"_s, number)
        && m_counter->presses(u"deliveryScanEdit"_s, Qt::Key_Return) && m_counter->clicks(u"putAwayButton"_s);
}

void TestEndToEnd::pagesAreWithoutAFault()
{
    const QStringList findings = m_applicant->findings();
    QVERIFY2(findings.isEmpty(), qPrintable(findings.join(u'\n')));
    QVERIFY(m_applicant->pages() > 30);
}

} // namespace idcounter::test

int main(int argc, char *argv[])
{
    idcounter::OpenCvCamera::prepareProcess();
    QApplication application(argc, argv);
    idcounter::test::TestEndToEnd test;
    QTEST_SET_MAIN_SOURCE_PATH
    return QTest::qExec(&test, argc, argv);
}
