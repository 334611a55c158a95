#include "widgets/booking/bookingwords.h"

#include "app/texts/texts.h"
#include "widgets/common/language.h"

#include <QLocale>

using namespace Qt::StringLiterals;

namespace idcounter {

namespace {

QString dayAndTime(QDate day, QTime time)
{
    return BookingWords::shortDay(day) + u' ' + time.toString(u"HH:mm"_s);
}

} // namespace

QString BookingWords::business(const QString &reason) const
{
    const auto reasons = m_rules.reasons();
    const auto found = reasons ? (*reasons)->find(reason) : std::optional<Reason>();
    return found ? nameIn(found->chinese, found->english) : reason;
}

QStringList BookingWords::personFields() const
{
    return {u"number"_s, u"name"_s, u"sex"_s, u"birthDate"_s, u"ethnicGroup"_s, u"address"_s};
}

QList<std::pair<QString, QString>> BookingWords::person(const Applicant &applicant) const
{
    const auto groups = m_rules.ethnicGroups();
    const auto group = groups ? (*groups)->find(applicant.ethnicGroup) : std::optional<Code>();
    const QString sex = applicant.sex == "1"_L1 ? tr("male") : applicant.sex == "2"_L1 ? tr("female") : applicant.sex;
    return {{tr("Citizen number"), applicant.number},
            {tr("Name"), applicant.name},
            {tr("Sex"), sex},
            {tr("Date of birth"), applicant.birthDate.toString(Qt::ISODate)},
            {tr("Ethnic group"), group ? nameIn(group->chinese, group->english) : applicant.ethnicGroup},
            {tr("Address"), applicant.address}};
}

QString BookingWords::state(BookingState value)
{
    switch (value) {
    case BookingState::Submitted:
        return tr("to be reviewed");
    case BookingState::MoreAsked:
        return tr("more was asked for");
    case BookingState::Refused:
        return tr("refused");
    case BookingState::Offered:
        return tr("offered");
    case BookingState::Confirmed:
        return tr("confirmed");
    case BookingState::Expired:
        return tr("not confirmed in time");
    case BookingState::Cancelled:
        return tr("cancelled");
    case BookingState::NoShow:
        return tr("did not come");
    case BookingState::Arrived:
        return tr("came");
    }
    Q_UNREACHABLE();
}

QString BookingWords::state(ApplicationState value)
{
    switch (value) {
    case ApplicationState::Submitted:
        return tr("to be decided");
    case ApplicationState::Eligible:
        return tr("waits for payment");
    case ApplicationState::SentToCounter:
        return tr("sent to the counter");
    case ApplicationState::Paid:
        return tr("paid: to be accepted");
    case ApplicationState::Withdrawn:
        return tr("withdrawn");
    case ApplicationState::TakenOver:
        return tr("accepted");
    case ApplicationState::Refused:
        return tr("refused");
    }
    Q_UNREACHABLE();
}

QString BookingWords::when(const Appointment &appointment)
{
    return appointment.isSet() ? dayAndTime(appointment.day, appointment.time) : QString();
}

QString BookingWords::when(const FreeTime &time)
{
    return dayAndTime(time.day, time.time);
}

QString BookingWords::shortDay(QDate day)
{
    return day.toString(u"MM-dd"_s) + u' ' + QLocale().toString(day, u"ddd"_s);
}

QString BookingWords::dayWithWeekday(QDate day)
{
    return day.toString(Qt::ISODate) + u' ' + QLocale().toString(day, u"ddd"_s);
}

QString BookingWords::placeDay(PlaceDay kind)
{
    switch (kind) {
    case PlaceDay::Usual:
        return {};
    case PlaceDay::Own:
        return tr("other hours");
    case PlaceDay::Closed:
        return tr("closed");
    case PlaceDay::Holiday:
        return tr("holiday");
    case PlaceDay::None:
        return tr("no hours");
    }
    Q_UNREACHABLE();
}

QString BookingWords::moveReason(MoveReason reason)
{
    switch (reason) {
    case MoveReason::DayClosed:
        return tr("the day is closed");
    case MoveReason::Holiday:
        return tr("a holiday");
    case MoveReason::NoHours:
        return tr("no longer open on this day");
    case MoveReason::OtherTimes:
        return tr("the hours changed");
    case MoveReason::FewerWindows:
        return tr("fewer windows");
    }
    Q_UNREACHABLE();
}

QString BookingWords::moveStep(MoveStep step)
{
    switch (step) {
    case MoveStep::None:
        return {};
    case MoveStep::Told:
        return tr("○ was told");
    case MoveStep::NotReached:
        return tr("▲ not reached");
    case MoveStep::Stays:
        return tr("✓ comes all the same");
    }
    Q_UNREACHABLE();
}

QString BookingWords::wishes(const QList<WishedTime> &times)
{
    QStringList texts;
    for (const WishedTime &time : times)
        texts << u"%1–%2"_s.arg(dayAndTime(time.day, time.from), time.until.toString(u"HH:mm"_s));
    return texts.isEmpty() ? tr("any time") : texts.join(tr(", "));
}

QString BookingWords::message(const KnownMessage &message)
{
    if (message.state == "DELIVERED"_L1)
        return tr("✓ delivered");
    if (message.state == "FAILED"_L1)
        return tr("✗ not delivered: telephone");
    if (message.state == "TELEPHONED"_L1)
        return tr("✓ told by telephone");
    return message.state == "SENT"_L1 ? tr("○ sent, not yet delivered") : tr("○ waits to be sent");
}

QString BookingWords::age(const QDateTime &since, const QDateTime &now)
{
    constexpr qint64 minute = 60;
    constexpr qint64 hour = 3600;
    constexpr qint64 day = 86400;
    const qint64 seconds = since.secsTo(now);
    if (seconds < hour)
        return tr("%n minute(s)", nullptr, int(seconds / minute));
    return seconds < day ? tr("%n hour(s)", nullptr, int(seconds / hour))
                         : tr("%n day(s)", nullptr, int(seconds / day));
}

QString BookingWords::line(const LineState &state, const QDateTime &now)
{
    QStringList parts;
    switch (state.kind) {
    case LineState::Kind::NotSet:
        return tr("○ No booking platform is set up.");
    case LineState::Kind::Opening:
        parts << tr("○ The platform is being asked…");
        break;
    case LineState::Kind::Up:
        parts << tr("● The platform answers.");
        break;
    case LineState::Kind::Down:
        parts << (state.heardAt.isValid() ? tr("▲ No line for %1.").arg(age(state.heardAt, now)) : tr("▲ No line."));
        if (state.error && state.error->code != Error::Code::PlatformUnreachable)
            parts << texts::describe(state.error->code);
        break;
    case LineState::Kind::Refused:
        parts << u"✗ "_s + (state.error ? texts::describe(state.error->code) : QString());
        break;
    }
    if (state.unsent > 0)
        parts << tr("%n decision(s) wait to be sent", nullptr, state.unsent)
                + tr(", the oldest for %1.").arg(age(state.oldestUnsent, now));
    if (state.refused > 0)
        parts << tr("▲ %n were not taken: decide again.", nullptr, state.refused);
    if (state.tasks > 0)
        parts << tr("▲ %n difference(s) to look at.", nullptr, state.tasks);
    if (state.clockDiffers != 0)
        parts << tr("▲ This computer's clock is off by %n minute(s).", nullptr, int(qAbs(state.clockDiffers) / 60));
    return parts.join(u' ');
}

QString BookingWords::said(const Outgoing &outgoing)
{
    const QString time = stationTime(outgoing.createdAt).toString(u"MM-dd HH:mm"_s);
    switch (outgoing.state) {
    case Outgoing::State::Waiting:
        return tr("○ %1, %2: waits to be sent").arg(time, outgoing.person);
    case Outgoing::State::Sent:
        return tr("✓ %1, %2: sent").arg(time, outgoing.person);
    case Outgoing::State::Refused:
        return tr("✗ %1, %2: not taken. %3")
            .arg(time, outgoing.person, texts::describe(codeNamed(outgoing.error.section(u' ', 0, 0))));
    case Outgoing::State::Settled:
        return tr("– %1, %2: settled").arg(time, outgoing.person);
    }
    Q_UNREACHABLE();
}

QString BookingWords::task(const PlatformTask &task)
{
    const QString when = stationTime(task.at).toString(u"MM-dd HH:mm"_s);
    const QString which = u"%1 %2"_s.arg(task.detail, task.about.toString(QUuid::WithoutBraces));
    if (task.kind == "difference"_L1)
        return tr("%1: the platform has another version than we. Compare it there, and tell its office. (%2)")
            .arg(when, which);
    if (task.kind == "newer"_L1)
        return tr("%1: something of a kind that this program does not know; a newer program is needed. (%2)")
            .arg(when, which);
    if (task.kind == "payment"_L1)
        return tr("%1: a payment does not agree with the platform's account of the day. (%2)").arg(when, which);
    return tr("%1: an entry does not fit the agreement and was not used. Tell the platform's office. (%2)")
        .arg(when, which);
}

QString BookingWords::check(ReissueCheck value)
{
    switch (value) {
    case ReissueCheck::CardOnRecord:
        return tr("Earlier second-generation card");
    case ReissueCheck::PrintsOnRecord:
        return tr("Fingerprints on record");
    case ReissueCheck::PhotoAge:
        return tr("Photo not too old");
    case ReissueCheck::PrintsAge:
        return tr("Fingerprints not too old");
    case ReissueCheck::DataUnchanged:
        return tr("Household data unchanged");
    case ReissueCheck::NoOpenCase:
        return tr("No application under way");
    case ReissueCheck::RealName:
        return tr("Account tied to the person");
    }
    Q_UNREACHABLE();
}

QString BookingWords::evidence(const ReissueFinding &finding)
{
    QStringList parts;
    if (!finding.record.isEmpty())
        parts << tr("case %1").arg(finding.record);
    if (finding.on.isValid())
        parts << finding.on.toString(Qt::ISODate);
    static const QHash<QString, const char *> names{{u"number"_s, QT_TR_NOOP("number")},
                                                    {u"name"_s, QT_TR_NOOP("name")},
                                                    {u"sex"_s, QT_TR_NOOP("sex")},
                                                    {u"birthDate"_s, QT_TR_NOOP("birth date")},
                                                    {u"ethnicGroup"_s, QT_TR_NOOP("ethnic group")},
                                                    {u"address"_s, QT_TR_NOOP("address")}};
    QStringList fields;
    for (const QString &field : finding.fields)
        fields << tr(names.value(field, ""));
    if (!fields.isEmpty())
        parts << tr("differs: %1").arg(fields.join(tr(", ")));
    const bool cannotBeJudged
        = finding.problem == Error::Code::ReissueCardUnknown && finding.check != ReissueCheck::CardOnRecord;
    if (!finding.holds)
        parts << (cannotBeJudged ? u"–"_s : texts::describe(finding.problem));
    return parts.join(tr("; "));
}

} // namespace idcounter
