#include "app/storage/database.h"

#include <QCoreApplication>
#include <QThread>

#include <cstdio>

using namespace idcounter;
using namespace Qt::StringLiterals;

// Another program that holds the write lock of a database for some milliseconds: lockingchild FILE MS. Says LOCKED when it
// has it.
int main(int argc, char *argv[])
{
    const QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    const auto database = Database::open(arguments.value(1));
    if (!database || !Statement((*database)->connection(), u"BEGIN IMMEDIATE"_s).run())
        return 1;
    std::puts("LOCKED");
    std::fflush(stdout);
    QThread::msleep(arguments.value(2).toULong());
    return Statement((*database)->connection(), u"ROLLBACK"_s).run() ? 0 : 1;
}
