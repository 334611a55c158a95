#pragma once

#include "app/domain/acceptancenumber.h"
#include "app/ports/camera.h"
#include "app/workflow/background.h"

#include <optional>

namespace idcounter {

// Finds the slip that a citizen holds before the counter's camera by the code on it. One frame at a time is looked at; the first
// code that is an acceptance number ends it. Nothing of what the camera shows is kept.
class SlipReader : public QObject
{
    Q_OBJECT

public:
    enum class State {
        Off,
        Starting, // no picture yet
        Looking,
        Foreign, // what is held before the camera bears a code that is none of a slip
        Failed, // the camera; error() says how
        Read, // and the camera is off again
    };
    Q_ENUM(State)

    // The camera is started and stopped, not owned.
    explicit SlipReader(Camera &camera, QObject *parent = nullptr);
    ~SlipReader() override; // stops it

    State state() const { return m_state; }
    // SlipCodeForeign, or what the camera failed with.
    const std::optional<Error> &error() const { return m_error; }
    // Whether the camera has to be started again by a person; all other failures mend themselves.
    bool needsRestart() const;

    void start();
    void stop();

Q_SIGNALS:
    void frameReady(const QImage &frame);
    void stateChanged();
    void slipRead(const idcounter::AcceptanceNumber &number);

private:
    bool isOn() const { return m_state != State::Off && m_state != State::Read; }
    void setState(State state, const std::optional<Error> &error = {});
    void showFrame(const QImage &frame);
    void judge(const QStringList &codes);
    void judgeForeign(const QString &code);

    Camera &m_camera;
    State m_state = State::Off;
    std::optional<Error> m_error;
    QString m_foreign; // the code of the last look that was none of a slip
    int m_emptyLooks = 0; // since then
    int m_run = 0; // counts starts and stops; what belongs to an earlier one is dropped
    bool m_busy = false; // a frame is being looked at
    Background m_background; // goes first
};

} // namespace idcounter
