#pragma once

#include "app/domain/uuidv7.h"
#include "tests/support/practicecounter.h"

#include <QBuffer>
#include <QImage>

// Cases anywhere between acceptance and their end, put into the database of a practice station past the pages.
namespace idcounter::test {

using namespace Qt::StringLiterals;

template<typename T, typename Work>
std::optional<T> inDatabase(PracticeCounter &station, Work work)
{
    QObject asker;
    std::optional<Result<T>> done;
    station.store.write(&asker, work, [&done](const Result<T> &result) { done = result; });
    if (!QTest::qWaitFor([&done] { return done.has_value(); }))
        return {};
    if (!*done) {
        qWarning("%s %s", qPrintable(name(done->error().code)), qPrintable(done->error().detail));
        return {};
    }
    return **done;
}

inline Draft formOf(PracticeCounter &station, const QString &number, const QString &name)
{
    Draft draft = station.renewal();
    draft.id = makeUuidV7(station.clock);
    draft.applicant.number = number;
    draft.applicant.name = name;
    draft.applicant.birthDate = CitizenNumber::parse(number)->birthDate();
    draft.business.oldCard = OldCard::KeptUntilCollection;
    draft.photo.reset();
    draft.fingers.clear();
    return draft;
}

inline QByteArray greyFace()
{
    QImage face(358, 441, QImage::Format_RGB32);
    face.fill(QColor(214, 222, 230));
    QByteArray bytes;
    QBuffer buffer(&bytes);
    face.save(&buffer, "JPEG");
    return bytes;
}

// A case in the state; progress is what was found out on the way. enrolled: the template of the right thumb;
// charges: paid in cash, unless the draft has a payment order.
inline std::optional<Standing> putCase(PracticeCounter &station, const Draft &draft, CaseState state,
                                       CaseProgress progress, const QByteArray &enrolled = {},
                                       const QList<Charge> &charges = {})
{
    const Counter counter = station.counter();
    progress.since = counter.clock();
    if (!progress.validFrom.isValid())
        progress.validFrom = {2026, 11, 20};
    return inDatabase<Standing>(station, [=, photo = greyFace()](Repositories &repositories) -> Result<Standing> {
        Draft form = draft;
        if (form.payment.method != PaymentMethod::Order)
            form.payment.method = charges.isEmpty() ? PaymentMethod::Free : PaymentMethod::Cash;
        const auto keep = [&](CaptureKind kind, const QByteArray &bytes) -> Result<QUuid> {
            const Capture capture{.id = QUuid::createUuid(), .caseId = form.id, .kind = kind, .bytes = bytes};
            const auto done = repositories.captures.put(capture, counter.stamp());
            return done ? Result<QUuid>(capture.id) : Result<QUuid>(done.error());
        };
        const auto photoId = keep(CaptureKind::Photo, photo);
        if (!photoId)
            return photoId.error();
        form.photo = Photo{.capture = *photoId, .source = u"camera"_s, .takenAt = counter.clock()};
        if (!enrolled.isEmpty()) {
            const auto id = keep(CaptureKind::FingerTemplate, enrolled);
            if (!id)
                return id.error();
            form.fingers << FingerRecord{
                .finger = u"11"_s, .fingerTemplate = *id, .quality = 80, .verified = true, .takenAt = counter.clock()};
        }
        const auto accepted = repositories.acceptance.accept(
            {.form = form,
             .transition = {.from = CaseState::Draft, .event = u"accept"_s, .to = state},
             .charges = charges,
             .day = counter.today(),
             .station = counter.station,
             .device = counter.device,
             .stamp = counter.stamp(),
             .holder = counter.holder});
        if (!accepted)
            return accepted.error();
        const auto before = repositories.lives.standing(form.id);
        if (!before)
            return before.error();
        const CaseMove move{.caseId = form.id,
                            .version = before->version,
                            .transition = {.from = state, .event = u"test"_s, .to = state},
                            .progress = progress};
        if (const auto done = repositories.lives.move(move, counter.stamp()); !done)
            return done.error();
        return repositories.lives.standing(form.id);
    });
}

} // namespace idcounter::test
