#include "app/workflow/photodesk.h"

#include "app/imaging/hairheight.h"
#include "app/imaging/photocheck.h"
#include "app/imaging/photofile.h"

#include <QBuffer>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace idcounter {

namespace {

constexpr int sourceQuality = 90; // of the JPEG in which the camera's picture is kept

// What to say first: nobody can close the mouth who is not in the picture.
constexpr std::array hintOrder{u"one_face", u"in_frame", u"resolution",   u"too_dark",   u"too_bright",   u"sharpness",
                               u"roll",     u"yaw",      u"pitch",        u"eyes_open",  u"mouth_closed", u"even_light",
                               u"glare",    u"covered",  u"dark_glasses", u"colour_cast"};

bool standsInTheWay(const PhotoCheck &check)
{
    return check.verdict == PhotoVerdict::Block || check.verdict == PhotoVerdict::Warn;
}

QString firstHint(const QList<PhotoCheck> &checks)
{
    for (const auto rule : hintOrder) {
        const bool found = std::any_of(checks.begin(), checks.end(), [rule](const PhotoCheck &check) {
            return check.rule.rule == QStringView(rule) && standsInTheWay(check);
        });
        if (found)
            return QString::fromUtf16(rule);
    }
    return {};
}

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
        findings << PhotoFinding{check.rule.rule, check.value, static_cast<int>(check.verdict)};
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
        return &*maker;
    }

    struct Seen
    {
        PhotoPreview preview;
        PhotoLayout layout;
    };

    Result<Seen> look(const QImage &frame)
    {
        const auto photos = ready();
        if (!photos)
            return photos.error();
        const auto faces = finder->find(frame);
        if (!faces)
            return faces.error();
        const auto checks = checkFrame(*finder, *rules, frame, *faces, CheckDepth::Preview);
        if (!checks)
            return checks.error();
        Seen seen{.preview = {}, .layout = (*photos)->layout()};
        seen.preview.hint = firstHint(*checks);
        seen.preview.ready = seen.preview.hint.isEmpty();
        if (!faces->isEmpty())
            seen.preview.crop = CropGeometry::fit(seen.layout, faces->first(), {}).frame();
        return seen;
    }

    Result<PhotoShot> make(const QImage &picture, std::optional<CropGeometry> proposed,
                           const CropAdjustment &adjustment)
    {
        const auto photos = ready();
        if (!photos)
            return photos.error();
        if (!proposed) {
            const auto faces = finder->find(picture);
            if (!faces)
                return faces.error();
            if (faces->isEmpty())
                return Error{Error::Code::FaceAbsent, {}};
            const auto fitting = (*photos)->propose(picture, faces->first());
            if (!fitting)
                return fitting.error();
            proposed = *fitting;
        }
        auto photo = (*photos)->make(picture, proposed->adjusted(adjustment), Whitening::On);
        if (!photo)
            return photo.error();
        return PhotoShot{picture, jpegOf(picture), *proposed, adjustment, *std::move(photo), false};
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
    connect(&m_camera, &Camera::failed, this, &PhotoDesk::failed);
}

void PhotoDesk::startCamera()
{
    m_camera.setSubject(m_walkIn.draft().applicant.number);
    m_camera.start();
}

void PhotoDesk::stopCamera()
{
    m_camera.stop();
    m_frame = {};
}

// The preview is analysed at its own pace: while one frame is looked at, the others are only shown.
void PhotoDesk::showFrame(const QImage &frame)
{
    m_frame = frame;
    Q_EMIT frameReady(frame);
    if (m_previewWaits || m_working || m_shot)
        return;
    m_previewWaits = true;
    m_background.run(
        this, [engine = m_engine, frame] { return engine->look(frame); },
        [this](const Result<Engine::Seen> &seen) {
            m_previewWaits = false;
            if (!seen) {
                Q_EMIT failed(seen.error());
                return;
            }
            m_preview = seen->preview;
            m_layout = seen->layout;
            Q_EMIT previewChanged();
        });
}

void PhotoDesk::take()
{
    if (!m_frame.isNull() && !m_working && m_camera.state() == Camera::State::Live)
        make(m_frame, u"camera"_s, {}, {});
}

void PhotoDesk::load(const QByteArray &file)
{
    if (m_working)
        return;
    setWorking(true);
    m_background.run(
        this, [file] { return readPhotoFile(file); },
        [this](const Result<PhotoFile> &photo) {
            setWorking(false);
            if (photo) {
                make(photo->image, u"file"_s, {}, {});
                return;
            }
            m_walkIn.count(true, {}, false, name(photo.error().code));
            Q_EMIT failed(photo.error());
        });
}

