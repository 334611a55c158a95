#include "app/exchange/platformclient.h"

#include "app/exchange/canonicaljson.h"
#include "app/exchange/contract.h"
#include "app/exchange/stationtoken.h"

#include <QElapsedTimer>
#include <QHostAddress>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QSslConfiguration>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace idcounter {

namespace {

constexpr char root[] = "/station/v1/";
constexpr qint64 largestAnswer = qint64(4) << 20; // by the contract
constexpr int mostReplays = 2; // of one request, when its token was used

Error::Code meaningOf(QNetworkReply::NetworkError error)
{
    switch (error) {
    case QNetworkReply::SslHandshakeFailedError:
    case QNetworkReply::InsecureRedirectError:
        return Error::Code::PlatformUntrusted;
    default:
        return Error::Code::PlatformUnreachable;
    }
}

bool isAnswerUnknown(int status)
{
    return status == 408 || status == 425 || status == 429 || status >= 500;
}

} // namespace

Error::Code errorOfProblem(const QString &problem)
{
    static const QHash<QString, Error::Code> meanings{{u"not-authenticated"_s, Error::Code::PlatformRefusesStation},
                                                      {u"not-allowed"_s, Error::Code::PlatformRefusesStation},
                                                      {u"token-expired"_s, Error::Code::PlatformClock},
                                                      {u"version-conflict"_s, Error::Code::BookingChanged},
                                                      {u"state-conflict"_s, Error::Code::BookingChanged},
                                                      {u"claimed"_s, Error::Code::BookingClaimed},
                                                      {u"no-seat-free"_s, Error::Code::NoSeatFree},
                                                      {u"seat-taken"_s, Error::Code::SeatTaken},
                                                      {u"seat-not-yours"_s, Error::Code::SeatTaken},
                                                      {u"person-has-booking"_s, Error::Code::PersonBooked}};
    return meanings.value(problem, Error::Code::PlatformRefused);
}

struct PlatformClient::Job
{
    PlatformRequest request;
    std::function<void(const PlatformAnswer &)> answered; // in m_thread
    int replays = 0;
};

// Lives in the client's thread.
class PlatformClient::Network : public QObject
{
public:
    Network(PlatformAddress address, std::shared_ptr<ExchangeKeys> keys, Clock clock)
        : m_address(std::move(address))
        , m_keys(std::move(keys))
        , m_clock(std::move(clock))
    {
    }

    void send(const std::shared_ptr<Job> &job);

private:
    QNetworkAccessManager &manager();
    QNetworkRequest requestFor(const Job &job, const QByteArray &body) const;
    void finish(const std::shared_ptr<Job> &job, QNetworkReply *reply);
    PlatformAnswer answerIn(QNetworkReply *reply, bool asksForBytes) const;

    const PlatformAddress m_address;
    const std::shared_ptr<ExchangeKeys> m_keys;
    const Clock m_clock;
    std::unique_ptr<QNetworkAccessManager> m_manager;
    QElapsedTimer m_lastUse;
};

// A connection that was idle for long is likely closed already, and Qt would send the request twice: it begins anew.
QNetworkAccessManager &PlatformClient::Network::manager()
{
    constexpr qint64 idle = 20000; // milliseconds
    if (!m_manager || (m_lastUse.isValid() && m_lastUse.elapsed() > idle)) {
        m_manager = std::make_unique<QNetworkAccessManager>();
        m_manager->setRedirectPolicy(QNetworkRequest::ManualRedirectPolicy);
        m_manager->setAutoDeleteReplies(false);
    }
    m_lastUse.start();
    return *m_manager;
}

QNetworkRequest PlatformClient::Network::requestFor(const Job &job, const QByteArray &body) const
{
    const QUrl url(m_address.url + QLatin1StringView(root) + job.request.target);
    const QString target
        = url.path(QUrl::FullyEncoded) + (url.hasQuery() ? u'?' + url.query(QUrl::FullyEncoded) : QString());
    QNetworkRequest request(url);
    const TokenClaims claims{.station = m_address.unitCode,
                             .key = m_keys->publicKeys().fingerprint(),
                             .host = m_address.host.isEmpty() ? url.host() : m_address.host,
                             .method = QString::fromLatin1(job.request.method),
                             .target = target,
                             .bodySha256 = sha256Of(body),
                             .at = m_clock().toSecsSinceEpoch(),
                             .nonce = newNonce()};
    request.setRawHeader("Authorization", "Bearer " + tokenFor(claims, *m_keys));
    request.setRawHeader("Accept-Language", "zh-CN");
    request.setRawHeader("Accept-Encoding", "identity"); // nothing that grows when it is unpacked
    if (!body.isEmpty())
        request.setHeader(QNetworkRequest::ContentTypeHeader, u"application/json"_s);
    if (job.request.ifMatch > 0)
        request.setRawHeader("If-Match", '"' + QByteArray::number(job.request.ifMatch) + '"');
    request.setTransferTimeout(secondsForAnswer * 1000);
    request.setAttribute(QNetworkRequest::Http2AllowedAttribute, false);
    QSslConfiguration tls = QSslConfiguration::defaultConfiguration();
    tls.setProtocol(QSsl::TlsV1_2OrLater);
    if (!m_address.authority.isEmpty())
        tls.addCaCertificates(m_address.authority, QSsl::Pem);
    request.setSslConfiguration(tls);
    return request;
}

