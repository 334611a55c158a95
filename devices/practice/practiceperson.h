#pragma once

#include <QtGlobal>

namespace idcounter {

// A bob ends in the air beside the jaw, where the mask of the photo chain is least sure: no seed makes one, it is there
// for practising with the mask brush.
enum class HairStyle {
    Buzz,
    Short,
    SideParted,
    SweptBack,
    Thinning,
    Fringe,
    Bun,
    SideLock,
    LongInFront,
    LongFringe,
    Bob
};
enum class HairColour { Black, DarkBrown, Brown, Grey, White };
enum class Beard { None, Stubble, Moustache, Goatee };
enum class Neckline { Round, Vee, Collar, Jacket, High };

// A person who exists only as a drawing, for practising at the photo station without a camera.
struct PracticePerson
{
    quint64 seed = 0; // of the pores, the strands and the folds
    bool woman = false;
    int age = 35; // years, 16..80
    int skinTone = 2; // 0 light .. 6 deep
    HairStyle hair = HairStyle::Short;
    HairColour hairColour = HairColour::Black;
    Beard beard = Beard::None;
    bool glasses = false;
    Neckline neckline = Neckline::Round;
    int cloth = 0; // 0..7, all dark

    // The shape of the face, each as a factor about 1 unless a unit is given.
    float faceWidth = 1;
    float jawWidth = 1;
    float noseWidth = 1;
    float noseHeight = 1;
    float eyeHeight = 1;
    float eyeTilt = 2; // mm by which the outer corner stands higher
    float browHeight = 0; // mm
    float lipFullness = 1;
    float smile = 3; // mm by which the corners of the mouth stand higher
    float scale = 1; // of the picture at the standard distance

    static PracticePerson fromSeed(quint64 seed);
};

} // namespace idcounter
