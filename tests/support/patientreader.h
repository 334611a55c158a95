#pragma once

#include "app/ports/cardreader.h"

// A card reader that waits for the test: which cards it was asked for, and what lies on it.
class PatientReader : public idcounter::CardReader
{
public:
    QString model() const override { return QStringLiteral("05.03-20261122-0000000000-0000000000"); }
    void open() override
    {
        ++openings;
        if (refusal)
            fail(State::Failed, *refusal);
        else
            setState(isSlow ? State::Opening : State::Ready);
    }
    void close() override { setState(State::Absent); }
    void read(const idcounter::CardRequest &request) override
    {
        asked << request.expected;
        setState(State::Reading);
    }
    void cancel() override
    {
        if (state() == State::Reading)
            setState(State::Ready);
    }

    void lay(const idcounter::ChipCard &card)
    {
        setState(State::Ready);
        Q_EMIT cardRead(card);
    }
    void fail(State state, idcounter::Error::Code code)
    {
        setState(state);
        Q_EMIT failed({code, {}});
    }

    std::optional<idcounter::Error::Code> refusal; // to be opened
    bool isSlow = false; // never gets ready
    int openings = 0;
    QList<idcounter::ChipCard> asked;
};
