#include "app/exchange/canonicaljson.h"
#include "app/exchange/contract.h"
#include "platform/http/httpserver.h"
#include "tests/support/rawvisitor.h"

#include <QFile>
#include <QMutex>
#include <QProcess>
#include <QRegularExpression>
#include <QSslCertificate>
#include <QSslKey>
#include <QSslSocket>
#include <QStandardPaths>
#include <QTcpServer>
#include <QTemporaryDir>
#include <QTest>

#include <atomic>

#include <unistd.h>

using namespace Qt::StringLiterals;
using namespace idcounter;
using namespace idcounter::platform;

// nginx with the settings that are handed out, and certificates of the practice authority; behind it the real server.
class TestProxy : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanupTestCase();

    void saysWhoAsks();
    void stationByCertificate();
    void revokedCertificate();
    void stationByToken();
    void onlyTheInterface();
    void tooLarge();
    void tooOften();
    void practiceStaysInside();
    void otherNames();
    void withoutTheService();

private:
    struct Answer
    {
        int status = 0;
        QByteArray all;

        QJsonObject problem() const
        {
            const auto body = readJson(RawVisitor::bodyOf(all));
            return body && Contract::instance().fits(u"Problem"_s, *body) ? *body : QJsonObject();
        }
        QString problemType() const { return problem()[u"type"_s].toString().section(u':', -1); }
    };
    // certificate: name of a file without its end; empty for none.
    Answer ask(const QString &host, const QByteArray &method, const QByteArray &target, const QByteArray &headers = {},
               const QString &certificate = {}, const QByteArray &body = {});
    bool authority(const QStringList &words);
    bool startServers();
    bool startNginx();
    static quint16 freePort();
    QString file(const QString &name) const { return m_folder.filePath(u"tls/"_s + name); }
    QByteArray digestOf(const QString &name) const
    {
        return QSslCertificate::fromPath(file(name + u".pem"_s)).first().digest(QCryptographicHash::Sha256).toHex();
    }

    QTemporaryDir m_folder;
    QProcess m_nginx;
    quint16 m_tls = 0;
    quint16 m_plain = 0;
    std::unique_ptr<HttpServer> m_pages;
    std::unique_ptr<HttpServer> m_stations;
    QMutex m_mutex;
    HttpRequest m_last;
    std::atomic<int> m_handled = 0;
};

void TestProxy::initTestCase()
{
    if (QStandardPaths::findExecutable(u"nginx"_s, {u"/usr/sbin"_s}).isEmpty())
        QSKIP("*** nginx is not installed: its settings are NOT tested ***");
    QVERIFY(authority({u"server"_s, u"platform.example"_s, u"station.platform.example"_s}));
    QVERIFY(authority({u"station"_s, u"650102999"_s}));
    QVERIFY(authority({u"station"_s, u"650103999"_s}));
    QVERIFY(authority({u"revoke"_s, u"station-650103999.pem"_s}));
    QVERIFY(startServers());
    QVERIFY(startNginx());
}

void TestProxy::init()
{
    m_handled = 0;
    m_last = {};
}

void TestProxy::cleanupTestCase()
{
    m_nginx.terminate();
    m_nginx.waitForFinished();
}

bool TestProxy::authority(const QStringList &words)
{
    return QProcess::execute(QStringLiteral(IDCOUNTER_SOURCE_DIR "/packaging/nginx/practice-ca.sh"),
                             QStringList{m_folder.filePath(u"tls"_s)} + words)
        == 0;
}

bool TestProxy::startServers()
{
    for (auto *server : {&m_pages, &m_stations}) {
        auto started = HttpServer::start({.proxySecret = "a secret", .longestBody = qsizetype(12) << 20},
                                         [this](const HttpRequest &request) {
                                             ++m_handled;
                                             const QMutexLocker lock(&m_mutex);
                                             m_last = request;
                                             return HttpResponse{.body = "good"};
                                         });
        if (!started)
            return false;
        *server = *std::move(started);
    }
    return true;
}

quint16 TestProxy::freePort()
{
    QTcpServer server;
    return server.listen(QHostAddress::LocalHost) ? server.serverPort() : quint16(0);
}

