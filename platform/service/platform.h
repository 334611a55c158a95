#pragma once

#include "app/domain/feetable.h"
#include "app/exchange/exchangekeys.h"
#include "platform/service/outcome.h"
#include "platform/store/platformdatabase.h"
#include "platform/store/resources.h"

#include <memory>

namespace idcounter::platform {

// The platform's secrets: they lie in a file of their own, never in the database, and go with no backup of it.
struct PlatformKeys
{
    ExchangeKeys exchange; // of the platform, for packages
    SecretBytes index; // under which citizen numbers become indices
    SecretBytes cursor; // under which cursors are made
    SecretBytes session; // under which codes and links are hashed

    // Reads the file, or makes it, readable by its owner only. Errors: StorageFailed.
    static Result<PlatformKeys> load(const QString &path);

    // A keyed hash, in base64url: 43 characters.
    static QString mac(const SecretBytes &key, const QByteArray &message);
};

// A payment provider: takes orders, says what became of them.
class PaymentProvider;
// Sends a text to a telephone.
class MessageSender;

// What everything on the platform works with. Used by several threads; what it points to outlives them.
struct Platform
{
    const PlatformDatabase &database;
    const PlatformKeys &keys;
    const FeeTable &fees;
    Clock clock;
    QString host; // name of the platform, lower case, without a port
    QString stationHost; // what tokens must name
    QString origin; // "https://platform.example", of the applicants' pages
    QString product;
    int requestsPerMinute = 600; // of one station
    int requestsAtOnce = 8;
    PaymentProvider *payments = nullptr;
    MessageSender *sender = nullptr;

    bool isPractice() const { return database.isPractice(); }

    // Does work(Resources &), which returns an Outcome, in one transaction at whose end the feed's positions are taken.
    template<typename Work>
    auto write(Work work) const
    {
        using Answer = std::invoke_result_t<Work, Resources &>;
        return database.write([&](const QSqlDatabase &connection) {
            Resources resources(connection, clock());
            Answer done = work(resources);
            if (!done)
                return done;
            const auto finished = resources.finish();
            return finished ? done : Answer(finished.error());
        });
    }

    template<typename Work>
    auto read(Work work) const
    {
        return database.read([&](const QSqlDatabase &connection) {
            Resources resources(connection, clock());
            return work(resources);
        });
    }
};

// A station that the platform knows.
struct Station
{
    QString unit;
    QString nameZh;
    QString nameEn;
    QString phone;
    bool suspended = false;
};

// A new identity, in lower case.
QString newId(const QDateTime &now);

} // namespace idcounter::platform
