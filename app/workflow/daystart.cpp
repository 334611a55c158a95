#include "app/workflow/daystart.h"

#include "app/biometrics/fingerquality.h"
#include "app/documents/testchart.h"
#include "app/domain/enumnames.h"
#include "app/imaging/framefigures.h"

using namespace Qt::StringLiterals;

namespace idcounter {

namespace {

constexpr int logLength = 20;
constexpr double leastFps = 10;
constexpr double leastBrightness = 40; // mean of the frame, 0..255: else the lens is covered or the light is off
constexpr int leastQuality = 25;

constexpr EnumNames partNames{
    std::pair{DayStart::Part::Camera, "camera"},
    std::pair{DayStart::Part::Scanner, "scanner"},
    std::pair{DayStart::Part::Printer, "printer"},
    std::pair{DayStart::Part::Reader, "reader"},
};

constexpr EnumNames stateNames{
    std::pair{DayStart::State::Passed, "passed"},
    std::pair{DayStart::State::Failed, "failed"},
    std::pair{DayStart::State::NotThere, "not there"},
};

// With these the frames come all the same: they are a finding, and no end.
bool isAdvice(Error::Code code)
{
    return code == Error::Code::CameraTooCoarse || code == Error::Code::CameraSlow;
}

} // namespace

DayStart::DayStart(Counter counter, Camera &camera, FingerprintScanner &scanner, CardReader *reader, Printer &printer,
                   Limits limits, QObject *parent)
    : QObject(parent)
    , m_counter(std::move(counter))
    , m_camera(camera)
    , m_scanner(scanner)
    , m_reader(reader)
    , m_printer(printer)
    , m_limits(limits)
    , m_background(u"daystart"_s)
{
    m_limit.setSingleShot(true);
    connect(&m_limit, &QTimer::timeout, this, [this] {
        const Part part = *m_running;
        const Error::Code code = part == Part::Camera ? Error::Code::CameraFrozen
            : part == Part::Scanner                   ? Error::Code::ScannerSilent
            : part == Part::Reader                    ? Error::Code::ReaderSilent
                                                      : Error::Code::PrintFailed;
        end(part, State::Failed, {}, code);
    });
    connect(&m_camera, &Camera::frameReady, this, &DayStart::takeFrame);
    connect(&m_camera, &Camera::failed, this, [this](const Error &error) {
        if (m_running != Part::Camera)
            return;
        if (isAdvice(error.code))
            m_told = error.code;
        else
            end(Part::Camera, State::Failed, {}, error.code);
    });
    connect(&m_scanner, &FingerprintScanner::stateChanged, this, [this] {
        if (m_running == Part::Scanner)
            testScanner();
    });
    connect(&m_scanner, &FingerprintScanner::pressed, this, &DayStart::judgePress);
    connect(&m_scanner, &FingerprintScanner::hinted, this, [this](Error::Code code) {
        if (m_running == Part::Scanner)
            end(Part::Scanner, State::Failed, {m_scanner.model()}, code);
    });
    connect(&m_scanner, &FingerprintScanner::failed, this, [this](const Error &error) {
        if (m_running == Part::Scanner)
            end(Part::Scanner, State::Failed, {}, error.code);
    });
    if (m_reader) {
        connect(m_reader, &CardReader::stateChanged, this, &DayStart::judgeReader);
        connect(m_reader, &CardReader::failed, this, [this](const Error &error) {
            if (m_running == Part::Reader)
                end(Part::Reader, State::Failed, {}, error.code);
        });
    }
    connect(&m_printer, &Printer::printed, this, [this](const QUuid &job) {
        if (m_running == Part::Printer && job == m_job)
            end(Part::Printer, State::Passed, {m_printer.label()});
    });
    connect(&m_printer, &Printer::failed, this, [this](const QUuid &job, const Error &error) {
        if (m_running == Part::Printer && job == m_job)
            end(Part::Printer, State::Failed, {m_printer.label()}, error.code);
    });
}

std::optional<DayStart::Part> DayStart::partNamed(QStringView name)
{
    return partNames.value(name);
}

void DayStart::run()
{
    m_waiting = {parts.begin(), parts.end()};
    next();
}

void DayStart::run(Part part)
{
    m_waiting = {part};
    next();
}

void DayStart::cancel()
{
    m_waiting.clear();
    if (!m_running)
        return;
    const Part part = *std::exchange(m_running, std::nullopt);
    m_rows[std::size_t(part)] = {};
    m_limit.stop();
    if (part == Part::Camera)
        m_camera.stop();
    if (part == Part::Scanner)
        m_scanner.disarm();
    Q_EMIT changed();
}

void DayStart::next()
{
    if (m_running || m_waiting.isEmpty())
        return;
    begin(m_waiting.takeFirst());
}

void DayStart::begin(Part part)
{
    m_running = part;
    m_rows[std::size_t(part)] = {.state = State::Running, .figures = {}, .problem = {}, .at = m_counter.clock()};
    Q_EMIT changed();
    switch (part) {
    case Part::Camera:
        m_frames = 0;
        m_told.reset();
        m_limit.start(m_limits.camera);
        m_camera.setSubject({});
        m_camera.start();
        break;
    case Part::Scanner:
        m_limit.start(m_limits.scanner);
        if (m_scanner.state() == FingerprintScanner::State::Absent
            || m_scanner.state() == FingerprintScanner::State::Failed)
            m_scanner.open();
        else
            testScanner();
        break;
    case Part::Printer:
        m_limit.start(m_limits.printer);
        testPrinter();
        break;
    case Part::Reader:
        testReader();
        break;
    }
}

// Armed once, when it is ready.
void DayStart::testScanner()
{
    if (m_scanner.state() == FingerprintScanner::State::Ready)
        m_scanner.arm({.subject = {}, .finger = u"11"_s, .press = 1});
    else if (m_scanner.state() == FingerprintScanner::State::Cooling)
        end(Part::Scanner, State::Failed, {m_scanner.model()}, Error::Code::ScannerHot);
}

void DayStart::judgePress(const QImage &impression)
{
    if (m_running != Part::Scanner)
        return;
    m_background.run(
        this, [impression] { return assess(impression); },
        [this, size = impression.size()](const FingerQuality &quality) {
            if (m_running != Part::Scanner)
                return;
            const QStringList figures{m_scanner.model(), u"%1x%2"_s.arg(size.width()).arg(size.height()),
                                      u"quality %1"_s.arg(quality.score)};
            if (quality.score >= leastQuality)
                end(Part::Scanner, State::Passed, figures);
            else
                end(Part::Scanner, State::Failed, figures,
                    quality.reasons.isEmpty() ? Error::Code::FingerPressAgain : quality.reasons.first());
        });
}

void DayStart::testPrinter()
{
    m_job = QUuid::createUuid();
    m_background.run(
        this, [station = m_counter.station.name, day = m_counter.today()] { return toPdf(testChart(station, day)); },
        [this](const Result<QByteArray> &pdf) {
            if (m_running != Part::Printer)
                return;
            if (pdf)
                m_printer.print(m_job, u"device test"_s, *pdf);
            else
                end(Part::Printer, State::Failed, {}, pdf.error().code);
        });
}

// Opened afresh: its security module tests itself then, and says its number.
void DayStart::testReader()
{
    if (!m_reader) {
        end(Part::Reader, State::NotThere, {});
        return;
    }
    m_limit.start(m_limits.reader);
    m_reader->close();
    m_reader->open();
}

void DayStart::judgeReader()
{
    if (m_running == Part::Reader && m_reader->state() == CardReader::State::Ready)
        end(Part::Reader, State::Passed, {u"SAM 90"_s, m_reader->model()});
}

void DayStart::takeFrame(const QImage &frame)
{
    if (m_running != Part::Camera)
        return;
    if (m_frames++ == 0)
        m_filming.start();
    m_frame = frame;
    Q_EMIT frameReady(frame);
    if (m_filming.elapsed() >= m_limits.filming.count())
        judgeCamera();
}

void DayStart::judgeCamera()
{
    const double fps = (m_frames - 1) * 1000.0 / double(std::max<qint64>(1, m_filming.elapsed()));
    m_frames = 0;
    m_background.run(
        this, [frame = m_frame] { return figuresOf(frame); },
        [this, fps, size = m_frame.size()](const Result<FrameFigures> &figures) {
            if (m_running != Part::Camera)
                return;
            QStringList measured{m_camera.label(), u"%1x%2"_s.arg(size.width()).arg(size.height()),
                                 u"%1 fps"_s.arg(fps, 0, 'f', 1)};
            if (!figures)
                return end(Part::Camera, State::Failed, measured, figures.error().code);
            measured << u"brightness %1"_s.arg(qRound(figures->brightness))
                     << u"focus %1"_s.arg(qRound(figures->focus));
            if (figures->brightness < leastBrightness)
                end(Part::Camera, State::Failed, measured, Error::Code::CameraDark);
            else if (fps < leastFps)
                end(Part::Camera, State::Failed, measured, Error::Code::CameraSlow);
            else
                end(Part::Camera, m_told ? State::Failed : State::Passed, measured, m_told);
        });
}

void DayStart::end(Part part, State state, const QStringList &figures, std::optional<Error::Code> problem)
{
    m_limit.stop();
    m_running.reset();
    m_rows[std::size_t(part)] = {.state = state, .figures = figures, .problem = problem, .at = m_counter.clock()};
    if (part == Part::Camera)
        m_camera.stop();
    if (part == Part::Scanner && m_scanner.state() == FingerprintScanner::State::Armed)
        m_scanner.disarm();
    QStringList words{stateNames.name(state)};
    words << figures;
    if (problem)
        words << name(*problem);
    m_counter.store.write(
        this,
        [part, detail = words.join(u", "_s), stamp = m_counter.stamp()](Repositories &repositories) {
            return repositories.journal.audit(u"device-test"_s, partNames.name(part), detail, stamp);
        },
        [this](const Result<void> &written) {
            if (written)
                refresh();
            else
                Q_EMIT failed(written.error());
        });
    Q_EMIT changed();
    next();
}

void DayStart::refresh()
{
    m_counter.store.read(
        this, [](Repositories &repositories) { return repositories.journal.audits(u"device-test"_s, logLength); },
        [this](const Result<QList<AuditEntry>> &entries) {
            if (!entries) {
                Q_EMIT failed(entries.error());
                return;
            }
            m_log = *entries;
            Q_EMIT changed();
        });
}

} // namespace idcounter
