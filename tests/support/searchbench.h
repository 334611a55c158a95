#pragma once

#include "app/domain/uuidv7.h"
#include "app/workflow/identitysearch.h"
#include "tests/biometrics/strewnpress.h"
#include "tests/support/practicecounter.h"

#include <QSignalSpy>

namespace idcounter::test {

// Cases with strewn fingers that were accepted past the pages, and the search in the background.
struct SearchBench
{
    PracticeCounter station;
    std::unique_ptr<IdentitySearch> search;
    int cases = 0;

    bool open(Role role = Role::Reviewer)
    {
        if (!station.open())
            return false;
        Counter counter = station.counter();
        counter.person.role = role;
        search = std::make_unique<IdentitySearch>(counter);
        return true;
    }

    static FingerTemplate templateOf(unsigned finger)
    {
        StrewnFinger pressed(finger);
        const FingerFeatures first = pressed.press();
        return FingerTemplate({first, pressed.pressAgain(), pressed.pressAgain(), pressed.pressAgain()});
    }

    // Fingers by their position codes. A closed case lets the citizen apply again.
    QUuid accept(const QString &number, const QMap<QString, unsigned> &fingers, bool closed = false)
    {
        Draft draft = station.renewal();
        draft.id = makeUuidV7(station.clock);
        draft.applicant.number = number;
        draft.photo.reset();
        draft.fingers.clear();
        const Counter counter = station.counter();
        QObject asker;
        std::optional<Result<Case>> done;
        station.store.write(
            &asker,
            [=](Repositories &repositories) -> Result<Case> {
                Draft form = draft;
                for (auto finger = fingers.begin(); finger != fingers.end(); ++finger) {
                    const Capture capture{.id = QUuid::createUuid(),
                                          .caseId = form.id,
                                          .kind = CaptureKind::FingerTemplate,
                                          .bytes = templateOf(finger.value()).toBytes()};
                    if (auto result = repositories.captures.put(capture, counter.stamp()); !result)
                        return result.error();
                    form.fingers << FingerRecord{
                        .finger = finger.key(), .fingerTemplate = capture.id, .quality = 80, .verified = true};
                }
                auto accepted = repositories.acceptance.accept(
                    {.form = form,
                     .transition = {.from = CaseState::Draft,
                                    .event = QStringLiteral("accept"),
                                    .to = closed ? CaseState::Closed : CaseState::Accepted},
                     .day = counter.today(),
                     .station = counter.station,
                     .device = counter.device,
                     .stamp = counter.stamp(),
                     .holder = counter.holder});
                return accepted;
            },
            [&done](const Result<Case> &accepted) { done = accepted; });
        const bool answered = QTest::qWaitFor([&done] { return done.has_value(); });
        if (answered && !*done)
            qWarning("%s %s", qPrintable(name(done->error().code)), qPrintable(done->error().detail));
        ++cases;
        return answered && *done ? draft.id : QUuid();
    }

    bool catchUp()
    {
        QSignalSpy finished(search.get(), &IdentitySearch::finished);
        QSignalSpy failed(search.get(), &IdentitySearch::failed);
        search->catchUp();
        if (!QTest::qWaitFor([&] { return finished.count() > 0 || failed.count() > 0; }, 20000))
            return false;
        if (failed.count() > 0)
            qWarning("%s", qPrintable(name(failed.first().first().value<Error>().code)));
        // The open hits come after it.
        QSignalSpy changed(search.get(), &IdentitySearch::changed);
        search->refresh();
        return failed.isEmpty() && changed.wait();
    }
};

} // namespace idcounter::test
