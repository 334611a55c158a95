#include "devices/practice/facepose.h"

namespace idcounter {

FacePose FacePose::with(PracticeFault fault)
{
    FacePose pose;
    pose.fault = fault;
    switch (fault) {
    case PracticeFault::EyesClosed:
        pose.eyeOpening = 0;
        break;
    case PracticeFault::MouthOpen:
        pose.mouthOpening = 0.75;
        break;
    case PracticeFault::Turned:
        pose.yaw = 25;
        break;
    case PracticeFault::Tilted:
        pose.roll = 10;
        break;
    case PracticeFault::HeadUp:
        pose.pitch = 25;
        break;
    case PracticeFault::HeadDown:
        pose.pitch = -25;
        break;
    case PracticeFault::OutOfFrame:
        pose.shiftX = 525;
        break;
    case PracticeFault::TooFar:
        pose.scale = 0.6;
        break;
    case PracticeFault::TwoPeople:
        pose.shiftX = -240;
        break;
    case PracticeFault::None:
    case PracticeFault::Blurred:
    case PracticeFault::TooDark:
    case PracticeFault::TooBright:
    case PracticeFault::SideLight:
    case PracticeFault::ColourCast:
    case PracticeFault::Glare:
    case PracticeFault::DarkGlasses:
    case PracticeFault::FaceMask:
    case PracticeFault::WallColoured:
    case PracticeFault::WallDark:
    case PracticeFault::WallPatterned:
    case PracticeFault::WallShadow:
    case PracticeFault::WhiteClothes:
    case PracticeFault::Nobody:
        break;
    }
    return pose;
}

} // namespace idcounter
