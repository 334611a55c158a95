#pragma once

#include "app/exchange/canonicaljson.h"
#include "platform/http/httpserver.h"
#include "platform/pages/pages.h"
#include "platform/practice/practiceprovider.h"
#include "platform/practice/practicesender.h"
#include "platform/service/stations.h"
#include "platform/service/upkeep.h"
#include "platform/station/stationapi.h"
#include "tests/support/tables.h"

#include <QTemporaryDir>

namespace idcounter::test {

using namespace Qt::StringLiterals;

// A practice platform as platform/main.cpp puts it together, with both its servers, but with a clock that the test moves.
class PracticePlatform
{
public:
    explicit PracticePlatform(const Clock &clock)
        : m_keys(*platform::PlatformKeys::load(m_folder.filePath(u"platform.keys"_s)))
        , m_database(*platform::PlatformDatabase::open({.name = m_folder.filePath(u"platform.sqlite"_s)}, true))
        , m_platform{.database = *m_database,
                     .keys = m_keys,
                     .fees = m_fees,
                     .clock = clock,
                     .host = u"127.0.0.1"_s,
                     .stationHost = u"127.0.0.1"_s,
                     .product = u"idcounter-platform test"_s,
                     .requestsPerMinute = 1000000}
        , m_sender(*platform::PracticeSender::create(m_platform))
        , m_provider(*platform::PracticeProvider::create(m_platform))
        , m_api(m_platform)
        , m_pages(m_platform, *platform::PageTables::load(shippedTable))
        , m_upkeep(m_platform)
    {
        m_platform.sender = m_sender.get();
        m_platform.payments = m_provider.get();
    }
    ~PracticePlatform() { m_api.stopWaiting(); }

    bool serve()
    {
        auto station = platform::HttpServer::start(
            {}, [this](const platform::HttpRequest &request) { return m_api.answer(request); });
        const platform::HttpSettings forApplicants{.longestBody = platform::Pages::longestBody};
        auto applicants = platform::HttpServer::start(forApplicants, [this](const platform::HttpRequest &request) {
            platform::HttpResponse response = m_pages.answer(request);
            if (request.method == "POST")
                m_api.wake();
            return response;
        });
        if (!station || !applicants)
            return false;
        m_station = *std::move(station);
        m_applicants = *std::move(applicants);
        m_platform.origin = pagesUrl(); // nobody has asked yet
        m_upkeep.start();
        return true;
    }

    QString stationUrl() const { return u"http://127.0.0.1:%1"_s.arg(m_station->port()); }
    QString pagesUrl() const { return u"http://127.0.0.1:%1"_s.arg(m_applicants->port()); }

    // Makes the practice station known by the key file that it wrote.
    bool addStation(const QString &keyFile) const
    {
        QFile file(keyFile);
        const auto json = file.open(QIODevice::ReadOnly) ? readJson(file.readAll())
                                                         : Error{Error::Code::PackageUnreadable, keyFile};
        const auto keys = json ? PublicKeys::fromBytes(QByteArray::fromHex((*json)[u"keys"_s].toString().toLatin1()))
                               : json.error();
        if (!keys)
            return false;
        const platform::Station station{.unit = u"650102999"_s,
                                        .nameZh = u"练习派出所"_s,
                                        .nameEn = u"Practice police station"_s,
                                        .phone = u"0991-5550100"_s};
        const auto stored = m_platform.write([&](platform::Resources &resources) -> platform::Outcome<void> {
            const platform::Stations stations(resources.connection());
            if (const auto put = stations.put(station); !put)
                return put.error();
            return stations.addKeys(station.unit, *keys, resources.now());
        });
        return bool(stored);
    }

    // The state of a booking or an application, as it is stored; empty where there is none.
    QString stateOf(const QString &kind, const QString &id) const
    {
        const auto found = m_platform.read([&](platform::Resources &resources) { return resources.find(kind, id); });
        return found && *found ? (*found)->state : QString();
    }

private:
    QTemporaryDir m_folder;
    const platform::PlatformKeys m_keys;
    const std::unique_ptr<platform::PlatformDatabase> m_database;
    const FeeTable m_fees = *FeeTable::load(shippedTable);
    platform::Platform m_platform;
    const std::unique_ptr<platform::PracticeSender> m_sender;
    const std::unique_ptr<platform::PracticeProvider> m_provider;
    platform::StationApi m_api;
    const platform::Pages m_pages;
    platform::Upkeep m_upkeep;
    std::unique_ptr<platform::HttpServer> m_station;
    std::unique_ptr<platform::HttpServer> m_applicants;
};

} // namespace idcounter::test
