#pragma once

#include "devices/reader/sdtlink.h"

#include <QList>
#include <QSerialPort>

#include <utility>

namespace idcounter {

// The serial line of a reader, of which the settings say:
//   serial:/dev/serial/by-id/usb-…?baud=57600    without the option 115200
struct SerialSource
{
    static constexpr qint32 usualBaud = 115200;

    // Errors: CodeUnknown, with the part that was not understood.
    static Result<SerialSource> parse(const QString &setting);

    QString path;
    qint32 baud = usualBaud;

    friend bool operator==(const SerialSource &, const SerialSource &) = default;
};

// Eight data bits, no parity, one stop bit, no flow control.
class SerialLink final : public SdtLink
{
public:
    explicit SerialLink(SerialSource source)
        : m_source(std::move(source))
    {
    }

    // Label and setting of the ports there are.
    static QList<std::pair<QString, QString>> ports();

    Result<void> open() override;
    void close() override { m_port.close(); }
    Result<void> write(const QByteArray &bytes) override;
    Result<QByteArray> read(std::chrono::milliseconds patience) override;

private:
    const SerialSource m_source;
    QSerialPort m_port;
};

} // namespace idcounter
