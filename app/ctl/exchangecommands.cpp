#include "app/ctl/commands.h"
#include "app/exchange/practicecentre.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonObject>
#include <QSaveFile>

using namespace Qt::StringLiterals;

namespace idcounter::ctl {

namespace {

bool writeTo(const QString &path, const QByteArray &bytes)
{
    QSaveFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() && file.commit();
}

} // namespace

// The keys of a practice centre, for a practice station to import.
int centreKeys(const Context &context, const QStringList &words)
{
    const auto arguments = Arguments::parse(words, {u"dir"_s, u"out"_s}, {});
    if (!arguments)
        return Output::fail(arguments.error());
    if (!arguments->has(u"dir"_s) || !arguments->has(u"out"_s))
        return Output::fail(u"centre keys --dir DIR --out FILE"_s);
    const auto centre = PracticeCentre::open(arguments->value(u"dir"_s), 0);
    if (!centre)
        return Output::fail(centre.error());
    if (const auto written = centre->writeKeys(arguments->value(u"out"_s), today(context.clock)); !written)
        return Output::fail(written.error());
    context.output.print(
        QJsonObject{{u"out"_s, arguments->value(u"out"_s)}, {u"fingerprint"_s, centre->publicKeys().fingerprint()}});
    return Done;
}

// The practice centre reads packages, and writes what it has to say.
int centreAnswer(const Context &context, const QStringList &words)
{
    const auto arguments = Arguments::parse(
        words, {u"dir"_s, u"station-keys"_s, u"out"_s, u"seed"_s, u"return"_s, u"refuse"_s, u"rules"_s}, {}, anyNumber);
    if (!arguments)
        return Output::fail(arguments.error());
    const auto returned = arguments->share(u"return"_s);
    const auto refused = arguments->share(u"refuse"_s);
    bool isSeed = false;
    const quint64 seed = arguments->value(u"seed"_s).toULongLong(&isSeed);
    if (!arguments->has(u"dir"_s) || !arguments->has(u"station-keys"_s) || !arguments->has(u"out"_s) || !isSeed
        || !returned || !refused || *returned + *refused > 1)
        return Output::fail(u"centre answer [PACKAGE…] --dir DIR --station-keys FILE --out FILE --seed S "
                            "[--return R] [--refuse R] [--rules FILE]"_s);
    auto centre = PracticeCentre::open(arguments->value(u"dir"_s), seed);
    if (!centre)
        return Output::fail(centre.error());
    const CentreRates rates{.returned = *returned, .refused = *refused};
    PracticeCentre office = *std::move(centre);
    if (arguments->has(u"rules"_s)) {
        QFile file(arguments->value(u"rules"_s));
        const auto rules = file.open(QIODevice::ReadOnly)
            ? CentreRule::read(file.readAll(), QFileInfo(file).fileName())
            : Result<QList<CentreRule>>(Error{Error::Code::TableMissing, QFileInfo(file).fileName()});
        if (!rules)
            return Output::fail(rules.error());
        office.setRules(*rules);
    }
    int cases = 0;
    for (const QString &package : arguments->rest) {
        const auto taken = office.take(package, arguments->value(u"station-keys"_s), rates);
        if (!taken)
            return Output::fail(taken.error());
        cases += *taken;
    }
    const auto answer
        = office.answer(arguments->value(u"out"_s), arguments->value(u"station-keys"_s), today(context.clock));
    if (!answer)
        return Output::fail(answer.error());
    context.output.print(QJsonObject{{u"cases"_s, cases},
                                     {u"lines"_s, answer->lines},
                                     {u"out"_s, answer->lines > 0 ? answer->path : QString()},
                                     {u"delivery"_s, QJsonArray::fromStringList(office.delivery())}});
    return Done;
}

// What a package for the practice centre holds, as files.
int packageOpen(const Context &context, const QStringList &words)
{
    const auto arguments = Arguments::parse(words, {u"centre"_s, u"sender-keys"_s, u"out"_s}, {}, 1);
    if (!arguments)
        return Output::fail(arguments.error());
    if (arguments->rest.size() != 1 || !arguments->has(u"centre"_s) || !arguments->has(u"sender-keys"_s)
        || !arguments->has(u"out"_s))
        return Output::fail(u"package open PACKAGE --centre DIR --sender-keys FILE --out DIR"_s);
    const auto centre = PracticeCentre::open(arguments->value(u"centre"_s), 0);
    if (!centre)
        return Output::fail(centre.error());
    const QDir out(arguments->value(u"out"_s));
    if (!out.mkpath(u"."_s))
        return Output::fail(u"%1 cannot be made"_s.arg(out.path()));
    QJsonArray files;
    const auto head = centre->open(arguments->rest.first(), arguments->value(u"sender-keys"_s),
                                   [&](const QString &name, const QByteArray &bytes) -> Result<void> {
                                       files.append(name);
                                       return writeTo(out.filePath(QFileInfo(name).fileName()), bytes)
                                           ? Result<void>()
                                           : Error{Error::Code::PackageNotWritten, {}};
                                   });
    if (!head)
        return Output::fail(head.error());
    context.output.print(QJsonObject{{u"number"_s, head->number},
                                     {u"sender"_s, head->sender},
                                     {u"practice"_s, head->practice},
                                     {u"files"_s, files}});
    return Done;
}

int packageSchema(const Context &context, const QStringList &words)
{
    const auto arguments = Arguments::parse(words, {u"out"_s}, {});
    if (!arguments)
        return Output::fail(arguments.error());
    const QDir out(arguments->value(u"out"_s));
    if (!arguments->has(u"out"_s) || !out.mkpath(u"."_s))
        return Output::fail(u"package schema --out DIR"_s);
    QJsonArray files;
    for (const QString &name : {u"application.xsd"_s, u"feedback.xsd"_s}) {
        QFile schema(u":/exchange/"_s + name);
        if (!schema.open(QIODevice::ReadOnly) || !writeTo(out.filePath(name), schema.readAll()))
            return Output::fail(u"%1 cannot be written"_s.arg(name));
        files.append(out.filePath(name));
    }
    context.output.print(QJsonObject{{u"files"_s, files}});
    return Done;
}

} // namespace idcounter::ctl
