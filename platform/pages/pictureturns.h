#pragma once

#include <QSemaphore>

#include <memory>

namespace idcounter::platform {

// How many pictures are made anew at once. Each takes some tenths of a second of a thread that answers visitors, and its memory: two
// work, two wait, and whoever comes then is asked to send it again, so that half of the threads are always there for the others.
class PictureTurns
{
public:
    class Turn
    {
    public:
        explicit Turn(PictureTurns &turns)
            : m_turns(turns)
        {
            m_turns.m_working.acquire();
        }
        ~Turn()
        {
            m_turns.m_working.release();
            m_turns.m_places.release();
        }
        Q_DISABLE_COPY_MOVE(Turn)

    private:
        PictureTurns &m_turns;
    };

    // Empty: too many are there already. Waits a moment otherwise.
    std::unique_ptr<Turn> take() { return m_places.tryAcquire() ? std::make_unique<Turn>(*this) : nullptr; }

    int free() const { return m_places.available(); } // places, at this moment

private:
    QSemaphore m_places{4};
    QSemaphore m_working{2};
};

} // namespace idcounter::platform
