#include "devices/devicerack.h"

#include "devices/camera/opencvcamera.h"
#include "devices/camera/v4l2cameras.h"
#include "devices/fingerd/libfprintscanner.h"
#include "devices/practice/practicecamera.h"
#include "devices/practice/practicefinger.h"
#include "devices/practice/practicereader.h"
#include "devices/practice/practicescanner.h"
#include "devices/printer/chosenprinter.h"
#include "devices/printer/cupsprinter.h"
#include "devices/reader/seriallink.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QDir>
#include <QPointer>
#include <QThread>
#include <QtEndian>

using namespace Qt::StringLiterals;

namespace idcounter {

namespace {

// Beside the program, or where the package puts what people do not start.
QString fingerdPath()
{
    const QDir own(QCoreApplication::applicationDirPath());
    const QString beside = own.filePath(u"idcounter-fingerd"_s);
    return QFile::exists(beside) ? beside : own.filePath(u"../libexec/idcounter/idcounter-fingerd"_s);
}

// Fingers of people who do not exist: the same person and finger give the same ridges every time.
class DrawnFingers
{
public:
    QImage press(const CaptureRequest &request)
    {
        const QByteArray who = (request.subject + u'/' + request.finger).toUtf8();
        const QByteArray hash = QCryptographicHash::hash(who, QCryptographicHash::Sha256);
        const auto seed = qFromBigEndian<quint64>(hash.constData());
        if (!m_finger || m_seed != seed) {
            m_finger = std::make_unique<PracticeFinger>(seed);
            m_seed = seed;
            m_presses = 0;
        }
        return m_finger->impression(++m_presses);
    }

private:
    std::unique_ptr<PracticeFinger> m_finger;
    quint64 m_seed = 0;
    int m_presses = 0;
};

// Images of a folder whose names begin with the finger's code, one after the other.
QImage pressFrom(const QString &folder, const CaptureRequest &request, int count)
{
    const QDir images(folder);
    const QStringList names = images.entryList({request.finger + u"*.png"_s}, QDir::Files, QDir::Name);
    return names.isEmpty() ? QImage() : QImage(images.filePath(names[count % names.size()]));
}

} // namespace

DeviceRack::DeviceRack(Settings settings)
    : m_settings(std::move(settings))
{
    QObject::connect(&m_sleepWatch, &SleepWatch::sleeps, &m_sleepWatch, [this] { sleep(); });
    QObject::connect(&m_sleepWatch, &SleepWatch::wakes, &m_sleepWatch, [this] { wake(); });
}

DeviceRack::~DeviceRack() = default;

void DeviceRack::furnish(bool practice)
{
    m_practice = practice;
    m_camera = makeCamera(practice);
    m_scanner = makeScanner(practice);
    m_reader = makeReader(practice);
    m_printer = std::make_unique<ChosenPrinter>(
        [this, practice](const QString &queue) { return makePrinter(practice, queue); }, m_settings.printer);
    if (practice)
        m_household = std::make_unique<PracticeRegister>();
    else
        m_household = std::make_unique<NoRegister>();
}

void DeviceRack::sleep()
{
    if (!m_camera)
        return;
    m_filmed = m_camera->state() != Camera::State::Idle;
    m_scanned = m_scanner->state() != FingerprintScanner::State::Absent;
    m_wasRead = m_reader && m_reader->state() != CardReader::State::Absent;
    m_camera->stop();
    m_scanner->close();
    if (m_wasRead)
        m_reader->close();
}

void DeviceRack::wake()
{
    if (!m_camera)
        return;
    if (m_filmed)
        m_camera->start();
    if (m_scanned)
        m_scanner->open();
    if (m_wasRead && m_reader)
        m_reader->open();
}

std::unique_ptr<Camera> DeviceRack::makeCamera(bool practice) const
{
    QString setting = m_settings.camera;
    QString label;
    if (setting.isEmpty() && practice)
        return std::make_unique<PracticeCamera>();
    if (setting.isEmpty()) {
        const auto found = V4l2Cameras().cameras();
        setting = u"v4l2:"_s + (found.isEmpty() ? u"/dev/video0"_s : found.first().path);
        label = found.isEmpty() ? QString() : found.first().label;
    }
    auto source = FrameSource::parse(setting);
    if (!source)
        source = FrameSource::parse(u"v4l2:/dev/video0"_s);
    return std::make_unique<OpenCvCamera>(
        CameraOptions{.source = *source, .label = label, .rotation = m_settings.rotation});
}

std::unique_ptr<FingerprintScanner> DeviceRack::makeScanner(bool practice) const
{
    if (!practice) {
        return std::make_unique<LibfprintScanner>(
            FingerdStart{.program = fingerdPath(), .station = fingerd::Station::Real}, m_settings.clock);
    }
    std::function<QImage(const CaptureRequest &)> next;
    if (m_settings.fingers.isEmpty()) {
        next = [fingers = std::make_shared<DrawnFingers>()](const CaptureRequest &request) {
            return fingers->press(request);
        };
    } else {
        next = [folder = m_settings.fingers, counts = std::make_shared<QHash<QString, int>>()](
                   const CaptureRequest &request) { return pressFrom(folder, request, (*counts)[request.finger]++); };
    }
    return std::make_unique<PracticeScanner>(
        fingerdPath(), PracticeScanner::Finger{.next = next, .delay = m_settings.pressDelay}, m_settings.clock);
}

// A port that cannot be understood is one at which there is no reader: it is told when it is opened.
std::unique_ptr<CardReader> DeviceRack::makeReader(bool practice) const
{
    if (m_settings.reader.isEmpty())
        return practice ? std::make_unique<PracticeReader>(m_settings.pressDelay) : nullptr;
    const auto source = SerialSource::parse(m_settings.reader);
    return std::make_unique<SdtReader>([source = source ? *source : SerialSource{.path = m_settings.reader}] {
        return std::make_unique<SerialLink>(source);
    });
}

std::unique_ptr<Printer> DeviceRack::makePrinter(bool practice, const QString &queue) const
{
    if (practice && queue.isEmpty())
        return std::make_unique<FolderPrinter>(QDir(m_settings.folder).filePath(u"papers"_s));
    return std::make_unique<CupsPrinter>(queue);
}

QList<PracticeRegister::Entry> DeviceRack::citizens() const
{
    return m_practice ? PracticeRegister::entries() : QList<PracticeRegister::Entry>();
}

void DeviceRack::findPrinters(QObject *asker, std::function<void(const QStringList &)> answered)
{
    // CUPS may take its time: a thread for one question.
    QThread *thread = QThread::create([asker = QPointer(asker), answered = std::move(answered)] {
        const QStringList queues = CupsPrinter::queues();
        QMetaObject::invokeMethod(QCoreApplication::instance(), [asker, answered, queues] {
            if (asker)
                answered(queues);
        });
    });
    QObject::connect(thread, &QThread::finished, thread, &QObject::deleteLater);
    thread->start();
}

QList<std::pair<QString, QString>> DeviceRack::cameras()
{
    QList<std::pair<QString, QString>> cameras;
    const auto found = V4l2Cameras().cameras();
    for (const V4l2Camera &camera : found)
        cameras << std::pair(camera.label, u"v4l2:"_s + camera.path);
    return cameras;
}

QList<std::pair<QString, QString>> DeviceRack::readers()
{
    return SerialLink::ports();
}

} // namespace idcounter
