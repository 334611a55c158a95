#include "app/documents/casefile.h"
#include "app/documents/dailyreport.h"
#include "app/workflow/bookingfigures.h"
#include "app/workflow/casefile.h"
#include "tests/support/lifecases.h"
#include "tests/support/linkedstation.h"
#include "widgets/cases/casefilepage.h"
#include "widgets/common/language.h"
#include "widgets/common/theme.h"

#include <QApplication>
#include <QLabel>
#include <QProcess>
#include <QSqlDatabase>
#include <QSqlQuery>
#include <QTableWidget>

using namespace idcounter;
using namespace Qt::StringLiterals;

namespace {

constexpr int waitingRows = 3000;

class NoPrinter : public Printer
{
public:
    QString label() const override { return {}; }
    void print(const QUuid &job, const QString &, const QByteArray &) override { Q_EMIT printed(job); }
};

// PDF text as a reader gives it, without blanks. For looking at: IDCOUNTER_PICTURES names the folder.
QString textOf(const Document &paper, const QString &name)
{
    const auto pdf = toPdf(paper);
    const QTemporaryDir temporary;
    const QString wanted = qEnvironmentVariable("IDCOUNTER_PICTURES");
    QFile file((wanted.isEmpty() ? temporary.path() : wanted) + u'/' + name + u".pdf"_s);
    if (!pdf || !file.open(QIODevice::WriteOnly) || file.write(*pdf) != pdf->size())
        return {};
    file.close();
    QProcess process;
    process.start(u"pdftotext"_s, {u"-layout"_s, file.fileName(), u"-"_s});
    if (!process.waitForFinished())
        return {};
    return QString::fromUtf8(process.readAllStandardOutput())
        .normalized(QString::NormalizationForm_KC)
        .remove(u' ')
        .replace(u'戶', u'户');
}

} // namespace

// What is kept of bookings and online applications: in the day's figures, in the file of a case, in the outbox.
class TestBookingRecords : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        applyTheme(*qApp, qEnvironmentVariable("IDCOUNTER_THEME") == "dark"_L1 ? Theme::Dark : Theme::Light);
    }
    void init();
    void cleanup();
    void theDayIsCounted();
    void anOverrideStandsInTheCaseFile();
    void overridesAreReadAgain_data();
    void overridesAreReadAgain();
    void theBacklogIsNotReadWhole();
    void theFirstOfEachLaneLeaves();

private:
    QString book(int person)
    {
        const auto booking = m_station->bench.book(person);
        m_station->api->wake();
        const auto isListed = [&] {
            const auto &rows = m_desk->toReview();
            return std::any_of(rows.begin(), rows.end(),
                               [&](const BookingRow &row) { return row.booking.id == QUuid(booking->id); });
        };
        if (!booking || !QTest::qWaitFor(isListed))
            return {};
        QSignalSpy opened(m_desk.get(), &BookingDesk::opened);
        m_desk->open(QUuid(booking->id));
        return opened.wait() ? booking->id : QString();
    }
    // With the first seat of the station that is free.
    void approveOwn()
    {
        const auto &times = m_desk->file()->times;
        const auto own
            = std::find_if(times.begin(), times.end(), [](const FreeTime &time) { return !time.own.isEmpty(); });
        QVERIFY(own != times.end());
        m_desk->approveNow(*own);
    }
    bool isIn(const QString &kind, const QString &id, const QString &state)
    {
        return QTest::qWaitFor([&] { return m_station->there(kind, id)->state == state; });
    }
    // An application whose household data differ, confirmed all the same and paid; its case.
    std::optional<Case> takenOver(const QString &reason);
    Result<std::optional<DayBookings>> figuresOf(QDate day)
    {
        std::optional<Result<std::optional<DayBookings>>> read;
        QObject asker;
        m_station->practice.store.read(
            &asker, [day](Repositories &repositories) { return dayBookings(repositories, day); },
            [&](const Result<std::optional<DayBookings>> &figures) { read = figures; });
        if (!QTest::qWaitFor([&] { return read.has_value(); }))
            return Error{Error::Code::RecordMissing, {}};
        return *read;
    }
    // So many decisions in lanes of their own, and one more in the first lane.
    bool fillOutbox(int rows);

    Language m_language;
    std::unique_ptr<LinkedStation> m_station;
    std::unique_ptr<BookingDesk> m_desk;
};

