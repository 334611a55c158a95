#include "app/imaging/photocheck.h"

#include "app/imaging/backdrop.h"
#include "app/imaging/blockiness.h"
#include "app/imaging/facepatch.h"
#include "app/imaging/hairheight.h"
#include "app/imaging/mats.h"
#include "app/imaging/photocrop.h"

#include <QHash>

#include <cmath>

using namespace Qt::StringLiterals;

namespace idcounter {

namespace {

// Second halves of rules whose limit in the table is only the first; starting values, fitted to drawn and studio pictures.
constexpr double mostBlackShare = 2.7; // percent of the face
constexpr double leastOverlapOfHalves = 0.65;
constexpr double leastSkinAroundLids = 0.5; // share
constexpr double leastEarHeight = -0.07;
// What tells a hat from hair: ten people wore one, in drawn pictures (packaging/bench photo).
constexpr double brimWidth = 1.41; // face widths, with
constexpr double leastBrim = 1.36; // by the crown above it; hair reaches 1.33, the hats had 1.39 and more
constexpr double hoodWidth = 1.75; // alone
constexpr double coveredForehead = 0.25; // face widths above the eyes, with
constexpr double hatEdge = 0.21; // sharp, and
constexpr double mostHatRoughness = 9; // px
// Below 1 the hair seems to cover the brows: a hint for who looks.
constexpr double skinAboveFreeBrows = 0.4;
constexpr double cheekA[] = {3, 21}; // Lab
constexpr double cheekB[] = {2, 30};
constexpr double leastWallLightness = 74; // L
constexpr double mostWallDeviation = 6; // L
constexpr double mostWallChroma = 5; // Lab
constexpr double mostWhiteClothes = 25; // percent
constexpr double mostBlockiness = 1.5;
constexpr double leastHairHeight = 0.7; // above the eyes, by the width of the face: shaven heads
constexpr int leastColour = 8; // of 255 between the channels of a pixel, in what is no grey picture

// Below this many pixels between the irises the lids are not seen well enough.
constexpr double leastPupilDistanceForLids = 40;

// By how much a length in a finished photo may miss its limit, because it is measured with an error. Pixels.
constexpr double toleranceOfLengths = 3;

// What was measured for a rule: its value, and whether something fails that the table's limits do not see.
struct Measure
{
    std::optional<double> value;
    bool fails = false;
    double tolerance = 0;
};
using Measures = QHash<QString, Measure>;

PhotoVerdict verdictOf(PhotoRule rule, const Measure &measure)
{
    if (rule.min)
        rule.min = *rule.min - measure.tolerance;
    if (rule.max)
        rule.max = *rule.max + measure.tolerance;
    if (!measure.fails)
        return judge(rule, measure.value);
    // A value outside of any limit earns the rule's severity.
    rule.max = -1;
    rule.min = 1;
    return judge(rule, 0);
}

QList<PhotoCheck> judged(const PhotoRules &rules, PhotoSubject subject, const Measures &measures)
{
    QList<PhotoCheck> checks;
    for (const PhotoRule &rule : rules.rulesFor(subject)) {
        const Measure measure = measures.value(rule.rule);
        checks.append({rule, measure.value, verdictOf(rule, measure)});
    }
    return checks;
}

bool outside(double value, const double (&limits)[2])
{
    return value < limits[0] || value > limits[1];
}

void measurePose(const Face &face, Measures &measures)
{
    measures[u"roll"_s] = {face.roll()};
    measures[u"yaw"_s] = {face.yaw};
    measures[u"pitch"_s] = {face.pitch, face.earHeight && *face.earHeight < leastEarHeight};
    measures[u"mouth_closed"_s] = {face.mouthOpening};
    if (face.pupilDistance() >= leastPupilDistanceForLids)
        measures[u"eyes_open"_s] = {face.eyeOpening};
}

bool isCovered(const PhotoRules &rules, PhotoSubject subject, const Measures &measures)
{
    const auto rule = rules.find(u"covered", subject);
    return rule && standsInTheWay(judge(*rule, measures.value(u"covered"_s).value));
}

void measureLight(const PhotoRules &rules, PhotoSubject subject, const cv::Mat &picture, const Face &face,
                  Measures &measures)
{
    const FacePatch patch(picture, face);
    const auto [mean, blackShare, whiteShare] = patch.brightness();
    const auto [cheeks, halves] = patch.evenness();
    const FacePatch::Lenses lenses = patch.lenses();
    const cv::Vec3d cheek = patch.cheekLab();
    measures[u"sharpness"_s] = {patch.sharpness()};
    measures[u"too_dark"_s] = {mean, blackShare > mostBlackShare};
    measures[u"too_bright"_s] = {whiteShare};
    measures[u"even_light"_s] = {cheeks, halves < leastOverlapOfHalves};
    measures[u"colour_cast"_s]
        = {std::hypot(cheek[1], cheek[2]), outside(cheek[1], cheekA) || outside(cheek[2], cheekB)};
    measures[u"glare"_s] = {patch.largestHighlight()};
    measures[u"covered"_s] = {patch.chinColourDistance()};
    // A mask covers the cheeks to which the eyes are compared.
    if (!isCovered(rules, subject, measures))
        measures[u"dark_glasses"_s] = {lenses.ringSkin < leastSkinAroundLids ? lenses.underSkin : 1.0};
    measures[u"hair"_s] = {patch.skinAboveBrows() / skinAboveFreeBrows};
}

// Dark glasses and a lowered head end the forehead as a hat does.
void measureHat(const cv::Mat &picture, const Face &face, const std::optional<HeadOutline> &outline, Measures &measures)
{
    if (!outline)
        return;
    const bool brim = outline->widest > brimWidth && outline->brim > leastBrim;
    const bool hood = outline->widest > hoodWidth;
    const bool forehead = !measures.value(u"pitch"_s).fails && measures.value(u"dark_glasses"_s).value.value_or(0) == 1;
    const auto edge = forehead ? FacePatch(picture, face).foreheadEdge() : std::nullopt;
    const bool covered
        = edge && edge->height < coveredForehead && edge->sharpness > hatEdge && edge->roughness < mostHatRoughness;
    measures[u"hat"_s] = {outline->widest, brim || hood || covered};
}

void measureBackdrop(const Backdrop &backdrop, Measures &measures)
{
    if (const auto wall = backdrop.wall()) {
        measures[u"background"_s] = {wall->darkestChannel};
        measures[u"shadow"_s] = {wall->shadow};
        measures[u"wall"_s] = {wall->lightness,
                               wall->lightness < leastWallLightness || wall->deviation > mostWallDeviation
                                   || wall->chroma > mostWallChroma};
    }
    if (const auto white = backdrop.whiteClothes())
        measures[u"clothes_white"_s] = {*white, *white > mostWhiteClothes};
}

// Whether the picture reaches from above the usual hair down to the lower edge of the photo.
bool holdsPerson(QSize frame, const CropGeometry &geometry, const Face &face)
{
    const double hair = face.pupilMiddle().y() - leastHairHeight * face.widthOrGuess();
    return hair > 0 && geometry.rowsBelow(frame) <= CropGeometry::spareRows;
}

// Wall and clothes of what would become the photo.
Result<void> measureScene(FaceFinder &finder, const QImage &frame, const Face &face, const CropGeometry &geometry,
                          Measures &measures)
{
    const QTransform &toPhoto = geometry.toPhoto();
    const cv::Size size(geometry.size().width(), geometry.size().height());
    const auto mask = finder.personMask(frame, toPhoto, geometry.size());
    if (!mask)
        return mask.error();
    const cv::Mat everywhere(frame.height(), frame.width(), CV_8U, cv::Scalar(255));
    const cv::Mat inside = warped(everywhere, toPhoto, size, {}) == 255;
    const cv::Mat photo = warped(toMat(frame), toPhoto, size, {});
    measureBackdrop(Backdrop(photo, toPlane(*mask), inside, toPhoto.map(face.chin).y()), measures);
    return {};
}

void measureHeader(const PhotoFile &photo, const cv::Mat &pixels, Measures &measures)
{
    const PhotoFileFacts &facts = photo.facts;
    measures[u"size_w"_s] = {photo.image.width()};
    measures[u"size_h"_s] = {photo.image.height()};
    measures[u"depth"_s] = {isGrey(pixels, leastColour) ? 8 : facts.bitsPerPixel};
    measures[u"dpi"_s] = {facts.dotsPerInch.value_or(0)};
    measures[u"jpeg_size"_s] = {static_cast<double>(facts.bytes) / 1024};
    const double blocks = blockiness(pixels);
    measures[u"jpeg_damage"_s] = {blocks, blocks > mostBlockiness};
    if (facts.jpegQuality)
        measures[u"jpeg_q"_s] = {*facts.jpegQuality};
}

// How much room above the hair may be missing, because more of it would put the eyes too low.
double cutHair(const PhotoRules &rules, double topGap, double eyesToBottom)
{
    const auto eyeLine = rules.find(u"eye_line", PhotoSubject::File);
    const auto gap = rules.find(u"top_gap", PhotoSubject::File);
    const bool eyesAtTheirLowest = eyeLine && eyeLine->min && eyesToBottom <= *eyeLine->min + 2 * toleranceOfLengths;
    return eyesAtTheirLowest && gap && gap->min ? *gap->min - topGap : 0;
}

// Places in a finished photo, which must stand as they are.
Result<void> measurePlaces(FaceFinder &finder, const PhotoRules &rules, const QImage &photo, const Face &face,
                           Measures &measures)
{
    const QPointF eyes = face.pupilMiddle();
    const double eyesToBottom = photo.height() - eyes.y();
    measures[u"centre_x"_s] = {eyes.x(), false, toleranceOfLengths};
    measures[u"eye_line"_s] = {eyesToBottom, false, toleranceOfLengths};
    measures[u"face_w"_s] = {face.width, false, toleranceOfLengths};
    const auto mask = finder.personMask(photo, {}, photo.size());
    if (!mask)
        return mask.error();
    const auto top = hairTop(*mask, eyes.x() - face.widthOrGuess() / 2, eyes.x() + face.widthOrGuess() / 2);
    measureHat(toMat(photo), face, outlineOf(*mask, face), measures);
    if (top)
        measures[u"top_gap"_s] = {*top, false, std::max(toleranceOfLengths, cutHair(rules, *top, eyesToBottom))};
    measureBackdrop(Backdrop(toMat(photo), toPlane(*mask), {}, face.chin.y()), measures);
    return {};
}

} // namespace

Result<QList<PhotoCheck>> checkFrame(FaceFinder &finder, const PhotoRules &rules, const QImage &frame,
                                     const QList<Face> &faces, CheckDepth depth)
{
    return guarded([&]() -> Result<QList<PhotoCheck>> {
        Measures measures;
        measures[u"one_face"_s] = {static_cast<double>(faces.size())};
        if (faces.isEmpty())
            return judged(rules, PhotoSubject::Frame, measures);
        const Face &face = faces.first();
        if (!face.measured)
            return judged(rules, PhotoSubject::Frame, measures);
        const auto layout = PhotoLayout::from(rules);
        if (!layout)
            return layout.error();
        const auto outline = depth == CheckDepth::Full ? headOutline(finder, frame, face)
                                                       : Result<std::optional<HeadOutline>>(std::nullopt);
        if (!outline)
            return outline.error();
        const CropGeometry geometry
            = CropGeometry::fit(*layout, face, *outline ? (*outline)->hairHeight : std::nullopt);
        const double toSide = std::min(face.box.left(), frame.width() - face.box.right());
        measures[u"in_frame"_s] = {toSide / *face.width, !holdsPerson(frame.size(), geometry, face)};
        measures[u"resolution"_s] = {face.width};
        measurePose(face, measures);
        measureLight(rules, PhotoSubject::Frame, toMat(frame), face, measures);
        measureHat(toMat(frame), face, *outline, measures);
        if (depth == CheckDepth::Full) {
            const auto done = measureScene(finder, frame, face, geometry, measures);
            if (!done)
                return done.error();
        }
        return judged(rules, PhotoSubject::Frame, measures);
    });
}

Result<QList<PhotoCheck>> checkFile(FaceFinder &finder, const PhotoRules &rules, const PhotoFile &photo)
{
    return guarded([&]() -> Result<QList<PhotoCheck>> {
        Measures measures;
        const cv::Mat pixels = toMat(photo.image);
        measureHeader(photo, pixels, measures);
        const auto faces = finder.find(photo.image);
        if (!faces)
            return faces.error();
        measures[u"one_face"_s] = {static_cast<double>(faces->size())};
        if (!faces->isEmpty() && faces->first().measured) {
            measurePose(faces->first(), measures);
            measureLight(rules, PhotoSubject::File, pixels, faces->first(), measures);
            const auto done = measurePlaces(finder, rules, photo.image, faces->first(), measures);
            if (!done)
                return done.error();
        }
        return judged(rules, PhotoSubject::File, measures);
    });
}

} // namespace idcounter
