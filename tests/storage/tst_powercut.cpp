#include "tests/support/station.h"

#include <QProcess>
#include <QRandomGenerator>
#include <QTest>

#include <sys/stat.h>

#include <csignal>
#include <cstring>

using namespace idcounter;
using namespace Qt::StringLiterals;

// One thing a program did to a file, or answered.
struct Deed
{
    char kind = 0; // as in writelog.c
    qint64 file = 0; // inode
    qint64 offset = 0;
    QByteArray bytes;
};

static QList<Deed> deedsIn(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    const QByteArray log = file.readAll();
    QList<Deed> deeds;
    constexpr qsizetype headSize = 1 + 3 * qsizetype(sizeof(qint64));
    for (qsizetype at = 0; at + headSize <= log.size();) {
        qint64 head[3];
        std::memcpy(head, log.constData() + at + 1, sizeof head);
        const char kind = log[at];
        const bool hasBytes = kind == 'W' || kind == 'A';
        at += headSize;
        if (hasBytes && at + head[2] > log.size())
            break;
        deeds.append({kind, head[0], head[1], hasBytes ? log.mid(at, head[2]) : QByteArray()});
        at += hasBytes ? head[2] : 0;
    }
    return deeds;
}

// What a disk holds after a power cut: everything up to the last sync of its file, and of what came later each write with
// probability 0.45, torn at a sector's border with 0.15.
class Disk
{
public:
    Disk(const QHash<qint64, QByteArray> &before, QRandomGenerator random)
        : m_files(before)
        , m_random(random)
    {
    }

    void play(const QList<Deed> &deeds)
    {
        QHash<qint64, QList<Deed>> unsynced;
        for (const Deed &deed : deeds) {
            if (deed.kind == 'S') {
                for (const Deed &earlier : unsynced.take(deed.file))
                    apply(earlier, earlier.bytes.size());
            } else if (deed.kind != 'A') {
                unsynced[deed.file] << deed;
            }
        }
        for (const QList<Deed> &lost : unsynced) {
            for (const Deed &deed : lost) {
                if (m_random.generateDouble() >= 0.45)
                    continue;
                constexpr qsizetype sector = 512;
                const bool torn = m_random.generateDouble() < 0.15 && deed.bytes.size() > sector;
                apply(deed, torn ? m_random.bounded(int(deed.bytes.size() / sector)) * sector : deed.bytes.size());
            }
        }
    }

    QByteArray file(qint64 inode) const { return m_files.value(inode); }

private:
    void apply(const Deed &deed, qsizetype length)
    {
        QByteArray &content = m_files[deed.file];
        if (deed.kind == 'T') {
            content.resize(deed.offset, '\0');
            return;
        }
        if (content.size() < deed.offset + length)
            content.resize(deed.offset + length, '\0');
        content.replace(deed.offset, length, deed.bytes.first(length));
    }

    QHash<qint64, QByteArray> m_files;
    QRandomGenerator m_random;
};

static qint64 inodeOf(const QString &path)
{
    struct stat status;
    return ::stat(qPrintable(path), &status) == 0 ? qint64(status.st_ino) : -1;
}

static QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

class TestPowerCut : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void losesNoAnsweredCase_data();
    void losesNoAnsweredCase();
};

void TestPowerCut::losesNoAnsweredCase_data()
{
    QTest::addColumn<QString>("mode");
    QTest::addColumn<bool>("loses");
    QTest::newRow("as the program does it") << u"FULL"_s << false;
    QTest::newRow("control: synchronous=NORMAL") << u"NORMAL"_s << true;
}

void TestPowerCut::losesNoAnsweredCase()
{
    QFETCH(QString, mode);
    constexpr int cases = 25;
    constexpr int cuts = 60;
    TestStation station;
    const QString wal = station.path + u"-wal"_s;
    const QHash<qint64, QByteArray> before{{inodeOf(station.path), contentOf(station.path)},
                                           {inodeOf(wal), contentOf(wal)}};
    const QString log = station.folder.filePath(u"writes.log"_s);
    QProcess child;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"LD_PRELOAD"_s, QStringLiteral(IDCOUNTER_WRITELOG));
    environment.insert(u"WRITELOG"_s, log);
    child.setProcessEnvironment(environment);
    child.start(QStringLiteral(IDCOUNTER_ACCEPTING_CHILD), {station.path, u"0"_s, mode});
    QByteArray output;
    while (output.count("DONE") < cases && child.waitForReadyRead())
        output += child.readAllStandardOutput();
    ::kill(pid_t(child.processId()), SIGKILL);
    QVERIFY(child.waitForFinished());
    const QList<Deed> deeds = deedsIn(log);
    QVERIFY(deeds.size() > cases * 5);

    int lost = 0;
    int damaged = 0;
    for (int cut = 0; cut < cuts; ++cut) {
        QRandomGenerator random(quint32(cut + 1));
        const QList<Deed> done = deeds.first(random.bounded(int(deeds.size())));
        Disk disk(before, random);
        disk.play(done);
        QStringList answered;
        for (const Deed &deed : done) {
            if (deed.kind == 'A' && deed.bytes.startsWith("DONE "))
                answered << QString::fromLatin1(deed.bytes.split(' ').at(1));
        }
        const QTemporaryDir folder;
        const QString path = folder.filePath(u"station.sqlite"_s);
        for (const auto &[name, inode] :
             {std::pair(path, inodeOf(station.path)), std::pair(path + u"-wal"_s, inodeOf(wal))}) {
            QFile file(name);
            QVERIFY(file.open(QIODevice::WriteOnly));
            file.write(disk.file(inode));
        }
        const auto database = Database::open(path);
        if (!database || !(*database)->integrityProblems() || !(*database)->integrityProblems()->isEmpty()) {
            ++damaged;
            continue;
        }
        const Repositories repositories(**database, station.keys);
        for (const QString &id : answered)
            lost += repositories.cases.find(QUuid(id)) ? 0 : 1;
    }
    qInfo("%d cuts: %d answered cases lost, %d databases damaged", cuts, lost, damaged);
    QCOMPARE(damaged, 0);
    QTEST(lost > 0, "loses");
}

QTEST_GUILESS_MAIN(TestPowerCut)
#include "tst_powercut.moc"
