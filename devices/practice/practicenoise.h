#pragma once

#include <QtGlobal>

#include <cmath>

namespace idcounter {

// Mixes a seed and a place into 32 bits that look random and are the same on every machine.
inline quint32 scrambled(quint32 seed, int column, int row = 0)
{
    quint32 bits = seed * 0x9E3779B1U;
    bits ^= static_cast<quint32>(column) * 0x85EBCA77U;
    bits ^= static_cast<quint32>(row) * 0xC2B2AE3DU;
    bits = (bits ^ (bits >> 15)) * 0x2C1B3C6DU;
    bits = (bits ^ (bits >> 12)) * 0x297A2D39U;
    return bits ^ (bits >> 15);
}

// 0 up to, but not including, 1.
inline float unitNoise(quint32 seed, int column, int row = 0)
{
    return static_cast<float>(scrambled(seed, column, row) >> 8) * (1.0F / 16777216.0F);
}

// Smooth noise of -1..1 whose hills are about one unit wide.
inline float smoothNoise(quint32 seed, float x, float y)
{
    const float left = std::floor(x);
    const float top = std::floor(y);
    const auto column = static_cast<int>(left);
    const auto row = static_cast<int>(top);
    const float tx = (x - left) * (x - left) * (3.0F - 2.0F * (x - left));
    const float ty = (y - top) * (y - top) * (3.0F - 2.0F * (y - top));
    const float a = unitNoise(seed, column, row);
    const float b = unitNoise(seed, column + 1, row);
    const float c = unitNoise(seed, column, row + 1);
    const float d = unitNoise(seed, column + 1, row + 1);
    const float upper = a + (b - a) * tx;
    const float lower = c + (d - c) * tx;
    return 2.0F * (upper + (lower - upper) * ty) - 1.0F;
}

// A row of numbers that depends on the seed alone.
class SeededNumbers
{
public:
    explicit SeededNumbers(quint64 seed)
        : m_seed(scrambled(static_cast<quint32>(seed), static_cast<int>(static_cast<quint32>(seed >> 32)), 77))
    {
    }

    float unit() { return unitNoise(m_seed, m_count++); }
    float between(float low, float high) { return low + (high - low) * unit(); }
    int below(int count) { return static_cast<int>(unit() * static_cast<float>(count)); }
    bool chance(float share) { return unit() < share; }

private:
    quint32 m_seed;
    int m_count = 0;
};

} // namespace idcounter
