#include "platform/pages/bookingform.h"

#include "app/domain/guardianship.h"
#include "platform/pages/readings.h"

#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace idcounter::platform {

namespace {

constexpr int longestName = 60; // as typed, before it is cleaned
constexpr int longestNumber = 30;
constexpr int longestAddress = 120;
constexpr int longestPhone = 20;
constexpr int longestReason = 100; // by the contract, as the next
constexpr int longestRemark = 200;
constexpr qsizetype mostTimes = 10;

} // namespace

QString HalfDay::value() const
{
    return u"%1 %2 %3"_s.arg(day.toString(Qt::ISODate), from, until);
}

std::optional<HalfDay> HalfDay::fromValue(const QString &value)
{
    static const QRegularExpression form(
        u"^(\\d{4}-\\d\\d-\\d\\d) ((?:[01]\\d|2[0-3]):[0-5]\\d) ((?:[01]\\d|2[0-3]):[0-5]\\d)$"_s);
    const auto match = form.match(value);
    const HalfDay half{.day = QDate::fromString(match.captured(1), Qt::ISODate),
                       .from = match.captured(2),
                       .until = match.captured(3)};
    return match.hasMatch() && half.day.isValid() && half.from < half.until ? std::optional(half) : std::nullopt;
}

QList<Choice> choicesOf(const Codes &codes, const Words &words)
{
    QList<Choice> choices;
    for (const Code &code : codes.all())
        choices << Choice{code.code, words.language() == "en"_L1 ? code.english : code.chinese, {}};
    return choices;
}

void showPerson(View &view, const Call &call, const FormBody &form)
{
    const Words &words = call.words;
    view.field({.name = u"number"_s,
                .label = words(QT_TRANSLATE_NOOP("Platform", "Citizen number")),
                .hint = words(QT_TRANSLATE_NOOP("Platform", "18 characters, the last may be an X")),
                .autocomplete = u"off"_s,
                .longest = longestNumber,
                .width = u"middle"_s},
               form);
    view.field({.name = u"name"_s,
                .label = words(QT_TRANSLATE_NOOP("Platform", "Name")),
                .hint = words(QT_TRANSLATE_NOOP("Platform", "As it stands in the household booklet")),
                .autocomplete = u"off"_s,
                .longest = longestName,
                .width = u"middle"_s},
               form);
    view.select(
        {.name = u"ethnicGroup"_s, .label = words(QT_TRANSLATE_NOOP("Platform", "Ethnic group")), .width = u"middle"_s},
        choicesOf(call.site.tables.ethnicGroups, words), form);
    view.field({.name = u"address"_s,
                .label = words(QT_TRANSLATE_NOOP("Platform", "Address of permanent registration")),
                .hint = words(QT_TRANSLATE_NOOP("Platform",
                                                "As it stands in the household booklet, beginning with the province")),
                .autocomplete = u"off"_s,
                .longest = longestAddress},
               form);
}

QJsonObject readPerson(FieldCheck &check, const Call &call, const std::optional<CitizenNumber> &number)
{
    QStringList groups;
    for (const Code &code : call.site.tables.ethnicGroups.all())
        groups << code.code;
    QJsonObject person{{u"name"_s, check.personName(u"name"_s)},
                       {u"ethnicGroup"_s, check.oneOf(u"ethnicGroup"_s, groups)},
                       {u"address"_s, check.address(u"address"_s)}};
    if (number) {
        person[u"number"_s] = number->toString();
        person[u"sex"_s] = QString::number(int(number->sex()));
        person[u"birthDate"_s] = number->birthDate().toString(Qt::ISODate);
    }
    return person;
}

QStringList BookingForm::offered() const
{
    QStringList codes;
    const QJsonArray businesses = m_place[u"businesses"_s].toArray();
    for (const QJsonValue &business : businesses)
        codes << business[u"reason"_s].toString();
    return codes;
}

void BookingForm::showApplicant(View &view, const FormBody &form) const
{
    view.beginGroup(
        m_call.words(QT_TRANSLATE_NOOP("Platform", "Applicant")),
        m_call.words(QT_TRANSLATE_NOOP("Platform", "The person whom the card is for, also when that is a child.")));
    showPerson(view, m_call, form);
    view.endGroup();
}

