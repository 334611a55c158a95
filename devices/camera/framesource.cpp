#include "devices/camera/framesource.h"

#include <QHash>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace idcounter {

namespace {

Error invalid(const QString &what)
{
    return {Error::Code::CodeUnknown, u"camera source: %1"_s.arg(what)};
}

// What OpenCV hands to printf, and so must be exactly this: one place for a whole number.
bool isNumbered(const QString &path)
{
    static const QRegularExpression pattern(u"^[^%]*%(0[1-9])?d[^%]*$"_s);
    return pattern.match(path).hasMatch();
}

} // namespace

FrameSource::FrameSource(Kind kind, QString location)
    : m_kind(kind)
    , m_location(std::move(location))
{
    if (kind == Kind::Device)
        m_fps = 30;
    if (kind == Kind::Pictures) {
        m_fps = 15;
        m_loops = true;
    }
}

Result<FrameSource> FrameSource::parse(const QString &setting)
{
    static const QHash<QString, Kind> kinds{
        {u"v4l2"_s, Kind::Device},
        {u"file"_s, Kind::Video},
        {u"seq"_s, Kind::Pictures},
        {u"gst"_s, Kind::Pipeline},
    };
    const QString scheme = setting.section(u':', 0, 0);
    if (!kinds.contains(scheme))
        return invalid(setting);
    const Kind kind = kinds.value(scheme);
    const QString rest = setting.section(u':', 1).trimmed();
    if (kind == Kind::Pipeline) {
        if (!rest.contains(u"appsink"_s))
            return invalid(u"a pipeline that does not end in appsink"_s);
        return FrameSource(kind, rest);
    }

    FrameSource source(kind, rest.section(u'?', 0, 0));
    if (!source.m_location.startsWith(u'/') || source.m_location.endsWith(u'/'))
        return invalid(u"not the whole path of a file: %1"_s.arg(source.m_location));
    if (kind == Kind::Pictures && !isNumbered(source.m_location))
        return invalid(u"no number such as %03d in %1"_s.arg(source.m_location));
    for (const QString &option : rest.section(u'?', 1).split(u'&', Qt::SkipEmptyParts)) {
        if (const auto result = source.setOption(option); !result)
            return result.error();
    }
    return source;
}

Result<void> FrameSource::setOption(const QString &option)
{
    static const QRegularExpression size(u"^([1-9]\\d{1,3})x([1-9]\\d{1,3})$"_s);
    static const QRegularExpression fourcc(u"^[A-Za-z0-9]{4}$"_s);
    static const QRegularExpression switched(u"^[01]$"_s);

    const QString name = option.section(u'=', 0, 0);
    const QString value = option.section(u'=', 1);
    const bool isDevice = m_kind == Kind::Device;
    if (const auto match = size.match(value); name == u"size"_s && isDevice && match.hasMatch()) {
        m_size = {match.captured(1).toInt(), match.captured(2).toInt()};
        return {};
    }
    if (name == u"fourcc"_s && isDevice && fourcc.match(value).hasMatch()) {
        m_fourcc = value.toLatin1();
        return {};
    }
    if (name == u"loop"_s && !isDevice && switched.match(value).hasMatch()) {
        m_loops = value == u"1"_s;
        return {};
    }
    if (const double fps = value.toDouble(); name == u"fps"_s && fps > 0 && fps <= 240) {
        m_fps = fps;
        return {};
    }
    return invalid(option);
}

} // namespace idcounter
