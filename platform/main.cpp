#include "app/exchange/canonicaljson.h"
#include "platform/http/httpserver.h"
#include "platform/pages/pages.h"
#include "platform/practice/practiceprovider.h"
#include "platform/practice/practicesender.h"
#include "platform/sender/programsender.h"
#include "platform/service/stations.h"
#include "platform/service/upkeep.h"
#include "platform/station/stationapi.h"
#include "platform/station/stationfiles.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QLoggingCategory>
#include <QSettings>
#include <QSocketNotifier>
#include <QSslCertificate>
#include <QTimer>

#include <algorithm>
#include <csignal>
#include <cstdio>
#include <malloc.h>
#include <unistd.h>

using namespace Qt::StringLiterals;
using namespace idcounter;
using namespace idcounter::platform;

namespace {

int signalPipe[2];

void askToEnd(int)
{
    const char byte = 1;
    [[maybe_unused]] const auto written = ::write(signalPipe[1], &byte, 1);
}

int fail(const QString &what, const Error &error)
{
    std::fprintf(stderr, "%s: %s %s\n", qPrintable(what), qPrintable(name(error.code)), qPrintable(error.detail));
    return 1;
}

// The settings of a platform: platform.ini in its folder, with what it says of database, network and certificates.
struct Settings
{
    explicit Settings(const QString &folder)
        : dir(folder)
        , ini(dir.filePath(u"platform.ini"_s), QSettings::IniFormat)
    {
    }

    QString text(const QString &key, const QString &otherwise = {}) const
    {
        return ini.value(key, otherwise).toString();
    }
    quint16 port(const QString &key, int otherwise) const { return quint16(ini.value(key, otherwise).toInt()); }
    bool isPractice() const { return ini.value(u"practice"_s, true).toBool(); }
    QString file(const QString &name) const { return dir.filePath(name); }

    DatabaseSettings database() const
    {
        DatabaseSettings settings;
        settings.driver = text(u"database/driver"_s, settings.driver);
        settings.name = text(u"database/name"_s, file(u"platform.sqlite"_s));
        settings.host = text(u"database/host"_s);
        settings.port = port(u"database/port"_s, settings.port);
        settings.user = text(u"database/user"_s);
        settings.password = text(u"database/password"_s);
        return settings;
    }

    HttpSettings http(const QString &group, int port) const
    {
        return {.address = text(group + u"/address"_s, u"127.0.0.1"_s),
                .port = this->port(group + u"/port"_s, port),
                .certificate = text(group + u"/certificate"_s),
                .key = text(group + u"/key"_s),
                .clientAuthority = text(group + u"/clientAuthority"_s),
                .proxySecret = text(u"proxy/secret"_s).toUtf8()};
    }

    SenderProgram sender() const
    {
        constexpr int seconds = 20;
        return {.path = text(u"sender/program"_s),
                .timeLimit = std::chrono::seconds(std::max(1, ini.value(u"sender/seconds"_s, seconds).toInt()))};
    }

