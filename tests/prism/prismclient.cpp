// Sends the counter's own client through a list of requests, for tests/prism/run.mjs.
//   prismclient     reads {"requests": [{url, method, target, body}]}, writes {"answers": [{kind, status, body}]}

#include "app/exchange/platformclient.h"

#include <QCoreApplication>
#include <QEventLoop>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>

using namespace Qt::StringLiterals;
using namespace idcounter;

namespace {

QString name(PlatformAnswer::Kind kind)
{
    switch (kind) {
    case PlatformAnswer::Kind::Done:
        return u"done"_s;
    case PlatformAnswer::Kind::Unknown:
        return u"unknown"_s;
    case PlatformAnswer::Kind::Refused:
        return u"refused"_s;
    }
    return {};
}

QJsonObject answerTo(const QJsonObject &request, const std::shared_ptr<ExchangeKeys> &keys)
{
    const PlatformAddress address{.url = request[u"url"_s].toString(), .unitCode = u"650102999"_s};
    PlatformClient client(address, keys, [] { return QDateTime::currentDateTimeUtc(); });
    QJsonObject said;
    QEventLoop loop;
    client.send(&loop,
                {.method = request[u"method"_s].toString().toLatin1(),
                 .target = request[u"target"_s].toString(),
                 .body = request[u"body"_s].toObject()},
                [&](const PlatformAnswer &answer) {
                    said = {{u"kind"_s, name(answer.kind)}, {u"status"_s, answer.status}, {u"body"_s, answer.body}};
                    loop.quit();
                });
    loop.exec();
    return said;
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    QFile in;
    QFile out;
    if (!in.open(stdin, QIODevice::ReadOnly) || !out.open(stdout, QIODevice::WriteOnly))
        return 2;
    const auto keys = std::make_shared<ExchangeKeys>(ExchangeKeys::create());
    QJsonArray answers;
    const QJsonArray requests = QJsonDocument::fromJson(in.readAll()).object()[u"requests"_s].toArray();
    for (const QJsonValue &request : requests)
        answers << answerTo(request.toObject(), keys);
    out.write(QJsonDocument(QJsonObject{{u"answers"_s, answers}}).toJson(QJsonDocument::Compact));
    return 0;
}
