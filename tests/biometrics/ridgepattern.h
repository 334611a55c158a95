#pragma once

#include <QImage>
#include <QLineF>
#include <QList>
#include <QPointF>
#include <QRandomGenerator>
#include <QtMath>

#include <algorithm>
#include <cmath>
#include <random>

namespace idcounter {

// A minutia to be drawn: where the ridges' phase winds once around a point, a ridge ends or forks.
struct PlantedMinutia
{
    QPointF position; // pixels, in the pattern's own axes
    int winding; // 1 or -1: to which side the additional ridge lies
};

// Ridges as the sum of circles around a far centre and of planted minutiae (Larkin, Fletcher, Optics Express 15, 2007),
// inside an ellipse. Only for the tests of this room: nothing about it looks like a finger but the ridges.
struct RidgePattern
{
    QSize size{320, 380};
    QPointF centre{150, 480}; // of the circles
    double period = 9; // pixels
    QPointF middle{160, 190}; // of the ellipse
    QSizeF radii{130, 165}; // of the ellipse
    QList<PlantedMinutia> minutiae;
    double turn = 0; // of the whole, radians clockwise about the middle
    QPointF shift; // of the whole, pixels
    double noise = 0; // grey levels, deviation
    double darkness = 0; // -1..1: thinner to thicker ridges
    int light = 230; // grey levels of valley and of ridge
    int dark = 40;

    // Where a point of the pattern is on the image.
    QPointF onImage(QPointF point) const
    {
        const QPointF from = point - middle;
        return middle + shift
            + QPointF(std::cos(turn) * from.x() - std::sin(turn) * from.y(),
                      std::sin(turn) * from.x() + std::cos(turn) * from.y());
    }

    // Whether a point of the image is well inside the finger: ridges that its edge cuts off end there, too.
    bool isInside(QPointF pixel) const
    {
        constexpr double edge = 24;
        const QPointF out = onPattern(pixel) - middle;
        return std::hypot(out.x() / (radii.width() - edge), out.y() / (radii.height() - edge)) < 1;
    }

    // The direction a planted minutia has by ISO/IEC 19794-2: along the ridge to the side that has one more.
    double direction(const PlantedMinutia &minutia) const
    {
        const QPointF from = (minutia.position - centre) * minutia.winding;
        return std::atan2(from.x(), from.y()) - turn;
    }

    QImage drawn(unsigned seed = 1) const
    {
        QRandomGenerator generator(seed);
        std::normal_distribution<double> normal(0, 1);
        QImage image(size, QImage::Format_Grayscale8);
        for (int y = 0; y < size.height(); ++y) {
            uchar *line = image.scanLine(y);
            for (int x = 0; x < size.width(); ++x) {
                const double level = greyAt({static_cast<double>(x), static_cast<double>(y)})
                    + (noise > 0 ? noise * normal(generator) : 0);
                line[x] = static_cast<uchar>(std::clamp(level, 0.0, 255.0));
            }
        }
        return image;
    }

private:
    QPointF onPattern(QPointF pixel) const
    {
        const QPointF from = pixel - middle - shift;
        return middle
            + QPointF(std::cos(turn) * from.x() + std::sin(turn) * from.y(),
                      -std::sin(turn) * from.x() + std::cos(turn) * from.y());
    }

    double greyAt(QPointF pixel) const
    {
        const QPointF point = onPattern(pixel);
        const QPointF out = point - middle;
        if (std::hypot(out.x() / radii.width(), out.y() / radii.height()) > 1)
            return light;
        double phase = 2 * M_PI * QLineF(centre, point).length() / period;
        for (const PlantedMinutia &minutia : minutiae) {
            const QPointF around = point - minutia.position;
            phase += minutia.winding * std::atan2(around.y(), around.x());
        }
        const double ridge = std::clamp(0.5 + 0.8 * std::cos(phase) + darkness, 0.0, 1.0);
        return light + (dark - light) * ridge;
    }
};

// A pattern with so many minutiae, no two nearer than 30 pixels; the same seed plants the same ones.
inline RidgePattern plantedPattern(unsigned seed, int count)
{
    RidgePattern pattern;
    QRandomGenerator generator(seed);
    const auto random
        = [&generator](double from, double to) { return from + (to - from) * generator.generateDouble(); };
    for (int tries = 0; pattern.minutiae.size() < count && tries < 10000; ++tries) {
        const double angle = random(0, 2 * M_PI);
        const double distance = std::sqrt(random(0, 1)) * 0.8;
        const QPointF at = pattern.middle
            + QPointF(std::cos(angle) * pattern.radii.width(), std::sin(angle) * pattern.radii.height()) * distance;
        const bool free
            = std::none_of(pattern.minutiae.begin(), pattern.minutiae.end(),
                           [&at](const PlantedMinutia &other) { return QLineF(at, other.position).length() < 30; });
        if (free)
            pattern.minutiae.append({at, generator.bounded(2) == 0 ? 1 : -1});
    }
    return pattern;
}

// Grey noise of the given deviation around a mean; the same seed gives the same pixels.
inline QImage noiseImage(QSize size, double mean, double deviation, unsigned seed)
{
    QRandomGenerator generator(seed);
    std::normal_distribution<double> normal(mean, deviation);
    QImage image(size, QImage::Format_Grayscale8);
    for (int y = 0; y < size.height(); ++y) {
        for (int x = 0; x < size.width(); ++x)
            image.scanLine(y)[x] = static_cast<uchar>(std::clamp(normal(generator), 0.0, 255.0));
    }
    return image;
}

} // namespace idcounter
