#include "app/workflow/desk.h"

#include "app/documents/dailyreport.h"

#include <utility>

using namespace Qt::StringLiterals;

namespace idcounter {

Desk::Desk(Counter counter, QObject *parent)
    : QObject(parent)
    , m_counter(std::move(counter))
{
}

void Desk::refresh()
{
    struct Found
    {
        QList<DraftSummary> drafts;
        QList<CaseSummary> cases;
        DayFigures figures;
    };
    m_counter.store.read(
        this,
        [day = m_counter.today()](Repositories &repositories) -> Result<Found> {
            const auto drafts = repositories.drafts.summaries();
            if (!drafts)
                return drafts.error();
            const auto cases = repositories.cases.acceptedOn(day);
            if (!cases)
                return cases.error();
            const auto figures = repositories.figures.of(day);
            if (!figures)
                return figures.error();
            return Found{*drafts, *cases, *figures};
        },
        [this](const Result<Found> &found) {
            if (!found) {
                Q_EMIT failed(found.error());
                return;
            }
            m_drafts = found->drafts;
            m_cases = found->cases;
            m_figures = found->figures;
            Q_EMIT changed();
        });
}

void Desk::search(const QString &text)
{
    m_counter.store.write(
        this,
        [text, stamp = m_counter.stamp()](Repositories &repositories) -> Result<QList<CaseSummary>> {
            const auto found = repositories.cases.search(text);
            if (!found)
                return found.error();
            // What was asked for identifies a person and is not written down, only that somebody asked.
            if (const auto recorded
                = repositories.journal.audit(u"search"_s, {}, QString::number(found->size()), stamp);
                !recorded)
                return recorded.error();
            return *found;
        },
        [this, run = ++m_search](const Result<QList<CaseSummary>> &found) {
            if (run != m_search)
                return;
            if (!found) {
                Q_EMIT failed(found.error());
                return;
            }
            m_found = *found;
            Q_EMIT foundChanged();
        });
}

void Desk::openDraft(const QUuid &id, bool takeOver)
{
    if (std::exchange(m_opening, true))
        return;
    m_counter.store.write(
        this,
        [id, takeOver, holder = m_counter.holder,
         stamp = m_counter.stamp()](Repositories &repositories) -> Result<Draft> {
            const auto draft = repositories.drafts.open(id, holder, takeOver);
            if (!draft)
                return draft.error();
            if (takeOver) {
                const auto recorded
                    = repositories.journal.audit(u"take-over"_s, id.toString(QUuid::WithoutBraces), {}, stamp);
                if (!recorded)
                    return recorded.error();
            }
            return *draft;
        },
        [this, id](const Result<Draft> &draft) {
            m_opening = false;
            if (draft)
                Q_EMIT draftOpened(*draft);
            else if (draft.error().code == Error::Code::DraftOpenElsewhere)
                Q_EMIT draftElsewhere(id, draft.error().detail);
            else
                Q_EMIT failed(draft.error());
        });
}

void Desk::makeReport(QDate day)
{
    struct Report
    {
        QByteArray pdf;
        QList<QImage> pages;
    };
    const ReportHead head{.station = m_counter.station.name,
                          .unitCode = m_counter.station.unitCode,
                          .printedBy = m_counter.person.name,
                          .practice = m_counter.station.practice};
    m_counter.store.read(
        this,
        [day, head, tables = m_counter.rules.source()](Repositories &repositories) -> Result<Report> {
            const auto figures = repositories.figures.of(day);
            if (!figures)
                return figures.error();
            const auto paper = dailyReport(*figures, head, Rules(tables));
            if (!paper)
                return paper.error();
            const auto pdf = toPdf(*paper);
            if (!pdf)
                return pdf.error();
            constexpr int previewResolution = 90;
            Report report{*pdf, {}};
            for (int page = 0; page < paper->pages; ++page)
                report.pages << toImage(*paper, page, previewResolution);
            return report;
        },
        [this](const Result<Report> &report) {
            if (report)
                Q_EMIT reportReady(report->pdf, report->pages);
            else
                Q_EMIT failed(report.error());
        });
}

} // namespace idcounter
