#include "app/workflow/reportdesk.h"

#include "app/domain/uuidv7.h"
#include "app/workflow/bookingfigures.h"

#include <utility>

using namespace Qt::StringLiterals;

namespace idcounter {

namespace {

// The archive's name for the reports of one day.
QUuid reportOf(const Station &station, QDate day)
{
    return QUuid::createUuidV5(station.id, day.toString(Qt::ISODate));
}

} // namespace

ReportDesk::ReportDesk(Counter counter, Printer &printer, QObject *parent)
    : QObject(parent)
    , m_counter(std::move(counter))
    , m_printer(printer)
    , m_background(u"report"_s)
{
    connect(&m_printer, &Printer::printed, this, [this](const QUuid &job) { finish(job, {}); });
    connect(&m_printer, &Printer::failed, this, [this](const QUuid &job, const Error &error) { finish(job, error); });
}

void ReportDesk::setState(State state)
{
    m_state = state;
    Q_EMIT changed();
}

void ReportDesk::make(QDate day)
{
    m_day = day;
    m_pdf.clear();
    m_pages.clear();
    m_links.clear();
    setState(State::None);
    // In one transaction, so that no other counter moves a case between two countings.
    m_counter.store.write(
        this,
        [day, now = m_counter.clock(),
         id = reportOf(m_counter.station, day)](Repositories &repositories) -> Result<Counted> {
            const auto counted = repositories.figures.withProgress(day);
            if (!counted)
                return counted.error();
            const auto balances = repositories.balances.of(day, now);
            if (!balances)
                return balances.error();
            DayFigures figures = *counted;
            figures.balances = *balances;
            const auto bookings = dayBookings(repositories, day);
            if (!bookings)
                return bookings.error();
            figures.progress->bookings = *bookings;
            // What was taken over is a step of a case.
            const int takenOver = figures.progress->steps.value(u"accept_online"_s);
            if (*bookings && takenOver > 0)
                figures.progress->bookings->applicationDecisions.insert(u"takeOver"_s, takenOver);
            const auto printed = repositories.papers.printed(id, PaperKind::DailyReport);
            if (!printed)
                return printed.error();
            return Counted{figures, *printed};
        },
        [this, run = ++m_run](const Result<Counted> &counted) {
            if (run != m_run)
                return;
            if (counted)
                layOut(*counted);
            else
                Q_EMIT failed(counted.error());
        });
}

void ReportDesk::layOut(const Counted &counted)
{
    const ReportHead head{.station = m_counter.station.name,
                          .unitCode = m_counter.station.unitCode,
                          .printedBy = m_counter.person.name,
                          .practice = m_counter.station.practice,
                          .copy = counted.printed + 1};
    m_background.run(
        this,
        [counted, head, tables = m_counter.rules.source()]() -> Result<Made> {
            const Rules rules(tables);
            const auto paper = dailyReport(counted.figures, head, rules);
            if (!paper)
                return paper.error();
            const auto pdf = toPdf(*paper);
            if (!pdf)
                return pdf.error();
            Made made{*pdf, {}, figureLinks(counted.figures, rules), head.copy, *counted.figures.balances};
            for (int page = 0; page < paper->pages; ++page)
                made.pages << toImage(*paper, page, dotsPerInch);
            return made;
        },
        [this, run = m_run](const Result<Made> &made) {
            if (run != m_run)
                return;
            if (!made) {
                Q_EMIT failed(made.error());
                return;
            }
            m_pdf = made->pdf;
            m_pages = made->pages;
            m_links = made->links;
            m_copy = made->copy;
            m_balances = made->balances;
            setState(State::Ready);
        });
}

void ReportDesk::print()
{
    if (m_state != State::Ready)
        return;
    const PaperRecord record{.id = makeUuidV7(m_counter.clock),
                             .caseId = reportOf(m_counter.station, m_day),
                             .kind = PaperKind::DailyReport,
                             .copy = m_copy,
                             .outcome = u"made"_s,
                             .pdf = m_pdf};
    m_job = record.id;
    setState(State::Printing);
    m_counter.store.write(
        this,
        [record, day = m_day, balances = m_balances,
         stamp = m_counter.stamp()](Repositories &repositories) -> Result<void> {
            if (auto stored = repositories.papers.put(record, stamp); !stored)
                return stored;
            if (auto closed = repositories.balances.close(balances, stamp); !closed)
                return closed;
            return repositories.journal.audit(u"print-report"_s, day.toString(Qt::ISODate),
                                              QString::number(record.copy), stamp);
        },
        [this, record](const Result<void> &stored) {
            if (stored)
                m_printer.print(record.id, u"居民身份证受理日报表"_s, record.pdf);
            else
                finish(record.id, stored);
        });
}

void ReportDesk::finish(const QUuid &job, const Result<void> &result)
{
    if (job != m_job)
        return;
    m_job = {};
    m_counter.store.write(
        this,
        [job, outcome = result ? u"printed"_s : name(result.error().code)](Repositories &repositories) {
            return repositories.papers.setOutcome(job, outcome);
        },
        [this](const Result<void> &stored) {
            if (!stored && stored.error().code != Error::Code::RecordMissing)
                Q_EMIT failed(stored.error());
        });
    if (m_state != State::Printing)
        return; // another day is being looked at
    setState(result ? State::Printed : State::Ready);
    if (!result)
        Q_EMIT failed(result.error());
}

} // namespace idcounter
