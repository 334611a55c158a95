#include "platform/http/httpserver.h"
#include "tests/support/pagebench.h"
#include "tests/support/rawvisitor.h"

#include <QProcess>
#include <QRandomGenerator>
#include <QScopeGuard>
#include <QSemaphore>
#include <QSslCertificate>
#include <QSslKey>
#include <QSslSocket>

#include <atomic>
#include <thread>

using namespace Qt::StringLiterals;
using namespace idcounter;
using namespace idcounter::platform;

namespace {

constexpr char good[] = "GET /good HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n";
constexpr int manySlow = 100; // of each kind
constexpr int manyGood = 20;

QByteArray postWith(const QByteArray &headers, const QByteArray &body = {})
{
    return "POST /good HTTP/1.1\r\nHost: 127.0.0.1\r\n" + headers + "\r\n" + body;
}

} // namespace

// The server on the loopback, with visitors of every kind. How long something takes is not looked at: what is waited for are
// the server's own limits.
class TestHttpServer : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void requestAsItCame();
    void slowVisitors();
    void tooMuch_data();
    void tooMuch();
    void longBodiesShareOneStore();
    void readInTwoWays_data();
    void readInTwoWays();
    void mutatedRequests();
    void visitorsWhoLeave();
    void answerThatIsNotRead();
    void endsWithAnAnswer();
    void onlyThisMachineWithoutTls_data();
    void onlyThisMachineWithoutTls();
    void clientCertificates();
    void sessionOfACertificate();
    void proxyInFront_data();
    void proxyInFront();

private:
    HttpResponse handle(const HttpRequest &request);
    bool serve(HttpSettings settings = {});
    bool answersWell() { return RawVisitor::statusOf(RawVisitor(m_server->port()).ask(good)) == 200; }
    bool makeCertificates();
    bool openssl(const QString &arguments);
    QString file(const QString &name) const { return m_folder.filePath(name); }
    HttpSettings tls() const
    {
        return {
            .certificate = file(u"server.pem"_s), .key = file(u"server.key"_s), .clientAuthority = file(u"ca.pem"_s)};
    }
    QByteArray askByTls(const QString &certificate);

    QTemporaryDir m_folder;
    std::unique_ptr<HttpServer> m_server;
    std::function<HttpResponse(const HttpRequest &)> m_handler; // in the server's threads
    std::atomic<int> m_handled = 0;
    QMutex m_mutex;
    HttpRequest m_last;
};

void TestHttpServer::init()
{
    m_handler = {};
    m_handled = 0;
    m_last = {};
}

void TestHttpServer::cleanup()
{
    m_server.reset();
}

HttpResponse TestHttpServer::handle(const HttpRequest &request)
{
    ++m_handled;
    {
        const QMutexLocker lock(&m_mutex);
        m_last = request;
    }
    return m_handler ? m_handler(request) : HttpResponse{.body = "good"};
}

bool TestHttpServer::serve(HttpSettings settings)
{
    auto started = HttpServer::start(settings, [this](const HttpRequest &request) { return handle(request); });
    if (started)
        m_server = *std::move(started);
    return m_server != nullptr;
}

void TestHttpServer::requestAsItCame()
{
    QVERIFY(serve());
    m_handler = [](const HttpRequest &request) {
        return HttpResponse{.status = 404, .body = request.body}.with("X-One", "1").with("X-Two", "a\r\nX-Three: 3");
    };
    const QByteArray answer = RawVisitor(m_server->port())
                                  .ask("PUT /a/b?c=%20d HTTP/1.1\r\nHost: 127.0.0.1\r\nX-Name: one\r\nx-name: two\r\n"
                                       "Transfer-Encoding: chunked\r\n\r\n2\r\nok\r\n0\r\n\r\n");
    QCOMPARE(RawVisitor::statusOf(answer), 404);
    QCOMPARE(RawVisitor::bodyOf(answer), "ok");
    QVERIFY(answer.contains("X-One: 1\r\n"));
    QVERIFY(!answer.contains("X-Three"));
    QCOMPARE(m_last.method, "PUT");
    QCOMPARE(m_last.target, "/a/b?c=%20d");
    QCOMPARE(m_last.path(), "/a/b");
    QCOMPARE(m_last.query().queryItemValue(u"c"_s, QUrl::FullyDecoded), u" d"_s);
    QCOMPARE(m_last.header("x-name"), "one, two");
    QCOMPARE(m_last.body, "ok");
    QCOMPARE(m_last.peer, u"127.0.0.1"_s);
    QCOMPARE(m_last.certificate, QString());
}

