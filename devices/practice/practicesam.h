#pragma once

#include "app/domain/chipcard.h"
#include "devices/reader/sdtframe.h"

#include <QDeadlineTimer>
#include <QMutex>

namespace idcounter {

// The security module of a reader that is not there, and the card on it: requests are answered as a real one answers them. A card
// that was read is not found again before it is lifted. Thread-safe.
class PracticeSam
{
public:
    // Instead of what lies there; found when the time is over.
    void lay(const QByteArray &text, std::chrono::milliseconds after = {});
    void lift();

    QByteArray answer(const QByteArray &request); // bodies of frames

private:
    enum class Stage { Idle, Found, Selected, Done };
    sdt::Answer answerTo(sdt::Command command);
    sdt::Answer find();
    sdt::Answer read();

    QMutex m_mutex;
    QByteArray m_text; // of the card that lies there; empty without one
    QDeadlineTimer m_laidAt;
    Stage m_stage = Stage::Idle;
};

} // namespace idcounter
