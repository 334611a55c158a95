#pragma once

#include "app/workflow/photodesk.h"
#include "app/workflow/preferences.h"
#include "tests/support/practicecounter.h"

#include <QFile>
#include <QTimer>

// A camera that shows what the test holds before it.
class StillCamera : public idcounter::Camera
{
public:
    QString label() const override { return QStringLiteral("still"); }
    void start() override
    {
        setState(State::Live);
        m_timer.start(std::chrono::milliseconds(33));
        connect(&m_timer, &QTimer::timeout, this, &StillCamera::send, Qt::UniqueConnection);
    }
    void stop() override
    {
        m_timer.stop();
        setState(State::Idle);
    }
    // From now on, again and again.
    void show(const QImage &frame)
    {
        m_frame = frame;
        send();
    }
    void takeAway() // in the middle of it
    {
        m_timer.stop();
        setState(State::Failed);
        Q_EMIT failed({idcounter::Error::Code::CameraLost, {}});
    }

private:
    void send()
    {
        if (!m_frame.isNull())
            Q_EMIT frameReady(m_frame);
    }

    QImage m_frame;
    QTimer m_timer;
};

// A photo desk at an empty case, with the real nets.
struct PhotoBench
{
    PracticeCounter station;
    StillCamera camera;
    idcounter::Preferences preferences{station.folder.filePath(QStringLiteral("counter.ini"))};
    std::unique_ptr<idcounter::WalkIn> walkIn;
    std::unique_ptr<idcounter::PhotoDesk> desk;

    bool open()
    {
        if (!station.open())
            return false;
        preferences.setTakesByItself(false); // but where a test says so
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