// Half a header, half a body, nothing at all, and letter by letter: the others are answered meanwhile, and the limit ends them.
void TestHttpServer::slowVisitors()
{
    QVERIFY(serve());
    std::vector<RawVisitor> slow;
    const QByteArray halves[] = {"GET /slow HTTP/1.1\r\nHost: 127", postWith("Content-Length: 100\r\n", "half"), ""};
    for (const QByteArray &half : halves) {
        for (int count = 0; count < manySlow; ++count) {
            slow.emplace_back(m_server->port());
            QVERIFY(slow.back().isConnected());
            QCOMPARE(slow.back().send(half), half.size());
        }
    }
    RawVisitor dripping(m_server->port());
    dripping.send("GET /");
    for (int count = 0; count < manyGood; ++count)
        QVERIFY(answersWell());
    // They were open while the others were answered.
    QVERIFY(std::none_of(slow.begin(), slow.end(), [](const RawVisitor &one) { return one.isClosed(); }));
    constexpr int look = 100; // milliseconds
    for (const RawVisitor &one : slow) {
        while (!one.isClosed(look))
            dripping.send("a");
    }
    while (!dripping.isClosed(look))
        dripping.send("a");
    QCOMPARE(m_handled, manyGood);
    QVERIFY(answersWell());
}

void TestHttpServer::tooMuch_data()
{
    QTest::addColumn<QByteArray>("request");
    QTest::addColumn<bool>("isAnswered");
    constexpr qsizetype head = 8192;
    constexpr qsizetype body = qsizetype(512) << 10;
    const auto fields = [](int count, qsizetype size) {
        QByteArray all;
        for (int at = 0; at < count; ++at)
            all += "X-" + QByteArray::number(at) + ": " + QByteArray(size, 'a') + "\r\n";
        return all;
    };
    const auto get = [](const QByteArray &target, const QByteArray &headers) {
        return "GET /" + target + " HTTP/1.1\r\nHost: 127.0.0.1\r\n" + headers + "\r\n";
    };
    const auto chunks = [](qsizetype size) {
        return QByteArray::number(size, 16) + "\r\n" + QByteArray(size, 'a') + "\r\n0\r\n\r\n";
    };
    QTest::newRow("a line that fits") << get(QByteArray(head / 2, 'a'), {}) << true;
    QTest::newRow("line") << get(QByteArray(head + 1, 'a'), {}) << false;
    QTest::newRow("line without end") << "GET /" + QByteArray(1000000, 'a') << false;
    QTest::newRow("value that fits") << get({}, fields(1, head / 2)) << true;
    QTest::newRow("value") << get({}, fields(1, head + 1)) << false;
    QTest::newRow("name") << get({}, QByteArray(head + 1, 'a') + ": 1\r\n") << false;
    QTest::newRow("headers without end") << "GET / HTTP/1.1\r\n" + fields(100000, 100) << false;
    QTest::newRow("fields that fit") << get({}, fields(90, 1)) << true;
    QTest::newRow("fields") << get({}, fields(101, 1)) << false;
    QTest::newRow("each fits, all do not") << get({}, fields(5, head / 4)) << false;
    QTest::newRow("body that fits") << postWith("Content-Length: " + QByteArray::number(body) + "\r\n",
                                                QByteArray(body, 'a'))
                                    << true;
    QTest::newRow("body") << postWith("Content-Length: " + QByteArray::number(body + 1) + "\r\n",
                                      QByteArray(body + 1, 'a'))
                          << false;
    QTest::newRow("body that is only announced") << postWith("Content-Length: 300000000\r\n") << false;
    QTest::newRow("length beyond 64 bits") << postWith("Content-Length: 18446744073709551617\r\n", "a") << false;
    QTest::newRow("chunks that fit") << postWith("Transfer-Encoding: chunked\r\n", chunks(body)) << true;
    QTest::newRow("chunks") << postWith("Transfer-Encoding: chunked\r\n", chunks(body + 1)) << false;
    QTest::newRow("chunk beyond 64 bits")
        << postWith("Transfer-Encoding: chunked\r\n", "FFFFFFFFFFFFFFFFF\r\na\r\n0\r\n\r\n") << false;
}

