#pragma once

#include "app/domain/error.h"

#include <QImage>
#include <QObject>

#include <utility>

namespace idcounter {

// A camera as the counter sees it. Every call returns at once; what comes of it is a signal, in the caller's thread.
class Camera : public QObject
{
    Q_OBJECT

public:
    enum class State { Absent, Opening, Live, Idle, Frozen, Failed };
    Q_ENUM(State)

    using QObject::QObject;

    State state() const { return m_state; }

    // What the clerk would call it: "USB2.0 Camera".
    virtual QString label() const = 0;
    virtual void start() = 0;
    virtual void stop() = 0;

Q_SIGNALS:
    void stateChanged(idcounter::Camera::State state);
    // The latest frame, never mirrored; those that came while nobody looked are dropped.
    void frameReady(const QImage &frame);
    // CameraAbsent, CameraBusy, CameraForbidden, CameraLost, CameraFrozen. After CameraLost and CameraAbsent the camera
    // tries again by itself until it is stopped.
    void failed(const idcounter::Error &error);

protected:
    void setState(State state)
    {
        if (std::exchange(m_state, state) != state)
            Q_EMIT stateChanged(state);
    }

private:
    State m_state = State::Idle;
};

} // namespace idcounter
