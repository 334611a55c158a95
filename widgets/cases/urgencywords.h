#pragma once

#include "app/domain/deadlines.h"
#include "widgets/common/theme.h"

#include <QCoreApplication>

// How near a case is to its limits, told by a sign and a word as well as by a colour.
namespace idcounter {

inline QString urgencySign(Urgency urgency)
{
    switch (urgency) {
    case Urgency::Green:
        return QStringLiteral("✓");
    case Urgency::Amber:
        return QStringLiteral("▲");
    case Urgency::Red:
        return QStringLiteral("■");
    case Urgency::Black:
        return QStringLiteral("◆");
    }
    Q_UNREACHABLE();
}

inline QString urgencyWord(Urgency urgency)
{
    switch (urgency) {
    case Urgency::Green:
        return QCoreApplication::translate("Urgency", "in time");
    case Urgency::Amber:
        return QCoreApplication::translate("Urgency", "nearly due");
    case Urgency::Red:
        return QCoreApplication::translate("Urgency", "promise passed");
    case Urgency::Black:
        return QCoreApplication::translate("Urgency", "law's time over");
    }
    Q_UNREACHABLE();
}

inline QColor urgencyColour(Urgency urgency)
{
    switch (urgency) {
    case Urgency::Green:
        return themeColours().ok;
    case Urgency::Amber:
        return themeColours().warn;
    case Urgency::Red:
        return themeColours().danger;
    case Urgency::Black:
        return themeColours().text;
    }
    Q_UNREACHABLE();
}

} // namespace idcounter
