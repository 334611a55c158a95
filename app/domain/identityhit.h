#pragma once

#include <QDateTime>
#include <QString>
#include <QUuid>

namespace idcounter {

// What the prints of two cases say against the names on them.
enum class IdentityFinding {
    TwoIdentities, // the same finger under two citizen numbers
    OtherFinger, // under one number, but as another finger: left and right were mixed up
    OtherPerson, // the same finger of one number does not match
};

// What a reviewer found out. It refuses nothing by itself.
enum class IdentityVerdict { Open, SamePerson, DifferentPeople };

// Two fingers of two cases that a reviewer must look at.
struct IdentityHit
{
    QUuid id;
    IdentityFinding finding = IdentityFinding::TwoIdentities;
    QUuid caseId;
    QString finger; // position code
    QUuid otherCaseId;
    QString otherFinger;
    QDateTime foundAt; // UTC
    IdentityVerdict verdict = IdentityVerdict::Open;
    QDateTime decidedAt; // UTC; null while open
    QString decidedBy; // log-in name
    QString note;

    friend bool operator==(const IdentityHit &, const IdentityHit &) = default;
};

} // namespace idcounter