    QDir dir;
    QSettings ini;
};

Result<QByteArray> tableNamed(const QString &name)
{
    QFile file(u":/tables/"_s + name);
    return file.open(QIODevice::ReadOnly) ? Result<QByteArray>(file.readAll()) : Error{Error::Code::TableMissing, name};
}

// A station as its key file and the command line describe it.
int addStation(const Platform &platform, const QCommandLineParser &line)
{
    QFile file(line.value(u"keys"_s));
    const auto json
        = file.open(QIODevice::ReadOnly) ? readJson(file.readAll()) : Error{Error::Code::PackageUnreadable, u"keys"_s};
    if (!json)
        return fail(u"keys"_s, json.error());
    const auto keys = PublicKeys::fromBytes(QByteArray::fromHex((*json)[u"keys"_s].toString().toLatin1()));
    if (!keys)
        return fail(u"keys"_s, keys.error());
    if ((*json)[u"practice"_s].toBool() != platform.isPractice())
        return fail(u"keys"_s, {Error::Code::PlatformForeign, u"practice"_s});
    const Station station{.unit = line.value(u"unit"_s),
                          .nameZh = line.value(u"name"_s),
                          .nameEn = line.value(u"english"_s),
                          .phone = line.value(u"phone"_s)};
    const QString path = line.value(u"certificate"_s);
    const auto certificates = path.isEmpty() ? QList<QSslCertificate>() : QSslCertificate::fromPath(path);
    if (!path.isEmpty() && certificates.isEmpty())
        return fail(u"certificate"_s, {Error::Code::PackageUnreadable, u"certificate"_s});
    const auto stored = platform.write([&](Resources &resources) -> Outcome<void> {
        const Stations stations(resources.connection());
        if (const auto put = stations.put(station); !put)
            return put.error();
        if (const auto added = stations.addKeys(station.unit, *keys, resources.now()); !added)
            return added.error();
        for (const QSslCertificate &one : certificates) {
            const QString sha256 = QString::fromLatin1(one.digest(QCryptographicHash::Sha256).toHex());
            if (const auto added = stations.addCertificate(station.unit, sha256, one.expiryDate().toUTC()); !added)
                return added.error();
        }
        return {};
    });
    if (!stored)
        return fail(u"station"_s, stored.error());
    std::printf("%s %s\n", qPrintable(station.unit), qPrintable(keys->fingerprint()));
    return 0;
}

// The platform's public keys as a file that stations import.
int writeKeys(const Platform &platform, const QString &path)
{
    QFile file(path);
    const QJsonObject json{{u"idcounterKeys"_s, 1},
                           {u"name"_s, platform.host},
                           {u"role"_s, u"platform"_s},
                           {u"practice"_s, platform.isPractice()},
                           {u"keys"_s, QString::fromLatin1(platform.keys.exchange.publicKeys().toBytes().toHex())},
                           {u"validUntil"_s, stationTime(platform.clock()).date().addYears(1).toString(Qt::ISODate)}};
    if (!file.open(QIODevice::WriteOnly) || file.write(canonical(json)) < 0)
        return fail(path, {Error::Code::PackageNotWritten, {}});
    std::printf("%s\n", qPrintable(platform.keys.exchange.publicKeys().fingerprint()));
    return 0;
}

// The program that sends texts, written into the settings.
int setSender(const Settings &settings, const QString &path)
{
    if (settings.isPractice())
        return fail(u"sender"_s, {Error::Code::PlatformForeign, u"a practice platform sends nothing"_s});
    if (const auto made = ProgramSender::create({.path = path}, QDateTime::currentDateTimeUtc); !made)
        return fail(u"sender"_s, made.error());
    QSettings ini(settings.file(u"platform.ini"_s), QSettings::IniFormat);
    ini.setValue(u"sender/program"_s, path);
    ini.sync();
    return ini.status() == QSettings::NoError ? 0 : fail(u"sender"_s, {Error::Code::StorageFailed, u"platform.ini"_s});
}

// A text to the telephone that stands on the standard input, where no list of processes shows it.
int trySender(const Platform &platform)
{
    if (!platform.sender)
        return fail(u"sender"_s, {Error::Code::PlatformNotSet, {}});
    QFile input;
    if (!input.open(stdin, QIODevice::ReadOnly))
        return 1;
    switch (platform.sender->send(QString::fromUtf8(input.readLine()).trimmed(), u"idcounter-platform"_s)) {
    case SendResult::Delivered:
        return std::puts("delivered") < 0;
    case SendResult::Sent:
        return std::puts("sent") < 0;
    case SendResult::FailedPermanent:
        std::puts("failed: never to this telephone");
        return 1;
    case SendResult::FailedTemporary:
        std::puts("failed: not now");
        return 1;
    case SendResult::FailedTechnical:
        std::puts("failed: the program does not work");
        return 1;
    }
    Q_UNREACHABLE();
}

int serve(Platform &platform, const Settings &settings)
{
    if (!platform.sender)
        std::fputs("sender: none is set, so that no code can be sent and nobody can log in (sender PROGRAM)\n", stderr);
    const QString mark = settings.file(u"feed.mark"_s);
    if (const auto renewed = renewEpochIfRestored(platform, mark); !renewed)
        return fail(u"epoch"_s, renewed.error());
    StationApi api(platform);
    const auto tables = PageTables::load(tableNamed);
    if (!tables)
        return fail(u"tables"_s, tables.error());
    const Pages pages(platform, *tables);
    const auto station = HttpServer::start(settings.http(u"station"_s, 8442),
                                           [&](const HttpRequest &request) { return api.answer(request); });
    if (!station)
        return fail(u"station"_s, station.error());
    // Applicants' pages; what an applicant changed, waiting stations are told at once.
    HttpSettings forApplicants = settings.http(u"pages"_s, 8443);
    forApplicants.longestBody = Pages::longestBody;
    const auto applicants = HttpServer::start(forApplicants, [&](const HttpRequest &request) {
        HttpResponse response = pages.answer(request);
        if (request.method == "POST")
            api.wake();
        return response;
    });
    if (!applicants)
        return fail(u"pages"_s, applicants.error());
    Upkeep upkeep(platform);
    upkeep.start();
    QTimer marks;
    QObject::connect(&marks, &QTimer::timeout, &marks, [&] { keepMark(platform, mark); });
    marks.start(std::chrono::seconds(1));
    std::printf("station %d pages %d\n", (*station)->port(), (*applicants)->port());
    std::fflush(stdout);

    QSocketNotifier ending(signalPipe[0], QSocketNotifier::Read);
    QObject::connect(&ending, &QSocketNotifier::activated, qApp, &QCoreApplication::quit);
    const int status = QCoreApplication::exec();
    keepMark(platform, mark);
    api.stopWaiting();
    return status;
}

} // namespace

