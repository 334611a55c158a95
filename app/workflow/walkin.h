#pragma once

#include "app/domain/caseprogress.h"
#include "app/domain/guardianship.h"
#include "app/domain/refusal.h"
#include "app/workflow/citizenlookup.h"
#include "app/workflow/walkinsteps.h"

#include <QObject>
#include <QTimer>

namespace idcounter {

// Takes one draft through the steps of the walk-in, and accepts it. Saves it within half a second of a change and at once
// when a step is left. Nobody waits for a save; one that failed is tried again, and the last change is sent on its way by
// the destructor. Made for one case, and gone with it.
class WalkIn : public QObject
{
    Q_OBJECT

public:
    enum class SaveState { Saved, Saving, NotSaved };
    Q_ENUM(SaveState)

    // The draft is new and empty, or comes from the store. household is asked about every number.
    WalkIn(Counter counter, Draft draft, HouseholdRegister &household, QObject *parent = nullptr);
    // A case that was accepted, come back to for its papers.
    WalkIn(Counter counter, const Case &accepted, HouseholdRegister &household, QObject *parent = nullptr);
    // A case that came back: of its form only the items at fault can be changed, and they begin anew. Pictures are kept with
    // the case; a form that is corrected is signed again. Nothing is saved as a draft and nothing is accepted: whoever made it
    // takes formAgain().
    WalkIn(Counter counter, const Standing &returned, HouseholdRegister &household, QObject *parent = nullptr);
    ~WalkIn() override; // NOLINT(bugprone-exception-escape): for want of memory only
    Q_DISABLE_COPY_MOVE(WalkIn)

    const Counter &counter() const { return m_counter; }
    const Draft &draft() const { return m_draft; }
    // Nothing is changed where the draft may not become that.
    void setDraft(const Draft &draft);
    bool mayBecome(const Draft &draft) const;
    const RegisterEntry &registerEntry() const { return m_lookup.registerEntry(); }

    StepId currentStep() const { return m_current; }
    StepState stateOf(StepId step) const;
    // Back and forth as the clerk likes; the fee only when everything before it is complete, the slip only when accepted,
    // and then nothing else.
    bool canGoTo(StepId step) const;
    // Problems of all steps before the fee, and of the fee when it is there.
    int missing() const;
    // The steps whose problems those are.
    std::span<const Step> stepsToComplete() const;
    // Everything that speaks against the application today; empty when the tables cannot be read.
    QList<Obstacle> obstaclesNow() const;

    SaveState saveState() const;
    const Result<void> &lastSave() const { return m_lastSave; }
    QDateTime savedAt() const { return m_savedAt; } // UTC

    // The price of the moment decides how it is paid: where nothing is owed, nothing is asked.
    void takePrice();
    Result<QList<Charge>> charges() const { return chargesFor(m_draft, context()); }
    // Until when a payment order of today can be paid; null where the station does not work with them.
    QDate orderUntil() const;
    Result<Deadlines> deadlines() const;

    // Keeps a photo or a print, sealed; answered with the identity it has from then on.
    void keep(QObject *asker, CaptureKind kind, const QByteArray &bytes,
              const std::function<void(const Result<QUuid> &)> &answered);
    // A photo or a print of the case, opened.
    void loadCapture(QObject *asker, const QUuid &id, const std::function<void(const Result<Capture> &)> &answered);
    void count(bool photo, const QString &finger, bool accepted, const QString &reason);

    // Whether a colleague confirms exceptions at the counter; else the reviewer does, first of all (RULES 7.1).
    bool confirmsAtCounter() const { return m_lookup.settings().secondOfficerAtCounter; }
    // The form was signed by pen, or after all not: the clock of the law runs from today (RULES 7.2).
    void setSignedByPen(bool isSigned);
    // A colleague confirmed the exceptions that the draft had when he was asked; ignored when it has others by now.
    void confirmExceptions(const Person &colleague, const Draft &asked);

    // The charges the clerk has seen and told the citizen; a price that is another by now stops the acceptance with
    // PriceChanged. Does it once, however often it is called. Ends with accepted() or refused().
    void accept(const QList<Charge> &shown);
    bool isAccepting() const { return m_accepting; }
    const std::optional<Case> &acceptedCase() const { return m_case; }
    bool isOver() const { return m_over; } // accepted, discarded, refused, or taken over by another counter
    bool isComeBackTo() const { return m_comeBackTo; } // it was accepted before

    const std::optional<Standing> &returnedCase() const { return m_returned; }
    // Of a case that came back: the steps of the items at fault, in their order; whether all of them are done again; the
    // form with what was done, each finger in the place of the one it is for.
    QList<StepId> stepsAgain() const;
    bool isDoneAgain() const;
    Draft formAgain() const;

    // Ends the draft with a reason, which is kept. Ends with ended() or refused().
    void discard(const QString &reason);

    // Turns the application down, with everything that stands against it and what the clerk adds (RULES 7.4). The citizen
    // gets it in writing. Ends with citizenRefused() or refused().
    void refuse(const QString &note);
    const std::optional<Refusal> &refusal() const { return m_refusal; }
    // Whether prints are not asked for, the applicant being so young.
    bool isThroughGuardian() const { return needsGuardian(m_draft.birthDate(), m_counter.today()); }
    bool isTooYoungForPrints() const { return idcounter::isTooYoungForPrints(m_draft, context()); }

public Q_SLOTS:
    void goTo(idcounter::StepId step);
    void next();
    void back();
    void save();

Q_SIGNALS:
    void draftChanged();
    void currentStepChanged();
    void saveStateChanged();
    void knowledgeChanged();
    void accepted();
    void ended();
    void citizenRefused();
    void refused(const idcounter::Error &error);

private:
    StepContext context() const;
    bool registerDiffers() const;
    bool isClosing() const { return m_accepting || m_ending || m_over; }
    bool keepsDraft() const { return !m_over && !m_returned; }
    bool signsAgain() const { return !m_returned || stepsAgain().contains(StepId::ReadBack); }
    void lookUp();
    void takeRegisterEntry();
    void end(const QString &event, const QJsonObject &body, std::function<Result<void>(Repositories &)> record,
             std::function<void()> then);
    void finishSave(const Draft &draft, const Result<void> &result);
    void sendOrder(const AcceptanceOrder &order);
    Result<CaseEvent> change(CaseState from, const QString &name, const QJsonObject &body) const;
    Result<AcceptanceOrder> order(const QList<Charge> &shown) const;

    Counter m_counter;
    CitizenLookup m_lookup;
    Draft m_draft;
    std::optional<Draft> m_savedDraft; // empty while it is not known what the database holds
    Result<void> m_lastSave;
    QDateTime m_savedAt;
    bool m_saving = false;
    bool m_accepting = false;
    bool m_ending = false;
    bool m_over = false; // accepted, discarded or refused: nothing is saved any more
    std::optional<Refusal> m_refusal;
    std::optional<Case> m_case;
    bool m_comeBackTo = false;
    std::optional<Standing> m_returned; // from the county and so on, to be done again
    StepId m_current = StepId::Booklet;
    QTimer m_saveTimer;
};

} // namespace idcounter
