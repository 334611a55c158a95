#include "devices/reader/seriallink.h"

#include <QDir>
#include <QFileInfo>
#include <QSerialPortInfo>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace idcounter {

namespace {

constexpr std::array baudRates{115200, 57600, 38400, 19200, 9600}; // what a security module can be set to
const QString scheme = u"serial:"_s;

Error invalid(const QString &what)
{
    return {Error::Code::CodeUnknown, u"card reader: %1"_s.arg(what)};
}

Error::Code codeOf(QSerialPort::SerialPortError error)
{
    switch (error) {
    case QSerialPort::DeviceNotFoundError:
        return Error::Code::ReaderAbsent;
    case QSerialPort::PermissionError: // taken exclusively by another program, too
        return Error::Code::ReaderForbidden;
    default:
        return Error::Code::ReaderFailed;
    }
}

// The name that stays when the reader is put into another socket, where the system gives one.
QString lastingPath(const QString &path)
{
    const QFileInfoList links = QDir(u"/dev/serial/by-id"_s).entryInfoList(QDir::System | QDir::Files);
    for (const QFileInfo &link : links) {
        if (link.canonicalFilePath() == path)
            return link.filePath();
    }
    return path;
}

} // namespace

Result<SerialSource> SerialSource::parse(const QString &setting)
{
    if (!setting.startsWith(scheme))
        return invalid(setting);
    const QString rest = setting.mid(scheme.size()).trimmed();
    SerialSource source{.path = rest.section(u'?', 0, 0)};
    if (!source.path.startsWith(u'/') || source.path.endsWith(u'/'))
        return invalid(u"not the whole path of a port: %1"_s.arg(source.path));
    if (!rest.contains(u'?'))
        return source;
    const QString option = rest.section(u'?', 1);
    bool isNumber = false;
    source.baud = option.section(u'=', 1).toInt(&isNumber);
    if (option.section(u'=', 0, 0) != u"baud" || !isNumber
        || std::find(baudRates.begin(), baudRates.end(), source.baud) == baudRates.end())
        return invalid(option);
    return source;
}

QList<std::pair<QString, QString>> SerialLink::ports()
{
    QList<std::pair<QString, QString>> ports;
    const auto found = QSerialPortInfo::availablePorts();
    for (const QSerialPortInfo &port : found) {
        const QString what = port.description().isEmpty() ? port.manufacturer() : port.description();
        ports << std::pair(what.isEmpty() ? port.portName() : u"%1 (%2)"_s.arg(what, port.portName()),
                           scheme + lastingPath(port.systemLocation()));
    }
    return ports;
}

Result<void> SerialLink::open()
{
    const QString path = QFileInfo(m_source.path).canonicalFilePath();
    if (path.isEmpty())
        return Error{Error::Code::ReaderAbsent, m_source.path};
    m_port.close();
    m_port.setPortName(path);
    m_port.setBaudRate(m_source.baud);
    m_port.setDataBits(QSerialPort::Data8);
    m_port.setParity(QSerialPort::NoParity);
    m_port.setStopBits(QSerialPort::OneStop);
    m_port.setFlowControl(QSerialPort::NoFlowControl);
    if (m_port.open(QIODevice::ReadWrite))
        return {};
    const QFileInfo file(path);
    const bool mayOpen = file.isReadable() && file.isWritable();
    Error::Code code = codeOf(m_port.error());
    if (code == Error::Code::ReaderForbidden && mayOpen)
        code = Error::Code::ReaderBusy;
    return Error{code, m_port.errorString()};
}

Result<void> SerialLink::write(const QByteArray &bytes)
{
    if (m_port.write(bytes) != bytes.size() || !m_port.flush())
        return Error{Error::Code::ReaderLost, m_port.errorString()};
    return {};
}

Result<QByteArray> SerialLink::read(std::chrono::milliseconds patience)
{
    if (m_port.bytesAvailable() == 0 && !m_port.waitForReadyRead(int(patience.count()))
        && m_port.error() != QSerialPort::TimeoutError && m_port.error() != QSerialPort::NoError)
        return Error{Error::Code::ReaderLost, m_port.errorString()};
    m_port.clearError();
    return m_port.readAll();
}

} // namespace idcounter
