#pragma once

#include "platform/pages/fieldcheck.h"

namespace idcounter::platform {

// Half a day on which the applicant could come, as something free was seen in it.
struct HalfDay
{
    QDate day;
    QString from; // "09:00"
    QString until;

    // "2026-12-01 09:00 12:00", as the form has it.
    QString value() const;
    static std::optional<HalfDay> fromValue(const QString &value);
};

// The Registration Form for Online Booking (居民身份证网上预约办理登记表) on one page. Sex and birth date are taken from the citizen
// number, and from the business whether there is an old card: what is not asked cannot be contradictory.
class BookingForm
{
public:
    BookingForm(const Call &call, const QJsonObject &place)
        : m_call(call)
        , m_place(place)
    {
    }

    // The fieldsets; without times, they are not asked for.
    void show(View &view, const FormBody &form, const QList<HalfDay> &times) const;

    // The BookedForm of the contract without what the service adds. It is of use only while the form has no errors.
    QJsonObject read(FormBody &form) const;
    // What was ticked of the times: {day, from, until}.
    QJsonArray times(FormBody &form) const;

    // What the service did not accept, as errors of the fields.
    static void blame(const Call &call, const Problem &problem, FormBody &form);

private:
    void showApplicant(View &view, const FormBody &form) const;
    void showGuardian(View &view, const FormBody &form) const;
    void showBusiness(View &view, const FormBody &form) const;
    void showTimes(View &view, const FormBody &form, const QList<HalfDay> &times) const;
    void showDelivery(View &view, const FormBody &form) const;
    QJsonObject readGuardian(FieldCheck &check) const;
    QJsonObject readBusiness(FieldCheck &check, const FormBody &form, const std::optional<CitizenNumber> &number) const;
    QJsonObject readDelivery(FieldCheck &check) const;
    QStringList offered() const; // codes of the businesses

    const Call &m_call;
    QJsonObject m_place; // its body
};

// The half days with something free, the next first.
QList<HalfDay> freeHalfDays(const Call &call, const QJsonObject &place);

// Name, number, ethnic group and address, as both forms have them.
void showPerson(View &view, const Call &call, const FormBody &form);
QJsonObject readPerson(FieldCheck &check, const Call &call, const std::optional<CitizenNumber> &number);
QList<Choice> choicesOf(const Codes &codes, const Words &words);

} // namespace idcounter::platform
