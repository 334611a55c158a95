#include "app/workflow/identitysearch.h"

#include "app/biometrics/fingermatcher.h"
#include "app/domain/uuidv7.h"

#include <QThread>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace idcounter {

namespace {

constexpr int casesAtOnce = 20; // so that nobody waits long for the database
constexpr std::size_t shortlist = 30; // fingers that are compared press by press
// Counters accept at the same time, and their clocks differ a little.
constexpr qint64 overlapMs = 600'000;

// Empty for one that is damaged, which the check of the database tells: the others are searched all the same.
Result<QList<QByteArray>> templatesOf(Repositories &repositories, const QList<EnrolledFinger> &fingers)
{
    QList<QByteArray> bytes;
    for (const EnrolledFinger &finger : fingers) {
        const auto stored = repositories.captures.find(finger.fingerTemplate);
        const bool damaged = !stored
            && (stored.error().code == Error::Code::RecordAltered || stored.error().code == Error::Code::RecordMissing);
        if (!stored && !damaged)
            return stored.error();
        bytes << (stored ? stored->bytes : QByteArray());
    }
    return bytes;
}

} // namespace

// A finger as it was stored, and as it compares.
struct IdentitySearch::Probe
{
    EnrolledFinger finger;
    FingerTemplate presses;
};

// What is known of all fingers. Used in the background only.
struct IdentitySearch::Gallery
{
    FingerIndex index;
    std::vector<EnrolledFinger> fingers; // by their identities in the index
    QSet<QUuid> templates; // of them

    void add(const EnrolledFinger &finger, const QByteArray &bytes)
    {
        if (templates.contains(finger.fingerTemplate))
            return;
        const auto presses = FingerTemplate::fromBytes(bytes);
        if (!presses)
            return;
        templates.insert(finger.fingerTemplate);
        index.add(FingerIndex::Id(fingers.size()), *presses);
        fingers.push_back(finger);
    }

    // Those worth comparing with a finger: the likeliest of other people.
    QList<EnrolledFinger> likeliest(const Probe &probe) const
    {
        QList<EnrolledFinger> found;
        const auto threads = unsigned(std::max(1, QThread::idealThreadCount()));
        for (const FingerIndex::Candidate &candidate : index.likeliest(probe.presses, shortlist, threads)) {
            const EnrolledFinger &finger = fingers[std::size_t(candidate.id)];
            if (finger.citizenNumber != probe.finger.citizenNumber)
                found << finger;
        }
        return found;
    }
};

IdentitySearch::IdentitySearch(Counter counter, QObject *parent)
    : QObject(parent)
    , m_counter(std::move(counter))
    , m_gallery(std::make_shared<Gallery>())
    , m_background(u"identity"_s)
{
}

void IdentitySearch::stop(const Error &error)
{
    m_working = false;
    Q_EMIT failed(error);
}

void IdentitySearch::catchUp()
{
    m_again = true;
    if (m_working)
        return;
    m_working = true;
    m_again = false;
    m_place = {.acceptedMs = std::max<qint64>(0, m_place.acceptedMs - overlapMs), .caseId = {}};
    readNext();
}

// The cases that are not in the index yet, some at a time.
void IdentitySearch::readNext()
{
    struct Read
    {
        IdentityRepository::Enrolled enrolled;
        QList<QByteArray> templates;
    };
    m_counter.store.read(
        this,
        [place = m_place](Repositories &repositories) -> Result<Read> {
            const auto enrolled = repositories.identities.enrolledAfter(place, casesAtOnce);
            if (!enrolled)
                return enrolled.error();
            const auto templates = templatesOf(repositories, enrolled->fingers);
            return templates ? Result(Read{*enrolled, *templates}) : Result<Read>(templates.error());
        },
        [this](const Result<Read> &read) {
            if (!read)
                return stop(read.error());
            if (!read->enrolled.last)
                return searchNext();
            m_place = *read->enrolled.last;
            m_background.run(
                this,
                [gallery = m_gallery, enrolled = read->enrolled, templates = read->templates] {
                    for (qsizetype i = 0; i < templates.size(); ++i)
                        gallery->add(enrolled.fingers[i], templates[i]);
                    return gallery->index.size();
                },
                [this](std::size_t fingers) {
                    m_fingers = fingers;
                    readNext();
                });
        });
}

