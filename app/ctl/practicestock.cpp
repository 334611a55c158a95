#include "app/ctl/practicestock.h"

#include "app/biometrics/fingerquality.h"
#include "app/biometrics/minutiae.h"
#include "app/imaging/photomaker.h"
#include "app/workflow/walkinsteps.h"
#include "devices/practice/practicefinger.h"
#include "devices/practice/practiceframes.h"

#include <QBuffer>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace idcounter {

namespace {

constexpr int people = 5;

QByteArray pngOf(const QImage &image)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, "PNG");
    return bytes;
}

Result<PracticeStock::Finger> enrol(quint64 seed)
{
    const PracticeFinger finger(seed);
    PracticeStock::Finger made;
    QList<FingerFeatures> features;
    constexpr int best = 100;
    made.quality = best;
    for (int press = 0; press < int(pressesPerFinger); ++press) {
        const QImage impression = finger.impression(press);
        const auto found = extract(impression);
        if (!found)
            return found.error();
        made.presses << pngOf(impression);
        made.quality = std::min(made.quality, assess(*found).score);
        features << *found;
    }
    made.enrolled = FingerTemplate(features).toBytes();
    made.later = finger.impression(int(pressesPerFinger));
    return made;
}

} // namespace

Result<PracticeStock> PracticeStock::make(quint64 seed, const ModelSource &models, const Rules &rules)
{
    const auto finder = FaceFinder::load(models);
    if (!finder)
        return finder.error();
    const auto photoRules = rules.photoRules();
    if (!photoRules)
        return photoRules.error();
    auto maker = PhotoMaker::create(**finder, **photoRules);
    if (!maker)
        return maker.error();
    PhotoMaker photographer = *std::move(maker);
    PracticeStock stock;
    for (quint64 person = 0; person < people; ++person) {
        const PracticeFrames frames(PracticePerson::fromSeed(seed + person));
        const auto photo = photographer.make(frames.frame(0), CropAdjustment{}, Whitening::On);
        if (!photo)
            return photo.error();
        stock.m_photos << photo->jpeg;
        for (quint64 which = 0; which < 2; ++which) {
            const auto finger = enrol(2 * (seed + person) + which);
            if (!finger)
                return finger.error();
            stock.m_fingers << *finger;
        }
    }
    return stock;
}

} // namespace idcounter
