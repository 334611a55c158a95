#pragma once

#include "app/domain/error.h"

#include <QDateTime>
#include <QImage>
#include <QObject>

#include <utility>

namespace idcounter {

// Whose finger is asked for. A scanner with a display may show it; a practice scanner presses it.
struct CaptureRequest
{
    QString subject; // citizen number
    QString finger; // position code, "11"
    int press = 1; // of this finger, counted from 1
};

// A fingerprint scanner as the counter sees it: it takes one press at a time, and only when it is asked to. Every call
// returns at once; what comes of it is a signal, in the caller's thread.
class FingerprintScanner : public QObject
{
    Q_OBJECT

public:
    // Absent: none is plugged in. Ready: open and disarmed. Armed: waits for a finger. FingerOn: reads it. LiftFinger: the
    // press is taken, the finger is still on the plate. Cooling: refuses work until coolingUntil(). Restarting: the
    // helper process died or fell silent and is started again. Failed: an error with a next step was reported.
    enum class State { Absent, Opening, Ready, Armed, FingerOn, LiftFinger, Cooling, Restarting, Failed };
    Q_ENUM(State)

    using QObject::QObject;

    State state() const { return m_state; }
    QDateTime coolingUntil() const { return m_coolingUntil; } // UTC; null unless Cooling

    // Maker and model as the driver calls them, kept with every press: "Digital Persona U.are.U 4000/4000B/4500".
    virtual QString model() const = 0;
    virtual void open() = 0;
    virtual void close() = 0;

    // Waits for one press. It ends with pressed(), hinted() or failed(), or with disarm().
    virtual void arm(const CaptureRequest &request = {}) = 0;
    virtual void disarm() = 0;

Q_SIGNALS:
    void stateChanged(idcounter::FingerprintScanner::State state);
    // One press: 8 bit grey, 500 dpi, ridges dark.
    void pressed(const QImage &impression);
    // The press did not count, and why: FingerTooShort, FingerOffCentre, FingerPressAgain, FingerNotPlaced,
    // FingerNotLifted. The scanner is disarmed.
    void hinted(idcounter::Error::Code code);
    // ScannerAbsent, ScannerBusy, ScannerForbidden, ScannerLost, ScannerHot, ScannerSilent, ScannerFailed.
    void failed(const idcounter::Error &error);

protected:
    void setState(State state, const QDateTime &coolingUntil = {})
    {
        m_coolingUntil = coolingUntil;
        if (std::exchange(m_state, state) != state)
            Q_EMIT stateChanged(state);
    }

private:
    State m_state = State::Absent;
    QDateTime m_coolingUntil;
};

} // namespace idcounter
