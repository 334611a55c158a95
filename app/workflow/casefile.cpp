#include "app/workflow/casefile.h"

#include "app/documents/casefile.h"
#include "app/domain/onlinereissue.h"
#include "app/workflow/chargenames.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace idcounter {

namespace {

using Names = QHash<QString, QString>; // by log-in

LifeStep stepIn(const LifeEntry &entry, const Names &names)
{
    const QJsonObject &body = entry.body;
    const auto named = [&names](const QString &login) { return names.value(login, login); };
    LifeStep step{.at = entry.at,
                  .event = entry.event,
                  .from = entry.from,
                  .to = entry.to,
                  .person = named(entry.person),
                  .isImplied = body[u"implied"_s].toBool(),
                  .reason = body[u"reason"_s].toString(),
                  .way = body[u"way"_s].toString(),
                  .secondOfficer = named(body[u"secondOfficer"_s].toString()),
                  .until = QDate::fromString(body[u"until"_s].toString(), Qt::ISODate),
                  .refund = {qint64(body[u"refundFen"_s].toDouble())}};
    json::read(body[u"wrong"_s], step.wrong);
    if (body.contains(u"defect"_s))
        step.defect = CardDefect(body[u"defect"_s].toInt());
    for (const QString &key : {u"package"_s, u"trackingNumber"_s, u"serial"_s}) {
        if (step.reference.isEmpty())
            step.reference = body[key].toString();
    }
    return step;
}

// An online application has the identity of the case that it became; what was set aside for it is in the audit.
Result<void> addOverrides(Repositories &repositories, const Names &names, CaseFile &file)
{
    const QString object = file.clocks.standing.accepted.id.toString(QUuid::WithoutBraces);
    const auto decided = repositories.journal.auditsOf(u"application-eligible"_s, object);
    if (!decided)
        return decided.error();
    for (const AuditEntry &entry : *decided) {
        const ReissueOverride given = ReissueOverride::fromText(entry.detail);
        if (given.reason.isEmpty())
            continue;
        const LifeStep step{.at = entry.at,
                            .event = u"override"_s,
                            .person = names.value(entry.person, entry.person),
                            .reason = given.reason,
                            .against = given.against};
        const auto later
            = std::lower_bound(file.steps.begin(), file.steps.end(), step,
                               [](const LifeStep &one, const LifeStep &other) { return one.at < other.at; });
        file.steps.insert(later, step);
    }
    return {};
}

Result<Names> namesIn(Repositories &repositories)
{
    const auto people = repositories.station.people();
    if (!people)
        return people.error();
    Names names;
    for (const Person &person : *people)
        names.insert(person.login, person.name);
    return names;
}

Result<void> readParts(Repositories &repositories, CaseFile &file)
{
    const Case &accepted = file.clocks.standing.accepted;
    const auto names = namesIn(repositories);
    if (!names)
        return names.error();
    file.acceptedBy = names->value(accepted.acceptedBy, accepted.acceptedBy);
    const auto history = repositories.lives.history(accepted.id);
    if (!history)
        return history.error();
    for (const LifeEntry &entry : *history)
        file.steps << stepIn(entry, *names);
    if (const auto added = addOverrides(repositories, *names, file); !added)
        return added;
    for (const PaperKind kind : {PaperKind::RegistrationForm, PaperKind::ArchiveForm, PaperKind::CollectionSlip,
                                 PaperKind::Receipt, PaperKind::RefusalNotice}) {
        const auto count = repositories.papers.printed(accepted.id, kind);
        if (!count)
            return count.error();
        if (*count > 0)
            file.papers << std::pair{kind, *count};
    }
    const auto temporary = repositories.blanks.issuedFor(accepted.id);
    if (!temporary)
        return temporary.error();
    file.temporaryCard = *temporary;
    return {};
}

QString paperWord(PaperKind kind)
{
    switch (kind) {
    case PaperKind::RegistrationForm:
        return u"申领登记表"_s;
    case PaperKind::ArchiveForm:
        return u"申领登记表（存档）"_s;
    case PaperKind::CollectionSlip:
        return u"领取凭证"_s;
    case PaperKind::Receipt:
        return u"工本费收据"_s;
    case PaperKind::DailyReport:
        return u"日报表"_s;
    case PaperKind::RefusalNotice:
        return u"不予受理告知书"_s;
    }
    Q_UNREACHABLE();
}

} // namespace

CaseFileDesk::CaseFileDesk(Counter counter, Printer &printer, QObject *parent)
    : QObject(parent)
    , m_counter(std::move(counter))
    , m_paper(m_counter, printer)
{
    connect(&m_paper, &PaperRun::printed, this, &CaseFileDesk::printed);
    connect(&m_paper, &PaperRun::failed, this, &CaseFileDesk::failed);
}

void CaseFileDesk::open(const QUuid &caseId)
{
    m_counter.store.write(
        this,
        [caseId, stamp = m_counter.stamp()](Repositories &repositories) -> Result<CaseFile> {
            const auto standing = repositories.lives.standing(caseId);
            if (!standing)
                return standing.error();
            CaseFile file{.clocks = {.standing = *standing}};
            if (const auto done = readParts(repositories, file); !done)
                return done.error();
            // A case whose photo cannot be read is shown all the same.
            if (const auto &photo = standing->accepted.form.photo) {
                if (const auto stored = repositories.captures.find(photo->capture))
                    file.photo = stored->bytes;
            }
            if (const auto done
                = repositories.journal.audit(u"view"_s, caseId.toString(QUuid::WithoutBraces), u"case file"_s, stamp);
                !done)
                return done.error();
            return file;
        },
        [this](const Result<CaseFile> &read) {
            if (!read) {
                Q_EMIT failed(read.error());
                return;
            }
            CaseFile file = *read;
            file.clocks = deadlineRow(read->clocks.standing, m_counter.rules, m_counter.today());
            Case &accepted = file.clocks.standing.accepted;
            accepted.charges
                = namedCharges(accepted.charges, m_counter.rules, accepted.acceptedOn(), m_counter.station.region());
            Q_EMIT opened(file);
        });
}

void CaseFileDesk::print(const CaseFile &file)
{
    CaseFileFacts facts{.standing = file.clocks.standing,
                        .steps = file.steps,
                        .acceptedBy = file.acceptedBy,
                        .photo = QImage::fromData(file.photo),
                        .station = m_counter.station.name,
                        .practice = m_counter.station.practice,
                        .printedBy = m_counter.person.name,
                        .printedAt = m_counter.clock()};
    for (const auto &[kind, count] : file.papers)
        facts.papers << u"%1 %2 份"_s.arg(paperWord(kind)).arg(count);
    if (file.temporaryCard)
        facts.temporaryCard
            = u"%1，至 %2"_s.arg(file.temporaryCard->serial, file.temporaryCard->until.toString(Qt::ISODate));
    m_paper.print(facts.standing.accepted.id.toString(QUuid::WithoutBraces), u"case file"_s,
                  [facts, tables = m_counter.rules.source()] { return caseFilePaper(facts, Rules(tables)); });
}

} // namespace idcounter
