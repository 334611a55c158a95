#pragma once

#include "tests/support/practicecounter.h"
#include "widgets/common/language.h"
#include "widgets/mainwindow.h"
#include "widgets/walkin/walkinview.h"

#include <QBuffer>
#include <QPushButton>
#include <QTest>

// A camera and a scanner that are not there, and a printer that prints or does not: the edge of the machine.
class NoCamera : public idcounter::Camera
{
public:
    QString label() const override { return QStringLiteral("none"); }
    void start() override
    {
        setState(State::Absent);
        Q_EMIT failed({idcounter::Error::Code::CameraAbsent, {}});
    }
    void stop() override { setState(State::Idle); }
};

class NoScanner : public idcounter::FingerprintScanner
{
public:
    QString model() const override { return QStringLiteral("none"); }
    void open() override { Q_EMIT failed({idcounter::Error::Code::ScannerAbsent, {}}); }
    void close() override { }
    void arm(const idcounter::CaptureRequest &) override { }
    void disarm() override { }
};

class PaperTray : public idcounter::Printer
{
public:
    QString label() const override { return QStringLiteral("tray"); }
    void print(const QUuid &job, const QString &, const QByteArray &pdf) override
    {
        if (!works || pdf.isEmpty())
            Q_EMIT failed(job, {idcounter::Error::Code::PrinterStopped, {}});
        else {
            ++count;
            last = pdf;
            Q_EMIT printed(job);
        }
    }
    bool works = true;
    int count = 0; // papers that came out
    QByteArray last; // of them
};

// A photo that lies sealed in the database, as the camera would have left it.
inline QUuid storedPhoto(idcounter::WalkIn &walkIn)
{
    QImage picture(358, 441, QImage::Format_RGB32);
    picture.fill(Qt::gray);
    QByteArray jpeg;
    QBuffer buffer(&jpeg);
    picture.save(&buffer, "JPEG");
    QUuid photo;
    walkIn.keep(&walkIn, idcounter::CaptureKind::Photo, jpeg,
                [&](const idcounter::Result<QUuid> &id) { photo = id ? *id : QUuid(); });
    return QTest::qWaitFor([&] { return !photo.isNull(); }) ? photo : QUuid();
}

// The same for prints: their images lie sealed in the database.
inline QList<idcounter::FingerRecord> storedPrints(idcounter::WalkIn &walkIn, QList<idcounter::FingerRecord> fingers)
{
    QImage print(100, 100, QImage::Format_Grayscale8);
    print.fill(Qt::white);
    QByteArray png;
    QBuffer buffer(&png);
    print.save(&buffer, "PNG");
    int stored = 0;
    int wanted = 0;
    for (idcounter::FingerRecord &finger : fingers) {
        for (QUuid &press : finger.presses) {
            ++wanted;
            walkIn.keep(&walkIn, idcounter::CaptureKind::FingerImage, png,
                        [&press, &stored](const idcounter::Result<QUuid> &id) {
                            press = id ? *id : QUuid();
                            ++stored;
                        });
        }
    }
    return QTest::qWaitFor([&] { return stored == wanted; }) ? fingers : QList<idcounter::FingerRecord>();
}

// The window of a practice station.
struct Bench
{
    PracticeCounter station;
    NoCamera camera;
    NoScanner scanner;
    PaperTray printer;
    idcounter::CardReader *reader = nullptr; // of the station, asked for at the log-in
    idcounter::Preferences preferences{station.folder.filePath(QStringLiteral("counter.ini"))};
    idcounter::Upkeep upkeep{station.folder.filePath(QStringLiteral("station.sqlite")),
                             station.folder.filePath(QStringLiteral("copies")), station.clock};
    idcounter::Language language;
    std::unique_ptr<idcounter::MainWindow> window;
    int furnished = 0; // how often devices were asked for

    Bench()
    {
        language.use(qEnvironmentVariable("IDCOUNTER_LANGUAGE", QStringLiteral("en")));
        const idcounter::Entrance entrance{
            .store = station.store,
            .rules = station.rules,
            .clock = station.clock,
            .counterName = QStringLiteral("1"),
            .login = station.login,
            .preferences = preferences,
            .upkeep = upkeep,
            .models =
                [](const QString &) {
                    return idcounter::Error{idcounter::Error::Code::ModelsMissing, {}};
                },
            .checkTables = [](const QString &folder) -> idcounter::Result<void> {
                return QDir(folder).exists() ? idcounter::Result<void>()
                                             : idcounter::Error{idcounter::Error::Code::TableMissing, folder};
            },
            .printRecoveryKey = [](const QString &, const auto &, const auto &answered) { answered({}); },
            .packagesFolder = station.folder.filePath(QStringLiteral("packages"))};
        window = std::make_unique<idcounter::MainWindow>(
            entrance,
            [this](const idcounter::Station &) {
                ++furnished;
                return idcounter::Devices{
                    .camera = camera,
                    .scanner = scanner,
                    .printer = printer,
                    .household = station.household,
                    .reader = reader,
                    .citizens = {{QStringLiteral("张小丰"), idcounter::PracticeRegister::entries().first().number}},
                    .findPrinters = [](QObject *, const auto &answered) { answered({QStringLiteral("hall")}); },
                    .cameras = [] { return QList<std::pair<QString, QString>>(); },
                    .readers =
                        [] {
                            return QList{std::pair(QStringLiteral("USB serial (ttyUSB0)"),
                                                   QStringLiteral("serial:/dev/ttyUSB0"))};
                        }};
            },
            language);
        window->show();
        station.login.look();
    }

    template<typename T>
    T *find(const char *name) const
    {
        const auto all = window->findChildren<T *>(QString::fromLatin1(name));
        for (T *widget : all) {
            if (widget->isVisible())
                return widget;
        }
        return nullptr;
    }

    // Accepts a case past the pages, so many days ago; its photo is none. One open case a citizen.
    bool accept(idcounter::Draft draft, int daysAgo = 0)
    {
        draft.photo.reset();
        const idcounter::Counter counter = station.counter();
        bool answered = false;
        bool accepted = false;
        QObject asker;
        station.store.write(
            &asker,
            [counter, draft, daysAgo](idcounter::Repositories &repositories) {
                return repositories.acceptance.accept({.form = draft,
                                                       .transition = {.from = idcounter::CaseState::Draft,
                                                                      .event = QStringLiteral("accept"),
                                                                      .to = idcounter::CaseState::Accepted},
                                                       .day = counter.today().addDays(-daysAgo),
                                                       .station = counter.station,
                                                       .device = counter.device,
                                                       .stamp = counter.stamp(),
                                                       .holder = counter.holder});
            },
            [&](const idcounter::Result<idcounter::Case> &done) {
                answered = true;
                accepted = bool(done);
            });
        return QTest::qWaitFor([&answered] { return answered; }) && accepted;
    }

    bool enter()
    {
        // Shortcuts are those of the active window.
        if (!QTest::qWaitForWindowActive(window.get()))
            return false;
        const auto shows = [this](const char *name) { return find<QWidget>(name) && find<QWidget>(name)->isEnabled(); };
        if (!QTest::qWaitFor([&] { return shows("practiceButton"); }))
            return false;
        QTest::mouseClick(find<QPushButton>("practiceButton"), Qt::LeftButton);
        if (!QTest::qWaitFor([&] { return shows("practiceLogin_wang"); }))
            return false;
        QTest::mouseClick(find<QPushButton>("practiceLogin_wang"), Qt::LeftButton);
        return QTest::qWaitFor([&] { return shows("newCaseButton"); });
    }
};