int main(int argc, char *argv[])
{
    // SQLite takes and gives back memory for each statement; to have it of the system each time costs a third of the time.
    constexpr int mostKept = 32 << 20; // bytes, of each thread
    mallopt(M_TRIM_THRESHOLD, mostKept);
    QCoreApplication application(argc, argv);
    // What is wrong with a picture is told to who sent it; no log is filled by it.
    QLoggingCategory::setFilterRules(u"qt.gui.imageio*=false"_s);
    QCoreApplication::setApplicationName(u"idcounter-platform"_s);
    QCoreApplication::setApplicationVersion(QStringLiteral(IDCOUNTER_VERSION));
    QCommandLineParser line;
    line.setApplicationDescription(
        u"The booking platform.\n\n  serve            answers applicants and stations\n  station          makes a "
        u"station known (--unit, --name, --english, --phone, --keys, --certificate)\n"
        "  read FILE        does what a station asks for by file\n"
        "  write FILE       answers and changes for the station --unit\n"
        "  keys FILE        writes the platform's public keys\n"
        "  sender PROGRAM   sets the program that sends texts; alone: tries it with the number on the standard input\n"
        "  new-epoch        after a restored backup, where the mark is gone as well"_s);
    line.addOptions({{u"dir"_s, u"Folder of the platform."_s, u"DIR"_s},
                     {u"unit"_s, u"Unit code of nine digits."_s, u"CODE"_s},
                     {u"name"_s, u"Name of the station."_s, u"NAME"_s},
                     {u"english"_s, u"Its English name."_s, u"NAME"_s},
                     {u"phone"_s, u"Its telephone."_s, u"NUMBER"_s},
                     {u"keys"_s, u"Its key file."_s, u"FILE"_s},
                     {u"certificate"_s, u"Its client certificate, PEM."_s, u"FILE"_s}});
    line.addPositionalArgument(u"command"_s, u"serve, station, keys, sender, read, write or new-epoch."_s);
    line.addHelpOption();
    line.addVersionOption();
    line.process(application);
    const QStringList words = line.positionalArguments();
    if (!line.isSet(u"dir"_s) || words.isEmpty())
        line.showHelp(2);

    if (::pipe(signalPipe) != 0)
        return 1;
    std::signal(SIGTERM, askToEnd);
    std::signal(SIGINT, askToEnd);
    std::signal(SIGPIPE, SIG_IGN);

    QDir().mkpath(line.value(u"dir"_s));
    const Settings settings(line.value(u"dir"_s));
    const auto keys = PlatformKeys::load(settings.file(u"platform.keys"_s));
    if (!keys)
        return fail(u"keys"_s, keys.error());
    const auto database = PlatformDatabase::open(settings.database(), settings.isPractice());
    if (!database)
        return fail(u"database"_s, database.error());
    const auto fees = FeeTable::load(tableNamed);
    if (!fees)
        return fail(u"fees"_s, fees.error());
    Platform platform{.database = **database,
                      .keys = *keys,
                      .fees = *fees,
                      .clock = [] { return QDateTime::currentDateTimeUtc(); },
                      .host = settings.text(u"host"_s, u"127.0.0.1"_s),
                      .stationHost = settings.text(u"stationHost"_s, u"127.0.0.1"_s),
                      .origin
                      = settings.text(u"origin"_s, u"http://127.0.0.1:%1"_s.arg(settings.port(u"pages/port"_s, 8443))),
                      .product = u"idcounter-platform "_s + QCoreApplication::applicationVersion(),
                      .requestsPerMinute = settings.ini.value(u"limits/requestsPerMinute"_s, 600).toInt(),
                      .requestsAtOnce = settings.ini.value(u"limits/requestsAtOnce"_s, 8).toInt()};
    std::unique_ptr<MessageSender> sender;
    std::unique_ptr<PracticeProvider> provider;
    if (settings.isPractice()) {
        auto madeSender = PracticeSender::create(platform);
        auto madeProvider = PracticeProvider::create(platform);
        if (!madeSender)
            return fail(u"sender"_s, madeSender.error());
        if (!madeProvider)
            return fail(u"provider"_s, madeProvider.error());
        sender = *std::move(madeSender);
        provider = *std::move(madeProvider);
        platform.payments = provider.get();
    } else if (const SenderProgram program = settings.sender(); !program.path.isEmpty() && words.size() == 1) {
        auto made = ProgramSender::create(program, platform.clock);
        if (!made)
            return fail(u"sender"_s, made.error());
        sender = *std::move(made);
    }
    platform.sender = sender.get();

    if (words.first() == "serve"_L1)
        return serve(platform, settings);
    if (words.first() == "station"_L1)
        return addStation(platform, line);
    if (words.first() == "sender"_L1)
        return words.size() == 2 ? setSender(settings, words[1]) : trySender(platform);
    if (words.first() == "keys"_L1 && words.size() == 2)
        return writeKeys(platform, words[1]);
    if (words.first() == "read"_L1 && words.size() == 2) {
        const StationApi api(platform);
        const auto read = StationFiles(platform, api).read(words[1]);
        if (!read)
            return fail(words[1], read.error());
        std::printf("%d\n", *read);
        return 0;
    }
    if (words.first() == "write"_L1 && words.size() == 2) {
        const StationApi api(platform);
        const auto written = StationFiles(platform, api).write(line.value(u"unit"_s), words[1]);
        return written ? 0 : fail(words[1], written.error());
    }
    if (words.first() == "new-epoch"_L1) {
        const auto renewed = renewEpoch(platform);
        return renewed ? 0 : fail(u"epoch"_s, renewed.error());
    }
    line.showHelp(2);
}
