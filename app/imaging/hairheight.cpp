#include "app/imaging/hairheight.h"

#include <algorithm>
#include <vector>

namespace idcounter {

namespace {

// The head in a square for the mask: face widths beside and above the eyes. The highest hair-dos reach 1.4.
constexpr int maskSide = 256;
constexpr double faceWidthsInMask = 3.2;

constexpr int person = 128; // of 255
// A few hairs that stand up are no hair line: it begins where this share of the columns is covered.
constexpr double coveredShare = 0.06;
constexpr double searchedWidth = 0.9; // of the face, around its axis

} // namespace

std::optional<double> hairTop(const QImage &mask, double firstColumn, double lastColumn)
{
    const int first = std::clamp(static_cast<int>(firstColumn), 0, mask.width() - 1);
    const int last = std::clamp(static_cast<int>(lastColumn), first, mask.width() - 1);
    std::vector<double> tops; // of every column, where the mask passes one half
    for (int x = first; x <= last; ++x) {
        int above = 0;
        for (int y = 0; y < mask.height(); ++y) {
            const int value = mask.constScanLine(y)[x];
            if (value >= person) {
                const double part = y == 0 ? 0 : double(person - above) / std::max(1, value - above);
                tops.push_back(y == 0 ? 0 : y - 0.5 + part);
                break;
            }
            above = value;
        }
    }
    const auto needed = std::max<std::size_t>(1, static_cast<std::size_t>(coveredShare * (last - first + 1)));
    if (tops.size() < needed)
        return {};
    std::nth_element(tops.begin(), tops.begin() + static_cast<std::ptrdiff_t>(needed - 1), tops.end());
    return tops[needed - 1];
}

Result<std::optional<double>> hairHeight(FaceFinder &finder, const QImage &picture, const Face &face)
{
    if (!finder.measures())
        return std::optional<double>();
    const double scale = maskSide / (faceWidthsInMask * face.widthOrGuess());
    const QPointF eyes = face.pupilMiddle();
    const QPointF middle(maskSide / 2.0, maskSide / 2.0);
    const QTransform toMask = QTransform::fromTranslate(-eyes.x(), -eyes.y()) * QTransform().rotate(-face.roll())
        * QTransform::fromScale(scale, scale) * QTransform::fromTranslate(middle.x(), middle.y());
    const auto mask = finder.personMask(picture, toMask, {maskSide, maskSide});
    if (!mask)
        return mask.error();
    const double reach = searchedWidth / 2 * face.widthOrGuess() * scale;
    const auto top = hairTop(*mask, middle.x() - reach, middle.x() + reach);
    if (!top || *top < 1)
        return std::optional<double>();
    // Hair that the edge of the picture cuts off has no top.
    const QPointF place = toMask.inverted().map(QPointF(middle.x(), *top));
    if (!QRectF(picture.rect()).adjusted(0, 1, 0, 0).contains(place))
        return std::optional<double>();
    return std::optional((middle.y() - *top) / scale);
}

} // namespace idcounter
