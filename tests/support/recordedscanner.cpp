#include "tests/support/recordedscanner.h"

#include <QDir>
#include <QFile>
#include <QStandardPaths>

using namespace Qt::StringLiterals;

namespace idcounter {

namespace {

QString firstLineAfterTag(const QString &path, qsizetype tagLength)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readLine().trimmed()).sliced(tagLength) : QString();
}

} // namespace

RecordedScanner::RecordedScanner(const QString &name)
    : m_folder(QStringLiteral(IDCOUNTER_SHARED_DATA "/fingerprint-recordings/") + name)
    , m_script(m_scriptFolder.filePath(u"fingerd"_s))
{
    const QString umockdev = QStandardPaths::findExecutable(u"umockdev-run"_s);
    if (!QDir(m_folder).exists())
        m_obstacle = u"no recording %1"_s.arg(m_folder);
    else if (umockdev.isEmpty())
        m_obstacle = u"umockdev-run is not installed"_s;
    if (!m_obstacle.isEmpty())
        return;
    // verify_asan_link_order: umockdev's preloaded library comes before AddressSanitizer's. stderr: libusb complains a
    // thousand times over about a replayed node that it cannot poll.
    const QString script = u"#!/bin/sh\n"
                           "export FP_DEVICE_EMULATION=1 ASAN_OPTIONS=verify_asan_link_order=0:detect_leaks=0\n"
                           "exec %1 -d '%2/device' %3 -- '%4' \"$@\" 2>/dev/null\n"_s.arg(
                               umockdev, m_folder, replayOption(), QStringLiteral(IDCOUNTER_FINGERD));
    QFile file(m_script);
    if (!file.open(QIODevice::WriteOnly) || file.write(script.toUtf8()) < 0
        || !file.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner))
        m_obstacle = file.errorString();
}

// USB traffic comes as pcap and belongs to the device's folder in /sys, or as ioctls and belongs to its node.
QString RecordedScanner::replayOption() const
{
    if (const QString pcap = m_folder + u"/capture.pcapng"_s; QFile::exists(pcap))
        return u"-p '/sys%1=%2'"_s.arg(firstLineAfterTag(m_folder + u"/device"_s, 3), pcap);
    const QString ioctls = m_folder + u"/capture.ioctl"_s;
    return u"-i '%1=%2'"_s.arg(firstLineAfterTag(ioctls, 5).section(u' ', 0, 0), ioctls);
}

} // namespace idcounter
