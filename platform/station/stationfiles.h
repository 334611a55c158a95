#pragma once

#include "platform/station/stationapi.h"

namespace idcounter::platform {

// The interface by file, for a station without a line (contract, section 9): what a package asks for is done as if it were a
// PUT, and answered with the next package, which begins where the station says that it is.
class StationFiles
{
public:
    StationFiles(const Platform &platform, const StationApi &api)
        : m_platform(platform)
        , m_api(api)
    {
    }

    // Reads a package of requests; how many there were. Errors: PackageUnreadable, PackageSignature, PackageForeign.
    Result<int> read(const QString &path) const;
    // Writes answers and changes for a station. Errors: PartnerMissing, PackageNotWritten.
    Result<void> write(const QString &unit, const QString &path) const;

private:
    const Platform &m_platform;
    const StationApi &m_api;
};

} // namespace idcounter::platform
