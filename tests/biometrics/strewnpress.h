#pragma once

#include "app/biometrics/minutiae.h"

#include <QtMath>

#include <random>

namespace idcounter::test {

// What is kept of a press, without a picture: minutiae strewn over an oval along ridges that run as in an arch, a loop or a
// whorl. Made in a millisecond, for a crowd; drawn or real presses are for everything else.
class StrewnFinger
{
public:
    explicit StrewnFinger(unsigned seed)
        : m_random(seed)
        , m_middle(190 + number(-20, 20), 190 + number(-20, 20))
        , m_reach(number(110, 160), number(140, 185))
        , m_core(m_middle + QPointF(number(-25, 25), number(-40, 0)))
        , m_delta(m_middle + QPointF(number(-90, 90), number(60, 140)))
        , m_kind(static_cast<int>(number(0, 3)))
    {
        const int wanted = static_cast<int>(number(28, 60));
        for (int tries = 0; tries < 2000 && m_minutiae.size() < wanted; ++tries) {
            const QPointF place(number(0, side), number(0, side));
            if (isOnFinger(place) && isFree(place)) {
                const double along = ridge(place) + (number(0, 1) < 0.5 ? M_PI : 0) + number(-0.1, 0.1);
                m_minutiae.append({place, turned(along), Minutia::Kind::Ending, 0.8});
            }
        }
    }

    FingerFeatures press() const { return FingerFeatures({side, side}, m_minutiae, cells(), {}); }

    // Pressed again: some minutiae are not found, some are new, all moved a little.
    FingerFeatures pressAgain()
    {
        QList<Minutia> minutiae;
        for (Minutia minutia : std::as_const(m_minutiae)) {
            if (number(0, 1) < 0.15)
                continue;
            minutia.position += QPointF(number(-2, 2), number(-2, 2));
            minutia.direction = turned(minutia.direction + number(-0.1, 0.1));
            minutiae.append(minutia);
        }
        return FingerFeatures({side, side}, minutiae, cells(), {});
    }

private:
    static constexpr int side = 384; // pixels

    double number(double from, double to) { return std::uniform_real_distribution<>(from, to)(m_random); }

    static double turned(double angle) { return std::fmod(angle + 8 * M_PI, 2 * M_PI); }

    bool isOnFinger(const QPointF &place) const
    {
        const QPointF off = place - m_middle;
        return qPow(off.x() / m_reach.x(), 2) + qPow(off.y() / m_reach.y(), 2) < 1;
    }

    bool isFree(const QPointF &place) const
    {
        constexpr double apart = 14;
        return std::none_of(m_minutiae.begin(), m_minutiae.end(), [&place](const Minutia &minutia) {
            const QPointF between = minutia.position - place;
            return std::hypot(between.x(), between.y()) < apart;
        });
    }

    // Of the ridge there, radians (Sherlock and Monro's model of cores and deltas).
    double ridge(const QPointF &place) const
    {
        const auto bearing
            = [&place](const QPointF &from) { return std::atan2(-(place.y() - from.y()), place.x() - from.x()); };
        constexpr int arch = 0;
        constexpr int loop = 1;
        if (m_kind == arch)
            return 0.35 * std::sin((place.x() - m_middle.x()) / 60) * std::exp(-qPow((place.y() - m_core.y()) / 80, 2));
        const double one = 0.5 * (bearing(m_core) - bearing(m_delta));
        if (m_kind == loop)
            return one;
        return one
            + 0.5 * (bearing(m_core + QPointF(0, 45)) - bearing(QPointF(2 * m_middle.x() - m_delta.x(), m_delta.y())));
    }

    RidgeCells cells() const
    {
        RidgeCells cells;
        cells.columns = cells.rows = side / RidgeCells::cellSize;
        for (int row = 0; row < cells.rows; ++row) {
            for (int column = 0; column < cells.columns; ++column) {
                const QPointF place((column + 0.5) * RidgeCells::cellSize, (row + 0.5) * RidgeCells::cellSize);
                const auto degrees = static_cast<int>(qRadiansToDegrees(turned(ridge(place))));
                cells.orientations << (isOnFinger(place) ? static_cast<quint8>(degrees % RidgeCells::steps)
                                                         : RidgeCells::noFinger);
            }
        }
        return cells;
    }

    std::mt19937 m_random;
    QPointF m_middle;
    QPointF m_reach;
    QPointF m_core;
    QPointF m_delta;
    int m_kind;
    QList<Minutia> m_minutiae;
};

} // namespace idcounter::test
