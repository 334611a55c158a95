#include "app/workflow/slipreader.h"

#include "app/imaging/papercodes.h"

#include <utility>

using namespace Qt::StringLiterals;

namespace idcounter {

namespace {

// So long a foreign code is still spoken of after it was taken away, that the sentence can be read: one to two seconds.
constexpr int looksUntilForgotten = 25;

bool comesWithFrames(Error::Code code)
{
    return code == Error::Code::CameraTooCoarse || code == Error::Code::CameraSlow;
}

} // namespace

SlipReader::SlipReader(Camera &camera, QObject *parent)
    : QObject(parent)
    , m_camera(camera)
    , m_background(u"slip"_s)
{
    connect(&m_camera, &Camera::frameReady, this, &SlipReader::showFrame);
    connect(&m_camera, &Camera::failed, this, [this](const Error &error) {
        if (isOn() && !comesWithFrames(error.code))
            setState(State::Failed, error);
    });
}

SlipReader::~SlipReader()
{
    stop();
}

bool SlipReader::needsRestart() const
{
    return m_state == State::Failed
        && (m_camera.state() == Camera::State::Frozen || m_camera.state() == Camera::State::Failed);
}

void SlipReader::start()
{
    ++m_run;
    m_foreign.clear();
    m_emptyLooks = 0;
    setState(State::Starting);
    m_camera.start();
}

void SlipReader::stop()
{
    if (!isOn())
        return;
    ++m_run;
    m_camera.stop();
    setState(State::Off);
}

void SlipReader::setState(State state, const std::optional<Error> &error)
{
    m_error = error;
    if (std::exchange(m_state, state) != state || error)
        Q_EMIT stateChanged();
}

// While one frame is looked at, the others are only shown.
void SlipReader::showFrame(const QImage &frame)
{
    if (!isOn())
        return;
    if (m_state == State::Starting || m_state == State::Failed)
        setState(State::Looking);
    Q_EMIT frameReady(frame);
    if (std::exchange(m_busy, true))
        return;
    m_background.run(
        this, [frame] { return readCodes(frame); },
        [this, run = m_run](const QStringList &codes) {
            m_busy = false;
            if (run == m_run)
                judge(codes);
        });
}

void SlipReader::judge(const QStringList &codes)
{
    for (const QString &code : codes) {
        if (const auto number = AcceptanceNumber::parse(code)) {
            stop();
            setState(State::Read);
            Q_EMIT slipRead(*number);
            return;
        }
    }
    judgeForeign(codes.value(0));
}

// Said when two looks agree: what is read out of a pattern that is no code at all is another one every time.
void SlipReader::judgeForeign(const QString &code)
{
    if (m_state != State::Looking && m_state != State::Foreign)
        return;
    if (code.isEmpty()) {
        if (++m_emptyLooks >= looksUntilForgotten)
            setState(State::Looking);
        return;
    }
    m_emptyLooks = 0;
    const bool isSeenAgain = std::exchange(m_foreign, code) == code;
    if (isSeenAgain && m_state == State::Looking)
        setState(State::Foreign, Error{Error::Code::SlipCodeForeign, {}});
}

} // namespace idcounter
