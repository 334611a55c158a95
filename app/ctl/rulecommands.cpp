#include "app/ctl/commands.h"

#include "app/domain/cardvalidity.h"
#include "app/domain/citizennumber.h"

using namespace Qt::StringLiterals;

namespace idcounter::ctl {

namespace {

QDate dateIn(const QString &text)
{
    return QDate::fromString(text, Qt::ISODate);
}

QJsonObject checked(const QString &text, const Divisions &divisions, QDate today)
{
    QJsonArray reasons;
    QJsonValue suggestion;
    const auto number = CitizenNumber::parse(text);
    bool valid = bool(number);
    if (!number) {
        reasons.append(name(number.error().code));
        const auto legacy = CitizenNumber::fromLegacy(text);
        const auto meant = legacy ? legacy : CitizenNumber::parse(CitizenNumber::normalised(text));
        if (meant)
            suggestion = meant->toString();
        return {{u"number"_s, text},          {u"valid"_s, false},      {u"reasons"_s, reasons},
                {u"birth"_s, QJsonValue()},   {u"sex"_s, QJsonValue()}, {u"division"_s, QJsonValue()},
                {u"suggestion"_s, suggestion}};
    }
    for (const Error::Code code : check(*number, today, divisions)) {
        reasons.append(name(code));
        valid = valid && code == Error::Code::DivisionUnknown;
    }
    const auto division = divisions.find(number->divisionCode(), number->birthDate().year());
    const QJsonObject place{{u"code"_s, number->divisionCode()},
                            {u"name"_s, division ? QJsonValue(division->fullName()) : QJsonValue()}};
    return {{u"number"_s, number->toString()},
            {u"valid"_s, valid},
            {u"reasons"_s, reasons},
            {u"birth"_s, number->birthDate().toString(Qt::ISODate)},
            {u"sex"_s, number->sex() == Sex::Male ? u"M"_s : u"F"_s},
            {u"division"_s, place},
            {u"suggestion"_s, suggestion}};
}

} // namespace

int numberCheck(const Context &context, const QStringList &words)
{
    const auto arguments = Arguments::parse(words, {}, {}, anyNumber);
    if (!arguments)
        return Output::fail(arguments.error());
    if (arguments->rest.isEmpty())
        return Output::fail(u"number check N…: no number given"_s);
    const auto divisions = context.rules.divisions();
    if (!divisions)
        return Output::fail(divisions.error());
    QJsonArray answers;
    bool allValid = true;
    for (const QString &text : arguments->rest) {
        const QJsonObject answer = checked(text, **divisions, today(context.clock));
        allValid = allValid && answer[u"valid"_s].toBool();
        answers.append(answer);
    }
    context.output.print(answers);
    return allValid ? Done : AnswerNo;
}

int fee(const Context &context, const QStringList &words)
{
    const auto arguments = Arguments::parse(words, {u"reason"_s, u"date"_s, u"region"_s, u"reduction"_s}, {});
    if (!arguments)
        return Output::fail(arguments.error());
    const QDate day = dateIn(arguments->value(u"date"_s));
    if (!day.isValid() || !arguments->has(u"reason"_s))
        return Output::fail(u"fee --reason CODE --date YYYY-MM-DD [--region R] [--reduction C]"_s);
    const auto reasons = context.rules.reasons();
    if (!reasons)
        return Output::fail(reasons.error());
    const auto fees = context.rules.fees();
    if (!fees)
        return Output::fail(fees.error());
    const auto reason = (*reasons)->find(arguments->value(u"reason"_s));
    if (!reason || reason->feeCode.isEmpty())
        return Output::fail(Error{Error::Code::CodeUnknown, arguments->value(u"reason"_s)});
    const auto charge
        = (*fees)->charge(reason->feeCode, day, arguments->value(u"region"_s), arguments->value(u"reduction"_s));
    if (!charge)
        return Output::fail(charge.error());
    context.output.print(QJsonObject{{u"reason"_s, reason->code},
                                     {u"amountFen"_s, double(charge->amount.amount)},
                                     {u"fullFen"_s, double(charge->full.amount)},
                                     {u"basis"_s, charge->basis}});
    return Done;
}

int validity(const Context &context, const QStringList &words)
{
    const auto arguments = Arguments::parse(words, {u"birth"_s, u"signed"_s}, {});
    if (!arguments)
        return Output::fail(arguments.error());
    const QDate birth = dateIn(arguments->value(u"birth"_s));
    const QDate signedOn = dateIn(arguments->value(u"signed"_s));
    if (!birth.isValid() || !signedOn.isValid() || birth > signedOn)
        return Output::fail(u"validity --birth YYYY-MM-DD --signed YYYY-MM-DD, not born after the signing"_s);
    const CardValidity card = cardValidity(birth, signedOn);
    context.output.print(QJsonObject{{u"from"_s, card.from.toString(Qt::ISODate)},
                                     {u"until"_s, card.until ? card.until->toString(Qt::ISODate) : u"long-term"_s},
                                     {u"years"_s, card.until ? QJsonValue(card.years) : QJsonValue()}});
    return Done;
}

int deadline(const Context &context, const QStringList &words)
{
    const auto arguments = Arguments::parse(words, {u"from"_s}, {u"remote"_s});
    if (!arguments)
        return Output::fail(arguments.error());
    const QDate from = dateIn(arguments->value(u"from"_s));
    if (!from.isValid())
        return Output::fail(u"deadline --from YYYY-MM-DD [--remote]"_s);
    const auto limits = context.rules.limits();
    if (!limits)
        return Output::fail(limits.error());
    const auto calendar = context.rules.calendar();
    if (!calendar)
        return Output::fail(calendar.error());
    const auto due = (*limits)->deadlines(from, arguments->has(u"remote"_s), **calendar);
    if (!due)
        return Output::fail(due.error());
    context.output.print(QJsonObject{
        {u"legal"_s, due->legal.day.toString(Qt::ISODate)},
        {u"extended"_s, due->extended ? QJsonValue(due->extended->day.toString(Qt::ISODate)) : QJsonValue()},
        {u"promise"_s, due->promise.day.toString(Qt::ISODate)},
        {u"provisional"_s, due->provisional()}});
    return Done;
}

} // namespace idcounter::ctl
