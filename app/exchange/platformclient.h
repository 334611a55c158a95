#pragma once

#include "app/domain/clock.h"
#include "app/exchange/exchangekeys.h"

#include <QJsonObject>
#include <QObject>
#include <QPointer>
#include <QThread>

#include <functional>
#include <memory>
#include <optional>

class QNetworkAccessManager;
class QNetworkReply;

namespace idcounter {

// Where the platform is, and what the station proves itself by.
struct PlatformAddress
{
    QString url; // "https://platform.example:8442"; http on this machine only
    QString host; // what tokens name; empty: that of the url
    QString unitCode; // of the station, nine digits
    QString authority; // PEM of the authority that is trusted besides the system's; empty where none is

    friend bool operator==(const PlatformAddress &, const PlatformAddress &) = default;
};

// One request to the platform's station interface.
struct PlatformRequest
{
    QByteArray method = "GET"; // GET, PUT, DELETE
    QString target; // "changes?after=…", behind /station/v1/
    QJsonObject body; // of a PUT
    qint64 ifMatch = 0; // version that is changed; 0: none
    bool asksForBytes = false; // what is answered is no JSON
};

// What came of it. Unknown: it may have been done or not, so the same is sent again.
struct PlatformAnswer
{
    enum class Kind { Done, Unknown, Refused };

    Kind kind = Kind::Unknown;
    Error error{Error::Code::PlatformUnreachable, {}}; // unless done
    int status = 0;
    QJsonObject body; // of what was done; else the problem of the contract, where one came
    QByteArray bytes; // that were asked for
    int retryAfter = 0; // seconds, as the platform asked; 0: not asked

    bool isDone() const { return kind == Kind::Done; }
    QString problem() const { return body[QStringLiteral("type")].toString().section(QLatin1Char(':'), -1); }
};

// What a problem of the contract is to the station (section 7).
Error::Code errorOfProblem(const QString &problem);

// Speaks to a booking platform as its contract says (resources/platform/openapi.yaml). The network is on a thread of its own;
// answers come as calls in the thread where this object was made, and are dropped when the asker is gone. TLS is verified,
// every answer has a time limit and a size limit, no redirect is followed; nothing of a request or an answer is logged. Qt
// may send a request a second time by itself: the contract makes that harmless, and a used token is answered with a new one.
class PlatformClient
{
public:
    PlatformClient(PlatformAddress address, std::shared_ptr<ExchangeKeys> keys, Clock clock);
    ~PlatformClient();
    Q_DISABLE_COPY_MOVE(PlatformClient)

    const PlatformAddress &address() const { return m_address; }

    void send(QObject *asker, const PlatformRequest &request, std::function<void(const PlatformAnswer &)> answered);

    // How long an answer may take; that of a waiting request has its waiting time besides.
    static constexpr int secondsForAnswer = 30;

private:
    class Network;
    struct Job;

    const PlatformAddress m_address;
    QObject m_home; // lives where this object was made
    QThread m_thread;
    Network *m_network; // lives in m_thread
};

} // namespace idcounter
