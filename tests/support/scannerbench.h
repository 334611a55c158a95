#pragma once

#include "devices/fingerd/libfprintscanner.h"
#include "devices/practice/fingerfeeder.h"

#include <QSignalSpy>
#include <QTemporaryDir>

namespace idcounter {

// A scanner with libfprint's virtual device at its end, the finger in front of it, a clock that stands still, and
// everything that the scanner said.
struct ScannerBench
{
    explicit ScannerBench(ScannerLimits limits = quick(), const QString &fingerd = QStringLiteral(IDCOUNTER_FINGERD))
        : scanner(
            {.program = fingerd, .station = fingerd::Station::Practice, .socketPath = socketPath},
            [this] { return now; }, limits)
        , feeder(socketPath)
        , stateChanged(&scanner, &FingerprintScanner::stateChanged)
        , pressed(&scanner, &FingerprintScanner::pressed)
        , hinted(&scanner, &FingerprintScanner::hinted)
        , failed(&scanner, &FingerprintScanner::failed)
        , fingerNeeded(&scanner, &LibfprintScanner::fingerNeeded)
        , undelivered(&feeder, &FingerFeeder::undelivered)
    {
    }

    static ScannerLimits quick()
    {
        ScannerLimits limits;
        limits.coolingCheck = std::chrono::milliseconds(10);
        limits.process.restartDelay = std::chrono::milliseconds(10);
        return limits;
    }

    QList<Error::Code> hints() const
    {
        QList<Error::Code> codes;
        for (const auto &arguments : hinted)
            codes += arguments.first().value<Error::Code>();
        return codes;
    }
    QList<Error::Code> failures() const
    {
        QList<Error::Code> codes;
        for (const auto &arguments : failed)
            codes += arguments.first().value<Error>().code;
        return codes;
    }
    QList<FingerprintScanner::State> states() const
    {
        QList<FingerprintScanner::State> states;
        for (const auto &arguments : stateChanged)
            states += arguments.first().value<FingerprintScanner::State>();
        return states;
    }

    QTemporaryDir folder;
    QString socketPath = folder.filePath(QStringLiteral("scanner"));
    QDateTime now = QDateTime(QDate(2024, 5, 6), QTime(9, 0), Qt::UTC);
    LibfprintScanner scanner;
    FingerFeeder feeder;
    QSignalSpy stateChanged;
    QSignalSpy pressed;
    QSignalSpy hinted;
    QSignalSpy failed;
    QSignalSpy fingerNeeded;
    QSignalSpy undelivered;
};

} // namespace idcounter