void TestHttpServer::tooMuch()
{
    QFETCH(QByteArray, request);
    QFETCH(bool, isAnswered);
    QVERIFY(serve());
    RawVisitor visitor(m_server->port());
    const QByteArray answer = visitor.ask(request);
    QCOMPARE(RawVisitor::statusOf(answer) == 200, isAnswered);
    QCOMPARE(m_handled, isAnswered ? 1 : 0);
    if (!isAnswered)
        QVERIFY(visitor.isClosed(-1));
    QVERIFY(answersWell());
}

// Where long bodies are taken, they are taken of a few visitors at a time: the memory is not filled by many who send one each.
void TestHttpServer::longBodiesShareOneStore()
{
    constexpr qsizetype length = qsizetype(12) << 20;
    QVERIFY(serve({.longestBody = length}));
    const QByteArray most
        = postWith("Content-Length: " + QByteArray::number(length) + "\r\n", QByteArray(length - 1, 'a'));
    std::vector<RawVisitor> visitors;
    for (int count = 0; count < 12; ++count) {
        visitors.emplace_back(m_server->port());
        visitors.back().send(most);
    }
    constexpr int look = 100; // milliseconds
    const auto areOpen = [&] {
        return std::count_if(visitors.begin(), visitors.end(),
                             [](const RawVisitor &one) { return !one.isClosed(look); });
    };
    QCOMPARE(areOpen(), 4);
    QVERIFY(answersWell()); // usual requests need nothing of the store
    QCOMPARE(RawVisitor::statusOf(visitors.front().ask("a")), 200);
    QCOMPARE(m_last.body.size(), length);
    // What one has given back another takes.
    const RawVisitor next(m_server->port());
    QCOMPARE(RawVisitor::statusOf(next.ask(most + "a")), 200);
    // The control: bodies of the usual length, from all of them at once.
    visitors.clear();
    for (int count = 0; count < 30; ++count) {
        visitors.emplace_back(m_server->port());
        visitors.back().send(postWith("Content-Length: 500000\r\n", QByteArray(499999, 'a')));
    }
    for (const RawVisitor &one : visitors)
        QCOMPARE(RawVisitor::statusOf(one.ask("a")), 200);
}