void TestBookingRecords::init()
{
    m_language.use(qEnvironmentVariable("IDCOUNTER_LANGUAGE", u"en"_s));
    m_station = std::make_unique<LinkedStation>();
    QVERIFY(m_station->open());
    BookingHours hours(m_station->practice.counter(), *m_station->link);
    BookingPlace hall = hours.usualHall();
    hall.id = QUuid(m_station->bench.place);
    hall.bookableToDays = 2;
    hours.save(hall);
    QTRY_VERIFY(m_station->there(u"places"_s, m_station->bench.place).has_value());
    QTRY_COMPARE_WITH_TIMEOUT(m_station->link->state().unsent, 0, 30000);
    m_desk = std::make_unique<BookingDesk>(m_station->practice.counter(), *m_station->link);
    connect(m_desk.get(), &BookingDesk::failed, this,
            [](const Error &error) { qWarning("%s %s", qPrintable(name(error.code)), qPrintable(error.detail)); });
}

void TestBookingRecords::cleanup()
{
    m_desk.reset();
    m_station.reset();
}

std::optional<Case> TestBookingRecords::takenOver(const QString &reason)
{
    const QJsonObject typed = PlatformBench::reissueForm(0)[u"applicant"_s].toObject();
    Draft before = test::formOf(m_station->practice, typed[u"number"_s].toString(), typed[u"name"_s].toString());
    before.applicant.sex = typed[u"sex"_s].toString();
    before.applicant.ethnicGroup = typed[u"ethnicGroup"_s].toString();
    before.applicant.address = u"新疆维吾尔自治区乌鲁木齐市天山区旧路9号"_s; // moved since
    if (!test::putCase(m_station->practice, before, CaseState::Closed, {}, QByteArray("template")))
        return {};
    const platform::ReissueOrder order{.id = m_station->bench.newId(),
                                       .account = m_station->bench.account(0),
                                       .language = u"en"_s,
                                       .station = m_station->bench.station.unit,
                                       .form = PlatformBench::reissueForm(0)};
    if (!m_station->bench.platform->write([&](platform::Resources &resources) {
            return platform::Applications(*m_station->bench.platform, resources).submit(order);
        }))
        return {};
    ReissueDesk desk(m_station->practice.counter(), *m_station->link);
    m_station->api->wake();
    QSignalSpy opened(&desk, &ReissueDesk::opened);
    if (!QTest::qWaitFor([&] { return desk.rows().size() == 1; }))
        return {};
    desk.open(QUuid(order.id));
    if (!opened.wait() || allHold(desk.file()->findings))
        return {};
    desk.confirmEligible(reason);
    if (!isIn(u"applications"_s, order.id, u"ELIGIBLE"_s))
        return {};
    const QString payment = m_station->there(u"applications"_s, order.id)->body[u"payment"_s].toString();
    const auto paid = m_station->bench.platform->write([&](platform::Resources &resources) {
        return platform::Payments(*m_station->bench.platform, resources)
            .happened({.providerId = u"event"_s,
                       .said = u"PAID"_s,
                       .payment = payment,
                       .amountFen = 4000,
                       .at = m_station->bench.now});
    });
    m_station->api->wake();
    const bool isPaid = paid && QTest::qWaitFor([&] {
                            return !desk.rows().isEmpty()
                                && desk.rows().first().application.state == ApplicationState::Paid
                                && !desk.rows().first().isUnsent && desk.rows().first().payment->paidFen == 4000;
                        });
    if (!isPaid)
        return {};
    desk.open(QUuid(order.id));
    if (!opened.wait())
        return {};
    std::optional<Case> made;
    connect(&desk, &ReissueDesk::accepted, this, [&](const Case &accepted) { made = accepted; });
    desk.takeOver();
    return QTest::qWaitFor([&] { return made.has_value(); }) ? made : std::nullopt;
}

