#pragma once

#include "app/imaging/face.h"

#include <opencv2/core.hpp>

#include <optional>
#include <span>
#include <vector>

namespace idcounter {

// A measured face, levelled and brought to 90 px between the irises, so that light and sharpness mean the same in every
// picture. All functions may throw cv::Exception.
class FacePatch
{
public:
    // `picture` in blue, green, red; the face must be measured.
    FacePatch(const cv::Mat &picture, const Face &face);

    // Variance of the Laplacian by the mean brightness squared, times 10^4, below the brows.
    double sharpness() const;

    struct Brightness
    {
        double mean = 0; // 0..255
        double blackShare = 0; // percent of the face that shows nothing but black
        double whiteShare = 0; // percent of the face that shows nothing but white
    };
    Brightness brightness() const;

    struct Evenness
    {
        double cheeks = 1; // darker cheek by lighter cheek
        double halves = 1; // how much the brightness of both halves of the face overlaps, 0..1
    };
    Evenness evenness() const;

    cv::Vec3d cheekLab() const; // mean of both cheeks: L 0..100, a and b about 0
    double largestHighlight() const; // px² of the patch, in the windows of the eyes
    double chinColourDistance() const; // of chin and mouth to the forehead, in a and b of Lab

    // Whether the eyes lie bare, 0..1, of the better eye: how much of the strip below the lower lid, and how much around the
    // lids, has the colour of the cheek of its side. Dark lenses cover both, clear ones leave the strip free.
    struct Lenses
    {
        double underSkin = 1;
        double ringSkin = 1;
    };
    Lenses lenses() const;

    // The edge of what covers the forehead, going up from the brows: the hair line, or that of a hat.
    struct ForeheadEdge
    {
        double height = 0; // above the eyes at the face's axis, face widths
        double sharpness = 0; // step in Lab by the lightness of the cheeks: hair fades, a hat does not
        double roughness = 0; // how far it strays from a curve, px of the patch
    };
    std::optional<ForeheadEdge> foreheadEdge() const; // nothing where there is none across the forehead

    double skinAboveBrows() const; // 0..1, how much of a band above both brows has the colour of the cheeks

private:
    cv::Point2d at(qsizetype index) const { return m_points[static_cast<std::size_t>(index)]; }
    cv::Mat around(qsizetype index, double radius) const; // a mask
    cv::Mat eyeWindow(qsizetype iris, const cv::Point2d &half) const; // a mask
    cv::Mat area(std::span<const qsizetype> outline) const; // a mask
    cv::Mat skinLike(qsizetype cheek) const; // a mask: what has the colour of that cheek
    double faceWidth() const;

    cv::Mat m_colour;
    cv::Mat m_grey;
    cv::Mat m_lab; // CV_32FC3
    cv::Mat m_face; // mask of the oval of the face
    std::vector<cv::Point2d> m_points; // of the mesh
};

} // namespace idcounter