void TestHttpServer::readInTwoWays_data()
{
    QTest::addColumn<QByteArray>("request");
    const auto row = [](const char *name, const QByteArray &headers, const QByteArray &body = "hello") {
        QTest::newRow(name) << postWith(headers, body);
    };
    row("length and chunks", "Content-Length: 5\r\nTransfer-Encoding: chunked\r\n", "0\r\n\r\n");
    row("chunks and length", "Transfer-Encoding: chunked\r\nContent-Length: 5\r\n", "0\r\n\r\n");
    row("two lengths", "Content-Length: 5\r\nContent-Length: 6\r\n");
    row("the same length twice", "Content-Length: 5\r\nContent-Length: 5\r\n");
    row("length with a sign", "Content-Length: +5\r\n");
    row("negative length", "Content-Length: -1\r\n");
    row("length that is a list", "Content-Length: 5, 5\r\n");
    row("length with a blank in it", "Content-Length: 0 5\r\n");
    row("length in hexadecimal digits", "Content-Length: 0x5\r\n");
    row("empty length", "Content-Length: \r\n");
    row("chunks that are not the last coding", "Transfer-Encoding: chunked, identity\r\n", "0\r\n\r\n");
    row("unknown coding", "Transfer-Encoding: xchunked\r\n", "0\r\n\r\n");
    row("two codings", "Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked\r\n", "0\r\n\r\n");
    row("blank before the colon", "Transfer-Encoding : chunked\r\n", "0\r\n\r\n");
    row("blank before the colon of the length", "Content-Length : 5\r\n");
    row("NUL in a value", QByteArray("X-Name: a\0b\r\n", 13), {});
    row("NUL in a name", QByteArray("X-N\0me: a\r\n", 11), {});
    row("header without a colon", "X-Name\r\n", {});
    row("header without a name", ": a\r\n", {});
    row("two hosts", "Host: other.example\r\n", {});
    QTest::newRow("no host") << QByteArray("GET /good HTTP/1.1\r\n\r\n");
    QTest::newRow("no protocol") << QByteArray("GET /good\r\n\r\n");
    QTest::newRow("unknown method") << QByteArray("BREW /good HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n");
    QTest::newRow("blank in the target") << QByteArray("GET /go od HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n");
    QTest::newRow("TLS") << QByteArray::fromHex("16030100a5010000a10303");
}

void TestHttpServer::readInTwoWays()
{
    QFETCH(QByteArray, request);
    QVERIFY(serve());
    RawVisitor visitor(m_server->port());
    // What follows must not be taken for a request of its own.
    visitor.send(request + good);
    visitor.endSending();
    const QByteArray answer = visitor.answer();
    QVERIFY2(RawVisitor::statusOf(answer) != 200, answer.constData());
    QVERIFY(visitor.isClosed(-1));
    QCOMPARE(m_handled, 0);
    QVERIFY(answersWell());
}

namespace {

// Something broken, made of a request that was right.
class Mutation
{
public:
    explicit Mutation(quint32 seed)
        : m_random(seed)
    {
    }

    QByteArray of(QByteArray request, const QByteArray &other)
    {
        for (int changes = below(4) + 1; changes > 0; --changes)
            change(request, other);
        return request;
    }
    int below(int limit) { return int(m_random.bounded(quint32(limit))); }

private:
    void change(QByteArray &request, const QByteArray &other)
    {
        static const QByteArrayList nasty{QByteArray(1, '\0'),
                                          "\r\n",
                                          "\n",
                                          "\r",
                                          ": ",
                                          "%00",
                                          "%2e%2e/",
                                          "../../../../etc/passwd",
                                          "\xff\xfe\xfd",
                                          "{{{{{{{{{{",
                                          "[[[[[[[[[[",
                                          "'\"<script>",
                                          "Content-Length: 0\r\n",
                                          "chunked",
                                          "HTTP/1.1",
                                          "Expect: 100-continue\r\n",
                                          "\xe2\x80\xae",
                                          "999999999999",
                                          "-1",
                                          "Upgrade: websocket\r\nConnection: Upgrade\r\n",
                                          QByteArray(9000, 'A'),
                                          QByteArray(200, '%')};
        const auto at = qsizetype(below(int(request.size()) + 1));
        const auto length = qsizetype(below(40));
        switch (below(7)) {
        case 0:
            request.insert(at, nasty[below(int(nasty.size()))]);
            break;
        case 1:
            request.remove(at, length);
            break;
        case 2:
            request.truncate(at);
            break;
        case 3:
            request.insert(at, request.mid(below(int(request.size()) + 1), length));
            break;
        case 4:
            request = request.left(at) + other.mid(below(int(other.size()) + 1));
            break;
        case 5:
            request.replace(at, qMin(length, request.size() - at), nasty[below(int(nasty.size()))]);
            break;
        default:
            if (at < request.size())
                request[at] = char(below(256));
        }
    }

