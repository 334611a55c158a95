#include "devices/practice/practicesam.h"

#include <QtEndian>

using namespace idcounter::sdt;

namespace idcounter {

namespace {

constexpr quint8 notSelected = 0x81;
constexpr quint8 notRead = 0x41;
constexpr quint8 unknownCommand = 0x21;
constexpr qsizetype photoBytes = 1024;

Answer refused(quint8 sw3)
{
    return {.sw3 = sw3};
}

// A module of no maker: 05.03-20261122-0000000000-0000000000.
QByteArray number()
{
    QByteArray bytes(16, '\0');
    qToLittleEndian<quint16>(5, bytes.data());
    qToLittleEndian<quint16>(3, bytes.data() + 2);
    qToLittleEndian<quint32>(20261122, bytes.data() + 4);
    return bytes;
}

} // namespace

void PracticeSam::lay(const QByteArray &text, std::chrono::milliseconds after)
{
    const QMutexLocker lock(&m_mutex);
    m_text = text;
    m_laidAt = QDeadlineTimer(after);
    m_stage = Stage::Idle;
}

void PracticeSam::lift()
{
    lay({});
}

QByteArray PracticeSam::answer(const QByteArray &request)
{
    const QMutexLocker lock(&m_mutex);
    if (request.size() < 2)
        return refused(unknownCommand).toBody();
    return answerTo({quint8(request[0]), quint8(request[1])}).toBody();
}

Answer PracticeSam::answerTo(Command command)
{
    if (command == samStatus)
        return {};
    if (command == samNumber)
        return {.data = number()};
    if (command == findCard)
        return find();
    if (command == selectCard) {
        if (m_stage != Stage::Found)
            return refused(notSelected);
        m_stage = Stage::Selected;
        return {.data = QByteArray(8, '\0')};
    }
    return command == readCard ? read() : refused(unknownCommand);
}

Answer PracticeSam::find()
{
    if (m_text.isEmpty() || m_stage == Stage::Done || !m_laidAt.hasExpired())
        return refused(noCard);
    m_stage = Stage::Found;
    return {.sw3 = found, .data = QByteArray(4, '\0')};
}

Answer PracticeSam::read()
{
    if (m_stage != Stage::Selected)
        return refused(notRead);
    m_stage = Stage::Done;
    QByteArray data(4, '\0');
    qToBigEndian<quint16>(quint16(m_text.size()), data.data());
    qToBigEndian<quint16>(quint16(photoBytes), data.data() + 2);
    return {.data = data + m_text + "WLf" + QByteArray(photoBytes - 3, '\0')};
}

} // namespace idcounter