// A copy of the settings, with ports and a folder of its own.
bool TestProxy::startNginx()
{
    m_tls = freePort();
    m_plain = freePort();
    QFile settings(QStringLiteral(IDCOUNTER_SOURCE_DIR "/packaging/nginx/idcounter-platform.conf"));
    QFile secret(m_folder.filePath(u"secret.conf"_s));
    QFile copy(m_folder.filePath(u"nginx.conf"_s));
    if (!settings.open(QIODevice::ReadOnly) || !secret.open(QIODevice::WriteOnly) || !copy.open(QIODevice::WriteOnly))
        return false;
    secret.write("proxy_set_header X-Proxy-Secret \"a secret\";\n");
    QString text = QString::fromUtf8(settings.readAll());
    text.replace(u"listen 443"_s, u"listen 127.0.0.1:%1"_s.arg(m_tls))
        .replace(u"listen 80"_s, u"listen 127.0.0.1:%1"_s.arg(m_plain))
        .replace(u"127.0.0.1:8443"_s, u"127.0.0.1:%1"_s.arg(m_pages->port()))
        .replace(u"127.0.0.1:8442"_s, u"127.0.0.1:%1"_s.arg(m_stations->port()))
        .replace(u"/etc/idcounter-platform"_s, m_folder.path());
    QString head = u"daemon off;\npid nginx.pid;\nerror_log error.log;\nevents {}\nhttp {\naccess_log off;\n"_s;
    if (::geteuid() == 0)
        head.prepend(u"user root;\n"_s); // the folder is closed to others
    for (const QString &kind : {u"client_body"_s, u"proxy"_s, u"fastcgi"_s, u"uwsgi"_s, u"scgi"_s})
        head += u"%1_temp_path temp_%1;\n"_s.arg(kind);
    copy.write((head + text + u"}\n"_s).toUtf8());
    copy.close();
    secret.close();
    m_nginx.setProcessChannelMode(QProcess::ForwardedChannels);
    m_nginx.start(QStandardPaths::findExecutable(u"nginx"_s, {u"/usr/sbin"_s}),
                  {u"-p"_s, m_folder.path(), u"-c"_s, copy.fileName(), u"-e"_s, m_folder.filePath(u"error.log"_s)});
    return QTest::qWaitFor(
               [this] { return m_nginx.state() == QProcess::NotRunning || RawVisitor(m_plain).isConnected(); }, 30000)
        && m_nginx.state() == QProcess::Running;
}

TestProxy::Answer TestProxy::ask(const QString &host, const QByteArray &method, const QByteArray &target,
                                 const QByteArray &headers, const QString &certificate, const QByteArray &body)
{
    QSslSocket socket;
    QSslConfiguration tls = QSslConfiguration::defaultConfiguration();
    tls.setCaCertificates(QSslCertificate::fromPath(file(u"authority.pem"_s)));
    if (!certificate.isEmpty()) {
        QFile key(file(certificate + u".key"_s));
        if (!key.open(QIODevice::ReadOnly))
            return {};
        tls.setLocalCertificate(QSslCertificate::fromPath(file(certificate + u".pem"_s)).value(0));
        tls.setPrivateKey(QSslKey(key.readAll(), QSsl::Ec));
    }
    socket.setSslConfiguration(tls);
    socket.bind(QHostAddress(u"127.0.0.5"_s)); // so that it is another address than the proxy's own
    socket.connectToHostEncrypted(u"127.0.0.1"_s, m_tls, host);
    if (!socket.waitForEncrypted())
        return {};
    QByteArray request
        = method + ' ' + target + " HTTP/1.1\r\nHost: " + host.toLatin1() + "\r\nConnection: close\r\n" + headers;
    if (!body.isEmpty())
        request += "Content-Length: " + QByteArray::number(body.size()) + "\r\n";
    socket.write(request + "\r\n" + body);
    Answer answer;
    while (socket.waitForReadyRead())
        answer.all += socket.readAll();
    answer.status = RawVisitor::statusOf(answer.all);
    return answer;
}

// What a visitor says of himself is not passed on; neither on the pages, nor to the station's interface.
void TestProxy::saysWhoAsks()
{
    QFile pem(file(u"station-650102999.pem"_s));
    QVERIFY(pem.open(QIODevice::ReadOnly));
    const QByteArray lies = "X-Real-IP: 192.0.2.66\r\nX-Station-Cert: " + pem.readAll().toPercentEncoding()
        + "\r\nX-Proxy-Secret: a guess\r\nX-Forwarded-For: 192.0.2.66\r\nForwarded: for=192.0.2.66\r\n";
    for (const auto &[host, target] : {std::pair(u"platform.example"_s, QByteArray("/me")),
                                       std::pair(u"station.platform.example"_s, QByteArray("/station/v1/meta"))}) {
        m_last = {};
        QCOMPARE(ask(host, "GET", target, lies).status, 200);
        QCOMPARE(m_last.target, target);
        QCOMPARE(m_last.peer, u"127.0.0.5"_s);
        QCOMPARE(m_last.certificate, QString());
        QCOMPARE(m_last.header("host"), host.toLatin1());
        QVERIFY(!m_last.headers.contains("x-forwarded-for"));
        QVERIFY(!m_last.headers.contains("forwarded"));
    }
}

void TestProxy::stationByCertificate()
{
    const Answer answer = ask(u"station.platform.example"_s, "GET", "/station/v1/meta", {}, u"station-650102999"_s);
    QCOMPARE(answer.status, 200);
    QCOMPARE(m_last.certificate.toLatin1(), digestOf(u"station-650102999"_s));
    QCOMPARE(m_last.peer, u"127.0.0.5"_s);
    // The applicants' pages ask for none.
    QCOMPARE(ask(u"platform.example"_s, "GET", "/", {}, u"station-650102999"_s).status, 200);
    QCOMPARE(m_last.certificate, QString());
}

