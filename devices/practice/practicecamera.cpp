#include "devices/practice/practicecamera.h"

#include "app/domain/citizennumber.h"
#include "devices/practice/practiceframes.h"

#include <QCryptographicHash>
#include <QDir>
#include <QtEndian>

using namespace Qt::StringLiterals;

namespace idcounter {

namespace {

quint64 seedOf(const QString &subject)
{
    return qFromBigEndian<quint64>(QCryptographicHash::hash(subject.toUtf8(), QCryptographicHash::Sha256).constData());
}

// The same subject is the same person every time; one with a citizen number is of its sex and about its age.
PracticePerson personOf(const QString &subject)
{
    constexpr int tries = 500;
    constexpr int ageTolerance = 8; // years
    const auto number = CitizenNumber::parse(subject);
    const quint64 seed = seedOf(subject);
    for (int offset = 0; number && offset < tries; ++offset) {
        const PracticePerson person = PracticePerson::fromSeed(seed + quint64(offset));
        const int age = QDate::currentDate().year() - number->birthDate().year();
        if (person.woman == (number->sex() == Sex::Female) && qAbs(person.age - age) <= ageTolerance)
            return person;
    }
    return PracticePerson::fromSeed(seed);
}

} // namespace

PracticeCamera::PracticeCamera(CameraPatience patience, QObject *parent)
    : Camera(parent)
    , m_patience(patience)
{
    m_worker.moveToThread(&m_thread);
    m_thread.setObjectName(u"practice face"_s);
    m_thread.start();
}

PracticeCamera::~PracticeCamera()
{
    m_thread.quit();
    m_thread.wait();
}

QString PracticeCamera::label() const
{
    return u"Practice camera"_s;
}

void PracticeCamera::setSubject(const QString &subject)
{
    m_subject = subject;
    if (m_wanted)
        start();
}

void PracticeCamera::start()
{
    m_wanted = true;
    if (m_camera && m_drawn == m_subject)
        m_camera->start();
    else
        draw();
}

void PracticeCamera::stop()
{
    m_wanted = false;
    if (m_camera)
        m_camera->stop();
    setState(State::Idle);
}

// One drawing at a time; who sits down meanwhile is drawn next.
void PracticeCamera::draw()
{
    setState(State::Opening);
    if (m_drawing)
        return;
    m_drawing = true;
    m_camera.reset();
    const QString subject = m_subject;
    const QString folder = m_folder.filePath(QString::number(++m_drawings));
    QMetaObject::invokeMethod(&m_worker, [this, subject, folder] {
        QDir().mkpath(folder);
        const auto written = PracticeFrames(personOf(subject)).write(QDir(folder));
        QMetaObject::invokeMethod(this, [this, subject, folder, written] {
            m_drawing = false;
            if (!written) {
                setState(State::Failed);
                Q_EMIT failed(written.error());
            } else if (subject != m_subject) {
                draw();
            } else {
                play(subject, folder);
            }
        });
    });
}

void PracticeCamera::play(const QString &subject, const QString &folder)
{
    const auto source
        = FrameSource::parse(u"seq:%1/%03d.jpg?fps=%2&loop=1"_s.arg(folder).arg(int(PracticeFrames::framesPerSecond)));
    if (!source) {
        setState(State::Failed);
        Q_EMIT failed(source.error());
        return;
    }
    m_drawn = subject;
    m_camera = std::make_unique<OpenCvCamera>(
        CameraOptions{.source = *source, .label = label(), .rotation = 0, .patience = m_patience});
    connect(m_camera.get(), &Camera::stateChanged, this, [this](State state) { setState(state); });
    connect(m_camera.get(), &Camera::frameReady, this, &Camera::frameReady);
    connect(m_camera.get(), &Camera::failed, this, &Camera::failed);
    if (m_wanted)
        m_camera->start();
}

} // namespace idcounter