    QRandomGenerator m_random;
};

QByteArray bytesOf(const HttpRequest &request)
{
    QByteArray all = request.method + ' ' + request.target + " HTTP/1.1\r\nHost: 127.0.0.1:8443\r\n";
    for (auto header = request.headers.begin(); header != request.headers.end(); ++header)
        all += header.key() + ": " + header.value() + "\r\n";
    if (!request.body.isEmpty())
        all += "Content-Length: " + QByteArray::number(request.body.size()) + "\r\n";
    return all + "\r\n" + request.body;
}

} // namespace

// Behind it the real interface and the real pages. IDCOUNTER_FULL_FUZZING=1: ten thousand, with another seed each thousand.
void TestHttpServer::mutatedRequests()
{
    PageBench bench;
    const StationApi api(*bench.platform);
    m_handler = [&](const HttpRequest &request) {
        if (request.target == "/good")
            return HttpResponse{};
        return request.target.startsWith("/station") ? api.answer(request) : bench.pages.answer(request);
    };
    const auto ends = qScopeGuard([this] { m_server.reset(); }); // before what is behind it
    QVERIFY(serve());
    const QStringList slotIds = bench.openHall(2);
    const auto booking = bench.book();
    QVERIFY(booking);
    const QJsonObject decision = bench.decision(booking->id, 1, u"approve"_s, bench.wishes(slotIds));
    const QByteArray form = "phone=13800001234&csrf=" + QByteArray(43, 'a');
    QByteArrayList seeds{
        bytesOf(bench.request("GET", u"/station/v1/meta"_s)),
        bytesOf(bench.request("GET", u"/station/v1/snapshot?limit=5"_s)),
        bytesOf(bench.request("PUT", u"/station/v1/decisions/"_s + decision[u"id"_s].toString(), decision)),
        "GET /login?lang=en HTTP/1.1\r\nHost: 127.0.0.1:8443\r\nCookie: session=" + QByteArray(43, 'a') + "\r\n\r\n",
        "POST /login HTTP/1.1\r\nHost: 127.0.0.1:8443\r\nSec-Fetch-Site: same-origin\r\n"
        "Content-Type: application/x-www-form-urlencoded\r\nContent-Length: "
            + QByteArray::number(form.size()) + "\r\n\r\n" + form,
        postWith("Transfer-Encoding: chunked\r\n", "5\r\nhello\r\n3\r\nyou\r\n0\r\n\r\n")};
    for (const QByteArray &seed : seeds) // control: unbroken they are answered
        QVERIFY(RawVisitor::statusOf(RawVisitor(m_server->port()).ask(seed)) >= 200);

    constexpr int atOnce = 1000;
    const int rounds = qEnvironmentVariableIsSet("IDCOUNTER_FULL_FUZZING") ? 10 : 2;
    for (int round = 0; round < rounds; ++round) {
        Mutation mutation(quint32(20261124 + round));
        for (int count = 0; count < atOnce; ++count) {
            RawVisitor visitor(m_server->port());
            QVERIFY(visitor.isConnected());
            const int which = mutation.below(int(seeds.size()));
            visitor.send(mutation.of(seeds[which], seeds[mutation.below(int(seeds.size()))]));
            if (mutation.below(2) == 0)
                visitor.endSending();
            visitor.some(5);
            if (mutation.below(4) == 0)
                visitor.vanish();
            if (count % 100 == 0)
                QVERIFY(answersWell());
        }
    }
    QVERIFY(answersWell());
}

