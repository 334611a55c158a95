#pragma once

#include <opencv2/core.hpp>

#include <optional>

namespace idcounter {

// Wall and clothes of a picture that is levelled and sized like a card photo. All functions may throw cv::Exception.
class Backdrop
{
public:
    // `photo` in blue, green, red; `mask` CV_32F, how much of a pixel is the person; `inside` (CV_8U, may be empty) where there
    // is a picture at all; the wall counts above `chinRow` only, because shoulders hide it below.
    Backdrop(const cv::Mat &photo, const cv::Mat &mask, const cv::Mat &inside, double chinRow);

    // Colour of the wall, empty when too little of it is seen. L 0..100.
    struct Wall
    {
        double darkestChannel = 0; // mean of red, green or blue, whichever is lowest: 0..255
        double lightness = 0; // mean L
        double deviation = 0; // of L
        double chroma = 0; // distance of the mean colour to grey, in a and b
        double shadow = 0; // median of L less its 4th percentile
    };
    std::optional<Wall> wall() const;

    // Percent of the clothes that are white or nearly; empty when too little is seen below the chin.
    std::optional<double> whiteClothes() const;

private:
    cv::Mat m_photo;
    cv::Mat m_lab; // CV_32FC3
    cv::Mat m_wall; // masks
    cv::Mat m_clothes;
};

} // namespace idcounter
