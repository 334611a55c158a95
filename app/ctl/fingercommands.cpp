#include "app/ctl/commands.h"

#include "app/biometrics/fingermatcher.h"
#include "app/biometrics/fingerquality.h"
#include "app/biometrics/fingertemplate.h"
#include "app/security/sealer.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QImage>
#include <QSaveFile>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace idcounter::ctl {

namespace {

const QUuid fileIdentity(u"{6f1d3c1a-5a0e-7b5c-9c0d-1d0c0a7e1f00}"_s);

SealedPlace templatePlace()
{
    return {.table = "file", .column = "finger_template", .row = fileIdentity, .version = 1};
}

Result<FingerFeatures> featuresIn(const QString &path)
{
    const QImage image(path);
    if (image.isNull())
        return Error{Error::Code::ImageUnreadable, path};
    return extract(image);
}

// A key file holds 32 bytes. Where it does not exist it is made, if it is to be. Errors: RecordUnreadable.
Result<Sealer> sealerOf(const QString &path, bool make = false)
{
    QFile file(path);
    if (make && !file.exists()) {
        const SecretBytes key = SecretBytes::random(Sealer::keySize);
        if (!file.open(QIODevice::WriteOnly) || !file.setPermissions(QFile::ReadOwner | QFile::WriteOwner))
            return Error{Error::Code::RecordUnreadable, path};
        const bool written
            = file.write(reinterpret_cast<const char *>(key.data()), qint64(key.size())) == qint64(key.size());
        file.close();
        if (!written || file.error() != QFile::NoError) {
            file.remove();
            return Error{Error::Code::RecordUnreadable, path};
        }
    }
    if (!file.open(QIODevice::ReadOnly))
        return Error{Error::Code::RecordUnreadable, path};
    const QByteArray bytes = file.readAll();
    if (bytes.size() != qsizetype(Sealer::keySize))
        return Error{Error::Code::RecordUnreadable, path};
    return Sealer(SecretBytes::copyOf({reinterpret_cast<const unsigned char *>(bytes.constData()), Sealer::keySize}),
                  1);
}

Result<FingerTemplate> templateIn(const QString &path, const Arguments &arguments)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return Error{Error::Code::RecordUnreadable, path};
    QByteArray bytes = file.readAll();
    if (!arguments.has(u"plain"_s)) {
        const auto sealer = sealerOf(arguments.value(u"key"_s));
        if (!sealer)
            return sealer.error();
        const auto opened = sealer->open(bytes, templatePlace());
        if (!opened)
            return Error{Error::Code::TemplateDamaged, path};
        bytes = *opened;
    }
    return FingerTemplate::fromBytes(bytes);
}

// Sealed with a key file, or plain by an explicit word.
bool saysHowItIsKept(const Arguments &arguments)
{
    return arguments.has(u"plain"_s) != arguments.has(u"key"_s);
}

// A template in the clear, where the station's data or the files that were named belong to a real station.
bool laysBareARealStation(const Arguments &arguments)
{
    if (!arguments.has(u"plain"_s))
        return false;
    QStringList paths = arguments.rest;
    paths << arguments.value(u"out"_s);
    return isOfRealStation(folderOf(arguments)) || std::any_of(paths.begin(), paths.end(), [](const QString &path) {
               return isOfRealStation(QFileInfo(path).absolutePath());
           });
}

QJsonObject compared(const QString &file, double value)
{
    return {{u"file"_s, file},
            {u"score"_s, value},
            {u"threshold"_s, matchThreshold},
            {u"match"_s, value >= matchThreshold}};
}

} // namespace

int fingerEnrol(const Context &context, const QStringList &words)
{
    const auto arguments
        = Arguments::parse(words, {u"out"_s, u"key"_s, u"dir"_s}, {u"plain"_s}, int(FingerTemplate::maxPresses));
    if (!arguments)
        return Output::fail(arguments.error());
    if (arguments->rest.isEmpty() || !arguments->has(u"out"_s) || !saysHowItIsKept(*arguments))
        return Output::fail(u"finger enrol FILE… --out T (--key FILE | --plain)"_s);
    if (laysBareARealStation(*arguments))
        return Output::fail(u"--plain is not for the data of a real station"_s);
    QList<FingerFeatures> presses;
    for (const QString &path : arguments->rest) {
        const auto press = featuresIn(path);
        if (!press)
            return Output::fail(press.error());
        if (!agrees(*press, presses))
            return Output::fail(Error{Error::Code::FingerDisagrees, path});
        presses << *press;
    }
    QByteArray bytes = FingerTemplate(presses).toBytes();
    if (arguments->has(u"key"_s)) {
        const auto sealer = sealerOf(arguments->value(u"key"_s), true);
        if (!sealer)
            return Output::fail(sealer.error());
        bytes = sealer->seal(bytes, templatePlace());
    }
    QSaveFile file(arguments->value(u"out"_s));
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size() || !file.commit())
        return Output::fail(u"%1 cannot be written"_s.arg(arguments->value(u"out"_s)));
    context.output.print(QJsonObject{{u"presses"_s, int(presses.size())}, {u"out"_s, arguments->value(u"out"_s)}});
    return Done;
}

