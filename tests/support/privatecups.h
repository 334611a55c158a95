#pragma once

#include <QDir>
#include <QProcess>
#include <QTcpServer>
#include <QTemporaryDir>

#include <unistd.h>

// A CUPS of the test's own on the loopback, whose printer is a file.
class PrivateCups
{
public:
    PrivateCups() = default;
    Q_DISABLE_COPY_MOVE(PrivateCups)
    ~PrivateCups()
    {
        if (m_process.isEmpty())
            return;
        QProcess::execute(QStringLiteral("kill"), {m_process});
        QProcess::execute(
            QStringLiteral("rm"),
            {QStringLiteral("-rf"), m_folder.path()}); // the server made folders that are closed to others
    }

    static bool isPossible() { return ::geteuid() == 0; }

    bool start()
    {
        QTcpServer free;
        if (!free.listen(QHostAddress::LocalHost))
            return false;
        const quint16 port = free.serverPort();
        free.close();
        QFile::setPermissions(m_folder.path(), QFile::Permissions(0x7755));
        QProcess script;
        script.start(QStringLiteral("sh"),
                     {QStringLiteral(IDCOUNTER_SOURCE_DIR "/tests/support/private-cups.sh"), m_folder.path(),
                      QString::number(port)});
        // The server goes on with the script's output open; its number is the first line.
        bool alive = script.waitForStarted();
        while (alive && !script.canReadLine())
            alive = script.waitForReadyRead(30000);
        m_process = QString::fromUtf8(script.readLine()).trimmed();
        script.waitForFinished(1000);
        m_server = QStringLiteral("127.0.0.1:%1").arg(port);
        qputenv("CUPS_SERVER", m_server.toLatin1());
        return !m_process.isEmpty();
    }

    bool tell(const QString &program, const QStringList &arguments) const
    {
        return QProcess::execute(program, QStringList{QStringLiteral("-h"), m_server} + arguments) == 0;
    }
    qint64 printedBytes() const { return QFileInfo(m_folder.filePath(QStringLiteral("out/job.prn"))).size(); }
    int spooled() const
    {
        return int(
            QDir(m_folder.filePath(QStringLiteral("spool"))).entryList({QStringLiteral("d*")}, QDir::Files).size());
    }

private:
    QTemporaryDir m_folder;
    QString m_process;
    QString m_server;
};