void BookingForm::showGuardian(View &view, const FormBody &form) const
{
    const Words &words = m_call.words;
    view.beginGroup(
        words(QT_TRANSLATE_NOOP("Platform", "Guardian")),
        words(QT_TRANSLATE_NOOP("Platform",
                                "Only when the applicant is under 16 years old: the guardian comes along and "
                                "brings the own card. Otherwise leave this empty.")));
    view.field({.name = u"guardianNumber"_s,
                .label = words(QT_TRANSLATE_NOOP("Platform", "Citizen number of the guardian")),
                .isOptional = true,
                .autocomplete = u"off"_s,
                .longest = longestNumber,
                .width = u"middle"_s},
               form);
    view.field({.name = u"guardianName"_s,
                .label = words(QT_TRANSLATE_NOOP("Platform", "Name of the guardian")),
                .isOptional = true,
                .autocomplete = u"off"_s,
                .longest = longestName,
                .width = u"middle"_s},
               form);
    QList<Choice> relations = choicesOf(m_call.site.tables.relations, words);
    relations.prepend({{}, words(QT_TRANSLATE_NOOP("Platform", "Please choose")), {}});
    view.select({.name = u"guardianRelation"_s,
                 .label = words(QT_TRANSLATE_NOOP("Platform", "The guardian is the applicant's")),
                 .isOptional = true,
                 .width = u"middle"_s},
                relations, form);
    view.field({.name = u"guardianPhone"_s,
                .label = words(QT_TRANSLATE_NOOP("Platform", "Telephone of the guardian")),
                .isOptional = true,
                .type = u"tel"_s,
                .autocomplete = u"off"_s,
                .longest = longestPhone,
                .width = u"middle"_s},
               form);
    view.endGroup();
}

void BookingForm::showBusiness(View &view, const FormBody &form) const
{
    const Words &words = m_call.words;
    view.beginGroup(words(QT_TRANSLATE_NOOP("Platform", "Business")));
    QList<Choice> reasons;
    const QStringList codes = offered();
    for (const QString &code : codes)
        reasons << Choice{code, businessName(m_call, code), priceOf(m_call, code, m_place[u"station"_s].toString())};
    view.radios({.name = u"reason"_s, .label = words(QT_TRANSLATE_NOOP("Platform", "What is applied for"))}, reasons,
                form);
    view.field({.name = u"oldCardUntil"_s,
                .label = words(QT_TRANSLATE_NOOP("Platform", "Until when the present card is valid")),
                .hint = words(QT_TRANSLATE_NOOP("Platform", "Where there is one; it stands on its back")),
                .isOptional = true,
                .type = u"date"_s,
                .width = u"short"_s},
               form);
    view.check(u"offSite"_s,
               words(QT_TRANSLATE_NOOP("Platform", "My household is registered in another city or county")), form,
               words(QT_TRANSLATE_NOOP("Platform", "Bring your residence permit, if you have one.")));
    view.field({.name = u"offSiteReason"_s,
                .label = words(QT_TRANSLATE_NOOP("Platform", "If so: why you live here")),
                .hint = words(QT_TRANSLATE_NOOP("Platform", "Work, study, family")),
                .isOptional = true,
                .longest = longestReason},
               form);
    QList<Choice> reductions{{{}, words(QT_TRANSLATE_NOOP("Platform", "None")), {}}};
    for (const Reduction &one : m_call.platform().fees.reductions()) {
        const bool english = words.language() == "en"_L1 && !one.english.isEmpty();
        reductions << Choice{one.code, english ? one.english : one.chinese, {}};
    }
    view.select({.name = u"reduction"_s,
                 .label = words(QT_TRANSLATE_NOOP("Platform", "Reduction of the fee")),
                 .hint = words(QT_TRANSLATE_NOOP("Platform", "Bring what proves it.")),
                 .isOptional = true},
                reductions, form);
    view.check(u"temporaryCard"_s,
               words(QT_TRANSLATE_NOOP("Platform", "I also need a temporary identity card until the new one is there")),
               form,
               words(QT_TRANSLATE_NOOP("Platform", "Valid for three months. Fee: %1"))
                   .arg(priceOf(m_call, u"T1"_s, m_place[u"station"_s].toString())));
    view.endGroup();
}

void BookingForm::showTimes(View &view, const FormBody &form, const QList<HalfDay> &times) const
{
    const Words &words = m_call.words;
    view.beginGroup(words(QT_TRANSLATE_NOOP("Platform", "When you could come")));
    QList<Choice> choices;
    for (const HalfDay &half : times)
        choices << Choice{half.value(), weekdayText(words, half.day), half.from + u'–' + half.until};
    view.checks({.name = u"times"_s,
                 .label = words(QT_TRANSLATE_NOOP("Platform", "Tick every time that suits you")),
                 .hint = words(QT_TRANSLATE_NOOP(
                     "Platform", "Up to ten. Nothing ticked: any time. The station tells you the exact time.")),
                 .isOptional = true},
                choices, form);
    view.endGroup();
}

