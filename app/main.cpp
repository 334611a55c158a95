#include "app/documents/recoverypaper.h"
#include "app/domain/rules.h"
#include "app/storage/store.h"
#include "app/workflow/login.h"
#include "app/workflow/preferences.h"
#include "app/workflow/seat.h"
#include "devices/camera/opencvcamera.h"
#include "devices/devicerack.h"
#include "devices/printer/cupsprinter.h"
#include "widgets/common/language.h"
#include "widgets/common/theme.h"
#include "widgets/mainwindow.h"
#include "widgets/rehearsal/rehearsal.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QDir>
#include <QFile>
#include <QImage>
#include <QScreen>
#include <QStandardPaths>

#include <sys/prctl.h>
#include <sys/resource.h>

#include <algorithm>
#include <atomic>
#include <cstdio>

using namespace Qt::StringLiterals;
using namespace idcounter;

namespace {

const QString packagesFolder = u"packages"_s; // of a station, in its folder

// A file of the program's resources, or of a folder in which newer ones are kept.
template<Error::Code missing>
std::function<Result<QByteArray>(const QString &)> filesIn(const QString &resources, const QString &folder)
{
    return [resources, folder](const QString &name) -> Result<QByteArray> {
        QFile own(QDir(folder).filePath(name));
        QFile file(!folder.isEmpty() && own.exists() ? own.fileName() : resources + name);
        if (!file.open(QIODevice::ReadOnly))
            return Error{missing, name};
        return file.readAll();
    };
}

// Keys are in this process's memory: no core file, and no other program of the user may look into it.
void protectMemory()
{
    prctl(PR_SET_DUMPABLE, 0);
    const rlimit none{0, 0};
    setrlimit(RLIMIT_CORE, &none);
}

void addOptions(QCommandLineParser &parser)
{
    parser.setApplicationDescription(u"ID Counter 身份证受理台"_s);
    parser.addHelpOption();
    parser.addVersionOption();
    parser.addOptions({
        {u"dir"_s, u"Folder of the station."_s, u"DIR"_s},
        {u"counter"_s, u"Name of this counter, shown to the others; a number, when none is given."_s, u"NAME"_s},
        {u"tables"_s, u"Folder with code tables that replace the program's own."_s, u"DIR"_s},
        {u"lang"_s, u"Language of the windows: zh_CN or en."_s, u"LANG"_s},
        {u"printer"_s, u"Print queue."_s, u"NAME"_s},
        {u"reader"_s, u"Card reader: serial:/dev/ttyUSB0."_s, u"PORT"_s},
        {u"rehearse"_s, u"Play a whole practice case, with a fresh station in the folder."_s, u"DIR"_s},
        {u"face"_s, u"Rehearsal: a picture for the camera."_s, u"FILE"_s},
        {u"fingers"_s, u"Rehearsal: a folder with pictures of presses, 11*.png and 16*.png."_s, u"DIR"_s},
    });
}

QString stationFolder(const QCommandLineParser &parser)
{
    if (parser.isSet(u"rehearse"_s))
        return parser.value(u"rehearse"_s);
    return parser.isSet(u"dir"_s) ? parser.value(u"dir"_s)
                                  : QStandardPaths::writableLocation(QStandardPaths::AppDataLocation);
}

// A picture as a camera: the only frame of a film that is played in a circle. Empty where it cannot be read.
QString cameraShowing(const QString &picture, const QDir &folder)
{
    const QImage image(picture);
    const QString frames = folder.filePath(u"face"_s);
    if (image.isNull() || !folder.mkpath(u"face"_s) || !image.save(frames + u"/000.png"_s))
        return {};
    return u"seq:%1/%03d.png?fps=12&loop=1"_s.arg(frames);
}

// Prints the recovery key, which no device rack knows yet: the station is not logged in to.
void printRecoveryKey(const QString &queue, const QString &station, const RecoveryKey &key,
                      const std::function<void(const Result<void> &)> &answered)
{
    const auto pdf = toPdf(recoveryPaper(station, today(QDateTime::currentDateTimeUtc), key.first, key.second));
    if (!pdf) {
        answered(pdf.error());
        return;
    }
    auto *printer = new CupsPrinter(queue, qApp);
    QObject::connect(printer, &Printer::printed, printer, [printer, answered] {
        answered({});
        printer->deleteLater();
    });
    QObject::connect(printer, &Printer::failed, printer, [printer, answered](const QUuid &, const Error &error) {
        answered(error);
        printer->deleteLater();
    });
    printer->print(QUuid::createUuid(), u"recovery"_s, *pdf);
}

// Plays a case and ends the program: 0 when everything was as expected.
void rehearse(MainWindow &window, const QDir &folder, const std::function<void()> &nextDay)
{
    const PracticeRegister::Entry &applicant = PracticeRegister::entries().first();
    auto *rehearsal = new Rehearsal(window,
                                    {.folder = folder.path(),
                                     .applicantNumber = applicant.number,
                                     .applicantName = applicant.name,
                                     .packagesFolder = folder.filePath(packagesFolder),
                                     .nextDay = nextDay},
                                    &window);
    QObject::connect(rehearsal, &Rehearsal::finished, &window, [](bool asExpected, const QString &what) {
        if (!asExpected)
            std::fprintf(stderr, "Not as expected: %s\n", qPrintable(what));
        QApplication::exit(asExpected ? 0 : 1);
    });
    rehearsal->start();
}

int work(QApplication &application, const QCommandLineParser &parser)
{
    const QDir folder(stationFolder(parser));
    if (!folder.mkpath(u"."_s)) {
        std::fprintf(stderr, "The folder of the station cannot be made: %s\n", qPrintable(folder.path()));
        return 2;
    }
    const bool rehearsing = parser.isSet(u"rehearse"_s);
    if (rehearsing && QFile::exists(folder.filePath(u"station.sqlite"_s))) {
        std::fprintf(stderr, "There is a station in %s already.\n", qPrintable(folder.path()));
        return 2;
    }
    const QString face
        = rehearsing && parser.isSet(u"face"_s) ? cameraShowing(parser.value(u"face"_s), folder) : QString();
    if (rehearsing && parser.isSet(u"face"_s) && face.isEmpty()) {
        std::fprintf(stderr, "The picture cannot be read: %s\n", qPrintable(parser.value(u"face"_s)));
        return 2;
    }
    QFile::setPermissions(folder.path(), QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    Preferences preferences(folder.filePath(u"counter.ini"_s));
    Language language;
    language.use(parser.isSet(u"lang"_s) ? parser.value(u"lang"_s) : preferences.language());
    applyTheme(application, preferences.isDark() ? Theme::Dark : Theme::Light);

    const auto tablesIn = [](const QString &own) { return filesIn<Error::Code::TableMissing>(u":/tables/"_s, own); };
    const Rules rules(tablesIn(parser.isSet(u"tables"_s) ? parser.value(u"tables"_s) : preferences.tables()));
    std::atomic<int> daysAhead = 0; // of a rehearsal, in which a case is closed on another day
    const Clock clock = [&daysAhead] { return QDateTime::currentDateTimeUtc().addDays(daysAhead); };
    Store store(folder.filePath(u"station.sqlite"_s));
    LogIn login(store, clock);
    const Seat seat(folder.path());
    Upkeep upkeep(folder.filePath(u"station.sqlite"_s), folder.filePath(u"copies"_s), clock);
    QObject::connect(&login, &LogIn::stateChanged, &upkeep, [&upkeep, &seat](LogIn::State state) {
        if (state == LogIn::State::LoggedIn)
            upkeep.start(seat.wasLeftBehind());
    });
    DeviceRack rack({.folder = folder.path(),
                     .clock = clock,
                     .camera = face.isEmpty() ? preferences.camera() : face,
                     .rotation = preferences.rotation(),
                     .reader = parser.isSet(u"reader"_s) ? parser.value(u"reader"_s) : preferences.reader(),
                     .printer = parser.isSet(u"printer"_s) ? parser.value(u"printer"_s) : preferences.printer(),
                     .fingers = parser.value(u"fingers"_s),
                     .pressDelay = std::chrono::milliseconds(rehearsing ? 100 : 600)});
    const Entrance entrance{.store = store,
                            .rules = rules,
                            .clock = clock,
                            .counterName = parser.isSet(u"counter"_s) ? parser.value(u"counter"_s) : seat.name(),
                            .login = login,
                            .preferences = preferences,
                            .upkeep = upkeep,
                            .models = filesIn<Error::Code::ModelsMissing>(u":/models/"_s, {}),
                            .checkTables = [tablesIn](const QString &own) { return Rules(tablesIn(own)).check(); },
                            .printRecoveryKey =
                                [&preferences](const QString &station, const RecoveryKey &key, const auto &answered) {
                                    printRecoveryKey(preferences.printer(), station, key, answered);
                                },
                            .packagesFolder = folder.filePath(packagesFolder)};
    const auto makeDevices = [&rack](const Station &station) {
        rack.furnish(station.practice);
        QList<PracticeCitizen> citizens;
        for (const PracticeRegister::Entry &entry : rack.citizens())
            citizens << PracticeCitizen{entry.name, entry.number};
        return Devices{.camera = rack.camera(),
                       .scanner = rack.scanner(),
                       .printer = rack.printer(),
                       .household = rack.household(),
                       .reader = rack.reader(),
                       .citizens = citizens,
                       .findPrinters = &DeviceRack::findPrinters,
                       .cameras = &DeviceRack::cameras,
                       .readers = &DeviceRack::readers};
    };
    MainWindow window(entrance, makeDevices, language);
    // A small screen is filled: a window of its size would stand behind the desktop's own bars.
    const QSize screen = window.screen()->availableSize();
    if (!rehearsing && (screen.width() <= window.width() || screen.height() <= window.height()))
        window.showMaximized();
    else
        window.show();
    login.look();
    if (rehearsing)
        rehearse(window, folder, [&daysAhead] { ++daysAhead; });
    return QApplication::exec();
}

// A rehearsal needs no display: without one it is drawn in memory.
void provideDisplay(int argc, char *argv[])
{
    const bool rehearsing
        = std::any_of(argv, argv + argc, [](const char *text) { return QByteArrayView(text) == "--rehearse"; });
    const bool display = qEnvironmentVariableIsSet("DISPLAY") || qEnvironmentVariableIsSet("WAYLAND_DISPLAY")
        || qEnvironmentVariableIsSet("QT_QPA_PLATFORM");
    if (rehearsing && !display)
        qputenv("QT_QPA_PLATFORM", "offscreen");
}

} // namespace

int main(int argc, char *argv[])
{
    protectMemory();
    provideDisplay(argc, argv);
    OpenCvCamera::prepareProcess();
    QApplication application(argc, argv);
    QApplication::setApplicationName(u"idcounter"_s);
    QApplication::setApplicationVersion(QStringLiteral(IDCOUNTER_VERSION));
    QCommandLineParser parser;
    addOptions(parser);
    parser.process(application);
    return work(application, parser);
}
