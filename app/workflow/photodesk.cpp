#include "app/workflow/photodesk.h"

#include "app/imaging/photocheck.h"
#include "app/imaging/photofile.h"

#include <QBuffer>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace idcounter {

namespace {

constexpr qsizetype burst = 5; // frames of which the best is taken
constexpr int sourceQuality = 90; // of the JPEG in which the camera's picture is kept

QByteArray jpegOf(const QImage &image)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, "JPEG", sourceQuality);
    return bytes;
}

QList<PhotoFinding> findingsOf(const QList<PhotoCheck> &checks)
{
    QList<PhotoFinding> findings;
    for (const PhotoCheck &check : checks)
        findings << PhotoFinding{check.rule.rule, check.value, static_cast<int>(check.verdict),
                                 check.verdict == PhotoVerdict::Unchecked
                                     && check.rule.severity == PhotoSeverity::Block};
    return findings;
}

} // namespace

// The nets and what works with them, made when first needed and then kept. Used in the background thread only.
struct PhotoDesk::Engine
{
    ModelSource models;
    TableSource tables;
    std::unique_ptr<FaceFinder> finder;
    std::optional<PhotoRules> rules;
    std::optional<PhotoMaker> maker;
    std::optional<LiveCheck> live;

    Result<PhotoMaker *> ready()
    {
        if (maker)
            return &*maker;
        auto loadedRules = PhotoRules::load(tables);
        if (!loadedRules)
            return loadedRules.error();
        rules = *std::move(loadedRules);
        auto loaded = FaceFinder::load(models);
        if (!loaded)
            loaded = FaceFinder::loadCascade(u"/usr/share/opencv4"_s);
        if (!loaded)
            return loaded.error();
        finder = *std::move(loaded);
        auto made = PhotoMaker::create(*finder, *rules);
        if (!made)
            return made.error();
        maker = *std::move(made);
        live.emplace(*finder, *rules, maker->layout());
        return &*maker;
    }

    struct Seen
    {
        LiveSeen preview;
        PhotoLayout layout;
    };

    Result<Seen> look(const QImage &frame, qint64 atMs)
    {
        const auto photos = ready();
        if (!photos)
            return photos.error();
        const auto preview = live->look(frame, atMs);
        return preview ? Result(Seen{*preview, (*photos)->layout()}) : Result<Seen>(preview.error());
    }

    Result<QImage> bestOf(const QList<QImage> &pictures)
    {
        if (pictures.size() == 1)
            return pictures.first();
        if (const auto photos = ready(); !photos)
            return photos.error();
        const auto best = live->best(pictures);
        return best ? Result(pictures[*best]) : Result<QImage>(best.error());
    }

    // Without a proposal the program makes one.
    Result<PhotoShot> make(const QList<QImage> &pictures, PhotoOrigin origin, std::optional<CropProposal> proposal,
                           PhotoEdit edit)
    {
        const auto best = bestOf(pictures);
        if (!best)
            return best.error();
        const QImage &picture = *best;
        const auto photos = ready();
        if (!photos)
            return photos.error();
        if (!proposal) {
            auto proposed = (*photos)->propose(picture, origin);
            if (!proposed)
                return proposed.error();
            proposal = *std::move(proposed);
        }
        if (!finder->measures())
            edit.whitening = Whitening::Off;
        const auto made = (*photos)->make(picture, proposal->geometry.adjusted(edit.crop), edit);
        if (!made)
            return made.error();
        FinishedPhoto photo = *made;
        photo.checks << proposal->checks;
        return PhotoShot{picture, jpegOf(picture), *proposal, edit, photo, false};
    }
};

PhotoDesk::PhotoDesk(WalkIn &walkIn, Camera &camera, ModelSource models, QObject *parent)
    : QObject(parent)
    , m_walkIn(walkIn)
    , m_camera(camera)
    , m_engine(std::make_shared<Engine>())
    , m_attempts(walkIn.draft().photo ? walkIn.draft().photo->attempts : 0)
    , m_background(u"photo"_s)
{
    m_engine->models = std::move(models);
    m_engine->tables = walkIn.counter().rules.source();
    connect(&m_camera, &Camera::frameReady, this, &PhotoDesk::showFrame);
    connect(&m_camera, &Camera::failed, this, [this](const Error &error) {
        if (m_films)
            Q_EMIT failed(error);
    });
}

void PhotoDesk::startCamera()
{
    m_camera.setSubject(m_walkIn.draft().applicant.number);
    if (!m_clock.isValid())
        m_clock.start();
    m_mayTake = true;
    m_films = true;
    ++m_sitting;
    // What was seen before is another sitting.
    m_background.run(
        this,
        [engine = m_engine] {
            if (engine->live)
                engine->live->restart();
            return true;
        },
        [](bool) {});
    m_camera.start();
}

