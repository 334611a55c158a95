#include "app/imaging/photocrop.h"

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace idcounter {

namespace {

// From the pupils to the top of the hair by the width of the face: median of 66 studio faces.
constexpr double usualHairHeight = 0.85;

// Pixels by which the eyes stay above the lowest line, because the place of the pupils is measured with an error.
constexpr double eyesReserve = 3;

Result<double> limit(const PhotoRules &rules, const QString &rule, std::optional<double> PhotoRule::*side)
{
    const auto found = rules.find(rule, PhotoSubject::File);
    if (!found || !((*found).*side))
        return Error{Error::Code::TableInvalid, u"photo_rules.csv: %1 has no limit"_s.arg(rule)};
    return *((*found).*side);
}

} // namespace

Result<PhotoLayout> PhotoLayout::from(const PhotoRules &rules)
{
    PhotoLayout layout;
    double width = 0;
    double height = 0;
    double dotsPerInch = 0;
    const struct
    {
        QString rule;
        std::optional<double> PhotoRule::*side;
        double &target;
    } limits[] = {
        {u"size_w"_s, &PhotoRule::min, width},
        {u"size_h"_s, &PhotoRule::min, height},
        {u"dpi"_s, &PhotoRule::min, dotsPerInch},
        {u"face_w"_s, &PhotoRule::min, layout.leastFaceWidth},
        {u"face_w"_s, &PhotoRule::max, layout.mostFaceWidth},
        {u"top_gap"_s, &PhotoRule::min, layout.leastTopGap},
        {u"top_gap"_s, &PhotoRule::max, layout.mostTopGap},
        {u"eye_line"_s, &PhotoRule::min, layout.leastEyesToBottom},
    };
    for (const auto &[rule, side, target] : limits) {
        const auto value = limit(rules, rule, side);
        if (!value)
            return value.error();
        target = *value;
    }
    layout.size = QSizeF(width, height).toSize();
    layout.dotsPerInch = qRound(dotsPerInch);
    layout.faceWidth = (layout.leastFaceWidth + layout.mostFaceWidth) / 2;
    return layout;
}

CropGeometry::CropGeometry(QSize size, QTransform toPhoto, QPointF eyes)
    : m_size(size)
    , m_toPhoto(toPhoto)
    , m_eyes(eyes)
{
}

CropGeometry CropGeometry::fit(const PhotoLayout &layout, const Face &face, std::optional<double> hairHeight)
{
    const double scale = layout.faceWidth / face.widthOrGuess();
    const double hair = scale * hairHeight.value_or(usualHairHeight * face.widthOrGuess());
    const double row = std::min((layout.leastTopGap + layout.mostTopGap) / 2 + hair, layout.eyesLine() - eyesReserve);
    const QPointF eyes(layout.size.width() / 2.0, row);
    const QPointF middle = face.pupilMiddle();
    return {layout.size,
            QTransform::fromTranslate(-middle.x(), -middle.y()) * QTransform().rotate(-face.roll())
                * QTransform::fromScale(scale, scale) * QTransform::fromTranslate(eyes.x(), eyes.y()),
            eyes};
}

CropGeometry CropGeometry::adjusted(const CropAdjustment &adjustment) const
{
    const QPointF moved = m_eyes + QPointF(adjustment.dx, adjustment.dy);
    return {m_size,
            m_toPhoto * QTransform::fromTranslate(-m_eyes.x(), -m_eyes.y()) * QTransform().rotate(adjustment.degrees)
                * QTransform::fromScale(adjustment.scale, adjustment.scale)
                * QTransform::fromTranslate(moved.x(), moved.y()),
            moved};
}

QPolygonF CropGeometry::frame() const
{
    const QTransform toPicture = m_toPhoto.inverted();
    const QPolygonF corners({QPointF(0, 0), QPointF(m_size.width(), 0), QPointF(m_size.width(), m_size.height()),
                             QPointF(0, m_size.height())});
    return toPicture.map(corners);
}

double CropGeometry::enlargement() const
{
    return std::sqrt(std::abs(m_toPhoto.determinant()));
}

bool CropGeometry::liesWithin(QSize picture) const
{
    const QPolygonF corners = frame();
    const QRectF bounds(QPointF(0, 0), picture);
    return std::all_of(corners.begin(), corners.end(), [&bounds](QPointF corner) { return bounds.contains(corner); });
}

double CropGeometry::rowsBelow(QSize picture) const
{
    const QPolygonF corners = frame();
    const double lowest = std::max(corners[2].y(), corners[3].y());
    return std::max(0.0, (lowest - picture.height()) * enlargement());
}

CropLines CropLines::of(const PhotoLayout &layout)
{
    const double width = layout.size.width();
    const auto across = [width](double row) { return QLineF(0, row, width, row); };
    const auto bar = [&](double length) {
        return QLineF((width - length) / 2, layout.eyesLine(), (width + length) / 2, layout.eyesLine());
    };
    return {.highestHair = across(layout.leastTopGap),
            .lowestHair = across(layout.mostTopGap),
            .lowestEyes = across(layout.eyesLine()),
            .narrowestFace = bar(layout.leastFaceWidth),
            .widestFace = bar(layout.mostFaceWidth)};
}

} // namespace idcounter
