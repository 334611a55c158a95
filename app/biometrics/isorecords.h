#pragma once

#include "app/biometrics/minutiae.h"

namespace idcounter::iso {

// Which finger, in the codes of the records: 0 unknown, 1 to 5 the right hand from the thumb on, 6 to 10 the left. The card
// counts from 11 and has codes for unknown fingers (resources/tables/finger_positions.csv).
quint8 positionOf(const QString &cardCode);
QString cardCodeOf(quint8 position); // "99" for an unknown finger

// How the finger met the plate.
enum class Impression : quint8 { LivePlain = 0, LiveRolled = 1, NonLivePlain = 2, NonLiveRolled = 3, Swipe = 8 };

// One view of a finger in a minutiae record. Positions are whole pixels, the rest as Minutia has it.
struct MinutiaeView
{
    quint8 position = 0;
    quint8 view = 0; // counted from 0 among those of one finger
    Impression impression = Impression::LivePlain;
    quint8 quality = 0; // 0..100
    QList<Minutia> minutiae; // at most 255

    friend bool operator==(const MinutiaeView &, const MinutiaeView &) = default;
};

// A finger minutiae record, ISO/IEC 19794-2:2005, record format (clause 7): header of 24 bytes, 4 and 6 for each minutia in
// a view, extended data passed over.
struct MinutiaeRecord
{
    QSize size; // of the impressions, pixels
    quint16 pixelsPerCentimetre = 197; // 500 dpi
    quint16 device = 0; // type of the scanner, 12 bits; 0: not reported
    QList<MinutiaeView> views;

    // Errors: TemplateDamaged, with what is wrong: another format or version, lengths that do not fit, codes that do not
    // exist, a minutia outside the impression.
    static Result<MinutiaeRecord> fromBytes(const QByteArray &bytes);
    // The minutiae are rounded to whole pixels, and kept within the impression.
    QByteArray toBytes() const;

    friend bool operator==(const MinutiaeRecord &, const MinutiaeRecord &) = default;
};

// The minutiae of an impression as a view. quality: 0 to 100, of the press (fingerquality.h).
MinutiaeView viewOf(const FingerFeatures &features, quint8 position, int quality);

// One view of a finger in an image record.
struct ImageView
{
    quint8 position = 0;
    quint8 view = 1; // counted from 1 among those of one finger
    quint8 views = 1; // of that finger
    Impression impression = Impression::LivePlain;
    QImage image; // 8-bit grey, ridges dark

    friend bool operator==(const ImageView &, const ImageView &) = default;
};

// A finger image record, ISO/IEC 19794-4:2005: header of 32 bytes, 14 in front of each picture; 500 dpi, 8 bits. The
// pictures are lossless: PNG, or uncompressed as other writers have them.
struct ImageRecord
{
    quint16 device = 0; // 0: not reported
    QList<ImageView> views;

    // Errors: TemplateDamaged, with what is wrong; also for a compression that loses something, and for a picture whose
    // size is not the one that is written, or over 2000 pixels.
    static Result<ImageRecord> fromBytes(const QByteArray &bytes);
    QByteArray toBytes() const;

    friend bool operator==(const ImageRecord &, const ImageRecord &) = default;
};

} // namespace idcounter::iso
