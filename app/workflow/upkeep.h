#pragma once

#include "app/domain/clock.h"
#include "app/domain/result.h"
#include "app/workflow/background.h"

#include <QTimer>

namespace idcounter {

// What is done for the data without anybody asking: a look at the file after the program did not end properly, and once a
// day a copy that was read again before it counts. Works on a connection and a thread of its own, while the counter goes
// on. What lies sealed in the database lies sealed in the copy.
class Upkeep : public QObject
{
    Q_OBJECT

public:
    static constexpr int copiesKept = 7;

    // database: the station's file; folder: where the copies go, station-2026-11-24.sqlite.
    Upkeep(QString database, QString folder, Clock clock, QObject *parent = nullptr);

    // From the first log-in on.
    void start(bool afterUncleanEnd);
    QDate lastCopy() const { return m_last; } // null while there is none

Q_SIGNALS:
    void checked(); // the file is in order
    void copied(QDate day);
    void failed(const idcounter::Error &error); // StorageDamaged, BackupFailed; those of a statement

private:
    void checkFile();
    void copyWhenDue();

    const QString m_database;
    const QString m_folder;
    const Clock m_clock;
    QTimer m_timer; // looks whether a day has begun
    QDate m_last;
    bool m_copying = false;
    Background m_background; // goes first
};

} // namespace idcounter
