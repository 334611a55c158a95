#include "tests/support/ridges.h"

#include <QMap>
#include <QRandomGenerator>

#include <algorithm>
#include <cmath>
#include <numbers>
#include <tuple>
#include <vector>

namespace idcounter {

namespace {

constexpr double ridgeDistance = 9; // pixels at 500 dpi

// The phase of a wave that curves round a centre, with a dislocation (a minutia) at each of the given places: going round
// one of them the phase grows by a whole turn, so that there a ridge begins.
struct Place
{
    double x;
    double y;
    double turn; // 1 or -1
};

QImage draw(int width, int height, quint32 seed)
{
    QRandomGenerator random(seed);
    std::vector<Place> places(45);
    for (Place &place : places) {
        place = {.x = width * (0.15 + 0.7 * random.generateDouble()),
                 .y = height * (0.15 + 0.7 * random.generateDouble()),
                 .turn = random.bounded(2) == 0 ? 1.0 : -1.0};
    }
    QImage image(width, height, QImage::Format_Grayscale8);
    for (int y = 0; y < height; ++y) {
        uchar *line = image.scanLine(y);
        for (int x = 0; x < width; ++x) {
            const double dx = (x - width / 2.0) / 1.2;
            const double dy = y - height * 0.6;
            double phase = 2 * std::numbers::pi * std::hypot(dx, dy) / ridgeDistance;
            for (const Place &place : places)
                phase += place.turn * std::atan2(y - place.y, x - place.x);
            // Fades into white towards the edge, as a fingertip does.
            const double edge = std::hypot(2.0 * x / width - 1, 2.0 * y / height - 1);
            const double ink = std::clamp((0.95 - edge) * 8, 0.0, 1.0) * (0.5 + 0.5 * std::cos(phase));
            line[x] = static_cast<uchar>(std::lround(245 - 210 * ink));
        }
    }
    return image;
}

} // namespace

QImage drawnRidges(int width, int height, quint32 seed)
{
    static QMap<std::tuple<int, int, quint32>, QImage> drawn;
    QImage &image = drawn[{width, height, seed}];
    if (image.isNull())
        image = draw(width, height, seed);
    return image;
}

} // namespace idcounter
