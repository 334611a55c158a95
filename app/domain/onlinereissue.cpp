#include "app/domain/onlinereissue.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace idcounter {

namespace {

constexpr int adult = 16; // Resident Identity Card Law, Art. 5
constexpr char lostCard[] = "41"; // GA/T 2000.10

QDate dayOf(const QDateTime &taken)
{
    return taken.isValid() ? stationTime(taken).date() : QDate();
}

bool isTaken(const FingerRecord &finger)
{
    return finger.result == FingerResult::Registered && !finger.fingerTemplate.isNull();
}

// The oldest print that would be used again; null where there is none.
QDate printsTaken(const LastCard &card)
{
    QDate oldest;
    for (const FingerRecord &finger : card.fingers) {
        if (isTaken(finger) && (oldest.isNull() || dayOf(finger.takenAt) < oldest))
            oldest = dayOf(finger.takenAt);
    }
    return oldest;
}

bool isWithin(QDate taken, int years, QDate today)
{
    return taken.isValid() && taken.addYears(years) >= today;
}

QString normal(const QString &text)
{
    return text.simplified().remove(u' ').toUpper();
}

} // namespace

QStringList differencesOf(const Applicant &typed, const Applicant &onRecord)
{
    QStringList different;
    const auto compare = [&](const QString &field, const QString &one, const QString &other) {
        if (normal(one) != normal(other))
            different << field;
    };
    compare(u"number"_s, typed.number, onRecord.number);
    compare(u"name"_s, typed.name, onRecord.name);
    compare(u"sex"_s, typed.sex, onRecord.sex);
    compare(u"ethnicGroup"_s, typed.ethnicGroup, onRecord.ethnicGroup);
    compare(u"address"_s, typed.address, onRecord.address);
    if (typed.birthDate != onRecord.birthDate)
        different << u"birthDate"_s;
    return different;
}

QList<ReissueFinding> reissueFindings(const TypedForm &form, const std::optional<LastCard> &card, bool hasOpenCase,
                                      const ReissueRules &rules, QDate today)
{
    const QString record = card ? card->acceptanceNumber : QString();
    const QDate photo = card && card->photo ? dayOf(card->photo->takenAt) : QDate();
    const QDate prints = card ? printsTaken(*card) : QDate();
    const bool wasChild = card && card->applicant.birthDate.addYears(adult) > photo;
    // Without a card nothing else can be judged: that is the one thing to say.
    const auto unlessUnknown = [&](Error::Code problem) { return card ? problem : Error::Code::ReissueCardUnknown; };
    const QStringList different = card ? differencesOf(form.applicant, card->applicant) : QStringList();
    return {
        {.check = ReissueCheck::CardOnRecord,
         .holds = card.has_value(),
         .problem = Error::Code::ReissueCardUnknown,
         .record = record,
         .on = card ? card->issuedOn : QDate()},
        {.check = ReissueCheck::PrintsOnRecord,
         .holds = prints.isValid(),
         .problem = unlessUnknown(Error::Code::ReissuePrintsMissing),
         .record = record},
        {.check = ReissueCheck::PhotoAge,
         .holds = isWithin(photo, wasChild ? rules.childPhotoYears : rules.photoYears, today),
         .problem = unlessUnknown(Error::Code::ReissuePhotoOld),
         .record = record,
         .on = photo},
        {.check = ReissueCheck::PrintsAge,
         .holds = isWithin(prints, rules.printsYears, today),
         .problem = unlessUnknown(Error::Code::ReissuePrintsOld),
         .record = record,
         .on = prints},
        {.check = ReissueCheck::DataUnchanged,
         .holds = card && different.isEmpty(),
         .problem = unlessUnknown(Error::Code::ReissueDataChanged),
         .record = record,
         .fields = different},
        {.check = ReissueCheck::NoOpenCase, .holds = !hasOpenCase, .problem = Error::Code::OpenCaseExists},
        {.check = ReissueCheck::RealName, .holds = !form.realName.isEmpty(), .problem = Error::Code::ReissueAccount},
    };
}

Draft draftOf(const OnlineApplication &application, const LastCard &card, const Clock &clock, const QString &clerk)
{
    Draft draft = Draft::begin(clock, clerk);
    draft.booked.application = application.id;
    draft.applicant = card.applicant; // what was compared and found the same, with the issuer of the card
    draft.photo = card.photo;
    std::copy_if(card.fingers.begin(), card.fingers.end(), std::back_inserter(draft.fingers), isTaken);
    draft.business.reason = QString::fromLatin1(lostCard);
    draft.business.oldCard = OldCard::Lost;
    if (application.form)
        draft.delivery = application.form->delivery;
    draft.delivery.collection = Collection::Mail;
    return draft;
}

QString ReissueOverride::toText() const
{
    if (reason.isEmpty())
        return {};
    QStringList names;
    for (const Error::Code code : against)
        names << name(code);
    return names.join(u' ') + u": "_s + reason;
}

ReissueOverride ReissueOverride::fromText(const QString &text)
{
    const qsizetype colon = text.indexOf(u": "_s);
    const QStringList names = text.left(std::max<qsizetype>(colon, 0)).split(u' ', Qt::SkipEmptyParts);
    ReissueOverride given;
    for (const QString &one : names) {
        const Error::Code code = codeNamed(one);
        if (name(code) != one)
            return {.against = {}, .reason = text};
        given.against << code;
    }
    given.reason = colon < 0 ? text : text.mid(colon + 2);
    return given;
}

} // namespace idcounter
