#include "platform/sender/programsender.h"
#include "tests/support/pagebench.h"

#include <QProcess>

#include <sys/socket.h>
#include <unistd.h>

using namespace Qt::StringLiterals;
using namespace idcounter;
using namespace idcounter::platform;

// Texts by a program of the operator's. The programs are small scripts.
class TestProgramSender : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();

    void theExitCodeSaysHowItWent_data();
    void theExitCodeSaysHowItWent();
    void numberAndTextComeByTheInputAlone();
    void aProgramThatHangsIsKilledWithWhatItStarted();
    void whatIsNoProgramIsNotTaken_data();
    void whatIsNoProgramIsNotTaken();
    void aProgramThatIsGoneIsATechnicalFailure();
    void nothingOfItIsLogged();
    void nobodyWaitsForACode();
    void aFullQueueTakesNoMore();
    void theEndDoesNotWaitForTheProgram();
    void aFailedTextIsTriedAgain_data();
    void aFailedTextIsTriedAgain();
    void aSenderThatDoesNotWorkHoldsUpNobody();
    void withoutASenderTheStationTelephones();
    void thePageSaysThatNoCodeCanBeSent();
    void theCommandSetsAndTriesIt();

private:
    // A script of the test's folder; its path.
    QString script(const QByteArray &lines);
    std::unique_ptr<ProgramSender> senderOf(const QByteArray &lines,
                                            std::chrono::milliseconds timeLimit = std::chrono::seconds(20));
    QString inFolder(const QString &name) const { return m_folder->filePath(name); }
    QByteArray contentOf(const QString &name) const
    {
        QFile file(inFolder(name));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<PageBench> m_bench;
};

static const QString phone = QStringLiteral("13800001234");
static const QString text = QStringLiteral("123456 是您的验证码。\n第二行 $HOME `id` 'x'");

void TestProgramSender::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_bench = std::make_unique<PageBench>();
}

QString TestProgramSender::script(const QByteArray &lines)
{
    QFile file(inFolder(u"sender"_s));
    if (!file.open(QIODevice::WriteOnly | QIODevice::Truncate))
        return {};
    file.write("#!/bin/sh\ncd '" + m_folder->path().toUtf8() + "' || exit 1\n" + lines + '\n');
    file.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    return file.fileName();
}

std::unique_ptr<ProgramSender> TestProgramSender::senderOf(const QByteArray &lines, std::chrono::milliseconds timeLimit)
{
    auto made = ProgramSender::create({.path = script(lines), .timeLimit = timeLimit}, m_bench->platform->clock);
    return made ? *std::move(made) : nullptr;
}

void TestProgramSender::theExitCodeSaysHowItWent_data()
{
    QTest::addColumn<QByteArray>("lines");
    QTest::addColumn<SendResult>("result");

    QTest::newRow("taken by the gateway") << QByteArray("exit 0") << SendResult::Sent;
    QTest::newRow("reached the telephone") << QByteArray("exit 10") << SendResult::Delivered;
    QTest::newRow("never will") << QByteArray("exit 11") << SendResult::FailedPermanent;
    QTest::newRow("not now") << QByteArray("exit 12") << SendResult::FailedTemporary;
    QTest::newRow("a fault of the script") << QByteArray("exit 1") << SendResult::FailedTechnical;
    QTest::newRow("no code of ours") << QByteArray("exit 2") << SendResult::FailedTechnical;
    QTest::newRow("a program that it needs is missing") << QByteArray("exit 127") << SendResult::FailedTechnical;
    QTest::newRow("ended by a signal") << QByteArray("kill -TERM $$") << SendResult::FailedTechnical;
    QTest::newRow("reads nothing") << QByteArray("exec <&-; exit 0") << SendResult::Sent;
    QTest::newRow("writes much") << QByteArray("head -c 200000000 /dev/zero; head -c 9000000 /dev/zero >&2; exit 10")
                                 << SendResult::Delivered;
    QTest::newRow("leaves something behind") << QByteArray("sleep 1000 & exit 0") << SendResult::Sent;
}

void TestProgramSender::theExitCodeSaysHowItWent()
{
    QFETCH(QByteArray, lines);
    const auto sender = senderOf(lines);
    QVERIFY(sender);
    QTEST(sender->send(phone, text), "result");
    QFETCH(SendResult, result);
    QCOMPARE(sender->isWorking(), result != SendResult::FailedTechnical);
}

