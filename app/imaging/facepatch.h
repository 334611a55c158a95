#pragma once

#include "app/imaging/face.h"

#include <opencv2/core.hpp>

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

    struct EyeWindows
    {
        double brightness = 1; // by the cheeks
        double skinShare = 1; // how much has the colour of the cheeks, 0..1: dark and mirroring lenses leave nothing
    };
    EyeWindows eyeWindows() const;

private:
    cv::Point2d at(qsizetype index) const { return m_points[static_cast<std::size_t>(index)]; }
    cv::Mat around(qsizetype index, double radius) const; // a mask
    cv::Mat eyeWindow(qsizetype iris, const cv::Point2d &half) const; // a mask

    cv::Mat m_colour;
    cv::Mat m_grey;
    cv::Mat m_lab; // CV_32FC3
    cv::Mat m_face; // mask of the oval of the face
    std::vector<cv::Point2d> m_points; // of the mesh
};

} // namespace idcounter
