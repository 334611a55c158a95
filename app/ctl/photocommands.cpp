#include "app/ctl/commands.h"

#include "app/domain/enumnames.h"
#include "app/imaging/photocheck.h"
#include "app/imaging/photofile.h"
#include "app/imaging/photomaker.h"
#include "app/texts/phototexts.h"

#include <QSaveFile>

using namespace Qt::StringLiterals;

namespace idcounter::ctl {

namespace {

constexpr EnumNames verdicts{
    std::pair{PhotoVerdict::Pass, "pass"},   std::pair{PhotoVerdict::Warn, "warn"},
    std::pair{PhotoVerdict::Block, "block"}, std::pair{PhotoVerdict::Info, "info"},
    std::pair{PhotoVerdict::Look, "look"},   std::pair{PhotoVerdict::Unchecked, "unchecked"},
};

QJsonValue number(std::optional<double> value)
{
    return value ? QJsonValue(*value) : QJsonValue();
}

QJsonObject answer(const QString &path, const QList<PhotoCheck> &checks)
{
    QJsonArray list;
    for (const PhotoCheck &check : checks) {
        list.append(QJsonObject{{u"rule"_s, check.rule.rule},
                                {u"value"_s, number(check.value)},
                                {u"min"_s, number(check.rule.min)},
                                {u"max"_s, number(check.rule.max)},
                                {u"verdict"_s, verdicts.name(check.verdict)},
                                {u"sentence"_s, texts::describe(check)}});
    }
    return {{u"file"_s, path}, {u"compliant"_s, isCompliant(checks)}, {u"checks"_s, list}};
}

Result<QList<PhotoCheck>> checksOf(const QString &path, bool frame, FaceFinder &finder, const PhotoRules &rules)
{
    const auto photo = loadPhotoFile(path);
    if (!photo)
        return photo.error();
    if (!frame)
        return checkFile(finder, rules, *photo);
    const auto faces = finder.find(photo->image);
    if (!faces)
        return faces.error();
    return checkFrame(finder, rules, photo->image, *faces, CheckDepth::Full);
}

} // namespace

int photoCheck(const Context &context, const QStringList &words)
{
    const auto arguments = Arguments::parse(words, {}, {u"frame"_s}, anyNumber);
    if (!arguments)
        return Output::fail(arguments.error());
    if (arguments->rest.isEmpty())
        return Output::fail(u"photo check [--frame] FILE…: no file given"_s);
    const auto rules = context.rules.photoRules();
    if (!rules)
        return Output::fail(rules.error());
    const auto finder = FaceFinder::load(context.models);
    if (!finder)
        return Output::fail(finder.error());
    QJsonArray answers;
    for (const QString &path : arguments->rest) {
        const auto checks = checksOf(path, arguments->has(u"frame"_s), **finder, **rules);
        if (!checks)
            return Output::fail(checks.error());
        answers.append(answer(path, *checks));
    }
    context.output.print(answers);
    return Done;
}

int photoMake(const Context &context, const QStringList &words)
{
    const auto arguments = Arguments::parse(words, {}, {}, 2);
    if (!arguments)
        return Output::fail(arguments.error());
    if (arguments->rest.size() != 2)
        return Output::fail(u"photo make FILE OUT.jpg"_s);
    const auto rules = context.rules.photoRules();
    if (!rules)
        return Output::fail(rules.error());
    const auto finder = FaceFinder::load(context.models);
    if (!finder)
        return Output::fail(finder.error());
    auto maker = PhotoMaker::create(**finder, **rules);
    if (!maker)
        return Output::fail(maker.error());
    const auto picture = loadPhotoFile(arguments->rest.first());
    if (!picture)
        return Output::fail(picture.error());
    PhotoMaker photos = *maker;
    const auto photo = photos.make(picture->image, CropAdjustment{}, Whitening::On);
    if (!photo)
        return Output::fail(photo.error());
    QSaveFile file(arguments->rest.last());
    if (!file.open(QIODevice::WriteOnly) || file.write(photo->jpeg) != photo->jpeg.size() || !file.commit())
        return Output::fail(u"%1 cannot be written"_s.arg(arguments->rest.last()));
    context.output.print(answer(arguments->rest.last(), photo->checks));
    return Done;
}

} // namespace idcounter::ctl