void TestProgramSender::numberAndTextComeByTheInputAlone()
{
    const int inherited = ::socket(AF_UNIX, SOCK_STREAM, 0); // as a server's library opens them
    QVERIFY(inherited >= 0);
    const auto sender = senderOf("cat > input\n"
                                 "tr '\\0' '\\n' < /proc/$$/cmdline > arguments\n"
                                 "env > environment\n"
                                 "ls -l /proc/$$/fd > files");
    const SendResult result = sender->send(phone, text);
    ::close(inherited);
    QCOMPARE(result, SendResult::Sent);
    QCOMPARE(contentOf(u"input"_s), (phone + u'\n' + text + u'\n').toUtf8());
    for (const QString &name : {u"arguments"_s, u"environment"_s}) {
        const QByteArray there = contentOf(name);
        QVERIFY(there.size() > 5); // the control: something was looked at
        QVERIFY(!there.contains(phone.toUtf8()));
        QVERIFY(!there.contains("123456"));
    }
    // Nothing of the platform's own is open in it.
    const QByteArray files = contentOf(u"files"_s);
    QVERIFY2(files.contains("/dev/null") && !files.contains("sqlite") && !files.contains("socket:"), files);
}

void TestProgramSender::aProgramThatHangsIsKilledWithWhatItStarted()
{
    const auto sender = senderOf("sleep 1000 &\necho $! > child\nwait", std::chrono::milliseconds(500));
    QCOMPARE(sender->send(phone, text), SendResult::FailedTechnical);
    const QByteArray child = contentOf(u"child"_s).trimmed();
    QVERIFY(!child.isEmpty());
    // Gone, or waiting for its new parent to look.
    const auto isGone = [&] {
        QFile state(u"/proc/%1/stat"_s.arg(QString::fromLatin1(child)));
        return !state.open(QIODevice::ReadOnly) || state.readAll().contains(") Z ");
    };
    QTRY_VERIFY(isGone());
}

void TestProgramSender::whatIsNoProgramIsNotTaken_data()
{
    QTest::addColumn<QString>("path");

    QTest::newRow("nothing there") << u"/nowhere/sender"_s;
    QTest::newRow("a name without its place") << u"sh"_s;
    QTest::newRow("a folder") << u"/bin"_s;
    QTest::newRow("a file that cannot be run") << u"/etc/passwd"_s;
    QTest::newRow("none") << QString();
}

void TestProgramSender::whatIsNoProgramIsNotTaken()
{
    QFETCH(QString, path);
    const auto made = ProgramSender::create({.path = path}, m_bench->platform->clock);
    QVERIFY(!made);
    QCOMPARE(made.error().code, Error::Code::PlatformNotSet);
    QVERIFY(ProgramSender::create({.path = u"/bin/sh"_s}, m_bench->platform->clock)); // the control
}

void TestProgramSender::aProgramThatIsGoneIsATechnicalFailure()
{
    const auto sender = senderOf("exit 10");
    QCOMPARE(sender->send(phone, text), SendResult::Delivered);
    QVERIFY(QFile::remove(inFolder(u"sender"_s)));
    QCOMPARE(sender->send(phone, text), SendResult::FailedTechnical);
    QVERIFY(!sender->isWorking());
    QVERIFY(!sender->sendSoon(phone, text));
    // Half a minute later it is tried again, and works.
    m_bench->now = m_bench->now.addSecs(30);
    QVERIFY(sender->isWorking());
    script("exit 10");
    QCOMPARE(sender->send(phone, text), SendResult::Delivered);
    QVERIFY(sender->isWorking());
}

static QStringList logged;

void TestProgramSender::nothingOfItIsLogged()
{
    logged.clear();
    const auto before
        = qInstallMessageHandler([](QtMsgType, const QMessageLogContext &, const QString &line) { logged << line; });
    const auto sender = senderOf("cat; cat >&2; exit 3");
    const SendResult result = sender->send(phone, text);
    qInstallMessageHandler(before);
    QCOMPARE(result, SendResult::FailedTechnical);
    QCOMPARE(logged, QStringList{u"sender: the program ended with 3"_s});
}

