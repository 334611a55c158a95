#pragma once

#include <QPointF>
#include <QtGlobal>

namespace idcounter {

// What a practice picture can have wrong, so that the checks of the photo have something to find.
enum class PracticeFault {
    None,
    EyesClosed,
    MouthOpen,
    Turned,
    Tilted,
    HeadUp,
    HeadDown,
    Blurred,
    TooDark,
    TooBright,
    SideLight,
    ColourCast,
    Glare,
    DarkGlasses,
    FaceMask,
    OutOfFrame,
    TooFar,
    WallColoured,
    WallDark,
    WallPatterned,
    WallShadow,
    WhiteClothes,
    TwoPeople,
    Nobody,
};
constexpr int practiceFaultCount = static_cast<int>(PracticeFault::Nobody) + 1;

// How a practice person sits before the camera. The standard pose passes every check.
struct FacePose
{
    double yaw = 0; // degrees, positive when the nose points to the trailing edge of the picture (+x)
    double pitch = 0; // degrees, positive when the face looks up
    double roll = 0; // degrees, positive when the head leans clockwise as the camera sees it
    double eyeOpening = 1; // 0 closed .. 1 open; open to the checks from 0.7
    double mouthOpening = 0; // 0 closed .. 1 wide open
    double scale = 1; // of the picture: 1 at the standard distance, 0.5 at twice the distance
    double shiftX = 0; // px of a picture 720 px high, to +x
    double shiftY = 0; // the same, down
    PracticeFault fault = PracticeFault::None; // light, blur, wall, clothes or company; what is geometry stands above

    // The pose that shows a fault clearly enough for the checks.
    static FacePose with(PracticeFault fault);

    friend bool operator==(const FacePose &, const FacePose &) = default;
};

} // namespace idcounter
