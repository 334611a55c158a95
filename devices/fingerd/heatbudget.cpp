#include "devices/fingerd/heatbudget.h"

#include <algorithm>
#include <cmath>

namespace idcounter {

namespace {

// The limits of libfprint, less a little, so that its clock is never ahead of this one: 0.731 and 0.5.
constexpr double hotFrom = 0.728;
constexpr double coolBelow = 0.496;
constexpr double whenRefused = 0.731;
constexpr double heatingSeconds = 180;
constexpr double coolingSeconds = 540;

std::chrono::milliseconds milliseconds(double seconds)
{
    return std::chrono::milliseconds(static_cast<qint64>(std::ceil(seconds * 1000)));
}

} // namespace

void HeatBudget::arm(const QDateTime &now)
{
    update(now);
    m_armed = true;
}

void HeatBudget::disarm(const QDateTime &now)
{
    update(now);
    m_armed = false;
}

void HeatBudget::refused(const QDateTime &now)
{
    disarm(now);
    m_heat = std::max(m_heat, whenRefused);
    m_hot = true;
}

bool HeatBudget::isHot(const QDateTime &now)
{
    update(now);
    return m_hot;
}

QDateTime HeatBudget::coolAt() const
{
    const double seconds = std::max(0.0, coolingSeconds * std::log(m_heat / coolBelow));
    return m_since.addMSecs(milliseconds(seconds).count());
}

std::chrono::milliseconds HeatBudget::armedTimeLeft(const QDateTime &now)
{
    update(now);
    if (m_hot)
        return {};
    return milliseconds(heatingSeconds * std::log((1 - m_heat) / (1 - hotFrom)));
}

// A clock that was set back neither heats nor cools.
void HeatBudget::update(const QDateTime &now)
{
    const double seconds = std::max(0.0, static_cast<double>(m_since.msecsTo(now)) / 1000);
    m_since = now;
    if (m_armed)
        // libfprint ends an armed scanner there: a night in which the machine slept heats it no further.
        m_heat = std::min(whenRefused, 1 - (1 - m_heat) * std::exp(-seconds / heatingSeconds));
    else
        m_heat *= std::exp(-seconds / coolingSeconds);
    if (m_heat >= hotFrom)
        m_hot = true;
    else if (m_heat <= coolBelow)
        m_hot = false;
}

} // namespace idcounter
