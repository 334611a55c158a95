#pragma once

#include "devices/practice/press.h"
#include "devices/practice/ridgegrowth.h"

#include <QImage>

namespace idcounter {

// Paints what a plate sees of one press. The skin touches it where its relief rises above a threshold; force, moisture and
// the distance from the middle of the contact area move the threshold. Lives as long as relief and wear.
class ImpressionPainter
{
public:
    ImpressionPainter(const RidgeRelief &relief, const RidgeRelief &wear, const Press &press);

    QImage paint() const;

private:
    QVector2D contactAt(float x, float y) const;
    float skinAt(QVector2D contact, float x, float y) const;
    float touchAt(float x, float y) const;
    Grid<float> touch() const;
    Grid<float> smeared(const Grid<float> &touch) const;

    const RidgeRelief &m_relief;
    const RidgeRelief &m_wear;
    Press m_press;
    float m_cosine;
    float m_sine;
    Unevenness m_stretchAcross;
    Unevenness m_stretchDown;
    Unevenness m_rim; // makes the contact oval ragged
    Unevenness m_blotch; // firm and light areas
    Unevenness m_flake; // ridges broken up and grown together
    Unevenness m_grain; // breaks and pores
    Unevenness m_light; // of the plate
};

} // namespace idcounter
