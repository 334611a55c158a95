#include "app/ctl/commands.h"

#include "app/storage/store.h"
#include "app/workflow/bookinghours.h"
#include "app/workflow/login.h"
#include "app/workflow/platformsettings.h"

#include <QDir>
#include <QEventLoop>
#include <QFile>
#include <QSaveFile>

using namespace Qt::StringLiterals;

namespace idcounter::ctl {

namespace {

// A practice station that is there, or is made.
Result<void> ensurePractice(const QString &path, const Clock &clock)
{
    if (QFile::exists(path))
        return {};
    Store store(path);
    LogIn logIn(store, clock);
    QEventLoop loop;
    Result<void> result;
    QObject::connect(&logIn, &LogIn::stateChanged, &loop, [&](LogIn::State state) {
        if (state == LogIn::State::LoggedOut || state == LogIn::State::Failed)
            loop.quit();
    });
    QObject::connect(&logIn, &LogIn::failed, &loop, [&](const Error &error) {
        result = error;
        loop.quit();
    });
    logIn.setUpPractice();
    if (logIn.state() != LogIn::State::LoggedOut)
        loop.exec();
    return result;
}

// What the platform must be told of the station, and the station of the platform.
Result<QByteArray> join(const QString &path, const QString &url, const Clock &clock)
{
    auto database = Database::open(path);
    if (!database)
        return database.error();
    KeyRing keys;
    Repositories repositories(**database, keys);
    const auto station = repositories.station.station();
    if (!station)
        return station.error();
    if (!*station || !(*station)->practice)
        return Error{Error::Code::PlatformForeign, u"a real station is joined under Booking hours"_s};
    const PracticeLogin supervisor = LogIn::practiceLogins().last();
    const auto slot = repositories.station.slotOf(supervisor.login);
    if (!slot)
        return slot.error();
    QByteArray passphrase = supervisor.passphrase.toUtf8();
    if (const auto opened = keys.open(slot->second, SecretBytes::take(passphrase)); !opened)
        return opened.error();
    return (*database)->write([&]() -> Result<QByteArray> {
        const auto device = repositories.station.device();
        if (!device)
            return device.error();
        const Stamp stamp{.at = clock(), .person = supervisor.login, .device = device->id};
        auto settings = PlatformSettings::load(repositories.station);
        if (!settings)
            return settings.error();
        PlatformSettings changed = *settings;
        changed.url = url;
        if (const auto stored = changed.store(repositories.station); !stored)
            return stored.error();
        const auto places = bookingPlaces(repositories);
        if (!places)
            return places.error();
        if (places->isEmpty()) {
            const BookingPlace hall = usualHall(**station, clock);
            if (const auto put = repositories.platform.putPlace(hall.id, json::toBytes(hall)); !put)
                return put.error();
        }
        const auto own = ownKeysOf(repositories, clock, stamp, false);
        if (!own)
            return own.error();
        return keyFile({.role = Role::County, // of no matter to the other side
                        .name = (*station)->unitCode,
                        .practice = true,
                        .publicKeys = own->first().keys->publicKeys().toBytes(),
                        .validUntil = own->first().until});
    });
}

} // namespace

int platformJoin(const Context &context, const QStringList &words)
{
    const auto arguments = Arguments::parse(words, {u"dir"_s, u"url"_s, u"out"_s}, {});
    if (!arguments)
        return Output::fail(arguments.error());
    if (!arguments->has(u"url"_s) || !arguments->has(u"out"_s))
        return Output::fail(u"platform join --url URL --out KEYS [--dir DIR]"_s);
    const QDir folder(folderOf(*arguments));
    const QString path = folder.filePath(u"station.sqlite"_s);
    folder.mkpath(u"."_s);
    if (const auto ready = ensurePractice(path, context.clock); !ready)
        return Output::fail(ready.error());
    const auto keys = join(path, arguments->value(u"url"_s), context.clock);
    if (!keys)
        return Output::fail(keys.error());
    QSaveFile file(arguments->value(u"out"_s));
    if (!file.open(QIODevice::WriteOnly) || file.write(*keys) != keys->size() || !file.commit())
        return Output::fail(Error{Error::Code::PackageNotWritten, arguments->value(u"out"_s)});
    context.output.print(QJsonObject{{u"keys"_s, arguments->value(u"out"_s)}});
    return Done;
}

} // namespace idcounter::ctl
