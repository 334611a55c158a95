#pragma once

#include "app/exchange/feedbackxml.h"
#include "app/workflow/casework.h"

namespace idcounter {

// Applies lines of feedback to the cases they are about, in the database's thread and inside one transaction. A line of an
// earlier round, and one that a case is past, change nothing; a later stage brings those between, each recorded as implied.
// Every line has its outcome. Errors: those of the store only.
class FeedbackImport
{
public:
    FeedbackImport(Repositories &repositories, const CaseLife &life, const ReturnReasons &reasons,
                   const Counter &counter);

    Result<FeedbackOutcome> apply(const FeedbackLine &line, int number);

private:
    Result<LineOutcome> applyTo(Standing standing, const FeedbackLine &line);
    Result<Standing> walk(const Standing &standing, const Transition &transition, const FeedbackLine &line,
                          bool isImplied);
    void describe(const Standing &standing, CaseMove &move, const FeedbackLine &line) const;

    Repositories &m_repositories;
    const CaseLife &m_life;
    const ReturnReasons &m_reasons;
    const Counter &m_counter;
    QHash<QString, QUuid> m_packages; // by number
};

} // namespace idcounter
