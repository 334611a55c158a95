#pragma once

#include "platform/pages/view.h"

#include "app/domain/citizennumber.h"

namespace idcounter::platform {

// Reads fields of a form one by one. What is wrong with one is written down in the form, as a sentence with a next step, and
// an empty value is given back.
class FieldCheck
{
public:
    FieldCheck(const Call &call, FormBody &form)
        : m_call(call)
        , m_form(form)
    {
    }

    std::optional<CitizenNumber> number(const QString &name);
    QString personName(const QString &name);
    // Of permanent registration or of mail.
    QString address(const QString &name);
    QString phone(const QString &name); // digits
    QString mobile(const QString &name); // digits
    // One line; empty is right where it is optional.
    QString line(const QString &name, int longest, bool isOptional);
    QString lines(const QString &name, int longest);
    QString oneOf(const QString &name, const QStringList &values);
    // Empty is right where it is optional. least and most are right themselves; null: no limit.
    QString day(const QString &name, bool isOptional, QDate least, QDate most);
    bool isChecked(const QString &name) const { return m_form.value(name) == QStringLiteral("yes"); }

    void wrong(const QString &name, const QString &sentence) { m_form.addError(name, sentence); }

private:
    QString text(const QString &name, int longest, bool isOptional, const QString &whenMissing);

    const Call &m_call;
    FormBody &m_form;
};

} // namespace idcounter::platform
