#include "app/texts/lifetexts.h"

#include "app/texts/texts.h"

#include <QCoreApplication>
#include <QHash>

using namespace Qt::StringLiterals;

namespace idcounter::texts {

namespace {

struct LifeTexts
{
    Q_DECLARE_TR_FUNCTIONS(LifeTexts)
};

QString describeReturn(CaseState from)
{
    switch (from) {
    case CaseState::Reported:
        return LifeTexts::tr("The county police sent it back.");
    case CaseState::CountySigned:
        return LifeTexts::tr("The city police sent it back.");
    case CaseState::CentreAccepted:
    case CaseState::InProduction:
        return LifeTexts::tr("The card centre sent it back.");
    default:
        return LifeTexts::tr("The review at the station sent it back.");
    }
}

// What did not hold for an online re-issue.
QString describeCondition(Error::Code condition)
{
    switch (condition) {
    case Error::Code::ReissueCardUnknown:
        return LifeTexts::tr("no earlier card on record");
    case Error::Code::ReissuePrintsMissing:
        return LifeTexts::tr("no fingerprints on record");
    case Error::Code::ReissuePhotoOld:
        return LifeTexts::tr("photo older than allowed");
    case Error::Code::ReissuePrintsOld:
        return LifeTexts::tr("fingerprints older than allowed");
    case Error::Code::ReissueDataChanged:
        return LifeTexts::tr("household data differ from the record");
    case Error::Code::ReissueAccount:
        return LifeTexts::tr("account not tied to the person");
    case Error::Code::OpenCaseExists:
        return LifeTexts::tr("another application under way");
    default:
        return name(condition);
    }
}

const QHash<QString, const char *> &sentences()
{
    static const QHash<QString, const char *> known{
        {u"open"_s, QT_TRANSLATE_NOOP("LifeTexts", "The application was begun at the counter.")},
        {u"accept"_s, QT_TRANSLATE_NOOP("LifeTexts", "The application was accepted and the slip handed out.")},
        {u"override"_s,
         QT_TRANSLATE_NOOP("LifeTexts", "An officer confirmed the online re-issue although not every condition held.")},
        {u"accept_online"_s, QT_TRANSLATE_NOOP("LifeTexts", "The online application was accepted.")},
        {u"void"_s, QT_TRANSLATE_NOOP("LifeTexts", "The acceptance was a mistake and was voided.")},
        {u"withdraw"_s, QT_TRANSLATE_NOOP("LifeTexts", "The applicant withdrew the application.")},
        {u"lapse"_s, QT_TRANSLATE_NOOP("LifeTexts", "The application lapsed, because it was not paid in time.")},
        {u"paid"_s, QT_TRANSLATE_NOOP("LifeTexts", "The payment order was paid.")},
        {u"reminded"_s, QT_TRANSLATE_NOOP("LifeTexts", "The applicant was reminded of the payment order.")},
        {u"refuse"_s, QT_TRANSLATE_NOOP("LifeTexts", "The application was refused.")},
        {u"approve"_s, QT_TRANSLATE_NOOP("LifeTexts", "The station reviewed and approved it.")},
        {u"confirm"_s, QT_TRANSLATE_NOOP("LifeTexts", "A second officer confirmed what is unusual about it.")},
        {u"reopen"_s, QT_TRANSLATE_NOOP("LifeTexts", "The approval was taken back; it is reviewed again.")},
        {u"report"_s, QT_TRANSLATE_NOOP("LifeTexts", "It was sent to the county police.")},
        {u"recall_asked"_s, QT_TRANSLATE_NOOP("LifeTexts", "The station asked the county to send it back.")},
        {u"recall"_s, QT_TRANSLATE_NOOP("LifeTexts", "The station called it back from the county.")},
        {u"sign"_s, QT_TRANSLATE_NOOP("LifeTexts", "The county police signed the card.")},
        {u"take"_s, QT_TRANSLATE_NOOP("LifeTexts", "The card centre took it in.")},
        {u"start"_s, QT_TRANSLATE_NOOP("LifeTexts", "The card centre began to make the card.")},
        {u"produce"_s, QT_TRANSLATE_NOOP("LifeTexts", "The card was made.")},
        {u"dispatch"_s, QT_TRANSLATE_NOOP("LifeTexts", "The card was sent to the station.")},
        {u"receive"_s, QT_TRANSLATE_NOOP("LifeTexts", "The card arrived at the station.")},
        {u"redo"_s, QT_TRANSLATE_NOOP("LifeTexts", "What was wrong was done again; it goes on.")},
        {u"defect"_s, QT_TRANSLATE_NOOP("LifeTexts", "The card has a fault and is made again.")},
        {u"report_defect"_s, QT_TRANSLATE_NOOP("LifeTexts", "The fault was reported to the card centre.")},
        {u"missing"_s, QT_TRANSLATE_NOOP("LifeTexts", "The card was not in the delivery and is made again.")},
        {u"lose"_s, QT_TRANSLATE_NOOP("LifeTexts", "The card was not found at the station and is made again.")},
        {u"lost"_s, QT_TRANSLATE_NOOP("LifeTexts", "The card was lost in the mail and is made again.")},
        {u"remake"_s, QT_TRANSLATE_NOOP("LifeTexts", "The card centre began to make the card again.")},
        {u"notify"_s, QT_TRANSLATE_NOOP("LifeTexts", "The applicant was told that the card is ready.")},
        {u"call"_s, QT_TRANSLATE_NOOP("LifeTexts", "The applicant was called.")},
        {u"collect"_s, QT_TRANSLATE_NOOP("LifeTexts", "The card was handed out.")},
        {u"undo"_s, QT_TRANSLATE_NOOP("LifeTexts", "The handing-out was a mistake and was taken back.")},
        {u"mail"_s, QT_TRANSLATE_NOOP("LifeTexts", "The card was mailed.")},
        {u"deliver"_s, QT_TRANSLATE_NOOP("LifeTexts", "The mail delivered the card.")},
        {u"come_back"_s, QT_TRANSLATE_NOOP("LifeTexts", "The mail brought the card back to the station.")},
        {u"expire"_s, QT_TRANSLATE_NOOP("LifeTexts", "Nobody fetched the card within the set time.")},
        {u"hand_back"_s, QT_TRANSLATE_NOOP("LifeTexts", "The card was handed back to the county police.")},
        {u"destroy"_s, QT_TRANSLATE_NOOP("LifeTexts", "The card was destroyed.")},
        {u"close"_s, QT_TRANSLATE_NOOP("LifeTexts", "The case was closed.")},
        {u"extend"_s, QT_TRANSLATE_NOOP("LifeTexts", "The time was extended by 30 days.")},
        {u"temporary_card"_s, QT_TRANSLATE_NOOP("LifeTexts", "A temporary card was issued.")},
        {u"temporary_back"_s, QT_TRANSLATE_NOOP("LifeTexts", "The temporary card was taken back.")},
    };
    return known;
}

QString describeWay(const QString &way)
{
    if (way == u"telephone")
        return LifeTexts::tr("by telephone");
    if (way == u"message")
        return LifeTexts::tr("by text message");
    return way == u"letter" ? LifeTexts::tr("by letter") : way;
}

QString describeReference(const LifeStep &step)
{
    if (step.reference.isEmpty())
        return {};
    if (step.event == u"mail")
        return LifeTexts::tr("parcel %1").arg(step.reference);
    if (step.event == u"temporary_card")
        return LifeTexts::tr("serial %1").arg(step.reference);
    return step.event == u"report" || step.event == u"report_defect" ? LifeTexts::tr("package %1").arg(step.reference)
                                                                     : QString();
}

} // namespace

QString describeEvent(QStringView event, CaseState from)
{
    const QString name = event.toString();
    if (name == u"return")
        return describeReturn(from);
    return sentences().contains(name) ? LifeTexts::tr(sentences()[name]) : name;
}

QString detail(const LifeStep &step, const QStringList &wrong)
{
    QStringList parts = wrong;
    for (const Error::Code condition : step.against)
        parts << describeCondition(condition);
    if (step.defect)
        parts << describe(*step.defect);
    if (!step.reason.isEmpty())
        parts << (step.event == u"override" ? LifeTexts::tr("reason: %1").arg(step.reason) : step.reason);
    if (!step.way.isEmpty())
        parts << describeWay(step.way);
    if (const QString reference = describeReference(step); !reference.isEmpty())
        parts << reference;
    if (step.until.isValid())
        parts << LifeTexts::tr("until %1").arg(step.until.toString(Qt::ISODate));
    if (!step.secondOfficer.isEmpty())
        parts << LifeTexts::tr("second officer: %1").arg(step.secondOfficer);
    if (step.refund > Fen{0})
        parts << LifeTexts::tr("¥%1 back").arg(step.refund.yuan());
    if (step.isImplied)
        parts << LifeTexts::tr("told with a later step");
    return parts.join(LifeTexts::tr("; ", "between the parts of a detail"));
}

QString nextStep(const Standing &standing)
{
    return standing.accepted.state == CaseState::Accepted && standing.isOwing()
        ? LifeTexts::tr("The applicant pays the order; then another officer of the station reviews it.")
        : nextStep(standing.accepted.state);
}

QString nextStep(CaseState state)
{
    switch (state) {
    case CaseState::Draft:
        return LifeTexts::tr("The clerk completes the application.");
    case CaseState::Accepted:
        return LifeTexts::tr("Another officer of the station reviews it.");
    case CaseState::StationReviewed:
        return LifeTexts::tr("The supervisor sends it off with the next package.");
    case CaseState::Reported:
        return LifeTexts::tr("The county police check and sign it.");
    case CaseState::CountySigned:
        return LifeTexts::tr("The city police check it, and the card centre takes it in.");
    case CaseState::CentreAccepted:
    case CaseState::InProduction:
        return LifeTexts::tr("The card centre makes the card.");
    case CaseState::Produced:
        return LifeTexts::tr("The card centre sends the card to the station.");
    case CaseState::Dispatched:
        return LifeTexts::tr("The station counts the delivery and puts the card away.");
    case CaseState::Received:
        return LifeTexts::tr("The station tells the applicant, or mails the card.");
    case CaseState::Notified:
        return LifeTexts::tr("The applicant fetches the card, with the slip or the booklet.");
    case CaseState::Collected:
        return LifeTexts::tr("The case is closed when the day is over and the old cards are back.");
    case CaseState::Mailed:
        return LifeTexts::tr("The mail delivers the card.");
    case CaseState::Delivered:
        return LifeTexts::tr("The case is closed when the old cards are back.");
    case CaseState::Returned:
        return LifeTexts::tr("The clerk asks the applicant in, to do again what was wrong.");
    case CaseState::Defective:
        return LifeTexts::tr("The card centre makes the card again.");
    case CaseState::Unclaimed:
        return LifeTexts::tr("The supervisor hands the card back or has it destroyed, unless it is fetched.");
    case CaseState::None:
    case CaseState::Closed:
    case CaseState::HandedBack:
    case CaseState::Destroyed:
    case CaseState::Refused:
    case CaseState::Withdrawn:
    case CaseState::Voided:
    case CaseState::Discarded:
        return LifeTexts::tr("Nothing more is to be done.");
    }
    Q_UNREACHABLE();
}

QString describe(NextActor value)
{
    switch (value) {
    case NextActor::Clerk:
        return LifeTexts::tr("clerk");
    case NextActor::Reviewer:
        return LifeTexts::tr("reviewer");
    case NextActor::Supervisor:
        return LifeTexts::tr("supervisor");
    case NextActor::County:
        return LifeTexts::tr("county police");
    case NextActor::Centre:
        return LifeTexts::tr("card centre");
    case NextActor::Carrier:
        return LifeTexts::tr("mail");
    case NextActor::Citizen:
        return LifeTexts::tr("applicant");
    case NextActor::Nobody:
        return LifeTexts::tr("nobody");
    }
    Q_UNREACHABLE();
}

QString describe(CardDefect value)
{
    switch (value) {
    case CardDefect::Damaged:
        return LifeTexts::tr("damaged");
    case CardDefect::Unreadable:
        return LifeTexts::tr("chip cannot be read");
    case CardDefect::WrongData:
        return LifeTexts::tr("wrong text or photo");
    case CardDefect::NotDelivered:
        return LifeTexts::tr("not delivered");
    case CardDefect::LostInStation:
        return LifeTexts::tr("lost at the station");
    case CardDefect::LostInMail:
        return LifeTexts::tr("lost in the mail");
    }
    Q_UNREACHABLE();
}

QString describe(ReturnOrigin value)
{
    switch (value) {
    case ReturnOrigin::Station:
        return LifeTexts::tr("station");
    case ReturnOrigin::County:
        return LifeTexts::tr("county");
    case ReturnOrigin::City:
        return LifeTexts::tr("city");
    case ReturnOrigin::Centre:
        return LifeTexts::tr("centre");
    }
    Q_UNREACHABLE();
}

QString describe(FaultyItem value)
{
    switch (value) {
    case FaultyItem::Photo:
        return LifeTexts::tr("photo");
    case FaultyItem::FirstFinger:
        return LifeTexts::tr("first finger");
    case FaultyItem::SecondFinger:
        return LifeTexts::tr("second finger");
    case FaultyItem::Form:
        return LifeTexts::tr("form");
    }
    Q_UNREACHABLE();
}

} // namespace idcounter::texts