void IdentitySearch::searchNext()
{
    struct Found
    {
        QUuid caseId;
        QList<EnrolledFinger> fingers;
        QList<QByteArray> templates;
    };
    m_counter.store.read(
        this,
        [](Repositories &repositories) -> Result<Found> {
            const auto caseId = repositories.identities.unsearched();
            if (!caseId)
                return caseId.error();
            if (caseId->isNull())
                return Found{};
            const auto fingers = repositories.identities.enrolledIn(*caseId);
            if (!fingers)
                return fingers.error();
            const auto templates = templatesOf(repositories, *fingers);
            return templates ? Result(Found{*caseId, *fingers, *templates}) : Result<Found>(templates.error());
        },
        [this](const Result<Found> &found) {
            if (!found)
                return stop(found.error());
            if (found->caseId.isNull()) {
                m_working = false;
                refresh();
                if (m_again)
                    return catchUp();
                Q_EMIT finished();
                return;
            }
            QList<Probe> probes;
            for (qsizetype i = 0; i < found->templates.size(); ++i) {
                if (const auto presses = FingerTemplate::fromBytes(found->templates[i]))
                    probes << Probe{found->fingers[i], *presses};
            }
            search(found->caseId, probes);
        });
}

// Whom to compare with: the likeliest of the others, and all fingers of the same citizen's other cases.
void IdentitySearch::search(const QUuid &caseId, const QList<Probe> &probes)
{
    m_background.run(
        this,
        [gallery = m_gallery, probes] {
            QList<EnrolledFinger> candidates;
            for (const Probe &probe : probes)
                candidates << gallery->likeliest(probe);
            return candidates;
        },
        [this, caseId, probes](const QList<EnrolledFinger> &candidates) {
            const auto number = probes.isEmpty() ? Result<CitizenNumber>(Error{Error::Code::RecordMissing, {}})
                                                 : CitizenNumber::parse(probes.first().finger.citizenNumber);
            if (!number)
                return compare(caseId, probes, candidates);
            m_counter.store.read(
                this,
                [number = *number](Repositories &repositories) { return repositories.identities.enrolledOf(number); },
                [this, caseId, probes, candidates](const Result<QList<EnrolledFinger>> &own) {
                    if (!own)
                        return stop(own.error());
                    QList<EnrolledFinger> all = candidates;
                    for (const EnrolledFinger &finger : *own) {
                        if (finger.caseId != caseId)
                            all << finger;
                    }
                    compare(caseId, probes, all);
                });
        });
}

// Press by press, all against all.
void IdentitySearch::compare(const QUuid &caseId, const QList<Probe> &probes, const QList<EnrolledFinger> &candidates)
{
    m_counter.store.read(
        this, [candidates](Repositories &repositories) { return templatesOf(repositories, candidates); },
        [this, caseId, probes, candidates](const Result<QList<QByteArray>> &templates) {
            if (!templates)
                return stop(templates.error());
            m_background.run(
                this,
                [caseId, probes, candidates, bytes = *templates, clock = m_counter.clock] {
                    QList<IdentityHit> hits;
                    const auto add
                        = [&](IdentityFinding finding, const EnrolledFinger &own, const EnrolledFinger &other) {
                              const bool known = std::any_of(hits.begin(), hits.end(), [&](const IdentityHit &hit) {
                                  return hit.finger == own.finger && hit.otherCaseId == other.caseId
                                      && hit.otherFinger == other.finger;
                              });
                              if (!known)
                                  hits << IdentityHit{.id = makeUuidV7(clock),
                                                      .finding = finding,
                                                      .caseId = caseId,
                                                      .finger = own.finger,
                                                      .otherCaseId = other.caseId,
                                                      .otherFinger = other.finger,
                                                      .foundAt = clock()};
                          };
                    for (qsizetype i = 0; i < candidates.size(); ++i) {
                        const auto other = FingerTemplate::fromBytes(bytes[i]);
                        if (!other)
                            continue;
                        const EnrolledFinger &candidate = candidates[i];
                        for (const Probe &probe : probes) {
                            const bool samePerson = probe.finger.citizenNumber == candidate.citizenNumber;
                            const bool sameName = probe.finger.finger == candidate.finger;
                            const bool match = sameFinger(probe.presses, *other);
                            if (match && !samePerson)
                                add(IdentityFinding::TwoIdentities, probe.finger, candidate);
                            else if (match && !sameName)
                                add(IdentityFinding::OtherFinger, probe.finger, candidate);
                            else if (!match && samePerson && sameName)
                                add(IdentityFinding::OtherPerson, probe.finger, candidate);
                        }
                    }
                    return hits;
                },
                [this, caseId](const QList<IdentityHit> &hits) { record(caseId, hits); });
        });
}

