#pragma once

#include "app/domain/result.h"
#include "devices/practice/framevariation.h"
#include "devices/practice/practiceface.h"

#include <QDir>

namespace idcounter {

// A short film of one practice person who breathes, sways a little and blinks once, to be played in a circle. Rendered in
// the constructor, which takes about a second; a frame then takes some milliseconds.
class PracticeFrames
{
public:
    static constexpr int count = 24;
    static constexpr double framesPerSecond = 12;

    explicit PracticeFrames(const PracticePerson &person, const FacePose &pose = {}, QSize size = {1280, 720});

    // 0 up to count - 1; the first follows the last.
    QImage frame(int index) const;

    // Where the eyes and the face are in frame 0, of which the others differ by a few pixels.
    const FaceTruth &truth() const { return m_truth; }

    // Writes 000.jpg, 001.jpg and so on into a folder that exists, as a camera that plays pictures ("%03d.jpg") wants
    // them. Errors: StorageFailed, with the name of the file.
    Result<void> write(const QDir &folder) const;

private:
    const QImage &lidsOf(int index) const;
    FrameVariation variationOf(int index) const;

    PracticePerson m_person;
    FaceTruth m_truth;
    QImage m_open;
    QImage m_half; // both null when the eyes are closed anyway, or when nobody is there
    QImage m_closed;
};

} // namespace idcounter
