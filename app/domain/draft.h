#pragma once

#include "app/domain/citizennumber.h"
#include "app/domain/clock.h"
#include "app/domain/draftparts.h"

namespace idcounter {

// What is unusual about an application: a finger that could not be taken; a photo with a reason, or with a rule that would
// stop it and could not be measured; a reduction; sex or birth date that are not those of the number.
enum class ExceptionKind { FingerMissing, PhotoReason, Reduction, PersonUnlocked };

// The unfinished case: everything gathered so far, half-typed words included. Complete when no step of the walk-in reports
// a problem; the accepted case keeps it as its form.
struct Draft
{
    QUuid id;
    QDate openedOn; // the station's date
    QString clerk; // log-in name of who opened it

    Booked booked;
    Applicant applicant;
    Guardian guardian;
    Papers papers;
    Business business;
    std::optional<Photo> photo;
    QList<FingerRecord> fingers;
    QList<SidePicture> sidePictures;
    Delivery delivery;
    Signing signing;
    Payment payment;
    QString secondOfficer; // log-in name of who confirmed the exceptions; empty where none did
    QString secondOfficerName; // as papers print it

    // An empty draft of today, with an identity of its own.
    static Draft begin(const Clock &clock, const QString &clerk);

    std::optional<CitizenNumber> number() const;
    // Of the number, or as typed in while there is none.
    QDate birthDate() const;

    // Whether anything was entered; an untouched draft is not kept.
    bool isUntouched() const;

    // What needs a second officer (RULES 7.1).
    QList<ExceptionKind> exceptions() const;
    bool hasExceptions() const { return !exceptions().isEmpty(); }
    // Whether both need the same confirmation.
    bool hasExceptionsOf(const Draft &other) const;
    // Sex and birth date as the number has them, unless they were unlocked.
    void fillFromNumber();
    // Whether the registration form says the same: what the citizen reads and signs.
    bool hasFormOf(const Draft &other) const;

    // Photo and prints it names, by their captures.
    QList<QUuid> captures() const;

    template<typename Archive, typename Self>
    static void fields(Archive &archive, Self &self)
    {
        archive("id", self.id);
        archive("openedOn", self.openedOn);
        archive("clerk", self.clerk);
        archive("booked", self.booked);
        archive("applicant", self.applicant);
        archive("guardian", self.guardian);
        archive("papers", self.papers);
        archive("business", self.business);
        archive("photo", self.photo);
        archive("fingers", self.fingers);
        archive("sidePictures", self.sidePictures);
        archive("delivery", self.delivery);
        archive("signing", self.signing);
        archive("payment", self.payment);
        archive("secondOfficer", self.secondOfficer);
        archive("secondOfficerName", self.secondOfficerName);
    }

    friend bool operator==(const Draft &, const Draft &) = default;
};

} // namespace idcounter
