#pragma once

#include "app/biometrics/fingertemplate.h"
#include "app/domain/draft.h"
#include "app/storage/store.h"
#include "app/workflow/stationsettings.h"

#include <QMap>

namespace idcounter {

// Images and templates as they are stored: of the case, and of the citizen's earlier ones.
struct StoredPrints
{
    StationSettings settings;
    QMap<QString, QList<QByteArray>> images; // by finger
    QStringList damaged; // fingers of which an image is
    QList<std::pair<QString, QByteArray>> earlier; // finger, template
};

// In the database thread. Errors: those of the repositories, but for single images that are damaged or gone.
Result<StoredPrints> readPrints(Repositories &repositories, const Draft &draft);

// The same, as they compare.
struct KnownPrints
{
    QMap<QString, QList<FingerFeatures>> taken; // by finger
    QMultiMap<QString, FingerTemplate> before; // by finger, of earlier cases
};

// 30 ms an image: for a thread.
KnownPrints known(const StoredPrints &prints);

bool matchesAny(const FingerFeatures &press, const QList<FingerTemplate> &fingers);

// Whether earlier cases know this press as another finger, and not as the one it is taken for.
bool isSwapped(const FingerFeatures &press, const QMultiMap<QString, FingerTemplate> &before, const QString &finger);

} // namespace idcounter
