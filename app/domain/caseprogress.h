#pragma once

#include "app/domain/cardvalidity.h"
#include "app/domain/case.h"

namespace idcounter {

// What a returned case must do again (RULES 7.1): the photo, one finger, or a field of the form.
enum class FaultyItem { Photo, FirstFinger, SecondFinger, Form };

// One reason for which a case came back.
struct ReturnReason
{
    QString code; // of return_reasons.csv
    FaultyItem item = FaultyItem::Photo;
    QString note; // what the reviewer, county or centre wrote

    template<typename Archive, typename Self>
    static void fields(Archive &archive, Self &self)
    {
        archive("code", self.code);
        archive("item", self.item);
        archive("note", self.note);
    }
    friend bool operator==(const ReturnReason &, const ReturnReason &) = default;
};

// Who sent a case back.
enum class ReturnOrigin { Station, County, City, Centre };

// What of a case goes off with a package: the whole, a card to be made again, or the wish to have it back.
enum class PackedKind { Application, Defect, Recall };

// Why a card that was made must be made again.
enum class CardDefect { Damaged, Unreadable, WrongData, NotDelivered, LostInStation, LostInMail };

// Why an application ends without a card, as far as the money asks for it: the applicant gives it up, the office made a mistake,
// or there is another application of the same person.
enum class EndingCause { Wish, OfficeAtFault, Duplicate };

// To whom a card was handed (RULES 6.5).
enum class Collector { Holder, Guardian, Deputy };

// What the live finger said at the counter when the card was handed out.
enum class FingerAnswer { NotAsked, Match, NoMatch, CannotCompare };

// What the holder brought.
enum class CollectorPaper { Slip, Booklet };

// What became of the old card on the day the new one was handed out.
enum class OldCardEnd { None, Taken, Clipped, NotedLost };

// One handing-out, with its parts.
struct CollectionRecord
{
    QDate day;
    Collector by = Collector::Holder;
    QString name; // of guardian or deputy
    QString number; // their citizen number
    QString relation; // of a deputy to the holder, code of GB/T 4761
    bool deputyPapers = false; // a deputy showed what the station's rule asks for
    CollectorPaper paper = CollectorPaper::Slip;
    FingerAnswer finger = FingerAnswer::NotAsked;
    QString fingerReason; // why the card was handed out without a match
    bool readBack = false; // text and validity were read out and agreed
    bool chipChecked = false; // it says the same as the case; where the station has a reader
    bool chipDiffers = false; // it was read and says something else: such a card is not handed out
    bool isSigned = false;
    OldCardEnd oldCard = OldCardEnd::None;
    bool temporaryReturned = false;

    template<typename Archive, typename Self>
    static void fields(Archive &archive, Self &self)
    {
        archive("day", self.day);
        archive("by", self.by);
        archive("name", self.name);
        archive("number", self.number);
        archive("relation", self.relation);
        archive("deputyPapers", self.deputyPapers);
        archive("paper", self.paper);
        archive("finger", self.finger);
        archive("fingerReason", self.fingerReason);
        archive("readBack", self.readBack);
        archive("chipChecked", self.chipChecked);
        archive("chipDiffers", self.chipDiffers);
        archive("signed", self.isSigned);
        archive("oldCard", self.oldCard);
        archive("temporaryReturned", self.temporaryReturned);
    }
    friend bool operator==(const CollectionRecord &, const CollectionRecord &) = default;
};

// How far an accepted case is, apart from its state: everything that was found out on the way from the slip to the card.
struct CaseProgress
{
    QDateTime since; // in its state, UTC
    int round = 0; // counts reports and remakes; 0: never reported
    QUuid package; // the last it left in
    QString secondOfficer; // who confirmed the exceptions at the review
    bool ownReview = false; // reviewed by the one who accepted it, where the station allows that
    QDate stoppedOn; // the law's clock; null while it runs
    QString extendedBy; // who approved the 30 days more (Art. 12); empty where nobody did
    QString extensionReason;
    ReturnOrigin origin = ReturnOrigin::Station;
    QList<ReturnReason> wrong; // while it is returned
    QList<ReturnReason> recall; // what the station asked the county to have back for, while it is reported
    bool recallReported = false;
    QDate validFrom; // the day the county signed; null before
    QDate validUntil; // null: long-term, where there is a validFrom
    QString batch; // of the card centre
    QString box; // where the card lies; empty where there is none
    QString slot;
    CardDefect defect = CardDefect::Damaged; // the last, while it is defective
    bool defectReported = true; // to the centre
    QDate defectOn; // while another card is made; null otherwise
    int notices = 0; // how often the citizen was called
    QDate nextNotice; // null: nothing is planned
    QDate notifiedOn; // reached
    CollectionRecord collection;
    QString trackingNumber;
    QString ending; // why it ended otherwise than with a card
    EndingCause cause = EndingCause::Wish; // of that
    int reminders = 0; // of a payment order, how often the applicant was reminded
    QDate remindedOn; // the last time; null: never

    bool hasCard() const { return !box.isEmpty(); }
    bool isSigned() const { return validFrom.isValid(); }

    template<typename Archive, typename Self>
    static void fields(Archive &archive, Self &self)
    {
        archive("since", self.since);
        archive("round", self.round);
        archive("package", self.package);
        archive("secondOfficer", self.secondOfficer);
        archive("ownReview", self.ownReview);
        archive("stoppedOn", self.stoppedOn);
        archive("extendedBy", self.extendedBy);
        archive("extensionReason", self.extensionReason);
        archive("origin", self.origin);
        archive("wrong", self.wrong);
        archive("recall", self.recall);
        archive("recallReported", self.recallReported);
        archive("validFrom", self.validFrom);
        archive("validUntil", self.validUntil);
        archive("batch", self.batch);
        archive("box", self.box);
        archive("slot", self.slot);
        archive("defect", self.defect);
        archive("defectReported", self.defectReported);
        archive("defectOn", self.defectOn);
        archive("notices", self.notices);
        archive("nextNotice", self.nextNotice);
        archive("notifiedOn", self.notifiedOn);
        archive("collection", self.collection);
        archive("trackingNumber", self.trackingNumber);
        archive("ending", self.ending);
        archive("cause", self.cause);
        archive("reminders", self.reminders);
        archive("remindedOn", self.remindedOn);
    }
    friend bool operator==(const CaseProgress &, const CaseProgress &) = default;
};

// A case as it stands now.
struct Standing
{
    Case accepted;
    CaseProgress progress;
    qint64 version = 1; // of the case; another one by now means that somebody else moved it
    Fen paid; // all payments
    Fen refunded;
    bool temporaryOut = false; // a temporary card is with the citizen

    // What is still to be paid; less than nothing where money went back.
    Fen rest() const { return accepted.owed() - (paid - refunded); }
    bool isOwing() const { return rest() > Fen{}; }
};

} // namespace idcounter
