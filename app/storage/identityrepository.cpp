#include "app/storage/identityrepository.h"

#include "app/domain/enumnames.h"

using namespace Qt::StringLiterals;

namespace idcounter {

namespace {

constexpr int sealedColumn = 10;

constexpr EnumNames findings{
    std::pair{IdentityFinding::TwoIdentities, "two_identities"},
    std::pair{IdentityFinding::OtherFinger, "other_finger"},
    std::pair{IdentityFinding::OtherPerson, "other_person"},
};

constexpr EnumNames verdicts{
    std::pair{IdentityVerdict::Open, "open"},
    std::pair{IdentityVerdict::SamePerson, "same_person"},
    std::pair{IdentityVerdict::DifferentPeople, "different_people"},
};

QList<EnrolledFinger> fingersOf(const Case &accepted)
{
    QList<EnrolledFinger> fingers;
    for (const FingerRecord &record : accepted.form.fingers) {
        if (record.result == FingerResult::Registered && !record.fingerTemplate.isNull())
            fingers << EnrolledFinger{.caseId = accepted.id,
                                      .citizenNumber = accepted.form.applicant.number,
                                      .finger = record.finger,
                                      .fingerTemplate = record.fingerTemplate};
    }
    return fingers;
}

} // namespace

Result<IdentityRepository::Enrolled> IdentityRepository::enrolledAfter(const Place &place, int cases) const
{
    const auto following = CaseRepository(m_connection, m_keys).acceptedAfter(place.acceptedMs, place.caseId, cases);
    if (!following)
        return following.error();
    Enrolled enrolled;
    for (const Case &accepted : *following) {
        enrolled.fingers << fingersOf(accepted);
        enrolled.last = Place{accepted.acceptedAt.toMSecsSinceEpoch(), accepted.id};
    }
    return enrolled;
}

Result<QList<EnrolledFinger>> IdentityRepository::enrolledIn(const QUuid &caseId) const
{
    const auto accepted = CaseRepository(m_connection, m_keys).find(caseId);
    return accepted ? Result(fingersOf(*accepted)) : Result<QList<EnrolledFinger>>(accepted.error());
}

Result<QList<EnrolledFinger>> IdentityRepository::enrolledOf(const CitizenNumber &number) const
{
    const auto cases = CaseRepository(m_connection, m_keys).ofCitizen(number);
    if (!cases)
        return cases.error();
    QList<EnrolledFinger> fingers;
    for (const Case &accepted : *cases)
        fingers << fingersOf(accepted);
    return fingers;
}

Result<QUuid> IdentityRepository::unsearched() const
{
    Statement cases = statement(u"SELECT id FROM case_main WHERE id NOT IN (SELECT case_id FROM identity_search) "
                                "ORDER BY id LIMIT 1"_s);
    if (auto result = cases.run(); !result)
        return result.error();
    return cases.next() ? QUuid(cases.text(0)) : QUuid();
}

Result<bool> IdentityRepository::isKnown(const IdentityHit &hit) const
{
    const auto known = all(layout::identityHit,
                           u"WHERE (case_id = ? AND finger = ? AND other_case_id = ? AND other_finger = ?) "
                           "OR (other_case_id = ? AND other_finger = ? AND case_id = ? AND finger = ?)"_s,
                           {key(hit.caseId), hit.finger, key(hit.otherCaseId), hit.otherFinger, key(hit.caseId),
                            hit.finger, key(hit.otherCaseId), hit.otherFinger},
                           [](const Statement &) { return Result(true); });
    return known ? Result<bool>(!known->isEmpty()) : Result<bool>(known.error());
}

Result<void> IdentityRepository::write(const IdentityHit &hit, bool isNew) const
{
    const QVariantList open{key(hit.id),
                            findings.name(hit.finding),
                            key(hit.caseId),
                            hit.finger,
                            key(hit.otherCaseId),
                            hit.otherFinger,
                            hit.foundAt.toMSecsSinceEpoch(),
                            verdicts.name(hit.verdict),
                            hit.decidedAt.isValid() ? hit.decidedAt.toMSecsSinceEpoch() : 0,
                            hit.decidedBy.isNull() ? u""_s : hit.decidedBy};
    const QVariantList sealed{m_keys.sealer().seal(hit.note.toUtf8(), place(layout::identityHit, hit.id))};
    return isNew ? insert(layout::identityHit, open, sealed) : update(layout::identityHit, open, sealed);
}

Result<void> IdentityRepository::recordSearch(const QUuid &caseId, const QList<IdentityHit> &hits,
                                              const Stamp &stamp) const
{
    const auto done = exists(layout::identitySearch, u"case_id"_s, key(caseId));
    if (!done)
        return done.error();
    if (*done) // by another counter
        return {};
    for (const IdentityHit &hit : hits) {
        const auto known = isKnown(hit);
        if (!known)
            return known.error();
        if (*known)
            continue;
        if (auto result = write(hit, true); !result)
            return result;
    }
    return insert(layout::identitySearch, {key(caseId), stamp.at.toMSecsSinceEpoch()});
}

Result<IdentityHit> IdentityRepository::hitIn(const Statement &row) const
{
    const QUuid id(row.text(0));
    const auto finding = findings.value(row.text(1));
    const auto verdict = verdicts.value(row.text(7));
    if (!finding || !verdict)
        return Error{Error::Code::RecordUnreadable, u"identity_hit"_s};
    const auto note = m_keys.sealer().open(row.bytes(sealedColumn), place(layout::identityHit, id));
    if (!note)
        return note.error();
    IdentityHit hit{.id = id,
                    .finding = *finding,
                    .caseId = QUuid(row.text(2)),
                    .finger = row.text(3),
                    .otherCaseId = QUuid(row.text(4)),
                    .otherFinger = row.text(5),
                    .foundAt = QDateTime::fromMSecsSinceEpoch(row.number(6), Qt::UTC),
                    .verdict = *verdict,
                    .decidedBy = row.text(9),
                    .note = QString::fromUtf8(*note)};
    if (row.number(8) != 0)
        hit.decidedAt = QDateTime::fromMSecsSinceEpoch(row.number(8), Qt::UTC);
    return hit;
}

Result<QList<IdentityHit>> IdentityRepository::open() const
{
    return all(layout::identityHit, u"WHERE verdict = 'open' ORDER BY at_ms, id"_s, {},
               [this](const Statement &row) { return hitIn(row); });
}

Result<void> IdentityRepository::decide(const QUuid &id, IdentityVerdict verdict, const QString &note,
                                        const Stamp &stamp) const
{
    const auto found
        = one(layout::identityHit, u"WHERE id = ?"_s, {key(id)}, [this](const Statement &row) { return hitIn(row); });
    if (!found)
        return found.error();
    if (found->verdict != IdentityVerdict::Open)
        return Error{Error::Code::RecordConflict, key(id)};
    IdentityHit hit = *found;
    hit.verdict = verdict;
    hit.decidedAt = stamp.at;
    hit.decidedBy = stamp.person;
    hit.note = note;
    if (auto result = write(hit, false); !result)
        return result;
    return JournalRepository(m_connection, m_keys).audit(u"identity"_s, key(id), verdicts.name(verdict), stamp);
}

Result<qint64> IdentityRepository::verify() const
{
    return countRead(layout::identityHit, [this](const Statement &row) { return hitIn(row); });
}

} // namespace idcounter
