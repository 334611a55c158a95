#pragma once

#include "app/exchange/feedbackxml.h"
#include "app/exchange/packagefile.h"
#include "app/workflow/partnerkeys.h"

namespace idcounter {

// A feedback file that was opened and found to be for this station.
struct OpenedFeedback
{
    PackageHead head;
    QUuid partner;
    QByteArray hash;
    QList<FeedbackLine> lines;
};

// own: the newest first. Nothing is read that an office signed with keys whose last day is over, or after the day on which
// newer ones took their place. Reads the whole file: for a thread of its own. Errors: PackageUnreadable, PackageSignature,
// PackageForeign, PackageSchema, PartnerExpired.
Result<OpenedFeedback> openFeedback(const QString &path, const QList<OwnKeys> &own, const QList<Partner> &partners,
                                    const Station &station, QDate today);

} // namespace idcounter
