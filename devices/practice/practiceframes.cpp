#include "devices/practice/practiceframes.h"

#include <QSaveFile>

#include <cmath>
#include <numbers>

using namespace Qt::StringLiterals;

namespace idcounter {

namespace {

// The blink: lids half down, closed, half up again. Late in the film, so that its first second is good for a photo.
constexpr int blinkStart = 19;

} // namespace

PracticeFrames::PracticeFrames(const PracticePerson &person, const FacePose &pose, QSize size)
    : m_person(person)
{
    DrawnFace drawn = drawFaceWithTruth(person, pose, size);
    m_open = std::move(drawn.picture);
    m_truth = std::move(drawn.truth);
    if (!m_truth.hasFace || pose.eyeOpening < 0.5)
        return;
    FacePose lids = pose;
    lids.eyeOpening = 0.4 * pose.eyeOpening;
    m_half = drawFaceWithTruth(person, lids, size).picture;
    lids.eyeOpening = 0;
    m_closed = drawFaceWithTruth(person, lids, size).picture;
}

const QImage &PracticeFrames::lidsOf(int index) const
{
    if (m_closed.isNull() || index < blinkStart || index > blinkStart + 2)
        return m_open;
    return index == blinkStart + 1 ? m_closed : m_half;
}

// One sway and one breath go into the film, so that its end meets its beginning; frame 0 is in the middle of both.
FrameVariation PracticeFrames::variationOf(int index) const
{
    const double turn = 2 * std::numbers::pi * index / count;
    const double unit = m_open.height() / 720.0;
    const auto seed = static_cast<quint32>(m_person.seed) * 64 + static_cast<quint32>(index);
    FrameVariation variation{.noiseSeed = seed};
    if (!m_truth.hasFace)
        return variation;
    variation.shiftX = 3.5 * unit * std::sin(turn);
    variation.shiftY = 1.6 * unit * std::sin(turn) + 0.5 * unit * std::sin(3 * turn);
    variation.zoom = 1 + 0.003 * std::sin(2 * turn);
    variation.gain = 1 + 0.006 * std::sin(5 * turn);
    return variation;
}

QImage PracticeFrames::frame(int index) const
{
    Q_ASSERT(index >= 0 && index < count);
    return varied(lidsOf(index), variationOf(index));
}

Result<void> PracticeFrames::write(const QDir &folder) const
{
    for (int index = 0; index < count; ++index) {
        const QString name = u"%1.jpg"_s.arg(index, 3, 10, '0'_L1);
        QSaveFile file(folder.filePath(name));
        constexpr int quality = 92;
        if (!file.open(QIODevice::WriteOnly) || !frame(index).save(&file, "JPG", quality) || !file.commit())
            return Error{Error::Code::StorageFailed, name};
    }
    return {};
}

} // namespace idcounter