void IdentitySearch::record(const QUuid &caseId, const QList<IdentityHit> &hits)
{
    m_counter.store.write(
        this,
        [caseId, hits, stamp = m_counter.stamp()](Repositories &repositories) {
            return repositories.identities.recordSearch(caseId, hits, stamp);
        },
        [this](const Result<void> &recorded) {
            if (!recorded)
                return stop(recorded.error());
            searchNext();
        });
}

void IdentitySearch::refresh()
{
    m_counter.store.read(
        this, [](Repositories &repositories) { return repositories.identities.open(); },
        [this](const Result<QList<IdentityHit>> &hits) {
            if (!hits) {
                Q_EMIT failed(hits.error());
                return;
            }
            m_hits = *hits;
            Q_EMIT changed();
        });
}

void IdentitySearch::show(const IdentityHit &hit)
{
    using Sides = std::pair<IdentitySide, IdentitySide>;
    m_counter.store.write(
        this,
        [hit, stamp = m_counter.stamp()](Repositories &repositories) -> Result<Sides> {
            const auto side = [&](const QUuid &caseId, const QString &finger) -> Result<IdentitySide> {
                const auto accepted = repositories.cases.find(caseId);
                if (!accepted)
                    return accepted.error();
                if (auto result = repositories.journal.audit(u"view"_s, caseId.toString(QUuid::WithoutBraces),
                                                             u"identity"_s, stamp);
                    !result)
                    return result.error();
                IdentitySide found{.accepted = *accepted};
                if (const auto &photo = accepted->form.photo) {
                    if (const auto stored = repositories.captures.find(photo->capture))
                        found.photo = stored->bytes;
                }
                for (const FingerRecord &record : accepted->form.fingers) {
                    if (record.finger != finger || record.presses.isEmpty())
                        continue;
                    if (const auto stored = repositories.captures.find(record.presses.first()))
                        found.print = stored->bytes;
                }
                return found;
            };
            const auto one = side(hit.caseId, hit.finger);
            if (!one)
                return one.error();
            const auto other = side(hit.otherCaseId, hit.otherFinger);
            if (!other)
                return other.error();
            return Sides{*one, *other};
        },
        [this, hit](const Result<Sides> &sides) {
            if (!sides)
                Q_EMIT failed(sides.error());
            else
                Q_EMIT shown(hit, sides->first, sides->second);
        });
}

void IdentitySearch::decide(const IdentityHit &hit, IdentityVerdict verdict, const QString &note)
{
    if (!includes(m_counter.person.role, Role::Reviewer)) {
        Q_EMIT failed({Error::Code::RoleNotAllowed, {}});
        return;
    }
    m_counter.store.write(
        this,
        [id = hit.id, verdict, note, stamp = m_counter.stamp()](Repositories &repositories) {
            return repositories.identities.decide(id, verdict, note, stamp);
        },
        [this](const Result<void> &decided) {
            if (!decided)
                Q_EMIT failed(decided.error());
            refresh();
        });
}

} // namespace idcounter
