#include "devices/practice/practiceperson.h"

#include "devices/practice/practicenoise.h"

#include <array>

namespace idcounter {

namespace {

constexpr std::array mensHair{HairStyle::Short,     HairStyle::SideParted, HairStyle::Fringe,
                              HairStyle::SweptBack, HairStyle::Buzz,       HairStyle::SideParted};
constexpr std::array womensHair{HairStyle::Bun,      HairStyle::LongInFront, HairStyle::LongFringe,
                                HairStyle::SideLock, HairStyle::LongInFront, HairStyle::SideLock};

HairStyle hairFor(const PracticePerson &person, SeededNumbers &numbers)
{
    const int pick = numbers.below(static_cast<int>(mensHair.size()));
    if (!person.woman && person.age > 48 && numbers.chance(0.4F))
        return HairStyle::Thinning;
    const auto at = static_cast<std::size_t>(pick);
    return person.woman ? womensHair.at(at) : mensHair.at(at);
}

HairColour hairColourFor(const PracticePerson &person, SeededNumbers &numbers)
{
    const float grey = numbers.unit();
    if (person.age > 66 && grey < 0.6F)
        return HairColour::White;
    if (person.age > 52 && grey < 0.6F)
        return HairColour::Grey;
    if (grey < 0.72F)
        return HairColour::Black;
    return grey < 0.9F ? HairColour::DarkBrown : HairColour::Brown;
}

Beard beardFor(const PracticePerson &person, SeededNumbers &numbers)
{
    const float pick = numbers.unit();
    if (person.woman || person.age < 22 || pick > 0.45F)
        return Beard::None;
    if (pick > 0.15F)
        return Beard::Stubble;
    return pick > 0.06F ? Beard::Moustache : Beard::Goatee;
}

} // namespace

PracticePerson PracticePerson::fromSeed(quint64 seed)
{
    SeededNumbers numbers(seed);
    PracticePerson person;
    person.seed = seed;
    person.woman = numbers.chance(0.5F);
    person.age = 16 + static_cast<int>(numbers.unit() * numbers.between(20, 62));
    const float tone = numbers.unit();
    person.skinTone = tone < 0.9F ? static_cast<int>(tone / 0.9F * 5) : (tone < 0.95F ? 5 : 6);
    person.hair = hairFor(person, numbers);
    person.hairColour = hairColourFor(person, numbers);
    person.beard = beardFor(person, numbers);
    person.glasses = numbers.chance(0.3F);
    person.neckline = static_cast<Neckline>(numbers.below(4 + numbers.below(2)));
    person.cloth = numbers.below(8);
    person.faceWidth = numbers.between(0.95F, 1.05F) - (person.woman ? 0.015F : 0);
    person.jawWidth = numbers.between(0.93F, 1.06F) - (person.woman ? 0.05F : 0);
    person.noseWidth = numbers.between(0.88F, 1.16F) - (person.woman ? 0.06F : 0);
    person.noseHeight = numbers.between(0.85F, 1.1F);
    person.eyeHeight = numbers.between(1.0F, 1.14F);
    person.eyeTilt = numbers.between(1.3F, 3.0F);
    person.browHeight = numbers.between(-0.8F, 1.4F) + (person.woman ? 0.6F : 0);
    person.lipFullness = numbers.between(0.88F, 1.12F) + (person.woman ? 0.06F : -0.04F);
    person.smile = numbers.between(2.2F, 3.8F);
    person.scale = numbers.between(0.94F, 1.08F);
    return person;
}

} // namespace idcounter