void PhotoDesk::adjust(const CropAdjustment &adjustment)
{
    if (m_shot && !m_shot->stored && !m_working && adjustment != m_shot->adjustment)
        make(m_shot->source, m_source, m_shot->proposed, adjustment);
}

void PhotoDesk::make(const QImage &picture, const QString &source, std::optional<CropGeometry> proposed,
                     const CropAdjustment &adjustment)
{
    setWorking(true);
    const bool isNewShot = !proposed;
    if (isNewShot)
        ++m_attempts;
    m_background.run(
        this,
        [engine = m_engine, picture, proposed, adjustment] { return engine->make(picture, proposed, adjustment); },
        [this, source, isNewShot, run = ++m_run](const Result<PhotoShot> &shot) {
            setWorking(false);
            if (run != m_run)
                return;
            if (!shot) {
                if (isNewShot)
                    m_walkIn.count(true, {}, false, name(shot.error().code));
                Q_EMIT failed(shot.error());
                return;
            }
            if (isNewShot) {
                const auto blocking
                    = std::find_if(shot->photo.checks.begin(), shot->photo.checks.end(),
                                   [](const PhotoCheck &c) { return c.verdict == PhotoVerdict::Block; });
                const bool fine = blocking == shot->photo.checks.end();
                m_walkIn.count(true, {}, fine, fine ? QString() : blocking->rule.rule);
            }
            m_shot = *shot;
            m_source = source;
            keepShot(*shot, source, isNewShot);
            Q_EMIT shotChanged();
        });
}

// The photo goes into the draft when it is stored, so that the draft never names a photo that is not there.
void PhotoDesk::keepShot(const PhotoShot &shot, const QString &source, bool isNewShot)
{
    Photo photo{.capture = {},
                .source = source,
                .device = source == u"camera" ? m_camera.label() : QString(),
                .attempts = m_attempts,
                .takenAt = m_walkIn.counter().clock(),
                .takenBy = m_walkIn.counter().person.login,
                .findings = findingsOf(shot.photo.checks),
                .reasons = {},
                .looked = {}};
    const auto ignore = [this](const Result<QUuid> &stored) {
        if (!stored)
            Q_EMIT failed(stored.error());
    };
    if (isNewShot)
        m_walkIn.keep(CaptureKind::PhotoSource, shot.sourceJpeg, ignore);
    m_walkIn.keep(CaptureKind::Photo, shot.photo.jpeg, [this, photo, run = m_run](const Result<QUuid> &stored) mutable {
        if (run != m_run)
            return;
        if (!stored) {
            Q_EMIT failed(stored.error());
            return;
        }
        photo.capture = *stored;
        Draft draft = m_walkIn.draft();
        draft.photo = photo;
        m_walkIn.setDraft(draft);
        m_walkIn.save();
    });
}

void PhotoDesk::retake()
{
    m_shot.reset();
    ++m_run;
    Q_EMIT shotChanged();
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
    struct Stored
    {
        QByteArray jpeg;
        QByteArray source;
    };
    m_walkIn.counter().store.read(
        this,
        [id = photo->capture, caseId = m_walkIn.draft().id](Repositories &repositories) -> Result<Stored> {
            const auto capture = repositories.captures.find(id);
            if (!capture)
                return capture.error();
            const auto sources = repositories.captures.ofCase(caseId, CaptureKind::PhotoSource);
            if (!sources)
                return sources.error();
            return Stored{capture->bytes, sources->isEmpty() ? capture->bytes : sources->last().bytes};
        },
        [this, findings = photo->findings, source = photo->source](const Result<Stored> &stored) {
            if (!stored) {
                Q_EMIT failed(stored.error());
                return;
            }
            const auto rules = m_walkIn.counter().rules.photoRules();
            const auto layout = rules ? PhotoLayout::from(**rules) : Result<PhotoLayout>(rules.error());
            if (!layout || m_shot)
                return;
            m_layout = *layout;
            FinishedPhoto finished{.jpeg = stored->jpeg,
                                   .image = QImage::fromData(stored->jpeg),
                                   .unwhitened = QImage::fromData(stored->jpeg),
                                   .checks = {},
                                   .geometry = CropGeometry::fit(*layout, Face{}, {})};
            for (const PhotoFinding &finding : findings) {
                if (const auto rule = (*rules)->find(finding.rule, PhotoSubject::File))
                    finished.checks << PhotoCheck{*rule, finding.value, PhotoVerdict(finding.verdict)};
            }
            const QImage picture = QImage::fromData(stored->source);
            m_source = source;
            m_shot = PhotoShot{picture, stored->source, finished.geometry, {}, finished, true};
            Q_EMIT shotChanged();
        });
}

} // namespace idcounter
