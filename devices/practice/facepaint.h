#pragma once

#include "devices/practice/colour.h"
#include "devices/practice/facepose.h"
#include "devices/practice/practiceperson.h"

#include <opencv2/core/types.hpp>

namespace idcounter {

// How a place of a surface answers to light.
struct Surface
{
    Colour albedo;
    float gloss = 0; // strength of the highlight
    float polish = 12; // its exponent
    float softness = 0; // how far light runs around under the surface: skin
};

// Paints the face: skin, eyes, brows, nostrils, mouth, beard and what the years leave. Places are millimetres as seen from
// in front, the origin between the eyes.
class FacePaint
{
public:
    FacePaint(const PracticePerson &person, const FacePose &pose);

    // hairline: distance from the hair, below 0 on the bare face.
    Surface face(float x, float y, float hairline) const;
    Surface ear(const cv::Point3f &place) const;
    Surface neck(float x, float y) const;

    Colour hairColour() const { return m_hair; }

private:
    Surface skin(float x, float y) const;
    void paintBlush(Surface &surface, float x, float y) const;
    void paintShades(Surface &surface, float x, float y) const;
    void paintYears(Surface &surface, float x, float y) const;
    void paintBeard(Surface &surface, float x, float y) const;
    void paintBrow(Surface &surface, float x, float y) const;
    void paintNostrils(Surface &surface, float x, float y) const;
    void paintMouth(Surface &surface, float x, float y) const;
    void paintOpenMouth(Surface &surface, float x, float depth, float gap) const;
    void paintFaceMask(Surface &surface, float x, float y) const;

    PracticePerson m_person;
    FacePose m_pose;
    quint32 m_seed;
    Colour m_skin;
    Colour m_flush; // the skin where blood shows
    Colour m_shade; // the skin in a fold
    Colour m_lip;
    Colour m_hair;
    Colour m_brow;
    float m_years; // 0 young .. 1 old
};

} // namespace idcounter
