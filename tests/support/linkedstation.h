#pragma once

#include "app/workflow/bookinghours.h"
#include "app/workflow/reissuedesk.h"
#include "platform/http/httpserver.h"
#include "tests/support/platformbench.h"
#include "tests/support/practicecounter.h"

#include <QSignalSpy>

// A practice station and a practice platform with a real line between them; both have the same clock.
struct LinkedStation
{
    PracticeCounter practice;
    PlatformBench bench;
    std::unique_ptr<idcounter::platform::StationApi> api;
    std::unique_ptr<idcounter::platform::HttpServer> server;
    quint16 port = 0;
    // Between the line and the service: a test may answer otherwise, or not.
    std::function<idcounter::platform::HttpResponse(const idcounter::platform::HttpRequest &,
                                                    const std::function<idcounter::platform::HttpResponse()> &)>
        inBetween;
    std::unique_ptr<idcounter::PlatformLink> link;

    ~LinkedStation()
    {
        link.reset();
        stop();
    }

    // The platform goes; serve() brings it back.
    void stop()
    {
        if (api)
            api->stopWaiting();
        server.reset();
        api.reset();
    }

    void setNow(const QDateTime &now)
    {
        practice.now = now;
        bench.now = now;
    }

    // Errors of the set-up end the test.
    bool open()
    {
        if (!practice.open() || !serve() || !registerKeys())
            return false;
        link = std::make_unique<idcounter::PlatformLink>(practice.counter());
        link->open();
        const bool isUp = QTest::qWaitFor(
            [this] { return link->state().kind == idcounter::LineState::Kind::Up && link->state().heardAt.isValid(); });
        if (!isUp)
            qWarning("line: %d %s %s", int(link->state().kind),
                     qPrintable(link->state().error ? idcounter::name(link->state().error->code) : QString()),
                     qPrintable(link->state().error ? link->state().error->detail : QString()));
        return isUp;
    }

    bool serve()
    {
        if (!api)
            api = std::make_unique<idcounter::platform::StationApi>(*bench.platform);
        const auto handler = [this](const idcounter::platform::HttpRequest &request) {
            const auto really = [&] { return api->answer(request); };
            return inBetween ? inBetween(request, really) : really();
        };
        auto started = idcounter::platform::HttpServer::start({.port = port}, handler);
        if (!started)
            return false;
        server = *std::move(started);
        port = server->port();
        return true;
    }

    bool registerKeys()
    {
        using namespace idcounter;
        std::optional<Result<QByteArray>> keys;
        QObject asker;
        const Counter counter = practice.counter();
        practice.store.write(
            &asker,
            [counter,
             url = QStringLiteral("http://127.0.0.1:%1").arg(port)](Repositories &repositories) -> Result<QByteArray> {
                const auto own = ownKeysOf(repositories, counter.clock, counter.stamp(), false);
                if (!own)
                    return own.error();
                const PlatformSettings settings{.url = url};
                if (const auto stored = settings.store(repositories.station); !stored)
                    return stored.error();
                return own->first().keys->publicKeys().toBytes();
            },
            [&](const Result<QByteArray> &answer) { keys = answer; });
        if (!QTest::qWaitFor([&] { return keys.has_value(); }) || !*keys)
            return false;
        const auto publicKeys = PublicKeys::fromBytes(**keys);
        const auto added = bench.platform->write([&](platform::Resources &resources) -> platform::Outcome<void> {
            // Sealed for the newest keys: the bench's own are older.
            return platform::Stations(resources.connection())
                .addKeys(bench.station.unit, *publicKeys, bench.now.addSecs(1));
        });
        return bool(added);
    }

    // What the platform has of it.
    std::optional<idcounter::platform::Resource> there(const QString &kind, const QString &id)
    {
        const auto found
            = bench.platform->read([&](idcounter::platform::Resources &resources) { return resources.find(kind, id); });
        return found ? *found : std::nullopt;
    }
};
