#pragma once

#include "devices/camera/opencvcamera.h"

#include <QTemporaryDir>
#include <QThread>

#include <memory>

namespace idcounter {

// A camera without a camera: a drawn person, played by OpenCV as a film, on the whole way of a real one. Another person
// sits down whenever the subject changes. The film lies in a folder of its own, which goes with the camera.
class PracticeCamera : public Camera
{
    Q_OBJECT

public:
    explicit PracticeCamera(CameraPatience patience = {}, QObject *parent = nullptr);
    ~PracticeCamera() override;
    Q_DISABLE_COPY_MOVE(PracticeCamera)

    QString label() const override;
    void setSubject(const QString &subject) override;
    void start() override;
    void stop() override;

private:
    void draw();
    void play(const QString &subject, const QString &folder);

    const CameraPatience m_patience;
    QTemporaryDir m_folder;
    QString m_subject;
    QString m_drawn; // whose film is there
    bool m_wanted = false; // started
    int m_drawings = 0; // folders of pictures, which are numbered
    bool m_drawing = false;
    std::unique_ptr<OpenCvCamera> m_camera;
    QThread m_thread;
    QObject m_worker; // lives in m_thread
};

} // namespace idcounter
