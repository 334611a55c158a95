#pragma once

#include "app/biometrics/fingertemplate.h"

#include <array>
#include <vector>

namespace idcounter {

// Many fingers in little memory (1.6 KB each), in which the few are found that may be the one at hand: those are then
// compared press by press with score(). Of every finger it keeps the surroundings of some of its minutiae, as bits. Reading
// from several threads at once is safe, adding is not.
class FingerIndex
{
public:
    // What the caller calls a finger.
    using Id = qsizetype;

    // A finger that looks like the one at hand, the likelier the higher.
    struct Candidate
    {
        Id id = 0;
        float alike = 0; // 0..1

        friend bool operator==(const Candidate &, const Candidate &) = default;
    };

    // A finger with too few minutiae is never found.
    void add(Id id, const FingerTemplate &finger);

    std::size_t size() const { return m_entries.size(); }
    std::size_t bytes() const { return m_entries.capacity() * sizeof(Entry); }

    // The likeliest fingers for any of the presses, the best first; about 2 µs of one core
    // for a finger and press.
    std::vector<Candidate> likeliest(const FingerTemplate &finger, std::size_t count, unsigned threads = 1) const;

private:
    static constexpr std::size_t placesKept = 16; // surroundings kept of a finger

    // What lies outside the finger has no bits: that the two presses show different parts of it costs some likeness.
    struct Place
    {
        std::array<quint64, Cylinder::sections * Cylinder::words> bits{};
        float norm = 0; // square root of the number of bits set
        float direction = 0; // radians, 0..2π
    };

    struct Entry
    {
        Id id = 0;
        std::array<Place, placesKept> places{}; // those that there are come first
        std::size_t used = 0;
    };

    static std::vector<Place> placesOf(const FingerFeatures &press);
    static float likeness(const Entry &entry, const std::vector<Place> &press);

    std::vector<Entry> m_entries;
};

} // namespace idcounter
