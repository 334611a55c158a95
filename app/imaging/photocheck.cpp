#include "app/imaging/photocheck.h"

namespace idcounter {

namespace {

QList<PhotoCheck> unmeasured(const PhotoRules &rules, PhotoSubject subject)
{
    QList<PhotoCheck> checks;
    for (const PhotoRule &rule : rules.rulesFor(subject))
        checks.append({rule, {}, judge(rule, {})});
    return checks;
}

} // namespace

Result<QList<PhotoCheck>> checkFrame(FaceFinder &, const PhotoRules &rules, const QImage &, const QList<Face> &,
                                     CheckDepth)
{
    return unmeasured(rules, PhotoSubject::Frame);
}

Result<QList<PhotoCheck>> checkFile(FaceFinder &, const PhotoRules &rules, const PhotoFile &)
{
    return unmeasured(rules, PhotoSubject::File);
}

} // namespace idcounter
