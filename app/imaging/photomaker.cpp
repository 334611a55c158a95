#include "app/imaging/photomaker.h"

#include "app/imaging/hairheight.h"
#include "app/imaging/jpegbytes.h"
#include "app/imaging/mats.h"
#include "app/imaging/photofile.h"
#include "app/imaging/whitener.h"

#include <opencv2/imgcodecs.hpp>
#include <opencv2/imgproc.hpp>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace idcounter {

namespace {

// The standard's quality, and the size that it expects of it: a plain face gets more, a busy one less.
constexpr int usualQuality = 70;
constexpr int leastQuality = 60;
constexpr int mostQuality = 95;
constexpr int qualityStep = 5;
constexpr std::size_t leastBytes = std::size_t{14} * 1024;
constexpr std::size_t mostBytes = std::size_t{20} * 1024;

std::vector<uchar> encoded(const cv::Mat &photo, int quality)
{
    std::vector<uchar> bytes;
    cv::imencode(".jpg", photo, bytes, {cv::IMWRITE_JPEG_QUALITY, quality, cv::IMWRITE_JPEG_OPTIMIZE, 1});
    return bytes;
}

QByteArray jpegOf(const cv::Mat &photo, int dotsPerInch)
{
    int quality = usualQuality;
    std::vector<uchar> bytes = encoded(photo, quality);
    while (bytes.size() > mostBytes && quality > leastQuality)
        bytes = encoded(photo, quality -= qualityStep);
    while (bytes.size() < leastBytes && quality < mostQuality) {
        std::vector<uchar> finer = encoded(photo, quality += qualityStep);
        if (finer.size() > mostBytes)
            break;
        bytes = std::move(finer);
    }
    return withDensity(QByteArray(reinterpret_cast<const char *>(bytes.data()), static_cast<qsizetype>(bytes.size())),
                       dotsPerInch);
}

// With a soft edge, so that no stroke shows.
void paint(cv::Mat &matte, const MaskStroke &stroke, const QTransform &toPhoto)
{
    constexpr int fraction = 4; // bits of a pixel
    constexpr double edge = 1.5; // px
    cv::Mat under = cv::Mat::zeros(matte.size(), CV_8U);
    const auto place = [&](const QPointF &point) {
        const QPointF mapped = toPhoto.map(point) * (1 << fraction);
        return cv::Point(qRound(mapped.x()), qRound(mapped.y()));
    };
    for (qsizetype i = 0; i < stroke.points.size(); ++i) {
        const cv::Point to = place(stroke.points[i]);
        const cv::Point from = i > 0 ? place(stroke.points[i - 1]) : to;
        cv::line(under, from, to, 255, std::max(1, qRound(2 * stroke.radius)), cv::LINE_AA, fraction);
    }
    cv::Mat share;
    under.convertTo(share, CV_32F, 1 / 255.0);
    cv::GaussianBlur(share, share, {}, edge);
    cv::Mat kept = matte.mul(1.0 - share);
    matte = stroke.person ? cv::Mat(kept + share) : kept;
    matte.setTo(0.0, matte < 0.02);
    matte.setTo(1.0, matte > 0.98);
}

cv::Mat crop(const QImage &picture, const CropGeometry &geometry)
{
    const QSize size = geometry.size();
    return warped(toMat(picture), geometry.toPhoto(), {size.width(), size.height()}, cv::Scalar::all(255));
}

} // namespace

Result<QImage> cropped(const QImage &picture, const CropGeometry &geometry)
{
    return guarded([&]() -> Result<QImage> { return toImage(crop(picture, geometry)); });
}

Result<PhotoMaker> PhotoMaker::create(FaceFinder &finder, const PhotoRules &rules)
{
    const auto layout = PhotoLayout::from(rules);
    if (!layout)
        return layout.error();
    return PhotoMaker(finder, rules, *layout);
}