void PhotoDesk::stopCamera()
{
    m_films = false;
    m_camera.stop();
    m_frame = {};
    m_recent.clear();
    m_preview = {};
}

// The preview is analysed at its own pace: while one frame is looked at, the others are only shown. What the camera shows
// while somebody else has started it is no photo of this case.
void PhotoDesk::showFrame(const QImage &frame)
{
    if (!m_films)
        return;
    m_frame = frame;
    m_recent << frame;
    if (m_recent.size() > burst)
        m_recent.removeFirst();
    Q_EMIT frameReady(frame);
    if (m_previewWaits || m_working || m_shot)
        return;
    m_previewWaits = true;
    m_background.run(
        this, [engine = m_engine, frame, atMs = m_clock.elapsed()] { return engine->look(frame, atMs); },
        [this, sitting = m_sitting](const Result<Engine::Seen> &seen) {
            m_previewWaits = false;
            if (sitting != m_sitting)
                return;
            if (!seen) {
                Q_EMIT failed(seen.error());
                return;
            }
            if (m_frame.isNull())
                return; // the camera was stopped meanwhile
            m_preview = seen->preview;
            m_layout = seen->layout;
            // Light that changes by itself while the picture is taken would spoil it.
            m_camera.holdLight(m_preview.ready);
            Q_EMIT previewChanged();
            if (!m_preview.ready)
                m_mayTake = true;
            else if (m_takesByItself && std::exchange(m_mayTake, false))
                take();
        });
}

void PhotoDesk::take()
{
    if (!m_frame.isNull() && !m_working && m_camera.state() == Camera::State::Live)
        make(m_recent, PhotoOrigin::Camera, {}, {});
}

void PhotoDesk::load(const QString &path)
{
    if (m_working)
        return;
    setWorking(true);
    m_background.run(
        this, [path] { return loadPhotoFile(path); },
        [this](const Result<PhotoFile> &photo) {
            setWorking(false);
            if (photo) {
                make({photo->image}, PhotoOrigin::File, {}, {});
                return;
            }
            m_walkIn.count(true, {}, false, name(photo.error().code));
            Q_EMIT failed(photo.error());
        });
}

// What is asked for while a photo is being made is made after it.
void PhotoDesk::edit(const PhotoEdit &edit)
{
    if (!m_shot || m_shot->stored)
        return;
    m_wanted = edit;
    if (!m_working && edit != m_shot->edit)
        make({m_shot->source}, m_origin, m_shot->proposal, edit);
}

void PhotoDesk::make(const QList<QImage> &pictures, PhotoOrigin origin, const std::optional<CropProposal> &proposal,
                     const PhotoEdit &edit)
{
    setWorking(true);
    const bool isNewShot = !proposal;
    if (isNewShot)
        ++m_attempts;
    m_wanted = edit;
    m_background.run(
        this,
        [engine = m_engine, pictures, origin, proposal, edit] {
            return engine->make(pictures, origin, proposal, edit);
        },
        [this, origin, isNewShot, run = ++m_run](const Result<PhotoShot> &shot) {
            setWorking(false);
            if (isNewShot)
                countShot(shot);
            if (run != m_run)
                return;
            if (!shot) {
                Q_EMIT failed(shot.error());
                return;
            }
            m_shot = *shot;
            m_origin = origin;
            keepShot(*shot, isNewShot);
            Q_EMIT shotChanged();
            this->edit(m_wanted);
        });
}

// A shot that breaks a rule that blocks was not accepted, for the reason of that rule.
void PhotoDesk::countShot(const Result<PhotoShot> &shot)
{
    if (!shot) {
        m_walkIn.count(true, {}, false, name(shot.error().code));
        return;
    }
    const QList<PhotoCheck> &checks = shot->photo.checks;
    const auto blocking = std::find_if(checks.begin(), checks.end(),
                                       [](const PhotoCheck &check) { return check.verdict == PhotoVerdict::Block; });
    const bool fine = blocking == checks.end();
    m_walkIn.count(true, {}, fine, fine ? QString() : blocking->rule.rule);
}

