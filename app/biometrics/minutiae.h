#pragma once

#include "app/biometrics/cylinders.h"
#include "app/domain/result.h"

#include <QByteArray>
#include <QImage>
#include <QList>
#include <QPointF>
#include <QSize>

namespace idcounter {

// A point where a friction ridge ends or forks, in the conventions of ISO/IEC 19794-2.
struct Minutia
{
    enum class Kind : quint8 { Ending, Bifurcation, Other };

    // In pixels at 500 dpi, from the top left of the impression, y downwards; in steps of a quarter of a pixel.
    QPointF position;
    // In radians, 0..2π, anticlockwise from the trailing x axis as the impression is seen; in steps of 2π/256. It points
    // from the end into the ridge that ends, and from the fork into the valley between the two branches.
    double direction = 0;
    Kind kind = Kind::Other;
    double reliability = 0; // 0..1, in steps of 1/100

    friend bool operator==(const Minutia &, const Minutia &) = default;
};

// The ridges of an impression in square cells of 16 pixels, row by row: where the finger is and how its ridges run.
struct RidgeCells
{
    static constexpr int cellSize = 16; // pixels
    static constexpr quint8 noFinger = 255;
    static constexpr quint8 steps = 180; // of an orientation, 1° each

    int columns = 0;
    int rows = 0;
    // 0..179: degrees anticlockwise from the trailing x axis along the ridges; noFinger outside the finger.
    QList<quint8> orientations;

    friend bool operator==(const RidgeCells &, const RidgeCells &) = default;
};

// What the quality of a press is judged by (fingerquality.h); measured while the ridges are looked for.
struct PressFigures
{
    double area = 0; // finger in contact, mm²
    double clarity = 0; // 0..1, mean squared correlation of the finger's pixels with clean ridges
    double coherence = 0; // 0..1, mean agreement of the ridges' orientation with the neighbourhood's
    double darkShare = 0; // 0..1, share of the finger that is ridge
    double period = 0; // mean distance from ridge to ridge, pixels
    double unevenness = 0; // its deviation from place to place, as a share of the mean
    double offset = 0; // distance of the finger's centre from the impression's, share of half the shorter side

    friend bool operator==(const PressFigures &, const PressFigures &) = default;
};

// What is kept of one impression for comparing it: never the picture. Values are rounded to what toBytes() keeps, so that a
// stored press compares like a fresh one.
class FingerFeatures
{
public:
    static constexpr int maxMinutiae = 255; // ISO/IEC 19794-2; the least reliable are left out

    FingerFeatures(QSize size, QList<Minutia> minutiae, RidgeCells cells, const PressFigures &figures);

    // Errors: TemplateDamaged (cut, changed, of another format or a newer version).
    static Result<FingerFeatures> fromBytes(const QByteArray &bytes);
    QByteArray toBytes() const;

    QSize size() const { return m_size; } // of the impression, pixels
    const QList<Minutia> &minutiae() const { return m_minutiae; } // from top to bottom
    const RidgeCells &cells() const { return m_cells; }
    const PressFigures &figures() const { return m_figures; }
    const Cylinders &cylinders() const { return m_cylinders; }

    friend bool operator==(const FingerFeatures &a, const FingerFeatures &b)
    {
        return a.m_size == b.m_size && a.m_minutiae == b.m_minutiae && a.m_cells == b.m_cells
            && a.m_figures == b.m_figures;
    }

private:
    QSize m_size;
    QList<Minutia> m_minutiae;
    RidgeCells m_cells;
    PressFigures m_figures;
    Cylinders m_cylinders;
};

// Finds the minutiae of an impression: 500 dpi, ridges dark, each side 60 to 1200 pixels; anything but 8-bit grey is
// converted. Contrast does not matter, only whether there are ridges. Errors: FingerNone (no ridges, or no such size).
// The same pixels give the same features. Thread-safe; 25 to 60 ms.
Result<FingerFeatures> extract(const QImage &impression);

} // namespace idcounter
