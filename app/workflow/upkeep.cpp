#include "app/workflow/upkeep.h"

#include "app/storage/database.h"

#include <QDir>
#include <QFile>

#include <chrono>

using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

namespace idcounter {

namespace {

const QString copyName = u"'station-'yyyy-MM-dd'.sqlite'"_s;

// Errors: StorageDamaged, with what SQLite says first.
Result<void> look(const QString &path)
{
    const auto database = Database::open(path);
    if (!database)
        return database.error();
    const auto problems = (*database)->integrityProblems();
    if (!problems)
        return problems.error();
    return problems->isEmpty() ? Result<void>() : Error{Error::Code::StorageDamaged, problems->first()};
}

// A copy counts when it was read again; until then it has another name. Errors: BackupFailed.
Result<void> copy(const QString &database, const QDir &folder, QDate day)
{
    if (!folder.mkpath(u"."_s))
        return Error{Error::Code::BackupFailed, u"no folder"_s};
    QFile::setPermissions(folder.path(), QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    const QString name = day.toString(copyName);
    const QString part = folder.filePath(name + u".part"_s);
    QFile::remove(part);
    {
        const auto open = Database::open(database);
        if (!open)
            return open.error();
        if (auto copied = (*open)->copyTo(part); !copied)
            return Error{Error::Code::BackupFailed, copied.error().detail};
    }
    if (auto intact = look(part); !intact) {
        QFile::remove(part);
        return Error{Error::Code::BackupFailed, intact.error().detail};
    }
    for (const QString &rest : {u"-wal"_s, u"-shm"_s})
        QFile::remove(part + rest);
    if (!QFile::rename(part, folder.filePath(name)))
        return Error{Error::Code::BackupFailed, u"no name"_s};
    return {};
}

// Newest first.
QStringList copiesIn(const QDir &folder)
{
    return folder.entryList({u"station-*.sqlite"_s}, QDir::Files, QDir::Name | QDir::Reversed);
}

} // namespace

Upkeep::Upkeep(QString database, QString folder, Clock clock, QObject *parent)
    : QObject(parent)
    , m_database(std::move(database))
    , m_folder(std::move(folder))
    , m_clock(std::move(clock))
    , m_background(u"upkeep"_s)
{
    m_timer.setInterval(10min);
    connect(&m_timer, &QTimer::timeout, this, &Upkeep::copyWhenDue);
}

void Upkeep::start(bool afterUncleanEnd)
{
    if (m_timer.isActive())
        return;
    m_timer.start();
    const QStringList copies = copiesIn(QDir(m_folder));
    m_last = copies.isEmpty() ? QDate() : QDate::fromString(copies.first(), copyName);
    if (afterUncleanEnd)
        checkFile();
    copyWhenDue();
}

void Upkeep::checkFile()
{
    m_background.run(
        this, [path = m_database] { return look(path); },
        [this](const Result<void> &intact) {
            if (intact)
                Q_EMIT checked();
            else
                Q_EMIT failed(intact.error());
        });
}

void Upkeep::copyWhenDue()
{
    const QDate day = today(m_clock);
    if (m_copying || m_last >= day)
        return;
    m_copying = true;
    m_background.run(
        this, [database = m_database, folder = QDir(m_folder), day] { return copy(database, folder, day); },
        [this, day](const Result<void> &done) {
            m_copying = false;
            if (!done) {
                Q_EMIT failed(done.error());
                return;
            }
            const QDir folder(m_folder);
            const QStringList copies = copiesIn(folder);
            for (const QString &old : copies.sliced(std::min(copies.size(), qsizetype(copiesKept))))
                QFile::remove(folder.filePath(old));
            m_last = day;
            Q_EMIT copied(day);
        });
}

} // namespace idcounter
