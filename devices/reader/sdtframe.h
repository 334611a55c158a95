#pragma once

#include "app/domain/result.h"

#include <QByteArray>

#include <optional>

// The language between a computer and the security module (SAM) of an identity card reader, as makers of readers publish it:
//     AA AA AA 96 69 | length, 2 bytes, high first | body | checksum
// The length counts body and checksum; the checksum is the XOR of length and body. A request's body is command, parameter and data,
// an answer's SW1, SW2 (what the card says), SW3 (what the reader says) and data.
namespace idcounter::sdt {

struct Command
{
    quint8 command;
    quint8 parameter;

    friend bool operator==(const Command &, const Command &) = default;
};
inline constexpr Command samStatus{0x11, 0xff};
inline constexpr Command samNumber{0x12, 0xff};
inline constexpr Command findCard{0x20, 0x01};
inline constexpr Command selectCard{0x20, 0x02};
inline constexpr Command readCard{0x30, 0x01}; // text and photo

// SW3.
inline constexpr quint8 done = 0x90;
inline constexpr quint8 found = 0x9f;
inline constexpr quint8 noCard = 0x80;

inline constexpr qsizetype longestBody = 4096; // the longest known answer has 2313

QByteArray frame(QByteArrayView body);
QByteArray request(Command command);

// Takes bytes as they come and gives the bodies of whole frames. Noise between them is dropped; a frame whose checksum or length
// is bad is refused, and what looks like the beginning of another in it is tried.
class Decoder
{
public:
    void add(QByteArrayView bytes);
    std::optional<QByteArray> next();
    void clear();
    bool hasHeard() const { return m_heard; } // any byte since clear()

private:
    QByteArray m_bytes;
    bool m_heard = false;
};

struct Answer
{
    quint8 sw1 = 0;
    quint8 sw2 = 0;
    quint8 sw3 = done;
    QByteArray data;

    // Nothing for a body that is too short to be one.
    static std::optional<Answer> parse(const QByteArray &body);
    QByteArray toBody() const;
    QString codes() const; // "SW 00 00 90", for the log

    friend bool operator==(const Answer &, const Answer &) = default;
};

// The number of a module as its makers write it, of the sixteen bytes it says. Empty for anything else.
QString numberText(const QByteArray &data);

// The chip's text in the data of a card that was read: two lengths, the text, the photo. Errors: ChipDamaged.
Result<QByteArray> chipText(const QByteArray &data);

// What a refusal means when the card was to be found, selected or read.
Error refusal(const Answer &answer, Command asked);

} // namespace idcounter::sdt