void BookingForm::showDelivery(View &view, const FormBody &form) const
{
    const Words &words = m_call.words;
    view.beginGroup(words(QT_TRANSLATE_NOOP("Platform", "Contact and collection")));
    view.field({.name = u"phone"_s,
                .label = words(QT_TRANSLATE_NOOP("Platform", "Telephone for questions")),
                .type = u"tel"_s,
                .autocomplete = u"tel"_s,
                .longest = longestPhone,
                .width = u"middle"_s},
               form);
    view.radios({.name = u"collection"_s, .label = words(QT_TRANSLATE_NOOP("Platform", "How you get the card"))},
                {{u"IN_PERSON"_s, words(QT_TRANSLATE_NOOP("Platform", "I collect it at the station")), {}},
                 {u"MAIL"_s, words(QT_TRANSLATE_NOOP("Platform", "By mail, postage on delivery")), {}}},
                form);
    view.field({.name = u"mailingAddress"_s,
                .label = words(QT_TRANSLATE_NOOP("Platform", "Mailing address")),
                .hint = words(QT_TRANSLATE_NOOP("Platform", "Only for mail")),
                .isOptional = true,
                .autocomplete = u"address-line1"_s,
                .longest = longestAddress},
               form);
    view.area({.name = u"remarks"_s,
               .label = words(QT_TRANSLATE_NOOP("Platform", "What the station should know")),
               .hint = words(QT_TRANSLATE_NOOP("Platform", "For example that you come with a wheelchair")),
               .isOptional = true,
               .longest = longestRemark},
              form);
    view.endGroup();
}

void BookingForm::show(View &view, const FormBody &form, const QList<HalfDay> &times) const
{
    showApplicant(view, form);
    showGuardian(view, form);
    showBusiness(view, form);
    if (!times.isEmpty())
        showTimes(view, form, times);
    showDelivery(view, form);
}

QJsonObject BookingForm::readGuardian(FieldCheck &check) const
{
    QStringList relations;
    for (const Code &code : m_call.site.tables.relations.all())
        relations << code.code;
    const auto number = check.number(u"guardianNumber"_s);
    if (number && !isAdult(number->birthDate(), today(m_call.platform().clock)))
        check.wrong(u"guardianNumber"_s,
                    m_call.words(QT_TRANSLATE_NOOP("Platform", "A guardian is 18 years old or more.")));
    return {{u"number"_s, number ? number->toString() : QString()},
            {u"name"_s, check.personName(u"guardianName"_s)},
            {u"relation"_s, check.oneOf(u"guardianRelation"_s, relations)},
            {u"phone"_s, check.phone(u"guardianPhone"_s)}};
}

QJsonObject BookingForm::readBusiness(FieldCheck &check, const FormBody &form,
                                      const std::optional<CitizenNumber> &number) const
{
    const Words &words = m_call.words;
    const QDate now = today(m_call.platform().clock);
    const QString code = check.oneOf(u"reason"_s, offered());
    const auto reason = m_call.site.tables.reasons.find(code);
    if (number && reason) {
        const bool isChild = needsGuardian(number->birthDate(), now);
        const bool isForChildren = code == "11"_L1; // GA/T 2000.10
        if (reason->reasonClass == Reason::Class::First && isChild != isForChildren)
            check.wrong(u"reason"_s,
                        words(QT_TRANSLATE_NOOP("Platform", "This does not fit the age by the citizen number.")));
    }
    const bool isReturned = reason && reason->oldCardReturned;
    const bool isLost = reason && reason->reasonClass == Reason::Class::Reissue;
    QJsonObject business{{u"reason"_s, code},
                         {u"oldCard"_s,
                          isReturned   ? u"HELD"_s
                              : isLost ? u"LOST"_s
                                       : u"NONE"_s},
                         {u"offSite"_s, check.isChecked(u"offSite"_s)},
                         {u"temporaryCard"_s, check.isChecked(u"temporaryCard"_s)}};
    constexpr int longestValidity = 20; // years, Resident Identity Card Law, Art. 5; later than that is a mistake
    const QString until
        = check.day(u"oldCardUntil"_s, true, now.addYears(-longestValidity), now.addYears(longestValidity));
    if (!until.isEmpty() && (isReturned || isLost))
        business[u"oldCardUntil"_s] = until;
    const QString why = check.line(u"offSiteReason"_s, longestReason, true);
    if (!why.isEmpty() && check.isChecked(u"offSite"_s))
        business[u"offSiteReason"_s] = why;
    const QString reduction = form.value(u"reduction"_s);
    if (!reduction.isEmpty()) {
        const auto known = m_call.platform().fees.reduction(reduction);
        if (!known)
            check.wrong(u"reduction"_s, words(QT_TRANSLATE_NOOP("Platform", "Please choose one.")));
        else if (reason && !known->feeCodes.contains(reason->feeCode))
            check.wrong(u"reduction"_s,
                        words(QT_TRANSLATE_NOOP("Platform", "There is no such reduction for what is applied for.")));
        business[u"reduction"_s] = reduction;
    }
    return business;
}

