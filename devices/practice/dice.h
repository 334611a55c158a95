#pragma once

#include <QtGlobal>

namespace idcounter {

// Random numbers that are the same on every machine and with every library: SplitMix64 (Steele, Lea, Flood 2014) and
// plain arithmetic. Not for secrets.
class Dice
{
public:
    // Two dice with the same seed and stream fall alike; another stream of the same seed has nothing to do with it.
    explicit Dice(quint64 seed, quint64 stream = 0)
        : m_state(mix(seed) ^ mix(~stream))
    {
    }

    quint64 next() { return mix(m_state += golden); }

    double uniform(double lowest, double highest)
    {
        return lowest + (highest - lowest) * (static_cast<double>(next() >> 11) * 0x1p-53);
    }

    // 0 .. count - 1
    int below(int count) { return static_cast<int>((next() >> 33) * static_cast<quint64>(count) >> 31); }

    // Bell-shaped about 0 with a standard deviation of 1, never beyond ±3.5: the sum of four even throws.
    double bell()
    {
        double sum = 0;
        for (int i = 0; i < 4; ++i)
            sum += uniform(-1, 1);
        return sum * 0.8660254037844386; // the variance of an even throw in -1 .. 1 is 1/3
    }

    static constexpr quint64 mix(quint64 x)
    {
        x += golden;
        x = (x ^ (x >> 30)) * 0xBF58476D1CE4E5B9ULL;
        x = (x ^ (x >> 27)) * 0x94D049BB133111EBULL;
        return x ^ (x >> 31);
    }

private:
    static constexpr quint64 golden = 0x9E3779B97F4A7C15ULL;

    quint64 m_state;
};

} // namespace idcounter
