#include "app/workflow/paperdesk.h"

#include "app/documents/refusalnotice.h"
#include "app/domain/uuidv7.h"
#include "app/workflow/chargenames.h"
#include "app/workflow/walkin.h"

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace idcounter {

namespace {

constexpr std::array papersOfAcceptance{PaperKind::CollectionSlip, PaperKind::Receipt, PaperKind::ArchiveForm};

Result<Document> paperFor(PaperKind kind, const CasePaperFacts &facts, const Refusal &refusal, const Rules &rules)
{
    switch (kind) {
    case PaperKind::RegistrationForm:
    case PaperKind::ArchiveForm:
        return registrationForm(facts, rules);
    case PaperKind::CollectionSlip:
        return collectionSlip(facts, rules);
    case PaperKind::Receipt:
        return receipt(facts, rules);
    case PaperKind::RefusalNotice:
        return refusalNotice(facts, refusal, rules);
    case PaperKind::DailyReport:
        break;
    }
    return Error{Error::Code::DocumentFailed, {}};
}

// Whose photo is gone when it is made.
bool usesPhoto(PaperKind kind)
{
    return kind != PaperKind::RefusalNotice;
}

} // namespace

PaperDesk::PaperDesk(WalkIn &walkIn, Printer &printer, QObject *parent)
    : QObject(parent)
    , m_walkIn(walkIn)
    , m_printer(printer)
    , m_background(u"papers"_s)
{
    connect(&m_walkIn, &WalkIn::accepted, this, &PaperDesk::printAccepted);
    connect(&m_walkIn, &WalkIn::citizenRefused, this, [this] { print(PaperKind::RefusalNotice); });
    connect(&m_printer, &Printer::printed, this, [this](const QUuid &job) { finish(job, {}); });
    connect(&m_printer, &Printer::failed, this, [this](const QUuid &job, const Error &error) { finish(job, error); });
    if (m_walkIn.isComeBackTo())
        loadPrinted();
}

bool PaperDesk::isDue(PaperKind kind) const
{
    const auto &accepted = m_walkIn.acceptedCase();
    return kind != PaperKind::Receipt || (accepted && !accepted->receiptNumber.isEmpty());
}

void PaperDesk::printAccepted()
{
    for (const PaperKind kind : papersOfAcceptance) {
        if (isDue(kind))
            print(kind);
    }
}

// How many copies of each paper came out before.
void PaperDesk::loadPrinted()
{
    using Counts = QMap<PaperKind, int>;
    m_walkIn.counter().store.read(
        this,
        [id = m_walkIn.draft().id](Repositories &repositories) -> Result<Counts> {
            Counts counts;
            for (const PaperKind kind : papersOfAcceptance) {
                const auto printed = repositories.papers.printed(id, kind);
                if (!printed)
                    return printed.error();
                counts.insert(kind, *printed);
            }
            return counts;
        },
        [this](const Result<Counts> &counts) {
            if (!counts) {
                Q_EMIT failed(counts.error());
                return;
            }
            for (auto count = counts->begin(); count != counts->end(); ++count) {
                if (*count == 0)
                    continue;
                m_states[count.key()] = {.kind = PaperState::Kind::Printed, .printed = *count};
                Q_EMIT stateChanged(count.key());
            }
        });
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

CasePaperFacts PaperDesk::facts() const
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
                         .printsNotAsked = m_walkIn.isTooYoungForPrints(),
                         .copy = m_walkIn.draft().signing.printedForms + 1}; // of the form as it is now
    if (const auto &returned = m_walkIn.returnedCase())
        facts.number = returned->accepted.number;
    if (const auto &accepted = m_walkIn.acceptedCase()) {
        facts.form = accepted->form;
        facts.printsNotAsked = true; // nothing else lets a case be accepted without prints
        facts.number = accepted->number;
        facts.day = accepted->acceptedOn();
        facts.charges = namedCharges(accepted->charges, counter.rules, facts.day, counter.station.region());
        facts.promiseDue = accepted->promiseDue;
        facts.legalDue = accepted->legalDue;
        facts.receiptNumber = accepted->receiptNumber;
    }
    return facts;
}

// What a paper needs of the database.
struct PaperDesk::Stored
{
    QByteArray photo;
    int printed = 0; // copies of the paper so far
    QString clerk; // by name, who accepted the case
};

void PaperDesk::print(PaperKind kind)
{
    const PaperState::Kind now = state(kind).kind;
    if (now == PaperState::Kind::Making || now == PaperState::Kind::Printing)
        return;
    setState(kind, PaperState::Kind::Making);
    const CasePaperFacts known = facts();
    m_walkIn.counter().store.read(
        this,
        [kind, clerk = m_walkIn.acceptedCase() ? m_walkIn.acceptedCase()->acceptedBy : QString(), id = known.form.id,
         photo
         = usesPhoto(kind) ? known.form.photo : std::optional<Photo>()](Repositories &repositories) -> Result<Stored> {
            const auto printed = repositories.papers.printed(id, kind);
            if (!printed)
                return printed.error();
            const auto people
                = clerk.isEmpty() ? Result<QList<Person>>(QList<Person>()) : repositories.station.people();
            if (!people)
                return people.error();
            QString name;
            for (const Person &person : *people)
                name = person.login == clerk ? person.name : name;
            if (!photo)
                return Stored{{}, *printed, name};
            const auto capture = repositories.captures.find(photo->capture);
            if (!capture)
                return capture.error();
            return Stored{capture->bytes, *printed, name};
        },
        [this, kind, known](const Result<Stored> &stored) {
            if (!stored) {
                setState(kind, PaperState::Kind::Failed, stored.error());
                return;
            }
            CasePaperFacts complete = known;
            complete.photo = QImage::fromData(stored->photo);
            if (!stored->clerk.isEmpty()) // a copy names who accepted, whoever prints it
                complete.clerk = stored->clerk;
            if (kind != PaperKind::RegistrationForm) // which is printed anew when it says something else
                complete.copy = stored->printed + 1;
            make(kind, complete);
        });
}

void PaperDesk::make(PaperKind kind, const CasePaperFacts &complete)
{
    const QUuid id = makeUuidV7(m_walkIn.counter().clock);
    m_background.run(
        this,
        [kind, complete, refusal = m_walkIn.refusal().value_or(Refusal()), id,
         tables = m_walkIn.counter().rules.source()]() -> Result<Made> {
            const auto paper = paperFor(kind, complete, refusal, Rules(tables));
            if (!paper)
                return paper.error();
            const auto pdf = toPdf(*paper);
            if (!pdf)
                return pdf.error();
            return Made{.record = {.id = id,
                                   .caseId = complete.form.id,
                                   .kind = kind,
                                   .copy = complete.copy,
                                   .outcome = u"made"_s,
                                   .pdf = *pdf},
                        .title = paper->title,
                        .form = complete.form};
        },
        [this, kind](const Result<Made> &made) {
            if (made)
                archive(*made);
            else
                setState(kind, PaperState::Kind::Failed, made.error());
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
            m_jobs.insert(made.record.id, made);
            m_printer.print(made.record.id, made.title, made.record.pdf);
        });
}

void PaperDesk::finish(const QUuid &job, const Result<void> &result)
{
    if (!m_jobs.contains(job))
        return;
    const Made made = m_jobs.take(job);
    const PaperKind kind = made.record.kind;
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
    // A form that was changed while it was on its way out is not the one to be signed.
    if (kind == PaperKind::RegistrationForm && !m_walkIn.acceptedCase() && made.form.hasFormOf(m_walkIn.draft())) {
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

} // namespace idcounter
