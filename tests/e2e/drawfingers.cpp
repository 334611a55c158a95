// Draws presses for a rehearsal: drawfingers FOLDER FINGER=SEED,SEED,… — one picture for each seed, in that order.
#include "devices/practice/practicefinger.h"

#include <QDir>
#include <QGuiApplication>
#include <QStringList>

using namespace Qt::StringLiterals;

int main(int argc, char *argv[])
{
    const QGuiApplication application(argc, argv);
    const QStringList arguments = QGuiApplication::arguments();
    const QDir folder(arguments.value(1));
    if (!folder.mkpath(u"."_s))
        return 2;
    for (const QString &finger : arguments.sliced(2)) {
        const QString name = finger.section(u'=', 0, 0);
        const QStringList seeds = finger.section(u'=', 1).split(u',');
        for (int press = 0; press < int(seeds.size()); ++press) {
            const QImage image = idcounter::PracticeFinger(seeds[press].toULongLong()).impression(press + 1);
            if (!image.save(folder.filePath(u"%1_%2.png"_s.arg(name).arg(press + 1, 2, 10, QChar(u'0')))))
                return 2;
        }
    }
    return 0;
}