// In the handler, before it, and while they are answered; with a farewell and without.
void TestHttpServer::visitorsWhoLeave()
{
    constexpr int connections = 20;
    constexpr int threads = 8;
    struct Round
    {
        QSemaphore inside;
        QSemaphore gate;
    };
    std::array<Round, 10> rounds;
    const QByteArray large(400000, 'a');
    m_handler = [&](const HttpRequest &request) {
        if (request.target.startsWith("/slow/")) {
            Round &round = rounds[request.target.mid(6).toUInt()];
            round.inside.release();
            round.gate.acquire();
        }
        return HttpResponse{.body = large};
    };
    const auto ends = qScopeGuard([&] {
        for (Round &round : rounds)
            round.gate.release(connections);
        m_server.reset();
    });
    QVERIFY(serve({.threads = threads}));
    const auto go = [](RawVisitor &visitor, int count) { count % 2 == 0 ? visitor.vanish() : visitor.leave(); };
    for (size_t at = 0; at < rounds.size(); ++at) {
        std::vector<RawVisitor> visitors;
        for (int count = 0; count < connections; ++count) {
            visitors.emplace_back(m_server->port());
            visitors.back().send("GET /slow/" + QByteArray::number(qulonglong(at)) + " HTTP/1.1\r\nHost: a\r\n\r\n");
        }
        rounds[at].inside.acquire(threads); // the others wait for a thread
        for (int count = 0; count < connections - 2; ++count)
            go(visitors[size_t(count)], count);
        rounds[at].gate.release(connections);
        // The last two go when a part of their answer has come.
        for (int count = connections - 2; count < connections; ++count) {
            QVERIFY(!visitors[size_t(count)].some().isEmpty());
            go(visitors[size_t(count)], count);
        }
        QVERIFY(answersWell());
    }
}

// Who asks for much and does not read it holds up neither the others nor the end.
void TestHttpServer::answerThatIsNotRead()
{
    constexpr qsizetype much = qsizetype(20) << 20; // more than sockets keep
    QSemaphore asked;
    m_handler = [&](const HttpRequest &request) {
        if (request.target != "/much")
            return HttpResponse{};
        asked.release();
        return HttpResponse{.body = QByteArray(much, 'a')};
    };
    QVERIFY(serve());
    std::vector<RawVisitor> deaf;
    for (int count = 0; count < manyGood; ++count) {
        deaf.emplace_back(m_server->port());
        deaf.back().send("GET /much HTTP/1.1\r\nHost: a\r\n\r\n");
    }
    asked.acquire(manyGood);
    QVERIFY(answersWell());
    m_server.reset();
    for (const RawVisitor &one : deaf)
        QVERIFY(one.answer().size() < much);
}

// What is under way is answered, and nothing new is taken.
void TestHttpServer::endsWithAnAnswer()
{
    QSemaphore inside;
    QSemaphore gate;
    m_handler = [&](const HttpRequest &) {
        inside.release();
        gate.acquire();
        return HttpResponse{.body = QByteArray(300000, 'a')};
    };
    QVERIFY(serve());
    const quint16 port = m_server->port();
    std::vector<RawVisitor> visitors;
    for (int count = 0; count < 4; ++count) {
        visitors.emplace_back(port);
        visitors.back().send(good);
    }
    inside.acquire(4);
    RawVisitor idle(port);
    RawVisitor half(port);
    half.send("GET /");
    std::thread ending([this] { m_server.reset(); });
    while (RawVisitor(port).isConnected()) { } // until nobody is let in any more
    gate.release(4);
    for (const RawVisitor &one : visitors)
        QCOMPARE(RawVisitor::bodyOf(one.answer()).size(), 300000);
    ending.join();
    QVERIFY(idle.isClosed(-1));
    QVERIFY(half.isClosed(-1));
    m_handler = {};
    QVERIFY(serve({.port = port})); // the port is free again at once
    QVERIFY(answersWell());
}

void TestHttpServer::onlyThisMachineWithoutTls_data()
{
    QTest::addColumn<QString>("address");
    QTest::addColumn<bool>("isServed");
    QTest::newRow("loopback") << u"127.0.0.1"_s << true;
    QTest::newRow("another of the loopback") << u"127.0.0.2"_s << true;
    QTest::newRow("everywhere") << u"0.0.0.0"_s << false;
    QTest::newRow("everywhere, IPv6") << u"::"_s << false;
    QTest::newRow("another machine") << u"192.0.2.1"_s << false;
    QTest::newRow("a name") << u"localhost"_s << false;
    QTest::newRow("nothing") << QString() << false;
}