void TestBookingRecords::theDayIsCounted()
{
    const QDate day(2026, 11, 24);
    const QString comes = book(1);
    approveOwn();
    QVERIFY(isIn(u"bookings"_s, comes, u"CONFIRMED"_s));
    const QString stays = book(2);
    approveOwn();
    QVERIFY(isIn(u"bookings"_s, stays, u"CONFIRMED"_s));
    const QString refused = book(3);
    m_desk->refuse(u"不符合条件。"_s);
    QVERIFY(isIn(u"bookings"_s, refused, u"REFUSED"_s));
    QTRY_COMPARE(m_desk->today().size(), 2);
    auto figures = figuresOf(day);
    QVERIFY(figures && *figures);
    QCOMPARE((*figures)->withPlace, 2);
    QCOMPARE((*figures)->stillOpen(), 2);
    m_desk->arrive(QUuid(comes));
    QVERIFY(isIn(u"bookings"_s, comes, u"ARRIVED"_s));
    const QDateTime noon(day, QTime(4, 0), Qt::UTC);
    m_station->setNow(noon);
    // Without a line: what was said here counts at once.
    m_station->stop();
    m_desk->noShow(QUuid(stays));
    QTRY_VERIFY(figuresOf(day) && figuresOf(day)->value().noShows == 1);
    QVERIFY(m_station->serve());
    m_station->link->tryNow();
    QVERIFY(takenOver(u"已核对居民户口簿。"_s).has_value());

    const DayBookings expected{.submitted = 3,
                               .decisions = {{u"approve"_s, 2}, {u"refuse"_s, 1}},
                               .withPlace = 2,
                               .arrived = 1,
                               .noShows = 1,
                               .applications = 1,
                               .applicationDecisions = {{u"eligible"_s, 1}},
                               .payments = {{u"REISSUE_LOST"_s, 1}},
                               .paid = {{u"REISSUE_LOST"_s, Fen{4000}}}};
    figures = figuresOf(day);
    QVERIFY(figures && *figures);
    QVERIFY(**figures == expected);
    // Control: the day after has none of it.
    figures = figuresOf(day.addDays(1));
    QVERIFY(figures && *figures);
    QVERIFY(**figures == DayBookings());

    DayFigures report{.day = day};
    report.progress = DayProgress{.bookings = expected};
    const ReportHead head{.station = u"天山区派出所"_s, .unitCode = u"650102001"_s, .printedBy = u"李秀英"_s};
    const auto paper = dailyReport(report, head, m_station->practice.rules);
    QVERIFY(paper);
    const QString text = textOf(*paper, u"report-bookings"_s);
    for (const QString &line :
         {u"预约与网上办理"_s, u"收到网上预约3"_s, u"准予预约2"_s, u"不予预约1"_s, u"预约当日到场2"_s, u"已到场1"_s,
          u"未到场(爽约)1"_s, u"收到网上补领申请1"_s, u"40.00"_s})
        QVERIFY2(text.contains(line), qPrintable(line + text));
    report.progress->bookings.reset();
    const auto without = dailyReport(report, head, m_station->practice.rules);
    QVERIFY(without && !textOf(*without, u"report-without"_s).contains(u"网上办理"_s));
}

