#pragma once

#include "app/imaging/facefinder.h"
#include "app/imaging/livecheck.h"
#include "app/imaging/photocrop.h"
#include "app/imaging/photomaker.h"
#include "app/ports/camera.h"
#include "app/workflow/background.h"
#include "app/workflow/walkin.h"

#include <QElapsedTimer>

namespace idcounter {

// One photo that was taken or loaded.
struct PhotoShot
{
    QImage source; // the picture it was cut out of
    QByteArray sourceJpeg; // as it is kept
    CropProposal proposal; // by the program
    PhotoEdit edit; // by the clerk
    FinishedPhoto photo;
    bool stored = false; // come back to: not to be adjusted
};

// The photo step: the live picture and what is wrong in it, taking, loading, adjusting, judging, keeping. What is taken is
// sealed and stored at once, and every try is counted.
class PhotoDesk : public QObject
{
    Q_OBJECT

public:
    // The camera is started and stopped, not owned.
    PhotoDesk(WalkIn &walkIn, Camera &camera, ModelSource models, QObject *parent = nullptr);

    Camera &camera() { return m_camera; }
    const LiveSeen &preview() const { return m_preview; }
    const std::optional<PhotoShot> &shot() const { return m_shot; }
    const std::optional<PhotoLayout> &layout() const { return m_layout; }
    bool isWorking() const { return m_working; }
    int attempts() const { return m_attempts; }

    void startCamera();
    void stopCamera();
    // The best of the last five frames, or the one there is; ends with shotChanged() or failed().
    void take();
    // Whether the photo is taken by itself once preview() is ready. After retake() it first waits until it is not.
    void setTakesByItself(bool takes) { m_takesByItself = takes; }
    bool takesByItself() const { return m_takesByItself; }
    void load(const QString &path); // a photo from a file; ends the same way
    void edit(const PhotoEdit &edit); // of the shot; ends the same way
    // Keeps the frame that is shown beside the photo; ends with sidePictureTaken() or failed(). One of each kind.
    void takeSidePicture(SidePictureKind kind);
    void retake(); // back to the live picture; the photo of the draft stays until there is another

    void giveReason(const QString &rule, const QString &reason);
    void setLooked(const QString &rule, bool looked);

    // The stored photo of the draft, for a step that is come back to.
    void showStored();

Q_SIGNALS:
    void frameReady(const QImage &frame);
    void previewChanged();
    void shotChanged();
    void workingChanged();
    void sidePictureTaken(idcounter::SidePictureKind kind);
    void failed(const idcounter::Error &error);

private:
    struct Engine; // lives in the thread
    void showFrame(const QImage &frame);
    void make(const QList<QImage> &pictures, PhotoOrigin origin, const std::optional<CropProposal> &proposal,
              const PhotoEdit &edit);
    void countShot(const Result<PhotoShot> &shot);
    void keepShot(const PhotoShot &shot, bool isNewShot);
    void showStored(const Photo &photo, const QByteArray &jpeg, const QByteArray &picture);
    void setWorking(bool working);

    WalkIn &m_walkIn;
    Camera &m_camera;
    std::shared_ptr<Engine> m_engine;
    QImage m_frame;
    QList<QImage> m_recent; // the last frames, that one last
    QElapsedTimer m_clock; // of the frames
    bool m_takesByItself = false;
    bool m_mayTake = true; // by itself
    LiveSeen m_preview;
    std::optional<PhotoShot> m_shot;
    std::optional<PhotoLayout> m_layout;
    PhotoOrigin m_origin = PhotoOrigin::Camera; // of the shot
    QUuid m_picture; // capture of what the shot was cut out of
    PhotoEdit m_wanted; // by the clerk, made or not
    int m_attempts = 0;
    bool m_films = false; // what the camera shows is for this desk
    int m_sitting = 0; // counts starts of the camera; a look at an earlier one is dropped
    int m_run = 0; // counts shots; what belongs to an earlier one is dropped
    bool m_previewWaits = false;
    bool m_working = false;
    Background m_background; // goes first
};

} // namespace idcounter