void TestHttpServer::onlyThisMachineWithoutTls()
{
    QFETCH(QString, address);
    QFETCH(bool, isServed);
    const auto started = HttpServer::start({.address = address}, [](const HttpRequest &) { return HttpResponse{}; });
    QCOMPARE(bool(started), isServed);
    if (!isServed)
        QCOMPARE(started.error().code, Error::Code::PlatformUntrusted);
}

bool TestHttpServer::openssl(const QString &arguments)
{
    QProcess process;
    process.setWorkingDirectory(m_folder.path());
    process.setProcessChannelMode(QProcess::MergedChannels);
    process.start(u"openssl"_s, QProcess::splitCommand(arguments));
    process.waitForFinished();
    if (process.exitCode() != 0)
        qWarning("openssl %s: %s", qPrintable(arguments), process.readAll().constData());
    return process.exitStatus() == QProcess::NormalExit && process.exitCode() == 0;
}

// Two authorities; a server, a station, and a stranger of the other authority.
bool TestHttpServer::makeCertificates()
{
    if (QFile::exists(file(u"ca.pem"_s)))
        return true;
    for (const QString &name : {u"ca"_s, u"other"_s}) {
        if (!openssl(
                u"req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -days 1 -subj /CN=%1 -keyout %1.key "
                "-out %1.pem"_s.arg(name)))
            return false;
    }
    const std::pair<QString, QString> all[]
        = {{u"server"_s, u"ca"_s}, {u"station"_s, u"ca"_s}, {u"stranger"_s, u"other"_s}};
    for (const auto &[name, authority] : all) {
        if (!openssl(u"req -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -subj /CN=%1 -addext "
                     "subjectAltName=IP:127.0.0.1 -keyout %1.key -out %1.csr"_s.arg(name))
            || !openssl(u"x509 -req -in %1.csr -CA %2.pem -CAkey %2.key -CAcreateserial -days 1 -copy_extensions copy "
                        "-out %1.pem"_s.arg(name, authority)))
            return false;
    }
    return true;
}

namespace {

QSslCertificate certificateIn(const QString &path)
{
    const auto all = QSslCertificate::fromPath(path);
    return all.isEmpty() ? QSslCertificate() : all.first();
}

QSslKey keyIn(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? QSslKey(file.readAll(), QSsl::Ec) : QSslKey();
}

} // namespace

// By whom it is asked, or empty for nobody; the answer.
QByteArray TestHttpServer::askByTls(const QString &who)
{
    QSslSocket socket;
    QSslConfiguration configuration = QSslConfiguration::defaultConfiguration();
    configuration.setCaCertificates({certificateIn(file(u"ca.pem"_s))});
    if (!who.isEmpty()) {
        configuration.setLocalCertificate(certificateIn(file(who + u".pem"_s)));
        configuration.setPrivateKey(keyIn(file(who + u".key"_s)));
    }
    socket.setSslConfiguration(configuration);
    socket.connectToHostEncrypted(u"127.0.0.1"_s, m_server->port());
    if (!socket.waitForEncrypted())
        return {};
    socket.write(good);
    QByteArray all;
    while (!all.endsWith("good") && socket.waitForReadyRead())
        all += socket.readAll();
    return all;
}

void TestHttpServer::clientCertificates()
{
    QVERIFY(makeCertificates());
    QVERIFY(serve(tls()));
    QCOMPARE(RawVisitor::statusOf(askByTls({})), 200);
    QCOMPARE(m_last.certificate, QString());
    QCOMPARE(RawVisitor::statusOf(askByTls(u"station"_s)), 200);
    const auto certificate = certificateIn(file(u"station.pem"_s));
    QCOMPARE(m_last.certificate.toLatin1(), certificate.digest(QCryptographicHash::Sha256).toHex());
    QCOMPARE(m_last.certificate.size(), 64);
    // Of another authority: not let in at all.
    QCOMPARE(askByTls(u"stranger"_s), QByteArray());
    QCOMPARE(m_handled, 2);
    // Without TLS: not understood.
    QCOMPARE(RawVisitor::statusOf(RawVisitor(m_server->port()).ask(good)), 0);
    QCOMPARE(m_handled, 2);
    // And without a certificate of its own it does not begin.
    const auto without = HttpServer::start({.certificate = file(u"nothing.pem"_s), .key = file(u"server.key"_s)},
                                           [](const HttpRequest &) { return HttpResponse{}; });
    QVERIFY(!without);
    QCOMPARE(without.error().code, Error::Code::PlatformUnreachable);
}