PhotoMaker::PhotoMaker(FaceFinder &finder, PhotoRules rules, PhotoLayout layout)
    : m_finder(&finder)
    , m_rules(std::move(rules))
    , m_layout(layout)
{
}

Result<CropGeometry> PhotoMaker::propose(const QImage &picture, const Face &face)
{
    const auto height = hairHeight(*m_finder, picture, face);
    if (!height)
        return height.error();
    return CropGeometry::fit(m_layout, face, *height);
}

Result<CropProposal> PhotoMaker::propose(const QImage &picture, PhotoOrigin origin)
{
    const auto faces = m_finder->find(picture);
    if (!faces)
        return faces.error();
    if (faces->isEmpty())
        return Error{Error::Code::FaceAbsent, {}};
    if (faces->size() > 1)
        return Error{Error::Code::FacesSeveral, QString::number(faces->size())};
    const auto geometry = propose(picture, faces->first());
    if (!geometry)
        return geometry.error();
    const bool scene = origin == PhotoOrigin::Camera;
    const auto checks = checkFrame(*m_finder, m_rules, picture, *faces, scene ? CheckDepth::Full : CheckDepth::Preview);
    if (!checks)
        return checks.error();
    CropProposal proposal{*geometry, {}};
    for (const PhotoCheck &check : *checks) {
        const bool ofTheFileToo = m_rules.find(check.rule.rule, PhotoSubject::File).has_value();
        if (!ofTheFileToo && (scene || check.rule.rule == u"resolution"))
            proposal.checks << check;
    }
    return proposal;
}

Result<FinishedPhoto> PhotoMaker::make(const QImage &picture, const CropAdjustment &adjustment, Whitening whitening)
{
    const auto proposal = propose(picture, PhotoOrigin::File);
    if (!proposal)
        return proposal.error();
    auto photo = make(picture, proposal->geometry.adjusted(adjustment),
                      {.crop = adjustment, .whitening = whitening, .strokes = {}});
    if (!photo)
        return photo;
    FinishedPhoto complete = *std::move(photo);
    complete.checks << proposal->checks;
    return complete;
}

Result<FinishedPhoto> PhotoMaker::make(const QImage &picture, const CropGeometry &geometry, const PhotoEdit &edit)
{
    if (picture.isNull())
        return Error{Error::Code::ImageUnsuitable, u"no picture"_s};
    if (geometry.rowsBelow(picture.size()) > CropGeometry::spareRows)
        return Error{Error::Code::ImageUnsuitable, u"the photo reaches below the picture"_s};
    FinishedPhoto photo{.jpeg = {},
                        .image = {},
                        .unwhitened = {},
                        .matte = {},
                        .steps = stepsOf(geometry, edit),
                        .checks = {},
                        .geometry = geometry};
    const auto made = guarded([&]() -> Result<void> {
        const cv::Mat plain = crop(picture, geometry);
        photo.unwhitened = toImage(plain);
        cv::Mat result = plain;
        if (edit.whitening == Whitening::On) {
            const auto mask = m_finder->personMask(picture, geometry.toPhoto(), geometry.size());
            if (!mask)
                return mask.error();
            cv::Mat matte = matteOf(plain, toPlane(*mask));
            for (const MaskStroke &stroke : edit.strokes)
                paint(matte, stroke, geometry.toPhoto());
            result = onWhite(plain, matte);
            cv::Mat grey;
            matte.convertTo(grey, CV_8U, 255);
            photo.matte = toImage(grey);
        }
        photo.jpeg = jpegOf(result, m_layout.dotsPerInch);
        return {};
    });
    if (!made)
        return made.error();

    const auto file = readPhotoFile(photo.jpeg);
    if (!file)
        return file.error();
    auto checks = checkFile(*m_finder, m_rules, *file);
    if (!checks)
        return checks.error();
    photo.image = file->image;
    photo.checks = *std::move(checks);
    return photo;
}

} // namespace idcounter
