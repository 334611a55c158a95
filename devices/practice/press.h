#pragma once

#include <QSize>
#include <QVector2D>

namespace idcounter {

// What a press is to look like. Ordinary presses differ as those of a willing citizen do; the others are planted faults:
// Dry breaks the ridges up, Wet fills the valleys, Smeared draws a part of them out, Partial touches with a corner of
// the finger, Blank is the empty plate.
enum class PressKind { Ordinary, Dry, Wet, Smeared, Partial, Blank };

// Lowest and highest value of an even distribution.
struct Range
{
    double lowest;
    double highest;
};

// What differs from one ordinary press to the next. Lengths are pixels at 500 dpi (0.0508 mm).
namespace pressrange {
constexpr Range shift{-28, 28}; // of the finger on the plate, each way
constexpr Range turn{-14, 14}; // degrees
constexpr Range roll{-28, 28}; // of the contact area over the finger, sideways
constexpr Range tip{-36, 36}; // and towards the tip or the joint
constexpr Range halfWidth{96, 134}; // of the contact oval
constexpr Range halfHeight{126, 174};
constexpr Range stretch{4, 13}; // largest displacement of the skin within the contact area
constexpr Range moisture{-0.8, 0.8}; // -1 dry .. 1 wet
constexpr Range force{-0.7, 0.7}; // -1 thin ridges .. 1 thick ones
constexpr Range roughness{0.4, 1.0}; // of the skin that day: how high the flakes are, 1 as high as the ridges
constexpr Range ink{5, 45}; // grey of a firmly pressed ridge
constexpr Range plate{242, 253}; // grey of the untouched plate
constexpr Range noise{6, 14}; // standard deviation of the grain of a ridge, grey levels; of the plate a seventh
} // namespace pressrange

// One press of a finger: where it lies, how hard it is pressed and how moist it is. The same seed, number and kind give
// the same press.
struct Press
{
    // Of the virtual plate, that of the scanner most test sets were taken with: 19.7 mm x 19.0 mm.
    static constexpr QSize plateSize{388, 374};

    static Press draw(quint64 fingerSeed, int number, PressKind kind);

    PressKind kind;
    quint64 seed; // of its noises
    QVector2D shift; // of the contact area's middle from the middle of the plate
    float turn; // degrees, anticlockwise
    QVector2D contact; // the contact area's middle from the middle of the finger
    float halfWidth;
    float halfHeight;
    float stretch;
    float moisture;
    float force;
    float roughness;
    float ink;
    float plate;
    float noise;
    QVector2D smear; // how far the skin slid; null unless Smeared
};

} // namespace idcounter
