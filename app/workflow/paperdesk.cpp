#include "app/workflow/paperdesk.h"

#include "app/domain/uuidv7.h"
#include "app/workflow/walkin.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace idcounter {

namespace {

constexpr int previewResolution = 110; // dots per inch

Result<Document> paperFor(PaperKind kind, const CasePaperFacts &facts, const Rules &rules)
{
    switch (kind) {
    case PaperKind::RegistrationForm:
    case PaperKind::ArchiveForm:
        return registrationForm(facts, rules);
    case PaperKind::CollectionSlip:
        return collectionSlip(facts, rules);
    case PaperKind::Receipt:
        return receipt(facts, rules);
    case PaperKind::DailyReport:
        break;
    }
    return Error{Error::Code::DocumentFailed, {}};
}

} // namespace

PaperDesk::PaperDesk(WalkIn &walkIn, Printer &printer, QObject *parent)
    : QObject(parent)
    , m_walkIn(walkIn)
    , m_printer(printer)
    , m_background(u"papers"_s)
{
    connect(&m_printer, &Printer::printed, this, [this](const QUuid &job) { finish(job, {}); });
    connect(&m_printer, &Printer::failed, this, [this](const QUuid &job, const Error &error) { finish(job, error); });
}

const PaperState &PaperDesk::state(PaperKind kind) const
{
    static const PaperState notMade;
    const auto state = m_states.constFind(kind);
    return state == m_states.constEnd() ? notMade : *state;
}

void PaperDesk::setState(PaperKind kind, PaperState::Kind to, const Error &error)
{
    PaperState &state = m_states[kind];
    state.kind = to;
    state.error = error;
    if (to == PaperState::Kind::Printed)
        ++state.printed;
    Q_EMIT stateChanged(kind);
}

CasePaperFacts PaperDesk::facts(PaperKind kind) const
{
    const Counter &counter = m_walkIn.counter();
    CasePaperFacts facts{.form = m_walkIn.draft(),
                         .number = {},
                         .station = counter.station.name,
                         .practice = counter.station.practice,
                         .clerk = counter.person.name,
                         .day = counter.today(),
                         .promiseDue = {},
                         .legalDue = {},
                         .charges = {},
                         .receiptNumber = {},
                         .photo = {},
                         .copy = state(kind).printed + 1};
    if (kind == PaperKind::RegistrationForm)
        facts.copy = facts.form.signing.printedForms + 1;
    if (const auto &accepted = m_walkIn.acceptedCase()) {
        facts.form = accepted->form;
        facts.number = accepted->number;
        facts.day = accepted->acceptedOn();
        facts.charges = accepted->charges;
        const auto fees = counter.rules.fees();
        for (Charge &charge : facts.charges) {
            const auto listed = fees ? (*fees)->charge(charge.feeCode, facts.day, counter.station.region())
                                     : Result<Charge>(fees.error());
            charge.chinese = listed ? listed->chinese : charge.feeCode;
        }
        facts.promiseDue = accepted->promiseDue;
        facts.legalDue = accepted->legalDue;
        facts.receiptNumber = accepted->receiptNumber;
    }
    return facts;
}

// The photo lies sealed in the database; the form shows it.
void PaperDesk::withPhoto(PaperKind kind, std::function<void(const CasePaperFacts &)> go)
{
    const CasePaperFacts known = facts(kind);
    if (!known.form.photo) {
        go(known);
        return;
    }
    m_walkIn.counter().store.read(
        this, [id = known.form.photo->capture](Repositories &repositories) { return repositories.captures.find(id); },
        [this, kind, known, go](const Result<Capture> &capture) {
            if (!capture) {
                if (state(kind).kind == PaperState::Kind::Making)
                    setState(kind, PaperState::Kind::Failed, capture.error());
                Q_EMIT failed(capture.error());
                return;
            }
            CasePaperFacts complete = known;
            complete.photo = QImage::fromData(capture->bytes);
            go(complete);
        });
}

