#pragma once

#include "app/domain/result.h"

#include <QStringList>

#include <functional>

namespace idcounter {

// The device file of a camera. Tells why a camera cannot be had, where OpenCV says no more than that it could not open it.
class DeviceNode
{
public:
    // Tries to have the camera of a path, and lets go of it again: 0, or the errno of what failed.
    using Attempt = std::function<int(const QString &path)>;

    explicit DeviceNode(QString path, Attempt attempt = tryOut);

    // Errors: CameraAbsent, CameraBusy (another program has it), CameraForbidden (the user may not open it).
    Result<void> probe() const;

    // The video nodes of a folder such as /dev, as whole paths and by number: video2 before video10.
    static QStringList list(const QString &folder);

    // Any number of programs may open a Video4Linux device, but only one may have its buffers: asks for both.
    static int tryOut(const QString &path);

private:
    QString m_path;
    Attempt m_attempt;
};

} // namespace idcounter
