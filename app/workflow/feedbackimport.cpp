#include "app/workflow/feedbackimport.h"

using namespace Qt::StringLiterals;

namespace idcounter {

FeedbackImport::FeedbackImport(Repositories &repositories, const CaseLife &life, const ReturnReasons &reasons,
                               const Counter &counter)
    : m_repositories(repositories)
    , m_life(life)
    , m_reasons(reasons)
    , m_counter(counter)
{
}

Result<FeedbackOutcome> FeedbackImport::apply(const FeedbackLine &line, int number)
{
    FeedbackOutcome outcome{
        .line = number, .acceptanceNumber = line.acceptanceNumber, .round = line.round, .event = line.event};
    const auto acceptance = AcceptanceNumber::parse(line.acceptanceNumber);
    const auto standing
        = acceptance ? m_repositories.lives.find(*acceptance) : Result<Standing>(Error{Error::Code::RecordMissing, {}});
    if (!standing && standing.error().code != Error::Code::RecordMissing)
        return standing.error();
    if (!standing) {
        outcome.outcome = LineOutcome::CaseUnknown;
        return outcome;
    }
    if (m_packages.isEmpty()) {
        const auto packages = m_repositories.exchange.packages();
        if (!packages)
            return packages.error();
        for (const Package &package : *packages)
            m_packages.insert(package.number, package.id);
    }
    if (const auto package = m_packages.constFind(line.package); package != m_packages.cend()) {
        if (const auto done = m_repositories.exchange.acknowledge(*package, standing->accepted.id); !done)
            return done.error();
    }
    const auto applied = applyTo(*standing, line);
    if (!applied)
        return applied.error();
    outcome.outcome = *applied;
    return outcome;
}

Result<LineOutcome> FeedbackImport::applyTo(Standing standing, const FeedbackLine &line)
{
    if (line.event == u"acknowledge")
        return LineOutcome::Applied;
    const bool isRemade = line.round == standing.progress.round + 1 && standing.accepted.state == CaseState::Defective;
    if (line.round < standing.progress.round)
        return LineOutcome::EarlierRound;
    if (line.round > standing.progress.round && !isRemade)
        return LineOutcome::NotPossible;
    if (standing.accepted.state == CaseState::Defective && !isRemade)
        return LineOutcome::EarlierRound;
    const auto path = m_life.feedback(standing.accepted.state, line.event, line.office);
    if (!path) {
        const bool isRepeated = line.event == u"return" && standing.accepted.state == CaseState::Returned;
        return isRepeated ? LineOutcome::Nothing : LineOutcome::NotPossible;
    }
    if (path->isEmpty() && line.event == u"sign" && !standing.progress.isSigned()) {
        // Told after a later stage: the state stays, but the card cannot be received without its validity.
        const auto noted
            = walk(standing, {.from = standing.accepted.state, .event = line.event, .to = standing.accepted.state},
                   line, false);
        return noted ? Result<LineOutcome>(LineOutcome::Applied) : Result<LineOutcome>(noted.error());
    }
    if (path->isEmpty())
        return LineOutcome::Nothing;
    for (qsizetype i = 0; i < path->size(); ++i) {
        const auto moved = walk(standing, (*path)[i], line, i + 1 < path->size());
        if (!moved)
            return moved.error();
        standing = *moved;
    }
    return LineOutcome::Applied;
}

Result<Standing> FeedbackImport::walk(const Standing &standing, const Transition &transition, const FeedbackLine &line,
                                      bool isImplied)
{
    const Stamp stamp = m_counter.stamp();
    CaseMove move{.caseId = standing.accepted.id,
                  .version = standing.version,
                  .transition = transition,
                  .progress = after(transition, standing.progress, stamp.at, m_counter.today())};
    if (transition.event == u"remake")
        ++move.progress.round;
    if (isImplied)
        move.body.insert(u"implied"_s, true);
    else
        describe(standing, move, line);
    // A validity is taken from whichever line brings it.
    if (line.validFrom.isValid()) {
        move.progress.validFrom = line.validFrom;
        move.progress.validUntil = line.validUntil;
    }
    move.body.insert(u"package"_s, line.package);
    if (transition.to == CaseState::Refused) {
        move.progress.ending = line.note;
        move.refund = refundFor(u"refuse"_s, standing);
        move.body.insert(u"refundFen"_s, double(move.refund.amount));
    }
    if (const auto done = m_repositories.lives.move(move, stamp); !done)
        return done.error();
    return m_repositories.lives.standing(standing.accepted.id);
}

void FeedbackImport::describe(const Standing &standing, CaseMove &move, const FeedbackLine &line) const
{
    if (!line.note.isEmpty())
        move.body.insert(u"reason"_s, line.note);
    if (!line.batch.isEmpty())
        move.progress.batch = line.batch;
    if (move.transition.to != CaseState::Returned)
        return;
    move.progress.origin = line.office == Role::County ? ReturnOrigin::County
        : line.office == Role::City                    ? ReturnOrigin::City
                                                       : ReturnOrigin::Centre;
    if (line.event == u"recall")
        move.progress.origin = ReturnOrigin::Station;
    move.progress.wrong = line.event == u"recall" ? standing.progress.recall : QList<ReturnReason>();
    for (const QString &code : line.errorCodes) {
        const auto known = m_reasons.find(code);
        move.progress.wrong << ReturnReason{
            .code = code, .item = known ? known->item : FaultyItem::Form, .note = line.note};
    }
    if (move.progress.wrong.isEmpty())
        move.progress.wrong << ReturnReason{.code = {}, .item = FaultyItem::Form, .note = line.note};
    move.body.insert(u"wrong"_s, json::write(move.progress.wrong));
}

} // namespace idcounter
