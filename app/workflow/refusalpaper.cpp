#include "app/workflow/refusalpaper.h"

#include "app/documents/refusalnotice.h"

using namespace Qt::StringLiterals;

namespace idcounter {

RefusalPaper::RefusalPaper(Counter counter, Printer &printer, QObject *parent)
    : QObject(parent)
    , m_counter(std::move(counter))
    , m_paper(m_counter, printer)
{
    connect(&m_paper, &PaperRun::printed, this, &RefusalPaper::printed);
    connect(&m_paper, &PaperRun::failed, this, &RefusalPaper::failed);
}

void RefusalPaper::print(const Standing &standing)
{
    const Case &accepted = standing.accepted;
    const CasePaperFacts facts{.form = accepted.form,
                               .number = accepted.number,
                               .station = m_counter.station.name,
                               .practice = m_counter.station.practice,
                               .clerk = m_counter.person.name,
                               .day = m_counter.today()};
    const Refusal refusal{.caseId = accepted.id, .day = m_counter.today(), .note = standing.progress.ending};
    m_paper.print(
        accepted.id.toString(QUuid::WithoutBraces), u"refusal notice"_s,
        [facts, refusal, source = m_counter.rules.source()] { return refusalNotice(facts, refusal, Rules(source)); });
}

} // namespace idcounter
