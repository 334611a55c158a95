#include "devices/reader/sdtframe.h"

#include "app/domain/chipcard.h"

#include <QtEndian>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace idcounter::sdt {

namespace {

constexpr QByteArrayView preamble("\xaa\xaa\xaa\x96\x69", 5);
constexpr qsizetype headLength = preamble.size() + 2; // and the length
constexpr qsizetype shortestBody = 2; // command and parameter

char checksum(QByteArrayView bytes)
{
    char sum = 0;
    for (const char byte : bytes)
        sum = char(sum ^ byte);
    return sum;
}

} // namespace

QByteArray frame(QByteArrayView body)
{
    QByteArray length(2, Qt::Uninitialized);
    qToBigEndian<quint16>(quint16(body.size() + 1), length.data());
    const QByteArray summed = length + body.toByteArray();
    return preamble.toByteArray() + summed + checksum(summed);
}

QByteArray request(Command command)
{
    const char body[]{char(command.command), char(command.parameter)};
    return frame(QByteArrayView(body, sizeof body));
}

void Decoder::add(QByteArrayView bytes)
{
    m_heard = m_heard || !bytes.isEmpty();
    m_bytes.append(bytes.data(), bytes.size());
}

void Decoder::clear()
{
    m_bytes.clear();
    m_heard = false;
}

std::optional<QByteArray> Decoder::next()
{
    for (;;) {
        const qsizetype start = m_bytes.indexOf(preamble);
        if (start < 0) {
            // A part of one may be at the end.
            m_bytes = m_bytes.last(std::min(m_bytes.size(), preamble.size() - 1));
            return {};
        }
        m_bytes.remove(0, start);
        if (m_bytes.size() < headLength)
            return {};
        const qsizetype length = qFromBigEndian<quint16>(m_bytes.constData() + preamble.size());
        if (length < shortestBody + 1 || length > longestBody + 1) {
            m_bytes.remove(0, 1);
            continue;
        }
        if (m_bytes.size() < headLength + length)
            return {};
        // Length, body and checksum together are nothing.
        if (checksum(QByteArrayView(m_bytes).sliced(preamble.size(), 2 + length)) != 0) {
            m_bytes.remove(0, 1);
            continue;
        }
        const QByteArray body = m_bytes.mid(headLength, length - 1);
        m_bytes.remove(0, headLength + length);
        return body;
    }
}

std::optional<Answer> Answer::parse(const QByteArray &body)
{
    if (body.size() < 3)
        return {};
    return Answer{.sw1 = quint8(body[0]), .sw2 = quint8(body[1]), .sw3 = quint8(body[2]), .data = body.mid(3)};
}

QByteArray Answer::toBody() const
{
    const char codes[]{char(sw1), char(sw2), char(sw3)};
    return QByteArray(codes, sizeof codes) + data;
}

QString Answer::codes() const
{
    return u"SW "_s + QString::fromLatin1(toBody().first(3).toHex(' '));
}

QString numberText(const QByteArray &data)
{
    if (data.size() != 16)
        return {};
    const char *bytes = data.constData();
    return u"%1.%2-%3-%4-%5"_s.arg(qFromLittleEndian<quint16>(bytes), 2, 10, QChar(u'0'))
        .arg(qFromLittleEndian<quint16>(bytes + 2), 2, 10, QChar(u'0'))
        .arg(qFromLittleEndian<quint32>(bytes + 4), 8, 10, QChar(u'0'))
        .arg(qFromLittleEndian<quint32>(bytes + 8), 10, 10, QChar(u'0'))
        .arg(qFromLittleEndian<quint32>(bytes + 12), 10, 10, QChar(u'0'));
}

Result<QByteArray> chipText(const QByteArray &data)
{
    constexpr qsizetype headBytes = 4; // both lengths
    if (data.size() < headBytes)
        return Error{Error::Code::ChipDamaged, u"lengths"_s};
    const qsizetype text = qFromBigEndian<quint16>(data.constData());
    const qsizetype photo = qFromBigEndian<quint16>(data.constData() + 2);
    if (text != ChipCard::textBytes || data.size() != headBytes + text + photo)
        return Error{Error::Code::ChipDamaged, u"lengths"_s};
    return data.mid(headBytes, text);
}

Error refusal(const Answer &answer, Command asked)
{
    using Code = Error::Code;
    switch (answer.sw3) {
    case 0x10: // checksum
    case 0x11: // length
        return {Code::ReaderDisturbed, answer.codes()};
    case 0x31: // the card refused the reader
    case 0x32: // the reader refused the card
        return {Code::ChipRefused, answer.codes()};
    case 0x60: // self-test
        return {Code::ReaderSelfTest, answer.codes()};
    case 0x66: // not authorised
        return {Code::ReaderUnauthorised, answer.codes()};
    case 0x21: // no such command
    case 0x24: // not known
        return {Code::ReaderFailed, answer.codes()};
    default:
        if (asked == selectCard)
            return {Code::CardNotSelected, answer.codes()};
        return {asked == readCard ? Code::ChipNotRead : Code::ReaderFailed, answer.codes()};
    }
}

} // namespace idcounter::sdt