// The photo goes into the draft when it is stored, so that the draft never names a photo that is not there.
void PhotoDesk::keepShot(const PhotoShot &shot, bool isNewShot)
{
    const bool camera = m_origin == PhotoOrigin::Camera;
    const Photo photo{.capture = {},
                      .picture = {},
                      .source = camera ? u"camera"_s : u"file"_s,
                      .device = camera ? m_camera.label() : QString(),
                      .attempts = m_attempts,
                      .takenAt = m_walkIn.counter().clock(),
                      .takenBy = m_walkIn.counter().person.login,
                      .findings = findingsOf(shot.photo.checks),
                      .reasons = {},
                      .looked = {},
                      .steps = shot.photo.steps};
    // Answers come in the order of the questions: the picture's identity is known when the photo's comes.
    if (isNewShot) {
        m_walkIn.keep(this, CaptureKind::PhotoSource, shot.sourceJpeg, [this](const Result<QUuid> &stored) {
            m_picture = stored ? *stored : QUuid();
            if (!stored)
                Q_EMIT failed(stored.error());
        });
    }
    m_walkIn.keep(this, CaptureKind::Photo, shot.photo.jpeg, [this, photo, run = m_run](const Result<QUuid> &stored) {
        if (run != m_run)
            return;
        if (!stored) {
            Q_EMIT failed(stored.error());
            return;
        }
        Draft draft = m_walkIn.draft();
        draft.photo = photo;
        draft.photo->capture = *stored;
        draft.photo->picture = m_picture;
        m_walkIn.setDraft(draft);
        m_walkIn.save();
    });
}

void PhotoDesk::retake()
{
    m_shot.reset();
    m_mayTake = false;
    ++m_run;
    Q_EMIT shotChanged();
}

void PhotoDesk::takeSidePicture(SidePictureKind kind)
{
    if (m_frame.isNull())
        return;
    m_background.run(
        this, [frame = m_frame] { return jpegOf(frame); },
        [this, kind](const QByteArray &jpeg) {
            const SidePicture taken{.kind = kind,
                                    .capture = {},
                                    .device = m_camera.label(),
                                    .takenAt = m_walkIn.counter().clock(),
                                    .takenBy = m_walkIn.counter().person.login};
            m_walkIn.keep(this, CaptureKind::SidePicture, jpeg, [this, taken](const Result<QUuid> &stored) {
                if (!stored) {
                    Q_EMIT failed(stored.error());
                    return;
                }
                Draft draft = m_walkIn.draft();
                draft.sidePictures.removeIf([&taken](const SidePicture &other) { return other.kind == taken.kind; });
                draft.sidePictures << taken;
                draft.sidePictures.last().capture = *stored;
                m_walkIn.setDraft(draft);
                m_walkIn.save();
                Q_EMIT sidePictureTaken(taken.kind);
            });
        });
}

void PhotoDesk::giveReason(const QString &rule, const QString &reason)
{
    Draft draft = m_walkIn.draft();
    if (!draft.photo)
        return;
    if (reason.trimmed().isEmpty())
        draft.photo->reasons.remove(rule);
    else
        draft.photo->reasons.insert(rule, reason);
    m_walkIn.setDraft(draft);
}

void PhotoDesk::setLooked(const QString &rule, bool looked)
{
    Draft draft = m_walkIn.draft();
    if (!draft.photo)
        return;
    draft.photo->looked.removeAll(rule);
    if (looked)
        draft.photo->looked << rule;
    m_walkIn.setDraft(draft);
}

void PhotoDesk::setWorking(bool working)
{
    if (std::exchange(m_working, working) != working)
        Q_EMIT workingChanged();
}

// A photo that is come back to is shown as it was stored; to adjust it, it is taken anew.
void PhotoDesk::showStored()
{
    const auto photo = m_walkIn.draft().photo;
    if (!photo || m_shot)
        return;
    m_walkIn.loadCapture(this, photo->capture, [this, photo](const Result<Capture> &stored) {
        if (!stored) {
            Q_EMIT failed(stored.error());
            return;
        }
        m_walkIn.loadCapture(this, photo->picture, [this, photo, jpeg = stored->bytes](const Result<Capture> &picture) {
            showStored(*photo, jpeg, picture ? picture->bytes : jpeg);
        });
    });
}

void PhotoDesk::showStored(const Photo &photo, const QByteArray &jpeg, const QByteArray &picture)
{
    const auto rules = m_walkIn.counter().rules.photoRules();
    const auto layout = rules ? PhotoLayout::from(**rules) : Result<PhotoLayout>(rules.error());
    if (m_shot)
        return;
    if (!layout) {
        Q_EMIT failed(layout.error());
        return;
    }
    m_layout = *layout;
    FinishedPhoto finished{.jpeg = jpeg,
                           .image = QImage::fromData(jpeg),
                           .unwhitened = QImage::fromData(jpeg),
                           .matte = {},
                           .steps = photo.steps,
                           .checks = {},
                           .geometry = CropGeometry::fit(*layout, Face{}, {})};
    for (const PhotoFinding &finding : photo.findings) {
        auto rule = (*rules)->find(finding.rule, PhotoSubject::File);
        if (!rule)
            rule = (*rules)->find(finding.rule, PhotoSubject::Frame);
        if (rule)
            finished.checks << PhotoCheck{*rule, finding.value, PhotoVerdict(finding.verdict)};
    }
    m_shot = PhotoShot{QImage::fromData(picture), picture, {finished.geometry, {}}, {}, finished, true};
    Q_EMIT shotChanged();
}

} // namespace idcounter
