#pragma once

#include "devices/practice/practicesam.h"

#include <QFile>
#include <QSocketNotifier>
#include <QTemporaryDir>
#include <QTimer>

#include <memory>

#include <pty.h>
#include <termios.h>
#include <unistd.h>

namespace idcounter::test {

// A card reader at the other end of a pseudo terminal, in the test's own thread: the real serial line with a made-up module
// behind it, and what may go wrong on the way.
class FakeReader : public QObject
{
public:
    enum class Fault {
        None,
        Silent,
        BadSum,
        Short, // the end is missing
        Noise, // before the answer
        Split, // seven bytes at a time
        Twice, // the answer, and once more
        Misheard, // it says that the request had a bad checksum
        SelfTest,
        Unauthorised,
        NotSelected,
        ChipRefuses,
        NotRead,
    };

    PracticeSam sam;
    Fault fault = Fault::None;
    int faults = -1; // how often; -1: always
    QList<sdt::Command> asked;

    ~FakeReader() override { unplug(); }

    // As the settings name it: the place stays the same when the reader is plugged in again.
    QString path() const { return m_folder.filePath(QStringLiteral("reader")); }

    bool plug()
    {
        char name[64];
        termios raw{};
        cfmakeraw(&raw);
        if (openpty(&m_master, &m_slave, name, &raw, nullptr) != 0)
            return false;
        m_notifier = std::make_unique<QSocketNotifier>(m_master, QSocketNotifier::Read);
        connect(m_notifier.get(), &QSocketNotifier::activated, this, &FakeReader::hear);
        return QFile::link(QString::fromLocal8Bit(name), path());
    }

    void unplug()
    {
        QFile::remove(path());
        m_notifier.reset();
        for (int *end : {&m_master, &m_slave}) {
            if (*end >= 0)
                ::close(std::exchange(*end, -1));
        }
        m_requests.clear();
    }

    void lay(const ChipCard &card) { sam.lay(card.toText()); }
    int count(sdt::Command command) const { return int(asked.count(command)); }

private:
    void hear()
    {
        char bytes[256];
        const auto length = ::read(m_master, bytes, sizeof bytes);
        if (length <= 0)
            return;
        m_requests.add(QByteArrayView(bytes, length));
        while (const auto body = m_requests.next())
            answer(*body);
    }

    void answer(const QByteArray &request)
    {
        const sdt::Command command{quint8(request[0]), quint8(request[1])};
        asked << command;
        const bool isFaulty = fault != Fault::None && faults != 0 && concerns(command);
        if (isFaulty && faults > 0)
            --faults;
        const auto refused
            = [](quint8 sw3) { return sdt::frame(sdt::Answer{.sw1 = 0, .sw2 = 0, .sw3 = sw3}.toBody()); };
        QByteArray whole;
        switch (isFaulty ? fault : Fault::None) {
        case Fault::Silent:
            return;
        case Fault::Misheard:
            return say(refused(0x10));
        case Fault::SelfTest:
            return say(refused(0x60));
        case Fault::Unauthorised:
            return say(refused(0x66));
        case Fault::NotSelected:
            return say(refused(0x81));
        case Fault::ChipRefuses:
            return say(refused(0x31));
        case Fault::NotRead:
            return say(refused(0x41));
        default:
            whole = sdt::frame(sam.answer(request));
        }
        if (!isFaulty)
            return say(whole);
        switch (fault) {
        case Fault::BadSum:
            whole.back() = char(whole.back() ^ 1);
            return say(whole);
        case Fault::Short:
            return say(whole.chopped(5));
        case Fault::Noise:
            return say(QByteArray::fromHex("00aaaa55") + whole);
        case Fault::Twice:
            return say(whole + whole);
        default:
            for (qsizetype at = 0; at < whole.size(); at += 7)
                say(whole.mid(at, 7));
        }
    }

    // Faults of the card come where the card is asked.
    bool concerns(sdt::Command command) const
    {
        switch (fault) {
        case Fault::NotSelected:
            return command == sdt::selectCard;
        case Fault::ChipRefuses:
        case Fault::NotRead:
            return command == sdt::readCard;
        default:
            return true;
        }
    }

    void say(const QByteArray &bytes)
    {
        if (::write(m_master, bytes.constData(), size_t(bytes.size())) != bytes.size())
            qWarning("the line took less than was said");
    }

    QTemporaryDir m_folder;
    int m_master = -1;
    int m_slave = -1; // held, so that the line stays when the program closes its end
    std::unique_ptr<QSocketNotifier> m_notifier;
    sdt::Decoder m_requests;
};

} // namespace idcounter::test