void TestProxy::revokedCertificate()
{
    const Answer answer = ask(u"station.platform.example"_s, "GET", "/station/v1/meta", {}, u"station-650103999"_s);
    QCOMPARE(answer.status, 401);
    QCOMPARE(answer.problemType(), u"not-authenticated"_s);
    QCOMPARE(m_handled, 0);
}

void TestProxy::stationByToken()
{
    QCOMPARE(
        ask(u"station.platform.example"_s, "GET", "/station/v1/changes?after=a", "Authorization: Bearer v1.a.b\r\n")
            .status,
        200);
    QCOMPARE(m_last.header("authorization"), "Bearer v1.a.b");
    QCOMPARE(m_last.target, "/station/v1/changes?after=a"); // as it was signed
}

void TestProxy::onlyTheInterface()
{
    const Answer answer = ask(u"station.platform.example"_s, "GET", "/login");
    QCOMPARE(answer.status, 404);
    QCOMPARE(answer.problemType(), u"not-found"_s);
    QCOMPARE(m_handled, 0);
}

void TestProxy::tooLarge()
{
    const Answer answer
        = ask(u"station.platform.example"_s, "PUT", "/station/v1/slots/1", {}, {}, QByteArray(600000, 'a'));
    QCOMPARE(answer.status, 413);
    QCOMPARE(answer.problemType(), u"too-large"_s);
    QCOMPARE(ask(u"platform.example"_s, "POST", "/booking/new", {}, {}, QByteArray(200000, 'a')).status, 413);
    QCOMPARE(ask(u"platform.example"_s, "GET", '/' + QByteArray(9000, 'a')).status, 414);
    QCOMPARE(m_handled, 0);
    QCOMPARE(ask(u"platform.example"_s, "POST", "/booking/new", {}, {}, QByteArray(60000, 'a')).status, 200);
    // Pictures may be longer, where they are taken and nowhere else.
    const QByteArray pictures = "/booking/01a20b11-1a80-7000-8000-010000000001/pictures";
    QCOMPARE(ask(u"platform.example"_s, "POST", pictures, {}, {}, QByteArray(9 << 20, 'a')).status, 200);
    QCOMPARE(ask(u"platform.example"_s, "POST", pictures, {}, {}, QByteArray(13 << 20, 'a')).status, 413);
    QCOMPARE(ask(u"platform.example"_s, "POST", pictures + "/remove", {}, {}, QByteArray(200000, 'a')).status, 413);
}

// Codes cost money: an address gets few of them; reading is not limited by it.
void TestProxy::tooOften()
{
    constexpr int allowed = 4; // one, and three at once besides
    for (int count = 0; count < allowed; ++count)
        QCOMPARE(ask(u"platform.example"_s, "POST", "/login", {}, {}, "phone=1").status, 200);
    const Answer answer = ask(u"platform.example"_s, "POST", "/login", {}, {}, "phone=1");
    QCOMPARE(answer.status, 429);
    QVERIFY(answer.all.contains("Retry-After: 60"));
    QVERIFY(QString::fromUtf8(answer.all).contains(u"请求过于频繁"_s));
    QCOMPARE(m_handled, allowed);
    QCOMPARE(ask(u"platform.example"_s, "GET", "/login").status, 200);
}

void TestProxy::practiceStaysInside()
{
    QCOMPARE(ask(u"platform.example"_s, "GET", "/practice/messages").status, 403);
    QCOMPARE(m_handled, 0);
}

void TestProxy::otherNames()
{
    QCOMPARE(ask(u"other.example"_s, "GET", "/").status, 0);
    const RawVisitor stranger(m_plain);
    QCOMPARE(stranger.ask("GET / HTTP/1.1\r\nHost: other.example\r\n\r\n"), QByteArray());
    const RawVisitor plain(m_plain);
    const QByteArray answer = plain.ask("GET /login HTTP/1.1\r\nHost: platform.example\r\n\r\n");
    QCOMPARE(RawVisitor::statusOf(answer), 301);
    QVERIFY(answer.contains("Location: https://platform.example/login\r\n"));
    QCOMPARE(m_handled, 0);
}

void TestProxy::withoutTheService()
{
    m_pages.reset();
    m_stations.reset();
    const Answer station = ask(u"station.platform.example"_s, "GET", "/station/v1/meta");
    QCOMPARE(station.status, 503);
    QCOMPARE(station.problemType(), u"unavailable"_s);
    QVERIFY(station.all.contains("Retry-After: "));
    QCOMPARE(ask(u"platform.example"_s, "GET", "/").status, 503);
}

QTEST_GUILESS_MAIN(TestProxy)
#include "tst_proxy.moc"