void TestBookingRecords::anOverrideStandsInTheCaseFile()
{
    const auto made = takenOver(u"已核对居民户口簿，仅门牌号变更。"_s);
    QVERIFY(made.has_value());
    NoPrinter printer;
    const Counter counter = m_station->practice.counter();
    CaseFilePage page(counter, printer);
    page.resize(1366, 690);
    page.show();
    page.open(made->id);
    auto *timeline = page.findChild<QTableWidget *>(u"timelineTable"_s);
    QTRY_COMPARE(timeline->rowCount(), 2); // the newest first
    const QString sentence = timeline->item(1, 1)->text();
    QVERIFY2(sentence.contains(u"已核对居民户口簿，仅门牌号变更。"_s), qPrintable(sentence));
    QVERIFY2(sentence.contains(u"household data"_s) || m_language.following().code == "en"_L1, qPrintable(sentence));
    QCOMPARE(timeline->item(1, 2)->text(), counter.person.name);
    QVERIFY(timeline->item(1, 0)->text().startsWith(u"2026-11-24 09:0"_s));
    if (const QString folder = qEnvironmentVariable("IDCOUNTER_PICTURES"); !folder.isEmpty())
        page.grab().save(folder + u"/casefile_override.png"_s);

    CaseFileDesk desk(counter, printer);
    std::optional<CaseFile> file;
    connect(&desk, &CaseFileDesk::opened, this, [&](const CaseFile &opened) { file = opened; });
    desk.open(made->id);
    QTRY_VERIFY(file.has_value());
    CaseFileFacts facts{.standing = file->clocks.standing, .steps = file->steps, .printedAt = counter.clock()};
    auto paper = caseFilePaper(facts, counter.rules);
    QVERIFY(paper);
    QString text = textOf(*paper, u"casefile-override"_s);
    QVERIFY2(text.contains(u"条件未全部满足"_s), qPrintable(text));
    // The line wraps beside the name.
    QVERIFY2(text.contains(u"户口登记项目与存"_s) && text.contains(u"档不一致"_s), qPrintable(text));
    QVERIFY2(text.contains(u"牌号变更"_s), qPrintable(text));
    QVERIFY(text.contains(counter.person.name));
    // Control: without the step the file says nothing of it.
    facts.steps.removeFirst();
    paper = caseFilePaper(facts, counter.rules);
    QVERIFY(paper && !textOf(*paper, u"casefile-without"_s).contains(u"条件未全部满足"_s));
}

void TestBookingRecords::overridesAreReadAgain_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QList<Error::Code>>("against");
    QTest::addColumn<QString>("reason");
    QTest::newRow("one condition") << u"ReissuePhotoOld: 照片清晰"_s << QList{Error::Code::ReissuePhotoOld}
                                   << u"照片清晰"_s;
    QTest::newRow("two, and a colon in the reason")
        << u"ReissuePhotoOld ReissuePrintsOld: as told: fine"_s
        << QList{Error::Code::ReissuePhotoOld, Error::Code::ReissuePrintsOld} << u"as told: fine"_s;
    QTest::newRow("of an earlier version") << u"照片清晰"_s << QList<Error::Code>() << u"照片清晰"_s;
    QTest::newRow("a colon, and no conditions") << u"as told: fine"_s << QList<Error::Code>() << u"as told: fine"_s;
    QTest::newRow("nothing was set aside") << QString() << QList<Error::Code>() << QString();
}

void TestBookingRecords::overridesAreReadAgain()
{
    QFETCH(QString, text);
    QFETCH(QList<Error::Code>, against);
    QFETCH(QString, reason);
    const ReissueOverride given = ReissueOverride::fromText(text);
    QCOMPARE(given.against, against);
    QCOMPARE(given.reason, reason);
    if (!against.isEmpty())
        QCOMPARE(given.toText(), text);
}

bool TestBookingRecords::fillOutbox(int rows)
{
    return test::inDatabase<int>(m_station->practice,
                                 [rows](Repositories &repositories) -> Result<int> {
                                     const QUuid first = QUuid::createUuid();
                                     for (int row = 0; row <= rows; ++row) {
                                         const QUuid id = QUuid::createUuid();
                                         const Outgoing outgoing{.id = id,
                                                                 .kind = u"decisions"_s,
                                                                 .lane = row == 0 || row == 1 ? first : id,
                                                                 .createdAt
                                                                 = QDateTime({2026, 11, 24}, {1, 0}, Qt::UTC),
                                                                 .person = u"zhao"_s,
                                                                 .body = "{}"};
                                         if (const auto put = repositories.platform.enqueue(outgoing); !put)
                                             return put.error();
                                     }
                                     return rows;
                                 })
        .has_value();
}

