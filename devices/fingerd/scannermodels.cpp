#include "devices/fingerd/scannermodels.h"

#include <array>

using namespace Qt::StringLiterals;

namespace idcounter::fingerd {

namespace {

struct Driver
{
    QLatin1StringView name;
    int dotsPerInch;
    bool isReal;
};

// uru4000: DigitalPersona U.are.U 4000, 4000B and 4500 and their three Microsoft editions, the only desk scanners for a
// single press that libfprint knows. The others are strips of laptops, unfit for an ID-card print.
constexpr std::array drivers{
    Driver{"uru4000"_L1, 500, true},
    Driver{"virtual_image"_L1, 500, false},
};

// libfprint's FpDeviceError, GUsb's GUsbDeviceError and GIO's GIOErrorEnum, of which only the codes come over the wire.
constexpr auto deviceDomain = "fp - device - error - quark"_L1;
constexpr auto usbDomain = "g-usb-device-error-quark"_L1;
constexpr auto ioDomain = "g-io-error-quark"_L1;

Error::Code codeOf(const Failure &failure)
{
    using Code = Error::Code;
    // Another program that claimed the scanner shows in as many ways as there are drivers, and only at opening.
    const Code otherwise = failure.action == Action::Open ? Code::ScannerBusy : Code::ScannerFailed;
    if (failure.domain == deviceDomain) {
        switch (failure.code) {
        case 3: // ALREADY_OPEN
        case 4: // BUSY
            return Code::ScannerBusy;
        case 256: // REMOVED
            return Code::ScannerLost;
        case 257: // TOO_HOT
            return Code::ScannerHot;
        }
    } else if (failure.domain == usbDomain) {
        switch (failure.code) {
        case 4: // NO_DEVICE
            return Code::ScannerLost;
        case 9: // PERMISSION_DENIED
            return Code::ScannerForbidden;
        case 10: // BUSY
            return Code::ScannerBusy;
        }
    } else if (failure.domain == ioDomain) {
        switch (failure.code) {
        case 14: // PERMISSION_DENIED
            return Code::ScannerForbidden;
        case 26: // BUSY
            return Code::ScannerBusy;
        }
    }
    return otherwise;
}

} // namespace

std::optional<int> resolutionOf(const QString &driver)
{
    for (const Driver &known : drivers) {
        if (driver == known.name)
            return known.dotsPerInch;
    }
    return {};
}

QByteArray realDrivers()
{
    QByteArrayList names;
    for (const Driver &known : drivers) {
        if (known.isReal)
            names += QByteArray(known.name.data(), known.name.size());
    }
    return names.join(':');
}

Error meaningOf(const Failure &failure)
{
    return {codeOf(failure), u"%1 %2: %3"_s.arg(failure.domain).arg(failure.code).arg(failure.text)};
}

Error::Code meaningOf(RetryReason reason)
{
    switch (reason) {
    case RetryReason::General:
        return Error::Code::FingerPressAgain;
    case RetryReason::TooShort:
        return Error::Code::FingerTooShort;
    case RetryReason::CenterFinger:
        return Error::Code::FingerOffCentre;
    case RetryReason::RemoveFinger:
        return Error::Code::FingerNotLifted;
    }
    Q_UNREACHABLE();
}

} // namespace idcounter::fingerd
