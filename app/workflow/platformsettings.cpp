#include "app/workflow/platformsettings.h"

using namespace Qt::StringLiterals;

namespace idcounter {

Result<PlatformSettings> PlatformSettings::load(const StationRepository &station)
{
    const PlatformSettings usual;
    const QList<std::pair<QString, QString>> names{
        {u"platform.url"_s, {}},
        {u"platform.host"_s, {}},
        {u"platform.authority"_s, {}},
        {u"reissue.photo_years"_s, QString::number(usual.reissue.photoYears)},
        {u"reissue.child_photo_years"_s, QString::number(usual.reissue.childPhotoYears)},
        {u"reissue.prints_years"_s, QString::number(usual.reissue.printsYears)}};
    QStringList values;
    for (const auto &[name, fallback] : names) {
        const auto value = station.setting(name, fallback);
        if (!value)
            return value.error();
        values << *value;
    }
    return PlatformSettings{
        .url = values[0],
        .host = values[1],
        .authority = values[2],
        .reissue
        = {.photoYears = values[3].toInt(), .childPhotoYears = values[4].toInt(), .printsYears = values[5].toInt()}};
}

Result<void> PlatformSettings::store(const StationRepository &station) const
{
    const QList<std::pair<QString, QString>> values{
        {u"platform.url"_s, url},
        {u"platform.host"_s, host},
        {u"platform.authority"_s, authority},
        {u"reissue.photo_years"_s, QString::number(reissue.photoYears)},
        {u"reissue.child_photo_years"_s, QString::number(reissue.childPhotoYears)},
        {u"reissue.prints_years"_s, QString::number(reissue.printsYears)}};
    for (const auto &[name, value] : values) {
        if (auto stored = station.setSetting(name, value); !stored)
            return stored;
    }
    return {};
}

} // namespace idcounter
