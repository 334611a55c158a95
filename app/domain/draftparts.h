#pragma once

#include "app/domain/json.h"

namespace idcounter {

// Who applies, as typed from the household booklet (居民户口簿). Texts are as they were typed, valid or not.
struct Applicant
{
    QString number;
    QString name;
    QString sex; // code of GB/T 2261.1
    QDate birthDate;
    QString ethnicGroup; // code of GB/T 3304
    QString address; // of permanent registration, beginning with the province
    QString issuer; // the county police that sign the card
    QMap<QString, QString> unlocked; // field that was filled in from the number and changed, with the clerk's reason

    template<typename Archive, typename Self>
    static void fields(Archive &archive, Self &self)
    {
        archive("number", self.number);
        archive("name", self.name);
        archive("sex", self.sex);
        archive("birthDate", self.birthDate);
        archive("ethnicGroup", self.ethnicGroup);
        archive("address", self.address);
        archive("issuer", self.issuer);
        archive("unlocked", self.unlocked);
    }
    friend bool operator==(const Applicant &, const Applicant &) = default;
};

// Who applies for a child under 16 (Resident Identity Card Law, Art. 7).
struct Guardian
{
    QString number;
    QString name;
    QString relation; // code of GB/T 4761
    QString phone;

    template<typename Archive, typename Self>
    static void fields(Archive &archive, Self &self)
    {
        archive("number", self.number);
        archive("name", self.name);
        archive("relation", self.relation);
        archive("phone", self.phone);
    }
    friend bool operator==(const Guardian &, const Guardian &) = default;
};

// The checks of the household booklet that the clerk ticks (RULES 6.3).
enum class BookletCheck { NumberEqual, PersonEqual, AddressEqual, NotStruckOff, BookletValid, SealPresent, NotSoldier };

inline constexpr int bookletCheckCount = 7;

// What the population register says of a number.
enum class RegisterAnswer { NotConnected, Known, Unknown };

// The papers on the counter.
struct Papers
{
    QList<int> passed; // BookletCheck, ticked as in order
    QList<int> failed; // BookletCheck, found not in order
    RegisterAnswer registerAnswer = RegisterAnswer::NotConnected;
    bool noticeShown = false; // the notice on personal data was shown (PIPL Art. 17, 35)

    template<typename Archive, typename Self>
    static void fields(Archive &archive, Self &self)
    {
        archive("passed", self.passed);
        archive("failed", self.failed);
        archive("registerAnswer", self.registerAnswer);
        archive("noticeShown", self.noticeShown);
    }
    friend bool operator==(const Papers &, const Papers &) = default;
};

// What became of the card held until now.
enum class OldCard { NotAsked, None, Returned, KeptUntilCollection, Lost };

// Why an application away from home must be refused (RULES 6.4): found by the clerk in the person, the record, the file.
enum class OffSiteFinding { IdentityUnsettled, DataDiffer, FraudRecord };

// What is applied for.
struct Business
{
    QString reason; // code of GA/T 2000.10
    QString cause; // of a correction: what is wrong on the card, and by whose fault
    OldCard oldCard = OldCard::NotAsked;
    QDate oldCardUntil; // null: long-term or not known
    QString reduction; // code; empty without one
    QString evidence; // what proves the reduction
    bool offSite = false; // the household is registered elsewhere
    QString offSiteReason;
    QList<int> offSiteFindings; // OffSiteFinding
    bool temporaryCard = false;
    bool urgent = false;

    template<typename Archive, typename Self>
    static void fields(Archive &archive, Self &self)
    {
        archive("reason", self.reason);
        archive("cause", self.cause);
        archive("oldCard", self.oldCard);
        archive("oldCardUntil", self.oldCardUntil);
        archive("reduction", self.reduction);
        archive("evidence", self.evidence);
        archive("offSite", self.offSite);
        archive("offSiteReason", self.offSiteReason);
        archive("offSiteFindings", self.offSiteFindings);
        archive("temporaryCard", self.temporaryCard);
        archive("urgent", self.urgent);
    }
    friend bool operator==(const Business &, const Business &) = default;
};

// Whether an item on the card is wrong (reason 25): what is wrong, and by whose fault, is recorded (RULES 7.3).
inline bool isCorrection(const Business &business)
{
    return business.reason == QStringLiteral("25");
}

// One rule of the photo standard as it stood when the photo was taken.
struct PhotoFinding
{
    QString rule;
    std::optional<double> value;
    int verdict = 0; // PhotoVerdict
    bool untested = false; // a rule that would stop the photo could not be measured

    template<typename Archive, typename Self>
    static void fields(Archive &archive, Self &self)
    {
        archive("rule", self.rule);
        archive("value", self.value);
        archive("verdict", self.verdict);
        archive("untested", self.untested);
    }
    friend bool operator==(const PhotoFinding &, const PhotoFinding &) = default;
};

// The photo, and how it came to be. Its pixels lie sealed in the capture it names.
struct Photo
{
    QUuid capture;
    QUuid picture; // capture of the picture it was cut out of
    QString source; // "camera" or "file"
    QString device; // what took it, as its driver calls it
    int attempts = 0;
    QDateTime takenAt; // UTC
    QString takenBy;
    QList<PhotoFinding> findings;
    QMap<QString, QString> reasons; // rule that warns, with the reason for which it is accepted all the same
    QStringList looked; // rules that the clerk judged by eye and ticked
    QStringList steps; // what was done to the pixels of the picture, in its order