int fingerVerify(const Context &context, const QStringList &words)
{
    const auto arguments = Arguments::parse(words, {u"key"_s, u"dir"_s}, {u"plain"_s}, anyNumber);
    if (!arguments)
        return Output::fail(arguments.error());
    if (arguments->rest.size() < 2 || !saysHowItIsKept(*arguments))
        return Output::fail(u"finger verify T FILE… (--key FILE | --plain)"_s);
    const auto finger = templateIn(arguments->rest.first(), *arguments);
    if (!finger)
        return Output::fail(finger.error());
    QJsonArray answers;
    for (const QString &path : arguments->rest.sliced(1)) {
        const auto press = featuresIn(path);
        if (!press)
            return Output::fail(press.error());
        answers.append(compared(path, score(*press, *finger)));
    }
    context.output.print(answers);
    return Done;
}

int fingerMatch(const Context &context, const QStringList &words)
{
    const auto arguments = Arguments::parse(words, {}, {}, anyNumber);
    if (!arguments)
        return Output::fail(arguments.error());
    if (arguments->rest.size() != 2)
        return Output::fail(u"finger match A B"_s);
    const auto a = featuresIn(arguments->rest.first());
    if (!a)
        return Output::fail(a.error());
    const auto b = featuresIn(arguments->rest.last());
    if (!b)
        return Output::fail(b.error());
    QJsonObject answer = compared({}, score(*a, *b));
    answer.remove(u"file"_s);
    context.output.print(answer);
    return Done;
}

int fingerIdentify(const Context &context, const QStringList &words)
{
    const auto arguments = Arguments::parse(words, {u"key"_s, u"dir"_s}, {u"plain"_s}, anyNumber);
    if (!arguments)
        return Output::fail(arguments.error());
    if (arguments->rest.size() != 2 || !saysHowItIsKept(*arguments))
        return Output::fail(u"finger identify DIR FILE (--key FILE | --plain)"_s);
    const QDir folder(arguments->rest.first());
    const auto press = featuresIn(arguments->rest.last());
    if (!folder.exists())
        return Output::fail(Error{Error::Code::RecordMissing, folder.path()});
    if (!press)
        return Output::fail(press.error());
    QString bestFile;
    double best = 0;
    const QStringList names = folder.entryList(QDir::Files, QDir::Name);
    for (const QString &file : names) {
        const auto finger = templateIn(folder.filePath(file), *arguments);
        if (!finger)
            return Output::fail(finger.error());
        const double value = score(*press, *finger);
        if (value > best) {
            best = value;
            bestFile = file;
        }
    }
    const bool known = best >= matchThreshold;
    context.output.print(QJsonObject{{u"file"_s, known ? QJsonValue(bestFile) : QJsonValue()},
                                     {u"score"_s, known ? QJsonValue(best) : QJsonValue()}});
    return Done;
}

int fingerQuality(const Context &context, const QStringList &words)
{
    const auto arguments = Arguments::parse(words, {}, {}, anyNumber);
    if (!arguments)
        return Output::fail(arguments.error());
    if (arguments->rest.isEmpty())
        return Output::fail(u"finger quality FILE…: no file given"_s);
    QJsonArray answers;
    for (const QString &path : arguments->rest) {
        const QImage image(path);
        if (image.isNull())
            return Output::fail(Error{Error::Code::ImageUnreadable, path});
        const FingerQuality quality = assess(image);
        QJsonArray reasons;
        for (const Error::Code reason : quality.reasons)
            reasons.append(name(reason));
        answers.append(QJsonObject{{u"file"_s, path}, {u"score"_s, quality.score}, {u"reasons"_s, reasons}});
    }
    context.output.print(answers);
    return Done;
}

} // namespace idcounter::ctl
