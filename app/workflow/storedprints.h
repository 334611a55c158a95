#pragma once

#include "app/biometrics/fingertemplate.h"
#include "app/domain/draft.h"
#include "app/storage/store.h"
#include "app/workflow/stationsettings.h"

#include <QMap>

namespace idcounter {

// Enrolled fingers, as they compare.
struct EnrolledPrints
{
    QMultiMap<QString, FingerTemplate> fingers; // by position code
    bool isDamaged = false; // a template is, and was left out
};

// A template that was cut or altered where it is stored is never taken apart: it is left out and marked by an audit entry, once. In
// the database thread, inside a transaction. Errors: those of the repositories, but for single templates that are damaged or
// gone.
Result<EnrolledPrints> readEnrolled(Repositories &repositories, const QList<EnrolledFinger> &fingers,
                                    const Stamp &stamp);

// What is stored of the case, and of the citizen's earlier ones.
struct StoredPrints
{
    StationSettings settings;
    QMap<QString, QList<QByteArray>> images; // by finger
    QStringList damaged; // fingers of which an image is
    EnrolledPrints before; // of earlier cases
};

// In the database thread, inside a transaction. Errors: those of the repositories, but for single images and templates that
// are damaged or gone.
Result<StoredPrints> readPrints(Repositories &repositories, const Draft &draft, const Stamp &stamp);

// The case's presses as they compare, by finger. 30 ms an image: for a thread.
QMap<QString, QList<FingerFeatures>> featuresOf(const QMap<QString, QList<QByteArray>> &images);

bool matchesAny(const FingerFeatures &press, const QList<FingerTemplate> &fingers);

// Whether earlier cases know this press as another finger, and not as the one it is taken for.
bool isSwapped(const FingerFeatures &press, const QMultiMap<QString, FingerTemplate> &before, const QString &finger);

} // namespace idcounter
