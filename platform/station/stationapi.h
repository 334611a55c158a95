#pragma once

#include "platform/station/stationauth.h"

#include <QWaitCondition>

#include <atomic>

namespace idcounter::platform {

// The station's interface, /station/v1 of the contract (resources/platform/openapi.yaml), without the network: a request
// value in, an answer value out. Used by several threads.
class StationApi
{
public:
    explicit StationApi(const Platform &platform)
        : m_platform(platform)
        , m_auth(platform)
    {
    }

    HttpResponse answer(const HttpRequest &request) const;

    // What a package of a station asks for, as if it were a PUT (contract, section 9): the status, and the version or problem.
    struct FileAnswer
    {
        int status = 0;
        qint64 version = 0;
        QJsonObject problem;
    };
    FileAnswer answerFile(const Station &station, const PublicKeys &keys, const QJsonObject &fileRequest) const;

    // What a station would be answered, without a network: for files.
    HttpResponse answerAs(const Station &station, const PublicKeys &keys, const QByteArray &target) const;

    // Something was written elsewhere, by an applicant: whoever waits for changes looks again.
    void wake() const { m_changed.wakeAll(); }
    // Whoever waits is answered now, and nobody waits any more: the server is about to end.
    void stopWaiting()
    {
        m_isEnding = true;
        m_changed.wakeAll();
    }

private:
    struct Call
    {
        const HttpRequest &request;
        StationAuth::Speaker speaker;
        QString requestId;
        QStringList path; // behind /station/v1
        QUrlQuery query;
    };
    Outcome<HttpResponse> answer(const Call &call) const;
    Outcome<HttpResponse> read(const Call &call) const;
    Outcome<HttpResponse> put(const Call &call) const;
    Outcome<HttpResponse> releaseClaim(const Call &call) const;

    Outcome<HttpResponse> meta(const Call &call) const;
    Outcome<HttpResponse> changes(const Call &call) const;
    Outcome<HttpResponse> snapshot(const Call &call) const;
    Outcome<HttpResponse> versions(const Call &call) const;
    Outcome<HttpResponse> findSlots(const Call &call) const;
    Outcome<HttpResponse> paymentDay(const Call &call) const;
    Outcome<HttpResponse> attachment(const Call &call) const;
    Outcome<HttpResponse> one(const Call &call) const;

    // What a list begins behind, and how long it may be.
    struct Page
    {
        QString kind;
        QString id;
        int limit = 0;
        qint64 position = 0; // of the feed before the first page was read
        QString epoch;
    };
    Outcome<Page> pageOf(const Call &call, Resources &resources) const;
    static Outcome<int> number(const Call &call, const QString &name, int least, int most, int otherwise);
    static Outcome<QDate> day(const Call &call, const QString &name);

    const Platform &m_platform;
    const StationAuth m_auth;
    mutable QMutex m_waitMutex;
    mutable QWaitCondition m_changed;
    mutable int m_waiting = 0;
    std::atomic<bool> m_isEnding = false;
};

// Whether it is an identity as the contract has them: a UUIDv7 in lower case.
bool isId(const QString &text);
// request-malformed; pointer: "#name" of a parameter.
Problem malformed(const QString &pointer, const QString &code);

// A resource as the contract shows it: a slot with its seats as they are.
Outcome<QJsonObject> shown(Resources &resources, const Resource &resource);

} // namespace idcounter::platform
