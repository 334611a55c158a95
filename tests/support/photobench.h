#pragma once

#include "app/workflow/photodesk.h"
#include "tests/support/practicecounter.h"

#include <QFile>

// A camera that shows what the test holds before it.
class StillCamera : public idcounter::Camera
{
public:
    QString label() const override { return QStringLiteral("still"); }
    void start() override { setState(State::Live); }
    void stop() override { setState(State::Idle); }
    void show(const QImage &frame) { Q_EMIT frameReady(frame); }
};

// A photo desk at an empty case, with the real nets.
struct PhotoBench
{
    PracticeCounter station;
    StillCamera camera;
    std::unique_ptr<idcounter::WalkIn> walkIn;
    std::unique_ptr<idcounter::PhotoDesk> desk;

    bool open()
    {
        if (!station.open())
            return false;
        idcounter::Draft draft = station.renewal();
        draft.photo.reset();
        walkIn = std::make_unique<idcounter::WalkIn>(station.counter(), draft, station.household);
        desk = std::make_unique<idcounter::PhotoDesk>(
            *walkIn, camera, [](const QString &name) -> idcounter::Result<QByteArray> {
                QFile file(QStringLiteral(IDCOUNTER_SOURCE_DIR "/resources/models/") + name);
                if (!file.open(QIODevice::ReadOnly))
                    return idcounter::Error{idcounter::Error::Code::ModelsMissing, name};
                return file.readAll();
            });
        desk->startCamera();
        return true;
    }

    // Everything that was stored for the case, and every try that was counted.
    struct Stored
    {
        qsizetype photos = 0;
        qsizetype pictures = 0;
        idcounter::DayFigures figures;
    };
    Stored stored()
    {
        Stored found;
        bool answered = false;
        QObject asker;
        station.store.read(
            &asker,
            [id = walkIn->draft().id, day = idcounter::today(station.clock)](
                idcounter::Repositories &repositories) -> idcounter::Result<Stored> {
                const auto photos = repositories.captures.ofCase(id, idcounter::CaptureKind::Photo);
                const auto pictures = repositories.captures.ofCase(id, idcounter::CaptureKind::PhotoSource);
                const auto figures = repositories.figures.of(day);
                if (!photos || !pictures || !figures)
                    return idcounter::Error{idcounter::Error::Code::RecordMissing, {}};
                return Stored{photos->size(), pictures->size(), *figures};
            },
            [&](const idcounter::Result<Stored> &result) {
                answered = true;
                found = result ? *result : Stored{-1, -1, {}};
            });
        return QTest::qWaitFor([&] { return answered; }) ? found : Stored{-2, -2, {}};
    }
};
