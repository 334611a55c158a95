#pragma once

#include "app/imaging/photocheck.h"

#include "sources.h"

#include <QSet>

namespace idcounter::test {

inline QSet<QString> failed(const QList<PhotoCheck> &checks)
{
    QSet<QString> rules;
    for (const PhotoCheck &check : checks) {
        if (check.verdict == PhotoVerdict::Warn || check.verdict == PhotoVerdict::Block)
            rules.insert(check.rule.rule);
    }
    return rules;
}

// The checks of a picture, with the models and the limits of the program.
struct Checker
{
    std::unique_ptr<FaceFinder> finder = faceFinder();
    PhotoRules rules = photoRules();

    QList<PhotoCheck> frameChecks(const QImage &frame, CheckDepth depth = CheckDepth::Full)
    {
        const auto faces = finder->find(frame);
        if (!faces)
            qFatal("%s", qPrintable(faces.error().detail));
        const auto checks = checkFrame(*finder, rules, frame, *faces, depth);
        if (!checks)
            qFatal("%s", qPrintable(checks.error().detail));
        return *checks;
    }

    QList<PhotoCheck> fileChecks(const QByteArray &bytes)
    {
        const auto photo = readPhotoFile(bytes);
        if (!photo)
            qFatal("%s", qPrintable(photo.error().detail));
        const auto checks = checkFile(*finder, rules, *photo);
        if (!checks)
            qFatal("%s", qPrintable(checks.error().detail));
        return *checks;
    }
};

} // namespace idcounter::test
