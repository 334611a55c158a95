#pragma once

#include "app/domain/chipcard.h"

#include <QObject>

#include <utility>

namespace idcounter {

// Which card is expected. A practice reader lays it on; a real one does not look at it.
struct CardRequest
{
    ChipCard expected;
};

// A reader of identity cards as the counter sees it: it reads one card at a time, and only when it is asked to. Every call
// returns at once; what comes of it is a signal, in the caller's thread.
class CardReader : public QObject
{
    Q_OBJECT

public:
    // Absent: none is at its port; one that was open is looked for again by itself. Ready: its security module answered.
    // Reading: waits for a card, or reads it. Failed: an error with a next step was reported.
    enum class State { Absent, Opening, Ready, Reading, Failed };
    Q_ENUM(State)

    using QObject::QObject;

    State state() const { return m_state; }

    // Number of the security module (SAM), "05.03-20261122-0001234567-0890123456"; empty before it was open.
    virtual QString model() const = 0;
    virtual void open() = 0;
    virtual void close() = 0;

    // Waits for a card and reads it. It ends with cardRead() or failed(), or with cancel(). A card that was read must be lifted
    // before it can be read again.
    virtual void read(const CardRequest &request) = 0;
    virtual void cancel() = 0;

Q_SIGNALS:
    void stateChanged(idcounter::CardReader::State state);
    void cardRead(const idcounter::ChipCard &card);
    // Of the reader: ReaderAbsent, ReaderBusy, ReaderForbidden, ReaderLost, ReaderSilent, ReaderDisturbed, ReaderSelfTest,
    // ReaderUnauthorised, ReaderFailed. Of the card, after which the reader is ready: CardNotLaid, CardNotSelected, ChipRefused,
    // ChipNotRead, ChipDamaged.
    void failed(const idcounter::Error &error);

protected:
    void setState(State state)
    {
        if (std::exchange(m_state, state) != state)
            Q_EMIT stateChanged(state);
    }

private:
    State m_state = State::Absent;
};

} // namespace idcounter