// A row far behind is damaged: who reads the whole backlog finds it, who reads what leaves next does not.
void TestBookingRecords::theBacklogIsNotReadWhole()
{
    m_station->link.reset();
    m_station->stop();
    QVERIFY(fillOutbox(waitingRows));
    {
        QSqlDatabase other = QSqlDatabase::addDatabase(u"QSQLITE"_s, u"other"_s);
        other.setDatabaseName(m_station->practice.path);
        QVERIFY(other.open());
        QSqlQuery damage(other);
        QVERIFY(damage.exec(u"UPDATE platform_outgoing SET person = 'li' WHERE seq = (SELECT MAX(seq) FROM "
                            "platform_outgoing)"_s));
        other.close();
    }
    QSqlDatabase::removeDatabase(u"other"_s);
    const QDateTime now = m_station->practice.now;
    const auto due = test::inDatabase<QList<Outgoing>>(
        m_station->practice, [now](Repositories &repositories) { return repositories.platform.due(now, 8); });
    QVERIFY(due.has_value());
    QCOMPARE(due->size(), 8);
    const auto backlog = test::inDatabase<PlatformRepository::Backlog>(
        m_station->practice, [now](Repositories &repositories) { return repositories.platform.backlog(now); });
    QVERIFY(backlog.has_value());
    QCOMPARE(backlog->waiting, waitingRows + 1);
    QCOMPARE(backlog->oldest, QDateTime({2026, 11, 24}, {1, 0}, Qt::UTC));
    QVERIFY(!backlog->nextTry.isValid());
    const auto whole = test::inDatabase<QList<Outgoing>>(
        m_station->practice, [](Repositories &repositories) { return repositories.platform.waiting(); });
    QVERIFY(!whole.has_value());
}

void TestBookingRecords::theFirstOfEachLaneLeaves()
{
    m_station->link.reset();
    m_station->stop();
    QVERIFY(fillOutbox(3)); // lanes: two in the first, and two more
    const QDateTime now = m_station->practice.now;
    const auto due = [&](int limit) {
        return test::inDatabase<QList<Outgoing>>(
            m_station->practice, [=](Repositories &repositories) { return repositories.platform.due(now, limit); });
    };
    auto found = due(10);
    QVERIFY(found.has_value());
    QCOMPARE(found->size(), 3);
    Outgoing head = found->first();
    // What failed is kept back, and so is what comes after it in its lane.
    head.nextTry = now.addSecs(60);
    head.tries = 1;
    QVERIFY(test::inDatabase<bool>(m_station->practice, [head](Repositories &repositories) -> Result<bool> {
                const auto done = repositories.platform.update(head);
                return done ? Result<bool>(true) : done.error();
            }).has_value());
    found = due(10);
    QCOMPARE(found->size(), 2);
    QVERIFY(found->first().lane != head.lane && found->last().lane != head.lane);
    // A slot waits for a place, and for nothing else.
    QVERIFY(test::inDatabase<bool>(m_station->practice, [=](Repositories &repositories) -> Result<bool> {
                for (const QString &kind : {u"slots"_s, u"places"_s}) {
                    const QUuid id = QUuid::createUuid();
                    const auto put = repositories.platform.enqueue(
                        {.id = id, .kind = kind, .lane = id, .createdAt = now, .person = u"zhao"_s, .body = "{}"});
                    if (!put)
                        return put.error();
                }
                return true;
            }).has_value());
    found = due(10);
    QCOMPARE(found->size(), 3);
    QCOMPARE(found->last().kind, u"places"_s);
    Outgoing place = found->last();
    place.state = Outgoing::State::Sent;
    place.sentAt = now;
    QVERIFY(test::inDatabase<bool>(m_station->practice, [place](Repositories &repositories) -> Result<bool> {
                const auto done = repositories.platform.update(place);
                return done ? Result<bool>(true) : done.error();
            }).has_value());
    found = due(10);
    QCOMPARE(found->last().kind, u"slots"_s);
    QCOMPARE(due(1)->size(), 1);
    const auto backlog = test::inDatabase<PlatformRepository::Backlog>(
        m_station->practice, [now](Repositories &repositories) { return repositories.platform.backlog(now); });
    QCOMPARE(backlog->nextTry, now.addSecs(60));
}

QTEST_MAIN(TestBookingRecords)
#include "tst_bookingrecords.moc"