void TestProgramSender::nobodyWaitsForACode()
{
    // The program goes on when the test says so: whoever waited for it would wait for ever.
    const auto sender = senderOf("while [ ! -e go ]; do sleep 0.02; done\ncat > sent.tmp\nmv sent.tmp sent\nexit 10");
    m_bench->platform->sender = sender.get();
    Browser browser(m_bench->pages);
    browser.get(u"/login"_s);
    QCOMPARE(browser.post(u"/login"_s, {{u"phone"_s, phone}}).status, 303);
    QVERIFY(contentOf(u"sent"_s).isEmpty());
    QFile go(inFolder(u"go"_s));
    QVERIFY(go.open(QIODevice::WriteOnly));
    QTRY_VERIFY(!contentOf(u"sent"_s).isEmpty());
    const QString sent = QString::fromUtf8(contentOf(u"sent"_s));
    QCOMPARE(sent.section(u'\n', 0, 0), phone);
    browser.follow();
    QCOMPARE(browser.post(u"/login/code"_s, {{u"code"_s, sent.section(u'\n', 1).left(6)}}).status, 303);
    QCOMPARE(browser.location(), u"/me"_s);
}

void TestProgramSender::aFullQueueTakesNoMore()
{
    const auto sender = senderOf("sleep 1000");
    int taken = 0;
    while (taken < 1000 && sender->sendSoon(phone, text))
        ++taken;
    QVERIFY2(taken >= 200 && taken <= 204, qPrintable(QString::number(taken))); // and the four that are under way
}

// It would take an hour, for which no test waits.
void TestProgramSender::theEndDoesNotWaitForTheProgram()
{
    auto sender = senderOf("echo $$ > started\nsleep 3600", std::chrono::hours(1));
    QVERIFY(sender->sendSoon(phone, text));
    QTRY_VERIFY(!contentOf(u"started"_s).isEmpty());
    sender.reset();
}

void TestProgramSender::aFailedTextIsTriedAgain_data()
{
    QTest::addColumn<SendResult>("result");
    QTest::addColumn<QString>("atTheEnd");

    QTest::newRow("not now") << SendResult::FailedTemporary << u"FAILED_TEMPORARY"_s;
    QTest::newRow("does not work") << SendResult::FailedTechnical << u"FAILED_TECHNICAL"_s;
}

void TestProgramSender::aFailedTextIsTriedAgain()
{
    QFETCH(SendResult, result);
    const QStringList slotIds = m_bench->openHall(1);
    const auto booking = m_bench->book();
    QVERIFY(m_bench->decide(booking->id, u"approve"_s, m_bench->wishes(slotIds)));
    const auto message = [&] {
        return m_bench->platform
            ->read([&](Resources &resources) { return resources.about(booking->id, u"messages"_s); })
            ->first();
    };
    RecordingSender &sender = m_bench->sender;
    sender.result = result;
    QList<qint64> waited;
    qint64 since = 0;
    for (qint64 second = 0; second < 6 * 3600; second += 20) {
        const qsizetype before = sender.sent.size();
        sendWaiting(*m_bench->platform);
        if (sender.sent.size() > before) {
            waited << second - since;
            since = second;
        }
        QCOMPARE(message().state, waited.size() < 9 ? u"QUEUED"_s : u"FAILED"_s);
        m_bench->now = m_bench->now.addSecs(20);
    }
    QCOMPARE(waited, QList<qint64>({0, 60, 120, 240, 480, 960, 1920, 3840, 7680}));
    QTEST(message().body[u"deliveries"_s][1][u"state"_s].toString(), "atTheEnd");
    QVERIFY(!message().dueAt.isValid());
}

// A text that can be sent in between is; and a text that waits does not count as one that falls due.
void TestProgramSender::aSenderThatDoesNotWorkHoldsUpNobody()
{
    const QStringList slotIds = m_bench->openHall(3);
    QStringList bookings;
    for (int person = 0; person < 3; ++person) {
        bookings << m_bench->book(person)->id;
        QVERIFY(m_bench->decide(bookings.last(), u"approve"_s, m_bench->wishes({slotIds[person]})));
    }
    RecordingSender &sender = m_bench->sender;
    sender.result = SendResult::FailedTechnical;
    QCOMPARE(sendWaiting(*m_bench->platform), 0);
    QCOMPARE(sender.sent.size(), 1); // the others would meet the same
    sender.result = SendResult::Delivered;
    QCOMPARE(sendWaiting(*m_bench->platform), 2);
    m_bench->now = m_bench->now.addSecs(60);
    const auto due = m_bench->platform->read([](Resources &resources) { return resources.due(); });
    QCOMPARE(due->size(), 0);
    QCOMPARE(sendWaiting(*m_bench->platform), 1);
    QCOMPARE(sendWaiting(*m_bench->platform), 0);
}

