#pragma once

#include "platform/store/platformdatabase.h"

#include <QProcess>
#include <QTemporaryDir>

// A PostgreSQL of the test's own, on a socket in its folder. What it keeps is gone with it.
class PrivatePostgres
{
public:
    PrivatePostgres() = default;
    Q_DISABLE_COPY_MOVE(PrivatePostgres)
    ~PrivatePostgres()
    {
        if (m_isRunning)
            script(QStringLiteral("stop"));
        // Its files belong to another user.
        QProcess::execute(QStringLiteral("rm"), {QStringLiteral("-rf"), m_folder.path()});
    }

    enum class Start { Running, NotInstalled, Failed };
    Start start()
    {
        const int ended = script(QStringLiteral("start"));
        m_isRunning = ended == 0;
        constexpr int skipped = 77;
        return m_isRunning ? Start::Running : ended == skipped ? Start::NotInstalled : Start::Failed;
    }

    // An empty database of its own.
    idcounter::platform::DatabaseSettings database(const QString &name) const
    {
        QProcess::execute(QStringLiteral("psql"),
                          {QStringLiteral("-q"), QStringLiteral("-h"), m_folder.path(), QStringLiteral("-U"),
                           QStringLiteral("postgres"), QStringLiteral("-c"),
                           QStringLiteral("CREATE DATABASE %1").arg(name)});
        return {.driver = QStringLiteral("QPSQL"),
                .name = name,
                .host = m_folder.path(),
                .user = QStringLiteral("postgres")};
    }

private:
    int script(const QString &what) const
    {
        return QProcess::execute(QStringLiteral(IDCOUNTER_SOURCE_DIR "/tests/support/private-postgres.sh"),
                                 {what, m_folder.path()});
    }

    QTemporaryDir m_folder;
    bool m_isRunning = false;
};
