#pragma once

#include <QByteArray>
#include <QString>

#include <optional>
#include <variant>

// What the application and the process that owns libfprint say to each other. Both sides are built from this file.
//
// A message is 4 bytes length of what follows, 1 byte version, 1 byte type (the place in Message), then the fields of the
// struct in their order. Numbers are big-endian; a text is 2 bytes length and UTF-8; an image's pixels end its message.
namespace idcounter::fingerd {

inline constexpr quint8 protocolVersion = 1;
inline constexpr int maxImageSide = 2000; // pixels; the largest 500 dpi scanner for four fingers has 1600 x 1500
inline constexpr qsizetype maxLength = qsizetype(maxImageSide) * maxImageSide + 64; // bytes after the length
inline constexpr int maxTextLength = 200; // bytes of UTF-8

// Which devices the process may see. Real: the supported scanners and nothing virtual. Practice: the virtual scanner only.
// Test: whatever the environment says, for the replay of recorded scanners.
enum class Station : quint8 { Real, Practice, Test };

// What was being done when libfprint reported an error.
enum class Action : quint8 { Open, Close, Capture };

// libfprint's retry codes (FpDeviceRetry), by which a press does not count.
enum class RetryReason : quint8 { General, TooShort, CenterFinger, RemoveFinger };

// From the process. Hello is the first message; Enumerated follows the devices that were there at the start.
struct Hello
{
    Station station;
    friend bool operator==(const Hello &, const Hello &) = default;
};
struct DeviceAdded
{
    quint32 device; // a number of this connection's, never used twice
    QString driver; // libfprint's name: "uru4000"
    QString model;
    QString id; // the driver's; empty for most
    friend bool operator==(const DeviceAdded &, const DeviceAdded &) = default;
};
struct DeviceRemoved
{
    quint32 device;
    friend bool operator==(const DeviceRemoved &, const DeviceRemoved &) = default;
};
struct Enumerated
{
    friend bool operator==(const Enumerated &, const Enumerated &) = default;
};
struct Opened
{
    quint32 device;
    friend bool operator==(const Opened &, const Opened &) = default;
};
struct Closed
{
    quint32 device;
    friend bool operator==(const Closed &, const Closed &) = default;
};
struct FingerStatus
{
    bool needed; // the device waits for a finger or for more of it
    bool present;
    friend bool operator==(const FingerStatus &, const FingerStatus &) = default;
};
// A press ends with exactly one of Image, Retry, Disarmed and Failure.
struct Image
{
    quint32 press;
    quint16 width;
    quint16 height;
    quint16 dotsPerCentimetre; // 0 where the driver does not say
    QByteArray grey; // width * height bytes, rows from the top, 0 is black, ridges dark
    friend bool operator==(const Image &, const Image &) = default;
};
struct Retry
{
    quint32 press;
    RetryReason reason;
    friend bool operator==(const Retry &, const Retry &) = default;
};
struct Disarmed
{
    quint32 press;
    friend bool operator==(const Disarmed &, const Disarmed &) = default;
};
struct Failure
{
    Action action;
    quint32 number; // the press, or the device
    QString domain; // GLib's error domain, code and text: no personal data
    qint32 code;
    QString text;
    friend bool operator==(const Failure &, const Failure &) = default;
};
struct Pong
{
    friend bool operator==(const Pong &, const Pong &) = default;
};

// From the application.
struct Open
{
    quint32 device;
    friend bool operator==(const Open &, const Open &) = default;
};
struct Close
{
    friend bool operator==(const Close &, const Close &) = default;
};
struct Arm
{
    quint32 press; // a number of the application's, by which it knows the answer
    friend bool operator==(const Arm &, const Arm &) = default;
};
struct Disarm
{
    friend bool operator==(const Disarm &, const Disarm &) = default;
};
struct Ping
{
    friend bool operator==(const Ping &, const Ping &) = default;
};

// The order is the wire's: new types are added at the end, together with a new version.
using Message = std::variant<Hello, DeviceAdded, DeviceRemoved, Enumerated, Opened, Closed, FingerStatus, Image, Retry,
                             Disarmed, Failure, Pong, Open, Close, Arm, Disarm, Ping>;

// Texts beyond maxTextLength are cut. An image must have the size it names and no side beyond maxImageSide.
QByteArray encode(const Message &message);

// Cuts a stream of bytes into messages. Once a byte is wrong nothing more is believed: the connection has to be ended.
class Decoder
{
public:
    enum class Fault {
        None,
        TooLong,
        TooShort, // for a version and a type
        VersionUnknown,
        TypeUnknown,
        FieldMissing,
        FieldInvalid, // not UTF-8, no such enumerator, an image of another size
        BytesLeftOver,
    };

    void append(const QByteArray &bytes) { m_bytes += bytes; }

    // The next whole message; nothing when bytes are missing or there is a fault.
    std::optional<Message> next();

    Fault fault() const { return m_fault; }

private:
    QByteArray m_bytes;
    Fault m_fault = Fault::None;
};

// The name of a fault for the log: "VersionUnknown".
QString name(Decoder::Fault fault);

} // namespace idcounter::fingerd