void TestProgramSender::withoutASenderTheStationTelephones()
{
    const QStringList slotIds = m_bench->openHall(1);
    const auto booking = m_bench->book();
    QVERIFY(m_bench->decide(booking->id, u"approve"_s, m_bench->wishes(slotIds)));
    m_bench->platform->sender = nullptr;
    QCOMPARE(sendWaiting(*m_bench->platform), 1);
    const auto messages
        = m_bench->platform->read([&](Resources &resources) { return resources.about(booking->id, u"messages"_s); });
    QCOMPARE(messages->first().state, u"FAILED"_s);
}

void TestProgramSender::thePageSaysThatNoCodeCanBeSent()
{
    const QString said = u"No code can be sent at present"_s;
    Browser browser(m_bench->pages);
    browser.get(u"/login"_s);
    QVERIFY(!browser.shows(said)); // the control
    const QString csrf = browser.value(u"csrf"_s);
    const auto post = [&] {
        return browser.postAsIs(u"/login"_s, {{u"csrf"_s, csrf}, {u"phone"_s, phone}},
                                {{"sec-fetch-site", "same-origin"}});
    };
    // There is none.
    m_bench->platform->sender = nullptr;
    browser.get(u"/login"_s);
    QVERIFY(browser.shows(said));
    QVERIFY(!browser.shows(u"name=\"phone\""_s));
    QCOMPARE(post().status, 503);
    QVERIFY(browser.shows(said));
    QCOMPARE(browser.header("Retry-After"), "60");
    // There is one that does not work: who asked first is told on the page for the code.
    const auto sender = senderOf("exit 1");
    m_bench->platform->sender = sender.get();
    QCOMPARE(post().status, 303);
    QTRY_VERIFY(!sender->isWorking());
    browser.follow();
    QVERIFY(browser.shows(said));
    QCOMPARE(post().status, 503);
    QVERIFY(browser.shows(said));
    QVERIFY(!browser.shows(phone));
    // It works again.
    script("exit 0");
    m_bench->now = m_bench->now.addSecs(30);
    QCOMPARE(post().status, 303);
    browser.follow();
    QVERIFY(!browser.shows(said));
}

void TestProgramSender::theCommandSetsAndTriesIt()
{
    const QString folder = inFolder(u"platform"_s);
    QVERIFY(QDir().mkpath(folder));
    const auto run = [&](const QStringList &words, const QByteArray &input = {}) {
        QProcess process;
        process.setProcessChannelMode(QProcess::MergedChannels);
        process.start(QStringLiteral(IDCOUNTER_PLATFORM), QStringList{u"--dir"_s, folder} + words);
        process.write(input);
        process.closeWriteChannel();
        process.waitForFinished();
        return QString::number(process.exitCode()) + u' ' + QString::fromUtf8(process.readAll());
    };
    const QString program = script("read number; [ \"$number\" = 13800001234 ] && exit 10; exit 11");
    QVERIFY(run({u"sender"_s, program}).contains(u"PlatformForeign"_s)); // a practice platform sends nothing
    QVERIFY(QDir(folder).removeRecursively());
    QVERIFY(QDir().mkpath(folder));
    QFile ini(folder + u"/platform.ini"_s);
    QVERIFY(ini.open(QIODevice::WriteOnly));
    ini.write("practice=false\n");
    ini.close();
    QVERIFY(run({u"sender"_s}).startsWith("1 sender: PlatformNotSet"_L1));
    QVERIFY(run({u"sender"_s, u"/nowhere/sender"_s}).startsWith("1 sender: PlatformNotSet"_L1));
    QCOMPARE(run({u"sender"_s, program}), u"0 "_s);
    QCOMPARE(run({u"sender"_s}, "13800001234\n"), u"0 delivered\n"_s);
    QCOMPARE(run({u"sender"_s}, "13800009999\n"), u"1 failed: never to this telephone\n"_s);
}

QTEST_GUILESS_MAIN(TestProgramSender)
#include "tst_programsender.moc"