void PaperDesk::print(PaperKind kind)
{
    const PaperState::Kind now = state(kind).kind;
    if (now == PaperState::Kind::Making || now == PaperState::Kind::Printing)
        return;
    setState(kind, PaperState::Kind::Making);
    withPhoto(kind, [this, kind](const CasePaperFacts &complete) {
        const QUuid id = makeUuidV7(m_walkIn.counter().clock);
        m_background.run(
            this,
            [kind, complete, id, tables = m_walkIn.counter().rules.source()]() -> Result<Made> {
                const auto paper = paperFor(kind, complete, Rules(tables));
                if (!paper)
                    return paper.error();
                const auto pdf = toPdf(*paper);
                if (!pdf)
                    return pdf.error();
                return Made{{.id = id,
                             .caseId = complete.form.id,
                             .kind = kind,
                             .copy = complete.copy,
                             .outcome = u"made"_s,
                             .pdf = *pdf},
                            paper->title};
            },
            [this, kind](const Result<Made> &made) {
                if (made)
                    archive(*made);
                else
                    setState(kind, PaperState::Kind::Failed, made.error());
            });
    });
}

// Nothing goes to the printer that is not in the archive.
void PaperDesk::archive(const Made &made)
{
    m_walkIn.counter().store.write(
        this,
        [record = made.record, stamp = m_walkIn.counter().stamp()](Repositories &repositories) -> Result<void> {
            if (auto stored = repositories.papers.put(record, stamp); !stored)
                return stored;
            return repositories.journal.audit(u"print"_s, record.caseId.toString(QUuid::WithoutBraces),
                                              u"%1 %2"_s.arg(int(record.kind)).arg(record.copy), stamp);
        },
        [this, made](const Result<void> &stored) {
            const PaperKind kind = made.record.kind;
            if (!stored) {
                setState(kind, PaperState::Kind::Failed, stored.error());
                return;
            }
            setState(kind, PaperState::Kind::Printing);
            m_jobs.insert(made.record.id, kind);
            m_printer.print(made.record.id, made.title, made.record.pdf);
        });
}

void PaperDesk::finish(const QUuid &job, const Result<void> &result)
{
    if (!m_jobs.contains(job))
        return;
    const PaperKind kind = m_jobs.take(job);
    m_walkIn.counter().store.write(
        this,
        [job, outcome = result ? u"printed"_s : name(result.error().code)](Repositories &repositories) {
            return repositories.papers.setOutcome(job, outcome);
        },
        [this](const Result<void> &stored) {
            if (!stored)
                Q_EMIT failed(stored.error());
        });
    if (!result) {
        setState(kind, PaperState::Kind::Failed, result.error());
        return;
    }
    if (kind == PaperKind::RegistrationForm && !m_walkIn.acceptedCase()) {
        Draft draft = m_walkIn.draft();
        ++draft.signing.printedForms;
        m_walkIn.setDraft(draft);
    }
    setState(kind, PaperState::Kind::Printed);
}

bool PaperDesk::isBusy() const
{
    return std::any_of(m_states.begin(), m_states.end(), [](const PaperState &state) {
        return state.kind == PaperState::Kind::Making || state.kind == PaperState::Kind::Printing;
    });
}

void PaperDesk::show(PaperKind kind)
{
    withPhoto(kind, [this, kind](const CasePaperFacts &complete) {
        m_background.run(
            this,
            [kind, complete, tables = m_walkIn.counter().rules.source()]() -> Result<QImage> {
                const auto paper = paperFor(kind, complete, Rules(tables));
                if (!paper)
                    return paper.error();
                return toImage(*paper, 0, previewResolution);
            },
            [this, kind](const Result<QImage> &page) {
                if (page)
                    Q_EMIT preview(kind, *page);
                else
                    Q_EMIT failed(page.error());
            });
    });
}

} // namespace idcounter
