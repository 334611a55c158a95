#include "devices/camera/v4l2cameras.h"

#include "devices/camera/devicenode.h"

#include <QDir>
#include <QFile>

using namespace Qt::StringLiterals;

namespace idcounter {

namespace {

QString firstLine(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    return QString::fromUtf8(file.readLine(256)).trimmed();
}

// The kernel calls many cameras by their name twice, and cuts that at 31 bytes: "HP Wide Vision HD Camera: HP Wi".
QString withoutEcho(const QString &name)
{
    const QString first = name.section(u": "_s, 0, 0);
    const QString second = name.section(u": "_s, 1);
    return first.startsWith(second) ? first : name;
}

// The path in a folder of links that leads to the node; empty where none does.
QString linkTo(const QString &node, const QString &folder)
{
    const QString target = QFileInfo(node).canonicalFilePath();
    const QDir links(folder);
    for (const QFileInfo &link : links.entryInfoList(QDir::Files | QDir::System, QDir::Name)) {
        if (link.canonicalFilePath() == target)
            return link.absoluteFilePath();
    }
    return {};
}

} // namespace

V4l2Cameras::V4l2Cameras(QString root, QObject *parent)
    : QObject(parent)
    , m_root(root.endsWith(u'/') ? std::move(root) : root + u'/')
{
    connect(&m_watcher, &QFileSystemWatcher::directoryChanged, this, &V4l2Cameras::update);
    watch();
    m_cameras = read();
}

// The folders of links come with the first camera and go with the last.
void V4l2Cameras::watch()
{
    for (const auto &folder : {u"dev"_s, u"dev/v4l"_s, u"dev/v4l/by-id"_s, u"dev/v4l/by-path"_s}) {
        if (QFileInfo::exists(m_root + folder) && !m_watcher.directories().contains(m_root + folder))
            m_watcher.addPath(m_root + folder);
    }
}

void V4l2Cameras::update()
{
    watch();
    auto cameras = read();
    if (cameras == m_cameras)
        return;
    m_cameras = std::move(cameras);
    Q_EMIT camerasChanged();
}

QList<V4l2Camera> V4l2Cameras::read() const
{
    QList<V4l2Camera> cameras;
    for (const QString &node : DeviceNode::list(m_root + u"dev"_s)) {
        const QString about = m_root + u"sys/class/video4linux/"_s + QFileInfo(node).fileName();
        // A webcam has a second node, of index 1, for the descriptions of its pictures.
        if (const QString index = firstLine(about + u"/index"_s); !index.isEmpty() && index != u"0"_s)
            continue;

        const QString name = withoutEcho(firstLine(about + u"/name"_s));
        QString path = linkTo(node, m_root + u"dev/v4l/by-id"_s);
        if (path.isEmpty())
            path = linkTo(node, m_root + u"dev/v4l/by-path"_s);
        if (path.isEmpty())
            path = node;
        cameras.append({name.isEmpty() ? QFileInfo(node).fileName() : name, path});
    }
    return cameras;
}

} // namespace idcounter