void PlatformClient::Network::send(const std::shared_ptr<Job> &job)
{
    const QUrl url(m_address.url);
    const bool isLocal = url.host() == "localhost"_L1 || QHostAddress(url.host()).isLoopback();
    if (url.scheme() != "https"_L1 && !(url.scheme() == "http"_L1 && isLocal)) {
        job->answered({.kind = PlatformAnswer::Kind::Refused, .error = {Error::Code::PlatformUntrusted, u"no TLS"_s}});
        return;
    }
    const QByteArray body = job->request.method == "PUT" ? canonical(job->request.body) : QByteArray();
    QNetworkReply *reply = manager().sendCustomRequest(requestFor(*job, body), job->request.method, body);
    QObject::connect(reply, &QNetworkReply::readyRead, reply, [reply] {
        if (reply->bytesAvailable() > largestAnswer)
            reply->abort();
    });
    QObject::connect(reply, &QNetworkReply::finished, this, [this, job, reply] {
        reply->deleteLater();
        finish(job, reply);
    });
}

// The error first: half an answer has a status as well.
PlatformAnswer PlatformClient::Network::answerIn(QNetworkReply *reply, bool asksForBytes) const
{
    PlatformAnswer answer;
    answer.status = reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    const QNetworkReply::NetworkError error = reply->error();
    const bool isFromServer = error == QNetworkReply::NoError || error > QNetworkReply::UnknownProxyError;
    if (!isFromServer || answer.status == 0) {
        answer.error = {meaningOf(error), QString::number(int(error))};
        return answer;
    }
    answer.retryAfter = reply->rawHeader("Retry-After").toInt();
    if (asksForBytes && answer.status == 200 && reply->rawHeader("Content-Type") == "application/octet-stream") {
        answer.kind = PlatformAnswer::Kind::Done;
        answer.bytes = reply->read(largestAnswer + 1);
        return answer;
    }
    const auto body
        = answer.status == 204 ? Result<QJsonObject>(QJsonObject()) : readJson(reply->read(largestAnswer + 1));
    const bool isGood = answer.status >= 200 && answer.status < 300;
    if (isAnswerUnknown(answer.status)) {
        answer.body = body ? *body : QJsonObject();
        answer.error = {Error::Code::PlatformUnreachable, QString::number(answer.status)};
        return answer;
    }
    answer.kind = isGood ? PlatformAnswer::Kind::Done : PlatformAnswer::Kind::Refused;
    if (!body || (!isGood && !Contract::instance().fits(u"Problem"_s, *body))) {
        // A proxy, or a platform that does not keep to the contract: nothing is known of what it did.
        answer.kind = PlatformAnswer::Kind::Unknown;
        answer.error = {Error::Code::PlatformAnswer, QString::number(answer.status)};
        return answer;
    }
    answer.body = *body;
    answer.error = {errorOfProblem(answer.problem()), answer.problem()};
    // Of the token, not of what was asked: the same again, with another.
    if (answer.problem().startsWith(u"token-"_s))
        answer.kind = PlatformAnswer::Kind::Unknown;
    return answer;
}

void PlatformClient::Network::finish(const std::shared_ptr<Job> &job, QNetworkReply *reply)
{
    const PlatformAnswer answer = answerIn(reply, job->request.asksForBytes);
    // The library sent it twice, or the platform began anew: the same again, with a token of its own.
    if (answer.problem() == "token-replayed"_L1 && job->replays++ < mostReplays) {
        send(job);
        return;
    }
    job->answered(answer);
}

PlatformClient::PlatformClient(PlatformAddress address, std::shared_ptr<ExchangeKeys> keys, Clock clock)
    : m_address(std::move(address))
    , m_network(new Network(m_address, std::move(keys), std::move(clock)))
{
    m_thread.setObjectName(u"platform"_s);
    m_network->moveToThread(&m_thread);
    QObject::connect(&m_thread, &QThread::finished, m_network, &QObject::deleteLater);
    m_thread.start();
}

PlatformClient::~PlatformClient()
{
    m_thread.quit();
    m_thread.wait();
}

void PlatformClient::send(QObject *asker, const PlatformRequest &request,
                          std::function<void(const PlatformAnswer &)> answered)
{
    Q_ASSERT(asker->thread() == m_home.thread());
    auto job = std::make_shared<Job>();
    job->request = request;
    job->answered = [this, asker = QPointer(asker), answered = std::move(answered)](const PlatformAnswer &answer) {
        QMetaObject::invokeMethod(&m_home, [asker, answered, answer] {
            if (asker)
                answered(answer);
        });
    };
    QMetaObject::invokeMethod(m_network, [network = m_network, job] { network->send(job); });
}

} // namespace idcounter
