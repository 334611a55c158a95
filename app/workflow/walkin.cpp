#include "app/workflow/walkin.h"

#include "app/domain/personname.h"
#include "app/domain/uuidv7.h"
#include "app/workflow/returndesk.h"

#include <algorithm>
#include <chrono>
#include <utility>

using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

namespace idcounter {

namespace {

std::size_t indexOf(StepId step)
{
    return static_cast<std::size_t>(step);
}

// Numbers and names as they are kept: a capital X, U+00B7, no blanks about them.
Draft inStandardForm(Draft draft)
{
    for (QString *number : {&draft.applicant.number, &draft.guardian.number}) {
        if (const auto parsed = CitizenNumber::parse(*number))
            *number = parsed->toString();
    }
    for (QString *name : {&draft.applicant.name, &draft.guardian.name}) {
        if (const auto parsed = PersonName::parse(*name))
            *name = parsed->toString();
    }
    return draft;
}

StepId stepFor(FaultyItem item)
{
    switch (item) {
    case FaultyItem::Photo:
        return StepId::Photo;
    case FaultyItem::FirstFinger:
    case FaultyItem::SecondFinger:
        return StepId::Fingers;
    case FaultyItem::Form:
        return StepId::Form;
    }
    Q_UNREACHABLE();
}

// What is at fault is not there until it is done again; a form is corrected where it stands.
Draft withoutFaults(const Standing &returned)
{
    Draft form = returned.accepted.form;
    const QList<FaultyItem> items = ReturnDesk::itemsOf(returned);
    if (items.contains(FaultyItem::Photo))
        form.photo.reset();
    const QStringList fingers = fingersAtFault(returned.accepted.form, items);
    form.fingers.removeIf([&fingers](const FingerRecord &record) { return fingers.contains(record.finger); });
    if (items.contains(FaultyItem::Form))
        form.signing = {.formDate = form.signing.formDate};
    return form;
}

} // namespace

WalkIn::WalkIn(Counter counter, Draft draft, HouseholdRegister &household, QObject *parent)
    : QObject(parent)
    , m_counter(std::move(counter))
    , m_lookup(m_counter, household)
    , m_draft(std::move(draft))
    , m_savedDraft(m_draft)
{
    m_saveTimer.setSingleShot(true);
    m_saveTimer.setInterval(500ms);
    connect(&m_saveTimer, &QTimer::timeout, this, &WalkIn::save);
    connect(&m_lookup, &CitizenLookup::registerAnswered, this, &WalkIn::takeRegisterEntry);
    connect(&m_lookup, &CitizenLookup::stationAnswered, this, &WalkIn::knowledgeChanged);
    connect(&m_lookup, &CitizenLookup::failed, this, &WalkIn::refused);

    lookUp();
    while (stateOf(m_current).isDone() && m_current != StepId::Fee)
        m_current = walkInSteps()[indexOf(m_current) + 1].id;
}

WalkIn::WalkIn(Counter counter, const Case &accepted, HouseholdRegister &household, QObject *parent)
    : QObject(parent)
    , m_counter(std::move(counter))
    , m_lookup(m_counter, household)
    , m_draft(accepted.form)
    , m_savedDraft(accepted.form)
    , m_over(true)
    , m_case(accepted)
    , m_comeBackTo(true)
    , m_current(StepId::Slip)
{
}

WalkIn::WalkIn(Counter counter, const Standing &returned, HouseholdRegister &household, QObject *parent)
    : QObject(parent)
    , m_counter(std::move(counter))
    , m_lookup(m_counter, household)
    , m_draft(withoutFaults(returned))
    , m_savedDraft(m_draft)
    , m_returned(returned)
{
    if (const QList<StepId> steps = stepsAgain(); !steps.isEmpty())
        m_current = steps.first();
}

WalkIn::~WalkIn() // NOLINT(bugprone-exception-escape): for want of memory only
{
    m_saving = false;
    save();
    if (!keepsDraft())
        return;
    QObject nobody; // the answer is for nobody
    m_counter.store.write(
        &nobody,
        [id = m_draft.id, holder = m_counter.holder](Repositories &repositories) {
            return repositories.drafts.release(id, holder);
        },
        [](const Result<void> &) {});
}

StepContext WalkIn::context() const
{
    StationKnowledge station = m_lookup.station();
    station.registerDiffers = registerDiffers();
    return {.rules = m_counter.rules,
            .today = m_counter.today(),
            .region = m_counter.station.region(),
            .station = station,
            .secondOfficerAtCounter = m_lookup.settings().secondOfficerAtCounter,
            .fingerMinAge = m_lookup.settings().fingerMinAge,
            .orderDays = m_lookup.settings().life.orderDays,
            .accepted = m_case.has_value()};
}

// Whether the register says something else than the booklet.
bool WalkIn::registerDiffers() const
{
    const Applicant &applicant = m_draft.applicant;
    const RegisterEntry &entry = m_lookup.registerEntry();
    return entry.answer == RegisterAnswer::Known
        && (applicant.name.trimmed() != entry.name || applicant.ethnicGroup != entry.ethnicGroup
            || applicant.address.trimmed() != entry.address);
}

StepState WalkIn::stateOf(StepId step) const
{
    return stepOf(step).state(m_draft, context());
}

bool WalkIn::canGoTo(StepId step) const
{
    if (m_returned)
        return stepsAgain().contains(step);
    if (m_case || step == StepId::Slip)
        return m_case && step == StepId::Slip;
    if (m_accepting)
        return false;
    if (step != StepId::Fee)
        return true;
    const auto before = walkInSteps().first(indexOf(StepId::Fee));
    return std::all_of(before.begin(), before.end(), [this](const Step &one) { return stateOf(one.id).isDone(); });
}

std::span<const Step> WalkIn::stepsToComplete() const
{
    const StepId end = m_current == StepId::Fee ? StepId::Slip : StepId::Fee;
    return walkInSteps().first(indexOf(end));
}

int WalkIn::missing() const
{
    qsizetype problems = 0;
    for (const Step &step : stepsToComplete())
        problems += stateOf(step.id).problems.size();
    return static_cast<int>(problems);
}

bool WalkIn::mayBecome(const Draft &draft) const
{
    if (!m_returned)
        return true;
    const Case &accepted = m_returned->accepted;
    const bool isSame = costTheSame(accepted.form, draft, m_counter.rules, accepted.acceptedOn(), context().region);
    return idcounter::mayBecome(accepted.form, draft, m_returned->progress.wrong, isSame);
}

QList<StepId> WalkIn::stepsAgain() const
{
    QList<StepId> steps;
    if (!m_returned)
        return steps;
    for (const FaultyItem item : ReturnDesk::itemsOf(*m_returned)) {
        if (!steps.contains(stepFor(item)))
            steps << stepFor(item);
    }
    if (steps.contains(StepId::Form)) // what was corrected is signed
        steps << StepId::ReadBack;
    std::sort(steps.begin(), steps.end());
    return steps;
}

bool WalkIn::isDoneAgain() const
{
    const QList<StepId> steps = stepsAgain();
    return std::all_of(steps.begin(), steps.end(), [this](StepId step) { return stateOf(step).isDone(); });
}

Draft WalkIn::formAgain() const
{
    Draft form = inStandardForm(m_draft);
    if (!m_returned)
        return form;
    const QList<FingerRecord> before = m_returned->accepted.form.fingers;
    QList<FingerRecord> fresh = form.fingers;
    fresh.removeIf([&before](const FingerRecord &record) { return before.contains(record); });
    QList<FingerRecord> placed;
    for (const FingerRecord &record : before)
        placed << (form.fingers.contains(record) ? QList{record} : std::exchange(fresh, {}));
    form.fingers = placed << fresh;
    return form;
}

QList<Obstacle> WalkIn::obstaclesNow() const
{
    const auto found = obstacles(m_draft, context().station, m_counter.rules, m_counter.today());
    return found ? *found : QList<Obstacle>();
}

Result<Deadlines> WalkIn::deadlines() const
{
    const auto limits = m_counter.rules.limits();
    if (!limits)
        return limits.error();
    const auto calendar = m_counter.rules.calendar();
    if (!calendar)
        return calendar.error();
    const QDate from = m_draft.signing.formDate.isValid() ? m_draft.signing.formDate : m_counter.today();
    const auto number = m_draft.number();
    const bool sameProvince = number && number->divisionCode().startsWith(m_counter.station.region());
    const QStringView promise = promiseFor(m_draft.business.urgent, m_draft.business.offSite, sameProvince);
    // It is paid on the day of the acceptance, which is today.
    const QDate promisedFrom = m_lookup.settings().promiseFromPayment ? m_counter.today() : from;
    return (*limits)->deadlines(from, m_counter.station.remoteArea, **calendar, promise, promisedFrom);
}

void WalkIn::setDraft(const Draft &draft)
{
    if (draft == m_draft || isClosing())
        return;
    if (!mayBecome(draft))
        return;
    Draft next = draft;
    if (signsAgain() && !next.hasFormOf(m_draft) && next.signing == m_draft.signing)
        next.signing = {.formDate = m_returned ? next.signing.formDate : QDate()};
    if (!next.hasExceptionsOf(m_draft) && next.secondOfficer == m_draft.secondOfficer) {
        next.secondOfficer.clear();
        next.secondOfficerName.clear();
    }
    const auto parsed = next.number();
    if (parsed && m_draft.number() && *parsed != *m_draft.number()) {
        next.papers.passed.clear(); // they were ticked for another number
        next.papers.failed.clear();
    }
    m_draft = next;
    if (!m_returned) {
        if (!m_saveTimer.isActive())
            m_saveTimer.start();
        lookUp();
    }
    Q_EMIT draftChanged();
    Q_EMIT saveStateChanged();
}

// Asks the register and the station's own cases about a number that was not asked about yet.
void WalkIn::lookUp()
{
    const auto number = m_draft.number();
    if (number && m_lookup.ask(*number))
        m_draft.papers.registerAnswer = RegisterAnswer::NotConnected;
}

void WalkIn::takeRegisterEntry()
{
    const RegisterEntry &entry = m_lookup.registerEntry();
    Draft draft = m_draft;
    draft.papers.registerAnswer = entry.answer;
    if (entry.answer == RegisterAnswer::Known) { // a proposal for fields nobody has filled in yet
        Applicant &applicant = draft.applicant;
        applicant.name = applicant.name.isEmpty() ? entry.name : applicant.name;
        applicant.ethnicGroup = applicant.ethnicGroup.isEmpty() ? entry.ethnicGroup : applicant.ethnicGroup;
        applicant.address = applicant.address.isEmpty() ? entry.address : applicant.address;
    }
    setDraft(draft);
    Q_EMIT knowledgeChanged();
}

void WalkIn::goTo(StepId step)
{
    if (step == m_current || !canGoTo(step))
        return;
    setDraft(inStandardForm(m_draft));
    save();
    m_current = step;
    Q_EMIT currentStepChanged();
}

void WalkIn::next()
{
    const std::size_t index = indexOf(m_current) + 1;
    if (index < walkInSteps().size() && stateOf(m_current).isDone())
        goTo(walkInSteps()[index].id);
}

void WalkIn::back()
{
    if (const std::size_t index = indexOf(m_current); index > 0)
        goTo(walkInSteps()[index - 1].id);
}

WalkIn::SaveState WalkIn::saveState() const
{
    if (m_draft == m_savedDraft || m_returned)
        return SaveState::Saved;
    if (m_over)
        return m_lastSave ? SaveState::Saved : SaveState::NotSaved; // not saved: another counter took the draft
    return m_lastSave ? SaveState::Saving : SaveState::NotSaved;
}

// One save at a time; what changes meanwhile goes with the next.
void WalkIn::save()
{
    m_saveTimer.stop();
    if (m_saving || m_accepting || m_ending || !keepsDraft() || m_draft == m_savedDraft)
        return;
    const auto opened = change(CaseState::None, u"open"_s, {});
    m_saving = true;
    m_savedDraft.reset();
    m_counter.store.write(
        this,
        [draft = m_draft, step = stepOf(m_current).name.toString(), holder = m_counter.holder,
         stamp = m_counter.stamp(), opened](Repositories &repositories) -> Result<void> {
            const auto isNew = repositories.drafts.save(draft, step, holder, stamp.at);
            if (!isNew)
                return isNew.error();
            if (!*isNew)
                return {};
            return opened ? repositories.journal.append(*opened, stamp) : opened.error();
        },
        [this, draft = m_draft](const Result<void> &result) { finishSave(draft, result); });
}

// The change of state is looked up in the table of the case's life, which may refuse it. Errors: TransitionNotAllowed,
// RoleNotAllowed, those of the table.
Result<CaseEvent> WalkIn::change(CaseState from, const QString &name, const QJsonObject &body) const
{
    const auto life = m_counter.rules.caseLife();
    if (!life)
        return life.error();
    const auto transition = (*life)->step(from, name, m_counter.person.role);
    if (!transition)
        return transition.error();
    return CaseEvent{.id = makeUuidV7(m_counter.clock),
                     .caseId = m_draft.id,
                     .type = transition->event,
                     .from = transition->from,
                     .to = transition->to,
                     .baseVersion = 0,
                     .body = QJsonDocument(body).toJson(QJsonDocument::Compact)};
}

void WalkIn::finishSave(const Draft &draft, const Result<void> &result)
{
    m_saving = false;
    m_lastSave = result;
    if (result) {
        m_savedDraft = draft;
        m_savedAt = m_counter.clock();
    }
    const bool takenOver = !result && result.error().code == Error::Code::DraftOpenElsewhere;
    if (takenOver)
        m_over = true;
    else if (m_draft != m_savedDraft && !isClosing())
        m_saveTimer.start();
    Q_EMIT saveStateChanged();
    if (takenOver)
        Q_EMIT refused(result.error());
}

void WalkIn::takePrice()
{
    const auto owed = charges();
    if (!owed)
        return;
    const bool nothing = sumOf(*owed) == Fen{0};
    Draft draft = m_draft;
    if (nothing == (draft.payment.method == PaymentMethod::Free))
        return;
    draft.payment
        = {.method = nothing ? PaymentMethod::Free : PaymentMethod::NotChosen, .tendered = 0, .reference = {}};
    setDraft(draft);
}

QDate WalkIn::orderUntil() const
{
    const int days = context().orderDays;
    return days > 0 ? m_counter.today().addDays(days) : QDate();
}

void WalkIn::setSignedByPen(bool isSigned)
{
    Draft draft = m_draft;
    if (isSigned != draft.signing.signedByPen && !m_returned) // else the clock runs already
        draft.signing.formDate = isSigned ? m_counter.today() : QDate();
    draft.signing.signedByPen = isSigned;
    setDraft(draft);
}

void WalkIn::confirmExceptions(const Person &colleague, const Draft &asked)
{
    if (!m_draft.hasExceptionsOf(asked))
        return;
    Draft draft = m_draft;
    draft.secondOfficer = colleague.login;
    draft.secondOfficerName = colleague.name;
    setDraft(draft);
}

void WalkIn::loadCapture(QObject *asker, const QUuid &id, const std::function<void(const Result<Capture> &)> &answered)
{
    m_counter.store.read(
        asker, [id](Repositories &repositories) { return repositories.captures.find(id); },
        [answered](const Result<Capture> &capture) { answered(capture); });
}

void WalkIn::keep(QObject *asker, CaptureKind kind, const QByteArray &bytes,
                  const std::function<void(const Result<QUuid> &)> &answered)
{
    const Capture capture{.id = makeUuidV7(m_counter.clock), .caseId = m_draft.id, .kind = kind, .bytes = bytes};
    m_counter.store.write(
        asker,
        [capture, stamp = m_counter.stamp()](Repositories &repositories) -> Result<QUuid> {
            if (const auto stored = repositories.captures.put(capture, stamp); !stored)
                return stored.error();
            return capture.id;
        },
        [answered](const Result<QUuid> &id) { answered(id); });
}

void WalkIn::count(bool photo, const QString &finger, bool accepted, const QString &reason)
{
    const Attempt attempt{.id = makeUuidV7(m_counter.clock),
                          .caseId = m_draft.id,
                          .day = m_counter.today(),
                          .photo = photo,
                          .finger = finger,
                          .accepted = accepted,
                          .reason = reason};
    m_counter.store.write(
        this, [attempt](Repositories &repositories) { return repositories.captures.count(attempt); },
        [this](const Result<void> &result) {
            if (!result)
                Q_EMIT refused(result.error());
        });
}

Result<AcceptanceOrder> WalkIn::order(const QList<Charge> &shown) const
{
    for (const Step &step : walkInSteps().first(indexOf(StepId::Slip))) {
        const StepState state = stateOf(step.id);
        if (!state.isDone())
            return Error{state.problems.first(), {}};
    }
    const auto owed = charges();
    if (!owed)
        return owed.error();
    if (*owed != shown)
        return Error{Error::Code::PriceChanged, {}};
    const auto due = deadlines();
    if (!due)
        return due.error();
    const auto life = m_counter.rules.caseLife();
    if (!life)
        return life.error();
    const auto transition = (*life)->step(CaseState::Draft, u"accept", m_counter.person.role);
    if (!transition)
        return transition.error();
    return AcceptanceOrder{.form = inStandardForm(m_draft),
                           .transition = *transition,
                           .charges = *owed,
                           .legalDue = due->legal.day,
                           .promiseDue = due->promise.day,
                           .dueIsProvisional = due->provisional(),
                           .day = m_counter.today(),
                           .station = m_counter.station,
                           .device = m_counter.device,
                           .stamp = m_counter.stamp(),
                           .holder = m_counter.holder};
}

void WalkIn::accept(const QList<Charge> &shown)
{
    if (isClosing() || !keepsDraft())
        return;
    const auto decided = order(shown);
    if (!decided) {
        Q_EMIT refused(decided.error());
        return;
    }
    m_accepting = true;
    Q_EMIT draftChanged();
    sendOrder(*decided);
}

void WalkIn::sendOrder(const AcceptanceOrder &order)
{
    m_saveTimer.stop();
    m_counter.store.write(
        this, [order](Repositories &repositories) { return repositories.acceptance.accept(order); },
        [this](const Result<Case> &accepted) {
            m_accepting = false;
            if (!accepted) {
                save();
                Q_EMIT draftChanged();
                Q_EMIT refused(accepted.error());
                return;
            }
            m_over = true;
            m_case = *accepted;
            m_current = StepId::Slip;
            Q_EMIT saveStateChanged();
            Q_EMIT currentStepChanged();
            Q_EMIT idcounter::WalkIn::accepted();
        });
}

void WalkIn::discard(const QString &reason)
{
    if (isClosing() || !keepsDraft())
        return;
    if (reason.trimmed().isEmpty()) {
        Q_EMIT refused({Error::Code::DiscardReasonMissing, {}});
        return;
    }
    end(
        u"discard"_s, {{u"reason"_s, reason}}, [](Repositories &) { return Result<void>(); },
        [this] { Q_EMIT ended(); });
}

void WalkIn::refuse(const QString &note)
{
    if (isClosing() || !keepsDraft())
        return;
    const Refusal refusal{
        .caseId = m_draft.id, .day = m_counter.today(), .obstacles = stopping(obstaclesNow()), .note = note.trimmed()};
    if (refusal.obstacles.isEmpty() && refusal.note.isEmpty()) {
        Q_EMIT refused({Error::Code::RefusalReasonMissing, {}});
        return;
    }
    end(
        u"refuse"_s, {{u"reason"_s, refusal.note}},
        [refusal, stamp = m_counter.stamp()](Repositories &repositories) {
            return repositories.refusals.put(refusal, stamp);
        },
        [this, refusal] {
            m_refusal = refusal;
            Q_EMIT draftChanged();
            Q_EMIT citizenRefused();
        });
}

// Ends the draft in one transaction: the change of state, what record keeps of it, and the draft with its captures gone.
void WalkIn::end(const QString &event, const QJsonObject &body, std::function<Result<void>(Repositories &)> record,
                 std::function<void()> then)
{
    const auto ending = change(CaseState::Draft, event, body);
    if (!ending) {
        Q_EMIT refused(ending.error());
        return;
    }
    m_saveTimer.stop();
    m_ending = true;
    m_counter.store.write(
        this,
        [event = *ending, stamp = m_counter.stamp(), holder = m_counter.holder,
         record = std::move(record)](Repositories &repositories) -> Result<void> {
            if (auto result = repositories.drafts.checkHolder(event.caseId, holder); !result)
                return result;
            if (auto result = repositories.journal.append(event, stamp); !result)
                return result;
            if (auto result = record(repositories); !result)
                return result;
            if (auto result = repositories.captures.removeOthers(event.caseId, {}); !result)
                return result;
            return repositories.drafts.remove(event.caseId);
        },
        [this, then = std::move(then)](const Result<void> &result) {
            m_ending = false;
            if (!result) {
                save();
                Q_EMIT refused(result.error());
                return;
            }
            m_over = true;
            then();
        });
}

} // namespace idcounter
