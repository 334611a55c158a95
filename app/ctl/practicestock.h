#pragma once

#include "app/biometrics/fingertemplate.h"
#include "app/domain/rules.h"
#include "app/imaging/facefinder.h"

namespace idcounter {

// Drawn photos and fingers, made once and handed out again and again: as good as any for what happens to a case after it was
// taken. Seeded: the same seed makes the same.
class PracticeStock
{
public:
    // One finger: as many presses as an enrolment has, its template, and one press more for the day of collection.
    struct Finger
    {
        QList<QByteArray> presses; // PNG
        QByteArray enrolled; // FingerTemplate
        QImage later;
        int quality = 0;
    };

    // Draws everything; some seconds. Errors: ModelsMissing, those of the photo and of the prints.
    static Result<PracticeStock> make(quint64 seed, const ModelSource &models, const Rules &rules);

    const QByteArray &photo(int index) const { return m_photos[index % m_photos.size()]; }
    // Two of one person: right thumb, left thumb.
    const Finger &finger(int person, int which) const { return m_fingers[(2 * person + which) % m_fingers.size()]; }

private:
    QList<QByteArray> m_photos; // JPEG
    QList<Finger> m_fingers;
};

} // namespace idcounter
