#include "platform/service/upkeep.h"

#include "platform/service/bookings.h"
#include "platform/service/stations.h"

#include <QFile>
#include <QSaveFile>

using namespace Qt::StringLiterals;

namespace idcounter::platform {

Rounds::~Rounds()
{
    {
        const QMutexLocker lock(&m_mutex);
        m_isOver = true;
    }
    m_end.wakeAll();
    wait();
}

void Rounds::run()
{
    constexpr unsigned long pause = 1000; // milliseconds
    for (int number = 0;; ++number) {
        const bool more = m_work(number);
        QMutexLocker lock(&m_mutex);
        if (!m_isOver && !more)
            m_end.wait(&m_mutex, pause);
        if (m_isOver)
            return;
    }
}

Upkeep::Upkeep(const Platform &platform)
    : m_platform(platform)
    , m_settling([this](int number) { return settleRound(number); })
    , m_sending([this](int) { return sendWaiting(m_platform, 1) > 0; })
{
}

void Upkeep::start()
{
    m_settling.start();
    m_sending.start();
}

bool Upkeep::settleRound(int number) const
{
    constexpr int reminderRounds = 60;
    // What cannot be done now is done in the next round.
    [[maybe_unused]] const auto settled
        = m_platform.write([&](Resources &resources) { return settle(m_platform, resources); });
    if (number % reminderRounds == 0)
        remind();
    return false;
}

void Upkeep::remind() const
{
    const auto stations = m_platform.read([](Resources &resources) { return Stations(resources.connection()).all(); });
    if (!stations)
        return;
    for (const Station &station : *stations) {
        const auto bookings
            = m_platform.read([&](Resources &resources) { return resources.ofStation(station.unit, u"bookings"_s); });
        if (!bookings)
            continue;
        for (const Resource &booking : *bookings) {
            if (booking.state != "CONFIRMED"_L1)
                continue;
            [[maybe_unused]] const auto reminded = m_platform.write(
                [&](Resources &resources) { return Bookings(m_platform, resources).remind(booking); });
        }
    }
}

Result<void> renewEpoch(const Platform &platform)
{
    return platform.database.write([&](const QSqlDatabase &connection) -> Result<void> {
        const QString epoch = PlatformKeys::mac(platform.keys.cursor, newId(platform.clock()).toLatin1()).left(22);
        return Statement(connection, u"UPDATE platform SET epoch = ? WHERE one = 1"_s).with(QVariantList{epoch}).run();
    });
}

Result<void> renewEpochIfRestored(const Platform &platform, const QString &markFile)
{
    QFile file(markFile);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    const QByteArrayList mark = file.readAll().split(' ');
    const auto head = platform.read([](Resources &resources) { return resources.head(); });
    if (!head)
        return head.error();
    const bool isBehind = mark.size() == 2 && (mark[0] != head->epoch.toLatin1() || head->next < mark[1].toLongLong());
    return isBehind ? renewEpoch(platform) : Result<void>();
}

void keepMark(const Platform &platform, const QString &markFile)
{
    const auto head = platform.read([](Resources &resources) { return resources.head(); });
    QSaveFile file(markFile);
    if (head && file.open(QIODevice::WriteOnly)) {
        file.write(head->epoch.toLatin1() + ' ' + QByteArray::number(head->next));
        file.commit();
    }
}

} // namespace idcounter::platform
