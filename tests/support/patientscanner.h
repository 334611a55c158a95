#pragma once

#include "app/ports/fingerprintscanner.h"

#include <QStringList>

// A scanner that waits for the test: what it was armed for, and what happens at its plate.
class PatientScanner : public idcounter::FingerprintScanner
{
public:
    QString model() const override { return name; }
    void open() override { setState(State::Ready); }
    void close() override { setState(State::Absent); }
    void arm(const idcounter::CaptureRequest &request) override
    {
        armed << request.finger;
        setState(State::Armed);
    }
    void disarm() override
    {
        if (state() == State::Armed)
            setState(State::Ready);
    }

    void press(const QImage &impression)
    {
        Q_EMIT pressed(impression);
        setState(State::Ready);
    }
    void say(idcounter::Error::Code code)
    {
        setState(State::Ready);
        Q_EMIT hinted(code);
    }
    void fail(State state, idcounter::Error::Code code)
    {
        setState(state);
        Q_EMIT failed({code, {}});
    }
    void coolUntil(const QDateTime &until) { setState(State::Cooling, until); }

    QString name = QStringLiteral("patient");
    QStringList armed; // fingers that were asked for
};
