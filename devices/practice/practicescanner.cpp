#include "devices/practice/practicescanner.h"

#include <utility>

using namespace Qt::StringLiterals;

namespace idcounter {

PracticeScanner::PracticeScanner(const QString &fingerd, Finger finger, Clock clock, ScannerLimits limits,
                                 QObject *parent)
    : FingerprintScanner(parent)
    , m_finger(std::move(finger))
    , m_scanner(
          {.program = fingerd, .station = fingerd::Station::Practice, .socketPath = m_folder.filePath(u"scanner"_s)},
          std::move(clock), limits)
    , m_feeder(m_folder.filePath(u"scanner"_s))
{
    m_worker.moveToThread(&m_hand);
    m_hand.setObjectName(u"practice hand"_s);
    m_hand.start();
    m_delayTimer.setSingleShot(true);
    m_delayTimer.setInterval(m_finger.delay);
    connect(&m_delayTimer, &QTimer::timeout, this, &PracticeScanner::press);
    connect(&m_scanner, &LibfprintScanner::fingerNeeded, &m_delayTimer, qOverload<>(&QTimer::start));

    connect(&m_scanner, &FingerprintScanner::stateChanged, this, [this](State state) {
        if (state != State::Armed)
            m_delayTimer.stop();
        setState(state, m_scanner.coolingUntil());
    });
    connect(&m_scanner, &FingerprintScanner::pressed, this, &FingerprintScanner::pressed);
    connect(&m_scanner, &FingerprintScanner::hinted, this, &FingerprintScanner::hinted);
    connect(&m_scanner, &FingerprintScanner::failed, this, &FingerprintScanner::failed);
}

PracticeScanner::~PracticeScanner()
{
    m_hand.quit();
    m_hand.wait();
}

// What was drawn when nobody asks for it any more is not pressed.
void PracticeScanner::press()
{
    QMetaObject::invokeMethod(&m_worker, [this, request = m_request] {
        const QImage impression = m_finger.next(request);
        QMetaObject::invokeMethod(this, [this, impression] {
            if (!impression.isNull() && state() == State::Armed)
                m_feeder.press(impression);
        });
    });
}

} // namespace idcounter
