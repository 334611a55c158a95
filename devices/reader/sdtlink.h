#pragma once

#include "app/domain/result.h"

#include <QByteArray>

#include <chrono>

namespace idcounter {

// The way to a reader's security module and back. Made and used in one thread, which it may keep waiting. Built is the serial
// line; the USB endpoints of 0400:c35a (requests out on 0x02 and 0x06, answers in from 0x81 and 0x85) are not, and would be another.
class SdtLink
{
public:
    SdtLink() = default;
    virtual ~SdtLink() = default;
    Q_DISABLE_COPY_MOVE(SdtLink)

    // Errors: ReaderAbsent, ReaderBusy, ReaderForbidden, ReaderFailed.
    virtual Result<void> open() = 0;
    virtual void close() = 0;
    // Error: ReaderLost.
    virtual Result<void> write(const QByteArray &bytes) = 0;
    // What came, as soon as anything came; nothing when the time is over. Error: ReaderLost.
    virtual Result<QByteArray> read(std::chrono::milliseconds patience) = 0;
};

} // namespace idcounter
