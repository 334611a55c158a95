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
    // Who sits before it. A practice camera shows somebody else for every subject; a real one does not ask.
    virtual void setSubject(const QString &subject) { Q_UNUSED(subject) }
    // Keeps exposure and white balance as they are, or lets them follow the light again; where the camera cannot, nothing.
    virtual void holdLight(bool hold) { Q_UNUSED(hold) }
    virtual void start() = 0;
    virtual void stop() = 0;

Q_SIGNALS:
    void stateChanged(idcounter::Camera::State state);
    // The latest frame, never mirrored; those that came while nobody looked are dropped.
    void frameReady(const QImage &frame);
    // CameraAbsent, CameraBusy, CameraForbidden, CameraLost, CameraFrozen; CameraTooCoarse and CameraSlow, with which the
    // frames come all the same. All but a frozen camera are tried again by themselves until it is stopped; each failure is told once.
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