QJsonObject BookingForm::readDelivery(FieldCheck &check) const
{
    const QString collection = check.oneOf(u"collection"_s, {u"IN_PERSON"_s, u"MAIL"_s});
    QJsonObject delivery{{u"phone"_s, check.phone(u"phone"_s)}, {u"collection"_s, collection}};
    if (collection == "MAIL"_L1)
        delivery[u"mailingAddress"_s] = check.address(u"mailingAddress"_s);
    const QString remarks = check.line(u"remarks"_s, longestRemark, true);
    if (!remarks.isEmpty())
        delivery[u"remarks"_s] = remarks;
    return delivery;
}

QJsonObject BookingForm::read(FormBody &form) const
{
    FieldCheck check(m_call, form);
    const auto number = check.number(u"number"_s);
    QJsonObject booked{{u"applicant"_s, readPerson(check, m_call, number)}};
    if (number && needsGuardian(number->birthDate(), today(m_call.platform().clock)))
        booked[u"guardian"_s] = readGuardian(check);
    booked[u"business"_s] = readBusiness(check, form, number);
    booked[u"delivery"_s] = readDelivery(check);
    return booked;
}

QJsonArray BookingForm::times(FormBody &form) const
{
    const QJsonObject rules = m_place[u"rules"_s].toObject();
    const QDate now = today(m_call.platform().clock);
    QJsonArray times;
    const QStringList ticked = form.values(u"times"_s);
    for (const QString &value : ticked) {
        const auto half = HalfDay::fromValue(value);
        const bool isBookable = half && half->day >= now.addDays(rules[u"bookableFromDays"_s].toInt())
            && half->day <= now.addDays(rules[u"bookableToDays"_s].toInt());
        if (isBookable)
            times << QJsonObject{
                {u"day"_s, half->day.toString(Qt::ISODate)}, {u"from"_s, half->from}, {u"until"_s, half->until}};
    }
    if (times.size() > mostTimes || times.size() < ticked.size())
        form.addError(u"times"_s,
                      m_call.words(QT_TRANSLATE_NOOP("Platform", "Tick at most ten of the times that are listed.")));
    return times;
}

void BookingForm::blame(const Call &call, const Problem &problem, FormBody &form)
{
    static const QHash<QString, QString> fields{
        {u"/applicant/number"_s, u"number"_s},        {u"/applicant/name"_s, u"name"_s},
        {u"/applicant/address"_s, u"address"_s},      {u"/guardian"_s, u"guardianNumber"_s},
        {u"/guardian/number"_s, u"guardianNumber"_s}, {u"/business/reason"_s, u"reason"_s},
        {u"/delivery/phone"_s, u"phone"_s},           {u"/delivery/mailingAddress"_s, u"mailingAddress"_s},
    };
    const Words &words = call.words;
    // One sentence for all of it: that a person has a booking is nobody else's business.
    if (problem.type == "person-has-booking"_L1 || problem.type == "state-conflict"_L1) {
        form.addError(
            u"number"_s,
            words(QT_TRANSLATE_NOOP("Platform",
                                    "This cannot be booked online: the place takes no bookings at present, visits were "
                                    "missed, or the person has a booking already. Please call the station, or come "
                                    "without a booking.")));
        return;
    }
    const QJsonArray errors = problem.more[u"errors"_s].toArray();
    for (const QJsonValue &error : errors) {
        const QString pointer = error[u"pointer"_s].toString();
        const bool isOtherPerson = pointer == "/applicant/number"_L1 && error[u"code"_s].toString() == "combination"_L1;
        form.addError(
            fields.value(pointer, u"number"_s),
            isOtherPerson ? words(QT_TRANSLATE_NOOP(
                "Platform", "This is not the person the booking was made for. A booking cannot pass to somebody else."))
                          : words(QT_TRANSLATE_NOOP("Platform", "Please check this.")));
    }
}

} // namespace idcounter::platform
