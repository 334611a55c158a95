#pragma once

#include <QFileSystemWatcher>
#include <QList>
#include <QObject>

namespace idcounter {

// A camera that is plugged in.
struct V4l2Camera
{
    QString label; // what it calls itself: "USB2.0 Camera"
    QString path; // stays the same when others are plugged in, where the system provides such a name

    friend bool operator==(const V4l2Camera &, const V4l2Camera &) = default;
};

// The cameras that are plugged in, and word of it when they change.
class V4l2Cameras : public QObject
{
    Q_OBJECT

public:
    // Reads dev and sys/class/video4linux below the root.
    explicit V4l2Cameras(QString root = QStringLiteral("/"), QObject *parent = nullptr);

    // In the order in which the system numbers them. Nodes that carry no pictures are left out.
    QList<V4l2Camera> cameras() const { return m_cameras; }

Q_SIGNALS:
    void camerasChanged();

private:
    void watch();
    void update();
    QList<V4l2Camera> read() const;

    const QString m_root;
    QFileSystemWatcher m_watcher;
    QList<V4l2Camera> m_cameras;
};

} // namespace idcounter
