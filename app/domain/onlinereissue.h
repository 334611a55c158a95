#pragma once

#include "app/domain/booking.h"

#include <algorithm>

namespace idcounter {

// What must hold so that a lost card is made again without a visit (SOURCE, 1; RULES 7.3).
enum class ReissueCheck { CardOnRecord, PrintsOnRecord, PhotoAge, PrintsAge, DataUnchanged, NoOpenCase, RealName };

// What the station knows of the last card of the person.
struct LastCard
{
    QUuid caseId;
    QString acceptanceNumber;
    Applicant applicant; // as it was then
    std::optional<Photo> photo;
    QList<FingerRecord> fingers;
    QDate issuedOn; // the day the county signed, or where that is not known the day of acceptance
};

// How old what is used again may be: no national rule was found, the numbers are local (RULES 4, Haikou).
struct ReissueRules
{
    int photoYears = 5;
    int childPhotoYears = 2; // under 16 at the time
    int printsYears = 10;

    template<typename Archive, typename Self>
    static void fields(Archive &archive, Self &self)
    {
        archive("photoYears", self.photoYears);
        archive("childPhotoYears", self.childPhotoYears);
        archive("printsYears", self.printsYears);
    }
    friend bool operator==(const ReissueRules &, const ReissueRules &) = default;
};

// One condition, and what it was judged by.
struct ReissueFinding
{
    ReissueCheck check = ReissueCheck::CardOnRecord;
    bool holds = false;
    Error::Code problem = Error::Code::ReissueCardUnknown; // what is said where it does not hold
    QString record; // acceptance number of the case that it is read from; empty where there is none
    QDate on; // the day that counts: photo or prints taken, card issued
    QStringList fields; // of household data that differ

    friend bool operator==(const ReissueFinding &, const ReissueFinding &) = default;
};

// Every condition, each with its evidence, in the order of ReissueCheck. card: none where no card was found.
QList<ReissueFinding> reissueFindings(const TypedForm &form, const std::optional<LastCard> &card, bool hasOpenCase,
                                      const ReissueRules &rules, QDate today);

inline bool allHold(const QList<ReissueFinding> &findings)
{
    return std::all_of(findings.begin(), findings.end(), [](const ReissueFinding &finding) { return finding.holds; });
}

// What an officer set aside when he confirmed an application all the same, and why; kept in the audit as one line.
struct ReissueOverride
{
    QList<Error::Code> against; // of the conditions that did not hold
    QString reason;

    QString toText() const; // "ReissuePhotoOld ReissuePrintsOld: reason"; empty where nothing was set aside
    // A line without conditions is all reason.
    static ReissueOverride fromText(const QString &text);
    friend bool operator==(const ReissueOverride &, const ReissueOverride &) = default;
};

// The form of the case that an online application becomes: the typed data, with the photo and the prints of the last card.
Draft draftOf(const OnlineApplication &application, const LastCard &card, const Clock &clock, const QString &clerk);

// Household data of which a card tells, and in which the two differ: names of fields.
QStringList differencesOf(const Applicant &typed, const Applicant &onRecord);

} // namespace idcounter