    template<typename Archive, typename Self>
    static void fields(Archive &archive, Self &self)
    {
        archive("capture", self.capture);
        archive("picture", self.picture);
        archive("source", self.source);
        archive("device", self.device);
        archive("attempts", self.attempts);
        archive("takenAt", self.takenAt);
        archive("takenBy", self.takenBy);
        archive("findings", self.findings);
        archive("reasons", self.reasons);
        archive("looked", self.looked);
        archive("steps", self.steps);
    }
    friend bool operator==(const Photo &, const Photo &) = default;
};

// A picture that is kept with the case beside the photo.
enum class SidePictureKind {
    GuardianAndChild, // both together, for an applicant under 16 (RULES 6.4)
    Hand, // why a finger cannot be taken
};

struct SidePicture
{
    SidePictureKind kind = SidePictureKind::GuardianAndChild;
    QUuid capture;
    QString device;
    QDateTime takenAt; // UTC
    QString takenBy;

    template<typename Archive, typename Self>
    static void fields(Archive &archive, Self &self)
    {
        archive("kind", self.kind);
        archive("capture", self.capture);
        archive("device", self.device);
        archive("takenAt", self.takenAt);
        archive("takenBy", self.takenBy);
    }
    friend bool operator==(const SidePicture &, const SidePicture &) = default;
};

// What came of a finger: codes 1 to 3 of the card's block (注册成功, 注册失败, 未注册).
enum class FingerResult { Registered = 1, Failed = 2, NotRegistered = 3 };

// One finger that was taken or given up.
struct FingerRecord
{
    QString finger; // position code, "11"
    FingerResult result = FingerResult::Registered;
    QList<QUuid> presses; // captures of the images
    QUuid fingerTemplate; // capture of the template
    int quality = 0; // 0 to 100, the worst of its presses
    int attempts = 0;
    bool verified = false; // pressed once more after the last press, and recognised
    QString device;
    QString reason; // why it could not be taken
    QDateTime takenAt; // UTC
    QString takenBy;

    template<typename Archive, typename Self>
    static void fields(Archive &archive, Self &self)
    {
        archive("finger", self.finger);
        archive("result", self.result);
        archive("presses", self.presses);
        archive("template", self.fingerTemplate);
        archive("quality", self.quality);
        archive("attempts", self.attempts);
        archive("verified", self.verified);
        archive("device", self.device);
        archive("reason", self.reason);
        archive("takenAt", self.takenAt);
        archive("takenBy", self.takenBy);
    }
    friend bool operator==(const FingerRecord &, const FingerRecord &) = default;
};

// How the card reaches the citizen.
enum class Collection { InPerson, Mail };

struct Delivery
{
    QString phone;
    Collection collection = Collection::InPerson;
    QString mailingAddress;
    QString remarks;

    template<typename Archive, typename Self>
    static void fields(Archive &archive, Self &self)
    {
        archive("phone", self.phone);
        archive("collection", self.collection);
        archive("mailingAddress", self.mailingAddress);
        archive("remarks", self.remarks);
    }
    friend bool operator==(const Delivery &, const Delivery &) = default;
};

// What of a booked form the clerk confirms in one look: against the booklet, or by asking.
enum class BookedPart { Number, Person, Address, Guardian, Business, Delivery };

// Where an application comes from that was begun on the booking platform.
struct Booked
{
    QUuid booking; // null: it walked in
    QUuid application; // of an online re-issue; null for any other
    QList<int> unconfirmed; // BookedPart: typed by the applicant, and not yet confirmed by a clerk
    bool awayFromHome = false; // the residence permit is to be brought
    bool residencePermitSeen = false;

    template<typename Archive, typename Self>
    static void fields(Archive &archive, Self &self)
    {
        archive("booking", self.booking);
        archive("application", self.application);
        archive("unconfirmed", self.unconfirmed);
        archive("awayFromHome", self.awayFromHome);
        archive("residencePermitSeen", self.residencePermitSeen);
    }
    friend bool operator==(const Booked &, const Booked &) = default;
};

// The citizen has read what the card will say, and signed the printed form by pen.
struct Signing
{
    bool readBack = false;
    int printedForms = 0;
    bool signedByPen = false;
    QDate formDate; // the day of the signature: the law's clock runs from it

    template<typename Archive, typename Self>
    static void fields(Archive &archive, Self &self)
    {
        archive("readBack", self.readBack);
        archive("printedForms", self.printedForms);
        archive("signedByPen", self.signedByPen);
        archive("formDate", self.formDate);
    }
    friend bool operator==(const Signing &, const Signing &) = default;
};

// Online: to the booking platform, by the applicant himself.
// Order: left open; paid later online or at a bank, where the station works with payment orders (RULES 2, rule 6).
enum class PaymentMethod { NotChosen, Free, Cash, Terminal, Online, Order };

// How the fee is paid. Amounts in fen.
struct Payment
{
    PaymentMethod method = PaymentMethod::NotChosen;
    qint64 tendered = 0; // cash handed over
    QString reference; // of the terminal, or of the payment at the platform
    QDate payUntil; // of a payment order: the last day on which it can be paid

    template<typename Archive, typename Self>
    static void fields(Archive &archive, Self &self)
    {
        archive("method", self.method);
        archive("tendered", self.tendered);
        archive("reference", self.reference);
        archive("payUntil", self.payUntil);
    }
    friend bool operator==(const Payment &, const Payment &) = default;
};

} // namespace idcounter
