#include "devices/practice/hairpaint.h"

#include "devices/practice/practicenoise.h"

namespace idcounter {

bool isHair(const cv::Point3f &paint)
{
    if (paint.z > 4)
        return true;
    const float tips
        = 1.9F * smoothNoise(5, paint.x / 1.2F, paint.y / 14) + 1.6F * smoothNoise(6, paint.x / 5.5F, paint.y / 30);
    return paint.z + tips > 0;
}

Surface paintHair(const Colour &colour, quint32 seed, const cv::Point3f &paint, const cv::Point3f &normal)
{
    const float strands = smoothNoise(seed + 41, paint.x / 0.85F, paint.y / 38);
    const float locks = smoothNoise(seed + 42, paint.x / 4.5F, paint.y / 60);
    const float waves = smoothNoise(seed + 43, paint.x / 15, paint.y / 90);
    const float tone = 1 + 0.30F * strands + 0.22F * locks + 0.15F * waves;
    const float lit = smoothStep(35, 65, paint.y) + smoothStep(-30, -90, paint.y); // not beside the face
    const float band = lit * hill(normal.y - 0.60F - 0.06F * locks, 0.17F) * std::max(0.0F, normal.z);
    const Colour shine = mixed(colour, {0.5F, 0.5F, 0.52F}, 0.42F);
    Surface surface{.albedo
                    = mixed(colour * tone, shine, band * std::max(0.0F, 0.40F + 0.45F * strands + 0.25F * locks))};
    surface.albedo *= 0.72F + 0.28F * smoothStep(0, 9, paint.z);
    return surface;
}

} // namespace idcounter