// A client that comes again takes up its session, and is still known by its certificate.
void TestHttpServer::sessionOfACertificate()
{
    QVERIFY(makeCertificates());
    QVERIFY(serve(tls()));
    const QString certificate
        = QString::fromLatin1(certificateIn(file(u"station.pem"_s)).digest(QCryptographicHash::Sha256).toHex());
    for (const QString &version : {u"-tls1_2"_s, u"-tls1_3"_s}) {
        for (const QString &session : {u"-sess_out session"_s, u"-sess_in session"_s}) {
            m_last = {};
            QProcess client;
            client.setWorkingDirectory(m_folder.path());
            client.setProcessChannelMode(QProcess::MergedChannels);
            client.start(
                u"openssl"_s,
                QProcess::splitCommand(u"s_client -connect 127.0.0.1:%1 %2 %3 -CAfile ca.pem -cert station.pem "
                                       "-key station.key -ign_eof"_s.arg(m_server->port())
                                           .arg(version, session)));
            QVERIFY(client.waitForStarted());
            client.write("GET /good HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n");
            QVERIFY(client.waitForFinished());
            const QByteArray said = client.readAll();
            QCOMPARE(m_last.certificate, certificate);
            QCOMPARE(said.contains("Reused, TLS"), session.startsWith("-sess_in"_L1));
        }
    }
}

void TestHttpServer::proxyInFront_data()
{
    QTest::addColumn<QByteArray>("secret"); // that the server knows
    QTest::addColumn<QByteArray>("said");
    QTest::addColumn<bool>("isBelieved");
    QTest::newRow("the proxy") << QByteArray("secret") << QByteArray("secret") << true;
    QTest::newRow("somebody else") << QByteArray("secret") << QByteArray("guess") << false;
    QTest::newRow("without the secret") << QByteArray("secret") << QByteArray() << false;
    QTest::newRow("no proxy") << QByteArray() << QByteArray() << false;
    QTest::newRow("no proxy, but a secret") << QByteArray() << QByteArray("secret") << false;
}

void TestHttpServer::proxyInFront()
{
    QFETCH(QByteArray, secret);
    QFETCH(QByteArray, said);
    QFETCH(bool, isBelieved);
    QVERIFY(makeCertificates());
    QVERIFY(serve({.proxySecret = secret}));
    QFile pem(file(u"station.pem"_s));
    QVERIFY(pem.open(QIODevice::ReadOnly));
    QByteArray request = "GET /good HTTP/1.1\r\nHost: 127.0.0.1\r\nX-Real-IP: 192.0.2.7\r\nX-Station-Cert: "
        + pem.readAll().toPercentEncoding() + "\r\n";
    if (!said.isEmpty())
        request += "X-Proxy-Secret: " + said + "\r\n";
    QCOMPARE(RawVisitor::statusOf(RawVisitor(m_server->port()).ask(request + "\r\n")), 200);
    QCOMPARE(m_last.peer, isBelieved ? u"192.0.2.7"_s : u"127.0.0.1"_s);
    const QByteArray digest = certificateIn(file(u"station.pem"_s)).digest(QCryptographicHash::Sha256).toHex();
    QCOMPARE(m_last.certificate.toLatin1(), isBelieved ? digest : QByteArray());
    for (const char *name : {"x-real-ip", "x-station-cert", "x-proxy-secret"})
        QVERIFY(!m_last.headers.contains(name));
}

QTEST_GUILESS_MAIN(TestHttpServer)
#include "tst_httpserver.moc"
