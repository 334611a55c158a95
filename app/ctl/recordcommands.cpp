#include "app/ctl/commands.h"

#include "app/biometrics/fingerquality.h"
#include "app/biometrics/isorecords.h"

#include <QFile>
#include <QFileInfo>
#include <QImage>
#include <QSaveFile>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace idcounter::ctl {

namespace {

// The presses of one finger as a record: of minutiae when the file is called .fmr, of images when it is called .fir.
Result<QByteArray> recordOf(const QList<QImage> &presses, quint8 position, bool images)
{
    iso::ImageRecord pictures;
    iso::MinutiaeRecord record;
    for (const QImage &press : presses) {
        if (images) {
            pictures.views << iso::ImageView{.position = position,
                                             .view = quint8(pictures.views.size() + 1),
                                             .views = quint8(presses.size()),
                                             .image = press};
            continue;
        }
        const auto features = extract(press);
        if (!features)
            return features.error();
        if (!record.views.isEmpty() && record.size != features->size())
            return Error{Error::Code::ImageUnsuitable, u"the presses differ in size"_s};
        record.size = features->size();
        iso::MinutiaeView view = iso::viewOf(*features, position, assess(press).score);
        view.view = quint8(record.views.size());
        record.views << view;
    }
    return images ? pictures.toBytes() : record.toBytes();
}

QJsonObject shown(const QString &path, const iso::MinutiaeRecord &record)
{
    QJsonArray views;
    for (const iso::MinutiaeView &view : record.views) {
        views.append(QJsonObject{{u"position"_s, iso::cardCodeOf(view.position)},
                                 {u"quality"_s, view.quality},
                                 {u"minutiae"_s, int(view.minutiae.size())}});
    }
    return {{u"file"_s, path},
            {u"format"_s, u"ISO/IEC 19794-2:2005"_s},
            {u"width"_s, record.size.width()},
            {u"height"_s, record.size.height()},
            {u"views"_s, views}};
}

QJsonObject shown(const QString &path, const iso::ImageRecord &record)
{
    QJsonArray views;
    for (const iso::ImageView &view : record.views) {
        views.append(QJsonObject{{u"position"_s, iso::cardCodeOf(view.position)},
                                 {u"width"_s, view.image.width()},
                                 {u"height"_s, view.image.height()}});
    }
    return {{u"file"_s, path}, {u"format"_s, u"ISO/IEC 19794-4:2005"_s}, {u"views"_s, views}};
}

} // namespace

int fingerRecord(const Context &context, const QStringList &words)
{
    constexpr int mostViews = 15; // of one finger
    const auto arguments = Arguments::parse(words, {u"position"_s, u"out"_s}, {}, mostViews);
    if (!arguments)
        return Output::fail(arguments.error());
    const QString out = arguments->value(u"out"_s);
    const bool images = out.endsWith(u".fir"_s);
    if (arguments->rest.isEmpty() || !(images || out.endsWith(u".fmr"_s)))
        return Output::fail(u"finger record FILE… --out R.fmr|R.fir [--position CODE]"_s);
    const QStringList paths = QStringList(arguments->rest) << out;
    if (std::any_of(paths.begin(), paths.end(),
                    [](const QString &path) { return isOfRealStation(QFileInfo(path).absolutePath()); }))
        return Output::fail(u"records in the clear are not for the data of a real station"_s);
    QList<QImage> presses;
    for (const QString &path : arguments->rest) {
        presses << QImage(path);
        if (presses.last().isNull())
            return Output::fail(Error{Error::Code::ImageUnreadable, path});
    }
    const auto bytes = recordOf(presses, iso::positionOf(arguments->value(u"position"_s)), images);
    if (!bytes)
        return Output::fail(bytes.error());
    QSaveFile file(out);
    if (!file.open(QIODevice::WriteOnly) || file.write(*bytes) != bytes->size() || !file.commit())
        return Output::fail(u"%1 cannot be written"_s.arg(out));
    context.output.print(QJsonObject{{u"views"_s, int(presses.size())}, {u"out"_s, out}});
    return Done;
}

int fingerShow(const Context &context, const QStringList &words)
{
    const auto arguments = Arguments::parse(words, {}, {}, anyNumber);
    if (!arguments)
        return Output::fail(arguments.error());
    if (arguments->rest.isEmpty())
        return Output::fail(u"finger show RECORD…: no file given"_s);
    QJsonArray answers;
    for (const QString &path : arguments->rest) {
        QFile file(path);
        if (!file.open(QIODevice::ReadOnly))
            return Output::fail(Error{Error::Code::RecordUnreadable, path});
        const QByteArray bytes = file.readAll();
        const auto minutiae = iso::MinutiaeRecord::fromBytes(bytes);
        const auto images = iso::ImageRecord::fromBytes(bytes);
        if (!minutiae && !images) {
            const Error &why = bytes.startsWith("FIR") ? images.error() : minutiae.error();
            return Output::fail(Error{why.code, u"%1: %2"_s.arg(path, why.detail)});
        }
        answers.append(minutiae ? shown(path, *minutiae) : shown(path, *images));
    }
    context.output.print(answers);
    return Done;
}

} // namespace idcounter::ctl
