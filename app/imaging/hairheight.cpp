#include "app/imaging/hairheight.h"

#include <QPolygonF>

#include <algorithm>
#include <cmath>
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

// The width of the person in a row, around the axis; 0 where nobody is near it.
int widthIn(const uchar *row, int axis, int first, int last, double nearAxis)
{
    int start = -1;
    for (int off = 0; off < nearAxis && start < 0; ++off) {
        for (const int x : {axis - off, axis + off}) {
            if (start < 0 && x >= first && x <= last && row[x] > person)
                start = x;
        }
    }
    if (start < 0)
        return 0;
    int left = start;
    int right = start;
    while (left > first && row[left - 1] > person)
        --left;
    while (right < last && row[right + 1] > person)
        ++right;
    return right - left + 1;
}

// The middle of the brows; of the eyes where there is no mesh.
QPointF browsIn(const Face &face, const QTransform &toMask)
{
    const QPointF middle = toMask.map(face.pupilMiddle());
    if (!face.measured)
        return middle;
    const QPointF brows = toMask.map((face.points[facepoint::leftBrow] + face.points[facepoint::rightBrow]) / 2);
    return {middle.x(), brows.y()};
}

// Rows and columns that lie within the picture count.
void measureWidths(HeadOutline &outline, const QImage &mask, const QRectF &inside, const QPointF &brows,
                   double faceWidth)
{
    constexpr double nearAxis = 0.2; // face widths
    constexpr double leastWidth = 0.1;
    constexpr double aboveBrows = 0.02;
    constexpr double brimToCrown = 0.3;
    constexpr double leastCrown = 0.04;
    const int first = std::clamp(int(std::ceil(inside.left())), 0, mask.width() - 1);
    const int last = std::clamp(int(inside.right()) - 1, first, mask.width() - 1);
    const int end = std::clamp(int(brows.y() - aboveBrows * faceWidth), 0, mask.height());
    std::vector<int> widths(std::size_t(end), 0);
    int top = end;
    int widest = -1;
    for (int y = std::max(0, int(std::ceil(inside.top()))); y < end; ++y) {
        widths[std::size_t(y)] = widthIn(mask.constScanLine(y), int(brows.x()), first, last, nearAxis * faceWidth);
        if (widths[std::size_t(y)] > leastWidth * faceWidth && y < top)
            top = y;
        if (y >= top && (widest < 0 || widths[std::size_t(y)] > widths[std::size_t(widest)]))
            widest = y;
    }
    if (widest < 0)
        return;
    outline.widest = widths[std::size_t(widest)] / faceWidth;
    const int crown = widest - int(brimToCrown * faceWidth);
    if (crown >= top + leastCrown * faceWidth)
        outline.brim = double(widths[std::size_t(widest)]) / widths[std::size_t(crown)];
}

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

HeadOutline outlineOf(const QImage &mask, const Face &face)
{
    HeadOutline outline;
    measureWidths(outline, mask, QRectF(mask.rect()), browsIn(face, {}), face.widthOrGuess());
    return outline;
}

Result<std::optional<HeadOutline>> headOutline(FaceFinder &finder, const QImage &picture, const Face &face)
{
    if (!finder.measures())
        return std::optional<HeadOutline>();
    const double faceWidth = maskSide / faceWidthsInMask;
    const double scale = faceWidth / face.widthOrGuess();
    const QPointF eyes = face.pupilMiddle();
    const QPointF middle(maskSide / 2.0, maskSide / 2.0);
    const QTransform toMask = QTransform::fromTranslate(-eyes.x(), -eyes.y()) * QTransform().rotate(-face.roll())
        * QTransform::fromScale(scale, scale) * QTransform::fromTranslate(middle.x(), middle.y());
    const auto mask = finder.personMask(picture, toMask, {maskSide, maskSide});
    if (!mask)
        return mask.error();
    HeadOutline outline;
    const double reach = searchedWidth / 2 * faceWidth;
    const auto top = hairTop(*mask, middle.x() - reach, middle.x() + reach);
    if (top && *top >= 1) {
        // Hair that the edge of the picture cuts off has no top.
        const QPointF place = toMask.inverted().map(QPointF(middle.x(), *top));
        if (QRectF(picture.rect()).adjusted(0, 1, 0, 0).contains(place))
            outline.hairHeight = (middle.y() - *top) / scale;
    }
    const QPolygonF inside = toMask.map(QPolygonF(QRectF(picture.rect())));
    measureWidths(outline, *mask, inside.boundingRect(), browsIn(face, toMask), faceWidth);
    return std::optional(outline);
}

Result<std::optional<double>> hairHeight(FaceFinder &finder, const QImage &picture, const Face &face)
{
    const auto outline = headOutline(finder, picture, face);
    if (!outline)
        return outline.error();
    return *outline ? (*outline)->hairHeight : std::optional<double>();
}

} // namespace idcounter
